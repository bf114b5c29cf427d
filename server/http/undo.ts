import { Problem } from '../problem.ts'
import type { Commit, Store } from '../store/store.ts'
import { touchedAgain } from '../territory/change.ts'

/**
 * The commit that a revision made, once it is sure that no later one touched the same facts again.
 * Refuses `unknown_territory`, `unknown_revision`, `irreversible`, `undo_conflict`.
 */
export async function undoable(store: Store, territory: string, revision: number): Promise<Commit> {
  const commits = await commitsFrom(store, territory, revision)
  const commit = commits.pop()
  if (commit?.revision !== revision) throw new Problem('unknown_revision', { territory, revision })
  if (commit.inverse.length === 0) throw new Problem('irreversible', { territory, revision })
  const later = touchedAgain(commit.changes, commits)
  if (later.length === 0) return commit
  throw new Problem('undo_conflict', { territory, revision, later: later.reverse() })
}

/** Newest first, down to a revision. */
async function commitsFrom(store: Store, territory: string, revision: number): Promise<Commit[]> {
  const commits = await store.history(territory)
  for (;;) {
    const oldest = commits.at(-1)?.revision ?? 0
    if (oldest <= revision) return commits.filter((commit) => commit.revision >= revision)
    commits.push(...(await store.history(territory, { before: oldest })))
  }
}
