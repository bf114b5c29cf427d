import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenness, planBetweenness } from '../../server/analysis/betweenness.ts'
import { distancesTo } from '../../server/analysis/distances.ts'
import {
  betweennessGain,
  brought,
  distanceGain,
  type Link,
  regionOf,
  rerouted,
  spreadOf,
} from '../../server/analysis/link.ts'
import { Analysis } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import { afterChange, type Change, graphAfter } from '../../server/analysis/what-if.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { graphs, partitionsOf } from './arbitrary.ts'
import { subjectOf, ties } from './drawing.ts'
import { difference, plain } from './oracle.ts'

/** A change that can be made. */
function changesOf({ nodeCount, directed, sources, targets }: Graph): fc.Arbitrary<Change> {
  const nodes = [...Array(nodeCount).keys()]
  const tied = Array.from(sources, (u, e): [number, number] => [u, targets[e]!])
  const isTied = (u: number, v: number) =>
    tied.some(([a, b]) => (a === u && b === v) || (!directed && a === v && b === u))
  const untied = nodes.flatMap((u) =>
    nodes.filter((v) => (directed ? u !== v : u < v) && !isTied(u, v)).map((v): [number, number] => [u, v]),
  )
  const possible: fc.Arbitrary<Change>[] = [fc.subarray(nodes).map((tiedTo) => ({ add: 'actor', tiedTo }))]
  if (nodeCount > 0) possible.push(fc.constantFrom(...nodes).map((actor) => ({ remove: 'actor', actor })))
  if (untied.length > 0) possible.push(fc.constantFrom(...untied).map((between) => ({ add: 'tie', between })))
  if (tied.length > 0) possible.push(fc.constantFrom(...tied).map((between) => ({ remove: 'tie', between })))
  return fc.oneof(...possible)
}

const changed = (kind: Parameters<typeof graphs>[0]) =>
  graphs(kind).chain((graph) => fc.tuple(fc.constant(graph), changesOf(graph)))

/** A link, its two ends or those of a newcomer, and the graph without it. */
const links: fc.Arbitrary<Link> = graphs({ most: 10 })
  .filter(({ nodeCount }) => nodeCount >= 2)
  .chain((without) => {
    const nodes = [...Array(without.nodeCount).keys()]
    const more = (added: readonly (readonly [number, number])[]) => ({
      ...without,
      sources: [...without.sources, ...added.map(([u]) => u)],
      targets: [...without.targets, ...added.map(([, v]) => v)],
    })
    const isTied = (u: number, v: number) =>
      without.sources.some((a, e) => [u, v].includes(a) && [u, v].includes(without.targets[e]!))
    const pairs = nodes.flatMap((u) => nodes.filter((v) => u < v && !isTied(u, v)).map((v) => [u, v] as const))
    const newcomer = fc.subarray(nodes).map((ends): Link => {
      const nodeCount = without.nodeCount + 1
      const list = more(ends.map((u) => [without.nodeCount, u] as const))
      return {
        with: graphOf({ ...list, nodeCount }),
        without: graphOf({ ...without, nodeCount }),
        ends: Int32Array.from(ends),
        newcomer: without.nodeCount,
      }
    })
    if (pairs.length === 0) return newcomer
    const tie = fc
      .constantFrom(...pairs)
      .map((pair): Link => ({ with: graphOf(more([pair])), without, ends: Int32Array.from(pair), newcomer: null }))
    return fc.oneof(tie, newcomer)
  })

const sumsOf = ({ out }: Graph) => distancesTo(out, out)
const flowOf = (graph: Graph) => betweenness(planBetweenness(graph), false).nodes

describe('what a link adds', () => {
  test('to distances is what searching from those it brings nearer finds', () => {
    fc.assert(
      fc.property(links, (link) => {
        const { gain } = distanceGain(link, brought(link, spreadOf(link)))
        const [after, before] = [sumsOf(link.with), sumsOf(link.without)]
        for (const column of ['reached', 'far', 'within2'] as const) {
          expect(gain[column]).toEqual(after[column].map((sum, v) => sum - before[column][v]!))
        }
        gain.harmonic.forEach((sum, v) => {
          expect(sum).toBeCloseTo(after.harmonic[v]! - before.harmonic[v]!, 12)
        })
        const length = Math.max(after.pairsAt.length, before.pairsAt.length)
        for (let d = 0; d < length; d++) {
          expect(gain.pairsAt[d] ?? 0).toBe((after.pairsAt[d] ?? 0) - (before.pairsAt[d] ?? 0))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('to betweenness is what searching from those it reroutes finds, within its block', () => {
    fc.assert(
      fc.property(links, (link) => {
        const changes = new Set(rerouted(link, spreadOf(link)))
        const region = regionOf(link)
        const { gain } = betweennessGain(
          link,
          region,
          region.nodes.filter((u) => changes.has(u)),
        )
        const [after, before] = [flowOf(link.with), flowOf(link.without)]
        gain.forEach((sum, v) => {
          expect(sum).toBeCloseTo(after[v]! - before[v]!, 9)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('nobody else sees a distance or a shortest path change', () => {
    fc.assert(
      fc.property(links, (link) => {
        const spread = spreadOf(link)
        const [nearer, other] = [new Set(brought(link, spread)), new Set(rerouted(link, spread))]
        const [after, before] = [sumsOf(link.with), sumsOf(link.without)]
        const alone = link.newcomer === null
        for (let v = 0; v < after.far.length; v++) {
          if (nearer.has(v)) expect(other.has(v)).toBe(true)
          else if (alone) expect(after.far[v]).toBe(before.far[v])
        }
      }),
    )
  })
})

describe('the analysis after a change', () => {
  test.each([{ most: 7 }, { most: 6, weighted: true }, { most: 5, directed: true }])(
    'gives every measure as a network made anew does: %o',
    (kind) => {
      const worlds = changed(kind).chain(([graph, change]) =>
        fc.tuple(fc.constant(graph), fc.constant(change), partitionsOf(graph, { unknown: true })),
      )
      fc.assert(
        fc.property(worlds, ([graph, change, partition]) => {
          const external = Uint8Array.from({ length: graph.nodeCount }, (_, u) => u % 2)
          const after = afterChange(new Analysis({ ...subjectOf(graph), partition, external }), change)
          const anew = new Analysis(after.subject)
          const ids = Array.from({ length: after.graph.nodeCount }, (_, u) => String(u))
          for (const measure of measuresOf(after.subject)) {
            const [changes, fresh] = [measure.compute(after), measure.compute(anew)]
            expect([measure.id, difference(plain(changes, ids), plain(fresh, ids), 1e-9)]).toEqual([measure.id, null])
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  test('a change and its reverse give the network back', () => {
    fc.assert(
      fc.property(graphs({ most: 8 }), (graph) => {
        const newcomer = afterChange(new Analysis(subjectOf(graph)), {
          add: 'actor',
          tiedTo: [...Array(graph.nodeCount).keys()],
        })
        const { subject } = afterChange(newcomer, { remove: 'actor', actor: graph.nodeCount })
        expect(subject.graph).toEqual(graph)
      }),
    )
  })
})

describe('what a change takes', () => {
  test('a tie between two with the same partners brings nobody but them nearer', () => {
    // Two of the four on one side of a complete bipartite graph.
    const { graph } = bipartite(4, 50)
    const link = tieBetween(graphAfter(graph, { add: 'tie', between: [0, 1] }), [0, 1])
    expect([...brought(link, spreadOf(link))]).toEqual([0, 1])
  })

  test('a tie within one team of many searches that team alone', () => {
    const { graph, ends } = necklace(40, 6)
    const link = tieBetween(graph, ends)
    expect([...regionOf(link).nodes].sort()).toEqual([0, 1, 2, 3, 4, 5])
    expect([...brought(link, spreadOf(link))]).toEqual([1, 2])
  })

  test('the last tie of an actor searches its two ends', () => {
    const { graph } = necklace(40, 6)
    const alone = afterChange(new Analysis(subjectOf(graph)), { add: 'actor', tiedTo: [3] }).graph
    const link = tieBetween(alone, [3, graph.nodeCount])
    expect([...regionOf(link).nodes].sort((a, b) => a - b)).toEqual([3, graph.nodeCount])
  })
})

describe('a change that cannot be made', () => {
  const path = subjectOf(ties('a-b b-c'))
  test.each<[string, Change, string]>([
    ['a tie that is there', { add: 'tie', between: [1, 0] }, '1 and 0 are tied already'],
    ['a tie that is not there', { remove: 'tie', between: [0, 2] }, 'no tie between 0 and 2 to remove'],
    ['an actor nobody knows', { remove: 'actor', actor: 3 }, 'no actor 3 among 3'],
    ['a tie to itself', { add: 'tie', between: [1, 1] }, 'is a loop'],
    ['a newcomer tied twice', { add: 'actor', tiedTo: [0, 0] }, 'tied already'],
  ])('%s', (_, change, sentence) => {
    expect(() => afterChange(new Analysis(path), change)).toThrow(sentence)
  })
})

/** A tie of a graph, and the graph without it. */
function tieBetween(graph: Graph, between: readonly [number, number]): Link {
  const without = graphAfter(graph, { remove: 'tie', between })
  return { with: graph, without, ends: Int32Array.from(between), newcomer: null }
}

function bipartite(few: number, many: number) {
  const pairs = Array.from({ length: few * many }, (_, i) => [i % few, few + Math.floor(i / few)] as const)
  const [sources, targets] = [pairs.map(([u]) => u), pairs.map(([, v]) => v)]
  return { graph: graphOf({ directed: false, nodeCount: few + many, sources, targets }) }
}

/** Teams that know each other completely, in a row, one tie from each to the next; and two of the first who are tied. */
function necklace(teams: number, members: number) {
  const sources: number[] = []
  const targets: number[] = []
  for (let team = 0; team < teams; team++) {
    const first = team * members
    for (let u = 0; u < members; u++) {
      for (let v = u + 1; v < members; v++) {
        sources.push(first + u)
        targets.push(first + v)
      }
    }
    if (team === 0) continue
    sources.push(first - 1)
    targets.push(first)
  }
  const graph = graphOf({ directed: false, nodeCount: teams * members, sources, targets })
  return { graph, ends: [1, 2] as const }
}
