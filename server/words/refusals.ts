import type { Named } from '../domain/description.ts'
import type { Noun } from '../domain/territory.ts'
import { type ClosedList, closedLists, type Vocabulary } from '../domain/vocabulary.ts'
import type { ImportedWire } from '../wire/exchange.ts'

type RefusalWire = ImportedWire['refusals'][number]
export type ReadRefusalCode = RefusalWire['code']
type Expected = NonNullable<RefusalWire['expected']>
type Format = Extract<Expected, { format: unknown }>['format']

/** As their makers write them. */
const formatNames: { readonly [F in Format]: string } = {
  ...{ zip: 'ZIP', xlsx: 'XLSX', xlsb: 'XLSB', xls: 'XLS', ods: 'ODS' },
  ...{ graphml: 'GraphML', gexf: 'GEXF', gml: 'GML', pajek: 'Pajek', dl: 'UCINET DL', vna: 'VNA' },
  ...{ json: 'JSON', 'gephi-lite': 'Gephi Lite', maillage: 'Maillage' },
}

/** Where in the files of an import a refusal is. */
export type RefusedPlace = Pick<RefusalWire, 'file' | 'row' | 'column' | 'code'>

/** How a language says why a file, a row or a cell of an import is left out. */
export interface RefusalWords {
  readonly reasons: Readonly<Record<ReadRefusalCode, (got: string, expected: string) => string>>
  readonly things: Readonly<Record<Extract<Expected, string>, string>>
  /** Of a value that is a text, but not one that may stand. */
  readonly limits: Readonly<Record<'id' | 'line' | 'text', string>>
  readonly facts: Readonly<Record<Named, string>>
  readonly vocabularies: Readonly<Record<Vocabulary, string>>
  readonly option: <L extends ClosedList>(list: L, word: (typeof closedLists)[L][number]) => string
  readonly nouns: Readonly<Record<Noun, { readonly file: string }>>
  readonly column: (field: string) => string
  readonly row: (row: number) => string
  readonly format: (name: string) => string
  readonly quoted: (name: string) => string
  readonly digits: (digits: number) => string
  readonly between: (least: number, most: number) => string
  readonly whole: (least: number, most: number) => string
  readonly wholes: (least: number, most: number) => string
  readonly notBefore: (date: string) => string
}

/** What was got and what would have done, without the final point. */
export function refusedIn(words: RefusalWords) {
  return (code: ReadRefusalCode, got: string, expected: Expected | null): string =>
    words.reasons[code](shortened(got), expected === null ? '' : instead(words, code, expected))
}

/** A cell may hold thirty thousand characters: its beginning tells which is meant. */
function shortened(got: string): string {
  return got.length <= 200 ? got : `${got.slice(0, 120).trimEnd()}…`
}

function instead(words: RefusalWords, code: ReadRefusalCode, expected: Expected): string {
  if (typeof expected === 'string') {
    const ofLimit = code === 'invalid_value' && (expected === 'id' || expected === 'line' || expected === 'text')
    return ofLimit ? words.limits[expected] : words.things[expected]
  }
  if ('fact' in expected) return words.facts[expected.fact]
  if ('word' in expected) return words.vocabularies[expected.word]
  if ('words' in expected) return words.vocabularies[expected.words]
  if ('oneOf' in expected) return optionsIn(words, expected.oneOf).join(', ')
  if ('digits' in expected) return words.digits(expected.digits)
  if ('between' in expected) return words.between(...expected.between)
  if ('whole' in expected) return words.whole(...expected.whole)
  if ('wholes' in expected) return words.wholes(...expected.wholes)
  if ('notBefore' in expected) return words.notBefore(expected.notBefore)
  if ('row' in expected) return words.row(expected.row)
  if ('format' in expected) return words.format(formatNames[expected.format])
  if ('files' in expected) return expected.files.map((noun) => words.nouns[noun].file).join(', ')
  if ('fields' in expected) return expected.fields.map(words.column).join(', ')
  if ('oneNameOf' in expected) return expected.oneNameOf.map(words.quoted).join(', ')
  return 'oneColumnOf' in expected ? expected.oneColumnOf.join(', ') : String(expected.atMost)
}

function optionsIn<L extends ClosedList>(words: RefusalWords, list: L): string[] {
  return closedLists[list].map((word) => words.option(list, word))
}
