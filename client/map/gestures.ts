import type Sigma from 'sigma'
import type { Coordinates, MouseCoords } from 'sigma/types'
import { faded, focusRing } from '#drawing/appearance.ts'

/** What hands ask of a map beside showing another part of it. */
export interface GestureOptions {
  /** Who moves when a node is dragged; empty: it is not to be dragged. */
  readonly movedWith: (key: string, byTouch: boolean) => readonly string[]
  /** Those that are dragged, by so much of the drawing since the last time. */
  readonly onDrag: (keys: readonly string[], by: Coordinates) => void
  readonly onDrop: (keys: readonly string[]) => void
  /** A line was drawn around something; corners in pixels of the screen. */
  readonly onLasso: (line: readonly Coordinates[]) => void
}

/** Pixels that a trembling hand moves without meaning to. */
const tremble = 4

/** Nodes are dragged; with Shift a line is drawn around several. Everything else is left to sigma, which moves the camera. */
export class Gestures {
  readonly #sigma: Sigma
  readonly #options: GestureOptions
  readonly #line: CanvasRenderingContext2D
  #dragged: readonly string[] = []
  #lasso: Coordinates[] | null = null
  #start: Coordinates = { x: 0, y: 0 }
  #last: Coordinates = { x: 0, y: 0 }
  #hasMoved = false
  #isLassoNext = false

  constructor(sigma: Sigma, options: GestureOptions) {
    this.#sigma = sigma
    this.#options = options
    sigma.createCanvasContext('lasso', { style: { pointerEvents: 'none' } })
    const context = sigma.getCanvases().lasso?.getContext('2d')
    if (!context) throw new Error('This browser has no 2D canvas.')
    this.#line = context
    context.canvas.hidden = true
    sigma.resize(true)
    sigma.on('downNode', ({ node, event }) => this.#press(node, event))
    sigma.on('downStage', ({ event }) => this.#press(null, event))
    sigma.on('downEdge', ({ event }) => this.#press(null, event))
    sigma.on('moveBody', ({ event }) => this.#move(event))
    sigma.on('upNode', () => this.#release())
    sigma.on('upStage', () => this.#release())
    sigma.on('upEdge', () => this.#release())
  }

  /** Whether something is under way, so that pointing means nothing else. */
  get isBusy(): boolean {
    return this.#hasMoved && (this.#dragged.length > 0 || this.#lasso !== null)
  }

  /** Whether a click now is only the end of what was dragged or drawn. */
  get hasJustEnded(): boolean {
    return this.#hasMoved
  }

  /** The next line that is drawn chooses those within it, without Shift and by finger, too. */
  lassoNext(): void {
    this.#isLassoNext = true
  }

  #press(node: string | null, event: MouseCoords): void {
    this.#hasMoved = false
    this.#start = this.#last = { x: event.x, y: event.y }
    const { original } = event
    const byTouch = 'touches' in original
    if (this.#isLassoNext || (original.shiftKey && !byTouch)) this.#lasso = [this.#start]
    else if (node !== null && !(byTouch && (original as TouchEvent).touches.length > 1))
      this.#dragged = this.#options.movedWith(node, byTouch)
  }

  #move(event: MouseCoords): void {
    if (this.#dragged.length === 0 && this.#lasso === null) return
    // A second finger zooms.
    if ('touches' in event.original && (event.original as TouchEvent).touches.length > 1) {
      this.#release()
      return
    }
    // So that the camera stays where it is.
    event.preventSigmaDefault()
    const now = { x: event.x, y: event.y }
    this.#hasMoved ||= Math.hypot(now.x - this.#start.x, now.y - this.#start.y) > tremble
    if (!this.#hasMoved) return
    if (this.#lasso) {
      this.#lasso.push(now)
      this.#draw(this.#lasso)
    } else {
      const [from, to] = [this.#sigma.viewportToGraph(this.#last), this.#sigma.viewportToGraph(now)]
      this.#options.onDrag(this.#dragged, { x: to.x - from.x, y: to.y - from.y })
    }
    this.#last = now
  }

  #release(): void {
    const [dragged, lasso] = [this.#dragged, this.#lasso]
    this.#dragged = []
    this.#lasso = null
    this.#draw([])
    if (!this.#hasMoved) return
    if (lasso) this.#isLassoNext = false
    if (lasso) this.#options.onLasso(lasso)
    else if (dragged.length > 0) this.#options.onDrop(dragged)
  }

  #draw(line: readonly Coordinates[]): void {
    const { width, height } = this.#sigma.getDimensions()
    this.#line.clearRect(0, 0, width, height)
    const [first, ...rest] = line
    this.#line.canvas.hidden = !first
    if (!first) return
    this.#line.beginPath()
    this.#line.moveTo(first.x, first.y)
    for (const { x, y } of rest) this.#line.lineTo(x, y)
    this.#line.closePath()
    this.#line.fillStyle = faded(focusRing, 0.08)
    this.#line.fill()
    this.#line.lineWidth = 1.5
    this.#line.setLineDash([5, 4])
    this.#line.strokeStyle = focusRing
    this.#line.stroke()
    this.#line.setLineDash([])
  }
}

/** Whether a point lies within a closed line, by how often a ray from it crosses the line. */
export function isWithin({ x, y }: Coordinates, line: readonly Coordinates[]): boolean {
  let isIn = false
  line.forEach((a, i) => {
    const b = line[(i + 1) % line.length] ?? a
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn
  })
  return isIn
}
