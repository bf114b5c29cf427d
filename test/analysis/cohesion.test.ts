import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectedComponents, connectedness, membersOf, strongComponents } from '../../server/analysis/components.ts'
import { coreNumbers } from '../../server/analysis/cores.ts'
import { cutsOf } from '../../server/analysis/cuts.ts'
import { degrees } from '../../server/analysis/degree.ts'
import { cohesionOf, kComponents } from '../../server/analysis/k-components.ts'
import { localEfficiency, outerLocalEfficiency } from '../../server/analysis/local-efficiency.ts'
import { Analysis } from '../../server/analysis/measure.ts'
import { removalMeasures } from '../../server/analysis/removal.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { graphs, matrixOf } from './arbitrary.ts'
import { allPairs, isJoined, subsets } from './definitions.ts'
import { nodesOf, subjectOf, ties } from './drawing.ts'
import { graphology } from './graphology.ts'
import { oracle } from './oracle.ts'
import { grown } from './worlds.ts'

const coresOf = (graph: Graph) => Array.from(coreNumbers(degrees(graph.out), [graph.out]))
const nodesUpTo = (n: number) => [...Array(n).keys()]
const asText = (sets: Iterable<Iterable<number>>) => [...sets].map((set) => [...set].join()).sort()

function idsOf(file: string, nodes: Iterable<number>): string[] {
  return [...nodes].map((node) => oracle(file).ids[node] ?? '')
}

describe('components', () => {
  test('an isolate is one of its own; sets come in the order of their lowest node', () => {
    const drawing = 'a-b c d-e e-f'
    expect(membersOf(connectedComponents(ties(drawing).out)).map((set) => [...set])).toEqual([[0, 1], [2], [3, 4, 5]])
    expect(connectedness(connectedComponents(ties(drawing).out), 6)).toBeCloseTo((1 + 3) / 15, 12)
  })

  test('strong ones are those who reach each other', () => {
    fc.assert(
      fc.property(graphs({ directed: true, most: 8 }), (graph) => {
        const { distance } = allPairs(graph)
        const { label } = strongComponents(graph.out)
        for (const u of nodesUpTo(graph.nodeCount)) {
          for (const v of nodesUpTo(graph.nodeCount)) {
            const both = Number.isFinite(distance[u]![v]!) && Number.isFinite(distance[v]![u]!)
            expect(label[u] === label[v]).toBe(both)
          }
        }
      }),
    )
  })

  test('a path of 100,000 actors does not overflow a stack', () => {
    const nodeCount = 100_000
    const sources = Int32Array.from({ length: nodeCount - 1 }, (_, u) => u)
    const chain = graphOf({ directed: true, nodeCount, sources, targets: sources.map((u) => u + 1) })
    expect(strongComponents(chain.out).count).toBe(nodeCount)
    expect(cutsOf(graphOf({ ...chain, directed: false })).bridges.length).toBe(nodeCount - 1)
  })
})

describe('cores', () => {
  test('Krackhardt kite: seven actors of core 3, Heather 2, Ike and Jane 1', () => {
    expect(coresOf(oracle('krackhardt_kite').subject.graph)).toEqual([3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
  })

  test('karate: the 4-core is {1, 2, 3, 4, 8, 9, 14, 31, 33, 34}', () => {
    const cores = coresOf(oracle('karate').subject.graph)
    const innermost = [...cores.keys()].filter((u) => cores[u] === 4)
    expect(idsOf('karate', innermost)).toEqual(['1', '2', '3', '4', '8', '9', '14', '31', '33', '34'])
  })

  test('are the largest k of any set where everyone has k, of each kind of degree', () => {
    fc.assert(
      fc.property(graphs({ directed: true, most: 7 }), (graph) => {
        const matrix = matrixOf(graph)
        const incoming = degrees(graph.in)
        const both = degrees(graph.out).map((out, u) => out + incoming[u]!)
        const kinds = [
          { found: coreNumbers(degrees(graph.out), [graph.in]), counts: (u: number, v: number) => matrix[u]![v]! },
          { found: coreNumbers(incoming, [graph.out]), counts: (u: number, v: number) => matrix[v]![u]! },
          {
            found: coreNumbers(both, [graph.out, graph.in]),
            counts: (u: number, v: number) => matrix[u]![v]! + matrix[v]![u]!,
          },
        ]
        for (const { found, counts } of kinds) {
          const expected = nodesUpTo(graph.nodeCount).map(() => 0)
          for (const set of subsets(nodesUpTo(graph.nodeCount))) {
            const least = Math.min(...set.map((u) => set.reduce((sum, v) => sum + counts(u, v), 0)))
            for (const u of set) expected[u] = Math.max(expected[u]!, least)
          }
          expect([...found]).toEqual(expected)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('are those of graphology on a network of 2,000', () => {
    const graph = grown(2000, 4, 'cores')
    expect(coresOf(graph)).toEqual([...graphology.coreNumbers(graph)])
  })
})

describe('cuts', () => {
  test('Florentine families: Albizzi, Guadagni, Medici and Salviati are articulation points', () => {
    const { articulationPoints } = cutsOf(oracle('florentine_marriage').subject.graph)
    expect(idsOf('florentine_marriage', articulationPoints)).toEqual(['Albizzi', 'Guadagni', 'Medici', 'Salviati'])
  })

  test('two triangles at one actor are two blocks; a bridge is a block of two; an isolate is in none', () => {
    const drawing = 'a-b b-c c-a c-d d-e e-c e-f g'
    const names = [...nodesOf(drawing).keys()]
    const name = (nodes: Iterable<number>) => [...nodes].map((node) => names[node]).join('')
    const { articulationPoints, biconnected } = cutsOf(ties(drawing))
    expect(name(articulationPoints)).toBe('ce')
    expect(biconnected.map(name).sort()).toEqual(['abc', 'cde', 'ef'])
  })

  test('are what leaves more pieces when it is gone', () => {
    fc.assert(
      fc.property(graphs({ most: 9 }), (graph) => {
        const matrix = matrixOf(graph)
        const nodes = nodesUpTo(graph.nodeCount)
        const { articulationPoints, bridges } = cutsOf(graph)
        const isCut = (v: number) => {
          const component = nodes.filter((u) => u !== v && Number.isFinite(allPairs(graph).distance[u]![v]!))
          return !isJoined(matrix, component)
        }
        expect([...articulationPoints]).toEqual(nodes.filter(isCut))
        const isBridge = (e: number) => {
          const rest = {
            ...graph,
            sources: graph.sources.filter((_, f) => f !== e),
            targets: graph.targets.filter((_, f) => f !== e),
          }
          return (
            allPairs(graphOf({ ...rest, weights: null })).distance[graph.sources[e]!]![graph.targets[e]!] ===
            Number.POSITIVE_INFINITY
          )
        }
        expect([...bridges]).toEqual(nodesUpTo(graph.edgeCount).filter(isBridge))
      }),
      { numRuns: 60 },
    )
  })
})

describe('k-components', () => {
  test('Moody and White: {1…7} stays joined whichever four leave', () => {
    const { subject } = oracle('moody_white')
    const levels = kComponents(subject.graph)
    expect(levels.length).toBe(5)
    expect(idsOf('moody_white', levels[4]![0]!)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(levels[1]!.map((set) => set.length)).toEqual([14, 10])
  })

  test('Albizzi is in the 2-component of the Florentine families (igraph says 1)', () => {
    const { ids, subject } = oracle('florentine_marriage')
    expect(cohesionOf(kComponents(subject.graph), ids.length)[ids.indexOf('Albizzi')]).toBe(2)
  })

  test('are the maximal sets that no k - 1 nodes part, on 60 random networks of 6 to 8', () => {
    fc.assert(
      fc.property(
        graphs({ most: 8 }).filter(({ nodeCount }) => nodeCount >= 6),
        (graph) => {
          const levels = kComponents(graph)
          for (let k = 1; k < graph.nodeCount; k++) {
            expect([k, asText(levels[k - 1] ?? [])]).toEqual([k, asText(everyKComponent(matrixOf(graph), k))])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('are nested, and overlap in fewer than k', () => {
    fc.assert(
      fc.property(graphs({ most: 14 }), (graph) => {
        const levels = kComponents(graph).map((sets) => sets.map((set) => new Set(set)))
        levels.forEach((sets, i) => {
          for (const set of sets) {
            if (i > 0) expect(levels[i - 1]!.some((larger) => set.isSubsetOf(larger))).toBe(true)
            for (const other of sets) if (other !== set) expect(set.intersection(other).size).toBeLessThanOrEqual(i)
          }
        })
      }),
    )
  })
})

describe('removal', () => {
  test('Florentine families: without Medici 35 pairs are cut and the others lose 31 % of their accessibility', () => {
    const { ids } = oracle('florentine_marriage')
    const medici = ids.indexOf('Medici')
    expect(removal('florentine_marriage', 'pairsDisconnected')[medici]).toBe(35)
    expect(removal('florentine_marriage', 'lossForOthers')[medici]).toBeCloseTo(0.30995738086, 9)
    expect(removal('florentine_marriage', 'fragmentation')[medici]).toBeCloseTo(0.466666666667, 9)
    expect(removal('florentine_marriage', 'distanceFragmentation')[medici]).toBeCloseTo(0.717301587302, 9)
  })

  test('an end of a path costs the others nothing, and raises efficiency', () => {
    expect(removalOf(ties('a-b b-c c-d'), 'lossForOthers')[0]).toBe(0)
    expect(removalOf(ties('a-b b-c c-d'), 'efficiencyLoss')[0]).toBeCloseTo(-2 / 13, 12)
  })

  test('parts pairs exactly at articulation points', () => {
    fc.assert(
      fc.property(graphs({ most: 9 }), (graph) => {
        const parted = removalOf(graph, 'pairsDisconnected')
        const points = [...parted.keys()].filter((u) => parted[u]! > 0)
        expect(points).toEqual([...cutsOf(graph).articulationPoints])
      }),
    )
  })

  test('loss is what Floyd and Warshall find without the actor', () => {
    fc.assert(
      fc.property(graphs({ most: 8 }), (graph) => {
        const loss = removalOf(graph, 'lossForOthers')
        for (const v of nodesUpTo(graph.nodeCount)) {
          const access = (distance: readonly (readonly number[])[]) =>
            distance
              .flatMap((row, u) => row.filter((_, w) => u !== v && w !== v && u !== w))
              .reduce((sum, d) => sum + 1 / d, 0)
          const before = access(allPairs(graph).distance)
          const after = access(allPairs(isolated(graph, v)).distance)
          if (before === 0) expect(loss[v]).toBeNaN()
          else expect(loss[v]).toBeCloseTo(1 - after / before, 9)
        }
      }),
    )
  })

  test('of a network above the gate is computed for those who may matter, and says so', () => {
    const graph = grown(600, 3, 'gate')
    const lossForOthers = removalMeasures[0]!
    const result = lossForOthers.compute(new Analysis(subjectOf(graph)))
    expect(result.caveat).toEqual({ kind: 'partial', nodes: 20, of: 600 })
    const exact = lossForOthers.compute(new Analysis({ ...subjectOf(graph), exact: true }))
    expect(exact.caveat).toBeUndefined()
  })
})

describe('local efficiency', () => {
  test('Florentine families: .1656 on average among partners alone, .2800 through the rest as igraph has it', () => {
    const { graph } = oracle('florentine_marriage').subject
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(localEfficiency(graph))).toBeCloseTo(0.165625, 12)
    expect(mean(outerLocalEfficiency(graph))).toBeCloseTo(0.28, 12)
  })
})

function removal(file: string, measure: string): Float64Array {
  return removalOf(oracle(file).subject.graph, measure)
}

function removalOf(graph: Graph, measure: string): Float64Array {
  const result = removalMeasures.find(({ id }) => id === `removal.${measure}`)?.compute(new Analysis(subjectOf(graph)))
  if (!(result?.values instanceof Float64Array)) throw new TypeError(`no values of ${measure}`)
  return result.values
}

function isolated(graph: Graph, node: number): Graph {
  const kept = nodesUpTo(graph.edgeCount).filter((e) => graph.sources[e] !== node && graph.targets[e] !== node)
  return graphOf({ ...graph, sources: kept.map((e) => graph.sources[e]!), targets: kept.map((e) => graph.targets[e]!) })
}

/** White and Harary's definition, tried on every set. */
function everyKComponent(matrix: readonly (readonly number[])[], k: number): number[][] {
  const cohesive = subsets([...matrix.keys()])
    .filter((set) => set.length > k)
    .filter((set) =>
      subsets(set).every(
        (gone) =>
          gone.length >= k ||
          isJoined(
            matrix,
            set.filter((u) => !gone.includes(u)),
          ),
      ),
    )
  return cohesive.filter(
    (set) => !cohesive.some((other) => other.length > set.length && set.every((u) => other.includes(u))),
  )
}
