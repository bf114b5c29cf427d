import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import {
  chanceUntold,
  drawUntold,
  fewTies,
  fewTiesAt,
  type Reconstruction,
  reconstruct,
  shapes,
} from '../../server/diagnosis/reconstruction.ts'
import { arcs, nodesOf } from '../analysis/drawing.ts'
import { absencesIn, type Dyad } from './enumeration-of-ties.ts'

/** Every dyad that is a tie with chance `pi`, an end that answers telling of one with chance `recall`. */
function chancesGiven(pi: number, recall: number, silent: string, toldOf: string): (u: number, v: number) => number {
  const isTold = new Set(toldOf.split(' '))
  const known = alike(silent.length, { silent, scale: pi / (1 - pi), recall })
  return (u, v) => (isTold.has(`${u}${v}`) ? 1 : chanceUntold(known, u, v))
}

/** Actors of one known propensity; `silent` has a 1 for each that did not answer. */
function alike(
  n: number,
  { silent, scale, recall }: { silent: string; scale: number; recall: number },
): Reconstruction {
  return {
    unasked: Uint8Array.from(silent, Number),
    told: new Int32Array(n).fill(1e9),
    exposure: new Float64Array(n).fill(1e9),
    propensity: new Float64Array(n).fill(1),
    missing: new Float64Array(n),
    scale,
    recall,
    confirmed: 1e9 * recall,
    single: 2e9 * (1 - recall),
    shapeWeights: Float64Array.from(shapes, (_, k) => (k === 0 ? 1 : 0)),
  }
}

function dyadsOf(n: number, chance: (u: number, v: number) => number): Dyad[] {
  const pairs = Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const).filter(([u, v]) => u < v)
  return pairs.map(([u, v]) => [u, v, chance(u, v)])
}

function expectClose(found: readonly number[], exact: readonly number[]): void {
  expect(found).toHaveLength(exact.length)
  const off = found.filter((value, i) => !(Math.abs(value - (exact[i] ?? 0)) < 1e-6))
  expect(off).toEqual([])
}

/** Exact values found apart from the product, by trying every network. */
describe('with the chance of a tie and recall known', () => {
  test('three actors, two of whom answer and name nobody', () => {
    const chance = chancesGiven(0.25, 0.8, '001', '')
    expectClose([chance(0, 1), chance(0, 2), chance(1, 2)], [0.013158, 0.0625, 0.0625])
    const { isolated, single } = absencesIn(3, dyadsOf(3, chance))
    expectClose(isolated, [0.925164, 0.925164, 0.878906])
    expectClose(single, [0.074013, 0.074013, 0.117187])
  })

  test('four actors, three of whom answer, one tie named', () => {
    const chance = chancesGiven(0.2, 0.8, '0001', '01')
    expectClose([chance(0, 2), chance(1, 2), chance(0, 3), chance(2, 3)], [0.009901, 0.009901, 0.047619, 0.047619])
    const { isolated, single } = absencesIn(4, dyadsOf(4, chance))
    expectClose(isolated, [0, 0, 0.933615, 0.863838])
    expectClose(single, [0.942951, 0.942951, 0.065353, 0.129576])
  })

  test('six actors in two groups, four of whom answer and tell of a chain', () => {
    const told = '01 12 23 34'
    const within = chancesGiven(0.4, 0.75, '000101', told)
    const between = chancesGiven(0.1, 0.75, '000101', told)
    const chance = (u: number, v: number) => (u < 3 === v < 3 ? within : between)(u, v)
    expectClose(
      [chance(0, 2), chance(3, 5), chance(4, 5), chance(0, 3), chance(0, 4)],
      [0.04, 0.4, 0.142857, 0.027027, 0.006897],
    )
    const { isolated, single, dependent } = absencesIn(6, dyadsOf(6, chance))
    expectClose(isolated, [0, 0, 0, 0, 0, 0.473704])
    expectClose(single, [0.902542, 0, 0, 0, 0.839531, 0.434228])
    expectClose(dependent, [0.932751, 0.441597, 0, 0.03789, 0.968673, 0.48612])
  })

  test('few ties given shape, exposure and what is missing', () => {
    const alone = fewTiesAt(2, 3, 1, 0)
    expectClose([alone.none, alone.one, fewTiesAt(2, 3, 1, 1).one], [0.694444, 0.231481, 0.578704])
    expect(fewTiesAt(2, 3, 1, 1).none).toBe(0)
    expect(fewTiesAt(2, 3, 1, 2)).toEqual({ none: 0, one: 0 })
  })

  test('drawn ties come as often as they are likely', () => {
    const known = alike(5, { silent: '00111', scale: 0.5, recall: 0.6 })
    const draws = 20_000
    const counts = new Map<string, number>()
    for (let draw = 0; draw < draws; draw++) {
      const ties = drawUntold(known, draw, 's')
      for (let i = 0; i < ties.length; i += 2) {
        const dyad = [ties[i] ?? 0, ties[i + 1] ?? 0].sort().join('')
        counts.set(dyad, (counts.get(dyad) ?? 0) + 1)
      }
    }
    for (const [u, v, q] of dyadsOf(5, (a, b) => chanceUntold(known, a, b))) {
      const share = (counts.get(`${u}${v}`) ?? 0) / draws
      expect(Math.abs(share - q)).toBeLessThan(4 * Math.sqrt((q * (1 - q)) / draws))
    }
  })
})

describe('a network reconstructed', () => {
  const drawing = 'a>b b>a a>c c>d d>c d>e e>f f>a s'
  const actors = [...nodesOf(drawing).keys()]
  const bare = { actors, graph: arcs(drawing), groups: actors.map(() => null), outside: null }
  const answering = (silent: string) => actors.map((name) => !silent.includes(name))
  const rebuilt = (silent: string) => reconstruct(caseOfNetwork({ ...bare, answered: answering(silent) }))
  const node = (name: string) => actors.indexOf(name)

  test('recall is that of double reports, four in five without any', () => {
    // a–b and c–d are confirmed; a–c, d–e, e–f and f–a are not.
    expect(rebuilt('').recall).toBeCloseTo(12 / 18, 12)
    expect(rebuilt('abcdefs').recall).toBe(0.8)
  })

  test('whoever did not answer is less surely alone than who did', () => {
    const all = fewTies(rebuilt(''), node('s'), 0)
    const mute = fewTies(rebuilt('s'), node('s'), 0)
    expect(all.none).toBeGreaterThan(mute.none)
    expect(all.none).toBeLessThan(1)
    expect(mute.none + mute.one).toBeLessThanOrEqual(1)
  })

  test('weights of shapes add up to one, and the propensities of those who are tied more are larger', () => {
    const { shapeWeights, propensity } = rebuilt('b')
    expect(shapeWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(propensity[node('a')]).toBeGreaterThan(propensity[node('s')] ?? 0)
  })

  test('two outside were not asked of each other', () => {
    const outside = actors.map((name) => 'bs'.includes(name))
    const known = reconstruct(caseOfNetwork({ ...bare, outside, answered: answering('bs') }))
    expect(chanceUntold(known, node('b'), node('s'))).toBe(0)
    expect(chanceUntold(known, node('a'), node('s'))).toBeGreaterThan(0)
    for (let draw = 0; draw < 50; draw++) {
      const ties = drawUntold(known, draw, 's')
      for (let i = 0; i < ties.length; i += 2)
        expect([ties[i], ties[i + 1]].sort()).not.toEqual([node('b'), node('s')].sort())
    }
  })

  test('without anybody, or without any answer, there is nothing to learn and nothing breaks', () => {
    const empty = reconstruct(caseOfNetwork({ ...bare, actors: [], graph: arcs(''), groups: [], answered: null }))
    expect(drawUntold(empty, 0, 's')).toHaveLength(0)
    const mute = rebuilt('abcdefs')
    expect([...mute.propensity].every(Number.isFinite)).toBe(true)
    expect(fewTies(mute, node('s'), 0)).toEqual({ none: expect.any(Number), one: expect.any(Number) })
  })
})
