import { betweenness, planBetweenness } from '../../analysis/betweenness.ts'
import type { Case } from '../case.ts'
import { type Finding, findingOf, measured, type TieEvidence } from '../finding.ts'
import { quantile } from '../statistics/interval.ts'
import type { Thresholds } from '../thresholds.ts'
import { insideNodes } from './isolation.ts'

/**
 * Actors half of whose ties, by strength, have been silent for longer than a living tie would be: with meetings as often as declared, or as its kind
 * has them, so long a silence comes by chance in less than one tie in twenty. A yearly tie last used 13 months ago is none. Ties are counted by strength where all of an
 * actor's are known, each for one otherwise. Without dates for most ties of anybody, there is nothing to say.
 *
 * « Les liens doivent être continuellement réactivés, sinon ils perdent en efficacité »: V. Angeon, J.-M. Callois (2005), Fondements théoriques du développement local,
 * Économie et Institutions 6-7:19-49. Bridges fade first, R. Burt (2000), Decay functions, Social Networks 22:1-28: they head the list of ties.
 */
export function fadingFindings(subject: Case, thresholds: Thresholds): Finding[] {
  const { declared } = subject
  const dated = declared.silence.some((chance) => !Number.isNaN(chance))
  if (!dated) return [findingOf('fading_ties', 'insufficient', { reason: 'no_dates' })]
  const isBridging = bridgingTies(subject)
  return insideNodes(subject).flatMap((node) => {
    const edges = edgesOf(subject, node)
    const known = edges.filter((e) => !Number.isNaN(declared.silence[e]!))
    const weighted = known.every((e) => !Number.isNaN(declared.strength[e]!))
    const weight = (e: number) => (weighted ? declared.strength[e]! : 1)
    const fading = known.filter((e) => declared.silence[e]! < thresholds['fading.silence'])
    const share = total(fading, weight) / total(known, weight)
    if (!(share >= thresholds['fading.share'])) return []
    const enough = known.length >= thresholds['fading.leastKnown'] * edges.length
    const inOrder = fading.toSorted((a, b) => isBridging[b]! - isBridging[a]! || a - b)
    return findingOf('fading_ties', enough ? 'signal' : 'insufficient', {
      actor: subject.actors[node]!,
      reason: enough ? null : 'no_dates',
      dims: [measured('fading', share)],
      ties: enough ? inOrder.map((e) => tieEvidence(subject, e)) : [],
    })
  })
}

/** Shortest paths through the ties of more actors than this are not counted. */
const mostSearched = 5_000

/** 1 for ties that lead to another sphere or out of the territory, or that carry more shortest paths than nine ties in ten. */
function bridgingTies({ declared, spheres, outside }: Case): Uint8Array {
  const { graph } = declared
  const paths = graph.nodeCount <= mostSearched ? betweenness(planBetweenness(graph), true).edges : null
  const carried = paths ?? new Float64Array(graph.edgeCount)
  const limit = quantile(Float64Array.from(carried).sort(), 0.9)
  return Uint8Array.from({ length: graph.edgeCount }, (_, e) => {
    const [u, v] = [graph.sources[e]!, graph.targets[e]!]
    const leads = spheres.groupOf[u] !== spheres.groupOf[v] || outside[u] !== outside[v]
    return leads || carried[e]! > limit ? 1 : 0
  })
}

function edgesOf({ declared }: Case, node: number): number[] {
  const { offsets, edges } = declared.graph.out
  return [...edges.subarray(offsets[node]!, offsets[node + 1]!)]
}

function tieEvidence({ actors, declared }: Case, e: number): TieEvidence {
  const { graph, lastContact } = declared
  const [from, to] = [actors[graph.sources[e]!]!, actors[graph.targets[e]!]!]
  return { from, to, role: 'fading', lastContact: lastContact[e] ?? null }
}

function total(edges: readonly number[], weight: (e: number) => number): number {
  return edges.reduce((sum, e) => sum + weight(e), 0)
}
