import type { ReadRefusal } from '../exchange/preview.ts'
import { french } from '../words/formats.ts'
import { columnInFrench, refused } from '../words/fr/refusals.ts'
import { mostRowsTold } from './text.ts'

/** Why an import leaves things out, one sentence each: where, what was got, what was expected. The first of many. */
export function rowsRefused(refusals: readonly ReadRefusal[]): string[] {
  const told = refusals.slice(0, mostRowsTold).map(rowRefused)
  const left = refusals.length - told.length
  return left > 0
    ? [...told, `… et ${french.count(left, 'autre', 'autres')} ; --json les donne tous avec --preview.`]
    : told
}

function rowRefused({ file, row, column, code, got, expected }: ReadRefusal): string {
  const reason =
    code === 'missing_wave'
      ? 'la vague manque ; --wave et --wave-date disent de quand date cette ligne'
      : refused(code, got, expected)
  const named = column !== null && code === 'missing_column' ? columnInFrench(column) : column
  const place = [file, row === null ? null : `ligne ${row}`, named === null ? null : `colonne « ${named} »`]
  return `${place.filter((part) => part !== null).join(', ')} : ${reason}.`
}
