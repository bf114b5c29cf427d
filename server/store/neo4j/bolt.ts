import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver'
import type { z } from 'zod'
import { type DatabaseTrouble, Problem } from '../../problem.ts'
import { type Statement, statements } from '../cypher.ts'
import { type Beat, Pulse, Silent } from './pulse.ts'

/** Where a Neo4j is, who enters and how long to wait. */
export interface Neo4jChoice {
  /** `neo4j:` or `bolt:`, also with `+s` (TLS) or `+ssc` (TLS, self-signed), host and port; nothing else. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface Patience {
  /** How long small work may take, in milliseconds; work on a whole territory twelve times as much. Half of it without an answer to a ping is silence. */
  readonly timeoutMs: number
  /** How long to try again what failed for a passing reason, in milliseconds. */
  readonly retryMs: number
  /** Aborted when the process must end: what is under way is given up. */
  readonly signal?: AbortSignal
}

/** `small`: a look at one node, a change of few facts. `large`: what grows with a territory or with its history. */
export type Size = 'small' | 'large'

/** Runs one statement in the transaction under way; its rows are checked. */
export type Run = <P extends z.ZodType, R extends z.ZodType>(
  statement: Statement<P, R>,
  parameters: z.input<P>,
) => Promise<z.output<R>[]>

/** After the server's own time-out: for an answer on its way. */
const graceMs = 2_000
/** How many times as long as small work a large one may take. */
const largeFactor = 12
/** Pings in the time of small work. */
const pingsInTime = 10

/** The connections of this process to one database. What Neo4j or the network refuse is thrown as a Problem. */
export class Bolt {
  /** Without user and password. */
  readonly url: string
  readonly #choice: Neo4jChoice
  readonly #patience: Patience
  readonly #pulse: Pulse
  /** Make a cluster answer each question at least as late as what this process wrote before. */
  readonly #bookmarkManager = neo4j.bookmarkManager()
  #driver: Driver

  constructor(choice: Neo4jChoice, patience: Patience) {
    this.url = choice.url
    this.#choice = choice
    this.#patience = patience
    this.#driver = this.#connect()
    this.#pulse = new Pulse(() => this.#ping(), patience.timeoutMs / pingsInTime)
  }

  /** One transaction that only reads; run again after a passing failure. */
  read<T>(size: Size, work: (run: Run) => Promise<T>): Promise<T> {
    return this.#transaction('read', size, work)
  }

  /**
   * One transaction, whole or not at all. After a passing failure `work` runs again, also when the connection broke while
   * the server was committing: `work` must see by itself that it was done before. Refused with `outcome: 'unknown'` when
   * the server was asked to commit and did not say whether it did.
   */
  write<T>(size: Size, work: (run: Run) => Promise<T>): Promise<T> {
    return this.#transaction('write', size, work)
  }

  /** How long work may take, and wait for its turn, in milliseconds. */
  limitMs(size: Size): number {
    return this.#patience.timeoutMs * (size === 'large' ? largeFactor : 1)
  }

  /** Whether the database answers now; not tried twice. */
  answers(): Promise<boolean> {
    return this.#pulse.answers()
  }

  /** The problem of work that did not get its turn in time. */
  tooSlow(): Problem {
    return new Problem('store_unavailable', { reason: 'too_slow', store: this.url })
  }

  async close(): Promise<void> {
    this.#pulse.stop()
    await this.#driver.close()
  }

  async #transaction<T>(mode: 'read' | 'write', size: Size, work: (run: Run) => Promise<T>): Promise<T> {
    const { retryMs, signal: ending } = this.#patience
    const timeout = this.limitMs(size)
    let sent = false
    try {
      return await this.#pulse.during(async (silence) => {
        const late = AbortSignal.timeout(timeout + retryMs + graceMs)
        const given = AbortSignal.any([late, silence, ...(ending ? [ending] : [])])
        const session = this.#session()
        const inTransaction = async (transaction: ManagedTransaction) => {
          const value = await work((...asked) => runIn(given, transaction, ...asked))
          // A server that wakes up after the caller was told it is not there must not be asked to commit then.
          given.throwIfAborted()
          sent = mode === 'write'
          return value
        }
        const result =
          mode === 'read'
            ? session.executeRead(inTransaction, { timeout })
            : session.executeWrite(inTransaction, { timeout })
        return await untilAborted(session, result, given)
      })
    } catch (error) {
      const problem = this.#problemOf(error, sent)
      if (problem?.details.reason === 'no_answer' && !ending?.aborted) this.#pulse.lost()
      throw problem ?? this.#corruptionOf(error) ?? error
    }
  }

  async #ping(): Promise<Beat> {
    const limitMs = this.#patience.timeoutMs / 2
    const session = this.#session()
    try {
      const asked = session.run(statements.answerPing.text, {}, { timeout: limitMs }).then(() => 'answer' as const)
      return await untilAborted(session, asked, AbortSignal.timeout(limitMs))
    } catch (error) {
      if (!(error instanceof GivenUp)) return 'error'
      // Connections to a server that hangs hang too, and would fill the pool.
      this.#driver.close().catch(() => undefined)
      this.#driver = this.#connect()
      return 'silence'
    }
  }

  #connect(): Driver {
    const { url, user, password } = this.#choice
    const { retryMs } = this.#patience
    return neo4j.driver(url, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: retryMs,
      connectionTimeout: retryMs,
      // Never reached: the time of the whole call ends before.
      connectionAcquisitionTimeout: this.limitMs('large') + retryMs + 2 * graceMs,
      telemetryDisabled: true,
      userAgent: 'maillage',
    })
  }

  #session(): Session {
    return this.#driver.session({ database: this.#choice.database, bookmarkManager: this.#bookmarkManager })
  }

  #problemOf(error: unknown, sent: boolean): Problem<'store_unavailable'> | undefined {
    const reason = troubleOf(error)
    if (!reason) return undefined
    return new Problem('store_unavailable', { reason, store: this.url, ...(sent && { outcome: 'unknown' }) })
  }

  #corruptionOf(error: unknown): Problem | undefined {
    if (!(error instanceof Neo4jError) || error.code !== 'Neo.ClientError.Schema.ConstraintValidationFailed')
      return undefined
    return new Problem('store_corrupt', { file: this.url, found: 'a fact that Maillage did not write' })
  }
}

/** Closes the session at the end, or when the signal is aborted: then the driver gives up what is under way. */
async function untilAborted<T>(session: Session, result: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const giveUp = () => aborted.reject(new GivenUp())
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  result.catch(() => undefined)
  try {
    return await Promise.race([result, aborted.promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
    const closed = session.close().catch(() => undefined)
    // A server that hangs does not confirm the end either.
    if (!signal.aborted) await closed
  }
}

function troubleOf(error: unknown): DatabaseTrouble | undefined {
  if (error instanceof GivenUp || error instanceof Silent) return 'no_answer'
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

/** The time is over, the server is silent, or the process must end. */
class GivenUp extends Error {}

async function runIn<P extends z.ZodType, R extends z.ZodType>(
  given: AbortSignal,
  transaction: ManagedTransaction,
  { text, parameters, row }: Statement<P, R>,
  values: z.input<P>,
): Promise<z.output<R>[]> {
  given.throwIfAborted()
  const { records } = await transaction.run(text, parameters.parse(values))
  return records.map((record) => row.parse(record.toObject()))
}
