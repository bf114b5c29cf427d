import { type FormEvent, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { apply, type Change } from '#domain/change.ts'
import { folded } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import { type Actor, type Wave, wordsOf } from '#domain/territory.ts'
import { typeOfName } from '#domain/type-of-name.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { matchRank, searchable } from '../text/search.ts'
import { capital } from '../view/words.ts'
import { type Draft, freshId } from './draft.ts'
import { faultsByField } from './fact-form.tsx'
import { FormButtons } from './form-end.tsx'
import { usualSphere } from './usual.ts'

const mostAlike = 5

/** A new actor while people talk: its name, its type, Enter. Who is there already is shown as one types, and is not made twice. */
export function NewActor({ record, wave, draft, onType, onSave, onOpen, onClose, isResumed }: NewActorProps) {
  const t = useText()
  const id = useId()
  const [isJudged, setJudged] = useState(false)
  const now = { name: '', type: '', sphere: '', ...draft }
  const name = plainLine(String(now.name)).trim()
  const types = wordsOf(record, 'actorType')
  const spoken = types.find((each) => each === typeOfName(name))
  const type = String(now.type) || spoken || 'entreprise'
  const proposed = usualSphere(record, type) ?? ''
  const sphere = String(now.sphere) || proposed || wordsOf(record, 'sphere')[0] || ''
  const known = useMemo(
    () =>
      [...record.actors.values()].map((actor) => ({
        actor,
        names: searchable([actor.name, ...(actor.aliases ?? [])]),
      })),
    [record],
  )
  const same = known.find(({ names }) => name !== '' && names.letters.includes(folded(name)))?.actor
  const alike = known
    .flatMap(({ actor, names }) => {
      const rank = matchRank(names, name)
      return rank === null ? [] : [{ actor, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostAlike)
  const actor: Actor = {
    ...{ id: freshId(record, 'actor', name), name, type, sphere },
    ...{ scope: 'local', inside: true, collective: false },
  }
  const isSurvey = wave?.basis === 'survey'
  const changes: Change[] = [
    { put: 'actor', value: actor },
    ...(isSurvey
      ? [{ put: 'roster', value: { actor: actor.id, wave: wave.id, status: 'not_asked' } } satisfies Change]
      : []),
  ]
  const applied = isJudged && name !== '' ? apply(record, changes) : null
  const fault = applied && !applied.ok ? faultsByField(t, applied.refusals).get('name') : undefined
  const save = () => {
    setJudged(true)
    if (same) return onOpen(same)
    if (name !== '' && apply(record, changes).ok) onSave(changes, actor)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // In a list of choices Enter saves too.
    if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
    event.preventDefault()
    save()
  }
  const said = same ? t.edit.actor.exists(same.name) : isJudged && name === '' ? t.edit.actor.needsName : (fault ?? '')
  return (
    <ModalOverlay className="overlay quick-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal quick">
        <Dialog>
          <form
            noValidate
            onKeyDown={onKeyDown}
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              save()
            }}
          >
            <Heading slot="title">{t.nouns.actor.fresh}</Heading>
            {isResumed && <p className="note">{t.edit.draftKept}</p>}
            <div className="form-field">
              <label htmlFor={id}>{t.edit.actor.name}</label>
              <input
                id={id}
                className="form-input"
                autoFocus
                autoComplete="off"
                aria-invalid={isJudged && said !== '' ? true : undefined}
                aria-describedby={`${id}-said`}
                value={String(now.name)}
                onChange={({ target }) => onType({ ...now, name: target.value })}
              />
              <p id={`${id}-said`} className={same || isJudged ? 'form-fault' : 'form-hint'} role="status">
                {said}
              </p>
            </div>
            {alike.length > 0 && (
              <div className="quick-alike">
                <p className="form-hint">{t.edit.actor.alike}</p>
                <ul>
                  {alike.map(({ actor: each }) => (
                    <li key={each.id}>
                      <button type="button" className="name-link" onClick={() => onOpen(each)}>
                        {each.name}
                      </button>{' '}
                      {each.aliases?.length ? (
                        <span className="option-note">{t.edit.actor.calledToo(t.list(each.aliases))}</span>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <div className="form-fields">
              <Words
                label={t.edit.actor.type}
                value={type}
                hint={now.type === '' && spoken ? t.edit.actor.typeProposed : undefined}
                options={types.map((each) => [each, wordOf(t, record, 'actorType', each)])}
                onChange={(value) => onType({ ...now, type: value, sphere: '' })}
              />
              <Words
                label={t.edit.actor.sphere}
                value={sphere}
                hint={now.sphere === '' && proposed !== '' ? t.edit.actor.proposed : undefined}
                options={wordsOf(record, 'sphere').map((each) => [each, wordOf(t, record, 'sphere', each)])}
                onChange={(value) => onType({ ...now, sphere: value })}
              />
            </div>
            {isSurvey && <p className="note">{t.edit.actor.onRoster}</p>}
            <FormButtons save={same ? t.edit.actor.open(same.name) : t.edit.create} onClose={onClose} />
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface NewActorProps {
  readonly record: TerritoryRecord
  /** The wave that is looked at. */
  readonly wave: Wave | undefined
  readonly draft: Draft | null
  readonly onType: (draft: Draft) => void
  readonly onSave: (changes: readonly Change[], actor: Actor) => void
  /** The actor is there already. */
  readonly onOpen: (actor: Actor) => void
  readonly onClose: () => void
  readonly isResumed: boolean
}

function Words({ label, value, hint, options, onChange }: WordsProps) {
  const id = useId()
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="form-input"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {capital(name)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="form-hint">
        {hint}
      </p>
    </div>
  )
}

interface WordsProps {
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}
