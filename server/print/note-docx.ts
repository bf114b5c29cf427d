import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { svgOf } from '../drawing/svg.ts'
import type { Note } from '../report/note.ts'
import { noteMap } from './note-map.ts'
import { sizeOnTwoPages } from './note-pdf.ts'
import { pngOf } from './png.ts'
import { widths } from './typeface.ts'

/** The map in a note, in points. */
const map = { x: 0, y: 0, width: 503, height: 270 } as const
/** Word counts sizes by half points, lengths by twentieths. */
const halfPoints = (points: number) => Math.round(points * 2)
const twentieths = (points: number) => Math.round(points * 20)

/** A note to be reworded in Word or LibreOffice: headings, lists, its language, the map as a picture with its alternative text. */
export async function noteDocx(note: Note): Promise<Uint8Array> {
  const { caption } = note.map
  const widthOf = widths()
  const marks = noteMap(note, map, widthOf)
  // Whoever opens it may lack the font: text is then wider by a sixth.
  const size = Math.min(10, sizeOnTwoPages(note, widthOf) * (6 / 7))
  const svg = svgOf({ ...map, language: note.language, title: note.title, description: caption.description, marks })
  const picture = new ImageRun({
    type: 'png',
    data: await pngOf(svg, 1_800),
    // Pixels, 96 to the inch.
    transformation: { width: (map.width * 4) / 3, height: (map.height * 4) / 3 },
    altText: { name: note.map.heading, title: note.map.heading, description: caption.description },
  })
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, text, keepNext: true })
  const points = (texts: readonly string[]) =>
    texts.map((text) =>
      texts.length === 1 ? new Paragraph(text) : new Paragraph({ text, numbering: { reference: 'points', level: 0 } }),
    )
  const { decide } = note
  const document = new Document({
    title: note.title,
    subject: note.facts.join(' · '),
    creator: 'Maillage',
    lastModifiedBy: 'Maillage',
    styles: {
      default: {
        document: {
          run: {
            font: 'Calibri',
            size: halfPoints(size),
            language: { value: note.language === 'fr' ? 'fr-FR' : 'en-GB' },
          },
          paragraph: { spacing: { after: twentieths(3) } },
        },
        title: { run: { size: halfPoints(size * 1.9), bold: true }, paragraph: { spacing: { after: twentieths(3) } } },
        heading1: {
          run: { size: halfPoints(size * 1.3), bold: true },
          paragraph: { spacing: { before: twentieths(9), after: twentieths(3) } },
        },
        heading2: {
          run: { size: halfPoints(size * 1.05), bold: true },
          paragraph: { spacing: { before: twentieths(6), after: twentieths(2) } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: twentieths(18), hanging: twentieths(11) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twentieths(595.3), height: twentieths(841.9) },
            margin: { top: twentieths(46), bottom: twentieths(46), left: twentieths(46), right: twentieths(46) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: [`${note.title} · `, PageNumber.CURRENT], size: halfPoints(8) })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: note.title }),
          new Paragraph(note.facts.join(' · ')),
          ...(note.caution === null ? [] : [new Paragraph(note.caution)]),
          heading(note.map.heading),
          new Paragraph({ children: [picture] }),
          heading(decide.heading),
          ...decide.items.flatMap((item, i) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              text: `${i + 1}. ${item.calling} – ${item.headline}`,
              keepNext: true,
            }),
            ...item.acts.map((text) => new Paragraph({ text, numbering: { reference: 'points', level: 0 } })),
            ...(item.lines.length > 0 ? [new Paragraph(item.lines.join(' '))] : []),
          ]),
          ...(decide.others === null ? [] : [new Paragraph(decide.others)]),
          ...note.sections.flatMap((section) => [heading(section.heading), ...points(section.points)]),
        ],
      },
    ],
  })
  return sameAlways(await Packer.toBuffer(document), note.day)
}

/** The same file for the same note: what the library dates by the clock is dated by the wave, and the one picture is not numbered by those made before. */
function sameAlways(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes)
  const rewrite = (name: string, change: (text: string) => string) => {
    const part = parts[name]
    if (part) parts[name] = strToU8(change(strFromU8(part)))
  }
  rewrite('docProps/core.xml', (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`))
  rewrite('word/document.xml', (text) => text.replace(/(?<before><wp:docPr id=")\d+/g, '$<before>1'))
  return new Uint8Array(zipSync(parts, { mtime: new Date(1980, 0, 1) }))
}
