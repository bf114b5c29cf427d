import type { Point } from './drawing.ts'

/** How the ground is laid on the plane of a layout: equirectangular, true in its middle, north up. */
export interface Projection {
  /** Of the middle, in degrees east and north. */
  readonly longitude: number
  readonly latitude: number
  /** Units of the layout per degree of latitude. */
  readonly scale: number
}

/** Length of a degree of latitude on the sphere of the Earth's mean radius, 6 371 km. */
export const kilometersPerDegree = (Math.PI * 6_371) / 180

/** Where a place, in degrees east and north, stands in the layout. */
export function projected([east, north]: Point, { longitude, latitude, scale }: Projection): Point {
  return [(east - longitude) * narrowing(latitude) * scale, (north - latitude) * scale]
}

/** What a degree of longitude is to one of latitude. */
export function narrowing(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180)
}
