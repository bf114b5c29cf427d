import { plainLine } from '../territory/plain-text.ts'
import type { Noun } from '../territory/territory.ts'
import { readAttributeHeader } from './cells.ts'
import { fieldOfHeader } from './columns.ts'
import type { Row } from './tables.ts'

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
  if (noun === 'tie') sourceAsEnd(names, fields)

  const holder = new Map<string, number>()
  for (const [index, field] of fields.entries()) {
    if (field !== null && (!holder.has(field) || names[index] === field)) holder.set(field, index)
  }
  const holdsAttributes = noun !== 'setting' && noun !== 'vocabulary'
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

/** The first name that stands twice, and so leaves open which column is meant. */
export function repeatedName(header: Header): string | null {
  const seen = new Set<string>()
  for (const column of header.columns) {
    if (column.holds === 'nothing') continue
    const places = [column.name, `${column.holds} ${column.target}`]
    if (places.some((place) => seen.has(place))) return column.name
    for (const place of places) seen.add(place)
  }
  return null
}

/** Edge lists write `source,target`: beside a target, and where nothing else says `from`, a source is an end and no provenance. */
function sourceAsEnd(names: readonly string[], fields: (string | null)[]): void {
  if (fields.includes('from') || !names.some((name) => /^(target|cible)$/i.test(name))) return
  const source = fields.indexOf('source')
  if (source >= 0) fields[source] = 'from'
}
