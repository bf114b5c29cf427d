import { useQueries, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components'
import { plainLine, plainText } from '#domain/plain-text.ts'
import type { Decision, Seminar } from '#domain/territory.ts'
import { decisionStates } from '#domain/vocabulary.ts'
import type { AgendaWire } from '#wire/agenda.ts'
import { commitQuery, historyQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { freshId } from '../../edit/draft.ts'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { useEditing } from '../../view/editing.ts'
import { namesIn } from '../../view/words.ts'
import { deciding, lettingGo, takingTo } from './decision-facts.ts'

interface DecisionProps {
  readonly record: TerritoryRecord
  readonly wave: string
  readonly item: Parameters<typeof deciding>[2]
}

/** Where an item stands, in a line; nothing of one that nobody follows. */
export function Standing({ record, decision }: { record: TerritoryRecord; decision: Decision | undefined }) {
  const t = useText()
  if (!decision) return null
  const { state, owner, person, due, pinned, text } = decision
  const parts = [
    t.edit.fields.options.decisionState[state],
    owner === undefined ? null : (record.actors.get(owner)?.name ?? owner),
    person ?? null,
    due === undefined ? null : t.agenda.dueOn(t.date(due)),
    pinned ? t.agenda.pinned : null,
  ]
  return (
    <p className={`agenda-standing agenda-standing-${state}`}>
      {parts.filter((part) => part !== null).join(' · ')}
      {state === 'set_aside' && text ? ` – ${text}` : ''}
    </p>
  )
}

/** What the wave tells of what was asked before. */
export function Outcomes({ record, answers, id }: OutcomesProps) {
  const t = useText()
  const names = namesIn(t, record)
  const told = answers.flatMap(({ decision, actor, rank, outcome }) => {
    const step = [...record.steps.values()].find((one) => {
      return decision === id && one.decision === id && one.actor === actor && one.rank === rank
    })
    return step ? [{ outcome, words: t.agenda.outcome(step, outcome, names) }] : []
  })
  if (told.length === 0) return null
  return (
    <ul className="agenda-outcomes" aria-label={t.agenda.cameOf}>
      {told.map(({ outcome, words }) => (
        <li key={words} className={`agenda-outcome-${outcome}`}>
          {bound(words)}
        </li>
      ))}
    </ul>
  )
}

interface OutcomesProps {
  readonly record: TerritoryRecord
  readonly answers: AgendaWire['answers']
  readonly id: string
}

/** The form of a decision, what takes it to a seminar, and what became of it so far. */
export function FollowUp(props: DecisionProps) {
  const { record, item } = props
  const t = useText()
  const editing = useEditing()
  const kept = record.decisions.get(item.id)
  const justKept = useRef(false)
  if (!editing) return null
  return (
    <section className="agenda-follow">
      <h3>{t.agenda.followed}</h3>
      <DecisionForm key={JSON.stringify(kept ?? null)} {...props} kept={kept} justKept={justKept} />
      <div className="agenda-actions">
        <Seminars {...props} />
        {kept && (
          <Button className="link-button" onPress={() => editing.commit(lettingGo(record, item.id))}>
            {t.agenda.letGo}
          </Button>
        )}
      </div>
      {kept && (
        <details>
          <summary>{t.agenda.history}</summary>
          <History record={record} id={item.id} />
        </details>
      )}
    </section>
  )
}

interface DecisionFormProps extends DecisionProps {
  readonly kept: Decision | undefined
  /** A form is made anew of what was kept, and the focus is where it was. */
  readonly justKept: RefObject<boolean>
}

function DecisionForm({ record, wave, item, kept, justKept }: DecisionFormProps) {
  const t = useText()
  const editing = useEditing()
  const words = t.agenda
  const [state, setState] = useState<Decision['state']>(kept?.state ?? 'to_do')
  const [owner, setOwner] = useState<string | null>(kept?.owner ?? null)
  const [person, setPerson] = useState(kept?.person ?? '')
  const [due, setDue] = useState(kept?.due ?? '')
  const [text, setText] = useState(kept?.text ?? '')
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (justKept.current) keep.current?.focus()
    justKept.current = false
  }, [justKept])
  const actors = [...record.actors.values()].map(({ id, name }) => ({ id, name }))
  const said = (value: string) => (value === '' ? undefined : value)
  return (
    <Form
      className="agenda-form"
      onSubmit={(event) => {
        event.preventDefault()
        const fields = {
          state,
          owner: owner ?? undefined,
          person: said(plainLine(person).trim()),
          due: said(due),
          text: said(plainText(text).trim()),
        }
        justKept.current = true
        editing?.commit(deciding(record, wave, item, fields))
      }}
    >
      <Choice
        label={words.state}
        value={state}
        groups={[
          { name: '', options: decisionStates.map((id) => ({ id, name: t.edit.fields.options.decisionState[id] })) },
        ]}
        onChange={(id) => setState(decisionStates.find((one) => one === id) ?? state)}
      />
      <ActorChoice label={words.owner} actors={actors} value={owner} onChange={setOwner} />
      <TextField className="field" value={person} onChange={setPerson}>
        <Label>{words.person}</Label>
        <Input />
      </TextField>
      <TextField className="field" type="date" value={due} onChange={setDue}>
        <Label>{words.due}</Label>
        <Input />
      </TextField>
      <TextField className="field agenda-form-text" value={text} onChange={setText} isRequired={state === 'set_aside'}>
        <Label>{words.text}</Label>
        <TextArea rows={2} />
      </TextField>
      <Button className="button" type="submit" ref={keep}>
        {words.keep}
      </Button>
    </Form>
  )
}

/** To one of the seminars that are still to come or have no date, or to a new one. */
function Seminars({ record, item }: DecisionProps) {
  const t = useText()
  const editing = useEditing()
  if (!item.steps.some(({ kind }) => kind !== 'verify')) return null
  const take = (seminar: Pick<Seminar, 'id' | 'name'>, isNew: boolean) => {
    const made = isNew ? [{ put: 'seminar' as const, value: seminar }] : []
    editing?.commit([...made, ...takingTo(record, seminar.id, item.steps)])
    editing?.say(t.agenda.inSeminar(seminar.name))
  }
  const seminars = [...record.seminars.values()].filter(({ held = 0 }) => held === 0)
  if (seminars.length === 0) {
    const name = t.agenda.newSeminar
    return (
      <Button className="button" onPress={() => take({ id: freshId(record, 'seminar', name), name }, true)}>
        {t.agenda.seminarFirst}
      </Button>
    )
  }
  return seminars.map(({ id, name }) => {
    const isThere = takingTo(record, id, item.steps).length === 0
    return (
      <Button key={id} className="button" isDisabled={isThere} onPress={() => take({ id, name }, false)}>
        {isThere ? t.agenda.inSeminar(name) : t.agenda.toSeminar(name)}
      </Button>
    )
  })
}

/** As far as recent history goes. */
function History({ record, id }: { record: TerritoryRecord; id: string }) {
  const t = useText()
  const { data: commits = [] } = useQuery(historyQuery(record.id))
  const speaking = commits.filter(({ put }) => put.decision !== undefined)
  const loaded = useQueries({ queries: speaking.map(({ revision }) => commitQuery(record.id, revision)) })
  return (
    <ol className="agenda-history">
      {speaking.flatMap(({ revision, at, author }, index) => {
        const change = loaded[index]?.data?.changes.find((one) => {
          return 'put' in one && one.put === 'decision' && one.value.id === id
        })
        if (!change || !('put' in change) || change.put !== 'decision') return []
        const parts = [t.date(at.slice(0, 10)), t.edit.fields.options.decisionState[change.value.state], author ?? '']
        return [<li key={revision}>{parts.filter((part) => part !== '').join(' · ')}</li>]
      })}
    </ol>
  )
}
