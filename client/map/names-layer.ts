import type Sigma from 'sigma'
import { focusRing, ink, paper, reachOf, secondInk } from '#drawing/appearance.ts'
import { type LabelWish, linesOf, type PlacedLabel, placeLabels } from '#drawing/labels.ts'
import type { SceneNode } from '#drawing/scene.ts'
import type { NameBox } from './areas-layer.ts'
import type { Cover } from './framing.ts'

/** Which nodes have their names shown, and how. */
export interface Naming {
  readonly nodes: Iterable<SceneNode>
  /** Nodes that are lit up; null: all are. */
  readonly lit: ReadonlySet<string> | null
  /** The node whose neighbours are lit up. */
  readonly focus: string | null
  readonly selected: string | null
  /** Nodes that are chosen together. */
  readonly chosen: ReadonlySet<string>
  /** Pairs of keys that are not tied and might be. */
  readonly proposed: readonly (readonly [string, string])[]
  /** Ties that would be lost. */
  readonly lost: readonly (readonly [string, string])[]
  /** How much larger than usual text and nodes are. */
  readonly scale: number
  readonly cover: Cover
  /** Where no name may stand. */
  readonly taken: readonly NameBox[]
}

const lineHeight = 1.15

/** Names longer than this many characters take two lines. */
const longestLine = 22

/** Of the weightiest nodes this many have their name, should a line have to lead to it. */
const alwaysNamed = 12

/** Of those that are lit up, as many have theirs. */
const mostLed = 24

/** Square pixels for each name at the end of a line: on a telephone more lines would be a tangle. */
const roomOfLed = 25_000

/** The names over the drawing, with a paper halo, and the ring around the selected node. */
export class NamesLayer {
  readonly #sigma: Sigma
  readonly #context: CanvasRenderingContext2D
  /** Measuring text is slow, and every frame asks for the same names. */
  readonly #widths = new Map<string, number>()

  constructor(sigma: Sigma) {
    this.#sigma = sigma
    sigma.createCanvasContext('names', { style: { pointerEvents: 'none' } })
    const context = sigma.getCanvases().names?.getContext('2d')
    if (!context) throw new Error('This browser has no 2D canvas.')
    this.#context = context
    sigma.resize(true)
  }

  /** The font has come, or the text of the page changed its size: every name is measured anew. */
  forgetWidths(): void {
    this.#widths.clear()
  }

  /** Where nodes are on screen. */
  nodeBoxes(nodes: Iterable<SceneNode>, scale: number): NameBox[] {
    return Array.from(nodes, (node) => {
      const { x, y } = this.#sigma.graphToViewport(node)
      const reach = this.#reach(node, scale) + 1
      return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
    })
  }

  /** Gives the boxes of the names. */
  draw(naming: Naming): NameBox[] {
    const { width, height } = this.#sigma.getDimensions()
    this.#context.clearRect(0, 0, width, height)
    const { tools, controls } = naming.cover
    const screen = {
      width: width - naming.cover.right,
      height: height - naming.cover.bottom,
      insist: 0,
      led: Math.min(
        Math.floor((width * height) / roomOfLed),
        Math.max(alwaysNamed, Math.min(naming.lit?.size ?? 0, mostLed)),
      ),
      taken: [...naming.taken, { left: 0, top: 0, ...tools }, { left: 0, bottom: height, ...controls }],
    }
    const named = new Map<string, SceneNode>()
    const wishes: LabelWish[] = []
    const nodes = [...naming.nodes]
    this.#hollow(nodes, naming)
    this.#propose(nodes, naming)
    for (const node of nodes) {
      if (node.key === naming.selected || naming.chosen.has(node.key)) this.#ring(node, naming.scale)
      if (node.pinned) this.#pin(node, naming.scale)
      const wish = this.#wishOf(node, naming)
      if (!wish) continue
      wishes.push(wish)
      named.set(node.key, node)
    }
    const placed = placeLabels(wishes, screen)
    for (const label of placed) {
      const node = named.get(label.key)
      if (!node) continue
      if (label.leader) this.#lead(label.leader, node.leader ?? node.line)
      const { size, font } = lettering(node, naming)
      this.#context.font = font
      this.#context.textAlign = label.align
      this.#context.textBaseline = 'middle'
      this.#context.lineJoin = 'round'
      this.#context.lineWidth = 3.5 * naming.scale
      this.#context.strokeStyle = paper
      this.#context.fillStyle = node.noun === 'actor' ? ink : secondInk
      label.lines.forEach((line, i) => {
        const y = label.y + (i - (label.lines.length - 1) / 2) * size * lineHeight
        this.#context.strokeText(line, label.x, y)
        this.#context.fillText(line, label.x, y)
      })
    }
    const sizes = new Map(wishes.map((wish) => [wish.key, wish]))
    return placed.map(({ key, x, y, align }) => {
      const { width = 0, height = 0 } = sizes.get(key) ?? {}
      const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
      return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 }
    })
  }

  #wishOf(node: SceneNode, naming: Naming): LabelWish | null {
    if (naming.lit && !naming.lit.has(node.key)) return null
    const { x, y } = this.#sigma.graphToViewport(node)
    const { width, height } = this.#sigma.getDimensions()
    if (!(x >= -200 && y >= -50 && x <= width + 200 && y <= height + 50)) return null
    const { size, font } = lettering(node, naming)
    const lines = linesOf(node.label, longestLine)
    return {
      key: node.key,
      x,
      y,
      radius: this.#reach(node, naming.scale) + (node.key === naming.selected ? 4 : 0),
      lines,
      width: Math.max(...lines.map((line) => this.#widthOf(line, font))) + 2,
      height: lines.length * size * lineHeight,
      weight: node.key === naming.focus ? Infinity : node.weight,
    }
  }

  #widthOf(line: string, font: string): number {
    const key = `${font} ${line}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      this.#context.font = font
      width = this.#context.measureText(line).width
      this.#widths.set(key, width)
    }
    return width
  }

  /** How far a node reaches on screen, in pixels. */
  #reach(node: SceneNode, scale: number): number {
    return this.#sigma.scaleSize(node.size * scale) * reachOf(node.shape)
  }

  /** Dashed. */
  #propose(nodes: readonly SceneNode[], { proposed, scale }: Naming): void {
    this.#context.setLineDash([6 * scale, 4 * scale])
    for (const pair of proposed) if (this.#trace(nodes, pair, scale)) this.#stroke(2 * scale, focusRing)
    this.#context.setLineDash([])
  }

  /** Two thin lines with paper between, over the tie as it is drawn: wider apart than those of a confirmed tie. */
  #hollow(nodes: readonly SceneNode[], { lost, scale }: Naming): void {
    for (const pair of lost) {
      if (!this.#trace(nodes, pair, scale)) continue
      this.#stroke(8 * scale, ink)
      this.#stroke(6 * scale, paper)
    }
  }

  /** The line between two nodes from rim to rim; false where one of them is not drawn. */
  #trace(nodes: readonly SceneNode[], pair: readonly [string, string], scale: number): boolean {
    const [a, b] = pair.map((key) => nodes.find((node) => node.key === key))
    if (!a || !b) return false
    const [from, to] = [this.#sigma.graphToViewport(a), this.#sigma.graphToViewport(b)]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const [leave, reach] = [this.#reach(a, scale) / length, this.#reach(b, scale) / length]
    const along = (share: number): [number, number] => [
      from.x + (to.x - from.x) * share,
      from.y + (to.y - from.y) * share,
    ]
    this.#context.beginPath()
    this.#context.moveTo(...along(leave))
    this.#context.lineTo(...along(1 - reach))
    return true
  }

  #stroke(width: number, color: string): void {
    this.#context.lineWidth = width
    this.#context.strokeStyle = color
    this.#context.stroke()
  }

  /** A thin line from the rim of a node to its name. */
  #lead([from, to]: NonNullable<PlacedLabel['leader']>, color: string): void {
    this.#context.beginPath()
    this.#context.moveTo(...from)
    this.#context.lineTo(...to)
    this.#context.lineWidth = 1
    this.#context.strokeStyle = color
    this.#context.stroke()
  }

  /** A small pin in the upper right of a node that somebody put there. */
  #pin(node: SceneNode, scale: number): void {
    const { x, y } = this.#sigma.graphToViewport(node)
    const reach = this.#reach(node, scale) * 0.75
    const [left, top] = [x + reach, y - reach]
    const context = this.#context
    context.beginPath()
    context.moveTo(left, top)
    context.lineTo(left + 4 * scale, top - 4 * scale)
    context.lineWidth = 1.5 * scale
    context.strokeStyle = ink
    context.stroke()
    context.beginPath()
    context.arc(left + 5 * scale, top - 5 * scale, 2.6 * scale, 0, 2 * Math.PI)
    context.fillStyle = ink
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = paper
    context.stroke()
  }

  #ring(node: SceneNode, scale: number): void {
    const { x, y } = this.#sigma.graphToViewport(node)
    this.#context.beginPath()
    this.#context.arc(x, y, this.#reach(node, scale) + 3, 0, 2 * Math.PI)
    this.#context.lineWidth = 2
    this.#context.strokeStyle = focusRing
    this.#context.stroke()
  }
}

function lettering(node: SceneNode, { focus, scale }: Naming): { size: number; font: string } {
  const size = (node.noun === 'actor' ? 13 : 11.5) * scale
  const weight = node.key === focus ? 700 : node.noun === 'actor' ? 500 : 400
  return { size, font: `${weight} ${size}px "Source Sans 3 Variable", sans-serif` }
}
