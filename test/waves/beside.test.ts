import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import {
  besideFigures,
  type OwnChanges,
  ownChanges,
  standingAmong,
  type TerritoryChange,
} from '../../server/waves/beside.ts'
import { judged, unsaid } from '../../server/waves/comparability.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { drawnWave } from './draw.ts'
import { type Change, surveyedTwice } from './worlds.ts'

const changesIn = (seed: string, change: Change): OwnChanges =>
  ownChanges(pairOf(groundOfNetworks(surveyedTwice(seed, change).waves), 0, 1), seed)
const survey = { response: [0.9, 0.9], recall: [0.85, 0.85] } as const

function territory(id: string, z: number | null): TerritoryChange {
  const change = z === null ? unsaid('basis') : judged({ change: z / 10, z })
  const changes = Object.fromEntries(besideFigures.map((figure) => [figure, change])) as OwnChanges
  return { territory: id, name: id, from: 'w1', to: 'w2', years: 1, changes }
}

describe('the change of one territory', () => {
  test('where ties only ended there are fewer, far beyond chance; where nothing changed it is within ±3', () => {
    const { growth } = changesIn('fewer', { ...survey, ended: 0.5 })
    expect(growth.value?.z).toBeLessThan(-3)
    expect(growth.value?.change).toBeCloseTo(Math.log(0.5), 0)
    for (const seed of ['same 1', 'same 2', 'same 3']) {
      for (const { value } of Object.values(changesIn(seed, survey))) expect(Math.abs(value?.z ?? 0)).toBeLessThan(3)
    }
  })

  test('where ties were told less readily the figures are not said, and what is left of the number of ties is', () => {
    const { growth, efficiency } = changesIn('forgetful', { response: [0.9, 0.9], recall: [0.95, 0.6] })
    expect(efficiency).toEqual(unsaid('told_otherwise'))
    expect(Math.abs(growth.value?.z ?? 9)).toBeLessThan(3)
  })

  test('of documents nothing is said, and why', () => {
    const waves = [drawnWave('a-b', { basis: 'documents' }), drawnWave('a>b')]
    const found = ownChanges(pairOf(groundOfNetworks(waves), 0, 1), 's')
    expect(new Set(Object.values(found).map(({ reason }) => reason))).toEqual(new Set(['basis']))
  })
})

describe('its place among others', () => {
  test('two lower, one higher; those that cannot say are not counted', () => {
    const others = [territory('b', 2.5), territory('c', -1), territory('d', null), territory('e', 0.4)]
    const { growth } = standingAmong(territory('a', 1), others)
    expect(growth.value).toEqual({
      own: { change: 0.1, z: 1 },
      others: [
        { territory: 'c', z: -1 },
        { territory: 'e', z: 0.4 },
        { territory: 'b', z: 2.5 },
      ],
      below: 2,
      above: 1,
    })
  })

  test('among fewer than three none', () => {
    const { growth } = standingAmong(territory('a', 1), [territory('b', 2), territory('c', null)])
    expect(growth).toEqual(unsaid('too_few_territories'))
    expect(standingAmong(territory('a', null), [territory('b', 2), territory('c', 1)]).growth).toEqual(unsaid('basis'))
  })

  test('does not rest on the order in which the others come', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 8 }), (zs) => {
        const others = zs.map((z, i) => territory(`t${i}`, z))
        const own = territory('a', 0)
        expect(standingAmong(own, others.toReversed())).toEqual(standingAmong(own, others))
      }),
    ))
})
