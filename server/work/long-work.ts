import { setTimeout } from 'node:timers/promises'

/** Does long work: tells how far it is and each part of the result as it is found, until it is done or the signal aborts. */
export type Doing<Part> = (tell: Telling<Part>, signal: AbortSignal) => Promise<void>

export interface Telling<Part> {
  found(part: Part): void
  /** @param share 0..1, of the whole or of what is under way, as the kind of work has it */
  progress(share: number, current: string | null): void
}

export type End = { readonly state: 'done' | 'cancelled' } | { readonly state: 'failed'; readonly error: unknown }

/** What is told of long work in time. `number` counts its parts. */
export type WorkEvent<Part> =
  | { readonly event: 'part'; readonly number: number; readonly part: Part }
  | { readonly event: 'progress'; readonly share: number; readonly current: string | null }
  | { readonly event: 'end'; readonly end: End }
  /** Nothing happened for a while: whoever carries the events should not think that they ended. */
  | { readonly event: 'silence' }

/** Somebody who waits. */
export interface Follower<Part> {
  /** Leaves. */
  readonly signal?: AbortSignal | undefined
  /** Called for each part: at once for those that are known. */
  readonly found?: ((part: Part) => void) | undefined
  readonly progress?: Telling<Part>['progress'] | undefined
  /** Whether the parts so far are all that it waits for; default: it waits for the end. */
  readonly isEnough?: () => boolean
}

export interface LongWorkOptions {
  /** Whether it goes on although nobody waits. Default: no. */
  readonly goesOn?: () => boolean
  /** Called as soon as nobody may join any more: at the end, or when it is called off. */
  readonly over?: () => void
}

const silenceMs = 15_000

/** Long work under way, begun at once and followed by any number, which is called off when the last of them leaves. */
export class LongWork<Part> {
  /** Found so far. */
  readonly parts: Part[] = []
  share = 0
  current: string | null = null
  end: End | null = null
  /** Resolves at the end, whatever that is. */
  readonly ended: Promise<void>
  readonly #goesOn: () => boolean
  readonly #over: () => void
  readonly #stop = new AbortController()
  readonly #followers = new Set<Follower<Part> & { readonly ended: (end: End) => void }>()
  #changed = Promise.withResolvers<void>()

  constructor(work: Doing<Part>, { goesOn = () => false, over = () => {} }: LongWorkOptions = {}) {
    this.#goesOn = goesOn
    this.#over = over
    this.ended = this.#do(work)
  }

  /** Resolves once it is done, or enough. Rejects with what it failed for, or with the reason of the signal. */
  async follow(follower: Follower<Part>): Promise<void> {
    const { signal, isEnough } = follower
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = () => reject(signal?.reason)
    const ended = (end: End) => {
      if (end.state === 'failed') reject(end.error)
      else if (end.state === 'done' && (isEnough?.() ?? true)) resolve()
      else reject(new RangeError('long work ended before it had found what was asked'))
    }
    const following = {
      ...follower,
      found: (part: Part) => {
        follower.found?.(part)
        if (isEnough?.()) resolve()
      },
      ended,
    }
    this.#followers.add(following)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      for (const part of this.parts) following.found(part)
      if (this.share > 0 || this.current !== null) follower.progress?.(this.share, this.current)
      if (this.end) ended(this.end)
      await promise
    } finally {
      signal?.removeEventListener('abort', leave)
      this.#followers.delete(following)
      this.cancelIfLeft()
    }
  }

  /** Everything it tells after the first so many parts, from what is known now to its end. Who is slow misses progress, never parts. */
  async *events(after = 0): AsyncGenerator<WorkEvent<Part>> {
    let given = after
    let told = ''
    for (;;) {
      const changed = this.#changed.promise
      for (const part of this.parts.slice(given)) yield { event: 'part', number: ++given, part }
      const { share, current, end } = this
      if (told !== `${share} ${current}`) yield { event: 'progress', share, current }
      told = `${share} ${current}`
      if (end && given === this.parts.length) return yield { event: 'end', end }
      if (await isSilent(changed)) yield { event: 'silence' }
    }
  }

  cancel(): void {
    if (this.end === null) this.#over()
    this.#stop.abort(new Error('the work was called off'))
  }

  cancelIfLeft(): void {
    if (this.#followers.size === 0 && this.end === null && !this.#goesOn()) this.cancel()
  }

  async #do(work: Doing<Part>): Promise<void> {
    const { signal } = this.#stop
    const tell: Telling<Part> = {
      found: (part) => {
        this.parts.push(part)
        for (const { found } of this.#followers) found?.(part)
        this.#change()
      },
      progress: (share, current) => {
        this.share = share
        this.current = current
        for (const { progress } of this.#followers) progress?.(share, current)
        this.#change()
      },
    }
    try {
      await work(tell, signal)
      this.end = { state: 'done' }
    } catch (error) {
      this.end = signal.aborted ? { state: 'cancelled' } : { state: 'failed', error }
    }
    this.#over()
    for (const { ended } of this.#followers) ended(this.end)
    this.#change()
  }

  #change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

async function isSilent(changed: Promise<void>): Promise<boolean> {
  const stop = new AbortController()
  const silence = setTimeout(silenceMs, true, { signal: stop.signal, ref: false })
  silence.catch(() => {})
  const isSilent = await Promise.race([changed.then(() => false), silence])
  stop.abort()
  return isSilent
}
