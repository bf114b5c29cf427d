import { isDeepStrictEqual } from 'node:util'
import type { Change, Put } from '../domain/change.ts'
import { folded } from '../domain/folding.ts'
import { notesOfSettings } from '../domain/note.ts'
import {
  calledBy,
  collectionOf,
  identityFields,
  isCalled,
  keyOf,
  type Note,
  type Noun,
  type Nouns,
  nouns,
  type Space,
  type Territory,
  type Wave,
} from '../domain/territory.ts'
import { faultsOf } from '../domain/validation.ts'
import { type CellValue, isBlank, readCell } from './cells.ts'
import { columnOf, columnsOf, fileOf, nounOfFile } from './columns.ts'
import { type Header, readHeader, repeatedName } from './header.ts'
import { type Announced, NameIndex } from './names.ts'
import { type FilePreview, fileLimits, type Preview, type ReadRefusal, type RowOutcome } from './preview.ts'
import { mergedFact, type RowRefusal, readRow, type Statement, shown } from './row.ts'
import { isEmptyRow, type Row, type Table } from './tables.ts'

export interface ReadOptions {
  /** The wave of every tie, participation and roster entry that names none. Made unless it is known, with documents as its basis when it has none. */
  readonly wave?: Pick<Wave, 'id' | 'label' | 'date'> & Partial<Pick<Wave, 'basis'>>
  /** Values of the fields that a row leaves empty or its file has no column for. What the territory knows goes first. */
  readonly defaults?: { readonly [N in Noun]?: Partial<Nouns[N]> }
  /** What earlier parts of a long table state already. */
  readonly earlier?: EarlierFacts
}

/** Facts of which no more is kept than tells whether another is one of them. */
export interface EarlierFacts {
  /** Null: they do not state it. Else whether they say the same of it. */
  says<N extends Noun>(noun: N, key: string, value: Nouns[N]): 'same' | 'other' | null
}

/**
 * What importing the tables into a territory would do.
 *
 * A row about what the territory holds already changes the fields its file has columns for, and no other; an empty
 * cell takes the value away. Rows that cannot stand are refused with their place, and so are those that need them;
 * all the others make the changes, which hold together.
 */
export function readTables(tables: readonly Table[], territory: Territory, options: ReadOptions = {}): Preview {
  const reading = new Reading(territory, options)
  const places = tables.map((table) => ({ table, noun: table.noun ?? nounOfFile(table.file) }))
  for (const { table, noun } of places) {
    if (noun === null)
      reading.refuseTable(table, null, {
        code: 'unknown_file',
        got: table.file,
        expected: { files: nouns },
      })
  }
  for (const noun of nouns) {
    // After the waves of the files, before the first fact that may lack one.
    if (noun === 'tie') reading.openWave()
    const named = places.filter((place) => place.noun === noun).map((place) => place.table)
    for (const table of named) {
      // Which of several is meant nobody can tell, least of all by the order they come in.
      if (named.length === 1 || table.noun !== undefined) reading.read(noun, table)
      else reading.refuseTable(table, noun, { code: 'repeated_file', got: table.file, expected: null })
    }
  }
  return reading.preview(tables)
}

/** Why a file is left out as a whole. */
type WholeRefusal = Pick<ReadRefusal, 'code' | 'got' | 'expected'>

/** A file whose header is understood. */
interface Page<N extends Noun> {
  readonly noun: N
  readonly file: string
  readonly header: Header
  readonly rows: readonly Row[]
}

/** A fact that a row states whole, before the territory has judged it. */
interface Candidate<N extends Noun> {
  readonly row: number
  /** As the file has them. */
  readonly cells: readonly string[]
  readonly key: string
  readonly value: Nouns[N]
}

/** One import: the territory as it grows, and what was said of the files on the way. */
class Reading {
  readonly #options: ReadOptions
  readonly #names: NameIndex
  readonly #files: FilePreview[] = []
  readonly #refusals: ReadRefusal[] = []
  readonly #changes: Change[] = []
  readonly #outcomes = new Map<string, RowOutcome[]>()
  /** What this import states already, by noun and key: its place among the changes, or null when it changes nothing. */
  readonly #stated = new Map<string, number | null>()
  readonly #before: Territory
  #territory: Territory

  constructor(territory: Territory, options: ReadOptions) {
    this.#before = territory
    this.#territory = territory
    this.#options = options
    this.#names = new NameIndex(territory)
  }

  preview(tables: readonly Table[]): Preview {
    const placeOf = new Map(tables.map((table, index) => [table.file, index]))
    const place = ({ file }: { file: string }) => placeOf.get(file) ?? 0
    return {
      files: this.#files.sort((a, b) => place(a) - place(b)),
      refusals: this.#refusals.sort((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0)),
      changes: this.#notesOfToday(),
      outcomes: this.#outcomes,
      stated: new Set(this.#stated.keys()),
    }
  }

  /** Earlier programs exported notes among the settings. */
  #notesOfToday(): readonly Change[] {
    const changes = notesOfSettings(this.#before, this.#changes)
    if (changes === this.#changes) return changes
    const isKnown = (note: Note) => isDeepStrictEqual(this.#before.notes.get(note.finding), note)
    return changes.filter((change) => !('put' in change && change.put === 'note' && isKnown(change.value)))
  }

  openWave(): void {
    const { wave } = this.#options
    if (!wave || this.#territory.waves.has(wave.id)) return
    const value: Wave = { id: wave.id, label: wave.label, date: wave.date, basis: wave.basis ?? 'documents' }
    const faults = faultsOf(this.#territory, 'wave', value)
    for (const { code, field = null, got = '', expected = null } of faults) {
      this.#refuse(fileOf('wave'), { row: null, column: field, code, got: shown(got), expected })
    }
    if (faults.length > 0) return
    this.#names.add('wave', wave.id, [wave.label])
    this.#accept('wave', '', [{ row: 0, cells: [], key: wave.id, value }])
  }

  refuseTable(table: Table, noun: Noun | null, refusal: WholeRefusal): void {
    this.#refuse(table.file, { row: null, column: null, ...refusal, got: shown(refusal.got) })
    const rows = Math.max(0, table.rows.filter((row) => !isEmptyRow(row)).length - 1)
    this.#count({ file: table.file, noun, rows, refused: rows })
  }

  read<N extends Noun>(noun: N, table: Table): void {
    const { file, flaw } = table
    const [first, ...rows] = table.rows.filter((row) => !isEmptyRow(row))
    if (flaw) this.#refuse(file, { column: null, ...flaw })
    const refusal = first ? tooLarge(first, rows) : flaw ? null : noHeader(noun)
    if (refusal) this.refuseTable(table, noun, refusal)
    else if (first) this.#readPage({ noun, file, header: readHeader(noun, first), rows })
    else this.#count({ file, noun })
  }

  #readPage<N extends Noun>(page: Page<N>): void {
    const { noun, file, header, rows } = page
    const twice = repeatedName(header, noun)
    if (twice !== null) {
      const got = shown(twice.name)
      const expected = { oneColumnOf: twice.columns }
      this.#refuse(file, { row: header.row, column: got, code: 'repeated_column', got, expected })
      this.#count({ file, noun, rows: rows.length, refused: rows.length })
      return
    }
    this.#announce(page)
    const { distinct, repeated } = this.#distinct(page, this.#candidates(page))
    const standing = this.#standing(page, distinct)
    this.#count({
      file,
      noun,
      rows: rows.length,
      ...this.#accept(noun, file, standing),
      repeated,
      refused: rows.length - repeated - standing.length,
      ignoredColumns: header.columns.filter((column) => column.holds === 'ignored').map((column) => column.name),
    })
  }

  /** Lets rows of this file and of the next ones call by name what a row of this one brings. */
  #announce({ noun, header, rows }: Page<Noun>): void {
    if (!isCalled(noun)) return
    const indexOf = (field: string) =>
      header.columns.findIndex((column) => column.holds === 'field' && column.target === field)
    const [idAt, nameAt, aliasesAt] = ['id', calledBy[noun], 'aliases'].map(indexOf) as [number, number, number]
    const said = (row: Row, index: number, field: string) => {
      const cell = row.cells[index] ?? ''
      const reading = isBlank(cell) ? null : readCell(cell, columnOf(noun, field).kind, this.#names)
      return reading?.ok ? reading.value : undefined
    }
    const announced = rows.flatMap((row): Announced[] => {
      const name = said(row, nameAt, calledBy[noun])
      if (typeof name !== 'string') return []
      const id = said(row, idAt, 'id')
      const aliases = noun === 'actor' ? said(row, aliasesAt, 'aliases') : undefined
      return [
        {
          id: typeof id === 'string' ? id : undefined,
          name,
          aliases: Array.isArray(aliases) ? aliases : [],
        },
      ]
    })
    this.#names.announce(noun, announced)
  }

  #candidates<N extends Noun>(page: Page<N>): Candidate<N>[] {
    const candidates: Candidate<N>[] = []
    const absent = new Set<string>()
    for (const row of page.rows) {
      const { statement, refusals } = readRow(page.noun, page.header, row, this.#names)
      for (const refusal of refusals) this.#refuse(page.file, refusal)
      if (!statement || !this.#named(page, statement)) continue
      const candidate = this.#whole(page.noun, statement)
      if ('key' in candidate) candidates.push({ ...candidate, cells: row.cells })
      else for (const field of candidate.missing) this.#refuseMissing(page, statement.row, field, absent)
    }
    return candidates
  }

  /** Gives its id to what goes by its name alone. False: several bear that name. */
  #named({ noun, file, header }: Page<Noun>, { row, fields }: Statement): boolean {
    if (!isCalled(noun)) return true
    const name = fields.get(calledBy[noun])
    const given = fields.get('id')
    if (typeof given === 'string') {
      fields.set('id', this.#names.idMeant(noun, given))
      return true
    }
    if (typeof name !== 'string') return true
    const id = this.#names.idOf(noun, name)
    if (id !== null) {
      fields.set('id', id)
      return true
    }
    const column = header.nameOf.get(calledBy[noun]) ?? null
    this.#refuse(file, { row, column, code: 'ambiguous_name', got: shown(name), expected: 'id' })
    return false
  }

  #whole<N extends Noun>(
    noun: N,
    statement: Statement,
  ): Omit<Candidate<N>, 'cells'> | { readonly missing: readonly string[] } {
    for (const field of identityFields[noun] as readonly string[]) {
      if (statement.fields.get(field) === undefined) statement.fields.set(field, this.#default(noun, field))
    }
    // A missing part of the identity makes a key that names nothing, and is told below.
    const key = keyOf(noun, Object.fromEntries(statement.fields) as unknown as Nouns[N])
    const known = this.#territory[collectionOf[noun]].get(key) as Nouns[N] | undefined
    const value = mergedFact(known, statement)
    for (const [field, column] of columnsOf(noun)) {
      if (value[field] !== undefined || (known && !column.needed)) continue
      const fallback = this.#default(noun, field)
      if (fallback !== undefined) value[field] = fallback
    }
    const missing = columnsOf(noun).filter(([field, column]) => column.needed && value[field] === undefined)
    if (missing.length > 0) return { missing: missing.map(([field]) => field) }
    return { row: statement.row, key, value: value as unknown as Nouns[N] }
  }

  #default(noun: Noun, field: string): CellValue | null | undefined {
    const given = (this.#options.defaults?.[noun] as Readonly<Record<string, CellValue>> | undefined)?.[field]
    return given ?? (field === 'wave' ? this.#options.wave?.id : undefined) ?? columnOf(noun, field).empty
  }

  /** A column that is not there is missed once, not once a row. */
  #refuseMissing({ noun, file, header }: Page<Noun>, row: number, field: string, absent: Set<string>): void {
    const column = header.nameOf.get(field)
    if (column === undefined && absent.has(field)) return
    const code = field === 'wave' ? 'missing_wave' : column === undefined ? 'missing_column' : 'missing_value'
    const place = column === undefined ? { row: header.row, column: field } : { row, column }
    this.#refuse(file, { ...place, code, got: '', expected: columnOf(noun, field).holds })
    absent.add(field)
  }

  #distinct<N extends Noun>({ noun, file, header }: Page<N>, candidates: readonly Candidate<N>[]) {
    const first = new Map<string, Candidate<N>>()
    let repeated = 0
    const repeat = (row: number) => {
      repeated++
      this.#tell(file, row, 'repeated')
    }
    for (const candidate of candidates) {
      const { row, key, value } = candidate
      const said = this.#options.earlier?.says(noun, key, value) ?? null
      if (said === 'same') {
        repeat(row)
        continue
      }
      const earlier = first.get(key)
      const isStated = this.#stated.has(`${noun} ${key}`)
      const known = isStated ? (this.#territory[collectionOf[noun]].get(key) as Nouns[N] | undefined) : undefined
      if (earlier && isDeepStrictEqual(earlier.value, value)) repeat(row)
      else if (!earlier && known && isDeepStrictEqual(known, value)) repeat(row)
      else if (said === 'other' || earlier || (known && !completes(known, value))) {
        const expected = earlier ? { row: earlier.row } : null
        const before = earlier?.value ?? known
        const column = before === undefined ? null : contradictedColumn(header, before, value)
        const got = column === null ? key : (cellUnder(header, candidate.cells, column) ?? key)
        this.#refuse(file, { row, column, code: 'contradicting_row', got: shown(got), expected })
      } else first.set(key, candidate)
    }
    // In the order of keys: the order of rows says nothing.
    return { distinct: [...first.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), repeated }
  }

  /** Those the territory can hold, each judged beside all the others. */
  #standing<N extends Noun>(page: Page<N>, candidates: readonly Candidate<N>[]): readonly Candidate<N>[] {
    const { noun, file, header } = page
    let standing = candidates
    for (;;) {
      const together = this.#with(noun, standing)
      const refused = new Set<string>()
      for (const { row, cells, key, value } of standing) {
        for (const { code, field, got = '', expected = null } of faultsOf(together, noun, value)) {
          const column = field === undefined ? null : (header.nameOf.get(field) ?? field)
          this.#refuse(file, { row, column, code, got: shown(writtenAt(header, cells, field) ?? got), expected })
          refused.add(key)
        }
      }
      if (refused.size === 0) return standing
      standing = standing.filter(({ key }) => !refused.has(key))
      if (noun === 'space') standing = this.#withParents(page, standing, refused)
    }
  }

  /** Leaves out at once the whole descent of refused spaces, however deep. */
  #withParents<N extends Noun>(
    { file, header }: Page<N>,
    candidates: readonly Candidate<N>[],
    refused: Set<string>,
  ): readonly Candidate<N>[] {
    const children = Map.groupBy(candidates, ({ value }) => (value as Space).parent ?? '')
    const column = header.nameOf.get('parent') ?? 'parent'
    // A Set goes on through what is added while it is read.
    for (const parent of refused) {
      if (this.#territory.spaces.has(parent)) continue
      for (const { row, cells, key } of children.get(parent) ?? []) {
        const got = shown(writtenAt(header, cells, 'parent') ?? parent)
        this.#refuse(file, { row, column, code: 'unknown_space', got, expected: { fact: 'space' } })
        refused.add(key)
      }
    }
    return candidates.filter(({ key }) => !refused.has(key))
  }

  #accept<N extends Noun>(noun: N, file: string, candidates: readonly Candidate<N>[]) {
    const known = this.#territory[collectionOf[noun]]
    const counts = { created: 0, changed: 0, matched: 0 }
    for (const { row, key, value } of candidates) {
      const before = known.get(key)
      const became = before === undefined ? 'created' : isDeepStrictEqual(before, value) ? 'matched' : 'changed'
      counts[became]++
      this.#tell(file, row, became)
      const change = became === 'matched' ? null : this.#put({ put: noun, value } as Put<N> as Change, `${noun} ${key}`)
      this.#stated.set(`${noun} ${key}`, change)
    }
    this.#territory = this.#with(noun, candidates)
    this.#names.update(this.#territory)
    return counts
  }

  /** In the place of what an earlier file put of the same fact. */
  #put(change: Change, fact: string): number {
    const place = this.#stated.get(fact) ?? this.#changes.length
    this.#changes[place] = change
    return place
  }

  #tell(file: string, row: number, became: RowOutcome['became']): void {
    const outcomes = this.#outcomes.get(file)
    if (outcomes) outcomes.push({ row, became })
    else this.#outcomes.set(file, [{ row, became }])
  }

  #with<N extends Noun>(noun: N, candidates: readonly Candidate<N>[]): Territory {
    const collection = collectionOf[noun]
    const facts = new Map<string, unknown>(this.#territory[collection])
    for (const { key, value } of candidates) facts.set(key, value)
    return { ...this.#territory, [collection]: facts }
  }

  #refuse(file: string, refusal: RowRefusal): void {
    this.#refusals.push({ file, ...refusal })
  }

  #count(counts: Partial<FilePreview> & Pick<FilePreview, 'file' | 'noun'>): void {
    const none = { rows: 0, created: 0, changed: 0, matched: 0, repeated: 0, refused: 0, ignoredColumns: [] }
    this.#files.push({ ...none, ...counts })
  }
}

function tooLarge(header: Row, rows: readonly Row[]): WholeRefusal | null {
  const columns = header.cells.length
  if (rows.length > fileLimits.rows) {
    return { code: 'too_many_rows', got: String(rows.length), expected: { atMost: fileLimits.rows } }
  }
  if (columns <= fileLimits.columns) return null
  return { code: 'too_many_columns', got: String(columns), expected: { atMost: fileLimits.columns } }
}

function noHeader(noun: Noun): WholeRefusal {
  return { code: 'missing_header', got: '', expected: { fields: columnsOf(noun).map(([field]) => field) } }
}

/** The cell that a field, or `attributes.NAME`, was read from; undefined when it came from elsewhere. */
function writtenAt(header: Header, cells: readonly string[], field: string | undefined): string | undefined {
  const name = field === undefined ? undefined : header.nameOf.get(field)
  return name === undefined ? undefined : cellUnder(header, cells, name)
}

function cellUnder(header: Header, cells: readonly string[], name: string): string | undefined {
  const cell = cells[header.columns.findIndex((column) => column.name === name)] ?? ''
  return isBlank(cell) ? undefined : cell
}

/** The first column that says of a fact something else than what was said before, by more than case and accents where there is one; null: it is in none. */
function contradictedColumn(header: Header, before: object, fact: object): string | null {
  const said = (of: object, { holds, target }: Header['columns'][number]) => {
    const texts = new Map<string, unknown>(Object.entries(of))
    if (holds === 'field') return texts.get(target)
    return new Map(Object.entries(texts.get('attributes') ?? {})).get(target)
  }
  const differing = header.columns.filter(
    (column) =>
      (column.holds === 'field' || column.holds === 'attribute') &&
      !isDeepStrictEqual(said(before, column), said(fact, column)),
  )
  const plainly = differing.find((column) => {
    const [one, other] = [said(before, column), said(fact, column)]
    return typeof one !== 'string' || typeof other !== 'string' || folded(one) !== folded(other)
  })
  return (plainly ?? differing[0])?.name ?? null
}

/** Whether the fact says all that was known of it, and more. */
function completes(known: object, fact: object): boolean {
  const said = new Map(Object.entries(fact))
  return Object.entries(known).every(([field, value]) =>
    field === 'attributes'
      ? completes(value, (said.get(field) as object | undefined) ?? {})
      : isDeepStrictEqual(said.get(field), value),
  )
}
