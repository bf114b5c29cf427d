import { describe, expect, test, vi } from 'vitest'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { Road } from '../neo4j/road.ts'
import { empty, onEveryServer } from '../neo4j/servers.ts'
import { refusal } from './contract/asking.ts'
import { draft, manyActors, putActor, triangle } from './samples.ts'

// Short, yet long enough for a server that also serves other tests.
const hasty = { timeoutMs: 3_000, retryMs: 500 }

onEveryServer((server, driver) => {
  describe('the road breaks', () => {
    test('while the server commits: the commit is made once, and the caller never knows', async () => {
      for (const when of ['before', 'after'] as const) {
        await empty(driver)
        await using road = await Road.to(server)
        await using store = await openNeo4jStore(road.through(server))
        await store.create('t', draft('k1', triangle))
        road.breakAtCommit(when)
        const commit = await store.commit('t', 1, draft('k2', [putActor('d')]))
        expect(commit.revision).toBe(2)
        expect((await store.history('t')).map(({ key }) => key)).toEqual(['k2', 'k1'])
        expect((await store.load('t')).actors.has('d')).toBe(true)
      }
    })

    test.each([
      ['before', 1],
      ['after', 2],
    ] as const)(
      'for good, %s the server commits: the commit is whole or absent, and its key tells which',
      async (when, revision) => {
        await empty(driver)
        await using road = await Road.to(server)
        await using store = await openNeo4jStore(road.through(server), hasty)
        await store.create('t', draft('k1', triangle))
        road.shutAtCommit(when)
        const lost = draft('k2', manyActors(100))
        const refused = await refusal(store.commit('t', 1, lost), 'store_unavailable')
        expect(refused.outcome).toBe('unknown')

        await using other = await openNeo4jStore(server)
        const territory = await other.load('t')
        expect([territory.revision, territory.actors.size]).toEqual([revision, revision === 1 ? 3 : 103])
        expect(await other.history('t')).toHaveLength(revision)

        await road.open()
        await vi.waitFor(async () => expect(await store.ping()).toBe(true), { timeout: 10_000 })
        expect(await store.commit('t', 1, lost)).toMatchObject({ revision: 2, key: 'k2' })
        expect((await store.load('t')).actors.size).toBe(103)
        expect(await store.history('t')).toHaveLength(2)
      },
    )

    test('while a territory is renamed: it is renamed', async () => {
      for (const when of ['before', 'after'] as const) {
        await empty(driver)
        await using road = await Road.to(server)
        await using store = await openNeo4jStore(road.through(server))
        await store.create('t', draft('k1', triangle))
        road.breakAtCommit(when)
        await store.rename('t', 'u')
        expect((await store.list()).map(({ id }) => id)).toEqual(['u'])
        expect((await store.load('u')).ties.size).toBe(3)
      }
    })

    test('while a territory is removed: it is removed', async () => {
      await empty(driver)
      await using road = await Road.to(server)
      await using store = await openNeo4jStore(road.through(server))
      await store.create('t', draft('k1', triangle))
      road.breakAtCommit('after')
      await store.remove('t')
      expect(await store.list()).toEqual([])
    })

    test('and comes back: calls are refused meanwhile, and answered again', async () => {
      await empty(driver)
      await using road = await Road.to(server)
      await using store = await openNeo4jStore(road.through(server), hasty)
      await store.create('t', draft('k1', triangle))
      road.shut()
      expect(await store.ping()).toBe(false)
      await refusal(store.load('t'), 'store_unavailable')
      await refusal(store.list(), 'store_unavailable')
      await road.open()
      await vi.waitFor(async () => expect(await store.ping()).toBe(true), { timeout: 10_000 })
      expect((await store.load('t')).revision).toBe(1)
    })
  })

  describe('the server is slow', () => {
    test('to give way: the commit is given up by the server and leaves nothing half-written', async () => {
      await empty(driver)
      await using store = await openNeo4jStore(server, hasty)
      await store.create('t', draft('k1', triangle))
      const changes = ['a', 'b', 'c'].map((id) => putActor(id, 'Autre nom'))
      await using session = driver.session({ database: 'neo4j' })
      const holding = await session.beginTransaction()
      try {
        await holding.run("MATCH (actor:Actor {territory: 't', id: 'c'}) SET actor.held = true")
        // Writes the others, and waits for the one that is held.
        await refusal(store.commit('t', 1, draft('k2', changes)), 'store_unavailable')
      } finally {
        await holding.rollback()
      }
      await using other = await openNeo4jStore(server)
      const territory = await other.load('t')
      expect([territory.revision, ...[...territory.actors.values()].map(({ name }) => name)]).toEqual([
        1,
        'a',
        'b',
        'c',
      ])
      expect((await store.commit('t', 1, draft('k2', changes))).revision).toBe(2)
    })

    test('to the point of silence: the call is given up here', async () => {
      await empty(driver)
      await using road = await Road.to(server)
      const store = await openNeo4jStore(road.through(server), hasty)
      await store.create('t', draft('k1', triangle))
      road.stall()
      expect(await store.ping()).toBe(false)
      await refusal(store.commit('t', 1, draft('k2', [putActor('d')])), 'store_unavailable')
      road.shut()
      await store.close()
    })

    test('for long: calls are refused without being sent until a ping is answered, and none of them is made later', async () => {
      await empty(driver)
      await using road = await Road.to(server)
      const store = await openNeo4jStore(road.through(server), hasty)
      await store.create('t', draft('k1', triangle))
      road.stall()
      const waiting = Array.from({ length: 20 }, (_, i) => store.commit('t', 1, draft(`lost-${i}`, [putActor('d')])))
      for (const refused of await Promise.all([...waiting.map((call) => refusal(call, 'store_unavailable'))])) {
        expect(refused).toEqual({ reason: 'no_answer', store: road.through(server).url })
      }
      const { swallowed } = road
      for (let i = 0; i < 200; i++) await refusal(store.load('t'), 'store_unavailable')
      // Pings go on.
      expect(road.swallowed - swallowed).toBeLessThan(20)
      road.resume()
      await vi.waitFor(async () => expect(await store.ping()).toBe(true), { timeout: 10_000 })
      expect(await store.history('t')).toHaveLength(1)
      expect((await store.commit('t', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
      await store.close()
    })

    test('about one territory: who waits behind it is refused in its own time, the others are answered', async () => {
      await empty(driver)
      await using store = await openNeo4jStore(server, hasty)
      for (const id of ['t', 'u']) await store.create(id, draft('k1', triangle))
      await using session = driver.session({ database: 'neo4j' })
      const holding = await session.beginTransaction()
      try {
        await holding.run("MATCH (territory:Territory {id: 't'}) SET territory.held = true")
        const stuck = Array.from({ length: 10 }, (_, i) => store.commit('t', 1, draft(`k2-${i}`, [putActor('d')])))
        const refusals = Promise.all(stuck.map((call) => refusal(call, 'store_unavailable')))
        expect((await store.commit('u', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
        expect(await store.list()).toHaveLength(2)
        expect((await store.load('t')).revision).toBe(1)
        for (const { reason } of await refusals) expect(reason).toBe('too_slow')
      } finally {
        await holding.rollback()
      }
      expect((await store.commit('t', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
    }, 40_000)

    test('and the process must end: what is under way is given up at once', async () => {
      await empty(driver)
      await using road = await Road.to(server)
      const leaving = new AbortController()
      const store = await openNeo4jStore(road.through(server), { ...hasty, timeoutMs: 600_000, signal: leaving.signal })
      await store.create('t', draft('k1', triangle))
      road.stall()
      const asked = refusal(store.load('t'), 'store_unavailable')
      leaving.abort()
      await asked
      road.shut()
      await store.close()
    })
  })

  test('a wrong password is said at once, and not tried again', async () => {
    await using road = await Road.to(server)
    const wrong = { ...road.through(server), password: 'not this one' }
    const refused = await refusal(openNeo4jStore(wrong), 'store_unavailable')
    expect(refused).toEqual({ reason: 'login_refused', store: wrong.url })
    expect(road.connections).toBe(1)
  })

  test('a database that is not there is said', async () => {
    const refused = await refusal(openNeo4jStore({ ...server, database: 'nowhere' }), 'store_unavailable')
    expect(refused).toEqual({ reason: 'no_database', store: server.url })
  })
})
