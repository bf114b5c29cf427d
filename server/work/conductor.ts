import type { Question } from '../answer/question.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Packed } from '../threads/memory.ts'
import { unpack } from '../threads/memory.ts'
import { workInPool } from '../threads/thread.ts'
import { Pieces } from './pieces.ts'

export interface Conducting {
  /** Null: only to have everything started that the first diagnosis needs. */
  readonly question: Packed<Question> | null
  /** Threads for pieces; the first diagnosis of a conductor decides. */
  readonly threads: number
}

/** What is told while it goes on. */
export type DiagnosisNews =
  | { readonly done: number; readonly asked: number }
  /** Everything known so far. */
  | { readonly diagnosis: Diagnosis }

let pieces: Pieces | undefined

/** Conducts diagnoses on a thread of its own: what is worked out between the pieces takes too long for a thread that answers requests. */
workInPool<Conducting>(
  async ({ question, threads }, { tell, signal }) => {
    pieces ??= new Pieces(threads)
    if (question === null) return pieces.prepare()
    const { subject, rules, seed } = unpack(question)
    const say = (news: DiagnosisNews) => tell(news)
    await diagnose(subject, {
      rules,
      seed,
      run: pieces.runFor(signal),
      progress: (done, asked) => say({ done, asked }),
      report: (diagnosis) => say({ diagnosis }),
    })
  },
  { end: async () => await pieces?.[Symbol.asyncDispose]() },
)
