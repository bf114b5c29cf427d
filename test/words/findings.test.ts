import { beforeAll, describe, expect, test } from 'vitest'
import { worldOf } from '../../examples/fictitious/world.ts'
import { diagnose, diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import { aboutOf, type Finding, findingOf, kinds, measured, sizeOf } from '../../server/diagnosis/finding.ts'
import { apply } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { diagnosisSchema, type FindingWire, findingSchema } from '../../server/wire/diagnosis.ts'
import { findings as en } from '../../server/words/en/findings.ts'
import type { FindingWords, Names } from '../../server/words/findings.ts'
import { findings as fr } from '../../server/words/fr/findings.ts'
import { drawnCase } from '../diagnosis/draw.ts'
import { signalsOf } from '../diagnosis/told.ts'

/** Names without a figure, so that every figure of a sentence is one of the finding. */
const names: Names = {
  actor: () => 'Untel',
  group: () => 'Cercle',
  sphere: () => 'Sphère',
  space: () => 'Lieu',
  actorType: () => 'Sorte',
  tieKind: () => 'nature',
}
const languages: readonly [string, FindingWords, decimal: string][] = [
  ['fr', fr, ','],
  ['en', en, '.'],
]

const said: FindingWire[] = []
/** What a reader of the example territories meets, under the names they have there. */
const inFrench: string[] = []

beforeAll(async () => {
  const { territory, planted } = worldOf('words')
  const clique = 'a-b a-c a-d b-c b-d c-d d-e e-f f-g g-e a-x b-x c-x d-x x-y'
  const withOutside = drawnCase(clique, { outside: 'x y', spheres: { s: 'a b c d', t: 'e f g x y' } })
  const options = { until: 'first', effort: { table: 999, programme: 999, plane: 20 } } as const
  const diagnoses = [
    await diagnoseTerritory(territory, planted.waves.at(-1)?.id ?? '', options),
    await diagnose(withOutside, options),
  ]
  for (const { id, changes } of await exampleTerritories()) {
    const applied = apply(emptyTerritory(id), changes)
    const wave = applied.ok
      ? [...applied.territory.waves.values()].find(({ basis }) => basis === 'documents')
      : undefined
    if (!applied.ok || !wave) continue
    const diagnosis = await diagnoseTerritory(applied.territory, wave.id, options)
    diagnoses.push(diagnosis)
    inFrench.push(...frenchOf(diagnosis, applied.territory))
  }
  const fictitious = diagnoses[0]
  if (fictitious) inFrench.push(...frenchOf(fictitious, territory))
  // What crosses the wire is what the server found.
  said.push(...diagnoses.flatMap((diagnosis) => diagnosisSchema.parse(diagnosis).findings), ...rare.map(parsed))
})

/** Findings that no sample above happens to hold. */
const rare: Finding[] = [
  findingOf('islet', 'signal', { members: ['a', 'b'], nearest: 'c' }),
  findingOf('islet', 'signal', { members: ['a', 'b'], named: false, survival: 0.5 }),
  findingOf('peripheral_actor', 'fact', {
    actor: 'a',
    probability: 0.99,
    path: ['a', 'b', 'c', 'd'],
    center: 'd',
    dims: [measured('closeness', 0.2)],
  }),
  findingOf('isolated_actor', 'signal', { actor: 'a', probability: 0.7412 }),
  findingOf('isolated_actor', 'insufficient', { actor: 'a', reason: 'did_not_answer' }),
  findingOf('closed_actor', 'signal', {
    actor: 'a',
    survival: 0.9,
    dims: [
      measured('closure', 7, { expected: 1.4, p: 0.0001, q: 0.011, null: 'B', draws: 9_999 }),
      measured('opening', 1, { of: 6, expected: 3.9, p: 0.02, q: 0.011, null: 'B', draws: 9_999 }),
      measured('renewal', 0, { of: 5, expected: 0.9 }),
    ],
  }),
  findingOf('withdrawal', 'signal', {
    dims: [
      measured('territory_opening', 0.31, { interval: { low: 0.2, high: 0.4 } }),
      measured('opening_change', -0.12, { interval: { low: -0.2, high: -0.03 } }),
    ],
  }),
  findingOf('fragile_opening', 'signal', {
    carrier: 'a',
    dims: [measured('first_share', 0.62, { of: 21 }), measured('concentration', 0.41)],
  }),
]

describe.each(languages)('%s', (_, words, decimal) => {
  test('has a sentence for every finding, and every kind occurs', () => {
    expect(new Set<string>(said.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)))
    for (const finding of said) {
      const sentence = words.statement(finding, names)
      expect(sentence).toMatch(/^[\p{Lu}\p{N}«“].*\.$/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|Infinity/)
    }
  })

  test('every figure of a sentence is a number of the evidence', () => {
    for (const finding of said) {
      const evidence = numbersOf(finding)
      for (const text of [words.statement(finding, names), words.prudence(finding) ?? '']) {
        const strange = figuresIn(text, decimal).filter((figure) => !evidence.some((value) => isShownAs(value, figure)))
        expect({ text, strange: strange.map(({ value }) => value) }).toEqual({ text, strange: [] })
      }
    }
  })

  test('a closed group is told by its ties, what leaves and what was expected', () => {
    const [group] = signalsOf(said, 'closed_group')
    if (!group) throw new Error('no closed group')
    const figures = figuresIn(words.statement(group, names), decimal).map(({ value }) => value)
    const [, opening] = group.dims
    expect(figures).toContain(group.members.length)
    expect(figures).toContain(group.ties.filter(({ role }) => role === 'internal').length)
    expect(figures).toContain(opening?.observed)
    expect(figures).toContain(Math.round(opening?.expected ?? -1))
  })

  test('suggests to ask or to try, after every signal and after nothing else', () => {
    for (const finding of said) {
      const suggestion = words.suggestion(finding, names)
      if (finding.status !== 'signal') expect(suggestion).toBeNull()
      else expect(suggestion).toMatch(/[?.]$/)
    }
  })

  test('keeps a name back when the finding does', () => {
    const named = { ...names, actor: () => 'SECRET', group: () => 'SECRET', space: () => 'SECRET' }
    for (const finding of said.filter(
      ({ status, kind }) => status === 'signal' && kinds[kind].restsOn !== 'programme',
    )) {
      const hidden = { ...finding, named: false }
      expect(words.statement(hidden, named)).not.toContain('SECRET')
      expect(words.suggestion(hidden, named)).not.toContain('SECRET')
    }
  })
})

test('French is set as French is', () => {
  for (const finding of said) {
    const texts = [fr.statement(finding, names), fr.suggestion(finding, names), fr.prudence(finding)]
    for (const text of texts) expect(text ?? '').not.toMatch(/ [:;?!»]|« |\p{L}'\p{L}/u)
  }
})

test('names of the example territories contract and elide as French does', () => {
  expect(inFrench.length).toBeGreaterThan(100)
  const faults = [
    /\b(?:de|à) (?:le|les)\b/i,
    /\b[dD]e (?:[AEIOUÉÈÊÎÔŒaeiouéèêîôœ]|Yv)(?!nze|ui)/,
    /\b(?:[Qq]ue (?:il|ils|elle|elles|un|une)|[Ss]i ils?)\b/,
    /\b(?:[Ss]ans|[Pp]ar|[Pp]our|[Ss]i) (?:Office|Agence|Ville|Commune|Région|CCI|CNRS|Lycée|Université)/,
    / {2}/,
    /\p{L}'\p{L}/u,
    / [:;?!»%]|« /,
    /\d%/,
    /\d \d/,
    /(?<![\p{L}\d])-\d|\d\.\d/u,
    /undefined|null|NaN/,
  ]
  for (const fault of faults)
    expect(
      inFrench.filter((sentence) => fault.test(sentence)),
      String(fault),
    ).toEqual([])
})

test('the club of the specification, in words', () => {
  const club = findingOf('closed_group', 'signal', {
    group: { kind: 'declared', id: 'club' },
    members: Array.from({ length: 7 }, (_, i) => `club${i}`),
    ties: [
      ...Array.from({ length: 18 }, () => ({ from: 'a', to: 'b', role: 'internal', lastContact: null }) as const),
      ...Array.from({ length: 2 }, () => ({ from: 'a', to: 'c', role: 'leaving', lastContact: null }) as const),
    ],
    dims: [
      measured('closure', 20, { expected: 0.027, p: 0.0005, q: 0.004, null: 'A', draws: 1_999 }),
      measured('opening', 2, { expected: 33.37, p: 0.0005, q: 0.004, null: 'A', draws: 1_999 }),
      measured('renewal', 0, { of: 20, expected: 3.4074, p: 0.017258571, null: 'hypergeometric' }),
    ],
  })
  expect(fr.statement(parsed(club), { ...names, group: () => 'Club' }).replace(/\u00A0|\u202F/g, ' ')).toBe(
    'Les 7 membres du groupe « Club » entretiennent 18 liens entre eux et 2 vers les autres. ' +
      'On en attendrait environ 33 vers les autres. ' +
      'Depuis la vague précédente : aucun lien nouveau sur 20, pour environ 3,4 attendus.',
  )
})

/** Everything said of a diagnosis; then again with each name in the place of each actor of every kind of finding about one. */
function frenchOf(diagnosis: Parameters<typeof diagnosisSchema.parse>[0], territory: Territory): string[] {
  const { findings } = diagnosisSchema.parse(diagnosis)
  const actors = [...territory.actors.keys()]
  const real: Names = {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    sphere: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    actorType: (id) => id,
    tieKind: (id) => id,
  }
  const ofEach = new Map(findings.map((finding) => [`${finding.kind} ${finding.status}`, finding]))
  const everyName = [...ofEach.values()].flatMap((finding) =>
    actors.map((_, i) => {
      const roles = Object.entries(kinds[finding.kind].roles).filter(([, noun]) => noun === 'actor')
      const others = roles.map(([role], part) => [role, actors[(i + part) % actors.length]])
      return 'actor' in aboutOf(finding) ? { ...finding, named: true, ...Object.fromEntries(others) } : finding
    }),
  )
  const texts = [...findings, ...everyName].flatMap((finding) => [
    fr.statement(finding, real),
    fr.suggestion(finding, real),
    fr.prudence(finding),
  ])
  return texts.filter((text) => text !== null)
}

function parsed(finding: Finding): FindingWire {
  return findingSchema.parse(finding)
}

interface Figure {
  readonly value: number
  /** Half of the last digit shown. */
  readonly precision: number
  readonly isPercent: boolean
  readonly isBelow: boolean
}

function figuresIn(text: string, decimal: string): Figure[] {
  const pattern = /([<−+]?)\s?(\d[\d\u202F,.]*\d|\d)([\u00A0\u202F]?%)?/g
  return [...text.matchAll(pattern)].flatMap(([, sign = '', digits = '', percent]) => {
    const plain = decimal === ',' ? digits.replace(/\u202F/g, '').replace(',', '.') : digits.replace(/,/g, '')
    const decimals = plain.split('.')[1]?.length ?? 0
    // « sur 1 »: the scale of opening.
    if (/(sur|out of) 1\b/.test(text) && plain === '1') return []
    const value = Number(plain) * (sign === '−' ? -1 : 1)
    return [{ value, precision: 0.5 * 10 ** -decimals, isPercent: percent !== undefined, isBelow: sign === '<' }]
  })
}

function isShownAs(evidence: number, { value, precision, isPercent, isBelow }: Figure): boolean {
  if (isBelow) return evidence < value
  return Math.abs(evidence * (isPercent ? 100 : 1) - value) <= precision * 1.0001
}

function numbersOf(finding: FindingWire): number[] {
  const { dims, ties, survival, probability, doubtful } = finding
  const { families, whatIf } = finding.kind === 'closed_group' ? finding : { families: [], whatIf: null }
  const size = sizeOf(finding)
  return [
    ...dims.flatMap(({ observed, of, expected, p, q, interval }) =>
      [observed, of, expected, p, q, interval?.low, interval?.high].filter((value) => typeof value === 'number'),
    ),
    size,
    doubtful,
    families.filter(({ holds }) => holds !== null).length,
    families.filter(({ holds }) => holds).length,
    // Between the first and the last of a path.
    size - 2,
    ...['internal', 'leaving', 'fading'].map((role) => ties.filter((tie) => tie.role === role).length),
    ...(survival === null ? [] : [survival]),
    // « environ 75 sur 100 », by steps of five; beyond, « plus de 95 ».
    ...(probability === null ? [] : [Math.min(95, 5 * Math.round(20 * probability)), 100]),
    ...(whatIf?.ties.map(({ ratio }) => ratio) ?? []),
  ]
}

test('nobody is said to be isolated by what the team does not know, nor that nobody was asked', () => {
  const unknown = findingOf('isolated_actor', 'insufficient', { actor: 'a', reason: 'informants' })
  const finding = findingSchema.parse(unknown)
  expect(fr.statement(finding, names)).toBe('L’équipe ne connaît aucun lien pour Untel.')
  expect(en.statement(finding, names)).toBe('The team knows no tie for Untel.')
  for (const { reasons } of [fr, en]) expect(reasons.informants).not.toMatch(/personne n’a|nobody/)
})
