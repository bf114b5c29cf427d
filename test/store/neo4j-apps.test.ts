import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { commitsSchema } from '../../server/wire/record.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { maillage } from '../cli/maillage.ts'
import { App, environmentOf } from '../neo4j/app.ts'
import { servers } from '../neo4j/choices.ts'
import { OwnServer } from '../neo4j/own-server.ts'
import { Road } from '../neo4j/road.ts'
import { empty, onEveryServer } from '../neo4j/servers.ts'
import { putActor, putTie, triangle } from './samples.ts'

onEveryServer((server, driver) => {
  test('two apps on one database, three writers each on one territory: nothing is lost', async () => {
    await empty(driver)
    await using one = await App.on(server)
    await using other = await App.on(server)
    const made = await one.post('/api/territories', { id: 't', key: 'creation', changes: triangle })
    expect(made.status).toBe(201)

    const writers = [one, other, one, other, one, other].map((app, writer) => write(app, writer))
    const keys = (await Promise.all(writers)).flat()

    const states = await Promise.all([one, other].map(async (app) => app.get('/api/territories/t')))
    const [here, there] = await Promise.all(states.map(async (state) => territorySchema.parse(await state.json())))
    expect(there).toEqual(here)
    expect(here?.revision).toBe(1 + keys.length)
    expect(here?.actors.map(({ id }) => id)).toEqual(['a', 'b', 'c', ...keys].sort())
    expect(here?.ties).toHaveLength(3 + keys.length)
    const history = await other.get('/api/territories/t/history?limit=200')
    const commits = commitsSchema.parse(await history.json())
    expect(commits.map(({ key }) => key).sort()).toEqual(['creation', ...keys].sort())
    expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => commits.length - index))
  }, 60_000)

  test('told to stop while the database hangs, it answers what is under way and ends well', async () => {
    await empty(driver)
    await using road = await Road.to(server)
    await using app = await App.on(road.through(server))
    expect((await app.post('/api/territories', { id: 't', key: 'creation', changes: triangle })).status).toBe(201)
    road.stall()
    const asked = app.get('/api/territories/t')
    // The question is on the road before the signal is.
    await vi.waitFor(() => expect(road.swallowed).toBeGreaterThan(0))
    expect(await app.stop()).toBe(0)
    expect((await asked).status).toBe(503)
  }, 60_000)

  test('a port where something else listens is one sentence, and the command ends', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    try {
      const url = `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`
      const env = { ...environmentOf({ ...server, url }), MAILLAGE_NEO4J_TIMEOUT: '2' }
      const stderr = `Neo4j (${url}) ne répond pas.\n`
      expect(await maillage(['measure', 'dieppe'], { env })).toEqual({ code: 1, stdout: '', stderr })
    } finally {
      silent.close()
    }
  }, 60_000)

  test('a wrong password is one sentence at the start', async () => {
    const env = environmentOf({ ...server, password: 'not this one' })
    expect(await maillage(['serve'], { env })).toEqual({
      code: 1,
      stdout: '',
      stderr: `Neo4j (${server.url}) refuse ce nom ou ce mot de passe.\n`,
    })
  })
})

test.skipIf(servers.length === 0)(
  'a server that stops and comes back: 503 meanwhile, and on without a restart',
  async () => {
    await using server = await OwnServer.start()
    await using app = await App.on(server.choice)
    const created = { id: 't', key: 'creation', changes: triangle }
    expect((await app.post('/api/territories', created)).status).toBe(201)

    await server.stop()
    const health = await app.get('/api/health')
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'unavailable', store: 'neo4j' }])
    const refused = await app.get('/api/territories/t')
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'store_unavailable', details: { reason: 'no_answer' } })

    await server.startAgain()
    // A server that just started may be slow to answer.
    await vi.waitFor(async () => expect((await app.get('/api/health')).status).toBe(200), {
      timeout: 30_000,
      interval: 500,
    })
    const loaded = await app.get('/api/territories/t')
    expect(territorySchema.parse(await loaded.json()).actors).toHaveLength(3)
  },
  120_000,
)

/** Eight commits, each on whatever revision the territory has by then; tells their keys. */
async function write(app: App, writer: number): Promise<string[]> {
  const keys = Array.from({ length: 8 }, (_, turn) => `writer-${writer}-${turn}`)
  let base = 1
  for (const key of keys) {
    for (let made = false; !made; ) {
      const answer = await app.post('/api/territories/t/changes', {
        base,
        key,
        changes: [putActor(key), putTie('a', key)],
      })
      made = answer.ok
      base = made
        ? revisionSchema.parse(await answer.json()).revision
        : conflictSchema.parse(await answer.json()).details.revision
    }
  }
  return keys
}

const revisionSchema = z.object({ revision: z.int() })
const conflictSchema = z.object({ code: z.literal('revision_conflict'), details: z.object({ revision: z.int() }) })
