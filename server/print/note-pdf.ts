import { ink, secondInk } from '../drawing/appearance.ts'
import { type Mark, type WidthOf, wrapped } from '../drawing/mark.ts'
import type { Note } from '../report/note.ts'
import { mostHeight, noteMap } from './note-map.ts'
import { drawMarks, openPdf } from './pdf.ts'
import { widths } from './typeface.ts'

const sheet = { width: 595.28, height: 841.89, margin: 46 } as const
const measure = sheet.width - 2 * sheet.margin
/** Sizes of text that are tried, the largest first: a note has two pages. */
const sizes = [10.2, 9.7, 9.2, 8.8, 8.4, 8, 7.6, 7.2] as const
/** Heights of the map that are tried at each size. */
const mapHeights = [325, 290, 260] as const

type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'LI'

interface Line {
  readonly text: string
  readonly indent: number
  readonly size: number
  readonly bold: boolean
  readonly color: string
}

/** What stands together, on one page. `kept`: it goes to the next page with what follows. */
interface Block {
  readonly tag: Tag
  readonly before: number
  readonly lines: readonly Line[]
  readonly bullet: boolean
  readonly kept: boolean
}

interface PlacedBlock extends Block {
  readonly page: number
  readonly y: number
}

/** Leading, as a share of the size. */
const leading = 1.36

/** A note as a tagged PDF of two pages; the same note, the same bytes. */
export async function notePdf(note: Note): Promise<Uint8Array> {
  const widthOf = widths()
  const { head, placed, mapHeight } = fitting(note, widthOf)
  const { document, end } = openPdf({
    size: [sheet.width, sheet.height],
    title: note.title,
    subject: note.facts.join(' · '),
    language: note.language,
    day: note.day,
  })
  const root = document.struct('Document')
  document.addStructure(root)
  const artifact = (draw: () => void) => {
    document.markContent('Artifact', { type: 'Pagination' } as never)
    draw()
    document.endMarkedContent()
  }
  const foot = (page: number) =>
    artifact(() => {
      const text = `${note.title} · ${note.page(page, 2)}`
      drawMarks(document, [lineMark({ text, indent: 0, size: 7.5, bold: false, color: secondInk }, sheet.height - 26)])
    })
  for (const block of head) say(document, root, [block])
  const figure = {
    x: sheet.margin,
    y: (head.at(-1)?.y ?? 0) + heightOf(head.at(-1)) + 8,
    width: measure,
    height: mapHeight,
  }
  const { caption } = note.map
  root.add(
    document.struct(
      'Figure',
      {
        alt: caption.description,
        bbox: [figure.x, figure.y, figure.x + figure.width, figure.y + figure.height],
        placement: 'Block',
      } as never,
      () => drawMarks(document, noteMap(note, figure, widthOf)),
    ),
  )
  for (const page of [1, 2]) {
    if (page === 2) document.addPage({ size: [sheet.width, sheet.height], margin: 0 })
    say(
      document,
      root,
      placed.filter((block) => block.page === page),
    )
    foot(page)
  }
  root.end()
  return await end()
}

interface Fitted {
  readonly size: number
  readonly head: readonly PlacedBlock[]
  readonly placed: readonly PlacedBlock[]
  readonly mapHeight: number
}

/** The size of text, in points, at which a note has two pages. */
export function sizeOnTwoPages(note: Note, widthOf: WidthOf): number {
  return fitting(note, widthOf).size
}

/** The note at the largest size, and with the largest map, at which it has two pages. */
function fitting(note: Note, widthOf: WidthOf): Fitted {
  const most = mostHeight(note, measure)
  for (const size of sizes) {
    for (const height of mapHeights) {
      const mapHeight = Math.min(height, most)
      const head = stacked(headOf(note, size, widthOf), sheet.margin, 1).placed
      const top = (head.at(-1)?.y ?? 0) + heightOf(head.at(-1)) + 8 + mapHeight
      const decide = stacked(decideOf(note, size, widthOf), top, 1)
      const rest = stacked(sectionsOf(note, size, widthOf), decide.page === 1 ? sheet.margin : decide.y, 2)
      if (rest.page === 2 && decide.page <= 2)
        return { size, head, placed: [...decide.placed, ...rest.placed], mapHeight }
    }
  }
  throw new RangeError(`a note of ${note.decide.items.length} items does not stand on two pages`)
}

function stacked(blocks: readonly Block[], top: number, first: number) {
  const floor = sheet.height - 44
  const placed: PlacedBlock[] = []
  let page = first
  let y = top
  blocks.forEach((block, i) => {
    // A heading goes where what it heads goes.
    let needed = 0
    for (let next = i; next < blocks.length; next++) {
      const one = blocks[next]
      needed += (one?.before ?? 0) + heightOf(one)
      if (!one?.kept) break
    }
    if (y + needed > floor && y > sheet.margin) {
      page++
      y = sheet.margin
    }
    y += y === sheet.margin ? 0 : block.before
    placed.push({ ...block, page, y })
    y += heightOf(block)
  })
  return { placed, page, y }
}

function heightOf(block: Block | undefined): number {
  return (block?.lines ?? []).reduce((sum, { size }) => sum + size * leading, 0)
}

function headOf(note: Note, size: number, widthOf: WidthOf): Block[] {
  return [
    block('H1', note.title, 0, { size: size * 1.9, bold: true }, widthOf),
    block('P', note.facts.join(' · '), size * 0.2, { size, color: secondInk }, widthOf),
    ...(note.caution === null ? [] : [block('P', note.caution, size * 0.5, { size }, widthOf)]),
    block('H2', note.map.heading, size * 0.7, { size: size * 1.2, bold: true }, widthOf),
  ]
}

function decideOf({ decide }: Note, size: number, widthOf: WidthOf): Block[] {
  const small = size * 0.94
  return [
    { ...block('H2', decide.heading, size * 0.9, { size: size * 1.2, bold: true }, widthOf), kept: true },
    ...decide.items.flatMap((item, i): Block[] => [
      {
        ...block(
          'H3',
          `${i + 1}. ${item.calling} – ${item.headline}`,
          size * 0.7,
          { size: size * 1.03, bold: true },
          widthOf,
        ),
        kept: item.acts.length + item.lines.length > 0,
      },
      ...item.acts.map((act, a) => ({
        ...block('LI', act, size * 0.12, { size: small, indent: size * 1.9 }, widthOf),
        bullet: true,
        kept: a + 1 < item.acts.length || item.lines.length > 0,
      })),
      ...(item.lines.length > 0
        ? [
            block(
              'P',
              item.lines.join(' '),
              size * 0.15,
              { size: small, indent: size * 1.1, color: secondInk },
              widthOf,
            ),
          ]
        : []),
    ]),
    ...(decide.others === null
      ? []
      : [block('P', decide.others, size * 0.6, { size: small, color: secondInk }, widthOf)]),
  ]
}

function sectionsOf({ sections }: Note, size: number, widthOf: WidthOf): Block[] {
  return sections.flatMap(({ heading, points }) => [
    { ...block('H2', heading, size, { size: size * 1.2, bold: true }, widthOf), kept: true },
    ...points.map((point) =>
      points.length === 1
        ? block('P', point, size * 0.2, { size: size * 0.94 }, widthOf)
        : { ...block('LI', point, size * 0.15, { size: size * 0.94, indent: size * 1.1 }, widthOf), bullet: true },
    ),
  ])
}

function block(
  tag: Tag,
  text: string,
  before: number,
  { size, indent = 0, bold = false, color = ink }: { size: number; indent?: number; bold?: boolean; color?: string },
  widthOf: WidthOf,
): Block {
  const lines = wrapped(text, measure - indent, size, bold, widthOf)
  return {
    tag,
    before,
    lines: lines.map((line) => ({ text: line, indent, size, bold, color })),
    bullet: false,
    kept: false,
  }
}

/** Blocks as elements of the structure, points of a list in one list. */
function say(document: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, blocks: readonly PlacedBlock[]): void {
  let list: PDFKit.PDFStructureElement | null = null
  for (const each of blocks) {
    const draw = () => drawMarks(document, marksOf(each))
    if (each.tag !== 'LI') {
      list?.end()
      list = null
      root.add(document.struct(each.tag, {}, draw))
      continue
    }
    if (list === null) {
      list = document.struct('L')
      root.add(list)
    }
    list.add(document.struct('LI', {}, [document.struct('LBody', {}, draw)]))
  }
  list?.end()
}

function marksOf({ lines, y, bullet }: PlacedBlock): Mark[] {
  let top = y
  return lines.flatMap((line, i) => {
    const baseline = top + line.size * 1.02
    top += line.size * leading
    const dot: Mark[] =
      bullet && i === 0 ? [lineMark({ ...line, text: '•', indent: line.indent - line.size * 0.8 }, baseline)] : []
    return [...dot, lineMark(line, baseline)]
  })
}

function lineMark({ text, indent, size, bold, color }: Line, y: number): Mark {
  return { kind: 'text', text, x: sheet.margin + indent, y, anchor: 'start', size, bold, color, halo: false }
}
