// What things look like on paper: the one place that knows colours and shapes. style/base.css repeats the four page colours.

export const paper = '#FBFAF7'
export const ink = '#1F2430'
export const secondInk = '#5B6170'
export const focusRing = '#183AF1'

/**
 * Eight hues in the order they are given out: each at least 3:1 on paper, and told apart under the three forms of
 * colour blindness (smallest CAM02-UCS distances 22.6, 18.0, 18.6 and 13.5).
 */
export const hues = ['#183AF1', '#A68819', '#60196E', '#559D77', '#8F4B01', '#386263', '#6E1821', '#9684A8'] as const

/** Shapes in the order they are given out with the hues; the ninth is that of « others », `tile` that of spaces. */
export const shapes = [
  'circle',
  'diamond',
  'square',
  'triangle',
  'hexagon',
  'plus',
  'wedge',
  'star',
  'pentagon',
  'tile',
] as const
export type Shape = (typeof shapes)[number]

export interface Look {
  readonly color: string
  readonly shape: Shape
}

export const othersLook: Look = { color: secondInk, shape: 'pentagon' }
export const spaceLook: Look = { color: ink, shape: 'tile' }

export function lookOf(slot: number): Look {
  const color = hues[slot]
  return color === undefined ? othersLook : { color, shape: shapes[slot] ?? 'circle' }
}

/**
 * Outline of a shape around 0, 0, y upwards, sized so that all cover the area of a circle of radius 1. Null: the circle.
 */
export function outlineOf(shape: Shape): readonly (readonly [number, number])[] | null {
  return outlines[shape]
}

/** How far a shape reaches from its middle, for a radius of 1. */
export function reachOf(shape: Shape): number {
  return Math.max(1, ...(outlines[shape] ?? []).map(([x]) => Math.abs(x)))
}

/** The same outline as an SVG path of a given radius. */
export function svgPathOf(shape: Shape, radius: number): string {
  const outline = outlines[shape]
  if (!outline)
    return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
  const corners = outline.map(([x, y]) => `${(x * radius).toFixed(2)} ${(-y * radius).toFixed(2)}`)
  return `M${corners.join('L')}Z`
}

/** Paper shows through: what is left of `color` when a share of it is kept. Flat, so that crossings do not darken. */
export function faded(color: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const from = Number.parseInt(paper.slice(at, at + 2), 16)
    const to = Number.parseInt(color.slice(at, at + 2), 16)
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

const outlines: Record<Shape, readonly (readonly [number, number])[] | null> = {
  circle: null,
  diamond: regular(4, Math.PI / 2),
  square: regular(4, Math.PI / 4),
  triangle: regular(3, Math.PI / 2),
  hexagon: regular(6, 0),
  plus: plus(0.42),
  wedge: regular(3, -Math.PI / 2),
  star: star(0.5),
  pentagon: regular(5, Math.PI / 2),
  tile: withCircleArea([
    [-1.5, -1],
    [1.5, -1],
    [1.5, 1],
    [-1.5, 1],
  ]),
}

function regular(sides: number, first: number): (readonly [number, number])[] {
  return withCircleArea(
    Array.from({ length: sides }, (_, i) => {
      const angle = first + (i * 2 * Math.PI) / sides
      return [Math.cos(angle), Math.sin(angle)] as const
    }),
  )
}

function plus(arm: number): (readonly [number, number])[] {
  const corners = [
    [arm, arm],
    [arm, 1],
    [-arm, 1],
    [-arm, arm],
    [-1, arm],
    [-1, -arm],
    [-arm, -arm],
    [-arm, -1],
    [arm, -1],
    [arm, -arm],
    [1, -arm],
    [1, arm],
  ] as const
  return withCircleArea(corners)
}

function star(inner: number): (readonly [number, number])[] {
  return withCircleArea(
    Array.from({ length: 10 }, (_, i) => {
      const angle = Math.PI / 2 + (i * Math.PI) / 5
      const radius = i % 2 === 0 ? 1 : inner
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
    }),
  )
}

function withCircleArea(corners: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  let doubled = 0
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!
    doubled += x * nextY - nextX * y
  })
  const factor = Math.sqrt(Math.PI / (Math.abs(doubled) / 2))
  return corners.map(([x, y]) => [x * factor, y * factor])
}
