import { Analysis, type Result, type Subject } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'

/** What a worker thread is asked: some measures of one subject, which share their passes. */
export interface Task {
  readonly subject: Subject
  readonly measures: readonly string[]
}

/** Results in the order of the task. */
export default function run({ subject, measures }: Task): Result[] {
  const analysis = new Analysis(subject)
  // An id may name one measure of one-mode networks and another of two-mode ones.
  const defined = new Map(measuresOf(subject).map((measure) => [measure.id, measure]))
  return measures.map((id) => {
    const measure = defined.get(id)
    if (!measure) throw new RangeError(`no measure ${id} of this network`)
    return measure.compute(analysis)
  })
}
