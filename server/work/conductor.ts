import type { Question } from '../answer/question.ts'
import { caseOfNetwork } from '../diagnosis/bare-case.ts'
import type { Case } from '../diagnosis/case.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { graphOf } from '../network/graph.ts'
import type { Packed } from '../threads/memory.ts'
import { unpack } from '../threads/memory.ts'
import { workInPool } from '../threads/thread.ts'
import { Pieces } from './pieces.ts'

export interface Conducting {
  /** Null: only to have everything started, and compiled, that the first diagnosis needs. */
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
    if (question === null) {
      pieces.prepare()
      await diagnose(rehearsal(), { run: pieces.runFor(signal), until: 'first' })
      return
    }
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
