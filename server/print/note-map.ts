import { faded, ink, paper } from '../drawing/appearance.ts'
import { drawnLegend } from '../drawing/legend.ts'
import { drawnMap, symbolScale, tiedIn, untiedIn } from '../drawing/map-marks.ts'
import type { Mark, Rectangle, WidthOf } from '../drawing/mark.ts'
import type { Note } from '../report/note.ts'

/** The width of the legend, and the least height it asks for. */
const column = 138
const leastHeight = 235

/** The height beyond which a map of that width leaves paper empty. */
export function mostHeight({ map: { depicted } }: Note, width: number): number {
  const { nodes } = tiedIn(depicted.scene)
  const extent = (values: readonly number[]) =>
    values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0)
  const middle = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / (values.length || 1)
  const spread = (values: readonly number[]) => extent(values.map((value) => value - middle(values)))
  const [wide, high] = [spread(nodes.map(({ x }) => x)), spread(nodes.map(({ y }) => y))]
  return Math.max(leastHeight, ((width - column - 70) * high) / (wide || 1) + 50)
}

/** The map with its legend at the right, and what nothing ties in words. */
export function noteMap(
  { map: { depicted, caption } }: Note,
  { x, y, width, height }: Rectangle,
  widthOf: WidthOf,
): Mark[] {
  const rectangle = { x, y, width: width - column - 10, height }
  const size = 6.4
  const drawn = drawnMap({ ...depicted, scene: tiedIn(depicted.scene) }, rectangle, size, widthOf)
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
