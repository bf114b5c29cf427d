import { expect, test } from 'vitest'
import { kills } from '../trials/kills.ts'

test('thirty kills lose no acknowledged commit and leave no half of one', async () => {
  const { found, faults } = await kills.run(30)
  console.log('30 kills:', found)
  expect(faults).toEqual([])
  // Most of them inside a transaction or a checkpoint.
  expect(30 - found.resting).toBeGreaterThanOrEqual(10)
  expect(found.acknowledged).toBeGreaterThanOrEqual(30)
}, 120_000)
