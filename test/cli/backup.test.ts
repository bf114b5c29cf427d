import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
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
