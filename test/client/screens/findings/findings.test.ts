import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { recordOfTerritory, type TerritoryRecord } from '../../../../client/data/record.ts'
import {
  kindOf,
  kinds,
  listingOf,
  outcomes,
  sectionsOf,
  spheresIn,
} from '../../../../client/screens/findings/findings.ts'
import { type Place, usualPlace } from '../../../../client/view/place.ts'
import { worldOf } from '../../../../examples/fictitious/world.ts'
import { diagnoseTerritory } from '../../../../server/diagnosis/diagnose.ts'
import { aboutOf, findingOf, withoutNames } from '../../../../server/diagnosis/finding.ts'
import { published } from '../../../../server/http/published.ts'
import { keysUnder } from '../../../../server/store/finding-keys.ts'
import { diagnosisSchema, type FindingWire, findingSchema } from '../../../../server/wire/diagnosis.ts'
import { subjectOf } from '../../../diagnosis/told.ts'

let record: TerritoryRecord
let findings: readonly FindingWire[]

beforeAll(async () => {
  const { territory, planted } = worldOf('screen')
  record = recordOfTerritory(territory)
  const wave = planted.waves.at(-1)?.id ?? ''
  const diagnosis = await diagnoseTerritory(territory, wave, {
    until: 'first',
    effort: { table: 999, programme: 999, plane: 20 },
  })
  // As if it were known that all of them hold.
  findings = diagnosisSchema.parse(published({ ...diagnosis, stage: 'refined' }, keysUnder('a secret'))).findings
})

test('without filters everything is listed, and counts add up', () => {
  const { shown, counts } = listingOf(findings, record, usualPlace, null)
  expect(shown).toEqual(findings)
  for (const trait of ['kind', 'outcome'] as const) {
    expect([...counts[trait].values()].reduce((sum, count) => sum + count, 0)).toBe(findings.length)
  }
})

test('the count beside a filter is what ticking it alone would list', () => {
  const spheres = [...new Set(findings.flatMap((finding) => [...spheresIn(finding, record)]))]
  const subsets = fc.record({
    kinds: fc.subarray([...kinds]),
    spheres: fc.subarray(spheres),
    outcomes: fc.subarray([...outcomes]),
  })
  fc.assert(
    fc.property(subsets, (filters) => {
      const choice: Place = { ...usualPlace, ...filters }
      const { counts } = listingOf(findings, record, choice, null)
      for (const kind of kinds) {
        const alone = listingOf(findings, record, { ...choice, kinds: [kind] }, null)
        expect(alone.shown).toHaveLength(counts.kind.get(kind) ?? 0)
      }
      for (const sphere of spheres) {
        const alone = listingOf(findings, record, { ...choice, spheres: [sphere] }, null)
        expect(alone.shown).toHaveLength(counts.sphere.get(sphere) ?? 0)
      }
    }),
    { numRuns: 20 },
  )
})

test('sections hold every finding once, one kind each', () => {
  const sections = sectionsOf(findings)
  expect(sections.flatMap((section) => section.findings)).toHaveLength(findings.length)
  for (const { kind, findings: held } of sections) expect(new Set(held.map(kindOf))).toEqual(new Set([kind]))
})

test('no two findings share an id, and no id tells whom a finding is about', () => {
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  for (const finding of findings) {
    const subject = subjectOf(finding)
    if (subject !== '') expect(finding.id).not.toContain(subject)
  }
})

test('an absent sphere is a sphere concerned, an absent kind of actor is none', () => {
  const absent = (whom: Parameters<typeof findingOf<'absent_from_programme'>>[2]) =>
    findingSchema.parse(findingOf('absent_from_programme', 'signal', whom))
  expect([...spheresIn(absent({ sphere: 'culture' }), record)]).toEqual(['culture'])
  expect([...spheresIn(absent({ category: 'etat', types: ['etat'] }), record)]).toEqual([])
})

test('a finding that hides its names is not found by the name or the sphere of an actor', () => {
  const isolated = findings.filter((finding) => 'actor' in aboutOf(finding) && finding.status === 'signal')
  const hidden = isolated.map((finding) => ({ ...withoutNames(finding), named: false }))
  for (const finding of isolated) expect(listingOf(hidden, record, usualPlace, subjectOf(finding)).shown).toEqual([])
  expect(isolated.length).toBeGreaterThan(0)
  expect(hidden.flatMap((finding) => [...spheresIn(finding, record)])).toEqual([])
})
