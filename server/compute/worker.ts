import { Analysis, type Result, type Subject } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import { type Job, type Jobs, perform } from '../diagnosis/work.ts'

/** What a worker thread is asked: some measures of one subject, which share their passes; or a piece of a diagnosis. */
export type Task = Measuring | Piece

export interface Measuring {
  readonly subject: Subject
  readonly measures: readonly string[]
}

export type Piece = { [J in Job]: { readonly job: J; readonly work: Jobs[J]['work'] } }[Job]

/** Of measures, results in the order of the task. */
export default function run(task: Task): Result[] | Jobs[Job]['result'] {
  return 'job' in task ? perform(task.job, task.work) : measure(task)
}

function measure({ subject, measures }: Measuring): Result[] {
  const analysis = new Analysis(subject)
  // An id may name one measure of one-mode networks and another of two-mode ones.
  const defined = new Map(measuresOf(subject).map((measure) => [measure.id, measure]))
  return measures.map((id) => {
    const measure = defined.get(id)
    if (!measure) throw new RangeError(`no measure ${id} of this network`)
    return measure.compute(analysis)
  })
}
