import type { Partition } from '../analysis/measure.ts'
import { partitionOf } from '../analysis/partition.ts'

/** Where actors are, and who says so. */
export interface Places {
  readonly basis: 'communes' | 'coordinates' | 'column'
  /** -1: unknown. */
  readonly groupOf: Int32Array
}

export interface Located {
  readonly commune?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
}

/** Fewer than this share of the actors placed says nothing of the others. */
const leastPlaced = 0.5
/** No two actors of one place are further apart. */
const widestPlaceKm = 5

/**
 * Communes where at least half of the actors have one; else places made from coordinates where at least half have those; else null: places are
 * not recorded.
 */
export function placesOf(actors: readonly Located[]): Places | null {
  const communes = partitionOf(actors.map(({ commune }) => commune))
  if (isRecorded(communes.groupOf)) return { basis: 'communes', groupOf: communes.groupOf }
  const groupOf = placesFromCoordinates(actors)
  return isRecorded(groupOf) ? { basis: 'coordinates', groupOf } : null
}

export function placesOfColumn({ groupOf }: Partition): Places | null {
  return isRecorded(groupOf) ? { basis: 'column', groupOf } : null
}

function isRecorded(groupOf: Int32Array): boolean {
  const placed = groupOf.reduce((count, place) => count + (place >= 0 ? 1 : 0), 0)
  return placed > 0 && placed >= leastPlaced * groupOf.length
}

/** Complete linkage: the two nearest places become one as long as no two of their actors are more than 5 km apart. -1 without coordinates. */
function placesFromCoordinates(actors: readonly Located[]): Int32Array {
  const spots = new Map<string, { latitude: number; longitude: number }>()
  const keys = actors.map(({ latitude, longitude }) => {
    if (latitude === undefined || longitude === undefined) return null
    const key = `${latitude} ${longitude}`
    spots.set(key, { latitude, longitude })
    return key
  })
  const names = [...spots.keys()].sort()
  const clusters = completeLinkage(
    names.map((name) => spots.get(name)!),
    widestPlaceKm,
  )
  const placeOf = new Map(names.map((name, i) => [name, clusters[i]!]))
  return Int32Array.from(keys, (key) => (key === null ? -1 : placeOf.get(key)!))
}

type Spot = { readonly latitude: number; readonly longitude: number }

/** By chains of nearest neighbours. F. Murtagh (1983), A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26:354-359. O(n²). */
function completeLinkage(spots: readonly Spot[], widest: number): Int32Array {
  const n = spots.length
  const apart = Array.from({ length: n }, (_, i) => Float64Array.from(spots, (spot) => kilometers(spots[i]!, spot)))
  const clusterOf = Int32Array.from({ length: n }, (_, i) => i)
  const isAlive = new Uint8Array(n).fill(1)
  const chain: number[] = []
  for (let next = 0; next < n; ) {
    const last = chain.at(-1)
    if (last === undefined) {
      if (isAlive[next]) chain.push(next)
      else next++
      continue
    }
    const before = chain.at(-2) ?? -1
    let nearest = before
    for (let i = 0; i < n; i++) {
      if (!isAlive[i] || i === last) continue
      if (nearest < 0 || apart[last]![i]! < apart[last]![nearest]!) nearest = i
    }
    const isTooFar = nearest < 0 || apart[last]![nearest]! > widest
    if (isTooFar) {
      // Complete linkage only moves clusters apart: this one stays as it is.
      isAlive[last] = 0
      chain.pop()
      continue
    }
    if (nearest !== before) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    isAlive[last] = 0
    for (let i = 0; i < n; i++) {
      if (clusterOf[i] === last) clusterOf[i] = before
      apart[before]![i] = apart[i]![before] = Math.max(apart[before]![i]!, apart[last]![i]!)
    }
  }
  return clusterOf
}

const earthKm = 6371

/** Great-circle distance. */
function kilometers(a: Spot, b: Spot): number {
  const radians = Math.PI / 180
  const [dLatitude, dLongitude] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians]
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLongitude / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
