import type Sigma from 'sigma'
import { paper, secondInk } from '#drawing/appearance.ts'
import { type Backdrop, type GroundName, groundLines, groundLooks, roundKilometers, water } from '#drawing/backdrop.ts'
import { type GroundWish, groundPoints, type PlacedGroundName, placeGroundNames } from '#drawing/ground-names.ts'
import { layerOf, type NameBox } from './areas-layer.ts'
import type { Cover } from './framing.ts'

/** A language's word for a length. */
export type Kilometers = (length: number) => string

/** Sizes in pixels of a page of usual size, and weights. */
const lettering = {
  commune: { size: 13, weight: 600, spacing: 0 },
  town: { size: 11.5, weight: 400, spacing: 0 },
  department: { size: 11.5, weight: 500, spacing: 1.5 },
} as const satisfies Record<GroundName['of'], object>

/** Longest scale, in pixels of a page of usual size. */
const longestScale = 130

/** The ground beneath a map: water and limits under everything, names and a scale over nodes. */
export class BackdropLayer {
  readonly #sigma: Sigma
  readonly #ground: CanvasRenderingContext2D
  readonly #names: CanvasRenderingContext2D
  #backdrop: Backdrop | null = null
  /** In the units of the layout: they are made once, and moved by the camera. */
  #paths: { readonly land: Path2D; readonly lines: ReadonlyMap<string, Path2D> } | null = null

  constructor(sigma: Sigma) {
    this.#sigma = sigma
    this.#ground = layerOf(sigma, 'backdrop', { beforeLayer: 'edges' })
    this.#names = layerOf(sigma, 'groundNames', { afterLayer: 'nodes' })
    sigma.resize(true)
  }

  show(backdrop: Backdrop | null): void {
    if (backdrop === this.#backdrop) return
    this.#backdrop = backdrop
    this.#paths = backdrop && {
      land: land(backdrop),
      lines: new Map(groundLines.map((kind) => [kind, linesOf(backdrop, kind)])),
    }
  }

  /** Draws the ground, and names of communes where nodes leave room: their boxes. */
  draw(taken: readonly NameBox[], scale: number, cover: Cover, kilometers: Kilometers): NameBox[] {
    const { width, height } = this.#sigma.getDimensions()
    this.#ground.clearRect(0, 0, width, height)
    this.#names.clearRect(0, 0, width, height)
    if (!this.#backdrop || !this.#paths) return []
    const camera = this.#camera()
    const wet = new Path2D()
    wet.addPath(this.#paths.land, camera)
    this.#ground.fillStyle = water
    this.#ground.fill(wet, 'evenodd')
    for (const [kind, path] of this.#paths.lines) {
      const look = groundLooks[kind as keyof typeof groundLooks]
      const moved = new Path2D()
      moved.addPath(path, camera)
      this.#ground.strokeStyle = look.color
      this.#ground.lineWidth = look.width * scale
      this.#ground.setLineDash((look.dash ?? []).map((length) => length * scale))
      this.#ground.stroke(moved)
    }
    this.#ground.setLineDash([])
    const measure = this.#scale(scale, cover, kilometers)
    return [measure, ...this.#name(['commune'], [...taken, measure], scale)]
  }

  /** Names of what has no actors, where nothing else wants to stand. */
  drawFaint(taken: readonly NameBox[], scale: number): void {
    this.#name(['town', 'department'], taken, scale)
  }

  #camera(): DOMMatrix {
    const at = (x: number, y: number) => this.#sigma.graphToViewport({ x, y })
    const [origin, east, north] = [at(0, 0), at(1000, 0), at(0, 1000)]
    return new DOMMatrix([
      (east.x - origin.x) / 1000,
      (east.y - origin.y) / 1000,
      (north.x - origin.x) / 1000,
      (north.y - origin.y) / 1000,
      origin.x,
      origin.y,
    ])
  }

  #name(kinds: readonly GroundName['of'][], taken: readonly NameBox[], scale: number): NameBox[] {
    const { width, height } = this.#sigma.getDimensions()
    const context = this.#names
    const wishes = (this.#backdrop?.names ?? []).flatMap((name): GroundWish[] => {
      if (!kinds.includes(name.of)) return []
      const { x, y } = this.#sigma.graphToViewport(name)
      if (x < 0 || y < 0 || x > width || y > height) return []
      this.#letter(name.of, scale)
      const label = said(name)
      return [
        {
          ...name,
          label,
          x,
          y,
          width: context.measureText(label).width,
          height: lettering[name.of].size * 1.15 * scale,
        },
      ]
    })
    const placed = placeGroundNames(wishes, { width, height, taken })
    for (const point of groundPoints(wishes, placed, taken)) this.#mark(point, scale)
    for (const name of placed) this.#write(name, scale)
    return placed.map(({ box }) => box)
  }

  #mark({ x, y }: { readonly x: number; readonly y: number }, scale: number): void {
    const context = this.#names
    context.beginPath()
    context.arc(x, y, 1.6 * scale, 0, 2 * Math.PI)
    context.fillStyle = secondInk
    context.fill()
  }

  #write({ of, label, x, y }: PlacedGroundName, scale: number): void {
    const context = this.#names
    this.#letter(of, scale)
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 3 * scale
    context.strokeStyle = paper
    context.fillStyle = secondInk
    context.strokeText(label, x, y)
    context.fillText(label, x, y)
  }

  #letter(of: GroundName['of'], scale: number): void {
    const { size, weight, spacing } = lettering[of]
    this.#names.font = `${weight} ${size * scale}px "Source Sans 3 Variable", sans-serif`
    this.#names.letterSpacing = `${spacing * scale}px`
  }

  /** A round length in the lower right corner. */
  #scale(scale: number, cover: Cover, kilometers: Kilometers): NameBox {
    const { width, height } = this.#sigma.getDimensions()
    const [origin, end] = [0, 1].map((x) => this.#sigma.graphToViewport({ x, y: 0 }))
    const perKilometer =
      Math.hypot((end?.x ?? 0) - (origin?.x ?? 0), (end?.y ?? 0) - (origin?.y ?? 0)) *
      (this.#backdrop?.unitsPerKilometer ?? 0)
    const length = roundKilometers((longestScale * scale) / perKilometer)
    const right = width - cover.right - 16
    const foot = height - cover.bottom - 14
    const left = right - length * perKilometer
    const context = this.#names
    const tick = 5 * scale
    const trace = () => {
      context.beginPath()
      context.moveTo(left, foot - tick)
      context.lineTo(left, foot)
      context.lineTo(right, foot)
      context.lineTo(right, foot - tick)
      context.stroke()
    }
    context.strokeStyle = paper
    context.lineWidth = 4 * scale
    trace()
    context.strokeStyle = secondInk
    context.lineWidth = 1.5 * scale
    trace()
    const text: PlacedGroundName = {
      of: 'town',
      label: kilometers(length),
      x: (left + right) / 2,
      y: foot - tick - 6 * scale,
      box: { left, right, top: foot, bottom: foot },
    }
    this.#write(text, scale)
    return {
      left: Math.min(left, text.x - 24 * scale) - 6,
      right: width,
      top: foot - tick - 16 * scale,
      bottom: height,
    }
  }
}

/** Departments in capitals, as maps have them. */
export function said({ of, label }: Pick<GroundName, 'of' | 'label'>): string {
  return of === 'department' ? label.toLocaleUpperCase('fr') : label
}

/** All of the frame that is no land. */
function land({ frame: { x, y }, land }: Backdrop): Path2D {
  const path = new Path2D()
  path.rect(x[0], y[0], x[1] - x[0], y[1] - y[0])
  for (const ring of land) {
    ring.forEach(([px, py], i) => {
      if (i === 0) path.moveTo(px, py)
      else path.lineTo(px, py)
    })
    path.closePath()
  }
  return path
}

function linesOf({ lines }: Backdrop, kind: string): Path2D {
  const path = new Path2D()
  for (const { of, line } of lines) {
    if (of !== kind) continue
    line.forEach(([x, y], i) => {
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    })
  }
  return path
}
