import { leastSure, surest } from '../domain/confidence.ts'
import type { Participation, Territory } from '../domain/territory.ts'
import type { Confidence } from '../domain/vocabulary.ts'
import type { Points } from '../layout/drawing.ts'
import type { Positions } from '../layout/positions.ts'
import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import { ink, paper, type Shape, spaceLook } from './appearance.ts'
import type { Backdrop } from './backdrop.ts'
import type { Categories } from './categories.ts'
import { shortName } from './short-name.ts'
import type { Standing } from './standing.ts'

/** What the map draws, before anybody points at anything. */
export interface Scene {
  readonly nodes: readonly SceneNode[]
  readonly ties: readonly SceneTie[]
  readonly areas: readonly SceneArea[]
  /** The ground beneath; left out: there is none. */
  readonly backdrop?: Backdrop
  /** The rectangle every position of the territory lies in, so that a filter does not move the rest. */
  readonly frame: Frame
  readonly directed: boolean
}

/** What a node of the map looks like, beside its place, size and colour. */
export interface Glyph {
  readonly shape: Shape
  /** Colour of the outline, 2 px wide inside the shape; that of the fill when there is none to see. */
  readonly line: string
  /** Whether the outline is dotted: of who did not answer. */
  readonly dotted?: boolean
}

/** What a tie of the map looks like, beside its colour and width (`size`, in pixels whatever the zoom). */
export interface Stroke {
  /** Drawn in dashes: what stands behind it is uncertain, or over. */
  readonly dashed: boolean
  /** Drawn in dots instead: whether it is there is not known. */
  readonly dotted?: boolean
  /** Two lines: both ends say so. */
  readonly doubled?: boolean
}

export interface SceneNode extends Glyph {
  /** `actor:id` or `space:id`. */
  readonly key: string
  readonly noun: 'actor' | 'space'
  readonly id: string
  readonly x: number
  readonly y: number
  /** Radius in pixels. */
  readonly size: number
  readonly color: string
  readonly label: string
  /** Colour of a line that leads to its name; left out: its own, which no tie has. */
  readonly leader?: string
  /** Labels of greater weight are placed first. */
  readonly weight: number
  /** Whether somebody put it where it stands. */
  readonly pinned?: boolean
}

/** A part of the map with a name, drawn beneath everything else. */
export interface SceneArea {
  readonly key: string
  /** `filled`: in its colour, thinned; `line`: its outline alone; `dashed`: the outline in dashes. */
  readonly look: 'filled' | 'line' | 'dashed'
  readonly outline: Points
  readonly color: string
  /** The middle of the line its name stands on. */
  readonly x: number
  readonly y: number
  readonly label: string
}

/** Names of parts longer than so many characters take two lines: what stands aside is wide, and what is above it near. */
export const longestName = { filled: 20, line: 20, dashed: 40 } as const

/** Shares of ink of an area's ground, of its outline, and of a line alone. */
export const areaShares = { ground: 0.08, outline: 0.45, ring: 0.35 } as const

export interface SceneTie extends Stroke {
  /** `tie`: between actors; `participation`: of an actor in a space. */
  readonly noun: 'tie' | 'participation'
  readonly from: string
  readonly to: string
  /** Width in pixels. */
  readonly size: number
  /** Share of ink, 0 to 1. */
  readonly strength: number
  /** What it rests on, where that was looked at. */
  readonly standing?: Standing
  /** Another colour than ink. */
  readonly hue?: string
}

export interface Frame {
  readonly x: [number, number]
  readonly y: [number, number]
}

/** The facts of a territory that a map shows. */
export interface Facts extends Pick<Territory, 'actors' | 'spaces' | 'ties'> {
  readonly participationsOfActor: ReadonlyMap<string, readonly Participation[]>
}

export interface SceneInput {
  readonly record: Facts
  readonly network: NetworkWire
  /** Null: actors alone. */
  readonly twoMode: TwoModeWire | null
  readonly positions: Positions
  /** Keys of the nodes that somebody put where they stand; left out: none. */
  readonly pins?: ReadonlyMap<string, unknown>
  /** Left out: none. */
  readonly areas?: readonly SceneArea[]
  /** Null or left out: none. */
  readonly backdrop?: Backdrop | null
  readonly categories: Categories
  /** Whether ties between actors step back behind who takes part where. */
  readonly tiesRecede?: boolean
  readonly hidden: ReadonlySet<string>
  /** Values of the measure that sizes actors, by node; null inside: undefined. Null: all alike. */
  readonly sizes: readonly (number | null)[] | null
  /** The actor in the middle, which has its name before all others; left out: nobody is. */
  readonly centre?: string | null
}

/** Radii in pixels, on a map that is not crowded. */
const radii = { least: 5.5, most: 21, undefined: 6.5, alike: 9, space: 4.5 } as const

/** Radius of a value on a map of so many actors: area grows with the value, and shrinks where room does. */
export function radiusOf(value: number, most: number, actors: number): number {
  if (most <= 0 || value <= 0) return radii.least * roomFor(actors)
  const area = radii.least ** 2 + (radii.most ** 2 - radii.least ** 2) * Math.min(1, value / most)
  return Math.sqrt(area) * roomFor(actors)
}

/** A page shows some 120 actors with ease; of more, each gets its share of the room. */
function roomFor(actors: number): number {
  return Math.min(1, Math.sqrt(120 / Math.max(1, actors)))
}

export function sceneOf(input: SceneInput): Scene {
  const { record, network, twoMode, positions, areas = [] } = input
  const actors = actorNodes(input)
  const drawn = new Set(actors.map(({ key }) => key))
  const ties = [...actorTies(input, drawn), ...participationTies(input, drawn)]
  const spaces = twoMode ? spaceNodes(twoMode, record, positions) : []
  const nodes = [...spaces, ...actors]
  return {
    nodes: input.pins ? nodes.map((node) => (input.pins?.has(node.key) ? { ...node, pinned: true } : node)) : nodes,
    ties: input.tiesRecede ? ties.map((tie) => (tie.noun === 'tie' ? { ...tie, strength: 0.06 } : tie)) : ties,
    areas,
    ...(input.backdrop && { backdrop: input.backdrop }),
    frame: frameOf(
      positions,
      areas.flatMap(({ outline }) => outline),
    ),
    directed: network.perimeter.direction === 'directed',
  }
}

export function actorKey(id: string): string {
  return `actor:${id}`
}

export function spaceKey(id: string): string {
  return `space:${id}`
}

function actorNodes({
  record,
  network,
  twoMode,
  positions,
  categories,
  hidden,
  sizes,
  centre,
}: SceneInput): SceneNode[] {
  const degrees = degreesOf(network)
  const most = Math.max(0, ...(sizes ?? []).map((value) => value ?? 0))
  const hosts = new Set(twoMode?.hosts.flatMap((host) => (host === null ? [] : [twoMode.actors[host]])))
  return network.actors.flatMap((id, node) => {
    const category = categories.categoryOf(id)
    const point = positions.actors.get(id)
    if (hidden.has(category.id) || !point) return []
    const { color, shape } = category.look
    const value = sizes?.[node]
    const alike = sizes === null ? radii.alike : radii.undefined
    const size = value == null ? alike * roomFor(network.actors.length) : radiusOf(value, most, network.actors.length)
    const known = sizes === null || value != null
    return {
      key: actorKey(id),
      noun: 'actor' as const,
      id,
      x: point[0],
      y: point[1],
      size,
      shape,
      color: known ? color : paper,
      line: known && hosts.has(id) ? ink : color,
      label: shortName(record.actors.get(id)?.name ?? id),
      weight: id === centre ? Infinity : size * 1_000 + (degrees[node] ?? 0),
    }
  })
}

/** Spaces that are nobody else: one that is the same organisation as an actor on the map is drawn as that actor. */
function spaceNodes(twoMode: TwoModeWire, record: Facts, positions: Positions): SceneNode[] {
  return twoMode.spaces.flatMap((id, index) => {
    const point = positions.spaces.get(id)
    if (twoMode.hosts[index] != null || !point) return []
    return {
      key: spaceKey(id),
      noun: 'space' as const,
      id,
      x: point[0],
      y: point[1],
      size: radii.space * roomFor(twoMode.actors.length),
      shape: spaceLook.shape,
      color: paper,
      line: spaceLook.color,
      label: shortName(record.spaces.get(id)?.name ?? id),
      weight: 0,
    }
  })
}

/** Beside their spaces, actors are tied by declarations alone: what they share is drawn as the space itself. */
function actorTies({ record, network, twoMode }: SceneInput, drawn: ReadonlySet<string>): SceneTie[] {
  return network.edges.flatMap(({ from, to, ties, spaces: shared }) => {
    const spaces = twoMode ? [] : shared
    if (ties.length + spaces.length === 0) return []
    const source = network.actors[from]
    const target = network.actors[to]
    if (source === undefined || target === undefined) return []
    const ends = { from: actorKey(source), to: actorKey(target) }
    if (!drawn.has(ends.from) || !drawn.has(ends.to)) return []
    const evidence = ties.length + spaces.length
    const isSure = !isUncertain(record, { ties, spaces }, [source, target])
    return { noun: 'tie' as const, ...ends, ...strokeOf(evidence, !isSure, network.actors.length) }
  })
}

function participationTies({ record, twoMode }: SceneInput, drawn: ReadonlySet<string>): SceneTie[] {
  if (!twoMode) return []
  return twoMode.edges.flatMap(({ from, to }) => {
    const actor = twoMode.actors[from]
    const space = twoMode.spaces[to]
    if (actor === undefined || space === undefined) return []
    const host = twoMode.hosts[to]
    const hostActor = host == null ? undefined : twoMode.actors[host]
    const ends = { from: actorKey(actor), to: hostActor === undefined ? spaceKey(space) : actorKey(hostActor) }
    if (!drawn.has(ends.from) || ends.from === ends.to) return []
    if (hostActor !== undefined && !drawn.has(ends.to)) return []
    return {
      noun: 'participation' as const,
      ...ends,
      ...strokeOf(1, surest(confidencesOf(record, actor, space)) === 'uncertain', twoMode.actors.length),
    }
  })
}

/** Whether the surest thing that speaks for a tie is uncertain: a declaration, or a space in which the less sure of both takes part. */
export function isUncertain(
  record: Facts,
  { ties, spaces }: { readonly ties: readonly string[]; readonly spaces: readonly string[] },
  ends: readonly [string, string],
): boolean {
  const confidences = [
    ...ties.map((key) => record.ties.get(key)?.confidence),
    ...spaces.map((space) => leastSure(ends.flatMap((actor) => confidencesOf(record, actor, space)))),
  ]
  return surest(confidences) === 'uncertain'
}

function strokeOf(evidence: number, dashed: boolean, actors: number) {
  return {
    size: Math.min(3, 1 + 0.5 * (evidence - 1)) * Math.max(0.5, roomFor(actors)),
    strength: Math.min(0.5, 0.3 + 0.06 * (evidence - 1)),
    dashed,
  }
}

function confidencesOf(record: Facts, actor: string, space: string): (Confidence | undefined)[] {
  const taken = record.participationsOfActor.get(actor) ?? []
  return taken.filter((participation) => participation.space === space).map(({ confidence }) => confidence)
}

function degreesOf(network: NetworkWire): number[] {
  const degrees = network.actors.map(() => 0)
  for (const { from, to } of network.edges) {
    degrees[from] = (degrees[from] ?? 0) + 1
    degrees[to] = (degrees[to] ?? 0) + 1
  }
  return degrees
}

/** The rectangle around all positions, and other points. */
export function frameOf(positions: Positions, others: Points = []): Frame {
  const points = [...positions.actors.values(), ...positions.spaces.values(), ...others]
  if (points.length === 0) return { x: [-1, 1], y: [-1, 1] }
  const frame: Frame = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] }
  for (const [x, y] of points) {
    frame.x[0] = Math.min(frame.x[0], x)
    frame.x[1] = Math.max(frame.x[1], x)
    frame.y[0] = Math.min(frame.y[0], y)
    frame.y[1] = Math.max(frame.y[1], y)
  }
  return frame
}
