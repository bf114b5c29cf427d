/**
 * How long the stores take beside each other, in one run: `npm run bench:stores`, with MAILLAGE_TEST_NEO4J for Neo4j.
 * Each figure is the median of its repetitions; the ratio is to SQLite in a file.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '../../server/domain/change.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import type { Store } from '../../server/store/store.ts'
import { servers } from '../neo4j/choices.ts'
import { draft, manyActors, manyTies, putTie } from './samples.ts'

const sizes = [
  { actors: 2_000, ties: 10_000 },
  { actors: 20_000, ties: 100_000 },
]

type Times = Record<string, number>

const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
const engines: [name: string, open: () => Promise<Store>][] = [
  ['SQLite', () => openEmbeddedStore(join(folder, 'bench.sqlite'))],
  ...servers.map((server): [string, () => Promise<Store>] => [server.url, () => openNeo4jStore(server)]),
]
for (const { actors, ties } of sizes) {
  const changes = [...manyActors(actors), ...manyTies(ties, actors)]
  const columns: [string, Times][] = []
  for (const [name, open] of engines) columns.push([name, await timesOf(open, changes)])
  print(`${actors} actors, ${ties} ties`, columns)
}
await rm(folder, { recursive: true })

async function timesOf(open: () => Promise<Store>, changes: readonly Change[]): Promise<Times> {
  const id = 'bench'
  const times: Times = {}
  let store = await open()
  await store.remove(id).catch(() => undefined)
  times.create = await taking(() => store.create(id, draft('k1', changes)))
  times['load, known'] = await median(10, () => store.load(id))
  times['load, just opened'] = await median(3, async () => {
    await store.close()
    store = await open()
    return () => store.load(id)
  })
  let revision = 1
  times['commit one tie'] = await median(20, () => {
    return store.commit(
      id,
      revision++,
      draft(`one-${revision}`, [putTie('a0', 'a1', { strength: 1 + (revision % 5) })]),
    )
  })
  const thousand = manyTies(1_000, 1_000)
  times['commit a thousand ties'] = await median(5, () => {
    const noted = thousand.map((change) => noteOn(change, `turn ${revision}`))
    return store.commit(id, revision++, draft(`many-${revision}`, noted))
  })
  times['load the first revision'] = await median(3, () => store.load(id, 1))
  times['forget an actor'] = await taking(() => store.forget(id, 'a7', { ...draft('forget'), origin: 'forget' }))
  times.list = await median(5, () => store.list())
  times.remove = await taking(() => store.remove(id))
  await store.close()
  return times
}

function noteOn(change: Change, note: string): Change {
  return 'put' in change && change.put === 'tie' ? { put: 'tie', value: { ...change.value, note } } : change
}

/** Milliseconds. What `work` answers with, when it is a function, is timed instead of it. */
async function taking(work: () => unknown): Promise<number> {
  const start = performance.now()
  const answer = await work()
  if (typeof answer !== 'function') return performance.now() - start
  return taking(answer as () => unknown)
}

async function median(repetitions: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < repetitions; i++) times.push(await taking(work))
  return times.sort((a, b) => a - b)[Math.floor(repetitions / 2)] ?? Number.NaN
}

function print(title: string, columns: readonly (readonly [string, Times])[]): void {
  const [[, reference] = ['', {}]] = columns
  console.log(`\n${title}`)
  for (const what of Object.keys(reference)) {
    const cells = columns.map(([name, times]) => {
      const ratio = (times[what] ?? Number.NaN) / (reference[what] ?? Number.NaN)
      return `${name} ${times[what]?.toFixed(1)} ms (×${ratio.toFixed(1)})`
    })
    console.log(`  ${what.padEnd(24)} ${cells.join('   ')}`)
  }
}
