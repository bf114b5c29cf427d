/**
 * npm run calibrate -- [--worlds N] [--rows PATTERN] [--write]
 *
 * Diagnoses many made-up worlds whose truth is known and prints how often each flag is false, how often the planted is
 * found and how often the data could not tell, with 95 % Wilson intervals. With --write the table of docs/calibration.md
 * is written anew. The worlds are seeded: the same command gives the same table. Ends with 1 when a rate is surely beyond its bound.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { calibrate, inWords, type RowResult, rows, type Share } from './calibration.ts'

const { values: options } = parseArgs({
  options: { worlds: { type: 'string' }, rows: { type: 'string' }, write: { type: 'boolean' } },
})
const worlds = Number(options.worlds ?? 300)
const file = new URL('../../docs/calibration.md', import.meta.url)
const opening = '<!-- The table, written by npm run calibrate. -->'
const closing = '<!-- End of the table. -->'

const results: RowResult[] = []
for (const row of rows.filter(({ name }) => name.includes(options.rows ?? ''))) {
  const result = await calibrate(row, worlds)
  results.push(result)
  console.log(lineOf(result))
}
if (options.write) writeFileSync(file, withTable(readFileSync(file, 'utf8'), results))
process.exitCode = results.some(isBeyond) ? 1 : 0

function withTable(document: string, lines: readonly RowResult[]): string {
  const start = document.indexOf(opening)
  const end = document.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`docs/calibration.md has lost ${start < 0 ? opening : closing}`)
  const header = [
    'World',
    'Worlds with a false closed group',
    'with a false closed actor',
    'with a pair of spheres flagged',
    'Planted group found, where judged',
    'group not judged',
    'Planted members found, where judged',
    'members not judged',
    'at least one member found',
  ]
  const table = [header, header.map(() => '---'), ...lines.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`)
  return `${document.slice(0, start + opening.length)}\n\n${worlds} worlds a row.\n\n${table.join('\n')}\n\n${document.slice(end)}`
}

function cellsOf(result: RowResult): string[] {
  const { row, falseGroups, falseActors, falsePairs, found, unjudged, members, membersUnjudged, anyMember } = result
  const shares = [falseGroups, falseActors, falsePairs, found, unjudged, members, membersUnjudged, anyMember]
  return [row.name, ...shares.map(inWords)]
}

function lineOf(result: RowResult): string {
  return cellsOf(result).join(' | ')
}

function isBeyond({ row, falseGroups, falseActors, found }: RowResult): boolean {
  const isAbove = ({ count, of }: Share, bound: number) => (wilson(count, of)?.low ?? 0) > bound
  const { groups = 1, actors = 1 } = row.bounds ?? {}
  const isBelow = row.power !== undefined && (wilson(found.count, found.of)?.high ?? 1) < row.power
  return isAbove(falseGroups, groups) || isAbove(falseActors, actors) || isBelow
}
