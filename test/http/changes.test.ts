import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { changesPageSchema, changesSinceSchema, commitSchema, commitsSchema } from '../../server/wire/record.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { actor, ties } from '../network/draw.ts'
import { clock, newKey, serving } from './serving.ts'

const renamed = (id: string, name: string): Change => ({ put: 'actor', value: { ...actorIn(actor(id)), name } })

test('a commit takes the next revision, with its author, time and origin', async () => {
  await using server = await serving({ t: ties('a-b') })
  const commit = await server.answer(commitSchema, 'POST', '/api/territories/t/changes', {
    base: 1,
    key: newKey(),
    author: 'Ana',
    changes: [renamed('a', 'Aciéries')],
  })
  expect(commit).toMatchObject({ revision: 2, author: 'Ana', at: clock.toISOString(), origin: 'edit' })
  const after = await server.answer(territorySchema, 'GET', '/api/territories/t')
  expect(after.actors.find(({ id }) => id === 'a')?.name).toBe('Aciéries')
  const before = await server.answer(territorySchema, 'GET', '/api/territories/t?revision=1')
  expect(before.actors.find(({ id }) => id === 'a')?.name).toBe('a')
})

test('a commit on an old base is refused with the changes made since', async () => {
  await using server = await serving({ t: ties('a-b') })
  const first = renamed('a', 'Aciéries')
  await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes: [first] })
  const late = { base: 1, key: newKey(), changes: [renamed('b', 'Brasserie')] }
  expect(await server.problem('POST', '/api/territories/t/changes', late)).toMatchObject({
    status: 409,
    code: 'revision_conflict',
    details: { territory: 't', base: 1, revision: 2, since: [first] },
  })
})

test('who is behind catches up', async () => {
  await using server = await serving({ t: ties('a-b') })
  const changes = [renamed('a', 'Aciéries')]
  await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  const url = '/api/territories/t/changes?since='
  expect(await server.answer(changesSinceSchema, 'GET', `${url}1`)).toEqual({ revision: 2, changes })
  expect(await server.answer(changesSinceSchema, 'GET', `${url}2`)).toEqual({ revision: 2, changes: [] })
  expect(await server.problem('GET', `${url}3`)).toMatchObject({ status: 404, code: 'unknown_revision' })
  expect(await server.problem('GET', `${url}0`)).toMatchObject({ status: 400 })
  await server.ask('POST', '/api/territories/t/forget', { actor: 'b', key: newKey() })
  expect(await server.answer(changesSinceSchema, 'GET', `${url}1`)).toEqual({ revision: 3, changes: null })
})

test('a commit sent twice is made once', async () => {
  await using server = await serving({ t: ties('a-b') })
  const sent = { base: 1, key: newKey(), changes: [renamed('a', 'Aciéries')] }
  const once = await server.answer(commitSchema, 'POST', '/api/territories/t/changes', sent)
  expect(await server.answer(commitSchema, 'POST', '/api/territories/t/changes', sent)).toEqual(once)
  expect((await server.answer(commitsSchema, 'GET', '/api/territories/t/history')).length).toBe(2)
  const other = { ...sent, changes: [renamed('a', 'Autre')] }
  expect(await server.problem('POST', '/api/territories/t/changes', other)).toMatchObject({
    status: 409,
    code: 'reused_key',
    details: { revision: 2 },
  })
})

test.each([
  ['half a letter', 'key-\ud800-of-a-commit'],
  ['a letter nobody sees', 'key-\u0000-of-a-commit'],
  ['line ends', 'key-\n-of-a-commit'],
])('a key is told apart by what one sees of it, and so has no %s', async (_, key) => {
  await using server = await serving({ t: ties('a-b') })
  const sent = { base: 1, key, changes: [renamed('a', 'Aciéries')] }
  expect(await server.problem('POST', '/api/territories/t/changes', sent)).toMatchObject({
    status: 400,
    details: { faults: [{ place: 'body.key' }] },
  })
})

test('a change that cannot stand is refused with its place in the list', async () => {
  await using server = await serving({ t: ties('a-b') })
  const changes: Change[] = [renamed('a', 'Aciéries'), { remove: 'actor', identity: { id: 'b' } }]
  const problem = await server.problem('POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  expect(problem).toMatchObject({ status: 422, code: 'refused_changes' })
  expect(problem.details).toMatchObject({ refusals: [{ index: 1, code: 'still_used', noun: 'actor', key: 'b' }] })
})

test('answers stay small however much was changed: history, a commit, its undoing, its pages', async () => {
  const many = Array.from({ length: 20_000 }, (_, i): Change => actor(`actor-${i}`))
  await using server = await serving({ t: many })
  const moved = many.map((_, i) => renamed(`actor-${i}`, `renamed ${i}`))
  const sent = async (body: object, path: string) => (await server.ask('POST', `/api/territories/t/${path}`, body)).body
  expect((await sent({ base: 1, key: newKey(), changes: moved }, 'changes')).length).toBeLessThan(500)
  expect((await sent({ revision: 2, base: 2, key: newKey() }, 'undo')).length).toBeLessThan(500)
  const history = await server.ask('GET', '/api/territories/t/history')
  expect(history.body.length).toBeLessThan(2_000)
  expect(commitsSchema.parse(history.json()).map(({ put }) => put.actor)).toEqual([20_000, 20_000, 20_000])
  const url = '/api/territories/t/history/2'
  const page = await server.answer(changesPageSchema, 'GET', `${url}?from=19999`)
  expect(page).toMatchObject({ total: 20_000, changes: [moved.at(-1)] })
  expect((await server.answer(changesPageSchema, 'GET', url)).changes).toHaveLength(200)
  const late = await server.problem('POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes: moved })
  expect(late).toMatchObject({ code: 'revision_conflict', details: { since: null } })
})

test('faults and refusals are told as far as somebody reads them, with how many there are', async () => {
  await using server = await serving({ t: [] })
  const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`unknown-${i}`, 1]))
  const bad = Array.from({ length: 20_000 }, (_, i): Change => ({ remove: 'actor', identity: { id: `x${i}` } }))
  const cases = [
    [{ base: 1, key: newKey(), changes: [], ...keys }, 'invalid_request'],
    [{ base: 1, key: newKey(), changes: bad.map(() => 1) }, 'invalid_request'],
    [
      { base: 1, key: newKey(), changes: [{ put: 'setting', value: { key: 'k', value: 1, ...keys } }] },
      'invalid_request',
    ],
    [{ base: 1, key: newKey(), changes: bad }, 'refused_changes'],
  ] as const
  for (const [body, code] of cases) {
    const problem = await server.problem('POST', '/api/territories/t/changes', body)
    expect(problem.code).toBe(code)
    expect(JSON.stringify(problem).length).toBeLessThan(50_000)
  }
  const made = await server.problem('POST', '/api/territories', { id: 'other', key: newKey(), changes: bad })
  expect(made).toMatchObject({ code: 'refused_changes', details: { total: 20_000 } })
})

test('history comes newest first, page by page', async () => {
  await using server = await serving({ t: ties('a-b') })
  for (let base = 1; base <= 4; base++) {
    const changes = [renamed('a', `name ${base}`)]
    await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base, key: newKey(), changes })
  }
  const revisions = async (query: string) =>
    (await server.answer(commitsSchema, 'GET', `/api/territories/t/history${query}`)).map(({ revision }) => revision)
  expect(await revisions('')).toEqual([5, 4, 3, 2, 1])
  expect(await revisions('?limit=2')).toEqual([5, 4])
  expect(await revisions('?limit=2&before=4')).toEqual([3, 2])
})

test('undoing a commit leads back, by a commit that can be undone in turn', async () => {
  await using server = await serving({ t: ties('a-b') })
  const commit = (base: number, change: Change) =>
    server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base, key: newKey(), changes: [change] })
  const nameOf = async (id: string) =>
    (await server.answer(territorySchema, 'GET', '/api/territories/t')).actors.find((one) => one.id === id)?.name
  const undo = (revision: number, base: number) =>
    server.answer(commitSchema, 'POST', '/api/territories/t/undo', { revision, base, key: newKey() })

  await commit(1, renamed('a', 'Aciéries'))
  await commit(2, renamed('b', 'Brasserie'))
  expect(await undo(2, 3)).toMatchObject({ revision: 4, origin: 'undo', undoes: 2 })
  expect([await nameOf('a'), await nameOf('b')]).toEqual(['a', 'Brasserie'])
  await undo(4, 4)
  expect([await nameOf('a'), await nameOf('b')]).toEqual(['Aciéries', 'Brasserie'])
})

test('what a later commit touched again is not undone under it', async () => {
  await using server = await serving({ t: ties('a-b') })
  for (const [base, name] of [
    [1, 'Aciéries'],
    [2, 'Aciéries du Nord'],
  ] as const) {
    const changes = [renamed('a', name)]
    await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base, key: newKey(), changes })
  }
  expect(
    await server.problem('POST', '/api/territories/t/undo', { revision: 2, base: 3, key: newKey() }),
  ).toMatchObject({ status: 409, code: 'undo_conflict', details: { revision: 2, later: [3] } })
})

test('undoing a revision that is not there is refused', async () => {
  await using server = await serving({ t: ties('a-b') })
  expect(
    await server.problem('POST', '/api/territories/t/undo', { revision: 9, base: 1, key: newKey() }),
  ).toMatchObject({ status: 404, code: 'unknown_revision', details: { revision: 9 } })
})

test('a forgotten actor is gone from the past too, and nothing brings it back', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const forgetting = { actor: 'b', key: newKey(), author: 'Ana' }
  const commit = await server.answer(commitSchema, 'POST', '/api/territories/t/forget', forgetting)
  expect(commit).toMatchObject({ revision: 2, origin: 'forget' })
  for (const query of ['', '?revision=1']) {
    const territory = await server.answer(territorySchema, 'GET', `/api/territories/t${query}`)
    expect(territory.actors.map(({ id }) => id)).toEqual(['a', 'c'])
  }
  expect(
    await server.problem('POST', '/api/territories/t/undo', { revision: 2, base: 2, key: newKey() }),
  ).toMatchObject({ status: 409, code: 'irreversible' })
})

function actorIn(change: Change) {
  if (!('put' in change) || change.put !== 'actor') throw new TypeError('an actor is put')
  return change.value
}

test('a text that is not plain is refused when a territory is made, changed or brought back', async () => {
  const named = (name: string): Change => ({ put: 'actor', value: { ...actorIn(actor('a')), name } })
  await using server = await serving({ t: ties('a-b') })
  for (const [name, got] of [
    ['a\u0000', 'a⟨U+0000⟩'],
    ['\u202ea', '⟨U+202E⟩a'],
    ['a\u200b', 'a⟨U+200B⟩'],
    ['a\ud800', 'a⟨U+D800⟩'],
    ['e\u0301', 'e\u0301'],
  ] as const) {
    const refusals = [{ index: 0, code: 'invalid_value', noun: 'actor', key: 'a', field: 'name', got }]
    const made = { id: 'other', key: newKey(), changes: [named(name)] }
    expect(await server.problem('POST', '/api/territories', made)).toMatchObject({ status: 422, details: { refusals } })
    const changed = { base: 1, key: newKey(), changes: [named(name)] }
    const problem = await server.problem('POST', '/api/territories/t/changes', changed)
    expect(problem).toMatchObject({ status: 422, details: { refusals } })
  }
  const signed = { base: 1, key: newKey(), author: ' \u202eAna\n', changes: [named('A')] }
  expect(await server.answer(commitSchema, 'POST', '/api/territories/t/changes', signed)).toMatchObject({
    author: 'Ana',
  })
})
