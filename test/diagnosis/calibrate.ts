/**
 * npm run calibrate -- [--worlds N] [--seeds N] [--rows PATTERN] [--write]
 *
 * Diagnoses many made-up worlds whose truth is known, then fictitious territories, and prints how often each flag is
 * false, how often the planted is found and how often the data could not tell, with 95 % Wilson intervals. With --write
 * the tables of docs/calibration.md are written anew; rows left out stay as they are. All is seeded: the same command
 * gives the same tables. Ends with 1 when a rate is surely beyond its bound.
 *
 * How often what is said of absent ties is true is published by class of stated probability.
 *
 * --rows: rows whose names contain this; `territories` for the fictitious ones alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { calibrate, inWords, type RowResult, rows, type Share } from './calibration.ts'
import { expected, type Sight, searchTerritories } from './fictitious.ts'
import { type Calibrated, calibrateSilence, calibrateTerritories, classes, silentRows, sumOver } from './silence.ts'

const { values: options } = parseArgs({
  options: {
    worlds: { type: 'string' },
    seeds: { type: 'string' },
    rows: { type: 'string' },
    write: { type: 'boolean' },
  },
})
const file = new URL('../../docs/calibration.md', import.meta.url)
const pattern = options.rows ?? ''

let isBeyondBounds = false
for (const row of rows.filter(({ name }) => name.includes(pattern))) {
  const result = await calibrate(row, Number(options.worlds ?? 300))
  if (isBeyond(result)) isBeyondBounds = true
  publish('worlds', cellsOf(result))
}
if ('territories'.includes(pattern)) {
  const seeds = Array.from({ length: Number(options.seeds ?? 50) }, (_, index) => `seed ${index}`)
  const [last, all] = [await searchTerritories(seeds), await searchTerritories(seeds, 'all')]
  for (const [sight, share] of last) {
    if (strays(sight, share)) isBeyondBounds = true
    publish('territories', [sight, askedOf(sight), inWords(share), inWords(all.get(sight) ?? share)])
  }
}
for (const row of silentRows.filter(({ name }) => name.includes(pattern))) {
  publish('silence', silenceCells(row.name, await calibrateSilence(row, Number(options.worlds ?? 300))))
}
if ('territories'.includes(pattern)) {
  const seeds = Array.from({ length: Number(options.seeds ?? 50) }, (_, index) => `seed ${index}`)
  publish('silence', silenceCells('fictitious territories', await calibrateTerritories(seeds)))
}
process.exitCode = isBeyondBounds ? 1 : 0

/** Prints a line, and puts it in the place of the one that begins alike in a table of the document. */
function publish(table: 'worlds' | 'territories' | 'silence', cells: readonly string[]): void {
  const line = `| ${cells.join(' | ')} |`
  console.log(line)
  if (!options.write) return
  const document = readFileSync(file, 'utf8')
  const closing = `<!-- End of the ${table}. -->`
  const [before, after] = document.split(closing)
  if (before === undefined || after === undefined) throw new Error(`docs/calibration.md has lost ${closing}`)
  const lines = before.trimEnd().split('\n')
  const known = lines.findLastIndex((other) => other.startsWith(`| ${cells[0]} |`))
  if (known < 0) lines.push(line)
  else lines[known] = line
  writeFileSync(file, `${lines.join('\n')}\n\n${closing}${after}`)
}

function cellsOf(result: RowResult): string[] {
  const { row, falseGroups, falseActors, falsePairs, found, unjudged, members, membersUnjudged, anyMember } = result
  const { tooOpen } = result
  const missed = tooOpen.of > 0 ? `; of ${tooOpen.of} missed, ${tooOpen.count} for their opening` : ''
  const [falseShares, foundShares] = [
    [falseGroups, falseActors, falsePairs],
    [unjudged, members, membersUnjudged, anyMember],
  ]
  return [row.name, ...falseShares.map(inWords), inWords(found) + missed, ...foundShares.map(inWords)]
}

/** What is true of what was said, by class of stated probability: of isolates, then of dependences and single ties. */
function silenceCells(name: string, calibrated: Calibrated): string[] {
  const shares = ([['I0'], ['I4', 'I1']] as const).flatMap((codes) =>
    classes.map((least) => sumOver(calibrated, codes, least)),
  )
  return [name, ...shares.map(({ count, of }) => (of === 0 ? '–' : `${count}/${of}, ${(count / of).toFixed(2)}`))]
}

function askedOf(sight: Sight): string {
  const bound = expected[sight]
  if (!bound) return '–'
  return 'least' in bound ? `≥ ${100 * bound.least} %` : `≤ ${100 * bound.most} %`
}

function strays(sight: Sight, { count, of }: Share): boolean {
  const [bound, interval] = [expected[sight], wilson(count, of)]
  if (!bound || !interval) return false
  return 'least' in bound ? interval.high < bound.least : interval.low > bound.most
}

function isBeyond({ row, falseGroups, falseActors, found }: RowResult): boolean {
  const isAbove = ({ count, of }: Share, bound: number) => (wilson(count, of)?.low ?? 0) > bound
  const { groups = 1, actors = 1 } = row.bounds ?? {}
  const isBelow = row.power !== undefined && (wilson(found.count, found.of)?.high ?? 1) < row.power
  return isAbove(falseGroups, groups) || isAbove(falseActors, actors) || isBelow
}
