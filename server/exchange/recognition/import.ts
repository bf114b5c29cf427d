import type { Change } from '../../domain/change.ts'
import { folded } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { type Actor, keyOf, type Noun, type Setting, type Territory, type Wave } from '../../domain/territory.ts'
import { typeOfName } from '../../domain/type-of-name.ts'
import type { Basis, Scope } from '../../domain/vocabulary.ts'
import { isFormerName } from '../alike.ts'
import { apart } from '../apart.ts'
import { writeCell } from '../cells.ts'
import { fileOf } from '../columns.ts'
import { NameIndex } from '../names.ts'
import type { ColumnKey, NewWord, Plan } from '../plan.ts'
import type { ReadRefusal } from '../preview.ts'
import { type EarlierFacts, type ReadOptions, readTables } from '../reading.ts'
import type { CellRefusal, NamePreview, NewActor, RowState, SheetPreview } from '../sheet-preview.ts'
import type { Row, Table } from '../tables.ts'
import { wordsMeant } from '../words.ts'
import { communeOfName, insideOf, scopeOf, sphereOf } from './actor-profile.ts'
import { ActorsMeant } from './actors-meant.ts'
import { meaningsOf } from './column-meaning.ts'
import { type Fact, type FactMaking, factsOfSheet, type NewSpace, type RowFacts } from './facts.ts'
import { isDay } from './header-row.ts'
import { factsOf, type MadeTable, type Standing, standingRows, stateOf, toldAt } from './made-table.ts'
import { learnt } from './memory.ts'
import { mentionNames, namesActors } from './mentions.ts'
import { type Missing, missingFacts } from './missing.ts'
import { communesInside, placesMeant } from './places.ts'
import { type RowShown, sheetPreview } from './sheet-preview-of.ts'
import type { SourceSheet } from './source-sheet.ts'
import { placeKey } from './source-sheet.ts'
import { tablesOfSheet } from './tables-of-sheet.ts'
import { flawAt, refusalAt, Told } from './told.ts'
import { type Understood, understood } from './understanding.ts'
import { valueKey } from './value-meaning.ts'
import { areYearly, type YearlyWave, yearlyWaves } from './yearly-waves.ts'

export interface ImportOptions {
  readonly plan?: Plan
  readonly wave?: ReadOptions['wave']
  readonly show?: readonly RowShown[]
  /** The day of a wave that is proposed, where the files tell none; `YYYY-MM-DD`. */
  readonly today?: string
  /** Of a long table that is read in parts: what the earlier ones state. What is missing is not looked for. */
  readonly earlier?: EarlierFacts
  /** Of an import that is read in parts: the waves of the years of its sheets, see `yearsOfSheets`. Default: those of the sheets given. */
  readonly yearly?: ReadonlyMap<string, YearlyWave>
}

export interface ImportReading {
  readonly sheets: readonly SheetPreview[]
  readonly names: readonly NamePreview[]
  readonly named: Readonly<Record<NamePreview['state'], number>>
  readonly words: readonly NewWord[]
  readonly wave: {
    readonly needed: boolean
    readonly proposed: Pick<Wave, 'id' | 'label' | 'date' | 'basis'> | null
  }
  /** What the tables in our own format hold no more; `changes` remove it where the plan says so. */
  readonly missing: Pick<Missing, 'facts' | 'used'>
  /** At the cells that they come from. */
  readonly refusals: readonly ReadRefusal[]
  readonly changes: readonly Change[]
}

/** What sheets of any making would change, under a plan (docs/decisions/0018-import.md). */
export function readImport(
  sheets: readonly SourceSheet[],
  territory: Territory,
  options: ImportOptions = {},
): ImportReading {
  return new Importing(sheets, territory, options).reading()
}

/** The waves of sheets that are about different years, by `placeKey`, see `yearlyWaves`. Their first rows are enough. */
export function yearsOfSheets(
  sheets: readonly SourceSheet[],
  territory: Territory,
  { plan = {}, today }: Pick<ImportOptions, 'plan' | 'today'>,
): ReadonlyMap<string, YearlyWave> {
  const names = new NameIndex(territory)
  const known = { words: wordsMeant(territory), isActor: (name: string) => names.bearer('actor', name) !== undefined }
  const looked = sheets.map((sheet) => understood(sheet, territory, known, plan))
  return new Map(Array.from(yearlyWaves(looked, territory, today), ([{ sheet }, wave]) => [placeKey(sheet), wave]))
}

/** What became of a row of a sheet. */
export interface RowFate {
  readonly row: Row
  readonly state: RowState
  readonly refusals: readonly CellRefusal[]
  readonly read: RowFacts['read'] | null
}

class Importing {
  readonly #territory: Territory
  readonly #options: ImportOptions
  readonly #plan: Plan
  readonly #sheets: readonly Understood[]
  readonly #actors: ActorsMeant
  readonly #making: FactMaking
  readonly #rows = new Map<Understood, readonly RowFacts[]>()
  readonly #yearly: ReadonlyMap<Understood, YearlyWave>
  /** Those of them that sheets are read as of: known ones, and once it is said what the files rest on. */
  readonly #waveOf: ReadonlyMap<Understood, YearlyWave>

  constructor(sheets: readonly SourceSheet[], territory: Territory, options: ImportOptions) {
    this.#territory = territory
    this.#options = options
    this.#plan = options.plan ?? {}
    const names = new NameIndex(territory)
    const isActor = (name: string) => names.bearer('actor', name) !== undefined
    const known = { words: wordsMeant(territory), isActor }
    // Who actors are first, so that columns that name them are known by that.
    const tables = options.earlier ? sheets : sheets.flatMap((sheet) => tablesOfSheet(sheet, this.#plan))
    const looked = tables.map((sheet) => understood(sheet, territory, known, this.#plan))
    const described = new Set(looked.flatMap(namesDescribed))
    const knows = { words: known.words, isActor: (name: string) => described.has(name) || isActor(name) }
    const again = looked.map((sheet) =>
      sheet.kind.own || (sheet.kind.value === 'actor' && sheet.kind.sure)
        ? sheet
        : understood(sheet.sheet, territory, knows, this.#plan),
    )
    const placed = placesMeant(territory, again, communesInside(territory, again))
    this.#sheets = placed.sheets
    this.#actors = new ActorsMeant(territory, names, this.#sheets, this.#plan.names ?? [], options.earlier)
    for (const sheet of this.#sheets) if (!sheet.isRefused) mentionNames(sheet, this.#actors, isActor)
    this.#actors.compare()
    this.#yearly = options.yearly
      ? wavesAmong(this.#sheets, options.yearly)
      : yearlyWaves(this.#sheets, territory, options.today)
    this.#waveOf = new Map(
      [...this.#yearly].filter(
        ([, { id }]) => areYearly(this.#plan) && (options.wave !== undefined || territory.waves.has(id)),
      ),
    )
    const basisOf = (id: string | undefined) => territory.waves.get(id ?? '')?.basis ?? options.wave?.basis
    this.#making = {
      territory,
      names,
      actors: this.#actors,
      plan: this.#plan,
      places: placed.places,
      isSurvey: (sheet) => basisOf(this.#waveOf.get(sheet)?.id ?? options.wave?.id) === 'survey',
      waveOf: (sheet) => this.#waveOf.get(sheet)?.id ?? null,
      spaces: new Map(),
      described: new Map(),
    }
    for (const sheet of this.#sheets) if (!sheet.kind.own && sheet.noun === 'space') announceSpaces(sheet, names)
    for (const sheet of this.#sheets)
      if (!sheet.kind.own && !sheet.isRefused) this.#rows.set(sheet, factsOfSheet(sheet, this.#making))
  }

  reading(): ImportReading {
    const told = new Told()
    const excluded = new Set<Row>()
    for (const [sheet, rows] of this.#rows) {
      for (const { row, refusals, waiting } of rows) {
        if (refusals.length > 0) excluded.add(row)
        for (const refusal of new Set([...refusals, ...waiting])) told.add(sheet, row.row, refusal)
      }
    }
    const { tables, read, standing } = this.#judged(excluded, told)
    for (const { sheet, row, refusal } of toldAt(tables, read.refusals)) told.add(sheet, row, this.#asCalled(refusal))
    const sheets = this.#sheets.map((sheet) =>
      sheetPreview(sheet, {
        fates: this.#fates(sheet, standing.get(sheet), excluded, told),
        refusals: told.of(sheet),
        facts: factsOf(tables, read.files, sheet),
        yearly: this.#yearly.get(sheet) ?? null,
        meanings: meaningsOf(sheet.kind.value, this.#territory),
        proposals: this.#rows.get(sheet)?.flatMap(({ proposals }) => proposals) ?? [],
        show: this.#options.show?.find((one) => placeKey(one) === placeKey(sheet.sheet)) ?? null,
      }),
    )
    const names = this.#actors.previews((id) => this.#profileOf(id))
    const count = (wanted: NamePreview['state']) => names.filter(({ state }) => state === wanted).length
    const changes = this.#withApart(this.#withMemory(this.#withAliases(read.changes)))
    const whole = this.#options.earlier ? new Set<Noun>() : this.#wholeTables(told)
    const { facts, used, removals } = missingFacts(this.#territory, changes, whole, read.stated)
    return {
      sheets,
      names,
      missing: { facts, used },
      named: { new: count('new'), to_confirm: count('to_confirm'), chosen: count('chosen') },
      words: this.#wordsOf([...this.#rows.values()].flat().filter(({ row }) => !excluded.has(row))),
      wave: { needed: this.#needsWave(tables), proposed: this.#proposedWave() },
      refusals: [
        ...told.of(null).map((refusal) => ({ file: fileOf('wave'), ...refusal })),
        ...this.#sheets.flatMap((sheet) => told.of(sheet).map((refusal) => refusalAt(sheet, refusal))),
        ...this.#sheets.flatMap((sheet) => sheet.flaws.map((flaw) => flawAt(sheet, flaw))),
      ],
      changes: this.#plan.missing === 'removed' ? [...changes, ...removals] : changes,
    }
  }

  /** Reads the tables until no row stands in part; rows that would are left out as a whole, and what kept them is told. */
  #judged(excluded: Set<Row>, told: Told) {
    for (;;) {
      const tables = this.#tables(excluded)
      const { wave, earlier } = this.#options
      const read = readTables(
        tables.map(({ table }) => table),
        this.#territory,
        { ...(wave && !this.#isIdle(tables) && { wave }), ...(earlier && { earlier }) },
      )
      const standing = standingRows(tables, read)
      const halves = this.#halves(standing, excluded)
      if (halves.size === 0) return { tables, read, standing }
      for (const { sheet, row, refusal } of toldAt(tables, read.refusals)) {
        const numbers = sheet && halves.get(sheet)
        if (numbers && (row === null || numbers.has(row)) && !this.#isEcho(sheet, row, refusal))
          told.add(sheet, row, this.#asCalled(refusal))
      }
      for (const [sheet, numbers] of halves) {
        for (const row of sheet.rows) if (numbers.has(row.row)) excluded.add(row)
      }
    }
  }

  /** Whom a refused row describes is told by name: people never saw its id. */
  #asCalled(refusal: CellRefusal): CellRefusal {
    if (refusal.code !== 'unknown_actor') return refusal
    const name = this.#making.described.get(refusal.got)?.cells.get('name')?.text
    return name ? { ...refusal, got: name } : refusal
  }

  /** A row that is refused names what itself would have made: that is no reason. */
  #isEcho(sheet: Understood, row: number | null, { code, got }: CellRefusal): boolean {
    if (code !== 'unknown_space' && code !== 'unknown_actor') return false
    const facts = this.#rows.get(sheet)?.find((one) => one.row.row === row)?.facts ?? []
    return facts.some(({ noun, cells }) => `unknown_${noun}` === code && cells.get('id')?.text === got)
  }

  #tables(excluded: ReadonlySet<Row>): readonly MadeTable[] {
    const tables: MadeTable[] = []
    const add = (
      noun: Noun,
      sheet: Understood | null,
      rows: readonly Row[],
      keys: MadeTable['keys'],
      flaw?: Table['flaw'],
    ) => tables.push({ table: { file: String(tables.length), noun, rows, ...(flaw && { flaw }) }, sheet, keys })
    const rowsOf = [...this.#rows].flatMap(([sheet, rows]) =>
      rows.filter(({ row }) => !excluded.has(row)).map((facts) => ({ sheet, facts })),
    )
    this.#addWaves(
      add,
      rowsOf.map(({ sheet }) => sheet),
    )
    this.#addMade(
      add,
      rowsOf.map(({ facts }) => facts),
    )
    for (const sheet of this.#sheets) {
      if (sheet.kind.own && sheet.noun !== null) this.#addOwn(add, sheet, sheet.noun)
    }
    const shapes = new Map<string, { noun: Noun; sheet: Understood; fact: Fact; rows: Row[] }>()
    for (const { sheet, facts } of rowsOf) {
      for (const fact of facts.facts) {
        const shape = JSON.stringify([
          this.#sheets.indexOf(sheet),
          fact.noun,
          [...fact.cells.values()].map(({ header, key }) => [header, key]),
        ])
        let table = shapes.get(shape)
        if (!table) {
          table = { noun: fact.noun, sheet, fact, rows: [{ row: 0, cells: [...fact.cells.keys()] }] }
          shapes.set(shape, table)
        }
        table.rows.push({ row: facts.row.row, cells: [...fact.cells.values()].map(({ text }) => text) })
      }
    }
    for (const { noun, sheet, fact, rows } of shapes.values()) {
      add(noun, sheet, rows, new Map([...fact.cells].map(([header, { key }]) => [header, key])))
    }
    return tables
  }

  /** A table of ours as it stands, but for what the plan says of its values and names. */
  #addOwn(
    add: (...made: [Noun, Understood, readonly Row[], MadeTable['keys'], Table['flaw']?]) => void,
    sheet: Understood,
    noun: Noun,
  ) {
    const keys = new Map<string, ColumnKey>()
    for (const { header, key } of sheet.columns) {
      if (header !== '' && !keys.has(header)) keys.set(header, key)
      keys.set(`letters ${key}`, key)
    }
    const mapped = sheet.columns.filter(
      (column) => column.index !== null && (column.values || namesActors(sheet, column)),
    )
    const rows = sheet.rows.map((row) => {
      const cells = mapped.length === 0 ? row.cells : [...row.cells]
      for (const column of mapped) this.#map(sheet, column, cells as string[])
      return cells === row.cells ? row : { row: row.row, cells }
    })
    const header = sheet.header.row
    add(noun, sheet, header ? [header, ...rows] : rows, keys, sheet.sheet.flaw)
  }

  #map(sheet: Understood, column: Understood['columns'][number], cells: string[]): void {
    const at = column.index ?? 0
    const said = cells[at] ?? ''
    const value = column.values?.get(valueKey(said.slice(0, 1_000)))
    if (value && (value.by === 'chosen' || value.by === 'remembered')) cells[at] = value.means ?? said
    if (!namesActors(sheet, column)) return
    const name = plainLine(said).trim()
    const choice = this.#actors.choice(name)
    const meant = choice && this.#actors.meant(name)
    if (meant?.is === 'known' || meant?.is === 'new') cells[at] = writeCell(meant.id, 'id')
  }

  /** The waves of the years that sheets are about. */
  #addWaves(
    add: (...made: [Noun, null, readonly Row[], MadeTable['keys']]) => void,
    sheets: readonly Understood[],
  ): void {
    const basis = this.#options.wave?.basis ?? 'documents'
    const rows = new Map<string, readonly string[]>()
    for (const sheet of sheets) {
      const wave = this.#waveOf.get(sheet)
      if (!wave || this.#territory.waves.has(wave.id)) continue
      rows.set(wave.id, [writeCell(wave.id, 'id'), writeCell(wave.label, 'line'), wave.date, basis])
    }
    if (rows.size === 0) return
    const cells = [['id', 'label', 'date', 'basis'], ...rows.values()]
    add(
      'wave',
      null,
      cells.map((cells, row) => ({ row, cells })),
      new Map(),
    )
  }

  /** Whether every sheet is of the wave of its year, so that nothing is left for that of the import. */
  #isIdle(tables: readonly MadeTable[]): boolean {
    return this.#waveOf.size > 0 && !this.#lacksWave(tables)
  }

  /** What rows need and no row describes: words, spaces, actors. */
  #addMade(add: (...made: [Noun, null, readonly Row[], MadeTable['keys']]) => void, rows: readonly RowFacts[]): void {
    const put = (noun: Noun, header: readonly string[], list: readonly (readonly string[])[]) => {
      if (list.length === 0) return
      add(noun, null, [{ row: 0, cells: header }, ...list.map((cells, row) => ({ row: row + 1, cells }))], new Map())
    }
    const words = this.#wordsOf(rows)
    put(
      'vocabulary',
      ['vocabulary', 'id', 'fr', 'en'],
      words.map(({ vocabulary, id, fr, en = '' }) => [
        vocabulary,
        writeCell(id, 'id'),
        writeCell(fr, 'line'),
        writeCell(en, 'line'),
      ]),
    )
    const needed = new Set(rows.flatMap(({ actors }) => [...actors]))
    for (const id of this.#ownNeeds()) needed.add(id)
    const actors = [...needed].map((id): readonly string[] => {
      const { type, sphere, scope, inside } = this.#profileOf(id)
      return [
        writeCell(id, 'id'),
        writeCell(this.#actors.made.get(id) ?? id, 'line'),
        type,
        sphere,
        scope,
        String(inside),
      ]
    })
    put('actor', ['id', 'name', 'type', 'sphere', 'scope', 'inside'], actors)
    const spaces = new Set(rows.flatMap(({ spaces }) => [...spaces]))
    const made = [...this.#making.spaces].filter(([id]) => spaces.has(id))
    put('space', ['id', 'name', 'kind', 'start'], made.map(spaceCells))
  }

  /** Actors that tables of ours name and a person said are new. */
  #ownNeeds(): string[] {
    const chosen = (this.#plan.names ?? []).filter(({ is }) => is === null)
    const named = new Set<string>()
    if (chosen.length === 0) return []
    for (const sheet of this.#sheets) {
      if (!sheet.kind.own) continue
      for (const column of sheet.columns.filter((one) => namesActors(sheet, one))) {
        for (const { cells } of sheet.rows) named.add(folded(cells[column.index ?? 0] ?? ''))
      }
    }
    return chosen.flatMap(({ name }) => {
      const meant = named.has(folded(name)) ? this.#actors.meant(name) : null
      return meant?.is === 'new' ? [meant.id] : []
    })
  }

  #wordsOf(rows: readonly RowFacts[]): readonly NewWord[] {
    const words = new Map<string, NewWord>()
    const note = (word: NewWord) => {
      const key = keyOf('vocabulary', word)
      if (!words.has(key) && !this.#territory.vocabulary.has(key)) words.set(key, word)
    }
    for (const word of this.#plan.words ?? []) note(word)
    for (const row of rows) for (const word of row.words) note(word)
    return [...words.values()]
  }

  #profileOf(id: string): NewActor {
    const name = this.#actors.made.get(id) ?? id
    const choice = this.#actors.choice(name)
    const type = choice?.type ?? typeOfName(name) ?? 'autre'
    const sphere = choice?.sphere ?? sphereOf(type, name).sphere
    const scope = choice?.scope ?? scopeOf(type, name).scope
    const commune = communeOfName(name) ?? ''
    const inside = choice?.inside ?? insideOf(scope as Scope, commune, this.#making.places.inside).inside
    const by = choice?.type !== undefined ? 'chosen' : typeOfName(name) === null ? 'usual' : 'name'
    return { type, sphere, scope, inside, by }
  }

  /** Rows of which a part stands and another does not, or that do not stand and had words, spaces or actors made for them; by their numbers. */
  #halves(standing: Standing, excluded: ReadonlySet<Row>): Map<Understood, Set<number>> {
    const halves = new Map<Understood, Set<number>>()
    for (const [sheet, rows] of this.#rows) {
      const numbers = rows
        .filter(({ row, facts, actors, spaces, words }) => {
          if (excluded.has(row)) return false
          const stands = standing.get(sheet)?.get(row.row)?.length ?? 0
          return stands < facts.length && stands + actors.size + spaces.size + words.length > 0
        })
        .map(({ row }) => row.row)
      if (numbers.length > 0) halves.set(sheet, new Set(numbers))
    }
    return halves
  }

  #fates(
    sheet: Understood,
    standing: ReadonlyMap<number, readonly RowState[]> | undefined,
    excluded: ReadonlySet<Row>,
    told: Told,
  ): RowFate[] {
    const refusalsOf = Map.groupBy(told.of(sheet), ({ row }) => row)
    const toldOf = (row: number | null) => (refusalsOf.get(row) ?? []).map(({ row: _, ...refusal }) => refusal)
    const flaws = sheet.isRefused ? sheet.flaws.map(({ first: _, ...flaw }) => ({ column: null, ...flaw })) : []
    const general = [...toldOf(null), ...flaws]
    const factsOf = new Map(this.#rows.get(sheet)?.map((facts) => [facts.row, facts]))
    const fate = (row: Row): RowFate => {
      const facts = factsOf.get(row)
      const became = standing?.get(row.row) ?? []
      const read = facts?.read ?? null
      const isWhole = facts ? became.length >= facts.facts.length && !excluded.has(row) : became.length > 0
      if (isWhole)
        return { row, read, refusals: facts?.waiting ?? [], state: facts?.absorbed ? 'repeated' : stateOf(became) }
      const own = toldOf(row.row)
      return { row, read, refusals: own.length > 0 ? own : general, state: 'refused' }
    }
    const leftOut = (row: Row): RowFate => ({ row, read: null, refusals: [], state: 'left_out' })
    const rows = sheet.noun === null ? sheet.rows.map(leftOut) : sheet.rows.map(fate)
    return [...rows, ...sheet.leftOut.map(leftOut)].sort((a, b) => a.row.row - b.row.row)
  }

  /** Something is of no wave, or of one that is to be made: what it rests on is to be said. */
  #needsWave(tables: readonly MadeTable[]): boolean {
    const isMade = ([sheet, { id }]: readonly [Understood, YearlyWave]) =>
      sheet.rows.length > 0 && !this.#territory.waves.has(id)
    return this.#lacksWave(tables) || (areYearly(this.#plan) && [...this.#yearly].some(isMade))
  }

  #lacksWave(tables: readonly MadeTable[]): boolean {
    return (
      tables.some(({ table: { noun, rows } }) => {
        const named = rows[0]?.cells.some((header) => ['wave', 'vague', 'waveid'].includes(folded(header)))
        return (noun === 'tie' || noun === 'participation' || noun === 'roster') && !named
      }) ||
      this.#sheets.some(
        (sheet) =>
          !sheet.kind.own &&
          sheet.rows.length > 0 &&
          (sheet.noun === 'tie' || sheet.kind.value === 'projects' || namesTies(sheet)) &&
          !this.#waveOf.has(sheet),
      )
    )
  }

  /** The latest of the years that sheets are about; else that of the territory; in its first import, one of the day of the files. */
  #proposedWave(): ImportReading['wave']['proposed'] {
    const yearly = areYearly(this.#plan) ? [...(this.#options.yearly ?? this.#yearly).values()] : []
    const last = yearly.sort((a, b) => (a.date < b.date ? 1 : -1))[0]
    if (last) return { ...last, basis: this.#territory.waves.get(last.id)?.basis ?? this.#usualBasis() }
    const latest = [...this.#territory.waves.values()].sort((a, b) => (a.date < b.date ? 1 : -1))[0]
    if (latest) return { id: latest.id, label: latest.label, date: latest.date, basis: latest.basis }
    const days = this.#sheets.flatMap(({ columns }) =>
      columns.flatMap(({ content, target }) =>
        target === 'lastContact' && content ? [...content.values.values()].map(({ text }) => isoDay(text)) : [],
      ),
    )
    const date =
      days
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? this.#options.today
    if (date === undefined) return null
    return { id: date.slice(0, 4), label: date.slice(0, 4), date, basis: this.#usualBasis() }
  }

  #usualBasis(): Basis {
    return this.#sheets.some(({ kind }) => kind.value === 'answers') ? 'survey' : 'informants'
  }

  /** The names by which a person knows an actor become names of it, so that the next file needs no question. */
  #withAliases(changes: readonly Change[]): Change[] {
    const all = [...changes]
    const places = new Map(
      all.flatMap((change, place) =>
        'put' in change && change.put === 'actor' ? [[change.value.id, place] as const] : [],
      ),
    )
    for (const { id, name } of this.#actors.given) {
      const place = places.get(id)
      const change = place === undefined ? undefined : all[place]
      const actor = change && 'put' in change && change.put === 'actor' ? change.value : this.#territory.actors.get(id)
      if (!actor || isCalled(actor, name)) continue
      const put: Change = { put: 'actor', value: calledToo(actor, name) }
      if (place !== undefined) all[place] = put
      else places.set(id, all.push(put) - 1)
    }
    return all
  }

  /** The nouns whose tables in our own format were read to the last row: of others, what is missing may be what was refused. */
  #wholeTables(told: Told): ReadonlySet<Noun> {
    const own = this.#sheets.filter(({ kind }) => kind.own)
    const isPartial = (sheet: Understood) =>
      told.of(sheet).length > 0 || sheet.flaws.length > 0 || sheet.leftOut.length > 0
    const partial = new Set(own.filter(isPartial).map(({ noun }) => noun))
    return new Set(own.flatMap(({ noun }) => (noun === null || partial.has(noun) ? [] : [noun])))
  }

  /** That two actors are two is not asked again. */
  #withApart(changes: readonly Change[]): readonly Change[] {
    const put = new Set(
      changes.flatMap((change) => ('put' in change && change.put === 'actor' ? [change.value.id] : [])),
    )
    const isThere = (id: string) => put.has(id) || this.#territory.actors.has(id)
    const settings = this.#actors.apart
      .filter(([one, other]) => isThere(one) && isThere(other))
      .map(([one, other]) => apart(one, other))
    const isNew = ({ key }: Setting, place: number) =>
      !this.#territory.settings.has(key) && settings.findIndex((one) => one.key === key) === place
    return [...changes, ...settings.filter(isNew).map((value): Change => ({ put: 'setting', value }))]
  }

  #withMemory(changes: readonly Change[]): readonly Change[] {
    const all = [...changes]
    for (const { plan, shape, columns } of this.#sheets) {
      if (!plan) continue
      const setting = learnt(
        this.#territory,
        shape,
        plan,
        (key) => columns.find((column) => column.key === key)?.header,
      )
      const isPut = (change: Change) => 'put' in change && change.put === 'setting' && change.value.key === shape
      if (!setting || all.some(isPut)) continue
      all.push({ put: 'setting', value: setting })
    }
    return all
  }
}

/** Whether organisations name those they have to do with. */
function namesTies({ kind, columns }: Understood): boolean {
  return kind.value === 'answers' && columns.some(({ holds }) => holds === 'tie' || holds === 'actor')
}

function wavesAmong(
  sheets: readonly Understood[],
  yearly: ReadonlyMap<string, YearlyWave>,
): ReadonlyMap<Understood, YearlyWave> {
  return new Map(
    sheets.flatMap((sheet) => {
      const wave = yearly.get(placeKey(sheet.sheet))
      return wave ? [[sheet, wave] as const] : []
    }),
  )
}

/** Folded names and ids of the actors that a sheet describes. */
function namesDescribed({ noun, columns, rows }: Understood): string[] {
  if (noun !== 'actor') return []
  const naming = columns.filter(({ holds, target }) => holds === 'field' && (target === 'name' || target === 'id'))
  return rows
    .flatMap(({ cells }) => naming.map(({ index }) => folded(cells[index ?? -1] ?? '')))
    .filter((name) => name !== '')
}

/** Lets rows of other sheets call by name the projects that these describe. */
function announceSpaces({ columns, rows }: Understood, names: NameIndex): void {
  const text = (row: Row, target: string) => {
    const index = columns.find((column) => column.holds === 'field' && column.target === target)?.index ?? null
    return index === null ? '' : plainLine(row.cells[index] ?? '').trim()
  }
  const announced = rows.map((row) => ({ id: text(row, 'id') || undefined, name: text(row, 'name'), aliases: [] }))
  names.announce(
    'space',
    announced.filter(({ name }) => name !== ''),
  )
}

function spaceCells([id, { name, kind, start }]: readonly [string, NewSpace]): readonly string[] {
  return [writeCell(id, 'id'), writeCell(name, 'line'), kind, start ?? '']
}

function isoDay(text: string): string | null {
  if (!isDay(text)) return null
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? null
}

/** By another name too; by that one first where its own is a former one. */
function calledToo(actor: Actor, name: string): Actor {
  const isRenamed = isFormerName(actor.name, name)
  const [now, other] = isRenamed ? [name, actor.name] : [actor.name, name]
  return { ...actor, name: now, aliases: [...(actor.aliases ?? []), other] }
}

function isCalled({ name, aliases = [] }: Actor, called: string): boolean {
  return [name, ...aliases].some((one) => folded(one) === folded(called))
}
