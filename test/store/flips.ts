import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../../server/domain/change.ts'
import { Problem } from '../../server/problem.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import type { Store } from '../../server/store/store.ts'
import { spelled } from '../domain/arbitrary.ts'
import { draft, everything, forgotten, putActor, putTie, triangle } from './samples.ts'

/** Several territories with all that a file keeps, some of it erased, so that there are free pages too. */
export async function fillForFlips(store: Store, facts: readonly Change[] = everything): Promise<void> {
  await store.create('tout', { ...draft('k1', facts), author: null, origin: 'import' })
  const made = await store.commit('tout', 1, draft('k2', [putActor(forgotten, 'Renommée')]))
  await store.commit('tout', 2, { ...draft('k3', made.inverse), origin: 'undo', undoes: 2 })
  await store.savePositions('tout', { actors: { autre: [0.1, -2] }, spaces: { pôle: [1e-9, 5] } })
  await store.create('triangle', draft('k1', triangle))
  for (let strength = 1; strength <= 5; strength++) {
    await store.commit('triangle', strength, draft(`k${strength + 1}`, [putTie('a', 'b', { strength })]))
  }
  await store.create('gone', draft('k1', facts))
  await store.remove('gone')
}

/** Everything that a store tells, in the order of asking. */
export async function toldBy(store: Store): Promise<unknown[]> {
  const summaries = await store.list()
  const told: unknown[] = [summaries]
  for (const { id, revision } of summaries) {
    told.push(await store.history(id, { limit: revision }), await store.positions(id))
    for (let past = 1; past <= revision; past++) told.push(spelled(await store.load(id, past)))
  }
  return told
}

export type Outcome = 'refused' | 'harmless' | 'altered' | 'defect'

/** What becomes of a store one of whose files was damaged: refused as corrupt, or telling exactly what it told before. */
export async function outcomeOf(file: string, expected: readonly unknown[]): Promise<Outcome> {
  try {
    await using store = await openEmbeddedStore(file)
    return isDeepStrictEqual(await toldBy(store), expected) ? 'harmless' : 'altered'
  } catch (error) {
    return error instanceof Problem && error.code === 'store_corrupt' ? 'refused' : 'defect'
  }
}
