import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import type { Store } from '../../server/store/store.ts'
import { actor, ties } from '../network/draw.ts'
import { newKey, type Serving, serving } from './serving.ts'

/** Far more than come through before or after a thread that is held. */
const enough = 10

/** A store that notes what is asked of it, but for what every other asks. */
function noting(asked: Set<string>) {
  return (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const member = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          if (!['list', 'head', 'ping', 'stillToErase', 'answerAt'].includes(String(name))) asked.add(String(name))
          return member.apply(target, given)
        }
      },
    })
}

/** How many others were answered, one after the other, before the long request was, as far as it takes to see; and its status. */
async function beside(server: Serving, url: string, body: string) {
  let isAnswered = false
  const headers = { 'content-type': 'application/json' }
  const long = server.ask('POST', url, Buffer.from(body), headers).finally(() => {
    isAnswered = true
  })
  let others = 0
  while (!isAnswered && others < enough) {
    const other = await server.ask('GET', others % 2 ? '/api/health' : '/api/territories')
    expect(other.statusCode).toBe(200)
    // Requests that come by no socket leave the thread no turn of their own to hear of the long one.
    await setImmediate()
    if (!isAnswered) others += 1
  }
  return { status: (await long).statusCode, others }
}

test('others are answered while two hundred thousand bad changes are refused', async () => {
  const asked = new Set<string>()
  await using server = await serving({ t: ties('a-b') }, { store: noting(asked) })
  const bad = Array.from({ length: 200_000 }, (_, i): Change => ({ remove: 'actor', identity: { id: `x${i}` } }))
  const made = await beside(server, '/api/territories', JSON.stringify({ id: 'other', key: newKey(), changes: bad }))
  expect(made.status).toBe(422)
  expect(made.others).toBe(enough)
  const body = JSON.stringify({ base: 1, key: newKey(), changes: bad })
  const changed = await beside(server, '/api/territories/t/changes', body)
  expect(changed.status).toBe(422)
  expect(changed.others).toBe(enough)
  // Neither the changes nor what is wrong with them pass through the thread that answers.
  expect([...asked]).toEqual([])
})

test('others are answered while sixty thousand changes are undone', async () => {
  const many = Array.from({ length: 60_000 }, (_, i): Change => actor(`actor-${i}`))
  const asked = new Set<string>()
  await using server = await serving({ t: [] }, { store: noting(asked) })
  await server.store.commit('t', 1, {
    key: 'many',
    author: null,
    at: '2026-01-01T00:00:00.000Z',
    origin: 'edit',
    changes: many,
  })
  asked.clear()
  const body = JSON.stringify({ revision: 2, base: 2, key: newKey() })
  const undone = await beside(server, '/api/territories/t/undo', body)
  expect(undone.status).toBe(200)
  expect(undone.others).toBe(enough)
  expect([...asked]).toEqual(['undo'])
})

test('deep JSON is read and refused on another thread', async () => {
  await using server = await serving({ t: ties('a-b') })
  // One value that is deeper still is refused at once, sooner than others could be seen to be answered meanwhile.
  const value = `${'['.repeat(2_000)}${']'.repeat(2_000)}`
  const deep = `[${Array.from({ length: 10_000 }, () => value)}]`
  const parse = vi.spyOn(JSON, 'parse')
  const bytes = vi.spyOn(TextDecoder.prototype, 'decode')
  try {
    for (const url of ['/api/territories', '/api/territories/t/changes', '/api/territories/t/import']) {
      const body = Buffer.from(`{"key":"${newKey()}","changes":${deep}}`)
      const refused = await server.ask('POST', url, body, { 'content-type': 'application/json' })
      expect([url, refused.statusCode]).toEqual([url, 400])
    }
    const here = [...parse.mock.calls, ...bytes.mock.calls].map(([given]) => sizeOf(given))
    expect(Math.max(0, ...here)).toBeLessThan(10_000)
  } finally {
    vi.restoreAllMocks()
  }
})

function sizeOf(given: unknown): number {
  if (typeof given === 'string') return given.length
  return given instanceof Object && 'byteLength' in given ? Number(given.byteLength) : 0
}
