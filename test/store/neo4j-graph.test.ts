import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { empty, inDatabase, onEveryServer } from '../neo4j/servers.ts'
import { refusal } from './contract/asking.ts'
import { anActor, draft, putActor, putTie, triangle } from './samples.ts'

onEveryServer((server, driver) => {
  test('a fact is a node or a relationship that a person can read', async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    const attributes = { 'chiffre d’affaires': 1_200, part: 0.5, 'a`b': true }
    const foundry: Change = {
      put: 'actor',
      value: { id: 'f', name: 'Fonderie', ...anActor, latitude: 49, aliases: ['La Fonderie'], attributes },
    }
    const setting: Change = { put: 'setting', value: { key: 'inhabitants', value: 46_733 } }
    await store.create('t', draft('k1', [...triangle, foundry, setting]))

    const [found] = await inDatabase(
      driver,
      "MATCH (actor:Actor {territory: 't', id: 'f'}) RETURN properties(actor) AS properties",
    )
    expect(found?.properties).toEqual({
      territory: 't',
      id: 'f',
      name: 'Fonderie',
      ...anActor,
      latitude: 49,
      aliases: ['La Fonderie'],
      attributes: ['chiffre d’affaires', 'part', 'a`b'],
      'attribute_chiffre d’affaires': 1_200,
      attribute_part: 0.5,
      'attribute_a`b': true,
    })
    const types = `
      MATCH (actor:Actor {id: 'f'}), (territory:Territory)
      RETURN valueType(actor.latitude) AS degrees, valueType(actor['attribute_chiffre d’affaires']) AS whole,
        valueType(territory.setting_inhabitants) AS setting`
    const [said] = await inDatabase(driver, types)
    expect(said).toEqual({ degrees: 'FLOAT NOT NULL', whole: 'INTEGER NOT NULL', setting: 'INTEGER NOT NULL' })
    const ties =
      "MATCH (one:Actor)-[tie:TIE {territory: 't'}]->(other:Actor) RETURN one.id + other.id AS ends, tie.kind AS kind"
    expect(await inDatabase(driver, `${ties} ORDER BY ends`)).toEqual(
      ['ab', 'bc', 'ca'].map((ends) => ({ ends, kind: 'trust' })),
    )
  })

  test('what others add to the graph is left alone', async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    await store.create('t', draft('k1', triangle))
    await inDatabase(
      driver,
      `MATCH (a:Actor {id: 'a'})-[tie:TIE]->(b:Actor {id: 'b'})
       SET a:Hub, a.pagerank = 0.7, tie.colour = 'red'
       CREATE (a)-[:SIMILAR {score: 1.0}]->(b)`,
    )
    await store.commit('t', 1, draft('k2', [putActor('a', 'Autre nom'), putTie('a', 'b', { strength: 3 })]))
    const [kept] = await inDatabase(
      driver,
      `MATCH (a:Hub)-[tie:TIE]->(b), (a)-[similar:SIMILAR]->(b)
       RETURN a.name AS name, a.pagerank AS pagerank, tie.colour AS colour, tie.strength AS strength, similar.score AS score`,
    )
    expect(kept).toEqual({ name: 'Autre nom', pagerank: 0.7, colour: 'red', strength: 3, score: 1 })
    await using other = await openNeo4jStore(server)
    expect((await other.load('t')).actors.get('a')).toEqual({ id: 'a', name: 'Autre nom', ...anActor })
    await other.commit('t', 2, draft('k3', withoutA))
    expect(await inDatabase(driver, 'MATCH (hub:Hub) RETURN hub.id AS id')).toEqual([])
  })

  test('a commit on what others took away is refused, and leaves nothing half-written', async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    await store.create('t', draft('k1', triangle))
    await inDatabase(driver, "MATCH (actor:Actor {territory: 't', id: 'a'}) DETACH DELETE actor")
    await refusal(store.commit('t', 1, draft('k2', [putActor('d'), putTie('d', 'a')])), 'store_corrupt')
    expect(await inDatabase(driver, "MATCH (actor:Actor {territory: 't'}) RETURN actor.id AS id ORDER BY id")).toEqual([
      { id: 'b' },
      { id: 'c' },
    ])
    expect(await store.history('t')).toHaveLength(1)
  })

  test('the address of a cluster reaches the same data as that of a server', async () => {
    await empty(driver)
    await using direct = await openNeo4jStore(server)
    await using routed = await openNeo4jStore({ ...server, url: server.url.replace('bolt:', 'neo4j:') })
    await routed.create('t', draft('k1', triangle))
    await direct.commit('t', 1, draft('k2', [putActor('d')]))
    expect((await routed.load('t')).actors.size).toBe(4)
  })

  test('an erased territory leaves no node, and those beside it whole', async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    await store.create('t', draft('k1', triangle))
    await store.create('u', draft('k1', triangle))
    await store.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
    await store.remove('t')
    expect(await inDatabase(driver, "MATCH (n) WHERE n.territory = 't' OR n.id = 't' RETURN n")).toEqual([])
    expect((await store.load('u')).ties.size).toBe(3)
  })
})

/** Takes a out of the triangle. */
const withoutA: readonly Change[] = [
  { remove: 'tie', identity: { wave: 'w', kind: 'trust', from: 'a', to: 'b', reporter: null } },
  { remove: 'tie', identity: { wave: 'w', kind: 'trust', from: 'c', to: 'a', reporter: null } },
  { remove: 'actor', identity: { id: 'a' } },
]
