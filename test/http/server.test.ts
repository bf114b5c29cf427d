import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { ties } from '../network/draw.ts'
import { newKey, serving } from './serving.ts'

describe('health', () => {
  test('the store answers', async () => {
    await using server = await serving()
    const response = await server.ask('GET', '/api/health')
    expect([response.statusCode, response.json()]).toEqual([
      200,
      {
        status: 'ok',
        store: 'sqlite',
        stillToErase: false,
        reason: null,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      },
    ])
  })

  test('the store does not answer', async () => {
    const store = (memory: Store): Store => ({ ...memory, ping: () => Promise.reject(new Error('gone')) })
    await using server = await serving({}, { store })
    const response = await server.ask('GET', '/api/health')
    expect([response.statusCode, response.json().status]).toEqual([503, 'unavailable'])
  })
})

describe('logs', () => {
  test('name no actor, no author, no address and nothing that was searched', async () => {
    await using server = await serving({ 'vallee-de-ana': ties('dupont-durand') })
    await server.ask('GET', '/api/territories/vallee-de-ana/network?wave=secrete', undefined, {
      'user-agent': 'navigateur',
    })
    await server.ask('POST', '/api/territories/vallee-de-ana/forget', { actor: 'dupont', key: newKey(), author: 'Ana' })
    await server.ask('GET', '/nowhere/dupont')
    const log = server.log.join('')
    for (const word of ['dupont', 'durand', 'Ana', 'ana', 'secrete', 'navigateur', '127.0.0.1']) {
      expect(log).not.toContain(word)
    }
    const answered = server.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
    expect(answered.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/api/territories/:id/network', 404],
      ['POST', '/api/territories/:id/forget', 200],
      ['GET', null, 404],
    ])
  })
})

describe('strangers', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    '“%s” is no name of this machine, whoever points it here',
    async (host) => {
      await using server = await serving()
      const response = await server.ask('GET', '/api/territories', undefined, { host })
      expect(response.json()).toMatchObject({ status: 403, code: 'foreign_origin', details: { got: host } })
    },
  )

  test.each(['localhost:4321', '127.0.0.1', '127.0.0.1:80', '127.1.2.3:4321', '[::1]:4321'])(
    '%s is ours',
    async (host) => {
      await using server = await serving()
      expect((await server.ask('GET', '/api/territories', undefined, { host })).statusCode).toBe(200)
    },
  )

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:8000' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s may not write', async (_, headers) => {
    await using server = await serving({ t: [] })
    const response = await server.ask('DELETE', '/api/territories/t', undefined, headers)
    expect(response.json()).toMatchObject({ status: 403, code: 'foreign_origin' })
    expect((await server.ask('GET', '/api/territories/t')).statusCode).toBe(200)
  })

  const embedded = [
    ['a picture of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a script of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['a fetch', { origin: 'https://evil.example' }],
  ] as const
  test.each(embedded)('%s starts no work and is told nothing', async (_, headers) => {
    const asked: string[] = []
    const store = (memory: Store): Store =>
      new Proxy(memory, {
        get(target, name) {
          asked.push(String(name))
          const value: unknown = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    await using server = await serving({ t: ties('a-b') }, { store })
    const about = '/api/territories/t'
    for (const path of ['', '/network', '/measures', '/diagnosis', '/diagnosis/events', '/export', '/history']) {
      for (const method of ['GET', 'HEAD'] as const) {
        const response = await server.ask(method, about + path, undefined, headers)
        expect([method, path, response.statusCode]).toEqual([method, path, 403])
      }
    }
    expect(asked).toEqual([])
  })

  test('pages, and those that explain the API, can be linked to from anywhere', async () => {
    await using server = await serving({ t: ties('a-b') })
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await server.ask('GET', '/api/docs/', undefined, headers)).statusCode).toBe(200)
    const page = await server.ask('GET', '/territories/t/map', undefined, headers)
    expect(page.json()).toMatchObject({ code: 'unknown_route' })
  })

  test('a program, and an address typed in, may ask', async () => {
    await using server = await serving({ t: ties('a-b') })
    for (const headers of [{}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'same-origin' }]) {
      expect((await server.ask('GET', '/api/territories/t/measures', undefined, headers)).statusCode).toBe(200)
    }
  })

  test('our own page may', async () => {
    await using server = await serving({ t: [] })
    const headers = { origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' }
    expect((await server.ask('DELETE', '/api/territories/t', undefined, headers)).statusCode).toBe(204)
  })
})

describe('pages', () => {
  let pages = ''
  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'maillage-pages-'))
    await mkdir(join(pages, 'assets'))
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>Maillage</title>')
    await writeFile(join(pages, 'assets', 'main-a1b2c3.js'), 'export {}')
  })
  afterAll(() => rm(pages, { recursive: true }))

  test.each(['/', '/territories/ardenne/map?color=sphere'])('%s is the client’s', async (url) => {
    await using server = await serving({}, { pages })
    const response = await server.ask('GET', url)
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(response.body).toContain('<title>Maillage</title>')
  })

  test('files named by their content are kept for good; missing ones are missing', async () => {
    await using server = await serving({}, { pages })
    const found = await server.ask('GET', '/assets/main-a1b2c3.js')
    expect(found.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await server.ask('GET', '/assets/main-other.js')).json()).toMatchObject({ code: 'unknown_route' })
  })

  test('a page runs our own scripts and no others', async () => {
    await using server = await serving({}, { pages })
    const policy = String((await server.ask('GET', '/')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

describe('documentation', () => {
  test('describes every route in OpenAPI 3.1', async () => {
    await using server = await serving()
    const description = (await server.ask('GET', '/api/openapi.json')).json()
    expect(description.openapi).toMatch(/^3\.1\./)
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path as object))
    expect(operations.length).toBeGreaterThan(28)
    for (const { summary, responses } of operations) {
      expect(summary).toMatch(/\S/)
      expect(Object.keys(responses.default.content)).toEqual(['application/problem+json'])
    }
    const { schema } = description.paths['/api/measures'].get.responses['200'].content['application/json']
    expect(schema).toMatchObject({ type: 'array', items: { type: 'object' } })
  })

  test('is readable, and its scripts all come from files', async () => {
    await using server = await serving()
    const page = await server.ask('GET', '/api/docs')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    const scripts = [...page.body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes, text] of scripts)
      expect([attributes, text?.trim()]).toEqual([expect.stringContaining('src='), ''])
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
  })
})
