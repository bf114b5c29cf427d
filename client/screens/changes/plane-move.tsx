import { scaleLinear } from 'd3-scale'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import type { ComparedProps } from './comparison.ts'

const width = 480
const height = 320
const margin = { top: 20, right: 24, bottom: 44, left: 52 }

/** Where those who answered both times stood between cohesion and opening, and stand: both ends of the arrow are points of the same actors. */
export function PlaneMove({ record, comparison }: ComparedProps) {
  const t = useText()
  const words = t.changeWords.plane
  const { value, reason } = comparison.plane
  const labels = [comparison.before, comparison.after].map(({ wave }) => record.waves.get(wave)?.label ?? wave)
  const [then = '', now = ''] = labels
  if (!value) {
    return (
      <section className="changes-group">
        <h2>{words.heading}</h2>
        <p className="note">{bound(t.changes.tables.unsaid(words.heading, t.changeWords.reasons[reason]))}</p>
      </section>
    )
  }
  const { before, after, actors } = value
  const places = [before, after].flatMap((point) =>
    point.cohesion === null || point.opening === null ? [] : [{ cohesion: point.cohesion, opening: point.opening }],
  )
  const sentences = words.moves(value)
  const [a, b] = places
  return (
    <section className="changes-group">
      <h2>{words.heading}</h2>
      <p className="prose">{bound(words.lead(actors))}</p>
      {a && b && <Arrow ends={[a, b]} labels={[then, now]} label={sentences.join(' ')} />}
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{bound(sentence)}</li>
        ))}
      </ul>
    </section>
  )
}

interface Point {
  readonly cohesion: number
  readonly opening: number
}

function Arrow({
  ends,
  labels,
  label,
}: {
  ends: readonly [Point, Point]
  labels: readonly [string, string]
  label: string
}) {
  const t = useText()
  const domain = (key: keyof Point, least: number) => {
    const values = ends.map((point) => point[key])
    return [Math.min(least, ...values), Math.max(0.2, ...values) * 1.2]
  }
  const x = scaleLinear(domain('cohesion', 0), [margin.left, width - margin.right]).nice()
  const y = scaleLinear(domain('opening', 0), [height - margin.bottom, margin.top]).nice()
  const [from, to] = ends.map((point) => [x(point.cohesion), y(point.opening)] as const) as [
    readonly [number, number],
    readonly [number, number],
  ]
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  // The arrow stops at the edge of the point it leads to.
  const short =
    length < 14 ? to : ([to[0] - ((to[0] - from[0]) * 9) / length, to[1] - ((to[1] - from[1]) * 9) / length] as const)
  const isUp = to[1] < from[1]
  return (
    <svg className="plane-move" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        <marker id="move-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8Z" className="plane-arrowhead" />
        </marker>
      </defs>
      {x.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={margin.top} y2={height - margin.bottom} className="plane-move-grid" />
          <text x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle" className="plane-move-tick">
            {t.number(tick, 2)}
          </text>
        </g>
      ))}
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className="plane-move-grid" />
          <text x={margin.left - 8} y={y(tick)} textAnchor="end" dominantBaseline="middle" className="plane-move-tick">
            {t.number(tick, 2)}
          </text>
        </g>
      ))}
      <text x={(margin.left + width - margin.right) / 2} y={height - 6} textAnchor="middle" className="plane-move-tick">
        {t.changes.plane.x}
      </text>
      <text
        transform={`translate(12 ${(height - margin.bottom + margin.top) / 2}) rotate(-90)`}
        textAnchor="middle"
        className="plane-move-tick"
      >
        {t.changes.plane.y}
      </text>
      {length >= 14 && <path d={`M${from}L${short}`} className="plane-move-arrow" markerEnd="url(#move-head)" />}
      <circle cx={from[0]} cy={from[1]} r="6" className="plane-move-then" />
      <circle cx={to[0]} cy={to[1]} r="6" className="plane-move-now" />
      <text x={from[0] + 10} y={from[1] + (isUp ? 16 : -8)}>
        {labels[0]}
      </text>
      <text x={to[0] + 10} y={to[1] + (isUp ? -8 : 16)}>
        {labels[1]}
      </text>
    </svg>
  )
}
