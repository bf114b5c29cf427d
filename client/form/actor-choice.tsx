import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { matchRank, searchable } from '../text/search.ts'

/** One actor among those of a wave, found by typing. */
export function ActorChoice({ label, actors, value, onChange }: ActorChoiceProps) {
  return (
    <ComboBox
      className="field actor-choice"
      defaultItems={actors}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={(name, typed) => typed === '' || matchRank(searchable([name]), typed) !== null}
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="actor-choice-input">
        <Input />
        <Button className="actor-choice-button">
          <span aria-hidden="true" className="chevron" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="options">
          {(actor: (typeof actors)[number]) => (
            <ListBoxItem id={actor.id} textValue={actor.name} className="option">
              {actor.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface ActorChoiceProps {
  readonly label: string
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | null
  readonly onChange: (actor: string | null) => void
}
