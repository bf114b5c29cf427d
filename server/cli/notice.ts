import type { UnplacedKind } from '../exchange/formats/network.ts'

/** What was read otherwise than its file may mean, said once on standard error; text.ts has a sentence for each, in both languages. */
export interface NoticeDetails {
  /** A column of numbers that nobody named as strengths. */
  unused_numbers: { file: string; column: string }
  /** Further columns of strengths, beside the one that is used. */
  other_strengths: { file: string; used: string; column: string }
  strengths_in_words: { file: string; column: string; got: string }
  /** Ties whose strength is left open, so that none are used. */
  strengths_missing: { file: string; column: string; count: number; of: number }
  /** A number that has two readings. */
  doubtful_number: { file: string; row: number; column: string; got: string; read: number; otherwise: number }
  /** Ties that the file says are directed, read as ties. */
  direction_unread: { file: string; column: string; ties: number }
  /** Ties that the file says are not directed, read as two arcs. */
  both_ways: { file: string; column: string; ties: number }
  /** What a network of another tool says that there is no place for. */
  unplaced: { file: string; kind: UnplacedKind; count: number }
  several_waves: { file: string; column: string; waves: number }
  /** Ties of actors to spaces, read as ties of one mode. */
  two_modes: { file: string }
  /** Names of ties that the node list does not have. */
  unlisted: { file: string; nodes: string; count: number; names: readonly string[] }
  /** Nodes of several spellings that are certainly one. */
  spellings: { file: string; count: number; names: readonly string[] }
  /** Nodes that case, accents or zeros in front alone tell apart. */
  alike: { file: string; count: number; names: readonly string[] }
  /** Words of a column of roles that are no role at a seminar, such as functions: those people take part as all do. */
  other_roles: { file: string; column: string; count: number; words: readonly string[] }
  /** Two lists compared without saying who was there. */
  no_roster: { file: string; later: string }
  nothing_in_common: { file: string; previous: string }
}

export type NoticeCode = keyof NoticeDetails

export type Notice = {
  readonly [C in NoticeCode]: { readonly code: C; readonly details: NoticeDetails[C] }
}[NoticeCode]

export type Notify = (notice: Notice) => void
