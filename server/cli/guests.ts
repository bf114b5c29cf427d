import { folded } from '../domain/folding.ts'
import { plainLine } from '../domain/plain-text.ts'
import { type Actor, emptyTerritory, type Territory } from '../domain/territory.ts'
import { type ClosedList, closedLists, type InvitationRole, invitationRoles } from '../domain/vocabulary.ts'
import { isBlank } from '../exchange/cells.ts'
import { readTable, type SourceFile } from '../exchange/csv.ts'
import { NameIndex } from '../exchange/names.ts'
import { shown } from '../exchange/row.ts'
import { isEmptyRow, type Row } from '../exchange/tables.ts'
import { optionMeant } from '../exchange/words.ts'
import type { Invitee } from '../seminar/empty-chairs.ts'
import type { PairRule } from '../seminar/tables/request.ts'
import { cellAt, columnOfField, filledCell, type Page, type Place, readPage } from './edge-columns.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

/** A person on the list of a seminar. */
export interface Guest extends Invitee {
  /** The id of the actor; its further people have a number after it. */
  readonly id: string
  /** As the list names the person; null: it names the organisation alone. */
  readonly person: string | null
  readonly role: InvitationRole | null
}

/** A name of a list that cannot be taken for somebody: nobody is called so, several are, or who is called so is not expected. */
export interface RefusedName {
  readonly row: number
  readonly got: string
  readonly reason: 'unknown' | 'several' | 'not_expected'
  /** Names that resemble it, or of all who are called so; the nearest first. */
  readonly near: readonly string[]
}

/**
 * The people invited: a row each, by the id or a name of their organisation, matched as the import matches names. A person may be named beside it, and a status and a role told;
 * a role that is none at a seminar is said by `notify`, for in most lists the word is the function of a person. Refuses what `readPage` does, `missing_column`, `missing_cell`, `unknown_names`, `bad_word`, `no_guests`.
 */
export function readGuests(file: SourceFile, territory: Territory, notify: Notify): Guest[] {
  const page = readPage(file, 'actor')
  const { organisation, person } = columnsOf(page)
  const [status, role] = [columnCalled(page, headers.status), columnCalled(page, headers.role)]
  const called = new NameIndex(territory)
  const refused: RefusedName[] = []
  const taken = new Map<string, number>()
  const otherRoles: string[] = []
  const roleAt = (row: Row): InvitationRole | null => {
    const cell = role ? plainLine(cellAt(row, role)).trim() : ''
    if (isBlank(cell)) return null
    const meant = optionMeant('invitationRole', cell)
    const known = invitationRoles.find((one) => one === meant)
    if (known === undefined) otherRoles.push(shown(cell))
    return known ?? 'participant'
  }
  const guests = page.rows.flatMap((row): Guest[] => {
    const cell = filledCell(page, row, filledAmong(row, organisation))
    const actor = called.named('actor', cell)
    if (actor === null || !territory.actors.has(actor)) {
      refused.push(refusedName(row, cell, actor === null ? 'several' : 'unknown', territory))
      return []
    }
    const rank = (taken.get(actor) ?? 0) + 1
    taken.set(actor, rank)
    return [
      {
        id: rank === 1 ? actor : `${actor} (${rank})`,
        actor,
        person: (person && plainLine(cellAt(row, person)).trim()) || null,
        status: wordAt(page, row, status, 'invitationStatus') ?? 'invited',
        role: roleAt(row),
      },
    ]
  })
  if (refused.length > 0) throw new Refusal('unknown_names', { file: file.name, names: refused })
  if (guests.length === 0) throw new Refusal('no_guests', { file: file.name, excused: 0 })
  if (role && otherRoles.length > 0) {
    const words = [...new Set(otherRoles)]
    notify({
      code: 'other_roles',
      details: { file: file.name, column: role.name, count: otherRoles.length, words },
    })
  }
  return guests
}

/**
 * Who stays at a table: ids of guests, in the order of the file. Somebody is named as a person or by the organisation, of which the first who is left is meant.
 * Refuses what `readGuests` does.
 */
export function readHosts(file: SourceFile, guests: readonly Guest[], territory: Territory): string[] {
  const page = readPage(file, 'actor')
  const { organisation, person } = columnsOf(page)
  const hosts = new Set<string>()
  const refused: RefusedName[] = []
  const find = finder(guests, territory)
  for (const row of page.rows) {
    const cell = filledCell(page, row, filledAmong(row, person ? [person, ...organisation] : organisation))
    const found = find(cell)
    const host = Array.isArray(found) ? found.find(({ id }) => !hosts.has(id)) : undefined
    if (host) hosts.add(host.id)
    else refused.push(refusedName(row, cell, Array.isArray(found) ? 'not_expected' : found, territory))
  }
  if (refused.length > 0) throw new Refusal('unknown_names', { file: file.name, names: refused })
  return [...hosts]
}

/**
 * Who may not share a table, or must once: the two columns of each row name people or organisations, and then all their people. Refuses what `readGuests`
 * does, and `missing_column` where there are not two.
 */
export function readPairRules(
  file: SourceFile,
  rule: 'never' | 'once',
  guests: readonly Guest[],
  territory: Territory,
): PairRule[] {
  const page = pageOfPairs(file)
  const refused: RefusedName[] = []
  const find = finder(guests, territory)
  const rules = new Map<string, PairRule>()
  for (const row of page.rows) {
    const [first = [], second = []] = [0, 1].map((index) => {
      const cell = filledCell(page, row, { index, name: page.columns[index] ?? '' })
      const found = find(cell)
      if (Array.isArray(found)) return found
      refused.push(refusedName(row, cell, found, territory))
      return []
    })
    for (const a of first) {
      for (const b of second) {
        if (a.id === b.id) continue
        const people = [a.id, b.id].sort() as [string, string]
        rules.set(JSON.stringify(people), { people, rule })
      }
    }
  }
  if (refused.length > 0) throw new Refusal('unknown_names', { file: file.name, names: refused })
  return [...rules.values()]
}

/**
 * The organisations of a list as a territory of which nothing else is known: a row each or several, with the sphere that a column tells. Refuses
 * what `readGuests` does for the list itself.
 */
export function territoryOfList(file: SourceFile): Territory {
  const page = readPage(file, 'actor')
  const { organisation } = columnsOf(page)
  const [id, sphere] = [columnOfField(page, 'id'), columnOfField(page, 'sphere')]
  const bare = emptyTerritory(file.name)
  const named = new NameIndex(bare)
  const actors = new Map<string, Actor>()
  for (const row of page.rows) {
    const cell = plainLine(filledCell(page, row, filledAmong(row, organisation))).trim()
    const name = plainLine(cellAt(row, organisation.at(-1) ?? organisation[0])).trim() || cell
    const key = id && !isBlank(cellAt(row, id)) ? cell : (named.idOf('actor', name) ?? name)
    named.add('actor', key, [name])
    const told = sphere ? plainLine(cellAt(row, sphere)).trim() : ''
    const known = actors.get(key)
    if (known && (known.sphere !== '' || told === '')) continue
    actors.set(key, {
      ...{ id: key, name, type: 'autre', sphere: named.word('sphere', told) ?? told },
      ...{ scope: 'local', inside: true, collective: false },
    })
  }
  return { ...bare, actors }
}

const headers = {
  organisation: ['actor', 'acteur', 'organisation', 'organization', 'structure'],
  person: ['person', 'personne', 'participant', 'participante'],
  status: ['status', 'statut', 'réponse', 'présence'],
  role: ['role', 'rôle'],
}

/** Where a list names organisations, the first that is filled, and where people: beside a column of organisations, that of names is theirs. */
function columnsOf(page: Page): { readonly organisation: readonly [Place, ...Place[]]; readonly person: Place | null } {
  const person = columnCalled(page, headers.person)
  const named = columnCalled(page, headers.organisation)
  const [id, name] = [columnOfField(page, 'id'), named ?? columnOfField(page, 'name')]
  const [first, ...others] = [id, name].filter((place) => place !== null)
  if (!first) {
    const found = page.header.columns.map((column) => column.name).filter((column) => column !== '')
    throw new Refusal('missing_column', { file: page.file, column: 'name', found })
  }
  return { organisation: [first, ...others], person: person ?? (named ? columnCalled(page, ['nom', 'name']) : null) }
}

function filledAmong(row: Row, places: readonly [Place, ...Place[]]): Place {
  return places.find((place) => !isBlank(cellAt(row, place))) ?? places[0]
}

function columnCalled({ header }: Page, called: readonly string[]): Place | null {
  const names = new Set(called.map(folded))
  const index = header.columns.findIndex(({ name }) => names.has(folded(name)))
  return index < 0 ? null : { index, name: header.columns[index]?.name ?? '' }
}

/** Null where the cell is empty. Refuses `bad_word`. */
function wordAt<L extends ClosedList>({ file }: Page, row: Row, place: Place | null, list: L): Word<L> | null {
  const cell = place ? cellAt(row, place) : ''
  if (!place || isBlank(cell)) return null
  const meant = optionMeant(list, cell)
  const words: readonly Word<L>[] = closedLists[list]
  const word = words.find((one) => one === meant)
  if (word !== undefined) return word
  throw new Refusal('bad_word', { file, row: row.row, column: place.name, got: shown(cell), expected: words })
}
type Word<L extends ClosedList> = (typeof closedLists)[L][number]

/** The people that a cell names, or why it names none of them. */
function finder(guests: readonly Guest[], territory: Territory) {
  const called = new NameIndex(territory)
  return (cell: string): Guest[] | RefusedName['reason'] => {
    const people = guests.filter(({ person }) => person !== null && folded(person) === folded(cell))
    if (people.length > 1) return 'several'
    if (people.length === 1) return people
    const actor = called.named('actor', cell)
    if (actor === null) return 'several'
    if (!territory.actors.has(actor)) return 'unknown'
    const sent = guests.filter((guest) => guest.actor === actor)
    return sent.length > 0 ? sent : 'not_expected'
  }
}

/** Two columns of any name: whoever keeps such a list has no word for them. */
function pageOfPairs(file: SourceFile) {
  const { rows: all, flaw } = readTable(file, () => false)
  if (flaw?.row === null) throw new Refusal('not_csv', { file: file.name, format: flaw.got })
  if (flaw) throw new Refusal('malformed_csv', { file: file.name, row: flaw.row, expected: flaw.expected })
  const [first, ...rows] = all.filter((row) => !isEmptyRow(row))
  const columns = (first?.cells ?? []).map((cell) => plainLine(cell).trim())
  if (columns.length >= 2) return { file: file.name, columns, rows }
  throw new Refusal('missing_column', { file: file.name, column: columns.length === 0 ? 'a' : 'b', found: columns })
}

/** More than anybody reads. */
const mostNear = 3
/** Of pairs of letters shared; less is chance. */
const leastAlike = 0.4

function refusedName(row: Row, cell: string, reason: RefusedName['reason'], { actors }: Territory): RefusedName {
  const wanted = folded(cell)
  const alike = [...actors.values()].map(({ name, aliases = [] }) => ({
    name,
    likeness: Math.max(...[name, ...aliases].map((one) => likeness(wanted, folded(one)))),
  }))
  const near = alike
    .filter((one) => (reason === 'several' ? one.likeness === 1 : one.likeness >= leastAlike && one.likeness < 1))
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
  return { row: row.row, got: shown(cell), reason, near: near.slice(0, mostNear).map(({ name }) => name) }
}

/** Share of the pairs of neighbouring letters that two words have in common, 0..1. L. Dice (1945), Ecology 26:297-302. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const pairs = pairsOf(a)
  const left = pairsOf(b)
  const all = pairs.length + left.length
  let shared = 0
  for (const pair of pairs) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return all === 0 ? 0 : (2 * shared) / all
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2))
}
