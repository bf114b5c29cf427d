import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId } from 'react'
import { communesQuery } from '../data/queries.ts'
import { useText } from '../text/language.tsx'
import type { Draft } from './draft.ts'

/** A commune, completed from the table of all; the one that is chosen says where it is, unless that was said otherwise. */
export function CommuneField({ draft, onChange, label, fault }: CommuneFieldProps) {
  const { fields } = useText().edit
  const id = useId()
  const text = String(draft.commune ?? '')
  const typed = useDeferredValue(text)
  const { data: communes = [] } = useQuery({
    ...communesQuery(typed),
    enabled: typed.trim().length > 1,
    placeholderData: keepPreviousData,
  })
  const type = (commune: string) => {
    const chosen = communes.find(({ name }) => name === commune)
    if (!chosen) return onChange({ ...draft, commune })
    // What tells homonyms apart is no part of the name.
    const name = chosen.name.replace(/ \(\w{2,3}\)$/, '')
    const isPlaced = String(draft.latitude ?? '') !== '' || String(draft.longitude ?? '') !== ''
    const place =
      isPlaced || chosen.latitude === null || chosen.longitude === null
        ? {}
        : { latitude: String(chosen.latitude), longitude: String(chosen.longitude) }
    onChange({ ...draft, commune: name, ...place })
  }
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="form-input"
        list={`${id}-communes`}
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-said`}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      <datalist id={`${id}-communes`}>
        {communes.map(({ code, name, epci }) => (
          <option key={code} value={name}>
            {epci}
          </option>
        ))}
      </datalist>
      <p id={`${id}-said`} className={fault ? 'form-fault' : 'form-hint'}>
        {fault ?? fields.hints.commune}
      </p>
    </div>
  )
}

interface CommuneFieldProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly label: string
  readonly fault: string | undefined
}
