import { describe, expect, test } from 'vitest'
import { fadingFindings } from '../../../server/diagnosis/rules/fading.ts'
import { caseOf, monthsBetween } from '../../../server/diagnosis/territory-case.ts'
import { defaultRules, rulesOf } from '../../../server/diagnosis/thresholds.ts'
import type { Change } from '../../../server/territory/change.ts'
import type { Setting, Tie } from '../../../server/territory/territory.ts'
import { actor, territoryOf, tie } from '../../network/draw.ts'

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

describe('a tie fades after two half-lives without contact', () => {
  test('months are counted to the wave, 30.44 days each', () => {
    expect(monthsBetween('2022-01-01', '2024-01-01')).toBeCloseTo(24, 1)
    expect(monthsBetween('2025-01-01', '2024-01-01')).toBe(0)
  })

  test('cooperation after 24 months, information after 12, funding after 48', () => {
    const at = (kind: string, lastContact: string) =>
      fading([{ from: 'a', to: 'b', kind, lastContact }]).filter(({ status }) => status === 'signal').length
    expect([at('cooperation', '2022-02-01'), at('cooperation', '2021-12-01')]).toEqual([0, 2])
    expect([at('information', '2023-02-01'), at('information', '2022-12-01')]).toEqual([0, 2])
    expect([at('funding', '2020-02-01'), at('funding', '2019-12-01')]).toEqual([0, 2])
  })

  test('unless the territory has another half-life for the kind', () => {
    const old = { from: 'a', to: 'b', kind: 'trust', lastContact: '2021-12-01' }
    expect(fading([old])).toHaveLength(2)
    expect(fading([old], [{ key: 'diagnosis.halfLife.trust', value: 36 }])).toEqual([])
  })
})

describe('I6', () => {
  const dead = '2020-01-01'
  const alive = '2023-12-01'

  test('half of the strength must be fading', () => {
    const strong = { from: 'a', to: 'b', strength: 5, lastContact: alive }
    const weak = { from: 'a', to: 'c', strength: 1, lastContact: dead }
    expect(fading([strong, weak]).map(({ subject }) => subject)).toEqual(['c'])
    expect(fading([{ ...strong, strength: 1 }, weak]).map(({ subject }) => subject)).toEqual(['a', 'c'])
  })

  test('a fresh word on the same tie keeps it alive', () => {
    const told = { from: 'a', to: 'b', lastContact: dead, reporter: 'a' }
    expect(fading([told, { ...told, reporter: 'b', lastContact: alive }])).toEqual([])
  })

  test('without dates there is nothing to say, and with too few of them too little', () => {
    expect(fading([{ from: 'a', to: 'b' }])).toMatchObject([{ status: 'insufficient', reason: 'no_dates' }])
    const undated = ['c', 'd', 'e'].map((to) => ({ from: 'a', to }))
    const found = fading([{ from: 'a', to: 'b', lastContact: dead }, ...undated])
    expect(found.find(({ subject }) => subject === 'a')).toMatchObject({ status: 'insufficient', reason: 'no_dates' })
    expect(found.find(({ subject }) => subject === 'b')).toMatchObject({ status: 'signal' })
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
