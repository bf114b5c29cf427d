import { expect, test } from 'vitest'
import { apply, type Change } from '../../server/domain/change.ts'
import { type Actor, emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { emblemsOf } from '../../server/seminar/emblems.ts'
import { knownTiesOf } from '../../server/seminar/known-ties.ts'

const actor = (id: string, sphere = 'economie', more: Partial<Actor> = {}): Change => ({
  put: 'actor',
  value: { id, name: id, type: 'entreprise', sphere, scope: 'local', inside: true, collective: false, ...more },
})
const tie = (from: string, to: string): Change => ({
  put: 'tie',
  value: { wave: 'w', kind: 'cooperation', from, to, reporter: null, directed: false },
})
const named = (id: string, emblem: string, seminar = 'm'): Change => ({
  put: 'attachment',
  value: { seminar, actor: id, emblem },
})

function territory(changes: readonly Change[]): Territory {
  const applied = apply(emptyTerritory('t'), [
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => actor(id, id === 'd' ? 'culture' : 'economie')),
    { put: 'wave', value: { id: 'w', label: '2025', date: '2025-01-01', basis: 'documents' } },
    { put: 'seminar', value: { id: 'm', name: 'Mars' } },
    { put: 'seminar', value: { id: 'n', name: 'Juin' } },
    ...changes,
  ])
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  return applied.territory
}

const planted = territory([
  // b knows c and d; a knows b.
  ...[tie('a', 'b'), tie('b', 'c'), tie('b', 'd')],
  // Everybody names the port; c and d alone the lace, however they spell it.
  ...['a', 'b', 'c', 'd', 'e'].map((id) => named(id, 'Le port')),
  ...[named('c', 'La dentelle'), named('d', 'la  Dentelle')],
  named('f', 'La dentelle', 'n'),
])

test('two who alone name an emblem and have no tie come first, with who can introduce them', () => {
  const { conversations, emblems, pairs, tied, unplaced } = emblemsOf(planted, 'm', knownTiesOf(planted, 'w'))
  expect(emblems).toEqual([
    { emblem: 'Le port', actors: ['a', 'b', 'c', 'd', 'e'] },
    { emblem: 'La dentelle', actors: ['c', 'd'] },
  ])
  expect(conversations[0]).toEqual({
    between: ['c', 'd'],
    emblems: [
      { emblem: 'La dentelle', named: 2 },
      { emblem: 'Le port', named: 5 },
    ],
    affinity: 1 / Math.log(3) + 1 / Math.log(6),
    crossesSpheres: true,
    introducer: 'b',
  })
  // Ten pairs name the port; three of them are tied, and those are nobody's first conversation.
  expect([pairs, tied, conversations.length]).toEqual([10, 3, 7])
  expect(conversations.find(({ between }) => between.includes('b') && between.includes('a'))).toBeUndefined()
  expect(conversations.find(({ between }) => between.includes('e'))?.introducer).toBeNull()
  expect(unplaced).toEqual([])
})

test('emblems make no tie, and without a wave every pair is new', () => {
  expect(knownTiesOf(planted, 'w').graph.edgeCount).toBe(3)
  const { conversations, tied } = emblemsOf(planted, 'm', knownTiesOf(planted, null))
  expect([conversations.length, tied]).toEqual([10, 0])
})

test('an organisation nobody looks up ties of is named, and in no pair', () => {
  const { conversations, unplaced } = emblemsOf(
    territory([actor('x', 'economie', { collective: true }), named('x', 'Le port'), named('a', 'Le port')]),
    'm',
    { ...knownTiesOf(planted, 'w') },
  )
  expect([conversations, unplaced]).toEqual([[], ['x']])
})
