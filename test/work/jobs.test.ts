import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from '../../server/answer/bytes.ts'
import { Problem } from '../../server/problem.ts'
import { type Job, type JobResult, Jobs, problemOf } from '../../server/work/jobs.ts'
import type { Doing, Telling, WorkEvent } from '../../server/work/long-work.ts'

/** Work that the test does step by step. */
function byHand() {
  const told = Promise.withResolvers<Telling<JobResult>>()
  const over = Promise.withResolvers<void>()
  const work: Doing<JobResult> = async (tell, signal) => {
    told.resolve(tell)
    const { promise: stopped, reject } = Promise.withResolvers<never>()
    signal.addEventListener('abort', () => reject(signal.reason))
    await Promise.race([over.promise, stopped])
  }
  return { work, tell: told.promise, finish: () => over.resolve(), fail: (error: unknown) => over.reject(error) }
}

const result = (name: string, length = 1) => ({ name, bytes: new Uint8Array(length) })

async function eventsOf(job: Job, after?: number): Promise<WorkEvent<JobResult>[]> {
  return await Array.fromAsync(job.work.events(after))
}

const named = (events: readonly WorkEvent<JobResult>[]) =>
  events.map((event) => (event.event === 'part' ? `${event.number} ${event.part.name}` : event.event))

test('a job is running from its first moment, and tells what it does until its end', async () => {
  await using jobs = new Jobs<string>()
  const { work, tell, finish } = byHand()
  const job = jobs.start('north', work)
  expect(jobs.at(job.id)).toMatchObject({ about: 'north', work: { end: null, share: 0, current: null } })
  const heard = eventsOf(job)
  const { progress, found } = await tell
  progress(0.5, 'degree')
  found(result('degree'))
  await setTimeout(1)
  found(result('density'))
  finish()
  const events = await heard
  expect(named(events).filter((name) => name !== 'progress')).toEqual(['1 degree', '2 density', 'end'])
  expect(events.at(-1)).toEqual({ event: 'end', end: { state: 'done' } })
  expect(jobs.at(job.id).work).toMatchObject({ end: { state: 'done' }, share: 1 })
})

test('who comes late hears every result, who comes back those it missed', async () => {
  await using jobs = new Jobs<null>()
  const { work, tell, finish } = byHand()
  const job = jobs.start(null, work)
  const { found } = await tell
  for (const name of ['a', 'b', 'c']) found(result(name))
  finish()
  await job.work.ended
  expect(named(await eventsOf(job))).toEqual(['1 a', '2 b', '3 c', 'progress', 'end'])
  expect(named(await eventsOf(job, 2))).toEqual(['3 c', 'progress', 'end'])
  expect(named(await eventsOf(job, 3))).toEqual(['progress', 'end'])
})

test('progress never falls and never passes the whole, whatever is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.double({ min: 0, max: 3, noNaN: true })), async (shares) => {
      await using jobs = new Jobs<null>()
      const { work, tell, finish } = byHand()
      const job = jobs.start(null, work)
      const heard = eventsOf(job)
      const { progress } = await tell
      for (const share of shares) {
        progress(share, null)
        await null
      }
      finish()
      const told = (await heard).flatMap((event) => (event.event === 'progress' ? [event.share] : []))
      expect(told).toEqual(told.toSorted((a, b) => a - b))
      expect([told.at(0), told.at(-1)]).toEqual([told.length === 1 ? 1 : expect.any(Number), 1])
    }),
    { numRuns: 30 },
  )
})

test('a job that is cancelled stops its work and can still be asked about', async () => {
  await using jobs = new Jobs<null>()
  const { work, tell } = byHand()
  const job = jobs.start(null, work)
  const heard = eventsOf(job)
  await tell
  jobs.cancel(job.id)
  expect((await heard).at(-1)).toEqual({ event: 'end', end: { state: 'cancelled' } })
  expect(jobs.at(job.id).work.end).toEqual({ state: 'cancelled' })
  jobs.cancel(job.id)
  expect(() => jobs.at(job.id)).toThrow('unknown_job')
})

test('a refusal is told with its code, a defect is kept from those who ask', async () => {
  const defects: unknown[] = []
  await using jobs = new Jobs<null>({ defect: (error) => defects.push(error) })
  const refused = jobs.start(null, () => Promise.reject(new Problem('unknown_wave', { territory: 't', wave: 'w' })))
  const broken = jobs.start(null, () => Promise.reject(new Error('secret')))
  await Promise.all([refused.work.ended, broken.work.ended])
  const problem = { code: 'unknown_wave', details: { territory: 't', wave: 'w' } }
  expect(problemOf(refused.work.end)).toEqual(problem)
  expect(problemOf(broken.work.end)).toEqual({ code: 'internal', details: {} })
  expect(defects).toEqual([new Error('secret')])
})

test('more than so many at once are refused, until one ends', async () => {
  await using jobs = new Jobs<null>({ mostRunning: 2 })
  const [first] = [jobs.start(null, byHand().work), jobs.start(null, byHand().work)]
  expect(() => jobs.start(null, byHand().work)).toThrow('overloaded')
  first?.work.cancel()
  await first?.work.ended
  expect(jobs.start(null, byHand().work).work.end).toBeNull()
})

test('ended jobs are forgotten after a while, the oldest sooner when their results weigh too much', async () => {
  await using jobs = new Jobs<null>({ keptMs: 50, keptBytes: 250 })
  const heavy: Doing<JobResult> = async ({ found }) => found(result('a', 100))
  const three = [jobs.start(null, heavy), jobs.start(null, heavy), jobs.start(null, heavy)]
  await Promise.all(three.map(({ work }) => work.ended))
  const known = () =>
    three.map(({ id }) => {
      try {
        return jobs.at(id) !== undefined
      } catch {
        return false
      }
    })
  await setTimeout(0)
  expect(known()).toEqual([false, true, true])
  await setTimeout(80)
  expect(known()).toEqual([false, false, false])
})

test('closing cancels what runs', async () => {
  const jobs = new Jobs<null>()
  const job = jobs.start(null, byHand().work)
  const heard = eventsOf(job)
  await jobs.close()
  expect((await heard).at(-1)).toEqual({ event: 'end', end: { state: 'cancelled' } })
})

test('results are handed on as they were found', async () => {
  await using jobs = new Jobs<null>()
  const bytes = bytesOf('{"é":1}')
  const job = jobs.start(null, async ({ found }) => found({ name: 'frame', bytes }))
  await job.work.ended
  const [first] = await eventsOf(job)
  expect(first).toMatchObject({ event: 'part', part: { bytes } })
})
