import { faded, ink, paper, secondInk } from './appearance.ts'
import { drawnLegend, type LegendSection } from './legend.ts'
import { asideIn, type Depicted, drawnMap, nodeMark, symbolScale } from './map-marks.ts'
import { type Group, type Mark, type Picture, type Rectangle, rounded, type WidthOf, wrapped } from './mark.ts'
import { type Paper, scaleOf, sizeOf } from './paper.ts'
import type { SceneNode } from './scene.ts'

/** All the words of a map on paper. */
export interface Caption {
  readonly language: 'fr' | 'en'
  readonly title: string
  /** When, on what basis, how many answered, what is counted. */
  readonly facts: readonly string[]
  readonly legend: readonly LegendSection[]
  readonly untied: (count: number) => string
  /** Of names that found no room. */
  readonly unnamed: (count: number) => string
  /** Where it comes from, and what does not follow from it. */
  readonly source: readonly string[]
  /** The map in words, for who does not see it. */
  readonly description: string
}

/**
 * A sheet of paper with a map: title and facts above, legend at the right, those whom nothing ties in a tray below, source at the foot.
 * The same map and caption give the same marks.
 */
export function pictureOf(depicted: Depicted, caption: Caption, sheet: Paper, widthOf: WidthOf): Picture {
  const { width, height } = sizeOf(sheet)
  const unit = scaleOf(sheet)
  const margin = 26 * unit
  const size = 7.6 * unit
  const marks: Mark[] = [
    { kind: 'path', d: `M0 0H${width}V${height}H0Z`, fill: paper, stroke: null, width: 0, dash: null },
  ]
  const inner = width - 2 * margin
  let top = margin
  const say = (text: string, x: number, y: number, size: number, bold: boolean, color: string) =>
    marks.push({
      kind: 'text',
      text,
      x: rounded(x),
      y: rounded(y),
      anchor: 'start',
      size: rounded(size),
      bold,
      color,
      halo: false,
    })
  for (const line of wrapped(caption.title, inner, 2.3 * size, true, widthOf)) {
    top += 2.1 * size
    say(line, margin, top, 2.3 * size, true, ink)
    top += 0.5 * size
  }
  for (const line of wrapped(caption.facts.join(' · '), inner, 1.2 * size, false, widthOf)) {
    top += 1.5 * size
    say(line, margin, top, 1.2 * size, false, secondInk)
  }
  top += 1.4 * size

  const source = caption.source.flatMap((line) => wrapped(line, inner, 0.95 * size, false, widthOf))
  let bottom = height - margin - source.length * 1.25 * size
  for (const [i, line] of source.entries())
    say(line, margin, bottom + (i + 1) * 1.25 * size, 0.95 * size, false, secondInk)
  bottom -= 0.8 * size
  marks.push(rule(margin, bottom, inner, unit))
  bottom -= size

  const column = Math.min(inner * 0.24, 190 * unit)
  const mapWidth = inner - column - 2 * size
  const tray = drawnTray(
    depicted,
    caption,
    { x: margin, y: 0, width: mapWidth, height: (bottom - top) * 0.4 },
    size,
    widthOf,
  )
  const mapHeight = bottom - top - (tray ? tray.height + 1.2 * size : 0)
  const rectangle = { x: margin, y: top, width: mapWidth, height: mapHeight }
  const map = drawnMap(depicted, rectangle, size, widthOf)
  const unnamed = { sample: { of: 'nothing' as const }, text: caption.unnamed(map.unnamed) }
  const sections = [...caption.legend, ...(map.unnamed > 0 ? [{ heading: '', lines: [unnamed] }] : [])]
  const place = { x: width - margin - column, y: top, width: column, height: bottom - top }
  const scale = symbolScale(rectangle)
  const tallest = drawnLegend(sections, place, 1.05 * size, scale, widthOf)
  // A long legend is set smaller rather than cut.
  const share = Math.min(1, (bottom - top) / tallest.height)
  const legend = share === 1 ? tallest : drawnLegend(sections, place, 1.05 * size * share, scale * share, widthOf)
  return {
    width,
    height,
    language: caption.language,
    title: [caption.title, caption.facts[0]].filter((part) => part).join(' – '),
    description: caption.description,
    marks: [...marks, ...map.marks, legend.mark, ...(tray ? [moved(tray.mark, bottom - tray.height)] : [])],
  }
}

interface Drawn {
  readonly mark: Group
  readonly height: number
}

/** Whom nothing ties, in rows with their names; where there are too many for names, without. Null: nobody. */
function drawnTray(
  depicted: Depicted,
  caption: Caption,
  room: Rectangle,
  size: number,
  widthOf: WidthOf,
): Drawn | null {
  const untied = [...asideIn(depicted)].sort((a, b) => compare(a.label, b.label) || compare(a.key, b.key))
  if (untied.length === 0) return null
  const radius = size * 0.42
  const padding = size * 0.8
  const heading = size * 1.7
  const widest = Math.max(...untied.map(({ label }) => widthOf(label, size, false))) + 3 * size
  const rowsFor = (wide: number) =>
    Math.ceil(untied.length / Math.max(1, Math.floor((room.width - 2 * padding) / wide)))
  const named = heading + rowsFor(widest) * size * 1.45 + 2 * padding <= room.height
  const wide = named ? widest : size * 1.4
  const columns = Math.min(untied.length, Math.max(1, Math.floor((room.width - 2 * padding) / wide)))
  const rows = Math.ceil(untied.length / columns)
  const height = heading + rows * size * 1.45 + 2 * padding - size * 0.3
  const width = Math.max(columns * wide + 2 * padding, widthOf(caption.untied(untied.length), size, true) + 2 * padding)
  const words = { kind: 'text', anchor: 'start', size: rounded(size), color: ink, halo: false } as const
  const placed = untied.flatMap((node, i): Mark[] => {
    const x = room.x + padding + Math.floor(i / rows) * wide
    const y = padding + heading + ((i % rows) + 0.4) * size * 1.45
    const at = [rounded(x + radius), rounded(y)] as const
    const glyph: SceneNode = { ...node, size: radius / 0.55 }
    const mark = nodeMark(glyph, at, 0.55, depicted.silent.has(node.key), depicted.titleOf(node))
    const name = {
      ...words,
      bold: false,
      text: node.label,
      x: rounded(x + radius * 2 + size * 0.5),
      y: rounded(y + size * 0.34),
    }
    return named ? [mark, name] : [mark]
  })
  const box = `M${rounded(room.x)} 0H${rounded(room.x + width)}V${rounded(height)}H${rounded(room.x)}Z`
  const title = {
    ...words,
    bold: true,
    text: caption.untied(untied.length),
    x: rounded(room.x + padding),
    y: rounded(padding + size),
  }
  const frame = {
    kind: 'path',
    d: box,
    fill: null,
    stroke: faded(ink, 0.25),
    width: rounded(size * 0.08),
    dash: null,
  } as const
  return {
    mark: { kind: 'group', of: 'tray', data: [], title: null, at: [0, 0], marks: [frame, title, ...placed] },
    height,
  }
}

function moved(mark: Group, y: number): Group {
  return { ...mark, at: [0, rounded(y)] }
}

function rule(x: number, y: number, width: number, unit: number): Mark {
  const d = `M${rounded(x)} ${rounded(y)}H${rounded(x + width)}`
  return { kind: 'path', d, fill: null, stroke: faded(ink, 0.25), width: rounded(0.6 * unit), dash: null }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
