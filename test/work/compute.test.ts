import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Subject } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import { randomStream } from '../../server/analysis/random.ts'
import { jsonIn } from '../../server/answer/bytes.ts'
import { fingerprintOf, type Measurable, measurableOf, partitionOf, seedFor } from '../../server/answer/subject.ts'
import { graphOf } from '../../server/network/graph.ts'
import { Compute } from '../../server/work/compute.ts'
import { oracle } from '../analysis/oracle.ts'

const idsOf = ({ subject }: Measurable) => measuresOf(subject).map(({ id }) => id)

/** Large enough that betweenness is long work, shared by all threads. */
function ring(n: number, fields: Partial<Subject> = {}): Measurable {
  const sources = Array.from({ length: n }, (_, i) => i)
  const targets = sources.map((i) => (i + 1) % n)
  const graph = graphOf({ directed: false, nodeCount: n, sources, targets })
  const subject = { graph, partition: null, external: null, modes: null, silent: null, seed: 'ring', ...fields }
  return measurableOf(
    subject,
    sources.map((i) => `n${i}`),
  )
}

/** A ring with chords of every length. */
function chords(n: number, { directed }: { directed: boolean }): Measurable {
  const random = randomStream('chords')
  const pairs = new Map<number, [number, number]>()
  for (let u = 0; u < n; u++) {
    for (const v of [(u + 1) % n, Math.floor(random() * n), Math.floor(random() * n)]) {
      const [low, high] = u < v ? [u, v] : [v, u]
      if (u !== v) pairs.set(low * n + high, [low, high])
    }
  }
  const ends = [...pairs.values()]
  const graph = graphOf({
    directed,
    nodeCount: n,
    sources: ends.map(([u]) => u),
    targets: ends.map(([, v]) => v),
    weights: ends.map((_, e) => 1 + (e % 5)),
  })
  const subject = { graph, partition: null, external: null, modes: null, silent: null, seed: 'chords' }
  return measurableOf(
    subject,
    Array.from({ length: n }, (_, u) => `n${u}`),
  )
}

/** A whole analysis but for its communities. */
const whole = [
  'betweenness.raw',
  'closeness.wf',
  'harmonic.normalized',
  'burt.constraint',
  'clustering.local',
  'pagerank',
  'eigenvector',
  'coreNumber',
]

describe('one worker, two or four, the same bytes', () => {
  test('of every measure of a small network', async () => {
    const { subject, ids } = oracle('lesmis')
    const measurable = measurableOf(subject, ids)
    const measures = idsOf(measurable)
    await using one = new Compute({ threads: 1, desks: 1 })
    await using four = new Compute({ threads: 4, desks: 4 })
    const together = await one.measure(measurable, measures)
    const apart = await Promise.all(measures.map((id) => four.measure(measurable, [id])))
    expect(apart.flatMap((figures) => [...figures])).toEqual([...together])
  })

  const paths = ['betweenness.raw', 'edgeBetweenness.raw', 'betweenness.weighted.raw', 'brokerDependence']
  test.each([
    ['whole', chords(1_200, { directed: false }), whole],
    ['ties', chords(1_200, { directed: false }), [...paths, 'harmonic.normalized']],
    ['arcs', chords(1_200, { directed: true }), [...paths, 'harmonic.normalized.out', 'fragmentation']],
    ['runs and removals', chords(300, { directed: false }), ['removal.lossForOthers', 'modularity.best']],
  ])('of the passes that threads share: %s', async (_, measurable, shared) => {
    const figures: string[][] = []
    for (const threads of [1, 2, 4]) {
      await using compute = new Compute({ threads })
      const known = await compute.measure(measurable, shared)
      expect([...known.keys()]).toEqual(shared)
      figures.push([...known.values()].map(String))
    }
    const [one, two, four] = figures
    expect(two).toEqual(one)
    expect(four).toEqual(one)
  })

  test('when threads come to help as others end their work', async () => {
    const networks = [1_200, 1_210, 1_220].map((n) => chords(n, { directed: true }))
    await using one = new Compute({ threads: 1 })
    await using two = new Compute({ threads: 2 })
    const measured = (compute: Compute) =>
      Promise.all(networks.map(async (network) => String([...(await compute.measure(network, paths)).values()])))
    expect(await measured(two)).toEqual(await measured(one))
  })
})

test('figures come in the order asked for, kept or not', async () => {
  const { subject, ids } = oracle('krackhardt_kite')
  const kite = measurableOf(subject, ids)
  await using compute = new Compute({ desks: 1 })
  await compute.measure(kite, ['density'])
  const figures = await compute.measure(kite, ['triangles', 'degree', 'density'])
  expect([...figures.keys()]).toEqual(['triangles', 'degree', 'density'])
})

test('the same figure asked for at once, or again, is computed once', async () => {
  const network = ring(3_000)
  await using compute = new Compute({ threads: 2 })
  const ask = () => compute.measure(network, ['betweenness.raw'])
  const [first, second] = await Promise.all([ask(), ask()])
  const third = await ask()
  // The very same object: computing twice would give two.
  expect(second?.get('betweenness.raw')).toBe(first?.get('betweenness.raw'))
  expect(third.get('betweenness.raw')).toBe(first?.get('betweenness.raw'))
})

test('figures bear names: the same ties of others are other figures', async () => {
  const { subject, ids } = oracle('krackhardt_kite')
  await using compute = new Compute({ desks: 1 })
  const cutIn = async (names: readonly string[]) =>
    jsonIn(
      (await compute.measure(measurableOf(subject, names), ['articulationPoints'])).get('articulationPoints') ??
        Buffer.of(),
    )
  expect(await cutIn(ids)).toEqual({ scope: 'nodeset', values: ['Heather', 'Ike'] })
  expect(await cutIn(ids.map((id) => id.toUpperCase()))).toEqual({ scope: 'nodeset', values: ['HEATHER', 'IKE'] })
})

test('each figure is told once, as soon as it is known, and how far the work is', async () => {
  const network = ring(2_500)
  const wanted = ['modularity.best', 'degree', 'betweenness.raw']
  const told: string[] = []
  const shares: number[] = []
  await using compute = new Compute({ threads: 2 })
  const figures = await compute.measure(network, wanted, {
    found: (id) => told.push(id),
    progress: (share) => shares.push(share),
  })
  expect(told.toSorted()).toEqual(wanted.toSorted())
  // Of the long ones, the cheaper first.
  expect(told.indexOf('betweenness.raw')).toBeLessThan(told.indexOf('modularity.best'))
  expect([...figures.keys()]).toEqual(wanted)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect([shares.length > 10, shares.at(-1)]).toEqual([true, 1])
})

describe('who waits and who leaves', () => {
  test('who leaves does not take the figure from those who stay', async () => {
    const network = ring(3_000)
    await using compute = new Compute({ threads: 1 })
    const leaving = new AbortController()
    const left = compute.measure(network, ['betweenness.raw'], { signal: leaving.signal })
    const stayed = compute.measure(network, ['betweenness.raw'])
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    expect((await stayed).has('betweenness.raw')).toBe(true)
  })

  test('when everybody left all threads of the computation are freed, and it can be asked for anew', async () => {
    const long = ring(60_000, { exact: true })
    await using compute = new Compute({ threads: 2 })
    const leaving = new AbortController()
    const begun = Promise.withResolvers<void>()
    const left = compute.measure(long, ['betweenness.raw'], { signal: leaving.signal, progress: () => begun.resolve() })
    left.catch(() => {})
    await begun.promise
    // Its helper has come by now.
    await setTimeout(500)
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    // Both threads are needed, and free: that ring would hold them for many seconds.
    const others = [ring(2_500), ring(2_501)]
    const again = await Promise.all(others.map((other) => compute.measure(other, ['betweenness.raw'])))
    expect(again.map((figures) => [...figures.keys()])).toEqual([['betweenness.raw'], ['betweenness.raw']])
  })

  test('quick figures do not wait for long work', async () => {
    await using compute = new Compute({ threads: 1 })
    const leaving = new AbortController()
    const long = compute.measure(ring(60_000, { exact: true }), ['betweenness.raw'], { signal: leaving.signal })
    long.catch(() => {})
    const quick = await compute.measure(ring(10), ['betweenness.raw'])
    expect(quick.has('betweenness.raw')).toBe(true)
    leaving.abort()
    await expect(long).rejects.toThrow()
  })

  test('nor do quick figures wait for long ones that are asked for with them', async () => {
    await using compute = new Compute({ threads: 1 })
    const leaving = new AbortController()
    const { signal } = leaving
    const before = compute.measure(ring(60_000, { exact: true }), ['betweenness.raw'], { signal })
    const found = Promise.withResolvers<string>()
    const both = compute.measure(ring(2_500), ['betweenness.raw', 'degree'], { signal, found: found.resolve })
    expect(await found.promise).toBe('degree')
    leaving.abort(new Error('left'))
    expect(await Promise.allSettled([before, both])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  })

  test('long work that begins takes a helper back from work that has two threads', async () => {
    await using compute = new Compute({ threads: 2 })
    const leaving = new AbortController()
    const begun = Promise.withResolvers<void>()
    // Sampled in ten chunks, each of which takes a moment.
    const long = compute.measure(ring(40_000), ['betweenness.raw'], {
      signal: leaving.signal,
      progress: () => begun.resolve(),
    })
    long.catch(() => {})
    await begun.promise
    const other = await compute.measure(ring(2_500), ['betweenness.raw'])
    expect(other.has('betweenness.raw')).toBe(true)
    leaving.abort()
  })

  test('who already left is not served', async () => {
    await using compute = new Compute({ threads: 1 })
    const signal = AbortSignal.abort(new Error('left'))
    await expect(compute.measure(ring(5), ['degree'], { signal })).rejects.toThrow('left')
  })

  test('closing stops what is under way', async () => {
    const compute = new Compute({ threads: 2 })
    const long = compute.measure(ring(60_000, { exact: true }), ['betweenness.raw'])
    long.catch(() => {})
    await setTimeout(200)
    await compute.close()
    await expect(long).rejects.toThrow('closed')
    await expect(compute.measure(ring(5), ['degree'])).rejects.toThrow('closed')
  })
})

describe('fingerprints', () => {
  test('whatever a measure may look at changes the fingerprint', () => {
    const { subject } = ring(4)
    const others: Subject[] = [
      ring(5).subject,
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
    expect(fingerprintOf(ring(4).subject)).toBe(prints[0])
  })

  test('chance hangs on the seed and the ties, nothing else', () => {
    const { graph } = ring(4).subject
    expect(seedFor('a', graph)).toBe(seedFor('a', ring(4).subject.graph))
    expect(new Set([seedFor('a', graph), seedFor('b', graph), seedFor('a', ring(5).subject.graph)]).size).toBe(3)
  })
})

test('groups are in code-point order; no name, no group', () => {
  expect(partitionOf(['b', 'é', undefined, 'a', '', 'b'])).toEqual({
    names: ['a', 'b', 'é'],
    groupOf: Int32Array.of(1, 2, -1, 0, -1, 1),
  })
})
