import { hash } from 'node:crypto'
import { type Change, leadingBack, nameRemovedBy, type RefusedChange, targetOf } from '../../domain/change.ts'
import { isKnown, type Reference, referencesOf } from '../../domain/reference.ts'
import { collectionOf, keyOf, type Noun, type Nouns, nouns, type Territory } from '../../domain/territory.ts'
import { faultsOf } from '../../domain/validation.ts'
import { refusedChanges, tallyOf } from '../log.ts'
import { type PackedChanges, packedPart, unpackedPart } from '../packed-changes.ts'
import { checksum, type SetChecksum } from './checksum.ts'
import { Damage, type Row } from './seals.ts'

/** What there may be millions of, and nothing names: looked up one by one where the rest of a territory is held. */
export const unheld: ReadonlySet<Noun> = new Set<Noun>(['tie', 'participation'])

/** What a long commit does to the facts of the file. */
export interface FactRows {
  /** JSON of a fact. */
  read(noun: Noun, key: string): string | undefined
  put(noun: Noun, key: string, fact: string): void
  remove(noun: Noun, key: string): void
  all(noun: Noun): Iterable<string>
}

/** A part of a commit as it stands in the file. */
export interface CommitPart {
  readonly part: number
  readonly count: number
  /** JSON of what a log tells of it. */
  readonly told: string
  readonly changes: Uint8Array
  readonly inverse: Uint8Array
}

/**
 * Makes packed changes part by part, each judged by the state it leads to, and gives what is to be recorded of each. In memory are one part and what other facts name.
 * Throws `refused_changes` once all are judged.
 * @param held the territory before, whose ties and participations nobody looks at
 * @param facts their checksum, which follows
 */
export function* madeInParts(
  held: Territory,
  { parts }: PackedChanges,
  rows: FactRows,
  facts: SetChecksum,
): Generator<CommitPart, Territory> {
  let now = held
  let index = 0
  const refusals: RefusedChange[] = []
  const gone: Gone[] = []
  for (const [part, packed] of parts.entries()) {
    const changes = unpackedPart(packed)
    const inverse: Change[] = []
    now = withHeld(now, changes)
    for (const change of changes) {
      const { noun, key } = targetOf(change)
      const table = collectionOf[noun]
      const before = rows.read(noun, key)
      if (before !== undefined) facts.toggle(table, key, before)
      if ('put' in change) {
        for (const fault of faultsOf(now, noun, change.value as never)) refusals.push({ index, ...fault })
        const fact = JSON.stringify(change.value)
        rows.put(noun, key, fact)
        facts.toggle(table, key, fact)
      } else if (before === undefined) refusals.push({ index, code: 'unknown_fact', noun, key })
      else {
        rows.remove(noun, key)
        const named = nameRemovedBy(change)
        if (named) gone.push({ ...named, index, noun, key })
      }
      inverse.push(leadingBack(change, before === undefined ? undefined : JSON.parse(before)))
      index++
    }
    yield {
      part,
      count: changes.length,
      told: JSON.stringify(tallyOf(changes)),
      changes: packed,
      inverse: packedPart(inverse.reverse()),
    }
  }
  refusals.push(...stillUsed(now, gone, rows))
  if (refusals.length > 0) throw refusedChanges(refusals)
  return now
}

interface Gone extends Pick<Reference, 'to' | 'id'> {
  readonly index: number
  readonly noun: Noun
  readonly key: string
}

/** The state after a part, of what is held. */
function withHeld(before: Territory, changes: readonly Change[]): Territory {
  const copies = new Map<Noun, Map<string, unknown>>()
  for (const change of changes) {
    const { noun, key } = targetOf(change)
    if (unheld.has(noun)) continue
    const copy = copies.get(noun) ?? new Map<string, unknown>(before[collectionOf[noun]])
    copies.set(noun, copy)
    if ('put' in change) copy.set(key, change.value)
    else copy.delete(key)
  }
  return { ...before, ...Object.fromEntries([...copies].map(([noun, facts]) => [collectionOf[noun], facts])) }
}

/** One pass over all facts that there are in the end, however many are gone. */
function stillUsed(after: Territory, gone: readonly Gone[], rows: FactRows): RefusedChange[] {
  if (gone.length === 0) return []
  const wanted = new Map(gone.map((one) => [`${one.to} ${one.id}`, one]))
  const refusals: RefusedChange[] = []
  for (const noun of nouns) {
    for (const fact of rows.all(noun)) {
      const value: Nouns[typeof noun] = JSON.parse(fact)
      for (const reference of referencesOf(noun, value)) {
        const one = wanted.get(`${reference.to} ${reference.id}`)
        if (!one || isKnown(after, reference)) continue
        const { index, key } = one
        refusals.push({ index, code: 'still_used', noun: one.noun, key, got: `${noun} ${keyOf(noun, value as never)}` })
      }
    }
  }
  return refusals
}

/** What leads back of a list of changes that stand in parts, newest first. */
export function inverseOfParts(parts: readonly Pick<CommitPart, 'inverse'>[]): PackedChanges {
  return { parts: parts.map(({ inverse }) => inverse).toReversed() }
}

/** Throws Damage unless the row is as it was written. */
export function partIn(row: Row): CommitPart {
  const part = {
    part: Number(row.part),
    count: Number(row.count),
    told: String(row.told),
    changes: row.changes as Uint8Array,
    inverse: row.inverse as Uint8Array,
  }
  if (row.checksum === partSeal(Number(row.revision), part)) return part
  throw new Damage(
    `territory ${row.territory}, revision ${row.revision}: a part of the commit is not as it was written`,
  )
}

/** Without the territory, whose name may change. */
export function partSeal(revision: number, { part, count, told, changes, inverse }: CommitPart): string {
  return checksum([revision, part, count, told, hash('sha256', changes, 'hex'), hash('sha256', inverse, 'hex')])
}
