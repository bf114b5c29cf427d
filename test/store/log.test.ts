import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { Ledger } from '../../server/store/embedded/ledger.ts'
import { migrations } from '../../server/store/embedded/schema.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { spelled } from '../domain/arbitrary.ts'
import { refusal } from './contract/asking.ts'
import { fillForFlips, toldBy } from './flips.ts'
import { draft, everything, manyActors, manyTies, putActor, triangle } from './samples.ts'
import { temporary } from './temporary.ts'

/** What a process that dies leaves behind: the file and its log as they are while it runs. */
async function dead(file: string, as: string): Promise<string> {
  await copyFile(file, as)
  await copyFile(`${file}-wal`, `${as}-wal`)
  return as
}

test('the log of a process that died is replayed: no acknowledged commit is lost', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', manyActors(200)))
  for (let revision = 1; revision <= 8; revision++) {
    // Large enough for the log to be copied into the file and begun again on the way.
    const change = revision % 3 === 0 ? manyTies(3_000, 200) : [putActor('a0', `n° ${revision}`)]
    await store.commit('t', revision, draft(`k${revision + 1}`, change))
    await using found = await openEmbeddedStore(await dead(file, join(folder.path, `dead-${revision}.sqlite`)))
    expect(spelled(await found.load('t'))).toEqual(spelled(await store.load('t')))
  }
})

test('a log that was written for another file is not replayed, and both stay as they are', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const backup = join(folder.path, 'backup.sqlite')
  const other = join(folder.path, 'other.sqlite')
  const first = await openEmbeddedStore(file)
  await first.create('t', draft('k1', triangle))
  await first.close()
  await copyFile(file, backup)
  await using store = await openEmbeddedStore(file)
  const running = join(folder.path, 'running.sqlite')
  await copyFile(file, running)
  await store.commit('t', 1, draft('k2', [putActor('later')]))
  await store.forget('t', 'c', draft('k3'))
  await store.commit('t', 3, draft('k4', [putActor('latest')]))
  await using another = await openEmbeddedStore(other)
  await another.create('u', draft('k1', triangle))

  const pairs = {
    'from before this opening': [backup, file],
    'another store': [file, other],
    'before a checkpoint': [running, file],
  }
  for (const [name, [main = '', log = '']] of Object.entries(pairs)) {
    const mixed = join(folder.path, `${name}.sqlite`)
    await copyFile(main, mixed)
    await copyFile(`${log}-wal`, `${mixed}-wal`)
    const before = [await readFile(mixed), await readFile(`${mixed}-wal`)]
    const refused = await refusal(openEmbeddedStore(mixed), 'store_log_foreign')
    expect(refused).toEqual({ file: mixed, log: `${mixed}-wal` })
    expect([await readFile(mixed), await readFile(`${mixed}-wal`)]).toEqual(before)
    // Without the log, the file is what it was.
    await rm(`${mixed}-wal`)
    await using opened = await openEmbeddedStore(mixed)
    expect((await opened.load('t')).actors.has('latest')).toBe(false)
  }
})

test('a rollback journal beside the file is refused: ours never have one', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  await (await openEmbeddedStore(file)).close()
  await writeFile(`${file}-journal`, Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(504)]))
  expect(await refusal(openEmbeddedStore(file), 'store_log_foreign')).toEqual({ file, log: `${file}-journal` })
})

test('a log cut anywhere in its last transaction loses that one alone', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', manyActors(20)))
  await store.commit('t', 1, draft('k2', [putActor('kept')]))
  const kept = (await readFile(`${file}-wal`)).length
  await store.commit('t', 2, draft('k3', [putActor('under way')]))
  const { length } = await readFile(`${file}-wal`)
  for (let size = kept; size < length; size += 1 + Math.floor((length - kept) / 12)) {
    const cut = await dead(file, join(folder.path, `cut-${size}.sqlite`))
    await truncate(`${cut}-wal`, size)
    await using found = await openEmbeddedStore(cut)
    expect((await found.load('t')).revision).toBe(2)
  }
})

test('a log damaged before its last transaction is refused: acknowledged commits would be missing', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', triangle))
  const first = (await readFile(`${file}-wal`)).length
  for (let revision = 1; revision <= 3; revision++) {
    await store.commit('t', revision, draft(`k${revision + 1}`, [putActor(`n${revision}`)]))
  }
  // In the header, in the first transaction, in the second.
  for (const at of [20, 2_000, first + 500]) {
    const damaged = await dead(file, join(folder.path, `damaged-${at}.sqlite`))
    const bytes = await readFile(`${damaged}-wal`)
    bytes[at] = (bytes[at] ?? 0) ^ 64
    await writeFile(`${damaged}-wal`, bytes)
    await refusal(openEmbeddedStore(damaged), 'store_corrupt')
    expect((await readFile(`${damaged}-wal`)).equals(bytes)).toBe(true)
  }
})

test('what is committed is told so, though the log cannot be emptied of what it erased yet', async () => {
  await using folder = await temporary()
  const database = openDatabase(join(folder.path, 'a.sqlite'))
  const ledger = new Ledger(database)
  ledger.create('t', draft('k1', triangle))
  ledger.create('u', draft('k1', triangle))
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    if (sql.includes('wal_checkpoint')) throw new Error('database or disk is full')
    exec(sql)
  }
  expect(ledger.forget('t', 'a', draft('k2')).revision).toBe(2)
  ledger.remove('u')
  expect(ledger.list().map(({ id, revision, actors }) => [id, revision, actors])).toEqual([['t', 2, 2]])
  expect(ledger.commit('t', 2, draft('k3', [putActor('d')])).revision).toBe(3)
  expect(ledger.stillToErase).toBe(true)
  database.exec = exec
  ledger.commit('t', 3, draft('k4', [putActor('e')]))
  expect(ledger.stillToErase).toBe(false)
  database.close()
})

test('a commit that SQLite has made and then fails on is told as made', async () => {
  await using folder = await temporary()
  const database = openDatabase(join(folder.path, 'a.sqlite'))
  const ledger = new Ledger(database)
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    exec(sql)
    if (sql === 'COMMIT') throw new Error('disk I/O error')
  }
  expect(ledger.create('t', draft('k1', triangle)).revision).toBe(1)
  expect(ledger.commit('t', 1, draft('k2', [putActor('d')])).revision).toBe(2)
  expect(ledger.list()).toMatchObject([{ id: 't', revision: 2, actors: 4 }])
  database.close()
})

test('a store whose file or log goes away or is another says so, and what was acknowledged stays', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const aside = join(folder.path, 'aside')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', triangle))
  for (const path of [file, `${file}-wal`]) {
    await rename(path, aside)
    for (const reason of ['gone', 'replaced']) {
      if (reason === 'replaced') await copyFile(aside, path)
      const told = { reason, store: file }
      expect(await refusal(store.list(), 'store_unavailable')).toEqual(told)
      expect(await refusal(store.ping(), 'store_unavailable')).toEqual(told)
      expect(await refusal(store.load('t'), 'store_unavailable')).toEqual(told)
      expect(await refusal(store.commit('t', 1, draft('k2', [putActor('d')])), 'store_unavailable')).toEqual(told)
    }
    await rename(aside, path)
  }
  expect((await store.commit('t', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
})

test('a store whose file is cut short says so', async () => {
  for (const length of [0, 5_000]) {
    await using folder = await temporary()
    const file = join(folder.path, 'a.sqlite')
    await using store = await openEmbeddedStore(file)
    await store.create('t', draft('k1', triangle))
    await store.list()
    await truncate(file, length)
    const told = { reason: 'shrunk', store: file }
    expect(await refusal(store.list(), 'store_unavailable')).toEqual(told)
    expect(await refusal(store.ping(), 'store_unavailable')).toEqual(told)
    expect(await refusal(store.commit('t', 1, draft('k2', [putActor('d')])), 'store_unavailable')).toEqual(told)
  }
})

test('a file of the first format learns its checksums and secrets, and tells the same', async () => {
  await using folder = await temporary()
  const now = join(folder.path, 'now.sqlite')
  const old = join(folder.path, 'old.sqlite')
  const filled = await openEmbeddedStore(now)
  // It had no notes either.
  await fillForFlips(
    filled,
    everything.filter((change) => !('put' in change && change.put === 'note')),
  )
  const expected = await toldBy(filled)
  await filled.close()
  const database = openDatabase(old, migrations.slice(0, 1))
  database.exec(`ATTACH '${now}' AS now`)
  for (const { name } of database
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name DESC")
    .all()) {
    const columns = database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(String(name))
      .map((row) => `"${row.name}"`)
    database.exec(`PRAGMA foreign_keys = OFF; INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM now.${name}`)
  }
  database.close()
  const secrets = new Set<string>()
  for (let opening = 0; opening < 2; opening++) {
    await using store = await openEmbeddedStore(old)
    expect(await toldBy(store)).toEqual(expected)
    for (const { id } of await store.list()) secrets.add(await store.secret(id))
    expect(secrets.size).toBe((await store.list()).length)
  }
})
