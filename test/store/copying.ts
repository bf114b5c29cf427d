import { expect } from 'vitest'
import { Problem } from '../../server/problem.ts'
import type { Store } from '../../server/store/store.ts'
import { draft, everything, forgotten, putActor, putTie, triangle } from './samples.ts'

/** Two territories with all that a store keeps: `record` changed, undone, forgotten in and placed, `many` of 130 commits. */
export async function fillStore(store: Store): Promise<void> {
  await fillRecord(store)
  await store.create('many', draft('k1', triangle))
  for (let revision = 1; revision < 130; revision++) {
    await store.commit(
      'many',
      revision,
      draft(`k${revision + 1}`, [putTie('a', 'b', { strength: 1 + (revision % 5) })]),
    )
  }
}

export async function fillRecord(store: Store): Promise<void> {
  await store.create('record', { ...draft('k1', everything), author: null, origin: 'import' })
  const made = await store.commit('record', 1, draft('k2', [putActor(forgotten, 'Renommée')]))
  await store.commit('record', 2, { ...draft('k3', made.inverse), origin: 'undo', undoes: 2 })
  await store.savePositions('record', { actors: { autre: [0.1, -2], parti: [3, 4] }, spaces: { pôle: [1e-9, 5] } })
  await store.forget('record', forgotten, { ...draft('k4'), origin: 'forget' })
  await store.commit('record', 4, draft('k5', [putActor(forgotten, 'Revenue')]))
}

/** `once`: one call fails before it is made; `after`: it is made and fails to say so; `for good`: all calls fail from then on. */
export const failures = ['once', 'after', 'for good'] as const

/** A store of which call number `fatal`, counted from 1, fails. */
export function failing(store: Store, fatal: number, how: (typeof failures)[number]): Store & { failed(): boolean } {
  let calls = 0
  const gone = () => new Problem('store_unavailable', { reason: 'disk_full', store: 'failing' })
  const answer = async (make: () => Promise<unknown>) => {
    calls += 1
    if (how === 'for good' ? calls < fatal : calls !== fatal) return make()
    if (how === 'after') await make().catch(() => undefined)
    throw gone()
  }
  return new Proxy(store as Store & { failed(): boolean }, {
    get(target, name) {
      if (name === 'failed') return () => calls >= fatal
      const member = Reflect.get(target, name)
      return (...given: unknown[]) => answer(() => member.apply(target, given))
    },
  })
}

/** Every field of everything: all past states, all commits, all positions. */
export async function expectSame(one: Store, other: Store, ids: readonly string[]): Promise<void> {
  const summaries = (await one.list()).filter(({ id }) => ids.includes(id))
  expect((await other.list()).filter(({ id }) => ids.includes(id))).toEqual(summaries)
  expect(summaries.map(({ id }) => id)).toEqual(ids.toSorted())
  for (const { id, revision } of summaries) {
    const history = { limit: revision }
    expect(await other.history(id, history)).toEqual(await one.history(id, history))
    expect(await other.positions(id)).toEqual(await one.positions(id))
    expect(await other.secret(id)).toBe(await one.secret(id))
    for (let past = revision; past >= 1; past = past > 10 ? past - 7 : past - 1) {
      const [here, there] = [await other.load(id, past), await one.load(id, past)]
      expect(here).toEqual(there)
      // Equality of maps does not look at their order.
      expect([...here.ties.keys(), ...here.actors.keys()]).toEqual([...there.ties.keys(), ...there.actors.keys()])
    }
  }
}
