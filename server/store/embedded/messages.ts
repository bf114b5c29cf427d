import type { ProblemCode, ProblemDetails } from '../../problem.ts'
import type { SynchronousStore } from './ledger.ts'

/** What the threads say to each other. Asks are answered in their order; call 0 is the opening, which nobody asks for. */
export interface Ask {
  readonly call: number
  readonly method: keyof SynchronousStore | 'close'
  readonly given: readonly unknown[]
}

export type Answer = { readonly call: number } & Outcome

/** A Problem loses its class between threads, so its code and details travel. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }
