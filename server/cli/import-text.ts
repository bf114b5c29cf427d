import type { Noun } from '../domain/territory.ts'
import type { SheetKind } from '../exchange/plan.ts'
import type { NamePreview, SheetPreview } from '../exchange/sheet-preview.ts'
import type { SheetTableWords } from '../words/sheet-tables.ts'

/** How a language says what tables of other people were taken for. */
export interface ImportWords {
  readonly nouns: Readonly<Record<Noun, { readonly table: string }>>
  readonly kinds: Readonly<Record<Exclude<SheetKind, Noun>, string>>
  readonly tables: SheetTableWords
  readonly sheet: (place: string, kind: string, header: number | null, aside: number) => string
  readonly value: (column: string, value: string, means: string | null, rows: number) => string
  readonly name: (name: string, candidates: readonly string[]) => string
  /** A name that was read as that of another. */
  readonly meant: (name: string, actor: string) => string
  /** The years of sheets that may be waves of their own. */
  readonly yearly: (years: readonly string[]) => string
  readonly more: (count: number) => string
}

/** Guesses that are told of a sheet: the others are in the JSON. */
const mostTold = 12

/** A line for each sheet that is not in our own format or of which rows are set aside, then what is to be confirmed. */
export function understoodIn(words: ImportWords) {
  return (sheets: readonly SheetPreview[], names: readonly NamePreview[]): string[] => {
    const told = sheets.filter(({ kind, aside }) => kind.by !== 'file_name' || aside > 0)
    const open = names.filter(({ state }) => state === 'to_confirm')
    const chosen = names.flatMap(({ name, state, is, candidates }) => {
      const actor = candidates.find((one) => one.id === is)?.name ?? is
      return state === 'chosen' && actor !== null ? [words.meant(name, actor)] : []
    })
    const years = [...new Set(sheets.flatMap(({ yearly }) => (yearly ? [yearly.label] : [])))].sort()
    return [
      ...told.flatMap((sheet) => linesOf(words, sheet)),
      ...(years.length > 0 ? [words.yearly(years)] : []),
      ...first(words, chosen),
      ...first(
        words,
        open.map(({ name, candidates }) =>
          words.name(
            name,
            candidates.map((one) => one.name),
          ),
        ),
      ),
    ]
  }
}

function linesOf(words: ImportWords, preview: SheetPreview): string[] {
  const { file, sheet, part, kind, header, aside, columns, perhapsHeader } = preview
  const isNoun = (value: SheetKind): value is Noun => value in words.nouns
  const called = isNoun(kind.value) ? words.nouns[kind.value].table : words.kinds[kind.value]
  const place = [file, ...(sheet === null ? [] : [sheet]), ...(part ? [words.tables.part(part)] : [])].join(', ')
  const guesses = columns.flatMap(({ header: name, target, values }) =>
    values
      .filter(({ sure }) => !sure)
      .map(({ value, means, count }) => words.value(name || target, value, means, count)),
  )
  const doubt = perhapsHeader === null ? [] : [`  ${words.tables.perhapsHeader(perhapsHeader)}`]
  return [words.sheet(place, called, header.row, aside), ...doubt, ...first(words, guesses)]
}

function first(words: ImportWords, lines: readonly string[]): string[] {
  const told = lines.slice(0, mostTold).map((line) => `  ${line}`)
  return lines.length > mostTold ? [...told, `  ${words.more(lines.length - mostTold)}`] : told
}
