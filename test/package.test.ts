import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')
const slow = 240_000

// Building and installing asks the registry for every dependency: too much for each run on a laptop.
const wanted = process.env.CI === 'true'
if (!wanted) console.log('The packed package is not tested here: set CI=true to build it and install it elsewhere.')

describe.runIf(wanted)('the packed package, installed in an empty folder', () => {
  let folder: string
  const maillage = (...args: string[]) =>
    run('npx', ['--no-install', 'maillage', ...args], { cwd: folder, env: environment(folder), maxBuffer: 1e9 })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-package-'))
    await run('npm', ['pack', '--pack-destination', folder], { cwd: root })
    const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
    await writeFile(join(folder, 'package.json'), '{ "private": true }')
    await run('npm', ['install', '--no-audit', '--no-fund', join(folder, packed)], { cwd: folder })
  }, slow)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('holds no TypeScript and no test', async () => {
    const files = await readdir(join(folder, 'node_modules/maillage'), { recursive: true })
    const own = files.filter((file) => !file.startsWith('node_modules'))
    expect(own.filter((file) => /\.tsx?$/.test(file) || /(^|\/)test\//.test(file))).toEqual([])
    expect(own).toEqual(expect.arrayContaining(['LICENSE', 'dist/client/licences.txt', 'server/geography/outline.tsv']))
  })

  test('serves the page and the example territories', async () => {
    const served = await serve(folder)
    try {
      const page = await fetch(served.url)
      const html = await page.text()
      expect(page.status).toBe(200)
      const script = /src="([^"]+\.js)"/.exec(html)?.[1] ?? 'no script in the page'
      expect((await fetch(new URL(script, served.url))).headers.get('content-type')).toContain('javascript')
      const territories = (await (await fetch(new URL('/api/territories', served.url))).json()) as { id: string }[]
      expect(territories.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['ardenne', 'carene', 'decazeville', 'dieppe']),
      )
      const measures = new URL('/api/territories/carene/measures?measures=degree,betweenness.raw', served.url)
      expect(Object.keys(((await (await fetch(measures)).json()) as { measures: object }).measures)).toHaveLength(2)
    } finally {
      await served.stop()
    }
  })

  test(
    'exports, imports and measures',
    async () => {
      await maillage('export', 'dieppe', 'copie')
      const imported = await maillage('import', 'copie', '--territory', 'copie', '--json')
      expect(() => JSON.parse(imported.stdout)).not.toThrow()
      // One after the other: a data file serves one program at a time.
      const original = JSON.parse((await maillage('measure', 'dieppe', '--json')).stdout)
      const copy = JSON.parse((await maillage('measure', 'copie', '--json')).stdout)
      expect(copy.measures).toEqual(original.measures)
    },
    slow,
  )

  test('measures a bare edge list', async () => {
    await writeFile(join(folder, 'path.csv'), 'source,target\na,b\nb,c\n')
    const { stdout } = await maillage('measure', 'path.csv')
    expect(JSON.parse(stdout)).toMatchObject({ nodes: ['a', 'b', 'c'], measures: { degree: { values: [1, 2, 1] } } })
  })
})

async function serve(cwd: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn('npx', ['--no-install', 'maillage', 'serve'], {
    cwd,
    env: environment(cwd),
    detached: true,
  })
  const url = await new Promise<string>((resolve, reject) => {
    let heard = ''
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        heard += `${line}\n`
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0]
        if (found) resolve(found)
      })
    }
    child.on('exit', () => reject(new Error(`the server stopped: ${heard}`)))
  })
  return { url, stop: () => stopped(child) }
}

/** Nothing of the user's own data is touched. */
function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, PORT: '0', MAILLAGE_STORE: `sqlite:${join(folder, 'maillage.sqlite')}` }
}

/** npx starts a shell that starts node: the whole group is told, and waited for. */
function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    process.kill(-(child.pid ?? 0), 'SIGTERM')
  })
}
