import type { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../problem.ts'
import { openDatabase, refusing } from './database.ts'
import { Ledger } from './ledger.ts'
import type { Answer, Ask, Outcome } from './messages.ts'

if (!parentPort) throw new Error('the embedded store runs in a worker thread')
const port = parentPort
const file = String(workerData)

answer(0, () => serve(openDatabase(file)))

function serve(database: DatabaseSync): void {
  const ledger = new Ledger(database)
  port.on('message', ({ call, method, given }: Ask) => {
    if (method === 'close') {
      answer(call, () => database.close())
      port.close()
      return
    }
    const work = ledger[method] as (...given: readonly unknown[]) => unknown
    answer(call, () => refusing(file, () => work.apply(ledger, [...given])))
  })
}

function answer(call: number, work: () => unknown): void {
  port.postMessage({ call, ...outcomeOf(work) } satisfies Answer)
}

function outcomeOf(work: () => unknown): Outcome {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    return { defect: error }
  }
}
