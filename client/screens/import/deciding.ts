import type { ImportedWire, PlanWire } from '#wire/exchange.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import type { Column, NamePreview, Sheet, SheetPlace } from './plan.ts'

/** What is looked at while an import is prepared, and how a decision is taken. */
export interface Deciding {
  readonly record: TerritoryRecord
  readonly preview: ImportedWire
  readonly plan: PlanWire
  readonly decide: (decision: (plan: PlanWire) => PlanWire) => void
}

export function sheetName(t: Text, preview: ImportedWire, { file, sheet, part }: SheetPlace): string {
  const { sheets } = t.importing
  const alone = preview.sheets.every((each) => each.file !== file || each.sheet === sheet)
  const name = sheet === null || alone ? file : sheets.name(file, sheet)
  return part ? sheets.part(name, part) : name
}

export function columnName(t: Text, { header, key, added, target }: Column): string {
  if (added) return capitalField(t, target)
  return header || t.importing.columns.unnamed(key)
}

function capitalField(t: Text, target: string): string {
  const fields: Readonly<Record<string, string>> = t.importing.fields
  const name = (Object.hasOwn(fields, target) ? fields[target] : undefined) ?? target
  return name.charAt(0).toLocaleUpperCase() + name.slice(1)
}

/** A column that somebody should look at: its meaning was guessed and it is not left aside for a reason. */
export function isColumnToCheck({ sure, added, holds, by }: Column): boolean {
  return !sure && !added && !(holds === 'ignored' && by === 'person')
}

/** Values of a column that somebody should look at. What the name of each actor tells is one answer for none of them. */
export function valuesToCheck(column: Column): Column['values'] {
  return column.added ? [] : column.values.filter(({ sure, by }) => !sure && by !== 'name')
}

/** What values mean, asked once of all columns that bear one name and are taken for one thing: the word of one sheet is that of the others. */
export interface ValueQuestion {
  /** The first of them stands for all. */
  readonly columns: readonly [SheetColumn, ...SheetColumn[]]
  /** Those to be looked at, and those just chosen, which stay where they are until the others are: each once, its rows summed. */
  readonly values: Column['values']
}

export interface SheetColumn {
  readonly sheet: Sheet
  readonly column: Column
}

export function valueQuestions(sheets: readonly Sheet[]): ValueQuestion[] {
  const all = sheets.filter(isRead).flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column })))
  const alike = Map.groupBy(all, ({ column: { header, key, holds, target } }) =>
    JSON.stringify([header.trim().toLocaleLowerCase() || key, holds, target]),
  )
  return [...alike.values()].flatMap((columns): ValueQuestion[] => {
    const [first, ...others] = columns.filter(({ column }) => valuesToCheck(column).length > 0)
    if (!first) return []
    return [{ columns: [first, ...others], values: together(columns.flatMap(({ column }) => valuesInFront(column))) }]
  })
}

function valuesInFront(column: Column): Column['values'] {
  return column.added ? [] : column.values.filter(({ sure, by }) => !sure || by === 'chosen')
}

function together(values: Column['values']): Column['values'] {
  const alike = Map.groupBy(values, ({ value }) => value)
  return [...alike.values()].flatMap((each) => {
    // An answer that not all sheets have yet is still asked for.
    const [shown] = [...each].sort((a, b) => Number(a.by === 'chosen') - Number(b.by === 'chosen'))
    return shown ? [{ ...shown, count: each.reduce((sum, { count }) => sum + count, 0) }] : []
  })
}

/** What keeps rows out, but for what is asked once of all files, name by name or value by value. */
export function groupsToMend({ groups, columns }: Sheet): Sheet['groups'] {
  const asked = new Set(
    columns.flatMap((column) => valuesToCheck(column).map(({ value }) => JSON.stringify([column.key, value]))),
  )
  return groups.filter(
    ({ code, column, got }) =>
      code !== 'missing_wave' && code !== 'unconfirmed_name' && !asked.has(JSON.stringify([column, got])),
  )
}

/** Questions without an answer of ours: nothing is written before somebody gave one. */
export function questionsOpen({ sheets, names }: ImportedWire): number {
  return sheets.filter(isKindToCheck).length + names.filter(isToConfirm).length
}

/** What was guessed and applied, or keeps rows out: to be looked at. */
export function toCheck({ sheets }: ImportedWire): number {
  const ofColumns = sheets
    .filter(isRead)
    .flatMap(({ columns }) => columns)
    .map((column) => Number(isColumnToCheck(column)))
  const ofGroups = sheets.filter(isRead).reduce((sum, sheet) => sum + groupsToMend(sheet).length, 0)
  return (
    ofColumns.reduce((sum, n) => sum + n, 0) +
    valueQuestions(sheets).length +
    ofGroups +
    sheets.filter(isUnreadable).length
  )
}

/** Nothing of it could be read, and its groups say why. */
export function isUnreadable(sheet: Sheet): boolean {
  return !isRead(sheet) && sheet.groups.length > 0
}

export function isKindToCheck({ kind }: Sheet): boolean {
  return !kind.sure
}

export function isToConfirm({ state, candidates }: NamePreview): boolean {
  return state === 'to_confirm' && candidates.length > 0
}

/** The years that sheets are about, where they differ, the earliest first. */
export function yearsOf({ sheets }: ImportedWire): string[] {
  return [...new Set(sheets.flatMap(({ yearly }) => (yearly ? [yearly.label] : [])))].sort()
}

/** Whether they are waves of their own. */
export function areYearly(plan: PlanWire): boolean {
  return plan.waves !== 'one'
}

export function isRead({ kind }: Sheet): boolean {
  return kind.value !== 'nothing'
}
