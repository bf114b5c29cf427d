import { availableParallelism } from 'node:os'
import type { Subject } from '../analysis/measure.ts'
import { type AskedPerimeter, perimeterWithin } from '../answer/perimeter.ts'
import { Snapshot } from '../answer/snapshot.ts'
import { type Grouping, measurableOf, partitionOf, seedFor } from '../answer/subject.ts'
import type { StoreChoice } from '../config.ts'
import { openStore } from '../open-store.ts'
import { Compute } from '../work/compute.ts'
import { documentOf, type MeasureDocument, measuresAsked } from './document.ts'
import { type BareNetwork, nodeColumn, outsideNodes, readEdgeList } from './edge-list.ts'
import { eachInTurn, readBeside, readSource } from './files.ts'
import { networkIn } from './network-file.ts'
import type { Notify } from './notice.ts'

interface MeasureOptions {
  /** Comma-separated ids; undefined: all that apply. */
  readonly measures?: string
  readonly seed?: string
  readonly exact?: true
  readonly twoMode?: true
}

export interface EdgeListMeasureOptions extends MeasureOptions {
  readonly directed?: true
  readonly weight?: string
  /** `{}` stands for the base name of each file. */
  readonly nodes?: string
  readonly group?: string
  /** COL=VALUE */
  readonly outside?: string
}

export interface TerritoryMeasureOptions extends MeasureOptions {
  readonly perimeter: AskedPerimeter
  readonly groups?: Grouping
}

/** Called with the share of the work that is done, 0..1, and the measure under way. */
export type Progress = (share: number, measure: string) => void

/** One document per edge list, in the order given; the first file that cannot be read ends the list. */
export async function* measureFiles(
  files: readonly string[],
  options: EdgeListMeasureOptions,
  progress: Progress,
  notify: Notify,
): AsyncGenerator<MeasureDocument> {
  const threads = availableParallelism()
  await using compute = new Compute({ desks: threads, cacheBytes: 0 })
  const shares = new Map<string, number>()
  yield* eachInTurn(files, threads, (file) =>
    measureFile(file, options, compute, notify, (share, measure) => {
      shares.set(file, share)
      progress(shares.values().reduce((sum, done) => sum + done, 0) / files.length, measure)
    }),
  )
}

/** The document of a territory's network in one perimeter. */
export async function measureTerritory(
  id: string,
  options: TerritoryMeasureOptions,
  choice: StoreChoice,
  progress: Progress,
): Promise<MeasureDocument> {
  await using store = await openStore(choice)
  await using compute = new Compute({ cacheBytes: 0 })
  const snapshot = new Snapshot(await store.load(id))
  const perimeter = perimeterWithin(snapshot.territory, options.perimeter)
  const { nodes, subject, loops } = options.twoMode
    ? twoModeOf(snapshot, perimeter)
    : {
        nodes: snapshot.network(perimeter).actors,
        subject: snapshot.subject(perimeter, options.groups ?? 'sphere'),
        loops: snapshot.network(perimeter).counts.loops,
      }
  const asked = seeded(subject, options)
  const results = await compute.measure(measurableOf(asked, nodes), measuresAsked(options.measures, asked), {
    progress,
  })
  return documentOf(nodes, asked, results, { loops, repeats: 0 })
}

function twoModeOf(snapshot: Snapshot, perimeter: Parameters<Snapshot['twoMode']>[0]) {
  const { actors, spaces } = snapshot.twoMode(perimeter)
  return { nodes: [...actors, ...spaces], subject: snapshot.twoModeSubject(perimeter), loops: 0 }
}

async function measureFile(
  name: string,
  options: EdgeListMeasureOptions,
  compute: Compute,
  notify: Notify,
  progress: Progress,
): Promise<MeasureDocument> {
  const { ties: file, nodes } = await networkIn(await readSource(name), notify)
  const nodeFile = options.nodes === undefined ? nodes : await readBeside(name, options.nodes)
  const network = readEdgeList(file, nodeFile, {
    directed: options.directed ?? false,
    twoMode: options.twoMode ?? false,
    weight: options.weight,
  })
  network.notices.forEach(notify)
  const subject = subjectOf(network, options)
  const asked = measuresAsked(options.measures, subject)
  const results = await compute.measure(measurableOf(subject, network.ids), asked, { progress })
  return documentOf(network.ids, subject, results, network.dropped)
}

function subjectOf(network: BareNetwork, options: EdgeListMeasureOptions): Subject {
  const { graph, modes } = network
  return seeded(
    {
      graph,
      partition: options.group === undefined ? null : partitionOf(nodeColumn(network, '--group', options.group)),
      external: options.outside === undefined ? null : Uint8Array.from(outsideNodes(network, options.outside), Number),
      modes,
      silent: null,
      seed: seedFor('maillage', graph),
    },
    options,
  )
}

function seeded(subject: Subject, { seed, exact }: MeasureOptions): Subject {
  return {
    ...subject,
    ...(seed === undefined ? {} : { seed: seedFor(seed, subject.graph) }),
    ...(exact ? { exact } : {}),
  }
}
