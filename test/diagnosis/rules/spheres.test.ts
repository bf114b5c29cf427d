import { describe, expect, test } from 'vitest'
import { partitionOf } from '../../../server/analysis/partition.ts'
import { randomStream } from '../../../server/analysis/random.ts'
import { caseOfNetwork } from '../../../server/diagnosis/bare-case.ts'
import type { Case } from '../../../server/diagnosis/case.ts'
import { observeSpheres, pairIndex } from '../../../server/diagnosis/null/sphere-draws.ts'
import { placesOf, placesOfColumn } from '../../../server/diagnosis/places.ts'
import {
  isClusteredBeyond,
  judgePairs,
  type SpherePair,
  sphereFieldOf,
} from '../../../server/diagnosis/rules/excluded-spheres.ts'
import { testSpheresApart } from '../../../server/diagnosis/rules/spheres-apart.ts'
import { labelTest } from '../../../server/diagnosis/statistics/labels.ts'
import { SphereStudy } from '../../../server/diagnosis/study-of-spheres.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { here } from '../../../server/diagnosis/work.ts'
import { drawnCase, qualityOf } from '../draw.ts'
import { type Drawing, drawings, exactGraph } from '../exact.ts'
import { ofKind, signalsOf } from '../told.ts'
import { healthy, worldOf } from '../worlds.ts'

function exactCase(name: Drawing, places?: string): Case {
  const spheres = [...drawings[name][1]]
  return caseOfNetwork({
    actors: spheres.map((_, node) => `n${node}`),
    graph: exactGraph(name),
    groups: spheres,
    ...(places ? { places: [...places] } : {}),
    answered: null,
    outside: null,
  })
}

/** Small graphs are below what is judged; here they are, for their exact values. */
const small = { ...defaultThresholds, 'apart.leastActors': 0, 'apart.leastMembers': 1, 'apart.level': 1 }

describe('a sphere against labels dealt anew, all of them', () => {
  /** Of the actors outside its sphere, the share each is tied to. */
  function sharesOutside(name: Drawing): number[] {
    const { offsets, neighbors } = exactGraph(name).out
    const tied = (node: number) => neighbors.slice(offsets[node], offsets[node + 1])
    const groups = [...drawings[name][1]]
    return groups.map((own, node) => {
      const others = groups.flatMap((group, other) => (group === own ? [] : [other]))
      return others.filter((other) => tied(node).includes(other)).length / others.length
    })
  }

  test.each([
    ['three_spheres_8', 0, 0.266667, 0.357143, 56],
    ['three_spheres_8', 1, 0.583333, 1, 28],
    ['three_spheres_8', 2, 0.2, 0.178571, 56],
    ['broker_7', 0, 0.083333, 0.457143, 35],
    ['broker_7', 1, 0.333333, 1, 7],
    ['two_triangles_bridge', 0, 0.111111, 0.8, 20],
    ['hub_pendants_8', 0, 0.2, 0.392857, 56],
    ['hub_pendants_8', 1, 0.2, 0.625, 56],
  ] as const)('shares outside the own sphere: %s, sphere %i', (name, sphere, mean, p, labelings) => {
    const values = sharesOutside(name)
    const own = values.filter((_, node) => drawings[name][1][node] === String(sphere))
    const sum = own.reduce((total, value) => total + value, 0)
    const found = labelTest([{ values, labelled: own.length }], sum, 1_999, randomStream('s'))
    expect(sum / own.length).toBeCloseTo(mean, 6)
    expect(found.p).toBeCloseTo(p, 6)
    expect(found.labelings).toBe(labelings)
  })

  test.each([
    [0, 0.266667, 0.5, 0.178571, 56],
    [1, 0.583333, 0, 1, 28],
    [2, 0.2, 0.666667, 0.017857, 56],
  ] as const)('shares of third spheres, sphere %i', (sphere, mean, expected, p, labelings) => {
    const found = testSpheresApart(exactCase('three_spheres_8'), small, false, 1_999, 's')[sphere]
    expect(found?.mean).toBeCloseTo(mean, 6)
    expect(found?.expected).toBeCloseTo(expected, 6)
    expect(found?.test?.p).toBeCloseTo(p, 6)
    expect(found?.test?.labelings).toBe(labelings)
  })

  test.each([
    [0, 0.405556, 0.208333, 24],
    [1, 0.145833, 1, 16],
    [2, 0.5, 0.041667, 24],
  ] as const)('shares of third spheres within communes, sphere %i', (sphere, expected, p, labelings) => {
    const found = testSpheresApart(exactCase('three_spheres_8', '00110101'), small, false, 1_999, 's')[sphere]
    expect(found?.expected).toBeCloseTo(expected, 6)
    expect(found?.test?.p).toBeCloseTo(p, 6)
    expect(found?.test?.labelings).toBe(labelings)
  })

  test('of two spheres neither is judged', () => {
    const tested = testSpheresApart(exactCase('two_triangles_bridge'), small, false, 1_999, 's')
    expect(tested.map(({ reason }) => reason)).toEqual(['two_spheres', 'two_spheres'])
  })

  test('dealt instead of listed, the share is the same within three standard errors', () => {
    const values = Array.from({ length: 18 }, (_, i) => ((i * 7) % 18) / 18)
    const observed = 2.5
    const dealt = labelTest([{ values, labelled: 9 }], observed, 1_999, randomStream('dealt'))
    expect(dealt).toMatchObject({ labelings: Infinity, draws: 1_999 })
    let few = 0
    let all = 0
    for (let set = 0; set < 2 ** 18; set++) {
      const chosen = values.filter((_, i) => set & (1 << i))
      if (chosen.length !== 9) continue
      all++
      if (chosen.reduce((sum, value) => sum + value, 0) <= observed + 1e-9) few++
    }
    const p = few / all
    expect(p).toBeGreaterThan(0.001)
    expect(Math.abs(dealt.p - p)).toBeLessThan(3 * Math.sqrt(p / 1_999) + 1 / 2_000)
  })
})

describe('who is judged', () => {
  const fewer = { kind: 'sphere', fewer: 8 } as const
  const { network } = worldOf({ ...healthy, planted: fewer }, 'apart')

  test('the sphere kept apart, and no other', async () => {
    const findings = await studied(caseOfNetwork(network))
    const apart = signalsOf(findings, 'sphere_kept_apart')
    expect(apart.map(({ sphere }) => sphere)).toEqual(['s0'])
    expect(apart[0]?.reference).toBe('labels_anywhere')
  })

  test('alone in its commune, nobody is there to compare it with', async () => {
    const places = network.groups.map((group) => (group === 's0' ? 'valley' : 'town'))
    const findings = await studied(caseOfNetwork({ ...network, places }))
    const own = ofKind(findings, 'sphere_kept_apart').find(({ sphere }) => sphere === 's0')
    expect(own).toMatchObject({ status: 'insufficient', reason: 'alone_in_place' })
  })

  test('sixteen actors are too few, seventeen are enough', async () => {
    const reasonAt = async (actors: number) => {
      const world = worldOf({ ...healthy, actors, spheres: 3 }, 'few')
      return ofKind(await studied(caseOfNetwork(world.network)), 'sphere_kept_apart')[0]?.reason
    }
    expect([await reasonAt(16), await reasonAt(17)]).toEqual(['too_small', null])
  })

  test('pairs need twenty-six actors and more than two spheres', async () => {
    const reasonOf = async (actors: number, spheres: number) => {
      const world = worldOf({ ...healthy, actors, spheres }, 'few')
      return ofKind(await studied(caseOfNetwork(world.network)), 'excluded_spheres')[0]?.reason
    }
    expect([await reasonOf(25, 3), await reasonOf(40, 2), await reasonOf(40, 3)]).toEqual([
      'too_small',
      'two_spheres',
      null,
    ])
  })

  test('members who did not answer are no sphere apart', () => {
    const answered = network.groups.map((group) => group !== 's0')
    const tested = testSpheresApart(caseOfNetwork({ ...network, answered }), defaultThresholds, false, 1_999, 's')
    expect(tested[0]?.reason).toBe('too_small')
  })
})

describe('where places are not recorded', () => {
  const plane = { kind: 'plane', leaning: 1, recorded: true } as const
  const { network } = worldOf({ ...healthy, geography: plane }, 'where')
  const { places: _, ...unplaced } = network

  test('and the network is clustered beyond spheres, neither pairs nor spheres are flagged', async () => {
    const findings = await studied(caseOfNetwork(unplaced))
    const told = findings.filter(({ kind }) => kind === 'excluded_spheres' || kind === 'sphere_kept_apart')
    expect(told.filter(({ status }) => status === 'signal')).toEqual([])
    expect(told.some(({ reason }) => reason === 'places_unknown')).toBe(true)
  })

  test('an ordinary network is not clustered beyond them', () => {
    const observed = observeSpheres(sphereFieldOf(caseOfNetwork(worldOf(healthy, 'plain').network)))
    const draws = { ...observed, draws: 99, triangles: new Int32Array(99).fill(observed.triangles[0] ?? 0) }
    expect(isClusteredBeyond(observed, draws, defaultThresholds)).toBe(false)
  })
})

test('a pair that no draw reached is left open, not cleared', () => {
  const pair = (draws: number): SpherePair => ({
    first: 0,
    second: 1,
    ties: 0,
    expected: 8,
    test: { exceedances: 0, draws, p: 1 / (draws + 1) },
  })
  expect(judgePairs([pair(9)], false, defaultThresholds)).toMatchObject([{ status: 'unresolved' }])
  expect(judgePairs([pair(99)], false, defaultThresholds)).toMatchObject([{ status: 'signal' }])
  expect(judgePairs([pair(99)], true, defaultThresholds)).toMatchObject([{ status: 'places_unknown' }])
})

test('pairs of spheres are numbered row by row, whichever comes first', () => {
  const numbers = [0, 1, 2].flatMap((g) => [0, 1, 2].map((h) => pairIndex(g, h, 3)))
  expect(numbers).toEqual([0, 1, 2, 1, 3, 4, 2, 4, 5])
})

test('ties with the outside are no ties between spheres of the territory', () => {
  const subject = drawnCase('a-b a-x b-x', { outside: 'x', spheres: { firms: 'a x', schools: 'b' } })
  expect(observeSpheres(sphereFieldOf(subject)).pairTies[pairIndex(0, 1, 2)]?.[0]).toBe(1)
})

describe('places', () => {
  test('are communes where half of the actors have one', () => {
    const placed = placesOf([{ commune: 'Foix' }, { commune: 'Pamiers' }, { commune: 'Foix' }, {}])
    expect(placed).toEqual({ basis: 'communes', groupOf: Int32Array.of(0, 1, 0, -1) })
    expect(placesOf([{ commune: 'Foix' }, {}, {}])).toBeNull()
  })

  test('else coordinates: within five kilometres of each other, all of them', () => {
    // One hundredth of a degree of latitude is 1.11 km: a chain of steps of 3.3 km is more than one place.
    const at = (latitude: number) => ({ latitude, longitude: 1.6 })
    const placed = placesOf([at(43), at(43.03), at(43.06), at(43.09), at(44), at(44)])
    expect(placed?.basis).toBe('coordinates')
    const [a, b, c, d, e, f] = placed?.groupOf ?? []
    expect([a === b, b === c, c === d, e === f, d === e]).toEqual([true, false, true, true, false])
  })

  test('are unknown where a column is all but empty', () => {
    expect(placesOfColumn(partitionOf(['x', null, null]))).toBeNull()
  })
})

async function studied(subject: Case) {
  const study = new SphereStudy(subject, qualityOf(subject), defaultThresholds, 's', here, 10_000)
  await study.study(1_999)
  return study.findings
}
