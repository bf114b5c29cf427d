import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'
import { launcher } from '../cli/maillage.ts'

/** The environment that makes Maillage use a database. */
export function environmentOf({ url, user, password }: Neo4jChoice): Record<string, string> {
  return { MAILLAGE_STORE: url, MAILLAGE_NEO4J_USER: user, MAILLAGE_NEO4J_PASSWORD: password }
}

/** Maillage in a process of its own, over HTTP. */
export class App implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #url: string

  static async on(server: Neo4jChoice): Promise<App> {
    const child = spawn(process.execPath, [launcher, 'serve', '--json'], {
      env: { ...process.env, PORT: '0', ...environmentOf(server) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const line of createInterface({ input: child.stdout })) return new App(child, JSON.parse(line).url)
    throw new Error('the app did not start')
  }

  private constructor(child: ChildProcess, url: string) {
    this.#child = child
    this.#url = url
  }

  get(path: string): Promise<Response> {
    return fetch(new URL(path, this.#url))
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return fetch(new URL(path, this.#url), { method: 'POST', headers, body: JSON.stringify(body) })
  }

  /** Tells it to stop; its exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    if (this.#child.exitCode === null) await once(this.#child, 'exit')
    return this.#child.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }
}
