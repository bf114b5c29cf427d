import { useQuery } from '@tanstack/react-query'
import { groundLines, groundLooks } from '#drawing/backdrop.ts'
import type { SurroundingsWire } from '#wire/surroundings.ts'
import { surroundingsQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import type { View } from '../../view/view.ts'

/** What the lines under actors on the ground are, where they come from, or why there are none. */
export function GroundLegend({ view }: { view: View }) {
  const t = useText()
  const isOnGround = view.appearance.layout === 'geographic'
  const { data: around } = useQuery({ ...surroundingsQuery(view.record.id), enabled: isOnGround })
  if (!isOnGround || !around) return null
  const { map, withoutMap, unknown, nowhere } = around
  const communes = actorsByCommune(around, view)
  const { ground } = t.explore
  const drawn = groundLines.filter((kind) =>
    kind === 'shore' ? (map?.shores.length ?? 0) > 0 : map?.borders.some(({ of }) => of === kind),
  )
  return (
    <div>
      <p className="section-title">{ground.heading}</p>
      <ul className="legend-notes">
        {drawn.map((kind) => {
          const { color, width, dash } = groundLooks[kind]
          return (
            <li key={kind}>
              <svg className="glyph" width="28" height="20" aria-hidden="true">
                <path d="M1 10H27" stroke={color} strokeWidth={width} strokeDasharray={dash?.join(' ')} />
              </svg>
              {ground.lines[kind]}
            </li>
          )
        })}
        {map && map.towns.length > 0 && <li>{ground.towns}</li>}
        {withoutMap && communes.length > 0 && <li>{ground.without[withoutMap]}</li>}
        {unknown.length > 0 && <li>{ground.unknown(unknown)}</li>}
        {nowhere > 0 && <li>{ground.nowhere(nowhere)}</li>}
        {map && <li>{ground.source}</li>}
      </ul>
      {communes.length > 0 && (
        <details className="legend-kinds">
          <summary>{ground.byCommune(communes.length)}</summary>
          <ul className="legend-notes">
            {communes.map(([name, actors]) => (
              <li key={name}>{ground.inCommune(name, actors)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Names of the actors seen in each commune, the communes of most actors first. */
function actorsByCommune({ places }: SurroundingsWire, { record, network, shown }: View): [string, string[]][] {
  const seen = new Set(shown.map((node) => network.actors[node]))
  const communes = new Map<string, string[]>()
  for (const { name, actors } of places) {
    const names = actors.filter((id) => seen.has(id)).map((id) => record.actors.get(id)?.name ?? id)
    if (names.length > 0) communes.set(name, [...(communes.get(name) ?? []), ...names])
  }
  return [...communes].sort(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b, 'fr'))
}
