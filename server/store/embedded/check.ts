import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { replay } from '../../territory/change.ts'
import { emptyTerritory } from '../../territory/territory.ts'
import type { Commit } from '../store.ts'
import { openDatabase, refusing } from './database.ts'
import { Ledger } from './ledger.ts'
import { Damage } from './seals.ts'

export interface Checked {
  readonly territories: number
  readonly commits: number
}

/**
 * Reads all of a store that nobody holds: its pages, every checksum, every commit, and that from nothing they lead to the
 * present state and back. Refuses `store_corrupt` with the first thing that is wrong, and what opening refuses.
 */
export function checkFile(file: string): Checked {
  const database = openDatabase(file)
  try {
    return refusing(file, () => checked(database))
  } finally {
    database.close()
  }
}

function checked(database: DatabaseSync): Checked {
  const stray = database.prepare('PRAGMA foreign_key_check').get()
  if (stray) throw new Damage(`a row of ${stray.table} belongs to no territory`)
  const ledger = new Ledger(database)
  const summaries = ledger.list()
  for (const { id, revision } of summaries) {
    ledger.positions(id)
    const present = ledger.load(id)
    const commits = ledger.history(id, { limit: revision })
    const lists = (of: 'changes' | 'inverse', order: readonly Commit[]) => order.map((commit) => commit[of])
    const from = replay(emptyTerritory(id), lists('changes', commits.toReversed()))
    if (!isDeepStrictEqual({ ...from, revision }, present))
      throw new Damage(`territory ${id}: its commits lead elsewhere`)
    const back = replay(present, lists('inverse', commits))
    if (!isDeepStrictEqual({ ...back, revision: 0 }, emptyTerritory(id))) {
      throw new Damage(`territory ${id}: its commits do not lead back`)
    }
  }
  return { territories: summaries.length, commits: summaries.reduce((sum, { revision }) => sum + revision, 0) }
}
