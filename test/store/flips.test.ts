import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { fillForFlips, outcomeOf, toldBy } from './flips.ts'
import { temporary } from './temporary.ts'

test('a byte that changes anywhere in the file is noticed or makes no difference', async () => {
  await using folder = await temporary()
  const whole = join(folder.path, 'whole.sqlite')
  await using store = await openEmbeddedStore(whole)
  await fillForFlips(store)
  const expected = await toldBy(store)
  await store.close()
  const bytes = await readFile(whole)
  const counts = { refused: 0, harmless: 0, altered: 0, defect: 0 }
  const wrong: string[] = []
  const place = fc.oneof({ weight: 1, arbitrary: fc.nat(99) }, { weight: 9, arbitrary: fc.nat(bytes.length - 1) })
  for (const [at, by] of fc.sample(fc.tuple(place, fc.integer({ min: 1, max: 255 })), 25)) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ by
    const file = join(folder.path, `flipped-${at}-${by}.sqlite`)
    await writeFile(file, flipped)
    const outcome = await outcomeOf(file, expected)
    counts[outcome] += 1
    if (outcome === 'altered' || outcome === 'defect') wrong.push(`${outcome}: byte ${at} ^ ${by}`)
  }
  expect(wrong).toEqual([])
  expect(counts.refused).toBeGreaterThan(0)
})
