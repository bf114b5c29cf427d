import { expect, test } from 'vitest'
import {
  entryOf,
  entrySelected,
  type LegendEntry,
  responsesAmong,
  standFor,
  tieKindCounts,
  tiesOfCategory,
} from '../../../client/view/legend-entry.ts'
import type { View } from '../../../client/view/view.ts'
import { keyOf, type Tie } from '../../../server/domain/territory.ts'
import { categoriesOf } from '../../../server/drawing/categories.ts'

// culture: a b; economy: c d. Declared a-b (twice), a-c, b-d; c-d share a space.
const spheres = { a: 'culture', b: 'culture', c: 'economy', d: 'economy' } as const
const ids = ['a', 'b', 'c', 'd']
const tie = (from: string, to: string, reporter: string, kind: string): Tie => ({
  wave: 'w',
  kind,
  from,
  to,
  reporter,
  directed: false,
})
const ties: Readonly<Record<string, Tie>> = {
  1: tie('a', 'b', 'a', 'cooperation'),
  2: tie('a', 'b', 'b', 'cooperation'),
  3: tie('a', 'c', 'a', 'funding'),
  4: tie('b', 'd', 'b', 'cooperation'),
}
const edge = (from: number, to: number, behind: string[], spaces: string[] = []) => ({ from, to, ties: behind, spaces })

/** What of a view a legend reads. */
function viewed(hidden: readonly string[] = []): View {
  const actors = new Map(
    ids.map((id) => [id, { id, name: id, sphere: spheres[id as keyof typeof spheres], type: 'x' }]),
  )
  const record = {
    actors,
    ties: new Map(Object.entries(ties)),
    spaces: new Map([['s', { id: 's', kind: 'project' }]]),
    waves: new Map([['w', { id: 'w', date: '2025-06-01' }]]),
    participations: new Map(),
    roster: new Map([
      [keyOf('roster', { actor: 'a', wave: 'w' }), { actor: 'a', wave: 'w', status: 'answered' }],
      [keyOf('roster', { actor: 'b', wave: 'w' }), { actor: 'b', wave: 'w', status: 'asked' }],
    ]),
    participationsOfActor: new Map(),
    participationsOfSpace: new Map(),
  }
  const categories = categoriesOf(record as never, 'sphere')
  const network = {
    basis: 'survey',
    perimeter: { wave: 'w', direction: 'any' },
    actors: ids,
    silent: [1, 3],
    edges: [edge(0, 1, ['1', '2']), edge(0, 2, ['3']), edge(1, 3, ['4']), edge(2, 3, [], ['s'])],
  }
  return {
    record,
    network,
    categories,
    backbone: null,
    appearance: { spaces: false, hidden },
    shown: ids.flatMap((id, node) => (hidden.includes(categories.categoryOf(id).id) ? [] : [node])),
  } as never
}

test('every line of a legend is opened again by its address, and no other address opens one', () => {
  const entries: LegendEntry[] = [
    { of: 'category', id: 'a, b' },
    { of: 'standing', standing: 'fading' },
    { of: 'tieKind', kind: 'cooperation' },
    { of: 'silent' },
  ]
  for (const entry of entries) expect(entryOf(entrySelected(entry))).toEqual(entry)
  for (const id of ['', 'standing,unheard', 'silent,x', 'category', 'tieKind,a,b']) {
    expect(entryOf({ noun: 'legend', id })).toBeNull()
  }
  expect(entryOf({ noun: 'actor', id: 'silent' })).toBeNull()
})

test('a sphere has its actors, ties among them and ties to each other sphere', () => {
  const view = viewed()
  expect(standFor(view, { of: 'category', id: 'culture' }).nodes).toEqual([0, 1])
  const { within, towards } = tiesOfCategory(view, 'culture')
  expect([within, towards.map(({ category, ties }) => [category.id, ties])]).toEqual([1, [['economy', 2]]])
})

test('what lines of ties stand for adds up to the ties on the map, and hidden ends take their ties with them', () => {
  const view = viewed()
  const rests = (['confirmed', 'declared', 'shared', 'uncertain', 'fading'] as const).map(
    (standing) => standFor(view, { of: 'standing', standing }).edges.length,
  )
  expect(rests).toEqual([1, 2, 1, 0, 0])
  expect(tieKindCounts(view)).toEqual([
    ['cooperation', 2],
    ['funding', 1],
  ])
  expect(tieKindCounts(viewed(['economy']))).toEqual([['cooperation', 1]])
  expect(standFor(viewed(['economy']), { of: 'tieKind', kind: 'funding' })).toEqual({ nodes: [], edges: [] })
})

test('those who did not answer are told, asked or not', () => {
  const view = viewed()
  const { nodes } = standFor(view, { of: 'silent' })
  expect(nodes).toEqual([1, 3])
  expect(responsesAmong(view, nodes)).toEqual({ asked: 1, answered: 0 })
  expect(responsesAmong(view, [0, 1])).toEqual({ asked: 2, answered: 1 })
})
