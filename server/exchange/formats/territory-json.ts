import { collectionOf, fieldsOf, type Noun, nouns, type Territory } from '../../domain/territory.ts'
import { type CellValue, writeAttributeHeader, writeCell } from '../cells.ts'
import { columnOf, columnsOf, fieldOfHeader, fileOf } from '../columns.ts'
import { fileLimits } from '../preview.ts'
import type { People } from '../tables.ts'
import type { Sheet } from './sheets.ts'
import { Unreadable } from './unreadable.ts'

/** What a file says of itself (docs/territory.schema.json). A later version is refused, an earlier one is read. */
export const territoryFormat = { format: 'maillage', version: 1 } as const

/**
 * Everything that a territory holds, for programs. The same territory gives the same bytes.
 * @param people what is personal: left out, unless it was asked for
 */
export function territoryToJson(territory: Territory, people: People = 'left out'): string {
  const facts = nouns.map((noun) => {
    const collection = [...(territory[collectionOf[noun]] as ReadonlyMap<string, object>)]
    return [
      collectionOf[noun],
      collection.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => ordered(noun, fact, people)),
    ]
  })
  return `${JSON.stringify({ ...territoryFormat, id: territory.id, ...Object.fromEntries(facts) }, null, 1)}\n`
}

function ordered(noun: Noun, fact: object, people: People): object {
  const values = new Map(Object.entries(fact))
  const own = fieldsOf[noun].flatMap(([field, { kind }]): [string, unknown][] => {
    const value: unknown = values.get(field)
    const isPersonal = kind !== 'attributes' && columnOf(noun, field).personal === true
    if (value === undefined || (isPersonal && people === 'left out')) return []
    return [
      [
        field,
        kind === 'attributes' ? Object.fromEntries(entriesOf(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
      ],
    ]
  })
  return Object.fromEntries(own)
}

export function isTerritoryJson(content: unknown): content is Readonly<Record<string, unknown>> {
  return (
    typeof content === 'object' && content !== null && 'format' in content && content.format === territoryFormat.format
  )
}

/** The facts as sheets, one per noun. Values of another type than ours are written as they are, to be refused where they stand. Throws `Unreadable`. */
export function sheetsOfTerritory(content: Readonly<Record<string, unknown>>): Sheet[] {
  const { version } = content
  if (typeof version !== 'number' || version > territoryFormat.version) {
    throw new Unreadable({ code: 'malformed_file', expected: { format: 'maillage' } })
  }
  return nouns.flatMap((noun): Sheet[] => {
    const facts = content[collectionOf[noun]]
    if (!Array.isArray(facts) || facts.length === 0) return []
    if (facts.length > fileLimits.rows) {
      const [got, expected] = [String(facts.length), { atMost: fileLimits.rows }]
      throw new Unreadable({ code: 'too_many_rows', got, expected })
    }
    return [sheetOf(noun, facts)]
  })
}

function sheetOf(noun: Noun, facts: readonly unknown[]): Sheet {
  const isField = (header: string) => fieldOfHeader(noun, header) !== null
  const fields = new Map<string, number>()
  const attributes = new Map<string, number>()
  const place = (among: Map<string, number>, key: string) => among.get(key) ?? among.set(key, among.size).size - 1
  const rows = facts.map((fact) => {
    const own: string[] = []
    const further: string[] = []
    for (const [key, value] of entriesOf(fact)) {
      if (key === 'attributes') {
        for (const [name, said] of entriesOf(value)) further[place(attributes, name)] = cellOf(said, 'value')
      } else {
        const isKnown = columnsOf(noun).some(([field]) => field === key)
        own[place(fields, key)] = cellOf(value, isKnown ? columnOf(noun, key).kind : 'value')
      }
    }
    return { own, further }
  })
  const [width, more] = [fields.size, attributes.size]
  if (width + more > fileLimits.columns) {
    throw new Unreadable({
      code: 'too_many_columns',
      got: String(width + more),
      expected: { atMost: fileLimits.columns },
    })
  }
  const header = [...fields.keys(), ...[...attributes.keys()].map((name) => writeAttributeHeader(name, isField))]
  const filled = (cells: readonly string[], length: number) => Array.from({ length }, (_, at) => cells[at] ?? '')
  return {
    name: fileOf(noun),
    hidden: false,
    merges: [],
    rows: [
      { row: 1, cells: header },
      ...rows.map(({ own, further }, index) => ({
        row: index + 2,
        cells: [...filled(own, width), ...filled(further, more)],
      })),
    ],
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function cellOf(value: unknown, kind: Parameters<typeof writeCell>[1]): string {
  if (value === null || value === undefined) return ''
  const isCell = ['string', 'number', 'boolean'].includes(typeof value)
  if (isCell || (Array.isArray(value) && value.every((item) => ['string', 'number'].includes(typeof item)))) {
    return writeCell(value as CellValue, kind)
  }
  return writeCell(JSON.stringify(value), 'line')
}
