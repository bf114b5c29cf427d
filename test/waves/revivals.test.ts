import { describe, expect, test } from 'vitest'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { rulesOf } from '../../server/diagnosis/thresholds.ts'
import { emptyTerritory, type Territory, type Tie } from '../../server/domain/territory.ts'
import { revivalCalendar } from '../../server/exchange/calendar.ts'
import { revivalsOf, yearlyNeed } from '../../server/waves/revivals.ts'

/** Two triangles, a-b-c and d-e-f, joined by c-d; the wave is of January 2026. */
function twoTriangles(contacts: Readonly<Record<string, string>>): Territory {
  const ties = ['a-b', 'b-c', 'a-c', 'c-d', 'd-e', 'e-f', 'd-f'].map((drawn): Tie => {
    const [from = '', to = ''] = drawn.split('-')
    const lastContact = contacts[drawn] ?? '2025-12-20'
    return {
      wave: 'w',
      kind: 'cooperation',
      directed: false,
      from,
      to,
      reporter: from,
      regularity: 'monthly',
      lastContact,
    }
  })
  const actors = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [
    id,
    {
      id,
      name: id.toUpperCase(),
      type: 'entreprise',
      sphere: 'economie',
      scope: 'local',
      inside: true,
      collective: false,
    },
  ])
  return {
    ...emptyTerritory('t'),
    actors: new Map(actors as []),
    waves: new Map([['w', { id: 'w', label: 'w', date: '2026-01-01', basis: 'survey' }]]),
    ties: new Map(ties.map((tie) => [JSON.stringify([tie.from, tie.to]), tie])),
  } as Territory
}

function revivalsIn(territory: Territory) {
  const rules = rulesOf(territory.settings)
  return revivalsOf(caseOf(territory, 'w', rules), rules.thresholds['fading.silence']) ?? []
}

describe('ties to be revived', () => {
  test('the only way between two groups comes before a tie inside one, and nobody stands between its ends', () => {
    const [first, second, ...others] = revivalsIn(twoTriangles({ 'c-d': '2024-06-01', 'a-b': '2024-06-01' }))
    expect(first).toMatchObject({ ends: ['c', 'd'], isBridge: true, goBetween: null })
    // Nine pairs of fifteen go from one triangle to the other.
    expect(first?.held).toBeCloseTo(9 / 15, 12)
    expect(second).toMatchObject({ ends: ['a', 'b'], isBridge: false, goBetween: 'c' })
    expect(second?.held).toBeCloseTo(1 / 15, 12)
    expect(others).toEqual([])
  })

  test('a month of silence of a monthly tie is none; of ties without dates nothing is said', () => {
    expect(revivalsIn(twoTriangles({}))).toEqual([])
    const undated = twoTriangles({})
    const ties = [...undated.ties].map(([key, { lastContact: _, ...tie }]) => [key, tie] as const)
    const rules = rulesOf(undated.settings)
    expect(revivalsOf(caseOf({ ...undated, ties: new Map(ties) }, 'w', rules), 0.05)).toBeNull()
  })
})

test('of 100 ties of which 81 % last two years, ten a year end', () => {
  const survival = { value: 0.81, standardError: 0.05, interval: { low: 0.64, high: 1 } }
  const need = yearlyNeed(100, { from: 'a', to: 'b', years: 2, survival, halfLife: null })
  expect(need?.ties).toBeCloseTo(10, 12)
  expect(need?.interval.low).toBeCloseTo(0, 12)
  expect(need?.interval.high).toBeCloseTo(20, 12)
  expect(yearlyNeed(100, { from: 'a', to: 'b', years: null, survival, halfLife: null })).toBeNull()
})

describe('a calendar', () => {
  const territory = twoTriangles({ 'c-d': '2024-06-01', 'a-b': '2024-06-01' })
  const calendar = (language: 'fr' | 'en', of = territory) =>
    revivalCalendar(of, revivalsIn(of), { language, start: '2026-03-02' })
  // Lines longer than 75 bytes are folded.
  const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]/g, '')

  test('has one whole day a week for each, in either language', () => {
    const french = unfolded(calendar('fr'))
    expect(french.match(/^DTSTART;VALUE=DATE:(\d+)/gm)).toEqual([
      'DTSTART;VALUE=DATE:20260302',
      'DTSTART;VALUE=DATE:20260309',
    ])
    expect(french).toMatch(/^SUMMARY:Reprendre contact\u00a0: C et D/m)
    expect(unfolded(calendar('en'))).toMatch(/^DESCRIPTION:.*Through C\\, who knows both/m)
    expect(french.split('\r\n').every((line) => !line.includes('\n'))).toBe(true)
  })

  test('written twice it is the same, so that entries are replaced and not doubled', () => {
    expect(calendar('fr')).toBe(calendar('fr'))
  })

  test('names the next seminar as the occasion', () => {
    const seminars = new Map([['s', { id: 's', name: 's', date: '2026-04-02' }]])
    expect(unfolded(calendar('en', { ...territory, seminars } as Territory))).toContain('seminar of 2 April 2026')
  })
})
