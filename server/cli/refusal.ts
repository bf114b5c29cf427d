import type { ReadRefusal } from '../exchange/preview.ts'
import type { Problem } from '../problem.ts'
import type { RefusedName } from './guests.ts'

/** What the command line refuses besides what the rooms refuse; text.ts has a sentence for each, in both languages. */
export interface RefusalDetails {
  /** `near`: what it resembles; empty when nothing does. */
  unknown_option: { option: string; near: string }
  unknown_command: { command: string; near: string }
  missing_command: { commands: readonly string[] }
  missing_argument: { argument: string }
  missing_value: { option: string }
  extra_arguments: { command: string }
  bad_value: { option: string; got: string; expected: string }
  needs_option: { option: string; needs: string }
  /** Two options that say the same differently. */
  not_together: { option: string; other: string }
  not_for: { option: string; kind: 'files' | 'territory' }
  port_taken: { host: string; port: number }
  cannot_listen: { host: string; port: number; reason: string }
  /** Only a file is backed up, restored and checked here. */
  not_a_file_store: { store: string }
  /** Whoever holds the store answers to no request. */
  held_elsewhere: { file: string; url: string }
  same_store: { store: string }
  /** `left`: the revision that the other store has of it now. */
  copy_failed: { territory: string; store: string; failure: Problem | string; left: number | 'nothing' | 'unknown' }
  unreadable_file: { file: string; reason: string }
  unwritable_file: { file: string; reason: string }
  /** Standard output, such as a full disk. */
  unwritable_output: { reason: string }
  file_too_large: { file: string; most: number }
  /** Told to stop before anything was written. */
  interrupted: { signal: 'SIGINT' | 'SIGTERM' }
  /** `format`: what it is instead. */
  not_csv: { file: string; format: string }
  /** A file of another format that is damaged, protected or too large. */
  unread_file: { file: string } & Pick<ReadRefusal, 'row' | 'code' | 'got' | 'expected'>
  /** `endings`: those of names of files that it can write; `option`: what says the format otherwise, where there is one. */
  unknown_format: { file: string; endings: readonly string[]; option: string | null }
  malformed_csv: { file: string; row: number; expected: ReadRefusal['expected'] }
  /** `columns`: the letters of both. */
  repeated_column: { file: string; row: number; column: string; columns: readonly [string, string] }
  /** `column`: its letter, for it has no name. */
  extra_cell: { file: string; row: number; column: string; got: string }
  missing_column: { file: string; column: string; found: readonly string[] }
  missing_cell: { file: string; row: number; column: string }
  bad_weight: { file: string; row: number; column: string; got: string }
  bad_mode: { file: string; row: number; got: string }
  one_mode: { file: string; row: number; source: string; target: string }
  bad_flag: { file: string; row: number; column: string; got: string }
  repeated_node: { file: string; row: number; id: string }
  /** Names of a list that stand for nobody it can speak of: one refusal tells all. */
  unknown_names: { file: string; names: readonly RefusedName[] }
  bad_word: { file: string; row: number; column: string; got: string; expected: readonly string[] }
  /** A list without anybody to seat; `excused`: how many it has who do not come. */
  no_guests: { file: string; excused: number }
  too_many_hosts: { hosts: number; tables: number }
  too_many_guests: { people: number; most: number }
  no_table: { folder: string }
  store_itself: { file: string }
  existing_file: { file: string }
  /** `rows`: how many are left out; one refusal may speak of many. */
  refused_rows: { rows: number; refusals: readonly ReadRefusal[] }
}

export type RefusalCode = keyof RefusalDetails

/** A refusal that a person at the command line can act on. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal'
  readonly code: C
  readonly details: RefusalDetails[C]

  constructor(code: C, details: RefusalDetails[C]) {
    super(`${code} ${JSON.stringify(details)}`)
    this.code = code
    this.details = details
  }
}

/** What the system says of a file it would not read or write, such as ENOENT. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
