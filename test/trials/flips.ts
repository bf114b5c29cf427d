import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { fillForFlips, outcomeOf, toldBy } from '../store/flips.ts'
import { temporary } from '../store/temporary.ts'
import type { Trial } from './trial.ts'

/** One byte of the file changes: refused, or told as it was. */
export const flips: Trial = {
  name: 'flipped bytes',
  rounds: 200,
  async run(rounds) {
    await using folder = await temporary()
    const whole = join(folder.path, 'whole.sqlite')
    await using store = await openEmbeddedStore(whole)
    await fillForFlips(store)
    const expected = await toldBy(store)
    await store.close()
    const bytes = await readFile(whole)
    const found = { refused: 0, harmless: 0, altered: 0, defect: 0 }
    const faults: string[] = []
    // Every tenth in the header, where a byte does most.
    const place = fc.oneof({ weight: 1, arbitrary: fc.nat(99) }, { weight: 9, arbitrary: fc.nat(bytes.length - 1) })
    for (const [at, by] of fc.sample(fc.tuple(place, fc.integer({ min: 1, max: 255 })), rounds)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ by
      const file = join(folder.path, `flipped-${at}-${by}.sqlite`)
      await writeFile(file, flipped)
      const outcome = await outcomeOf(file, expected)
      found[outcome] += 1
      if (outcome === 'altered' || outcome === 'defect') faults.push(`${outcome}: byte ${at} ^ ${by}`)
    }
    return { found, faults }
  },
}
