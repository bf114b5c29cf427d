import type { PositionsWire } from '../wire/record.ts'
import { isPlace, type Point } from './drawing.ts'

/** Where actors and spaces stand on the map, by id. */
export interface Positions {
  readonly actors: ReadonlyMap<string, Point>
  readonly spaces: ReadonlyMap<string, Point>
}

type Readable = Readonly<Record<keyof PositionsWire, Readonly<Record<string, Point>>>>

/** Positions as they came; what stands nowhere on a map is left out, and is placed anew. */
export function positionsFrom({ actors, spaces }: Readable): Positions {
  return { actors: pointsFrom(actors), spaces: pointsFrom(spaces) }
}

/** As positions are sent: objects, whose keys are ids for as long as they are on the way. */
export function positionsToWire({ actors, spaces }: Positions): PositionsWire {
  return { actors: objectOf(actors), spaces: objectOf(spaces) }
}

/** Those of `b` stand in for those of `a`. */
export function merged(a: Positions, b: Positions): Positions {
  return { actors: new Map([...a.actors, ...b.actors]), spaces: new Map([...a.spaces, ...b.spaces]) }
}

function pointsFrom(points: Readable['actors']): Map<string, Point> {
  return new Map(Object.entries(points).filter(([, point]) => isPlace(point)))
}

function objectOf(points: ReadonlyMap<string, Point>): PositionsWire['actors'] {
  return Object.fromEntries([...points].map(([id, [x, y]]) => [id, [x, y]]))
}
