import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPerimeter, type Perimeter } from '../../server/domain/perimeter.ts'
import { keyOf, type Territory, type Tie } from '../../server/domain/territory.ts'
import { type Network, networkOf } from '../../server/network/network.ts'
import { actor, territoryOf, tie } from './draw.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const anyone = fc.constantFrom(...ids)
const declaration = fc.record({
  wave: fc.constant('w'),
  kind: fc.constantFrom('cooperation', 'trust', 'funding'),
  from: anyone,
  to: anyone,
  reporter: fc.option(anyone),
  directed: fc.boolean(),
  strength: fc.integer({ min: 1, max: 5 }),
})
const answers = fc.subarray(ids)
const rules = fc.record({
  direction: fc.constantFrom<Perimeter['direction'][]>('either', 'confirmed', 'directed'),
  kindStrength: fc.constantFrom<Perimeter['kindStrength'][]>('max', 'sum'),
  endStrength: fc.constantFrom<Perimeter['endStrength'][]>('max', 'mean'),
  weights: fc.constant('strength' as const),
})
const world = fc
  .tuple(fc.uniqueArray(declaration, { selector: (value) => keyOf('tie', value), maxLength: 25 }), answers)
  .map(([declared, answered]) => surveyOf(declared, answered))

test('arcs, ties and their strengths are what the conventions say of each pair of actors', () => {
  fc.assert(
    fc.property(world, rules, (territory, rule) => {
      const perimeter = { ...defaultPerimeter(territory, 'w'), ...rule }
      expect(edgesOf(networkOf(territory, perimeter))).toEqual(edgesByDefinition(territory, perimeter))
    }),
  )
})

test('behind an edge stand the declarations of its ends, in the order of the territory', () => {
  fc.assert(
    fc.property(world, (territory) => {
      const { actors, graph, evidence } = networkOf(territory, defaultPerimeter(territory, 'w'))
      const between = (u: string | undefined, v: string | undefined) =>
        [...territory.ties].filter(([, { from, to }]) => from !== to && [u, v].includes(from) && [u, v].includes(to))
      expect(evidence.map(({ ties }) => ties)).toEqual(
        [...graph.sources].map((u, e) => between(actors[u], actors[graph.targets[e] ?? -1]).map(([key]) => key)),
      )
    }),
  )
})

function surveyOf(declared: readonly Tie[], answered: readonly string[]): Territory {
  return territoryOf(
    [{ put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } }],
    ids.map(actor),
    declared.map(tie),
    ids.map((id) => ({
      put: 'roster',
      value: { actor: id, wave: 'w', status: answered.includes(id) ? 'answered' : 'asked' },
    })),
  )
}

function edgesOf({ actors, graph }: Network): [string | undefined, string | undefined, number | undefined][] {
  return [...graph.sources].map((u, e) => [actors[u], actors[graph.targets[e] ?? -1], graph.weights?.[e]])
}

/** Pair by pair, from all the declarations each time. */
function edgesByDefinition(territory: Territory, perimeter: Perimeter) {
  const all = [...territory.ties.values()]
  const silent = (id: string) => ![...territory.roster.values()].some((r) => r.actor === id && r.status === 'answered')
  const vouched =
    perimeter.direction === 'confirmed' || (perimeter.direction === 'either' && perimeter.endStrength === 'mean')
  const speaks = (t: Tie, u: string, v: string) => {
    const [from, to] = vouched && t.reporter === t.to && t.reporter !== t.from ? [t.to, t.from] : [t.from, t.to]
    const oneWay = t.directed || (vouched && (t.reporter === t.from || t.reporter === t.to))
    return (from === u && to === v) || (!oneWay && from === v && to === u)
  }
  const strength = (u: string, v: string): number | null => {
    const said = all.filter((t) => speaks(t, u, v))
    const kinds = [...new Set(said.map(({ kind }) => kind))]
    const largest = kinds.map((kind) => Math.max(...said.filter((t) => t.kind === kind).map((t) => t.strength ?? 0)))
    if (largest.length === 0) return null
    return perimeter.kindStrength === 'max' ? Math.max(...largest) : largest.reduce((a, b) => a + b)
  }
  const mean = (there: number | null, back: number | null, u: string, v: string) => {
    const ends = [there ?? (silent(u) ? null : 0), back ?? (silent(v) ? null : 0)].filter((end) => end !== null)
    return ends.reduce((a, b) => a + b) / ends.length
  }
  const pairs = ids.flatMap((u) => ids.filter((v) => u !== v).map((v) => [u, v] as const))
  return pairs.flatMap(([u, v]) => {
    const [there, back] = [strength(u, v), strength(v, u)]
    if (perimeter.direction === 'directed') return there === null ? [] : [[u, v, there]]
    const isTie =
      perimeter.direction === 'confirmed' ? there !== null && back !== null : there !== null || back !== null
    if (u > v || !isTie) return []
    return [[u, v, perimeter.endStrength === 'max' ? Math.max(there ?? 0, back ?? 0) : mean(there, back, u, v)]]
  })
}
