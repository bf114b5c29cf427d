import Graph from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowHeadProgram, createEdgeCompoundProgram } from 'sigma/rendering'
import type { CameraState, Coordinates, EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { faded, ink } from '#drawing/appearance.ts'
import type { Frame, Scene, SceneArea, SceneNode, SceneTie } from '#drawing/scene.ts'
import { AreasLayer } from './areas-layer.ts'
import { BackdropLayer, type Kilometers } from './backdrop-layer.ts'
import type { Cameras } from './cameras.ts'
import type { DrawnNow } from './drawn-now.ts'
import { type Cover, cameraFor, cameraShowing, frameAround } from './framing.ts'
import { Gestures, isWithin } from './gestures.ts'
import { GlyphProgram } from './glyph-program.ts'
import { MovingPicture } from './moving-picture.ts'
import { NamesLayer } from './names-layer.ts'
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

export interface StageOptions {
  /** A node was chosen, or the empty map (null). */
  readonly onSelect: (key: string | null) => void
  /** A tie was chosen, by the keys of its ends; null: ties are not chosen here. */
  readonly onSelectTie: ((from: string, to: string) => void) | null
  /** Nodes were put elsewhere, by their keys; null: they are not moved here. */
  readonly onMove: ((moved: readonly Moved[]) => void) | null
  /** Those that are chosen together now, by the keys of nodes; null: several are not chosen here. */
  readonly onChoose: ((keys: readonly string[]) => void) | null
  /** One looks so many steps around who is selected. */
  readonly onSteps: (steps: 1 | 2 | 3) => void
  /** The browser took back what the drawing is made with: nothing is seen of it any more. */
  readonly onLost: () => void
  /** What was taken can be had again, by another stage. */
  readonly onRestored: () => void
  /** What stands over the drawing now. */
  readonly cover: () => Cover
  /** Stages whose cameras move together; null: this one moves alone. */
  readonly cameras: Cameras | null
  /** Hears how it draws. */
  readonly drawnNow: DrawnNow
  /** Says a length. */
  readonly kilometers: Kilometers
}

/** Where a node was put, in the units of the layout. */
export interface Moved {
  readonly key: string
  readonly x: number
  readonly y: number
}

/** Whether this browser draws with WebGL, now. */
export function hasWebGl(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  // A browser has few of them: one that was only asked for is given back.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

/** Nodes and ties shown up together, the rest faded. Keys of nodes. */
export interface Spotlight {
  readonly nodes: readonly string[]
  readonly ties: readonly (readonly [string, string])[]
  /** Pairs that are not tied and might be, drawn dashed. */
  readonly proposed: readonly (readonly [string, string])[]
  /** Ties that would go with whoever is at risk, drawn hollow: two thin lines. */
  readonly lost?: readonly (readonly [string, string])[]
  /** Whether it stays on beneath who is selected: left out, the partners of that one are lit up instead. */
  readonly holds?: boolean
  /** Whether the camera goes to those it shows, and back to the whole map when it goes out. */
  readonly frames?: boolean
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

/** A key moves a node by so many pixels. */
const nudge = 12

/** Keys that follow each other faster are one move, in milliseconds. */
const pause = 700

const directions: Readonly<Record<Way, Coordinates>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

const stepKeys = { 1: 1, 2: 2, 3: 3 } as const

/** Of so many nodes and ties every frame of a move is drawn; more take longer than a frame may last. */
const mostRedrawn = 1_500

/** Side of a map, in pixels, on which nodes are as large as told; on none are they smaller than this share. */
const roomy = 600
const leastSize = 0.55

const zoomStep = 1.5

/**
 * The drawing: sigma underneath, our names above. It shows a scene, lights up what is pointed at or selected, and
 * obeys the mouse, the finger and the keyboard: arrows go from node to node, with Shift they move it, + − and 0 frame the map.
 */
export class Stage {
  readonly #graph = new Graph({ multi: true, type: 'directed' })
  readonly #sigma: Sigma
  readonly #backdrop: BackdropLayer
  readonly #areas: AreasLayer
  readonly #names: NamesLayer
  readonly #onSelect: StageOptions['onSelect']
  readonly #onSteps: StageOptions['onSteps']
  readonly #onMove: StageOptions['onMove']
  readonly #onChoose: StageOptions['onChoose']
  readonly #gestures: Gestures
  readonly #cover: StageOptions['cover']
  readonly #kilometers: Kilometers
  readonly #onLost: StageOptions['onLost']
  readonly #onRestored: StageOptions['onRestored']
  #nodes = new Map<string, SceneNode>()
  #shownAreas: readonly SceneArea[] = []
  #hasGround = false
  readonly #leave: () => void
  #open = true
  #scale = pageScale()
  #frame: Frame | null = null
  /** The camera as it was last fitted: while it stays so, a screen of another size is fitted again. */
  #fitted: CameraState | null = null
  #hovered: string | null = null
  #selected: string | null = null
  #chosen: ReadonlySet<string> = new Set()
  /** Those that keys have moved and that are not told of yet. */
  #nudged: readonly string[] = []
  #nudging = 0
  #spotlight: Spotlight | null = null
  /** Whether the camera is fitted to those in the spotlight, rather than to everything. */
  #showsSubject = false
  /** Node whose neighbours are lit up; null: none, or a spotlight is on. */
  #centre: string | null = null
  /** Both orders of the ends of the ties in the spotlight. */
  #spotlitTies: ReadonlySet<string> = new Set()
  /** The node lit up and its neighbours; null: everything is. */
  #lit: ReadonlySet<string> | null = null

  constructor(
    container: HTMLElement,
    {
      onSelect,
      onSelectTie,
      onMove,
      onChoose,
      onSteps,
      onLost,
      onRestored,
      cover,
      cameras,
      drawnNow,
      kilometers,
    }: StageOptions,
  ) {
    this.#onSelect = onSelect
    this.#onSteps = onSteps
    this.#onMove = onMove
    this.#onChoose = onChoose
    this.#onLost = onLost
    this.#onRestored = onRestored
    this.#cover = cover
    this.#kilometers = kilometers
    container.tabIndex = 0
    container.drawn = () => this.#drawn()
    container.addEventListener('keydown', this.#onKeyDown)
    container.addEventListener('blur', this.#settle)
    // These do not bubble: they are heard on their way down to the canvas.
    container.addEventListener('webglcontextlost', this.#onContextLost, true)
    container.addEventListener('webglcontextrestored', this.#onContextRestored, true)
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      zIndex: true,
      enableEdgeEvents: onSelectTie !== null,
      stagePadding: 0,
      minCameraRatio: 0.04,
      maxCameraRatio: 3,
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
    const picture = new MovingPicture(this.#sigma, () => this.#graph.order + this.#graph.size > mostRedrawn)
    this.#shrink()
    this.#backdrop = new BackdropLayer(this.#sigma)
    this.#areas = new AreasLayer(this.#sigma)
    this.#names = new NamesLayer(this.#sigma)
    this.#gestures = new Gestures(this.#sigma, {
      movedWith: (key, byTouch) => this.#movedWith(key, byTouch),
      onDrag: (keys, by) => this.#shift(keys, by),
      onDrop: (keys) => this.#tellMoved(keys),
      onLasso: (line) => this.#lasso(line),
    })
    this.#leave = cameras?.join(this.#sigma.getCamera()) ?? (() => {})
    this.#sigma.on('afterRender', () => {
      this.#drawNames()
      drawnNow.tell({ magnification: this.#magnification(), isMoved: false })
    })
    this.#sigma.getCamera().on('updated', () => {
      if (picture.isMoved) drawnNow.tell({ ...drawnNow.get(), isMoved: true })
    })
    this.#sigma.on('enterNode', ({ node }) => this.#hover(node))
    this.#sigma.on('leaveNode', () => this.#hover(null))
    this.#sigma.on('clickNode', ({ node, event }) => {
      if (this.#gestures.hasJustEnded) return
      if (onChoose && (event.original.shiftKey || event.original.ctrlKey || event.original.metaKey)) this.#toggle(node)
      else onSelect(node)
    })
    this.#sigma.on('clickStage', () => {
      if (!this.#gestures.hasJustEnded) onSelect(null)
    })
    this.#sigma.on('clickEdge', ({ edge }) => {
      if (!this.#gestures.hasJustEnded) this.#chooseTie(edge, onSelectTie)
    })
    this.#sigma.on('enterEdge', () => this.#point(true))
    this.#sigma.on('leaveEdge', () => this.#point(false))
    // Names drawn before their font has come were measured in another.
    document.fonts.load('13px "Source Sans 3 Variable"').then(() => this.#remeasure())
  }

  show(scene: Scene): void {
    const wasThere = this.#selected !== null && this.#nodes.has(this.#selected)
    this.#nodes = new Map(scene.nodes.map((node) => [node.key, node]))
    this.#shownAreas = scene.areas
    this.#hasGround = scene.backdrop !== undefined
    this.#backdrop.show(scene.backdrop ?? null)
    this.#graph.clear()
    for (const node of scene.nodes) this.#graph.addNode(node.key, { ...node, zIndex: node.noun === 'actor' ? 1 : 0 })
    const type = scene.directed ? 'arrow' : 'tie'
    for (const tie of scene.ties) {
      if (!this.#graph.hasNode(tie.from) || !this.#graph.hasNode(tie.to)) continue
      this.#graph.addDirectedEdge(tie.from, tie.to, { ...tie, type: tie.noun === 'tie' ? type : 'tie' })
    }
    // Whoever is added may stand a little outside: the map stays where it is under the eyes.
    const stays = this.#frame !== null && hasRoomFor(this.#frame, scene.frame)
    const wasFitted = this.#isFitted()
    if (!stays) this.#sigma.setCustomBBox(scene.frame)
    this.#frame = scene.frame
    this.#light()
    if (wasFitted && (!stays || this.#spotlight?.frames)) this.#fitAtOnce()
    if (!wasThere) this.#bringIntoView()
  }

  /** Lights up a node; moves the camera only when the node is out of sight. */
  select(key: string | null): void {
    if (key === this.#selected) return
    this.#selected = key
    this.#light()
    this.#bringIntoView()
  }

  /** Rings those that are chosen together. */
  choose(keys: readonly string[]): void {
    if (keys.length === 0 && this.#chosen.size === 0) return
    this.#chosen = new Set(keys)
    this.#sigma.refresh({ skipIndexation: true })
  }

  /** Lets several be chosen by the next line that is drawn around them. */
  lasso(): void {
    this.#gestures.lassoNext()
    this.#sigma.getContainer().focus()
  }

  #bringIntoView(): void {
    const node = this.#selected === null ? undefined : this.#nodes.get(this.#selected)
    const camera = node && cameraShowing(this.#sigma, node, this.#cover())
    if (camera) this.#sigma.getCamera().animate(camera, { duration: glide() })
  }

  /** Puts a spotlight on, which stays beneath what is pointed at or selected; null: off. */
  spotlight(spotlight: Spotlight | null): void {
    if (spotlight === this.#spotlight) return
    const before = this.#framedKey()
    this.#spotlight = spotlight
    this.#showsSubject = spotlight?.frames === true
    this.#spotlitTies = new Set(spotlight?.ties.flatMap(([a, b]) => [pairKey(a, b), pairKey(b, a)]))
    this.#light()
    // Who is chosen among them leaves the map where one moved it.
    if (this.#framedKey() !== before) this.#glideTo(this.#aim())
  }

  zoomIn(): void {
    this.#zoom(1 / zoomStep)
  }

  zoomOut(): void {
    this.#zoom(zoomStep)
  }

  fit(): void {
    this.#showsSubject = false
    this.#glideTo(this.#frame)
  }

  #glideTo(frame: Frame | null): void {
    if (!frame) return
    this.#fitted = cameraFor(this.#sigma, frame, this.#cover(), this.#hasParts())
    this.#sigma.getCamera().animate(this.#fitted, { duration: glide() })
  }

  /** What the camera is fitted to: those in a spotlight that frames them, until one asks for the whole map. */
  #aim(): Frame | null {
    if (!this.#frame || !this.#spotlight || !this.#showsSubject) return this.#frame
    const shown = this.#spotlight.nodes.flatMap((key) => this.#nodes.get(key) ?? [])
    return frameAround(shown, this.#frame) ?? this.#frame
  }

  /** Those the camera goes to; empty: to nobody. */
  #framedKey(): string {
    return this.#spotlight?.frames ? [...this.#spotlight.nodes].sort().join(' ') : ''
  }

  resize(): void {
    const wasFitted = this.#isFitted()
    this.#sigma.resize()
    this.#scale = pageScale()
    this.#shrink()
    this.#remeasure()
    if (wasFitted) this.#fitAtOnce()
  }

  /** On a small screen nodes and ties are drawn smaller than they are told, all alike, not to cover each other. */
  #shrink(): void {
    const { width, height } = this.#sigma.getDimensions()
    const share = Math.max(leastSize, Math.min(1, Math.min(width, height) / roomy))
    this.#sigma.setSetting('zoomToSizeRatioFunction', (ratio) => Math.sqrt(ratio) / share)
  }

  /** To two digits: smaller steps are not seen. */
  #magnification(): number {
    return Math.round(this.#sigma.scaleSize(1) * 100) / 100
  }

  close(): void {
    this.#settle()
    this.#open = false
    this.#leave()
    const container = this.#sigma.getContainer()
    container.removeEventListener('keydown', this.#onKeyDown)
    container.removeEventListener('blur', this.#settle)
    container.removeEventListener('webglcontextlost', this.#onContextLost, true)
    container.removeEventListener('webglcontextrestored', this.#onContextRestored, true)
    delete container.drawn
    this.#sigma.kill()
  }

  readonly #onContextLost = (event: Event): void => {
    // Else it is never given back.
    event.preventDefault()
    this.#onLost()
  }

  readonly #onContextRestored = (): void => this.#onRestored()

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const way = ways[event.key]
    if (way && event.shiftKey) this.#nudge(way)
    else if (way) this.#go(way)
    else if (event.key === ' ' && this.#onChoose && this.#selected !== null) this.#toggle(this.#selected)
    else if (event.key === '+' || event.key === '=') this.zoomIn()
    else if (event.key === '-') this.zoomOut()
    else if (event.key === '0') this.fit()
    else if (event.key === '1' || event.key === '2' || event.key === '3') this.#onSteps(stepKeys[event.key])
    else if (event.key === 'Escape') this.#onSelect(null)
    else return
    event.preventDefault()
  }

  /** One is dragged alone, or all that are chosen with it; a finger, which moves the map, drags only who was selected before. */
  #movedWith(key: string, byTouch: boolean): readonly string[] {
    if (!this.#onMove) return []
    if (this.#chosen.has(key)) return [...this.#chosen].filter((each) => this.#nodes.has(each))
    return byTouch && key !== this.#selected ? [] : [key]
  }

  #shift(keys: readonly string[], by: Coordinates): void {
    for (const key of keys) {
      const node = this.#nodes.get(key)
      if (!node) continue
      const [x, y] = [node.x + by.x, node.y + by.y]
      this.#nodes.set(key, { ...node, x, y })
      this.#graph.mergeNodeAttributes(key, { x, y })
    }
  }

  #tellMoved(keys: readonly string[]): void {
    const round = (value: number) => Math.round(value * 100) / 100
    const moved = keys.flatMap((key) => {
      const node = this.#nodes.get(key)
      return node ? [{ key, x: round(node.x), y: round(node.y) }] : []
    })
    if (moved.length > 0) this.#onMove?.(moved)
  }

  #nudge(way: Way): void {
    const keys = this.#selected === null ? [...this.#chosen] : this.#movedWith(this.#selected, false)
    if (keys.length === 0 || !this.#onMove) return
    const [from, to] = [{ x: 0, y: 0 }, directions[way]].map(({ x, y }) =>
      this.#sigma.viewportToGraph({ x: x * nudge, y: y * nudge }),
    )
    this.#shift(keys, { x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) })
    this.#nudged = keys
    window.clearTimeout(this.#nudging)
    this.#nudging = window.setTimeout(this.#settle, pause)
  }

  /** What keys moved is told once they rest. */
  readonly #settle = (): void => {
    window.clearTimeout(this.#nudging)
    const moved = this.#nudged
    this.#nudged = []
    this.#tellMoved(moved)
  }

  #lasso(line: readonly Coordinates[]): void {
    const inside = [...this.#nodes.values()].filter(
      (node) => node.noun === 'actor' && isWithin(this.#sigma.graphToViewport(node), line),
    )
    this.#onChoose?.([...new Set([...this.#chosen, ...inside.map(({ key }) => key)])])
  }

  #toggle(key: string): void {
    if (this.#nodes.get(key)?.noun !== 'actor') return
    const others = [...this.#chosen].filter((each) => each !== key)
    this.#onChoose?.(others.length < this.#chosen.size ? others : [...others, key])
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

  #isFitted(): boolean {
    const now = this.#sigma.getCamera().getState()
    const { x, y, ratio, angle } = this.#fitted ?? now
    return x === now.x && y === now.y && ratio === now.ratio && angle === now.angle
  }

  #fitAtOnce(): void {
    const aim = this.#aim()
    if (!aim) return
    this.#sigma.getCamera().setState(cameraFor(this.#sigma, aim, this.#cover(), this.#hasParts()))
    this.#sigma.scheduleRender()
    this.#fitted = this.#sigma.getCamera().getState()
  }

  #hasParts(): boolean {
    return this.#hasGround || this.#shownAreas.length > 0
  }

  #remeasure(): void {
    if (!this.#open) return
    this.#names.forgetWidths()
    this.#sigma.refresh()
  }

  #drawNames(): void {
    const cover = this.#cover()
    const hasRings = this.#shownAreas.some(({ look }) => look === 'line')
    const boxes = this.#hasGround || hasRings ? this.#names.nodeBoxes(this.#nodes.values(), this.#scale) : []
    const areas = this.#areas.draw(this.#shownAreas, this.#scale, boxes)
    const corners = [
      { left: 0, top: 0, ...cover.tools },
      { left: 0, bottom: this.#sigma.getDimensions().height, ...cover.controls },
    ]
    const nodes = this.#hasGround ? [...boxes, ...this.#areas.trayBoxes(this.#shownAreas)] : []
    const ground = this.#backdrop.draw([...areas, ...corners, ...nodes], this.#scale, cover, this.#kilometers)
    const taken = [...areas, ...ground]
    const names = this.#names.draw({
      taken,
      nodes: this.#nodes.values(),
      lit: this.#lit,
      focus: this.#centre,
      selected: this.#selected,
      chosen: this.#chosen,
      proposed: this.#spotlight?.proposed ?? [],
      lost: this.#spotlight?.lost ?? [],
      scale: this.#scale,
      cover,
    })
    if (this.#hasGround) this.#backdrop.drawFaint([...taken, ...corners, ...nodes, ...names], this.#scale)
  }

  /** Who takes part in a space is told by the space. */
  #chooseTie(edge: string, choose: StageOptions['onSelectTie']): void {
    const { noun, from, to } = this.#graph.getEdgeAttributes(edge) as SceneTie
    if (noun === 'participation') this.#onSelect(to)
    else choose?.(from, to)
  }

  #point(isSomething: boolean): void {
    this.#sigma.getContainer().style.cursor = isSomething ? 'pointer' : ''
  }

  #hover(key: string | null): void {
    if (this.#gestures.isBusy) return
    this.#hovered = key
    this.#point(key !== null)
    this.#light()
  }

  #light(): void {
    const selected = this.#spotlight?.holds ? null : this.#selected
    const key = [this.#hovered, selected].find((node) => node !== null && this.#graph.hasNode(node)) ?? null
    this.#centre = key
    if (key !== null) this.#lit = new Set([key, ...this.#graph.neighbors(key)])
    else this.#lit = this.#spotlight && new Set(this.#spotlight.nodes)
    // The order in which things are drawn changes too, which costs an indexation: not worth it on a huge map.
    this.#sigma.refresh({ skipIndexation: this.#graph.order > 3_000 })
  }

  #nodeLook(key: string, data: NodeDisplayData & SceneNode): Partial<NodeDisplayData & SceneNode> {
    const size = data.size * this.#scale
    // Whoever is pointed at is whole, over those that stand close.
    if (key === this.#hovered) return { ...data, size, zIndex: 2 }
    if (this.#lit === null || this.#lit.has(key)) return { ...data, size }
    return { ...data, size, color: faded(data.color, 0.12), line: faded(data.line, 0.12), zIndex: 0 }
  }

  #tieLook(edge: string, data: EdgeDisplayData & SceneTie): Partial<EdgeDisplayData & SceneTie> {
    const { hue = ink } = data
    if (this.#lit === null) return { ...data, color: faded(hue, data.strength) }
    if (!this.#isLitTie(edge, data)) return { ...data, color: faded(hue, 0.06) }
    return { ...data, color: faded(hue, 0.85), size: data.size + 0.4, zIndex: 1 }
  }

  #isLitTie(edge: string, { from, to }: SceneTie): boolean {
    if (this.#centre !== null) return this.#graph.hasExtremity(edge, this.#centre)
    return this.#spotlitTies.has(pairKey(from, to))
  }
}

/** Whether a map drawn in one frame can go on showing another: the same, or one of about its size. */
function hasRoomFor(now: Frame, next: Frame): boolean {
  const extents = (['x', 'y'] as const).map((axis) => {
    const [low, high] = now[axis]
    const size = high - low
    const outside = Math.max(0, low - next[axis][0]) + Math.max(0, next[axis][1] - high)
    return size > 0 && next[axis][1] - next[axis][0] >= size / 2 && outside <= size / 4
  })
  return extents.every(Boolean)
}

const ArrowProgram = createEdgeCompoundProgram([
  TieProgram,
  createEdgeArrowHeadProgram({ lengthToThicknessRatio: 4, widenessToThicknessRatio: 3 }),
])

function pairKey(a: string, b: string): string {
  return `${a} ${b}`
}

/** How long things glide, in milliseconds: not at all for those who asked for less motion. */
function glide(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200
}

/** Names and nodes grow with the text of the page: larger on a projector. */
function pageScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}
