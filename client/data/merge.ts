import { type Change, targetOf } from '#domain/change.ts'
import { identityOf, type Noun } from '#domain/territory.ts'

/** What one person changed, and the state it was changed in. */
export interface Edit {
  readonly changes: readonly Change[]
  /** What leads back: the facts it touches as they were. */
  readonly before: readonly Change[]
}

/** What two people said differently of one fact. */
export interface Clash {
  readonly noun: Noun
  readonly key: string
  /** Null: one took away what the other changed. */
  readonly field: string | null
  /** Absent: nothing, or no such fact any more. */
  readonly mine: unknown
  readonly theirs: unknown
}

export type Side = 'mine' | 'theirs'

export interface Rebased<E extends Edit> {
  readonly edits: readonly E[]
  readonly clashes: readonly Clash[]
}

/**
 * Edits made one after the other, as they read on top of what others changed since the first: of each fact the fields
 * that only one side changed, as that side has them. Where both changed one field, `choose` says whose it is. An edit that
 * says nothing any more is left out.
 */
export function rebased<E extends Edit>(
  edits: readonly E[],
  theirs: readonly Change[],
  choose: (clash: Clash) => Side = () => 'mine',
): Rebased<E> {
  const now = valuesAfter(theirs)
  const clashes: Clash[] = []
  const kept = edits.flatMap((edit): E[] => {
    const was = valuesAfter(edit.before)
    const changes = edit.changes.flatMap((change): Change[] => {
      const { noun, key } = targetOf(change)
      const place = placeOf(noun, key)
      if (!now.has(place)) return [change]
      const clash = (field: string | null, mine: unknown, theirs: unknown): Side => {
        const found = { noun, key, field, mine, theirs }
        clashes.push(found)
        return choose(found)
      }
      return mergedChange(change, was.get(place), now.get(place), clash)
    })
    const before = edit.before.map((change) => {
      const { noun, key } = targetOf(change)
      const place = placeOf(noun, key)
      return now.has(place) ? changeTo(change, now.get(place)) : change
    })
    // The next edit was made on top of this one.
    for (const [place, value] of valuesAfter(changes)) if (now.has(place)) now.set(place, value)
    return changes.length > 0 ? [{ ...edit, changes, before }] : []
  })
  return { edits: kept, clashes }
}

type Fact = Readonly<Record<string, unknown>>

function mergedChange(
  change: Change,
  was: Fact | undefined,
  now: Fact | undefined,
  clash: (field: string | null, mine: unknown, theirs: unknown) => Side,
): Change[] {
  if (!('put' in change)) {
    if (now === undefined) return []
    if (isSame(now, was)) return [change]
    return clash(null, undefined, now) === 'mine' ? [change] : []
  }
  const mine = change.value as unknown as Fact
  if (now === undefined) {
    if (was === undefined) return [change]
    return clash(null, mine, undefined) === 'mine' ? [change] : []
  }
  const fields = new Set([...Object.keys(now), ...Object.keys(mine)])
  const merged = [...fields].flatMap((field): [string, unknown][] => {
    const [m, t, b] = [mine[field], now[field], was?.[field]]
    const value = isSame(m, b) ? t : isSame(t, b) || isSame(m, t) || clash(field, m, t) === 'mine' ? m : t
    return value === undefined ? [] : [[field, value]]
  })
  const value = Object.fromEntries(merged)
  return isSame(value, now) ? [] : [{ ...change, value } as unknown as Change]
}

/** The change that makes a fact what it is; undefined: nothing. */
function changeTo(change: Change, value: Fact | undefined): Change {
  const { noun } = targetOf(change)
  if (value !== undefined) return { put: noun, value } as unknown as Change
  return 'put' in change ? removalOf(change) : change
}

function removalOf(change: Extract<Change, { put: Noun }>): Change {
  return { remove: change.put, identity: identityOf(change.put, change.value as never) } as Change
}

/** What each fact that changes touch is after them; undefined: not there. */
function valuesAfter(changes: readonly Change[]): Map<string, Fact | undefined> {
  return new Map(
    changes.map((change) => {
      const { noun, key } = targetOf(change)
      return [placeOf(noun, key), 'put' in change ? (change.value as unknown as Fact) : undefined]
    }),
  )
}

function placeOf(noun: Noun, key: string): string {
  return `${noun} ${key}`
}

/** Of JSON values: whether they are the same, whatever the order of fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [x, y] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    x.length === y.size &&
    x.every(([key, value]) => y.has(key) && isSame(value, y.get(key)))
  )
}
