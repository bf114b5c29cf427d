import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chao2, chapman, logNormalInterval, unseenActors } from '../../server/seminar/unseen.ts'
import reference from '../oracles/unseen_actors.json' with { type: 'json' }

describe('estimates of the unseen', () => {
  test('Chao2 of 12 lists, 18 named once and 7 twice of 64: 81.53125', () => {
    const { T, Q1, Q2, S, chao2: expected } = reference.chao2
    expect(chao2({ seen: S, once: Q1, twice: Q2, occasions: T })).toBeCloseTo(expected, 9)
  })

  test.each(reference.chao1)('$S_obs seen, $f1 once, $f2 twice: Chao1', (row) => {
    const { S_obs: seen, f1: once, f2: twice } = row
    expect(chao2({ seen, once, twice, occasions: Number.POSITIVE_INFINITY })).toBeCloseTo(row.chao1_biasCorrected, 8)
    if (!row.ci95_log || row.chao1_classic === null) return
    const [low, high] = logNormalInterval({ seen, once, twice }, row.chao1_classic)
    expect(low).toBeCloseTo(row.ci95_log[0] ?? Number.NaN, 8)
    expect(high).toBeCloseTo(row.ci95_log[1] ?? Number.NaN, 8)
  })

  test.each(reference.lincolnPetersen)('Chapman of $n1 and $n2 with $m on both', ({ n1, n2, m, ...expected }) => {
    const { estimate, standardError } = chapman(n1, n2, m)
    expect(estimate).toBeCloseTo(expected.chapman, 6)
    expect(standardError).toBeCloseTo(expected.chapmanSE, 8)
  })

  test('more on both lists than on either is refused', () => expect(() => chapman(3, 4, 5)).toThrow(RangeError))

  test('nothing is estimated beyond the seen: the interval is the seen', () => {
    expect(logNormalInterval({ seen: 30, once: 0, twice: 4 }, 30)).toEqual([30, 30])
  })
})

describe('what is said of it', () => {
  const lists = (count: number, names: (list: number) => string[]) =>
    Array.from({ length: count }, (_, list) => names(list))
  const rich = lists(15, (list) => [`own ${list}`, `pair ${Math.floor(list / 2)}`])

  test('estimated: of 15 lists, 15 named once or in the last odd pair', () => {
    const unseen = unseenActors(rich, 'free')
    // once: 15 own names and pair 7, twice: pairs 0 to 6.
    expect(unseen).toMatchObject({ state: 'estimated', seen: 23 })
    if (unseen.state !== 'estimated') return
    expect(unseen.estimate).toBeCloseTo(23 + ((14 / 15) * 16 * 15) / 16, 9)
    expect(unseen.coverage).toBeCloseTo(1 - (16 / 30) * ((14 * 16) / (14 * 16 + 14)), 9)
  })

  test('silent below 15 lists, below 8 names, and for a list that was ticked', () => {
    expect(unseenActors(rich.slice(1), 'free')).toMatchObject({ state: 'silent', reason: 'few_lists' })
    expect(unseenActors(rich, 'roster')).toMatchObject({ state: 'silent', reason: 'roster_question' })
    const few = lists(15, (list) => (list < 7 ? [`own ${list}`] : []))
    expect(unseenActors(few, 'free')).toEqual({ state: 'silent', reason: 'few_named', seen: 7, lists: 15 })
    expect(unseenActors([], 'free')).toMatchObject({ state: 'silent', seen: 0 })
  })

  test('saturated when two at most were named once', () => {
    const same = lists(15, (list) => ['a', 'b', 'c', 'd', 'e', 'f', 'g', ...(list < 2 ? [`own ${list}`] : [])])
    expect(unseenActors(same, 'free')).toEqual({ state: 'saturated', seen: 9 })
  })

  test('a name twice in a list counts once, and the estimate is never below what is seen nor outside its interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(30).map(String), { maxLength: 8 }), { minLength: 15, maxLength: 40 }),
        (lists) => {
          const unseen = unseenActors(lists, 'free')
          expect(
            unseenActors(
              lists.map((list) => [...list, ...list]),
              'free',
            ),
          ).toEqual(unseen)
          if (unseen.state !== 'estimated') return
          expect(unseen.interval[0]).toBeGreaterThanOrEqual(unseen.seen)
          expect(unseen.estimate).toBeGreaterThanOrEqual(unseen.interval[0])
          expect(unseen.estimate).toBeLessThanOrEqual(unseen.interval[1])
          expect(unseen.coverage).toBeGreaterThanOrEqual(0)
          expect(unseen.coverage).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
