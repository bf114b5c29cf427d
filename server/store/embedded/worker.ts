import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../problem.ts'
import { openDatabase, refusing } from './database.ts'
import { Ledger } from './ledger.ts'
import type { Answer, Ask, Outcome } from './messages.ts'

if (!parentPort) throw new Error('the embedded store runs in a worker thread')
const port = parentPort
const file = String(workerData)

const opened = outcomeOf(() => openDatabase(file))
if ('value' in opened) serve(opened.value)
port.postMessage({ call: 0, ...('value' in opened ? { value: undefined } : opened) } satisfies Answer)

function serve(database: ReturnType<typeof openDatabase>): void {
  const ledger = new Ledger(database)
  port.on('message', (ask: Ask) => {
    if (ask.method === 'close') {
      const outcome = outcomeOf(() => database.close())
      port.postMessage({ call: ask.call, ...outcome } satisfies Answer)
      port.close()
      return
    }
    const method: (...given: never[]) => unknown = ledger[ask.method]
    const outcome = outcomeOf(() => refusing(file, () => method.apply(ledger, ask.given as never[])))
    port.postMessage({ call: ask.call, ...outcome } satisfies Answer)
  })
}

function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    return { defect: error }
  }
}
