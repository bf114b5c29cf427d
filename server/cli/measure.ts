import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Subject } from '../analysis/measure.ts'
import { Compute } from '../compute/compute.ts'
import { type AskedPerimeter, perimeterWithin } from '../compute/perimeter.ts'
import { Snapshot } from '../compute/snapshot.ts'
import { type Grouping, partitionOf, seedFor } from '../compute/subject.ts'
import type { StoreChoice } from '../config.ts'
import { openStore } from '../main.ts'
import { documentOf, type MeasureDocument, measuresAsked } from './document.ts'
import { type BareNetwork, demandColumn, readEdgeList, type TextFile } from './edge-list.ts'
import { Refusal, reasonOf } from './refusal.ts'

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

/** One document per edge list, in the order given; the first file that cannot be read ends the list. */
export async function* measureFiles(
  files: readonly string[],
  options: EdgeListMeasureOptions,
): AsyncGenerator<MeasureDocument> {
  const threads = Math.min(availableParallelism(), files.length)
  await using compute = new Compute({ threads, cacheBytes: 0 })
  const running: Promise<MeasureDocument>[] = []
  for (const file of files) {
    if (running.length >= threads) yield (await running.shift()) as MeasureDocument
    const document = measureFile(file, options, compute)
    // Reported in its turn, when it is awaited.
    document.catch(() => {})
    running.push(document)
  }
  for (const document of running) yield await document
}

/** The document of a territory's network in one perimeter. */
export async function measureTerritory(
  id: string,
  options: TerritoryMeasureOptions,
  choice: StoreChoice,
): Promise<MeasureDocument> {
  await using store = await openStore(choice)
  await using compute = new Compute({ threads: 1 })
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
  const results = await compute.measure(asked, measuresAsked(options.measures, asked))
  return documentOf(nodes, asked, results, { loops, repeats: 0 })
}

function twoModeOf(snapshot: Snapshot, perimeter: Parameters<Snapshot['twoMode']>[0]) {
  const { actors, spaces } = snapshot.twoMode(perimeter)
  return { nodes: [...actors, ...spaces], subject: snapshot.twoModeSubject(perimeter), loops: 0 }
}

async function measureFile(name: string, options: EdgeListMeasureOptions, compute: Compute): Promise<MeasureDocument> {
  const file = await readText(name)
  const nodeFile = options.nodes === undefined ? null : await readNodeFile(options.nodes, name)
  const network = readEdgeList(file, nodeFile, {
    directed: options.directed ?? false,
    twoMode: options.twoMode ?? false,
    weight: options.weight,
  })
  const subject = subjectOf(network, nodeFile, options)
  const results = await compute.measure(subject, measuresAsked(options.measures, subject))
  return documentOf(network.ids, subject, results, network.dropped)
}

function subjectOf(network: BareNetwork, nodeFile: TextFile | null, options: EdgeListMeasureOptions): Subject {
  const { graph, modes, attributes } = network
  const column = (option: string, name: string) => {
    if (!nodeFile) throw new Refusal('needs_option', { option, needs: '--nodes' })
    demandColumn(nodeFile, network, name)
    return attributes.map((row) => row?.cells.get(name))
  }
  const [outsideColumn, outsideValue] = outsideOf(options.outside)
  const outside = outsideColumn === null ? null : column('--outside', outsideColumn)
  return seeded(
    {
      graph,
      partition: options.group === undefined ? null : partitionOf(column('--group', options.group)),
      external: outside && Uint8Array.from(outside, (value) => (value === outsideValue ? 1 : 0)),
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

function outsideOf(option: string | undefined): [string, string] | [null, null] {
  if (option === undefined) return [null, null]
  const at = option.indexOf('=')
  if (at < 1) throw new Refusal('bad_value', { option: '--outside', got: option, expected: 'COLUMN=VALUE' })
  return [option.slice(0, at), option.slice(at + 1)]
}

/** The node list of a file: where the pattern says, seen from here or else from the folder of the file. */
async function readNodeFile(pattern: string, file: string): Promise<TextFile> {
  const path = pattern.replaceAll('{}', basename(file, extname(file)))
  if (isAbsolute(path) || file === '-') return await readText(path)
  try {
    return await readText(path)
  } catch (error) {
    if (dirname(file) === '.') throw error
    return await readText(join(dirname(file), path)).catch(() => {
      throw error
    })
  }
}

async function readText(name: string): Promise<TextFile> {
  if (name === '-') return { name: 'stdin', text: await text(process.stdin) }
  try {
    return { name, text: await readFile(name, 'utf8') }
  } catch (error) {
    throw new Refusal('unreadable_file', { file: name, reason: reasonOf(error) })
  }
}
