import { collectionOf, type Noun, type Nouns, nouns, type Territory } from '../domain/territory.ts'
import { type CellValue, isBlank, writeAttributeHeader, writeCell } from './cells.ts'
import { columnsOf, fieldOfHeader, fileOf } from './columns.ts'
import type { ReadRefusal } from './preview.ts'

/** Rows of text cells, the header first: what a CSV file and the sheet of a workbook have in common. */
export interface Table {
  /** As the person named it. */
  readonly file: string
  /** What the rows are about, where somebody knows; then several tables may be about the same. Else the name of the file says. */
  readonly noun?: Noun
  /** Empty rows may be among them. */
  readonly rows: readonly Row[]
  /** Why the rows are not all of the file's. */
  readonly flaw?: Pick<ReadRefusal, 'row' | 'code' | 'got' | 'expected'>
}

export interface Row {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export function isEmptyRow(row: Row): boolean {
  return row.cells.every(isBlank)
}

/** A column as a spreadsheet letters it, from 0: A, …, Z, AA, … */
export function columnLetters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26))
  return index < 26 ? rest : columnLetters(Math.floor(index / 26) - 1) + rest
}

/**
 * A territory as one table per noun, every field a column, every attribute a further one. Rows follow the keys of the
 * facts and attributes their names (UTF-16 code units): the same territory gives the same tables.
 *
 * @param people what is personal: left out with its columns, unless it was asked for
 */
export function territoryToTables(
  territory: Territory,
  people: People = 'left out',
): { readonly name: string; readonly rows: string[][] }[] {
  return nouns.map((noun) => ({ name: fileOf(noun), rows: rowsOf(territory, noun, people) }))
}

export type People = 'left out' | 'named'

function rowsOf<N extends Noun>(territory: Territory, noun: N, people: People): string[][] {
  const facts = [...(territory[collectionOf[noun]] as ReadonlyMap<string, Nouns[N]>)]
  facts.sort(([a], [b]) => (a < b ? -1 : 1))
  const attributes = [...new Set(facts.flatMap(([, fact]) => [...attributesOf(fact).keys()]))].sort()
  const isField = (header: string) => fieldOfHeader(noun, header) !== null
  const columns = columnsOf(noun).filter(([, { personal }]) => !personal || people === 'named')
  const header = [...columns.map(([field]) => field), ...attributes.map((name) => writeAttributeHeader(name, isField))]
  const rows = facts.map(([, fact]) => {
    const own = attributesOf(fact)
    return [
      ...columns.map(([field, column]) => writeCell(fact[field as keyof Nouns[N]] as CellValue, column.kind)),
      ...attributes.map((name) => writeCell(own.get(name), 'value')),
    ]
  })
  return [header, ...rows]
}

/** A Map: an attribute may be called `toString`. */
function attributesOf(fact: object): Map<string, string | number | boolean> {
  return new Map(
    'attributes' in fact ? Object.entries(fact.attributes as Record<string, string | number | boolean>) : [],
  )
}
