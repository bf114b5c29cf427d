import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Workers } from '../../server/analysis/measure.ts'
import { inSharedMemory } from '../../server/threads/memory.ts'
import { type BareWave, groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { comparingWork } from '../../server/waves/chunked-work.ts'
import { type Division, divisionOf } from '../../server/waves/communities.ts'
import { judged } from '../../server/waves/comparability.ts'
import { compareWaves } from '../../server/waves/compare.ts'
import { witnessedSnapshots } from '../../server/waves/figures.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { seriesOf } from '../../server/waves/series.ts'
import { mostStatements, sections, summaryOf } from '../../server/waves/summary.ts'
import { worldOf } from '../diagnosis/worlds.ts'
import { bareWaves } from './arbitrary.ts'
import { drawnWave } from './draw.ts'
import { surveyedTwice } from './worlds.ts'

const nothing = { findings: null, programme: null, introductions: null }

function compared(waves: readonly BareWave[], noiseDraws = 0, bootstrapDraws = 20) {
  const pair = pairOf(groundOfNetworks(waves), 0, 1)
  const label = pair.actors.map((_, u) => u % 3)
  const divided = { nodes: [...pair.actors.keys()], label }
  return compareWaves(pair, { seed: 'test', noiseDraws, bootstrapDraws, divisions: [divided, divided] })
}

test('whoever does the chunks, in whatever order, the comparison is the same', () => {
  const world = { actors: 30, spheres: 3, meanDegree: 4, homophily: 1 }
  const { waves } = surveyedTwice('chunks', { world, ended: 0.2, response: [0.9, 0.9], recall: [0.8, 0.8] })
  const pair = pairOf(groundOfNetworks(waves), 0, 1)
  const divisions = witnessedSnapshots(pair).map((snapshot) => divisionOf(snapshot, 'chunks')) as [Division, Division]
  const options = { seed: 'test', bootstrapDraws: 120, noiseDraws: 50, divisions }
  const shared = new Set<string>()
  const backwards: Workers = (work, plan) => {
    shared.add(work.name)
    // What another thread is handed is a copy.
    const copy = structuredClone(inSharedMemory(plan))
    return Array.from({ length: work.count(plan) }, (_, i) => i)
      .reverse()
      .map((index) => work.chunk(copy, index))
      .reverse()
  }
  expect(compareWaves(pair, options, backwards)).toEqual(compareWaves(pair, options))
  expect([...shared].sort()).toEqual(comparingWork.map(({ name }) => name).sort())
})

test('an actor that is on no roster is neither gone nor come, and its ties are not compared', () => {
  const listed = drawnWave('a>b b>c')
  const unlisted = drawnWave('a>b c', { offRoster: new Set(['c']) })
  const { roster, pairs } = compared([listed, unlisted])
  expect(roster).toMatchObject({ stayers: ['a', 'b'], joiners: [], leavers: [], named: ['c'] })
  expect(pairs.map(({ fate, reason }) => reason ?? fate)).toEqual(['kept', 'off_roster'])
})

test('who is there explains a level only if that moved beyond its noise', () => {
  const comparison = compared(
    surveyedTwice('composition', { ended: 0.1, begun: 0.1, response: [0.9, 0.9], recall: [0.8, 0.8] }).waves,
  )
  const noise = comparison.density.value
    ? comparison.density.value.dyadic.interval.high - comparison.density.value.change
    : 0
  expect(noise).toBeGreaterThan(0)
  const kindsAt = (change: number) => {
    const before = comparison.density.value?.before ?? Number.NaN
    const parts = { before, after: before + change, change, leavers: 0, answers: 0, ties: -change, joiners: 2 * change }
    const decompositions = [{ figure: 'density' as const, ...parts, isComposition: true }]
    return summaryOf({ ...comparison, decompositions }, nothing).map(({ evidence }) => evidence.kind)
  }
  expect(kindsAt(noise * 0.9)).not.toContain('composition')
  expect(kindsAt(noise * 1.1)).toContain('composition')
})

describe('hostile waves', () => {
  const cases: Readonly<Record<string, readonly [BareWave, BareWave]>> = {
    'nobody at all': [drawnWave('', { actors: [] }), drawnWave('', { actors: [] })],
    'one actor': [drawnWave('a'), drawnWave('a')],
    'rosters apart': [drawnWave('a>b'), drawnWave('c>d')],
    'nobody answered': [drawnWave('a b c', { silent: 'a b c' }), drawnWave('a>b c')],
    documents: [drawnWave('a-b b-c', { basis: 'documents' }), drawnWave('a>b c')],
    'what a team knows': [drawnWave('a>b b>c'), drawnWave('a-b', { basis: 'informants' })],
    'ids of JavaScript': [drawnWave('constructor>__proto__ toString'), drawnWave('constructor>toString __proto__')],
  }

  test.each(Object.entries(cases))('%s: no claim, and why', (_, waves) => {
    const comparison = compared(waves, 10)
    expect(comparison.verdict).toEqual({ claims: [], outcome: 'unknown', isToldOtherwise: false })
    expect(comparison.comparability.barrier.levels).not.toBeNull()
    expect(comparison.density).toEqual({ value: null, reason: comparison.comparability.barrier.levels })
    const statements = summaryOf(comparison, nothing)
    expect(statements.some(({ evidence }) => evidence.kind === 'barrier')).toBe(true)
    expect(statements.filter(({ certainty }) => certainty === 'real' || certainty === 'possible')).toEqual([])
  })

  test('the reasons are those of the data', () => {
    const why = (name: string) => compared(cases[name] ?? [drawnWave('a'), drawnWave('a')]).comparability.barrier
    expect(why('documents')).toEqual({
      presence: null,
      ties: 'basis',
      levels: 'basis',
      positions: 'basis',
      programme: null,
    })
    expect(why('what a team knows').ties).toBe('basis')
    expect(why('nobody answered').ties).toBe('nobody_answered')
    expect(why('rosters apart')).toMatchObject({ ties: null, levels: 'too_few_witnesses' })
  })

  test('of any waves: plain data without NaN in what is counted, and never a claim of change on so few', () =>
    fc.assert(
      fc.property(bareWaves('w1'), fc.oneof(bareWaves('w2'), bareWaves('w2', 'documents')), (...waves) => {
        const comparison = compared(waves)
        expect(comparison.verdict.outcome).toBe('unknown')
        expect(summaryOf(comparison, nothing).length).toBeLessThanOrEqual(mostStatements)
        const numbers = Object.values(comparison.agreement).filter((value) => value !== null)
        expect(numbers.every(Number.isFinite)).toBe(true)
        const series = seriesOf(groundOfNetworks([...waves, waves[0]]))
        expect(series.ties.length).toBe(comparison.pairs.length)
      }),
      { numRuns: 60 },
    ))
})

test('a wave beside itself changed in nothing, and is said to be one survey given twice', () => {
  const { network } = worldOf(
    { actors: 40, spheres: 3, meanDegree: 5, homophily: 1, response: 0.9, recall: 0.8 },
    'same',
  )
  const wave: BareWave = { wave: 'w', actors: network.actors, graph: network.graph, answered: network.answered }
  const comparison = compared([wave, wave], 20)
  expect(comparison.density.value).toMatchObject({ change: 0, dyadic: { p: 1 } })
  for (const { value } of comparison.figures.values()) if (value) expect([value.change, value.p]).toEqual([0, 1])
  for (const { value } of comparison.positions.values()) {
    expect(value?.actors.filter(({ isNotable }) => isNotable)).toEqual([])
  }
  expect(comparison.verdict.outcome).toBe('unchanged')
  const said = summaryOf(comparison, nothing)
  expect(said.filter(({ section }) => section === 'changed')).toEqual([])
  expect(said.map(({ evidence }) => evidence)).toContainEqual({
    kind: 'doubt',
    doubt: expect.objectContaining({ kind: 'identical' }),
  })
  // That nothing changed would be no finding.
  expect(said.filter(({ evidence }) => evidence.kind === 'unchanged')).toEqual([])
})

test('communities that chance moves as much are the same only where they are alike', () => {
  const comparison = compared(
    surveyedTwice('division', { ended: 0.1, begun: 0.1, response: [0.9, 0.9], recall: [0.8, 0.8] }).waves,
  )
  const { value } = comparison.communities
  if (!value) throw new Error('communities are not compared')
  const sectionAt = (adjustedRand: number, isBeyondNoise: boolean) => {
    const change = { ...value, isBeyondNoise, agreement: { ...value.agreement, adjustedRand } }
    const statements = summaryOf({ ...comparison, communities: judged(change) }, nothing)
    return statements.find(({ evidence }) => evidence.kind === 'communities')?.section
  }
  expect(sectionAt(0.9, false)).toBe('holds')
  expect(sectionAt(0.25, false)).toBe('not_known')
  expect(sectionAt(0.25, true)).toBe('changed')
})

test('the same waves give the same bytes', () => {
  const { waves } = surveyedTwice('bytes', { ended: 0.2, begun: 0.2, response: [0.9, 0.8], recall: [0.8, 0.8] })
  const text = () => JSON.stringify(compared(waves, 20), (_, value) => (value instanceof Map ? [...value] : value))
  expect(text()).toBe(text())
})

test('at most ten statements, section after section, each with two places where it has as many', () => {
  const { waves } = surveyedTwice('many', { ended: 0.5, begun: 0.6, response: [0.9, 0.9], recall: [0.8, 0.8] })
  const later: BareWave = { ...waves[1], actors: waves[1].actors.map((name, i) => (i < 3 ? `new ${name}` : name)) }
  const statements = summaryOf(compared([waves[0], later], 50), nothing)
  expect(statements.length).toBeLessThanOrEqual(mostStatements)
  const order = statements.map(({ section }) => sections.indexOf(section))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(statements[0]).toMatchObject({ section: 'changed', certainty: 'real', evidence: { kind: 'turnover' } })
  expect(new Set(statements.map(({ section }) => section)).size).toBe(3)
})

describe('worlds', () => {
  /** How many of so many pairs of surveys say that something changed. */
  const claims = (change: Parameters<typeof surveyedTwice>[1], worlds: number) => {
    const seeds = Array.from({ length: worlds }, (_, i) => `world ${i}`)
    return seeds.filter((seed) => {
      const pair = pairOf(groundOfNetworks(surveyedTwice(seed, change).waves), 0, 1)
      return compareWaves(pair, { seed, noiseDraws: 0, bootstrapDraws: 1 }).verdict.outcome === 'changed'
    }).length
  }
  const world = { actors: 40, spheres: 4, meanDegree: 5, homophily: 1.5 }

  // At most 5 % of 100: the measured rates are 0 to 1 %, see the calibration.
  test('two surveys of an unchanged network, a fifth of the answers missing and a fifth of the ties forgotten', () => {
    expect(claims({ world, response: [0.8, 0.8], recall: [0.8, 0.8] }, 100)).toBeLessThanOrEqual(5)
  })

  test('unchanged, and answered by fewer, or less readily', () => {
    expect(claims({ world, response: [1, 0.65], recall: [0.8, 0.8] }, 40)).toBeLessThanOrEqual(2)
    expect(claims({ world, response: [0.85, 0.85], recall: [0.9, 0.7] }, 40)).toBeLessThanOrEqual(2)
  })

  test('a third of the ties ended and as many began', () => {
    const change = { ended: 1 / 3, begun: 1 / 3, response: [0.9, 0.9], recall: [0.8, 0.8] } as const
    expect(claims({ world: { ...world, actors: 60 }, ...change }, 20)).toBeGreaterThanOrEqual(17)
  })
})
