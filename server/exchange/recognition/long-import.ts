import { type Change, replay, targetOf } from '../../domain/change.ts'
import { collectionOf, type Noun, nouns, type Territory } from '../../domain/territory.ts'
import type { FollowReading, SourceFile } from '../csv.ts'
import { firstRows, sampledRows, type TablePart, tableParts } from '../long-table.ts'
import type { Plan, SheetPlan } from '../plan.ts'
import type { RefusalGroup, RowPreview, SheetPreview } from '../sheet-preview.ts'
import { StatedFacts } from '../stated-facts.ts'
import type { Row } from '../tables.ts'
import { nounOfKind } from './column-meaning.ts'
import { type ImportOptions, type ImportReading, readImport, yearsOfSheets } from './import.ts'
import type { RowShown } from './sheet-preview-of.ts'
import { placeKey, type SourceSheet } from './source-sheet.ts'
import { tablesOfSheet } from './tables-of-sheet.ts'
import type { YearlyWave } from './yearly-waves.ts'

export interface LongImportOptions extends Omit<ImportOptions, 'earlier' | 'yearly'> {
  /** Takes ties and participations as they are read; what they name is in the reading, and goes before. */
  readonly put: (changes: readonly Change[]) => void
  /** Told between two parts; what it throws ends the reading. */
  readonly progress: FollowReading
}

export interface LongReading extends Omit<ImportReading, 'changes' | 'missing'> {
  /** Puts of all but ties and participations, in the order of nouns. */
  readonly first: readonly Change[]
  /** How many cells are refused; `refusals` are the first. */
  readonly refused: number
}

/** Rows that are shown: the first ones, and the first that are refused. Of the others there are counts alone. */
export const shownOfLong = { first: 1_000, refused: 1_000 } as const
const most = { refusals: 1_000, groups: 200, names: 1_000, aside: 50 } as const
const partRows = 20_000
const samples = 20

/**
 * What tables too long to be held as rows would change, see `readImport`. Each is understood from its head and rows from all over it, then read part
 * by part against the territory and all that earlier parts brought; in memory are one part, whatever ties name, and sixteen bytes a fact.
 *
 * Unlike an import of short ones: names are compared with those that are alike only as long as there are few actors; what is missing is not looked
 * for; two rows of different parts about one actor that do not say the same are contradictions.
 */
export async function readLongImport(
  short: readonly SourceSheet[],
  long: readonly SourceFile[],
  territory: Territory,
  options: LongImportOptions,
): Promise<LongReading> {
  const tables = short.flatMap((sheet) => tablesOfSheet(sheet, options.plan ?? {}))
  const looked = [...tables, ...long.map((file) => sheetOf(file.name, sampleOf(file, firstRows(file))))]
  const reading = new LongImporting(territory, options, yearsOfSheets(looked, territory, options))
  if (tables.length > 0) reading.readShort(tables)
  const ranked = long.map((file) => ({ file, rank: rankOf(nounOfKind[reading.kindOf(file)]) }))
  for (const { file } of ranked.sort((a, b) => a.rank - b.rank)) await reading.readLong(file)
  return reading.result()
}

/** A long table that is being read. */
interface LongTable {
  readonly file: string
  readonly header: Row | null
  /** Under which every part is understood alike. */
  readonly plan: Plan
  /** How the table as a whole is. */
  readonly understood: SheetPreview
  readonly shown: RowPreview[]
  /** Of the parts that are read, together. */
  read: SheetPreview | null
}

class LongImporting {
  readonly #whole: Territory
  readonly #options: LongImportOptions
  readonly #plan: Plan
  readonly #yearly: ReadonlyMap<string, YearlyWave>
  readonly #stated = new StatedFacts()
  readonly #first = new Map<string, Change>()
  readonly #sheets: SheetPreview[] = []
  readonly #names: ImportReading['names'][number][] = []
  readonly #named = { new: 0, to_confirm: 0, chosen: 0 }
  readonly #words = new Map<string, ImportReading['words'][number]>()
  readonly #refusals: ImportReading['refusals'][number][] = []
  #refused = 0
  #wave: ImportReading['wave'] = { needed: false, proposed: null }
  /** The territory as it grows, without ties and participations. */
  #frame: Territory

  constructor(territory: Territory, options: LongImportOptions, yearly: ReadonlyMap<string, YearlyWave>) {
    this.#yearly = yearly
    this.#whole = territory
    this.#options = options
    this.#plan = options.plan ?? {}
    this.#frame = { ...territory, ties: new Map(), participations: new Map() }
  }

  readShort(sheets: readonly SourceSheet[]): void {
    this.#sheets.push(...this.#take(sheets, this.#plan, this.#options.show ?? [], () => true).sheets)
  }

  kindOf(file: SourceFile): SheetPreview['kind']['value'] {
    const [sheet] = this.#read([sheetOf(file.name, sampledRows(file, samples))], this.#plan, []).reading.sheets
    return sheet?.kind.value ?? 'nothing'
  }

  async readLong(file: SourceFile): Promise<void> {
    const { progress, show } = this.#options
    let table: LongTable | undefined
    let rows = 0
    await progress({ file: file.name, rows, bytes: 0, of: file.bytes.length })
    for await (const part of tableParts(file, (index) => (index === 0 ? shownOfLong.first : partRows))) {
      table ??= this.#begin(file, part.rows)
      this.#readPart(table, part)
      rows += part.rows.length
      await progress({ file: file.name, rows, bytes: part.bytes, of: file.bytes.length })
    }
    if (table?.read) this.#sheets.push(whole(table, table.read, show))
  }

  result(): LongReading {
    return {
      sheets: this.#sheets,
      names: this.#names,
      named: this.#named,
      words: [...this.#words.values()],
      wave: this.#wave,
      refusals: this.#refusals,
      refused: this.#refused,
      first: [...this.#first.values()].sort((a, b) => rankOf(targetOf(a).noun) - rankOf(targetOf(b).noun)),
    }
  }

  #begin(file: SourceFile, head: readonly Row[]): LongTable {
    const { reading } = this.#read([sheetOf(file.name, sampleOf(file, head))], this.#plan, [])
    const [understood] = reading.sheets
    if (!understood) throw new Error('a sheet that is not understood')
    this.#askWave(reading.wave)
    // What a person decided of the sheet is remembered; what follows from it for the parts is not.
    for (const change of reading.changes) if (isMemory(change)) this.#note(change)
    const own = this.#plan.sheets?.find((one) => placeKey(one) === placeKey(understood))
    const others = this.#plan.sheets?.filter((one) => one !== own) ?? []
    const fixed = isOurs(understood, head, own) ? own : planAlike(understood, own)
    return {
      file: file.name,
      header: head.find(({ row }) => row === understood.header.row) ?? null,
      plan: { ...this.#plan, sheets: [...others, ...(fixed ? [fixed] : [])] },
      understood,
      shown: [],
      read: null,
    }
  }

  #readPart(table: LongTable, { rows, flaw }: TablePart): void {
    const header = table.read && table.header ? [table.header] : []
    const sheet = { ...sheetOf(table.file, [...header, ...rows]), ...(flaw && { flaw }) }
    const place = { file: table.file, sheet: null, from: 0 }
    const refused = table.shown.filter(({ state }) => state === 'refused').length
    const show: RowShown = table.read
      ? { ...place, rows: Math.max(0, shownOfLong.refused - refused), states: ['refused'] }
      : { ...place, rows: shownOfLong.first }
    const [part] = this.#take([sheet], table.plan, [show], (change) => !isMemory(change)).sheets
    if (!part) return
    table.shown.push(...part.rows.list)
    table.read = table.read ? together(table.read, part) : part
  }

  /** Reads sheets, and takes what they would change as done. */
  #take(
    sheets: readonly SourceSheet[],
    plan: Plan,
    show: readonly RowShown[],
    counts: (change: Change) => boolean,
  ): ImportReading {
    const { reading, matched } = this.#read(sheets, plan, show)
    for (const { noun, key, value } of matched) this.#stated.add(noun, key, value)
    const puts = reading.changes.filter((change) => 'put' in change).filter(counts)
    for (const change of puts) this.#stated.add(change.put, targetOf(change).key, change.value)
    const [first, then] = [puts.filter((change) => !isStreamed(change.put)), puts.filter(({ put }) => isStreamed(put))]
    for (const change of first) this.#note(change)
    if (first.length > 0) this.#frame = replay(this.#frame, [first])
    if (then.length > 0) this.#options.put(then)
    for (const state of ['new', 'to_confirm', 'chosen'] as const) this.#named[state] += reading.named[state]
    this.#names.push(...reading.names.slice(0, most.names - this.#names.length))
    for (const word of reading.words) this.#words.set(JSON.stringify([word.vocabulary, word.id]), word)
    this.#refused += reading.refusals.length
    this.#refusals.push(...reading.refusals.slice(0, most.refusals - this.#refusals.length))
    this.#askWave(reading.wave)
    return reading
  }

  /** Of ties and participations that the territory holds, those that the sheets state are looked up once it is known which. */
  #read(sheets: readonly SourceSheet[], plan: Plan, show: readonly RowShown[]) {
    const { wave, today } = this.#options
    const asked = {
      plan,
      show,
      earlier: this.#stated,
      yearly: this.#yearly,
      ...(wave && { wave }),
      ...(today && { today }),
    }
    const reading = readImport(sheets, this.#frame, asked)
    const [ties, participations] = [new Map(), new Map()]
    const known = { ties, participations }
    for (const change of reading.changes) {
      if (!('put' in change) || !isStreamed(change.put)) continue
      const { key } = targetOf(change)
      const before = this.#whole[collectionOf[change.put]].get(key)
      if (before) known[collectionOf[change.put]].set(key, before)
    }
    if (ties.size + participations.size === 0) return { reading, matched: [] }
    const again = readImport(sheets, { ...this.#frame, ...known }, asked)
    const put = new Set(again.changes.map((change) => targetOf(change).key))
    const matched = streamed.flatMap((noun) =>
      [...known[collectionOf[noun]]]
        .filter(([key]) => !put.has(key))
        .map(([key, value]) => ({ noun, key: String(key), value })),
    )
    return { reading: again, matched }
  }

  /** In the place of what an earlier part put of the same fact. */
  #note(change: Change): void {
    const { noun, key } = targetOf(change)
    this.#first.set(`${noun} ${key}`, change)
  }

  #askWave({ needed, proposed }: ImportReading['wave']): void {
    this.#wave = { needed: this.#wave.needed || needed, proposed: this.#wave.proposed ?? proposed }
  }
}

/** What there may be millions of, and nothing names. */
const streamed = ['tie', 'participation'] as const
type Streamed = (typeof streamed)[number]

function isStreamed(noun: Noun): noun is Streamed {
  return noun === 'tie' || noun === 'participation'
}

function rankOf(noun: Noun | null): number {
  return noun === null ? nouns.length : nouns.indexOf(noun)
}

function sheetOf(file: string, rows: readonly Row[]): SourceSheet {
  return { file, sheet: null, rows }
}

/** The first rows of a table, and some from all over it. */
function sampleOf(file: SourceFile, head: readonly Row[]): readonly Row[] {
  const last = head.at(-1)?.row ?? 0
  return [...head, ...sampledRows(file, samples).map(({ row, cells }) => ({ row: last + row, cells }))]
}

function isMemory(change: Change): boolean {
  return 'put' in change && change.put === 'setting' && change.value.key.startsWith('import.')
}

/** A table in our own format means what it says in every part. */
function isOurs({ kind, header }: SheetPreview, head: readonly Row[], plan: SheetPlan | undefined): boolean {
  const isChanged = (plan?.columns?.length ?? 0) > 0 || plan?.header === null
  return kind.by === 'file_name' && !isChanged && header.row === head[0]?.row
}

/** The plan under which a part is understood as the whole is. */
function planAlike({ file, kind, header, columns }: SheetPreview, plan: SheetPlan | undefined): SheetPlan {
  const there = columns.filter(({ added }) => !added)
  return {
    ...plan,
    file,
    sheet: null,
    kind: kind.value,
    header: header.row,
    columns: there.map(({ key, holds, target }) => ({ column: key, holds, target })),
    separators: there.flatMap(({ key, separators }) => (separators ? [{ column: key, at: separators }] : [])),
  }
}

function together(one: SheetPreview, other: SheetPreview): SheetPreview {
  const counts = new Map(Object.entries(one.counts))
  for (const [state, count] of Object.entries(other.counts)) counts.set(state, (counts.get(state) ?? 0) + count)
  return {
    ...one,
    perhapsHeader: one.perhapsHeader ?? other.perhapsHeader,
    counts: Object.fromEntries(counts) as unknown as SheetPreview['counts'],
    setAside: [...one.setAside, ...other.setAside].slice(0, most.aside),
    aside: one.aside + other.aside,
    closed: one.closed + other.closed,
    facts: [...Map.groupBy([...one.facts, ...other.facts], ({ noun }) => noun).values()].map(sumOfFacts),
    groups: groupsTogether([...one.groups, ...other.groups]),
  }
}

type Facts = SheetPreview['facts'][number]

function sumOfFacts(facts: readonly Facts[]): Facts {
  return facts.reduce((sum, { noun, ...counts }) => ({
    noun,
    rows: sum.rows + counts.rows,
    created: sum.created + counts.created,
    changed: sum.changed + counts.changed,
    matched: sum.matched + counts.matched,
    repeated: sum.repeated + counts.repeated,
    refused: sum.refused + counts.refused,
  }))
}

function groupsTogether(groups: readonly RefusalGroup[]): readonly RefusalGroup[] {
  const alike = Map.groupBy(groups, ({ column, code, got, expected }) => JSON.stringify([column, code, got, expected]))
  const sums = [...alike.values()].flatMap(([group, ...others]) => {
    if (!group) return []
    return [{ ...group, rows: others.reduce((sum, { rows }) => sum + rows, group.rows) }]
  })
  return sums.sort((a, b) => b.rows - a.rows).slice(0, most.groups)
}

/** The preview of a whole table, with those of the shown rows that are asked for. */
function whole({ understood, shown }: LongTable, read: SheetPreview, show: ImportOptions['show']): SheetPreview {
  const asked = show?.find((one) => placeKey(one) === placeKey(understood))
  const rows = asked?.states ? shown.filter(({ state }) => asked.states?.includes(state)) : shown
  const from = asked?.from ?? 0
  const { columns, kind, header, otherwise, meanings, yearly, tables } = understood
  const { counts, facts, groups, setAside, aside, closed, perhapsHeader } = read
  const page = { from, total: rows.length, list: rows.slice(from, from + (asked?.rows ?? 100)) }
  const { file, sheet } = understood
  const said = { kind, otherwise, header, tables, perhapsHeader, setAside, aside, closed, columns, meanings, yearly }
  return { file, sheet, ...said, counts, facts, groups, rows: page }
}
