import { expect, test } from 'vitest'
import { flips } from './flips.ts'
import { fullDisk } from './full-disk.ts'
import { powerCuts } from './power-cuts.ts'
import { tornCheckpoints } from './torn-checkpoints.ts'

test.for([flips, powerCuts, tornCheckpoints, fullDisk])(
  '$name break no promise',
  { timeout: 120_000 },
  async (trial, { skip }) => {
    const outcome = await trial.run(20)
    if (outcome === null && process.env.CI !== 'true')
      skip(`${trial.name}: not on this machine, which mounts no disk of its own`)
    expect(outcome?.faults).toEqual([])
  },
)
