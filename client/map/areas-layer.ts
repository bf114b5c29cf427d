import type Sigma from 'sigma'
import { faded, paper } from '#drawing/appearance.ts'
import { clearPlace, linesOf } from '#drawing/labels.ts'
import { areaShares, longestName, type SceneArea } from '#drawing/scene.ts'

/** Size of the names of areas, in pixels of a page of usual size. */
const areaLettering = 14

/** The parts of the map beneath its ties and nodes, and over both their names. */
export class AreasLayer {
  readonly #sigma: Sigma
  readonly #ground: CanvasRenderingContext2D
  readonly #names: CanvasRenderingContext2D

  constructor(sigma: Sigma) {
    this.#sigma = sigma
    this.#ground = layerOf(sigma, 'areas', { beforeLayer: 'edges' })
    this.#names = layerOf(sigma, 'areaNames', { afterLayer: 'nodes' })
    sigma.resize(true)
  }

  /** `scale`: how much larger than usual text is; `nodes`: what names of rings do not cover. Gives the boxes of the names, which others leave free. */
  draw(areas: readonly SceneArea[], scale: number, nodes: readonly NameBox[]): NameBox[] {
    const { width, height } = this.#sigma.getDimensions()
    this.#ground.clearRect(0, 0, width, height)
    this.#names.clearRect(0, 0, width, height)
    // A layer costs every frame, and an empty one as much.
    this.#ground.canvas.hidden = this.#names.canvas.hidden = areas.length === 0
    const names: NameBox[] = []
    for (const area of areas) {
      this.#outline(area)
      names.push(this.#name(area, scale, [...nodes, ...names]))
    }
    return names
  }

  /** Where what stands aside stands. */
  trayBoxes(areas: readonly SceneArea[]): NameBox[] {
    return areas
      .filter(({ look }) => look === 'dashed')
      .map(({ outline }) => {
        const corners = outline.map(([x, y]) => this.#sigma.graphToViewport({ x, y }))
        const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
        return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
      })
  }

  #outline({ outline, look, color }: SceneArea): void {
    const [first, ...rest] = outline.map(([x, y]) => this.#sigma.graphToViewport({ x, y }))
    if (!first) return
    const context = this.#ground
    context.beginPath()
    context.moveTo(first.x, first.y)
    for (const { x, y } of rest) context.lineTo(x, y)
    context.closePath()
    if (look !== 'line') {
      // What stands aside stands on paper, whatever ground lies beneath.
      context.fillStyle = look === 'dashed' ? paper : faded(color, areaShares.ground)
      context.fill()
    }
    context.setLineDash(look === 'dashed' ? [5, 4] : [])
    context.lineWidth = 1
    context.strokeStyle = faded(color, look === 'line' ? areaShares.ring : areaShares.outline)
    context.stroke()
    context.setLineDash([])
  }

  #name({ label, color, look, outline, ...at }: SceneArea, scale: number, taken: readonly NameBox[]): NameBox {
    const size = areaLettering * scale
    const context = this.#names
    context.font = `600 ${size}px "Source Sans 3 Variable", sans-serif`
    const lines = linesOf(label, longestName[look])
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2
    const boxAt = ([x, y]: readonly [number, number]): NameBox => ({
      left: x - half,
      right: x + half,
      top: y - 2 - lines.length * size * 1.1,
      bottom: y,
    })
    const usual = this.#seen([at.x, at.y])
    const ring = look === 'line' ? outline.map((point) => this.#seen(point)) : []
    const place = look === 'line' ? clearPlace(usual, ring, boxAt, taken) : usual
    const [x, y] = place
    context.textAlign = 'center'
    context.textBaseline = 'bottom'
    context.lineJoin = 'round'
    context.lineWidth = 4 * scale
    context.strokeStyle = paper
    context.fillStyle = color
    lines.forEach((line, i) => {
      const foot = y - 2 - (lines.length - 1 - i) * size * 1.1
      context.strokeText(line, x, foot)
      context.fillText(line, x, foot)
    })
    return boxAt(place)
  }

  #seen([x, y]: readonly [number, number]): [number, number] {
    const at = this.#sigma.graphToViewport({ x, y })
    return [at.x, at.y]
  }
}

export function layerOf(
  sigma: Sigma,
  name: string,
  where: { readonly beforeLayer?: string; readonly afterLayer?: string },
) {
  sigma.createCanvasContext(name, { ...where, style: { pointerEvents: 'none' } })
  const context = sigma.getCanvases()[name]?.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  return context
}

/** Where a name stands, in pixels of the screen. */
export interface NameBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
