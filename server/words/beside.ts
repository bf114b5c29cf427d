import type { BesideFigure, Standing } from '../waves/beside.ts'
import type { Judged, Reason } from '../waves/comparability.ts'

/** A language's words on a territory's change beside those of others. */
export interface BesideWords {
  readonly heading: string
  /** What is set beside what. */
  readonly lead: (others: number) => string
  readonly figures: Readonly<Record<BesideFigure, string>>
  /** Where it stands in one figure. */
  readonly place: (standing: Pick<Standing, 'below' | 'above'>) => string
  /** The same on one line, with the figure. */
  readonly told: (figure: BesideFigure, standing: Standing) => string
  /** Standard errors, with their sign. */
  readonly errors: (z: number) => string
  /** Of figures that are not said, all for one reason. */
  readonly unsaid: (figures: readonly string[], reason: string) => string
  /** Heads of the table: its lines, this territory, the drawn scale (in full above the table), how many others, the place; the others' names and waves. */
  readonly figure: string
  readonly here: string
  readonly scale: string
  readonly range: string
  readonly others: string
  readonly where: string
  readonly territory: string
  readonly waves: string
  /** What it is not. */
  readonly caution: string
  /** Two waves and the time between them. */
  readonly span: (from: string, to: string, years: number) => string
}

/** Figures that are not said, by why. */
export function unsaidOf(figures: Readonly<Record<BesideFigure, Judged<unknown>>>) {
  const reasons = new Map<Reason, BesideFigure[]>()
  for (const [figure, { reason }] of Object.entries(figures) as [BesideFigure, Judged<unknown>][]) {
    if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), figure])
  }
  return [...reasons].map(([reason, unsaid]) => ({ reason, figures: unsaid }))
}
