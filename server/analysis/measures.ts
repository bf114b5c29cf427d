import { degreeMeasures } from './degree.ts'
import { applies, type Measure, type Subject } from './measure.ts'

/** The catalogue, in the order a reader meets the families. */
export const measures: readonly Measure[] = [...degreeMeasures]

/** The measures that are defined on a subject. */
export function measuresOf(subject: Subject): readonly Measure[] {
  return measures.filter((measure) => applies(measure, subject))
}
