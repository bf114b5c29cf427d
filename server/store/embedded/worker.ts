import { parentPort, workerData } from 'node:worker_threads'
import { pack, unpack } from '../../packed.ts'
import { Problem } from '../../problem.ts'
import { openDatabase, refusing } from './database.ts'
import { Ledger } from './ledger.ts'
import type { Answer, Ask, News, Outcome } from './messages.ts'

if (!parentPort) throw new Error('the embedded store runs in a worker thread')
const port = parentPort
const file = String(workerData)
const changing: ReadonlySet<Ask['method']> = new Set(['create', 'commit', 'forget', 'remove'])

answer(0, () => {
  const database = openDatabase(file)
  const ledger = new Ledger(database)
  const tell = () => port.postMessage({ summaries: ledger.list() } satisfies News)
  port.on('message', ({ call, method, given, packed }: Ask) => {
    if (method === 'close') {
      answer(call, () => database.close())
      port.close()
      return
    }
    const work = ledger[method] as (...given: readonly unknown[]) => unknown
    answer(call, () => {
      const value = work.apply(ledger, packed ? given.map(unpacked) : [...given])
      if (changing.has(method)) tell()
      return packed ? pack(value) : value
    })
  })
  tell()
})

function answer(call: number, work: () => unknown): void {
  port.postMessage({ call, ...outcomeOf(work) } satisfies Answer)
}

/** What was given, a draft with its changes read. */
function unpacked(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('changes' in given)) return given
  const { changes } = given
  return changes instanceof SharedArrayBuffer ? { ...given, changes: unpack(changes) } : given
}

function outcomeOf(work: () => unknown): Outcome {
  try {
    return { value: refusing(file, work) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    return { defect: error }
  }
}
