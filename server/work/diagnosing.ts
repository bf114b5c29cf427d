import { once } from 'node:events'
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Question } from '../answer/question.ts'
import { caseOfNetwork } from '../diagnosis/bare-case.ts'
import type { Case } from '../diagnosis/case.ts'
import { diagnose as made } from '../diagnosis/diagnose.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { type PieceKind, type PieceWork, perform, type RunPiece } from '../diagnosis/work.ts'
import { graphOf } from '../network/graph.ts'
import { type Packed, unpack } from '../threads/memory.ts'
import type { Duty } from '../threads/rpc.ts'

/** What is told while it goes on. */
export type DiagnosingNews =
  | { readonly done: number; readonly asked: number }
  /** Everything known so far. */
  | { readonly diagnosis: Diagnosis }
  /** A piece of it for another thread, which finds at the port what to do and answers there. */
  | { readonly piece: MessagePort }

/** Conducts a diagnosis, its pieces done by other threads. @param question null: only to have everything compiled that the first diagnosis needs */
export async function diagnose(question: Packed<Question> | null, { tell, signal }: Duty): Promise<void> {
  const say = (news: DiagnosingNews) => tell(news)
  const run: RunPiece = async (kind, work) => {
    signal.throwIfAborted()
    const { port1, port2 } = new MessageChannel()
    try {
      port1.postMessage({ kind, work } satisfies Piece<typeof kind>)
      tell({ piece: port2 } satisfies DiagnosingNews, [port2])
      const [result] = await once(port1, 'message', { signal })
      return result
    } finally {
      port1.close()
    }
  }
  if (question === null) return void (await made(rehearsal(), { run, until: 'first' }))
  const { subject, rules, seed } = unpack(question)
  const progress = (done: number, asked: number) => say({ done, asked })
  await made(subject, { rules, seed, run, progress, report: (diagnosis) => say({ diagnosis }) })
}

interface Piece<K extends PieceKind> {
  readonly kind: K
  readonly work: PieceWork[K]['work']
}

/** Does the piece of a diagnosis that waits at a port. */
export function performAt(port: MessagePort): void {
  const { message } = receiveMessageOnPort(port) as { message: Piece<PieceKind> }
  port.postMessage(perform(message.kind, message.work))
}

/** A made-up network on which the threads run what they will be asked for, so that it is compiled by then. */
function rehearsal(): Case {
  const nodeCount = 48
  const sources = Array.from({ length: 4 * nodeCount }, (_, e) => e % nodeCount)
  const targets = sources.map((u, e) => (u + 1 + Math.floor(e / nodeCount) * (1 + (u % 5))) % nodeCount)
  return caseOfNetwork({
    actors: Array.from({ length: nodeCount }, (_, u) => String(u)),
    groups: sources.slice(0, nodeCount).map((u) => String(u % 4)),
    graph: graphOf({ directed: false, nodeCount, sources, targets }),
    answered: null,
    outside: null,
  })
}
