import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'

/** A COMMIT of Bolt as it travels: one chunk of two bytes, a structure without fields whose tag is 0x12. */
const commitMessage = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/** Stands on loopback between a store and its server, and breaks the road between them. */
export class Road implements AsyncDisposable {
  /** Connections opened so far. */
  connections = 0
  /** Messages to the server that did not pass since it was stalled. */
  swallowed = 0
  readonly #upstream: { host: string; port: number }
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #server: Server | undefined
  #port = 0
  #stalled = false
  #atCommit: { when: 'before' | 'after'; shuts: boolean } | null = null

  /** A road to this server, open. */
  static async to(server: Neo4jChoice): Promise<Road> {
    const road = new Road(new URL(server.url))
    await road.open()
    return road
  }

  private constructor(url: URL) {
    this.#upstream = { host: url.hostname, port: Number(url.port) }
  }

  /** The server as it is reached by this road. */
  through(server: Neo4jChoice): Neo4jChoice {
    return { ...server, url: `bolt://127.0.0.1:${this.#port}` }
  }

  /** Takes connections, at the same port as before. */
  async open(): Promise<void> {
    this.#server = createServer((client) => this.#join(client)).listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Breaks all connections and refuses new ones. */
  shut(): void {
    this.#server?.close()
    this.#breakAll()
  }

  /** Lets connections live and nothing pass, as when the server hangs. */
  stall(): void {
    this.#stalled = true
  }

  /** Lets pass again what comes from now on. What was swallowed is lost, and the connections that it was on are broken. */
  resume(): void {
    this.#stalled = false
    this.#breakAll()
  }

  /** Breaks all connections when the next COMMIT comes by: before the server gets it, or after the server answered. */
  breakAtCommit(when: 'before' | 'after'): void {
    this.#atCommit = { when, shuts: false }
  }

  /** The same, and refuses new connections. */
  shutAtCommit(when: 'before' | 'after'): void {
    this.#atCommit = { when, shuts: true }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.shut()
  }

  #join(client: Socket): void {
    this.connections += 1
    const server = connect(this.#upstream)
    const pair = [client, server] as const
    this.#pairs.add(pair)
    for (const socket of pair) socket.on('error', () => undefined)
    let committing = false
    client.on('data', (data) => {
      if (this.#stalled) {
        this.swallowed += 1
        return
      }
      if (data.includes(commitMessage)) {
        if (this.#atCommit?.when === 'before') return this.#interrupt()
        committing = this.#atCommit?.when === 'after'
      }
      server.write(data)
    })
    server.on('data', (data) => {
      if (this.#stalled) return
      if (committing) return this.#interrupt()
      client.write(data)
    })
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroy())
  }

  #interrupt(): void {
    if (this.#atCommit?.shuts) this.shut()
    else this.#breakAll()
    this.#atCommit = null
  }

  #breakAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
    this.#pairs.clear()
  }
}
