import { useText } from '../../text/language.tsx'
import { NameLink } from '../../view/facts.tsx'
import { PlaceLink } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'

/** As many are listed by name; the sentence says how many there are. */
const mostListed = 50

/** Actors that no roster, tie or participation names: how many, who, and what brings them in. Nothing where there are none. */
export function Unnamed({ view }: { view: View }) {
  const t = useText()
  const { record, network } = view
  const { noWave } = network.absent
  if (noWave.length === 0) return null
  return (
    <details className="unnamed">
      <summary>{t.status.unnamed(noWave.length)}</summary>
      <p>
        {t.status.unnamedNext} <PlaceLink screen="data">{t.data.importHeading}</PlaceLink>
      </p>
      <ul className="unnamed-list">
        {noWave.slice(0, mostListed).map((id) => (
          <li key={id}>
            <NameLink selected={{ noun: 'actor', id }} name={record.actors.get(id)?.name ?? id} />
          </li>
        ))}
        {noWave.length > mostListed && <li>{t.diagnosis.more(noWave.length - mostListed)}</li>}
      </ul>
    </details>
  )
}
