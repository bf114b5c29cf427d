/** Cells as a spreadsheet leaves them on the clipboard, row by row; null when what is there is no table. */
export function tableOf(clipboard: Pick<DataTransfer, 'getData'>): string[][] | null {
  const rows = rowsOfHtml(clipboard.getData('text/html')) ?? rowsOfText(clipboard.getData('text/plain'))
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

/**
 * Tab-separated text as Excel, LibreOffice and web tables write it: a cell that holds a tab, a line break or a quote
 * stands in quotes, which it doubles. A quote inside a cell that does not begin with one is a character.
 */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = text.endsWith('\n') ? text.length - 1 : text.length
  while (at <= end) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const cell = quoted ?? plainCell(text, at)
    row.push(cell.value)
    at = cell.end
    if (text[at] !== '\t') {
      rows.push(row)
      row = []
      if (text[at] === '\r') at++
    }
    at++
  }
  return rows
}

/** Rows as a CSV file that the import reads whatever the cells hold. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
}

interface Cell {
  readonly value: string
  /** Where what ends the cell stands. */
  readonly end: number
}

function plainCell(text: string, start: number): Cell {
  const after = text.slice(start).search(/[\t\r\n]/)
  const end = after < 0 ? text.length : start + after
  return { value: text.slice(start, end), end }
}

/** Null: no quote closes it before a tab or the end of a line, so that it is a character like others. */
function quotedCell(text: string, start: number): Cell | null {
  const closed = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(start))
  if (!closed) return null
  return { value: (closed[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n'), end: start + closed[0].length }
}

/**
 * The rows of the one table that the markup holds. Cells that were merged are empty but for the first, as a file has
 * them. Only a spreadsheet's markup keeps the line breaks of its cells apart from those that merely wrap the text.
 */
function rowsOfHtml(html: string): string[][] | null {
  if (!/<table[\s>]/i.test(html)) return null
  // Styles written into the markup would be tried against the page's policy, though nothing of it is ever shown.
  const page = new DOMParser().parseFromString(html.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, ''), 'text/html')
  const [table, ...others] = page.querySelectorAll('table')
  if (!table || others.length > 0) return null
  const rows: string[][] = [...table.rows].map(() => [])
  for (const [y, line] of [...table.rows].entries()) {
    let x = 0
    for (const cell of line.cells) {
      while (rows[y]?.[x] !== undefined) x++
      for (let down = 0; down < Math.max(1, Math.min(cell.rowSpan, rows.length - y)); down++) {
        for (let right = 0; right < Math.min(cell.colSpan, mostMerged); right++) {
          const taken = rows[y + down]
          if (taken) taken[x + right] = down === 0 && right === 0 ? textOf(cell) : ''
        }
      }
    }
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''))
}

/** A title may be merged over the whole width, which some programs write as 16,384 columns. */
const mostMerged = 500

function textOf(cell: HTMLElement): string {
  for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\u2028')
  return (cell.textContent ?? '')
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/ ?\u2028 ?/g, '\n')
    .trim()
}
