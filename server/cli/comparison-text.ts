import type { Beside } from '../answer/beside.ts'
import type { Told } from '../answer/comparison-document.ts'
import { kinds } from '../diagnosis/finding.ts'
import { besideFigures } from '../waves/beside.ts'
import type { FindingFate } from '../waves/finding-fates.ts'
import { findingFates } from '../waves/finding-fates.ts'
import { sections } from '../waves/summary.ts'
import { type BesideWords, unsaidOf } from '../words/beside.ts'
import { type ChangeNames, type ChangeWords, firstOf } from '../words/changes.ts'
import type { FindingWords } from '../words/findings.ts'

/** What the command line says around the statements on two waves. */
export interface ComparedText {
  /** `of`: the territory, null for edge lists. */
  readonly heading: (of: string | null, before: string, after: string, witnesses: number) => string
  readonly findings: string
  readonly introductions: string
  readonly others: (others: number) => string
}

/** More findings of one fate than anybody reads in a terminal. */
const mostTold = 12

/** What changed, what holds, what is not known: each statement, and what shows it on the line below; then what became of the territory, its findings and what they suggested. */
export function comparisonLines(
  { comparison, plane, aftermath, summary }: Told,
  { changes: words, findings: findingWords }: { readonly changes: ChangeWords; readonly findings: FindingWords },
  names: ChangeNames,
  text: ComparedText,
  heading: (witnesses: number) => string,
): string[] {
  const { statement, evidence, sections: titles } = words
  const said = sections.flatMap((section) => {
    const own = summary.filter((one) => one.section === section)
    if (own.length === 0) return []
    return ['', titles[section], ...own.flatMap((one) => [`– ${statement(one, names)}`, `  ${evidence(one, names)}`])]
  })
  const { findings, introductions } = aftermath
  const isSaid = summary.some((one) => one.evidence.kind === 'introductions')
  const outcome =
    introductions && !isSaid
      ? ({
          section: 'changed',
          certainty: 'established',
          evidence: { kind: 'introductions', outcome: introductions },
        } as const)
      : null
  return [
    heading(comparison.comparability.witnesses),
    ...said,
    ...(plane.value
      ? [
          '',
          words.plane.heading,
          words.plane.lead(plane.value.actors),
          ...words.plane.moves(plane.value).map((move) => `– ${move}`),
        ]
      : []),
    ...(findings ? ['', text.findings, ...fateLines(findings, words, findingWords, names, text)] : []),
    ...(outcome ? ['', text.introductions, `– ${statement(outcome, names)}`, `  ${evidence(outcome, names)}`] : []),
  ]
}

/** Where a territory's change stands beside those of others. */
export function besideLines(
  { own, others, figures }: Beside,
  { beside: words, changes }: { readonly beside: BesideWords; readonly changes: ChangeWords },
): string[] {
  const nameOf = new Map([own, ...others].map(({ territory, name }) => [territory, name]))
  const said = besideFigures.flatMap((figure) => {
    const { value } = figures[figure]
    return value ? [{ figure, value }] : []
  })
  // Of none beside it, that is said already.
  const unsaid = others.length === 0 ? [] : unsaidOf(figures)
  return [
    '',
    words.heading,
    words.lead(others.length),
    ...said.map(({ figure, value }) => {
      const theirs = value.others.map(({ territory, z }) => `${nameOf.get(territory) ?? territory} ${words.errors(z)}`)
      return `– ${words.told(figure, value)} (${theirs.join(', ')})`
    }),
    ...unsaid.map(
      (own) =>
        `– ${words.unsaid(
          own.figures.map((figure) => words.figures[figure]),
          changes.reasons[own.reason],
        )}`,
    ),
    ...(said.length > 0 ? [words.caution] : []),
  ]
}

function fateLines(
  findings: readonly FindingFate[],
  words: ChangeWords,
  { titles }: FindingWords,
  names: ChangeNames,
  text: ComparedText,
): string[] {
  return findingFates.flatMap((fate) => {
    const own = findings.filter((finding) => finding.fate === fate)
    if (own.length === 0) return []
    const told = own.slice(0, mostTold).map(({ kind, why, before, after }) => {
      const { shown, left } = firstOf(isAboutActors(kind) ? ((after ?? before)?.actors ?? []) : [])
      const about = [...shown.map(names.actor), ...(left > 0 ? [text.others(left)] : [])].join(', ')
      const title = titles[kind as keyof typeof titles] ?? kind
      return `– ${title}${about && ` (${about})`}${why === null ? '' : ` – ${words.fateReasons[why]}`}`
    })
    const others = own.length > mostTold ? [`  ${text.others(own.length - mostTold)}`] : []
    return [`${words.fates[fate]} (${own.length})`, ...told, ...others]
  })
}

/** Of the others the actors told are ends of ties that show it. */
function isAboutActors(kind: string): boolean {
  const { roles } = kinds[kind as keyof typeof kinds] ?? { roles: {} }
  return Object.values(roles).some((noun) => noun === 'actor' || noun === 'actors' || noun === 'pairs')
}
