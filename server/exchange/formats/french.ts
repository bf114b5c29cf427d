import type { Named } from '../../domain/description.ts'
import { collectionOf, type Noun, type Nouns, nouns, type Territory, wordsOf } from '../../domain/territory.ts'
import { type ClosedList, closedLists, type Vocabulary } from '../../domain/vocabulary.ts'
import { fileOptions, headerOf } from '../../words/fr/nouns.ts'
import { vocabulary as french } from '../../words/fr/vocabulary.ts'
import { wordOf } from '../../words/vocabulary.ts'
import { type CellKind, type CellValue, writeAttributeHeader, writeCell } from '../cells.ts'
import { columnsOf, fieldOfHeader } from '../columns.ts'
import { NameIndex } from '../names.ts'
import type { People } from '../tables.ts'
import { optionMeant, type WordsMeant, wordsMeant } from '../words.ts'

/** A table as a person reads it in a French spreadsheet: names instead of ids, labels instead of words. */
export interface FrenchTable {
  readonly noun: Noun
  /** « Liens » */
  readonly title: string
  readonly columns: readonly FrenchColumn[]
  readonly rows: readonly (readonly FrenchCell[])[]
}

export interface FrenchColumn {
  readonly header: string
  /** Null: an attribute. */
  readonly field: string | null
  readonly kind: CellKind
}

/** A text as it stands, a number, a day (`YYYY-MM-DD`), or nothing. */
export type FrenchCell = string | number | boolean | { readonly day: string } | null

/** Every noun of the territory, in the order in which they are read. The import reads the same facts from them. */
export function frenchTables(territory: Territory, people: People): FrenchTable[] {
  const writer = new FrenchWriter(territory)
  return nouns.map((noun) => {
    const facts = [...(territory[collectionOf[noun]] as ReadonlyMap<string, Nouns[Noun]>)]
    facts.sort(([a], [b]) => (a < b ? -1 : 1))
    const attributes = [...new Set(facts.flatMap(([, fact]) => [...attributesOf(fact).keys()]))].sort()
    const own = frenchColumns(noun, people)
    const isField = (header: string) => fieldOfHeader(noun, header) !== null
    const further = attributes.map((name): FrenchColumn => {
      return { header: writeAttributeHeader(name, isField), field: null, kind: 'value' }
    })
    const rows = facts.map(([, fact]) => {
      const said = attributesOf(fact)
      return [
        ...own.map(({ field, kind }) => writer.cell(fact[field as keyof typeof fact] as CellValue | null, kind)),
        ...attributes.map((name) => writer.cell(said.get(name), 'value')),
      ]
    })
    return { noun, title: titleOf(noun), columns: [...own, ...further], rows }
  })
}

/** The columns of the fields of a noun. */
export function frenchColumns(noun: Noun, people: People): FrenchColumn[] {
  return columnsOf(noun)
    .filter(([, { personal }]) => !personal || people === 'named')
    .map(([field, { kind }]) => ({ header: capitalized(headerOf(field)), field, kind }))
}

export function titleOf(noun: Noun): string {
  return capitalized(french.nouns[noun].table)
}

/** The words that a column may hold, as French files have them; null: it holds no words. */
export function choicesOf(territory: Territory, kind: CellKind): string[] | null {
  if (typeof kind === 'string' || 'names' in kind || 'words' in kind) return null
  if ('option' in kind && kind.option === 'boolean') return ['oui', 'non']
  const writer = new FrenchWriter(territory)
  const words =
    'word' in kind ? wordsOf(territory, kind.word) : kind.option === 'boolean' ? [] : closedLists[kind.option]
  return words.map((word) => writer.text(word, kind))
}

class FrenchWriter {
  readonly #territory: Territory
  readonly #names: NameIndex
  readonly #meant: WordsMeant

  constructor(territory: Territory) {
    this.#territory = territory
    this.#names = new NameIndex(territory)
    this.#meant = wordsMeant(territory)
  }

  cell(value: CellValue | null | undefined, kind: CellKind): FrenchCell {
    if (value === null || value === undefined) return null
    if (kind === 'date') return { day: String(value) }
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return typeof kind === 'string' ? value : value ? 'oui' : 'non'
    if (typeof value === 'string') return this.text(value, kind)
    return writeCell(
      typeof kind === 'object' && 'words' in kind
        ? (value as readonly string[]).map((word) => this.#label(word, kind.words))
        : value,
      kind,
    )
  }

  text(value: string, kind: CellKind): string {
    if (typeof kind === 'string') return writeCell(value, kind)
    if ('word' in kind) return writeCell(this.#label(value, kind.word), kind)
    if ('words' in kind) return this.#label(value, kind.words)
    if ('option' in kind) return optionLabel(kind.option, value)
    const name = this.#nameOf(kind.names, value)
    return writeCell(name !== null && this.#names.named(kind.names, name) === value ? name : value, kind)
  }

  /** What the page calls a word, where the import takes it for that word and no other. */
  #label(word: string, vocabulary: Vocabulary): string {
    const label = wordOf({ language: 'fr', words: french.words }, this.#territory, vocabulary, word)
    return this.#meant(vocabulary, label) === word ? label : word
  }

  #nameOf(noun: Named, id: string): string | null {
    const { actors, spaces, waves, seminars, challenges } = this.#territory
    if (noun === 'decision') return null
    if (noun === 'wave') return waves.get(id)?.label ?? null
    if (noun === 'challenge') return challenges.get(id)?.text ?? null
    return (noun === 'actor' ? actors : noun === 'space' ? spaces : seminars).get(id)?.name ?? null
  }
}

function optionLabel(list: ClosedList | 'boolean', word: string): string {
  if (list === 'boolean') return word
  const labels: Readonly<Record<string, string>> = fileOptions[list]
  const label = labels[word] ?? word
  return optionMeant(list, label) === word ? label : word
}

function attributesOf(fact: object): ReadonlyMap<string, string | number | boolean> {
  return new Map('attributes' in fact ? Object.entries(fact.attributes as Record<string, string>) : [])
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}
