import { Grid } from './grid.ts'
import type { Merge, Sheet } from './sheets.ts'
import { Unreadable } from './unreadable.ts'
import { booleanText, isoText, kindOfFormat, type NumberKind, numberText, serialText } from './values.ts'
import { readXml, readXmlInPieces } from './xml.ts'
import type { Zip } from './zip.ts'

/**
 * The sheets of an Excel workbook (ECMA-376 part 1, SpreadsheetML). Our own because a reader must be bounded while it reads: those at hand
 * lay out a whole rectangle for two cells far apart. Throws `Unreadable`; a sheet that cannot be read has a flaw instead.
 * @param follow told now and then how far a sheet is
 */
export async function readXlsx(zip: Zip, follow: FollowPart = () => {}): Promise<Sheet[]> {
  const path = linksOf(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const links = linksOf(zip, path)
  const { sheets, from1904 } = workbookOf(needed(zip, path))
  const partOf = (type: string) => {
    const link = links.find((link) => link.type === type)
    return link ? zip.part(link.target) : null
  }
  const strings = stringsOf(partOf('sharedStrings'))
  const kinds = kindsOf(partOf('styles'))
  const pages = sheets.flatMap(({ name, hidden, link }) => {
    const found = links.find(({ id }) => id === link)
    // A sheet may be a chart.
    return found?.type === 'worksheet' ? [{ name, hidden, part: found.target }] : []
  })
  const read: Sheet[] = []
  for (const { name, hidden, part } of pages) {
    try {
      read.push({ name, hidden, ...(await sheetOf(needed(zip, part), { strings, kinds, from1904 }, follow)) })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      read.push({ name, hidden, rows: [], merges: [], flaw: error.flaw })
    }
  }
  return read
}

/** Told how far a part of a file is; what it throws ends the reading. */
export type FollowPart = (progress: { readonly rows: number; readonly bytes: number; readonly of: number }) => unknown

interface Link {
  readonly id: string
  /** The last word of its address. */
  readonly type: string
  /** The name of a part. */
  readonly target: string
}

/** What a part points at; the file as a whole for ''. */
function linksOf(zip: Zip, path: string): Link[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const part = zip.part(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const links: Link[] = []
  if (!part) return links
  readXml(part, 'xlsx', {
    open({ name, attributes }) {
      if (name !== 'Relationship') return
      const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((key) => attributes.get(key))
      links.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
  })
  return links
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function needed(zip: Zip, path: string): Uint8Array {
  const part = zip.part(path)
  if (part) return part
  throw new Unreadable({ code: 'malformed_file', expected: { format: 'xlsx' } })
}

function workbookOf(part: Uint8Array) {
  const sheets: { name: string; hidden: boolean; link: string }[] = []
  let from1904 = false
  readXml(part, 'xlsx', {
    open({ name, attributes }) {
      if (name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'))
      if (name !== 'sheet') return
      const state = attributes.get('state')
      sheets.push({
        name: attributes.get('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        link: attributes.get('id') ?? '',
      })
    },
  })
  return { sheets, from1904 }
}

function stringsOf(part: Uint8Array | null): string[] {
  const strings: string[] = []
  if (!part) return strings
  const said = new RichText()
  readXml(part, 'xlsx', {
    open({ name }) {
      if (name === 'si') said.clear()
      said.open(name)
    },
    text: (text) => said.add(text),
    close(name) {
      said.close(name)
      if (name === 'si') strings.push(said.text)
    },
  })
  return strings
}

/** The runs of a text together, without how they are pronounced. */
class RichText {
  text = ''
  #inText = false
  #inPhonetic = false

  clear(): void {
    this.text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true
    if (name === 't') this.#inText = !this.#inPhonetic
  }

  add(text: string): void {
    if (this.#inText) this.text += unescaped(text)
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false
    if (name === 't') this.#inText = false
  }
}

/** What XML has no character for is written `_x000D_` (22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** What numbers are shown as, by style. */
function kindsOf(part: Uint8Array | null): NumberKind[] {
  const kinds: NumberKind[] = []
  if (!part) return kinds
  const codes = new Map<string, NumberKind>()
  let inCells = false
  readXml(part, 'xlsx', {
    open({ name, attributes }) {
      if (name === 'numFmt') {
        codes.set(attributes.get('numFmtId') ?? '', kindOfFormat(attributes.get('formatCode') ?? ''))
      }
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = attributes.get('numFmtId') ?? '0'
      kinds.push(codes.get(id) ?? kindOfBuiltIn(Number(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}

/** 18.8.30, with those of other languages. */
function kindOfBuiltIn(id: number): NumberKind {
  if (id === 46) return 'elapsed'
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'date' : 'number'
}

interface Meaning {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
}

async function sheetOf(
  part: Uint8Array,
  meaning: Meaning,
  follow: FollowPart,
): Promise<Pick<Sheet, 'rows' | 'merges'>> {
  const grid = new Grid()
  const merges: Merge[] = []
  const inline = new RichText()
  let [row, column, type, style, value] = [0, -1, '', '', '']
  let inValue = false
  const pieces = readXmlInPieces(part, 'xlsx', {
    open({ name, attributes }) {
      if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 1)
        column = -1
      } else if (name === 'c') {
        // A cell without a place comes after the one before.
        const place = placeOf(attributes.get('r') ?? '')
        column = place?.column ?? column + 1
        row = place?.row ?? row
        type = attributes.get('t') ?? 'n'
        style = attributes.get('s') ?? ''
        value = ''
        inline.clear()
      } else if (name === 'v') {
        inValue = true
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attributes.get('ref') ?? '')
        if (merge && merges.length < mostMerges) merges.push(merge)
      }
      inline.open(name)
    },
    text(text) {
      if (inValue) value += text
      inline.add(text)
    },
    close(name) {
      inline.close(name)
      if (name === 'v') inValue = false
      if (name === 'c')
        grid.put(row, column, cellText(type === 'inlineStr' ? inline.text : value, type, style, meaning))
    },
  })
  let told = 0
  for (const bytes of pieces) {
    if (bytes - told < toldEvery) continue
    told = bytes
    await follow({ rows: grid.size, bytes, of: part.length })
  }
  return { rows: grid.rows(), merges }
}

/** Bytes of a sheet between two words of how far it is: some ten thousand rows. */
const toldEvery = 2 * 1024 * 1024

const mostMerges = 100_000

function cellText(value: string, type: string, style: string, { strings, kinds, from1904 }: Meaning): string {
  if (value === '' || type === 'inlineStr') return value
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'str') return unescaped(value)
  if (type === 'b') return booleanText(isTrue(value))
  if (type === 'd') return isoText(value)
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const kind = kinds[Number(style || 0)] ?? 'number'
  return kind === 'number' ? numberText(number) : serialText(number, kind, from1904)
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === '') return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column: column - 1 }
}

function mergeOf(reference: string): Merge | null {
  const [first, last] = reference.split(':').map(placeOf)
  if (!first || !last) return null
  return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
