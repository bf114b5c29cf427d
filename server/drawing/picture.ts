import { faded, ink, paper, secondInk } from './appearance.ts'
import { drawnLegend, type LegendSection } from './legend.ts'
import { type Depicted, drawnMap, symbolScale } from './map-marks.ts'
import { type Mark, type Picture, rounded, type WidthOf, wrapped } from './mark.ts'
import { type Paper, scaleOf, sizeOf } from './paper.ts'

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
 * A sheet of paper with a map: title and facts above, legend at the right, source at the foot.
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
  const rectangle = { x: margin, y: top, width: mapWidth, height: bottom - top }
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
    marks: [...marks, ...map.marks, legend.mark],
  }
}

function rule(x: number, y: number, width: number, unit: number): Mark {
  const d = `M${rounded(x)} ${rounded(y)}H${rounded(x + width)}`
  return { kind: 'path', d, fill: null, stroke: faded(ink, 0.25), width: rounded(0.6 * unit), dash: null }
}
