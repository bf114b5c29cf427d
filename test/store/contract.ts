import { describe } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { keepsTheRest } from './contract/beside.ts'
import { holdsTheLargest } from './contract/bounds.ts'
import { commitsAsAWhole, servesWritersSideBySide } from './contract/commits.ts'
import { erases } from './contract/erasure.ts'
import { keepsHistory } from './contract/history.ts'
import { namesACommitByItsKey } from './contract/keys.ts'
import { commitsLongLists } from './contract/long-commits.ts'
import { keepsTheRecord } from './contract/record.ts'
import { renames, showsACopyAtOnce } from './contract/renaming.ts'
import { answersAnySequence } from './contract/sequences.ts'

/** One engine with data of its own, gone when disposed of. */
export interface Opened extends AsyncDisposable {
  readonly store: Store
  /** Closes the store if it is open, and opens the same data again; `store` stays the one that was closed. */
  reopen(): Promise<Store>
}

/** An empty store each time. */
export type Open = () => Promise<Opened>

/** The promise of server/store/store.ts as tests: every engine runs the same cases. */
export function storeContract(engine: string, open: Open): void {
  describe(`${engine} keeps the promise of a store`, () => {
    keepsTheRecord(open)
    holdsTheLargest(open)
    commitsAsAWhole(open)
    commitsLongLists(open)
    servesWritersSideBySide(open)
    namesACommitByItsKey(open)
    keepsHistory(open)
    erases(open)
    renames(open)
    showsACopyAtOnce(open)
    keepsTheRest(open)
    answersAnySequence(open)
  })
}
