import { Button } from 'react-aria-components'
import { useText } from '../../text/language.tsx'
import { ColumnChoice } from './columns.tsx'
import {
  columnName,
  type Deciding,
  groupsToMend,
  isColumnToCheck,
  isRead,
  questionsOpen,
  sheetName,
  toCheck,
  valueQuestions,
  valuesToCheck,
} from './deciding.ts'
import { Fold } from './fold.tsx'
import { meaningInWords } from './meanings.ts'
import { Names } from './names.tsx'
import { type Column, placeKey, type Sheet, type SheetPlace, withColumn, withValues, withValuesIn } from './plan.ts'
import { Proposals } from './proposals.tsx'
import { isAnswered, Values, WrittenValue } from './values.tsx'

/** What somebody should look at stands in front; what was understood without a question is folded beneath. */
export function Decisions({ onMend, ...deciding }: Deciding & { onMend: (place: SheetPlace) => void }) {
  const t = useText()
  const { decisions } = t.importing
  const [open, checked] = [questionsOpen(deciding.preview), toCheck(deciding.preview)]
  const sheets = deciding.preview.sheets.filter(isRead)
  return (
    <section aria-labelledby="import-decisions" className="import-decisions">
      <h2 id="import-decisions">{decisions.heading(open, checked)}</h2>
      <p className="prose">{open > 0 ? decisions.questions : checked > 0 ? decisions.lead : decisions.none}</p>
      <Names {...deciding} />
      {sheets.map((sheet) => (
        <SheetDecisions key={placeKey(sheet)} {...deciding} sheet={sheet} onMend={onMend} />
      ))}
      {sheets.map((sheet) => (
        <Proposals key={placeKey(sheet)} {...deciding} sheet={sheet} />
      ))}
      {sheets.map((sheet) => (
        <Understood key={placeKey(sheet)} {...deciding} sheet={sheet} />
      ))}
    </section>
  )
}

function SheetDecisions({
  sheet,
  onMend,
  ...deciding
}: Deciding & { sheet: Sheet; onMend: (place: SheetPlace) => void }) {
  const t = useText()
  const { decisions } = t.importing
  const { record, preview, decide } = deciding
  const name = sheetName(t, preview, sheet)
  const groups = groupsToMend(sheet)
  const questions = valueQuestions(preview.sheets).filter(({ columns: [first] }) => first.sheet === sheet)
  return (
    <>
      {sheet.columns.filter(isColumnToCheck).map((column) => (
        <div key={`column ${column.key}`} className="import-decision">
          <h3>
            {decisions.column(columnName(t, column))} <span className="note">{name}</span>
          </h3>
          <p className="row">
            <ColumnChoice {...deciding} sheet={sheet} column={column} />
            <Button
              className="link-button"
              aria-label={t.importing.about(decisions.confirmOne, columnName(t, column))}
              onPress={() => decide((plan) => withColumn(plan, sheet, column.key, column))}
            >
              {decisions.confirmOne}
            </Button>
            {column.samples.length > 0 && <span className="note">{decisions.samples(column.samples.slice(0, 3))}</span>}
          </p>
        </div>
      ))}
      {questions.map(({ columns, values }) => {
        const [{ column }] = columns
        return (
          <div key={`values ${column.key}`} className="import-decision">
            <h3>
              {decisions.values(columnName(t, column), meaningInWords(t, record, column, column.header))}{' '}
              <span className="note">{decisions.inSheets(name, columns.length - 1)}</span>
            </h3>
            <Values {...deciding} columns={columns} values={values} />
            {values.every(isAnswered) && (
              <Button
                className="button"
                aria-label={t.importing.about(decisions.confirm, columnName(t, column))}
                onPress={() => decide((plan) => withValuesIn(plan, columns, meaningsOf(values)))}
              >
                {decisions.confirm}
              </Button>
            )}
          </div>
        )
      })}
      {groups.length > 0 && (
        <div className="import-decision">
          <h3>
            {decisions.refusals} <span className="note">{name}</span>
          </h3>
          <ul className="import-groups">
            {groups.map(({ column, header, code, got, expected, rows, first }) => (
              <li key={`${column} ${code} ${got} ${JSON.stringify(expected)}`} className="import-group">
                <p>
                  {header && (
                    <strong>
                      {header}
                      {t.importing.colon}{' '}
                    </strong>
                  )}
                  {t.refused(code, got, expected)}.{' '}
                  <span className="note">
                    {first === null ? decisions.wholeSheet : decisions.refusalGroup(rows, first)}
                  </span>
                </p>
                {column !== null && got !== '' && code !== 'contradicting_row' && (
                  <WrittenValue
                    label={decisions.readAs(got)}
                    means=""
                    onChange={(means) => decide((plan) => withValues(plan, sheet, column, new Map([[got, means]])))}
                  />
                )}
              </li>
            ))}
          </ul>
          <Button className="button" onPress={() => onMend(sheet)}>
            {decisions.toGrid}
          </Button>
        </div>
      )}
    </>
  )
}

/** Words that were known, one fold for each sheet. */
function Understood({ sheet, ...deciding }: Deciding & { sheet: Sheet }) {
  const t = useText()
  const { decisions } = t.importing
  const columns = sheet.columns.filter(
    (column) => !column.added && column.values.length > 0 && valuesToCheck(column).length === 0,
  )
  const words = columns.reduce((sum, { values }) => sum + values.length, 0)
  if (words === 0) return null
  return (
    <Fold summary={decisions.understood(words, sheetName(t, deciding.preview, sheet))}>
      {columns.map((column) => (
        <div key={column.key} className="import-decision">
          <h3>{decisions.values(columnName(t, column), meaningInWords(t, deciding.record, column, column.header))}</h3>
          <Values {...deciding} columns={[{ sheet, column }]} values={column.values} />
        </div>
      ))}
    </Fold>
  )
}

function meaningsOf(values: Column['values']): Map<string, string> {
  return new Map(
    values.flatMap(({ value, means, by }) => (means === null || by === 'name' ? [] : [[value, means] as const])),
  )
}
