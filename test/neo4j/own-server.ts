import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'
import { choiceOf } from './choices.ts'

const script = fileURLToPath(new URL('server.sh', import.meta.url))
const version = '5.26.29'

/** A server of the test's own, to be stopped and started at will; its data are thrown away at the end. */
export class OwnServer implements AsyncDisposable {
  readonly choice: Neo4jChoice
  readonly #port: string

  static async start(): Promise<OwnServer> {
    const port = String(await freePort())
    return new OwnServer(choiceOf(await run('start', port)), port)
  }

  private constructor(choice: Neo4jChoice, port: string) {
    this.choice = choice
    this.#port = port
  }

  async stop(): Promise<void> {
    await run('stop', this.#port)
  }

  async startAgain(): Promise<void> {
    await run('start', this.#port)
  }

  /** The process stands still and its port stays open, as on a machine that swaps or a paused container. */
  async freeze(): Promise<void> {
    await run('freeze', this.#port)
  }

  async thaw(): Promise<void> {
    await run('thaw', this.#port)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await run('wipe', this.#port)
  }
}

/** The last line the script says: the URL of a server that it started. */
async function run(command: 'start' | 'stop' | 'wipe' | 'freeze' | 'thaw', port: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', [script, command, version, port])
  return stdout.trim().split('\n').at(-1) ?? ''
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
