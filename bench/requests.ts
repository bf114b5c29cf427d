/**
 * How long the thread that answers is kept from answering: `npm run bench:requests [-- ACTORS/TIES…]`.
 *
 * A server in a process of its own is asked for one large thing after the other, while every 20 ms somebody else asks for
 * the list of territories. Printed for each: when its answer was complete; the longest time in which the server's event
 * loop did not turn, and how much its thread worked at one go, which a busy machine does not change; how long somebody
 * else waited: half of them, 99 in 100, and the longest. The first line is what they wait when nothing large is asked.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { start } from '../server/main.ts'
import { openEmbeddedStore } from '../server/store/embedded.ts'
import { grownTerritory } from './territory.ts'

const resolutionMs = 5
const betweenProbesMs = 20
const sizes = [
  [2_000, 10_000],
  [50_000, 250_000],
] as const

/** Diagnoses of larger territories take minutes. */
const mostDiagnosed = 20_000

/** A whole analysis, as a job. */
const analysis = [
  'betweenness.raw',
  'closeness.wf',
  'harmonic.normalized',
  'burt.constraint',
  'clustering.local',
  'pagerank',
  'eigenvector',
  'coreNumber',
  'modularity.best',
]

const newcomer = {
  id: 'nouvelle',
  type: 'entreprise',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
}

interface Heard {
  readonly bytes: Buffer
  readonly ms: number
}

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '')
else await measure(process.argv.slice(2).map((size) => size.split('/').map(Number) as [number, number]))

/** The server under test: listens, and tells how long its loop was held since it was last asked. */
async function serve(file: string): Promise<void> {
  const running = await start(
    { host: '127.0.0.1', port: 0, store: { kind: 'sqlite', file } },
    { logger: false, pages: null },
  )
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  let workedMs = 0
  let worked = process.threadCpuUsage()
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(worked)
    workedMs = Math.max(workedMs, (user + system) / 1_000)
    worked = process.threadCpuUsage()
  }, resolutionMs)
  process.on('message', async (message) => {
    if (message === 'close') {
      await running.close()
      process.exit()
    }
    // The loop must turn once more to know how long it was held.
    await setTimeout(4 * resolutionMs)
    const longestMs = Math.max(0, delay.max / 1e6 - resolutionMs)
    process.send?.({ longestMs, workedMs })
    delay.reset()
    workedMs = 0
  })
  process.send?.({ url: running.url })
}

async function measure(asked: readonly (readonly [number, number])[]): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
  for (const [actors, ties] of asked.length > 0 ? asked : sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
    try {
      await measureTerritory(join(folder, 'bench.sqlite'), actors, ties)
    } finally {
      await rm(folder, { recursive: true })
    }
  }
}

async function measureTerritory(file: string, actors: number, ties: number): Promise<void> {
  const store = await openEmbeddedStore(file)
  const made = { author: null, at: new Date().toISOString(), origin: 'import' } as const
  await store.create('large', { ...made, key: 'bench-large', changes: grownTerritory(actors, ties) })
  await store.create('small', { ...made, key: 'bench-small', changes: grownTerritory(60, 200) })
  await store.close()

  const child = fork(import.meta.filename, ['serve', file])
  const hear = () =>
    new Promise<{ url: string; longestMs: number; workedMs: number }>((resolve) =>
      child.once('message', resolve as never),
    )
  const { url } = await hear()
  const agent = new Agent({ keepAlive: true })
  const ask = (method: string, path: string, body?: unknown) => askOf(agent, url, method, path, body)
  console.log(`\n${actors} actors, ${ties} ties`)
  console.log(
    `${''.padEnd(34)}${['answer', 'size', 'loop held', 'at work', 'others: half', '99 %', 'longest'].map((title) => title.padStart(13)).join('')}`,
  )

  const watched = async (name: string, question: () => Promise<Heard>) => {
    await setTimeout(300)
    child.send('delay')
    await hear()
    const answered = new AbortController()
    const others = probe(ask, answered.signal)
    const { bytes, ms } = await question()
    answered.abort()
    const waits = (await others).toSorted((a, b) => a - b)
    const waited = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? 0
    child.send('delay')
    const { longestMs, workedMs } = await hear()
    const durations = [longestMs, workedMs, waited(0.5), waited(0.99), waited(1)]
    const columns = [
      `${ms.toFixed(0)} ms`,
      `${(bytes.length / 1e6).toFixed(1)} MB`,
      ...durations.map((duration) => `${duration.toFixed(0)} ms`),
    ]
    console.log(name.padEnd(34), columns.map((text) => text.padStart(12)).join(' '))
    return bytes
  }

  await ask('GET', '/api/territories/small/measures')
  await watched('nothing, for a second', async () => {
    await setTimeout(1_000)
    return { bytes: Buffer.of(), ms: 0 }
  })
  await watched('network, first', () => ask('GET', '/api/territories/large/network'))
  await watched('network, another perimeter', () => ask('GET', '/api/territories/large/network?direction=confirmed'))
  await watched('two-mode network', () => ask('GET', '/api/territories/large/two-mode'))
  await watched('instant measures', () => ask('GET', '/api/territories/large/measures'))
  await watched('closeness of all', () => ask('GET', '/api/territories/large/measures?measures=harmonic.normalized'))
  await watched('betweenness', () => ask('GET', '/api/territories/large/measures?measures=betweenness.raw'))
  const begin = async (body: object) => {
    const job = { kind: 'measures', ...body }
    return JSON.parse(String((await ask('POST', '/api/territories/large/jobs', job)).bytes)).id as string
  }
  await watched('whole analysis, as a job', async () => {
    const id = await begin({ measures: analysis, groups: 'type' })
    return await ask('GET', `/api/jobs/${id}/events`)
  })
  const id = await begin({ measures: ['betweenness.raw', 'edgeBetweenness.raw'], exact: true })
  await setTimeout(3_000)
  await watched('exact analysis, called off', async () => {
    const ended = ask('GET', `/api/jobs/${id}/events`)
    await ask('DELETE', `/api/jobs/${id}`)
    return await ended
  })
  if (actors <= mostDiagnosed) {
    await watched('diagnosis, first findings', () => ask('GET', '/api/territories/large/diagnosis'))
  }
  await watched('whole territory', () => ask('GET', '/api/territories/large'))
  await watched('history', () => ask('GET', '/api/territories/large/history'))
  const zip = await watched('export, zipped', () => ask('GET', '/api/territories/large/export'))
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, content: strFromU8(bytes) }))
  await watched('import, previewed', () => ask('POST', '/api/territories/large/import?preview', { files }))
  const renamed = { put: 'actor', value: { ...newcomer, name: 'Nouvelle' } }
  const commit = { base: 1, key: 'bench-commit', changes: [renamed] }
  await watched('commit of one change', () => ask('POST', '/api/territories/large/changes', commit))
  await watched('network of the new revision', () => ask('GET', '/api/territories/large/network'))

  child.send('close')
  await new Promise((resolve) => child.once('exit', resolve))
  agent.destroy()
}

/** Asks for the list again and again; how long each time. */
async function probe(ask: (method: string, path: string) => Promise<Heard>, signal: AbortSignal): Promise<number[]> {
  const waits: number[] = []
  while (!signal.aborted) {
    waits.push((await ask('GET', '/api/territories')).ms)
    await setTimeout(betweenProbesMs)
  }
  return waits
}

function askOf(agent: Agent, url: string, method: string, path: string, body?: unknown): Promise<Heard> {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), {
      method,
      agent,
      headers: payload === undefined ? {} : { 'content-type': 'application/json' },
    })
    sent.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const bytes = Buffer.concat(parts)
        if ((response.statusCode ?? 0) < 300) resolve({ bytes, ms: performance.now() - begun })
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${bytes}`))
      })
    })
    sent.end(payload)
  })
}
