import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Graph } from '../server/network/graph.ts'
import { withStrengths } from './networks.ts'
import type { Time } from './thread.ts'

/** The Python libraries that are installed, one graph in their memory: peers.py. */
export interface Peers {
  readonly names: Readonly<Record<string, string>>
  /** What each library computes. */
  readonly works: Readonly<Record<string, readonly string[]>>
  time(library: string, work: string): Promise<Time>
  stop(): void
}

/** None without Python. */
export async function startPeers(graph: Graph, libraries: readonly string[]): Promise<Peers> {
  const python = spawn('python3', [new URL('peers.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const started = await Promise.race([once(python, 'spawn').then(() => true), once(python, 'error').then(() => false)])
  if (!started) return { names: {}, works: {}, time: () => Promise.reject(new Error('no Python')), stop: () => {} }
  const answers = createInterface(python.stdout)[Symbol.asyncIterator]()
  const ask = async (line: string) => {
    python.stdin.write(`${line}\n`)
    const { value, done } = await answers.next()
    if (done) throw new Error('peers.py ended')
    return JSON.parse(value)
  }
  const edges = Array.from(graph.sources, (u, e) => [u, graph.targets[e]])
  const strengths = Array.from(withStrengths(graph).weights ?? [])
  const known = await ask(JSON.stringify({ nodes: graph.nodeCount, edges, strengths, libraries }))
  return { ...known, time: (library, work) => ask(`${library} ${work}`), stop: () => python.stdin.end() }
}
