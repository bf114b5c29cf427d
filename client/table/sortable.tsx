import type { ReactNode } from 'react'
import { type Column, nextSort, type Sorting, sorted, sortingOf } from '#drawing/table-columns.ts'
import { useText } from '../text/language.tsx'
import { useAdjust } from '../view/navigation.tsx'
import type { Place } from '../view/place.ts'
import type { View } from '../view/view.ts'

/** What is shown, and how one looks at it: sorted by what, with whom selected. */
export interface TableProps {
  readonly view: View
  readonly place: Place
}

/** A table whose heads sort it; `cell` draws what stands under a head. */
export function SortableTable<Row>({
  caption,
  columns,
  rows,
  sort,
  empty,
  rowKey,
  isSelected,
  cell,
}: SortableProps<Row>) {
  const t = useText()
  const sorting = sortingOf(sort)
  const [first] = columns
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(rows, columns, sorting, t.locale).map((row) => (
          <tr key={rowKey(row)} className={isSelected(row) ? 'selected' : undefined}>
            {columns.map((column) =>
              column === first ? (
                <th key={column.id} scope="row">
                  {cell(row, column.id)}
                </th>
              ) : (
                <td key={column.id} className={column.numeric ? 'numeric' : undefined}>
                  {cell(row, column.id)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td colSpan={columns.length} className="note">
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface SortableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly sort: string
  /** What stands where there is no line. */
  readonly empty: string
  readonly rowKey: (row: Row) => string
  readonly isSelected: (row: Row) => boolean
  readonly cell: (row: Row, column: string) => ReactNode
}

function Head<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | null }) {
  const t = useText()
  const adjust = useAdjust()
  const active = sorting?.column === column.id
  const order = !active ? 'none' : sorting.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={order} className={column.numeric ? 'numeric' : undefined}>
      <button
        type="button"
        className="sort-button"
        title={t.table.sortBy(column.name)}
        onClick={() => adjust({ sort: nextSort(column, sorting) })}
      >
        {column.name}
        <span aria-hidden="true" className={`sort-mark sort-${order}`} />
      </button>
    </th>
  )
}
