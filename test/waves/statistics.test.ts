import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { association } from '../../server/waves/association.ts'
import { decomposed } from '../../server/waves/composition.ts'
import { figureIds, figureOf, witnessedSnapshots } from '../../server/waves/figures.ts'
import { reversed } from '../../server/waves/ground.ts'
import { recallChange } from '../../server/waves/recall.ts'
import { binomialAtLeast, binomialMidP, signTest, spherePairChanges } from '../../server/waves/sign-test.ts'
import { wholeOf } from '../../server/waves/snapshot.ts'
import { comparePairs } from '../../server/waves/ties.ts'
import { toldTwice } from '../../server/waves/told-twice.ts'
import {
  dyadicMoments,
  dyadicVariance,
  normalP,
  ratioOf,
  shareOf,
  testedChange,
} from '../../server/waves/uncertainty.ts'
import { witnessedDyads } from '../../server/waves/witnessed.ts'
import { ties } from '../analysis/drawing.ts'
import { wavePairs } from './arbitrary.ts'
import { drawnPair, drawnWave } from './draw.ts'

describe('tests', () => {
  test('sign test: 1 of 8 one way is p = 18/256', () => {
    expect(signTest(1, 7)).toBeCloseTo(18 / 256, 12)
    expect(signTest(7, 1)).toBeCloseTo(18 / 256, 12)
    expect(signTest(0, 0)).toBe(1)
    expect(signTest(5, 5)).toBe(1)
  })

  test('3 of 4 or more with chance 1/3 is 9/81; thousands of coins do not vanish', () => {
    expect(binomialAtLeast(3, 4, 1 / 3)).toBeCloseTo(9 / 81, 12)
    expect(binomialAtLeast(0, 4, 1 / 3)).toBe(1)
    expect(binomialAtLeast(5, 4, 1 / 3)).toBe(0)
    // Mid-p: of 5 of 5 half of the exact 1/32; of 3 of 4, the 8 of 81 that are 3 count half.
    expect(binomialMidP(5, 5, 1 / 2)).toBeCloseTo(1 / 64, 12)
    expect(binomialMidP(3, 4, 1 / 3)).toBeCloseTo(5 / 81, 12)
    expect(binomialAtLeast(2500, 5000, 0.5)).toBeCloseTo(0.5 + 0.5 * 0.011283, 4)
    expect(signTest(1000, 1200)).toBeCloseTo(2.2e-5, 5)
  })

  test('normal: the printed tables, and an interval that reaches 0 where p is .05', () => {
    // Abramowitz & Stegun, table 26.1, 1 − A(x) twice.
    const printed = { 0: 1, 1: 0.3173105, 2: 0.0455003, 3: 0.0026998, 5: 5.733e-7 }
    for (const [x, p] of Object.entries(printed)) expect(normalP(-Number(x))).toBeCloseTo(p, 7)
    expect(normalP(40)).toBe(0)
    const { interval, p } = testedChange(1.959963984540054, 1)
    expect([interval.low, p]).toEqual([0, expect.closeTo(0.05, 12)])
    expect([testedChange(0, 0).p, testedChange(1, 0).p]).toEqual([1, 0])
  })

  test('pairs of spheres: five ended and none new between firms and schools, p = 2/32', () => {
    const spheres = new Map([...'abcdef'].map((name) => [name, name < 'd' ? 'firms' : 'schools']))
    const before = drawnWave('a>d a>e a>f b>d b>e c>a', { spheres })
    const after = drawnWave('a b c>a d e f', { spheres })
    const pair = drawnPair(before, after)
    expect(spherePairChanges(pair, witnessedDyads(pair))).toMatchObject([
      { spheres: ['firms', 'schools'], before: 5, after: 0, ended: 5, new: 0, p: 2 / 32, q: 2 / 32 },
    ])
  })

  test('QAP of two waves of one relation is not made', () => {
    const graph = ties('a-b b-c c-d')
    const options = { sameRelation: true, answered: null, draws: 99, stream: 's' }
    expect(association(graph, graph, options)).toEqual({ value: null, reason: 'same_relation' })
  })

  test('QAP moves those who answered alone: c and d, silent, stay where they are', () => {
    const [first, second] = [ties('a-b c-d e'), ties('a-b a-c b-c c-d e')]
    const answered = Uint8Array.of(1, 1, 0, 0, 1)
    const options = { sameRelation: false, answered, draws: 0, stream: '' }
    const { value } = association(first, second, options)
    // The pair of the silent is not looked at: 9 pairs, one tie against three; of the 6 orders of a, b and e the two that keep the tie.
    expect(value?.listed).toBe(6)
    expect(value?.overlap).toBe(1)
    expect(value?.upperP).toBeCloseTo(2 / 6, 12)
  })
})

describe('uncertainty', () => {
  test('pairs that share nobody: the variance of independent ones', () => {
    const terms = [0, 1, 2, 3].map((i) => ({ u: 2 * i, v: 2 * i + 1, x: i < 1 ? 1 : 0, y: 1 }))
    const estimate = ratioOf(8, terms)
    expect(estimate?.value).toBe(0.25)
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 4), 12)
  })

  test('one actor whose pairs all go its way counts for one, not for four', () => {
    const star = [1, 2, 3, 4].map((v) => ({ u: 0, v, x: 1, y: 1 }))
    const other = [6, 7, 8, 9].map((v) => ({ u: 5, v, x: 0, y: 1 }))
    // e = ±1/16 by pair: 12 pairs of pairs share an end, C = 24/256, its variance 4 · 12/256².
    const shared = 24 / 256
    const added = shared ** 3 / (shared ** 2 + 48 / 256 ** 2)
    expect(ratioOf(10, [...star, ...other])?.standardError).toBeCloseTo(Math.sqrt(8 / 256 + added), 12)
  })

  test('a share of all is not certain', () => {
    const all = [1, 2, 3].map((v) => ({ u: 0, v, x: 1, y: 1 }))
    const estimate = shareOf(4, all)
    expect(estimate?.interval.high).toBe(1)
    expect(estimate?.interval.low).toBeCloseTo(3 / (3 + 1.959963984540054 ** 2), 12)
    expect(shareOf(4, [])).toBeNull()
  })

  test('never less than independent pairs would have', () => {
    // What the two pairs of one actor bring cancels out.
    const moments = dyadicMoments(3, [
      [0, 1, 1],
      [0, 2, -1],
    ])
    expect(dyadicVariance(moments)).toBe(2)
  })
})

describe('ties told twice', () => {
  const pairsOf = (...letters: string[]) => letters.map((letter) => [`${letter}1`, `${letter}2`] as const)
  const wave = (both: string, low = '', high = '', nobody = '') =>
    drawnWave(
      [
        ...pairsOf(...both).map(([x, y]) => `${x}>${y} ${y}>${x}`),
        ...pairsOf(...low).map(([x, y]) => `${x}>${y}`),
        ...pairsOf(...high).map(([x, y]) => `${y}>${x}`),
        ...pairsOf(...nobody).map(([x, y]) => `${x} ${y}`),
      ].join(' '),
    )

  test('told by both and then by none, against told by one and then by the other', () => {
    // Recall is that of 6 confirmed of 8, then of 5 of 6: a little more than half is forgetting.
    const pair = drawnPair(wave('abcdef', 'g', 'h', 'ij'), wave('fghij', 'e', '', 'abcd'))
    const { value } = toldTwice(pair, comparePairs(pair))
    expect(value).toMatchObject({ ended: 4, new: 2, crossed: 0 })
    const [r, q] = [12 / 14, 10 / 11]
    const [lost, won] = [r * (1 - q), q * (1 - r)]
    const chance = (lost ** 2 + won ** 2) / (lost + won) ** 2
    expect(value?.p).toBeCloseTo(chance ** 6, 12)
    expect(value?.endedShare?.value).toBeCloseTo(4 / 6, 12)
    const back = toldTwice(reversed(pair), comparePairs(reversed(pair))).value
    expect(back?.newShare?.interval.low).toBeCloseTo(value?.endedShare?.interval.low ?? Number.NaN, 8)
    expect(back?.newShare?.interval.high).toBeCloseTo(value?.endedShare?.interval.high ?? Number.NaN, 8)
  })

  test('an end that tells where the other told is what forgetting makes', () => {
    const pair = drawnPair(wave('ab', 'cdefg', '', ''), wave('ab', '', 'cdefg', ''))
    const { value } = toldTwice(pair, comparePairs(pair))
    expect(value).toMatchObject({ ended: 0, new: 0, crossed: 5, p: 1 })
    expect(value?.endedShare?.value).toBe(0)
  })

  test('where the data do not say who told, it is not known', () => {
    const pair = drawnPair(drawnWave('a-b b-c'), drawnWave('a-b c'))
    expect(toldTwice(pair, comparePairs(pair)).reason).toBe('no_reporters')
    expect(recallChange(pair).reason).toBe('no_reporters')
  })

  test('half as readily told is not half as many ties', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    // Recall 2·20/(2·20 + 0) = 1 then; 10 by both and 10 by one now: 20/30, and 30 reports over 2/3 are 45 against 40.
    const pair = drawnPair(
      wave(letters.slice(0, 20).join('')),
      wave(letters.slice(0, 10).join(''), letters.slice(10, 20).join('')),
    )
    const { value } = recallChange(pair)
    expect([value?.before, value?.after]).toEqual([1, 2 / 3])
    expect(value?.growth).toBeCloseTo(45 / 40 - 1, 12)
  })
})

describe('what a change is made of', () => {
  test('density falls by those who joined, though a tie began', () => {
    const pair = drawnPair(drawnWave('a>b b>a c'), drawnWave('a>b b>a b>c c>b d e f'))
    const parts = decomposed('density', pair)
    expect(parts).toMatchObject({ before: 1 / 3, after: 2 / 15, leavers: 0, answers: 0, isComposition: true })
    expect(parts?.ties).toBeCloseTo(1 / 3, 12)
    expect(parts?.joiners).toBeCloseTo(2 / 15 - 2 / 3, 12)
  })

  test('its parts sum to the change, and turn round with time', () =>
    fc.assert(
      fc.property(wavePairs(), fc.constantFrom(...figureIds), (pair, figure) => {
        const parts = decomposed(figure, pair)
        const back = decomposed(figure, reversed(pair))
        expect(back === null).toBe(parts === null)
        if (!parts || !back) return
        const { leavers, answers, ties: ended, joiners, change } = parts
        expect(leavers + answers + ended + joiners).toBeCloseTo(change, 9)
        expect(back.joiners).toBeCloseTo(-leavers, 9)
        expect(back.ties).toBeCloseTo(-ended, 9)
        expect(back.answers).toBeCloseTo(-answers, 9)
      }),
    ))

  test('density is ties over the pairs that were observed, one by one', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        for (const snapshot of [wholeOf(pair, pair.before), ...witnessedSnapshots(pair)]) {
          let pairs = 0
          for (let u = 0; u < snapshot.nodes.length; u++) {
            for (let v = u + 1; v < snapshot.nodes.length; v++) {
              const isHeard = snapshot.speaks[u] || snapshot.speaks[v]
              if (isHeard && !(snapshot.outside[u] && snapshot.outside[v])) pairs++
            }
          }
          expect(snapshot.observedPairs).toBe(pairs)
          const density = figureOf('density', snapshot)
          expect(density).toBe(pairs === 0 ? null : snapshot.graph.edgeCount / pairs)
          expect(density ?? 0).toBeLessThanOrEqual(1)
        }
      }),
    ))
})
