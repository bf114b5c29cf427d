import { edgeFlows, nodeFlows } from './betweenness.ts'
import { leidenChunks } from './communities.ts'
import { dependenceChunks } from './dependence.ts'
import { distanceChunks } from './distances.ts'
import type { Chunks } from './measure.ts'
import { removalChunks } from './removal.ts'
import { weightedChunks } from './weighted.ts'

const all: readonly Chunks<never, unknown>[] = [
  nodeFlows,
  edgeFlows,
  distanceChunks,
  weightedChunks,
  dependenceChunks,
  removalChunks,
  leidenChunks,
]

/** All work in chunks by name: how a thread finds what another asks it to do. */
export const chunkedWork: ReadonlyMap<string, Chunks<never, unknown>> = new Map(all.map((work) => [work.name, work]))
