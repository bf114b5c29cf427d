import type { ImportedWire, PlanWire, SheetPreviewWire } from '#wire/exchange.ts'

// What a person decides of an import, one decision after the other. The later one on the same thing stands.

export type Sheet = SheetPreviewWire
export type Column = Sheet['columns'][number]
export type NamePreview = ImportedWire['names'][number]
export type SheetPlan = NonNullable<PlanWire['sheets']>[number]
export type NameChoice = NonNullable<PlanWire['names']>[number]
export type NewWord = NonNullable<PlanWire['words']>[number]
type Meaning = Sheet['meanings'][number]
export type Separator = NonNullable<Column['separators']>[number]

/** A sheet of a workbook; of a file that has but one table, null. */
export interface SheetPlace extends Pick<Sheet, 'file' | 'sheet' | 'part'> {}

export const placeKey = ({ file, sheet, part }: SheetPlace) => JSON.stringify([file, sheet, part?.rows, part?.columns])

export function placeOf({ file, sheet, part }: SheetPlace): SheetPlace {
  return { file, sheet, ...(part && { part }) }
}

export function sheetPlan(plan: PlanWire, place: SheetPlace): SheetPlan | undefined {
  return plan.sheets?.find((each) => placeKey(each) === placeKey(place))
}

/** What its columns and words mean is guessed anew; cells and rows are the same whatever they are about. */
export function withKind(plan: PlanWire, place: SheetPlace, kind: Sheet['kind']['value']): PlanWire {
  return withSheet(plan, place, ({ columns: _, values: __, constants: ___, separators: ____, ...kept }) => ({
    ...kept,
    kind,
  }))
}

/** A guess is right; what was decided on top of it stands. */
export function withKindConfirmed(plan: PlanWire, place: SheetPlace, kind: Sheet['kind']['value']): PlanWire {
  return withSheet(plan, place, (kept) => ({ ...kept, kind }))
}

export function withHeader(plan: PlanWire, place: SheetPlace, header: number | null): PlanWire {
  return withSheet(plan, place, (sheet) => ({ ...sheet, header }))
}

export function withColumn(plan: PlanWire, place: SheetPlace, column: string, meaning: Meaning): PlanWire {
  return withSheet(plan, place, ({ columns = [], values = [], ...sheet }) => ({
    ...sheet,
    columns: [...columns.filter((each) => each.column !== column), { column, ...meaning }],
    values: values.filter((each) => each.column !== column),
  }))
}

/** What values of a column mean: words, numbers; '' leaves their cells empty. */
export function withValues(
  plan: PlanWire,
  place: SheetPlace,
  column: string,
  chosen: ReadonlyMap<string, string>,
): PlanWire {
  return withSheet(plan, place, ({ values = [], ...sheet }) => ({
    ...sheet,
    values: [
      ...values.filter((each) => each.column !== column || !chosen.has(each.value)),
      ...Array.from(chosen, ([value, means]) => ({ column, value, means })),
    ],
  }))
}

/** The same of columns of several sheets. */
export function withValuesIn(
  plan: PlanWire,
  columns: readonly { readonly sheet: SheetPlace; readonly column: Pick<Column, 'key'> }[],
  chosen: ReadonlyMap<string, string>,
): PlanWire {
  return columns.reduce((sum, { sheet, column }) => withValues(sum, sheet, column.key, chosen), plan)
}

/** What parts the names in the cells of a column; none: each holds one. */
export function withSeparators(plan: PlanWire, place: SheetPlace, column: string, at: readonly Separator[]): PlanWire {
  return withSheet(plan, place, ({ separators = [], ...sheet }) => ({
    ...sheet,
    separators: [...separators.filter((each) => each.column !== column), { column, at: [...at] }],
  }))
}

/** Null takes back what was said of all rows at once. */
export function withConstant(plan: PlanWire, place: SheetPlace, field: string, value: string | null): PlanWire {
  return withSheet(plan, place, ({ constants = [], ...sheet }) => ({
    ...sheet,
    constants: [...constants.filter((each) => each.field !== field), ...(value === null ? [] : [{ field, value }])],
  }))
}

export function withCells(
  plan: PlanWire,
  place: SheetPlace,
  edits: readonly { readonly row: number; readonly column: string; readonly value: string }[],
): PlanWire {
  const keyOf = ({ row, column }: { row: number; column: string }) => `${row} ${column}`
  return withSheet(plan, place, ({ cells = [], ...sheet }) => {
    const byKey = new Map([...cells, ...edits].map((edit) => [keyOf(edit), edit]))
    return { ...sheet, cells: [...byKey.values()] }
  })
}

/** `read`: as the row would have been without a word about it. */
export function withRow(plan: PlanWire, place: SheetPlace, row: number, as: 'data' | 'left_out' | 'read'): PlanWire {
  return withSheet(plan, place, ({ rows = [], ...sheet }) => ({
    ...sheet,
    rows: [...rows.filter((each) => each.row !== row), ...(as === 'read' ? [] : [{ row, as }])],
  }))
}

/** Closed establishments are read as the others, or set aside again. */
export function withClosed(plan: PlanWire, place: SheetPlace, closed: NonNullable<SheetPlan['closed']>): PlanWire {
  return withSheet(plan, place, (sheet) => ({ ...sheet, closed }))
}

export function withNames(plan: PlanWire, choices: readonly NameChoice[]): PlanWire {
  const chosen = new Set(choices.map(({ name }) => name))
  return { ...plan, names: [...(plan.names ?? []).filter(({ name }) => !chosen.has(name)), ...choices] }
}

/** Names answered at once, but for those answered one by one: what is on screen may be older than the last answer. */
export function withOtherNames(plan: PlanWire, choices: readonly NameChoice[]): PlanWire {
  const answered = new Set(plan.names?.map(({ name }) => name))
  return withNames(
    plan,
    choices.filter(({ name }) => !answered.has(name)),
  )
}

export function withoutName(plan: PlanWire, name: string): PlanWire {
  return { ...plan, names: (plan.names ?? []).filter((each) => each.name !== name) }
}

export function withWord(plan: PlanWire, word: NewWord): PlanWire {
  const others = (plan.words ?? []).filter(({ vocabulary, id }) => vocabulary !== word.vocabulary || id !== word.id)
  return { ...plan, words: [...others, word] }
}

/** All tables of a sheet are read as one, or each by itself again; what was said of them otherwise is gone. */
export function withTables(
  { sheets = [], ...plan }: PlanWire,
  { file, sheet }: SheetPlace,
  as: 'one' | 'each',
): PlanWire {
  const others = sheets.filter((each) => each.file !== file || each.sheet !== sheet)
  return { ...plan, sheets: as === 'one' ? [...others, { file, sheet }] : others }
}

/** Whether sheets of different years are waves of their own. */
export function withWaves(plan: PlanWire, waves: NonNullable<PlanWire['waves']>): PlanWire {
  return { ...plan, waves }
}

/** Nothing is left of what was said of a file that is taken away. */
export function withoutFile(plan: PlanWire, file: string): PlanWire {
  return { ...plan, sheets: (plan.sheets ?? []).filter((each) => each.file !== file) }
}

function withSheet({ sheets = [], ...plan }: PlanWire, place: SheetPlace, change: (sheet: SheetPlan) => SheetPlan) {
  const key = placeKey(place)
  const now = sheets.find((each) => placeKey(each) === key) ?? placeOf(place)
  return { ...plan, sheets: [...sheets.filter((each) => each !== now), change(now)] }
}
