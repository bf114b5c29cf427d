import { folded, foldedWords } from '../../domain/folding.ts'
import { type Noun, nouns } from '../../domain/territory.ts'
import { typeOfName } from '../../domain/type-of-name.ts'
import { columnsOf, fieldOfHeader, nounOfFile } from '../columns.ts'
import type { Evidence, Guess, SheetKind } from '../plan.ts'
import { choiceColumns } from './choice-columns.ts'
import type { ColumnContent } from './column-content.ts'
import { shareKnown } from './column-content.ts'
import { crossedColumns, partColumns, partnersColumns } from './column-meaning.ts'
import {
  habitualMeaning,
  isPersonHeader,
  isPresenceHeader,
  isQuestion,
  isSessionHeader,
  isSurveyHeader,
} from './column-names.ts'

export interface KindGuess extends Guess {
  readonly value: SheetKind
  /** What else it may be, the likeliest first. */
  readonly otherwise: readonly SheetKind[]
  /** The file and its header are as we write them: the sheet means what it says. */
  readonly own: boolean
}

/** What a sheet is about. @param isActor whether a folded name is that of an actor */
export function sheetKind(
  place: { readonly file: string; readonly sheet: string | null },
  columns: readonly ColumnContent[],
  isActor: (folded: string) => boolean,
): KindGuess {
  const own = ownNoun(place, columns)
  if (own) return { value: own, by: 'file_name', sure: true, otherwise: othersThan(own, []), own: true }
  const scores = new Map<SheetKind, number>()
  const add = (kind: SheetKind, points: number) => scores.set(kind, (scores.get(kind) ?? 0) + points)
  for (const [kind, points] of headerScores(columns, isActor)) add(kind, points)
  if (isMatrix(columns, isActor)) add('matrix', 12)
  const exchanged = sheetsOfTools.get(folded(place.sheet ?? ''))
  if (exchanged) add(exchanged, 8)
  for (const kind of kindsNamed(place)) add(kind, scores.has(kind) ? 3 : 1)
  const ranked = [...scores].filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a)
  const [best, second] = ranked
  const otherwise = (value: SheetKind) =>
    othersThan(
      value,
      ranked.map(([kind]) => kind),
    )
  if (!best || best[1] < 3) {
    const cells = columns.reduce((sum, { filled }) => sum + filled, 0)
    // One cell in a sheet of a workbook is the title of a picture.
    const value = cells > (place.sheet === null ? 0 : 1) ? 'actor' : 'nothing'
    return { value, by: 'usual', sure: value === 'nothing', otherwise: otherwise(value), own: false }
  }
  const by: Evidence = best[0] === 'matrix' || columns.every(({ words }) => words === '') ? 'content' : 'header'
  return {
    value: best[0],
    by,
    sure: best[1] >= 6 && best[1] - (second?.[1] ?? 0) >= 2,
    otherwise: otherwise(best[0]),
    own: false,
  }
}

/** What networks of other tools are read as, and the sheets that Kumu asks for. */
const sheetsOfTools = new Map<string, SheetKind>([
  ['actors', 'actor'],
  ['elements', 'actor'],
  ['edges', 'tie'],
  ['connections', 'tie'],
])

/** The noun of a table that is named as ours are and has all columns that one of them needs. */
export function ownNoun(
  { file, sheet }: { readonly file: string; readonly sheet: string | null },
  columns: readonly ColumnContent[],
): Noun | null {
  const noun = nounOfFile(sheet === null ? file : `${sheet}.csv`)
  if (noun === null) return null
  const fields = new Set(columns.map(({ header }) => fieldOfHeader(noun, header)))
  // Our exports have every column, those of old ones most; whoever writes a table for us, those that are needed.
  const isThere = (field: string) => fields.has(field) || (noun === 'tie' && field === 'from' && fields.has('source'))
  const needed = columnsOf(noun).filter(
    ([field, column]) => column.needed && column.empty === undefined && field !== 'wave' && field !== 'id',
  )
  return needed.every(([field]) => isThere(field)) ? noun : null
}

function headerScores(columns: readonly ColumnContent[], isActor: (folded: string) => boolean): Map<SheetKind, number> {
  const scores = new Map<SheetKind, number>()
  const meaning = (kind: SheetKind, column: ColumnContent) => meaningOf(kind, column)
  const has = (kind: SheetKind, target: string) => columns.some((column) => meaning(kind, column)?.target === target)
  const count = (kind: SheetKind, targets: readonly string[]) => targets.filter((target) => has(kind, target)).length
  const hasName = has('actor', 'name')

  // Two columns of actors that name the same ones are ends of ties, whatever they are called.
  const ends =
    (has('tie', 'from') && has('tie', 'to')) ||
    (has('tie', 'source') && columns.some(({ words }) => words === 'target'))
  if (ends) scores.set('tie', 9 + count('tie', ['kind', 'strength', 'regularity', 'lastContact']))
  else if (haveTwoEnds(columns, isActor))
    scores.set('tie', 7 + count('tie', ['kind', 'strength', 'regularity', 'lastContact']))
  else if (namesPartners(columns))
    scores.set('tie', 4 + count('tie', ['kind', 'strength', 'regularity', 'lastContact']))

  const roles = columns.filter(
    (column) => meaning('projects', column)?.holds === 'role' && !(column.filled > 0 && column.numbers > 0.8),
  ).length
  const partners = partnersColumns(columns)
  const areListed = partners.length > 0 && roles <= partners.length && describesActors(columns)
  if (hasName && areListed && !ends && !namesPartners(columns)) {
    scores.delete('tie')
    scores.set('answers', 12)
  } else if (has('projects', 'name') && roles === 0 && partColumns(columns).length > 0) scores.set('projects', 9)
  else if (has('projects', 'name') && roles > 0)
    scores.set('projects', 6 + 2 * roles + count('projects', ['start', 'end', 'objective']))
  else if (has('projects', 'name') && count('projects', ['start', 'end', 'objective']) > 0) scores.set('space', 5)

  if (has('participation', 'actor') && has('participation', 'space')) {
    scores.set('participation', 7 + 2 * count('participation', ['role']))
  }
  if (hasName)
    scores.set(
      'actor',
      4 + count('actor', ['type', 'commune', 'siren', 'siret', 'sphere', 'scope', 'inside', 'aliases', 'groups']),
    )
  if (hasName && has('roster', 'status') && columns.length <= 6) scores.set('roster', 4)

  const questions = columns.filter((column) => isQuestion(column.header, column.words) && column.marks < 0.9)
  const survey = columns.some(({ words }) => isSurveyHeader(words))
  const choices = choiceColumns(columns, isActor).size > 0
  if (questions.length > 0 || survey || choices) {
    scores.set(
      'answers',
      (scores.get('answers') ?? 0) + 3 * Math.min(4, questions.length) + (survey ? 6 : 0) + (choices ? 6 : 0),
    )
  }

  const sessions = columns.filter(
    (column) => isSessionHeader(column.header, column.words) && column.filled > 0 && column.marks > 0.8,
  )
  const presence = columns.some(({ words }) => isPresenceHeader(words))
  const people = columns.filter(({ words }) => isPersonHeader(words)).length
  if (hasName && crossedColumns(columns).length > 0) scores.set('attendance', 9)
  if (hasName && (presence || sessions.length > 0)) {
    scores.set(
      'attendance',
      (presence ? 6 : 0) + (sessions.length > 0 ? 5 : 0) + Math.min(3, sessions.length) + Math.min(2, people),
    )
  }
  return scores
}

/** What a column would be in a sheet of this kind, by its name. */
function meaningOf(kind: SheetKind, { header, words }: ColumnContent) {
  const noun = kind === 'projects' ? 'space' : nouns.find((one) => one === kind)
  const habitual = habitualMeaning(kind, words)
  if (habitual) return habitual
  const field = noun ? fieldOfHeader(noun, header) : null
  return field === null ? null : { holds: 'field' as const, target: field }
}

/** Whether rows are organisations by more than a name: numbers of the register, their types, or what the column of names is called. */
function describesActors(columns: readonly ColumnContent[]): boolean {
  return columns.some((column) => {
    const target = meaningOf('actor', column)?.target
    if (target === 'siren' || target === 'siret') return true
    if (target === 'name') return !/^(nom|intitule|titre|libelle)s?$/.test(column.words)
    return target === 'type' && shareKnown(column, (value) => typeOfName(value) !== null) >= 0.5
  })
}

/** « Structure », « Partenaires » and what is said of their relation: an organisation a row, and with whom it has to do. */
function namesPartners(columns: readonly ColumnContent[]): boolean {
  const others = columns.find((column) => meaningOf('tie', column)?.target === 'to')
  const isNamed = columns.some((column) => column !== others && meaningOf('actor', column)?.target === 'name')
  const isTold = columns.some((column) => {
    const target = meaningOf('tie', column)?.target
    // « Type » alone may be that of the organisation.
    return target === 'regularity' || target === 'lastContact' || (target === 'kind' && column.words.includes(' '))
  })
  return others !== undefined && isNamed && isTold
}

function haveTwoEnds(columns: readonly ColumnContent[], isActor: (folded: string) => boolean): boolean {
  const texts = columns
    .filter(({ filled, numbers, days, values }) => filled > 2 && numbers + days < 0.2 && values.size > 2)
    .slice(0, 8)
  for (const [place, one] of texts.entries()) {
    for (const other of texts.slice(place + 1)) {
      const both = shareKnown(one, (value) => other.values.has(value))
      if (both > 0.3 && shareKnown(other, (value) => one.values.has(value)) > 0.3) return true
      if (shareKnown(one, isActor) > 0.6 && shareKnown(other, isActor) > 0.6) return true
    }
  }
  return false
}

/** The same names down the first column and along the header, hardly anything but numbers and crosses between. */
export function isMatrix(columns: readonly ColumnContent[], isActor: (folded: string) => boolean): boolean {
  const [first, ...others] = columns
  const named = others.filter(({ words }) => words !== '')
  if (!first || named.length < 2 || first.values.size < 2) return false
  const headers = named.map(({ header }) => folded(header))
  const onBoth = headers.filter((header) => first.values.has(header)).length / headers.length
  const known = headers.filter(isActor).length / headers.length
  const plain =
    named.filter(({ filled, numbers, marks }) => filled === 0 || numbers + marks >= 0.8).length / named.length
  return plain >= 0.8 && (onBoth >= 0.6 || (known >= 0.6 && shareKnown(first, isActor) >= 0.6))
}

/** What the names of the file and of the sheet speak of. */
function kindsNamed({ file, sheet }: { readonly file: string; readonly sheet: string | null }): SheetKind[] {
  const words = foldedWords(`${file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')} ${sheet ?? ''}`)
  return hints.filter(([pattern]) => pattern.test(words)).map(([, kind]) => kind)
}

const hints: readonly (readonly [RegExp, SheetKind])[] = [
  [
    /(^| )(acteurs?|partenaires?|structures?|annuaire|contacts?|organismes?|entreprises?|adherents?|actors?|nodes?|noeuds?)( |$)/,
    'actor',
  ],
  [/(^| )(liens?|relations?|echanges?|ties?|edges?|aretes?)( |$)/, 'tie'],
  [/(^| )(projets?|actions?|operations?|fiches?|projects?)( |$)/, 'projects'],
  [/(^| )(presences?|emargement|participants?|invites?|inscrits?|attendance)( |$)/, 'attendance'],
  [/(^| )(reponses?|questionnaires?|enquetes?|sondage|survey|responses?|answers?|formulaire)( |$)/, 'answers'],
  [/(^| )(matrice|matrix|adjacence)( |$)/, 'matrix'],
]

function othersThan(value: SheetKind, ranked: readonly SheetKind[]): SheetKind[] {
  const usual: SheetKind[] = [
    'actor',
    'tie',
    'projects',
    'participation',
    'attendance',
    'answers',
    'matrix',
    'space',
    'roster',
    'wave',
    'vocabulary',
    'setting',
    'note',
    'nothing',
  ]
  return [...new Set([...ranked, ...usual])].filter((kind) => kind !== value)
}
