import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAssignment } from '../../server/waves/assignment.ts'
import { communityChange, divisionNoise } from '../../server/waves/communities.ts'
import { partitionAgreement } from '../../server/waves/partitions.ts'
import { kendallTauB, spearman, topOverlap } from '../../server/waves/ranks.ts'
import { wholeOf } from '../../server/waves/snapshot.ts'
import { drawnPair, drawnWave } from './draw.ts'

/** One digit per actor: its set. */
function division(digits: string) {
  return { nodes: [...digits].map((_, actor) => actor), label: [...digits].map(Number) }
}

const events = (sets: readonly { readonly event: string }[]) => sets.map(({ event }) => event)

describe('communities of two waves', () => {
  test('one splits in two; read backwards, two merge', () => {
    const [whole, parts] = [division('0000000011'), division('0000111122')]
    const forth = communityChange(whole, parts)
    expect(events(forth.before)).toEqual(['split', 'continue'])
    expect(forth.before[0]?.others).toEqual([0, 1])
    expect(events(forth.after)).toEqual(['merge', 'merge', 'continue'])
    const back = communityChange(parts, whole)
    expect(events(back.before)).toEqual(events(forth.after))
    expect(events(back.after)).toEqual(events(forth.before))
  })

  test('one dies where its actors scatter, and one is born of those who come together', () => {
    const change = communityChange(division('000111222333'), division('012012012333'))
    expect(events(change.before)).toEqual(['alone', 'alone', 'alone', 'continue'])
    expect(events(change.after)).toEqual(['alone', 'alone', 'alone', 'continue'])
  })

  test('flows count everyone, those who came and left last', () => {
    const before = { nodes: [0, 1, 2], label: [0, 0, 1] }
    const after = { nodes: [1, 2, 3], label: [0, 0, 0] }
    expect(communityChange(before, after).flows).toEqual([
      { from: 0, to: 0, actors: [1] },
      { from: 0, to: null, actors: [0] },
      { from: 1, to: 0, actors: [2] },
      { from: null, to: 0, actors: [3] },
    ])
  })

  test('nobody in common', () => {
    const change = communityChange({ nodes: [0], label: [0] }, { nodes: [1], label: [0] })
    expect(change.common).toBe(0)
    expect(events(change.before)).toEqual(['alone'])
  })

  test('two cliques that lose a tenth of their ties are the same two', () => {
    const clique = (names: string) => [...names].flatMap((a) => [...names].filter((b) => a < b).map((b) => `${a}-${b}`))
    const wave = drawnWave([...clique('abcdefgh'), ...clique('mnopqrst'), 'a-m'].join(' '))
    const pair = drawnPair(wave, wave)
    expect(divisionNoise(wholeOf(pair, pair.before), 0.1, 40, 'cliques')).toBe(1)
  })
})

describe('laws', () => {
  const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 })

  test('the assignment is the best of all', () =>
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
          fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
        ),
        (values) => {
          const found = bestAssignment(values)
          const used = [...found].filter((column) => column >= 0)
          expect(new Set(used).size).toBe(used.length)
          const worth = [...found].reduce((sum, column, row) => sum + (values[row]?.[column] ?? 0), 0)
          expect(worth).toBe(bestByTrying(values, 0, new Set()))
        },
      ),
    ))

  test('a division agrees with itself, and agreement has no direction', () =>
    fc.assert(
      fc.property(labels, labels, (x, y) => {
        const n = Math.min(x.length, y.length)
        const [a, b] = [x.slice(0, n), y.slice(0, n)]
        const [forth, back, own] = [partitionAgreement(a, b), partitionAgreement(b, a), partitionAgreement(a, a)]
        expect(forth.variation).toBeCloseTo(back.variation, 12)
        expect(forth.adjustedRand).toBeCloseTo(back.adjustedRand ?? Number.NaN, 12)
        expect(own.variation).toBeCloseTo(0, 12)
        expect(own.adjustedRand).toBe(1)
        expect(forth.variationShare ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      }),
    ))

  test('Kendall and Spearman of a ranking and its reverse are −1; of one that does not vary, nothing', () => {
    const rising = [1, 2, 3, 5, 8]
    expect(kendallTauB(rising, rising.toReversed())).toBe(-1)
    expect(spearman(rising, rising.toReversed())).toBe(-1)
    expect(kendallTauB(rising, [1, 1, 1, 1, 1])).toBeNull()
    expect(spearman([], [])).toBeNull()
    expect(topOverlap([3, 2, 1, 0], [3, 0, 2, 1], 2)).toBeCloseTo(1 / 3, 12)
  })
})

function bestByTrying(values: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === values.length) return 0
  const without = bestByTrying(values, row + 1, taken)
  return (values[row] ?? []).reduce((best, value, column) => {
    if (taken.has(column)) return best
    return Math.max(best, value + bestByTrying(values, row + 1, new Set([...taken, column])))
  }, without)
}
