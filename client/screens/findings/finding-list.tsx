import { Button } from 'react-aria-components'
import type { Note, Wave } from '#domain/territory.ts'
import type { DiagnosisWire, FindingWire } from '#wire/diagnosis.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { NameLink } from '../../view/facts.tsx'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import { type Place, selecting } from '../../view/place.ts'
import { capital, namesIn } from '../../view/words.ts'
import { FindingFilters } from './filters.tsx'
import {
  gradeOf,
  linkIdOf,
  listingOf,
  type Outcome,
  outcomes,
  reasonsOf,
  type Section,
  sectionsOf,
} from './findings.ts'
import { subjectName } from './names.ts'
import { Refining } from './refining.tsx'
import { WaveChoice } from './wave-choice.tsx'

/** Of one kind this many are read at once; the rest is unfolded. */
const mostAtOnce = 4

/** Findings as sentences: signals, then what the data cannot tell, then what was looked for and not found. */
export function FindingList({ record, place, wave, diagnosis }: FindingListProps) {
  const t = useText()
  const adjust = useAdjust()
  const { dataQuality } = diagnosis
  // Where everybody answered nothing was tried with fewer answers.
  const isComplete = dataQuality.responseRate === 1
  const findings = isComplete
    ? diagnosis.findings.map((finding) => ({ ...finding, survival: null }))
    : diagnosis.findings
  const actor = place.actor ?? null
  const listing = listingOf(findings, record, place, actor)
  const filtered = listing.shown.length < findings.length
  return (
    <div className="finding-list">
      <header className="finding-list-head">
        <p className="finding-list-title" aria-hidden="true">
          {t.diagnosis.heading(record.name)}
        </p>
        <WaveChoice record={record} wave={wave} />
        <DataBasis record={record} wave={wave} quality={dataQuality} />
        <Refining key={`${record.revision} ${wave.id}`} territory={record.id} diagnosis={diagnosis} />
        {dataQuality.basis === 'survey' && (
          <Button className="link-button" onPress={() => adjust({ finding: undefined, from: '', to: '' }, 'push')}>
            {t.diagnosis.whatIf.open}
          </Button>
        )}
        <FindingFilters record={record} place={place} listing={listing} />
        <p className="finding-count" aria-live="polite">
          {t.diagnosis.counted(listing.shown.length, findings.length)}{' '}
          {filtered && (
            <Button
              className="link-button"
              onPress={() => adjust({ ...selecting(null), kinds: [], spheres: [], outcomes: [] })}
            >
              {t.diagnosis.showAll}
            </Button>
          )}
        </p>
        {actor !== null && <p className="note">{t.diagnosis.aboutActor(record.actors.get(actor)?.name ?? actor)}</p>}
      </header>
      {listing.shown.length === 0 && <p className="note">{t.diagnosis.nothing}</p>}
      {outcomes.map((outcome) => (
        <OutcomePart
          key={outcome}
          record={record}
          place={place}
          outcome={outcome}
          findings={listing.shown.filter(({ status }) => status === outcome)}
        />
      ))}
      <WhomToAsk record={record} toAsk={diagnosis.toAsk} />
      <p className="note">{t.diagnosis.organisations}</p>
    </div>
  )
}

interface FindingListProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
}

/** What the wave rests on, and what that allows. */
function DataBasis({ record, wave, quality }: { record: TerritoryRecord; wave: Wave; quality: Quality }) {
  const t = useText()
  const names = quality.missingTop.map((id) => record.actors.get(id)?.name ?? id)
  const whom = t.diagnosis.basis.whom(record.actors.size, record.actors.size - quality.actors)
  if (quality.basis !== 'survey') {
    return (
      <div className="data-basis">
        <p>{t.diagnosis.basis[quality.basis](wave.date)}</p>
        <p>{whom}</p>
      </div>
    )
  }
  return (
    <div className="data-basis">
      <p>{whom}</p>
      <details>
        <summary>{t.diagnosis.basis.survey(wave.date, quality.answered, quality.asked)}</summary>
        <p>{t.diagnosis.gates[quality.gate]}</p>
        <p>{t.diagnosis.basis.kinds(quality.relation.map((kind) => wordOf(t, record, 'tieKind', kind)))}</p>
        {names.length > 0 && <p>{t.diagnosis.missingTop(names)}</p>}
      </details>
    </div>
  )
}

type Quality = DiagnosisWire['dataQuality']

/** Silent actors, each with why its answer would teach much. */
function WhomToAsk({ record, toAsk }: { record: TerritoryRecord; toAsk: DiagnosisWire['toAsk'] }) {
  const t = useText()
  if (toAsk.length === 0) return null
  const item = (silent: (typeof toAsk)[number]) => (
    <li key={silent.actor}>
      <NameLink
        selected={{ noun: 'actor', id: silent.actor }}
        name={record.actors.get(silent.actor)?.name ?? silent.actor}
      />
      <span className="fact-source"> – {bound(t.findings.toAsk(silent))}</span>
    </li>
  )
  const others = toAsk.slice(mostAtOnce)
  return (
    <section className="outcome">
      <h2>{t.diagnosis.toAsk.heading}</h2>
      <p className="note">{t.diagnosis.toAsk.lead}</p>
      <ol className="facts">{toAsk.slice(0, mostAtOnce).map(item)}</ol>
      {others.length > 0 && (
        <details>
          <summary>{t.diagnosis.more(others.length)}</summary>
          <ol className="facts" start={mostAtOnce + 1}>
            {others.map(item)}
          </ol>
        </details>
      )}
    </section>
  )
}

function OutcomePart({ record, place, outcome, findings }: OutcomePartProps) {
  const t = useText()
  if (findings.length === 0) return null
  const heading = (
    <h2>
      {t.diagnosis.outcomes[outcome]} <span className="count">{t.number(findings.length)}</span>
    </h2>
  )
  const lead = <p className="note">{t.diagnosis.outcomeLeads[outcome]}</p>
  const sections = () =>
    sectionsOf(findings).map((section) => (
      <KindSection key={section.kind} record={record} place={place} section={section} />
    ))
  if (outcome === 'none')
    return (
      <details className="outcome" open={place.outcomes.includes('none')}>
        <summary>{heading}</summary>
        {lead}
        {sections()}
      </details>
    )
  return (
    <section className="outcome">
      {heading}
      {lead}
      {outcome === 'insufficient' ? <Reasons record={record} place={place} findings={findings} /> : sections()}
    </section>
  )
}

interface OutcomePartProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly outcome: Outcome
  readonly findings: readonly FindingWire[]
}

function KindSection({ record, place, section }: { record: TerritoryRecord; place: Place; section: Section }) {
  const t = useText()
  const { kind, findings } = section
  const item = (finding: FindingWire) => (
    <FindingItem key={finding.id} record={record} place={place} finding={finding}>
      {bound(t.findings.statement(finding, namesIn(t, record)))}
    </FindingItem>
  )
  // One more costs no more room than saying that there is one more.
  const atOnce = findings.length === mostAtOnce + 1 ? findings.length : mostAtOnce
  const folded = findings.slice(atOnce)
  return (
    <section className="kind">
      <h3>
        {t.diagnosis.kinds[kind]} <span className="count">{t.number(findings.length)}</span>
      </h3>
      <ul>{findings.slice(0, atOnce).map(item)}</ul>
      {folded.length > 0 && (
        <details open={folded.some((finding) => finding.id === place.finding)}>
          <summary>{t.diagnosis.more(folded.length)}</summary>
          <ul>{folded.map(item)}</ul>
        </details>
      )}
    </section>
  )
}

/** A reason is said once for all that it holds of. */
function Reasons({ record, place, findings }: Omit<OutcomePartProps, 'outcome'>) {
  const t = useText()
  const names = namesIn(t, record)
  return [...reasonsOf(findings)].map(([reason, held]) => (
    <section key={reason} className="kind">
      <h3>{reason && capital(t.findings.reasons[reason])}</h3>
      {sectionsOf(held).map((section) => {
        const [first, ...rest] = section.findings
        const name = t.diagnosis.kinds[section.kind]
        if (first && rest.length === 0 && subjectName(first, names) === '')
          return (
            <ul key={section.kind}>
              <FindingItem record={record} place={place} finding={first}>
                {name}
              </FindingItem>
            </ul>
          )
        return (
          <details key={section.kind} open={section.findings.some((finding) => finding.id === place.finding)}>
            <summary>
              {name} <span className="count">{t.number(section.findings.length)}</span>
            </summary>
            <ul>
              {section.findings.map((finding) => (
                <FindingItem key={finding.id} record={record} place={place} finding={finding}>
                  {subjectName(finding, names) || name}
                </FindingItem>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  ))
}

function FindingItem({ record, place, finding, children }: FindingItemProps) {
  const note = record.notes.get(finding.id)
  const isOpen = place.finding === finding.id
  return (
    <li className={`finding finding-${finding.status}`}>
      <PlaceLink
        id={linkIdOf(finding.id)}
        change={{ ...selecting(null), finding: finding.id, from: undefined, to: undefined }}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span>{children}</span>
      </PlaceLink>
      <Marks finding={finding} note={note} />
    </li>
  )
}

/** Beside its sentence: its grade, what people said of it, how well it holds. */
function Marks({ finding, note }: { finding: FindingWire; note: Note | undefined }) {
  const t = useText()
  const { survival, named } = finding
  const grade = gradeOf(finding)
  if (!grade && !note && named && survival === null) return null
  return (
    <p className="finding-marks">
      {grade && <span className="mark">{t.findings.grades[grade]}</span>}
      {note && <span className="mark">{t.diagnosis.note.kinds[note.kind]}</span>}
      {!named && <span className="mark">{survival === null ? t.diagnosis.unsettled : t.diagnosis.unnamed}</span>}
      {survival !== null && <span className="note">{t.diagnosis.holds(t.percent(survival), survival === 1)}</span>}
    </p>
  )
}

interface FindingItemProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly finding: FindingWire
  readonly children: string
}
