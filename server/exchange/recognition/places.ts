import { foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import type { Territory } from '../../domain/territory.ts'
import { type Commune, communeName, communesCalled, communesMeant, communeTable } from '../communes/communes.ts'
import type { Row } from '../tables.ts'
import { communeKey, communeOfName } from './actor-profile.ts'
import { headerKey, recalled, valuePlace } from './memory.ts'
import type { Understood, UnderstoodColumn, ValuedText } from './understanding.ts'
import { valueKey } from './value-meaning.ts'

/** The communes that the cells of some sheets mean, and those of the territory. */
export interface Places {
  /** Null: it is no commune, or a homonym that nobody told apart. @param postcode of a column of its own */
  readonly communeOf: (text: string, postcode: string) => Commune | null
  /** Keys of the communes of the territory, those of its EPCI among them. */
  readonly inside: ReadonlySet<string>
}

/** @param inside keys of the communes that the territory is known to have */
export function placesMeant(
  territory: Territory,
  sheets: readonly Understood[],
  inside: ReadonlySet<string>,
): { readonly places: Places; readonly sheets: readonly Understood[] } {
  const texts = sheets.flatMap((sheet) => {
    const column = communeColumn(sheet)
    return column ? [...textsOf(sheet, column).values()].map(({ text }) => text) : []
  })
  const known = [...territory.actors.values()].flatMap(({ commune }) => (commune ? [commune] : []))
  // Most sheets name no commune: then the table is not read.
  if (texts.length === 0) return { places: { communeOf: () => null, inside }, sheets }
  const near = [...communesMeant(known).values()].flatMap(({ commune }) => (commune ? [commune] : []))
  const meant = communesMeant(texts, near)
  const communeOf = (text: string, postcode: string): Commune | null => {
    const called = communesCalled(`${postcode} ${text}`)
    return called.length === 1 ? (called[0] ?? null) : postcode === '' ? (meant.get(text)?.commune ?? null) : null
  }
  return {
    places: { communeOf, inside: withEpci(inside, [...known, ...texts], (text) => communeOf(text, '')) },
    sheets: sheets.map((sheet) => withCommunes(sheet, territory, meant)),
  }
}

/** What a column of postcodes beside the communes says in a row; '': nothing. */
export function postcodeOf({ columns }: Understood, { cells }: Row): string {
  const column = columns.find(isPostcode)
  const digits = plainLine(cells[column?.index ?? -1] ?? '').replaceAll(/\s/g, '')
  return /^\d{4,5}$/.test(digits) ? digits.padStart(5, '0') : ''
}

function isPostcode({ index, header }: UnderstoodColumn): boolean {
  return index !== null && /^(code postal|cp|c p|codepostal(etablissement)?|postcode|zip)$/.test(foldedWords(header))
}

function communeColumn({ kind, columns }: Understood): UnderstoodColumn | undefined {
  if (kind.own) return undefined
  return columns.find(({ holds, target, index }) => holds === 'field' && target === 'commune' && index !== null)
}

function textsOf({ rows }: Understood, { index }: UnderstoodColumn) {
  const texts = new Map<string, { readonly text: string; count: number }>()
  for (const { cells } of rows) {
    const text = plainLine(cells[index ?? -1] ?? '').trim()
    const key = valueKey(text)
    const seen = texts.get(key)
    if (seen) seen.count++
    else if (text !== '' && text.length < longestName) texts.set(key, { text, count: 1 })
  }
  return texts
}

/** « Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson » and an address before it. */
const longestName = 120

/** What communes are written as that are called otherwise, and homonyms to be told apart, are values of their column. */
function withCommunes(sheet: Understood, territory: Territory, meant: ReturnType<typeof communesMeant>): Understood {
  const column = communeColumn(sheet)
  if (!column || sheet.columns.some(isPostcode)) return sheet
  const memory = recalled(territory, sheet.shape)
  const chosen = new Map(
    sheet.plan?.values
      ?.filter((choice) => choice.column === column.key)
      .map(({ value, means }) => [valueKey(value), means]),
  )
  const values = new Map<string, ValuedText>()
  for (const [key, { text, count }] of textsOf(sheet, column)) {
    const found = meant.get(text)
    const choice = chosen.get(key)
    const before = memory.values.get(valuePlace(headerKey(column.header), key))
    const choices = found && found.among.length > 1 ? { choices: found.among.map((one) => communeName(one)) } : {}
    if (choice !== undefined)
      values.set(key, { text, count, means: choice, word: null, by: 'chosen', sure: true, ...choices })
    else if (before !== undefined)
      values.set(key, { text, count, means: before, word: null, by: 'remembered', sure: true, ...choices })
    else if (found && !found.isSure) {
      const means = found.commune && communeName(found.commune)
      const guess =
        means === null ? ({ by: 'unknown', sure: false } as const) : ({ by: 'commune', sure: true } as const)
      values.set(key, { text, count, means, word: null, ...guess, ...choices })
    } else if (found?.commune && found.commune.name !== text)
      values.set(key, { text, count, means: found.commune.name, word: null, by: 'similar', sure: true })
  }
  if (values.size === 0) return sheet
  return { ...sheet, columns: sheet.columns.map((one) => (one === column ? { ...one, values } : one)) }
}

/** The communes of the EPCI that most communes of a territory are in are of the territory too. */
function withEpci(
  inside: ReadonlySet<string>,
  texts: readonly string[],
  communeOf: (text: string) => Commune | null,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const own = [...new Set(texts)].filter((text) => inside.has(communeKey(text)))
  const communes = new Set(own.flatMap((text) => communeOf(text) ?? []))
  for (const { epci } of communes) if (epci !== '') counts.set(epci, (counts.get(epci) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[1] * 2 <= communes.size) return inside
  const members = communeTable().communes.filter(({ epci }) => epci === most[0])
  return new Set([...inside, ...members.map(({ name }) => communeKey(name))])
}

/**
 * The communes of the territory: those of its actors inside, those whose municipality is among the actors, that where most actors of
 * the files sit.
 */
export function communesInside(territory: Territory, sheets: readonly Understood[]): Set<string> {
  const communes = new Set<string>()
  for (const { inside, commune } of territory.actors.values()) if (inside && commune) communes.add(communeKey(commune))
  const isKnown = communes.size > 0
  for (const { noun, columns, rows } of sheets) {
    if (noun !== 'actor') continue
    const at = (target: string) =>
      columns.find((column) => column.holds === 'field' && column.target === target)?.index ?? -1
    const [nameAt, communeAt] = [at('name'), at('commune')]
    const counts = new Map<string, number>()
    for (const { cells } of rows) {
      const municipality = communeOfName(cells[nameAt] ?? '')
      if (municipality !== null) communes.add(municipality)
      const commune = communeKey(cells[communeAt] ?? '')
      if (commune !== '') counts.set(commune, (counts.get(commune) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a)
    if (!isKnown && most && most[1] >= rows.length * 0.3) communes.add(most[0])
  }
  return communes
}
