import { beforeAll, describe, expect, test } from 'vitest'
import { worldOf } from '../../examples/fictitious/world.ts'
import { outsideKindsOf } from '../../server/diagnosis/territory-case.ts'
import { reasons } from '../../server/waves/comparability.ts'
import { type Claim, compareWaves } from '../../server/waves/compare.ts'
import type { Doubt } from '../../server/waves/doubts.ts'
import { figureIds } from '../../server/waves/figures.ts'
import type { FindingFate } from '../../server/waves/finding-fates.ts'
import { groundOf, pairOf } from '../../server/waves/ground.ts'
import { positionIds } from '../../server/waves/positions.ts'
import { programmeChange } from '../../server/waves/programme.ts'
import { certainties, type Evidence, type Statement, sections, summaryOf } from '../../server/waves/summary.ts'
import { tieReasons } from '../../server/waves/ties.ts'
import type { ChangeNames, ChangeWords } from '../../server/words/changes.ts'
import { changes as en } from '../../server/words/en/changes.ts'
import { changes as fr } from '../../server/words/fr/changes.ts'

const nameOf: Readonly<Record<string, string>> = {
  'a-1': 'Office de l’habitat',
  'a-2': 'CCI',
  'a-3': 'Airbus',
}
const names: ChangeNames = {
  actor: (id) => nameOf[id] ?? 'Untel',
  sphere: (id) => `Sphère ${id}`,
  space: () => 'Halle',
  tieKind: (id) => `nature ${id}`,
}
const languages: readonly [string, ChangeWords][] = [
  ['fr', fr],
  ['en', en],
]

const interval = { low: -0.02, high: 0.3 }
const estimate = { value: 0.14, standardError: 0.06, interval }
const claim: Claim = { about: 'density', p: 0.0001, adjusted: 0.0004, isReal: true }
const recall = {
  before: 0.8,
  after: 0.6,
  p: 0.01,
  growth: 0.12,
  growthInterval: interval,
  growthError: 0.1,
  growthP: 0.02,
}
const fate: FindingFate = {
  key: 'I1 a-1',
  kind: 'I1',
  fate: 'appeared',
  why: 'real',
  before: null,
  after: null,
  joined: [],
  left: [],
  unheard: [],
  ended: 2,
  begun: 1,
  moves: [],
}
const toldTwice = {
  pairs: 90,
  ended: 9,
  new: 11,
  crossed: 4,
  byForgetting: 0.5,
  p: 0.001,
  endedShare: estimate,
  newShare: null,
}
const programme = { projects: [], gatherings: [], begun: 1, ended: 2, pilotsChanged: 0, met: ['s'], isCompared: true }
const outcome = {
  suggested: [],
  open: 10,
  happened: 1,
  others: 200,
  othersHappened: 6,
  share: 0.1,
  shareInterval: interval,
  expectedShare: 0.03,
  expectedInterval: interval,
  difference: 0.07,
  interval,
  p: 0.04,
}

/** Every kind of evidence, in the forms that change its sentence. */
const succession = { leaver: 'a-1', heir: 'a-2', isNew: false, partners: 7, taken: 5 } as const
const doubts: readonly Doubt[] = [
  { kind: 'strangers', before: 1, after: 60 },
  { kind: 'hardly_alike', kept: 1, told: 40 },
  { kind: 'identical', ties: 40 },
  { kind: 'same_date', date: '2024-06-01' },
  { kind: 'told_once', kinds: [{ tieKind: 'k', side: 'before', ties: 1 }] },
  { kind: 'told_once', kinds: (['before', 'after'] as const).map((side) => ({ tieKind: side, side, ties: 12 })) },
  { kind: 'successions', successions: [succession] },
  { kind: 'successions', successions: [succession, { ...succession, leaver: 'a-3', isNew: true }] },
]
const everyEvidence: readonly Evidence[] = [
  ...[0.02, -0.02].map((change): Evidence => ({ kind: 'growth', change, interval, recall, claim })),
  { kind: 'growth', change: 0.02, interval, recall: null, claim },
  { kind: 'turnover', told: toldTwice, claim },
  { kind: 'turnover', told: { ...toldTwice, endedShare: null }, claim },
  ...figureIds.flatMap((figure) =>
    [0.1, -0.1].map((change): Evidence => {
      const numbers = { before: 0.4, after: 0.4 + change, change, standardError: 0.01, interval, p: 0.001, draws: 30 }
      return { kind: 'figure', change: { figure, ...numbers }, claim }
    }),
  ),
  ...[
    ['x', 'x'],
    ['x', 'y'],
  ].map(([a = '', b = '']): Evidence => {
    return { kind: 'spherePair', change: { spheres: [a, b], before: 9, after: 1, ended: 8, new: 0, p: 0.01, q: 0.02 } }
  }),
  ...positionIds.flatMap((position): Evidence[] => [
    { kind: 'actors', position, up: ['a-1'], down: [] },
    { kind: 'actors', position, up: [], down: ['a-1', 'a-2'] },
    { kind: 'actors', position, up: ['a-2', 'a-3'], down: ['a-1'] },
    { kind: 'actors', position, up: Array.from({ length: 12 }, (_, i) => `u-${i}`), down: [] },
  ]),
  { kind: 'communities', split: 1, merged: 2, born: 0, died: 1, adjustedRand: 0.42, noise: 0.6 },
  { kind: 'communities', split: 0, merged: 0, born: 0, died: 0, adjustedRand: null, noise: 0.6 },
  { kind: 'roster', joiners: ['a-1'], leavers: ['a-2', 'a-3'] },
  { kind: 'roster', joiners: [], leavers: ['a-2'] },
  ...figureIds.map((figure): Evidence => {
    const parts = { before: 0.3, after: 0.4, change: 0.1, leavers: 0.1, answers: 0.02, ties: -0.05, joiners: 0.03 }
    return { kind: 'composition', parts: { figure, ...parts, isComposition: true } }
  }),
  { kind: 'findings', appeared: [fate], vanished: [] },
  { kind: 'findingsPersist', persisted: [fate, fate] },
  { kind: 'findingsUnknown', unknown: [{ ...fate, fate: 'unknown', unheard: ['a-1'] }] },
  { kind: 'findingsUnknown', unknown: [fate] },
  { kind: 'programme', change: programme },
  { kind: 'programme', change: { ...programme, begun: 0, ended: 0 } },
  { kind: 'introductions', outcome },
  ...[estimate, { ...estimate, value: -0.14 }].flatMap((gap): Evidence[] => [
    { kind: 'survivalGap', gap: { longer: ['embedded'], shorter: ['bare'], gap } },
    { kind: 'survivalGap', gap: { longer: ['callois', 'bonding'], shorter: ['callois', 'bridging'], gap } },
    { kind: 'survivalGap', gap: { longer: ['woolcock', 'bonding'], shorter: ['woolcock', 'bridging'], gap } },
  ]),
  { kind: 'unchanged', claims: [claim, claim] },
  { kind: 'core', kept: 1, ofBefore: 3, confirmedBoth: 1 },
  { kind: 'core', kept: 20, ofBefore: 30, confirmedBoth: null },
  { kind: 'core', kept: 0, ofBefore: 1, confirmedBoth: 0 },
  { kind: 'core', kept: 0, ofBefore: 30, confirmedBoth: 0 },
  { kind: 'notComparable', ties: 1, of: 1, why: [{ reason: 'basis', ties: 1 }] },
  { kind: 'notComparable', ties: 40, of: 70, why: tieReasons.map((reason) => ({ reason, ties: 4 })) },
  { kind: 'otherWitness', ties: 1, of: 1 },
  { kind: 'otherWitness', ties: 2, of: 9 },
  { kind: 'toldOtherwise', recall },
  { kind: 'bothName', ties: 1, of: 2 },
  { kind: 'bothName', ties: 30, of: 178 },
  ...doubts.map((doubt): Evidence => ({ kind: 'doubt', doubt })),
  ...reasons.flatMap((reason) =>
    (['ties', 'levels', 'positions'] as const).flatMap((matter): Evidence[] => [
      { kind: 'barrier', matter, reason, hasProgramme: true },
      { kind: 'barrier', matter, reason, hasProgramme: false },
    ]),
  ),
]
const all = everyEvidence.flatMap((evidence) =>
  sections.flatMap((section) => certainties.map((certainty): Statement => ({ section, certainty, evidence }))),
)

/** What is said of the fictitious territory, under the names it has there. */
let inFrench: string[] = []

beforeAll(() => {
  const { territory } = worldOf('words')
  const ids = [...territory.waves.keys()]
  inFrench = ids.slice(1).flatMap((to, i) => {
    const pair = pairOf(groundOf(territory, [ids[i] ?? '', to], outsideKindsOf), 0, 1)
    const comparison = compareWaves(pair, { seed: 'words', bootstrapDraws: 5, noiseDraws: 5 })
    const aftermath = { findings: null, introductions: null, programme: programmeChange(territory, ids[i] ?? '', to) }
    const called: ChangeNames = {
      actor: (id) => territory.actors.get(id)?.name ?? '',
      sphere: (id) => id,
      space: (id) => territory.spaces.get(id)?.name ?? '',
      tieKind: (id) => id,
    }
    return summaryOf(comparison, aftermath).flatMap((one) => [fr.statement(one, called), fr.evidence(one, called)])
  })
})

describe.each(languages)('%s', (_, words) => {
  test('every statement is one sentence and its evidence one line, with all its words', () => {
    for (const statement of all) {
      for (const text of [words.statement(statement, names), words.evidence(statement, names)]) {
        expect(text).toMatch(/^[\p{Lu}\p{N}].*\.$/u)
        expect(text).not.toMatch(/undefined|null|NaN|Infinity|\n|\[object/)
        expect(text).not.toMatch(/ [=<]|[=<] /)
      }
    }
  })

  test('what is only possible is not said as sure', () => {
    for (const evidence of everyEvidence) {
      if (!['growth', 'turnover', 'figure', 'spherePair'].includes(evidence.kind)) continue
      const [sure, possible] = (['real', 'possible'] as const).map((certainty) =>
        words.statement({ section: 'changed', certainty, evidence }, names),
      )
      expect(possible).not.toBe(sure)
    }
  })

  test('a long list of names says how many are left', () => {
    const up = Array.from({ length: 12 }, (_value, i) => `u-${i}`)
    const evidence: Evidence = { kind: 'actors', position: 'degree', up, down: [] }
    expect(words.statement({ section: 'changed', certainty: 'possible', evidence }, names)).toMatch(/6 (autres|others)/)
  })
})

test('what lasts longer comes first, whichever way round the gap was counted', () => {
  const gap = { value: -0.25, standardError: 0.05, interval: { low: -0.35, high: -0.15 } }
  const evidence: Evidence = { kind: 'survivalGap', gap: { longer: ['embedded'], shorter: ['bare'], gap } }
  const statement: Statement = { section: 'changed', certainty: 'possible', evidence }
  expect(en.statement(statement, names)).toMatch(/^Ties between actors without a partner in common may last better/)
  expect(en.evidence(statement, names)).toContain('25 points (95%: 15 to 35 points)')
})

describe('French', () => {
  const said = (evidence: Evidence) => fr.statement({ section: 'changed', certainty: 'possible', evidence }, names)

  test('articles, agreement and elision', () => {
    expect(said({ kind: 'actors', position: 'harmonic', up: ['a-1'], down: ['a-2', 'a-3'] })).toBe(
      'L’Office de l’habitat s’est peut-être rapproché des autres\u202f; la CCI et Airbus s’en sont peut-être éloignés.',
    )
    expect(said({ kind: 'roster', joiners: ['a-1'], leavers: ['a-2', 'a-3'] })).toBe(
      '1 acteur est arrivé et 2 sont partis.',
    )
    expect(said({ kind: 'notComparable', ties: 1, of: 4, why: [] })).toBe(
      '1 lien ne peut pas être comparé, sur 4 cités.',
    )
  })

  test('is set as French is, of the fictitious territory too', () => {
    expect(inFrench.length).toBeGreaterThan(10)
    const texts = [...inFrench, ...all.flatMap((one) => [fr.statement(one, names), fr.evidence(one, names)])]
    const faults = texts.filter((text) => /[ ][;:?!»%]|«[ ]|\p{L}'\p{L}|\bde les?\b|\bà les?\b| {2}/u.test(text))
    expect(faults).toEqual([])
  })
})
