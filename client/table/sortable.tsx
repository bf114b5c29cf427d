import { type ReactNode, useMemo, useState } from 'react'
import { type Column, nextSort, type Sorting, sorted, sortingOf } from '#drawing/table-columns.ts'
import { useText } from '../text/language.tsx'
import { useAdjust } from '../view/navigation.tsx'
import type { Place } from '../view/place.ts'
import type { View } from '../view/view.ts'
import { isLongTable, Lines } from './lines.tsx'

/** What is shown, and how one looks at it: sorted by what, with whom selected. */
export interface TableProps {
  readonly view: View
  readonly place: Place
}

/** A table whose heads sort it; `cell` draws what stands under a head. `columns` stays the same as long as it says the same. */
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
  const ordered = useMemo(() => sorted(rows, columns, sortingOf(sort), t.locale), [rows, columns, sort, t.locale])
  const [focused, setFocused] = useState<Row | null>(null)
  const [first] = columns
  const isLong = isLongTable(rows.length)
  return (
    <>
      {isLong && <p className="note">{t.table.long(rows.length)}</p>}
      <table
        className={isLong ? 'table is-long' : 'table'}
        {...(isLong && { 'aria-rowcount': rows.length + 1 })}
        onBlur={() => setFocused(null)}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr {...(isLong && { 'aria-rowindex': 1 })}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {rows.length === 0 ? (
          <tbody>
            <tr>
              <td colSpan={columns.length} className="note">
                {empty}
              </td>
            </tr>
          </tbody>
        ) : (
          <Lines
            count={ordered.length}
            columns={columns.length}
            current={focused === null ? null : ordered.indexOf(focused)}
            line={(at, props) => {
              const row = ordered[at]
              if (row === undefined) return null
              return (
                <tr
                  key={rowKey(row)}
                  {...props}
                  className={isSelected(row) ? 'selected' : undefined}
                  onFocus={isLong ? () => setFocused(row) : undefined}
                >
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
              )
            }}
          />
        )}
      </table>
    </>
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
