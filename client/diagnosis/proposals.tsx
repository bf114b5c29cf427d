import { Button } from 'react-aria-components'
import type { FindingWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../record.ts'
import { useText } from '../text/language.tsx'
import { namesIn } from './names.ts'

/** The fewest introductions that would lift a finding, or how far three go; they are dashed on the map. */
export function Proposals({ record, finding, onTry }: ProposalsProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const { whatIf, named } = finding
  if (!whatIf || whatIf.ties.length === 0 || !named) return null
  const { actor } = namesIn(t, record)
  return (
    <section>
      <h3>{words.heading}</h3>
      <p>{(whatIf.lifted ? words.lifted : words.notLifted)(whatIf.ties.length)}</p>
      <ol className="proposals">
        {whatIf.ties.map(({ from, to, ratio, introducer }) => (
          <li key={`${from} ${to}`}>
            <p>
              <strong>{actor(from)}</strong> – <strong>{actor(to)}</strong>
            </p>
            <p className="note">
              {introducer !== null && `${words.introducedBy(actor(introducer))}${words.and}`}
              {words.reaches(t.percent(ratio))}
            </p>
            <Button className="link-button" onPress={() => onTry([from, to])}>
              {words.try}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ProposalsProps {
  readonly record: TerritoryRecord
  readonly finding: FindingWire
  readonly onTry: (pair: readonly [string, string]) => void
}
