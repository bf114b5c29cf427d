/** What stands on a page, in points (1/72 inch), x to the right and y downwards: every format that draws, draws this. */
export type Mark = Path | Words | Group

export interface Path {
  readonly kind: 'path'
  /** In the language of SVG paths. */
  readonly d: string
  readonly fill: string | null
  readonly stroke: string | null
  readonly width: number
  readonly dash: readonly [on: number, off: number] | null
}

/** One line of text. */
export interface Words {
  readonly kind: 'text'
  readonly text: string
  /** Where its baseline begins, has its middle or ends. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly bold: boolean
  readonly color: string
  /** Whether paper is laid under it, so that lines do not cross it. */
  readonly halo: boolean
}

/** Marks that are one thing: `data` says which, `title` says it to who points at it. They stand relative to `at`. */
export interface Group {
  readonly kind: 'group'
  readonly of: 'actor' | 'space' | 'tie' | 'participation' | 'legend' | 'tray' | 'area' | 'ground'
  readonly data: readonly (readonly [name: string, value: string])[]
  readonly title: string | null
  readonly at: readonly [x: number, y: number]
  readonly marks: readonly Mark[]
}

/** A page, and what is said of it to who does not see it. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly language: 'fr' | 'en'
  readonly title: string
  readonly description: string
  readonly marks: readonly Mark[]
}

/** A rectangle of a page. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Width in points of a line of text. */
export type WidthOf = (text: string, size: number, bold: boolean) => number

/** To the hundredth of a point: finer than any printer, and the same in every engine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

/** Lines no wider than that, broken between words; a word that is wider stands alone. */
export function wrapped(text: string, width: number, size: number, bold: boolean, widthOf: WidthOf): string[] {
  const lines: string[] = []
  // Non-breaking spaces bind: only plain ones are broken at.
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size, bold) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
