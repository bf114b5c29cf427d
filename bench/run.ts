/**
 * npm run bench -- [--huge] [--networkx] [--runs N]
 *
 * Times the whole analysis and each measure on seeded networks, side by side with other libraries: run after run, ours and
 * theirs in turn, in processor time, so that a busy machine is as busy for all. Ours is the median, theirs the best of
 * their runs. See README.md.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { leiden } from '../server/analysis/leiden.ts'
import { Analysis, type Subject } from '../server/analysis/measure.ts'
import { measures } from '../server/analysis/measures.ts'
import { randomStream } from '../server/analysis/random.ts'
import { Rewiring } from '../server/diagnosis/null/rewiring.ts'
import type { Graph } from '../server/network/graph.ts'
import { graphology } from '../test/analysis/graphology.ts'
import { asArcs, type BenchNetwork, networks, withStrengths } from './networks.ts'

const { values: options } = parseArgs({
  options: { huge: { type: 'boolean' }, networkx: { type: 'boolean' }, runs: { type: 'string' } },
})

/** What one analysis of a network consists of: one pass serves all distances, one all triangles. */
const whole = {
  betweenness: 'betweenness.raw',
  closeness: 'closeness.wf',
  harmonic: 'harmonic.normalized',
  constraint: 'burt.constraint',
  clustering: 'clustering.local',
  pagerank: 'pagerank',
  eigenvector: 'eigenvector',
  cores: 'coreNumber',
} as const

/** Timed alone, besides. */
const besides = {
  'edge betweenness': 'edgeBetweenness.raw',
  'weighted betweenness': 'betweenness.weighted.raw',
  'directed betweenness': 'betweenness.raw',
} as const

type Timings = Map<string, number[]>

warmUp()
for (const n of options.huge ? [50_000] : [2_000, 10_000]) {
  for (const network of networks(n))
    await compare(network, Number(options.runs ?? (n <= 2_000 ? 7 : n <= 10_000 ? 3 : 1)))
}

async function compare({ name, graph }: BenchNetwork, runs: number): Promise<void> {
  const ours: Timings = new Map()
  const theirs: Timings = new Map()
  const peers = await startPeers(graph, withStrengths(graph))
  const subjects = subjectsOf(graph)
  for (let run = 0; run < runs; run++) {
    record(ours, 'whole', timeWhole(subjects.plain))
    for (const [measure, id] of Object.entries(whole)) record(ours, measure, timeMeasure(id, subjects.plain))
    record(
      ours,
      'communities',
      time(() => communitiesOf(graph)),
    )
    record(ours, 'a million swaps', timeSwaps(graph))
    if (graph.nodeCount <= 10_000) {
      for (const [measure, id] of Object.entries(besides)) {
        record(ours, measure, timeMeasure(id, subjects[subjectFor(measure)]))
      }
    }
    for (const [library, measured] of Object.entries(peers.measures)) {
      if (library === 'networkx' && run > 0) continue
      for (const measure of measured) {
        if (ours.has(measure)) record(theirs, `${library} ${measure}`, await peers.time(library, measure))
      }
    }
    if (graph.nodeCount <= 10_000 && run === 0) timeGraphology(graph, theirs)
  }
  peers.stop()
  print(name, graph, runs, ours, theirs, { ...peers.names, graphology: 'graphology' })
}

/** Everything that is timed runs on small networks first: the other libraries come compiled. */
function warmUp() {
  for (let i = 0; i < 15; i++) {
    for (const { graph } of networks(500)) {
      timeWhole(subjectOf(graph))
      for (const [measure, id] of Object.entries(besides)) timeMeasure(id, subjectsOf(graph)[subjectFor(measure)])
    }
  }
}

function timeWhole(subject: Subject): number {
  return time(() => {
    const analysis = new Analysis(subject)
    for (const id of Object.values(whole)) measureOf(id).compute(analysis)
    communitiesOf(subject.graph)
  })
}

function timeMeasure(id: string, subject: Subject): number {
  return time(() => measureOf(id).compute(new Analysis(subject)))
}

/** Proposals of Null A, accepted or not, the making of its bitset included. */
function timeSwaps(graph: Graph): number {
  return time(() => new Rewiring(graph, { unasked: null, mixing: null }, 'bench').advance(1_000_000))
}

/** One run of two rounds, as igraph's. */
function communitiesOf(graph: Graph) {
  return leiden(graph, randomStream('bench'), { rounds: 2 })
}

function timeGraphology(graph: Graph, timings: Timings) {
  const held = graphology.hold(graph)
  for (const [measure, call] of Object.entries(held)) record(timings, `graphology ${measure}`, time(call))
}

function measureOf(id: string) {
  const measure = measures.find((candidate) => candidate.id === id)
  if (!measure) throw new RangeError(`no measure ${id}`)
  return measure
}

function subjectsOf(graph: Graph) {
  return { plain: subjectOf(graph), strong: subjectOf(withStrengths(graph)), arcs: subjectOf(asArcs(graph)) }
}

function subjectFor(measure: string): 'plain' | 'strong' | 'arcs' {
  return measure.startsWith('weighted') ? 'strong' : measure.startsWith('directed') ? 'arcs' : 'plain'
}

function subjectOf(graph: Graph): Subject {
  return { graph, partition: null, external: null, modes: null, silent: null, seed: 'bench', exact: true }
}

function time(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function record(timings: Timings, measure: string, milliseconds: number) {
  timings.set(measure, [...(timings.get(measure) ?? []), milliseconds])
}

interface Peers {
  readonly names: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, readonly string[]>>
  time(library: string, measure: string): Promise<number>
  stop(): void
}

/** The Python libraries that are installed; none without Python. */
async function startPeers(graph: Graph, { weights }: Graph): Promise<Peers> {
  const libraries = [
    'igraph',
    'networkit',
    'rustworkx',
    ...(options.networkx && graph.nodeCount <= 2_000 ? ['networkx'] : []),
  ]
  const python = spawn('python3', [new URL('peers.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const started = await Promise.race([once(python, 'spawn').then(() => true), once(python, 'error').then(() => false)])
  if (!started) return { names: {}, measures: {}, time: async () => Number.NaN, stop: () => {} }
  const answers = createInterface(python.stdout)[Symbol.asyncIterator]()
  const ask = async (line: string) => {
    python.stdin.write(`${line}\n`)
    const { value, done } = await answers.next()
    if (done) throw new Error('peers.py ended')
    return JSON.parse(value)
  }
  const edges = Array.from(graph.sources, (u, e) => [u, graph.targets[e]])
  const known = await ask(
    JSON.stringify({ nodes: graph.nodeCount, edges, strengths: Array.from(weights ?? []), libraries }),
  )
  return { ...known, time: (library, measure) => ask(`${library} ${measure}`), stop: () => python.stdin.end() }
}

function print(
  name: string,
  graph: Graph,
  runs: number,
  ours: Timings,
  theirs: Timings,
  names: Readonly<Record<string, string>>,
) {
  const libraries = Object.keys(names).filter((library) =>
    [...theirs.keys()].some((key) => key.startsWith(`${library} `)),
  )
  const wholeOf = (library: string) => {
    const parts = [...Object.keys(whole), 'communities'].map((measure) => theirs.get(`${library} ${measure}`))
    return parts.every((part) => part !== undefined)
      ? parts.reduce((sum, part) => sum + Math.min(...part), 0)
      : undefined
  }
  const rows = [...ours].map(([measure, times]) => {
    const mine = median(times)
    const cells = libraries.map((library) => {
      const best = measure === 'whole' ? wholeOf(library) : least(theirs.get(`${library} ${measure}`))
      return best === undefined ? '–' : `${rounded(best)} (${(best / mine).toFixed(1)} ×)`
    })
    return `| ${measure} | ${rounded(mine)} | ${cells.join(' | ')} |`
  })
  console.log(`\n### ${name}: ${graph.nodeCount} actors, ${graph.edgeCount} ties\n`)
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model.trim()} × ${cpus().length}; one thread; ms of processor time, ours the median and theirs the best of ${runs}.\n`,
  )
  console.log(`| measure | Maillage | ${libraries.map((library) => names[library]).join(' | ')} |`)
  console.log(`|---|---|${libraries.map(() => '---|').join('')}`)
  console.log(rows.join('\n'))
}

function least(times: readonly number[] | undefined): number | undefined {
  return times && Math.min(...times)
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function rounded(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)
}
