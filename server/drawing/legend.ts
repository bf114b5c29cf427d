import { faded, ink, type Look, paper, secondInk } from './appearance.ts'
import { type GroundLine, groundLooks } from './backdrop.ts'
import { nodeMark, tiePaths } from './map-marks.ts'
import { type Group, type Mark, type Rectangle, rounded, type WidthOf, type Words, wrapped } from './mark.ts'
import type { Standing } from './standing.ts'

/** What a line of a legend shows beside its words. */
export type Sample =
  | { readonly of: 'look'; readonly look: Look; readonly outline?: 'host' | 'silent' | 'hollow' }
  | { readonly of: 'standing'; readonly standing: Standing }
  /** In pixels of the screen, as scenes count. */
  | { readonly of: 'width'; readonly size: number }
  | { readonly of: 'radius'; readonly size: number }
  | { readonly of: 'ground'; readonly kind: GroundLine['of'] }
  | { readonly of: 'nothing' }

export interface LegendSection {
  /** Empty: none. */
  readonly heading: string
  readonly lines: readonly { readonly sample: Sample; readonly text: string }[]
}

/**
 * A legend down a column, as far as it goes; in points.
 *
 * @param scale of the map's radii and widths, see `symbolScale`
 */
export function drawnLegend(
  sections: readonly LegendSection[],
  column: Rectangle,
  size: number,
  scale: number,
  widthOf: WidthOf,
): { readonly mark: Group; readonly height: number } {
  const marks: Mark[] = []
  const leading = size * 1.32
  let y = column.y
  const say = (text: string, x: number, bold: boolean, color: string): Words => ({
    kind: 'text',
    text,
    x: rounded(x),
    y: rounded(y + size * 0.92),
    anchor: 'start',
    size: rounded(size),
    bold,
    color,
    halo: false,
  })
  for (const { heading, lines } of sections) {
    if (y > column.y) y += size * 0.7
    for (const line of heading === '' ? [] : wrapped(heading, column.width, size, true, widthOf)) {
      marks.push(say(line, column.x, true, ink))
      y += leading
    }
    for (const { sample, text } of lines) {
      const reach = sample.of === 'radius' ? sample.size * scale : size * 0.5
      const indent = sample.of === 'nothing' ? 0 : Math.max(size * 2, 2 * reach + size * 0.6)
      const tall = Math.max(leading, 2 * reach + size * 0.2)
      const middle: readonly [number, number] = [rounded(column.x + indent / 2 - size * 0.2), rounded(y + tall / 2)]
      marks.push(...sampleMarks(sample, middle, size, scale))
      const said = wrapped(text, column.width - indent, size, false, widthOf)
      const top = y
      y += (tall - leading) / 2
      for (const line of said) {
        marks.push(say(line, column.x + indent, false, sample.of === 'nothing' ? secondInk : ink))
        y += leading
      }
      y = Math.max(y, top + tall)
    }
  }
  return { mark: { kind: 'group', of: 'legend', data: [], title: null, at: [0, 0], marks }, height: y - column.y }
}

function sampleMarks(sample: Sample, at: readonly [number, number], size: number, scale: number): Mark[] {
  const line = `M${rounded(at[0] - size * 0.8)} ${at[1]}L${rounded(at[0] + size * 0.8)} ${at[1]}`
  switch (sample.of) {
    case 'look': {
      const { look, outline } = sample
      const color = outline === 'hollow' ? paper : look.color
      const shape = { shape: look.shape, size: size * 0.75, color, line: outline === 'host' ? ink : look.color }
      const { marks } = nodeMark({ noun: 'actor', id: '', ...shape }, at, 0.55, outline === 'silent', null)
      return [{ kind: 'group', of: 'legend', data: [], title: null, at, marks }]
    }
    case 'standing':
      return tiePaths(line, sample.standing, 1.5 * scale + size * 0.05, 0.4)
    case 'width':
      return [
        {
          kind: 'path',
          d: line,
          fill: null,
          stroke: faded(ink, 0.45),
          width: rounded(1.1 * sample.size * scale),
          dash: null,
        },
      ]
    case 'radius': {
      const shape = { shape: 'circle', size: sample.size, color: paper, line: secondInk } as const
      const { marks } = nodeMark({ noun: 'actor', id: '', ...shape }, at, scale, false, null)
      return [{ kind: 'group', of: 'legend', data: [], title: null, at, marks }]
    }
    case 'ground': {
      const { color, width, dash } = groundLooks[sample.kind]
      const dashed = dash ? ([rounded(dash[0] * scale), rounded(dash[1] * scale)] as const) : null
      return [{ kind: 'path', d: line, fill: null, stroke: color, width: rounded(width * scale), dash: dashed }]
    }
    case 'nothing':
      return []
  }
}
