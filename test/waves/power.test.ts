import { describe, expect, test } from 'vitest'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { compareWaves } from '../../server/waves/compare.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { type SurveyPower, surveyPower } from '../../server/waves/power.ts'
import { drawnWave } from './draw.ts'
import { type Change, surveyedTwice } from './worlds.ts'

const survey = { response: [0.8, 0.8], recall: [0.8, 0.8] } as const
const latest = groundOfNetworks([surveyedTwice('latest', survey).waves[0]])
const { value } = surveyPower(latest, { seed: 's', draws: 25 })
const power = value as SurveyPower
const changeOf = (kind: string, at = power.expected) => at.changes.find((change) => change.kind === kind)

/** Of pairs of surveys that the engine knows nothing of, with that change planted, how often a comparison tells of it. */
function told(about: string, change: Partial<Change>, pairs: number): number {
  const found = Array.from({ length: pairs }, (_, i) => {
    const { waves } = surveyedTwice(`${about}:${i}`, { ...survey, ...change })
    const options = { seed: 's', bootstrapDraws: 0, noiseDraws: 0 }
    return compareWaves(pairOf(groundOfNetworks(waves), 0, 1), options).verdict.claims
  })
  return found.filter((claims) => claims.some((claim) => claim.about === about && claim.isReal)).length / pairs
}

describe('what a survey to come would show', () => {
  test('a turnover of the size stated is told of eight times in ten or more, half of it less often, none where nothing changed, in worlds made otherwise', () => {
    const share = changeOf('turnover')?.size ?? 0
    expect(share).toBeGreaterThan(0.05)
    const rate = told('turnover', { ended: share, begun: share }, 30)
    // Of 100 such pairs 97 are told: a survey that missed ties is simulated with fewer, in which less is seen.
    expect(rate).toBeGreaterThan(0.8)
    expect(told('turnover', { ended: share / 2, begun: share / 2 }, 20)).toBeLessThan(rate)
    expect(told('turnover', {}, 20)).toBe(0)
  })

  test('the more answer, the smaller the change that is seen; the margin is around what is stated', () => {
    const all = power.more.at(-1)
    expect(all?.answers).toBe(power.asked)
    for (const kind of ['turnover', 'decline']) {
      const [few, most] = [changeOf(kind), changeOf(kind, all)]
      expect(most?.size ?? 1).toBeLessThanOrEqual(few?.size ?? 1)
      expect(few?.interval.low ?? 0).toBeLessThanOrEqual(few?.size ?? 1)
      expect(few?.interval.high ?? 1).toBeGreaterThanOrEqual(few?.size ?? 1)
    }
    expect(surveyPower(latest, { seed: 's', draws: 25 }).value).toEqual(value)
  })

  test('where hardly anybody would answer nothing is seen, and more answers are worth it', () => {
    const few = surveyPower(latest, { seed: 's', draws: 5, response: 0.3 }).value
    expect(few?.expected.answers).toBe(18)
    expect(few?.expected.changes.map(({ size }) => size)).toEqual([null, null, null, null])
    expect(few?.enough ?? 60).toBeGreaterThan(30)
  })

  test('of documents, of ties without a teller, and of a handful of actors nothing is said', () => {
    const reasonOf = (wave: Parameters<typeof groundOfNetworks>[0][number]) =>
      surveyPower(groundOfNetworks([wave]), { seed: 's' }).reason
    expect(reasonOf(drawnWave('a>b', { basis: 'documents' }))).toBe('basis')
    expect(reasonOf(drawnWave('a-b b-c'))).toBe('no_reporters')
    expect(reasonOf(drawnWave('a>b b>c'))).toBe('too_small')
  })
})
