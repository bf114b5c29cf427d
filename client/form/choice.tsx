import { type ReactNode, useMemo } from 'react'
import {
  Autocomplete,
  Button,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from 'react-aria-components'
import { useText } from '../text/language.tsx'
import { matchRank, searchable } from '../text/search.ts'
import { useActs } from '../view/acts.ts'

export interface Option {
  readonly id: string
  readonly name: string
  readonly note?: string
  /** It is shown, with its note, and cannot be picked. */
  readonly isDisabled?: boolean
  /** What else it is found by, where the list is searched. */
  readonly alsoFoundBy?: readonly string[]
}

export interface OptionGroup {
  readonly name: string
  readonly options: readonly Option[]
}

/** One of several, picked from a list that says what each means. */
export function Choice({ label, isLabelHidden, placeholder, value, groups, search, onChange }: ChoiceProps) {
  const t = useText()
  useActs(() =>
    groups.flatMap(({ options }) =>
      options
        .filter(({ isDisabled }) => !isDisabled)
        .map(({ id, name, alsoFoundBy = [] }) => ({
          name: t.palette.choice(label, name),
          told: alsoFoundBy,
          does: () => onChange(id),
        })),
    ),
  )
  const list = (
    <ListBox className="options" {...(search && { renderEmptyState: () => <p className="note">{search.none}</p> })}>
      {groups.map((group) => (
        <ListBoxSection key={group.name} id={group.name} aria-label={group.name || label}>
          {group.name && <Header className="options-head">{group.name}</Header>}
          {group.options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={keyOf(option.id)}
              textValue={option.name}
              className="option"
              isDisabled={option.isDisabled ?? false}
            >
              <span>{option.name}</span> {option.note && <span className="option-note">{option.note}</span>}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
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
        {search ? (
          <Searched search={search} groups={groups}>
            {list}
          </Searched>
        ) : (
          list
        )}
      </Popover>
    </Select>
  )
}

/** A list under a field that narrows it down, without accents or capitals. */
function Searched({ search, groups, children }: SearchedProps) {
  const entries = useMemo(
    () =>
      new Map(
        groups.flatMap(({ name, options }) =>
          options.map((option) => [keyOf(option.id), searchable([option.name, name, ...(option.alsoFoundBy ?? [])])]),
        ),
      ),
    [groups],
  )
  return (
    <Autocomplete
      filter={(_, typed, { key }) => {
        const entry = entries.get(String(key))
        return typed.trim() === '' || (entry !== undefined && matchRank(entry, typed) !== null)
      }}
    >
      <SearchField className="choice-search field" aria-label={search.label} autoFocus>
        <Input placeholder={search.label} />
      </SearchField>
      {children}
    </Autocomplete>
  )
}

interface SearchedProps {
  readonly search: Search
  readonly groups: readonly OptionGroup[]
  readonly children: ReactNode
}

interface Search {
  readonly label: string
  /** What is said when nothing is called so. */
  readonly none: string
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
  /** Left out: the list is short enough to be read. */
  readonly search?: Search
  readonly onChange: (id: string) => void
}
