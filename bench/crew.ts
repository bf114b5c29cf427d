import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Graph } from '../server/network/graph.ts'
import type { Work } from './analysis.ts'
import type { Order, Said, Time } from './thread.ts'

/** Two threads that compute alike, with the kernel or without: one works, the other helps when told to. */
export class Crew implements AsyncDisposable {
  readonly #worker: Worker
  readonly #helper: Worker
  #said = (_: Exclude<Said, { call: unknown }>) => {}

  private constructor(kernel: boolean) {
    const module = new URL('./thread.ts', import.meta.url)
    this.#worker = new Worker(module, { workerData: { kernel } })
    this.#helper = new Worker(module, { workerData: { kernel } })
    this.#worker.on('message', (said: Said) => {
      if (!('call' in said)) return this.#said(said)
      const [port] = said.call.ports
      if (port) this.#helper.postMessage({ help: said.call.shared, port } satisfies Order, [port])
    })
  }

  static async start(kernel: boolean): Promise<Crew> {
    const crew = new Crew(kernel)
    await Promise.all([crew.#next(), once(crew.#helper, 'message')])
    return crew
  }

  async hold(graph: Graph): Promise<void> {
    const held = this.#next()
    this.#worker.postMessage({ hold: graph } satisfies Order)
    await held
  }

  async time(work: Work, together: boolean): Promise<Time> {
    const timed = this.#next()
    this.#worker.postMessage({ time: work, together } satisfies Order)
    const said = await timed
    if (!('time' in said)) throw new Error('a thread of the bench lost count')
    return said.time
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#worker.terminate(), this.#helper.terminate()])
  }

  #next(): Promise<Exclude<Said, { call: unknown }>> {
    return new Promise((resolve) => {
      this.#said = resolve
    })
  }
}
