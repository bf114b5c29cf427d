import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openStore } from '../../server/open-store.ts'
import { writeBackup } from '../../server/store/embedded/backup.ts'
import { checkFile } from '../../server/store/embedded/check.ts'
import { unfinishedOf } from '../../server/store/embedded/place.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { refusal } from '../store/contract/asking.ts'
import { draft, putActor, triangle } from '../store/samples.ts'
import { temporary } from '../store/temporary.ts'
import { launcher, maillage } from './maillage.ts'

test('a backup of a serving store is whole, and goes back once the server has died', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const backup = join(folder.path, 'backup.sqlite')
  const first = await openEmbeddedStore(file)
  await first.create('t', draft('k1', triangle))
  await first.close()
  const env = { MAILLAGE_STORE: `sqlite:${file}`, PORT: '0' }
  const server = spawn(process.execPath, [launcher, 'serve', '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(createInterface(server.stdout), 'line')
  const { port } = new URL(JSON.parse(String(line)).url)
  expect(await maillage(['backup', backup], { env: { ...env, PORT: port } })).toMatchObject({ code: 0, stderr: '' })
  const again = await maillage(['backup', backup], { env: { ...env, PORT: port } })
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('existe déjà') })
  const itself = await maillage(['backup', file, '--force'], { env: { ...env, PORT: port } })
  expect(itself).toMatchObject({ code: 1, stderr: expect.stringContaining('le fichier de données lui-même') })
  const held = await maillage(['restore', backup], { env })
  expect(held).toMatchObject({ code: 1, stderr: expect.stringContaining('déjà ouvert') })
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended

  const after = await openEmbeddedStore(file)
  await after.commit('t', 1, draft('k2', [putActor('later')]))
  await after.close()
  const restored = await maillage(['restore', backup, '--json'], { env })
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  const { aside } = JSON.parse(restored.stdout)
  await using store = await openEmbeddedStore(file)
  expect((await store.load('t')).revision).toBe(1)
  await using replaced = await openEmbeddedStore(aside)
  expect((await replaced.load('t')).actors.has('later')).toBe(true)
  expect((await readdir(folder.path)).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a start and a backup that were killed leave nothing once the store opens again', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const leftovers = async () => (await readdir(folder.path)).filter((name) => name.includes('unfinished'))
  const env = { ...process.env, MAILLAGE_STORE: `sqlite:${file}`, PORT: '0' }
  const start = spawn(process.execPath, [launcher, 'serve'], { env, stdio: 'ignore' })
  const ended = once(start, 'exit')
  await expect.poll(async () => (await leftovers()).length, { interval: 1, timeout: 30_000 }).toBeGreaterThan(0)
  start.kill('SIGKILL')
  await ended
  expect(await leftovers()).not.toEqual([])
  expect(await readdir(folder.path)).not.toContain('a.sqlite')
  // Of a copy that the server was making, and of a file that only looks like one.
  await writeFile(unfinishedOf(file), 'half')
  await writeFile(join(folder.path, 'a.sqlite.mine.unfinished'), 'kept')
  await using store = await openStore({ kind: 'sqlite', file }, async () => [])
  expect(await store.list()).toEqual([])
  expect(await leftovers()).toEqual(['a.sqlite.mine.unfinished'])

  const target = join(folder.path, 'backup.sqlite')
  await writeFile(unfinishedOf(target), 'half')
  await writeBackup(target, { replace: false }, (unfinished) => store.backup?.(unfinished) ?? Promise.reject())
  expect(await leftovers()).toEqual(['a.sqlite.mine.unfinished'])
})

test('check tells all that is damaged, and writes nothing to what it reads', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const store = await openEmbeddedStore(file)
  for (const id of ['one', 'two', 'three']) {
    await store.create(id, draft('k1', triangle))
    await store.commit(id, 1, draft('k2', [putActor('later')]))
  }
  await copyFile(file, join(folder.path, 'dead.sqlite'))
  await copyFile(`${file}-wal`, join(folder.path, 'dead.sqlite-wal'))
  await store.close()
  const dead = join(folder.path, 'dead.sqlite')
  const before = await everyFile(folder.path)
  expect(checkFile(file)).toEqual({ territories: 3, commits: 6 })
  expect(checkFile(dead)).toEqual({ territories: 3, commits: 6 })
  await chmod(file, 0o444)
  expect(checkFile(file)).toEqual({ territories: 3, commits: 6 })
  expect(await everyFile(folder.path)).toEqual(before)

  await chmod(file, 0o644)
  const database = new DatabaseSync(file)
  database.exec(`
    UPDATE actors SET fact = replace(fact, 'entreprise', 'entreprisf') WHERE territory = 'one' AND key = 'a';
    UPDATE commits SET author = 'Zoe' WHERE territory = 'two' AND revision = 1;
    DELETE FROM commits WHERE territory = 'three' AND revision = 2`)
  database.close()
  const found = await refusal(
    Promise.try(() => checkFile(file)),
    'store_corrupt',
  )
  expect(found.found.split('; ')).toEqual([
    'territory one: its facts are not as they were written',
    'territory three: commits are missing',
    'territory two, revision 1: the commit is not as it was written',
  ])
})

async function everyFile(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort()
  return new Map(
    await Promise.all(names.map(async (name) => [name, hash('sha256', await readFile(join(folder, name)))] as const)),
  )
}

test('a damaged backup is refused, and what it would replace stays', async () => {
  await using folder = await temporary()
  const file = join(folder.path, 'a.sqlite')
  const backup = join(folder.path, 'backup.sqlite')
  const env = { MAILLAGE_STORE: `sqlite:${file}` }
  const store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', triangle))
  await store.close()
  expect((await maillage(['backup', backup], { env })).code).toBe(0)
  expect(await maillage(['check', backup], { env })).toMatchObject({ code: 0, stderr: '' })
  const bytes = await readFile(backup)
  bytes.write('Z', bytes.indexOf('Enquête'))
  await writeFile(backup, bytes)
  const before = await readFile(file)
  for (const command of ['check', 'restore']) {
    const refused = await maillage([command, backup], { env })
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('abîmées') })
    expect(refused.stderr).not.toContain('    at ')
  }
  expect((await readFile(file)).equals(before)).toBe(true)
})
