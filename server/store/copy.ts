import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../problem.ts'
import { type Commit, type Positions, type Store, stagingId } from './store.ts'

export interface CopyProgress {
  /** Revisions made at the other store. */
  readonly done: number
  readonly of: number
}

/**
 * Makes every commit of a territory again at another store, in order and under its own key, then the positions: the same
 * revisions, history, authors and times, and the same secret, so that notes stay with their findings. Answers with the revision reached.
 *
 * A territory that the other store does not have is made where nobody sees it, compared with the first one, and shown at
 * once; whatever stops this leaves nothing to be seen, and the next try removes what was staged. One that the other store
 * has in an earlier state is brought up to date commit by commit: cut short, it stands at an earlier revision.
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
  const revision = await revisionOf(from, id)
  if (revision === null) throw new Problem('unknown_territory', { territory: id })
  const asked = { id, revision, from, to, progress }
  if ((await revisionOf(to, id)) === null) await copyWhole(asked)
  else await copyInto(id, asked)
  return revision
}

/** The latest revision; null where there is no such territory. */
export async function revisionOf(store: Store, id: string): Promise<number | null> {
  try {
    const [newest] = await store.log(id, { limit: 1 })
    return newest?.revision ?? null
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown_territory') return null
    throw error
  }
}

interface Copying {
  readonly id: string
  readonly revision: number
  readonly from: Store
  readonly to: Store
  readonly progress: (progress: CopyProgress) => void
}

async function copyWhole(asked: Copying): Promise<void> {
  const { id, to } = asked
  const staging = stagingId(id)
  await discard(to, staging)
  try {
    await copyInto(staging, asked)
    await to.rename(staging, id)
  } catch (error) {
    // What cannot be removed now is removed by the next try.
    await discard(to, staging).catch(() => undefined)
    throw withoutStaging(error, staging, id)
  }
}

/** One commit at a time: a few large ones might not fit in memory together. */
async function copyInto(target: string, { id, revision, from, to, progress }: Copying): Promise<void> {
  const secret = await from.secret(id)
  for (let done = 0; done < revision; done++) {
    const [commit] = await from.history(id, { before: done + 2, limit: 1 })
    if (commit?.revision !== done + 1 || !isDeepStrictEqual(await makeAgain(target, commit, secret, to), commit)) {
      throw different(id, done + 1)
    }
    progress({ done: done + 1, of: revision })
  }
  const positions = await from.positions(id)
  await to.savePositions(target, positions)
  const made = { ...(await to.load(target, revision)), id }
  if (!covers(await to.positions(target), positions) || !isDeepStrictEqual(made, await from.load(id, revision))) {
    throw different(id, revision)
  }
}

function makeAgain(target: string, commit: Commit, secret: string, to: Store): Promise<Commit> {
  const { revision, inverse: _, ...draft } = commit
  return revision === 1 ? to.create(target, draft, secret) : to.commit(target, revision - 1, draft)
}

async function discard(store: Store, staging: string): Promise<void> {
  if ((await revisionOf(store, staging)) !== null) await store.remove(staging)
}

/** Nobody outside knows of the staging id. */
function withoutStaging(error: unknown, staging: string, id: string): unknown {
  if (!(error instanceof Problem)) return error
  const details = Object.entries(error.details).map(([name, told]) => [name, told === staging ? id : told])
  return new Problem(error.code, Object.fromEntries(details))
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
