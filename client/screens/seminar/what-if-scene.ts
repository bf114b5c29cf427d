import type { Supposed } from '#domain/scenario.ts'
import { hues, ink, paper } from '#drawing/appearance.ts'
import { actorKey, type Scene, type SceneTie } from '#drawing/scene.ts'
import type { ScenarioWire } from '#wire/seminar.ts'

/** Before the name of who leaves, is cut off, becomes indispensable: told without colour. */
export const marks = { leaving: '− ', cutOff: '○ ', indispensable: '! ' } as const

/** How ties are drawn that no longer carry anything, that are made, and that would have absorbed it. */
export const strokes = {
  weakened: { size: 1.8, strength: 0.9, dashed: true, hue: hues[4] },
  added: { size: 2.8, strength: 0.9, dashed: false, hue: hues[0] },
  absorbing: { size: 2, strength: 0.9, dashed: false, dotted: true, hue: ink },
} as const satisfies Readonly<Record<string, Omit<SceneTie, 'noun' | 'from' | 'to'>>>

/** The map of today as the scenario makes it, everything in its place: who leaves is hollow and has no tie. */
export function supposedScene(scene: Scene, supposed: Supposed, effect: ScenarioWire): Scene {
  const keys = (ids: readonly string[]) => new Set(ids.map(actorKey))
  const leaving = keys(supposed.leaving)
  const cutOff = keys(effect.cutOff)
  const indispensable = keys(effect.indispensable.map(({ actor }) => actor))
  const weakened = new Set(supposed.weakened.map(pairKey))
  const drawn = new Set(scene.nodes.map(({ key }) => key))
  const tie = ([a, b]: readonly [string, string], stroke: (typeof strokes)[keyof typeof strokes]): SceneTie[] => {
    const ends = { from: actorKey(a), to: actorKey(b) }
    const isDrawn = [ends.from, ends.to].every((end) => drawn.has(end) && !leaving.has(end))
    return isDrawn ? [{ noun: 'tie', ...ends, ...stroke }] : []
  }
  const kept = scene.ties
    .filter(({ from, to }) => !leaving.has(from) && !leaving.has(to))
    .map((one) => (weakened.has(keyOfEnds(one.from, one.to)) ? { ...one, ...strokes.weakened } : one))
  return {
    ...scene,
    nodes: scene.nodes.map((node) => {
      const mark = leaving.has(node.key)
        ? marks.leaving
        : cutOff.has(node.key)
          ? marks.cutOff
          : indispensable.has(node.key)
            ? marks.indispensable
            : null
      if (mark === null) return node
      return {
        ...node,
        color: mark === marks.indispensable ? node.color : paper,
        line: mark === marks.leaving ? node.color : ink,
        label: `${mark}${node.label}`,
        weight: node.weight + 100_000,
      }
    }),
    ties: [
      ...kept,
      ...supposed.added.flatMap((ends) => tie(ends, strokes.added)),
      ...effect.absorbing.flatMap(({ between }) => tie(between, strokes.absorbing)),
    ],
  }
}

function pairKey([a, b]: readonly [string, string]): string {
  return keyOfEnds(actorKey(a), actorKey(b))
}

function keyOfEnds(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}
