import { useSyncExternalStore } from 'react'
import { faded } from '#drawing/appearance.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import type { Alluvial, Stratum } from './flows.ts'

/** Where names stand: beside the bars, or on what flows out of them where there is no room, as on a phone. */
const layouts = {
  beside: { width: 860, names: 250 },
  within: { width: 358, names: 0 },
} as const
const narrow = window.matchMedia('(max-width: 700px)')
const bar = 14
const gap = 10
const mostPerActor = 7
/** Of all bars of a wave together, about. */
const tall = 400
const least = 16

function useNarrow(): boolean {
  return useSyncExternalStore(
    (hear) => {
      narrow.addEventListener('change', hear)
      return () => narrow.removeEventListener('change', hear)
    },
    () => narrow.matches,
  )
}

/** Sets of actors in two waves, and who goes from which to which. Its words are in the table that goes with it. */
export function AlluvialChart({ alluvial, label, nameOf, briefOf, waves }: AlluvialProps) {
  const t = useText()
  const isNarrow = useNarrow()
  const { width, names } = layouts[isNarrow ? 'within' : 'beside']
  const actors = alluvial.flows.reduce((sum, flow) => sum + flow.actors.length, 0)
  const perActor = Math.min(mostPerActor, tall / Math.max(1, actors))
  const [left, right] = [stacked(alluvial.before, perActor), stacked(alluvial.after, perActor)]
  const height = Math.max(bottomOf(left), bottomOf(right)) + 28
  const [start, end] = [names + bar, width - names - bar]
  const middle = (start + end) / 2
  const used = { from: new Map<string, number>(), to: new Map<string, number>() }
  const order = (places: ReadonlyMap<string, Placed>, id: string) => places.get(id)?.y ?? 0
  const flows = alluvial.flows
    .toSorted((a, b) => order(left, a.from) - order(left, b.from) || order(right, a.to) - order(right, b.to))
    .flatMap((flow) => {
      const [source, target] = [left.get(flow.from), right.get(flow.to)]
      if (!source || !target) return []
      const of = (side: 'from' | 'to', { y, height: high, stratum: { id, size } }: Placed) => {
        const before = used[side].get(id) ?? 0
        used[side].set(id, before + flow.actors.length)
        return [y + (before / size) * high, y + ((before + flow.actors.length) / size) * high] as const
      }
      const [a, b] = of('from', source)
      const [c, d] = of('to', target)
      const path = `M${start} ${a}C${middle} ${a} ${middle} ${c} ${end} ${c}L${end} ${d}C${middle} ${d} ${middle} ${b} ${start} ${b}Z`
      return [{ flow, path, color: source.stratum.color }]
    })
  return (
    <svg
      className={isNarrow ? 'alluvial alluvial-narrow' : 'alluvial'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <text x={isNarrow ? 0 : names + bar} y="14" textAnchor={isNarrow ? 'start' : 'end'} className="alluvial-wave">
        {waves[0]}
      </text>
      <text x={isNarrow ? width : end} y="14" textAnchor={isNarrow ? 'end' : 'start'} className="alluvial-wave">
        {waves[1]}
      </text>
      {/* Thin ones are drawn last, over those they cross. */}
      {flows
        .toSorted((a, b) => b.flow.actors.length - a.flow.actors.length)
        .map(({ flow, path, color }) => (
          <path
            key={JSON.stringify([flow.from, flow.to])}
            d={path}
            fill={faded(color, 0.28)}
            stroke={faded(color, 0.6)}
            strokeWidth="0.75"
          >
            <title>
              {bound(t.changes.groups.flow(nameOf('before', flow.from), nameOf('after', flow.to), flow.actors.length))}
            </title>
          </path>
        ))}
      {(['before', 'after'] as const).map((side) =>
        [...(side === 'before' ? left : right).values()].map(({ stratum, y, height: high }) => {
          const isLeft = side === 'before'
          const isBefore = isLeft !== isNarrow
          const x = isLeft ? names + (isNarrow ? bar + 6 : -8) : end + (isNarrow ? -6 : bar + 8)
          return (
            <g key={`${side} ${stratum.id}`}>
              <rect x={isLeft ? names : end} y={y} width={bar} height={high} fill={stratum.color} />
              <text x={x} y={y + high / 2} dominantBaseline="middle" textAnchor={isBefore ? 'end' : 'start'}>
                {(isNarrow ? briefOf : nameOf)(side, stratum.id)}{' '}
                <tspan className="alluvial-size">{t.number(stratum.size)}</tspan>
              </text>
            </g>
          )
        }),
      )}
    </svg>
  )
}

interface AlluvialProps {
  readonly alluvial: Alluvial
  readonly label: string
  readonly nameOf: (side: 'before' | 'after', id: string) => string
  /** Where there is little room. */
  readonly briefOf: (side: 'before' | 'after', id: string) => string
  readonly waves: readonly [before: string, after: string]
}

interface Placed {
  readonly stratum: Stratum
  readonly y: number
  readonly height: number
}

/** One below the other, each as tall as it has actors, but tall enough for its name. */
function stacked(strata: readonly Stratum[], perActor: number): Map<string, Placed> {
  let y = 28
  return new Map(
    strata.map((stratum) => {
      const placed = { stratum, y, height: Math.max(least, stratum.size * perActor) }
      y += placed.height + gap
      return [stratum.id, placed]
    }),
  )
}

function bottomOf(places: ReadonlyMap<string, Placed>): number {
  return [...places.values()].reduce((most, { y, height }) => Math.max(most, y + height), 28)
}
