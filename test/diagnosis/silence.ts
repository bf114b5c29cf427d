import { worldOf as fictitiousWorld, type World } from '../../examples/fictitious/world.ts'
import { connectedComponents, membersOf } from '../../server/analysis/components.ts'
import { coreNumbers } from '../../server/analysis/cores.ts'
import { degrees } from '../../server/analysis/degree.ts'
import { type Random, randomStream } from '../../server/analysis/random.ts'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import type { Case } from '../../server/diagnosis/case.ts'
import { dependences } from '../../server/diagnosis/dependence.ts'
import { mostActors } from '../../server/diagnosis/diagnose.ts'
import type { Finding, Kind } from '../../server/diagnosis/finding.ts'
import { dataQualityOf } from '../../server/diagnosis/response.ts'
import { sampleWithout } from '../../server/diagnosis/statistics/resampling.ts'
import { studyIsolation } from '../../server/diagnosis/study-of-isolation.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules, defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { here } from '../../server/diagnosis/work.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import type { Share } from './calibration.ts'
import { subjectOf } from './told.ts'
import { healthy, type WorldOptions, worldOf } from './worlds.ts'

/** A survey of a world whose every tie is known: who answers, and how much of it each end that does tells. */
export interface SilentRow {
  readonly name: string
  readonly world: WorldOptions
  readonly response: number
  readonly recall: number
  /** Some ties are told of less than others: each has a chance of its own, this far above or below `recall`. */
  readonly recallSpread?: number
}

const ties4: WorldOptions = { ...healthy, meanDegree: 4 }
const responses = [1, 0.9, 0.8, 0.7, 0.6] as const

export const silentRows: readonly SilentRow[] = [
  ...[0.8, 0.65].flatMap((recall) =>
    responses.map((response) => ({
      name: `${Math.round(100 * response)} % answer, recall ${recall}`,
      world: ties4,
      response,
      recall,
    })),
  ),
  { name: '80 % answer, recall 0.8, homophily × 4', world: { ...ties4, homophily: 4 }, response: 0.8, recall: 0.8 },
  { name: '80 % answer, recall 0.8, 25 actors', world: { ...ties4, actors: 25 }, response: 0.8, recall: 0.8 },
  { name: '80 % answer, recall 0.8, 120 actors', world: { ...ties4, actors: 120 }, response: 0.8, recall: 0.8 },
  { name: '80 % answer, recall 0.55 or 0.95 by tie', world: ties4, response: 0.8, recall: 0.75, recallSpread: 0.2 },
]

/** Lower ends of the classes of stated probability. */
export const classes = [0.5, 0.6, 0.7, 0.8, 0.9] as const
export const absentKinds = [
  'isolated_actor',
  'islet',
  'dependent_actor',
  'single_tie',
  'peripheral_actor',
] as const satisfies readonly Kind[]

/** By kind of finding and class of stated probability: how many were said, and how many of them are true. */
export type Calibrated = ReadonlyMap<string, Share>

/** « dependent_actor 0.8 » */
export function keyOf(kind: Kind, probability: number): string {
  return `${kind} ${classes.findLast((least) => probability >= least) ?? classes[0]}`
}

export async function calibrateSilence(row: SilentRow, worlds: number): Promise<Calibrated> {
  const tally = new Map<string, { of: number; count: number }>()
  for (let i = 0; i < worlds; i++) {
    const { network, truth } = worldOf(row.world, `${row.name}:${i}`)
    const random = randomStream(`survey:${row.name}:${i}`)
    const subject = caseOfNetwork(surveyOf({ ...network, graph: truth }, row, random))
    count(tally, await absencesSaid(subject, String(i)), (finding) => isTrueIn(truth, subject, finding))
  }
  return tally
}

/** Of the last wave of fictitious territories, whose ties are all known, told or not; who shares a space is tied besides. */
export async function calibrateTerritories(seeds: readonly string[]): Promise<Calibrated> {
  const tally = new Map<string, { of: number; count: number }>()
  for (const seed of seeds) {
    const world = fictitiousWorld(seed)
    const wave = world.planted.waves.at(-1)?.id ?? ''
    const subject = caseOf(world.territory, wave, defaultRules)
    const truth = truthOf(world, subject)
    count(tally, await absencesSaid(subject, seed), (finding) => isTrueIn(truth, subject, finding))
  }
  return tally
}

export function sumOver(calibrated: Calibrated, kinds: readonly Kind[], least?: number): Share {
  const parts = [...calibrated].filter(([key]) => {
    const [kind, from] = key.split(' ')
    return kinds.some((wanted) => wanted === kind) && (least === undefined || Number(from) === least)
  })
  return {
    of: parts.reduce((sum, [, share]) => sum + share.of, 0),
    count: parts.reduce((sum, [, share]) => sum + share.count, 0),
  }
}

function count(
  tally: Map<string, { of: number; count: number }>,
  findings: readonly Finding[],
  isTrue: (finding: Finding) => boolean,
): void {
  for (const finding of findings) {
    const key = keyOf(finding.kind, finding.probability ?? 0)
    const { of, count: before } = tally.get(key) ?? { of: 0, count: 0 }
    tally.set(key, { of: of + 1, count: before + Number(isTrue(finding)) })
  }
}

async function absencesSaid(subject: Case, seed: string): Promise<Finding[]> {
  const quality = dataQualityOf(subject, defaultThresholds)
  const { findings } = await studyIsolation(subject, quality, defaultThresholds, seed, here, mostActors)
  return findings.filter(({ probability }) => probability !== null)
}

function surveyOf(
  network: Parameters<typeof caseOfNetwork>[0],
  { response, recall, recallSpread = 0 }: SilentRow,
  random: Random,
): Parameters<typeof caseOfNetwork>[0] {
  const { actors, graph } = network
  const answering = Math.round(response * actors.length)
  const answered = new Set(sampleWithout([...actors.keys()], answering, random))
  const arcs: [number, number][] = []
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u = 0, v = 0] = [graph.sources[e], graph.targets[e]]
    const told = recall + (random() < 0.5 ? recallSpread : -recallSpread)
    if (answered.has(u) && random() < told) arcs.push([u, v])
    if (answered.has(v) && random() < told) arcs.push([v, u])
  }
  return {
    ...network,
    graph: graphOf({
      directed: true,
      nodeCount: actors.length,
      sources: arcs.map(([u]) => u),
      targets: arcs.map(([, v]) => v),
    }),
    answered: actors.map((_, node) => answered.has(node)),
  }
}

export function truthOf({ planted }: World, subject: Case): Graph {
  const ties = planted.waves.at(-1)?.ties ?? []
  // Some are tied to actors that nobody named.
  const ids = [...new Set([...subject.actors, ...ties.flat()])]
  const nodeOf = new Map(ids.map((id, node) => [id, node]))
  const n = ids.length
  const keys = new Set<number>()
  const add = (u: number, v: number) => keys.add(Math.min(u, v) * n + Math.max(u, v))
  const { sources, targets, edgeCount } = subject.all.graph
  for (let e = 0; e < edgeCount; e++) add(sources[e] ?? 0, targets[e] ?? 0)
  for (const [a, b] of ties) {
    const [u, v] = [nodeOf.get(a), nodeOf.get(b)]
    if (u !== undefined && v !== undefined) add(u, v)
  }
  const pairs = [...keys]
  return graphOf({
    directed: false,
    nodeCount: n,
    sources: pairs.map((key) => Math.floor(key / n)),
    targets: pairs.map((key) => key % n),
  })
}

/** Whether what is said of an actor, or a set of them, holds of all ties there are. */
export function isTrueIn(truth: Graph, subject: Case, finding: Finding): boolean {
  const node = subject.actors.indexOf(subjectOf(finding))
  const degree = (truth.out.offsets[node + 1] ?? 0) - (truth.out.offsets[node] ?? 0)
  if (finding.kind === 'isolated_actor') return degree === 0
  if (finding.kind === 'single_tie') return degree === 1
  if (finding.kind === 'dependent_actor') return (dependences(truth, defaultThresholds).on[node] ?? -1) >= 0
  if (finding.kind === 'peripheral_actor') return coreNumbers(degrees(truth.out), [truth.out])[node] === 1
  const component = membersOf(connectedComponents(truth.out)).find((set) => set.includes(node))
  return finding.kind === 'islet' && component?.length === finding.members.length
}
