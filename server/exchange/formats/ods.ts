import { fileLimits } from '../preview.ts'
import { Grid } from './grid.ts'
import type { Merge, Sheet } from './sheets.ts'
import { Unreadable } from './unreadable.ts'
import { booleanText, isoText, numberText } from './values.ts'
import { type Element, readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/**
 * The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3). Our own because the readers at hand pass over rows in a group and those
 * that are printed on each page. Throws `Unreadable`; a sheet that is too large has a flaw instead.
 */
export function readOds(zip: Zip): Sheet[] {
  refuseProtected(zip)
  const part = zip.part('content.xml')
  if (!part) throw new Unreadable({ code: 'malformed_file', expected: { format: 'ods' } })
  const reading = new Reading()
  readXml(part, 'ods', reading)
  return reading.sheets
}

function refuseProtected(zip: Zip): void {
  const manifest = zip.part('META-INF/manifest.xml')
  if (!manifest) return
  readXml(manifest, 'ods', {
    open({ name }) {
      if (name === 'encryption-data' || name === 'encrypted-key') {
        throw new Unreadable({ code: 'protected_file', expected: null })
      }
    },
  })
}

interface Cell {
  readonly attributes: ReadonlyMap<string, string>
  readonly paragraphs: string[]
}

class Reading {
  readonly sheets: Sheet[] = []
  /** Of the elements we are in, by name. */
  readonly #path: string[] = []
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #grid = new Grid()
  #merges: Merge[] = []
  #name = ''
  #hidden = false
  #flaw: Unreadable['flaw'] | null = null
  #row = 1
  #rowRepeat = 1
  #column = 0
  /** Of the row: cells that have a text, with the column after the last of their repeats. */
  #texts: { from: number; to: number; text: string }[] = []
  #cell: Cell | null = null
  /** How many elements are open within the cell. */
  #within = 0

  open(element: Element): void {
    const { name, attributes } = element
    if (this.#cell) {
      this.#openWithin(element)
      return
    }
    if (name === 'style') this.#style = attributes.get('name') ?? ''
    if (name === 'table-properties' && attributes.get('display') === 'false') this.#hiddenStyles.add(this.#style)
    if (name === 'table' && this.#path.at(-1) === 'spreadsheet') this.#openTable(attributes)
    if (name === 'table-row') {
      this.#rowRepeat = repeated(attributes.get('number-rows-repeated'))
      this.#column = 0
      this.#texts = []
    }
    if (name === 'table-cell') {
      this.#cell = { attributes, paragraphs: [] }
      this.#within = 0
      return
    }
    if (name === 'covered-table-cell') this.#column += repeated(attributes.get('number-columns-repeated'))
    this.#path.push(name)
  }

  /** Notes, pictures and what they hold are no text of the cell. */
  #openWithin({ name, attributes }: Element): void {
    this.#path.push(name)
    this.#within++
    const { paragraphs } = this.#cell as Cell
    if (name === 'p' && this.#within === 1) paragraphs.push('')
    if (this.#isAside()) return
    if (name === 's') this.#add(' '.repeat(Math.min(repeated(attributes.get('c')), 1000)))
    if (name === 'tab') this.#add('\t')
    if (name === 'line-break') this.#add('\n')
  }

  text(text: string): void {
    if (this.#cell && !this.#isAside()) this.#add(text.replace(/[ \t\r\n]+/g, ' '))
  }

  close(name: string): void {
    if (this.#cell && this.#within > 0) {
      this.#path.pop()
      this.#within--
      return
    }
    if (this.#cell) {
      this.#closeCell()
      return
    }
    this.#path.pop()
    if (name === 'table-row') this.#closeRow()
    if (name === 'table' && this.#path.at(-1) === 'spreadsheet') this.#closeTable()
  }

  #isAside(): boolean {
    return this.#path.at(-this.#within) !== 'p' || this.#path.slice(-this.#within).some((name) => asides.has(name))
  }

  #add(text: string): void {
    const paragraphs = this.#cell?.paragraphs
    if (paragraphs && paragraphs.length > 0) paragraphs.push((paragraphs.pop() ?? '') + text)
  }

  #openTable(attributes: ReadonlyMap<string, string>): void {
    this.#grid = new Grid()
    this.#merges = []
    this.#flaw = null
    this.#name = attributes.get('name') ?? ''
    this.#hidden = this.#hiddenStyles.has(attributes.get('style-name') ?? '')
    this.#row = 1
  }

  #closeTable(): void {
    const [name, hidden, flaw] = [this.#name, this.#hidden, this.#flaw]
    const rows = flaw ? [] : this.#grid.rows()
    this.sheets.push({ name, hidden, rows, merges: this.#merges, ...(flaw && { flaw }) })
  }

  #closeCell(): void {
    const { attributes, paragraphs } = this.#cell as Cell
    this.#cell = null
    const [rows, columns] = ['number-rows-spanned', 'number-columns-spanned'].map((key) =>
      repeated(attributes.get(key)),
    ) as [number, number]
    if (rows > 1 || columns > 1) this.#merges.push({ row: this.#row, column: this.#column, rows, columns })
    const from = this.#column
    this.#column += repeated(attributes.get('number-columns-repeated'))
    const text = shownValue(attributes, paragraphs)
    if (text !== '') this.#texts.push({ from, to: this.#column, text })
  }

  #closeRow(): void {
    const first = this.#row
    this.#row += this.#rowRepeat
    if (this.#flaw || this.#texts.length === 0) return
    try {
      for (let row = first; row < this.#row; row++) {
        for (const { from, to, text } of this.#texts) {
          for (let column = from; column < to; column++) this.#grid.put(row, column, text)
        }
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      this.#flaw = error.flaw
      this.#grid = new Grid()
    }
  }
}

/** What stands in a paragraph and is not read with it. */
const asides = new Set(['annotation', 'note', 'ruby-text', 'frame'])

function repeated(count: string | undefined): number {
  const number = Number(count ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, mostRepeats) : 1
}

/** A sheet is filled up to its last row with empty ones. */
const mostRepeats = Math.max(1_048_576, fileLimits.rows)

function shownValue(attributes: ReadonlyMap<string, string>, paragraphs: readonly string[]): string {
  const type = attributes.get('value-type')
  const text = paragraphs.join('\n')
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const value = attributes.get('value')
    // LibreOffice keeps a truth it got from Excel as a number that it shows as one.
    if (/^(?:true|vrai|false|faux)$/i.test(text)) return booleanText(value === '1')
    return value !== undefined && Number.isFinite(Number(value)) ? numberText(Number(value)) : text
  }
  if (type === 'date') return isoText(attributes.get('date-value') ?? text)
  if (type === 'time') return timeText(attributes.get('time-value') ?? '') ?? text
  if (type === 'boolean') return booleanText(attributes.get('boolean-value') === 'true')
  return text !== '' ? text : (attributes.get('string-value') ?? '')
}

/** A duration of XML: `PT14H30M00S`. */
function timeText(duration: string): string | null {
  const [all, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration) ?? []
  if (all === undefined) return null
  const [h, m, s] = [hours, minutes, seconds].map((part) => part.padStart(2, '0'))
  return `${h}:${m}${s === '00' ? '' : `:${s}`}`
}
