import { faded } from './appearance.ts'
import { drawnLegend } from './legend.ts'
import { type Depicted, drawnMap, symbolScale, tiedIn, untiedIn } from './map-marks.ts'
import { type Picture, rounded, type WidthOf, wrapped } from './mark.ts'
import type { Caption } from './picture.ts'
import type { Scene } from './scene.ts'

/** A slide, in points: 16 to 9, as wide as presentations have it. */
export const slideSize = { width: 960, height: 540 } as const

/** Sizes of type on a slide, in points: the smallest is read from the last row. */
export const slideType = { title: 30, text: 20, least: 18 } as const

/** Names on one slide, at most: more are read by nobody. */
const mostNames = 40
const margin = 36
const leading = 1.25

/** Where the parts of a slide stand, from the top; in points. */
export interface SlideRoom {
  readonly title: Band
  /** Null: nothing is said. */
  readonly text: Band | null
  readonly picture: Band
  readonly foot: Band
}
interface Band {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is said on a slide decides how much room its map has. */
export function slideRoom(
  { title, text, foot }: { readonly title: string; readonly text: string; readonly foot: string },
  widthOf: WidthOf,
): SlideRoom {
  const width = slideSize.width - 2 * margin
  const tall = (said: string, size: number, bold: boolean) =>
    said.split('\n').flatMap((line) => wrapped(line, width - 2, size, bold, widthOf)).length * size * leading
  const band = (y: number, height: number): Band => ({ x: margin, y: rounded(y), width, height: rounded(height) })
  const titled = band(22, tall(title, slideType.title, true))
  const texted = text === '' ? null : band(titled.y + titled.height + 4, tall(text, slideType.text, false))
  const footed = tall(foot, slideType.least, false)
  const top = (texted ?? titled).y + (texted ?? titled).height + 8
  const foots = band(slideSize.height - 16 - footed, footed)
  return { title: titled, text: texted, picture: band(top, Math.max(160, foots.y - 8 - top)), foot: foots }
}

/** Room of a legend beside its map, in points; and of one whose lines are too many to be broken. */
const legendWidth = 250
const wideLegend = 330

/**
 * A map to be projected, with its legend beside it: names and legend large, ties in more ink than on paper; who is not
 * lit fades and has no name. The same map, caption and room give the same marks.
 *
 * @param lit keys of the nodes that are spoken of; null: all
 */
export function slidePicture(
  depicted: Depicted,
  caption: Caption,
  lit: ReadonlySet<string> | null,
  { width, height }: Pick<Band, 'width' | 'height'>,
  widthOf: WidthOf,
): Picture {
  const size = slideType.least
  const untied = depicted.layout === 'free' ? untiedIn(depicted.scene) : []
  // There is no room for a tray, unless somebody in it is spoken of.
  const isCut = untied.length > 0 && !untied.some(({ key }) => lit?.has(key))
  const shown = { ...depicted, scene: projected(isCut ? tiedIn(depicted.scene) : depicted.scene, lit) }
  const naming = { most: mostNames, isNamed: ({ key }: { readonly key: string }) => lit === null || lit.has(key) }
  const said = (text: string) => ({ heading: '', lines: [{ sample: { of: 'nothing' as const }, text }] })
  const sections = [...caption.legend.slice(0, 2), ...(isCut ? [said(caption.untied(untied.length))] : [])]
  const beside = (column: number) => ({ x: 0, y: 0, width: width - column - 16, height })
  // What has no sample explains the rest: it gives way first.
  const terse = sections.slice(0, 1).map((section) => ({
    ...section,
    lines: section.lines.filter(({ sample }) => sample.of !== 'nothing'),
  }))
  const legends = [
    ...sections.map((_, i) => ({ some: sections.slice(0, sections.length - i), column: legendWidth })),
    { some: terse, column: legendWidth },
    { some: terse, column: wideLegend },
  ].map(({ some, column }) => {
    const place = { x: width - column, y: 0, width: column, height }
    return { column, ...drawnLegend(some, place, size, symbolScale(beside(column)), widthOf) }
  })
  const legend = legends.find((one) => one.height <= height) ?? legends.at(-1)
  const map = drawnMap(shown, beside(legend?.column ?? legendWidth), size, widthOf, naming)
  return {
    width,
    height,
    language: caption.language,
    title: [caption.title, caption.facts[0]].filter((part) => part).join(' – '),
    description: caption.description,
    marks: [...map.marks, ...(legend ? [legend.mark] : [])],
  }
}

/** Above every weight of a scene. */
const spokenOf = 1e9

function projected(scene: Scene, lit: ReadonlySet<string> | null): Scene {
  const isLit = (key: string) => lit === null || lit.has(key)
  return {
    ...scene,
    nodes: scene.nodes.map((node) =>
      isLit(node.key)
        ? { ...node, weight: lit === null ? node.weight : spokenOf + node.weight }
        : { ...node, color: faded(node.color, 0.2), line: faded(node.line, 0.2) },
    ),
    ties: scene.ties.map((tie) => ({
      ...tie,
      strength: isLit(tie.from) && isLit(tie.to) ? Math.min(0.8, 1.7 * tie.strength) : 0.25 * tie.strength,
    })),
  }
}
