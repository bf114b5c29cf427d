import { expect, test } from 'vitest'
import { worldOf } from '../../examples/fictitious/world.ts'
import { example } from '../agenda/agendas.ts'
import { readSentences } from './plain-language.ts'

test.each(['ardenne', 'carene', 'decazeville', 'dieppe'])(
  'every sentence on %s is short, plain and well set in both languages',
  async (id) => {
    const { count, faults } = await readSentences(await example(id))
    expect(count).toBeGreaterThan(50)
    expect(faults).toEqual([])
  },
)

test('so is every sentence on fictitious territories', async () => {
  for (const seed of ['plain 0', 'plain 1']) {
    const { count, faults } = await readSentences(worldOf(seed, { id: 'plain' }).territory)
    expect(count).toBeGreaterThan(300)
    expect(faults).toEqual([])
  }
}, 60_000)
