import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver'
import type { z } from 'zod'
import { type DatabaseTrouble, Problem } from '../../problem.ts'
import { type Statement, statements } from '../cypher.ts'

/** Where a Neo4j is, who enters and how long to wait. */
export interface Neo4jChoice {
  /** `neo4j:` or `bolt:`, also with `+s` (TLS) or `+ssc` (TLS, self-signed), host and port; nothing else. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface Patience {
  /** How long one transaction may take on the server, in milliseconds. */
  readonly timeoutMs: number
  /** How long to try again what failed for a passing reason, in milliseconds. */
  readonly retryMs: number
  /** Aborted when the process must end: what is under way is given up. */
  readonly signal?: AbortSignal
}

/** Runs one statement in the transaction under way; its rows are checked. */
export type Run = <P extends z.ZodType, R extends z.ZodType>(
  statement: Statement<P, R>,
  parameters: z.input<P>,
) => Promise<z.output<R>[]>

/** After the server's own time-out: for an answer on its way, or a server that hangs. */
const graceMs = 2_000
const pingMs = 2_000

/** The connections of this process to one database. What Neo4j or the network refuse is thrown as a Problem. */
export class Bolt {
  /** Without user and password. */
  readonly url: string
  readonly #driver: Driver
  readonly #database: string
  readonly #patience: Patience

  constructor({ url, user, password, database }: Neo4jChoice, patience: Patience) {
    this.url = url
    this.#database = database
    this.#patience = patience
    this.#driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: patience.retryMs,
      connectionTimeout: patience.retryMs,
      // Never reached: the time of the whole call ends before.
      connectionAcquisitionTimeout: patience.timeoutMs + patience.retryMs + 2 * graceMs,
      telemetryDisabled: true,
      userAgent: 'maillage',
    })
  }

  /** One transaction that only reads; run again after a passing failure. */
  read<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.#transaction('read', work)
  }

  /**
   * One transaction, whole or not at all. After a passing failure `work` runs again, also when the connection broke while
   * the server was committing: `work` must see by itself that it was done before.
   */
  write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.#transaction('write', work)
  }

  /** Whether the database answers now; not tried twice. */
  async answers(): Promise<boolean> {
    const session = this.#session()
    try {
      const { text } = statements.answerPing
      const asked = session.run(text, {}, { timeout: pingMs }).then(() => true)
      return await this.#withinTime(session, asked, pingMs)
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    await this.#driver.close()
  }

  async #transaction<T>(mode: 'read' | 'write', work: (run: Run) => Promise<T>): Promise<T> {
    const { timeoutMs, retryMs } = this.#patience
    const session = this.#session()
    const inTransaction = (transaction: ManagedTransaction) => work((...given) => runIn(transaction, ...given))
    const config = { timeout: timeoutMs }
    try {
      const result =
        mode === 'read' ? session.executeRead(inTransaction, config) : session.executeWrite(inTransaction, config)
      return await this.#withinTime(session, result, timeoutMs + retryMs + graceMs)
    } catch (error) {
      throw this.#problemOf(error) ?? error
    }
  }

  #session(): Session {
    // The bookmarks make a cluster answer each question at least as late as what this process wrote before.
    const bookmarkManager = this.#driver.executeQueryBookmarkManager
    return this.#driver.session({ database: this.#database, bookmarkManager })
  }

  /** Closes the session at the end, or when the time is over: then the driver gives up what is under way. */
  async #withinTime<T>(session: Session, result: Promise<T>, limitMs: number): Promise<T> {
    const { signal: ending } = this.#patience
    const signal = AbortSignal.any([AbortSignal.timeout(limitMs), ...(ending ? [ending] : [])])
    const late = Promise.withResolvers<never>()
    const giveUp = () => late.reject(new GivenUp())
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    result.catch(() => undefined)
    try {
      return await Promise.race([result, late.promise])
    } finally {
      signal.removeEventListener('abort', giveUp)
      const closed = session.close().catch(() => undefined)
      // A server that hangs does not confirm the end either.
      if (!signal.aborted) await closed
    }
  }

  #problemOf(error: unknown): Problem | undefined {
    const trouble = troubleOf(error)
    if (trouble) return new Problem('store_unavailable', { reason: trouble, store: this.url })
    if (error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
      return new Problem('store_corrupt', { file: this.url, found: 'a fact that Maillage did not write' })
    }
    return undefined
  }
}

function troubleOf(error: unknown): DatabaseTrouble | undefined {
  if (error instanceof GivenUp) return 'no_answer'
  if (!(error instanceof Neo4jError)) return undefined
  const { code } = error
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') return 'login_blocked'
  if (code.startsWith('Neo.ClientError.Security.')) return 'login_refused'
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') return 'no_database'
  if (tookTooLong.test(code)) return 'too_slow'
  if (code.startsWith('Neo.TransientError.General.')) return 'short_of_memory'
  return error.retryable ? 'no_answer' : undefined
}

/** Said while the transaction works, while it waits for a lock, or at its next statement. */
const tookTooLong = /^Neo\.ClientError\.Transaction\.(TransactionTimedOut|LockClientStopped|Terminated)/

/** The time is over, or the process must end. */
class GivenUp extends Error {}

async function runIn<P extends z.ZodType, R extends z.ZodType>(
  transaction: ManagedTransaction,
  { text, parameters, row }: Statement<P, R>,
  given: z.input<P>,
): Promise<z.output<R>[]> {
  const { records } = await transaction.run(text, parameters.parse(given))
  return records.map((record) => row.parse(record.toObject()))
}
