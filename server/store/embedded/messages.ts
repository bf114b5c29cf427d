import type { ProblemCode, ProblemDetails } from '../../problem.ts'
import type { SynchronousStore } from './ledger.ts'

/** What the two threads say to each other. Calls are answered in the order they were asked; call 0 is the opening. */
export type Ask = { readonly call: number } & (Call | { readonly method: 'close' })

export type Call = {
  [M in keyof SynchronousStore]: { readonly method: M; readonly given: Parameters<SynchronousStore[M]> }
}[keyof SynchronousStore]

export type Answer = { readonly call: number } & Outcome<unknown>

/** A Problem loses its class between threads, so its code and details travel. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails[ProblemCode] } }
  | { readonly defect: unknown }
