import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { Problem, type ProblemCode, type ProblemDetails } from '../../../server/problem.ts'
import type { Store } from '../../../server/store/store.ts'
import { applied, settled, smallWorld, spelled } from '../../domain/arbitrary.ts'
import { draft } from '../samples.ts'

/** What a call is refused with; fails when it is not. */
export async function refusal<C extends ProblemCode>(call: Promise<unknown>, code: C): Promise<ProblemDetails[C]> {
  const error = await call.then(
    () => 'no refusal',
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem) || error.code !== code) throw error
  return error.details as ProblemDetails[C]
}

/** From the small world on, commits what holds of each list; tells every state that was reached. */
export async function evolve(store: Store, id: string, lists: readonly Change[][]): Promise<Territory[]> {
  const states: Territory[] = []
  let latest: Territory = emptyTerritory(id)
  for (const list of [smallWorld, ...lists]) {
    const changes = settled(latest, list)
    const next = draft(`k${latest.revision}`, changes)
    const commit = latest.revision === 0 ? await store.create(id, next) : await store.commit(id, latest.revision, next)
    latest = { ...applied(latest, changes), revision: commit.revision }
    states.push(latest)
  }
  return states
}

export async function everythingTold(store: Store, ids: readonly string[]): Promise<unknown[]> {
  const told: unknown[] = [await store.list()]
  for (const id of ids) {
    const commits = await store.history(id, { limit: 1000 })
    told.push(commits, await store.positions(id))
    for (const { revision } of commits) told.push(spelled(await store.load(id, revision)))
  }
  return told
}
