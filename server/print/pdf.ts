import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { paper } from '../drawing/appearance.ts'
import type { Mark, Picture } from '../drawing/mark.ts'
import { typeface } from './typeface.ts'

/** A PDF under way: what is drawn on it, and its bytes once it is ended. */
export interface OpenPdf {
  readonly document: PDFKit.PDFDocument
  end(): Promise<Uint8Array>
}

interface Page {
  readonly size: readonly [width: number, height: number]
  readonly title: string
  readonly subject: string
  readonly language: 'fr' | 'en'
  /** What the file says it was made on: the same, for the same bytes. `YYYY-MM-DD` */
  readonly day: string
}

/** A tagged PDF/UA with our typeface in it, `regular` and `semibold`, and its first page. */
export function openPdf({ size, title, subject, language, day }: Page): OpenPdf {
  const { regular, semibold } = typeface()
  const made = new Date(`${day}T00:00:00Z`)
  const document = new PDFDocument({
    size: [...size],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: language === 'fr' ? 'fr-FR' : 'en-GB',
    font: regular as never,
    info: {
      Title: title,
      Subject: subject,
      Creator: 'Maillage',
      Producer: 'Maillage',
      CreationDate: made,
      ModDate: made,
    },
  })
  document.registerFont('regular', regular).registerFont('semibold', semibold)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    document,
    async end() {
      const ended = once(document, 'end')
      document.end()
      await ended
      // Bytes of their own: they are handed to another thread.
      return Uint8Array.from(Buffer.concat(chunks))
    },
  }
}

/** A picture as a PDF of one page: shapes and texts, nothing rastered. */
export async function pdfOf(picture: Picture, day: string): Promise<Uint8Array> {
  const { width, height, title, description, language, marks } = picture
  const { document, end } = openPdf({ size: [width, height], title, subject: description, language, day })
  const figure = document.struct(
    'Figure',
    { alt: `${title}. ${description}`, bbox: [0, 0, width, height], placement: 'Block' } as never,
    () => drawMarks(document, marks),
  )
  document.addStructure(document.struct('Document', {}, [figure]))
  figure.end()
  return await end()
}

export function drawMarks(document: PDFKit.PDFDocument, marks: readonly Mark[]): void {
  for (const mark of marks) draw(document, mark)
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'path': {
      const { d, fill, stroke, width, dash } = mark
      if (stroke === null && fill === null) return
      document.path(d)
      if (stroke !== null) {
        document.lineWidth(width)
        if (dash) document.dash(dash[0], { space: dash[1] })
        else document.undash()
      }
      if (fill !== null && stroke !== null) document.fillAndStroke(fill, stroke)
      else if (fill !== null) document.fill(fill)
      else document.stroke(stroke as never)
      return
    }
    case 'text': {
      const { text, x, y, anchor, size, bold, color, halo } = mark
      document.font(bold ? 'semibold' : 'regular').fontSize(size)
      const width = document.widthOfString(text)
      const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
      if (halo) {
        document.save().fillOpacity(0.8)
        document.rect(left - size * 0.1, y - size * 0.78, width + size * 0.2, size * 1.02).fill(paper)
        document.restore()
      }
      // `baseline` is where y is; without a width nothing is broken into lines.
      document.fillColor(color).text(text, left, y, { lineBreak: false, baseline: 'alphabetic' } as never)
      return
    }
    case 'group': {
      const { at, marks } = mark
      document.save().translate(at[0], at[1])
      drawMarks(document, marks)
      document.restore()
    }
  }
}
