import { Button } from 'react-aria-components'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { columnName, type Deciding, sheetName } from './deciding.ts'
import { Fold } from './fold.tsx'
import { valueGroups } from './meanings.ts'
import { type Column, type Sheet, sheetPlan, withConstant } from './plan.ts'
import { Values } from './values.tsx'

/** What no column says and is proposed from others: corrected for all rows, or for all of one origin, at once. */
export function Proposals({ sheet, ...deciding }: Deciding & { sheet: Sheet }) {
  const t = useText()
  const { decisions } = t.importing
  const added = sheet.columns.filter((column) => column.added)
  if (added.length === 0) return null
  const fields = added.map((column) => columnName(t, column).toLocaleLowerCase())
  return (
    <Fold summary={decisions.proposed(t.list(fields), sheetName(t, deciding.preview, sheet))}>
      <p className="note">{decisions.proposedLead}</p>
      {added.map((column) => (
        <Proposal key={column.key} {...deciding} sheet={sheet} column={column} />
      ))}
    </Fold>
  )
}

function Proposal({ sheet, column, ...deciding }: Deciding & { sheet: Sheet; column: Column }) {
  const t = useText()
  const { decisions } = t.importing
  const { record, preview, plan, decide } = deciding
  const groups = valueGroups(t, record, sheet, column, preview.words, '')
  const constant = sheetPlan(plan, sheet)?.constants?.find(({ field }) => field === column.key)
  return (
    <div className="import-decision">
      <h3>{columnName(t, column)}</h3>
      {groups && (
        <div className="row">
          <Choice
            label={decisions.all}
            placeholder={decisions.byOrigin}
            value={constant?.value ?? null}
            groups={groups}
            onChange={(value) => decide((before) => withConstant(before, sheet, column.key, value))}
          />
          {constant && (
            <Button
              className="link-button"
              onPress={() => decide((before) => withConstant(before, sheet, column.key, null))}
            >
              {decisions.asProposed}
            </Button>
          )}
        </div>
      )}
      {!constant && column.values.length > 0 && (
        <Values {...deciding} columns={[{ sheet, column }]} values={column.values} />
      )}
    </div>
  )
}
