import { setTimeout as pause } from 'node:timers/promises'

/** What a ping came to: an answer, an error that was said at once, or nothing within its time. */
export type Beat = 'answer' | 'error' | 'silence'

/** The server left a ping unanswered, or a call ran out of time and no ping was answered since. */
export class Silent extends Error {}

/**
 * Whether the server answers: a circuit breaker for the calls of this process. While calls last, the server is pinged
 * beside them. A ping left unanswered gives up all calls under way and refuses others at once, until one is answered.
 */
export class Pulse {
  readonly #ping: () => Promise<Beat>
  readonly #pauseMs: number
  #silence = new AbortController()
  #calls = 0
  #pinging: Promise<Beat> | undefined
  #listening = false
  #stopped = false

  /** `pauseMs`: between two pings; shorter calls cause none. */
  constructor(ping: () => Promise<Beat>, pauseMs: number) {
    this.#ping = ping
    this.#pauseMs = pauseMs
  }

  /** Does the work, which must end when the signal is aborted. Throws Silent at once while the server is silent. */
  async during<T>(work: (silence: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#silence
    if (signal.aborted) throw new Silent()
    this.#calls += 1
    void this.#listen()
    try {
      return await work(signal)
    } finally {
      this.#calls -= 1
    }
  }

  /** Whether the server answers now; known at once while it is silent. */
  async answers(): Promise<boolean> {
    return !this.#silence.signal.aborted && (await this.#beat()) === 'answer'
  }

  /** A call found out by itself that nothing answers. */
  lost(): void {
    this.#silence.abort(new Silent())
    void this.#listen()
  }

  stop(): void {
    this.#stopped = true
  }

  /** Pings now, or listens to the ping that is under way. */
  async #beat(): Promise<Beat> {
    this.#pinging ??= this.#ping().finally(() => {
      this.#pinging = undefined
    })
    const beat = await this.#pinging
    if (beat === 'answer' && this.#silence.signal.aborted) this.#silence = new AbortController()
    if (beat === 'silence') this.lost()
    return beat
  }

  async #listen(): Promise<void> {
    if (this.#listening) return
    this.#listening = true
    while (!this.#stopped && (this.#calls > 0 || this.#silence.signal.aborted)) {
      await pause(this.#pauseMs, undefined, { ref: false })
      if (!this.#stopped && (this.#calls > 0 || this.#silence.signal.aborted)) await this.#beat()
    }
    this.#listening = false
  }
}
