import { useId, useMemo } from 'react'
import type { RefusedChange } from '#domain/change.ts'
import type { Field, Kind, Named } from '#domain/description.ts'
import { type Noun, wordsOf } from '#domain/territory.ts'
import { type ClosedList, closedLists } from '#domain/vocabulary.ts'
import { labelOf } from '#words/nouns.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { NameChoice } from '../form/name-choice.tsx'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { capital } from '../view/words.ts'
import { CommuneField } from './commune-field.tsx'
import { type Draft, type FormField, formFields } from './draft.ts'
import { namedEntries } from './named-entries.ts'

/** The form of a noun, made of its description: what is always said, then what may be. */
export function FactFields({ record, noun, isNew, draft, onChange, refusals }: FactFieldsProps) {
  const t = useText()
  const fields = formFields(noun, isNew)
  const faults = faultsByField(t, refusals)
  const more = fields.filter(({ isMain }) => !isMain)
  const isOpen = more.some(({ name }) => isSaid(draft[name]) || faults.has(name))
  const row = (field: FormField) =>
    noun === 'actor' && field.name === 'commune' ? (
      <CommuneField
        key={field.name}
        draft={draft}
        onChange={onChange}
        label={labelOf(t.edit.fields, noun, field.name)}
        fault={faults.get(field.name)}
      />
    ) : (
      <FactField
        key={field.name}
        record={record}
        noun={noun}
        field={field}
        value={draft[field.name]}
        onChange={(value) => onChange({ ...draft, [field.name]: value })}
        fault={faults.get(field.name)}
      />
    )
  return (
    <>
      <div className="form-fields">{fields.filter(({ isMain }) => isMain).map(row)}</div>
      {more.length > 0 && (
        <details className="form-more" open={isOpen}>
          <summary>{t.edit.more}</summary>
          <div className="form-fields">{more.map(row)}</div>
        </details>
      )}
    </>
  )
}

interface FactFieldsProps {
  readonly record: TerritoryRecord
  readonly noun: Noun
  readonly isNew: boolean
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** Why the fact cannot be as it stands. */
  readonly refusals: readonly RefusedChange[]
}

/** A sentence for each field that is refused. */
export function faultsByField(t: Text, refusals: readonly RefusedChange[]): ReadonlyMap<string, string> {
  return new Map(
    refusals.flatMap(({ field, code, got = '', expected }) => {
      if (field === undefined) return []
      const missing = got === '' || got === 'NaN' ? 'missing_value' : code
      const sentence = t.refused(missing, got, expected ?? null)
      return [[field.replace(/\..*$/, ''), `${capital(sentence)}.`] as const]
    }),
  )
}

function FactField({ record, noun, field: { name, field }, value, onChange, fault }: FactFieldProps) {
  const t = useText()
  const id = useId()
  const label = labelOf(t.edit.fields, noun, name)
  const hint = (t.edit.fields.hints as Readonly<Record<string, string>>)[name]
  const { kind } = field
  const named = typeof kind === 'object' && 'fact' in kind && isLong(kind.fact) ? kind.fact : null
  const entries = useMemo(() => (named ? namedEntries(t, record, named) : []), [t, record, named])
  const text = typeof value === 'string' ? value : ''
  if (named) {
    return (
      <NameChoice
        label={label}
        entries={entries}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? '')}
        error={fault}
        hint={hint}
        none={t.edit.noMatch}
      />
    )
  }
  const described = {
    id,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault || hint ? `${id}-said` : undefined,
  }
  const options = optionsOf(t, record, kind)
  if (kind === 'boolean') {
    return (
      <div className="form-field form-tick">
        <input
          {...described}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
        />
        <label htmlFor={id}>{label}</label>
        <Said id={id} fault={fault} hint={hint} />
      </div>
    )
  }
  if (typeof kind === 'object' && 'words' in kind) {
    const ticked = Array.isArray(value) ? value : []
    return (
      <fieldset className="form-field form-words">
        <legend>{label}</legend>
        {options?.map((option) => (
          <label key={option.id} className="form-word">
            <input
              type="checkbox"
              checked={ticked.includes(option.id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...ticked, option.id] : ticked.filter((each) => each !== option.id))
              }
            />
            {option.name}
          </label>
        ))}
        <Said id={id} fault={fault} hint={hint} />
      </fieldset>
    )
  }
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {options ? (
        <select {...described} className="form-input" value={text} onChange={({ target }) => onChange(target.value)}>
          {(field.optional || field.nullable || text === '') && <option value="">{t.edit.unspecified}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      ) : kind === 'text' || kind === 'attributes' ? (
        <textarea
          {...described}
          className="form-input"
          rows={kind === 'text' ? 2 : 3}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          {...described}
          className="form-input"
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={typeof kind === 'object' ? 'decimal' : undefined}
          autoComplete="off"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <Said id={id} fault={fault} hint={hint} />
    </div>
  )
}

interface FactFieldProps {
  readonly record: TerritoryRecord
  readonly noun: Noun
  readonly field: FormField
  readonly value: Draft[string] | undefined
  readonly onChange: (value: Draft[string]) => void
  readonly fault: string | undefined
}

function Said({ id, fault, hint }: { id: string; fault: string | undefined; hint: string | undefined }) {
  if (!fault && !hint) return null
  return (
    <p id={`${id}-said`} className={fault ? 'form-fault' : 'form-hint'}>
      {fault ?? hint}
    </p>
  )
}

interface Option {
  readonly id: string
  readonly name: string
}

/** What a field may be, where that is a short list; null: anything of its kind. */
export function optionsOf(t: Text, record: TerritoryRecord, kind: Field['kind']): readonly Option[] | null {
  if (typeof kind !== 'object') return null
  if ('word' in kind) return wordOptions(t, record, kind.word)
  if ('words' in kind) return wordOptions(t, record, kind.words)
  if ('oneOf' in kind) {
    const names: Readonly<Record<string, string>> = t.edit.fields.options[kind.oneOf]
    const list: readonly string[] = closedLists[kind.oneOf satisfies ClosedList]
    return list.map((id) => ({ id, name: names[id] ?? id }))
  }
  if ('fact' in kind) {
    if (kind.fact === 'wave') return record.latestFirst.map(({ id, label }) => ({ id, name: label }))
    if (kind.fact === 'challenge') return [...record.challenges.values()].map(({ id, text }) => ({ id, name: text }))
    return kind.fact === 'seminar' ? [...record.seminars.values()] : null
  }
  if ('whole' in kind && kind.whole[1] - kind.whole[0] < mostListed) {
    const [least, most] = kind.whole
    const numbers = Array.from({ length: most - least + 1 }, (_, i) => String(least + i))
    return numbers.map((id) => ({ id, name: id }))
  }
  return null
}

/** Numbers are typed where there are more of them. */
const mostListed = 10

/** Whether there are so many facts of a noun that one looks for them by typing. */
function isLong(noun: Named): noun is 'actor' | 'space' {
  return noun === 'actor' || noun === 'space'
}

function wordOptions(t: Text, record: TerritoryRecord, vocabulary: Extract<Kind, { word: unknown }>['word']): Option[] {
  return wordsOf(record, vocabulary).map((id) => ({ id, name: capital(wordOf(t, record, vocabulary, id)) }))
}

function isSaid(value: Draft[string] | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false
}
