import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../problem.ts'
import type { Commit, Positions, Store } from './store.ts'

/** Commits read at once: a few large ones fit in memory, many small ones cost few questions. */
const commitsAtOnce = 20

export interface CopyProgress {
  /** Revisions made at the other store. */
  readonly done: number
  readonly of: number
}

/**
 * Makes every commit of a territory again at another store, in order and under its own key, then the positions: the same
 * revisions, history, authors and times. A copy that was cut short goes on when it is asked again; asked later, it brings
 * the other store up to date. Answers with the revision reached.
 *
 * Refuses `existing_territory`, `reused_key` or `revision_conflict` when the other store has another territory of this
 * id, `store_corrupt` when what came out is not what went in.
 */
export async function copyTerritory(
  id: string,
  from: Store,
  to: Store,
  progress: (progress: CopyProgress) => void = () => {},
): Promise<number> {
  const newest = await from.history(id, { limit: 1 })
  const revision = newest[0]?.revision ?? 0
  for (let done = 0; done < revision; ) {
    const end = Math.min(done + commitsAtOnce, revision)
    const commits = await from.history(id, { before: end + 1, limit: end - done })
    for (const commit of commits.toReversed()) await makeAgain(id, commit, to)
    done = end
    progress({ done, of: revision })
  }
  const positions = await from.positions(id)
  await to.savePositions(id, positions)
  if (!covers(await to.positions(id), positions)) throw different(id, revision)
  if (!isDeepStrictEqual(await to.load(id, revision), await from.load(id, revision))) throw different(id, revision)
  return revision
}

async function makeAgain(id: string, commit: Commit, to: Store): Promise<void> {
  const { revision, inverse: _, ...draft } = commit
  const made = revision === 1 ? await to.create(id, draft) : await to.commit(id, revision - 1, draft)
  if (!isDeepStrictEqual(made, commit)) throw different(id, revision)
}

/** A copy that is brought up to date keeps the positions it has of its own. */
function covers(all: Positions, some: Positions): boolean {
  return isDeepStrictEqual(
    { actors: { ...all.actors, ...some.actors }, spaces: { ...all.spaces, ...some.spaces } },
    all,
  )
}

function different(id: string, revision: number): Problem {
  return new Problem('store_corrupt', { file: id, found: `revision ${revision} came out different` })
}
