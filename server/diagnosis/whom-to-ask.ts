import { type Case, vouching } from './case.ts'
import { chanceUntold, fewTies, type Reconstruction } from './reconstruction.ts'
import { insideNodes } from './rules/isolation.ts'

/** An actor inside that did not answer. */
export interface Silent {
  readonly actor: string
  /** Asked and silent; false: nobody asked it. */
  readonly asked: boolean
  /** How many of those who answered name it. */
  readonly namedBy: number
  /** What its answer would settle of who is isolated: fall to be expected of Σ p (1 − p). */
  readonly gain: number
}

const mostListed = 100

/**
 * Whose answer would teach most about who is isolated: those named least first, then by gain. Of who answered without a tie, the silent s may hold one with
 * probability q; that it does not makes p what it is, so that its answer takes p² q / (1 − q) off p (1 − p).
 */
export function whomToAsk(subject: Case, reconstruction: Reconstruction): Silent[] {
  const { actors, silent, asked } = subject
  const { offsets } = subject.all.graph.out
  const alone = insideNodes(subject).filter((node) => offsets[node] === offsets[node + 1])
  const isolation = new Map(alone.map((node) => [node, fewTies(reconstruction, node, 0).none]))
  const named = namedByRespondents(subject)
  const listed = insideNodes(subject)
    .filter((node) => silent[node])
    .map((node) => {
      const own = isolation.get(node) ?? 0
      const others = [...isolation].reduce((sum, [other, p]) => {
        if (other === node) return sum
        const q = chanceUntold(reconstruction, node, other)
        return sum + (p * p * q) / (1 - q)
      }, 0)
      return {
        actor: actors[node]!,
        asked: asked[node] === 1,
        namedBy: named[node]!,
        gain: own * (1 - own) + others,
      }
    })
  // Sorting is stable: equals stay in the order of their names.
  return listed.sort((a, b) => a.namedBy - b.namedBy || b.gain - a.gain).slice(0, mostListed)
}

function namedByRespondents({ declared: { graph, vouched } }: Case): Int32Array {
  const named = new Int32Array(graph.nodeCount)
  for (let e = 0; e < graph.edgeCount; e++) {
    if (vouched[e]! & vouching.source) named[graph.targets[e]!]!++
    if (vouched[e]! & vouching.target) named[graph.sources[e]!]!++
  }
  return named
}
