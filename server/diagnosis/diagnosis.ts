import type { Finding } from './finding.ts'
import type { Profile } from './profile.ts'
import type { DataQuality } from './response.ts'
import type { Silent } from './whom-to-ask.ts'

/** What is said of one wave. */
export interface Diagnosis {
  readonly wave: string
  /** Version of the rules and thresholds. */
  readonly rule: string
  /** Root of every stream of chance. */
  readonly seed: string
  /** See `inOrder`. */
  readonly findings: readonly Finding[]
  /** Whose answers would teach most, in that order, at most a hundred. */
  readonly toAsk: readonly Silent[]
  readonly profile: Profile
  readonly dataQuality: DataQuality
  /** `first`: complete, at 1,999 draws; `refined`: with survival, intervals and published draws. */
  readonly stage: 'first' | 'refined'
}

/**
 * The order of a list: signals before what could not be told, then what was looked for and not found; in each by kind, the
 * gravest first; within a kind what concerns most members, then what chance explains least, then what is farthest from the
 * expected. What is alike in all that goes by id.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = { signal: 0, fact: 1, insufficient: 2, none: 3 } as const
  const judged = findings.map((finding) => ({
    finding,
    keys: [
      rank[finding.status],
      finding.severity,
      -finding.members.length,
      Math.min(1, ...finding.dims.map(({ p, q }) => q ?? p ?? 1)),
      -Math.max(0, ...finding.dims.map(({ ratio }) => (ratio === null ? 0 : Math.abs(Math.log(ratio))))),
    ],
  }))
  judged.sort((a, b) => {
    for (const [i, key] of a.keys.entries()) {
      const other = b.keys[i] ?? key
      if (key !== other) return key < other ? -1 : 1
    }
    return a.finding.id < b.finding.id ? -1 : a.finding.id > b.finding.id ? 1 : 0
  })
  return judged.map(({ finding }) => finding)
}

export interface FindingChanges {
  /** Ids of signals that were none before, of signals that are no more, and of signals of another grade. */
  readonly appeared: readonly string[]
  readonly vanished: readonly string[]
  readonly regraded: readonly string[]
}

/** What other thresholds, or another wave, make of the same rules. */
export function changesBetween(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const signals = (findings: readonly Finding[]) =>
    new Map(findings.filter(({ status }) => status === 'signal').map((finding) => [finding.id, finding]))
  const [then, now] = [signals(before), signals(after)]
  return {
    appeared: [...now.keys()].filter((id) => !then.has(id)),
    vanished: [...then.keys()].filter((id) => !now.has(id)),
    regraded: [...now].flatMap(([id, { grade }]) => {
      const earlier = then.get(id)
      return earlier && earlier.grade !== grade ? [id] : []
    }),
  }
}
