import { useQuery } from '@tanstack/react-query'
import type { ComparisonWire } from '#wire/comparison.ts'
import { type FindingWire, kinds } from '#wire/diagnosis.ts'
import { diagnosisQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { namesIn } from '../../view/words.ts'
import type { ComparedProps } from './comparison.ts'

type Fate = NonNullable<ComparisonWire['findings']>[number]

const fates = ['appeared', 'vanished', 'persisted', 'unknown'] as const
/** Of each fate, those shown before the others are folded. */
const mostShown = 8
const mostNamed = 3

/** Findings that appeared, vanished, persisted, and why. */
export function FindingFates({ record, comparison }: ComparedProps) {
  const t = useText()
  const words = t.changes.findings
  const { findings, stage } = comparison
  const said = useSaid(record.id, comparison)
  return (
    <section className={findings === null ? 'finding-fates finding-fates-waiting' : 'finding-fates'}>
      <h2>{words.heading}</h2>
      {findings === null && (
        <p className="note" role="status">
          {words.waiting}
        </p>
      )}
      {stage === 'first' && (
        <p className="note" role="status">
          {words.refining}
        </p>
      )}
      {findings && (
        <div className="fate-columns">
          {fates.map((fate) => (
            <FateList
              key={fate}
              fate={fate}
              record={record}
              comparison={comparison}
              own={findings.filter((finding) => finding.fate === fate)}
              said={said}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function FateList({ fate, own, ...compared }: FateListProps) {
  const t = useText()
  const words = t.changes.findings
  const [shown, folded] = [own.slice(0, mostShown), own.slice(mostShown)]
  return (
    <section>
      <h3>
        {t.changeWords.fates[fate]} <span className="count">{t.number(own.length)}</span>
      </h3>
      {fate === 'unknown' && own.length > 0 && <p className="note">{words.unknownNote}</p>}
      {own.length === 0 && <p className="note">{words.none}</p>}
      <ul>
        {shown.map((finding) => (
          <FateLine key={finding.key} finding={finding} {...compared} />
        ))}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary>{words.more(folded.length)}</summary>
          <ul>
            {folded.map((finding) => (
              <FateLine key={finding.key} finding={finding} {...compared} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface FateListProps extends ComparedProps {
  readonly fate: (typeof fates)[number]
  readonly own: readonly Fate[]
  readonly said: Said
}

/** The findings of each of the two waves, by key, as far as they are known. */
type Said = ReadonlyMap<string, ReadonlyMap<string, FindingWire>>

/** What both diagnoses say, which were made for the comparison. */
function useSaid(territory: string, { before, after, stage }: ComparisonWire): Said {
  const enabled = stage === 'refined'
  const then = useQuery({ ...diagnosisQuery(territory, before.wave), enabled })
  const now = useQuery({ ...diagnosisQuery(territory, after.wave), enabled })
  const byKey = (findings: readonly FindingWire[] = []) => new Map(findings.map((finding) => [finding.id, finding]))
  return new Map([
    [before.wave, byKey(then.data?.findings)],
    [after.wave, byKey(now.data?.findings)],
  ])
}

/** Leads to the finding, in the wave that says it. */
function FateLine({
  finding,
  record,
  comparison,
  said,
}: ComparedProps & { readonly finding: Fate; readonly said: Said }) {
  const t = useText()
  const words = t.changes.findings
  const names = namesIn(t, record)
  const about = isAboutActors(finding.kind) ? ((finding.after ?? finding.before)?.actors ?? []) : []
  const wave = finding.fate === 'vanished' ? comparison.before.wave : comparison.after.wave
  const title = t.findings.titles[finding.kind as FindingWire['kind']] ?? finding.kind
  const whole = said.get(wave)?.get(finding.key)
  return (
    <li className="fate-line">
      <PlaceLink screen="findings" change={{ wave, since: undefined, finding: finding.key, page: 'list' }}>
        {title}
      </PlaceLink>
      {whole ? (
        <span className="fate-about">{bound(words.told(t.findings.statement(whole, names)))}</span>
      ) : (
        about.length > 0 && (
          <span className="fate-about">
            {bound(
              words.told(
                words.about(about.slice(0, mostNamed).map(names.actor), Math.max(0, about.length - mostNamed)),
              ),
            )}
          </span>
        )
      )}
      {finding.why && <span className="fate-why">{bound(words.why(t.changeWords.fateReasons[finding.why]))}</span>}
    </li>
  )
}

/** Of the others the actors told are ends of ties that show it. */
function isAboutActors(kind: string): boolean {
  const { roles } = kinds[kind as FindingWire['kind']] ?? { roles: {} }
  return Object.values(roles).some((noun) => noun === 'actor' || noun === 'actors' || noun === 'pairs')
}
