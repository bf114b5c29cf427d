import { foldedWords } from '../../domain/folding.ts'
import type { Territory, Wave } from '../../domain/territory.ts'
import type { Plan, SheetKind } from '../plan.ts'
import type { Understood } from './understanding.ts'

/** The wave of a sheet that is about one year; its basis is that of the import, unless the territory knows it. */
export type YearlyWave = Pick<Wave, 'id' | 'label' | 'date'>

/**
 * The waves of sheets that say the same things of different years, by their names: « 2022 », « 2023 »; of files that are one table, « liens-2022.csv ». They
 * say their year at the end of it, in the year that runs today. None where all are of one year: then it is no wave of theirs that people mean.
 * @param today `YYYY-MM-DD`
 */
export function yearlyWaves(
  sheets: readonly Understood[],
  territory: Territory,
  today: string | undefined,
): ReadonlyMap<Understood, YearlyWave> {
  const yearOf = new Map<Understood, string>()
  for (const sheet of sheets) {
    const year = ofWaves.has(sheet.kind.value) && !sheet.kind.own && !saysWave(sheet) ? yearNamed(sheet) : null
    if (year !== null && sheet.rows.length > 0) yearOf.set(sheet, year)
  }
  const ofKind = Map.groupBy(yearOf, ([{ kind }]) => kind.value)
  const differ = [...ofKind.values()].some((alike) => new Set(alike.map(([, year]) => year)).size > 1)
  return new Map(differ ? Array.from(yearOf, ([sheet, year]) => [sheet, waveOf(year, territory, today)]) : [])
}

/** Whether sheets are read as of the waves of their years: a guess, which people may refuse. */
export function areYearly({ waves, proposals }: Plan): boolean {
  return waves === 'by_year' || (waves === undefined && proposals !== 'refused')
}

/** What is said in a wave. */
const ofWaves: ReadonlySet<SheetKind> = new Set([
  'tie',
  'matrix',
  'projects',
  'participation',
  'attendance',
  'answers',
  'roster',
])

function saysWave({ columns, constants }: Understood): boolean {
  return constants.has('wave') || columns.some(({ holds, target }) => holds === 'field' && target === 'wave')
}

/** The one year that its name tells, or its title; null: none, or several. */
function yearNamed({ sheet: { file, sheet }, aside }: Understood): string | null {
  const titles = aside.flatMap(({ why, text }) => (why === 'title' ? [text] : []))
  for (const name of [sheet ?? file, ...titles]) {
    const years = new Set(yearsIn(name))
    if (years.size > 1) return null
    const [only] = years
    if (only !== undefined) return only
  }
  return null
}

export function yearsIn(text: string): string[] {
  return Array.from(text.matchAll(year), ([found]) => found)
}

/** No part of a day or of a longer number: « 12/03/2024 » says when a file was written. */
const year = /(?<!\d[\d/.-]?)(?:19|20)\d{2}(?![/.-]?\d)/g

function waveOf(year: string, { waves }: Territory, today: string | undefined): YearlyWave {
  const known = [...waves.values()].find(({ id, label }) => id === year || foldedWords(label) === year)
  if (known) return { id: known.id, label: known.label, date: known.date }
  const end = `${year}-12-31`
  return { id: year, label: year, date: today?.startsWith(year) ? today : end }
}
