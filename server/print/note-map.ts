import { faded, ink, paper } from '../drawing/appearance.ts'
import { drawnLegend } from '../drawing/legend.ts'
import { drawnMap, symbolScale, untiedIn } from '../drawing/map-marks.ts'
import type { Mark, Rectangle, WidthOf } from '../drawing/mark.ts'
import type { Note } from '../report/note.ts'

/** The map with its legend at the right, and what nothing ties in words. */
export function noteMap(
  { map: { depicted, caption } }: Note,
  { x, y, width, height }: Rectangle,
  widthOf: WidthOf,
): Mark[] {
  const column = 138
  const rectangle = { x, y, width: width - column - 10, height }
  const size = 6.4
  const drawn = drawnMap(depicted, rectangle, size, widthOf)
  const untied = untiedIn(depicted.scene).filter(({ noun }) => noun === 'actor')
  const asides = [
    ...(untied.length > 0 ? [caption.untied(untied.length)] : []),
    ...(drawn.unnamed > 0 ? [caption.unnamed(drawn.unnamed)] : []),
  ].map((text) => ({ sample: { of: 'nothing' as const }, text }))
  const sections = [...caption.legend, ...(asides.length > 0 ? [{ heading: '', lines: asides }] : [])]
  const place = { x: x + width - column, y, width: column, height }
  const scale = symbolScale(rectangle)
  const tallest = drawnLegend(sections, place, 7, scale, widthOf)
  const share = Math.min(1, height / tallest.height)
  const legend = share === 1 ? tallest : drawnLegend(sections, place, 7 * share, scale * share, widthOf)
  const ground: Mark = {
    kind: 'path',
    d: `M${x} ${y}h${width}v${height}h${-width}Z`,
    fill: paper,
    stroke: faded(ink, 0.18),
    width: 0.5,
    dash: null,
  }
  return [ground, ...drawn.marks, legend.mark]
}
