import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { difference, type Metric, type Plain } from '../analysis/oracle.ts'
import { maillage } from './maillage.ts'

/** A reference file: a graph, and what other programs print for it. */
interface Reference {
  readonly id: string
  readonly graph: ReferenceGraph
  readonly metrics: Readonly<Record<string, Metric | null>>
}

interface ReferenceGraph {
  readonly twoMode?: true
  readonly directed?: boolean
  readonly weighted?: boolean
  readonly nodes?: readonly Readonly<Record<string, string | number>>[]
  readonly top?: readonly string[]
  readonly bottom?: readonly string[]
  readonly edges: readonly (readonly [string, string, number])[]
  readonly partitionAttr?: string | null
  readonly externalAttr?: { readonly attr: string; readonly external: readonly string[] } | null
}

interface Document {
  readonly nodes: readonly string[]
  readonly edges: readonly (readonly [string, string])[]
  readonly measures: Readonly<Record<string, { readonly scope: string; readonly values: Plain }>>
  readonly dropped: Readonly<Record<string, number>>
}

const oracleFolder = fileURLToPath(new URL('../oracles/', import.meta.url))
let folder = ''
const documents = new Map<string, Document>()
const references: Reference[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-oracles-'))
  for (const name of await readdir(oracleFolder)) {
    const file = JSON.parse(await readFile(join(oracleFolder, name), 'utf8'))
    if (file.format === 'maillage-oracle/1' && file.graph && file.metrics) references.push(file)
  }
  // One process for all files that take the same options.
  const batches = Map.groupBy(references, ({ graph }) => JSON.stringify(optionsOf(graph)))
  await Promise.all(references.map(({ id, graph }) => writeCsv(id, graph)))
  for (const [options, batch] of batches) {
    const files = batch.map(({ id }) => join(folder, `${id}.csv`))
    const ended = await maillage(['measure', ...files, '--nodes', join(folder, '{}.nodes.csv'), ...JSON.parse(options)])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const lines = ended.stdout.trimEnd().split('\n')
    expect(lines.length).toBe(batch.length)
    batch.forEach(({ id }, i) => void documents.set(id, JSON.parse(lines[i] ?? '')))
  }
}, 300_000)

afterAll(() => rm(folder, { recursive: true }))

test('nodes and edges come back in their order, nothing dropped', () => {
  for (const { id, graph } of references) {
    const document = documents.get(id)
    expect(document?.nodes).toEqual(idsOf(graph))
    expect(document?.edges).toEqual(graph.edges.map(([source, target]) => [source, target]))
    expect(document?.dropped).toEqual({ loops: 0, repeats: 0 })
  }
})

test('every measure says what the reference says, in the same layout', () => {
  const found: string[] = []
  let compared = 0
  for (const { id, metrics } of references) {
    for (const [key, metric] of Object.entries(metrics)) {
      const measured = documents.get(id)?.measures[key]
      if (metric === null) continue
      if (!measured) {
        found.push(`${id} ${key}: absent`)
        continue
      }
      compared++
      if (measured.scope !== metric.scope) found.push(`${id} ${key}: scope ${measured.scope}`)
      const problem = compare(key, measured.values, metric)
      if (problem) found.push(`${id} ${key}${problem}`)
    }
  }
  console.log(`${compared} reference values compared through the command line`)
  expect(found).toEqual([])
  expect(compared).toBeGreaterThan(2_500)
})

/** Found by search: as good as the best known, whichever of several equal answers it is. */
const searched = /^(modularity\.best|corePeriphery\.discrete)/
/** Iterated to a fixed point, here and there. */
const iterated = /^(eigenvector|algebraicConnectivity|corePeriphery\.continuous|hits|pagerank)/

function compare(key: string, values: Plain, metric: Metric): string | null {
  // A set too long for the reference file.
  if (metric.scope === 'edgeset' && metric.values === null) return null
  if (searched.test(key) && !isProvenCore(metric.values)) return asGood(values as Found, metric.values as Found)
  return difference(values, metric.values, iterated.test(key) ? 1e-6 : 1e-9)
}

/** Every core was tried: the optima and their number are no matter of luck. */
function isProvenCore(values: Plain): boolean {
  const { cores, provenOptimal } = values as { cores?: Plain; provenOptimal?: boolean }
  return cores !== undefined && provenOptimal === true
}

interface Found {
  readonly Q?: number
  readonly r?: number
  /** The best that plain Louvain reached in many runs. */
  readonly louvainMax?: number
  readonly provenOptimal?: boolean
}

function asGood(found: Found, known: Found): string | null {
  const quality = found.Q ?? found.r ?? Number.NaN
  const best = known.Q ?? known.r ?? Number.NaN
  if (known.provenOptimal && quality > best + 1e-9) return `: ${quality} beats the proven ${best}`
  const least = (known.louvainMax ?? best) - 1e-3
  return quality >= least ? null : `: ${quality}, expected ${least}`
}

function optionsOf({ twoMode, directed, partitionAttr, externalAttr }: ReferenceGraph): string[] {
  return [
    ...(twoMode ? ['--two-mode'] : []),
    ...(directed ? ['--directed'] : []),
    ...(partitionAttr ? ['--group', 'group'] : []),
    ...(externalAttr ? ['--outside', 'outside=yes'] : []),
  ]
}

function idsOf({ nodes, top = [], bottom = [], twoMode }: ReferenceGraph): string[] {
  return twoMode ? [...top, ...bottom] : (nodes ?? []).map(({ id }) => String(id))
}

async function writeCsv(id: string, graph: ReferenceGraph): Promise<void> {
  const ties = graph.edges.map(([source, target, weight]) => [source, target, ...(graph.weighted ? [weight] : [])])
  await writeFile(
    join(folder, `${id}.csv`),
    csv([['source', 'target', ...(graph.weighted ? ['weight'] : [])], ...ties]),
  )
  const rows = graph.twoMode
    ? [
        ['id', 'mode'],
        ...(graph.top ?? []).map((top) => [top, 1]),
        ...(graph.bottom ?? []).map((bottom) => [bottom, 2]),
      ]
    : [['id', 'group', 'outside'], ...(graph.nodes ?? []).map((node) => attributesOf(node, graph))]
  await writeFile(join(folder, `${id}.nodes.csv`), csv(rows))
}

function attributesOf(node: Readonly<Record<string, string | number>>, graph: ReferenceGraph): (string | number)[] {
  const { partitionAttr, externalAttr } = graph
  const outside = externalAttr?.external.includes(String(node[externalAttr.attr])) ?? false
  return [node.id ?? '', partitionAttr ? (node[partitionAttr] ?? '') : '', outside ? 'yes' : 'no']
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')
}
