import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { copyTerritory } from '../../server/store/copy.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { maillage } from '../cli/maillage.ts'
import { empty, onEveryServer } from '../neo4j/servers.ts'
import { expectSame, fillStore } from './copying.ts'
import { draft } from './samples.ts'

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
