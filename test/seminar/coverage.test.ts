import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DistanceMatrix } from '../../server/analysis/distance-matrix.ts'
import { randomStream } from '../../server/analysis/random.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { Coverage, reachings } from '../../server/seminar/coverage.ts'
import { nextInvitations } from '../../server/seminar/next-invitations.ts'
import { graphs } from '../analysis/arbitrary.ts'
import { ties } from '../analysis/drawing.ts'
import { oracle } from '../analysis/oracle.ts'
import reference from '../oracles/kpp_coverage.json' with { type: 'json' }

interface Choice {
  readonly optimum: number
  readonly optimalSet: readonly string[]
  readonly nOptimal: number
  readonly greedy: number
  readonly greedySet: readonly string[]
}

const everyone = (graph: Graph) => Array.from({ length: graph.nodeCount }, (_, node) => node)
const none = (graph: Graph) => new Coverage(new DistanceMatrix(graph))

describe.each(Object.entries(reference.results))('invitations to %s', (id, expected) => {
  const { subject, ids } = oracle(id)
  const { graph } = subject
  const undirected = graph.directed
    ? graphOf({ directed: false, nodeCount: graph.nodeCount, ...uniqueTies(graph) })
    : { ...graph, weights: null }
  const start = none(undirected)
  const names = (nodes: readonly number[]) => nodes.map((node) => ids[node] ?? '')

  const choices = Object.entries(expected).filter(([key]) => /^m\d_k\d$/.test(key))
  test.each(choices)('%s', (key, choice) => {
    const { optimum, optimalSet, nOptimal, greedy, greedySet } = choice as Choice
    const by = key.startsWith('m1') ? 'within1' : 'within2'
    const count = Number(key.at(-1))
    const found = nextInvitations(start, { candidates: everyone(undirected), count, by, quotas: null })
    expect(found.greedyGain).toBe(greedy)
    expect(found.gain).toBe(optimum)
    expect(found.certainty).toMatchObject({ proof: 'enumerated', best: optimum, optima: nOptimal })
    if (found.certainty.proof === 'enumerated') {
      expect(names(found.certainty.first).sort()).toEqual([...optimalSet].sort())
    }
    if (greedy === optimum) expect(names(found.chosen.map(({ node }) => node))).toEqual(greedySet)
  })

  test('mean of 1 / distance from each actor, and the best two', () => {
    for (const [name, value] of Object.entries(expected.DR_single)) {
      const alone = new Coverage(start.distances, [ids.indexOf(name)])
      expect(alone.reach.weighted).toBeCloseTo(value as number, 9)
    }
    const question = { candidates: everyone(undirected), count: 2, by: 'weighted', quotas: null } as const
    const { gain, certainty } = nextInvitations(start, question)
    expect(gain / undirected.nodeCount).toBeCloseTo(expected.DR_best2.value, 9)
    if (certainty.proof === 'enumerated') {
      expect(names(certainty.first).sort()).toEqual([...expected.DR_best2.set].sort())
    }
  })
})

function uniqueTies({ sources, targets }: Graph) {
  const pairs = new Map(
    [...sources].map((u, e) => [[u, targets[e]!].sort((a, b) => a - b).join(), [u, targets[e]!] as const]),
  )
  return { sources: [...pairs.values()].map(([u]) => u), targets: [...pairs.values()].map(([, v]) => v) }
}

describe('coverage', () => {
  const network = fc.tuple(graphs({ most: 9 }), fc.array(fc.nat(8)), fc.array(fc.nat(8)), fc.nat(8))

  test('is monotone and submodular: one more adds something or nothing, and less beside a longer list', () => {
    fc.assert(
      fc.property(network, fc.constantFrom(...reachings), ([graph, few, more, node], by) => {
        if (graph.nodeCount === 0) return
        const within = (list: number[]) => list.map((member) => member % graph.nodeCount)
        const distances = new DistanceMatrix(graph)
        const short = new Coverage(distances, within(few))
        const long = new Coverage(distances, within([...few, ...more]))
        const one = node % graph.nodeCount
        expect(long.value(by)).toBeGreaterThanOrEqual(short.value(by) - 1e-12)
        expect(long.gain(one, by)).toBeGreaterThanOrEqual(0)
        expect(short.gain(one, by)).toBeGreaterThanOrEqual(long.gain(one, by) - 1e-12)
      }),
    )
  })

  test('chips added and removed give what the list gives from scratch', () => {
    fc.assert(
      fc.property(network, ([graph, added, removed]) => {
        if (graph.nodeCount === 0) return
        const distances = new DistanceMatrix(graph)
        const live = new Coverage(distances)
        added.forEach((node, i) => {
          live.add(node % graph.nodeCount)
          if (removed[i] !== undefined) live.remove(removed[i] % graph.nodeCount)
        })
        const anew = new Coverage(distances, live.members)
        const spheres = { names: ['A', 'B'], groupOf: Int32Array.from(everyone(graph), (node) => node % 2) }
        expect(live.reach).toEqual(anew.reach)
        expect(live.groups(spheres)).toEqual(anew.groups(spheres))
      }),
    )
  })

  test('counts the list by sphere beside what its size would give', () => {
    const graph = ties('a-b b-c c-d e')
    const list = new Coverage(new DistanceMatrix(graph), [0, 4])
    const spheres = { names: ['left', 'right'], groupOf: Int32Array.of(0, 0, 1, 1, 1) }
    expect(list.groups(spheres)).toEqual([
      { group: 'left', actors: 2, invited: 1, proportional: 0.8, within1: 2, within2: 2 },
      { group: 'right', actors: 3, invited: 1, proportional: 1.2, within1: 1, within2: 2 },
    ])
    expect(list.reach).toEqual({ within1: 3 / 5, within2: 4 / 5, weighted: (1 + 1 + 1 / 2 + 1 / 3 + 1) / 5 })
  })

  test('of no network is null, of an empty list 0', () => {
    expect(none(ties('')).reach).toEqual({ within1: null, within2: null, weighted: null })
    expect(none(ties('a-b')).reach).toEqual({ within1: 0, within2: 0, weighted: 0 })
  })
})

describe('the next invitations', () => {
  test('gain at least 1 − 1/e of the best by greed alone, half under quotas, and the best by what is said', () => {
    fc.assert(
      fc.property(
        graphs({ most: 8 }),
        fc.constantFrom(...reachings),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.array(fc.nat(7), { maxLength: 2 }),
        (graph, by, count, hasQuotas, members) => {
          const list = new Coverage(
            new DistanceMatrix(graph),
            members.filter((node) => node < graph.nodeCount),
          )
          const groupOf = everyone(graph).map((node) => node % 2)
          const quotas = hasQuotas ? { groupOf, most: [1, 1] } : null
          const found = nextInvitations(list, { candidates: everyone(graph), count, by, quotas })
          const best = bestByTrying(list, graph, count, by, quotas ? groupOf : null)
          expect(found.gain).toBeCloseTo(best, 9)
          expect(found.greedyGain).toBeGreaterThanOrEqual((hasQuotas ? 1 / 2 : 1 - 1 / Math.E) * best - 1e-9)
          expect(found.chosen.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(found.gain, 9)
          if (quotas) {
            for (const group of [0, 1]) {
              expect(found.chosen.filter(({ node }) => groupOf[node] === group).length).toBeLessThanOrEqual(1)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('nobody is left to invite: nothing is proposed', () => {
    const graph = ties('a-b c')
    const question = { count: 3, by: 'within1', quotas: null } as const
    expect(nextInvitations(none(graph), { ...question, candidates: [] }).chosen).toEqual([])
    const all = new Coverage(new DistanceMatrix(graph), [0, 1, 2])
    expect(nextInvitations(all, { ...question, candidates: [0, 1, 2] })).toMatchObject({ chosen: [], gain: 0 })
    // All are reached: one look each is proof that nobody adds anything.
    const one = new Coverage(new DistanceMatrix(ties('a-b a-c a-d')), [0])
    const { certainty } = nextInvitations(one, { ...question, candidates: [1, 2, 3] })
    expect(certainty).toEqual({ proof: 'enumerated', best: 0, optima: 1, first: [] })
  })

  test('a chip and the next three among 120 actors take few looks at distances', () => {
    const random = randomStream('120 actors')
    const pairs = new Set<string>()
    while (pairs.size < 300) {
      const [u, v] = [Math.floor(random() * 120), Math.floor(random() * 120)]
      if (u !== v) pairs.add([u, v].sort((a, b) => a - b).join())
    }
    const ends = [...pairs].map((pair) => pair.split(',').map(Number))
    const graph = graphOf({
      directed: false,
      nodeCount: 120,
      sources: ends.map(([u]) => u ?? -1),
      targets: ends.map(([, v]) => v ?? -1),
    })
    const list = new Coverage(new DistanceMatrix(graph), everyone(graph).slice(0, 30))
    const before = list.work.looks
    list.add(40)
    expect(list.work.looks - before).toBe(120)
    list.remove(3)
    expect(list.work.looks - before).toBeLessThanOrEqual(2 * 120 + 120 * 30)
    for (const by of reachings) {
      const earlier = list.work.looks
      const { evaluations, certainty } = nextInvitations(list, {
        candidates: everyone(graph),
        count: 3,
        by,
        quotas: null,
      })
      // 90 candidates, looked at once each and a few again: plain greed would look 90 + 89 + 88 times.
      expect(evaluations).toBeLessThan(180)
      expect(certainty.proof).toBe('enumerated')
      // All 117,480 choices, 120 distances each, would take 14 million: most cannot reach the best already known.
      expect(list.work.looks - earlier).toBeLessThan(1_000_000)
    }
  })

  test('too many choices to try: the guarantee is told', () => {
    const { subject } = oracle('random200')
    const question = { candidates: everyone(subject.graph), count: 3, by: 'within1' } as const
    const start = none({ ...subject.graph, weights: null })
    expect(nextInvitations(start, { ...question, quotas: null }).certainty).toEqual({
      proof: 'guarantee',
      share: 1 - 1 / Math.E,
    })
  })
})

function bestByTrying(
  list: Coverage,
  graph: Graph,
  count: number,
  by: (typeof reachings)[number],
  groupOf: readonly number[] | null,
): number {
  const start = list.value(by)
  let best = 0
  const visit = (chosen: readonly number[], from: number) => {
    const with_ = new Coverage(list.distances, [...list.members, ...chosen])
    best = Math.max(best, with_.value(by) - start)
    if (chosen.length === count) return
    for (let node = from; node < graph.nodeCount; node++) {
      if (list.has(node) || (groupOf && chosen.some((other) => groupOf[other] === groupOf[node]))) continue
      visit([...chosen, node], node + 1)
    }
  }
  visit([], 0)
  return best
}
