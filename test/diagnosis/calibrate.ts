/**
 * npm run calibrate -- [--worlds N] [--seeds N] [--threads N] [--rows PATTERN] [--tables] [--territories] [--silence]
 *
 * Diagnoses many made-up worlds whose truth is known and counts how often each flag is false, how often what was planted
 * is found and how often the data could not tell. What is found is kept in calibration-results.json as it comes, so that
 * a run that was stopped goes on; rows with fewest worlds come first, so that it can be stopped at any time. Then writes
 * the tables of docs/calibration.md, with 95 % Wilson intervals. All is seeded: the same worlds give the same tables.
 * Ends with 1 when a rate is surely beyond its bound.
 *
 * --worlds: of each row, 300 unless said. --threads: as many as processors unless said. --rows: those whose names
 * contain this. --tables: only write what is known. --territories: diagnose the fictitious territories as well.
 * --silence: ask as well how often what is said of absent ties is true, by class of stated probability.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { bounds, claims, inWords, placed, type Row, rows, type Share } from './calibration.ts'
import { CalibrationResults } from './calibration-results.ts'
import type { Calibrated, Chunk } from './calibration-thread.ts'
import { expected, type Sight, searchTerritories } from './fictitious.ts'
import { type Named, nameInTerritories } from './named.ts'
import {
  calibrateSilence,
  calibrateTerritories,
  classes,
  type Calibrated as Stated,
  silentRows,
  sumOver,
} from './silence.ts'

const { values: options } = parseArgs({
  options: {
    worlds: { type: 'string', default: '300' },
    seeds: { type: 'string', default: '50' },
    threads: { type: 'string', default: String(availableParallelism()) },
    rows: { type: 'string', default: '' },
    tables: { type: 'boolean', default: false },
    territories: { type: 'boolean', default: false },
    silence: { type: 'boolean', default: false },
  },
})
const document = new URL('../../docs/calibration.md', import.meta.url)
const results = new CalibrationResults()
/** Few enough that little is lost when a run is stopped. */
const chunkWorlds = 10
/** Of hundreds of shares some lie beyond two standard errors by chance: three are asked for. */
const sure = 3

if (!options.tables) await diagnoseAll(Number(options.worlds), Number(options.threads))
writeTable('families', rows.filter(isWhole).map(falseLine))
writeTable('surveys', rows.filter((row) => isSurveyed(row)).map(falseLine))
writeTable('plants', rows.filter(({ options: { planted } }) => planted !== undefined).map(foundLine))
writeTable('places', rows.filter((row) => row.options.geography?.recorded && !isSurveyed(row)).map(placedLine))
if (options.silence) await askSilence(Number(options.worlds), Number(options.seeds))
if (options.territories) await diagnoseTerritories(Number(options.seeds))
for (const row of rows) for (const beyond of beyondBounds(row)) fail(`${row.name}: ${beyond}`)

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

/** Every row up to so many worlds, the ones with fewest first; those seen whole, which tell most, four times as fast. */
async function diagnoseAll(worlds: number, threads: number): Promise<void> {
  const busy = new Set<Row>()
  const next = (): Row | undefined =>
    rows
      .filter((row) => row.name.includes(options.rows) && !busy.has(row) && results.of(row).worlds < worlds)
      .reduce<Row | undefined>((least, row) => {
        return least && advance(least) <= advance(row) ? least : row
      }, undefined)
  const work = async () => {
    const thread = new Worker(new URL('./calibration-thread.ts', import.meta.url))
    for (let row = next(); row; row = next()) {
      busy.add(row)
      const first = results.of(row).worlds
      const chunk: Chunk = { row: row.name, first, worlds: Math.min(chunkWorlds, worlds - first) }
      const { tally } = await ask(thread, chunk)
      results.add(row, chunk.worlds, tally)
      busy.delete(row)
      console.log(`${results.of(row).worlds} ${row.name}`)
    }
    await thread.terminate()
  }
  await Promise.all(Array.from({ length: threads }, work))
}

function advance(row: Row): number {
  return results.of(row).worlds * (isSurveyed(row) ? 4 : 1)
}

function ask(thread: Worker, chunk: Chunk): Promise<Calibrated> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.postMessage(chunk)
  })
}

async function diagnoseTerritories(count: number): Promise<void> {
  const seeds = Array.from({ length: count }, (_, index) => `seed ${index}`)
  const [last, all] = [await searchTerritories(seeds), await searchTerritories(seeds, 'all')]
  writeTable(
    'territories',
    [...last].map(([sight, share]) => [sight, askedOf(sight), inWords(share), inWords(all.get(sight) ?? share)]),
  )
  const here = await nameInTerritories([{ seed: 'val-de-brume', id: 'val-de-brume', river: 'Brume' }])
  const elsewhere = await nameInTerritories(seeds.map((seed) => ({ seed })))
  writeTable(
    'named',
    [...new Set([...here.keys(), ...elsewhere.keys()])]
      .sort()
      .map((kind) => [
        kind.replaceAll('_', ' '),
        namedInWords(here.get(kind)),
        namedInWords(elsewhere.get(kind)),
        statedIn(elsewhere.get(kind)),
      ]),
  )
  for (const [sight, share] of last) if (strays(sight, share)) fail(`${sight}: ${inWords(share)}`)
}

function namedInWords(named: Named | undefined): string {
  return named ? inWords(named) : '–'
}

function statedIn(named: Named | undefined): string {
  return named && named.stated.of > 0 ? (named.stated.sum / named.stated.of).toFixed(2) : '–'
}

async function askSilence(worlds: number, count: number): Promise<void> {
  const lines: string[][] = []
  for (const row of silentRows) lines.push(silenceCells(row.name, await calibrateSilence(row, worlds)))
  const seeds = Array.from({ length: count }, (_, index) => `seed ${index}`)
  lines.push(silenceCells('fictitious territories', await calibrateTerritories(seeds)))
  writeTable('silence', lines)
}

/** Puts lines between the head of a table and its closing comment. */
function writeTable(table: string, lines: readonly (readonly string[])[]): void {
  const text = readFileSync(document, 'utf8')
  const [opening, closing] = [`<!-- Table of ${table}. -->`, `<!-- End of ${table}. -->`]
  const [before, rest = ''] = text.split(opening)
  const [table_, after] = rest.split(closing)
  if (before === undefined || after === undefined) throw new Error(`docs/calibration.md has lost ${opening}`)
  const head = (table_ ?? '').trim().split('\n').slice(0, 2)
  const body = lines.map((cells) => `| ${cells.join(' | ')} |`)
  writeFileSync(document, `${before}${opening}\n\n${[...head, ...body].join('\n')}\n\n${closing}${after}`)
}

function isWhole({ options: { planted, response } }: Row): boolean {
  return planted === undefined && response === undefined
}

function isSurveyed({ options: { response } }: Row): boolean {
  return response !== undefined
}

function falseLine(row: Row): string[] {
  const { worlds, tally } = results.of(row)
  return [
    row.name,
    String(worlds),
    ...claims.map((claim) => {
      const told = tally[`judged ${claim}`]
      if (worlds === 0) return '–'
      if (told.count === 0) return 'not judged'
      const share = inWords(tally[`false ${claim}`])
      const rarely = told.count < told.of ? `; judged in ${Math.round((100 * told.count) / told.of)} %` : ''
      return `${share}${rarely}${row.unbounded?.includes(claim) ? '; no bound' : ''}`
    }),
  ]
}

function foundLine(row: Row): string[] {
  const { worlds, tally } = results.of(row)
  const falseOnes = claims
    .filter((claim) => tally[`false ${claim}`].count > 0)
    .map((claim) => `${claim} ${inWords(tally[`false ${claim}`])}`)
  return [
    row.name,
    String(worlds),
    inWords(tally.found),
    inWords(tally['any found']),
    inWords(tally['planted judged']),
    falseOnes.length > 0 ? falseOnes.join('; ') : 'none',
    tally.beside.of > 0 ? inWords(tally.beside) : '–',
  ]
}

/** Of closed groups and of go-betweens flagged, how many the finding lays to places. */
function placedLine(row: Row): string[] {
  const { worlds, tally } = results.of(row)
  return [row.name, String(worlds), ...placed.map((claim) => inWords(tally[`${claim} laid to places`]))]
}

function* beyondBounds(row: Row): Generator<string> {
  const { tally } = results.of(row)
  const isAbove = ({ count, of }: Share, bound: number) => (wilson(count, of, sure)?.low ?? 0) > bound
  const isBelow = ({ count, of }: Share, bound: number) => (wilson(count, of, sure)?.high ?? 1) < bound
  for (const claim of claims) {
    const share = tally[`false ${claim}`]
    // What is planted pulls others along: who stands beside a go-between is nearly one too.
    if (row.options.planted === undefined && !row.unbounded?.includes(claim) && isAbove(share, bounds[claim]))
      yield `false ${claim} ${inWords(share)}`
  }
  if (row.power !== undefined && isBelow(tally.found, row.power)) yield `found ${inWords(tally.found)}`
}

/** What is true of what was said, by class of stated probability: of isolates, then of dependences and single ties. */
function silenceCells(name: string, calibrated: Stated): string[] {
  const shares = ([['isolated_actor'], ['dependent_actor', 'single_tie']] as const).flatMap((kinds) =>
    classes.map((least) => sumOver(calibrated, kinds, least)),
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
