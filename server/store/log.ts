import type { Change, RefusedChange } from '../domain/change.ts'
import type { Noun } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { Commit } from './store.ts'

/** A commit as a log tells it: without its changes, which may be as many as a territory has facts. */
export interface CommitHead extends Omit<Commit, 'changes' | 'inverse'> {
  readonly put: Counts
  readonly removed: Counts
  /** Keys of the settings it put; at most fifty. */
  readonly settings: readonly string[]
  /** Whether something would lead back. */
  readonly undoable: boolean
}

/** How many facts of each noun. */
export type Counts = { readonly [N in Noun]?: number }

/** Some changes of one commit, in their order, and as many of those that lead back. */
export interface ChangesPage {
  readonly revision: number
  readonly from: number
  /** How many there are of the longer list. */
  readonly total: number
  readonly changes: readonly Change[]
  readonly inverse: readonly Change[]
}

/** What leads from one revision to a later one. */
export interface ChangesSince {
  /** Where the changes lead: the latest revision. */
  readonly revision: number
  /** In their order; null when they are so many, or what was forgotten is among them, that the territory has to be loaded anew. */
  readonly changes: readonly Change[] | null
}

const mostSettings = 50

/** What a log tells of changes. */
export type Tally = Pick<CommitHead, 'put' | 'removed' | 'settings'>

export function headOf({ changes, inverse, ...commit }: Commit): CommitHead {
  return { ...commit, ...tallyOf(changes), undoable: inverse.length > 0 }
}

export function tallyOf(changes: readonly Change[]): Tally {
  const counts = { put: new Map<Noun, number>(), removed: new Map<Noun, number>() }
  const settings: string[] = []
  for (const change of changes) {
    const [counted, noun] = 'put' in change ? [counts.put, change.put] : [counts.removed, change.remove]
    counted.set(noun, (counted.get(noun) ?? 0) + 1)
    const isListed = 'put' in change && change.put === 'setting'
    if (isListed && settings.length < mostSettings) settings.push(change.value.key)
  }
  return { put: Object.fromEntries(counts.put), removed: Object.fromEntries(counts.removed), settings }
}

/** Of a list that stands in parts. */
export function tallyTogether(tallies: readonly Tally[]): Tally {
  const together = (counts: readonly Counts[]) => {
    const sums = new Map<string, number>()
    for (const [noun, count] of counts.flatMap((one) => Object.entries(one)))
      sums.set(noun, (sums.get(noun) ?? 0) + count)
    return Object.fromEntries(sums) as Counts
  }
  return {
    put: together(tallies.map(({ put }) => put)),
    removed: together(tallies.map(({ removed }) => removed)),
    settings: tallies.flatMap(({ settings }) => settings).slice(0, mostSettings),
  }
}

export function pageOf({ revision, changes, inverse }: Commit, from: number, limit: number): ChangesPage {
  const total = Math.max(changes.length, inverse.length)
  const within = (list: readonly Change[]) => list.slice(from, from + limit)
  return { revision, from, total, changes: within(changes), inverse: within(inverse) }
}

/** Refusals that are told: enough to see what is wrong, few enough to be read. */
const mostRefusals = 100

export function refusedChanges(refusals: readonly RefusedChange[]): Problem {
  return new Problem('refused_changes', { refusals: refusals.slice(0, mostRefusals), total: refusals.length })
}

/** JSON of the changes that a late commit, or whoever wants to catch up, is told of; whoever is further behind has to load the territory anew. */
export const mostSince = 250_000

const mostLater = 20

export function undoConflict(territory: string, revision: number, later: readonly number[]): Problem {
  return new Problem('undo_conflict', { territory, revision, later: later.slice(0, mostLater), total: later.length })
}
