import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, open, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openStore } from '../../server/open-store.ts'
import { Problem } from '../../server/problem.ts'
import { openDatabase, refusing } from '../../server/store/embedded/database.ts'
import { Ledger } from '../../server/store/embedded/ledger.ts'
import { migrations } from '../../server/store/embedded/schema.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { spelled } from '../domain/arbitrary.ts'
import { refusal } from './contract/asking.ts'
import { type Opened, storeContract } from './contract.ts'
import { draft, everything, forgotten, manyActors, manyTies, putActor, triangle } from './samples.ts'
import { temporary } from './temporary.ts'

storeContract('SQLite', inFile)

async function inFile(): Promise<Opened> {
  const folder = await temporary()
  const file = join(folder.path, 'made', 'for', 'it.sqlite')
  let current = await openEmbeddedStore(file)
  return {
    store: current,
    async reopen() {
      await current.close()
      current = await openEmbeddedStore(file)
      return current
    },
    async [Symbol.asyncDispose]() {
      await current.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('in memory, nothing is left when it closes', async () => {
  const before = await openEmbeddedStore(':memory:')
  await before.create('t', draft('k', triangle))
  expect((await before.load('t')).ties.size).toBe(3)
  await before.close()
  await using after = await openEmbeddedStore(':memory:')
  expect(await after.list()).toEqual([])
})

test('another process is told that the file is held, until the holder dies', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'held.sqlite')
  const module = new URL('../../server/store/embedded.ts', import.meta.url)
  const hold = `import('${module}')
    .then(({ openEmbeddedStore }) => openEmbeddedStore(process.argv[1]))
    .then(() => console.log('held'))`
  const child = spawn(process.execPath, ['--eval', hold, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  expect(await refusal(openEmbeddedStore(file), 'store_locked')).toEqual({ file })
  child.kill('SIGKILL')
  await closed
  await using store = await openEmbeddedStore(file)
  expect(await store.list()).toEqual([])
})

test('so is a second store of the same process, until the first closes', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'held.sqlite')
  const first = await openEmbeddedStore(file)
  expect(await refusal(openEmbeddedStore(file), 'store_locked')).toEqual({ file })
  await first.create('t', draft('k', triangle))
  await first.close()
  await using second = await openEmbeddedStore(file)
  expect((await second.load('t')).revision).toBe(1)
})

test('a file of a newer version is refused and left as it was', async () => {
  await using folder = await temporary()
  const file = await filled(folder.path)
  openDatabase(file, [...migrations, 'CREATE TABLE later (x)']).close()
  const before = await readFile(file)
  const supported = migrations.length
  expect(await refusal(openEmbeddedStore(file), 'store_newer')).toEqual({ file, found: supported + 1, supported })
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('a file of an older version takes the steps it lacks, each once', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'old.sqlite')
  const steps = ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)', 'INSERT INTO a VALUES (2)']
  openDatabase(file, steps.slice(0, 1)).close()
  openDatabase(file, steps.slice(0, 2)).close()
  for (let i = 0; i < 2; i++) {
    const database = openDatabase(file, steps)
    expect(database.prepare('SELECT x FROM a').all()).toMatchObject([{ x: 1 }, { x: 2 }])
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 3 })
    database.close()
  }
})

test('a step that fails leaves the version before it', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'old.sqlite')
  const good = ['CREATE TABLE a (x)']
  expect(() => openDatabase(file, [...good, 'INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (1)'])).toThrow(
    'nowhere',
  )
  const database = openDatabase(file, good)
  expect(database.prepare('SELECT count(*) AS n FROM a').get()).toMatchObject({ n: 0 })
  database.close()
})

test('what is not a store of ours is refused and left as it was', async () => {
  await using folder = await temporary()
  const notes = join(folder.path, 'notes.txt')
  await writeFile(notes, 'Compte rendu de la réunion du 3 mars. '.repeat(100))
  expect(await refusal(openEmbeddedStore(notes), 'store_corrupt')).toEqual({
    file: notes,
    found: 'file is not a database',
  })

  const other = join(folder.path, 'other.sqlite')
  edit(other, 'CREATE TABLE bookmarks (url)')
  const before = await readFile(other)
  expect(await refusal(openEmbeddedStore(other), 'store_corrupt')).toEqual({
    file: other,
    found: 'a SQLite file of another program',
  })
  expect((await readFile(other)).equals(before)).toBe(true)
})

test('a damaged file is refused: cut short, a page overwritten, a fact that is no JSON', async () => {
  await using folder = await temporary()
  const whole = await filled(folder.path)
  const { size } = await stat(whole)

  const cut = join(folder.path, 'cut.sqlite')
  await copyFile(whole, cut)
  await truncate(cut, size - 4096 * 2)
  await refusal(openEmbeddedStore(cut), 'store_corrupt')

  const torn = join(folder.path, 'torn.sqlite')
  await copyFile(whole, torn)
  const handle = await open(torn, 'r+')
  await handle.write(Buffer.alloc(4096, 0xff), 0, 4096, size - 4096)
  await handle.close()
  await refusal(openEmbeddedStore(torn), 'store_corrupt')

  const edited = join(folder.path, 'edited.sqlite')
  const bytes = await readFile(whole)
  bytes.write('[', bytes.indexOf('{"id":"autre"'))
  await writeFile(edited, bytes)
  const { found } = await refusal(openEmbeddedStore(edited), 'store_corrupt')
  expect(found).toContain('not as it was written')
})

test('a full disk refuses the commit whole, and smaller ones still pass', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'full.sqlite')
  const database = openDatabase(file)
  const ledger = new Ledger(database)
  ledger.create('t', draft('k1', manyActors(50)))
  const before = spelled(ledger.load('t'))
  database.exec('PRAGMA max_page_count = 100')
  const tooMuch = draft('k2', manyTies(2_000, 50))
  expect(() => refusing(file, () => ledger.commit('t', 1, tooMuch))).toThrow(
    new Problem('store_unavailable', { reason: 'disk_full', store: file }),
  )
  expect(spelled(ledger.load('t'))).toEqual(before)
  expect(ledger.history('t')).toHaveLength(1)
  expect(ledger.commit('t', 1, draft('k2', manyTies(1, 50))).revision).toBe(2)
  database.close()
  await using store = await openEmbeddedStore(file)
  expect((await store.load('t')).ties.size).toBe(1)
})

test('a place that cannot hold a file is refused', async () => {
  await using folder = await temporary()
  const socket = createServer().listen(join(folder.path, 'socket'))
  await once(socket, 'listening')
  await mkdir(join(folder.path, 'folder'))
  await writeFile(join(folder.path, 'file'), '')
  await symlink(join(folder.path, 'nowhere'), join(folder.path, 'dangling'))
  await symlink(join(folder.path, 'loop'), join(folder.path, 'loop'))
  await symlink(join(folder.path, 'folder'), join(folder.path, 'to-folder'))
  execFileSync('mkfifo', [join(folder.path, 'pipe')])
  const reasons = {
    'file/in-a-file': 'unopenable',
    folder: 'not_a_file',
    'to-folder': 'not_a_file',
    pipe: 'not_a_file',
    socket: 'not_a_file',
    dangling: 'dangling_link',
    loop: 'dangling_link',
  }
  const before = await readdir(folder.path)
  for (const [path, reason] of Object.entries(reasons)) {
    const store = join(folder.path, path)
    expect(await refusal(openEmbeddedStore(store), 'store_unavailable')).toEqual({ reason, store })
    const started = openStore({ kind: 'sqlite', file: store }, async () => [])
    expect(await refusal(started, 'store_unavailable')).toEqual({ reason, store })
  }
  expect(await readdir(folder.path)).toEqual(before)
  socket.close()
})

test('a link to a file opens the file', async () => {
  await using folder = await temporary()
  const link = join(folder.path, 'link.sqlite')
  await symlink(await filled(folder.path), link)
  await using store = await openEmbeddedStore(link)
  expect(await refusal(openEmbeddedStore(join(folder.path, 'filled.sqlite')), 'store_locked')).toBeTruthy()
  expect((await store.list()).map(({ id }) => id)).toEqual(['t'])
})

test('a file that the system does not let us write is refused as such', () => {
  const denied = Object.assign(new Error('permission denied'), { code: 'EACCES', syscall: 'access' })
  const work = () => {
    throw denied
  }
  expect(() => refusing('f.sqlite', work)).toThrow(
    new Problem('store_unavailable', { reason: 'unwritable', store: 'f.sqlite' }),
  )
})

test('what is erased leaves no byte in the files', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'erased.sqlite')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', everything))
  await store.create('u', draft('k1', [putActor('x', 'Cormorans associés')]))
  await store.commit('t', 1, draft('k2', [putActor(forgotten, 'Ampère et Fils')]))
  expect(await bytesOf(file)).toMatch(/Ampère.*Cormorans|Cormorans.*Ampère/s)
  await store.forget('t', forgotten, { ...draft('k3'), origin: 'forget' })
  await store.remove('u')
  const left = await bytesOf(file)
  expect(left).toContain('une boucle')
  expect(left).not.toMatch(/Ampère|Cormorans/)
})

test('the file reads without us', async () => {
  await using folder = await temporary()
  const database = new DatabaseSync(await filled(folder.path))
  const ties = database.prepare(
    `SELECT "from", "to", reporter, strength FROM ties WHERE territory = 't' AND wave = 'w-2026'`,
  )
  expect(ties.all()).toMatchObject([
    { from: forgotten, to: 'autre', reporter: forgotten, strength: null },
    { from: 'autre', to: forgotten, reporter: 'autre', strength: 5 },
  ])
  database.close()
})

/** The file and its write-ahead log, as text. */
async function bytesOf(file: string): Promise<string> {
  const log = await readFile(`${file}-wal`)
  return Buffer.concat([await readFile(file), log]).toString('utf8')
}

async function filled(folder: string): Promise<string> {
  const file = join(folder, 'filled.sqlite')
  await using store = await openEmbeddedStore(file)
  await store.create('t', draft('k', everything))
  return file
}

function edit(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}
