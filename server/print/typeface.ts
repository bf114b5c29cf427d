import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { WidthOf } from '../drawing/mark.ts'

const { resolve } = createRequire(import.meta.url)

/** The typeface of the page, Source Sans 3 (SIL Open Font License), as files that every format can take in. */
const files = {
  regular: resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  semibold: resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const

let read: { readonly regular: Buffer; readonly semibold: Buffer } | undefined

/** The files, read once by a thread. */
export function typeface(): { readonly regular: Buffer; readonly semibold: Buffer } {
  read ??= { regular: readFileSync(files.regular), semibold: readFileSync(files.semibold) }
  return read
}

/** Widths as a PDF sets them, kerning included. */
export function widths(): WidthOf {
  const { regular, semibold } = typeface()
  const measuring = new PDFDocument({ autoFirstPage: false, font: regular as never })
  measuring.registerFont('semibold', semibold).registerFont('regular', regular)
  const known = new Map<string, number>()
  return (text, size, bold) => {
    const key = `${bold ? 'b' : 'r'}${text}`
    let width = known.get(key)
    if (width === undefined) {
      width =
        measuring
          .font(bold ? 'semibold' : 'regular')
          .fontSize(1_000)
          .widthOfString(text) / 1_000
      known.set(key, width)
    }
    return width * size
  }
}
