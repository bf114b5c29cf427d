import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import type { Case } from '../../server/diagnosis/case.ts'
import { diagnose } from '../../server/diagnosis/diagnose.ts'
import type { Dimension, Finding, FindingOf, Kind } from '../../server/diagnosis/finding.ts'
import { renewalOf, testRenewal } from '../../server/diagnosis/renewal.ts'
import { demo } from './demo.ts'
import { ofKind, signalsOf, subjectOf } from './told.ts'

/** The second wave with its spheres, the club a group of its own beside them. */
const names = demo.ids.map((_, node) => demo.spheres.names[demo.spheres.groupOf[node] ?? -1] ?? null)
const bare = { actors: demo.ids, groups: names, answered: null, outside: demo.outside }
const spheresOnly = caseOfNetwork({ ...bare, graph: demo.wave2, previous: { ...bare, graph: demo.wave1 } })
const club = { id: 'club', kind: 'declared', members: demo.club } as const
const subject: Case = {
  ...spheresOnly,
  groups: [...spheresOnly.groups, club],
  previous: spheresOnly.previous && {
    ...spheresOnly.previous,
    case: { ...spheresOnly.previous.case, groups: [...spheresOnly.previous.case.groups, club] },
  },
}
const { findings, profile } = await diagnose(subject, { until: 'first' })

describe('the club', () => {
  const finding = one('closed_group', 'club')

  test('keeps to itself, structurally and without renewal', () => {
    expect(finding).toMatchObject({ status: 'signal', grade: 'confirmed' })
    expect(dim(finding, 'opening')).toMatchObject({ observed: 2, null: 'A' })
    expect(dim(finding, 'closure')).toMatchObject({ observed: 20, p: 1 / 2000 })
    expect(dim(finding, 'renewal').observed).toBe(0)
    expect(dim(finding, 'renewal').expected).toBeCloseTo(3.4, 1)
    expect(dim(finding, 'renewal').p).toBeCloseTo(0.017258571, 8)
  })

  test('33 leaving ties were to be expected, and next to no triangle', () => {
    expect(dim(finding, 'opening').expected).toBeCloseTo(33.4, 0)
    expect(dim(finding, 'closure').expected).toBeLessThan(0.1)
  })

  test('the ties are those of the data: 18 inside, 2 leaving', () => {
    expect(finding.ties.filter(({ role }) => role === 'internal')).toHaveLength(18)
    expect(finding.ties.filter(({ role }) => role === 'leaving').map(({ from, to }) => `${from} ${to}`)).toEqual([
      'club1 ind1',
      'club4 col1',
    ])
  })

  test('three introductions would not be enough, and the ratio they reach is said', () => {
    expect(finding.whatIf?.lifted).toBe(false)
    expect(finding.whatIf?.ties).toHaveLength(3)
    for (const { from, to } of finding.whatIf?.ties ?? []) {
      expect(finding.members).toContain(from)
      expect(finding.members).not.toContain(to)
    }
    expect(finding.whatIf?.ties.at(-1)?.ratio).toBeCloseTo(5 / 34.7, 2)
  })

  test('its seven members know that they belong to a closed group', () => {
    const members = ofKind(findings, 'closed_actor').filter(({ closedGroups }) =>
      closedGroups.some(({ id }) => id === 'club'),
    )
    expect(members.map(subjectOf).sort()).toEqual(finding.members)
  })

  test('the draws are there to be drawn', () => {
    const { distribution, draws } = dim(finding, 'opening')
    expect(distribution?.counts.reduce((sum, count) => sum + count, 0)).toBe(draws)
    expect(distribution?.least).toBeGreaterThan(2)
  })
})

test('two isolates and a pendant, as planted', () => {
  const isolates = signalsOf(findings, 'isolated_actor')
  expect(isolates.map(subjectOf)).toEqual(['iso1', 'iso2'])
  const pendant = one('dependent_actor', 'pend1')
  expect(pendant).toMatchObject({ status: 'fact', broker: 'col1', ties: [{ to: 'col1', role: 'only' }] })
})

test('industry and local authorities have eight ties, about as many as their homophily leaves', () => {
  const finding = one('excluded_spheres', 'collectivite / industrie')
  expect(finding).toMatchObject({ status: 'none', reference: 'E' })
  expect(dim(finding, 'between').observed).toBe(8)
  expect(dim(finding, 'between').expected).toBeCloseTo(9, 0)
})

test('renewal by sphere is that of the reference', () => {
  const renewal = renewalOf(subject)
  expect(renewal).toMatchObject({ ties: 135, newTies: 23 })
  if (!renewal) return
  const { sources, targets } = subject.declared.graph
  for (const [name, reference] of Object.entries(demo.reference.novelty.groups.bySphere)) {
    const sphere = demo.spheres.names.indexOf(name)
    const groupOf = demo.spheres.groupOf
    const touches = (e: number) => groupOf[sources[e] ?? -1] === sphere || groupOf[targets[e] ?? -1] === sphere
    expect(testRenewal(renewal, touches)).toMatchObject({ ties: reference.ties, newTies: reference.new })
  }
})

test('both readings class every tie once, and the classes add up', () => {
  const { edgeCount } = demo.wave2
  for (const reading of Object.values(profile.classes)) {
    const classed = Object.values(reading).reduce((sum, { ties }) => sum + ties, 0)
    expect(classed + profile.beyond).toBe(edgeCount)
    const expected = Object.values(reading).reduce((sum, figures) => sum + (figures.expected ?? 0), 0)
    expect(expected).toBeCloseTo(edgeCount - profile.beyond, 6)
  }
})

test('the territory is more closed than chance, and placed only where its margins avoid the cross', () => {
  const { cohesion, proximity, opening, quadrant } = profile
  expect(cohesion?.value).toBeGreaterThan(cohesion?.chance?.high ?? 1)
  expect(proximity?.value).toBeLessThan(proximity?.expected ?? 0)
  const avoids = (interval: { low: number; high: number } | null | undefined, cross: number | null | undefined) =>
    interval != null && cross != null && (interval.low > cross || interval.high < cross)
  const isPlaced = avoids(cohesion?.interval, cohesion?.cross.at) && avoids(opening?.interval, opening?.expected)
  expect(quadrant !== null).toBe(isPlaced)
})

function one<K extends Kind>(kind: K, about: string): FindingOf<K> {
  const found = ofKind(findings, kind).find((finding) => subjectOf(finding) === about)
  if (!found) throw new Error(`no ${kind} on ${about}`)
  return found
}

function dim(finding: Finding, key: Dimension) {
  const found = finding.dims.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
