import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Change } from '#domain/change.ts'
import { keyOf, type Tie, type Wave, wordsOf } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { NameChoice } from '../form/name-choice.tsx'
import { useText } from '../text/language.tsx'
import { capital } from '../view/words.ts'
import type { Draft } from './draft.ts'
import { FormButtons } from './form-end.tsx'
import { namedEntries } from './named-entries.ts'
import { usualTieKind } from './usual.ts'

/** A tie of an actor while people talk: with whom, Enter, of which kind, Enter. */
export function NewTie({ record, wave, from, draft, onType, onSave, onClose, isResumed }: NewTieProps) {
  const t = useText()
  const id = useId()
  const kindChoice = useRef<HTMLSelectElement>(null)
  const [isJudged, setJudged] = useState(false)
  const [isThere, setThere] = useState(false)
  const now = { from: from ?? '', to: '', kind: usualTieKind(record), ...draft }
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const [one, other] = [String(now.from), String(now.to)]
  const save = () => {
    setJudged(true)
    if (!wave || one === '' || other === '') return
    const tie: Tie = {
      ...{ wave: wave.id, kind: String(now.kind), from: one, to: other },
      ...{ reporter: null, directed: false },
    }
    const isKnown = [tie, { ...tie, from: other, to: one }].some((each) => record.ties.has(keyOf('tie', each)))
    setThere(isKnown)
    if (!isKnown) onSave([{ put: 'tie', value: tie }])
  }
  const name = record.actors.get(from ?? '')?.name
  return (
    <ModalOverlay className="overlay quick-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal quick">
        <Dialog>
          <form
            noValidate
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.target !== kindChoice.current) return
              event.preventDefault()
              save()
            }}
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              save()
            }}
          >
            <Heading slot="title">{name ? t.edit.tie.heading(name) : t.nouns.tie.fresh}</Heading>
            {isResumed && <p className="note">{t.edit.draftKept}</p>}
            {!wave && <p className="problem">{t.edit.noWave}</p>}
            {from === null && (
              <NameChoice
                label={t.edit.tie.pickFrom}
                entries={entries}
                value={one || null}
                onChange={(chosen) => onType({ ...now, from: chosen ?? '' })}
                error={isJudged && one === '' ? t.edit.chooseFromList : undefined}
                none={t.edit.noMatch}
                ref={focused}
              />
            )}
            <NameChoice
              label={t.edit.tie.partner}
              entries={entries.filter((entry) => entry.id !== one)}
              value={other || null}
              onChange={(chosen) => onType({ ...now, to: chosen ?? '' })}
              onPick={() => kindChoice.current?.focus()}
              error={isJudged && other === '' ? t.edit.tie.needsPartner : undefined}
              none={t.edit.noMatch}
              {...(from !== null && { ref: focused })}
            />
            <div className="form-field">
              <label htmlFor={id}>{t.edit.tie.kind}</label>
              <select
                ref={kindChoice}
                id={id}
                className="form-input"
                value={String(now.kind)}
                onChange={({ target }) => onType({ ...now, kind: target.value })}
              >
                {wordsOf(record, 'tieKind').map((each) => (
                  <option key={each} value={each}>
                    {capital(wordOf(t, record, 'tieKind', each))}
                  </option>
                ))}
              </select>
            </div>
            {wave && <p className="note">{t.edit.tie.wave(wave.label)}</p>}
            <div role="alert">{isThere && <p className="problem">{t.edit.tie.exists}</p>}</div>
            <FormButtons save={t.edit.create} isDisabled={!wave} onClose={onClose} />
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The form opens because somebody wants to type here. */
function focused(input: HTMLInputElement | null): void {
  input?.focus()
}

interface NewTieProps {
  readonly record: TerritoryRecord
  /** The wave that is looked at. */
  readonly wave: Wave | undefined
  /** Null: nobody was selected. */
  readonly from: string | null
  readonly draft: Draft | null
  readonly onType: (draft: Draft) => void
  readonly onSave: (changes: readonly Change[]) => void
  readonly onClose: () => void
  readonly isResumed: boolean
}
