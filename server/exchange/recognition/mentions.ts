import { columnsOf } from '../columns.ts'
import { type ActorsMeant, placeOf } from './actors-meant.ts'
import { namesIn } from './several-names.ts'
import type { Understood, UnderstoodColumn } from './understanding.ts'

/** Notes every name in the cells of a sheet, so that those alike are found before any is read. */
export function mentionNames(sheet: Understood, actors: ActorsMeant, isKnown: (folded: string) => boolean): void {
  const naming = sheet.columns.filter((column) => namesActors(sheet, column))
  for (const row of sheet.rows) {
    for (const { key, index, separators } of naming) {
      for (const name of namesIn(row.cells[index ?? -1] ?? '', separators ?? [], isKnown)) {
        actors.mention(name, { ...placeOf(sheet), row: row.row, column: key }, sheet.kind.own)
      }
    }
  }
  const row = sheet.header.row?.row ?? 1
  for (const { holds, target, key } of sheet.columns) {
    if (holds === 'actor') actors.mention(target, { ...placeOf(sheet), row, column: key }, false)
  }
}

/** Whether the cells of a column name actors. */
export function namesActors({ noun, kind }: Understood, { holds, target, index }: UnderstoodColumn): boolean {
  if (index === null) return false
  if (holds === 'role' || holds === 'tie') return true
  if (noun === null || holds !== 'field' || (noun === 'actor' && !kind.own)) return false
  const column = columnsOf(noun).find(([field]) => field === target)?.[1]
  return typeof column?.kind === 'object' && 'names' in column.kind && column.kind.names === 'actor'
}
