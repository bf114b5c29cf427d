import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { arranged } from '#domain/decision.ts'
import type { Decision, Wave } from '#domain/territory.ts'
import type { AgendaItemWire, AgendaWire } from '#wire/agenda.ts'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import { agendaAddress, agendaFiles, noteAddress, noteFormats, templateAddress } from '../../data/api.ts'
import { agendaQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Region } from '../../page/failure.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { useEditing } from '../../view/editing.ts'
import { NameLink } from '../../view/facts.tsx'
import { PlaceLink } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { namesIn } from '../../view/words.ts'
import { keepingOrder } from './agenda-order.ts'
import { FollowUp, Outcomes, Standing } from './decision.tsx'
import { deciding, moving } from './decision-facts.ts'
import { EvidenceMap } from './evidence-map.tsx'
import { Refining } from './refining.tsx'
import { WaveChoice } from './wave-choice.tsx'
import './agenda.css'

/** What a diagnosis asks of people, beside the map of what is unfolded. */
export function AgendaPage({ record, place, wave, diagnosis }: AgendaPageProps) {
  const t = useText()
  // What is shown stays until what it is refined to has come.
  const stage = useDeferredValue(diagnosis.stage)
  const { data: agenda } = useSuspenseQuery(agendaQuery(record.id, { wave: wave.id, stage }))
  const based = useItemsInPlace(agenda)
  const decisions = arranged(based.filter(isDecision), record.decisions, based.length).first
  const items = [...decisions, ...based.filter((item) => !isDecision(item))]
  const gone = [...record.decisions.values()].filter(({ id }) => !items.some((item) => item.id === id))
  const editing = useEditing()
  const move = (from: number, to: number) => {
    editing?.commit(moving(record, wave.id, decisions, from, to))
    editing?.say(t.agenda.moved(to + 1))
  }
  const [open, setOpen] = useState<string | null>(null)
  const unfolded = items.find((item) => keyOf(item) === open)
  const parts = unfolded?.parts ?? []
  const finding = diagnosis.findings.find(({ id }) => id === parts[0]) ?? null
  const caution = t.agenda.caution(agenda)
  const others = t.agenda.others(agenda.others)
  return (
    <main id="content" className="findings">
      <h1 className="visually-hidden">{t.agenda.heading(record.name)}</h1>
      <Region name="findings" about={agenda}>
        <div className="finding-list agenda-list">
          <header className="finding-list-head">
            <p className="finding-list-title" aria-hidden="true">
              {t.agenda.heading(record.name)}
            </p>
            <WaveChoice record={record} wave={wave} />
            <p className="note">{bound(caution ?? t.agenda.lead)}</p>
            <Refining key={`${record.revision} ${wave.id}`} territory={record.id} diagnosis={diagnosis} />
          </header>
          {items.length === 0 && <p className="note">{t.agenda.nothing}</p>}
          <ol className="agenda-items">
            {items.map((item, index) => (
              <Item
                key={keyOf(item)}
                item={item}
                record={record}
                diagnosis={diagnosis}
                basis={agenda.basis}
                answers={agenda.answers}
                wave={wave.id}
                isComeTo={item.id === place.item}
                onMove={
                  index < decisions.length && item.named
                    ? {
                        up: index > 0 ? () => move(index, index - 1) : null,
                        down: index < decisions.length - 1 ? () => move(index, index + 1) : null,
                      }
                    : null
                }
                onToggle={(isOpen) => setOpen((now) => (isOpen ? keyOf(item) : now === keyOf(item) ? null : now))}
              />
            ))}
          </ol>
          {gone.length > 0 && (
            <section className="agenda-gone">
              <h2>{t.agenda.earlier}</h2>
              <ul>
                {gone.map((decision) => (
                  <Gone key={decision.id} record={record} decision={decision} agenda={agenda} wave={wave.id} />
                ))}
              </ul>
            </section>
          )}
          {agenda.basis !== 'survey' && <ToSurvey record={record} actors={agenda.toSurvey} />}
          <p className="agenda-files">
            <button type="button" className="button" onClick={() => window.print()}>
              {t.agenda.print}
            </button>
            {noteFormats.map((format) => (
              <a key={format} className="button" href={noteAddress(record.id, format, wave.id, t.language)} download>
                {t.picture.note[format]}
              </a>
            ))}
            {agendaFiles.map((file) => (
              <a key={file} className="button" href={agendaAddress(record.id, file, wave.id, t.language)} download>
                {t.agenda[file]}
              </a>
            ))}
          </p>
          <p className="note">
            {others} <PlaceLink change={{ page: 'list' }}>{t.agenda.wholeList}</PlaceLink>
          </p>
          <p className="note">{t.diagnosis.organisations}</p>
        </div>
      </Region>
      <div className="findings-map">
        <Region name="map" about={wave.id}>
          <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
            <EvidenceMap record={record} place={place} wave={wave} finding={finding} acts={unfolded?.acts} />
          </Suspense>
        </Region>
      </div>
    </main>
  )
}

/** Whom a survey would ask, where nobody was; and the workbook that asks them. */
function ToSurvey({ record, actors }: { record: TerritoryRecord; actors: AgendaWire['toSurvey'] }) {
  const t = useText()
  if (actors.length === 0) return null
  const named = actors
    .map((id) => ({ id, name: record.actors.get(id)?.name ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, t.locale))
  return (
    <details className="agenda-survey">
      <summary>{t.agenda.toSurvey(actors.length)}</summary>
      <p className="note">{t.agenda.toSurveyLead}</p>
      <p>
        <a className="button" href={templateAddress(record.id, 'modele-enquete-papier.xlsx')} download>
          {t.agenda.surveyFile}
        </a>
      </p>
      <ul>
        {named.map(({ id, name }) => (
          <li key={id}>
            <NameLink selected={{ noun: 'actor', id }} name={name} />
          </li>
        ))}
      </ul>
    </details>
  )
}

interface AgendaPageProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
}

/** Of an item that keeps its parts while its names come. */
function keyOf({ id, parts }: AgendaItemWire): string {
  return parts[0] ?? id
}

/** In the order in which those of the wave were first shown. */
function useItemsInPlace({ wave, items }: AgendaWire): readonly AgendaItemWire[] {
  const shown = useRef<{ readonly wave: string; readonly items: readonly AgendaItemWire[] }>({ wave, items })
  const kept = shown.current.wave === wave ? keepingOrder(shown.current.items, items) : items
  shown.current = { wave, items: kept }
  return kept
}

function Item({ item, record, diagnosis, basis, answers, wave, isComeTo, onMove, onToggle }: ItemProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!isComeTo || !details.current) return
    details.current.open = true
    details.current.closest('li')?.scrollIntoView({ block: 'start' })
    details.current.querySelector('summary')?.focus({ preventScroll: true })
  }, [isComeTo])
  const t = useText()
  const names = namesIn(t, record)
  const title = useId()
  const { agenda } = t
  const found = agenda.found(item, names, basis)
  const disproof = agenda.disproof(item, names)
  const parts = item.parts.flatMap((id) => diagnosis.findings.find((finding) => finding.id === id) ?? [])
  return (
    <li className={`agenda-item agenda-${item.calling}`}>
      <p className="agenda-calling">{agenda.callings[item.calling]}</p>
      <h2 id={title}>{bound(agenda.headline(item, names, basis))}</h2>
      <Standing record={record} decision={record.decisions.get(item.id)} />
      <Outcomes record={record} answers={answers} id={item.id} />
      {onMove && <Arranging record={record} wave={wave} item={item} title={title} onMove={onMove} />}
      <details ref={details} onToggle={(event) => onToggle(event.currentTarget.open)}>
        <summary aria-describedby={title}>{agenda.more}</summary>
        {!item.named && <p className="note">{agenda.waits}</p>}
        {found && <p>{bound(found)}</p>}
        {item.acts.length > 0 && (
          <>
            <h3>{agenda.who}</h3>
            <ul>
              {item.acts.map((act) => (
                <li key={JSON.stringify(act)}>{bound(agenda.act(act, names))}</li>
              ))}
            </ul>
            {item.withinDays !== null && <p className="agenda-when">{agenda.within(item.withinDays)}.</p>}
          </>
        )}
        <dl>
          {item.change && <Fact term={agenda.changes}>{agenda.change(item.change)}</Fact>}
          <Fact term={agenda.howSure}>{agenda.sure(item, basis)}</Fact>
          {disproof && <Fact term={agenda.against}>{disproof}</Fact>}
          <Fact term={agenda.atStake}>{agenda.stake(item)}</Fact>
        </dl>
        {item.named && item.calling !== 'fact' && <FollowUp record={record} wave={wave} item={item} />}
        {item.concerned.length > 0 && (
          <>
            <h3>
              {agenda.concerned} <span className="count">{t.number(item.concerned.length)}</span>
            </h3>
            <ul className="agenda-concerned">
              {item.concerned.map((id) => (
                <li key={id}>
                  <NameLink selected={{ noun: 'actor', id }} name={names.actor(id)} />
                </li>
              ))}
            </ul>
          </>
        )}
        {parts.length > 0 && (
          <>
            <h3>
              {agenda.parts} <span className="count">{t.number(parts.length)}</span>
            </h3>
            <ul className="agenda-parts">
              {parts.map((finding) => (
                <li key={finding.id}>
                  <PlaceLink change={{ page: 'list', finding: finding.id, from: undefined, to: undefined }}>
                    {bound(t.findings.statement(finding, names))}
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  )
}

interface ItemProps {
  readonly item: AgendaItemWire
  readonly record: TerritoryRecord
  readonly diagnosis: DiagnosisWire
  readonly basis: AgendaWire['basis']
  readonly answers: AgendaWire['answers']
  readonly wave: string
  /** Whether the address names it: it unfolds, and is where one reads. */
  readonly isComeTo: boolean
  /** Null: it cannot be moved. */
  readonly onMove: Moves | null
  readonly onToggle: (isOpen: boolean) => void
}

interface Moves {
  readonly up: (() => void) | null
  readonly down: (() => void) | null
}

/** Pins an item and moves it among the others. */
function Arranging({ record, wave, item, title, onMove: { up, down } }: ArrangingProps) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  const isPinned = record.decisions.get(item.id)?.pinned === true
  const pin = () => editing.commit(deciding(record, wave, item, { pinned: isPinned ? undefined : true }))
  return (
    <p className="agenda-arranging">
      <button type="button" className="link-button" aria-describedby={title} aria-pressed={isPinned} onClick={pin}>
        {isPinned ? t.agenda.unpin : t.agenda.pin}
      </button>
      <button
        type="button"
        className="link-button"
        aria-describedby={title}
        disabled={up === null}
        onClick={() => up?.()}
      >
        {t.agenda.up}
      </button>
      <button
        type="button"
        className="link-button"
        aria-describedby={title}
        disabled={down === null}
        onClick={() => down?.()}
      >
        {t.agenda.down}
      </button>
    </p>
  )
}

interface ArrangingProps {
  readonly record: TerritoryRecord
  readonly wave: string
  readonly item: AgendaItemWire
  /** Id of the item's heading, which the buttons are about. */
  readonly title: string
  readonly onMove: Moves
}

/** A decision of which this wave finds nothing any more, by what it asked for. */
function Gone({ record, decision, agenda, wave }: GoneProps) {
  const t = useText()
  const names = namesIn(t, record)
  const steps = [...record.steps.values()].filter((step) => step.decision === decision.id)
  return (
    <li>
      <p>{bound(steps.map((step) => t.agenda.step(step, names)).join(' ; '))}</p>
      <Standing record={record} decision={decision} />
      <Outcomes record={record} answers={agenda.answers} id={decision.id} />
      <details>
        <summary>{t.agenda.followed}</summary>
        <FollowUp record={record} wave={wave} item={{ id: decision.id, steps }} />
      </details>
    </li>
  )
}

interface GoneProps {
  readonly record: TerritoryRecord
  readonly decision: Decision
  readonly agenda: AgendaWire
  readonly wave: string
}

/** As the server tells decisions from what only asks to know, and from facts. */
function isDecision({ calling, cause }: AgendaItemWire): boolean {
  return calling !== 'fact' && cause.kind !== 'silent' && cause.kind !== 'unread'
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{bound(children)}</dd>
    </div>
  )
}
