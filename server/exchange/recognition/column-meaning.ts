import { type Noun, nouns, type Territory, wordsOf } from '../../domain/territory.ts'
import type { CellKind } from '../cells.ts'
import { readAttributeHeader } from '../cells.ts'
import { columnOf, columnsOf } from '../columns.ts'
import { readHeader } from '../header.ts'
import type { ColumnKey, ColumnMeaning, Guess, SheetKind } from '../plan.ts'
import type { WordsMeant } from '../words.ts'
import { choiceColumns } from './choice-columns.ts'
import { type ColumnContent, shareKnown } from './column-content.ts'
import {
  asksOfOthers,
  asksOtherwise,
  habitualMeaning,
  isPartnersHeader,
  isPersonHeader,
  isPositionHeader,
  isPresenceHeader,
  isQuestion,
  isSessionHeader,
  isSurveyHeader,
} from './column-names.ts'
import { passesLuhn, valueMeaning } from './value-meaning.ts'

export interface MeaningGuess extends ColumnMeaning, Guess {}

/** What is known where columns are looked at. */
export interface Known {
  readonly isActor: (folded: string) => boolean
  readonly words: WordsMeant
}

/** What the rows of a sheet of each kind are about. */
export const nounOfKind: Readonly<Record<SheetKind, Noun | null>> = {
  ...(Object.fromEntries(nouns.map((noun) => [noun, noun])) as Record<Noun, Noun>),
  matrix: 'tie',
  projects: 'space',
  attendance: 'actor',
  answers: 'actor',
  nothing: null,
}

/** What the columns of a sheet hold. @param said by key, what a person says or said of them */
export function columnMeanings(
  kind: SheetKind,
  columns: readonly ColumnContent[],
  known: Known,
  said: ReadonlyMap<ColumnKey, MeaningGuess>,
): MeaningGuess[] {
  const noun = nounOfKind[kind]
  if (noun === null) return columns.map(({ key }) => said.get(key) ?? ignored('usual', true))
  if (kind === 'matrix') return columns.map((column, place) => said.get(column.key) ?? matrixMeaning(column, place))
  const guesses = new Map<ColumnContent, MeaningGuess>()
  for (const column of columns) {
    const meant = said.get(column.key)
    if (meant) guesses.set(column, meant)
  }
  const open = () => columns.filter((column) => !guesses.has(column))
  const taken = (target: string) =>
    [...guesses.values()].some((guess) => guess.holds === 'field' && guess.target === target)

  const people = peopleAmong(kind, columns)
  for (const column of open()) if (people.has(column)) guesses.set(column, ignored('person', false))
  if (kind === 'answers') {
    for (const [column, name] of choiceColumns(columns, known.isActor)) {
      if (!guesses.has(column)) guesses.set(column, { holds: 'actor', target: name, by: 'header', sure: false })
    }
  }
  if (kind === 'projects') {
    for (const column of partColumns(columns)) {
      if (!guesses.has(column))
        guesses.set(column, { holds: 'actor', target: column.header.slice(0, 200), by: 'content', sure: false })
    }
  }
  const partners = kind === 'answers' ? partnersColumns(columns) : []
  const crossed = kind === 'attendance' ? crossedColumns(columns) : []
  for (const column of open()) {
    if (crossed.includes(column))
      guesses.set(column, { holds: 'space', target: column.header.slice(0, 200), by: 'content', sure: false })
  }
  for (const column of open()) {
    const special = specialMeaning(kind, column, known, partners.includes(column))
    if (special) guesses.set(column, special)
  }
  // By the exact names that we take, then by what people call such columns; a field has one column, the first that fits.
  const exact = readHeader(noun, { row: 1, cells: columns.map(({ header }) => header) })
  for (const column of open()) {
    const { holds = 'nothing', target = '' } = exact.columns[columns.indexOf(column)] ?? {}
    if (holds !== 'field' || taken(target)) continue
    const role = kind === 'projects' ? habitualMeaning(kind, column.words) : null
    if (role?.holds === 'role') continue
    if (fits(noun, target, column, known)) guesses.set(column, { holds, target, by: 'header', sure: true })
  }
  for (const column of open()) {
    const habit = habitualMeaning(kind, column.words)
    // « Nb partenaires » names nobody.
    if (habit?.holds === 'role' && column.filled > 0 && column.numbers > 0.8) continue
    if (!habit || (habit.holds === 'field' && (taken(habit.target) || !fits(noun, habit.target, column, known))))
      continue
    guesses.set(column, { ...habit, by: 'header', sure: true })
  }
  for (const target of ['siret', 'siren'] as const) {
    if (noun !== 'actor' || taken(target)) continue
    const digits = target === 'siret' ? 14 : 9
    const column = open().find(
      ({ values, filled }) => filled > 2 && [...values.values()].every(({ text }) => isNumberOf(text, digits)),
    )
    if (column) guesses.set(column, { holds: 'field', target, by: 'content', sure: true })
  }
  for (const target of mainFields[kind] ?? []) {
    if (taken(target)) continue
    const column = likeliestName(open(), known)
    if (column) guesses.set(column.column, { holds: 'field', target, by: column.by, sure: column.by === 'content' })
  }
  return columns.map((column) => guesses.get(column) ?? leftOver(kind, noun, column))
}

/** What a column of a sheet of this kind may be taken for, besides an attribute of any name. */
export function meaningsOf(kind: SheetKind, territory: Territory): ColumnMeaning[] {
  const noun = nounOfKind[kind]
  const all = (holds: ColumnMeaning['holds'], targets: readonly string[]) =>
    targets.map((target) => ({ holds, target }))
  const ignored: ColumnMeaning = { holds: 'ignored', target: '' }
  if (noun === null) return [ignored]
  if (kind === 'matrix') return [{ holds: 'field', target: 'from' }, ignored]
  return [
    ...all(
      'field',
      columnsOf(noun).map(([field]) => field),
    ),
    ...(kind === 'projects' ? all('role', wordsOf(territory, 'role')) : []),
    ...(kind === 'answers' ? all('tie', wordsOf(territory, 'tieKind')) : []),
    ...(kind === 'attendance' ? all('space', ['']) : []),
    ignored,
  ]
}

/** Fields that facts of a kind cannot be without and that no column says: the import adds them. */
export function addedFields(kind: SheetKind, meanings: readonly ColumnMeaning[]): string[] {
  const isSaid = (target: string) => meanings.some((meaning) => meaning.holds === 'field' && meaning.target === target)
  const isHeld = (holds: ColumnMeaning['holds']) => meanings.some((meaning) => meaning.holds === holds)
  const added = [...(fieldsToAdd[kind] ?? [])]
  if (kind === 'attendance' && !isHeld('space')) added.push('space')
  return added.filter((target) => !isSaid(target))
}

const profile = ['type', 'sphere', 'scope', 'inside'] as const
const fieldsToAdd: { readonly [K in SheetKind]?: readonly string[] } = {
  actor: profile,
  answers: profile,
  attendance: profile,
  tie: ['kind'],
  matrix: ['kind'],
  projects: ['kind'],
  space: ['kind'],
  participation: ['role'],
  roster: ['status'],
}

/** What rows of a kind say nothing without, in the order in which columns are looked for. */
const mainFields: { readonly [K in SheetKind]?: readonly string[] } = {
  actor: ['name'],
  answers: ['name'],
  attendance: ['name'],
  tie: ['from', 'to'],
  projects: ['name'],
  space: ['name'],
  participation: ['actor', 'space'],
  roster: ['actor'],
}

function specialMeaning(
  kind: SheetKind,
  column: ColumnContent,
  known: Known,
  isPartners: boolean,
): MeaningGuess | null {
  const { header, words, values, marks, filled } = column
  if (kind === 'answers') {
    if (isSurveyHeader(words) || numbersAnswers(column)) return ignored('header', true)
    const isNumbered = /(^| )(partenaire|structure|acteur|organisme|citation|reponse|choix|nom) ?\d+$/.test(words)
    if (!isQuestion(header, words) && !isNumbered && !isPartners) return null
    const habit = habitualMeaning('answers', words)?.target
    if ((habit === 'name' && !isPartners) || habit === 'commune' || habit === 'type') return null
    const short = [...values.values()].filter(({ text }) => text.length < 200).length
    const names = isNumbered || isPartners || asksOfOthers(words) || (!asksOtherwise(words) && namesSome(column, known))
    if (names && marks < 0.5 && column.numbers < 0.5 && short > values.size / 2) {
      const asked = tieKindAsked(words)
      return { holds: 'tie', target: asked ?? 'cooperation', by: asked ? 'header' : 'usual', sure: false }
    }
  }
  if (kind === 'tie' && filled > 0 && shareKnown(column, (value) => directions.has(value)) === 1) {
    return { holds: 'field', target: 'directed', by: 'content', sure: true }
  }
  if (kind === 'attendance' && filled > 0 && marks > 0.8) {
    if (isPresenceHeader(words) || isSessionHeader(header, words)) {
      return { holds: 'space', target: isPresenceHeader(words) ? '' : header.slice(0, 200), by: 'header', sure: true }
    }
  }
  return null
}

/**
 * The columns that have crosses alone, where nearly all beside the names do: who has a part in which project. Few of them among others tick what an actor
 * is, and beside meetings what people ate.
 */
export function crossedColumns(columns: readonly ColumnContent[]): readonly ColumnContent[] {
  const crossed = columns.filter(({ words, values, filled }) => {
    const crosses = [...values.values()].reduce((sum, { text, count }) => sum + (isCross(text) ? count : 0), 0)
    return words !== '' && filled > 0 && crosses >= 0.9 * filled
  })
  const isOther = crossed.some(({ header, words }) => isPresenceHeader(words) || isSessionHeader(header, words))
  return isOther || crossed.length < 3 || crossed.length < 0.7 * (columns.length - 1) ? [] : crossed
}

/** The columns of a list of organisations that name those each has to do with, beside that of the organisations. */
export function partnersColumns(columns: readonly ColumnContent[]): readonly ColumnContent[] {
  const own = columns.find(({ words }) => habitualMeaning('actor', words)?.target === 'name' || /^noms?$/.test(words))
  return columns.filter((column) => column !== own && isPartnersHeader(column.words))
}

/** The columns that mark who has a part in the project of the row, each under a name: crosses and a « P » of who pilots it. */
export function partColumns(columns: readonly ColumnContent[]): readonly ColumnContent[] {
  const marked = columns.filter(({ header, words, values, filled }) => {
    const marks = [...values.values()].reduce((sum, { text, count }) => sum + (isPart(text) ? count : 0), 0)
    const isNamed = words !== '' && !isPresenceHeader(words) && !isSessionHeader(header, words)
    return isNamed && filled > 0 && marks === filled && habitualMeaning('projects', words) === null
  })
  const crosses = marked.some(({ values }) => [...values.values()].some(({ text }) => isCross(text)))
  return crosses && marked.length > 1 ? marked : []
}

function isPart(text: string): boolean {
  return isCross(text) || /^(p|f|c)$/i.test(text.trim())
}

function isCross(text: string): boolean {
  return /^(x|xx|✓|✔|☑)$/i.test(text.trim())
}

/** What other tools say in a column « Type » of edges. */
const directions = new Set(['directed', 'undirected', 'oriente', 'nonoriente'])

function namesSome(column: ColumnContent, { isActor }: Known): boolean {
  return column.parted > 0.2 || shareKnown(column, isActor) > 0.2
}

/** A number for each answer, which is no identifier of who answered. */
function numbersAnswers({ words, numbers }: ColumnContent): boolean {
  return (/^(id|n|no|num|numero)$/.test(words) && numbers > 0.9) || /^(uuid|seed|token|instance id)$/.test(words)
}

/** The kind of tie that a question asks of; null: it does not say. */
export function tieKindAsked(words: string): string | null {
  return tieAsked.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const tieAsked: readonly (readonly [RegExp, string])[] = [
  [/(^| )(financ\w*|subvention\w*)( |$)/, 'funding'],
  [/(^| )(confiance|trust)( |$)/, 'trust'],
  [/(^| )(clients?|fournisseurs?|sous traitan\w*|acheter|vendez|achetez)( |$)/, 'supply'],
  [/(^| )(informations?|echangez|echanges?|discutez|parlez|conseils?)( |$)/, 'information'],
  [/(^| )(partenariats?|partenaires?|convention\w*)( |$)/, 'partnership'],
  [/(^| )(adherent\w*|adherez|membre)( |$)/, 'membership'],
  [/(^| )(cooper\w*|collabor\w*|travaill\w*|projets?|montez|monte)( |$)/, 'cooperation'],
]

/** The columns that tell who a person is; beside a column of first names, that of names is one of them. */
function peopleAmong(kind: SheetKind, columns: readonly ColumnContent[]): Set<ColumnContent> {
  const people = new Set(
    columns.filter(
      ({ words, people, marks, filled }) =>
        (isPersonHeader(words) && !(kind === 'attendance' && isPresenceHeader(words) && marks > 0.8 && filled > 0)) ||
        people > 0.5,
    ),
  )
  // What somebody does there is said of people, where they are named or answer.
  if (people.size > 0 || kind === 'answers') {
    for (const column of columns) if (isPositionHeader(column.words)) people.add(column)
  }
  const hasFirstNames = columns.some(({ words }) => /(^| )prenoms?( |$)/.test(words))
  if (hasFirstNames) for (const column of columns) if (/^(nom|noms|nom usuel)$/.test(column.words)) people.add(column)
  return people
}

/** Whether the cells of a column may be what the field holds, for three of ten at least: else its name says something else. */
function fits(noun: Noun, target: string, column: ColumnContent, { words }: Known): boolean {
  const { values } = column
  const { kind, holds } = columnOf(noun, target)
  if (noun === 'tie' && target === 'kind' && isFreeText(column, kind, holds, words)) return false
  if (!isJudged(kind, target) || values.size === 0) return true
  // What tools of network analysis call a weight is a strength where all of it is on our scale.
  const isWeight = target === 'strength' && /^(weight|value|poids|valeur)$/.test(column.words)
  let read = 0
  let all = 0
  for (const { text, count } of values.values()) {
    all += count
    if (isRead(text, kind, holds, words)) read += count
  }
  // Weights of another scale are no strengths of ours.
  if (isWeight) return [...values.values()].every(({ text }) => isGrade(text, holds, words))
  return read / all >= (typeof holds === 'object' && 'whole' in holds ? 0.8 : 0.3)
}

function isGrade(text: string, holds: ReturnType<typeof columnOf>['holds'], words: WordsMeant): boolean {
  return valueMeaning(text, 'number', holds, words, null).sure
}

/** Names of any kind are read by any cell; a type that we do not know may become a word. */
function isJudged(kind: CellKind, target: string): boolean {
  if (kind === 'date' || kind === 'number' || kind === 'digits') return true
  if (typeof kind !== 'object') return false
  return 'option' in kind || ('word' in kind && target === 'sphere')
}

/** What is said otherwise in every row is no list of words: a territory would get a kind of tie for each. */
function isFreeText(
  { values, filled }: ColumnContent,
  kind: CellKind,
  holds: ReturnType<typeof columnOf>['holds'],
  words: WordsMeant,
): boolean {
  const told = [...values.values()].filter(({ text }) => isRead(text, kind, holds, words)).length
  return values.size >= 4 && values.size > 0.8 * filled && told < 0.3 * values.size
}

function isRead(text: string, kind: CellKind, holds: ReturnType<typeof columnOf>['holds'], words: WordsMeant): boolean {
  if (kind === 'date') return isDate(text)
  if (kind === 'digits') return /^[\d\s.,e+'-]{6,}$/i.test(text)
  const meaning = valueMeaning(text, kind, holds, words, null)
  if (kind === 'number' && !(typeof holds === 'object' && 'whole' in holds)) return /\d/.test(text)
  if (typeof kind === 'object' && 'word' in kind) return meaning.means !== null && meaning.word === null
  // Decimals between two grades are grades all the same.
  return meaning.means !== null || (kind === 'number' && /^[0-5]([.,]\d+)?$/.test(text.trim()))
}

function isDate(text: string): boolean {
  return /^(\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})$/.test(text.trim())
}

function isNumberOf(text: string, digits: number): boolean {
  const bare = text.replace(/[\s.]/g, '')
  return bare.length === digits && /^\d+$/.test(bare) && passesLuhn(bare)
}

/** The column of names among those that are left: that which names known actors, else the first with many different texts. */
function likeliestName(columns: readonly ColumnContent[], { isActor }: Known) {
  const texts = columns.filter(
    ({ filled, numbers, days, marks, longest }) => filled > 0 && numbers + days < 0.5 && marks < 0.5 && longest < 500,
  )
  const [best] = texts
    .map((column) => ({ column, share: shareKnown(column, isActor) }))
    .filter(({ share }) => share > 0.3)
    .sort((a, b) => b.share - a.share)
  if (best) return { column: best.column, by: 'content' as const }
  const first =
    texts.find(({ values, filled }) => values.size >= Math.min(filled, 3) && values.size > filled / 2) ?? texts[0]
  return first ? { column: first, by: 'place' as const } : null
}

function matrixMeaning({ header, words, filled }: ColumnContent, place: number): MeaningGuess {
  if (place === 0) return { holds: 'field', target: 'from', by: 'place', sure: true }
  if (words === '' || /^(total|somme|degre)( .*)?$/.test(words)) return ignored('header', filled === 0)
  return { holds: 'actor', target: header.slice(0, 200), by: 'header', sure: true }
}

function leftOver(kind: SheetKind, noun: Noun, { header, key, filled, words }: ColumnContent): MeaningGuess {
  if (filled === 0 && header === '') return ignored('content', true)
  // What a list of who was present says besides is said of people.
  if (kind === 'attendance') return ignored('usual', false)
  const holdsAttributes = columnsHoldAttributes(noun)
  if (!holdsAttributes) return ignored('header', true)
  if (/^(n|no|num|numero|rang|ordre|ligne)$/.test(words)) return ignored('header', false)
  const target = header === '' ? key : readAttributeHeader(header).slice(0, 200).trim()
  return { holds: 'attribute', target, by: header === '' ? 'place' : 'header', sure: header !== '' }
}

function columnsHoldAttributes(noun: Noun): boolean {
  return noun !== 'setting' && noun !== 'vocabulary' && noun !== 'note' && columnsOf(noun).length > 0
}

function ignored(by: Guess['by'], sure: boolean): MeaningGuess {
  return { holds: 'ignored', target: '', by, sure }
}
