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
  /** Signals before facts, then what could not be told, then what was looked for and not found; the most severe first. */
  readonly findings: readonly Finding[]
  /** Whose answers would teach most, in that order, at most a hundred. */
  readonly toAsk: readonly Silent[]
  readonly profile: Profile
  readonly dataQuality: DataQuality
  /** `first`: complete, at 1,999 draws; `refined`: with survival, intervals and published draws. */
  readonly stage: 'first' | 'refined'
}

/** The order of a list. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = { signal: 0, fact: 1, insufficient: 2, none: 3 } as const
  return findings.toSorted(
    (a, b) => rank[a.status] - rank[b.status] || a.severity - b.severity || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
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
