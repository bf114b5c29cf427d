import { describe, expect, test } from 'vitest'
import { outsideKindsOf } from '../../server/diagnosis/territory-case.ts'
import type { Change } from '../../server/domain/change.ts'
import { agreementOfPairs } from '../../server/waves/agreement.ts'
import type { BareWave } from '../../server/waves/bare-ground.ts'
import { comparabilityOf, rosterOf, stayersOf } from '../../server/waves/comparability.ts'
import { compareWaves } from '../../server/waves/compare.ts'
import { doubtsOf } from '../../server/waves/doubts.ts'
import { answered, groundOf, pairOf, silent, speakers, type WavePair } from '../../server/waves/ground.ts'
import { introductionOutcome } from '../../server/waves/introductions.ts'
import { seriesOf } from '../../server/waves/series.ts'
import { summaryOf } from '../../server/waves/summary.ts'
import { comparePairs } from '../../server/waves/ties.ts'
import { actor, territoryOf, tie } from '../network/draw.ts'
import { drawnPair, drawnWave } from './draw.ts'
import { surveyedTwice } from './worlds.ts'

const compared = (pair: WavePair) => compareWaves(pair, { seed: 's', bootstrapDraws: 1, noiseDraws: 0 })
const said = (pair: WavePair) => summaryOf(compared(pair), { findings: null, programme: null, introductions: null })
const surveys = surveyedTwice('doubts', { response: [0.9, 0.9], recall: [0.8, 0.8] }).waves
const names = [...'abcdef']
const chain = 'a>b b>c c>d d>e e>f'

/** A territory of two surveys that everyone answered: what each end says, by kind. */
function groundOfKinds(kinds: readonly [readonly string[], readonly string[]], reporter: 'from' | 'nobody' = 'from') {
  const waves = ['w1', 'w2'].flatMap((id, i): Change[] => [
    { put: 'wave', value: { id, label: id, date: `${2024 + i}-01-01`, basis: 'survey' } },
    ...names.map((who): Change => ({ put: 'roster', value: { actor: who, wave: id, status: 'answered' } })),
    ...(kinds[i] ?? []).flatMap((kind) =>
      chain.split(' ').map((drawn): Change => {
        const [from = '', to = ''] = drawn.split('>')
        return tie({ wave: id, kind, from, to, reporter: reporter === 'from' ? from : null })
      }),
    ),
  ])
  return groundOf(territoryOf([...names.map((name) => actor(name)), ...waves]), ['w1', 'w2'], outsideKindsOf)
}

const territory = (...told: Parameters<typeof groundOfKinds>) => pairOf(groundOfKinds(...told), 0, 1)

describe('what passes for a change and is none', () => {
  test('a question asked once: its ties are set aside, those of the other are compared', () => {
    const { agreement, pairs, turnover, doubts } = compared(territory([['cooperation'], ['cooperation', 'trust']]))
    expect([agreement.kept, agreement.ended, agreement.new]).toEqual([5, 0, 0])
    expect(pairs.every(({ fate }) => fate === 'kept')).toBe(true)
    expect(turnover.byKind.map(({ name }) => name)).toEqual([['cooperation']])
    expect(doubts).toEqual([{ kind: 'told_once', kinds: [{ tieKind: 'trust', side: 'after', ties: 5 }] }])
  })

  test('a question asked once makes no course of a tie in a series', () => {
    const { courses, levels } = seriesOf(groundOfKinds([['cooperation'], ['cooperation', 'trust']]))
    expect(courses).toMatchObject({ steady: 5, gained: 0, unknown: 0 })
    expect(levels.find(({ figure }) => figure === 'meanDegree')?.common).toEqual([10 / 6, 10 / 6])
    const other = seriesOf(groundOfKinds([['cooperation'], ['trust']]))
    expect(other.courses).toMatchObject({ unknown: 5, steady: 0, lost: 0, gained: 0 })
  })

  test('another question altogether: no tie ended, none is kept', () => {
    const pair = territory([['cooperation'], ['trust']])
    expect(comparabilityOf(pair).barrier).toMatchObject({ ties: 'other_kinds', levels: 'other_kinds' })
    expect(compared(pair).pairs.map(({ reason }) => reason)).toEqual(Array(5).fill('told_once'))
  })

  test('positions are barred by too few answers, or else by one whom most others name: it says which', () => {
    const pair = territory([['cooperation'], ['cooperation']])
    const barred = (heard: number, isTopSilent: boolean) => {
      const last = 19
      const side = {
        ...pair.before,
        asked: new Uint8Array(last + 1).fill(1),
        standing: Uint8Array.from({ length: last + 1 }, (_, u) => (u < heard ? answered : silent)),
        said: isTopSilent ? [{ ...pair.before.said[0]!, u: 0, v: last, speaker: speakers.low }] : [],
      }
      return comparabilityOf({ ...pair, before: side, after: side }).barrier.positions
    }
    expect(barred(12, true)).toBe('response_rate')
    expect(barred(15, true)).toBe('often_named_silent')
    expect(barred(15, false)).toBeNull()
  })

  test('introductions that nobody made: they are no change', () => {
    const pair = territory([['cooperation'], ['cooperation']])
    const sectionAfter = (happened: number) => {
      const { value } = introductionOutcome(pair, comparePairs(pair), [['a', 'c']])
      const introductions = value && { ...value, happened }
      return summaryOf(compared(pair), { findings: null, programme: null, introductions })
        .filter(({ evidence }) => evidence.kind === 'introductions')
        .map(({ section }) => section)
    }
    expect([sectionAfter(0), sectionAfter(1)]).toEqual([['holds'], ['changed']])
  })

  test('a wave that nobody told anything in: an empty file, not a network gone', () => {
    const [before, after] = surveys
    const pair = drawnPair(before, { ...after, graph: drawnWave(after.actors.join(' ')).graph })
    expect(compared(pair).verdict.outcome).toBe('unknown')
    expect(said(pair).filter(({ section }) => section === 'changed')).toEqual([])
  })

  test('nobody is said to tell of any tie: no end is taken not to have', () => {
    const pair = territory([['cooperation'], ['cooperation']], 'nobody')
    const { confirmation, agreement, pairs } = compared(pair)
    expect(confirmation).toEqual({ value: null, reason: 'no_reporters' })
    expect(agreement.kept).toBe(5)
    expect(pairs.every(({ sameWitness }) => sameWitness)).toBe(true)
  })

  test('who is noted as silent and tells of ties is not compared', () => {
    const pair = drawnPair(drawnWave('a>b b>c c>a'), drawnWave('b>a b>c c>a', { silent: 'b' }))
    expect([...stayersOf(pair)]).toEqual([1, 0, 1])
    expect(compared(pair).pairs.map(({ fate, reason }) => reason ?? fate)).toEqual([
      'contradicted',
      'kept',
      'contradicted',
    ])
  })

  test('of a wave without a roster nobody came and nobody left', () => {
    const unlisted = drawnWave('a>b', { offRoster: new Set(['a', 'b']) })
    const listed = drawnWave('a>b c')
    for (const pair of [drawnPair(listed, unlisted), drawnPair(unlisted, listed)]) {
      expect(rosterOf(pair)).toMatchObject({ joiners: [], leavers: [] })
    }
  })

  test('rosters without an actor in common are doubted, not told as arrivals', () => {
    const pair = drawnPair(drawnWave(chain), drawnWave(chain.toUpperCase()))
    expect(compared(pair).doubts).toEqual([{ kind: 'strangers', before: 6, after: 6 }])
    expect(said(pair).some(({ evidence }) => evidence.kind === 'roster')).toBe(false)
  })

  test('hardly a tie told twice: names have changed places, and nothing is called real', () => {
    const [before, after] = surveys
    const turned: BareWave = { ...after, actors: [...after.actors.slice(1), ...after.actors.slice(0, 1)] }
    const pair = drawnPair(before, turned)
    expect(compared(pair).verdict.outcome).toBe('changed')
    expect(compared(pair).doubts.map(({ kind }) => kind)).toEqual(['hardly_alike'])
    expect(said(pair).filter(({ certainty }) => certainty === 'real')).toEqual([])
  })

  test('one date: what came first is not known', () => {
    const [before, after] = surveys
    const date = '2024-06-01'
    const both = [
      { ...before, date },
      { ...after, date },
    ] as const
    expect(compared(drawnPair(...both)).doubts).toEqual([{ kind: 'same_date', date }])
    expect(compared(drawnPair(both[0], { ...both[1], date: '2025-06-01' })).doubts).toEqual([])
  })

  test('ties told less readily: no class of them lasts longer', () => {
    const { waves } = surveyedTwice('readily', { response: [1, 1], recall: [0.95, 0.4] })
    const statements = said(drawnPair(...waves))
    expect(statements.some(({ evidence }) => evidence.kind === 'toldOtherwise')).toBe(true)
    expect(statements.filter(({ section }) => section === 'changed')).toEqual([])
  })
})

describe('who took over from whom', () => {
  const before = drawnWave('a>b a>c a>d e>f f>c')

  test('a was merged with e, or goes by another name', () => {
    const merged = drawnPair(before, drawnWave('e>b e>c e>d e>f f>c'))
    const renamed = drawnPair(before, drawnWave('z>b z>c z>d e>f f>c'))
    const taken = { leaver: 'a', partners: 3, taken: 3 }
    expect(compared(merged).doubts).toEqual([
      { kind: 'successions', successions: [{ ...taken, heir: 'e', isNew: false }] },
    ])
    expect(compared(renamed).doubts).toEqual([
      { kind: 'successions', successions: [{ ...taken, heir: 'z', isNew: true }] },
    ])
  })

  test('two partners may be had by chance, and old ones are not taken over', () => {
    expect(compared(drawnPair(before, drawnWave('z>b z>c d e>f f>c'))).doubts).toEqual([])
    expect(compared(drawnPair(drawnWave('a>b a>c a>d e>b e>c e>d'), drawnWave('e>b e>c e>d'))).doubts).toEqual([])
  })

  test('not where three actors truly left a network of which little changed', () => {
    const gone = new Set(['a003', 'a017', 'a030'])
    const found = Array.from({ length: 20 }, (_, i) => {
      const { waves } = surveyedTwice(`left ${i}`, { ended: 0.1, begun: 0.1, response: [0.9, 0.9], recall: [0.8, 0.8] })
      const pair = drawnPair(waves[0], without(waves[1], gone))
      const pairs = comparePairs(pair)
      return doubtsOf(pair, { roster: rosterOf(pair), agreement: agreementOfPairs(pair, pairs), pairs })
    })
    expect(found.flat()).toEqual([])
  })
})

function without({ graph, actors, answered, ...wave }: BareWave, gone: ReadonlySet<string>): BareWave {
  const nameOf = (node = -1) => actors[node] ?? ''
  const arcs = [...graph.sources.keys()]
    .map((e) => `${nameOf(graph.sources[e])}>${nameOf(graph.targets[e])}`)
    .filter((arc) => !arc.split('>').some((name) => gone.has(name)))
  const left = actors.filter((name) => !gone.has(name))
  const said = new Map(actors.map((name, node) => [name, answered?.[node] ?? true]))
  const drawn = drawnWave([...left, ...arcs].join(' '))
  return {
    ...wave,
    actors: drawn.actors,
    graph: drawn.graph,
    answered: drawn.actors.map((name) => said.get(name) ?? true),
  }
}
