import type { Told } from '../answer/comparison-document.ts'
import { sections } from '../waves/summary.ts'
import type { ChangeNames, ChangeWords } from '../words/changes.ts'

/** What the command line says around the statements on two waves. `of`: the territory, null for edge lists. */
export type ComparedHeading = (of: string | null, before: string, after: string, witnesses: number) => string

/** What changed, what holds, what is not known: each statement, and what shows it on the line below. */
export function comparisonLines(
  { comparison, summary }: Told,
  { statement, evidence, sections: titles }: ChangeWords,
  names: ChangeNames,
  heading: (witnesses: number) => string,
): string[] {
  const said = sections.flatMap((section) => {
    const own = summary.filter((one) => one.section === section)
    if (own.length === 0) return []
    return ['', titles[section], ...own.flatMap((one) => [`– ${statement(one, names)}`, `  ${evidence(one, names)}`])]
  })
  return [heading(comparison.comparability.witnesses), ...said]
}
