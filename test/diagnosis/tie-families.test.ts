import { describe, expect, test } from 'vitest'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../server/diagnosis/thresholds.ts'
import { familyBit, ofFamily, pooledKinds, tieFamilies } from '../../server/diagnosis/tie-families.ts'
import type { Change } from '../../server/domain/change.ts'
import { defaultVocabulary } from '../../server/domain/vocabulary.ts'
import { actor, territoryOf, tie } from '../network/draw.ts'
import { ofKind } from './told.ts'

const wave: Change = { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } }
const answered = (id: string): Change => ({ put: 'roster', value: { actor: id, wave: 'w', status: 'answered' } })

test('every kind of the default vocabulary is in one family, but hierarchy, which is in none', () => {
  const without = defaultVocabulary.tieKind.filter((kind) => familyBit(kind) === 0)
  expect(without).toEqual(['hierarchy'])
  const bits = defaultVocabulary.tieKind.map(familyBit).filter((bit) => bit > 0)
  expect(new Set(bits)).toEqual(new Set(tieFamilies.map((_, i) => 1 << i)))
})

describe('hierarchy and conflict', () => {
  const territory = territoryOf([
    wave,
    { put: 'vocabulary', value: { vocabulary: 'tieKind', id: 'conflict', fr: 'conflit' } },
    ...['a', 'b', 'c', 'd'].map(actor),
    tie({ from: 'a', to: 'b', kind: 'cooperation' }),
    tie({ from: 'b', to: 'c', kind: 'hierarchy' }),
    tie({ from: 'c', to: 'd', kind: 'conflict' }),
  ])

  test('tie, but never count for closure', () => {
    const { declared, all, relation } = caseOf(territory, 'w', defaultRules)
    expect(declared.graph.edgeCount).toBe(1)
    expect(all.graph.edgeCount).toBe(3)
    expect(relation).not.toContain('hierarchy')
    expect(relation).not.toContain('conflict')
  })

  test('unless nothing else was asked for', () => {
    expect(pooledKinds(['hierarchy', 'conflict'])).toEqual(['hierarchy', 'conflict'])
    expect(pooledKinds(['hierarchy', 'trust'])).toEqual(['trust'])
  })
})

test('a tie of several kinds is in each of their families', () => {
  const territory = territoryOf([
    wave,
    ...['a', 'b', 'c'].map(actor),
    tie({ from: 'a', to: 'b', kind: 'cooperation' }),
    tie({ from: 'a', to: 'b', kind: 'funding' }),
    tie({ from: 'b', to: 'c', kind: 'trust' }),
  ])
  const { declared } = caseOf(territory, 'w', defaultRules)
  expect(tieFamilies.map((family) => ofFamily(declared, family).graph.edgeCount)).toEqual([1, 1, 1])
})

test('a closed group says in which families it is closed, and where too few ties are inside', async () => {
  const club = ['a', 'b', 'c', 'd', 'e', 'f']
  const others = Array.from({ length: 30 }, (_, i) => `o${String(i).padStart(2, '0')}`)
  const pairs = club.flatMap((from, i) => club.slice(i + 1).map((to) => tie({ from, to })))
  const around = others.flatMap((from, i) =>
    [1, 7, 12].map((step) => tie({ from, to: others[(i + step) % others.length] ?? '', kind: 'cooperation' })),
  )
  const told = [tie({ from: 'a', to: 'o00' }), tie({ from: 'o03', to: 'o09', kind: 'trust' })]
  const territory = territoryOf([
    wave,
    ...[...club, ...others].map(actor),
    ...[...club, ...others].map(answered),
    { put: 'space', value: { id: 'club', name: 'Club', kind: 'club' } },
    ...club.map(
      (id): Change => ({ put: 'participation', value: { actor: id, space: 'club', role: 'member', wave: 'w' } }),
    ),
    ...pairs,
    ...around,
    ...told,
  ])
  const { findings } = await diagnoseTerritory(territory, 'w', { until: 'first', effort: { programme: 99, plane: 9 } })
  const closed = ofKind(findings, 'closed_group').find(({ group }) => group?.id === 'club')
  expect(closed).toMatchObject({
    status: 'signal',
    families: [
      { family: 'exchange', holds: null },
      { family: 'cooperate', holds: true },
      { family: 'decide', holds: null },
    ],
  })
})
