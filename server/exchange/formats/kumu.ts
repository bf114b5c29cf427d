import type { Territory } from '../../domain/territory.ts'
import type { Row } from '../tables.ts'
import { factsOf } from './facts.ts'
import type { Value } from './network.ts'
import type { Sheet } from './sheets.ts'
import { booleanText } from './values.ts'
import { type SheetToWrite, workbookOf } from './xlsx-writer.ts'

/**
 * A workbook of Kumu (https://docs.kumu.io/guides/import/excel-csv): its sheets Elements and Connections, whose cells part several values by bars and whose
 * connections say their direction in a word. Other workbooks stand as they are.
 */
export function withoutKumuWays(sheets: readonly Sheet[]): readonly Sheet[] {
  const [elements, connections] = [
    sheets.find((sheet) => isSheet(sheet, 'elements', ['label'])),
    sheets.find((sheet) => isSheet(sheet, 'connections', ['from', 'to'])),
  ]
  if (!elements && !connections) return sheets
  return sheets.map((sheet) => {
    if (sheet !== elements && sheet !== connections) return sheet
    const [header = { row: 1, cells: [] }, ...rows] = sheet.rows
    const direction = sheet === connections ? header.cells.findIndex((cell) => /^direction$/i.test(cell.trim())) : -1
    const cells = header.cells.map((cell, index) => (index === direction ? 'directed' : cell))
    return { ...sheet, rows: [{ row: header.row, cells }, ...rows.map((row) => rewritten(row, direction))] }
  })
}

function isSheet({ name, rows }: Sheet, title: string, headers: readonly string[]): boolean {
  const cells = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  return name.trim().toLowerCase() === title && headers.every((header) => cells.includes(header))
}

function rewritten({ row, cells }: Row, direction: number): Row {
  return {
    row,
    cells: cells.map((cell, index) => {
      if (index === direction) return booleanText(/^directed$/i.test(cell.trim()))
      if (!cell.includes('|')) return cell
      return cell
        .split('|')
        .map((item) => item.trim().replaceAll(';', '\\;'))
        .filter((item) => item !== '')
        .join('; ')
    }),
  }
}

/**
 * Actors and ties as a workbook that Kumu imports: elements by their names, tags and other lists parted by bars, connections with their direction. Spaces are elements of
 * a type of their own, participations connections. Rosters, words, settings, notes and seminars have no place there.
 */
export async function territoryToKumu(territory: Territory): Promise<Uint8Array> {
  const { nodes, edges } = factsOf(territory)
  const seen = Map.groupBy(nodes, ({ name }) => name.toLowerCase())
  // Kumu knows elements by their labels.
  const labels = new Map(
    nodes.map(({ key, id, name }) => [key, seen.get(name.toLowerCase())?.length === 1 ? name : `${name} (${id})`]),
  )
  const elements = nodes.map((node) => {
    const values = new Map(node.values)
    const type = node.noun === 'space' ? values.get('kind') : values.get('type')
    for (const key of ['type', 'kind']) values.delete(key)
    return new Map<string, Value>([
      ['Label', labels.get(node.key) ?? node.name],
      ['Type', type ?? ''],
      ['ID', node.key],
      ...values,
    ])
  })
  const connections = edges.map(({ from, to, directed, strength, kind, values }) => {
    const ends: [string, Value][] = [
      ['From', labels.get(from.key) ?? ''],
      ['To', labels.get(to.key) ?? ''],
      ['Type', kind],
      ['Direction', directed ? 'directed' : 'undirected'],
    ]
    const weight: [string, Value][] = strength === null ? [] : [['Strength', strength]]
    return new Map([...ends, ...weight, ...values.filter(([title]) => title !== 'kind' && title !== 'role')])
  })
  return await workbookOf([sheetToWrite('Elements', elements), sheetToWrite('Connections', connections)])
}

function sheetToWrite(name: string, rows: readonly ReadonlyMap<string, Value>[]): SheetToWrite {
  const titles = new Set(rows.flatMap((row) => [...row.keys()]))
  const headers = [...titles].map((title) => (title === 'tags' ? 'Tags' : title))
  return {
    name,
    columns: headers.map((header) => ({ header })),
    emptyRows: 0,
    rows: rows.map((row) => [...titles].map((title) => inBars(row.get(title) ?? null, title))),
  }
}

/** Lists of ours are parted by semicolons. */
function inBars(value: Value | null, title: string): Value | null {
  return typeof value === 'string' && ['tags', 'aliases', 'groups'].includes(title)
    ? value.replace(/(?<!\\); /g, ' | ').replaceAll('\\;', ';')
    : value
}
