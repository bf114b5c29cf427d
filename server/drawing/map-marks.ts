import type { Layout } from '../layout/arrangement.ts'
import { faded, ink, paper, reachOf, secondInk, svgPathOf } from './appearance.ts'
import { groundMarks, groundNameMarks, type Laying, scaleMarks } from './ground-marks.ts'
import { type Box, clearPlace, type LabelScreen, linesOf, meet, type PlacedLabel, placeLabels } from './labels.ts'
import { type Group, type Mark, type Path, type Rectangle, rounded, type WidthOf, type Words } from './mark.ts'
import { areaShares, longestName, type Scene, type SceneArea, type SceneNode, type SceneTie } from './scene.ts'
import type { Standing, StandingOf } from './standing.ts'

/** A scene, and what paper says of it. */
export interface Depicted {
  readonly scene: Scene
  readonly layout: Layout
  readonly standingOf: StandingOf
  /** Keys of those that were to answer and did not. */
  readonly silent: ReadonlySet<string>
  /** What is said of a node and of a tie to who points at it. */
  readonly titleOf: (node: SceneNode) => string
  readonly tieTitleOf: (tie: SceneTie) => string
  /** Says a length. */
  readonly kilometers: (length: number) => string
}

export interface Naming {
  readonly most: number
  readonly isNamed: (node: SceneNode) => boolean
}

/** What was drawn, and how many nodes found no room for their name. */
export interface DrawnMap {
  readonly marks: readonly Mark[]
  readonly unnamed: number
}

/** The screen a scene's radii and widths are meant for. */
const screen = { width: 1250, height: 780 } as const

/** Those nodes of a scene that nothing ties to any other. */
export function untiedIn({ nodes, ties }: Scene): readonly SceneNode[] {
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]))
  return nodes.filter(({ key }) => !tied.has(key))
}

/** A scene without those whom nothing ties, nor the parts of the map where they would stand: for a map that has no room for them. */
export function tiedIn(scene: Scene): Scene {
  const untied = new Set(untiedIn(scene))
  return {
    ...scene,
    nodes: scene.nodes.filter((node) => !untied.has(node)),
    areas: scene.areas.filter(({ look }) => look !== 'dashed'),
  }
}

/**
 * A scene in a rectangle, as large as it allows, all by one scale, with its named parts beneath them and the names that fit: the weightiest first, none on another nor on a node.
 *
 * @param size of names, in points
 * @param naming how many names there may be, and of whom
 */
export function drawnMap(
  { scene, standingOf, silent, titleOf, tieTitleOf, kilometers }: Depicted,
  rectangle: Rectangle,
  size: number,
  widthOf: WidthOf,
  naming: Naming = { most: Number.MAX_SAFE_INTEGER, isNamed: () => true },
): DrawnMap {
  const { nodes } = scene
  const scale = symbolScale(rectangle)
  const at = fitted(nodes, scene.areas, rectangle, scale, size)
  const places = new Map(nodes.map((node) => [node.key, at(node)]))
  const areaNames = areaNamesIn(scene.areas, at, rectangle.y, size, widthOf, nodeBoxes(nodes, at, scale))
  const onGround = groundUnder(scene, { at, rectangle, scale, size, widthOf, kilometers }, areaNames)
  const taken = [...areaNames.map((name) => boxOf(name, widthOf)), ...onGround.taken].map(
    ({ left, right, top, bottom }) => {
      const { x, y } = rectangle
      return { left: left - x, right: right - x, top: top - y, bottom: bottom - y }
    },
  )
  const named = new Set(nodes.filter(naming.isNamed).map(({ key }) => key))
  // The weightiest were placed first.
  const names = placedNames(nodes, at, scale, rectangle, size, widthOf, taken)
    .filter(({ key }) => named.has(key))
    .slice(0, naming.most)
  return {
    marks: [
      ...onGround.beneath,
      ...scene.areas.map((area) => areaMark(area, at, scale)),
      ...scene.ties.flatMap((tie) => tieMarks(tie, standingOf(tie), places, scale, tieTitleOf(tie))),
      // Beneath the nodes and thinner than a tie: they lead, and tie nothing.
      ...names.flatMap(({ key, leader }) => (leader ? [leaderMark(leader, rectangle, size, lineOf(key, nodes))] : [])),
      ...nodes.map((node) => nodeMark(node, at(node), scale, silent.has(node.key), titleOf(node))),
      ...areaNames,
      ...onGround.above(names.map((name) => labelBox(name, rectangle, size, widthOf))),
      ...names.flatMap((name) => nameMarks(name, rectangle, size, nodes)),
    ],
    unnamed: nodes.filter(({ noun }) => noun === 'actor').length - names.filter(({ key }) => isActor(key)).length,
  }
}

/** What of the ground lies beneath everything, and its names and scale over nodes: those of communes first, the others where names of nodes leave room. */
function groundUnder({ backdrop, nodes, areas }: Scene, laying: Laying, areaNames: readonly Words[]) {
  if (!backdrop) return { beneath: [], taken: [], above: () => [] }
  const { at, scale, widthOf } = laying
  const measure = scaleMarks(backdrop, laying)
  const trays = areas
    .filter(({ look }) => look === 'dashed')
    .map(({ outline }) => boxAround(outline.map(([x, y]) => at({ x, y }))))
  const others = [
    ...nodeBoxes(nodes, at, scale),
    measure.box,
    ...trays,
    ...areaNames.map((name) => boxOf(name, widthOf)),
  ]
  const communes = groundNameMarks(backdrop, ['commune'], laying, others)
  return {
    beneath: [groundMarks(backdrop, laying)],
    taken: [measure.box, ...communes.boxes],
    above: (names: readonly Box[]) => [
      groundNameMarks(backdrop, ['town', 'department'], laying, [...others, ...communes.boxes, ...names]).group,
      communes.group,
      measure.group,
    ],
  }
}

function nodeBoxes(nodes: readonly SceneNode[], at: Placing, scale: number): Box[] {
  return nodes.map((node) => {
    const [[x, y], reach] = [at(node), node.size * scale * reachOf(node.shape) + 1]
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
  })
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** What a name beside its node covers on the page. */
function labelBox({ lines, x, y, align }: PlacedLabel, rectangle: Rectangle, size: number, widthOf: WidthOf): Box {
  const width = Math.max(...lines.map((line) => widthOf(line, size, false)))
  const left = rectangle.x + (align === 'left' ? x : align === 'right' ? x - width : x - width / 2)
  const half = (lines.length * size * leading) / 2
  return { left, right: left + width, top: rectangle.y + y - half, bottom: rectangle.y + y + half }
}

/** How large a pixel of the screen is on a map of that size. */
export function symbolScale({ width, height }: Pick<Rectangle, 'width' | 'height'>): number {
  return Math.sqrt((width * height) / (screen.width * screen.height))
}

/** A node, or the sample of one: filled if it answered, else hollow with a dotted outline. */
export function nodeMark(
  node: Pick<SceneNode, 'noun' | 'id' | 'shape' | 'size' | 'color' | 'line'>,
  at: readonly [number, number],
  scale: number,
  isSilent: boolean,
  title: string | null,
): Group {
  const radius = rounded(node.size * scale)
  const d = svgPathOf(node.shape, radius)
  const outline = Math.max(0.6, 1.5 * scale)
  return {
    kind: 'group',
    of: node.noun,
    data: [['id', node.id]],
    title,
    at,
    marks: [
      // A ring of paper, so that what overlaps can be told apart.
      stroked(d, paper, outline + 2 * scale),
      {
        kind: 'path',
        d,
        fill: isSilent ? paper : node.color,
        stroke: node.line,
        width: rounded(isSilent ? 1.4 * outline : outline),
        dash: isSilent ? [rounded(1.6 * outline), rounded(1.3 * outline)] : null,
      },
    ],
  }
}

/** A tie as its standing looks: a double line, a line, a thin one, dashes, dots. */
export function tiePaths(d: string, standing: Standing, width: number, share: number): Path[] {
  switch (standing) {
    case 'confirmed':
      return [stroked(d, faded(ink, Math.min(0.6, share + 0.12)), 2.6 * width), stroked(d, paper, 1.1 * width)]
    case 'declared':
      return [stroked(d, faded(ink, Math.min(0.6, share + 0.12)), 1.1 * width)]
    case 'shared':
      return [stroked(d, faded(ink, 0.6 * share), 0.8 * width)]
    case 'uncertain':
      return [{ ...stroked(d, faded(ink, share), width), dash: [rounded(4 * width), rounded(3 * width)] }]
    case 'fading':
      return [
        { ...stroked(d, faded(ink, share + 0.1), 1.2 * width), dash: [rounded(1.2 * width), rounded(2.6 * width)] },
      ]
  }
}

function stroked(d: string, stroke: string, width: number): Path {
  return { kind: 'path', d, fill: null, stroke, width: rounded(width), dash: null }
}

/** A part of the map: its ground in its colour, its outline alone, or that in dashes. */
function areaMark({ key, look, outline, color, label }: SceneArea, at: Placing, scale: number): Group {
  const d = `M${outline.map(([x, y]) => at({ x, y }).join(' ')).join('L')}Z`
  const path: Path = {
    kind: 'path',
    d,
    // What stands aside stands on paper, whatever ground lies beneath.
    fill: look === 'filled' ? faded(color, areaShares.ground) : look === 'dashed' ? paper : null,
    stroke: faded(color, look === 'line' ? areaShares.ring : areaShares.outline),
    width: rounded(Math.max(0.5, scale)),
    dash: look === 'dashed' ? [rounded(5 * scale), rounded(4 * scale)] : null,
  }
  return { kind: 'group', of: 'area', data: [['id', key]], title: label, at: [0, 0], marks: [path] }
}

/** Names of parts of the map, each where it is to stand, or above those that stand there; where no room is left above, legends say it alone. */
function areaNamesIn(
  areas: readonly SceneArea[],
  at: Placing,
  ceiling: number,
  size: number,
  widthOf: WidthOf,
  nodes: readonly Box[],
): Words[] {
  const placed: Words[] = []
  const placeOnRing = (area: SceneArea) =>
    clearPlace(
      at(area),
      area.outline.map(([x, y]) => at({ x, y })),
      (place) => {
        const boxes = areaName(area, place, size).map((word) => boxOf(word, widthOf))
        return boxAround(
          boxes.flatMap(({ left, right, top, bottom }) => [[left, top] as const, [right, bottom] as const]),
        )
      },
      [...nodes, ...placed.map((word) => boxOf(word, widthOf))],
    )
  for (const area of areas) {
    const lines = areaName(area, area.look === 'line' ? placeOnRing(area) : at(area), size)
    const height = lines.length * 1.2 * size * leading
    const lifted = (by: number) => lines.map((line) => ({ ...line, y: rounded(line.y - by * 0.5 * size) }))
    const isFree = (words: readonly Words[]) =>
      words.every((word) => {
        const box = boxOf(word, widthOf)
        return box.top >= ceiling && !placed.some((other) => meet(box, boxOf(other, widthOf)))
      })
    // No stack of names is higher than all of them.
    const most = Math.ceil((areas.length * height) / (0.5 * size))
    const by = Array.from({ length: most }, (_, lift) => lift).find((lift) => isFree(lifted(lift)))
    if (by !== undefined) placed.push(...lifted(by))
  }
  return placed
}

/** The name of a part of the map, its foot on the line it stands on. */
function areaName({ label, color, look }: SceneArea, [x, y]: readonly [number, number], size: number): Words[] {
  const lines = linesOf(label, longestName[look])
  return lines.map((text, i) => ({
    kind: 'text',
    text,
    x,
    y: rounded(y - 0.35 * size - (lines.length - 1 - i) * 1.2 * size * leading),
    anchor: 'middle',
    size: rounded(1.2 * size),
    bold: true,
    color,
    halo: true,
  }))
}

/** What a line of text that has its middle somewhere covers. */
function boxOf({ text, x, y, size, bold }: Words, widthOf: WidthOf): Box {
  const half = widthOf(text, size, bold) / 2
  return { left: x - half, right: x + half, top: y - 0.8 * size, bottom: y + 0.25 * size }
}

function tieMarks(
  tie: SceneTie,
  standing: Standing,
  places: ReadonlyMap<string, readonly [number, number]>,
  scale: number,
  title: string,
): Group[] {
  const [from, to] = [places.get(tie.from), places.get(tie.to)]
  if (!from || !to) return []
  const d = `M${from.join(' ')}L${to.join(' ')}`
  const data = [
    ['from', tie.from],
    ['to', tie.to],
    ...(tie.noun === 'tie' ? [['standing', standing] as const] : []),
  ] as const
  // What is shared in a space is drawn as a participation, whose line says no more than that it is.
  const marks =
    tie.noun === 'tie'
      ? tiePaths(d, standing, tie.size * scale, tie.strength)
      : [
          {
            ...stroked(d, faded(ink, tie.strength), tie.size * scale),
            dash: tie.dashed ? ([rounded(4 * scale), rounded(3 * scale)] as const) : null,
          },
        ]
  return [{ kind: 'group', of: tie.noun, data, title, at: [0, 0], marks }]
}

type Placing = (node: Pick<SceneNode, 'x' | 'y'>) => readonly [x: number, y: number]

/** All that is drawn, as large as the rectangle allows, y downwards. */
function fitted(
  nodes: readonly SceneNode[],
  areas: readonly SceneArea[],
  rectangle: Rectangle,
  scale: number,
  size: number,
): Placing {
  const corners = areas.flatMap(({ outline }) => outline)
  const range = (values: readonly number[]) =>
    [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)] as const
  const [left, right] = range([...nodes.map(({ x }) => x), ...corners.map(([x]) => x)])
  const [bottom, top] = range([...nodes.map(({ y }) => y), ...corners.map(([, y]) => y)])
  // Room at the sides for the names of those who stand there, at the top for the names of parts.
  const named = areas.length > 0 ? Math.min(2 * 1.2 * size * leading, rectangle.height / 6) : 0
  const margin = { x: Math.min(90 * scale, rectangle.width / 6), y: Math.max(26 * scale, named) }
  const factor = Math.min(
    (rectangle.width - 2 * margin.x) / (right - left || 1),
    (rectangle.height - 2 * margin.y) / (top - bottom || 1),
    1.5 * scale,
  )
  const middle = { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 }
  return ({ x, y }) => [
    rounded(middle.x + (x - (left + right) / 2) * factor),
    rounded(middle.y - (y - (bottom + top) / 2) * factor),
  ]
}

const leading = 1.18

/** Names that may stand at the end of a line: two dozen on a sheet, fewer on a smaller map, where lines would be all one sees. */
function mostLed({ width, height }: Rectangle): number {
  return Math.min(24, Math.round((width * height) / 10_000))
}

function placedNames(
  nodes: readonly SceneNode[],
  at: Placing,
  scale: number,
  rectangle: Rectangle,
  size: number,
  widthOf: WidthOf,
  taken: NonNullable<LabelScreen['taken']>,
): PlacedLabel[] {
  const wishes = nodes.map((node) => {
    const lines = linesOf(node.label, 22)
    const [x, y] = at(node)
    return {
      key: node.key,
      x: x - rectangle.x,
      y: y - rectangle.y,
      radius: node.size * scale * reachOf(node.shape) + 1,
      lines,
      width: Math.max(...lines.map((line) => widthOf(line, size, false))) + size * 0.3,
      height: lines.length * size * leading,
      weight: node.weight,
    }
  })
  return placeLabels(wishes, {
    width: rectangle.width,
    height: rectangle.height,
    insist: 0,
    led: mostLed(rectangle),
    taken,
  })
}

function nameMarks(
  { key, lines, x, y, align }: PlacedLabel,
  rectangle: Rectangle,
  size: number,
  nodes: readonly SceneNode[],
): Words[] {
  const node = nodes.find((each) => each.key === key)
  return lines.map((text, i) => ({
    kind: 'text',
    text,
    x: rounded(rectangle.x + x),
    y: rounded(rectangle.y + y + (i - (lines.length - 1) / 2) * size * leading + size * 0.34),
    anchor: align === 'left' ? 'start' : align === 'right' ? 'end' : 'middle',
    size: rounded(size),
    bold: false,
    color: node?.noun === 'space' ? secondInk : ink,
    halo: true,
  }))
}

function leaderMark(
  [from, to]: NonNullable<PlacedLabel['leader']>,
  { x, y }: Rectangle,
  size: number,
  color: string,
): Path {
  const at = ([px, py]: readonly [number, number]) => `${rounded(x + px)} ${rounded(y + py)}`
  return stroked(`M${at(from)}L${at(to)}`, color, size * 0.05)
}

function lineOf(key: string, nodes: readonly SceneNode[]): string {
  const node = nodes.find((each) => each.key === key)
  return node?.leader ?? node?.line ?? secondInk
}

function isActor(key: string): boolean {
  return key.startsWith('actor:')
}
