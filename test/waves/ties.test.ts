import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOfArcs, agreementOfPairs, comparableDyads } from '../../server/waves/agreement.ts'
import { rosterOf, witnessesOf } from '../../server/waves/comparability.ts'
import { answered, reversed, silent } from '../../server/waves/ground.ts'
import { type ComparedPair, compareDeclarations, comparePairs, confirmationOf } from '../../server/waves/ties.ts'
import { turnoverOf } from '../../server/waves/turnover.ts'
import { witnessedDyads } from '../../server/waves/witnessed.ts'
import { wavePairs } from './arbitrary.ts'
import { drawnPair, drawnWave } from './draw.ts'

function told(pair: Parameters<typeof comparePairs>[0]) {
  const ends = ({ u, v }: ComparedPair) => `${pair.actors[u]}-${pair.actors[v]}`
  return Object.fromEntries(comparePairs(pair).map((tie) => [ends(tie), tie.reason ?? tie.fate]))
}

describe('what became of ties', () => {
  test('kept, ended and new among those who stayed and were heard', () => {
    const pair = drawnPair(drawnWave('a>b a>c d'), drawnWave('a>b c>d a'))
    expect(told(pair)).toEqual({ 'a-b': 'kept', 'a-c': 'ended', 'c-d': 'new' })
  })

  test('a tie of one who left has not ended, nor has that of one who joined begun', () => {
    const pair = drawnPair(drawnWave('a>b a>c d'), drawnWave('a>b a>e d'))
    expect(told(pair)).toEqual({ 'a-b': 'kept', 'a-c': 'left', 'a-e': 'joined' })
    expect(rosterOf(pair)).toMatchObject({ joiners: ['e'], leavers: ['c'], stayers: ['a', 'b', 'd'] })
  })

  test('a tie has not ended where neither end answers again', () => {
    const pair = drawnPair(drawnWave('a>b c'), drawnWave('a b c', { silent: 'a b' }))
    expect(told(pair)).toEqual({ 'a-b': 'not_heard' })
  })

  test('another end was heard than the one that told: ended, and marked so', () => {
    const pair = drawnPair(drawnWave('a>b', { silent: 'b' }), drawnWave('a b', { silent: 'a' }))
    expect(comparePairs(pair)).toMatchObject([{ fate: 'ended', sameWitness: false }])
    expect(compareDeclarations(pair)).toMatchObject([{ fate: 'not_comparable', reason: 'speaker_not_heard' }])
  })

  test('documents prove no absence', () => {
    const pair = drawnPair(drawnWave('a-b b-c'), drawnWave('a-b', { basis: 'documents' }))
    expect(told(pair)).toEqual({ 'a-b': 'basis', 'b-c': 'basis' })
    expect(agreementOfPairs(pair, comparePairs(pair)).dyads).toBe(0)
  })

  test('nobody is asked about two actors outside', () => {
    const outside = new Set(['x', 'y'])
    const pair = drawnPair(drawnWave('a>x x>y', { outside }), drawnWave('a>x y>x', { outside }))
    expect(told(pair)).toEqual({ 'a-x': 'kept', 'x-y': 'both_outside' })
  })

  test('confirmed by both ends then and now', () => {
    const pair = drawnPair(drawnWave('a>b b>a a>c c>a b>c'), drawnWave('a>b b>a a>c c>b'))
    expect(confirmationOf(pair, comparePairs(pair))).toEqual({ pairs: 3, before: 2, after: 1, both: 1 })
  })

  test('embedded ties and bridges: a-b and b-c of a triangle stay, c-d goes', () => {
    const spheres = new Map([...'abcd'].map((name) => [name, name < 'd' ? 'firms' : 'schools']))
    const pair = drawnPair(drawnWave('a>b b>c c>a c>d', { spheres }), drawnWave('a>b b>c c>a d', { spheres }))
    const { byEmbedding, bySpheres, gaps } = turnoverOf(pair, comparePairs(pair))
    expect(byEmbedding.map(({ name, kept, ended }) => [name[0], kept, ended])).toEqual([
      ['embedded', 3, 0],
      ['bare', 0, 1],
    ])
    expect(bySpheres.map(({ name, kept, ended }) => [...name, kept, ended])).toEqual([
      ['firms', 'firms', 3, 0],
      ['firms', 'schools', 0, 1],
    ])
    expect(gaps[0]?.gap.value).toBe(1)
  })
})

describe('laws of any two waves', () => {
  test('kept, ended, new and not comparable are all that either tells, each once', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        const seen = [pair.before, pair.after, ...pair.toldOnce].flatMap(({ said }) =>
          said.map(({ u, v }) => `${u} ${v}`),
        )
        const compared = comparePairs(pair)
        expect(new Set(compared.map(({ u, v }) => `${u} ${v}`))).toEqual(new Set(seen))
        expect(compared.length).toBe(new Set(seen).size)
        for (const { u, v } of compared) expect(u).toBeLessThan(v)
      }),
    ))

  test('read backwards, ended and new change places and nothing else does', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        const turned = { kept: 'kept', ended: 'new', new: 'ended', not_comparable: 'not_comparable' } as const
        const forth = comparePairs(pair)
        const back = comparePairs(reversed(pair))
        expect(back.map(({ fate }) => fate)).toEqual(forth.map(({ fate }) => turned[fate]))
        expect(back.map(({ sameWitness }) => sameWitness)).toEqual(forth.map(({ sameWitness }) => sameWitness))
        const words = compareDeclarations(pair).map(({ fate }) => turned[fate])
        expect(compareDeclarations(reversed(pair)).map(({ fate }) => fate)).toEqual(words)
        const [a, b] = [agreementOfArcs(pair, forth), agreementOfArcs(reversed(pair), back)]
        expect([b.kept, b.ended, b.new, b.never]).toEqual([a.kept, a.new, a.ended, a.never])
        const [x, y] = [turnoverOf(pair, forth).all, turnoverOf(reversed(pair), back).all]
        expect([y.kept, y.ended]).toEqual([x.keptNow, x.new])
        if (x.novelty) expect(y.survival?.value).toBeCloseTo(1 - x.novelty.value, 12)
      }),
    ))

  test('nothing is ended or new but between two on both rosters, one of whom answered each time', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        for (const { u, v, fate } of comparePairs(pair)) {
          if (fate === 'not_comparable') continue
          for (const { standing } of [pair.before, pair.after]) {
            expect(standing[u]).toBeGreaterThanOrEqual(silent)
            expect(standing[v]).toBeGreaterThanOrEqual(silent)
            expect([standing[u], standing[v]]).toContain(answered)
          }
        }
      }),
    ))

  test('pairs counted by classes are those counted one by one', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        let dyads = 0
        const { before, after, outside, actors } = pair
        for (let u = 0; u < actors.length; u++) {
          for (let v = u + 1; v < actors.length; v++) {
            const isHeard = [before, after].every(({ standing }) => {
              const ends = [standing[u] ?? 0, standing[v] ?? 0]
              return Math.min(...ends) >= silent && Math.max(...ends) === answered
            })
            if (isHeard && !(outside[u] && outside[v])) dyads++
          }
        }
        expect(comparableDyads(pair)).toBe(dyads)
        expect(agreementOfPairs(pair, comparePairs(pair)).never).toBeGreaterThanOrEqual(0)
        expect(agreementOfArcs(pair, comparePairs(pair)).never).toBeGreaterThanOrEqual(0)
      }),
    ))

  test('a wave beside itself changed in nothing', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        const same = { ...pair, after: pair.before }
        const { ended, new: begun, jaccard } = agreementOfPairs(same, comparePairs(same))
        expect([ended, begun]).toEqual([0, 0])
        expect([1, null]).toContain(jaccard)
      }),
    ))

  test('what the same witnesses tell is told by them alone', () =>
    fc.assert(
      fc.property(wavePairs(), (pair) => {
        const witnesses = witnessesOf(pair)
        for (const { u, v, before, after, observed } of witnessedDyads(pair, 'arcs').dyads) {
          expect((witnesses[u] ?? 0) + (witnesses[v] ?? 0)).toBe(observed)
          expect(Math.max(before, after)).toBeLessThanOrEqual(observed)
        }
      }),
    ))
})
