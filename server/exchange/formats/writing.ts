import { zipSync } from 'fflate'
import type { Territory } from '../../domain/territory.ts'
import { territoryToCsv } from '../csv.ts'
import type { People } from '../tables.ts'
import { territoryToDl } from './dl.ts'
import { territoryToExcelCsv } from './excel-csv.ts'
import type { Drawing } from './facts.ts'
import { territoryToGexf } from './gexf.ts'
import { territoryToGraphml } from './graphml.ts'
import { territoryToKumu } from './kumu.ts'
import { territoryToPajek } from './pajek.ts'
import { territoryToRsiena } from './rsiena.ts'
import { territoryToJson } from './territory-json.ts'
import { territoryToXlsx } from './territory-xlsx.ts'
import type { WrittenFormat } from './written-formats.ts'
import type { SheetToWrite } from './xlsx-writer.ts'

export interface WritingOptions {
  readonly people?: People
  /** Where actors and spaces are drawn, for formats that hold it. */
  readonly drawing?: Drawing | null
  /** Figures and findings, for the workbook. */
  readonly readings?: readonly SheetToWrite[]
}

/** The bytes of a territory in a format. The same territory gives the same bytes. */
export async function written(
  territory: Territory,
  format: WrittenFormat,
  { people = 'left out', drawing = null, readings = [] }: WritingOptions = {},
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return zipped(territoryToCsv(territory, people))
    case 'excel-csv':
      return zipped(territoryToExcelCsv(territory, people))
    case 'xlsx':
      return await territoryToXlsx(territory, { people, readings })
    case 'json':
      return encoded(territoryToJson(territory, people))
    case 'graphml':
      return encoded(territoryToGraphml(territory))
    case 'gexf':
      return encoded(territoryToGexf(territory, drawing))
    case 'pajek':
      return encoded(territoryToPajek(territory, drawing))
    case 'dl':
      return encoded(territoryToDl(territory))
    case 'rsiena':
      return zipped(territoryToRsiena(territory))
    case 'kumu':
      return await territoryToKumu(territory)
  }
}

/** Files in a ZIP file. One date for all, in local time as these keep it: the same files give the same bytes. */
export function zipped(files: ReadonlyMap<string, string>): Uint8Array {
  const parts = [...files].map(([name, content]) => [name, encoded(content)] as const)
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2000, 0, 1) })
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
