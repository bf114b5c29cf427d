import { setTimeout as pause } from 'node:timers/promises'
import { Problem, type ProblemDetails } from '../../server/problem.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import type { CommitDraft, Store } from '../../server/store/store.ts'
import type { OwnServer } from '../neo4j/own-server.ts'
import { draft, putActor, triangle } from './samples.ts'

/** What became of commits while their server stood still again and again. */
export interface Frozen {
  readonly rounds: number
  readonly acknowledged: number
  readonly refused: number
  readonly unknown: number
  /** Reads that were refused while the server stood still. */
  readonly readsRefused: number
  /** Acknowledged and not in the history. */
  readonly lost: readonly string[]
  /** Refused as not made, and in the history all the same. */
  readonly ghosts: readonly string[]
  /** More than once in the history. */
  readonly twice: readonly string[]
}

const territories = ['t', 'u', 'v']

/** Freezes the server under three writers and a reader, thaws it once they were all refused, and looks at what is there. */
export async function freeze(server: OwnServer, rounds: number, timeoutMs: number): Promise<Frozen> {
  // A server that just started takes its time.
  await using patient = await openNeo4jStore(server.choice, { timeoutMs: 60_000 })
  for (const id of territories) await patient.create(id, draft('creation', triangle))
  await using store = await openNeo4jStore(server.choice, { timeoutMs, retryMs: 1_000 })
  const told = { acknowledged: [] as string[], refused: [] as string[], unknown: [] as [string, CommitDraft][] }
  let readsRefused = 0
  for (let round = 0; round < rounds; round++) {
    const revisions = new Map((await patient.list()).map(({ id, revision }) => [id, revision]))
    const writers = territories.map((id) => writeUntilRefused(store, id, revisions.get(id) ?? 0, `${round}`, told))
    const enough = told.acknowledged.length + 3
    while (told.acknowledged.length < enough) await pause(5)
    // At another moment of a commit each time.
    await pause((round * 7) % 40)
    await server.freeze()
    try {
      await Promise.all(writers)
      for (const id of territories) {
        const { reason } = await refusalOf(store.load(id))
        if (reason === 'no_answer') readsRefused += 1
      }
    } finally {
      await server.thaw()
    }
    while (!(await store.ping())) await pause(50)
  }
  for (const [id, lost] of told.unknown) {
    const { revision } = await patient.load(id)
    await patient.commit(id, revision, lost)
    told.acknowledged.push(`${id} ${lost.key}`)
  }
  const made = await Promise.all(
    territories.map(async (id) => (await patient.history(id, { limit: 100_000 })).map(({ key }) => `${id} ${key}`)),
  ).then((lists) => lists.flat())
  const set = new Set(made)
  return {
    rounds,
    acknowledged: told.acknowledged.length - told.unknown.length,
    refused: told.refused.length,
    unknown: told.unknown.length,
    readsRefused,
    lost: told.acknowledged.filter((key) => !set.has(key)),
    ghosts: told.refused.filter((key) => set.has(key)),
    twice: made.filter((key, index) => made.indexOf(key) !== index),
  }
}

async function writeUntilRefused(
  store: Store,
  id: string,
  base: number,
  round: string,
  told: { acknowledged: string[]; refused: string[]; unknown: [string, CommitDraft][] },
): Promise<void> {
  let revision = base
  for (let turn = 0; ; turn++) {
    const next = draft(`${round}-${turn}`, [putActor('d', `${round}-${turn}`)])
    try {
      revision = (await store.commit(id, revision, next)).revision
      told.acknowledged.push(`${id} ${next.key}`)
    } catch (error) {
      const { outcome } = unavailable(error)
      if (outcome === 'unknown') told.unknown.push([id, next])
      else told.refused.push(`${id} ${next.key}`)
      return
    }
  }
}

async function refusalOf(call: Promise<unknown>): Promise<ProblemDetails['store_unavailable']> {
  return unavailable(
    await call.then(
      () => new Error('a server that stands still answered'),
      (error: unknown) => error,
    ),
  )
}

function unavailable(error: unknown): ProblemDetails['store_unavailable'] {
  if (error instanceof Problem && error.code === 'store_unavailable')
    return error.details as ProblemDetails['store_unavailable']
  throw error
}
