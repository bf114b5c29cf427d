import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcomersOf } from '../../server/layout/places.ts'
import { positionsFrom, positionsToWire } from '../../server/layout/positions.ts'
import { perimeterSchema } from '../../server/wire/network.ts'

/** Names that every object answers to. */
const ofEveryObject = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__']

test.each(ofEveryObject)('an actor called %s stands nowhere until it is placed', (id) => {
  const networks = networksOf(
    ['lycee', 'mairie', id, 'autre'],
    [
      [1, 2],
      [1, 3],
      [0, 1],
    ],
  )
  const positions = positionsFrom({ actors: { lycee: [0, 0], mairie: [100, 0] }, spaces: {} })
  const newcomers = newcomersOf(networks, positions)
  expect([...(newcomers?.actors.keys() ?? [])]).toEqual([id, 'autre'])
  expect([...(newcomers?.actors.values() ?? [])].flat().every(Number.isFinite)).toBe(true)
})

test.each(ofEveryObject)('a space called %s stands nowhere until it is placed', (id) => {
  const { network, twoMode } = networksOf(['lycee'], [])
  const newcomers = newcomersOf(
    { network, twoMode: { ...twoMode, spaces: [id], hosts: [null], edges: [{ from: 0, to: 0, roles: [] }] } },
    positionsFrom({ actors: { lycee: [0, 0] }, spaces: {} }),
  )
  expect([...(newcomers?.spaces.keys() ?? [])]).toEqual([id])
})

test('positions are the same after their way to the server and back, whatever the ids', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...ofEveryObject)), point())), (entries) => {
      const positions = { actors: new Map(entries), spaces: new Map() }
      expect(positionsFrom(JSON.parse(JSON.stringify(positionsToWire(positions))))).toEqual(positions)
    }),
  ))

test.each([
  ['too far off for a step to count', [1e20, 0]],
  ['at the end of all numbers', [Number.MAX_VALUE, -Number.MAX_VALUE]],
] as const)('what stands %s is placed anew, and so are its partners', (_, far) => {
  const networks = networksOf(
    ['far', 'a', 'b'],
    [
      [0, 1],
      [0, 2],
    ],
  )
  const newcomers = newcomersOf(networks, positionsFrom({ actors: { far: [...far] }, spaces: {} }))
  expect(newcomers?.actors.size).toBe(3)
})

function point() {
  return fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }))
}

function networksOf(actors: string[], ties: [number, number][]) {
  const perimeter = perimeterSchema.parse({
    wave: 'w1',
    tieKinds: ['cooperation'],
    spaceKinds: [],
    direction: 'either',
    weights: 'none',
    kindStrength: 'max',
    endStrength: 'max',
    actors: 'all',
    collective: true,
  })
  const head = { territory: 't', revision: 1, perimeter, actors }
  return {
    network: {
      ...head,
      basis: 'survey' as const,
      edges: ties.map(([from, to]) => ({ from, to, weight: null, ties: [], spaces: [], multiplexity: 1 })),
      observedDyads: 0,
      silent: [],
      absent: { otherWaves: [], noWave: [] },
      counts: { actorsOfWave: actors.length, declarations: ties.length, loops: 0, unknownStrength: null },
    },
    twoMode: { ...head, spaces: [], hosts: [], edges: [] },
  }
}
