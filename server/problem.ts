import type { Change, RefusedChange } from './domain/change.ts'
import type { Vocabulary } from './domain/vocabulary.ts'

/** What each code tells besides itself. The closed list of what Maillage refuses: http/ gives each its status, words/ its sentences. */
export interface ProblemDetails {
  unknown_territory: { territory: string }
  existing_territory: { territory: string }
  unknown_revision: { territory: string; revision: number }
  /**
   * The base of a commit is not the current revision: the changes made since let the caller merge and try again; null
   * when they are so many that the territory has to be loaded anew.
   */
  revision_conflict: { territory: string; base: number; revision: number; since: readonly Change[] | null }
  /** The idempotency key already names another commit. */
  reused_key: { territory: string; key: string; revision: number }
  /** The first refusals; `total` counts all. */
  refused_changes: { refusals: readonly RefusedChange[]; total: number }
  /** What a later commit touched again cannot be undone by itself. */
  undo_conflict: { territory: string; revision: number; later: readonly number[]; total: number }
  /** A commit that leaves nothing to put back: it forgot an actor, or made an empty territory. */
  irreversible: { territory: string; revision: number }
  unknown_wave: { territory: string; wave: string }
  /** The network of the wave does not have this actor. */
  unknown_actor: { territory: string; wave: string; actor: string }
  unknown_seminar: { territory: string; seminar: string }
  unknown_scenario: { territory: string; scenario: string }
  unknown_view: { territory: string; view: string }
  /** No view belongs to a story of that name. */
  unknown_story: { territory: string; story: string }
  /** Nobody of that invitation has a seat in that round. */
  unknown_seat: { seminar: string; person: string; round: number }
  too_many_people: { people: number; most: number }
  /** A wave is compared with another one, later than it. */
  same_wave: { wave: string }
  backwards: { from: string; to: string }
  one_wave: { territory: string }
  /** Networks belong to a wave, and the territory has none yet. */
  no_wave: { territory: string }
  /** A perimeter names a word that the territory does not know. */
  unknown_word: { territory: string; vocabulary: Vocabulary; word: string; known: readonly string[] }
  unknown_measure: { measures: readonly string[] }
  /** Of the table of a map. */
  unknown_column: { column: string; known: readonly string[] }
  /** It never was, or it ended so long ago that it is forgotten. */
  unknown_job: { job: string }
  /** Spaces so large that tying their participants together would not fit in memory. */
  network_too_large: { pairs: number; most: number }
  unknown_file: { file: string; known: readonly string[] }
  /** `store`: the file or the URL of the database; absent once it is closed. `outcome`: the change may have been made all the same; sent again under its key, it is made once. */
  store_unavailable: { reason: StoreTrouble; store?: string; outcome?: 'unknown' }
  store_locked: { file: string }
  store_newer: { file: string; found: number; supported: number }
  store_corrupt: { file: string; found: string }
  /** The log beside the file was written for another one, or for this one at another time: replaying it would mix the two. */
  store_log_foreign: { file: string; log: string }
  /** Too much is being asked at once: wait and ask again. */
  overloaded: { reason: string }
  /** The register of companies was asked, and gave no answer that can be read; `off`: nobody said where it is. */
  register_unavailable: { reason: RegisterTrouble; address: string }
  /** What was sent does not have the shape that is asked for. */
  invalid_request: { faults: readonly RequestFault[]; total: number }
  /** Positions of what the territory does not have: some of the ids, and how many there are. */
  unknown_places: { territory: string; actors: readonly string[]; spaces: readonly string[]; total: number }
  invalid_json: { reason: string }
  body_too_large: { limit: number }
  unsupported_media_type: { got: string; expected: string }
  unknown_route: { method: string; path: string }
  /** The request was written by another site, or reached this server under a name that is not its own. */
  foreign_origin: { got: string; expected: string }
}

/** One place of a request, such as `body.changes.3.value.name` or `query.wave`, and what is wrong there. */
export interface RequestFault {
  readonly place: string
  readonly code: string
  readonly message: string
}

/** What keeps a store from serving. */
export type StoreTrouble = FileTrouble | DatabaseTrouble | 'closed' | 'ended'

export type FileTrouble =
  | 'unopenable'
  | 'unwritable'
  | 'disk_failed'
  | 'disk_full'
  | 'dangling_link'
  | 'not_a_file'
  /** While it was open, its name or that of its log went away, or to another file. */
  | 'gone'
  | 'replaced'
  | 'shrunk'

export type DatabaseTrouble =
  | 'no_answer'
  | 'login_refused'
  | 'login_blocked'
  | 'too_slow'
  | 'no_database'
  | 'short_of_memory'

export type RegisterTrouble = 'off' | 'no_answer' | 'too_slow' | 'too_many' | 'refused' | 'unreadable'

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
