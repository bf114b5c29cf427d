import { describe, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { rosterOf } from '../../server/waves/comparability.ts'
import { type ComparableFinding, findingFatesOf } from '../../server/waves/finding-fates.ts'
import { introductionOutcome } from '../../server/waves/introductions.ts'
import { programmeChange } from '../../server/waves/programme.ts'
import { comparePairs } from '../../server/waves/ties.ts'
import { actor, territoryOf } from '../network/draw.ts'
import { drawnPair, drawnWave } from './draw.ts'

function finding(key: string, says: Partial<ComparableFinding> = {}): ComparableFinding {
  return { key, kind: 'closed_group', status: 'signal', actors: [], pairs: [], numbers: [], rule: '2', ...says }
}

function fates(
  [before, after]: readonly [Parameters<typeof drawnWave>, Parameters<typeof drawnWave>],
  then: readonly ComparableFinding[],
  now: readonly ComparableFinding[],
) {
  const pair = drawnPair(drawnWave(...before), drawnWave(...after))
  return findingFatesOf(pair, rosterOf(pair), comparePairs(pair), then, now).map(({ key, fate, why }) => [
    key,
    fate,
    why,
  ])
}

describe('what became of findings', () => {
  const still = [['a>b b>c c d'], ['a>b b>c c d']] as const
  const number = (observed: number, low: number, high: number) => [
    { name: 'opening', observed, interval: { low, high } },
  ]

  test('said twice it persisted; none and none is nothing', () => {
    const [old, none] = [finding('x'), finding('y', { status: 'none' })]
    expect(fates([[...still[0]], [...still[1]]], [old, none], [old, none])).toEqual([['x', 'persisted', null]])
  })

  test('other rules, no data, another roster, a border, and ties that ended', () => {
    const about = { actors: ['a', 'b'] }
    const waves = [[...still[0]], [...still[1]]] as [[string], [string]]
    expect(fates(waves, [finding('x', about)], [finding('x', { ...about, status: 'none', rule: '3' })])).toEqual([
      ['x', 'vanished', 'thresholds'],
    ])
    expect(fates(waves, [finding('x', about)], [finding('x', { ...about, status: 'insufficient' })])).toEqual([
      ['x', 'unknown', 'data'],
    ])
    expect(fates([['a>b c'], ['a c']], [finding('x', about)], [finding('x', { ...about, status: 'none' })])).toEqual([
      ['x', 'vanished', 'roster'],
    ])
    expect(
      fates(
        waves,
        [finding('x', { ...about, numbers: number(0.3, 0.1, 0.5) })],
        [finding('x', { ...about, status: 'none', numbers: number(0.4, 0.2, 0.6) })],
      ),
    ).toEqual([['x', 'vanished', 'threshold']])
    expect(
      fates(
        waves,
        [finding('x', { ...about, status: 'none', numbers: number(0.3, 0.2, 0.4) })],
        [finding('x', { ...about, numbers: number(0.7, 0.6, 0.8) })],
      ),
    ).toEqual([['x', 'appeared', 'real']])
    expect(fates([['a>b c'], ['a b c']], [finding('x', about)], [finding('x', { ...about, status: 'none' })])).toEqual([
      ['x', 'vanished', 'real'],
    ])
    expect(
      fates(
        [['a>b c'], ['a b c', { silent: 'a' }]],
        [finding('x', about)],
        [finding('x', { ...about, status: 'none' })],
      ),
    ).toEqual([['x', 'vanished', 'data']])
  })

  test('what a wave of documents does not say is unknown', () => {
    const waves: Parameters<typeof fates>[0] = [['a>b c'], ['a-b c', { basis: 'documents', answered: null }]]
    expect(fates(waves, [finding('x', { actors: ['a'] })], [])).toEqual([['x', 'unknown', 'data']])
  })
})

describe('suggested introductions', () => {
  const roster = 'a b c d e f g h'
  const pair = drawnPair(drawnWave(`a>b ${roster}`), drawnWave(`a>b c>d c>e a>h ${roster}`))
  const compared = comparePairs(pair)

  test('two of three happened, against one of the others of their kind', () => {
    const suggested = [
      ['c', 'd'],
      ['e', 'c'],
      ['f', 'g'],
      ['a', 'b'],
      ['a', 'nobody'],
    ] as const
    const { value } = introductionOutcome(pair, compared, suggested)
    expect(value?.suggested.map(({ fate }) => fate)).toEqual(['happened', 'happened', 'not_yet', 'already', 'unknown'])
    // 27 pairs were not tied: 3 suggested, 24 not, 3 happened in all.
    expect(value).toMatchObject({ open: 3, happened: 2, others: 24, othersHappened: 1 })
    // C(3,2)·C(24,1) + C(3,3) of the C(27,3) ways to choose which three happened.
    expect(value?.p).toBeCloseTo((3 * 24 + 1) / 2925, 12)
    expect(value?.expectedShare).toBeCloseTo(1 / 24, 12)
    expect(value?.interval.low).toBeLessThan(value?.difference ?? 0)
  })

  test('suggested twice counts once; nothing to compare says so', () => {
    const twice = introductionOutcome(pair, compared, [
      ['c', 'd'],
      ['d', 'c'],
    ])
    expect(twice.value?.open).toBe(1)
    expect(introductionOutcome(pair, compared, [['a', 'b']]).reason).toBe('no_ties')
  })
})

describe('programme', () => {
  const wave = (id: string, date: string): Change => ({
    put: 'wave',
    value: { id, label: id, date, basis: 'documents' },
  })
  const space = (id: string, kind: string, says = {}): Change => ({
    put: 'space',
    value: { id, name: id, kind, ...says },
  })
  const seat = (who: string, where: string, when: string, role: string): Change => ({
    put: 'participation',
    value: { actor: who, space: where, role, wave: when },
  })
  const territory = territoryOf([
    ...['a', 'b', 'c'].map(actor),
    wave('w1', '2024-01-01'),
    wave('w2', '2025-01-01'),
    space('old', 'project', { end: '2024-06-01' }),
    space('new', 'project', { start: '2024-06-01' }),
    space('same', 'project'),
    space('unread', 'project', { unobservedRoles: ['pilot'] }),
    space('quiet', 'project'),
    space('table', 'seminar'),
    ...['old', 'same', 'quiet'].map((id) => seat('a', id, 'w1', 'pilot')),
    seat('a', 'unread', 'w1', 'pilot'),
    seat('b', 'unread', 'w2', 'member'),
    seat('b', 'new', 'w2', 'pilot'),
    seat('b', 'same', 'w2', 'pilot'),
    seat('a', 'table', 'w2', 'participant'),
    seat('b', 'table', 'w2', 'participant'),
  ])

  test('begun, ended, another pilot, a meeting; what one document leaves out has not ended', () => {
    const change = programmeChange(territory, 'w1', 'w2')
    expect(Object.fromEntries(change.projects.map(({ space: id, fate }) => [id, fate]))).toEqual({
      new: 'begun',
      old: 'ended',
      quiet: 'not_named',
      same: 'goes_on',
      unread: 'goes_on',
    })
    expect(change).toMatchObject({ begun: 1, ended: 1, pilotsChanged: 1, met: ['table'], isCompared: true })
    expect(change.projects.find(({ space: id }) => id === 'same')).toMatchObject({ pilotsIn: ['b'], pilotsOut: ['a'] })
  })

  test('no participations, no comparison', () => {
    expect(
      programmeChange(territoryOf([wave('w1', '2024-01-01'), wave('w2', '2025-01-01')]), 'w1', 'w2').isCompared,
    ).toBe(false)
    expect(() => programmeChange(territory, 'w1', 'w9')).toThrow(RangeError)
  })
})
