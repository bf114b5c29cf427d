import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'

export interface Option {
  readonly id: string
  readonly name: string
  readonly note?: string
}

export interface OptionGroup {
  readonly name: string
  readonly options: readonly Option[]
}

/** One of several, picked from a list that says what each means. */
export function Choice({ label, isLabelHidden, placeholder, value, groups, onChange }: ChoiceProps) {
  return (
    <Select
      className="choice"
      placeholder={placeholder ?? ''}
      value={value === null ? null : keyOf(value)}
      onChange={(key) => onChange(String(key).slice(1))}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className="section-title">{label}</Label>}
      <Button className="choice-button">
        <SelectValue>{({ defaultChildren, selectedText }) => selectedText || defaultChildren}</SelectValue>
        <span aria-hidden="true" className="chevron" />
      </Button>
      <Popover className="popover choice-popover" maxHeight={480}>
        <ListBox className="options">
          {groups.map((group) => (
            <ListBoxSection key={group.name} id={group.name} aria-label={group.name || label}>
              {group.name && <Header className="options-head">{group.name}</Header>}
              {group.options.map((option) => (
                <ListBoxItem key={option.id} id={keyOf(option.id)} textValue={option.name} className="option">
                  <span>{option.name}</span> {option.note && <span className="option-note">{option.note}</span>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** An empty key is none to a list, and an empty id is an id. */
function keyOf(id: string): string {
  return `=${id}`
}

interface ChoiceProps {
  readonly label: string
  /** What stands around says it to the eye. */
  readonly isLabelHidden?: true
  /** What is said while there is no value. */
  readonly placeholder?: string
  /** Null: none yet. */
  readonly value: string | null
  readonly groups: readonly OptionGroup[]
  readonly onChange: (id: string) => void
}
