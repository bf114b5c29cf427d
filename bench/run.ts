/**
 * npm run bench -- [--thorough] [--huge] [--networkx] [--runs N] [--write]
 *
 * Times the whole analysis and each measure on seeded networks, side by side with other libraries, and prints tables in
 * Markdown; --write puts them into docs/performance.md. Then how long a diagnosis takes, and what others wait while
 * 50,000 actors are analysed. See README.md.
 */
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { graphology } from '../test/analysis/graphology.ts'
import { besides, type Work, wholeParts } from './analysis.ts'
import { Crew } from './crew.ts'
import { type BenchNetwork, networks } from './networks.ts'
import { type Peers, startPeers } from './peers.ts'
import { machine, Stopwatch, table } from './tables.ts'

const { values: options } = parseArgs({
  options: {
    thorough: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    networkx: { type: 'boolean', default: false },
    runs: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

/** What is divided among threads, and what the kernel does; the rest is the same on any crew. */
const shared: readonly Work[] = [
  'whole',
  'betweenness',
  'closeness',
  'harmonic',
  'edge betweenness',
  'weighted betweenness',
  'directed betweenness',
]
const inKernel: readonly Work[] = ['whole', 'betweenness', 'closeness', 'harmonic', 'directed betweenness']

/** Above this many actors only igraph is compared, and only in what a whole analysis consists of, unless --thorough. */
const mostWithAll = 2_000
const page = join(import.meta.dirname, '../docs/performance.md')

{
  await using plain = await Crew.start(false)
  await using kernel = await Crew.start(true)
  const tables: string[] = []
  for (const n of options.huge ? [50_000] : [2_000, 10_000]) {
    for (const network of networks(n)) {
      tables.push(await compare(network, { plain, kernel }))
      console.log(`\n${tables.at(-1)}`)
    }
  }
  const flags = process.argv.slice(2).filter((flag) => flag !== '--write')
  const command = `npm run bench${flags.length > 0 ? ` -- ${flags.join(' ')}` : ''}`
  const measured = `${machine(command)}\n\n${tables.join('\n\n')}\n`
  console.log(`\n${machine(command)}`)
  if (options.write) await write(measured)
}
for (const [script = '', ...given] of [['diagnosis.ts'], ['requests.ts', '50000/250000']]) {
  console.log()
  spawnSync(process.execPath, [join(import.meta.dirname, script), ...given], { stdio: 'inherit' })
}

type Crews = { readonly plain: Crew; readonly kernel: Crew }

/** Runs of ours and theirs in turn, so that a busy machine is as busy for all. */
async function compare({ name, graph }: BenchNetwork, crews: Crews): Promise<string> {
  const n = graph.nodeCount
  const withAll = n <= mostWithAll || options.thorough
  const runs = Number(options.runs ?? (n <= 2_000 ? 7 : n <= 10_000 ? 3 : 1))
  // What takes longest and is asked least is timed less often.
  const rareRuns = n <= 2_000 ? 2 : 1
  const works: readonly Work[] = ['whole', ...wholeParts, ...(withAll ? besides : [])]
  const libraries = [
    'igraph',
    ...(withAll ? ['networkit', 'rustworkx'] : []),
    ...(options.networkx && n <= 2_000 ? ['networkx'] : []),
  ]
  const peers = await startPeers(graph, libraries)
  await Promise.all([crews.plain.hold(graph), crews.kernel.hold(graph)])
  const watch = new Stopwatch()
  for (let run = 0; run < runs; run++) {
    for (const work of works) if (run < rareRuns || !isRare(work)) await timeOurs(watch, work, crews)
    if (run < 2 || n <= 2_000) await timeTheirs(watch, peers, works, run < rareRuns)
    if (withAll && run === 0) timeGraphology(watch, graphology.hold(graph))
  }
  peers.stop()
  return table(`${name}: ${n} actors, ${graph.edgeCount} ties`, runs, works, watch, {
    ...peers.names,
    ...(withAll ? { graphology: 'graphology' } : {}),
  })
}

async function timeOurs(watch: Stopwatch, work: Work, { plain, kernel }: Crews) {
  watch.record('plain', work, await plain.time(work, false))
  if (shared.includes(work)) watch.record('plain together', work, await plain.time(work, true))
  if (!inKernel.includes(work)) return
  watch.record('kernel', work, await kernel.time(work, false))
  watch.record('kernel together', work, await kernel.time(work, true))
}

async function timeTheirs(watch: Stopwatch, peers: Peers, works: readonly Work[], rare: boolean) {
  for (const [library, known] of Object.entries(peers.works)) {
    for (const work of known.filter((each) => works.some((wanted) => wanted === each))) {
      if (rare || (library === 'igraph' && !isRare(work))) watch.record(library, work, await peers.time(library, work))
    }
  }
}

function isRare(work: string): boolean {
  return besides.some((beside) => beside === work)
}

function timeGraphology(watch: Stopwatch, calls: ReturnType<typeof graphology.hold>) {
  for (const [work, call] of Object.entries(calls)) {
    const clock = performance.now()
    const start = process.threadCpuUsage()
    call()
    const { user, system } = process.threadCpuUsage(start)
    watch.record('graphology', work, { processor: (user + system) / 1000, clock: performance.now() - clock })
  }
}

/** Between two marks of the page. */
async function write(measured: string) {
  const [begins, ends] = ['<!-- npm run bench -- --write -->\n', '<!-- end -->']
  const text = await readFile(page, 'utf8')
  const start = text.indexOf(begins)
  const end = text.indexOf(ends)
  if (start < 0 || end < start) throw new Error(`${page}: no marks to write between`)
  await writeFile(page, `${text.slice(0, start + begins.length)}\n${measured}\n${text.slice(end)}`)
}
