import type { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { copyTerritory } from '../../server/store/copy.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { Ledger } from '../../server/store/embedded/ledger.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { type Commit, type Store, stagingId } from '../../server/store/store.ts'
import { refusal } from './contract/asking.ts'
import { expectSame, fillRecord, fillStore } from './copying.ts'
import { draft, putActor, triangle } from './samples.ts'

test('a copy has every commit, state and position', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  for (const id of ['record', 'many']) expect(await copyTerritory(id, from, to)).toBe(id === 'record' ? 5 : 130)
  await expectSame(from, to, ['record', 'many'])
})

test('progress counts revisions up to the last', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  const counts: number[] = []
  await copyTerritory('many', from, to, ({ done, of }) => {
    expect(of).toBe(130)
    counts.push(done)
  })
  expect(counts.at(-1)).toBe(130)
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b))
})

test('a later copy catches up', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  await copyTerritory('many', from, to)
  await from.commit('many', 130, draft('later', [putActor('d')]))
  expect(await copyTerritory('many', from, to)).toBe(131)
  await expectSame(from, to, ['many'])
})

test('commits are in memory one at a time', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  const asked: number[] = []
  const counting = new Proxy<Store>(from, {
    get(store, name) {
      const member = Reflect.get(store, name)
      if (name !== 'history') return member.bind(store)
      return async (...given: Parameters<Store['history']>): Promise<Commit[]> => {
        const commits = await store.history(...given)
        asked.push(commits.length)
        return commits
      }
    },
  })
  await copyTerritory('many', counting, to)
  expect(Math.max(...asked)).toBe(1)
})

test('a territory that is not there is refused, and so is one that is staged', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await refusal(copyTerritory('nowhere', from, to), 'unknown_territory')
  await from.create('t', draft('here', triangle))
  await to.create(stagingId('t'), draft('of another copy', [putActor('z')]))
  await copyTerritory('t', from, to)
  await expectSame(from, to, ['t'])
  await refusal(to.load(stagingId('t')), 'unknown_territory')
})

test('a copy whose map came out different is refused, and leaves nothing', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using memory = await openEmbeddedStore(':memory:')
  await from.create('t', draft('k', triangle))
  await from.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
  const forgetful: Store = new Proxy(memory, {
    get(store, name) {
      if (name === 'savePositions') return async () => {}
      const member = Reflect.get(store, name)
      return typeof member === 'function' ? member.bind(store) : member
    },
  })
  await refusal(copyTerritory('t', from, forgetful), 'store_corrupt')
  expect(await memory.list()).toEqual([])
})

test('whichever statement of SQLite fails, the copy is absent and the next try succeeds', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await fillRecord(from)
  const sqlite = openDatabase(':memory:')
  let call = 0
  for (let cut = true; cut; ) {
    call += 1
    const { store, disk } = onDisk(sqlite)
    disk.fatal = call
    const copy = copyTerritory('record', from, store)
    cut = await copy.then(
      () => false,
      () => true,
    )
    disk.fatal = Number.POSITIVE_INFINITY
    if (cut) await expect(copy).rejects.toThrow('the disk fails')
    if (cut) expect(new Ledger(sqlite).list()).toEqual([])
    const again = onDisk(sqlite).store
    expect(await copyTerritory('record', from, again)).toBe(5)
    await expectSame(from, again, ['record'])
    // Opened anew, every checksum is compared.
    expect(new Ledger(sqlite).list()).toHaveLength(1)
    await again.remove('record')
  }
  // Every row is written by a statement of its own.
  expect(call).toBeGreaterThan(80)
  sqlite.close()
}, 60_000)

/** A store in this thread, of which statement number `fatal` since it was opened fails. */
function onDisk(sqlite: DatabaseSync): { store: Store; disk: { fatal: number } } {
  const disk = { fatal: Number.POSITIVE_INFINITY }
  let statements = 0
  const used = <T>(work: () => T): T => {
    statements += 1
    if (statements === disk.fatal) throw new Error('the disk fails')
    return work()
  }
  const database = new Proxy(sqlite, {
    get(target, name) {
      if (name === 'exec') return (sql: string) => used(() => target.exec(sql))
      if (name !== 'prepare') {
        const member = Reflect.get(target, name)
        return typeof member === 'function' ? member.bind(target) : member
      }
      return (sql: string) => {
        const statement = target.prepare(sql)
        return new Proxy(statement, {
          get: (_, method) => {
            const asked = Reflect.get(statement, method).bind(statement)
            return (...given: unknown[]) => used(() => asked(...given))
          },
        })
      }
    },
  })
  const ledger = new Ledger(database)
  statements = 0
  const store = new Proxy(ledger, {
    get(target, name) {
      const member = Reflect.get(target, name)
      return async (...given: unknown[]) => structuredClone(await member.apply(target, given))
    },
  })
  return { store: store as unknown as Store, disk }
}
