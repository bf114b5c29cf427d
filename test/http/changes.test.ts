import { expect, test } from 'vitest'
import type { Change } from '../../server/territory/change.ts'
import { commitSchema, commitsSchema } from '../../server/wire/record.ts'
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

test('a change that cannot stand is refused with its place in the list', async () => {
  await using server = await serving({ t: ties('a-b') })
  const changes: Change[] = [renamed('a', 'Aciéries'), { remove: 'actor', identity: { id: 'b' } }]
  const problem = await server.problem('POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  expect(problem).toMatchObject({ status: 422, code: 'refused_changes' })
  expect(problem.details).toMatchObject({ refusals: [{ index: 1, code: 'still_used', noun: 'actor', key: 'b' }] })
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
