import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine, plainName } from '../../domain/plain-text.ts'
import type { Noun, Nouns, Territory } from '../../domain/territory.ts'
import { typeOfName } from '../../domain/type-of-name.ts'
import type { Scope } from '../../domain/vocabulary.ts'
import { type CellValue, isBlank, writeAttributeHeader, writeCell } from '../cells.ts'
import { columnOf, columnsOf, fieldOfHeader } from '../columns.ts'
import { communeName } from '../communes/communes.ts'
import type { NameIndex } from '../names.ts'
import { writtenNumber } from '../numbers.ts'
import type { ColumnKey, Evidence, Guess, NewWord, Plan } from '../plan.ts'
import type { CellPreview, CellRefusal } from '../sheet-preview.ts'
import type { Row } from '../tables.ts'
import { communeOfName, insideOf, scopeOf, sphereOf } from './actor-profile.ts'
import type { ActorsMeant } from './actors-meant.ts'
import { tieKindAsked } from './column-meaning.ts'
import { isPresenceHeader, isSessionHeader, isSubmissionHeader } from './column-names.ts'
import { dayMeant } from './days.ts'
import { isDay, said } from './header-row.ts'
import { isTied, type Matrix, matrixOf, ofMatrix } from './matrix.ts'
import { namesActors } from './mentions.ts'
import { type Places, postcodeOf } from './places.ts'
import { namesIn } from './several-names.ts'
import { addedPlace, type Understood, type UnderstoodColumn } from './understanding.ts'
import { optionMeaning, valueKey } from './value-meaning.ts'

/** A cell of a table in our own format, and the column that it came from; null: from none. */
export interface FactCell {
  /** As our tables name it: a field, or an attribute. */
  readonly header: string
  readonly text: string
  readonly key: ColumnKey | null
}

export interface Fact {
  readonly noun: Noun
  /** By header. Those of an actor are filled by later rows about it. */
  readonly cells: ReadonlyMap<string, FactCell>
}

/** What a row says. It stands whole or not at all. */
export interface RowFacts {
  readonly row: Row
  readonly facts: readonly Fact[]
  readonly refusals: readonly CellRefusal[]
  /** What keeps single cells of a matrix out; the others stand. */
  readonly waiting: readonly CellRefusal[]
  /** Another row says the same actor, and this one nothing more. */
  readonly absorbed: boolean
  /** What the cells of worded, added and naming columns are read as, by the key of the column. */
  readonly read: ReadonlyMap<ColumnKey, Pick<CellPreview, 'read' | 'proposed' | 'text'>>
  /** What cells of added columns are proposed from, and what that gives. */
  readonly proposals: readonly Proposal[]
  /** New actors, spaces and words that it needs, by id. */
  readonly actors: ReadonlySet<string>
  readonly spaces: ReadonlySet<string>
  readonly words: readonly NewWord[]
}

export interface Proposal extends Guess {
  readonly key: ColumnKey
  /** A type or a commune as the sheet has it, or what is usual. */
  readonly source: string
  readonly means: string
}

/** Spaces that rows name and no row describes, by id. */
export interface NewSpace {
  readonly name: string
  readonly kind: string
  readonly start: string | null
}

export interface FactMaking {
  readonly territory: Territory
  readonly names: NameIndex
  readonly actors: ActorsMeant
  readonly plan: Plan
  readonly places: Places
  /** Whether answers to a survey go on a roster. */
  readonly isSurvey: (sheet: Understood) => boolean
  /** The wave of the year that a sheet is about; null: it names none. */
  readonly waveOf: (sheet: Understood) => string | null
  readonly spaces: Map<string, NewSpace>
  /** Actors that rows describe already, by id. */
  readonly described: Map<string, DescribedActor>
}

interface DescribedActor {
  /** Its row goes by a name that a person, or an identifier, gave to the actor: a row of its own says more. */
  isGiven: boolean
  readonly cells: Map<string, FactCell>
  readonly proposed: ReadonlySet<string>
}

export function factsOfSheet(sheet: Understood, making: FactMaking): RowFacts[] {
  const make = makers[sheet.kind.value]
  const matrix = sheet.kind.value === 'matrix' ? matrixOf(sheet) : null
  return sheet.rows.map((row) => {
    const reading = new RowReading(sheet, row, making)
    if (matrix) reading.matrix(matrix)
    else make?.(reading)
    return reading.facts()
  })
}

/** Actor, tie… : how a row of each kind is read. */
const makers: { readonly [K in Understood['kind']['value']]?: (reading: RowReading) => void } = {
  actor: (reading) => reading.actor(),
  tie: (reading) => reading.ties(),
  projects: (reading) => reading.project(),
  space: (reading) => reading.project(),
  participation: (reading) => reading.participation(),
  roster: (reading) => reading.plain('roster'),
  attendance: (reading) => reading.attendance(),
  answers: (reading) => reading.answers(),
  wave: (reading) => reading.plain('wave'),
  setting: (reading) => reading.plain('setting'),
  vocabulary: (reading) => reading.plain('vocabulary'),
  note: (reading) => reading.plain('note'),
}

type ProposedValue = [source: string, value: CellValue, by: Evidence]

class RowReading {
  readonly #sheet: Understood
  readonly #row: Row
  readonly #making: FactMaking
  readonly #facts: Fact[] = []
  readonly #refusals: CellRefusal[] = []
  #waiting: readonly CellRefusal[] = []
  readonly #read = new Map<ColumnKey, Pick<CellPreview, 'read' | 'proposed' | 'text'>>()
  readonly #actors = new Set<string>()
  readonly #spaces = new Set<string>()
  readonly #words: NewWord[] = []
  readonly #proposals: Proposal[] = []
  #absorbed = false

  constructor(sheet: Understood, row: Row, making: FactMaking) {
    this.#sheet = sheet
    this.#row = row
    this.#making = making
  }

  facts(): RowFacts {
    return {
      row: this.#row,
      facts: this.#facts,
      refusals: this.#facts.length === 0 ? [...this.#refusals, ...this.#waiting] : this.#refusals,
      waiting: this.#waiting,
      absorbed: this.#absorbed && this.#facts.length === 0,
      read: this.#read,
      proposals: this.#proposals,
      actors: this.#actors,
      spaces: this.#spaces,
      words: this.#words,
    }
  }

  /** Cells that say one fact of the noun as they stand. */
  plain(noun: Noun): void {
    this.#state(noun, this.#cells(noun))
  }

  actor(): string | null {
    const { territory, actors, described } = this.#making
    const name = this.#text('name')
    const id = actors.idOfRow(this.#row)
    if (name === '' && id === null) {
      this.#refuse('name', 'missing_value', '', 'name')
      return null
    }
    if (id === null) {
      this.#refuse('name', 'ambiguous_name', name, 'id')
      return null
    }
    const known = territory.actors.get(id)
    const cells = new Map(this.#cells('actor', known).map((cell) => [cell.header, cell]))
    cells.set('id', { header: 'id', text: writeCell(id, 'id'), key: this.#keyOf('id') ?? this.#keyOf('name') })
    const hasOwnId = this.#text('id') !== ''
    if (known && !hasOwnId)
      cells.set('name', { header: 'name', text: writeCell(known.name, 'line'), key: this.#keyOf('name') })
    if (known && !hasOwnId && folded(known.name) !== folded(name)) this.#reading('name', known.name)
    if (known) this.#place(cells)
    const proposed = known ? new Set<string>() : this.#profile(cells, name)
    const before = described.get(id)
    const isGiven = actors.isGiven(name) || (known !== undefined && !hasOwnId && folded(known.name) !== folded(name))
    // One id and two names: nobody can tell whether the id or a name is wrong.
    const isOther = hasOwnId && !isGiven && before?.isGiven === false && !isCalledSo(before.cells, name)
    if (before && !isOther && completes(before, cells, proposed, isGiven)) {
      this.#absorbed = true
      return id
    }
    if (!before) described.set(id, { isGiven, cells, proposed })
    this.#facts.push({ noun: 'actor', cells })
    return id
  }

  ties(): void {
    const from = this.#named('from')
    const to = this.#column('to')
    const others = to?.separators ? this.#severalNamed(to) : [this.#named('to')]
    const cells = this.#cells('tie').filter(({ header }) => header !== 'from' && header !== 'to')
    for (const other of others) this.#state('tie', [...(from ? [from] : []), ...(other ? [other] : []), ...cells])
  }

  matrix({ symmetric, graded, rankOf }: Matrix): void {
    const from = this.#named('from')
    const more = this.#cells('tie').filter(({ header }) => !ofMatrix.has(header))
    // In a survey a line is what one respondent ticked; of a table that says everything twice nobody knows who said it.
    if (from && this.#making.isSurvey(this.#sheet) && !symmetric) more.push({ ...from, header: 'reporter' })
    const own = folded(this.#text('from'))
    const rank = rankOf.get(own) ?? -1
    const before = this.#refusals.length
    for (const column of this.#sheet.columns) {
      const text = plainLine(this.#row.cells[column.index ?? -1] ?? '').trim()
      if (column.holds !== 'actor' || !isTied(text) || folded(column.target) === own) continue
      // Of a table that says everything twice, the half above the diagonal.
      if (symmetric && (rankOf.get(folded(column.target)) ?? -1) < rank) continue
      const to = this.#actorCell('to', column.target, column.key)
      if (!from || !to) continue
      const strength = graded ? [{ header: 'strength', text, key: column.key }] : []
      const directed = { header: 'directed', text: symmetric ? 'false' : 'true', key: null }
      this.#state('tie', [from, to, ...more, directed, ...strength])
    }
    this.#waiting = this.#refusals.splice(before)
  }

  project(): void {
    const { territory, names } = this.#making
    const name = this.#text('name')
    const given = this.#text('id')
    if (name === '' && given === '') {
      this.#refuse('name', 'missing_value', '', 'name')
      return
    }
    const id = given === '' ? names.idOf('space', name) : names.idMeant('space', given)
    if (id === null) {
      this.#refuse('name', 'ambiguous_name', name, 'id')
      return
    }
    names.add('space', id, [name])
    const known = territory.spaces.get(id)
    const cells = new Map(this.#cells('space', known).map((cell) => [cell.header, cell]))
    cells.set('id', { header: 'id', text: writeCell(id, 'id'), key: this.#keyOf('id') ?? this.#keyOf('name') })
    const axis = this.#text('parent') || this.#sheet.sectionAxisOf(this.#row)
    if (axis !== '') {
      // The axis of a programme is in no row of its own.
      const parent = this.#space(axis, 'programme_axis', null)
      if (parent !== null)
        cells.set('parent', { header: 'parent', text: writeCell(parent, 'id'), key: this.#keyOf('parent') })
    }
    this.#facts.push({ noun: 'space', cells })
    for (const { holds, target, key, index } of this.#sheet.columns) {
      const mark = holds === 'actor' ? this.#cellAt(index).trim() : ''
      const actor = isTied(mark) ? this.#actorCell('actor', target, key) : null
      if (actor) this.#takesPart(actor, id, partMarked(mark), key)
    }
    for (const column of this.#sheet.columns) {
      if (column.holds !== 'role') continue
      for (const actor of this.#severalNamed(column)) {
        if (actor) this.#takesPart(actor, id, column.target, column.key)
      }
    }
  }

  participation(): void {
    const actor = this.#named('actor')
    const space = this.#text('space')
    const id = space === '' ? null : this.#space(space, 'project', null)
    const cells = this.#cells('participation').filter(({ header }) => header !== 'actor' && header !== 'space')
    const place = id === null ? [] : [{ header: 'space', text: writeCell(id, 'id'), key: this.#keyOf('space') }]
    this.#state('participation', [...(actor ? [actor] : []), ...place, ...cells])
  }

  attendance(): void {
    const id = this.actor()
    if (id === null) return
    const actor = { header: 'actor', text: writeCell(id, 'id'), key: this.#keyOf('name') }
    const title = titleOf(this.#sheet)
    const sessions = this.#sheet.columns.filter(({ holds }) => holds === 'space')
    for (const { index, target, key, header } of sessions) {
      const text = plainLine(this.#row.cells[index ?? -1] ?? '').trim()
      if (!isTied(text) || /^(absent|excus|a$|n$)/i.test(text)) continue
      const name = target === '' ? title : isDay(target) ? `${title} – ${target}` : target
      const kind =
        isPresenceHeader(foldedWords(header)) || isSessionHeader(header, foldedWords(header)) ? 'seminar' : 'project'
      const space = this.#space(name, kind, dayIn(target || title))
      if (space !== null) this.#takesPart(actor, space, 'participant', key)
    }
    const whole = this.#sheet.columns.find(({ holds, target }) => holds === 'field' && target === 'space')
    if (!whole || sessions.length > 0) return
    const name = this.#addedText('space') ?? title
    this.#propose('space', name)
    const space = this.#space(name, 'seminar', dayIn(name))
    if (space !== null) this.#takesPart(actor, space, 'participant', 'space')
  }

  answers(): void {
    const id = this.actor()
    if (id === null) return
    const from = { header: 'from', text: writeCell(id, 'id'), key: this.#keyOf('name') }
    const reporter = { header: 'reporter', text: from.text, key: from.key }
    const seen = new Set<string>()
    for (const column of this.#sheet.columns) {
      if (column.holds !== 'tie') continue
      for (const other of this.#severalNamed(column)) {
        // « Partenaire 1 » and « Partenaire 2 » may name the same; nobody has ties with itself.
        if (!other || other.text === from.text || seen.has(`${column.target} ${other.text}`)) continue
        seen.add(`${column.target} ${other.text}`)
        const to = { ...other, header: 'to' }
        const kind = { header: 'kind', text: column.target, key: column.key }
        const directed = { header: 'directed', text: String(!mutual.has(column.target)), key: null }
        // « Qui vous a financé ? » asks who gives.
        const ends = asksWhoGives.test(column.content?.words ?? '')
          ? [
              { ...to, header: 'from' },
              { ...from, header: 'to' },
            ]
          : [from, to]
        this.#state('tie', [...ends, kind, reporter, directed])
      }
    }
    this.#choices(from, reporter, seen)
    if (!this.#making.isSurvey(this.#sheet)) return
    const status = { header: 'status', text: this.#isSubmitted() ? 'answered' : 'asked', key: null }
    this.#state('roster', [{ ...from, header: 'actor' }, status])
  }

  /** Of questions with a column for each they ask about: who was ticked, how strongly or how often. */
  #choices(from: FactCell, reporter: FactCell, seen: Set<string>): void {
    for (const { holds, target, key, index, content } of this.#sheet.columns) {
      const text = plainLine(this.#row.cells[index ?? -1] ?? '').trim()
      if (holds !== 'actor' || !isTied(text)) continue
      const to = this.#actorCell('to', target, key)
      const kind = tieKindAsked(content?.words ?? '') ?? 'cooperation'
      if (!to || to.text === from.text || seen.has(`${kind} ${to.text}`)) continue
      seen.add(`${kind} ${to.text}`)
      const regularity = optionMeaning(text, 'regularity').means
      const more = [
        { header: 'kind', text: kind, key },
        { header: 'directed', text: String(!mutual.has(kind)), key: null },
        ...(regularity === null ? [] : [{ header: 'regularity', text: regularity, key }]),
      ]
      this.#state('tie', [from, to, reporter, ...more])
    }
  }

  #isSubmitted(): boolean {
    const sent = this.#sheet.columns.find(({ content }) => isSubmissionHeader(content?.words ?? ''))
    return sent === undefined || !isBlank(this.#row.cells[sent.index ?? -1] ?? '')
  }

  #takesPart(actor: FactCell, space: string, role: string, key: ColumnKey): void {
    const place = { header: 'space', text: writeCell(space, 'id'), key }
    this.#state('participation', [{ ...actor, header: 'actor' }, place, { header: 'role', text: role, key }])
  }

  #state(noun: Noun, cells: readonly FactCell[]): void {
    const wave = ofWave.has(noun) ? this.#making.waveOf(this.#sheet) : null
    const said = wave === null ? cells : [...cells, { header: 'wave', text: writeCell(wave, 'id'), key: null }]
    this.#facts.push({ noun, cells: new Map(said.map((cell) => [cell.header, cell])) })
  }

  /** The id of a space that is named; made when nobody describes it. */
  #space(name: string, kind: string, start: string | null): string | null {
    const { names, spaces } = this.#making
    const known = names.bearer('space', name)
    if (typeof known === 'string') {
      if (spaces.has(known)) this.#spaces.add(known)
      return known
    }
    const id = known === null ? null : names.idOf('space', name)
    if (id === null || id === '') {
      this.#refuse('space', 'ambiguous_name', name, 'id')
      return null
    }
    names.add('space', id, [name])
    spaces.set(id, { name: plainName(name), kind, start })
    this.#spaces.add(id)
    return id
  }

  /** Cells of the columns that hold fields and attributes, each read as its values mean. */
  #cells<N extends Noun>(noun: N, known?: Nouns[N]): FactCell[] {
    const cells: FactCell[] = []
    for (const column of this.#sheet.columns) {
      if (column.holds !== 'field' && column.holds !== 'attribute') continue
      const { key, target } = column
      const isField = column.holds === 'field'
      if (isField && !columnsOf(noun).some(([field]) => field === target)) continue
      // What is added is proposed of what is new alone.
      if (column.index === null && known) continue
      const header = isField ? target : writeAttributeHeader(target, (name) => fieldOfHeader(noun, name) !== null)
      const said = column.index === null ? (this.#addedText(target) ?? '') : this.#cellAt(column.index)
      const constant = isBlank(said) && !known ? (this.#sheet.constants.get(target) ?? '') : ''
      const isName = isField && column.index !== null && namesActors(this.#sheet, column)
      // Whoever gives an id gives names as they are.
      const isTyped = header === 'name' && this.#text('id') === ''
      const value = isName ? this.#nameText(column, said) : this.#valueOf(column, said)
      const text = constant !== '' ? constant : isTyped ? plainName(value) : value
      if (constant !== '') this.#reading(key, constant)
      // An empty cell of a list that was never ours says nothing, where it would take away what is known.
      cells.push({ header, key, text: isBlank(text) && known ? knownText(noun, known, column) : text })
    }
    const added = this.#sheet.columns.filter(({ index, holds }) => index === null && holds === 'field')
    const isThere = (field: string) => cells.some(({ header }) => header === field)
    for (const [field, value] of this.#sheet.constants) {
      if (isThere(field) || known || added.some(({ target }) => target === field)) continue
      if (columnsOf(noun).some(([name]) => name === field)) cells.push({ header: field, text: value, key: null })
    }
    return noun === 'actor' ? cells : cells.map((cell) => this.#proposedFor(noun, cell))
  }

  /** The fields that a kind of sheet cannot be without, of which only one thing is usual. */
  #proposedFor(noun: Noun, cell: FactCell): FactCell {
    // Networks of other tools say of some ties alone of what kind they are.
    if (cell.text !== '' || (cell.key !== cell.header && cell.header !== 'kind')) return cell
    if (cell.key === null) return cell
    const usual = {
      tie: { kind: 'cooperation' },
      space: { kind: 'project' },
      participation: { role: 'participant' },
      roster: { status: 'asked' },
    }
    const texts: ReadonlyMap<string, string> = new Map(Object.entries(usual[noun as keyof typeof usual] ?? {}))
    const usualText = texts.get(cell.header)
    if (usualText === undefined || this.#isRefusedProposal()) return cell
    return { ...cell, text: this.#proposed(cell.key, usualText, usualText, 'usual') }
  }

  /** Fills in what nobody says of a new actor. @returns the fields that are proposed */
  #profile(cells: Map<string, FactCell>, name: string): Set<string> {
    const proposed = new Set<string>()
    const fill = (field: string, ...[source, value, by]: ProposedValue) => {
      if (!isBlank(cells.get(field)?.text ?? '') || this.#isRefusedProposal()) return
      const written = writeCell(value, columnOf('actor', field).kind)
      const key = this.#keyOf(field)
      const text = key === null ? written : this.#proposed(key, source, written, by)
      cells.set(field, { header: field, text, key })
      proposed.add(field)
    }
    const isRegistered = !isBlank(cells.get('siren')?.text ?? '') || !isBlank(cells.get('siret')?.text ?? '')
    const section = this.#sheet.sectionTypeOf(this.#row)
    const spoken = typeOfName(name) ?? section ?? (isRegistered ? 'entreprise' : null)
    fill('type', spoken ?? 'autre', spoken ?? 'autre', spoken ? (spoken === section ? 'place' : 'name') : 'usual')
    const type = cells.get('type')?.text ?? ''
    const source = this.#text('type') || type
    const { sphere, by: bySphere } = sphereOf(type, name)
    fill('sphere', source, sphere, bySphere)
    const reach = scopeOf(type, name)
    fill('scope', source, reach.scope, reach.by)
    const scope = (cells.get('scope')?.text ?? 'local') as Scope
    this.#place(cells, fill)
    const commune = cells.get('commune')?.text ?? ''
    const { inside, by } = insideOf(scope, commune || (communeOfName(name) ?? ''), this.#making.places.inside)
    fill('inside', commune, inside, by)
    return proposed
  }

  /** A commune by its name, and of who is new where it is, unless coordinates are said. */
  #place(cells: Map<string, FactCell>, fill?: (field: string, ...proposal: ProposedValue) => void): void {
    const said = cells.get('commune')?.text ?? ''
    const commune = said === '' ? null : this.#making.places.communeOf(said, postcodeOf(this.#sheet, this.#row))
    if (!commune || this.#isRefusedProposal()) return
    const key = this.#keyOf('commune')
    cells.set('commune', { header: 'commune', text: writeCell(commune.name, 'line'), key })
    const isSaid = ['latitude', 'longitude'].some((field) => !isBlank(cells.get(field)?.text ?? ''))
    if (!commune.position || isSaid || !fill) return
    const { latitude, longitude } = commune.position
    fill('latitude', said, latitude, 'commune')
    fill('longitude', said, longitude, 'commune')
    if (key !== null)
      this.#read.set(key, { text: said, read: `${communeName(commune)} · ${latitude}, ${longitude}`, proposed: true })
  }

  /** The cell as its value means; unmapped, as it stands: then it is refused where it is read. */
  #valueOf(column: UnderstoodColumn, said: string): string {
    if (isBlank(said)) return ''
    if (column.separators && column.holds === 'field') {
      const list = namesIn(said, column.separators, () => false)
      return writeCell(list, 'list')
    }
    const value = column.values?.get(valueKey(said.slice(0, 1_000)))
    if (!value && column.holds === 'field' && dated.has(column.target)) return this.#dayOf(column, said)
    if (!value) return column.holds === 'attribute' ? attributeText(column, said) : said
    if (value.means === null || (!value.sure && this.#isRefusedProposal())) return said
    const byName = value.byName && column.target === 'type' ? typeOfName(this.#text('name')) : null
    const text = byName ?? value.means
    if (value.word && !byName) this.#words.push(value.word)
    if (folded(text) !== folded(said)) {
      this.#read.set(column.key, { text: said, read: text, ...(value.sure ? {} : { proposed: true }) })
    }
    return text
  }

  /** A quarter or a year ends on its last day and begins on its first. */
  #dayOf({ target, key }: UnderstoodColumn, said: string): string {
    if (isDay(said) || this.#isRefusedProposal()) return said
    const day = dayMeant(said, target === 'end' || target === 'lastContact' ? 'last' : 'first')
    if (day !== null) this.#read.set(key, { text: said, read: day, proposed: true })
    return day ?? said
  }

  #isRefusedProposal(): boolean {
    return this.#making.plan.proposals === 'refused'
  }

  /** Those whose cells are read by themselves are read there. */
  #nameText(column: UnderstoodColumn, said: string): string {
    const name = plainName(said)
    if (name === '' || readApart.has(column.target)) return name
    return this.#actorCell(column.target, name, column.key)?.text ?? said
  }

  #named(field: string): FactCell | null {
    const column = this.#column(field)
    const text = this.#text(field)
    if (!column) return null
    return text === '' ? { header: field, text: '', key: column.key } : this.#actorCell(field, text, column.key)
  }

  #severalNamed(column: UnderstoodColumn): (FactCell | null)[] {
    const cell = this.#cellAt(column.index)
    const isKnown = (name: string) => this.#making.names.bearer('actor', name) !== undefined
    const header = column.holds === 'field' ? column.target : 'actor'
    return namesIn(cell, column.separators ?? [], isKnown).map((name) => this.#actorCell(header, name, column.key))
  }

  #actorCell(header: string, name: string, key: ColumnKey): FactCell | null {
    const meant = this.#making.actors.meant(name)
    if (meant.is === 'ambiguous') this.#refuseAt(key, 'ambiguous_name', name, 'id')
    if (meant.is === 'open') {
      this.#refuseAt(key, 'unconfirmed_name', name, { oneNameOf: meant.candidates.map((candidate) => candidate.name) })
    }
    if (meant.is === 'ambiguous' || meant.is === 'open') return null
    if (meant.is === 'new') this.#actors.add(meant.id)
    const known = this.#making.territory.actors.get(meant.id)
    if (known && folded(known.name) !== folded(name)) this.#reading(key, known.name)
    return { header, text: writeCell(meant.id, 'id'), key }
  }

  #column(target: string): UnderstoodColumn | undefined {
    return this.#sheet.columns.find((column) => column.holds === 'field' && column.target === target)
  }

  #keyOf(target: string): ColumnKey | null {
    return this.#column(target)?.key ?? null
  }

  #text(target: string): string {
    return plainLine(this.#cellAt(this.#column(target)?.index ?? null)).trim()
  }

  /** '' where people write that there is nothing. */
  #cellAt(index: number | null): string {
    const cell = index === null ? '' : (this.#row.cells[index] ?? '')
    return said(cell) ? cell : ''
  }

  /** What a person wrote in the cell of an added column, or said once of all of them. */
  #addedText(target: string): string | undefined {
    return this.#sheet.mended.get(`${this.#row.row} ${target}`) ?? this.#sheet.constants.get(target)
  }

  #reading(key: ColumnKey, text: string): void {
    const before = this.#read.get(key)
    if (!before) this.#read.set(key, { text: '', read: text })
  }

  /** What a cell of an added column is, from what it is proposed, unless somebody said otherwise of all that are. */
  #proposed(key: ColumnKey, source: string, proposal: string, by: Evidence): string {
    const said = this.#sheet.addedValues.get(addedPlace(key, source))
    const means = said ?? proposal
    this.#proposals.push({ key, source, means, by: said === undefined ? by : 'chosen', sure: said !== undefined })
    if (said === undefined) this.#propose(key, means)
    else this.#read.set(key, { text: means, read: means })
    return means
  }

  #propose(key: ColumnKey, text: string): void {
    this.#read.set(key, { text, read: text, proposed: true })
  }

  #refuse(target: string, ...why: [code: CellRefusal['code'], got: string, expected: CellRefusal['expected']]) {
    this.#refuseAt(this.#keyOf(target), ...why)
  }

  #refuseAt(column: ColumnKey | null, code: CellRefusal['code'], got: string, expected: CellRefusal['expected']): void {
    this.#refusals.push({ column, code, got: got.slice(0, 200), expected })
  }
}

/**
 * Whether a further row about an actor says nothing else than the first, but for case and accents: then it fills what that left empty. Of a row
 * that goes by a name given to the actor and of one of its own, the latter counts.
 */
function completes(
  first: DescribedActor,
  cells: ReadonlyMap<string, FactCell>,
  proposed: ReadonlySet<string>,
  isGiven: boolean,
): boolean {
  const differs = [...cells.values()].some(({ header, text }) => {
    const other = first.cells.get(header)
    if (isBlank(text) || !other || isBlank(other.text) || header === 'name') return false
    return folded(other.text) !== folded(text) && !proposed.has(header) && !first.proposed.has(header)
  })
  if (differs && !isGiven && !first.isGiven) return false
  const isOwn = first.isGiven && !isGiven
  for (const [header, cell] of cells) {
    const other = first.cells.get(header)
    const isOpen = !other || isBlank(other.text) || (first.proposed.has(header) && !proposed.has(header))
    if (!isBlank(cell.text) && (isOpen || (isOwn && !proposed.has(header)))) {
      first.cells.set(header, { ...cell, key: other?.key ?? null })
    }
  }
  if (isOwn) first.isGiven = false
  return true
}

/** What a mark beside a project says of who is named above it. */
function partMarked(mark: string): string {
  if (/^p$/i.test(mark)) return 'pilot'
  return /^f$/i.test(mark) ? 'funder' : 'partner'
}

function isCalledSo(cells: DescribedActor['cells'], name: string): boolean {
  return folded(cells.get('name')?.text ?? '') === folded(name)
}

function knownText<N extends Noun>(noun: N, known: Nouns[N], { holds, target }: UnderstoodColumn): string {
  const said = known as unknown as Readonly<Record<string, unknown>>
  if (holds === 'field') return writeCell(said[target] as CellValue | undefined, columnOf(noun, target).kind)
  const attributes = new Map(Object.entries((said.attributes as Record<string, CellValue> | undefined) ?? {}))
  return writeCell(attributes.get(target), 'value')
}

/** In a column of numbers, thousands parted by spaces are numbers too. */
function attributeText({ content }: UnderstoodColumn, said: string): string {
  if (!content || content.numbers < 0.9) return said
  const number = /^\s*0\d/.test(said) ? null : writtenNumber(plainLine(said).trim())
  return number === null || number.otherwise !== null || !/[\s\u00a0\u202f'’]\d{3}/.test(said)
    ? said
    : String(number.value)
}

const dated = new Set(['start', 'end', 'date', 'since', 'lastContact'])
const readApart = new Set(['from', 'to', 'actor'])

/** Who works with somebody says so of both. */
const mutual = new Set(['cooperation', 'partnership'])
const asksWhoGives =
  /(^| )(finance par|financeurs?|vous (a|ont|aide|aident|finance|financent|fournit|fournissent|conseille|conseillent)|funds? you|supplies you)( |$)/

/** What a list of who was present is of: its title, else its sheet, else its file. */
function titleOf({ sheet, aside }: Understood): string {
  const titles = aside.filter(({ why }) => why === 'title').map(({ text }) => text)
  // « Feuille d’émargement » says of what kind the list is, the next line of what.
  const title =
    titles.find(
      (text) =>
        !/^(feuille|liste|fiche)( d( )?e?s?)? ?(emargement|presences?|presente?s?|participante?s?)$/.test(
          foldedWords(text),
        ),
    ) ?? titles[0]
  return title ?? sheet.sheet ?? sheet.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
}

const ofWave: ReadonlySet<Noun> = new Set(['tie', 'participation', 'roster'])

/** The day that a name of a meeting tells. */
function dayIn(name: string): string | null {
  const [, day, month, year] = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(name) ?? []
  if (year !== undefined) return `${day}/${month}/${year}`
  return /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null
}
