import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { Pool } from '../../server/threads/pool.ts'
import type { Counting } from './counting-thread.ts'

/** As in counting-thread.ts, which is a thread's to load. */
const places = { begun: 0, steps: 1, ended: 2 } as const
type Place = keyof typeof places

const module = new URL('./counting-thread.ts', import.meta.url)
const options = { module, most: 1, whenLeft: 'stop', idleMs: 60_000 } as const

function counter() {
  const counts = new Int32Array(new SharedArrayBuffer(12))
  return {
    counts,
    count: (place: Place) => Atomics.load(counts, places[place]),
    reaches: async (place: Place, count: number) => {
      while (Atomics.load(counts, places[place]) < count) await setTimeout(1)
    },
  }
}

test('threads made ready are those that do the first tasks', async () => {
  const started: Worker[] = []
  const notice = (worker: Worker) => void started.push(worker)
  process.on('worker', notice)
  try {
    await using threads = new Pool<Counting>({ ...options, most: 2 })
    threads.prepare()
    threads.prepare()
    await setImmediate()
    expect(started).toHaveLength(2)
    const { counts } = counter()
    const ids = await Promise.all([1, 2].map(() => threads.run<number>({ counts, how: 'patient', together: 2 })))
    expect(ids.toSorted()).toEqual(started.map(({ threadId }) => threadId).toSorted())
    expect(started).toHaveLength(2)
  } finally {
    process.off('worker', notice)
  }
})

describe('a task that is left', () => {
  test('is given up at its next step, and its thread goes on', async () => {
    await using threads = new Pool<Counting>(options)
    const { counts, count, reaches } = counter()
    const before = await threads.run<number>({ counts, how: 'once' })
    const leaving = new AbortController()
    const left = threads.run({ counts, how: 'looking' }, { signal: leaving.signal })
    await reaches('steps', 5)
    leaving.abort(new Error('left'))
    const done = count('steps')
    await expect(left).rejects.toThrow('left')
    const after = await threads.run<number>({ counts, how: 'patient' })
    expect(after).toBe(before)
    expect(count('steps')).toBeLessThanOrEqual(done + 1)
  })

  test('and does not look has its thread ended; another takes its place', async () => {
    await using threads = new Pool<Counting>(options)
    const { counts, count, reaches } = counter()
    const before = await threads.run<number>({ counts, how: 'once' })
    const leaving = new AbortController()
    const left = threads.run({ counts, how: 'stubborn' }, { signal: leaving.signal })
    await reaches('steps', 5)
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    const after = await threads.run<number>({ counts, how: 'patient' })
    const done = count('steps')
    expect(after).not.toBe(before)
    await setTimeout(20)
    expect(count('steps')).toBe(done)
  })

  test('before its thread has loaded is never begun, and the thread serves the next', async () => {
    await using threads = new Pool<Counting>(options)
    const { counts, count } = counter()
    const leaving = new AbortController()
    const left = threads.run({ counts, how: 'stubborn' }, { signal: leaving.signal })
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    await threads.run({ counts, how: 'once' })
    expect([count('begun'), count('steps')]).toEqual([1, 1])
  })

  test('before its turn is never sent', async () => {
    await using threads = new Pool<Counting>(options)
    const { counts, count, reaches } = counter()
    const [leavingFirst, leavingSecond] = [new AbortController(), new AbortController()]
    const first = threads.run({ counts, how: 'looking' }, { signal: leavingFirst.signal })
    const second = threads.run({ counts, how: 'stubborn' }, { signal: leavingSecond.signal })
    await reaches('begun', 1)
    leavingSecond.abort(new Error('left'))
    await expect(second).rejects.toThrow('left')
    leavingFirst.abort(new Error('left'))
    await expect(first).rejects.toThrow('left')
    await threads.run({ counts, how: 'once' })
    expect(count('begun')).toBe(2)
  })
})

describe('threads end by themselves', () => {
  test('when they were idle for a while', async () => {
    await using threads = new Pool<Counting>({ ...options, idleMs: 1 })
    const { counts, reaches } = counter()
    const before = await threads.run<number>({ counts, how: 'once' })
    await reaches('ended', 1)
    expect(await threads.run<number>({ counts, how: 'once' })).not.toBe(before)
  })

  test('when they are closed, idle or at work that gives up', async () => {
    const threads = new Pool<Counting>({ ...options, most: 2 })
    const { counts, count, reaches } = counter()
    const working = threads.run({ counts, how: 'looking' })
    working.catch(() => {})
    await threads.run({ counts, how: 'once' })
    await reaches('begun', 2)
    await threads.close()
    await expect(working).rejects.toThrow('closed')
    expect(count('ended')).toBe(2)
    await expect(threads.run({ counts, how: 'once' })).rejects.toThrow('closed')
  })

  test('when they are closed while they load', async () => {
    const threads = new Pool<Counting>(options)
    const { counts, count } = counter()
    const asked = threads.run({ counts, how: 'once' })
    asked.catch(() => {})
    await threads.close()
    await expect(asked).rejects.toThrow('closed')
    expect(count('begun')).toBe(0)
  })
})

test('one thread does as many tasks at once as it may', async () => {
  await using threads = new Pool<Counting>({ ...options, atOnce: 3 })
  const { counts } = counter()
  const together = Array.from({ length: 3 }, () => threads.run<number>({ counts, how: 'patient', together: 3 }))
  expect(new Set(await Promise.all(together)).size).toBe(1)
})

test('a task goes to the thread that knows most of what it is about', async () => {
  await using threads = new Pool<Counting>({ ...options, most: 2 })
  const { counts } = counter()
  const ask = (about: readonly string[], together = 1) =>
    threads.run<number>({ counts, how: 'patient', together }, { about })
  const [brume, dieppe] = await Promise.all([ask(['brume 1', 'brume'], 2), ask(['dieppe 1', 'dieppe'], 2)])
  expect(brume).not.toBe(dieppe)
  expect(await ask(['brume 2', 'brume'])).toBe(brume)
  expect(await ask(['dieppe 2', 'dieppe'])).toBe(dieppe)
  // What is about nothing keeps neither from what it remembers, and goes where least is.
  await ask(['brume 3', 'brume'])
  expect(await ask([])).toBe(dieppe)
})

test('a task that cannot be sent is refused and keeps no thread', async () => {
  await using threads = new Pool<Counting | { readonly call: () => void }>(options)
  const { counts } = counter()
  await expect(threads.run({ call: () => {} })).rejects.toThrow('could not be cloned')
  expect(await threads.run<number>({ counts, how: 'once' })).toBeGreaterThan(0)
})

test('a spare task begins when nothing else waits', async () => {
  await using threads = new Pool<Counting>({ ...options, mostWaiting: 1 })
  const [first, spare, second] = [counter(), counter(), counter()]
  const leaving = new AbortController()
  const working = threads.run({ counts: first.counts, how: 'looking' }, { signal: leaving.signal })
  await first.reaches('begun', 1)
  const last = threads.run({ counts: spare.counts, how: 'once' }, { spare: true })
  const next = threads.run({ counts: second.counts, how: 'once' }).then(() => spare.count('begun'))
  leaving.abort(new Error('left'))
  await expect(working).rejects.toThrow('left')
  // Asked later, done sooner: the only thread had not begun the spare one when it said so.
  await next
  await last
  expect([second.count('steps'), spare.count('steps')]).toEqual([1, 1])
})

test('more than may wait are refused', async () => {
  await using threads = new Pool<Counting>({ ...options, mostWaiting: 1 })
  const { counts } = counter()
  const asked = [threads.run({ counts, how: 'looking' }), threads.run({ counts, how: 'looking' })]
  for (const task of asked) task.catch(() => {})
  await expect(threads.run({ counts, how: 'once' })).rejects.toThrow('overloaded')
})
