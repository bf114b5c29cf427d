import { Analysis, type Result, type Subject } from '../analysis/measure.ts'
import { measures } from '../analysis/measures.ts'

/** What a worker thread is asked: some measures of one subject, which share their passes. */
export interface Task {
  readonly subject: Subject
  readonly measures: readonly string[]
}

const catalogue = new Map(measures.map((measure) => [measure.id, measure]))

/** Results in the order of the task. */
export default function run({ subject, measures }: Task): Result[] {
  const analysis = new Analysis(subject)
  return measures.map((id) => {
    const measure = catalogue.get(id)
    if (!measure) throw new RangeError(`no measure ${id}`)
    return measure.compute(analysis)
  })
}
