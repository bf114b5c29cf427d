import { expect, test } from 'vitest'
import { packPair } from '../../server/answer/waves.ts'
import { unpack } from '../../server/threads/memory.ts'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { Compute } from '../../server/work/compute.ts'
import { surveyedTwice } from '../waves/worlds.ts'

const { waves } = surveyedTwice('threads', { ended: 0.1, response: [0.9, 0.9], recall: [0.8, 0.8] })
const pair = packPair({ pair: pairOf(groundOfNetworks(waves), 0, 1), seed: 'threads' }, null)

async function comparedBy(threads: number) {
  await using compute = new Compute({ threads })
  const shares: number[] = []
  const compared = unpack(await compute.compare(pair, { progress: (share) => shares.push(share) }))
  return { compared, shares }
}

test('one thread and four give the same comparison, and tell ever more of the work', async () => {
  const [alone, together] = [await comparedBy(1), await comparedBy(4)]
  expect(together.compared).toEqual(alone.compared)
  const { shares } = together
  expect(shares.length).toBeGreaterThan(10)
  expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).toBe(true)
})

test('two who ask share one comparison, and who leaves last calls it off', async () => {
  await using compute = new Compute({ threads: 1 })
  const leaving = new AbortController()
  const left = compute.compare(pair, { signal: leaving.signal })
  const [first, second] = [compute.compare(pair), compute.compare(pair)]
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  expect(await first).toBe(await second)
  // Kept: the very same memory.
  expect(await compute.compare(pair)).toBe(await first)
})
