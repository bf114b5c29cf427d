import { scaleLinear } from 'd3-scale'
import type { Wave } from '#domain/territory.ts'
import { placeLabels } from '#drawing/labels.ts'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { useWidth } from './width.ts'

/** A wave, and where it puts the territory. */
export interface Placed {
  readonly wave: Wave
  readonly profile: DiagnosisWire['profile']
}

/** Drawn as wide as there is room, so that letters keep their size. */
const widest = 620
const narrowest = 280
/** Of the points between which an arrow goes. */
export const stayersRadius = 5
const anchors = { left: 'start', right: 'end', center: 'middle' } as const
const margin = { top: 16, right: 20, bottom: 48, left: 56 }

/** Where the waves of a territory stand between cohesion and opening, and on which side of the cross. */
export function Plane({ placed, current, fragileAbove }: PlaneProps) {
  const t = useText()
  const words = t.diagnosis.profile
  const [figure, room] = useWidth(widest)
  const width = Math.min(widest, Math.max(narrowest, room))
  const height = Math.round(100 + 0.6 * width)
  const points = placed.flatMap(({ wave, profile }) => {
    const { cohesion, opening, quadrant, externalTies, firstCarrier } = profile
    if (!cohesion || !opening) return []
    return [
      { wave, cohesion, opening, quadrant, externalTies, concentrated: (firstCarrier?.share ?? 0) > fragileAbove },
    ]
  })
  const arrows = placed.flatMap(({ wave, profile }) => {
    const movement = movementOf(profile)
    return movement ? [{ wave, movement }] : []
  })
  const valuesOf = (key: 'cohesion' | 'opening') => [
    ...points.flatMap((point) => {
      const { value, interval, band } = point[key]
      return [value, crossOf(point)?.[key] ?? value, ...ends(interval), ...ends(band)]
    }),
    ...arrows.flatMap(({ movement: { before, now } }) => [before[key], now[key]]),
  ]
  const reach = (key: 'cohesion' | 'opening') => Math.min(1, 1.12 * Math.max(0.2, ...valuesOf(key)))
  const x = scaleLinear()
    // Less closed than chance is below 0.
    .domain([Math.max(-1, 1.12 * Math.min(0, ...valuesOf('cohesion'))), reach('cohesion')])
    .nice()
    .range([margin.left, width - margin.right])
  const y = scaleLinear()
    .domain([0, reach('opening')])
    .nice()
    .range([height - margin.bottom, margin.top])
  const here = points.find(({ wave }) => wave.id === current)
  const mostTies = Math.max(1, ...points.map(({ externalTies }) => externalTies))
  const radiusOf = (ties: number) => 4 + 7 * Math.sqrt(ties / mostTies)
  // Letters are about seven units wide; the wave looked at has its name first.
  const moved = arrows.find(({ wave }) => wave.id === current)?.movement
  const movedNames = (['before', 'now'] as const).flatMap((time) =>
    moved
      ? [
          {
            key: `${time} of the stayers`,
            x: x(moved[time].cohesion),
            y: y(moved[time].opening),
            radius: stayersRadius + 1,
            lines: [words.stayers[time]],
            width: 6.5 * words.stayers[time].length,
            height: 15,
            weight: 0.5,
          },
        ]
      : [],
  )
  const names = placeLabels(
    [
      ...movedNames,
      ...points.map(({ wave, cohesion, opening, externalTies }) => ({
        key: wave.id,
        x: x(cohesion.value),
        // The ranges of the one looked at run to all four sides: its name stands in the corner between two.
        y: y(opening.value) - (wave.id === current ? radiusOf(externalTies) + 6 : 0),
        radius: radiusOf(externalTies) + 2,
        lines: [wave.label],
        width: 7 * wave.label.length,
        height: 16,
        weight: wave.id === current ? 1 : 0,
      })),
    ],
    { width, height, insist: points.length + movedNames.length },
  )
  const number = (value: number) => t.number(value, 2)
  const label = words.chartLabel([
    ...points.map(({ wave, cohesion, opening, quadrant }) =>
      words.point(wave.label, number(cohesion.value), number(opening.value), quadrant && words.quadrants[quadrant]),
    ),
    ...arrows.map(({ wave, movement }) => `${wave.label}. ${movementInWords(t, movement)}`),
  ])
  const cross = here ? crossOf(here) : null
  return (
    <figure className="plane" ref={figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="plane-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="5" className="plane-hatch" />
          </pattern>
          <marker id="arrowhead" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="5" markerHeight="5" orient="auto">
            <path d="M0 0L8 4L0 8Z" className="plane-arrowhead" />
          </marker>
        </defs>
        {x.ticks(5).map((tick) => (
          <text key={tick} className="axis-label" x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle">
            {number(tick)}
          </text>
        ))}
        {y.ticks(5).map((tick) => (
          <text key={tick} className="axis-label" x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {number(tick)}
          </text>
        ))}
        <path
          className="axis"
          fill="none"
          d={`M${margin.left} ${margin.top}V${height - margin.bottom}H${width - margin.right}`}
        />
        <text className="axis-name" x={width - margin.right} y={height - 8} textAnchor="end">
          {words.x} →
        </text>
        <text className="axis-name" x={14} y={margin.top} textAnchor="end" transform={`rotate(-90 14 ${margin.top})`}>
          {words.y} →
        </text>
        {cross && (
          <g className="plane-cross">
            <line x1={x(cross.cohesion)} x2={x(cross.cohesion)} y1={margin.top} y2={height - margin.bottom} />
            <line x1={margin.left} x2={width - margin.right} y1={y(cross.opening)} y2={y(cross.opening)} />
            <text x={width - margin.right - 4} y={margin.top + 14} textAnchor="end">
              {words.quadrants.woven_open}
            </text>
            <text x={width - margin.right - 4} y={height - margin.bottom - 8} textAnchor="end">
              {words.quadrants.withdrawn}
            </text>
            <text x={margin.left + 8} y={margin.top + 14}>
              {words.quadrants.outgoing}
            </text>
            <text x={margin.left + 8} y={height - margin.bottom - 8}>
              {words.quadrants.scattered}
            </text>
          </g>
        )}
        {points.map((point) => {
          const isHere = point === here
          const [px, py] = [x(point.cohesion.value), y(point.opening.value)]
          const { interval: wide, band: thick } = point.cohesion
          const { interval: high, band: tall } = point.opening
          return (
            <g key={point.wave.id} className={isHere ? 'plane-point here' : 'plane-point'}>
              {isHere && (
                <g className="plane-ranges">
                  {wide && <line x1={x(wide.low)} x2={x(wide.high)} y1={py} y2={py} />}
                  {high && <line x1={px} x2={px} y1={y(high.low)} y2={y(high.high)} />}
                  {thick && <line className="band" x1={x(thick.low)} x2={x(thick.high)} y1={py} y2={py} />}
                  {tall && <line className="band" x1={px} x2={px} y1={y(tall.low)} y2={y(tall.high)} />}
                </g>
              )}
              <circle
                cx={px}
                cy={py}
                r={radiusOf(point.externalTies)}
                fill={point.concentrated ? 'url(#hatched)' : undefined}
              />
            </g>
          )
        })}
        {arrows.map(({ wave, movement: { before, now } }) => {
          const from = { x: x(before.cohesion), y: y(before.opening) }
          const to = { x: x(now.cohesion), y: y(now.opening) }
          const ends = fromRimToRim(from, to)
          return (
            <g key={wave.id} className={wave.id === current ? 'plane-arrow here' : 'plane-arrow'}>
              <circle className="before" cx={from.x} cy={from.y} r={stayersRadius} />
              <circle className="now" cx={to.x} cy={to.y} r={stayersRadius} />
              {ends && <line {...ends} className="ground" />}
              {ends && <line {...ends} markerEnd="url(#arrowhead)" />}
            </g>
          )
        })}
        {names.map(({ key, x: left, y: middle, align, lines }) => (
          <text
            key={key}
            className={key === current ? 'plane-name here' : 'plane-name'}
            x={left}
            y={middle + 4}
            textAnchor={anchors[align]}
          >
            {lines}
          </text>
        ))}
        {points.length === 0 && (
          <text className="axis-name" x={width / 2} y={height / 2} textAnchor="middle">
            {t.undefined}
          </text>
        )}
      </svg>
    </figure>
  )
}

interface PlaneProps {
  readonly placed: readonly Placed[]
  readonly current: string
  /** A first carrier of more of the ties outside than this hatches the point. */
  readonly fragileAbove: number
}

interface At {
  readonly x: number
  readonly y: number
}

/** The line between two points of stayers that meets both rims; null where they are too near for one: the points tell it. */
export function fromRimToRim(from: At, to: At): { x1: number; y1: number; x2: number; y2: number } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < 2 * stayersRadius + 6) return null
  const [dx, dy] = [((to.x - from.x) / length) * stayersRadius, ((to.y - from.y) / length) * stayersRadius]
  return { x1: from.x + dx, y1: from.y + dy, x2: to.x - dx, y2: to.y - dy }
}

interface Movement {
  readonly stayers: number
  readonly before: { readonly cohesion: number; readonly opening: number }
  readonly now: { readonly cohesion: number; readonly opening: number }
}

/** Whence and where those moved who answered the earlier wave too; null where that is not defined. */
export function movementOf({ trajectory }: Placed['profile']): Movement | null {
  if (!trajectory) return null
  const { stayers, before, now } = trajectory
  if (before.cohesion === null || before.opening === null || now.cohesion === null || now.opening === null) return null
  return {
    stayers,
    before: { cohesion: before.cohesion, opening: before.opening },
    now: { cohesion: now.cohesion, opening: now.opening },
  }
}

export function movementInWords(t: Text, { stayers, before, now }: Movement): string {
  const { movement } = t.diagnosis.profile
  return bound(movement(stayers, [before.cohesion, now.cohesion], [before.opening, now.opening]))
}

/** Where the cross stands: a convention across, or the median of the territories held; what chance gives upwards; null where that is not known. */
function crossOf({ cohesion, opening }: Pick<Crossed, 'cohesion' | 'opening'>) {
  return opening.expected === null ? null : { cohesion: cohesion.cross.at, opening: opening.expected }
}

interface Crossed {
  readonly cohesion: NonNullable<Placed['profile']['cohesion']>
  readonly opening: NonNullable<Placed['profile']['opening']>
}

function ends(interval: { readonly low: number; readonly high: number } | null): number[] {
  return interval ? [interval.low, interval.high] : []
}
