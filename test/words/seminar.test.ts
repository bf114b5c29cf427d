import { beforeAll, describe, expect, test } from 'vitest'
import { chairsOf, pairsOf, scenarioOf, seminarGround, seminarWave } from '../../server/answer/seminars.ts'
import { en } from '../../server/cli/en.ts'
import { fr } from '../../server/cli/fr.ts'
import { readGuests } from '../../server/cli/guests.ts'
import { plannedOf } from '../../server/cli/seminar.ts'
import { inviteLines, pairsLines, tablesLines, whatIfLines } from '../../server/cli/seminar-text.ts'
import type { Text } from '../../server/cli/text.ts'
import { apply } from '../../server/domain/change.ts'
import { defaultComposition } from '../../server/domain/composition.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import type { Graph } from '../../server/network/graph.ts'
import { seminar as english } from '../../server/words/en/seminar.ts'
import { seminar as french } from '../../server/words/fr/seminar.ts'
import type {
  CandidateFacts,
  ChairFacts,
  IntroductionFacts,
  NextFacts,
  ObstacleFacts,
  QualityFacts,
  SeminarWords,
  UnseenFacts,
} from '../../server/words/seminar.ts'

/** Preparations of the example territories, every other actor inside invited, as the command line says them. */
const said: { fr: string[]; en: string[] } = { fr: [], en: [] }

beforeAll(async () => {
  for (const { id, changes } of await exampleTerritories()) {
    const applied = apply(emptyTerritory(id), changes)
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusals[0]))
    const { territory } = applied
    const ground = seminarGround(territory, seminarWave(territory, undefined), 'maillage')
    for (const invited of [null, halfOf(territory)]) {
      const guests = invited && readGuests(invited, territory, () => {})
      const list = (guests ?? []).map(({ actor, status }) => ({ actor, status }))
      const asked = { invited: list, by: 'within1' as const, count: 3, quotas: {}, floors: {}, musts: [] }
      const document = { territory: id, guests, ...chairsOf(ground, asked) }
      say((text) => inviteLines(document, territory, text.words, text.seminar))
      if (!guests) continue
      const files = { hosts: null, apart: null, together: null }
      const plan = { territory: id, ...plannedOf(ground, 'invites.csv', guests, files, { tables: 3, rounds: 2 }) }
      say((text) => tablesLines(plan, territory, text.words, text.seminar))
    }
    const pairs = { territory: id, ...pairsOf(ground, { among: null, count: 5, findings: [] }) }
    say((text) => pairsLines(pairs, territory, text.words, text.seminar))
    const { graph, actors } = ground.known
    const hub = [...actors.keys()].sort((a, b) => degreeOf(graph, b) - degreeOf(graph, a))[0] ?? 0
    const supposed = { leaving: [actors[hub]?.id ?? ''], weakened: [], added: [] }
    const effect = { territory: id, supposed, ...scenarioOf(ground, supposed) }
    say((text) => whatIfLines(effect, territory, text.words, text.seminar))
  }
})

function say(linesIn: (text: Text) => string[]) {
  said.fr.push(...linesIn(fr))
  said.en.push(...linesIn(en))
}

function degreeOf({ out: { offsets } }: Graph, node: number) {
  return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0)
}

function halfOf({ actors }: Territory) {
  const inside = [...actors.values()].filter((actor) => actor.inside)
  const rows = inside.filter((_, i) => i % 2 === 0).map(({ id }, i) => `${id},${i === 0 ? 'excusé' : ''}`)
  return { name: 'invites.csv', bytes: new TextEncoder().encode(`id,statut\n${rows.join('\n')}\n`) }
}

const chair: ChairFacts = {
  name: 'port',
  sphere: 'transport',
  critical: true,
  min: 2,
  covering: 'thin',
  seated: ['Office du lac'],
  candidates: 3,
}
const candidate: CandidateFacts = {
  nominators: 2,
  newlyReached: 1,
  outside: true,
  bridging: 1,
  tiesToAbsent: ['CCI du lac'],
  unanswering: true,
  elsewhere: true,
  inviters: [{ name: 'Le Hangar', invited: true }],
  furtherInviters: 1,
}
const quality: QualityFacts = {
  pairsMet: 40,
  pairs: 105,
  share: 40 / 105,
  bound: 45,
  repeats: 5,
  fewestMet: 3,
  mostMet: 6,
  acrossSpheres: 30,
  acrossSpheresPossible: 80,
  far: { met: 12, possible: 50 },
  spheresPerTable: 2.4,
  returns: 7,
  alone: 2,
}
const nexts: NextFacts[] = [
  { chosen: [], gain: 0, certainty: { proof: 'enumerated', best: 0, optima: 1 } },
  { chosen: [{ name: 'A', gain: 4 }], gain: 4, certainty: { proof: 'enumerated', best: 4, optima: 1 } },
  { chosen: [{ name: 'A', gain: 4 }], gain: 4, certainty: { proof: 'enumerated', best: 4, optima: 2 } },
  { chosen: [{ name: 'A', gain: 4 }], gain: 4, certainty: { proof: 'guarantee', share: 1 - 1 / Math.E } },
]
const introductions: IntroductionFacts[] = [
  { between: ['Office du lac', 'Airbus'], introducer: 'CCI du lac', repairs: 2, crosses: true, themes: ['Le lac'] },
  { between: ['Airbus', 'Office du lac'], introducer: null, repairs: 0, crosses: false, themes: [] },
]
const efficiencies = [
  { before: 0.4, after: 0.3 },
  { before: 0.3, after: 0.4 },
  { before: 0.113, after: 0.111 },
  { before: 0.3, after: 0.3001 },
  { before: 0, after: 0 },
  { before: 0, after: 0.5 },
  { before: null, after: null },
]
const unseens: UnseenFacts[] = [
  { state: 'estimated', seen: 12, estimate: 19.3, interval: [14.2, 41] },
  { state: 'saturated', seen: 12 },
  { state: 'silent', reason: 'roster_question', seen: 0, lists: 20 },
  { state: 'silent', reason: 'few_lists', seen: 9, lists: 3 },
  { state: 'silent', reason: 'few_named', seen: 1, lists: 20 },
  { state: 'no_survey' },
]
const obstacles: ObstacleFacts[] = [
  { kind: 'seats_short', round: 0, people: 9, seats: 8 },
  { kind: 'tables_empty', people: 2, tables: 4 },
  { kind: 'returns_needed', rounds: 5, tables: 4 },
  { kind: 'rules_contradict', people: ['A', 'B'] },
  { kind: 'hosts_never_meet', people: ['A', 'B'] },
  { kind: 'apart_too_many', people: ['A', 'B', 'C'], tables: 2 },
]

/** One sentence of each sort at least. */
function everySentence(words: SeminarWords): string[] {
  const coverings = [null, 'covered', 'thin', 'unanswering', 'absent'] as const
  return [
    ...coverings.flatMap((covering) => [
      words.chair({ ...chair, covering }),
      words.chair({ ...chair, covering, candidates: 0 }),
    ]),
    words.sphere({ name: 'emploi', covering: 'thin', seated: 1, covered: 0, chairs: 2 }),
    words.candidate(candidate),
    words.candidate({
      ...candidate,
      nominators: 0,
      newlyReached: 0,
      outside: false,
      bridging: 0,
      tiesToAbsent: [],
      unanswering: false,
      elsewhere: false,
      inviters: [],
    }),
    words.reach({ actors: 40, within1: 0.5, within2: 0.75 }),
    words.groupReach({ name: 'emploi', actors: 8, invited: 1, within1: 2, within2: 3 }),
    words.unreachedCommunities(0, 5),
    words.unreachedCommunities(1, 5),
    ...nexts.map(words.next),
    words.unlisted({ nominators: 3, critical: true, effectiveSpheres: 1.8, bridging: 1 }),
    ...unseens.map(words.unseen),
    words.pair({
      official: 'Commune du lac',
      industrial: 'Usine du lac',
      reach2: 0.5,
      nonRedundancy: 1,
      spheresReached: 1,
      legitimacy: 0.3,
      tied: true,
    }),
    words.pair({
      official: 'Commune du lac',
      industrial: 'Airbus',
      reach2: null,
      nonRedundancy: 1,
      spheresReached: 3,
      legitimacy: null,
      tied: false,
    }),
    ...introductions.map((one) => `${words.introduction(one)}, ${words.introductionReasons(one)}.`),
    ...efficiencies.map(words.scenario.efficiency),
    words.scenario.cutOff([]),
    words.scenario.cutOff(['Office du lac']),
    words.scenario.cutOff(['Office du lac', 'CCI du lac']),
    words.scenario.indispensable({ name: 'Office du lac', before: 0, after: 1 }),
    words.scenario.indispensable({ name: 'Office du lac', before: 2, after: 4 }),
    words.scenario.noneIndispensable,
    words.scenario.absorbing({ between: ['Office du lac', 'Airbus'], broughtBack: 1 }),
    words.plan({ people: 15, tables: 3, rounds: 4, objective: 'mix', seed: 'x' }),
    ...words.quality(quality),
    ...words.quality({ ...quality, acrossSpheres: 0, acrossSpheresPossible: 0 }),
    ...words.quality({
      ...quality,
      share: null,
      repeats: 0,
      fewestMet: 0,
      mostMet: 0,
      far: null,
      spheresPerTable: null,
    }),
    ...obstacles.map(words.obstacle),
    ...(['pairsMet', 'repeats', 'acrossSpheres', 'farMet', 'sharingTheme'] as const).map((figure) =>
      words.comparison({ figure, plan: 40, random: 31.25, blind: 38 }),
    ),
    ...(['never', 'once', 'always'] as const).map((rule) => words.broken(rule, ['A', 'B'])),
  ]
}

describe.each([
  ['fr', french],
  ['en', english],
] as const)('%s', (language, words) => {
  test('tells nothing of spheres where there is one at most', () => {
    const lines = words.quality({ ...quality, acrossSpheres: 0, acrossSpheresPossible: 0, spheresPerTable: 1 })
    expect(lines.filter((line) => /sph[eè]re/.test(line))).toHaveLength(1)
    expect(lines.join(' ')).not.toMatch(/\b0 (rencontre|meetings)/)
  })

  test('names every chair of the method, no two alike', () => {
    const names = defaultComposition.categories.map(({ id }) => words.chairs[id])
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(defaultComposition.categories.length)
  })

  test('has a sentence for every fact, no two facts the same one', () => {
    const sentences = everySentence(words)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|\[object/)
    }
    for (const variants of [
      efficiencies.map(words.scenario.efficiency),
      unseens.map(words.unseen),
      obstacles.map(words.obstacle),
      nexts.map(words.next),
    ]) {
      expect(new Set(variants).size).toBe(variants.length)
    }
  })

  test('tells the figures it is given', () => {
    const [met = ''] = words.quality(quality)
    for (const figure of ['38', '40', '105', '45']) expect(met).toContain(figure)
    expect(words.unseen({ state: 'estimated', seen: 12, estimate: 19.3, interval: [14.2, 41] })).toMatch(
      /12.*19.*14.*41.*7/,
    )
    expect(words.next(nexts[3] ?? nexts[0]!)).toContain('63')
  })

  test('no line on the examples has a hole', () => {
    expect(said[language].length).toBeGreaterThan(300)
    for (const line of said[language]) expect(line).not.toMatch(/undefined|\bnull\b|NaN|Infinity|\[object/)
  })
})

test('French is set as French is, names of the examples included', () => {
  const faults = [
    / [:;?!»%]|« /,
    / {2}(?!·|…|$)/,
    /\p{L}'\p{L}/u,
    /\d%|\d \d/,
    /(?<![\p{L}\d])-\d|\d\.\d/u,
    /\b(?:de|à) les?\b/i,
    /\b[Pp]ar (?:Office|Agence|Ville|Commune|Région|CCI|CNRS|Lycée|Université)/,
    /\b[01] (?:acteurs|personnes|tables|tours|paires|sphères|chaises|invités|autres)\b/,
  ]
  const own = new Set(everySentence(french))
  for (const fault of faults) {
    expect(
      [...own].filter((sentence) => fault.test(sentence)),
      String(fault),
    ).toEqual([])
    expect(
      said.fr.filter((line) => fault.test(line)),
      String(fault),
    ).toEqual([])
  }
})

test('English has no French left', () => {
  const left = everySentence(english).filter((sentence) =>
    /[«»]|\b(?:les|des|acteurs?|chaises?|sphères?|tours?)\b/i.test(sentence),
  )
  expect(left).toEqual([])
})
