import { describe, expect, test } from 'vitest'
import { randomStream } from '../../server/analysis/random.ts'
import type { Case } from '../../server/diagnosis/case.ts'
import { ExternalTies, openingChange } from '../../server/diagnosis/opening.ts'
import { profileOf } from '../../server/diagnosis/profile.ts'
import { fragileOpeningFinding, withdrawalFinding } from '../../server/diagnosis/rules/territory.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { drawnCase, qualityOf } from './draw.ts'

/** Four inside; a carries three of the four ties out, to partners of two kinds. */
const subject = drawnCase('a-b b-c c-d a-x a-y a-z b-x', {
  outside: 'x y z',
  spheres: { firms: 'a b x', state: 'c d y z' },
})

describe('opening', () => {
  test('is breadth × diversity: half of those inside, and ties split evenly between two kinds', () => {
    // Of the four ties out two go to firms (x) and two to the State (y, z): entropy ln 2 of ln 2.
    const opening = new ExternalTies(subject).openingOf()
    expect(opening).toEqual({ value: 0.5, breadth: 0.5, diversity: 1, externalTies: 4 })
  })

  test('is carried by a, three ties of four', () => {
    const concentration = new ExternalTies(subject).concentration()
    expect(concentration).toEqual({ first: { node: 0, share: 0.75 }, index: 0.75 ** 2 + 0.25 ** 2 })
  })

  test('of those who did not answer says nothing about breadth', () => {
    const silent = drawnCase('a-b b-c a-x', { outside: 'x', silent: 'b c', spheres: { firms: 'x', state: 'a b c' } })
    expect(new ExternalTies(silent).openingOf()?.breadth).toBe(1)
  })

  test('has an interval that holds it', () => {
    const { value, breadth } = new ExternalTies(subject).intervals(499, randomStream('opening'))
    expect(value?.low).toBeLessThanOrEqual(0.5)
    expect(value?.high).toBeGreaterThanOrEqual(0.5)
    expect(breadth?.low).toBeCloseTo(0.15, 2)
  })
})

describe('fragile opening', () => {
  test('one actor carries more than half of the ties out: they are listed', () => {
    const finding = fragileOpeningFinding(subject, qualityOf(subject), defaultThresholds)
    expect(finding).toMatchObject({ status: 'signal', kind: 'fragile_opening', carrier: 'a' })
    expect(finding.ties.map(({ to }) => to)).toEqual(['x', 'y', 'z'])
  })

  test('four actors that carry one tie each, as concentrated as .25 and no more, are not fragile', () => {
    const spread = drawnCase('a-x b-x c-y d-y a-b b-c', { outside: 'x y' })
    const finding = fragileOpeningFinding(spread, qualityOf(spread), defaultThresholds)
    expect(finding.status).toBe('none')
  })

  test('without actors outside, or with three ties out, there is nothing to say', () => {
    const closed = drawnCase('a-b b-c')
    expect(fragileOpeningFinding(closed, qualityOf(closed), defaultThresholds).reason).toBe('no_outside_actors')
    const few = drawnCase('a-b a-x b-x c-x', { outside: 'x' })
    expect(fragileOpeningFinding(few, qualityOf(few), defaultThresholds).reason).toBe('too_few_ties')
  })
})

describe('a territory withdraws', () => {
  const names = Array.from({ length: 16 }, (_, i) => `n${i}`)
  const ring = names.map((name, i) => `${name}-${names[(i + 1) % names.length]}`).join(' ')
  const out = (count: number) =>
    names
      .slice(0, count)
      .map((name, i) => `${name}-${i % 2 ? 'x' : 'y'}`)
      .join(' ')

  function findingBetween(before: number, now: number) {
    const current = drawnCase(`${ring} x y ${out(now)}`, { outside: 'x y', spheres: { firms: 'x', state: 'y' } })
    const earlier = drawnCase(`${ring} x y ${out(before)}`, { outside: 'x y', spheres: { firms: 'x', state: 'y' } })
    const nodeOf = Int32Array.from(current.actors, (name) => earlier.actors.indexOf(name))
    const both: Case = { ...current, previous: { case: earlier, nodeOf } }
    const profile = profileOf(both, null, null, null, null, defaultThresholds)
    return {
      change: openingChange(both),
      finding: withdrawalFinding(both, qualityOf(both), profile, new Set(), [], defaultThresholds),
      both,
      profile,
    }
  }

  test('when opening fell from twelve actors in sixteen to two', () => {
    const { change, finding } = findingBetween(12, 2)
    expect(change?.before).toBeCloseTo(12 / 16, 12)
    expect(change?.now).toBeCloseTo(2 / 16, 12)
    expect(change?.interval.high).toBeLessThan(0)
    expect(finding).toMatchObject({ status: 'signal', kind: 'withdrawal' })
  })

  test('not when it moved as little as one actor, nor when it rose', () => {
    expect(findingBetween(12, 11).finding.status).toBe('none')
    expect(findingBetween(2, 12).finding.status).toBe('none')
  })

  test('when it lies below three quarters of eight peers, or below what its committee adopted', () => {
    const { both, profile } = findingBetween(4, 4)
    const quality = qualityOf(both)
    const peers = [0.1, 0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8]
    expect(withdrawalFinding(both, quality, profile, new Set(), peers, defaultThresholds).status).toBe('signal')
    expect(withdrawalFinding(both, quality, profile, new Set(), peers.slice(1), defaultThresholds).status).toBe('none')
    const adopted = { ...defaultThresholds, 'territory.adoptedOpening': 0.3 }
    expect(withdrawalFinding(both, quality, profile, new Set(), [], adopted).status).toBe('signal')
  })

  test('of a first wave without peers nothing can be said', () => {
    const profile = profileOf(subject, null, null, null, null, defaultThresholds)
    const finding = withdrawalFinding(subject, qualityOf(subject), profile, new Set(), [], defaultThresholds)
    expect(finding).toMatchObject({ status: 'insufficient', reason: 'no_earlier_wave' })
  })
})
