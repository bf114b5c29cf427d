import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Subject } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import { Compute } from '../../server/compute/compute.ts'
import { fingerprintOf, partitionOf, seedFor } from '../../server/compute/subject.ts'
import { graphOf } from '../../server/network/graph.ts'
import { oracle } from '../analysis/oracle.ts'

const some = (subject: Subject, ...ids: string[]) => measuresOf(subject).filter(({ id }) => ids.includes(id))

/** Large enough that betweenness takes a moment. */
function ring(n: number): Subject {
  const sources = Array.from({ length: n }, (_, i) => i)
  const targets = sources.map((i) => (i + 1) % n)
  const graph = graphOf({ directed: false, nodeCount: n, sources, targets })
  return { graph, partition: null, external: null, modes: null, silent: null, seed: 'ring' }
}

test('one worker or three, the same bytes', async () => {
  const { subject } = oracle('lesmis')
  const measures = measuresOf(subject)
  await using one = new Compute({ threads: 1 })
  await using three = new Compute({ threads: 3 })
  const together = await one.measure(subject, measures)
  const apart = await Promise.all(measures.map((measure) => three.measure(subject, [measure])))
  expect(apart.flatMap((results) => [...results])).toEqual([...together])
})

test('results come in the order asked for, kept or not', async () => {
  const { subject } = oracle('krackhardt_kite')
  await using compute = new Compute({ threads: 1 })
  await compute.measure(subject, some(subject, 'density'))
  const results = await compute.measure(subject, some(subject, 'degree', 'density', 'triangles'))
  const order = measuresOf(subject).map(({ id }) => id)
  expect([...results.keys()]).toEqual(order.filter((id) => results.has(id)))
  expect(results.size).toBe(3)
})

test('the same figure asked for at once, or again, is computed once', async () => {
  const subject = ring(3_000)
  const measures = some(subject, 'betweenness.raw')
  await using compute = new Compute({ threads: 2 })
  const [first, second] = await Promise.all([compute.measure(subject, measures), compute.measure(subject, measures)])
  const third = await compute.measure({ ...subject }, measures)
  // The very same object: computing twice would give two.
  expect(second?.get('betweenness.raw')).toBe(first?.get('betweenness.raw'))
  expect(third.get('betweenness.raw')).toBe(first?.get('betweenness.raw'))
})

test('who leaves does not take the figure from those who stay', async () => {
  const subject = ring(3_000)
  const measures = some(subject, 'betweenness.raw')
  await using compute = new Compute({ threads: 1 })
  const leaving = new AbortController()
  const left = compute.measure(subject, measures, leaving.signal)
  const stayed = compute.measure(subject, measures)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  expect((await stayed).has('betweenness.raw')).toBe(true)
})

test('when everybody left the computation is stopped, and can be asked for anew', async () => {
  const long = ring(40_000)
  const measures = some(long, 'betweenness.raw', 'harmonic.normalized')
  await using compute = new Compute({ threads: 1 })
  const leaving = new AbortController()
  const left = compute.measure({ ...long, exact: true }, measures, leaving.signal)
  left.catch(() => {})
  // Under way by now, rather than waiting for its turn.
  await setTimeout(500)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  // The only thread is free again: a ring of 40,000 would hold it for many seconds.
  const small = ring(10)
  const again = await compute.measure(small, some(small, 'degree'))
  expect(again.get('degree')).toEqual({ scope: 'node', values: new Float64Array(10).fill(2) })
})

test('who already left is not served', async () => {
  const subject = ring(5)
  await using compute = new Compute({ threads: 1 })
  const gone = AbortSignal.abort(new Error('left'))
  await expect(compute.measure(subject, some(subject, 'degree'), gone)).rejects.toThrow('left')
})

test('whatever a measure may look at changes the fingerprint', () => {
  const subject = ring(4)
  const others: Subject[] = [
    ring(5),
    { ...subject, graph: graphOf({ ...subject.graph, directed: true }) },
    { ...subject, graph: graphOf({ ...subject.graph, weights: [1, 2, 1, 1] }) },
    { ...subject, partition: partitionOf(['x', 'y', 'x', undefined]) },
    { ...subject, partition: partitionOf(['x', 'z', 'x', undefined]) },
    { ...subject, external: Uint8Array.of(0, 0, 0, 1) },
    { ...subject, silent: Uint8Array.of(0, 0, 0, 1) },
    { ...subject, modes: Uint8Array.of(0, 0, 0, 1) },
    { ...subject, seed: 'other' },
    { ...subject, exact: true },
  ]
  const prints = [subject, ...others].map(fingerprintOf)
  expect(new Set(prints).size).toBe(prints.length)
  expect(fingerprintOf(ring(4))).toBe(prints[0])
})

test('chance hangs on the seed and the ties, nothing else', () => {
  const { graph } = ring(4)
  expect(seedFor('a', graph)).toBe(seedFor('a', ring(4).graph))
  expect(new Set([seedFor('a', graph), seedFor('b', graph), seedFor('a', ring(5).graph)]).size).toBe(3)
})

test('groups are in code-point order; no name, no group', () => {
  expect(partitionOf(['b', 'é', undefined, 'a', '', 'b'])).toEqual({
    names: ['a', 'b', 'é'],
    groupOf: Int32Array.of(1, 2, -1, 0, -1, 1),
  })
})
