import type { MessagePort } from 'node:worker_threads'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { Pieces } from './pieces.ts'
import type { Question } from './question.ts'

export interface Conducting {
  readonly question: Question
  /** Threads for pieces; the first diagnosis of a conductor decides. */
  readonly threads: number
  /** Tells `Heard`; whatever comes back calls the diagnosis off. */
  readonly port: MessagePort
}

export type Heard =
  | { readonly done: number; readonly asked: number }
  /** Everything known so far. */
  | { readonly diagnosis: Diagnosis }

let pieces: Pieces | undefined

/** Conducts a diagnosis on a thread of its own: what is worked out between the pieces takes too long for a thread that answers requests. */
export default async function conduct({ question, threads, port }: Conducting): Promise<void> {
  pieces ??= new Pieces(threads)
  const stop = new AbortController()
  port.once('message', () => stop.abort(new Error('called off')))
  const tell = (heard: Heard) => port.postMessage(heard)
  const { subject, rules, seed } = question
  try {
    await diagnose(subject, {
      rules,
      seed,
      run: pieces.runFor(stop.signal),
      progress: (done, asked) => tell({ done, asked }),
      report: (diagnosis) => tell({ diagnosis }),
    })
  } finally {
    port.close()
  }
}
