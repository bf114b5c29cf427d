import type { Change, Refusal } from './territory/change.ts'

/** What each code tells besides itself. The closed list of what Maillage refuses: http/ gives each its status, client/text its sentence. */
export interface ProblemDetails {
  unknown_territory: { territory: string }
  existing_territory: { territory: string }
  unknown_revision: { territory: string; revision: number }
  /** The base of a commit is not the current revision: the changes made since let the caller merge and try again. */
  revision_conflict: { territory: string; base: number; revision: number; since: readonly Change[] }
  /** The idempotency key already names another commit. */
  reused_key: { territory: string; key: string; revision: number }
  refused_changes: { refusals: readonly Refusal[] }
  /** What a later commit touched again cannot be undone by itself. */
  undo_conflict: { territory: string; revision: number; later: readonly number[] }
  unknown_wave: { territory: string; wave: string }
  store_unavailable: { reason: string }
  store_locked: { file: string }
  store_newer: { file: string; found: number; supported: number }
  store_corrupt: { file: string; found: string }
}

export type ProblemCode = keyof ProblemDetails

/** A refusal that a person can act on. Anything else that is thrown is a defect, logged whole and shown as `internal`. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem'
  readonly code: C
  readonly details: ProblemDetails[C]

  constructor(code: C, details: ProblemDetails[C]) {
    super(`${code} ${JSON.stringify(details).slice(0, 500)}`)
    this.code = code
    this.details = details
  }
}
