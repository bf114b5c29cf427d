import fc from 'fast-check'
import { test } from 'vitest'
import { smallWorld } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { draft } from '../samples.ts'
import { commands } from './commands.ts'
import { ModelStore } from './model.ts'

export function answersAnySequence(open: Open): void {
  test('any sequence of calls is answered as by a model in memory', async () => {
    await using opened = await open()
    const real = { store: opened.store, reopen: () => opened.reopen() }
    await fc.assert(
      fc.asyncProperty(commands(), async (sequence) => {
        for (const { id } of await real.store.list()) await real.store.remove(id)
        const model = { store: new ModelStore(), sent: [] }
        model.store.create('t', draft('first', smallWorld))
        await real.store.create('t', draft('first', smallWorld))
        await fc.asyncModelRun(() => ({ model, real }), sequence)
      }),
      { numRuns: 15 },
    )
  }, 180_000)
}
