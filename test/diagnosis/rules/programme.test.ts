import { beforeAll, describe, expect, test } from 'vitest'
import type { Dimension, Finding } from '../../../server/diagnosis/finding.ts'
import { drawFirstPilot, drawSingleSphere } from '../../../server/diagnosis/null/programme-draws.ts'
import { programmeFindings } from '../../../server/diagnosis/rules/programme.ts'
import { mean } from '../../../server/diagnosis/statistics/interval.ts'
import { caseOf } from '../../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../../server/diagnosis/thresholds.ts'
import { exampleTerritories } from '../../../server/exchange/examples.ts'
import { apply, type Change } from '../../../server/territory/change.ts'
import { emptyTerritory, type Territory } from '../../../server/territory/territory.ts'
import { actor, territoryOf } from '../../network/draw.ts'

const draws = 4_999
const examples = new Map<string, Finding[]>()

beforeAll(async () => {
  for (const { id, changes } of await exampleTerritories()) {
    const applied = apply(emptyTerritory(id), changes)
    if (applied.ok) examples.set(id, findingsOf(applied.territory, [...applied.territory.waves.keys()][0] ?? ''))
  }
})

/** Computed apart from the product, P1 with 19,999 draws. */
const reference = [
  { id: 'carene', share: 0.5, first: 15, effective: 6.68, expected: 5.04, p: 5e-5, status: 'signal' },
  { id: 'decazeville', share: 0.667, first: 8, effective: 5.57, expected: 4.36, p: 0.0013, status: 'signal' },
  { id: 'dieppe', share: 0.25, first: 4, effective: 21.5, expected: 4.13, p: 0.82, status: 'none' },
]

describe('P1 in the four territories of the publication', () => {
  test.each(reference)('$id', ({ id, share, first, effective, expected, p, status }) => {
    const finding = only(id, 'P1')
    expect(finding.status).toBe(status)
    expect(dim(finding, 'first_pilot').observed).toBe(first)
    expect(dim(finding, 'first_share').observed).toBeCloseTo(share, 3)
    expect(Math.abs(dim(finding, 'effective_pilots').observed / effective - 1)).toBeLessThan(0.002)
    expect(Math.abs((dim(finding, 'first_pilot').expected ?? 0) - expected)).toBeLessThan(0.04)
    const tolerance = 4 * Math.sqrt(p * (1 - p) * (1 / draws + 1 / 19_999)) + 1 / draws
    expect(Math.abs((dim(finding, 'first_pilot').p ?? 1) - p)).toBeLessThan(tolerance)
  })

  test('CARENE pilots half of the projects of its own programme, and Decazeville communauté two thirds', () => {
    expect(only('carene', 'P1').partner).toBe('carene')
    expect(only('decazeville', 'P1').partner).toBe('decazeville-communaute')
    expect(only('decazeville', 'P1').members).toHaveLength(8)
  })

  test('Ardenne has seven projects with a pilot: fewer than eight', () => {
    expect(only('ardenne', 'P1')).toMatchObject({ status: 'insufficient', reason: 'too_few_projects' })
  })
})

describe('P0', () => {
  test('« À préciser » is a project without a pilot, an unreadable cell is not', () => {
    const findings = of('decazeville', 'P0').map(({ subject, status, reason }) => `${subject} ${status} ${reason}`)
    expect(findings.sort()).toEqual([
      'decazeville-p08-halles-economie-creative signal null',
      'decazeville-p14-commerce-de-proximite insufficient unreadable',
    ])
  })

  test('every project of Dieppe has one', () => {
    expect(of('dieppe', 'P0')).toMatchObject([{ status: 'none', subject: '' }])
  })
})

test.each([
  ['carene', 7],
  ['dieppe', 4],
  ['decazeville', 1],
  ['ardenne', 1],
])('P2: %s lists %i projects of a single sphere', (id, count) => {
  const [whole] = of(id, 'P2')
  expect(whole?.members).toHaveLength(count)
  expect(of(id, 'P2').filter(({ subject }) => subject !== '')).toHaveLength(count)
})

test('P3: CARENE alone pilots seven projects', () => {
  const carene = of('carene', 'P3').find(({ subject }) => subject === 'carene')
  expect(carene?.members).toHaveLength(7)
  expect(dim(carene, 'left_without_pilot').observed).toBe(7)
})

test('P4: no project of Dieppe has an actor of civil society', () => {
  expect(of('dieppe', 'P4').map(({ subject }) => subject)).toContain('societe_civile')
})

test('P4: Ardenne lacks employment as a sphere, which its kind of actors does not say again', () => {
  const absent = of('ardenne', 'P4')
  expect(absent.filter(({ subject }) => subject === 'emploi')).toMatchObject([{ members: [] }])
  expect(absent.find(({ subject }) => subject === 'etat')).toMatchObject({ members: ['etat'] })
  for (const findings of examples.values()) {
    const ids = findings.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  }
})

describe('P5', () => {
  test('a first meeting is a pair that nothing else brings together', () => {
    const findings = findingsOf(
      territoryOf([
        { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } },
        ...['a', 'b', 'c'].map(actor),
        space('p'),
        space('q'),
        { put: 'tie', value: { wave: 'w', kind: 'trust', from: 'a', to: 'b', reporter: null, directed: false } },
        ...['a', 'b', 'c'].map((id) => participation(id, 'p')),
        ...['b', 'c'].map((id) => participation(id, 'q')),
      ]),
      'w',
    )
    // a and b are tied, b and c share q: only a and c meet in p for the first time.
    const meetings = findings.filter(({ code }) => code === 'P5')
    expect(meetings).toMatchObject([{ subject: 'p', members: ['a / c'] }])
  })
})

test('without projects every rule of the programme says so', () => {
  const findings = findingsOf(territoryOf([...['a'].map(actor), wave]), 'w')
  expect(findings.map(({ code, reason }) => `${code} ${reason}`)).toEqual(
    ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'].map((code) => `${code} no_projects`),
  )
})

describe('draws of pilots', () => {
  test('two projects of one seat among two pilots: the first has both with a chance of one half', () => {
    const drawn = drawFirstPilot([1, 1], 2, 20_000, 'half')
    expect(Math.abs(mean(drawn) - 1.5)).toBeLessThan(0.015)
  })

  test('nobody pilots a project twice', () => {
    expect([...drawFirstPilot([3, 3], 3, 20, 'full')]).toEqual(Array(20).fill(2))
  })
})

test('curveball keeps single spheres where nothing can be traded', () => {
  expect([
    ...drawSingleSphere(
      [
        [0, 1],
        [0, 1],
      ],
      [0, 0],
      5,
      'stuck',
    ),
  ]).toEqual([2, 2, 2, 2, 2])
})

const wave: Change = { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } }

function findingsOf(territory: Territory, waveId: string): Finding[] {
  return programmeFindings(caseOf(territory, waveId, defaultRules), defaultRules.thresholds, draws, 'test')
}

function of(id: string, code: string): Finding[] {
  return (examples.get(id) ?? []).filter((finding) => finding.code === code)
}

function only(id: string, code: string): Finding {
  const [finding] = of(id, code)
  if (!finding) throw new Error(`${id} has no ${code}`)
  return finding
}

function dim(finding: Finding | undefined, key: Dimension) {
  const found = finding?.dims.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

function space(id: string): Change {
  return { put: 'space', value: { id, name: id, kind: 'project' } }
}

function participation(id: string, spaceId: string): Change {
  return { put: 'participation', value: { actor: id, space: spaceId, role: 'member', wave: 'w' } }
}
