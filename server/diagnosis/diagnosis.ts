import { aboutOf, type Finding, type Grade, kinds, sizeOf } from './finding.ts'
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
  /** `first`: complete, at 1,999 draws, of more than 300 actors at 1,000; `refined`: with survival, intervals and published draws. */
  readonly stage: 'first' | 'refined'
}

/**
 * The order of a list: signals before what could not be told, then what was looked for and not found; in each by kind, the
 * gravest first; within a kind what concerns most members, then what chance explains least, then what is farthest from the
 * expected. What is alike in all that goes by whom it is about.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = { signal: 0, fact: 1, insufficient: 2, none: 3 } as const
  const judged = findings.map((finding) => ({
    finding,
    keys: [
      rank[finding.status],
      kinds[finding.kind].rank,
      -sizeOf(finding),
      Math.min(1, ...finding.dims.map(({ p, q }) => q ?? p ?? 1)),
      -Math.max(0, ...finding.dims.map(({ ratio }) => (ratio === null ? 0 : Math.abs(Math.log(ratio))))),
    ],
  }))
  judged.sort((a, b) => {
    for (const [i, key] of a.keys.entries()) {
      const other = b.keys[i] ?? key
      if (key !== other) return key < other ? -1 : 1
    }
    return compareWords(wordsOf(a.finding), wordsOf(b.finding))
  })
  return judged.map(({ finding }) => finding)
}

/** A kind, and whom or what a finding is about. */
function wordsOf(finding: Finding): string[] {
  return [finding.kind, ...Object.entries(aboutOf(finding)).flat(2)]
}

function compareWords(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one = '', other = ''] = [a[i], b[i]]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
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
    regraded: [...now].flatMap(([id, finding]) => {
      const earlier = then.get(id)
      return earlier && gradeOf(earlier) !== gradeOf(finding) ? [id] : []
    }),
  }
}

function gradeOf(finding: Finding): Grade | null {
  return finding.kind === 'closed_group' ? finding.grade : null
}
