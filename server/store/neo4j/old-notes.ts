import { carriedNotes } from '../carried-notes.ts'
import { statements } from '../cypher.ts'
import { keysUnder } from '../finding-keys.ts'
import type { Bolt } from './bolt.ts'
import { GraphPages, hold } from './ledger.ts'
import { rewriteCommits, writeChanges } from './writing.ts'

/** Before there were notes, their fields stood in settings, and so they do in the history of then. One transaction a territory. */
export async function takeNotesOutOfSettings(bolt: Bolt): Promise<void> {
  const territories = await bolt.read('small', (run) => run(statements.listTerritories, {}))
  for (const { properties } of territories) {
    await bolt.write('large', async (run) => {
      const { id } = properties
      const pages = new GraphPages(run, undefined, hold)
      const { secret } = await pages.head(id)
      const mentioning = await pages.mentioning(id, ['"note.'])
      if (mentioning.length === 0) return
      const inOrder = mentioning.toSorted((a, b) => a.revision - b.revision)
      const before = await pages.latest(id)
      const { changes, rewritten } = carriedNotes(before, inOrder, keysUnder(secret))
      await rewriteCommits(run, id, rewritten)
      await writeChanges(run, before, changes)
    })
  }
}
