import Graph from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowHeadProgram, createEdgeCompoundProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { faded, focusRing, ink, paper, reachOf, secondInk } from './appearance.ts'
import { GlyphProgram } from './glyph-program.ts'
import { type LabelWish, linesOf, placeLabels } from './labels.ts'
import type { Scene, SceneNode, SceneTie } from './scene.ts'
import { TieProgram } from './tie-program.ts'

/** What is on the map now, counted from the drawing itself. */
export interface Drawn {
  readonly actors: number
  readonly spaces: number
  readonly ties: number
  readonly participations: number
  /** Where each node stands, by key, in the units of the stored positions. */
  readonly positions: Readonly<Record<string, readonly [x: number, y: number]>>
}

export interface StageEvents {
  /** A node was chosen, or the empty map (null). */
  readonly onSelect: (key: string | null) => void
}

declare global {
  interface HTMLElement {
    /** On the map's element: what it has drawn. The browser tests compare it with the API. */
    drawn?: () => Drawn
  }
}

type Way = 'left' | 'right' | 'up' | 'down'

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const zoomStep = 1.5

/**
 * The drawing: sigma underneath, our names above. It shows a scene, lights up what is pointed at or selected, and
 * obeys the mouse, the finger and the keyboard: arrows go from node to node, + − and 0 frame the map.
 */
export class Stage {
  readonly #graph = new Graph({ multi: true, type: 'directed' })
  readonly #sigma: Sigma
  readonly #names: CanvasRenderingContext2D
  readonly #onSelect: StageEvents['onSelect']
  #nodes = new Map<string, SceneNode>()
  #open = true
  #hovered: string | null = null
  #selected: string | null = null
  /** The node lit up and its neighbours; null: everything is. */
  #lit: ReadonlySet<string> | null = null

  constructor(container: HTMLElement, { onSelect }: StageEvents) {
    this.#onSelect = onSelect
    container.tabIndex = 0
    container.drawn = () => this.#drawn()
    container.addEventListener('keydown', this.#onKeyDown)
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      zIndex: true,
      stagePadding: 48,
      minCameraRatio: 0.04,
      maxCameraRatio: 2.5,
      zoomDuration: glide(),
      doubleClickZoomingDuration: glide(),
      inertiaDuration: glide(),
      defaultDrawNodeHover: () => {},
      defaultNodeType: 'glyph',
      defaultEdgeType: 'tie',
      nodeProgramClasses: { glyph: GlyphProgram },
      nodeHoverProgramClasses: { glyph: GlyphProgram },
      edgeProgramClasses: { tie: TieProgram, arrow: ArrowProgram },
      nodeReducer: (key, data) => this.#nodeLook(key, data as NodeDisplayData & SceneNode),
      edgeReducer: (edge, data) => this.#tieLook(edge, data as EdgeDisplayData & SceneTie),
    })
    this.#sigma.createCanvasContext('names', { style: { pointerEvents: 'none' } })
    this.#names = this.#sigma.getCanvases().names!.getContext('2d')!
    this.#sigma.resize(true)
    this.#sigma.on('afterRender', () => this.#drawNames())
    this.#sigma.on('enterNode', ({ node }) => this.#hover(node))
    this.#sigma.on('leaveNode', () => this.#hover(null))
    this.#sigma.on('clickNode', ({ node }) => onSelect(node))
    this.#sigma.on('clickStage', () => onSelect(null))
    // Names drawn before their font has come would be measured in another.
    document.fonts.load(fontOf(13, 400)).then(() => this.#open && this.#sigma.refresh({ skipIndexation: true }))
  }

  show(scene: Scene): void {
    this.#nodes = new Map(scene.nodes.map((node) => [node.key, node]))
    this.#graph.clear()
    for (const node of scene.nodes) this.#graph.addNode(node.key, { ...node, zIndex: node.noun === 'actor' ? 1 : 0 })
    const type = scene.directed ? 'arrow' : 'tie'
    for (const tie of scene.ties) {
      if (!this.#graph.hasNode(tie.from) || !this.#graph.hasNode(tie.to)) continue
      this.#graph.addDirectedEdge(tie.from, tie.to, { ...tie, type: tie.noun === 'tie' ? type : 'tie' })
    }
    this.#sigma.setCustomBBox(scene.frame)
    this.#light()
  }

  /** Lights up a node; moves the camera only when it is out of sight. */
  select(key: string | null): void {
    this.#selected = key
    this.#light()
    const display = key === null ? undefined : this.#sigma.getNodeDisplayData(key)
    if (!display) return
    const { x, y } = this.#sigma.framedGraphToViewport(display)
    const { width, height } = this.#sigma.getDimensions()
    const margin = 40
    if (x < margin || y < margin || x > width - margin || y > height - margin) {
      this.#sigma.getCamera().animate({ x: display.x, y: display.y }, { duration: glide() })
    }
  }

  zoomIn(): void {
    this.#zoom(1 / zoomStep)
  }

  zoomOut(): void {
    this.#zoom(zoomStep)
  }

  fit(): void {
    this.#sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: glide() })
  }

  resize(): void {
    this.#sigma.resize()
    this.#sigma.refresh({ skipIndexation: true })
  }

  close(): void {
    this.#open = false
    const container = this.#sigma.getContainer()
    container.removeEventListener('keydown', this.#onKeyDown)
    delete container.drawn
    this.#sigma.kill()
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const way = ways[event.key]
    if (way) this.#go(way)
    else if (event.key === '+' || event.key === '=') this.zoomIn()
    else if (event.key === '-') this.zoomOut()
    else if (event.key === '0') this.fit()
    else if (event.key === 'Escape') this.#onSelect(null)
    else return
    event.preventDefault()
  }

  #go(way: Way): void {
    const next = this.#towards(way)
    if (next !== null) this.#onSelect(next)
  }

  /** The nearest node in a direction from the selected one, or from the middle of the screen. */
  #towards(way: Way): string | null {
    const { width, height } = this.#sigma.getDimensions()
    const here = this.#selected === null ? undefined : this.#nodes.get(this.#selected)
    const from = here ? this.#sigma.graphToViewport(here) : { x: width / 2, y: height / 2 }
    let best: string | null = null
    let shortest = Infinity
    for (const node of this.#nodes.values()) {
      if (node.key === this.#selected) continue
      const at = this.#sigma.graphToViewport(node)
      const dx = at.x - from.x
      const dy = at.y - from.y
      const ahead = { left: -dx, right: dx, up: -dy, down: dy }[way]
      const aside = way === 'left' || way === 'right' ? Math.abs(dy) : Math.abs(dx)
      if (ahead <= 0) continue
      // What lies aside counts double: the eye follows the arrow.
      const distance = Math.hypot(ahead, 2 * aside)
      if (distance < shortest) {
        best = node.key
        shortest = distance
      }
    }
    return best
  }

  #zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: glide() })
  }

  #drawn(): Drawn {
    const nodes = this.#graph.mapNodes((key) => this.#nodes.get(key)).filter((node) => node !== undefined)
    const nouns = this.#graph.mapEdges((_, { noun }) => noun as SceneTie['noun'])
    return {
      actors: nodes.filter(({ noun }) => noun === 'actor').length,
      spaces: nodes.filter(({ noun }) => noun === 'space').length,
      ties: nouns.filter((noun) => noun === 'tie').length,
      participations: nouns.filter((noun) => noun === 'participation').length,
      positions: Object.fromEntries(nodes.map(({ key, x, y }) => [key, [x, y]])),
    }
  }

  #hover(key: string | null): void {
    this.#hovered = key
    this.#sigma.getContainer().style.cursor = key === null ? '' : 'pointer'
    this.#light()
  }

  #light(): void {
    const key = [this.#hovered, this.#selected].find((node) => node !== null && this.#graph.hasNode(node)) ?? null
    this.#lit = key === null ? null : new Set([key, ...this.#graph.neighbors(key)])
    this.#sigma.refresh()
  }

  #focus(): string | null {
    return this.#lit?.values().next().value ?? null
  }

  #nodeLook(key: string, data: NodeDisplayData & SceneNode): Partial<NodeDisplayData & SceneNode> {
    const size = data.size * pageScale()
    if (this.#lit === null || this.#lit.has(key)) return { ...data, size }
    return { ...data, size, color: faded(data.color, 0.12), line: faded(data.line, 0.12), zIndex: 0 }
  }

  #tieLook(edge: string, data: EdgeDisplayData & SceneTie): Partial<EdgeDisplayData & SceneTie> {
    if (this.#lit === null) return { ...data, color: faded(ink, data.strength) }
    const focus = this.#focus()
    if (focus === null || !this.#graph.hasExtremity(edge, focus)) return { ...data, color: faded(ink, 0.06) }
    return { ...data, color: faded(ink, 0.85), size: data.size + 0.4, zIndex: 1 }
  }

  #drawNames(): void {
    const context = this.#names
    const { width, height } = this.#sigma.getDimensions()
    context.clearRect(0, 0, width, height)
    const scale = pageScale()
    const wishes = [...this.#nodes.values()].flatMap((node) => this.#wishOf(node, scale) ?? [])
    const focus = this.#focus()
    this.#ring(focus)
    for (const label of placeLabels(wishes, { width, height })) {
      const node = this.#nodes.get(label.key)
      if (!node) continue
      const size = labelSize(node, scale)
      context.font = fontOf(size, label.key === focus ? 700 : node.noun === 'actor' ? 500 : 400)
      context.textAlign = label.align
      context.textBaseline = 'middle'
      context.lineJoin = 'round'
      context.lineWidth = 3.5 * scale
      context.strokeStyle = paper
      context.fillStyle = node.noun === 'actor' ? ink : secondInk
      label.lines.forEach((line, i) => {
        const y = label.y + (i - (label.lines.length - 1) / 2) * size * 1.15
        context.strokeText(line, label.x, y)
        context.fillText(line, label.x, y)
      })
    }
  }

  #wishOf(node: SceneNode, scale: number): LabelWish | null {
    if (this.#lit && !this.#lit.has(node.key)) return null
    const { x, y } = this.#sigma.graphToViewport(node)
    const { width, height } = this.#sigma.getDimensions()
    if (x < -200 || y < -50 || x > width + 200 || y > height + 50) return null
    const size = labelSize(node, scale)
    const lines = linesOf(node.label, 22)
    this.#names.font = fontOf(size, node.key === this.#focus() ? 700 : 500)
    return {
      key: node.key,
      x,
      y,
      radius: this.#radius(node) + (node.key === this.#selected ? 4 : 0),
      lines,
      width: Math.max(...lines.map((line) => this.#names.measureText(line).width)) + 2,
      height: lines.length * size * 1.15,
      weight: node.key === this.#focus() ? Infinity : node.weight,
    }
  }

  /** How far a node reaches on screen, in pixels. */
  #radius(node: SceneNode): number {
    return this.#sigma.scaleSize(node.size * pageScale()) * reachOf(node.shape)
  }

  /** The selected node, or the one pointed at, wears the colour of focus. */
  #ring(key: string | null): void {
    const node = key === null ? undefined : this.#nodes.get(key)
    if (!node || key !== this.#selected) return
    const { x, y } = this.#sigma.graphToViewport(node)
    this.#names.beginPath()
    this.#names.arc(x, y, this.#radius(node) + 3, 0, 2 * Math.PI)
    this.#names.lineWidth = 2
    this.#names.strokeStyle = focusRing
    this.#names.stroke()
  }
}

const ArrowProgram = createEdgeCompoundProgram([
  TieProgram,
  createEdgeArrowHeadProgram({ lengthToThicknessRatio: 4, widenessToThicknessRatio: 3 }),
])

/** How long things glide, in milliseconds: not at all for those who asked for less motion. */
function glide(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200
}

/** Names and nodes grow with the text of the page: larger on a projector. */
function pageScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}

function labelSize(node: SceneNode, scale: number): number {
  return (node.noun === 'actor' ? 13 : 11.5) * scale
}

function fontOf(size: number, weight: number): string {
  return `${weight} ${size}px "Source Sans 3 Variable", sans-serif`
}
