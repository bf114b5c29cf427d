import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { type Duty, Line, leftOn, serve } from '../threads/rpc.ts'
import { type CommitHead, headOf } from './log.ts'
import type { Commit, CommitDraft, Store } from './store.ts'

/** What other threads ask of a store. A commit is answered by its head: whoever made it knows its changes. */
export interface DistantStore extends Pick<Store, 'load' | 'changes' | 'commitLong' | 'savePositions'> {
  create(id: string, draft: CommitDraft): Promise<CommitHead>
  commit(id: string, base: number, draft: CommitDraft): Promise<CommitHead>
}

/** A store that works on a thread of its own, where it can answer others without passing by the one that opened it. */
export interface OwnThread {
  answerAt(port: MessagePort): void
}

/** What travels: a method of the store, and what it is given. */
export interface Ask<M> {
  readonly method: M
  readonly given: readonly unknown[]
}

/** A port by which another thread asks the store, once it is given to `storeBehind` there. */
export function portTo(store: Store & Partial<OwnThread>): MessagePort {
  const { port1, port2 } = new MessageChannel()
  if (store.answerAt) store.answerAt(port1)
  else
    answerAt(port1, ({ method, given }, { signal }) =>
      askOf(store, method, method === 'commitLong' ? [...given, signal] : given),
    )
  return port2
}

/** The store that answers at the other side of a port, to whoever does a task: its thread is free while it waits. */
export function storeBehind(port: MessagePort): (duty: Pick<Duty, 'awaiting' | 'signal'>) => DistantStore {
  const line = new Line<Ask<keyof DistantStore>>(port, () => new Problem('store_unavailable', { reason: 'ended' }))
  port.unref()
  return ({ awaiting, signal }) => {
    const ask = async (method: keyof DistantStore, ...given: readonly unknown[]) =>
      (await awaiting(line.begin({ method, given }).answer)) as never
    return {
      load: (id, revision) => ask('load', id, revision),
      changes: (id, revision, page) => ask('changes', id, revision, page),
      savePositions: (id, positions) => ask('savePositions', id, positions),
      create: (id, draft) => ask('create', id, draft),
      commit: (id, base, draft) => ask('commit', id, base, draft),
      commitLong: async (id, base, draft) =>
        (await awaiting(leftOn(signal, line.begin({ method: 'commitLong', given: [id, base, draft] })))) as CommitHead,
    }
  }
}

/** Answers at a port, which does not keep this thread from ending. */
export function answerAt(
  port: MessagePort,
  answer: (ask: Ask<keyof DistantStore>, duty: Pick<Duty, 'isLeft' | 'signal'>) => unknown,
  problemOf: (error: unknown) => Problem | undefined = () => undefined,
): void {
  const work = async (ask: Ask<keyof DistantStore>, duty: Duty) => {
    const value = await answer(ask, duty)
    return ask.method === 'create' || ask.method === 'commit' ? headOf(value as Commit) : value
  }
  void serve(port, () => work, { problemOf }).then(() => port.unref())
}

/** Calls a method by its name. */
export function askOf(store: object, method: string, given: readonly unknown[]): unknown {
  const asked: (...given: readonly unknown[]) => unknown = Reflect.get(store, method)
  return asked.apply(store, [...given])
}
