import type { ReadRefusal } from '../exchange/preview.ts'
import { refused } from '../words/en/refusals.ts'
import { english } from '../words/formats.ts'
import { mostRowsTold } from './text.ts'

/** Why an import leaves things out, one sentence each: where, what was got, what was expected. The first of many. */
export function rowsRefused(refusals: readonly ReadRefusal[]): string[] {
  const told = refusals.slice(0, mostRowsTold).map(rowRefused)
  const left = refusals.length - told.length
  return left > 0 ? [...told, `… and ${english.number(left)} more; --json gives them all with --preview.`] : told
}

function rowRefused({ file, row, column, code, got, expected }: ReadRefusal): string {
  const reason =
    code === 'missing_wave' ? 'a missing wave; --wave and --wave-date name one' : refused(code, got, expected)
  const place = [file, row === null ? null : `row ${row}`, column === null ? null : `column “${column}”`]
  return `${place.filter((part) => part !== null).join(', ')}: ${reason}.`
}
