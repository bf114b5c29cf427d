import type Sigma from 'sigma'
import type { CameraState } from 'sigma/types'

/** A camera that has stood still for so long has stopped, in milliseconds. */
const restMs = 120

/** And one that a hand holds, which may only pause. */
const heldMs = 400

/** A picture is drawn anew before it stops when it has moved by more than this share of the map, or grown or shrunk by more than this. */
const mostMoved = 0.5
const mostScaled = 2

/**
 * While the camera moves over a large map, what was drawn last moves as a picture, ties and names and all; it is drawn
 * anew when the camera stops. Drawing a large map takes longer than a frame may last; moving a picture does not, however
 * much is on it. What comes into sight at its edges is missing until then, which the map says.
 */
export class MovingPicture {
  readonly #sigma: Sigma
  readonly #isLarge: () => boolean
  #drawn: CameraState
  #isMoved = false
  #steps = 0

  /**
   * @param sigma just made: nobody else listens to its camera yet
   * @param isLarge whether the map now takes longer to draw than a frame may last
   */
  constructor(sigma: Sigma, isLarge: () => boolean) {
    this.#sigma = sigma
    this.#isLarge = isLarge
    const camera = sigma.getCamera()
    this.#drawn = camera.getState()
    // Sigma itself would draw at every step of the camera.
    camera.removeAllListeners('updated')
    camera.on('updated', () => this.#follow())
    this.#pointOnlyAtWhatIsDrawn()
    sigma.on('afterRender', () => this.#redrawn())
    // What is pressed stands where it is drawn.
    for (const press of ['mousedown', 'touchstart'])
      sigma.getContainer().addEventListener(press, this.#drawAtOnce, true)
    sigma.on('kill', () => {
      this.#steps++
      for (const press of ['mousedown', 'touchstart'])
        sigma.getContainer().removeEventListener(press, this.#drawAtOnce, true)
    })
  }

  /** Whether the map stands elsewhere than it was drawn. */
  get isMoved(): boolean {
    return this.#isMoved
  }

  #follow(): void {
    if (!this.#isLarge()) {
      this.#sigma.scheduleRender()
      return
    }
    const { x, y, along, across } = motionBetween(this.#drawn, this.#sigma.getCamera().getState(), this.#sigma)
    const { width, height } = this.#sigma.getDimensions()
    const scale = Math.hypot(along, across)
    this.#isMoved = true
    // Whole pixels, and nothing turned by a rounding error: else each pixel is made of four.
    const turned = [along, across, -across, along].map((value) => value.toFixed(6))
    this.#place(`matrix(${turned.join(', ')}, ${Math.round(x)}, ${Math.round(y)})`)
    const middle = {
      x: x + ((along - 1) * width - across * height) / 2,
      y: y + (across * width + (along - 1) * height) / 2,
    }
    if (
      Math.abs(middle.x) > mostMoved * width ||
      Math.abs(middle.y) > mostMoved * height ||
      scale > mostScaled ||
      scale < 1 / mostScaled
    )
      this.#sigma.scheduleRender()
    else this.#drawAtRest()
  }

  /** Of nothing that changed, so that nothing but the camera is taken into account. */
  readonly #drawAtOnce = (): void => {
    if (this.#isMoved) this.#sigma.refresh({ partialGraph: {}, skipIndexation: true })
  }

  #drawAtRest(): void {
    const step = ++this.#steps
    const draw = () => {
      if (step === this.#steps) this.#sigma.scheduleRender()
    }
    const isHeld = this.#sigma.getMouseCaptor().isMouseDown
    // On a slow machine steps come late: one that is on its way is let through first.
    window.setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(draw)), isHeld ? heldMs : restMs)
  }

  #redrawn(): void {
    this.#steps++
    this.#drawn = this.#sigma.getCamera().getState()
    if (!this.#isMoved) return
    this.#isMoved = false
    this.#place('')
  }

  #place(transform: string): void {
    for (const [layer, { style }] of Object.entries(this.#sigma.getCanvases())) {
      // The one that hears the mouse.
      if (layer === 'mouse') continue
      style.transformOrigin = '0 0'
      style.transform = transform
    }
  }

  /** What is under the mouse sigma reads back from what is drawn, which stands elsewhere while a picture moves; and it waits for that. */
  #pointOnlyAtWhatIsDrawn(): void {
    const [mouse, touch] = [this.#sigma.getMouseCaptor(), this.#sigma.getTouchCaptor()]
    for (const point of mouse.listeners('mousemove')) {
      mouse.off('mousemove', point)
      mouse.on('mousemove', (at) => this.#isMoved || point(at))
    }
    for (const point of touch.listeners('touchmove')) {
      touch.off('touchmove', point)
      touch.on('touchmove', (at) => this.#isMoved || point(at))
    }
  }
}

/** How a picture is to be laid over the screen, in pixels: where its upper left corner comes, and what a pixel to the right becomes. */
export interface Motion {
  readonly x: number
  readonly y: number
  readonly along: number
  readonly across: number
}

/** How what was drawn by one camera moves to stand where another one has it. */
export function motionBetween(
  drawn: CameraState,
  now: CameraState,
  sigma: Pick<Sigma, 'getDimensions' | 'viewportToFramedGraph' | 'framedGraphToViewport'>,
): Motion {
  const { width } = sigma.getDimensions()
  const moved = (x: number) =>
    sigma.framedGraphToViewport(sigma.viewportToFramedGraph({ x, y: 0 }, { cameraState: drawn }), { cameraState: now })
  const [corner, right] = [moved(0), moved(width)]
  return { ...corner, along: (right.x - corner.x) / width, across: (right.y - corner.y) / width }
}
