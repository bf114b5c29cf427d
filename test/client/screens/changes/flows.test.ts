import { describe, expect, test } from 'vitest'
import { recordOf } from '../../../../client/data/record.ts'
import { apart, communityFlows } from '../../../../client/screens/changes/flows.ts'
import { overlaySceneOf, strokes, tieFates } from '../../../../client/screens/changes/overlay-scene.ts'
import { actorIn, pairIn } from '../../../../client/screens/changes/pair.ts'
import { placeSchema } from '../../../../client/view/place.ts'
import { type Actor, collectionOf, type Facts, nouns, type Wave } from '../../../../server/domain/territory.ts'
import { categoriesOf } from '../../../../server/drawing/categories.ts'
import { communityChange } from '../../../../server/waves/communities.ts'
import type { ComparisonWire } from '../../../../server/wire/comparison.ts'

const ids = (nodes: readonly number[]) => nodes.map(String)

function flowsBetween(before: readonly number[], after: readonly number[]) {
  const nodes = before.map((_, i) => i)
  const change = communityChange({ nodes, label: before }, { nodes, label: after })
  const named = <S extends { readonly actors: readonly number[] }>(sets: readonly S[]) =>
    sets.map((set) => ({ ...set, actors: ids(set.actors) }))
  const communities = {
    ...change,
    before: named(change.before),
    after: named(change.after),
    flows: named(change.flows),
  }
  return communityFlows({ ...communities, noise: 1, isBeyondNoise: false } as unknown as Parameters<
    typeof communityFlows
  >[0])
}

describe('an alluvial of communities', () => {
  test('every actor flows once, and bars are as large as what flows through them', () => {
    const { before, after, flows } = flowsBetween([0, 0, 0, 0, 1, 1, 1, 2], [0, 0, 1, 1, 1, 1, 1, 2])
    expect(flows.flatMap(({ actors }) => actors).sort()).toEqual(ids([0, 1, 2, 3, 4, 5, 6, 7]))
    for (const [strata, side] of [
      [before, 'from'],
      [after, 'to'],
    ] as const) {
      for (const { id, size } of strata) {
        expect(flows.filter((flow) => flow[side] === id).flatMap(({ actors }) => actors)).toHaveLength(size)
      }
    }
    // As the bars stand, so that the table reads like the drawing.
    const places = flows.map(({ from }) => before.findIndex(({ id }) => id === from))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('a community that goes on keeps its colour, and a community of one is nobody’s', () => {
    const { before, after } = flowsBetween([0, 0, 0, 1, 1, 1, 2], [0, 0, 0, 1, 1, 1, 2])
    expect(after.map(({ color }) => color)).toEqual(before.map(({ color }) => color))
    expect(before.at(-1)).toMatchObject({ id: apart, size: 1 })
  })
})

const actors: Actor[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: `Acteur ${id}`,
  type: 'entreprise',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
}))
const waves: Wave[] = [
  { id: 'w1', label: 'un', date: '2020-01-01', basis: 'survey' },
  { id: 'w2', label: 'deux', date: '2021-01-01', basis: 'documents' },
  { id: 'w3', label: 'trois', date: '2022-01-01', basis: 'survey' },
]
const nothing = Object.fromEntries(nouns.map((noun) => [collectionOf[noun], []])) as unknown as Facts
const territory = recordOf({ ...nothing, id: 't', revision: 1, actors, waves })

test('both waves are drawn over each other: each fate by a line of its own, who came and who left by a mark', () => {
  const comparison = {
    before: { standings: { answered: ['a', 'b', 'c'] } },
    after: { standings: { answered: ['a', 'b', 'd'] } },
    roster: { joiners: ['d'], leavers: ['c'] },
    pairs: [
      { ends: ['a', 'b'], fate: 'kept' },
      { ends: ['a', 'c'], fate: 'not_comparable' },
      { ends: ['a', 'd'], fate: 'new' },
    ],
  } as unknown as ComparisonWire
  const positions = { actors: new Map(['a', 'b', 'c', 'd'].map((id, i) => [id, [i, i] as const])), spaces: new Map() }
  const categories = categoriesOf(territory, 'sphere')
  const sceneOf = (shown: readonly (typeof tieFates)[number][]) =>
    overlaySceneOf({ record: territory, comparison, positions, categories, shown: new Set(shown) } as Parameters<
      typeof overlaySceneOf
    >[0])
  const scene = sceneOf(tieFates)
  expect(scene.nodes.map(({ label }) => label)).toEqual(['Acteur a', 'Acteur b', '− Acteur c', '+ Acteur d'])
  expect(scene.ties).toHaveLength(3)
  expect(sceneOf(['new']).ties.map(({ to }) => to)).toEqual(['actor:d'])
  // Lines that lead to names are of no fate.
  const hues = new Set(tieFates.map((fate) => strokes[fate].hue))
  expect(scene.nodes.every(({ leader = '' }) => leader !== '' && !hues.has(leader))).toBe(true)
  // Told apart without colour.
  const lines = tieFates.map((fate) => JSON.stringify([strokes[fate].dashed, strokes[fate].dotted, strokes[fate].size]))
  expect(new Set(lines).size).toBe(tieFates.length)
})

describe('the waves of an address', () => {
  const pairAt = (place: object) => {
    const pair = pairIn(territory, placeSchema.parse(place))
    return pair && [pair.before.id, pair.after.id]
  }

  test('are the two latest surveys unless others are named', () => {
    expect(pairAt({})).toEqual(['w1', 'w3'])
    expect(pairAt({ since: 'w2', wave: 'w3' })).toEqual(['w2', 'w3'])
    expect(pairAt({ wave: 'w2' })).toEqual(['w1', 'w2'])
  })

  test('never turn time round, and the first wave is the earlier one', () => {
    expect(pairAt({ since: 'w3', wave: 'w2' })).toEqual(['w1', 'w2'])
    expect(pairAt({ wave: 'w1' })).toEqual(['w1', 'w2'])
    expect(pairIn({ ...territory, latestFirst: waves.slice(0, 1) }, placeSchema.parse({}))).toBeNull()
  })
})

test('an address that names nobody of the territory shows no actor', () => {
  const known = [...territory.actors.keys()][0] ?? ''
  expect(actorIn(territory, placeSchema.parse({ actor: known }))).toBe(known)
  expect(actorIn(territory, placeSchema.parse({ actor: 'constructor' }))).toBeNull()
  expect(actorIn(territory, placeSchema.parse({}))).toBeNull()
})
