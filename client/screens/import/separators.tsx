import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { useText } from '../../text/language.tsx'
import { columnName, type Deciding } from './deciding.ts'
import { type Column, type Separator, type Sheet, withSeparators } from './plan.ts'

/** What parts the names in the cells of a column: « CCI, ADEME / Région » is three, « Transports Guilloteau & Fils » one. */
export function Separators({ sheet, column, decide }: Deciding & { sheet: Sheet; column: Column }) {
  const t = useText()
  const { separators } = t.importing
  if (!column.separators) return null
  return (
    <CheckboxGroup
      className="import-separators"
      value={[...column.separators]}
      onChange={(chosen) =>
        decide((plan) =>
          withSeparators(
            plan,
            sheet,
            column.key,
            all.filter((each) => chosen.includes(each)),
          ),
        )
      }
    >
      <Label>{separators.label(columnName(t, column))}</Label>
      {all.map((each) => (
        <Checkbox key={each} value={each} className="tick-row">
          <span className="tick" aria-hidden="true" />
          {separators.names[each]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

const all: readonly Separator[] = [',', ';', '/', '|', '+', '&', 'et', 'line']
