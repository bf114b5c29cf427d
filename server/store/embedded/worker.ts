import { backup, type DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { pack } from '../../packed.ts'
import { Problem } from '../../problem.ts'
import { openDatabase, problemOf } from './database.ts'
import { Ledger, type SynchronousStore } from './ledger.ts'
import type { Answer, Ask, News, Outcome } from './messages.ts'
import { Whereabouts } from './place.ts'

if (!parentPort) throw new Error('the embedded store runs in a worker thread')
const port = parentPort
const file = String(workerData)
const changing: ReadonlySet<Ask['method']> = new Set([
  'create',
  'commit',
  'commitPacked',
  'undo',
  'forget',
  'remove',
  'rename',
  'savePositions',
])
/** Pages copied before other calls get their turn. */
const pagesAtOnce = 2_000

await answer(0, () => {
  const database = openDatabase(file)
  const ledger = ledgerOf(database)
  const whereabouts = file === ':memory:' ? null : new Whereabouts(file)
  const copying = new Set<Promise<unknown>>()
  const copyTo = async (target: string) => {
    const copy = backup(database, target, { rate: pagesAtOnce })
    copying.add(copy)
    await copy.finally(() => copying.delete(copy))
  }
  const tell = () => port.postMessage({ summaries: ledger.list(), stillToErase: ledger.stillToErase } satisfies News)
  port.on('message', ({ call, method, given, packed }: Ask) => {
    if (method === 'close') {
      const closed = answer(call, async () => {
        await Promise.allSettled(copying)
        ledger.leaveNoTrace()
        database.close()
      })
      void closed.then(() => port.close())
      return
    }
    void answer(call, () => {
      whereabouts?.mustBeThere()
      if (method === 'backup') return copyTo(String(given[0]))
      const value = work(ledger, method, given)
      if (changing.has(method)) tell()
      return packed ? pack(value) : value
    })
  })
  tell()
})

/** A file that is not as it was written is let go of. */
function ledgerOf(database: DatabaseSync): Ledger {
  try {
    return new Ledger(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function work(ledger: Ledger, method: keyof SynchronousStore, given: readonly unknown[]): unknown {
  const asked = ledger[method] as (...given: readonly unknown[]) => unknown
  return asked.apply(ledger, [...given])
}

async function answer(call: number, work: () => unknown): Promise<void> {
  port.postMessage({ call, ...(await outcomeOf(work)) } satisfies Answer)
}

async function outcomeOf(work: () => unknown): Promise<Outcome> {
  try {
    return { value: await work() }
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOf(error, file)
    if (problem) return { problem: { code: problem.code, details: problem.details } }
    return { defect: error }
  }
}
