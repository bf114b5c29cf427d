import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compiledKernel } from '../../kernel/compile.ts'
import {
  betweenness,
  betweennessChunk,
  betweennessOf,
  flowOneByOne,
  planBetweenness,
} from '../../server/analysis/betweenness.ts'
import { distancesFrom, planDistances } from '../../server/analysis/distances.ts'
import { kernelOf } from '../../server/analysis/kernel.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import { graphs } from './arbitrary.ts'
import { attached, grown } from './worlds.ts'

const anySize = 0
const small = fc.oneof(graphs({ most: 14 }), graphs({ directed: true, most: 14 }))

test('the code that is kept is what its source compiles to', async () => {
  const kept = join(import.meta.dirname, '../../server/analysis/kernel-code.ts')
  expect(await readFile(kept, 'utf8')).toBe(await compiledKernel())
})

describe('eight sources at once', () => {
  test('find what one at a time does, whatever each node stands for', () => {
    fc.assert(
      fc.property(
        small,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 14, maxLength: 14 }),
        (graph, masses) => {
          const plan = planBetweenness(graph)
          expectSameFlow({ ...plan, mass: plan.mass.map((mass, v) => mass * masses[v]!) })
        },
      ),
    )
  })

  test('find it on networks with hubs, with trees, in pieces, of arcs, and long ones', () => {
    const arcs = grown(500, 4, 'arcs')
    for (const graph of [
      grown(700, 5, 'hubs'),
      attached(grown(300, 3, 'core'), 200, 'trees'),
      beside(grown(200, 3, 'one'), ring(151)),
      graphOf({ ...arcs, directed: true }),
      ring(1000),
    ]) {
      expectSameFlow(planBetweenness(graph))
    }
  })

  test('leave nothing behind for the next plan or chunk', () => {
    const plan = planBetweenness(grown(400, 3, 'again'))
    expect(betweenness(plan, false)).toEqual(betweenness(plan, false))
  })

  test('in chunks, in any order, anywhere, give the same bits', () => {
    const graph = grown(400, 3, 'chunks')
    const plan = structuredClone(planBetweenness(graph))
    const backwards = plan.chunks.map((_, chunk) => plan.chunks.length - 1 - chunk)
    const flows = backwards.map((chunk) => betweennessChunk(plan, chunk, false)).reverse()
    expect(betweennessOf(plan, flows)).toEqual(betweenness(planBetweenness(graph), false))
  })

  test('look at fewer than 0.8 slots per tie and source on a network with hubs; one at a time looks at 1.3', () => {
    const graph = grown(2000, 5, 'hubs')
    const plan = planBetweenness(graph)
    const kernel = kernelOf(plan.out, plan.in)!
    for (const chunk of plan.chunks) kernel.flow(chunk, plan.mass, plan.reachable)
    expect(kernel.scanned / (graph.nodeCount * graph.edgeCount)).toBeLessThan(0.8)
  })
})

describe('512 sources at once', () => {
  test('find the distances that 256 do', () => {
    fc.assert(fc.property(small, expectSameDistances))
    for (const graph of [grown(1300, 3, 'hubs'), beside(ring(400), grown(300, 2, 'two')), ring(700)]) {
      expectSameDistances(graph)
    }
    expectSameDistances(graphOf({ ...grown(600, 4, 'arcs'), directed: true }))
  })

  test('look at a tie fewer than 9 times per search on a network with hubs: from both ends at each level', () => {
    const graph = grown(2000, 5, 'hubs')
    const { out } = planDistances(graph.out, graph.in)
    const kernel = kernelOf(out, out)!
    kernel.distances(everyNode(graph))
    expect(kernel.scanned / (Math.ceil(2000 / 512) * graph.edgeCount)).toBeLessThan(9)
  })
})

function expectSameFlow(plan: ReturnType<typeof planBetweenness>) {
  const kernel = kernelOf(plan.out, plan.in, anySize)!
  for (const [chunk, sources] of plan.chunks.entries()) {
    expectClose(kernel.flow(sources, plan.mass, plan.reachable), flowOneByOne(plan, chunk, false).nodes)
  }
}

function expectSameDistances(graph: Graph) {
  const plan = planDistances(graph.out, graph.in)
  const found = kernelOf(plan.out, plan.in, anySize)!.distances(everyNode(graph))
  const expected = distancesFrom(everyNode(graph), plan)
  expect(found.pairsAt).toEqual(expected.pairsAt)
  for (const sum of ['reached', 'far', 'harmonic', 'within2'] as const) expectClose(found[sum], expected[sum])
}

function everyNode({ nodeCount }: Graph): Int32Array {
  return Int32Array.from({ length: nodeCount }, (_, u) => u)
}

function ring(nodeCount: number): Graph {
  const sources = Array.from({ length: nodeCount }, (_, u) => u)
  return graphOf({ directed: false, nodeCount, sources, targets: sources.map((u) => (u + 1) % nodeCount) })
}

/** The two networks as one, without a tie between them. */
function beside(a: Graph, b: Graph): Graph {
  const after = (u: number) => u + a.nodeCount
  return graphOf({
    directed: false,
    nodeCount: a.nodeCount + b.nodeCount,
    sources: [...a.sources, ...Array.from(b.sources, after)],
    targets: [...a.targets, ...Array.from(b.targets, after)],
  })
}

function expectClose(values: Float64Array, expected: Float64Array) {
  expect(values.length).toBe(expected.length)
  for (const [i, value] of values.entries()) {
    const difference = Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!))
    if (!(difference <= 1e-12)) expect.fail(`${value} at ${i}, expected ${expected[i]}`)
  }
}
