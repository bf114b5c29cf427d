import type { Kind } from '#domain/description.ts'
import { foldedWords } from '#domain/folding.ts'
import { fieldsOf, type Noun, nouns, wordsOf } from '#domain/territory.ts'
import { closedLists, type Vocabulary } from '#domain/vocabulary.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Option, OptionGroup } from '../../form/choice.tsx'
import type { Text } from '../../text/fr.ts'
import type { Column, NewWord, Sheet } from './plan.ts'

type Meaning = Sheet['meanings'][number]

/** What a column is taken for, in words. */
export function meaningInWords(t: Text, record: TerritoryRecord, { holds, target }: Meaning, header?: string): string {
  const { columns, fields } = t.importing
  switch (holds) {
    case 'field':
      return isField(target, fields) ? fields[target] : target
    case 'attribute':
      return target === header ? columns.asItIs : columns.attribute(target)
    case 'role':
      return columns.role(wordOf(t, record, 'role', target))
    case 'tie':
      return columns.tie(wordOf(t, record, 'tieKind', target))
    case 'space':
      return columns.space(target)
    case 'actor':
      return columns.actor(target)
    case 'ignored':
      return columns.ignored
  }
}

export const meaningId = ({ holds, target }: Meaning) => `${holds} ${target}`

/** What a column may be taken for: what is usual for such sheets, then a note of its own, then nothing. */
export function meaningGroups(t: Text, record: TerritoryRecord, sheet: Sheet, column: Column): OptionGroup[] {
  const { columns } = t.importing
  const optionsOf = (meanings: readonly Meaning[]) =>
    meanings.map(
      (meaning): Option => ({ id: meaningId(meaning), name: meaningInWords(t, record, meaning, column.header) }),
    )
  const of = (...holds: readonly Meaning['holds'][]) =>
    optionsOf(sheet.meanings.filter((each) => holds.includes(each.holds)))
  const others = [attributeOf(column), ignoredMeaning]
  const now = [...sheet.meanings, ...others].some((each) => meaningId(each) === meaningId(column)) ? [] : [column]
  return [
    { name: columns.asField, options: of('field') },
    { name: columns.asRole, options: of('role') },
    { name: columns.asTie, options: of('tie', 'actor', 'space') },
    { name: columns.asOther, options: optionsOf([...others, ...now]) },
  ].filter(({ options }) => options.length > 0)
}

/** The meaning that an option of `meaningGroups` stands for. */
export function meaningOf(sheet: Sheet, column: Column, id: string): Meaning {
  const all = [...sheet.meanings, attributeOf(column), ignoredMeaning]
  const { holds, target } = all.find((each) => meaningId(each) === id) ?? column
  return { holds, target }
}

const ignoredMeaning: Meaning = { holds: 'ignored', target: '' }

function attributeOf({ header, key }: Column): Meaning {
  return { holds: 'attribute', target: header || key }
}

/** What the values of a column are words of; null: they are no words. */
export function vocabularyOf(sheet: Sheet, column: Column): Vocabulary | null {
  const kind = kindOf(sheet, column)
  if (kind === null || typeof kind !== 'object') return null
  return 'word' in kind ? kind.word : 'words' in kind ? kind.words : null
}

/** What a value of a column may mean; null: anything, to be written out. */
export function valueGroups(
  t: Text,
  record: TerritoryRecord,
  sheet: Sheet,
  column: Column,
  newWords: readonly NewWord[],
  value: string,
): OptionGroup[] | null {
  const { decisions } = t.importing
  const known = knownOptions(t, record, sheet, column)
  if (!known) return null
  const vocabulary = vocabularyOf(sheet, column)
  // A word may have come into the territory since it was proposed.
  const ids = new Set(known.map(({ id }) => id))
  const own = vocabulary ? [newWordOf(vocabulary, value)] : []
  const toAdd = [...newWords.filter((each) => each.vocabulary === vocabulary), ...own].filter(
    ({ id }) => !ids.has(id) && ids.add(id),
  )
  return [
    { name: '', options: known },
    { name: decisions.newWords, options: toAdd.map(({ id, fr }) => ({ id, name: decisions.newWord(fr) })) },
    { name: ' ', options: [{ id: emptyId, name: decisions.empty }] },
  ].filter(({ options }) => options.length > 0)
}

/** A list of its own, of which each says itself. */
export function choiceGroups(choices: readonly string[]): OptionGroup[] {
  return [{ name: '', options: choices.map((choice) => ({ id: choice, name: choice })) }]
}

/** An option cannot be without an id. */
export const emptyId = '\u0000'

/** A word of the territory's own, made of a value as it is written. */
export function newWordOf(vocabulary: Vocabulary, value: string): NewWord {
  const id = value
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return { vocabulary, id: id || value, fr: value }
}

/** What a value is read as, in words. */
export function valueInWords(
  t: Text,
  record: TerritoryRecord,
  sheet: Sheet,
  column: Column,
  newWords: readonly NewWord[],
  means: string,
): string {
  const vocabulary = vocabularyOf(sheet, column)
  const added = newWords.find((each) => each.vocabulary === vocabulary && each.id === means)
  return added?.fr ?? knownOptions(t, record, sheet, column)?.find(({ id }) => id === means)?.name ?? means
}

/** The value that words stand for in a column that the import adds; what is no such word says itself. */
export function valueOfWords(t: Text, record: TerritoryRecord, sheet: Sheet, column: Column, words: string): string {
  if (!column.added) return words
  const said = foldedWords(words)
  return knownOptions(t, record, sheet, column)?.find(({ name }) => foldedWords(name) === said)?.id ?? words
}

function knownOptions(t: Text, record: TerritoryRecord, sheet: Sheet, column: Column): Option[] | null {
  const kind = kindOf(sheet, column)
  if (kind === 'boolean') {
    return [
      { id: 'true', name: t.importing.decisions.yes },
      { id: 'false', name: t.importing.decisions.no },
    ]
  }
  if (kind === null || typeof kind !== 'object') return null
  if ('whole' in kind) {
    const [least, most] = kind.whole
    return Array.from({ length: most - least + 1 }, (_, i) => ({ id: String(least + i), name: t.number(least + i) }))
  }
  if ('oneOf' in kind) {
    const names: Readonly<Record<string, string>> = {
      ...t.scopes,
      ...t.confidences,
      ...t.regularities,
      ...t.rosterStatuses,
      ...t.data.waveBases,
    }
    return closedLists[kind.oneOf].map((id) => ({ id, name: names[id] ?? id }))
  }
  const vocabulary = vocabularyOf(sheet, column)
  if (!vocabulary) return null
  return wordsOf(record, vocabulary).map((id) => ({ id, name: wordOf(t, record, vocabulary, id) }))
}

function kindOf({ kind }: Sheet, { holds, target }: Column): Kind | null {
  if (holds !== 'field') return null
  const [own] = nouns.filter((noun) => noun === (aboutNouns[kind.value] ?? kind.value))
  const fields = [own, 'actor' as const, 'tie' as const, 'space' as const].flatMap((noun) =>
    noun ? fieldsOf[noun] : [],
  )
  return fields.find(([name]) => name === target)?.[1].kind ?? null
}

/** What the rows of a sheet are about that is no table of one of our nouns. */
const aboutNouns: Partial<Record<Sheet['kind']['value'], Noun>> = {
  projects: 'space',
  matrix: 'tie',
  answers: 'tie',
  attendance: 'participation',
}

function isField<F extends object>(name: string, fields: F): name is string & keyof F {
  return Object.hasOwn(fields, name)
}
