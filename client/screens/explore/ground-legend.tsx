import { useQuery } from '@tanstack/react-query'
import { groundLines, groundLooks } from '#drawing/backdrop.ts'
import { surroundingsQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import type { View } from '../../view/view.ts'

/** What the lines under actors on the ground are, where they come from, or why there are none. */
export function GroundLegend({ view }: { view: View }) {
  const t = useText()
  const isOnGround = view.appearance.layout === 'geographic'
  const { data: around } = useQuery({ ...surroundingsQuery(view.record.id), enabled: isOnGround })
  if (!isOnGround || !around) return null
  const { map, withoutMap, unknown } = around
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
        {withoutMap && <li>{ground.without[withoutMap]}</li>}
        {unknown.length > 0 && <li>{ground.unknown(unknown)}</li>}
        {map && <li>{ground.source}</li>}
      </ul>
    </div>
  )
}
