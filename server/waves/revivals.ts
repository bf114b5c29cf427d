import { betweenness, planBetweenness } from '../analysis/betweenness.ts'
import { cutsOf } from '../analysis/cuts.ts'
import type { Case } from '../diagnosis/case.ts'
import { introducerOf } from '../diagnosis/what-if.ts'
import type { Step } from './series.ts'

/** A tie that fades, and what it holds together. */
export interface Revival {
  readonly ends: readonly [string, string]
  /** What is left of it, 1 on the day of its last contact, half of that after each half-life of its kind. */
  readonly vitality: number
  /** Chance that a living tie is silent for so long. */
  readonly silence: number
  readonly lastContact: string | null
  /** Share of the pairs of actors whose shortest paths go through it, 0..1. */
  readonly held: number
  /** Without it some would no longer reach others. */
  readonly isBridge: boolean
  /** (1 − vitality) · held: those lost soonest that hold most come first. */
  readonly worth: number
  /** The common partner with fewest ties, who could bring the two together; null: none. */
  readonly goBetween: string | null
}

/** How many ties a year keep the network as it is. */
export interface YearlyNeed {
  readonly ties: number
  /** 95 %, by that of the survival. */
  readonly interval: { readonly low: number; readonly high: number }
  readonly from: string
  readonly to: string
}

/** Shortest paths through the ties of more actors than this are not counted. */
const mostSearched = 2_000

/**
 * Ties silent for longer than a living one would be, the worthiest first; null where no tie is dated, or of too many actors.
 *
 * « Les liens doivent être continuellement réactivés, sinon ils perdent en efficacité »: V. Angeon, J.-M. Callois (2005), Économie et Institutions 6-7:19-49.
 *
 * @param fadingBelow chance of so long a silence, below which a tie fades
 */
export function revivalsOf({ declared, actors }: Case, fadingBelow: number): Revival[] | null {
  const { graph, vitality, silence, lastContact } = declared
  const n = graph.nodeCount
  if (silence.every((chance) => Number.isNaN(chance)) || n > mostSearched) return null
  const carried = betweenness(planBetweenness(graph), true).edges ?? new Float64Array(graph.edgeCount)
  const { bridges } = cutsOf(graph)
  const isBridge = new Set(bridges)
  const nameOf = (node: number) => actors[node] ?? ''
  return [...silence.keys()]
    .filter((e) => silence[e]! < fadingBelow)
    .map((e): Revival => {
      const [u, v] = [graph.sources[e]!, graph.targets[e]!]
      const held = carried[e]! / ((n * (n - 1)) / 2)
      const between = introducerOf(graph, u, v)
      return {
        ends: [nameOf(u), nameOf(v)],
        vitality: vitality[e]!,
        silence: silence[e]!,
        lastContact: lastContact[e] ?? null,
        held,
        isBridge: isBridge.has(e),
        worth: (1 - vitality[e]!) * held,
        goBetween: between < 0 ? null : nameOf(between),
      }
    })
    .sort((a, b) => b.worth - a.worth || (a.ends.join(' ') < b.ends.join(' ') ? -1 : 1))
}

/** Ties that end in a year at the pace of the last step: as many are to be revived, or begun, for the network to stay as it is. Null where no survival is known. */
export function yearlyNeed(ties: number, { from, to, years, survival }: Step): YearlyNeed | null {
  if (survival === null || years === null || years <= 0) return null
  const lostOf = (kept: number) => ties * (1 - kept ** (1 / years))
  const { value, interval } = survival
  return { ties: lostOf(value), interval: { low: lostOf(interval.high), high: lostOf(interval.low) }, from, to }
}
