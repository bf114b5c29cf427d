import type Sigma from 'sigma'
import type { CameraState, Coordinates } from 'sigma/types'
import type { Frame } from '#drawing/scene.ts'

/** How much of the drawing something else covers, in pixels. */
export interface Cover {
  readonly right: number
  readonly bottom: number
  /** Where the tools in its upper left corner end, and those in its lower left one begin. */
  readonly tools: { readonly right: number; readonly bottom: number }
  readonly controls: { readonly right: number; readonly top: number }
}

/** Room left around the drawing for names that stand beside the outermost nodes, in pixels. */
const margin = { x: 70, y: 44 }

/** A screen this much higher than wide shows a wide map better when it is turned upright. */
const upright = 1.15

/** Of the whole map at least this share is shown around those one looks at, so that one sees where they stand. */
const leastAround = 0.3

/** The frame of some points of a drawing, with a little of what stands around them; null: there are none. */
export function frameAround(points: readonly Coordinates[], whole: Frame): Frame | null {
  if (points.length === 0) return null
  const range = (values: readonly number[], [low, high]: Frame['x']): Frame['x'] => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const wanting = Math.max(0, leastAround * (high - low) - (most - least)) / 2
    return [least - wanting, most + wanting]
  }
  return {
    x: range(
      points.map(({ x }) => x),
      whole.x,
    ),
    y: range(
      points.map(({ y }) => y),
      whole.y,
    ),
  }
}

/**
 * The camera that shows a frame whole, as large as what is not covered allows, turned the way the screen is.
 * @param hasParts a map with named parts stands as it was laid out: its rows are read along, its north is up
 */
export function cameraFor(sigma: Sigma, frame: Frame, cover: Cover, hasParts: boolean): CameraState {
  const screen = sigma.getDimensions()
  const width = screen.width - cover.right
  // Tools as wide as half the map leave no room beside them.
  const top = cover.tools.right > width / 2 ? cover.tools.bottom : 0
  const height = screen.height - cover.bottom - top
  const isWide = frame.x[1] - frame.x[0] > upright * (frame.y[1] - frame.y[0])
  const angle = !hasParts && isWide && height > upright * width ? Math.PI / 2 : 0
  const straight: CameraState = { x: 0.5, y: 0.5, angle, ratio: 1 }
  const corners = frame.x.flatMap((x) => frame.y.map((y) => sigma.graphToViewport({ x, y }, { cameraState: straight })))
  const ratio = Math.max(
    extent(corners.map(({ x }) => x)) / Math.max(1, width - 2 * margin.x),
    extent(corners.map(({ y }) => y)) / Math.max(1, height - 2 * margin.y),
  )
  const centre = { x: (frame.x[0] + frame.x[1]) / 2, y: (frame.y[0] + frame.y[1]) / 2 }
  const middle = sigma.viewportToFramedGraph(sigma.graphToViewport(centre, { cameraState: straight }), {
    cameraState: straight,
  })
  const whole = { ...straight, ...middle, ratio: ratio > 0 ? sigma.getCamera().getBoundedRatio(ratio) : 1 }
  return shifted(sigma, whole, { x: cover.right / 2, y: (cover.bottom - top) / 2 })
}

/** The camera moved no more than it takes for a point of the drawing to stand clear; null when it does already. */
export function cameraShowing(sigma: Sigma, point: Coordinates, cover: Cover): CameraState | null {
  const { width, height } = sigma.getDimensions()
  const { x, y } = sigma.graphToViewport(point)
  const by = {
    x: x - within(x, margin.x, width - cover.right - margin.x),
    y: y - within(y, margin.y, height - cover.bottom - margin.y),
  }
  return by.x === 0 && by.y === 0 ? null : shifted(sigma, sigma.getCamera().getState(), by)
}

/** A camera moved by pixels of the screen. */
function shifted(sigma: Sigma, cameraState: CameraState, by: Coordinates): CameraState {
  const { width, height } = sigma.getDimensions()
  const middle = sigma.viewportToFramedGraph({ x: width / 2 + by.x, y: height / 2 + by.y }, { cameraState })
  return { ...cameraState, x: middle.x, y: middle.y }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
