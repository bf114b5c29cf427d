import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { commitSchema, type TerritoryEventName, territoryEventSchemas } from '../../server/wire/record.ts'
import { actor, ties } from '../network/draw.ts'
import { newKey, type Serving, serving } from './serving.ts'

const opened: AbortController[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.abort()
})

test('who watches hears every commit once, whoever made it, from the revision named on', async () => {
  await using server = await listening()
  await commit(server, 1, 'Aciéries')
  const heard = await watch(server, 'since=1')
  expect((await heard('commits')).data).toEqual({ since: 1, revision: 2, changes: [renamed('Aciéries')] })
  await commit(server, 2, 'Forges')
  expect((await heard('commits')).data).toEqual({ since: 2, revision: 3, changes: [renamed('Forges')] })
})

test('who comes back says what it has heard, and hears the rest', async () => {
  await using server = await listening()
  await commit(server, 1, 'Aciéries')
  await commit(server, 2, 'Forges')
  const heard = await watch(server, 'since=1', { 'last-event-id': '2' })
  expect((await heard('commits')).data).toEqual({ since: 2, revision: 3, changes: [renamed('Forges')] })
})

test('of a commit that forgets nothing is told but that the territory must be loaded anew', async () => {
  await using server = await listening()
  const heard = await watch(server, 'since=1')
  await server.ask('POST', '/api/territories/t/forget', { actor: 'b', key: newKey() })
  expect((await heard('commits')).data).toEqual({ since: 1, revision: 2, changes: null })
})

test('a territory that is erased says so, and that is the end', async () => {
  await using server = await listening()
  const heard = await watch(server, 'since=1')
  await heard('alive')
  await server.ask('DELETE', '/api/territories/t')
  expect((await heard('gone')).data).toEqual({})
  await expect(heard('alive')).rejects.toThrow('the stream has ended')
})

test('who looks hears who else does and at what, by the name each chose, until they leave; nothing of it is kept', async () => {
  await using server = await listening()
  // An id of no known noun says nothing.
  const heard = await watch(server, 'since=1&at=map&noun=street&id=a')
  expect((await heard('present')).data).toEqual({ others: [] })
  const anne = { name: 'Anne', at: 'table', noun: 'tie', id: 'a,b' }
  const { leave } = await connect(server, `since=1&${new URLSearchParams(anne)}`)
  expect((await heard('present')).data).toEqual({ others: [anne] })
  const third = await watch(server, 'since=1')
  expect((await third('present')).data).toEqual({ others: [{ at: 'map' }, anne] })
  expect((await heard('present')).data).toEqual({ others: [anne, {}] })
  leave.abort()
  expect((await heard('present')).data).toEqual({ others: [{}] })
  expect(JSON.stringify((await server.ask('GET', '/api/territories/t')).json())).not.toContain('Anne')
})

test('what cannot be told is refused', async () => {
  await using server = await serving({ t: ties('a-b') })
  expect(await server.problem('GET', '/api/territories/t/events?since=2')).toMatchObject({ code: 'unknown_revision' })
  expect(await server.problem('GET', '/api/territories/u/events?since=1')).toMatchObject({ code: 'unknown_territory' })
  expect(await server.problem('GET', '/api/territories/t/events')).toMatchObject({ code: 'invalid_request' })
})

test('listeners are bounded, and those who leave make room', async () => {
  await using server = await listening()
  const streams = await Promise.all(Array.from({ length: 200 }, () => connect(server, 'since=1')))
  expect(streams.map(({ response }) => response.status)).toEqual(streams.map(() => 200))
  const refused = await fetch(address(server, 'since=1'))
  expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'overloaded' }])
  streams[0]?.leave.abort()
  for (;;) {
    const { response } = await connect(server, 'since=1')
    if (response.status === 200) return
    await setTimeout(20)
  }
})

test('who leaves is nothing to complain about', async () => {
  await using server = await listening()
  const { response, leave } = await connect(server, 'since=1')
  await response.body?.getReader().read()
  leave.abort()
  while (!server.log.some((line) => line.includes('"left"'))) await setTimeout(5)
  await setTimeout(50)
  expect(server.log.filter((line) => /"level":[456]0/.test(line))).toEqual([])
})

test('streams end with the server', async () => {
  const server = await listening()
  const heard = await watch(server, 'since=1')
  await heard('alive')
  await server[Symbol.asyncDispose]()
  await expect(heard('commits')).rejects.toThrow('the stream has ended')
})

const renamed = (name: string): Change => ({ put: 'actor', value: { ...actorIn(actor('a')), name } })

async function commit(server: Serving, base: number, name: string): Promise<void> {
  const changes = [renamed(name)]
  await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base, key: newKey(), changes })
}

async function listening(): Promise<Serving> {
  const server = await serving({ t: ties('a-b') })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  return server
}

function address({ app }: Serving, query: string): string {
  const at = app.server.address() as AddressInfo
  return `http://127.0.0.1:${at.port}/api/territories/t/events?${query}`
}

async function connect(server: Serving, query: string, headers: Record<string, string> = {}) {
  const leave = new AbortController()
  opened.push(leave)
  return { leave, response: await fetch(address(server, query), { headers, signal: leave.signal }) }
}

/** The next event of a name, whose data must have the shape that it promises. */
async function watch(server: Serving, query: string, headers: Record<string, string> = {}) {
  const { response } = await connect(server, query, headers)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let read = ''
  return async (wanted: TerritoryEventName) => {
    for (;;) {
      const end = read.indexOf('\n\n')
      if (end === -1) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) throw new Error('the stream has ended')
        read += value
        continue
      }
      const fields = new Map(
        read
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(': ', 2) as [string, string]),
      )
      const data: unknown = JSON.parse(/^data: (.*)$/m.exec(read.slice(0, end))?.[1] ?? '')
      read = read.slice(end + 2)
      const name = fields.get('event') as TerritoryEventName
      if (name === wanted) return { data: territoryEventSchemas[name].parse(data) }
    }
  }
}

function actorIn(change: Change) {
  if (!('put' in change) || change.put !== 'actor') throw new TypeError('not an actor')
  return change.value
}
