import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { type Change, replay } from '../../domain/change.ts'
import { collectionOf, emptyTerritory, type Noun, nouns, type Territory } from '../../domain/territory.ts'
import { checksum, SetChecksum } from './checksum.ts'

/**
 * Checksums that the file keeps of what it holds. SQLite checks the shape of its pages, not what stands in them: a byte
 * that changed on the disk would be read as if somebody had written it.
 */
export type Row = Record<string, SQLOutputValue>

/** What the file says against itself: `store_corrupt` once it leaves. */
export class Damage extends Error {
  override readonly name = 'Damage'
}

/** What a territory's row says, and answers for. */
export interface Seals {
  readonly id: string
  readonly revision: number
  /** Of all its facts. */
  readonly facts: string
  readonly positions: string
  /** Empty in a file of a format that had none. */
  readonly secret: string
}

export function territorySeal({ id, revision, facts, positions, secret }: Seals): string {
  return checksum([id, revision, facts, positions, ...(secret === '' ? [] : [secret])])
}

/** Throws Damage unless the row is as it was written. */
export function sealsIn(row: Row): Seals {
  const seals = {
    id: String(row.id),
    revision: Number(row.revision),
    facts: String(row.facts),
    positions: String(row.positions),
    secret: String(row.secret ?? ''),
  }
  if (row.checksum === territorySeal(seals)) return seals
  throw new Damage(`territory ${seals.id}: its row is not as it was written`)
}

const sealedColumns = [
  'territory',
  'revision',
  'key',
  'author',
  'at',
  'origin',
  'undoes',
  'changes',
  'inverse',
  'fingerprint',
] as const

/** @param row every column of a commit */
export function commitSeal(row: Row): string {
  return checksum(
    sealedColumns.map((column) => {
      const value = row[column] ?? null
      return typeof value === 'string' || typeof value === 'number' ? value : null
    }),
  )
}

/** The row; throws Damage unless it is as it was written. */
export function sealedCommit(row: Row): Row {
  if (row.checksum === commitSeal(row)) return row
  throw new Damage(`territory ${row.territory}, revision ${row.revision}: the commit is not as it was written`)
}

/** The nouns that the file keeps: one of an earlier format lacks those that came later. */
export function nounsIn(database: DatabaseSync): Noun[] {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
  return nouns.filter((noun) => table.get(collectionOf[noun]) !== undefined)
}

/** As after its last commit, but for the revision. */
export function stateIn(database: DatabaseSync, id: string): Territory {
  const facts = nounsIn(database).flatMap((noun) =>
    database
      .prepare(`SELECT fact FROM ${collectionOf[noun]} WHERE territory = ?`)
      .all(id)
      .map(({ fact }) => ({ put: noun, value: JSON.parse(String(fact)) }) as Change),
  )
  return replay(emptyTerritory(id), [facts])
}

export function factsSeal(database: DatabaseSync, id: string): string {
  const facts = new SetChecksum()
  for (const noun of nounsIn(database)) {
    const table = collectionOf[noun]
    for (const row of database.prepare(`SELECT key, fact FROM ${table} WHERE territory = ?`).iterate(id)) {
      facts.toggle(table, String(row.key), String(row.fact))
    }
  }
  return facts.toString()
}

export function positionsSeal(database: DatabaseSync, id: string): string {
  const positions = new SetChecksum()
  for (const row of database.prepare('SELECT noun, id, x, y FROM positions WHERE territory = ?').iterate(id)) {
    togglePosition(positions, row)
  }
  return positions.toString()
}

export function togglePosition(positions: SetChecksum, { noun, id, x, y }: Row): void {
  positions.toggle(String(noun), String(id), `${x} ${y}`)
}
