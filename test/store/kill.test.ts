import { expect, test } from 'vitest'
import { kills } from '../trials/kills.ts'

test('sixteen kills lose no acknowledged commit and leave no half of one', async () => {
  const { found, faults } = await kills.run(16)
  console.log('16 kills:', found)
  expect(faults).toEqual([])
  // Most of them inside a transaction or a checkpoint.
  expect(16 - found.resting).toBeGreaterThanOrEqual(5)
  expect(found.acknowledged).toBeGreaterThanOrEqual(16)
}, 120_000)
