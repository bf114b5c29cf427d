import type { Random } from '../analysis/random.ts'
import { graphOf } from '../network/graph.ts'
import { type Case, type Tied, vouching } from './case.ts'
import { sampleWithout } from './statistics/resampling.ts'

/**
 * The case as it would be had these respondents not answered either: what only they told is lost, what others told of them is kept. The earlier
 * wave, groups and programme stay as they are.
 */
export function withoutRespondents(subject: Case, dropped: Iterable<number>): Case {
  const gone = new Uint8Array(subject.actors.length)
  for (const node of dropped) gone[node] = 1
  const declared = stillVouched(subject.declared, gone)
  return {
    ...subject,
    silent: subject.silent.map((flag, node) => flag | gone[node]!),
    declared,
    all: subject.all === subject.declared ? declared : stillVouched(subject.all, gone),
  }
}

/** As many respondents, drawn at random, as would not answer were non-response to strike those who did at the same rate; empty when everybody answered. */
export function furtherSilence(subject: Case, responseRate: number, random: Random): Int32Array {
  const respondents = [...subject.asked.keys()].filter((node) => subject.asked[node] && !subject.silent[node])
  return sampleWithout(respondents, Math.round((1 - responseRate) * respondents.length), random)
}

function stillVouched(tied: Tied, gone: Uint8Array): Tied {
  const { graph, vouched, families, strength, vertical, silence, vitality, lastContact } = tied
  const left = new Uint8Array(graph.edgeCount)
  const kept: number[] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    const lost = (gone[graph.sources[e]!] ? vouching.source : 0) | (gone[graph.targets[e]!] ? vouching.target : 0)
    left[e] = vouched[e]! & ~lost
    if (left[e] !== 0) kept.push(e)
  }
  return {
    graph: graphOf({
      directed: false,
      nodeCount: graph.nodeCount,
      sources: kept.map((e) => graph.sources[e]!),
      targets: kept.map((e) => graph.targets[e]!),
    }),
    vouched: Uint8Array.from(kept, (e) => left[e]!),
    families: Uint8Array.from(kept, (e) => families[e]!),
    strength: Float64Array.from(kept, (e) => strength[e]!),
    vertical: Uint8Array.from(kept, (e) => vertical[e]!),
    silence: Float64Array.from(kept, (e) => silence[e]!),
    vitality: Float64Array.from(kept, (e) => vitality[e]!),
    lastContact: kept.map((e) => lastContact[e] ?? null),
  }
}
