import { Analysis, alone, type Measure, type Workers } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import { afterChange } from '../analysis/what-if.ts'
import { type Bytes, jsonBytes } from '../answer/bytes.ts'
import { type Measurable, namesIn } from '../answer/subject.ts'
import { measuredOf } from '../answer/values.ts'
import { type Call, withHelpers } from '../threads/chunks.ts'
import { type Duty, NobodyWaits, ownedBy } from '../threads/rpc.ts'
import type { Figure } from './figures.ts'

/** Some measures of one network, which share their passes. */
export interface Measuring {
  readonly measurable: Measurable
  /** The cheap ones are computed first, otherwise in their order. */
  readonly ids: readonly string[]
  /** Helpers to call for heavy passes. */
  readonly helpers: number
}

/** What is told while it goes on. */
export type MeasuringNews =
  /** How much of its pass under way is done. */
  { readonly measure: string; readonly share: number } | { readonly figure: Figure<Bytes> } | { readonly call: Call }

/** Tells each figure as it is found. Throws NobodyWaits between two chunks once it is left. */
export function measure({ measurable, ids, helpers }: Measuring, { tell, isLeft }: Duty): void {
  const say = (news: MeasuringNews) => tell(news)
  const analysis = analysisOf(measurable)
  const names = namesIn(measurable)
  let current = ''
  const progress = (share: number) => say({ measure: current, share })
  const call = (called: Call) => tell({ call: called } satisfies MeasuringNews, called.ports)
  workers = withHelpers({ most: helpers, call, progress, isLeft })
  for (const wanted of inOrderOfCost(ids, measurable)) {
    if (isLeft()) throw new NobodyWaits()
    current = wanted.id
    progress(0)
    const bytes = jsonBytes(measuredOf(wanted.compute(analysis), names))
    tell({ figure: { id: wanted.id, bytes } } satisfies MeasuringNews, ownedBy(bytes))
  }
}

/** The network this thread measured last: another measure of it, or of what it would be after a change, may need the same passes. */
let last: { readonly fingerprint: string; readonly analysis: Analysis } | undefined
let workers: Workers = alone

function analysisOf({ subject, fingerprint, whatIf }: Measurable): Analysis {
  const known = whatIf?.before ?? fingerprint
  if (last?.fingerprint !== known) {
    last = { fingerprint: known, analysis: new Analysis(subject, (work, plan) => workers(work, plan)) }
  }
  return whatIf ? afterChange(last.analysis, whatIf.change) : last.analysis
}

function inOrderOfCost(ids: readonly string[], { subject }: Measurable): Measure[] {
  // An id may name one measure of one-mode networks and another of two-mode ones.
  const defined = new Map(measuresOf(subject).map((measure) => [measure.id, measure]))
  const wanted = ids.map((id) => {
    const measure = defined.get(id)
    if (!measure) throw new RangeError(`no measure ${id} of this network`)
    return measure
  })
  const ranks = ['instant', 'paths', 'heavy'] as const
  return wanted.sort((a, b) => ranks.indexOf(a.cost) - ranks.indexOf(b.cost))
}
