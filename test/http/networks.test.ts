import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { catalogueSchema, measuresSchema } from '../../server/wire/measures.ts'
import { networkSchema, twoModeSchema } from '../../server/wire/network.ts'
import { commitSchema } from '../../server/wire/record.ts'
import { difference } from '../analysis/oracle.ts'
import { actor, tie, ties } from '../network/draw.ts'
import { newKey, serving } from './serving.ts'

/** `members` take part in `space`; `host` is the organisation of the same name. */
function gathering(space: string, members: readonly string[], host?: string): Change[] {
  return [
    { put: 'space', value: { id: space, name: space, kind: 'project', ...(host ? { host } : {}) } },
    ...members.map(
      (member): Change => ({ put: 'participation', value: { actor: member, space, role: 'partner', wave: 'w' } }),
    ),
  ]
}

test('the network of a territory: who is tied to whom, and by what', async () => {
  await using server = await serving({ t: [...ties('a-b:3 b>c:2'), ...gathering('club', ['a', 'c'])] })
  const network = await server.answer(networkSchema, 'GET', '/api/territories/t/network')
  expect(network).toMatchObject({ territory: 't', revision: 1, basis: 'documents', actors: ['a', 'b', 'c'] })
  expect(network.edges.map(({ from, to, spaces }) => [from, to, spaces])).toEqual([
    [0, 1, []],
    [0, 2, ['club']],
    [1, 2, []],
  ])
  // Documents observe no dyad: that something is not written proves nothing.
  expect([network.silent, network.observedDyads]).toEqual([[0, 1, 2], 0])
  expect(network.counts).toEqual({ actorsOfWave: 3, declarations: 2, loops: 0, unknownStrength: null })
})

test('a perimeter narrows the network', async () => {
  await using server = await serving({ t: [...ties('a-b:3 b>c:2'), ...gathering('club', ['a', 'c'])] })
  const network = await server.answer(
    networkSchema,
    'GET',
    '/api/territories/t/network?spaceKinds=&direction=directed&weights=strength',
  )
  expect(network.edges.map(({ from, to, weight }) => [from, to, weight])).toEqual([
    [0, 1, 3],
    [1, 0, 3],
    [1, 2, 2],
  ])
  expect(network.perimeter).toMatchObject({ spaceKinds: [], direction: 'directed', weights: 'strength' })
})

test('what a perimeter names must be there', async () => {
  await using server = await serving({ t: ties('a-b'), empty: [] })
  expect(await server.problem('GET', '/api/territories/t/network?wave=2030')).toMatchObject({
    status: 404,
    code: 'unknown_wave',
    details: { territory: 't', wave: '2030' },
  })
  expect(await server.problem('GET', '/api/territories/t/network?tieKinds=friendship')).toMatchObject({
    status: 400,
    code: 'unknown_word',
    details: { vocabulary: 'tieKind', word: 'friendship' },
  })
  expect(await server.problem('GET', '/api/territories/empty/network')).toMatchObject({ status: 404, code: 'no_wave' })
})

test('a gathering of thousands is refused before it fills the memory', async () => {
  const members = Array.from({ length: 3_200 }, (_, i) => `m${i}`)
  await using server = await serving({ t: [...ties('a-b'), ...members.map(actor), ...gathering('salon', members)] })
  expect(await server.problem('GET', '/api/territories/t/network')).toMatchObject({
    status: 422,
    code: 'network_too_large',
    details: { pairs: (3_200 * 3_199) / 2, most: 5_000_000 },
  })
})

test('the two-mode network: who takes part in what, in which role', async () => {
  await using server = await serving({ t: [...ties('a-b'), ...gathering('club', ['a', 'b'], 'b')] })
  const network = await server.answer(twoModeSchema, 'GET', '/api/territories/t/two-mode')
  expect(network).toMatchObject({ actors: ['a', 'b'], spaces: ['club'], hosts: [1] })
  expect(network.edges).toEqual([
    { from: 0, to: 0, roles: ['partner'] },
    { from: 1, to: 0, roles: ['partner'] },
  ])
})

test('the catalogue says of each measure what it is and where it comes from', async () => {
  await using server = await serving()
  const catalogue = await server.answer(catalogueSchema, 'GET', '/api/measures')
  expect(catalogue.find(({ id }) => id === 'burt.constraint')).toMatchObject({ family: 'holes', scope: 'node' })
})

test('measures of the path a-b-c-d: b and c lie on every way through', async () => {
  await using server = await serving({ t: ties('a-b b-c c-d') })
  const url = '/api/territories/t/measures?measures=degree,betweenness.raw,clustering.local,transitivity.directed.weak'
  const { nodes, edges, measures, absent } = await server.answer(measuresSchema, 'GET', url)
  expect(nodes).toEqual(['a', 'b', 'c', 'd'])
  expect(edges).toEqual([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ])
  expect(measures).toEqual({
    degree: { scope: 'node', values: [1, 2, 2, 1] },
    'betweenness.raw': { scope: 'node', values: [0, 2, 2, 0] },
    // Nobody with fewer than two partners has partners who could know each other.
    'clustering.local': { scope: 'node', values: [null, 0, 0, null] },
  })
  expect(absent).toEqual(['transitivity.directed.weak'])
})

test('without a list, every instant measure that applies', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const catalogue = await server.answer(catalogueSchema, 'GET', '/api/measures')
  const { measures } = await server.answer(measuresSchema, 'GET', '/api/territories/t/measures')
  const costs = Object.keys(measures).map((id) => catalogue.find((measure) => measure.id === id)?.cost)
  expect(new Set(costs)).toEqual(new Set(['instant']))
})

test('groups are the values of the field asked for', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const url = '/api/territories/t/measures?measures=ei.group&groups=type'
  const { groups, measures } = await server.answer(measuresSchema, 'GET', url)
  expect([groups, measures['ei.group']]).toEqual(['type', { scope: 'group', values: { entreprise: -1 } }])
})

test('two-mode measures are about actors, then spaces', async () => {
  await using server = await serving({ t: [...ties('a-b'), ...gathering('club', ['a', 'b'])] })
  const url = '/api/territories/t/measures?twoMode=true&measures=degree'
  const { nodes, measures } = await server.answer(measuresSchema, 'GET', url)
  expect([nodes, measures.degree]).toEqual([['a', 'b', 'club'], { scope: 'node', values: [1, 1, 2] }])
})

test('a measure nobody knows is refused by its name', async () => {
  await using server = await serving({ t: ties('a-b') })
  expect(await server.problem('GET', '/api/territories/t/measures?measures=degree,charisma')).toMatchObject({
    status: 400,
    code: 'unknown_measure',
    details: { measures: ['charisma'] },
  })
})

test('an answer is asked for again only when the territory changed', async () => {
  await using server = await serving({ t: ties('a-b') })
  const url = '/api/territories/t/network'
  const first = await server.ask('GET', url)
  const tag = String(first.headers.etag)
  const again = await server.ask('GET', url, undefined, { 'if-none-match': tag })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const other = await server.ask('GET', `${url}?direction=directed`, undefined, { 'if-none-match': tag })
  expect(other.statusCode).toBe(200)

  const changes = [actor('c'), tie({ from: 'b', to: 'c' })]
  await server.answer(commitSchema, 'POST', '/api/territories/t/changes', { base: 1, key: newKey(), changes })
  const changed = await server.ask('GET', url, undefined, { 'if-none-match': tag })
  expect(changed.statusCode).toBe(200)
  expect(networkSchema.parse(changed.json()).actors).toEqual(['a', 'b', 'c'])
})

test('a territory removed and made again is another one', async () => {
  await using server = await serving({ t: ties('a-b') })
  const url = '/api/territories/t/measures?measures=degree'
  const tag = String((await server.ask('GET', url)).headers.etag)
  await server.ask('DELETE', '/api/territories/t')
  await server.answer(commitSchema, 'POST', '/api/territories', { id: 't', key: newKey(), changes: ties('a-b b-c') })
  const again = await server.ask('GET', url, undefined, { 'if-none-match': tag })
  expect(measuresSchema.parse(again.json()).measures.degree?.values).toEqual([1, 2, 1])
})

test('what if: the measures of one tie or one actor more or less are those of a territory that has it', async () => {
  const before = 'a-b b-c c-a c-d d-e'
  const drawings = { tie: 'a-b b-c c-a c-d d-e e-a', less: 'a-b b-c c-a d-e', actor: 'a-b b-c c-a c-d d-e f-a f-e' }
  await using server = await serving({
    t: ties(before),
    tie: ties(drawings.tie),
    less: ties(drawings.less),
    actor: ties(drawings.actor),
    gone: ties('a-b c-d'),
    path: ties('a-b b-e e-c c-d'),
  })
  const measures = ['betweenness.raw', 'harmonic.normalized', 'burt.constraint', 'articulationPoints', 'diameter']
  const ifChanged = async (id: string, change: object) =>
    await server.answer(measuresSchema, 'POST', `/api/territories/${id}/measures/what-if`, { measures, change })
  const of = async (id: string) =>
    await server.answer(measuresSchema, 'GET', `/api/territories/${id}/measures?measures=${measures.join(',')}`)

  const changes = [
    ['t', { kind: 'add_tie', from: 'e', to: 'a' }, 'tie'],
    ['t', { kind: 'remove_tie', from: 'd', to: 'c' }, 'less'],
    ['t', { kind: 'add_actor', actor: 'f', tiedTo: ['a', 'e'] }, 'actor'],
    ['path', { kind: 'remove_actor', actor: 'e' }, 'gone'],
  ] as const
  for (const [id, change, same] of changes) {
    const [after, anew] = [await ifChanged(id, change), await of(same)]
    expect(after.nodes).toEqual(anew.nodes)
    expect(after.edges.map((ends) => ends.toSorted()).toSorted()).toEqual(anew.edges.toSorted())
    // Sums of the same fractions in another order.
    expect(difference(after.measures, anew.measures, 1e-12)).toBeNull()
  }
  // Nothing was changed.
  expect((await of('t')).revision).toBe(1)
})

test('what if cannot add what is there, nor remove what is not', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const refused = async (change: object) =>
    await server.problem('POST', '/api/territories/t/measures/what-if', { measures: ['degree'], change })
  const unknown = { status: 404, code: 'unknown_actor', details: { actor: 'z' } }
  expect(await refused({ kind: 'remove_actor', actor: 'z' })).toMatchObject(unknown)
  expect(await refused({ kind: 'add_actor', actor: 'd', tiedTo: ['z'] })).toMatchObject(unknown)
  const invalid = (place: string) => ({ code: 'invalid_request', details: { faults: [{ place }] } })
  expect(await refused({ kind: 'add_tie', from: 'b', to: 'a' })).toMatchObject(invalid('body.change.to'))
  expect(await refused({ kind: 'remove_tie', from: 'a', to: 'c' })).toMatchObject(invalid('body.change.to'))
  expect(await refused({ kind: 'add_tie', from: 'a', to: 'a' })).toMatchObject(invalid('body.change.to'))
  expect(await refused({ kind: 'add_actor', actor: 'a', tiedTo: [] })).toMatchObject(invalid('body.change.actor'))
  expect(await refused({ kind: 'add_actor', actor: 'd', tiedTo: ['a', 'a'] })).toMatchObject(
    invalid('body.change.tiedTo'),
  )
})
