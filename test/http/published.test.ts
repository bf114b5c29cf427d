import { createHash, createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../server/diagnosis/diagnosis.ts'
import { findingOf } from '../../server/diagnosis/finding.ts'
import { published } from '../../server/http/published.ts'
import { keysUnder, newSecret } from '../../server/store/finding-keys.ts'
import { subjectOf } from '../diagnosis/told.ts'
import { territoryOf, ties } from '../network/draw.ts'

const broker = findingOf('critical_broker', 'signal', {
  broker: 'hub',
  cutOff: ['a', 'b'],
  survival: 0.5,
  named: false,
})
const club = findingOf('closed_group', 'signal', {
  group: { kind: 'space', id: 'club' },
  members: ['a', 'b'],
  ties: [{ from: 'a', to: 'b', role: 'internal', lastContact: '2024-01-01' }],
  whatIf: { ties: [{ from: 'a', to: 'c', ratio: 0.6, gain: 0.1, introducer: 'hub' }], lifted: true },
  survival: 0.5,
  named: false,
})
const member = findingOf('closed_actor', 'signal', {
  actor: 'a',
  closedGroups: [
    { kind: 'space', id: 'club' },
    { kind: 'space', id: 'circle' },
  ],
  survival: 0.9,
})
const fragile = findingOf('fragile_opening', 'signal', {
  carrier: 'port',
  survival: 0.7,
  named: false,
})
const spheres = findingOf('excluded_spheres', 'signal', { spheres: ['a', 'b'], survival: 0.5, named: false })
const project = findingOf('project_without_pilot', 'signal', { project: 'quay' })

let survey: Diagnosis
beforeAll(async () => {
  survey = await diagnoseTerritory(territoryOf(ties('a-b b-c')), 'w', { until: 'first' })
})

function told(findings: Diagnosis['findings'], stage: Diagnosis['stage'], responseRate: number | null) {
  const { profile, dataQuality } = survey
  const firstCarrier = { actor: 'port', share: 0.8 }
  const keyPlayers = [{ actors: ['hub'], fragmentation: 1 }]
  const diagnosis: Diagnosis = {
    ...survey,
    stage,
    findings,
    profile: { ...profile, firstCarrier, keyPlayers },
    dataQuality: { ...dataQuality, basis: responseRate === null ? 'documents' : 'survey', responseRate },
  }
  return published(diagnosis, keysUnder('secret'))
}

describe('a finding that holds too seldom', () => {
  test('says how many, and not who', () => {
    const [said] = told([club], 'refined', 0.8).findings
    expect(said).toMatchObject({ named: false, group: null, members: ['', ''], whatIf: null, survival: 0.5 })
    expect(said?.ties).toEqual([{ from: '', to: '', role: 'internal', lastContact: null }])
    expect(JSON.stringify(said)).not.toMatch(/"(a|b|c|hub|club)"|"club"/)
  })

  test('is told neither by the findings on its members nor by the profile', () => {
    const { findings, profile } = told([club, member, broker, fragile], 'refined', 0.8)
    expect(findings.find(({ kind }) => kind === 'closed_actor')).toMatchObject({
      named: true,
      actor: 'a',
      closedGroups: [{ kind: 'space', id: 'circle' }],
    })
    expect(profile.firstCarrier).toEqual({ actor: '', share: 0.8 })
    expect(profile.keyPlayers).toBeNull()
  })

  test('does not stand where its name would put it', () => {
    const single = (actor: string, named: boolean) => findingOf('single_tie', 'signal', { actor, survival: 0.9, named })
    const { findings } = told([single('b', true), single('c', false), single('d', true), project], 'refined', 0.8)
    expect(findings.map(subjectOf)).toEqual(['b', 'd', '', 'quay'])
  })

  test('on a pair of spheres keeps their names: they are no organisations', () => {
    expect(told([spheres], 'refined', 0.8).findings).toMatchObject([{ named: true, spheres: ['a', 'b'] }])
  })
})

describe('a finding of which it is not known yet how well it holds', () => {
  const unknown = { ...broker, survival: null, named: true }

  test('names nobody until it is', () => {
    expect(told([unknown], 'first', 0.8).findings).toMatchObject([{ named: false, broker: null, cutOff: ['', ''] }])
    expect(told([unknown], 'refined', 0.8).findings).toMatchObject([{ named: true, broker: 'hub' }])
  })

  test('names whom it is about where everybody answered, and where nobody was asked', () => {
    for (const rate of [1, null]) {
      expect(told([unknown], 'first', rate).findings).toMatchObject([{ named: true, broker: 'hub' }])
    }
  })

  test('and that a programme tells is what the programme says', () => {
    expect(told([project], 'first', 0.8).findings).toMatchObject([{ named: true, project: 'quay' }])
  })
})

test('a finding goes by one name whether it is said whom it is about or not', () => {
  const [hidden] = told([broker], 'refined', 0.8).findings
  const [said] = told([{ ...broker, survival: 1, named: true }], 'refined', 0.8).findings
  expect(hidden?.id).toBe(said?.id)
})

test('hashing everybody who might be meant, with all that is public, finds nobody whose name is withheld', () => {
  const roster = Array.from({ length: 60 }, (_, i) => `actor-${i}`)
  const withheld = roster.flatMap((actor) => [
    findingOf('isolated_actor', 'signal', { actor, named: false }),
    findingOf('closed_actor', 'signal', { actor, named: false }),
    findingOf('single_tie', 'signal', { actor, named: false }),
    findingOf('dependent_actor', 'signal', { actor, named: false }),
    findingOf('fading_ties', 'signal', { actor, named: false }),
    findingOf('peripheral_actor', 'signal', { actor, named: false }),
    findingOf('critical_broker', 'signal', { broker: actor, named: false }),
    findingOf('islet', 'signal', { members: [actor], named: false }),
    findingOf('closed_group', 'signal', { group: { kind: 'space', id: actor }, named: false }),
  ])
  const secret = newSecret()
  const { dataQuality, wave, rule, seed } = survey
  const refined: Diagnosis = { ...survey, stage: 'refined', findings: withheld }
  const told = published({ ...refined, dataQuality: { ...dataQuality, responseRate: 0.8 } }, keysUnder(secret))
  const keys = new Set(told.findings.map(({ id }) => id))
  expect(keys.size).toBe(withheld.length)
  const candidates = withheld.flatMap((finding) => {
    const whom = subjectOf(finding)
    return [finding.id, whom, `${finding.kind}:${whom}`].map((text) => [finding.kind, text] as const)
  })
  for (const known of ['', wave, rule, seed, 'val-de-brume', roster.join()]) {
    for (const [kind, text] of candidates) {
      for (const mac of [
        createHash('sha256').update(known + text),
        createHash('sha256').update(text + known),
        createHmac('sha256', known).update(text),
      ]) {
        expect(keys.has(`${kind}-${mac.digest().subarray(0, 16).toString('base64url')}`)).toBe(false)
      }
    }
  }
  // Whoever had the secret would find them all: they are looked for where they are.
  expect(new Set(withheld.map(({ id }) => keysUnder(secret)(id)))).toEqual(keys)
})
