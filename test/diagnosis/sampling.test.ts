import { describe, expect, test } from 'vitest'
import { DegreeSample, MixingSample } from '../../server/diagnosis/sampling.ts'
import { here, type PieceKind, type RunPiece } from '../../server/diagnosis/work.ts'
import { graphOf } from '../../server/network/graph.ts'
import { ties } from '../analysis/drawing.ts'

const graph = ties('a-b b-c c-d d-e e-f f-a a-d b-e c-f a-c d-f')
const field = {
  graph,
  unasked: null,
  groups: [Int32Array.of(0, 1, 2)],
  staying: new Int32Array(),
  classes: null,
  placeOf: null,
}

/** How many draws were asked for, piece by piece. */
function counting(): { run: RunPiece; sizes: number[] } {
  const sizes: number[] = []
  const run: RunPiece = <J extends PieceKind>(job: J, work: Parameters<RunPiece>[1]) => {
    if ('draws' in work) sizes.push(work.draws)
    return here(job, work as never)
  }
  return { run, sizes }
}

describe('a sample grows', () => {
  test('by chunks, in rounds that double, and stops when what it is for is settled', async () => {
    const { run, sizes } = counting()
    const sample = new DegreeSample(field, 's', run)
    await sample.growTo(1_999, () => false)
    expect(sizes).toEqual([250, 250, 250, 250, 250, 250, 250, 249])
    const early = counting()
    await new DegreeSample(field, 's', early.run).growTo(1_999, ({ draws }) => draws >= 500)
    expect(early.sizes).toEqual([250, 250, 250])
  })

  test('a larger sample begins with the smaller one', async () => {
    const sample = new DegreeSample(field, 's', here)
    const small = await sample.growTo(1_999, () => false)
    const large = await sample.growTo(3_000, () => false)
    expect(large.draws).toBe(3_000)
    expect([...(large.groupTies[0]?.subarray(0, 1_999) ?? [])]).toEqual([...(small.groupTies[0] ?? [])])
  })

  test('and is not drawn again when it is large enough', async () => {
    const { run, sizes } = counting()
    const sample = new DegreeSample(field, 's', run)
    await sample.growTo(750, () => false)
    await sample.growTo(250, () => false)
    expect(sizes).toEqual([250, 250, 250])
    await sample.growTo(1_999, () => false)
    const { draws } = await sample.growTo(1_999, () => false)
    expect(draws).toBe(1_999)
    expect(sizes).toHaveLength(8)
  })
})

test('tallies of actors add up to the draws made', async () => {
  const tested = Int32Array.of(0, 3)
  const sample = new MixingSample(
    { graph, unasked: null, sphereOf: Int32Array.of(0, 0, 0, 1, 1, 1), tested, keeps: null },
    's',
    here,
  )
  const { tallies } = await sample.growTo(700, () => false)
  expect(tallies.map(({ draws }) => draws)).toEqual([700, 700])
})

test('of a large network a chunk is drawn ahead, and counts only where it is needed', async () => {
  const nodeCount = 302
  const sources = Array.from({ length: nodeCount }, (_, u) => u)
  const ring = graphOf({ directed: false, nodeCount, sources, targets: sources.map((u) => (u + 1) % nodeCount) })
  const field = {
    graph: ring,
    unasked: null,
    sphereOf: new Int32Array(nodeCount),
    tested: Int32Array.of(0),
    keeps: null,
  }
  const { run, sizes } = counting()
  const sample = new MixingSample(field, 's', run)
  const few = await sample.growTo(1_000, () => true)
  expect([few.tallies[0]?.draws, sizes.length]).toEqual([250, 2])
  const many = await sample.growTo(1_000, () => false)
  expect([many.tallies[0]?.draws, sizes.length]).toEqual([1_000, 4])
  const alone = new MixingSample(field, 's', here)
  expect(many).toEqual(await alone.growTo(1_000, () => false))
})
