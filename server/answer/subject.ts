import { createHash } from 'node:crypto'
import type { Partition, Subject } from '../analysis/measure.ts'
import type { Change } from '../analysis/what-if.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import type { Graph } from '../network/graph.ts'
import type { Network } from '../network/network.ts'
import type { TwoModeNetwork } from '../network/two-mode.ts'
import { inSharedMemory } from '../threads/memory.ts'
import { type Bytes, jsonBytes, jsonIn } from './bytes.ts'
import type { NodeIds } from './values.ts'

/** The field of actors whose values are the groups. */
export type Grouping = 'sphere' | 'type' | 'scope' | 'commune'

/** What measures see of a network. Who is outside says something only where outside actors take part. */
export function subjectOf(territory: Territory, network: Network, grouping: Grouping): Subject {
  const actors = network.actors.map((id) => territory.actors.get(id))
  return {
    graph: network.graph,
    partition: partitionOf(actors.map((actor) => actor?.[grouping])),
    external:
      network.perimeter.actors === 'inside' ? null : Uint8Array.from(actors, (actor) => (actor?.inside ? 0 : 1)),
    modes: null,
    silent: network.silent,
    seed: seedOf(territory, network.graph),
  }
}

/** What measures see of actors and their spaces: actors are the first mode, and nobody is grouped. */
export function twoModeSubjectOf(territory: Territory, { actors, graph }: TwoModeNetwork): Subject {
  return {
    graph,
    partition: null,
    external: null,
    modes: Uint8Array.from({ length: graph.nodeCount }, (_, node) => (node < actors.length ? 0 : 1)),
    silent: null,
    seed: seedOf(territory, graph),
  }
}

/** Groups by code-point order of their names; a node without a name, or with an empty one, belongs to none. */
export function partitionOf(names: readonly (string | undefined)[]): Partition {
  const distinct = new Set(names.filter((name) => name !== undefined && name !== ''))
  const sorted = [...distinct].filter((name) => name !== undefined).sort(compareText)
  const indexOf = new Map(sorted.map((name, index) => [name, index]))
  return { names: sorted, groupOf: Int32Array.from(names, (name) => indexOf.get(name ?? '') ?? -1) }
}

/** The root of every random stream on a graph: the same ties give the same draws, on any machine. */
export function seedFor(seed: string, graph: Graph): string {
  const hash = createHash('sha256').update(`${graph.directed} ${graph.nodeCount}`)
  for (const part of [graph.sources, graph.targets, graph.weights]) if (part) hash.update(part)
  return `${seed}:${hash.digest('hex').slice(0, 16)}`
}

/** A name for everything a measure may look at: equal fingerprints, equal results. */
export function fingerprintOf(subject: Subject): string {
  const { graph, partition, external, modes, silent, seed, exact } = subject
  const hash = createHash('sha256')
  hash.update(JSON.stringify([seed, exact ?? false, graph.directed, graph.nodeCount, partition?.names ?? null]))
  for (const part of [graph.sources, graph.targets, graph.weights, partition?.groupOf, external, modes, silent]) {
    hash.update(part ? `${part.length};` : '-;')
    if (part) hash.update(part)
  }
  return hash.digest('base64url')
}

function seedOf(territory: Territory, graph: Graph): string {
  return seedFor(seedNamed(territory), graph)
}

/** The seed that a territory set, or else everybody's. */
export function seedNamed(territory: Territory): string {
  return String(territory.settings.get('seed')?.value ?? 'maillage')
}

/** What is measured, and the names its figures will bear: in shared memory, to be handed from thread to thread. */
export interface Measurable {
  readonly subject: Subject
  /** JSON of the ids by node number. */
  readonly names: Bytes
  /** Equal fingerprints, equal bytes of every figure. */
  readonly fingerprint: string
  /** Measured as the network would be after one change. */
  readonly whatIf?: WhatIf
}

export interface WhatIf {
  readonly change: Change
  /** Fingerprint of the network as it is. */
  readonly before: string
}

/** @param nodes ids by node number */
export function measurableOf(subject: Subject, nodes: readonly string[]): Measurable {
  const names = jsonBytes(nodes)
  const fingerprint = createHash('sha256').update(fingerprintOf(subject)).update(names).digest('base64url')
  return inSharedMemory({ subject, names, fingerprint })
}

/** The same network after a change. @param nodes ids by node number, after it */
export function changed(before: Measurable, change: Change, nodes: readonly string[]): Measurable {
  const names = inSharedMemory(jsonBytes(nodes))
  const hash = createHash('sha256').update(before.fingerprint).update(JSON.stringify(change)).update(names)
  return {
    subject: before.subject,
    names,
    fingerprint: hash.digest('base64url'),
    whatIf: { change, before: before.fingerprint },
  }
}

export function namesIn({ subject, names }: Measurable): NodeIds {
  return { nodes: jsonIn(names) as string[], twoMode: subject.modes !== null }
}
