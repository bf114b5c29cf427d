import type { Drawing, Edge, Point, Points } from './drawing.ts'
import { byPlace } from './geographic.ts'
import { pulledApart } from './groups.ts'
import type { Projection } from './projection.ts'
import { onRings } from './rings.ts'
import { inSectors } from './sectors.ts'
import { withTray } from './tray.ts'
import { besideSpaces } from './two-mode.ts'

/**
 * Ways to lay the same actors out. `free`: where forces and people put them; `groups`: the same, groups pulled apart; `sectors`: each group its sector;
 * `core` and `distance`: rings around what is most tied, or around an actor; `spaces`: beside the spaces they take part in; `geographic`: on the ground.
 */
export const layouts = ['free', 'groups', 'sectors', 'core', 'distance', 'spaces', 'geographic'] as const
export type Layout = (typeof layouts)[number]

/** What an arrangement is made of: the free map, and what each layout reads. Keys are `actor:id` and `space:id`. */
export interface Arranged {
  /** All that has a place on the free map and its ties in any wave: what filters hide does not move the rest. */
  readonly drawing: Drawing
  /** Where the nodes of the drawing stand on the free map. */
  readonly points: Points
  /** The group of each actor; spaces have none. */
  readonly groups: ReadonlyMap<string, string>
  /** Connected parts that stand apart from the rest of the territory in every wave. */
  readonly apart: readonly (readonly string[])[]
  /** What rings stand for, and the ring of each actor, 0 in the middle; who has none stands aside. */
  readonly ringsOf: 'core' | 'distance'
  readonly rings: ReadonlyMap<string, number>
  /** Who takes part where: key of the actor, key of the space or of the actor that it is. */
  readonly memberships: readonly (readonly [actor: string, space: string])[]
  /** Degrees east and north. */
  readonly coordinates: ReadonlyMap<string, Point>
}

/** Where everything stands in a layout, and the parts of the map that have a name. */
export interface Arrangement {
  readonly points: ReadonlyMap<string, Point>
  readonly areas: readonly Area[]
  /** How the ground is laid beneath, in the geographic layout where anybody has a place. */
  readonly projection?: Projection
}

/** A part of the map with a name of its own. `of`: its group, ring or kind of tray. */
export interface Area {
  readonly kind: 'group' | 'sector' | 'ring' | 'tray'
  readonly of: string
  /** A closed line. */
  readonly outline: Points
  /** The middle of the line its name stands on. */
  readonly name: Point
  /** Nodes that stand in it. */
  readonly members: readonly string[]
}

/** The same given arrangement is laid out alike everywhere, in whatever order its nodes come. */
export function arranged(layout: Layout, unordered: Arranged): Arrangement {
  const given = ordered(unordered)
  switch (layout) {
    case 'free':
      return freely(given)
    case 'groups':
      return withTray(given, pulledApart(given), [{ of: 'untied', parts: given.apart }])
    case 'sectors':
      return inSectors(given)
    case 'core':
    case 'distance':
      return onRings(given)
    case 'spaces':
      return besideSpaces(given)
    case 'geographic':
      // Where nobody has a place there is no ground to stand on.
      return given.coordinates.size > 0 ? byPlace(given) : freely(given)
  }
}

/** Nodes by key, edges by number: sums of floating numbers depend on the order of their terms. */
function ordered({ drawing, points, apart, ...rest }: Arranged): Arranged {
  const order = [...drawing.nodes.keys()].sort((a, b) => compareText(drawing.nodes[a]!, drawing.nodes[b]!))
  const place = new Map(order.map((node, i) => [node, i]))
  const edges = drawing.edges.map(([u, v]): Edge => {
    const [a, b] = [place.get(u)!, place.get(v)!]
    return a < b ? [a, b] : [b, a]
  })
  return {
    ...rest,
    drawing: {
      nodes: order.map((node) => drawing.nodes[node]!),
      edges: edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    },
    points: order.map((node) => points[node] ?? [0, 0]),
    apart: apart
      .map((part) => [...part].sort(compareText))
      .sort((a, b) => a.length - b.length || compareText(a[0] ?? '', b[0] ?? '')),
  }
}

function freely(given: Arranged): Arrangement {
  return withTray(given, free(given), [{ of: 'untied', parts: given.apart }])
}

function free({ drawing, points }: Arranged): Arrangement {
  return { points: new Map(drawing.nodes.map((key, node) => [key, points[node] ?? [0, 0]])), areas: [] }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
