import type { ProblemCode, ProblemDetails } from '../../problem.ts'
import type { TerritorySummary } from '../store.ts'
import type { SynchronousStore } from './ledger.ts'

/** What the store asks of its thread, which answers in the same order. */
export interface Ask {
  readonly call: number
  readonly method: keyof SynchronousStore | 'backup' | 'close'
  readonly given: readonly unknown[]
  /** The value is wanted packed. */
  readonly packed: boolean
}

/** Call 0 is the opening, which nobody asks for. */
export type Answer = { readonly call: number } & Outcome

/** Comes before the answer to whatever changed the list, so that looking at the list never waits behind a bulk commit. */
export interface News {
  readonly summaries: TerritorySummary[]
  readonly stillToErase: boolean
}

/** A Problem loses its class between threads, so its code and details travel. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }
