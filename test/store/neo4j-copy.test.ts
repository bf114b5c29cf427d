import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { copyTerritory } from '../../server/store/copy.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { Bolt, type Run } from '../../server/store/neo4j/bolt.ts'
import { hold, rename } from '../../server/store/neo4j/ledger.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { maillage } from '../cli/maillage.ts'
import { empty, inDatabase, onEveryServer } from '../neo4j/servers.ts'
import { everythingTold } from './contract/asking.ts'
import { expectSame, fillRecord, fillStore } from './copying.ts'
import { draft, triangle } from './samples.ts'
import { temporary } from './temporary.ts'

/** Statement number `fatal`, counted from 1, fails. */
function failingAt(fatal: number, run: Run): Run {
  let statements = 0
  return async (...asked) => {
    statements += 1
    if (statements === fatal) throw new Error('cut short')
    return run(...asked)
  }
}

onEveryServer((server, driver) => {
  test('from SQLite and back: every commit, state and position', async () => {
    await empty(driver)
    await using from = await openEmbeddedStore(':memory:')
    await using there = await openNeo4jStore(server)
    await using back = await openEmbeddedStore(':memory:')
    await fillStore(from)
    for (const id of ['record', 'many']) {
      await copyTerritory(id, from, there)
      await copyTerritory(id, there, back)
    }
    await expectSame(from, there, ['record', 'many'])
    await expectSame(from, back, ['record', 'many'])
  }, 60_000)

  test('all examples, there and back', async () => {
    await empty(driver)
    await using from = await openEmbeddedStore(':memory:')
    await using there = await openNeo4jStore(server)
    await using back = await openEmbeddedStore(':memory:')
    const examples = await exampleTerritories()
    for (const { id, changes } of examples) {
      await from.create(id, draft(`example-${id}`, changes))
      await copyTerritory(id, from, there)
      await copyTerritory(id, there, back)
    }
    const ids = examples.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(4)
    await expectSame(from, there, ids)
    await expectSame(from, back, ids)
  }, 60_000)

  test('whichever statement of a renaming fails, nothing is renamed', async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    await fillRecord(store)
    const before = await everythingTold(store, ['record'])
    const bolt = new Bolt(server, { timeoutMs: 10_000, retryMs: 1_000 })
    let statement = 0
    for (let cut = true; cut; ) {
      statement += 1
      cut = await bolt
        .write('large', async (run) => {
          await hold(run, 'record')
          await rename(failingAt(statement, run), 'record', 'renamed')
        })
        .then(
          () => false,
          () => true,
        )
      if (cut) expect(await everythingTold(store, ['record'])).toEqual(before)
    }
    expect(statement).toBe(27)
    await bolt.close()
    expect((await store.load('renamed')).actors.size).toBe(2)
    const left = 'MATCH (n) WHERE n.territory = "record" OR n.id = "record" RETURN count(n) AS n'
    expect(await inDatabase(driver, left)).toEqual([{ n: 0 }])
    const ties =
      'MATCH ()-[r:TIE|TAKES_PART|ON_ROSTER|INVITED_TO|AT_TABLE_WITH|NAMED_EMBLEM_AT|BACKS|ASKED_BY|SUPPOSED]->() RETURN DISTINCT r.territory AS territory'
    expect(await inDatabase(driver, ties)).toEqual([{ territory: 'renamed' }])
  }, 60_000)

  test('a copy that Neo4j refuses is a sentence, and leaves nothing', async () => {
    await empty(driver)
    await using folder = await temporary()
    const file = join(folder.path, 'source.sqlite')
    const tooLong = 'x'.repeat(9_000)
    {
      await using from = await openEmbeddedStore(file)
      await from.create('t', draft('k1', triangle))
      await from.savePositions('t', { actors: { [tooLong]: [1, 2] }, spaces: {} })
    }
    const url = server.url.replace('//', `//${server.user}:${server.password}@`)
    const refused = await maillage(['copy', 't', '--from', `sqlite:${file}`, '--to', url])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr.slice(0, 200)).toContain('«\u00a0t\u00a0» n’a pas été copié')
    expect(refused.stderr.trimEnd()).toMatch(/Rien n’en est resté\.$/)
    expect(refused.stderr).not.toMatch(/\n\s+at /)
    expect(await inDatabase(driver, 'MATCH (n) WHERE NOT n:Migration RETURN count(n) AS n')).toEqual([{ n: 0 }])
  }, 60_000)

  test('by the command line, both ways', async () => {
    await empty(driver)
    const folder = await mkdtemp(join(tmpdir(), 'maillage-copy-'))
    try {
      const file = (name: string) => `sqlite:${join(folder, name)}`
      const url = server.url.replace('//', `//${server.user}:${server.password}@`)
      await maillage(['measure', 'dieppe', '--measures', 'density'], { env: { MAILLAGE_STORE: file('one.sqlite') } })
      const there = await maillage(['copy', 'dieppe', '--from', file('one.sqlite'), '--to', url])
      expect(there).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('révision 1') })
      const back = await maillage(['copy', 'dieppe', '--from', url, '--to', file('two.sqlite'), '--json'])
      expect(back).toMatchObject({ code: 0, stderr: '' })
      expect(JSON.parse(back.stdout)).toEqual({ territory: 'dieppe', revision: 1 })
      await using one = await openEmbeddedStore(join(folder, 'one.sqlite'))
      await using two = await openEmbeddedStore(join(folder, 'two.sqlite'))
      expect((await two.list()).map(({ id }) => id)).toEqual(['dieppe'])
      await expectSame(one, two, ['dieppe'])
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 60_000)
})
