import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { folded } from '#domain/folding.ts'
import { matchRank, type Searchable } from '../text/search.ts'

export interface NamedEntry {
  readonly id: string
  readonly name: string
  /** Everything it is called. */
  readonly names: Searchable
  /** What tells it from others of the name. */
  readonly note?: string
}

const mostShown = 8

/**
 * One of many by its name: the first that answers to what is typed is taken by Enter, arrows go to the others. Built by the
 * pattern of ARIA's editable combobox, since the first match must be ready under the finger.
 */
export function NameChoice({ label, entries, value, onChange, onPick, error, hint, none, ref }: NameChoiceProps) {
  const id = useId()
  const chosen = entries.find((entry) => entry.id === value)
  const [typed, setTyped] = useState(chosen?.name ?? '')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = isOpen ? matching(entries, typed) : []
  const pick = (entry: NamedEntry) => {
    setTyped(entry.name)
    setOpen(false)
    onChange(entry.id)
    onPick?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = found[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : found.length - 1
      return setActive(found.length === 0 ? 0 : (active + step) % found.length)
    }
    if (event.key === 'Enter' && entry) {
      // This Enter chooses; the next one saves.
      event.preventDefault()
      return pick(entry)
    }
    if (event.key === 'Escape' && found.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  const leave = () => {
    setOpen(false)
    if (typed.trim() === '') return onChange(null)
    const same = entries.filter(({ names }) => names.letters.includes(folded(typed)))
    if (value === null && same.length === 1 && same[0]) onChange(same[0].id)
  }
  return (
    <div className="form-field name-choice">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        className="form-input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
          setOpen(true)
          if (value !== null) onChange(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="name-choice-list" hidden={found.length === 0}>
        {found.map((entry, index) => (
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="name-choice-option"
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(entry)}
            onKeyDown={() => {}}
          >
            {entry.name} {entry.note && <span className="option-note">{entry.note}</span>}
          </div>
        ))}
      </div>
      <p id={`${id}-hint`} className={error ? 'form-fault' : 'form-hint'} role={error ? 'alert' : undefined}>
        {error ?? (isOpen && typed.trim() !== '' && found.length === 0 ? none : hint)}
      </p>
    </div>
  )
}

interface NameChoiceProps {
  readonly label: string
  readonly entries: readonly NamedEntry[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Somebody took an entry, and goes on. */
  readonly onPick?: () => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** What is said when nothing answers. */
  readonly none: string
  readonly ref?: Ref<HTMLInputElement>
}

function matching(entries: readonly NamedEntry[], typed: string): NamedEntry[] {
  return entries
    .flatMap((entry) => {
      const rank = typed.trim() === '' ? 0 : matchRank(entry.names, typed)
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}
