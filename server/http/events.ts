import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { type Present, presentSchema, type TerritoryEventName, territoryEventSchema } from '../wire/record.ts'
import { answerEvents, eventOf, lastHeard } from './event-stream.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

/** Who sees a territory hears what others commit. */
export function answerTerritoryEvents(add: AddRoute, { store, watch }: Pick<Rooms, 'store' | 'watch'>): void {
  add({
    method: 'GET',
    url: '/api/territories/:id/events',
    part: 'changes',
    summary:
      'What is committed after a revision, as server-sent events: the changes of one or several commits, from `since` or `Last-Event-ID` on',
    access: 'read',
    params: territoryParams,
    query: presentSchema.extend({ since: z.coerce.number().int().min(1) }),
    freshness: 'never',
    answers: {
      200: { description: 'Events', content: { 'text/event-stream': { schema: territoryEventSchema } } },
    },
    async handle({ params: { id }, query, request, reply, signal }) {
      const since = Math.max(query.since, lastHeard(request.headers['last-event-id']) ?? 0)
      // What cannot be told is refused before anything is answered.
      await store.since(id, since)
      const { name, at, noun, id: open } = query
      const who = { name, at, ...(noun && open !== undefined && { noun, id: open }) }
      return answerEvents(reply, watch.events(id, since, signal, who))
    },
  })
}

/** Time between two looks at a territory, in milliseconds: a commit shows for everyone within a second. */
const lookMs = 250
/** Longest silence, in milliseconds: who hears nothing for twice as long knows that it has lost the server. */
const silenceMs = 10_000
/** Time after which a browser comes back, in milliseconds. */
const retryMs = 1_000
/** Of all territories together: each is a connection held open. */
const mostListeners = 200

/**
 * Territories that somebody looks at. The head of each, one row, is asked for a few times a second, once for all who look:
 * whichever engine keeps it, and whichever thread or other server has committed.
 */
export class Watch {
  readonly #store: Store
  readonly #defect: (error: unknown) => void
  readonly #watched = new Map<string, Watched>()
  #listeners = 0
  #open = true

  constructor(store: Store, { defect }: { readonly defect: (error: unknown) => void }) {
    this.#store = store
    this.#defect = defect
  }

  get listeners(): number {
    return this.#listeners
  }

  /** What is committed after a revision, spelled, until the territory or the listener goes, or the watch ends. Refuses `overloaded`. */
  events(id: string, since: number, signal: AbortSignal, who: Present = {}): AsyncGenerator<Uint8Array> {
    if (this.#listeners >= mostListeners) throw new Problem('overloaded', { reason: 'listeners' })
    this.#listeners++
    return this.#events(id, since, signal, { ...who })
  }

  /** Ends all streams: they would keep the server from closing. */
  close(): void {
    this.#open = false
    for (const watched of this.#watched.values()) watched.change()
  }

  async *#events(id: string, since: number, signal: AbortSignal, who: Present): AsyncGenerator<Uint8Array> {
    const watched = this.#enter(id, who)
    let others = ''
    const leave = () => watched.change()
    signal.addEventListener('abort', leave)
    try {
      yield named('alive', {}, undefined, `retry: ${retryMs}\n`)
      for (let heard = since; this.#open && !signal.aborted; ) {
        const { changed } = watched
        if (watched.isGone) return yield named('gone', {})
        const now = watched.othersThan(who)
        if (now !== others) {
          others = now
          yield named('present', { others: JSON.parse(now) })
        }
        const told = await this.#told(id, heard)
        if (told === 'gone') return yield named('gone', {})
        if (told && told.revision !== heard) {
          yield named('commits', { since: heard, ...told }, told.revision)
          heard = told.revision
        } else if (await isSilent(changed)) yield named('alive', {})
      }
    } finally {
      signal.removeEventListener('abort', leave)
      this.#listeners--
      watched.leaves(who)
      if (watched.isAlone) {
        clearInterval(watched.timer)
        this.#watched.delete(id)
      }
    }
  }

  #enter(id: string, who: Present): Watched {
    const watched = this.#watched.get(id) ?? new Watched(() => this.#look(id))
    this.#watched.set(id, watched)
    watched.enters(who)
    return watched
  }

  async #look(id: string): Promise<void> {
    const watched = this.#watched.get(id)
    if (!watched || watched.isLooking) return
    watched.isLooking = true
    try {
      const { revision, updatedAt } = await this.#store.head(id)
      watched.stands(`${revision} ${updatedAt}`)
    } catch (error) {
      if (isGone(error)) watched.goes()
      else if (!(error instanceof Problem)) this.#defect(error)
    } finally {
      watched.isLooking = false
    }
  }

  async #told(id: string, since: number) {
    try {
      return await this.#store.since(id, since)
    } catch (error) {
      if (isGone(error)) return 'gone'
      // Data that do not answer now may do so later: who listens is still there.
      if (!(error instanceof Problem)) this.#defect(error)
      return null
    }
  }
}

/** One territory that somebody looks at. */
class Watched {
  /** Everybody who listens, each an object of its own. */
  readonly #people = new Set<Present>()
  isLooking = false
  isGone = false
  readonly timer: NodeJS.Timeout
  #head = ''
  #changed = Promise.withResolvers<void>()

  constructor(look: () => void) {
    this.timer = setInterval(look, lookMs).unref()
  }

  /** Resolves when there is something to see. */
  get changed(): Promise<void> {
    return this.#changed.promise
  }

  get isAlone(): boolean {
    return this.#people.size === 0
  }

  enters(who: Present): void {
    this.#people.add(who)
    this.change()
  }

  leaves(who: Present): void {
    this.#people.delete(who)
    this.change()
  }

  /** JSON of the others, in the order in which they came. */
  othersThan(who: Present): string {
    return JSON.stringify([...this.#people].filter((each) => each !== who))
  }

  stands(head: string): void {
    if (head === this.#head) return
    this.#head = head
    this.change()
  }

  goes(): void {
    this.isGone = true
    this.change()
  }

  change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

/** The territory was erased, or another has taken its name. */
function isGone(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'unknown_territory' || error.code === 'unknown_revision')
}

async function isSilent(changed: Promise<void>): Promise<boolean> {
  const stop = new AbortController()
  const silence = setTimeout(silenceMs, true, { signal: stop.signal, ref: false })
  silence.catch(() => {})
  const isSilent = await Promise.race([changed.then(() => false), silence])
  stop.abort()
  return isSilent
}

function named(name: TerritoryEventName, data: object, id?: number, before = ''): Uint8Array {
  return Buffer.concat([Buffer.from(before), eventOf(name, data, id)])
}
