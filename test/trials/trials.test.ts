import { expect, test } from 'vitest'
import { flips } from './flips.ts'
import { powerCuts } from './power-cuts.ts'

test.for([flips, powerCuts])('$name break no promise', async (trial) => {
  expect((await trial.run(20))?.faults ?? []).toEqual([])
})
