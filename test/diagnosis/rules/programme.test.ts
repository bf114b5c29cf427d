import { beforeAll, describe, expect, test } from 'vitest'
import { type Dimension, type Finding, type FindingOf, type Kind, kinds } from '../../../server/diagnosis/finding.ts'
import { drawFirstPilot, drawSingleSphere } from '../../../server/diagnosis/null/programme-draws.ts'
import { programmeFindings } from '../../../server/diagnosis/rules/programme.ts'
import { mean } from '../../../server/diagnosis/statistics/interval.ts'
import { caseOf } from '../../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../../server/diagnosis/thresholds.ts'
import { apply, type Change } from '../../../server/domain/change.ts'
import { type Actor, emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { exampleTerritories } from '../../../server/exchange/examples.ts'
import { actor, territoryOf } from '../../network/draw.ts'
import { ofKind, subjectOf } from '../told.ts'

const draws = 4_999
const examples = new Map<string, Finding[]>()
const territories = new Map<string, Territory>()

beforeAll(async () => {
  for (const { id, changes } of await exampleTerritories()) {
    const applied = apply(emptyTerritory(id), changes)
    if (!applied.ok) continue
    territories.set(id, applied.territory)
    examples.set(id, findingsOf(applied.territory, [...applied.territory.waves.keys()][0] ?? ''))
  }
})

/** Computed apart from the product, concentration of pilots with 19,999 draws. */
const reference = [
  { id: 'carene', share: 0.5, first: 15, effective: 6.68, expected: 5.04, p: 5e-5, status: 'signal' },
  { id: 'decazeville', share: 0.667, first: 8, effective: 5.57, expected: 4.36, p: 0.0013, status: 'signal' },
  { id: 'dieppe', share: 0.25, first: 4, effective: 21.5, expected: 4.13, p: 0.82, status: 'none' },
]

describe('concentration of pilots in the four territories of the publication', () => {
  test.each(reference)('$id', ({ id, share, first, effective, expected, p, status }) => {
    const finding = only(id, 'pilot_concentration')
    expect(finding.status).toBe(status)
    expect(dim(finding, 'first_pilot').observed).toBe(first)
    expect(dim(finding, 'first_share').observed).toBeCloseTo(share, 3)
    expect(Math.abs(dim(finding, 'effective_pilots').observed / effective - 1)).toBeLessThan(0.002)
    expect(Math.abs((dim(finding, 'first_pilot').expected ?? 0) - expected)).toBeLessThan(0.04)
    const tolerance = 4 * Math.sqrt(p * (1 - p) * (1 / draws + 1 / 19_999)) + 1 / draws
    expect(Math.abs((dim(finding, 'first_pilot').p ?? 1) - p)).toBeLessThan(tolerance)
  })

  test('CARENE pilots half of the projects of its own programme, and Decazeville communauté two thirds', () => {
    expect(only('carene', 'pilot_concentration').pilot).toBe('carene')
    expect(only('decazeville', 'pilot_concentration').pilot).toBe('decazeville-communaute')
    expect(only('decazeville', 'pilot_concentration').projects).toHaveLength(8)
  })

  test('Ardenne has seven projects with a pilot: fewer than eight', () => {
    expect(only('ardenne', 'pilot_concentration')).toMatchObject({ status: 'insufficient', reason: 'too_few_projects' })
  })
})

describe('a project without a pilot', () => {
  test('« À préciser » is a project without a pilot, an unreadable cell is not', () => {
    const findings = of('decazeville', 'project_without_pilot').map(
      ({ project, status, reason }) => `${project} ${status} ${reason}`,
    )
    expect(findings.sort()).toEqual([
      'decazeville-p08-halles-economie-creative signal null',
      'decazeville-p14-commerce-de-proximite insufficient unreadable',
    ])
  })

  test('every project of Dieppe has one, of which the source is certain but once', () => {
    expect(
      of('dieppe', 'project_without_pilot').map(({ project, status, reason }) => `${project} ${status} ${reason}`),
    ).toEqual(['dieppe-p13-evenements-de-dieppe insufficient doubtful'])
  })
})

test.each([
  ['carene', 7],
  ['dieppe', 4],
  ['decazeville', 1],
  ['ardenne', 0],
])('%s lists %i projects of a single sphere', (id, count) => {
  const [whole] = of(id, 'programme_homophily')
  expect(whole?.projects).toHaveLength(count)
  expect(dim(whole, 'single_sphere').observed).toBe(count)
  const listed = of(id, 'single_sphere_project').map(({ project }) => project)
  expect(listed).toEqual(expect.arrayContaining([...(whole?.projects ?? [])]))
})

test('CARENE alone pilots seven projects', () => {
  const carene = of('carene', 'sole_pilot').find(({ pilot }) => pilot === 'carene')
  expect(carene?.projects).toHaveLength(7)
  expect(dim(carene, 'left_without_pilot').observed).toBe(7)
})

test('no project of Dieppe has an actor of civil society', () => {
  expect(of('dieppe', 'absent_from_programme').map(({ sphere }) => sphere)).toContain('societe_civile')
})

test('Ardenne lacks employment as a sphere, which its kind of actors does not say again', () => {
  const absent = of('ardenne', 'absent_from_programme')
  expect(absent.map(subjectOf).filter((id) => id === 'emploi')).toHaveLength(1)
  expect(absent.map(({ sphere }) => sphere)).toContain('emploi')
  // The State leads the pact that six of the eight projects belong to.
  expect(absent.map(subjectOf)).not.toContain('etat')
  for (const findings of examples.values()) {
    const ids = findings.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  }
})

test('whoever leads what projects belong to is in the programme', () => {
  const state: Change = {
    put: 'actor',
    value: { ...actorNamed('prefecture'), type: 'etat', sphere: 'action_publique' },
  }
  const town: Change = { put: 'actor', value: { ...actorNamed('mairie'), type: 'commune', sphere: 'action_publique' } }
  const pact: Change = { put: 'space', value: { id: 'pact', name: 'Pacte', kind: 'programme_axis' } }
  const project: Change = { put: 'space', value: { id: 'p', name: 'p', kind: 'project', parent: 'pact' } }
  const changes = [wave, town, state, pact, project, participation('mairie', 'p')]
  const isAbsent = (of: readonly Finding[]) =>
    ofKind(of, 'absent_from_programme').some(({ category }) => category === 'etat')
  expect(isAbsent(findingsOf(territoryOf(changes), 'w'))).toBe(true)
  expect(isAbsent(findingsOf(territoryOf([...changes, participation('prefecture', 'pact')]), 'w'))).toBe(false)
})

describe('named and in no project', () => {
  test('none of the four named industrials of Decazeville is in any of its 14 projects, whatever « Entreprises » hides', () => {
    const [finding, ...others] = of('decazeville', 'named_and_absent')
    expect(finding).toMatchObject({ status: 'signal', type: 'entreprise', doubtful: 1 })
    expect([...(finding?.absent ?? [])].sort()).toEqual(['jinjiang-sam', 'lagarrigue', 'phedrus', 'snam'])
    expect(dim(finding, 'in_no_project').of).toBe(4)
    expect(dim(finding, 'projects_read')).toMatchObject({ observed: 13, of: 14 })
    expect(others).toEqual([])
  })

  test('chance must hardly leave all of them out: exactly, four of 12 of whom eight take part', () => {
    const [finding] = of('decazeville', 'named_and_absent')
    const { p, of: kind } = dim(finding, 'in_no_project')
    const subject = caseOf(territories.get('decazeville') ?? emptyTerritory(''), 'documents-2019', defaultRules)
    const named = subject.actors.filter((id) => subject.programme?.named.has(id))
    const present = new Set(subject.programme?.projects.flatMap(({ participants }) => participants))
    const out = named.filter((id) => !present.has(id)).length
    // Four drawn from all that are named, every one from those in no project.
    const chance = [0, 1, 2, 3].reduce((product, i) => (product * (out - i)) / (named.length - i), 1)
    expect(kind).toBe(4)
    expect(p).toBeCloseTo(chance, 12)
  })
})

test('four of the 14 projects of Decazeville have somebody from outside', () => {
  expect(only('decazeville', 'programme_reach')).toMatchObject({ status: 'fact', floor: true })
  expect(dim(only('decazeville', 'programme_reach'), 'reaching_outside')).toMatchObject({ observed: 4, of: 14 })
  // Ardenne's is a university without a name, in a cell that cannot be read.
  expect(dim(only('ardenne', 'programme_reach'), 'reaching_outside').observed).toBe(1)
  expect(dim(only('ardenne', 'programme_reach'), 'reaching_surely').observed).toBe(0)
  expect(only('decazeville', 'programme_reach').dims.map(({ key }) => key)).not.toContain('reaching_surely')
})

describe('rows that the source holds uncertain', () => {
  test('a signal that rests on them is withheld, one that does not says so', () => {
    // Without the uncertain line « a » pilots nothing with another, and « q » has no pilot.
    const pilots = (confidence?: 'uncertain') => [
      wave,
      ...['a', 'b'].map(actor),
      ...['p', 'q', 'r'].map(space),
      pilot('a', 'p'),
      pilot('a', 'q', confidence),
      pilot('b', 'r'),
    ]
    const found = (confidence?: 'uncertain') => {
      const findings = findingsOf(territoryOf(pilots(confidence)), 'w')
      return (['project_without_pilot', 'sole_pilot'] as const).flatMap((kind) =>
        ofKind(findings, kind).map((finding) => `${kind} ${subjectOf(finding)} ${finding.status} ${finding.reason}`),
      )
    }
    expect(found()).toEqual(['project_without_pilot  none null', 'sole_pilot a signal null'])
    expect(found('uncertain')).toEqual([
      'project_without_pilot q insufficient doubtful',
      'sole_pilot a insufficient doubtful',
    ])
  })

  test('nor may an actor or a space that is uncertain itself decide', () => {
    const findings = findingsOf(
      territoryOf([
        wave,
        { put: 'actor', value: { ...actorNamed('a'), confidence: 'uncertain' } },
        actor('b'),
        ...['p', 'q', 'r'].map(space),
        ...['p', 'q'].map((id) => pilot('a', id)),
        pilot('b', 'r'),
      ]),
      'w',
    )
    expect(ofKind(findings, 'sole_pilot')[0]).toMatchObject({ status: 'insufficient', reason: 'doubtful' })
  })
})

describe('a role that could not be read', () => {
  const unread = (id: string, role: string): Change => {
    return { put: 'space', value: { id, name: id, kind: 'project', unobservedRoles: [role] } }
  }

  test('a project with another pilot, unread, does not hang on one', () => {
    const findings = findingsOf(
      territoryOf([wave, actor('a'), space('p'), unread('q', 'pilot'), pilot('a', 'p'), pilot('a', 'q')]),
      'w',
    )
    expect(ofKind(findings, 'sole_pilot')[0]).toMatchObject({ status: 'none' })
  })

  test('a project whose members could not all be read is not of one sphere', () => {
    const findings = findingsOf(
      territoryOf([
        wave,
        actor('a'),
        actor('b'),
        unread('p', 'member'),
        participation('a', 'p'),
        participation('b', 'p'),
      ]),
      'w',
    )
    const judged = ofKind(findings, 'single_sphere_project').filter(({ project }) => project === 'p')
    expect(judged).toMatchObject([{ status: 'insufficient', reason: 'unreadable' }])
  })

  test('pilots that could not be read may be the first one, or anybody else', () => {
    const projects = Array.from({ length: 12 }, (_, i) => `p${i}`)
    const of = (first: number, unreadable: number) => {
      const read = projects.slice(unreadable)
      const findings = findingsOf(
        territoryOf([
          wave,
          ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(actor),
          ...projects.slice(0, unreadable).map((id) => unread(id, 'pilot')),
          ...read.map(space),
          ...read.map((id, i) => pilot(i < first ? 'a' : 'bcdefg'.charAt(i % 6), id)),
        ]),
        'w',
      )
      return ofKind(findings, 'pilot_concentration')[0]
    }
    expect(of(7, 0)).toMatchObject({ status: 'signal' })
    expect(of(7, 1)).toMatchObject({ status: 'signal' })
    expect(of(3, 4)).toMatchObject({ status: 'insufficient', reason: 'unreadable' })
    expect(of(7, 0)?.dims.every(({ interval }) => interval === null)).toBe(true)
  })
})

describe('a first meeting', () => {
  test('is not read from documents: that none names a tie is no sign that there is none', () => {
    for (const id of examples.keys()) {
      if (territories.get(id)?.waves.values().next().value?.basis !== 'documents') continue
      expect(of(id, 'first_meetings')).toMatchObject([{ status: 'insufficient', reason: 'documents' }])
    }
  })

  test('nor said of two that nobody asked about each other', () => {
    const answered = (id: string): Change => ({ put: 'roster', value: { actor: id, wave: 'w', status: 'answered' } })
    const changes = [
      wave,
      ...['a', 'b', 'c'].map(actor),
      space('p'),
      ...['a', 'b', 'c'].map((id) => participation(id, 'p')),
    ]
    const meetings = (of: Change[]) => {
      return ofKind(findingsOf(territoryOf(of), 'w'), 'first_meetings').flatMap(({ pairs }) => pairs)
    }
    expect(meetings(changes)).toEqual([])
    expect(meetings([...changes, answered('a')])).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ])
  })

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
        { put: 'roster', value: { actor: 'a', wave: 'w', status: 'answered' } },
      ]),
      'w',
    )
    // a and b are tied, b and c share q: only a and c meet in p for the first time.
    const meetings = ofKind(findings, 'first_meetings')
    expect(meetings).toMatchObject([{ project: 'p', pairs: [['a', 'c']] }])
  })
})

test('without projects every rule of the programme says so', () => {
  const findings = findingsOf(territoryOf([...['a'].map(actor), wave]), 'w')
  expect(new Set(findings.map(({ reason }) => reason))).toEqual(new Set(['no_projects']))
  const looked = Object.keys(kinds).filter((kind) => kinds[kind as Kind].restsOn === 'programme')
  expect(findings.map(({ kind }) => kind).sort()).toEqual(
    looked.filter((kind) => kind !== 'single_sphere_project').sort(),
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

function of<K extends Kind>(id: string, kind: K): FindingOf<K>[] {
  return ofKind(examples.get(id) ?? [], kind)
}

function only<K extends Kind>(id: string, kind: K): FindingOf<K> {
  const [finding] = of(id, kind)
  if (!finding) throw new Error(`${id} has no ${kind}`)
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

function pilot(id: string, spaceId: string, confidence?: 'uncertain'): Change {
  const value = { actor: id, space: spaceId, role: 'pilot', wave: 'w' }
  return { put: 'participation', value: confidence ? { ...value, confidence } : value }
}

function actorNamed(id: string): Actor {
  const change = actor(id)
  if (!('value' in change)) throw new Error(id)
  return change.value as Actor
}
