import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { longFrom } from '../../server/exchange/long-table.ts'
import { importedSchema, importProgressSchema } from '../../server/wire/exchange.ts'
import { commitsSchema } from '../../server/wire/record.ts'
import { manyActors } from '../store/samples.ts'
import { newKey, serving } from './serving.ts'

/** Ties with notes so long that few rows make a long table. */
const actors = 110
const note = 'x'.repeat(900)
const rows = Array.from({ length: Math.ceil(longFrom / 900) }, (_, at) => {
  const from = at % actors
  return `a${from},a${(from + 1 + Math.floor(at / actors)) % actors},trust,w,${note}`
})
const files = [{ name: 'ties.csv', content: ['from,to,kind,wave,note', ...rows].join('\n') }]
const territory: readonly Change[] = manyActors(actors)

test('a long table is told of while it is read, committed at once and undone at once', async () => {
  await using server = await serving({ t: territory })
  const commit = { base: 1, key: newKey(), author: null }
  const answer = await server.ask(
    'POST',
    '/api/territories/t/import',
    { files, commit },
    { accept: 'text/event-stream' },
  )
  const events = eventsIn(answer.body)
  const progress = events.filter(([name]) => name === 'progress').map(([, data]) => importProgressSchema.parse(data))
  expect(progress.at(-1)).toEqual({ stage: 'writing' })
  const imported = importedSchema.parse(events.at(-1)?.[1])
  expect(events.at(-1)?.[0]).toBe('imported')
  expect(imported.sheets[0]?.counts).toMatchObject({ read: rows.length, new: rows.length, refused: 0 })
  expect(imported.commit).toMatchObject({ revision: 2, origin: 'import', put: { tie: rows.length } })
  // Who asks for no events is answered the same.
  const again = await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files, commit })
  expect(again.commit).toEqual(imported.commit)
  const undo = { revision: 2, base: 2, key: newKey(), author: null }
  await server.ask('POST', '/api/territories/t/undo', undo)
  const [newest] = await server.answer(commitsSchema, 'GET', '/api/territories/t/history')
  expect(newest).toMatchObject({ revision: 3, undoes: 2, removed: { tie: rows.length } })
}, 60_000)

test('a long import that is left writes nothing, and the server goes on', async () => {
  await using server = await serving({ t: territory })
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const leaving = new AbortController()
  const response = await fetch(`${url}/api/territories/t/import`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ files, commit: { base: 1, key: newKey(), author: null } }),
    signal: leaving.signal,
  })
  const first = await response.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value)).toMatch(/^event: progress/)
  leaving.abort()
  // Whatever was under way has ended once the threads are asked again and all have answered.
  const preview = await server.answer(importedSchema, 'POST', '/api/territories/t/import?preview', { files })
  expect(preview.changes).toBe(rows.length)
  expect(await server.store.head('t')).toMatchObject({ revision: 1 })
}, 60_000)

test('what refuses a long import is told as an event', async () => {
  await using server = await serving({ t: territory })
  const commit = { base: 7, key: newKey(), author: null }
  const answer = await server.ask(
    'POST',
    '/api/territories/t/import',
    { files, commit },
    { accept: 'text/event-stream' },
  )
  expect(eventsIn(answer.body).at(-1)).toMatchObject(['problem', { code: 'unknown_revision', status: 404 }])
}, 60_000)

function eventsIn(body: string): [string, unknown][] {
  return body
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => {
      const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? []
      return [name, JSON.parse(data)]
    })
}
