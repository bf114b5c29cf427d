/**
 * How long a plan of 50 people at 7 tables in 4 rounds is waited for: `npm run bench:seating [-- RUNS]`.
 *
 * A server in a process of its own, on a store that holds Val-de-Brume, is asked for a plan over HTTP: as soon as it has
 * told the territory, then as often as said, with other seeds. It keeps what Node compiles, as `maillage serve` does.
 * Printed by objective: how long the first was waited for, half of the others, and the longest; how much its process worked
 * for one, which a busy machine does not change; and what the plan of seed 1 is worth. 50 houses, a host at each table.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, type Change } from '../server/domain/change.ts'
import { emptyTerritory } from '../server/domain/territory.ts'
import { type Objective, objectives } from '../server/domain/vocabulary.ts'
import { exampleTerritories } from '../server/exchange/examples.ts'
import { start } from '../server/main.ts'
import { type PlanWire, planSchema } from '../server/wire/seminar.ts'
import { machine } from './tables.ts'

const [people, tables, rounds] = [50, 7, 4]
const territory = 'val-de-brume'

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '')
else await measure(Number(process.argv[2] ?? 7))

/** The server under test: tells where it listens, and how much it has worked when asked. */
async function serve(file: string): Promise<void> {
  const running = await start(
    { host: '127.0.0.1', port: 0, store: { kind: 'sqlite', file } },
    { logger: false, pages: null },
  )
  process.on('message', async (message) => {
    if (message === 'close') {
      await running.close()
      process.exit()
    }
    const { user, system } = process.cpuUsage()
    process.send?.({ workedMs: (user + system) / 1_000 })
  })
  process.send?.({ url: running.url })
}

async function measure(runs: number): Promise<void> {
  const lines = [
    '| ms | first plan | half of the others | longest | processor | pairs who meet, repeats | at random | blind to the network |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const objective of objectives) lines.push(await line(objective, runs))
  console.log(
    [
      `### ${people} people, ${tables} tables, ${rounds} rounds, over HTTP`,
      lines.join('\n'),
      machine(`npm run bench:seating -- ${runs}`),
    ].join('\n\n'),
  )
}

async function line(objective: Objective, runs: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-seating-'))
  const file = join(folder, 'store.sqlite')
  try {
    await serving(file, (_, url) => prepare(url, objective))
    return await serving(file, async (server, url) => {
      // As a page does before anybody can ask for a plan.
      await (await fetch(new URL(`/api/territories/${territory}`, url))).arrayBuffer()
      const first = await waited(url, '1')
      const before = await asked(server)
      const others: number[] = []
      for (let run = 0; run < runs; run++) others.push((await waited(url, String(run + 2))).ms)
      const worked = ((await asked(server)) - before) / runs
      others.sort((a, b) => a - b)
      const { quality, random, blind } = first.plan
      const figures = ({ pairsMet, repeats }: Pick<PlanWire['blind'], 'pairsMet' | 'repeats'>) =>
        `${Math.round(pairsMet)}, ${Math.round(repeats)}`
      const times = [first.ms, others[Math.floor(runs / 2)] ?? NaN, others.at(-1) ?? NaN, worked].map(Math.round)
      return `| ${[objective, ...times, figures(quality), figures(random), figures(blind)].join(' | ')} |`
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function serving<T>(file: string, use: (server: ChildProcess, url: string) => Promise<T>): Promise<T> {
  const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled')
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const server = fork(import.meta.filename, ['serve', file], { execArgv: process.execArgv, env })
  try {
    const { url } = await told<{ url: string }>(server)
    return await use(server, url)
  } finally {
    server.send('close')
    await new Promise((resolve) => server.once('exit', resolve))
  }
}

/** A seminar of so many houses of the territory, the first of them hosts. */
async function prepare(url: string, objective: Objective): Promise<void> {
  const example = (await exampleTerritories()).find(({ id }) => id === territory)
  const applied = apply(emptyTerritory(territory), example?.changes ?? [])
  if (!applied.ok) throw new Error('the example does not hold')
  const houses = [...applied.territory.actors.values()].filter(({ collective }) => !collective).slice(0, people)
  const names = Array.from({ length: tables }, (_, table) => String(table + 1))
  const changes: Change[] = [
    { put: 'seminar', value: { id: 's', name: 'S', method: 'world_cafe', tables: names, rounds, objective } },
    ...houses.map(
      ({ id }, i): Change => ({
        put: 'invitation',
        value: { seminar: 's', actor: id, rank: 1, status: 'coming', ...(i < tables && { role: 'host' as const }) },
      }),
    ),
  ]
  const held = (await (await fetch(new URL(`/api/territories/${territory}`, url))).json()) as {
    readonly revision: number
  }
  const sent = await fetch(new URL(`/api/territories/${territory}/changes`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base: held.revision, key: 'fifty-guests', changes }),
  })
  if (!sent.ok) throw new Error(await sent.text())
}

async function waited(url: string, seed: string): Promise<{ readonly ms: number; readonly plan: PlanWire }> {
  const began = performance.now()
  const answered = await fetch(new URL(`/api/territories/${territory}/seminars/s/plan`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seed }),
  })
  const text = await answered.text()
  const ms = performance.now() - began
  if (!answered.ok) throw new Error(text)
  return { ms, plan: planSchema.parse(JSON.parse(text)) }
}

async function asked(server: ChildProcess): Promise<number> {
  const answer = told<{ workedMs: number }>(server)
  server.send('worked')
  return (await answer).workedMs
}

async function told<T>(server: ChildProcess): Promise<T> {
  return await new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as T))
    server.once('error', reject)
  })
}
