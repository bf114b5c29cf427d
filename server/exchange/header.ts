import { folded } from '../domain/folding.ts'
import { plainLine } from '../domain/plain-text.ts'
import { fieldsOf, type Noun } from '../domain/territory.ts'
import { readAttributeHeader } from './cells.ts'
import { fieldOfHeader } from './columns.ts'
import { columnLetters, type Row } from './tables.ts'

/** What the columns of a table are about. */
export interface Header {
  readonly row: number
  readonly columns: readonly HeaderColumn[]
  /** As the file names the column of a field or of `attributes.NAME`; undefined: it has none. */
  readonly nameOf: ReadonlyMap<string, string>
}

interface HeaderColumn {
  /** As the file names it; '' when it does not. */
  readonly name: string
  /** Nothing: the column has no name. Ignored: this noun holds no attributes. */
  readonly holds: 'field' | 'attribute' | 'nothing' | 'ignored'
  /** The field or the attribute. */
  readonly target: string
}

/**
 * A column is the field it names; when several name the same, the one that bears the field's own name or else the
 * first, and the others are attributes, as every unknown column is.
 */
export function readHeader(noun: Noun, row: Row): Header {
  const names = row.cells.map((cell) => plainLine(cell).trim())
  const fields = names.map((name) => fieldOfHeader(noun, name))
  if (noun === 'tie') otherEnds(names, fields)

  const holder = new Map<string, number>()
  for (const [index, field] of fields.entries()) {
    if (field !== null && (!holder.has(field) || names[index] === field)) holder.set(field, index)
  }
  const holdsAttributes = fieldsOf[noun].some(([, { kind }]) => kind === 'attributes')
  const columns = names.map((name, index): HeaderColumn => {
    const field = fields[index]
    if (name === '') return { name, holds: 'nothing', target: '' }
    if (field && holder.get(field) === index) return { name, holds: 'field', target: field }
    return { name, holds: holdsAttributes ? 'attribute' : 'ignored', target: readAttributeHeader(name) }
  })
  const nameOf = new Map<string, string>()
  for (const { holds, target, name } of columns) {
    if (holds === 'field') nameOf.set(target, name)
    if (holds === 'attribute') nameOf.set(`attributes.${target}`, name)
  }
  return { row: row.row, columns, nameOf }
}

/** A name that stands twice, and so leaves open which column is meant, with the letters of both columns. */
interface RepeatedName {
  readonly name: string
  readonly columns: readonly [string, string]
}

/**
 * The first name that stands twice: as it is, or in another case or other accents where it names a field (attributes may
 * differ by that alone), or of all columns.
 */
export function repeatedName(header: Header, noun: Noun, all: 'all' | 'fields' = 'fields'): RepeatedName | null {
  const seen = new Map<string, number>()
  for (const [index, { holds, name, target }] of header.columns.entries()) {
    if (holds === 'nothing') continue
    const isField = fieldOfHeader(noun, name) !== null
    const alike = (isField || all === 'all') && folded(name) !== '' ? [`folded ${folded(name)}`] : []
    const places = [`name ${name}`, `${holds} ${target}`, ...alike]
    const before = places.map((place) => seen.get(place)).find((at) => at !== undefined)
    if (before !== undefined) return { name, columns: [columnLetters(before), columnLetters(index)] }
    for (const place of places) seen.set(place, index)
  }
  return null
}

/**
 * Other tools call the ends of a tie by words that may mean something else: beside a target a source is an end and no
 * provenance (Gephi), and `in` and `out` are ends when nothing else is.
 */
function otherEnds(names: readonly string[], fields: (string | null)[]): void {
  const words = names.map(folded)
  const source = fields.indexOf('source')
  if (!fields.includes('from') && source >= 0 && words.some((word) => targets.has(word))) fields[source] = 'from'
  const [first, second] = [words.indexOf('in'), words.indexOf('out')]
  if (fields.includes('from') || fields.includes('to') || first < 0 || second < 0) return
  fields[first] = 'from'
  fields[second] = 'to'
}

const targets = new Set(['target', 'targetid', 'cible', 'destination'])
