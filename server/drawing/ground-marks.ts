import { type Bounds, clippedArea, clippedLine } from '../layout/clipping.ts'
import type { Points } from '../layout/drawing.ts'
import { paper, secondInk } from './appearance.ts'
import { type Backdrop, groundLooks, roundKilometers, water } from './backdrop.ts'
import { type GroundWish, groundPoints, type PlacedGroundName, placeGroundNames } from './ground-names.ts'
import type { Box } from './labels.ts'
import { type Group, type Mark, type Path, type Rectangle, rounded, type WidthOf, type Words } from './mark.ts'

/** How the ground lies on a page. */
export interface Laying {
  readonly at: (place: { readonly x: number; readonly y: number }) => readonly [x: number, y: number]
  readonly rectangle: Rectangle
  /** Of a pixel of the screen, in points. */
  readonly scale: number
  /** Of names of nodes, in points. */
  readonly size: number
  readonly widthOf: WidthOf
  readonly kilometers: (length: number) => string
}

/** Water and limits, cut to the rectangle of the map. */
export function groundMarks({ frame, land, lines }: Backdrop, laying: Laying): Group {
  const { at, rectangle, scale } = laying
  const bounds = boundsOf(rectangle)
  const sheet = clippedArea(onPage(corners(frame.x, frame.y), at), bounds)
  const rings = land.map((ring) => clippedArea(onPage(ring, at), bounds)).filter((ring) => ring.length > 0)
  const wet: Path = {
    kind: 'path',
    // What is water is all of the sheet that is no land: the sheet is gone through one way, land the other.
    d: [wound(sheet, 1), ...rings.map((ring) => wound(ring, -1))]
      .map((ring) => `M${ring.map(spelled).join('L')}Z`)
      .join(''),
    fill: water,
    stroke: null,
    width: 0,
    dash: null,
  }
  const strokes = (Object.keys(groundLooks) as (keyof typeof groundLooks)[]).flatMap((kind): Path[] => {
    const look = groundLooks[kind]
    const d = lines
      .filter(({ of }) => of === kind)
      .flatMap(({ line }) => clippedLine(onPage(line, at), bounds))
      .map((part) => `M${part.map(spelled).join('L')}`)
      .join('')
    const dash = look.dash ? ([rounded(look.dash[0] * scale), rounded(look.dash[1] * scale)] as const) : null
    return d === ''
      ? []
      : [{ kind: 'path', d, fill: null, stroke: look.color, width: rounded(look.width * scale), dash }]
  })
  const marks: Mark[] = [...(sheet.length === 0 ? [] : [wet]), ...strokes]
  return { kind: 'group', of: 'ground', data: [], title: null, at: [0, 0], marks }
}

/** A round length in the lower right corner, and what it covers. */
export function scaleMarks(
  { unitsPerKilometer }: Backdrop,
  laying: Laying,
): { readonly group: Group; readonly box: Box } {
  const { at, rectangle, size, kilometers } = laying
  const [[left], [right]] = [at({ x: 0, y: 0 }), at({ x: 1000, y: 0 })]
  const perKilometer = ((right - left) / 1000) * unitsPerKilometer
  const length = roundKilometers((11 * size) / perKilometer)
  const x = [rectangle.x + rectangle.width - size - length * perKilometer, rectangle.x + rectangle.width - size].map(
    rounded,
  )
  const foot = rounded(rectangle.y + rectangle.height - 0.6 * size)
  const top = rounded(foot - 0.5 * size)
  const d = `M${x[0]} ${top}V${foot}H${x[1]}V${top}`
  const line = (stroke: string, width: number): Path => ({
    kind: 'path',
    d,
    fill: null,
    stroke,
    width: rounded(width),
    dash: null,
  })
  const text = wordsAt(kilometers(length), (x[0]! + x[1]!) / 2, top - 0.35 * size, 0.9 * size, false)
  return {
    group: {
      kind: 'group',
      of: 'ground',
      data: [],
      title: null,
      at: [0, 0],
      marks: [line(paper, size * 0.35), line(secondInk, size * 0.12), text],
    },
    box: { left: x[0]! - size, right: x[1]! + size, top: foot - 2 * size, bottom: foot + size },
  }
}

/** Names of communes, or else of towns and departments, where there is room, each with a point where it is. */
export function groundNameMarks(
  { names }: Backdrop,
  kinds: readonly GroundWish['of'][],
  laying: Laying,
  taken: readonly Box[],
): { readonly group: Group; readonly boxes: readonly Box[] } {
  const { at, rectangle, size, widthOf } = laying
  const wishes = names.flatMap((name): GroundWish[] => {
    if (!kinds.includes(name.of)) return []
    const [x, y] = at(name)
    const isIn =
      x > rectangle.x && y > rectangle.y && x < rectangle.x + rectangle.width && y < rectangle.y + rectangle.height
    const label = name.of === 'department' ? name.label.toLocaleUpperCase('fr') : name.label
    const tall = sizes[name.of] * size
    return isIn
      ? [
          {
            ...name,
            label,
            x: x - rectangle.x,
            y: y - rectangle.y,
            width: widthOf(label, tall, name.of === 'commune'),
            height: 1.15 * tall,
          },
        ]
      : []
  })
  const moved = taken.map(({ left, right, top, bottom }) => ({
    left: left - rectangle.x,
    right: right - rectangle.x,
    top: top - rectangle.y,
    bottom: bottom - rectangle.y,
  }))
  const placed = placeGroundNames(wishes, { width: rectangle.width, height: rectangle.height, taken: moved })
  const onSheet = placed.map((name): PlacedGroundName => {
    const { left, right, top, bottom } = name.box
    const [dx, dy] = [rectangle.x, rectangle.y]
    return {
      ...name,
      x: name.x + dx,
      y: name.y + dy,
      box: { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy },
    }
  })
  const points = groundPoints(wishes, placed, moved).map(({ x, y }) =>
    pointAt(rectangle.x + x, rectangle.y + y, 0.13 * size),
  )
  const words = onSheet.map(({ of, label, x, y }) =>
    wordsAt(label, x, y + 0.34 * sizes[of] * size, sizes[of] * size, of === 'commune'),
  )
  return {
    group: { kind: 'group', of: 'ground', data: [], title: null, at: [0, 0], marks: [...points, ...words] },
    boxes: onSheet.map(({ box }) => box),
  }
}

const sizes = { commune: 1, town: 0.9, department: 0.9 } as const

function wordsAt(text: string, x: number, y: number, size: number, bold: boolean): Words {
  return {
    kind: 'text',
    text,
    x: rounded(x),
    y: rounded(y),
    anchor: 'middle',
    size: rounded(size),
    bold,
    color: secondInk,
    halo: true,
  }
}

function pointAt(x: number, y: number, radius: number): Path {
  const [r, left] = [rounded(radius), rounded(x - radius)]
  return {
    kind: 'path',
    d: `M${left} ${rounded(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
    fill: secondInk,
    stroke: null,
    width: 0,
    dash: null,
  }
}

/** Gone through one way or the other: formats fill by the nonzero rule. */
function wound(ring: Points, way: 1 | -1): Points {
  const area = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * ny - nx * y
  }, 0)
  return Math.sign(area) === way ? ring : ring.toReversed()
}

function onPage(points: Points, at: Laying['at']): Points {
  return points.map(([x, y]) => at({ x, y }))
}

function spelled([x, y]: readonly [number, number]): string {
  return `${rounded(x)} ${rounded(y)}`
}

function corners([left, right]: readonly [number, number], [bottom, top]: readonly [number, number]): Points {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
}

function boundsOf({ x, y, width, height }: Rectangle): Bounds {
  return { x: [x, x + width], y: [y, y + height] }
}
