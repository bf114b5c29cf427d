import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launcher, maillage } from './maillage.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-serve-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function serve(port: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [launcher, 'serve', '--json'], {
    env: { ...process.env, PORT: port, MAILLAGE_STORE: `sqlite:${join(folder, 'maillage.sqlite')}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await Array.fromAsync(take(createInterface({ input: child.stdout })))
  return { child, url: JSON.parse(line ?? '').url }
}

async function* take(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    yield line
    return
  }
}

test('serves until it is told to stop, then lets go of everything and ends well', async () => {
  const { child, url } = await serve('0')
  expect((await fetch(new URL('/api/health', url))).status).toBe(200)

  const port = new URL(url).port
  const other = { PORT: port, MAILLAGE_STORE: `sqlite:${join(folder, 'other.sqlite')}` }
  expect(await maillage(['serve'], { env: other })).toMatchObject({ code: 2, stderr: expect.stringContaining(port) })
  const locked = { MAILLAGE_STORE: `sqlite:${join(folder, 'maillage.sqlite')}` }
  expect(await maillage(['measure', 'ardenne'], { env: locked })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('déjà ouvert'),
  })

  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect((await maillage(['measure', 'ardenne', '--measures', 'size'], { env: locked })).code).toBe(0)
})

/** A stand-in for an old Node: it runs the launcher, and says it is version 14. */
const oldNode =
  "Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '14.0.0' }) })"

async function installed(withNode: boolean): Promise<string> {
  const root = await mkdtemp(join(folder, 'installed-'))
  await cp(dirname(launcher), join(root, 'bin'), { recursive: true })
  await mkdir(join(root, 'dist', 'server'), { recursive: true })
  await writeFile(
    join(root, 'dist', 'server', 'cli.js'),
    'console.log(process.versions.node, process.argv.slice(2)); process.exitCode = 7',
  )
  await writeFile(join(root, 'old.cjs'), oldNode)
  if (!withNode) return root
  await mkdir(join(root, 'node_modules', 'node', 'bin'), { recursive: true })
  await writeFile(join(root, 'node_modules', 'node', 'package.json'), '{"name":"node","version":"24.0.0"}')
  await symlink(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'))
  return root
}

async function runOld(root: string) {
  const args = ['--require', join(root, 'old.cjs'), join(root, 'bin', 'maillage.js'), 'measure', '--json']
  return await promisify(execFile)(process.execPath, args).catch((error) => error)
}

test('an older Node hands over to the one that came along, arguments and exit code included', async () => {
  const ended = await runOld(await installed(true))
  expect([ended.code, ended.stdout]).toEqual([7, `${process.versions.node} [ 'measure', '--json' ]\n`])
})

test('an older Node alone says what to do', async () => {
  const ended = await runOld(await installed(false))
  expect([ended.code, ended.stdout]).toEqual([2, ''])
  expect(ended.stderr).toMatch(/Node\.js 24 ou plus récent.*14\.0\.0/)
  expect(ended.stderr).toMatch(/Node\.js 24 or newer/)
})
