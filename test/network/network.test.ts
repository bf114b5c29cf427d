import { describe, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { defaultPerimeter, latestWave, type Perimeter } from '../../server/domain/perimeter.ts'
import type { RosterStatus } from '../../server/domain/vocabulary.ts'
import { type Network, networkOf } from '../../server/network/network.ts'
import { actor, territoryOf, tie, ties } from './draw.ts'

/** Edges as `a-b` or `a>b`, with `:strength` on a weighted network. */
function drawn(changes: Change[], fields: Partial<Perimeter> = {}): string {
  return drawing(network(changes, fields))
}

function network(changes: Change[], fields: Partial<Perimeter> = {}): Network {
  const territory = territoryOf(changes)
  return networkOf(territory, { ...defaultPerimeter(territory, 'w'), ...fields })
}

function drawing({ actors, graph }: Network): string {
  const edges = [...graph.sources].map((u, e) => {
    const ends = `${actors[u]}${graph.directed ? '>' : '-'}${actors[graph.targets[e] ?? -1]}`
    return graph.weights ? `${ends}:${graph.weights[e]}` : ends
  })
  return edges.join(' ')
}

describe('collapsing declarations (C3 to C6)', () => {
  // Two kinds, both directions, a repeat and a loop: the rules of Wasserman & Faust's multirelational data, by hand.
  const raw: Change[] = [
    ...ties('a>b:2 b>a:4 b>c:3'),
    tie({ from: 'a', to: 'b', kind: 'funding', directed: true, strength: 1 }),
    tie({ from: 'a', to: 'a', directed: true, strength: 5 }),
    tie({ from: 'b', to: 'c', directed: true, strength: 1, reporter: 'b' }),
    actor('d'),
    tie({ from: 'c', to: 'd', kind: 'funding', directed: true, strength: 2 }),
  ]
  const strengths = { weights: 'strength', spaceKinds: [] } as const

  test('arcs keep the largest strength over repeats and kinds', () => {
    expect(drawn(raw, { ...strengths, direction: 'directed' })).toBe('a>b:2 b>a:4 b>c:3 c>d:2')
  })
  test('either end is enough, and the larger strength stands', () => {
    expect(drawn(raw, { ...strengths })).toBe('a-b:4 b-c:3 c-d:2')
  })
  test('kinds can add up', () => {
    expect(drawn(raw, { ...strengths, direction: 'directed', kindStrength: 'sum' })).toBe('a>b:3 b>a:4 b>c:3 c>d:2')
  })
  test('the two ends can be averaged', () => {
    expect(drawn(raw, { ...strengths, direction: 'confirmed', endStrength: 'mean' })).toBe('a-b:3')
  })
  test('a missing answer is no zero in the mean, an answer that leaves the tie out is', () => {
    const declared = [...ties('a>x', 'survey'), actor('b'), tie({ from: 'a', to: 'b', reporter: 'a', strength: 4 })]
    const mean = { weights: 'strength', endStrength: 'mean', tieKinds: ['cooperation'] } as const
    const of = (changes: Change[]) =>
      drawn(
        changes.filter((change) => !('put' in change && change.put === 'tie' && change.value.to === 'x')),
        mean,
      )
    expect(of([...declared, roster('a', 'answered'), roster('b', 'asked')])).toBe('a-b:4')
    expect(of([...declared, roster('a', 'answered'), roster('b', 'answered')])).toBe('a-b:2')
  })
  test('confirmed takes both ends', () => {
    expect(drawn(raw, { ...strengths, direction: 'confirmed' })).toBe('a-b:4')
  })
  test('loops are dropped and counted', () => {
    expect(network(raw).counts).toMatchObject({ loops: 1, declarations: 7 })
  })
  test('multiplexity counts kinds, not declarations', () => {
    expect(network(raw).evidence.map(({ multiplexity, ties }) => [multiplexity, ties.length])).toEqual([
      [2, 3],
      [1, 2],
      [1, 1],
    ])
  })
  test('one tie of unknown strength leaves the network without strengths', () => {
    const { graph, counts } = network([...raw, tie({ from: 'a', to: 'd' })], strengths)
    expect(graph.weights).toBeNull()
    expect(counts.unknownStrength).toBe(1)
  })
  test('kinds left out make no edge', () => {
    expect(drawn(raw, { tieKinds: ['funding'] })).toBe('a-b c-d')
  })
})

describe('confirmation', () => {
  test('an undirected declaration is the word of its reporter alone', () => {
    const one = [...ties('a>x', 'survey'), actor('b'), tie({ from: 'a', to: 'b', reporter: 'a' })]
    expect(drawn(one, { direction: 'confirmed' })).toBe('')
    expect(drawn([...one, tie({ from: 'a', to: 'b', reporter: 'b' })], { direction: 'confirmed' })).toBe('a-b')
  })
  test('two ends that report the same one-way tie confirm it', () => {
    const both = [
      ...ties('a>x'),
      actor('b'),
      tie({ from: 'a', to: 'b', directed: true, reporter: 'a' }),
      tie({ from: 'a', to: 'b', directed: true, reporter: 'b' }),
    ]
    expect(drawn(both, { direction: 'confirmed' })).toBe('a-b')
  })
  test('a document that states a mutual tie confirms it', () => {
    expect(drawn(ties('a-b'), { direction: 'confirmed' })).toBe('a-b')
  })
})

describe('spaces', () => {
  const project = (id: string, kind: string, host?: string): Change => ({
    put: 'space',
    value: { id, name: id, kind, ...(host === undefined ? {} : { host }) },
  })
  const takesPart = (who: string, space: string, role = 'partner'): Change => ({
    put: 'participation',
    value: { actor: who, space, role, wave: 'w' },
  })
  const meeting = [
    ...ties('a-b'),
    actor('c'),
    project('p', 'project'),
    takesPart('a', 'p', 'pilot'),
    takesPart('b', 'p'),
    takesPart('c', 'p'),
    takesPart('c', 'p', 'funder'),
  ]

  test('participants are tied to each other', () => {
    expect(drawn(meeting)).toBe('a-b a-c b-c')
    expect(drawn(meeting, { spaceKinds: [] })).toBe('a-b')
    expect(drawn(meeting, { tieKinds: [] })).toBe('a-b a-c b-c')
    expect(drawn(meeting, { direction: 'directed' })).toBe('a>b a>c b>a b>c c>a c>b')
  })
  test('an edge says which spaces and which ties stand behind it', () => {
    const { evidence } = network(meeting)
    expect(evidence[0]).toEqual({ ties: ['["w","cooperation","a","b",null]'], spaces: ['p'], multiplexity: 1 })
    expect(evidence[1]).toEqual({ ties: [], spaces: ['p'], multiplexity: 0 })
  })
  test('shared spaces are counted apart from ties', () => {
    const twice = [...meeting, project('q', 'club'), takesPart('b', 'q'), takesPart('c', 'q')]
    expect(drawn(twice, { weights: 'shared' })).toBe('a-b:1 a-c:1 b-c:2')
  })
  test('axes and seminar series tie nobody by default', () => {
    const axis = [...ties('a-b'), actor('c'), project('s', 'seminar_series'), takesPart('a', 's'), takesPart('c', 's')]
    expect(drawn(axis)).toBe('a-b')
    expect(drawn(axis, { spaceKinds: ['seminar_series'] })).toBe('a-b a-c')
  })
  test('taking part in a hosted space ties to its host, the same organisation', () => {
    const cluster = [...ties('a-b'), actor('h'), project('k', 'cluster', 'h'), takesPart('a', 'k')]
    expect(drawn(cluster)).toBe('a-b a-h')
  })
  test('a host alone is no participant', () => {
    expect(drawn([...ties('a-b'), actor('h'), project('k', 'cluster', 'h')])).toBe('a-b')
  })
})

describe('who is in', () => {
  const outsider = (id: string): Change => ({
    put: 'actor',
    value: { ...(actor(id) as { value: object }).value, inside: false, collective: true } as never,
  })
  test('actors outside or collective can be left out, and the whole is still counted', () => {
    const changes = [...ties('a-b'), outsider('z'), tie({ from: 'a', to: 'z' })]
    expect(network(changes).actors).toEqual(['a', 'b', 'z'])
    expect(network(changes, { actors: 'inside' }).actors).toEqual(['a', 'b'])
    expect(network(changes, { collective: false }).actors).toEqual(['a', 'b'])
    expect(network(changes, { actors: 'inside' }).counts.actorsOfWave).toBe(3)
  })
  test('a survey speaks of its roster and of those it names', () => {
    const changes = [...ties('a-b', 'survey'), actor('c'), actor('d'), roster('c', 'asked')]
    expect(network(changes).actors).toEqual(['a', 'b', 'c'])
    expect(network(changes).absent).toEqual({ otherWaves: [], noWave: ['d'] })
  })
  test.each(['documents', 'informants'] as const)('%s speak of everybody that no other wave alone knows', (basis) => {
    const later: Change[] = [
      { put: 'wave', value: { id: 'w2', label: 'Suite', date: '2025-01-01', basis: 'survey' } },
      actor('new'),
      tie({ wave: 'w2', from: 'new', to: 'a' }),
    ]
    const drawn = network([...ties('a-b', basis), actor('alone'), ...later])
    expect(drawn.actors).toEqual(['a', 'alone', 'b'])
    expect(drawn.absent).toEqual({ otherWaves: ['new'], noWave: [] })
  })
  test('the latest wave is the one of the latest date', () => {
    const early: Change = { put: 'wave', value: { id: 'z', label: 'Avant', date: '2020-01-01', basis: 'survey' } }
    expect(latestWave(territoryOf([...ties('a-b'), early]))).toBe('w')
    expect(latestWave(territoryOf([]))).toBeUndefined()
  })
})

describe('observed dyads (C9)', () => {
  test('one answering end is enough, so only pairs of silent actors are unobserved', () => {
    const changes = [
      ...ties('a-b c-d', 'survey'),
      roster('a', 'answered'),
      roster('b', 'answered'),
      roster('c', 'asked'),
    ]
    const { silent, observedDyads } = network(changes)
    expect([...silent]).toEqual([0, 0, 1, 1])
    expect(observedDyads).toBe(6 - 1)
  })
  test.each(['documents', 'informants'] as const)('%s observe no dyad', (basis) => {
    expect(network(ties('a-b b-c', basis)).observedDyads).toBe(0)
  })
})

test('a gathering too large to expand is refused before it is expanded', () => {
  const crowd: Change[] = Array.from({ length: 3_200 }, (_, i) => actor(`a${i}`))
  const taken = crowd.map(
    (_, i): Change => ({
      put: 'participation',
      value: { actor: `a${i}`, space: 's', role: 'participant', wave: 'w' },
    }),
  )
  const changes: Change[] = [
    { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'documents' } },
    { put: 'space', value: { id: 's', name: 'Salon', kind: 'seminar' } },
  ]
  expect(() => network([...changes, ...crowd, ...taken])).toThrow('5118400 pairs')
})

function roster(who: string, status: RosterStatus): Change {
  return { put: 'roster', value: { actor: who, wave: 'w', status } }
}
