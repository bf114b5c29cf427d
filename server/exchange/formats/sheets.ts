import { csvTable, type FollowReading, type SourceFile } from '../csv.ts'
import { formatOf, textOf } from '../encoding.ts'
import { type Format, fileLimits } from '../preview.ts'
import type { Row } from '../tables.ts'
import { withoutAsides } from './aside.ts'
import { readDl } from './dl.ts'
import { readGexf } from './gexf.ts'
import { readGml } from './gml.ts'
import { readGraphml } from './graphml.ts'
import { networkOfJson } from './json.ts'
import { withoutKumuWays } from './kumu.ts'
import { readMatrix } from './matrix.ts'
import type { NetworkDraft, Unplaced } from './network.ts'
import { readOds } from './ods.ts'
import { readPajek } from './pajek.ts'
import { isTerritoryJson, sheetsOfTerritory } from './territory-json.ts'
import { type Flaw, Unreadable } from './unreadable.ts'
import { readVna } from './vna.ts'
import { readOldWorkbook } from './xls.ts'
import { type FollowPart, readXlsx } from './xlsx.ts'
import { Zip } from './zip.ts'

/** One sheet of a workbook, the one table of a text file, or what a network says of one noun, as texts. */
export interface Sheet {
  /** Of a text file '': it has the name of its file alone. Of a network that of the noun, as CSV files have it. */
  readonly name: string
  readonly hidden: boolean
  /** Those with anything in them, by their number. */
  readonly rows: readonly Row[]
  /** Cells that are one: their text stands in the first, the others are empty. */
  readonly merges: readonly Merge[]
  /** What Maillage wrote there for whoever reads or fills the sheet, and nobody imports: figures, explanations, examples. */
  readonly aside?: readonly Row[]
  /** Why the rows are not all of the sheet's, or none. */
  readonly flaw?: Flaw
}

export interface Merge {
  /** The first, as a spreadsheet numbers it. */
  readonly row: number
  /** The first, from 0, as an index of cells. */
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** What a file is read as. */
export type SheetFormat = Exclude<Format, 'zip'> | 'csv' | 'matrix'

/** What a file holds: tables, or a network as tables of actors and ties. */
export interface Workbook {
  readonly file: string
  readonly format: SheetFormat
  /** In the order of the file; none where the file has a flaw. */
  readonly sheets: readonly Sheet[]
  /** What the file says besides that no territory has a place for. */
  readonly unplaced: readonly Unplaced[]
  /** Why nothing of the file can be read. */
  readonly flaw?: Flaw
}

/**
 * The sheets of a file: XLSX, XLSB, XLS, ODS; text in columns (CSV, TSV…); networks of other tools (GraphML, GEXF, GML, Pajek, UCINET DL, VNA, square matrices,
 * JSON of Kumu, graphology, Gephi Lite, Graph Commons, d3 and Cytoscape); our own JSON. Its bytes decide which, not its name. What a French spreadsheet
 * shows becomes text without loss: days as `2025-03-31`, times as `14:30`, numbers with all their digits and a decimal comma, VRAI and FAUX,
 * the last known result of formulas. Nothing is thrown: what cannot be read has a flaw.
 * @param follow told now and then how far a long workbook of Excel is
 */
export async function readSheets(file: SourceFile, follow?: FollowReading): Promise<Workbook> {
  const format = sheetFormatOf(file.bytes)
  const answer = { file: file.name, format, unplaced: [] }
  try {
    if (file.bytes.length > fileLimits.bytes) {
      const [got, expected] = [String(file.bytes.length), { atMost: fileLimits.bytes }]
      throw new Unreadable({ code: 'file_too_large', got, expected })
    }
    return { ...answer, ...(await contentOf(file, format, follow)) }
  } catch (error) {
    if (error instanceof Unreadable) return { ...answer, sheets: [], flaw: error.flaw }
    throw error
  }
}

type Content = Pick<Workbook, 'sheets'> & Partial<Pick<Workbook, 'unplaced' | 'format'>>

async function contentOf(file: SourceFile, format: SheetFormat, follow?: FollowReading): Promise<Content> {
  const { bytes } = file
  switch (format) {
    case 'xls':
      return { sheets: (await readOldWorkbook(bytes)).map(withoutAsides) }
    case 'xlsx':
    case 'xlsb':
    case 'ods':
      return await zippedSheets(bytes, (progress) => follow?.({ file: file.name, ...progress }))
    case 'graphml':
      return contentOfNetwork(readGraphml(bytes))
    case 'gexf':
      return contentOfNetwork(readGexf(bytes))
    case 'gml':
      return contentOfNetwork(readGml(textOf(bytes)))
    case 'pajek':
      return contentOfNetwork(readPajek(textOf(bytes)))
    case 'dl':
      return contentOfNetwork(readDl(textOf(bytes)))
    case 'vna':
      return readVna(textOf(bytes)).sheets({ known: false })
    case 'json':
    case 'maillage':
    case 'gephi-lite':
      return contentOfJson(textOf(bytes))
    case 'matrix': {
      const draft = readMatrix(textOf(bytes))
      return draft ? contentOfNetwork(draft) : { format: 'csv', sheets: [textSheet(file)] }
    }
    default:
      return { sheets: [textSheet(file)] }
  }
}

function contentOfNetwork(draft: NetworkDraft): Content {
  return draft.sheets({ known: true })
}

async function zippedSheets(bytes: Uint8Array, follow: FollowPart): Promise<Content> {
  const zip = new Zip(bytes)
  const other = otherUseOf(zip)
  if (other) throw new Unreadable({ code: 'malformed_file', got: other, expected: 'csv' })
  if (zip.has('content.xml')) return { format: 'ods', sheets: readOds(zip).map(withoutAsides) }
  if (zip.names.some((name) => name.endsWith('workbook.bin')))
    return { format: 'xlsb', sheets: await readOldWorkbook(bytes) }
  const isWorkbook = zip.names.some((name) => name.startsWith('xl/') || name === '_rels/.rels')
  if (!isWorkbook) throw new Unreadable({ code: 'malformed_file', got: 'archive', expected: 'csv' })
  return { format: 'xlsx', sheets: withoutKumuWays(await readXlsx(zip, follow)).map(withoutAsides) }
}

/** What a ZIP file is that is no workbook: people bring what they have. */
function otherUseOf(zip: Zip): 'gephi' | 'document' | 'slides' | null {
  if (zip.names.some((name) => gephiParts.test(name))) return 'gephi'
  const mimetype = Buffer.from(zip.part('mimetype') ?? []).toString('latin1')
  if (zip.has('word/document.xml') || mimetype.includes('opendocument.text')) return 'document'
  return zip.has('ppt/presentation.xml') || mimetype.includes('opendocument.presentation') ? 'slides' : null
}

/** Of the projects of Gephi 0.8 to 0.10. */
const gephiParts = /^(?:Project(?:_xml)?|Workspace_\d+(?:_\w+)?)$/

function contentOfJson(text: string): Content {
  const content = parsed(text)
  if (isTerritoryJson(content)) return { format: 'maillage', sheets: sheetsOfTerritory(content) }
  const draft = networkOfJson(content)
  if (!draft) throw new Unreadable({ code: 'malformed_file', got: 'json', expected: 'csv' })
  return contentOfNetwork(draft)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable({ code: 'malformed_file', expected: { format: 'json' } })
  }
}

function textSheet(file: SourceFile): Sheet {
  const { rows, flaw } = csvTable(file)
  return { name: '', hidden: false, rows, merges: [], ...(flaw && { flaw }) }
}

/** By how the bytes begin; ZIP files, JSON and matrices are told further when they are read. */
export function sheetFormatOf(bytes: Uint8Array): SheetFormat {
  const kind = formatOf(bytes)
  if (kind === 'xls' || kind === 'xlsx' || kind === 'ods') return kind
  if (kind !== null) return 'csv'
  const start = textOf(bytes.subarray(0, 4096))
  for (const [format, beginning] of beginnings) if (beginning.test(start)) return format
  return 'csv'
}

const beginnings: readonly (readonly [SheetFormat, RegExp])[] = [
  ['json', /^\s*[{[]/],
  ['graphml', /^\s*<[\s\S]*<(?:\w+:)?graphml[\s>]|^\s*<(?:\w+:)?graphml[\s>]/],
  ['gexf', /^\s*<[\s\S]*<gexf[\s>]|^\s*<gexf[\s>]/],
  ['dl', /^\s*dl(?=[\s,])[^;]*?(?:\bn[rcm]?\s*=|format\s*=|data\s*:)/i],
  ['vna', /^\s*\*(?:node|tie)\s+(?:data|properties)/i],
  ['pajek', /^(?:\s|%[^\n]*\n|\/\*[^\n]*\n)*\*(?:network|vertices|arcs|edges|matrix|partition|vector)\b/i],
  ['gml', /^(?:\s|#[^\n]*\n|(?:creator|version|comment|label)\s+(?:"[^"]*"|\S+))*graph\s*\[/i],
  ['matrix', /^\s*(?:(?:na|-?\d+(?:\.\d+)?)[ \t,;]+)+(?:na|-?\d+(?:\.\d+)?)[ \t]*(?:\r|\n|$)/i],
]
