import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { type DiagnosisWire, type FindingWire, kinds } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useEscape } from '../../page/escape.ts'
import { Region } from '../../page/failure.tsx'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { namesIn } from '../../view/words.ts'
import { Concerned } from './concerned.tsx'
import { gradeOf, kindOf, linkIdOf } from './findings.ts'
import { FindingNote } from './note-form.tsx'
import { FindingNumber } from './number.tsx'
import { Proposals } from './proposals.tsx'
import { Trial, type TrialProps } from './trial.tsx'

/** Why a finding is one: its sentence, its numbers, its ties, what would lift it, how well it holds. */
export function Evidence({ finding, ...rest }: EvidenceProps) {
  const t = useText()
  return (
    <EvidenceFrame finding={finding?.id ?? null}>
      {finding ? <EvidenceOf finding={finding} {...rest} /> : <p className="note">{t.diagnosis.evidence.gone}</p>}
    </EvidenceFrame>
  )
}

function EvidenceOf({ record, place, diagnosis, finding }: EvidenceProps & { readonly finding: FindingWire }) {
  const t = useText()
  const adjust = useAdjust()
  const names = namesIn(t, record)
  const suggestion = t.findings.suggestion(finding, names)
  const grade = gradeOf(finding)
  const isOfProgramme = kinds[finding.kind].restsOn === 'programme'
  return (
    <>
      <header className="sheet-head">
        <h2>{t.diagnosis.kinds[kindOf(finding)]}</h2>
        <p className="lead">{bound(t.findings.statement(finding, names))}</p>
        {grade && (
          <p className="finding-marks">
            <span className="mark">{t.findings.grades[grade]}</span>
          </p>
        )}
      </header>
      {suggestion && (
        <section>
          <h3>{t.diagnosis.evidence.question}</h3>
          <p>{bound(suggestion)}</p>
        </section>
      )}
      {finding.reference && (
        <section>
          <h3>{t.diagnosis.evidence.reference}</h3>
          <p>{bound(t.findings.references[finding.reference])}</p>
        </section>
      )}
      {marksTies.has(finding.kind) && finding.named && <p className="note">{bound(t.diagnosis.evidence.onMap)}</p>}
      <Solidity diagnosis={diagnosis} finding={finding} />
      {finding.status !== 'insufficient' && (
        <section>
          <h3>{t.diagnosis.evidence.numbers}</h3>
          {finding.dims.length === 0 && <p className="note">{t.diagnosis.evidence.noNumbers}</p>}
          {finding.dims.map((dim) => (
            <FindingNumber key={dim.key} dim={dim} />
          ))}
        </section>
      )}
      <Proposals
        record={record}
        finding={finding}
        onTry={
          diagnosis.dataQuality.basis === 'survey' ? (pair) => adjust({ from: pair[0], to: pair[1] }, 'push') : null
        }
      />
      {(!isOfProgramme || finding.kind === 'first_meetings') && diagnosis.dataQuality.basis === 'survey' && (
        <Trial record={record} place={place} diagnosis={diagnosis} />
      )}
      <Concerned record={record} finding={finding} />
      <FindingNote record={record} finding={finding} />
    </>
  )
}

/** Findings whose ties the map draws hollow or dashed. */
const marksTies: ReadonlySet<FindingWire['kind']> = new Set([
  'critical_broker',
  'single_tie',
  'fading_ties',
  'closed_group',
  'first_meetings',
])

interface EvidenceProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly diagnosis: DiagnosisWire
  readonly finding: FindingWire | null
}

/** A trial by itself, beside no finding. */
export function FreeTrial(props: TrialProps) {
  return (
    <EvidenceFrame trial>
      <Trial {...props} />
    </EvidenceFrame>
  )
}

function EvidenceFrame({ finding = null, trial = false, children }: EvidenceFrameProps) {
  const t = useText()
  const words = trial ? t.diagnosis.trial : t.diagnosis.evidence
  const adjust = useAdjust()
  const close = () => adjust({ finding: undefined, from: undefined, to: undefined })
  const frame = useRef<HTMLElement>(null)
  useEscape(frame, close)
  useEffect(() => {
    const element = frame.current
    const opener = document.activeElement
    // What opened it is a link in a long list: who reads with the keyboard goes on from here, and then from there again.
    element?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement !== document.body) return
      // A finding may have been said anew meanwhile: then its link is another element.
      const back = finding ? document.getElementById(linkIdOf(finding)) : opener
      if (back instanceof HTMLElement) back.focus()
    }
  }, [finding])
  return (
    <aside ref={frame} className={trial ? 'evidence free-trial' : 'evidence'} aria-label={words.label} tabIndex={-1}>
      <Button className="sheet-close icon-button" aria-label={words.close} onPress={close}>
        ×
      </Button>
      <Region name="evidence" about={finding}>
        {children}
      </Region>
    </aside>
  )
}

interface EvidenceFrameProps {
  /** Id of the finding it is about. */
  readonly finding?: string | null
  readonly trial?: boolean
  readonly children: ReactNode
}

/** How often it would still be found, and what the data behind it are worth. */
function Solidity({ diagnosis, finding }: { diagnosis: DiagnosisWire; finding: FindingWire }) {
  const t = useText()
  const words = t.diagnosis.evidence
  const { response, status, floor } = finding
  const { gate } = diagnosis.dataQuality
  return (
    <section>
      <h3>{words.solidity}</h3>
      {(status === 'signal' || status === 'fact') && <p>{solidityInWords(t, diagnosis, finding)}</p>}
      {response !== null && <p>{words.response(t.percent(response))}</p>}
      {finding.doubtful > 0 && <p>{t.findings.prudence(finding)}</p>}
      {floor && <p>{words.floor}</p>}
      {kinds[finding.kind].restsOn !== 'programme' && <p className="note">{t.diagnosis.gates[gate]}</p>}
      <p className="note">
        {words.rule(finding.rule)} · <PlaceLink change={{ page: 'method' }}>{words.method}</PlaceLink>
      </p>
    </section>
  )
}

function solidityInWords(t: Text, { stage, dataQuality }: DiagnosisWire, finding: FindingWire): string {
  const words = t.diagnosis.evidence
  const { kind, survival, named, probability } = finding
  if (probability !== null) {
    const told = words.probability(t.percent(probability))
    return `${told} ${dataQuality.responseRate === 1 ? words.onlyForgotten : t.findings.probability}`
  }
  if (survival === null) {
    const restsOnAnswers = dataQuality.basis === 'survey' && kinds[kind].restsOn === 'answers'
    if (!restsOnAnswers || stage === 'refined') return words.noSurvival
    return named ? words.survivalToCome : words.namesToCome
  }
  if (!named) return words.hidden(t.percent(survival))
  if (survival < 1) return words.survives(t.percent(survival))
  return dataQuality.responseRate === 1 ? words.everybodyAnswered : words.survivesAlways
}
