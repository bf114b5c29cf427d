import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../server/analysis/random.ts'
import { fadingFindings } from '../../../server/diagnosis/rules/fading.ts'
import { wilson } from '../../../server/diagnosis/statistics/interval.ts'
import { caseOf, monthsBetween } from '../../../server/diagnosis/territory-case.ts'
import { defaultRules, rulesOf } from '../../../server/diagnosis/thresholds.ts'
import type { Change } from '../../../server/domain/change.ts'
import type { Setting, Tie } from '../../../server/domain/territory.ts'
import { actor, territoryOf, tie } from '../../network/draw.ts'
import { subjectOf } from '../told.ts'

/** The wave is on 2024-01-01. */
const wave: Change = { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } }

function fading(ties: (Partial<Tie> & Pick<Tie, 'from' | 'to'>)[], settings: Setting[] = []) {
  const names = [...new Set(ties.flatMap(({ from, to }) => [from, to]))]
  const territory = territoryOf([
    wave,
    ...names.map(actor),
    ...ties.map(tie),
    ...settings.map((value): Change => ({ put: 'setting', value })),
  ])
  const rules = rulesOf(territory.settings)
  return fadingFindings(caseOf(territory, 'w', rules), rules.thresholds)
}

describe('a tie is to be revived when a living one would hardly be silent for so long', () => {
  test('months are counted to the wave, 30.44 days each', () => {
    expect(monthsBetween('2022-01-01', '2024-01-01')).toBeCloseTo(24, 1)
    expect(monthsBetween('2025-01-01', '2024-01-01')).toBe(0)
  })

  const at = (lastContact: string, pace: Pick<Tie, 'kind'> | Pick<Tie, 'regularity'>) =>
    fading([{ from: 'a', to: 'b', lastContact, ...pace }]).filter(({ status }) => status === 'signal').length

  test('at the pace declared: three times as long as that, ln 20', () => {
    expect([at('2023-12-15', { regularity: 'weekly' }), at('2023-12-08', { regularity: 'weekly' })]).toEqual([0, 2])
    expect([at('2023-10-05', { regularity: 'monthly' }), at('2023-09-25', { regularity: 'monthly' })]).toEqual([0, 2])
    expect([at('2021-02-01', { regularity: 'yearly' }), at('2020-12-15', { regularity: 'yearly' })]).toEqual([0, 2])
  })

  test('a yearly tie last used 13 months ago is not', () => {
    expect(at('2022-12-01', { regularity: 'yearly' })).toBe(0)
  })

  test('at the pace of its kind where none is declared: half of the living ties give a sign within a half-life', () => {
    // 2^(−t / h) is .05 at 4.32 half-lives: 51.9 months of cooperation, 25.9 of information, 103.7 of funding.
    expect([at('2019-10-01', { kind: 'cooperation' }), at('2019-08-01', { kind: 'cooperation' })]).toEqual([0, 2])
    expect([at('2021-12-01', { kind: 'information' }), at('2021-10-01', { kind: 'information' })]).toEqual([0, 2])
    expect([at('2015-06-01', { kind: 'funding' }), at('2015-04-01', { kind: 'funding' })]).toEqual([0, 2])
  })

  test('of ties that meet by chance at their pace one in twenty is, at most', () => {
    const random = randomStream('meetings')
    const paces = { weekly: 7, monthly: 30.4375, quarterly: 91.3125, yearly: 365.25 } as const
    const pairs = Object.keys(paces).flatMap((regularity) =>
      Array.from({ length: 500 }, (_, i): Partial<Tie> & Pick<Tie, 'from' | 'to'> => {
        const pace = regularity as keyof typeof paces
        const days = -Math.log(1 - random()) * paces[pace]
        const lastContact = new Date(Date.parse('2024-01-01') - days * 86_400_000).toISOString().slice(0, 10)
        return { from: `${pace}-${i}`, to: `${pace}-${i}-partner`, regularity: pace, lastContact }
      }),
    )
    const raised = fading(pairs).filter(({ status }) => status === 'signal').length / 2
    expect(wilson(raised, pairs.length)?.low).toBeLessThan(0.05)
    expect(wilson(raised, pairs.length)?.high).toBeGreaterThan(0.03)
  })

  test('unless the territory has another half-life for the kind', () => {
    const old = { from: 'a', to: 'b', kind: 'trust', lastContact: '2019-08-01' }
    expect(fading([old])).toHaveLength(2)
    expect(fading([old], [{ key: 'diagnosis.halfLife.trust', value: 36 }])).toEqual([])
  })
})

describe('fading ties', () => {
  const dead = '2019-01-01'
  const alive = '2023-12-01'

  test('half of the strength must be fading', () => {
    const strong = { from: 'a', to: 'b', strength: 5, lastContact: alive }
    const weak = { from: 'a', to: 'c', strength: 1, lastContact: dead }
    expect(fading([strong, weak]).map(subjectOf)).toEqual(['c'])
    expect(fading([{ ...strong, strength: 1 }, weak]).map(subjectOf)).toEqual(['a', 'c'])
  })

  test('a fresh word on the same tie keeps it alive', () => {
    const told = { from: 'a', to: 'b', lastContact: dead, reporter: 'a' }
    expect(fading([told, { ...told, reporter: 'b', lastContact: alive }])).toEqual([])
  })

  test('without dates there is nothing to say, and with too few of them too little', () => {
    expect(fading([{ from: 'a', to: 'b' }])).toMatchObject([{ status: 'insufficient', reason: 'no_dates' }])
    const undated = ['c', 'd', 'e'].map((to) => ({ from: 'a', to }))
    const found = fading([{ from: 'a', to: 'b', lastContact: dead }, ...undated])
    expect(found.find((finding) => subjectOf(finding) === 'a')).toMatchObject({
      status: 'insufficient',
      reason: 'no_dates',
    })
    expect(found.find((finding) => subjectOf(finding) === 'b')).toMatchObject({ status: 'signal' })
  })

  test('the fading ties are named, those that lead out first', () => {
    const [finding] = fading([
      { from: 'a', to: 'b', lastContact: dead },
      { from: 'a', to: 'c', lastContact: alive },
    ])
    expect(finding?.ties).toEqual([{ from: 'a', to: 'b', role: 'fading', lastContact: dead }])
  })
})

test('the defaults are those of the literature: 12 months, 6 for information, 24 for funding', () => {
  expect(Object.fromEntries(defaultRules.halfLives)).toEqual({
    other: 12,
    information: 6,
    cooperation: 12,
    funding: 24,
  })
})
