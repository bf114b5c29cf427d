import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { rulesVersion } from '../../server/diagnosis/thresholds.ts'
import { addTallies, emptyTally, type Row, rows, type Tally } from './calibration.ts'

/** What was found of a row so far, in worlds 0 to `worlds` - 1. */
export interface RowResult {
  readonly worlds: number
  readonly tally: Tally
}

interface Kept extends RowResult {
  /** What the row was made of: another world, another row. */
  readonly options: string
}

const file = new URL('./calibration-results.json', import.meta.url)

/** The results kept beside this file, of these rules and these worlds: a run that is stopped goes on where it was. */
export class CalibrationResults {
  readonly #kept: Map<string, Kept>

  constructor() {
    const { rules, rows: kept } = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { rules: string; rows: Record<string, Kept> })
      : { rules: rulesVersion, rows: {} }
    const known = rows.filter((row) => rules === rulesVersion && kept[row.name]?.options === optionsOf(row))
    this.#kept = new Map(known.flatMap((row) => [[row.name, kept[row.name] as Kept]]))
  }

  of({ name }: Row): RowResult {
    return this.#kept.get(name) ?? { worlds: 0, tally: emptyTally }
  }

  /** Adds the next worlds of a row, and writes all down. */
  add(row: Row, worlds: number, tally: Tally): void {
    const before = this.of(row)
    const now = { worlds: before.worlds + worlds, tally: addTallies(before.tally, tally), options: optionsOf(row) }
    this.#kept.set(row.name, now)
    const kept = Object.fromEntries(
      rows.flatMap(({ name }) => (this.#kept.has(name) ? [[name, this.#kept.get(name)]] : [])),
    )
    // Whole or not at all: a run may be stopped at any moment.
    const draft = new URL('./calibration-results.json.draft', import.meta.url)
    writeFileSync(draft, `${JSON.stringify({ rules: rulesVersion, rows: kept })}\n`)
    renameSync(draft, file)
  }
}

function optionsOf({ options }: Row): string {
  return JSON.stringify(options)
}
