import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Point, Points } from '../layout/drawing.ts'

/** Degrees. */
export interface Window {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What limits lie between: countries, departments, EPCI of one department. */
export const borders = ['country', 'department', 'epci'] as const
export type Border = (typeof borders)[number]

/** What is known of a part of the world that has French communes; outline.tsv says where it all comes from. Points are degrees east and north. */
export interface Region {
  readonly name: string
  readonly extent: Window
  /** Closed lines around land, and around water in it; along the sides of the extent they are cut off. */
  readonly shores: readonly Points[]
  readonly borders: readonly { readonly of: Border; readonly line: Points }[]
}

export interface Outline {
  readonly regions: readonly Region[]
  /** Names of departments by code, as INSEE writes it. */
  readonly departments: ReadonlyMap<string, string>
  /** Population of the larger communes by INSEE code. */
  readonly towns: ReadonlyMap<string, number>
}

/** The outline that comes with Maillage, read once. */
export function outline(): Outline {
  loaded ??= outlineOf(readFileSync(outlineFile(), 'utf8'))
  return loaded
}

let loaded: Outline | null = null

export function outlineOf(text: string): Outline {
  const regions: (Region & { readonly shores: Points[]; readonly borders: { of: Border; line: Points }[] })[] = []
  const departments = new Map<string, string>()
  const towns = new Map<string, number>()
  for (const row of text.split('\n')) {
    const [what, first = '', second = ''] = row.split('\t')
    const region = regions.at(-1)
    if (what === 'name') departments.set(first, second)
    else if (what === 'town') towns.set(first, Number(second))
    else if (what === 'region') {
      const [west = 0, south = 0, east = 0, north = 0] = second.split(' ').map(Number)
      regions.push({ name: first, extent: { west, south, east, north }, shores: [], borders: [] })
    } else if (what === 'shore') region?.shores.push(decoded(first))
    else {
      const of = borders.find((border) => border === what)
      if (of) region?.borders.push({ of, line: decoded(first) })
    }
  }
  return { regions, departments, towns }
}

/** https://developers.google.com/maps/documentation/utilities/polylinealgorithm, to four decimals. */
function decoded(text: string): Points {
  const values: number[] = []
  let value = 0
  let shift = 0
  for (let i = 0; i < text.length; i++) {
    const chunk = text.charCodeAt(i) - 63
    value |= (chunk & 0x1f) << shift
    shift += 5
    if (chunk >= 0x20) continue
    values.push(value & 1 ? ~(value >> 1) : value >> 1)
    value = 0
    shift = 0
  }
  const points: Point[] = []
  let [north, east] = [0, 0]
  for (let i = 0; i + 1 < values.length; i += 2) {
    north += values[i] ?? 0
    east += values[i + 1] ?? 0
    points.push([east / 10_000, north / 10_000])
  }
  return points
}

/** Beside this file in a clone; in the package the JavaScript stands in dist/server/. */
function outlineFile(): string {
  const [clone, packed] = ['outline.tsv', '../../../server/geography/outline.tsv'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string]
  return existsSync(clone) ? clone : packed
}
