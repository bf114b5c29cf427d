import { faded, hues, ink, paper, secondInk } from '#drawing/appearance.ts'
import type { Categories } from '#drawing/categories.ts'
import { actorKey, frameOf, radiusOf, type Scene, type SceneNode, type SceneTie } from '#drawing/scene.ts'
import { shortName } from '#drawing/short-name.ts'
import type { Positions } from '#layout/positions.ts'
import type { ComparisonWire } from '#wire/comparison.ts'
import type { TerritoryRecord } from '../../data/record.ts'

export const tieFates = ['kept', 'ended', 'new', 'not_comparable'] as const
export type TieFate = (typeof tieFates)[number]

/** How a fate is drawn: by its line first, so that it is told without colour. */
export const strokes: Readonly<Record<TieFate, Omit<SceneTie, 'noun' | 'from' | 'to'> & { readonly hue: string }>> = {
  kept: { size: 1.2, strength: 0.45, dashed: false, hue: ink },
  ended: { size: 1.8, strength: 0.9, dashed: true, hue: hues[4] },
  new: { size: 2.8, strength: 0.9, dashed: false, hue: hues[0] },
  not_comparable: { size: 1.4, strength: 0.6, dashed: false, dotted: true, hue: secondInk },
}

/** A hue of no fate. */
const sand = faded(hues[1], 0.6)

/** Marks before the name of an actor that joined, or left. */
export const marks = { joiner: '+ ', leaver: '− ' } as const

interface OverlayInput {
  readonly record: TerritoryRecord
  readonly comparison: ComparisonWire
  readonly positions: Positions
  readonly categories: Categories
  readonly shown: ReadonlySet<TieFate>
}

/** Both waves on the same positions: every actor that either speaks of, and what became of every tie. */
export function overlaySceneOf({ record, comparison, positions, categories, shown }: OverlayInput): Scene {
  const { roster, pairs } = comparison
  const joiners = new Set(roster.joiners)
  const leavers = new Set(roster.leavers)
  const degrees = new Map<string, number>()
  for (const end of pairs.flatMap(({ ends }) => ends)) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  const most = Math.max(0, ...degrees.values())
  const actors = actorsOf(comparison)
  const nodes = actors.flatMap((id): SceneNode[] => {
    const point = positions.actors.get(id)
    if (!point) return []
    const { color, shape } = categories.categoryOf(id).look
    const mark = joiners.has(id) ? marks.joiner : leavers.has(id) ? marks.leaver : ''
    const size = radiusOf(degrees.get(id) ?? 0, most, actors.length)
    return [
      {
        key: actorKey(id),
        noun: 'actor',
        id,
        x: point[0],
        y: point[1],
        size,
        shape,
        // Who left is hollow; who joined is edged with ink.
        color: leavers.has(id) ? paper : color,
        line: joiners.has(id) ? ink : color,
        // Here ties have hues, too.
        leader: sand,
        label: `${mark}${shortName(record.actors.get(id)?.name ?? id)}`,
        weight: size * 1_000 + (mark ? 10_000 : 0),
      },
    ]
  })
  const drawn = new Set(nodes.map(({ key }) => key))
  // What changed lies over what was kept.
  const order: readonly TieFate[] = ['not_comparable', 'kept', 'ended', 'new']
  const ties = order
    .filter((fate) => shown.has(fate))
    .flatMap((fate) => pairs.filter((pair) => pair.fate === fate).flatMap((pair) => tieOf(pair, drawn)))
  return { nodes, ties, areas: [], frame: frameOf(positions), directed: false }
}

/** Whoever either wave speaks of. */
function actorsOf({ before, after }: ComparisonWire): string[] {
  const there = [before, after].flatMap(({ standings: { named = [], silent = [], answered = [] } }) => [
    ...named,
    ...silent,
    ...answered,
  ])
  return [...new Set(there)].sort()
}

function tieOf(
  { ends: [a = '', b = ''], fate }: ComparisonWire['pairs'][number],
  drawn: ReadonlySet<string>,
): SceneTie[] {
  const ends = { from: actorKey(a), to: actorKey(b) }
  return drawn.has(ends.from) && drawn.has(ends.to) ? [{ noun: 'tie', ...ends, ...strokes[fate] }] : []
}
