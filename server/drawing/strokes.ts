import { paper } from './appearance.ts'
import type { Scene, SceneTie, Stroke } from './scene.ts'
import type { Standing, StandingOf } from './standing.ts'

/** How a tie of each standing is drawn on a screen: by its line first, so that it is told without colour. Width and ink are factors of those it has. */
export const strokeOf: Readonly<
  Record<Standing, Required<Stroke> & { readonly width: number; readonly most: number; readonly ink: number }>
> = {
  confirmed: { dashed: false, dotted: false, doubled: true, width: 2.3, most: 5, ink: 1.1 },
  declared: { dashed: false, dotted: false, doubled: false, width: 1.1, most: 4, ink: 1.1 },
  shared: { dashed: false, dotted: false, doubled: false, width: 0.7, most: 3, ink: 0.6 },
  uncertain: { dashed: true, dotted: false, doubled: false, width: 1, most: 3, ink: 1 },
  fading: { dashed: false, dotted: true, doubled: false, width: 1.4, most: 4, ink: 1.5 },
}

/** A scene whose ties between actors show what they rest on, and whose silent actors are hollow, with a dotted outline. `silent`: keys of nodes. */
export function standingScene(scene: Scene, standingOf: StandingOf, silent: ReadonlySet<string>): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map((node) => (silent.has(node.key) ? { ...node, color: paper, dotted: true } : node)),
    ties: scene.ties.map((tie) => (tie.noun === 'tie' ? standingTie(tie, standingOf(tie)) : tie)),
  }
}

export function standingTie(tie: SceneTie, standing: Standing): SceneTie {
  const { width, most, ink, ...stroke } = strokeOf[standing]
  return {
    ...tie,
    ...stroke,
    standing,
    size: Math.min(most, tie.size * width),
    strength: Math.min(0.7, tie.strength * ink),
  }
}
