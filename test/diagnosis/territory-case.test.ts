import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../server/diagnosis/thresholds.ts'
import type { Change } from '../../server/domain/change.ts'
import type { Actor } from '../../server/domain/territory.ts'
import { arcs, nodesOf } from '../analysis/drawing.ts'
import { actor, territoryOf, tie } from '../network/draw.ts'

function wave(id: string, date: string, basis: 'survey' | 'documents' = 'survey'): Change {
  return { put: 'wave', value: { id, label: id, date, basis } }
}

function described(id: string, fields: Partial<Actor>): Change {
  const change = actor(id)
  return { put: 'actor', value: { ...(change as { value: Actor }).value, ...fields } }
}

const territory = territoryOf([
  wave('w', '2024-01-01'),
  wave('earlier', '2023-01-01'),
  wave('earliest', '2022-01-01'),
  wave('papers', '2023-06-01', 'documents'),
  described('a', { commune: 'Saint-Nazaire', groups: ['Union'] }),
  described('b', { commune: 'Saint-Nazaire', groups: ['Union', 'Réseau'] }),
  described('c', { sphere: 'emploi' }),
  described('m', { inside: false, type: 'etat', sphere: 'action_publique', scope: 'national', groups: ['Réseau'] }),
  { put: 'space', value: { id: 'club', name: 'Club', kind: 'club' } },
  { put: 'space', value: { id: 'projet', name: 'Projet', kind: 'project' } },
  ...['a', 'm'].map(
    (id): Change => ({ put: 'participation', value: { actor: id, space: 'club', role: 'member', wave: 'w' } }),
  ),
  ...['b', 'c'].map(
    (id): Change => ({ put: 'participation', value: { actor: id, space: 'projet', role: 'pilot', wave: 'w' } }),
  ),
  ...['a', 'b', 'c', 'm'].map(
    (id): Change => ({
      put: 'roster',
      value: { actor: id, wave: 'w', status: id === 'm' ? 'named_only' : 'answered' },
    }),
  ),
  tie({ from: 'a', to: 'b', reporter: 'a', strength: 2, kind: 'trust' }),
  tie({ from: 'b', to: 'a', reporter: 'b', strength: 4, kind: 'funding' }),
  tie({ from: 'a', to: 'm', reporter: 'a' }),
  tie({ from: 'a', to: 'c', reporter: 'a', wave: 'earlier' }),
])
const subject = caseOf(territory, 'w', defaultRules)
const names = (nodes: Iterable<number>) => [...nodes].map((node) => subject.actors[node]).join(' ')

describe('a wave of a territory', () => {
  test('tests the groups somebody declared: spheres and communes inside, clubs and declared groups whole', () => {
    expect(subject.groups.map(({ kind, id, members }) => `${kind} ${id}: ${names(members)}`)).toEqual([
      'commune Saint-Nazaire: a b',
      'declared Réseau: b m',
      'declared Union: a b',
      'space club: a m',
      'sphere economie: a b',
      'sphere emploi: c',
    ])
  })

  test('rewires what actors say, and asks who is alone of shared spaces too', () => {
    expect(subject.declared.graph.edgeCount).toBe(2)
    expect(subject.all.graph.edgeCount).toBe(3)
  })

  test('keeps of a tie who vouches, the largest strength and whether any kind is vertical', () => {
    const { vouched, strength, vertical } = subject.declared
    expect([vouched[0], strength[0], vertical[0]]).toEqual([3, 4, 1])
    expect([vouched[1], strength[1], vertical[1]]).toEqual([1, Number.NaN, 0])
  })

  test('is compared with the survey before it, never with documents', () => {
    expect(subject.previous?.case.wave).toBe('earlier')
    expect(
      names(subject.previous?.nodeOf.keys().filter((node) => (subject.previous?.nodeOf[node] ?? -1) >= 0) ?? []),
    ).toBe('a c')
    expect(caseOf(territory, 'earliest', defaultRules).previous).toBeNull()
    expect(caseOf(territory, 'papers', defaultRules).previous).toBeNull()
    expect(caseOf(territory, 'w', defaultRules, { previous: 'earliest' }).previous?.case.wave).toBe('earliest')
  })

  test('knows who lies outside, at which level, and what it is to the territory', () => {
    const m = subject.actors.indexOf('m')
    expect([...subject.outside].map((flag, node) => (flag ? subject.actors[node] : '')).join('')).toBe('m')
    expect(subject.outsideKinds.names[subject.outsideKinds.groupOf[m] ?? -1]).toBe('etat')
    expect(subject.levels?.[m]).toBe(3)
  })

  test('holds its programme, but not the spaces of no project', () => {
    expect(subject.programme?.projects).toEqual([
      { id: 'projet', pilots: ['b', 'c'], participants: ['b', 'c'], around: [], unreadPilot: false, unreadRole: false },
    ])
  })

  test('must exist', () => expect(() => caseOf(territory, 'nope', defaultRules)).toThrow('no wave nope'))
})

describe('a bare network', () => {
  const drawing = 'a>b b>a b>c d>a'
  const actors = [...nodesOf(drawing).keys()]
  const bare = caseOfNetwork({
    actors,
    graph: arcs(drawing),
    groups: ['x', 'x', null, 'y'],
    answered: [true, true, false, false],
    outside: [false, false, false, true],
  })

  test('of arcs is what their sources say; of a source that did not answer, what is known from elsewhere', () => {
    const { sources, targets } = bare.declared.graph
    const told = [...sources].map((u, e) => `${actors[u]}${actors[targets[e] ?? -1]} ${bare.declared.vouched[e]}`)
    expect(told).toEqual(['ab 3', 'bc 1', 'da 4'])
  })

  test('asks those inside, and groups them as the column says', () => {
    expect([...bare.asked]).toEqual([1, 1, 1, 0])
    expect(bare.groups.map(({ id, members }) => `${id} ${members.length}`)).toEqual(['x 2', 'y 0'])
  })

  test('is one network for everything: nothing else is known', () => expect(bare.all).toBe(bare.declared))
})
