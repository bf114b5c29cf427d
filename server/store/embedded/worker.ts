import { backup, type DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../problem.ts'
import { type Doing, type Duty, serve } from '../../threads/rpc.ts'
import { answerAt, askOf } from '../distant.ts'
import { openDatabase, problemOf } from './database.ts'
import { Ledger, type SynchronousStore } from './ledger.ts'
import type { News, Start, StoreTask } from './messages.ts'
import { Whereabouts } from './place.ts'

if (!parentPort) throw new Error('the embedded store runs in a worker thread')
const { file, news } = workerData as Start
const changing: ReadonlySet<string> = new Set<keyof SynchronousStore>([
  'create',
  'commit',
  'commitLong',
  'undo',
  'forget',
  'forgetPerson',
  'remove',
  'rename',
  'savePositions',
])
/** Pages copied before other calls get their turn. */
const pagesAtOnce = 2_000
const refusalOf = (error: unknown) => problemOf(error, file)
let close: () => unknown = () => {}

await serve<StoreTask>(parentPort, open, { problemOf: refusalOf, end: () => close() })

function open(): Doing<StoreTask> {
  const database = openDatabase(file)
  const ledger = ledgerOf(database)
  const whereabouts = file === ':memory:' ? null : new Whereabouts(file)
  const copying = new Set<Promise<unknown>>()
  let isClosed = false
  const copyTo = async (target: string) => {
    const copy = backup(database, target, { rate: pagesAtOnce })
    copying.add(copy)
    await copy.finally(() => copying.delete(copy))
  }
  const tell = () => news.postMessage({ summaries: ledger.list(), stillToErase: ledger.stillToErase } satisfies News)
  const answer = ({ method, given }: Exclude<StoreTask, { port: unknown }>, { isLeft }: Pick<Duty, 'isLeft'>) => {
    if (isClosed) throw new Problem('store_unavailable', { reason: 'closed' })
    whereabouts?.mustBeThere()
    if (method === 'backup') return copyTo(String(given[0]))
    const value = askOf(ledger, method, method === 'commitLong' ? [...given, isLeft] : given)
    if (changing.has(method)) tell()
    return value
  }
  close = async () => {
    isClosed = true
    await Promise.allSettled(copying)
    ledger.leaveNoTrace()
    database.close()
  }
  tell()
  return (task, duty) => ('port' in task ? answerAt(task.port, answer, refusalOf) : answer(task, duty))
}

/** A file that is not as it was written is let go of. */
function ledgerOf(database: DatabaseSync): Ledger {
  try {
    return new Ledger(database)
  } catch (error) {
    database.close()
    throw error
  }
}
