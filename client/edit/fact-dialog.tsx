import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Change, RefusedChange } from '#domain/change.ts'
import { apply } from '#domain/change.ts'
import { collectionOf, keyOf, type Noun, type Nouns } from '#domain/territory.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { capital } from '../view/words.ts'
import { CompanyLookup } from './company-lookup.tsx'
import { changesTo, type Draft, draftOf, factIn } from './draft.ts'
import { FactFields } from './fact-form.tsx'
import { FormButtons, Refusals } from './form-end.tsx'
import { factInWords } from './telling.ts'

/** A form in front of the page: closed by saving it, or by giving it up. */
export function FactDialog({
  record,
  noun,
  before,
  started,
  draft,
  onType,
  onSave,
  onClose,
  isResumed,
}: FactDialogProps) {
  const t = useText()
  const [isJudged, setJudged] = useState(false)
  const now = draft ?? draftOf(noun, started)
  const fact = factIn(noun, now, started, record)
  const changes = changesTo(noun, before, fact)
  const isThere = (before === null || keyOf(noun, before) !== keyOf(noun, fact)) && isKnown(record, noun, fact)
  const refusals = isJudged ? refusalsOf(record, changes) : []
  const save = (event: FormEvent) => {
    event.preventDefault()
    setJudged(true)
    if (isThere || refusalsOf(record, changes).length > 0) return
    onSave(changes, before === null ? [] : [{ put: noun, value: before } as Change])
  }
  const heading = before ? capital(factInWords(t, record, noun, before)) : t.nouns[noun].fresh
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal form-modal">
        <Dialog aria-label={heading}>
          <form
            onSubmit={save}
            onKeyDown={(event) => {
              // In a list of choices Enter saves too.
              if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
              event.preventDefault()
              event.currentTarget.requestSubmit()
            }}
            noValidate
          >
            <Heading slot="title">{heading}</Heading>
            {isResumed && <p className="note">{t.edit.draftKept}</p>}
            <FactFields
              record={record}
              noun={noun}
              isNew={before === null}
              draft={now}
              onChange={onType}
              refusals={refusals}
            />
            {noun === 'actor' && <CompanyLookup draft={now} onChange={onType} />}
            <div role="alert">
              {isJudged && isThere && <p className="problem">{t.edit.exists}</p>}
              {refusals.length > 0 && <p className="problem">{t.edit.faults(refusals.length)}</p>}
              <Refusals refusals={refusals.filter(({ field }) => field === undefined)} />
            </div>
            <FormButtons save={before ? t.edit.save : t.edit.create} onClose={onClose} />
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface FactDialogProps {
  readonly record: TerritoryRecord
  readonly noun: Noun
  /** Null: a new fact. */
  readonly before: Nouns[Noun] | null
  readonly started: Partial<Nouns[Noun]>
  /** What was typed; null: nothing yet. */
  readonly draft: Draft | null
  readonly onType: (draft: Draft) => void
  /** `seen`: the fact as it was when the form opened. */
  readonly onSave: (changes: readonly Change[], seen: readonly Change[]) => void
  readonly onClose: () => void
  readonly isResumed: boolean
}

function refusalsOf(record: TerritoryRecord, changes: readonly Change[]): readonly RefusedChange[] {
  const applied = apply(record, changes)
  // Where somebody else took the fact away meanwhile, what holds is asked when it is saved.
  return applied.ok ? [] : applied.refusals.filter(({ code }) => code !== 'unknown_fact')
}

function isKnown(record: TerritoryRecord, noun: Noun, fact: Nouns[Noun]): boolean {
  const facts: ReadonlyMap<string, unknown> = record[collectionOf[noun]]
  return facts.has(keyOf(noun, fact as never))
}
