import { expect, test } from 'vitest'
import { LongWork, type LongWorkOptions, type Telling } from '../../server/work/long-work.ts'

/** Work that the test does step by step. */
function byHand(options?: LongWorkOptions) {
  const done = Promise.withResolvers<void>()
  let tell: Telling<string> | undefined
  let isCalledOff = false
  const work = new LongWork<string>(async (telling, signal) => {
    tell = telling
    const calledOff = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        isCalledOff = true
        reject(signal.reason)
      })
    })
    await Promise.race([done.promise, calledOff])
  }, options)
  if (!tell) throw new Error('the work has not begun')
  return { work, ...tell, finish: done.resolve, isCalledOff: () => isCalledOff }
}

test('who joins late hears every part in order, and how far it is', async () => {
  const { work, found, progress, finish } = byHand()
  found('a')
  progress(0.5, 'second')
  const heard: unknown[] = []
  const following = work.follow({
    found: (part) => heard.push(part),
    progress: (share, current) => heard.push([share, current]),
  })
  found('b')
  finish()
  await following
  expect(heard).toEqual(['a', [0.5, 'second'], 'b'])
})

test('who has enough leaves, and nobody being left calls it off', async () => {
  const { work, found, isCalledOff } = byHand()
  const one = work.follow({ isEnough: () => work.parts.length > 0 })
  const two = work.follow({ isEnough: () => work.parts.length > 1 })
  found('a')
  await one
  expect(isCalledOff()).toBe(false)
  found('b')
  await two
  await work.ended
  expect([isCalledOff(), work.end]).toEqual([true, { state: 'cancelled' }])
})

test('what goes on although nobody waits is called off once it need not', async () => {
  let isWorthIt = true
  let overs = 0
  const { work, found, isCalledOff } = byHand({ goesOn: () => isWorthIt, over: () => overs++ })
  const leaving = new AbortController()
  const left = work.follow({ signal: leaving.signal })
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  found('a')
  expect([isCalledOff(), overs]).toEqual([false, 0])
  isWorthIt = false
  work.cancelIfLeft()
  expect([isCalledOff(), overs > 0]).toEqual([true, true])
})

test('whoever waits hears what it failed for, or that it ended without what was asked', async () => {
  const failing = new LongWork<string>(() => Promise.reject(new TypeError('broken')))
  await expect(failing.follow({})).rejects.toThrow('broken')
  const { work, finish } = byHand()
  const following = work.follow({ isEnough: () => work.parts.length > 0 })
  finish()
  await expect(following).rejects.toThrow('before it had found')
})
