import type { MessagePort } from 'node:worker_threads'
import { parentPort, workerData } from 'node:worker_threads'
import { chunkedWork } from '../server/analysis/chunked-work.ts'
import { alone } from '../server/analysis/measure.ts'
import type { Graph } from '../server/network/graph.ts'
import { type Call, help, type SharedWork, withHelpers } from '../server/threads/chunks.ts'
import { BenchSubject, besides, type Work, wholeParts } from './analysis.ts'
import { networks } from './networks.ts'

/** What a thread of the bench is told. */
export type Order =
  | { readonly hold: Graph }
  | { readonly time: Work; readonly together: boolean }
  | { readonly help: SharedWork; readonly port: MessagePort }

/** What it says: once it is warm, after each order but help, and when it wants help. */
export type Said = { readonly ready: true } | { readonly time: Time } | { readonly call: Call }

/** Milliseconds: of this thread's processor time, and as a clock runs. */
export interface Time {
  readonly processor: number
  readonly clock: number
}

if (!parentPort) throw new Error('this module is the start of a worker thread')
const port = parentPort
// The kernel is looked for when it is first wanted; who does not find it uses the TypeScript.
if (!(workerData as { kernel: boolean }).kernel) Reflect.deleteProperty(globalThis, 'WebAssembly')

const call = (called: Call) => port.postMessage({ call: called } satisfies Said, [...called.ports])
const together = withHelpers({ most: 1, call, progress: () => {}, isLeft: () => false })
let subject = warm()

port.on('message', (order: Order) => {
  if ('help' in order) return help(chunkedWork, order.help, order.port, () => false)
  if ('hold' in order) {
    subject = new BenchSubject(order.hold)
    return port.postMessage({ ready: true } satisfies Said)
  }
  port.postMessage({ time: timed(order.time, order.together) } satisfies Said)
})
port.postMessage({ ready: true } satisfies Said)

/** Short works are done again for as long as it takes to time them. */
const leastMs = 30

function timed(work: Work, shared: boolean): Time {
  const clock = performance.now()
  const start = process.threadCpuUsage()
  let times = 0
  do {
    subject.do(work, shared ? together : alone)
    times++
  } while (performance.now() - clock < leastMs)
  const { user, system } = process.threadCpuUsage(start)
  return { processor: (user + system) / 1000 / times, clock: (performance.now() - clock) / times }
}

/** Everything that is timed runs on small networks first: the other libraries come compiled. */
function warm(): BenchSubject {
  const subjects = networks(500).map(({ graph }) => new BenchSubject(graph))
  for (let i = 0; i < 15; i++) {
    for (const each of subjects) {
      for (const work of ['whole', ...wholeParts, ...besides.slice(0, 3)] as const) each.do(work, alone)
    }
  }
  return subjects[0] as BenchSubject
}
