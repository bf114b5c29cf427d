import type { MessagePort } from 'node:worker_threads'
import type { Ask } from '../distant.ts'
import type { TerritorySummary } from '../store.ts'
import type { SynchronousStore } from './ledger.ts'

/** What the thread of the store is started with. */
export interface Start {
  readonly file: string
  /** Where it tells its news. */
  readonly news: MessagePort
}

/** What it is asked: calls, in the order in which it answers them, and to answer others at a port. */
export type StoreTask = Ask<keyof SynchronousStore | 'backup'> | { readonly port: MessagePort }

/** Told before the answer to whatever changed the list, so that looking at the list never waits behind a bulk commit. */
export interface News {
  readonly summaries: TerritorySummary[]
  readonly stillToErase: boolean
}
