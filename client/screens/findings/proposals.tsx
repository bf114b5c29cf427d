import { Button } from 'react-aria-components'
import type { FindingWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { namesIn } from '../../view/words.ts'

type Pair = readonly [string, string]

/** Introductions: the fewest that would lift a finding, or how far three go; or those a project makes. Dashed on the map. */
export function Proposals({ record, finding, onTry }: ProposalsProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  if (finding.kind === 'first_meetings') return <Meetings record={record} pairs={finding.pairs} onTry={onTry} />
  if (finding.kind !== 'closed_group') return null
  const { whatIf } = finding
  if (!whatIf || whatIf.ties.length === 0) return null
  const { actor } = namesIn(t, record)
  return (
    <section>
      <h3>{words.heading}</h3>
      <p>{(whatIf.lifted ? words.lifted : words.notLifted)(whatIf.ties.length)}</p>
      <ol className="proposals">
        {whatIf.ties.map(({ from, to, ratio, introducer }) => (
          <li key={`${from} ${to}`}>
            <PairNames record={record} pair={[from, to]} />
            <p className="note">
              {introducer !== null && `${words.introducedBy(actor(introducer))}${words.and}`}
              {words.reaches(t.percent(ratio))}
            </p>
            <Try pair={[from, to]} onTry={onTry} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ProposalsProps {
  readonly record: TerritoryRecord
  readonly finding: FindingWire
  /** Null: nobody was asked, so nothing can be tried. */
  readonly onTry: ((pair: Pair) => void) | null
}

function Meetings({ record, pairs, onTry }: MeetingsProps) {
  const t = useText()
  if (pairs.length === 0) return null
  return (
    <section>
      <h3>{t.diagnosis.whatIf.meetings}</h3>
      <ul className="proposals">
        {pairs.map((pair) => (
          <li key={pair.join(' ')}>
            <PairNames record={record} pair={pair} />
            <Try pair={pair} onTry={onTry} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface MeetingsProps extends Omit<ProposalsProps, 'finding'> {
  readonly pairs: readonly Pair[]
}

function PairNames({ record, pair: [a, b] }: { record: TerritoryRecord; pair: Pair }) {
  const { actor } = namesIn(useText(), record)
  return (
    <p>
      <strong>{actor(a)}</strong> – <strong>{actor(b)}</strong>
    </p>
  )
}

function Try({ pair, onTry }: { pair: Pair; onTry: ProposalsProps['onTry'] }) {
  const t = useText()
  if (!onTry) return null
  return (
    <Button className="link-button" onPress={() => onTry(pair)}>
      {t.diagnosis.whatIf.try}
    </Button>
  )
}
