import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Config } from '../../server/config.ts'
import { buildApp } from '../../server/http/app.ts'
import { start } from '../../server/main.ts'
import { openStore } from '../../server/open-store.ts'
import { measuresSchema } from '../../server/wire/measures.ts'
import { territoriesSchema } from '../../server/wire/record.ts'
import { Compute } from '../../server/work/compute.ts'
import { Diagnoses } from '../../server/work/diagnoses.ts'
import type { Following } from '../../server/work/figures.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-main-'))
})
afterEach(() => rm(folder, { recursive: true }))

const quiet = { logger: false, pages: null } as const

function config(port = 0) {
  const store = { kind: 'sqlite', file: join(folder, 'data', 'maillage.sqlite') } as const
  return { host: '127.0.0.1', port, store } satisfies Config
}

async function territories(url: string): Promise<string[]> {
  const response = await fetch(new URL('/api/territories', url))
  return territoriesSchema.parse(await response.json()).map(({ id }) => id)
}

test('the first start loads the examples, measured at once; removed ones never come back', async () => {
  const first = await start(config(), quiet)
  expect(await territories(first.url)).toEqual(expect.arrayContaining(['ardenne', 'carene', 'decazeville', 'dieppe']))
  for (const id of await territories(first.url)) {
    const response = await fetch(new URL(`/api/territories/${id}/measures?measures=degree`, first.url))
    expect(measuresSchema.parse(await response.json()).measures.degree?.scope).toBe('node')
    await fetch(new URL(`/api/territories/${id}`, first.url), { method: 'DELETE' })
  }
  await first.close()

  const second = await start(config(), quiet)
  expect(await territories(second.url)).toEqual([])
  await second.close()
})

test('a first start that was cut short starts over', async () => {
  const store = { kind: 'sqlite', file: join(folder, 'data', 'maillage.sqlite') } as const
  await expect(openStore(store, () => Promise.reject(new Error('no examples')))).rejects.toThrow('no examples')
  expect(existsSync(store.file)).toBe(false)
  const broken = async () => [
    { id: 'one', changes: [] },
    { id: 'two', changes: [{ remove: 'actor' as const, identity: { id: 'a' } }] },
  ]
  await expect(openStore(store, broken)).rejects.toMatchObject({ code: 'refused_changes' })
  expect(existsSync(store.file)).toBe(false)

  await using opened = await openStore(store, async () => [{ id: 'one', changes: [] }])
  expect((await opened.list()).map(({ id }) => id)).toEqual(['one'])
  expect((await readdir(join(folder, 'data'))).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('of two first starts at once the slower takes what the quicker has made', async () => {
  const store = { kind: 'sqlite', file: join(folder, 'data', 'maillage.sqlite') } as const
  const overtaken = async () => {
    await using quicker = await openStore(store, async () => [])
    await quicker.create('kept', { key: 'kept-1', author: null, at: '2026-01-01', origin: 'edit', changes: [] })
    return [{ id: 'example', changes: [] }]
  }
  await using opened = await openStore(store, overtaken)
  expect((await opened.list()).map(({ id }) => id)).toEqual(['kept'])
  expect((await readdir(join(folder, 'data'))).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a first start where no file can be is refused as such', async () => {
  await writeFile(join(folder, 'file'), '')
  const store = { kind: 'sqlite', file: join(folder, 'file', 'maillage.sqlite') } as const
  await expect(openStore(store)).rejects.toMatchObject({ code: 'store_unavailable', details: { reason: 'unopenable' } })
})

test('a request under way is answered before the server closes', async () => {
  const server = await start(config(), quiet)
  const url = new URL('/api/territories', server.url)
  // The body comes in two parts, and the server is told to close between them.
  const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (response) => resolve(response.statusCode)).on('error', reject)
  })
  sent.write('{"id":"nord",')
  await setTimeout(200)
  const closed = server.close()
  await setTimeout(200)
  sent.end('"key":"under-way-1"}')
  expect(await answered).toBe(201)
  await closed
  await expect(fetch(url)).rejects.toThrow()

  const again = await start(config(), quiet)
  expect(await territories(again.url)).toContain('nord')
  await again.close()
})

test('a port that is taken is refused, and the store let go of', async () => {
  const server = await start(config(), quiet)
  const port = Number(new URL(server.url).port)
  const other: Config = { ...config(port), store: { kind: 'sqlite', file: join(folder, 'other.sqlite') } }
  await expect(start(other, quiet)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await (await openStore(other.store)).close()
  await server.close()
})

test('two servers cannot hold one file', async () => {
  const server = await start(config(), quiet)
  await expect(start(config(), quiet)).rejects.toMatchObject({ code: 'store_locked' })
  await server.close()
})

test('a file that is not ours is refused and left alone', async () => {
  const file = join(folder, 'letter.sqlite')
  await writeFile(file, 'Madame, Monsieur,')
  const other: Config = { ...config(), store: { kind: 'sqlite', file } }
  await expect(start(other, quiet)).rejects.toMatchObject({ code: 'store_corrupt' })
})

test('a figure nobody listens for any more is not computed on', async () => {
  const started = Promise.withResolvers<void>()
  const stopped = Promise.withResolvers<void>()
  class Endless extends Compute {
    override measure(_measurable: unknown, _ids: unknown, { signal }: Following<never> = {}): Promise<never> {
      started.resolve()
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped.resolve()
          reject(signal.reason)
        })
      })
    }
  }
  const log: string[] = []
  const stream = { write: (line: string) => void log.push(line) }
  await using store = await openStore(config().store)
  await using compute = new Endless({ store, threads: 1 })
  const diagnoses = new Diagnoses(compute)
  const app = await buildApp({
    store,
    storeKind: 'sqlite',
    storeFile: null,
    compute,
    diagnoses,
    pages: null,
    logger: { level: 'info', stream },
    now: () => new Date(),
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const answer = fetch(`${url}/api/territories/ardenne/measures`, { signal: leaving.signal })
  await started.promise
  leaving.abort()
  await expect(answer).rejects.toThrow()
  await stopped.promise
  await app.close()
  const lines = log.map((line) => JSON.parse(line))
  expect(lines.filter(({ level }) => level > 30)).toEqual([])
  expect(lines.filter(({ route }) => route).map(({ msg, route }) => [msg, route])).toEqual([
    ['left', '/api/territories/:id/measures'],
  ])
})
