import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../../server/diagnosis/bare-case.ts'
import type { Case } from '../../../server/diagnosis/case.ts'
import { type DegreeDraws, drawDegrees, observeDegrees } from '../../../server/diagnosis/null/degree-draws.ts'
import { renewalOf } from '../../../server/diagnosis/renewal.ts'
import {
  degreeFieldOf,
  type GroupTest,
  gradeOf,
  groupFacts,
  judgeGroups,
  passesFloors,
  renewalQs,
  testGroup,
  untestable,
} from '../../../server/diagnosis/rules/closed-groups.ts'
import { GroupStudy } from '../../../server/diagnosis/study-of-groups.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { here } from '../../../server/diagnosis/work.ts'
import { drawnCase, group, qualityOf } from '../draw.ts'
import { signalsOf } from '../told.ts'
import { healthy, type WorldOptions, worldOf } from '../worlds.ts'

const clique = 'a-b a-c a-d b-c b-d c-d'

function withGroups(subject: Case, ...names: string[]): Case {
  return { ...subject, groups: names.map((members) => group(subject, members)) }
}

describe('what a group is', () => {
  test('four members, six ties and four triangles inside, two ties that leave', () => {
    const subject = withGroups(drawnCase(`${clique} a-x b-y x-y`), 'a b c d')
    expect(groupFacts(subject, degreeFieldOf(subject))).toMatchObject([
      { internal: 6, triangles: 4, leaving: 2, degrees: 14, response: 1 },
    ])
  })

  test('overlapping groups are counted each for itself, forty of them too', () => {
    const drawing = 'a-b b-c c-a c-d d-e e-c'
    const subject = drawnCase(drawing)
    const many = Array.from({ length: 40 }, (_, i) => (i % 2 ? 'a b c' : 'c d e'))
    const facts = groupFacts(withGroups(subject, ...many), degreeFieldOf(withGroups(subject, ...many)))
    expect(facts.map(({ triangles, leaving }) => `${triangles} ${leaving}`)).toEqual(Array(40).fill('1 2'))
  })
})

describe('a group is not tested', () => {
  const reasonOf = (subject: Case, members: string) => {
    const whole = withGroups(subject, members)
    const [facts] = groupFacts(whole, degreeFieldOf(whole))
    return facts && untestable(facts, qualityOf(whole), defaultThresholds)
  }
  const full = `${clique} a-x x-y y-z z-x`

  test.each([
    ['when it has three members', full, '', 'x y z', 'too_small'],
    ['when three ties are inside', `a-b b-c c-d d-e e-a x-y y-z z-x`, '', 'a b c d', 'too_few_ties'],
    ['when half of its members did not answer', `${full} p-q q-r r-s s-p`, 'a b', 'a b c d', 'group_response'],
    ['when half of everybody did not', full, 'a b x y', 'a b c d', 'response_rate'],
  ])('%s', (_, drawing, silent, members, reason) => {
    expect(reasonOf(drawnCase(drawing, { silent }), members)).toBe(reason)
  })

  test('in documents', () => {
    expect(reasonOf({ ...drawnCase(full), basis: 'documents' }, 'a b c d')).toBe('documents')
  })

  test('but is when enough of it answered', () => expect(reasonOf(drawnCase(full), 'a b c d')).toBeNull())
})

describe('homophily alone is significant and is no closed group', () => {
  const floors = (leaving: number, expectedLeaving: number, triangles: number, expectedTriangles: number) => {
    const subject = withGroups(drawnCase(clique), 'a b c d')
    const [facts] = groupFacts(subject, degreeFieldOf(subject))
    if (!facts) throw new Error('no group')
    const test: GroupTest = {
      facts: { ...facts, leaving, triangles },
      closure: { exceedances: 0, draws: 1999, p: 0.0005, expected: expectedTriangles },
      opening: { exceedances: 0, draws: 1999, p: 0.0005, expected: expectedLeaving },
      p: 0.0005,
    }
    return passesFloors(test, defaultThresholds)
  }

  test('half of the leaving ties, and twice the triangles, are the floors', () => {
    expect(floors(10, 20, 6, 3)).toBe(true)
    expect(floors(11, 20, 6, 3)).toBe(false)
    expect(floors(10, 20, 5, 3)).toBe(false)
    expect(floors(0, 20, 0, 0)).toBe(false)
  })

  test('both sides must be beyond chance: p is the larger of the two', () => {
    const subject = withGroups(drawnCase(`${clique} a-x b-y x-y x-z y-z z-p p-q q-x`), 'a b c d')
    const field = degreeFieldOf(subject)
    const [facts] = groupFacts(subject, field)
    if (!facts) throw new Error('no group')
    const { closure, opening, p } = testGroup(facts, 0, drawDegrees(field, 200, 's'), Infinity)
    expect(p).toBe(Math.max(closure.p, opening.p))
  })
})

describe('with too few draws', () => {
  const subject = withGroups(drawnCase(clique), 'a b c d')
  const [facts] = groupFacts(subject, degreeFieldOf(subject))
  if (!facts) throw new Error('no group')
  const extreme = (draws: number): GroupTest => ({
    facts: { ...facts, leaving: 0 },
    closure: { exceedances: 0, draws, p: 1 / (draws + 1), expected: 0.5 },
    opening: { exceedances: 0, draws, p: 1 / (draws + 1), expected: 9 },
    p: 1 / (draws + 1),
  })

  test('a group that none of them reached is left open, not cleared', () => {
    const three = [extreme(19), extreme(19), extreme(19)]
    expect(judgeGroups(three, defaultThresholds).map(({ status }) => status)).toEqual(Array(3).fill('unresolved'))
    expect(judgeGroups([extreme(1999)], defaultThresholds).map(({ status }) => status)).toEqual(['signal'])
  })
})

describe('what geography explains', () => {
  const near = { kind: 'communes', nearer: 10, leaning: 0.8, recorded: true } as const
  const study = async (options: WorldOptions) => {
    const subject = caseOfNetwork(worldOf(options, 'near').network)
    const groups = new GroupStudy(subject, qualityOf(subject), defaultThresholds, null, 's', here, 1_000)
    await groups.study(1_999)
    return signalsOf(groups.findings, 'closed_group')
  }

  test('spheres that are closed because each lives in a commune of its own are said to be', async () => {
    const findings = await study({ ...healthy, geography: near })
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.map(({ explainedBy }) => explainedBy)).toEqual(findings.map(() => 'places'))
  })

  test('a club whose members live anywhere is not laid to places, nor is one of a network without them', async () => {
    const planted = { kind: 'club', members: 6, density: 1, outside: 0.2, hidden: false } as const
    const anywhere = await study({ ...healthy, planted, geography: { ...near, leaning: 0, nearer: 3 } })
    expect(anywhere.map(({ group, explainedBy }) => [group?.id, explainedBy])).toEqual([['club', null]])
    const unplaced = await study({ ...healthy, geography: { ...near, recorded: false } })
    expect(unplaced.length).toBeGreaterThan(0)
    expect(unplaced.map(({ explainedBy }) => explainedBy)).toEqual(unplaced.map(() => null))
  })

  test('draws that keep places keep the ties inside them, within a few', () => {
    const subject = caseOfNetwork(worldOf({ ...healthy, geography: near }, 'near').network)
    const placeOf = subject.places?.groupOf ?? new Int32Array()
    const places = subject.places ? Math.max(...placeOf) + 1 : 0
    const groups = Array.from({ length: places }, (_, place) =>
      Int32Array.from([...placeOf.keys()].filter((node) => placeOf[node] === place)),
    )
    const field = { ...degreeFieldOf(subject), groups, placeOf }
    const inside = ({ groupTies }: DegreeDraws, draw: number) =>
      groupTies.reduce((sum, ties) => sum + (ties[draw] ?? 0), 0)
    const observed = inside(observeDegrees(field), 0)
    const drawn = drawDegrees(field, 50, 's')
    for (let draw = 0; draw < 50; draw++) expect(Math.abs(inside(drawn, draw) - observed)).toBeLessThan(6)
    const free = drawDegrees({ ...field, placeOf: null }, 50, 's')
    expect(inside(free, 49)).toBeLessThan(observed / 2)
  })
})

describe('grades', () => {
  const before = `${clique} a-x x-y y-z z-p p-q q-x`
  const gradeAfter = (now: string, flaggedBefore: boolean) => {
    const subject = drawnCase(now, { before })
    const members = group(subject, 'a b c d')
    const renewal = renewalOf(subject)
    const [q = null] = renewalQs(subject, [members], renewal)
    return gradeOf(subject, members, renewal, q, flaggedBefore, defaultThresholds)
  }
  // Eleven at x make new ties among themselves; none of the seven ties of the group is.
  const others = ['e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o']
  const renewed = others.map((name, i) => `${name}-${others[(i + 1) % others.length]}`).join(' ')

  test('without an earlier wave: structural', () => {
    const subject = drawnCase(before)
    expect(gradeOf(subject, group(subject, 'a b c d'), null, null, false, defaultThresholds)).toBe('structural')
  })

  test('others made many new ties and the group none, beyond chance: confirmé', () => {
    const known = `${before} ${others.map((name) => `x-${name}`).join(' ')}`
    const subject = drawnCase(`${known} ${renewed}`, { before: known })
    const members = group(subject, 'a b c d')
    const renewal = renewalOf(subject)
    // Seven of 34 ties taken without any of the eleven new ones.
    const chance = [...Array(7).keys()].reduce((product, i) => (product * (23 - i)) / (34 - i), 1)
    expect(renewal).toMatchObject({ ties: 23 + 11, newTies: 11 })
    const [q = null] = renewalQs(subject, [members], renewal)
    expect(q).toBeCloseTo(chance, 12)
    expect(gradeOf(subject, members, renewal, q, true, defaultThresholds)).toBe('confirmed')
  })

  test('a share of new ties below half of the territory’s confirms nothing where chance gives it', () => {
    // None of seven new where two of fourteen are: p = 3/13.
    expect(gradeAfter(`${before} x-z y-p`, true)).toBe('structural')
  })

  test('groups flagged beside each other are adjusted for: twice the smaller of two', () => {
    const subject = drawnCase(`${before} x-z y-p`, { before })
    const renewal = renewalOf(subject)
    const [alone = 1] = renewalQs(subject, [group(subject, 'a b c d')], renewal)
    const [q = 0, other = 0] = renewalQs(subject, [group(subject, 'a b c d'), group(subject, 'x y z p')], renewal)
    expect(q).toBeCloseTo(Math.min(2 * (alone ?? 1), other ?? 1), 12)
  })

  test('nobody made any: structural, for there is nothing to compare with', () => {
    expect(gradeAfter(before, true)).toBe('structural')
  })

  test('flagged before, and its new ties lead out: en ouverture', () => {
    expect(gradeAfter(`${before} b-y c-z x-z`, true)).toBe('opening')
    expect(gradeAfter(`${before} b-y c-z x-z`, false)).toBe('structural')
  })
})
