import { type Driver, int } from 'neo4j-driver'
import { describe, expect, test } from 'vitest'
import { apply, type Change } from '../../server/domain/change.ts'
import { emptyTerritory, type Note } from '../../server/domain/territory.ts'
import { factStatements, migrations, statements } from '../../server/store/cypher.ts'
import { keysUnder } from '../../server/store/finding-keys.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import type { Store } from '../../server/store/store.ts'
import { spelled } from '../domain/arbitrary.ts'
import { empty, inDatabase, onEveryServer, waysOf } from '../neo4j/servers.ts'
import { refusal } from './contract/asking.ts'
import { notedBefore, notedNow } from './old-notes.ts'
import { draft, everything, everythingApplied, triangle } from './samples.ts'

/** Statements that want all there is of a label. */
const meantToScan: Readonly<Record<string, string>> = {
  'list-territories': 'Territory',
  'read-migrations': 'Migration',
}

onEveryServer((server, driver) => {
  describe('each statement', () => {
    const ofFacts = Object.values(factStatements).flatMap((ofNoun) => Object.values(ofNoun))
    const planned = [...Object.values(statements), ...ofFacts].map((statement) => [statement.name, statement] as const)

    test.each(planned)('%s is understood and finds its way by an index', async (name, { text }) => {
      await using _ = await openNeo4jStore(server)
      const scans = (await waysOf(driver, text)).filter((way) => way.includes('Scan'))
      expect(scans.filter((way) => !way.includes(`:${meantToScan[name]}`))).toEqual([])
    })
  })

  test('whatever is asked of one territory is found by an index', async () => {
    await using _ = await openNeo4jStore(server)
    const nodes = ['Actor', 'Space', 'Wave', 'Word', 'Note', 'Commit', 'Position'].map(
      (label) => `(found:${label} {territory: $t})`,
    )
    const ties = ['TIE', 'TAKES_PART', 'ON_ROSTER'].map((type) => `()-[found:${type} {territory: $t}]->()`)
    for (const pattern of [...nodes, ...ties]) {
      const ways = await waysOf(driver, `MATCH ${pattern} RETURN found`, { t: 'dieppe' })
      expect([pattern, ...ways]).toContainEqual(expect.stringContaining('IndexSeek'))
      expect([pattern, ...ways]).not.toContainEqual(expect.stringContaining('Scan'))
    }
  })

  describe('the schema', () => {
    test('is made once by servers that start together on an empty database', async () => {
      await dropSchema(driver)
      const stores = await Promise.all(Array.from({ length: 5 }, () => openNeo4jStore(server)))
      await Promise.all(stores.map((store) => store.close()))
      expect(await recorded(driver)).toEqual(migrations.map(({ name }, index) => ({ number: index + 1, name })))
      const unique = await inDatabase(
        driver,
        'SHOW CONSTRAINTS YIELD name, type WHERE type CONTAINS "UNIQUENESS" RETURN name',
      )
      const constraints = migrations
        .flatMap((step) => step.statements)
        .filter(({ text }) => text.trimStart().startsWith('CREATE CONSTRAINT'))
      expect(unique).toHaveLength(constraints.length)
    })

    test('goes on where a server stopped half-way', async () => {
      await using _ = await openNeo4jStore(server)
      await inDatabase(driver, 'MATCH (migration:Migration) WHERE migration.number > 5 DELETE migration')
      await inDatabase(driver, 'DROP CONSTRAINT tie_key')
      await using store = await openNeo4jStore(server)
      expect(await store.list()).toEqual([])
      expect(await recorded(driver)).toHaveLength(migrations.length)
      expect(await inDatabase(driver, 'SHOW CONSTRAINTS YIELD name WHERE name = "tie_key" RETURN name')).toHaveLength(1)
    })

    test('comes with what fills a new database, once, even when the beginning was cut short', async () => {
      await dropSchema(driver)
      const whenNew = async (store: Store) => void (await store.create('t', draft('example', triangle)))
      const cutShort = openNeo4jStore(server, {
        whenNew: async (store) => {
          await whenNew(store)
          throw new Error('cut short')
        },
      })
      await expect(cutShort).rejects.toThrow('cut short')
      for (const _ of ['again', 'and again']) {
        await using store = await openNeo4jStore(server, { whenNew })
        expect(await store.history('t')).toHaveLength(1)
      }
      await using store = await openNeo4jStore(server, { whenNew })
      await store.remove('t')
      await using last = await openNeo4jStore(server, { whenNew })
      expect(await last.list()).toEqual([])
    })

    test('of a version that kept dates as text is read as it is, then converted', async () => {
      await empty(driver)
      {
        await using store = await openNeo4jStore(server)
        await store.create('t', draft('k', everything))
      }
      await inDatabase(
        driver,
        `MATCH (wave:Wave) SET wave.date = toString(wave.date)
         WITH count(*) AS _ MATCH (space:Space) SET space.start = toString(space.start), space.end = toString(space.end)
         WITH count(*) AS _ MATCH ()-[tie:TIE]->()
         SET tie.since = toString(tie.since), tie.lastContact = toString(tie.lastContact)`,
      )
      {
        await using store = await openNeo4jStore(server)
        expect(spelled(await store.load('t'))).toEqual(spelled({ ...everythingApplied, id: 't' }))
      }
      await inDatabase(driver, 'MATCH (migration:Migration) WHERE migration.number > 13 DELETE migration')
      await using store = await openNeo4jStore(server)
      const types = `
        MATCH (wave:Wave) WITH collect(DISTINCT valueType(wave.date)) AS waves
        MATCH (space:Space {id: 'pôle'}) WITH waves, [valueType(space.start), valueType(space.end)] AS spaces
        MATCH ()-[tie:TIE]->() WHERE tie.since IS NOT NULL
        RETURN waves, spaces, [valueType(tie.since), valueType(tie.lastContact)] AS ties`
      const date = 'DATE NOT NULL'
      expect(await inDatabase(driver, types)).toEqual([{ waves: [date], spaces: [date, date], ties: [date, date] }])
      expect(spelled(await store.load('t'))).toEqual(spelled({ ...everythingApplied, id: 't' }))
      await store.remove('t')
    })

    test('of a version that kept notes in settings shows them, in every revision', async () => {
      await empty(driver)
      const [first = [], ...others] = notedBefore
      {
        await using store = await openNeo4jStore(server)
        const bare = (changes: readonly Change[]) => changes.filter((change) => !isSettingOfNote(change))
        await store.create('t', draft('k1', bare(first)))
        for (const [index] of others.entries()) await store.commit('t', index + 1, draft(`k${index + 2}`, []))
      }
      let state = emptyTerritory('t')
      for (const [index, changes] of notedBefore.entries()) {
        const made = apply(state, changes)
        if (!made.ok) throw new Error(JSON.stringify(made.refusals))
        state = made.territory
        const lists = { changes: JSON.stringify(changes), inverse: JSON.stringify(made.inverse) }
        await inDatabase(driver, "MATCH (commit:Commit {territory: 't', revision: $revision}) SET commit += $lists", {
          revision: int(index + 1),
          lists,
        })
      }
      const settings = [...state.settings.values()].map(({ key, value }) => [`setting_${key}`, value])
      await inDatabase(driver, "MATCH (territory:Territory {id: 't'}) SET territory += $settings", {
        settings: Object.fromEntries(settings),
      })
      await inDatabase(driver, 'MATCH (migration:Migration) WHERE migration.number > 38 DELETE migration')
      for (const _ of ['once', 'again']) {
        await using store = await openNeo4jStore(server)
        const keyOf = keysUnder(await store.secret('t'))
        for (const [index, notes] of notedNow(keyOf).entries()) {
          const past = await store.load('t', index + 1)
          expect([...past.notes.values()].sort(byFinding)).toEqual(notes.sort(byFinding))
          expect([...past.settings.keys()]).toEqual(['name'])
        }
      }
      const kept = "MATCH (note:Note {territory: 't'}) RETURN note.text AS text, valueType(note.day) AS day"
      expect(await inDatabase(driver, kept)).toEqual([{ text: 'vu avec a', day: 'DATE NOT NULL' }])
      await using store = await openNeo4jStore(server)
      await store.remove('t')
    })

    test('of a newer Maillage is left alone', async () => {
      await using _ = await openNeo4jStore(server)
      const newer = migrations.length + 1
      await inDatabase(driver, `CREATE (:Migration {number: ${newer}, name: 'from the future'})`)
      try {
        const refused = await refusal(openNeo4jStore(server), 'store_newer')
        expect(refused).toEqual({ file: server.url, found: newer, supported: migrations.length })
      } finally {
        await inDatabase(driver, `MATCH (migration:Migration {number: ${newer}}) DELETE migration`)
      }
    })
  })
})

async function recorded(driver: Driver) {
  return inDatabase(
    driver,
    'MATCH (migration:Migration) RETURN migration.number AS number, migration.name AS name ORDER BY number',
  )
}

async function dropSchema(driver: Driver): Promise<void> {
  for (const { name } of await inDatabase(driver, 'SHOW CONSTRAINTS YIELD name RETURN name')) {
    await inDatabase(driver, `DROP CONSTRAINT ${name}`)
  }
  for (const { name } of await inDatabase(driver, 'SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP" RETURN name')) {
    await inDatabase(driver, `DROP INDEX ${name}`)
  }
  await inDatabase(driver, 'MATCH (migration:Migration) DELETE migration')
}

function isSettingOfNote(change: Change): boolean {
  return 'put' in change && change.put === 'setting' && change.value.key.startsWith('note.')
}

function byFinding(a: Note, b: Note): number {
  return a.finding < b.finding ? -1 : 1
}
