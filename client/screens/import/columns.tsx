import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { columnName, type Deciding } from './deciding.ts'
import { Fold } from './fold.tsx'
import { meaningGroups, meaningId, meaningOf } from './meanings.ts'
import { type Column, type Sheet, withColumn } from './plan.ts'
import { Separators } from './separators.tsx'

/** What each column of a sheet was taken for, why, and how to say otherwise; folded. */
export function Columns({ sheet, name, ...deciding }: Deciding & { sheet: Sheet; name: string }) {
  const t = useText()
  const { columns, evidence, sheets } = t.importing
  const own = sheet.columns.filter(({ added }) => !added)
  const kept = own.filter(({ holds }) => holds !== 'ignored')
  return (
    <Fold summary={columns.summary(kept.length, own.length)}>
      <div className="table-scroll">
        <table className="table import-columns">
          <caption className="visually-hidden">{columns.caption(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.column}</th>
              <th scope="col">{columns.contains}</th>
              <th scope="col">{columns.means}</th>
              <th scope="col">{columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((column) => (
              <tr key={column.key}>
                <th scope="row">{columnName(t, column)}</th>
                <td className="note">{column.samples.join(' · ')}</td>
                <td>
                  <ColumnChoice {...deciding} sheet={sheet} column={column} />
                  <Separators {...deciding} sheet={sheet} column={column} />
                </td>
                <td className="note">
                  {evidence[column.by]}
                  {!column.sure && `, ${sheets.unsure}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fold>
  )
}

export function ColumnChoice({ record, sheet, column, decide }: Deciding & { sheet: Sheet; column: Column }) {
  const t = useText()
  return (
    <Choice
      label={t.importing.columns.choice(columnName(t, column))}
      isLabelHidden
      value={meaningId(column)}
      groups={meaningGroups(t, record, sheet, column)}
      onChange={(id) => decide((plan) => withColumn(plan, sheet, column.key, meaningOf(sheet, column, id)))}
    />
  )
}
