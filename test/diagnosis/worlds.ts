import { type Random, randomStream } from '../../server/analysis/random.ts'
import type { BareNetwork } from '../../server/diagnosis/bare-case.ts'
import { sampleWithout } from '../../server/diagnosis/statistics/resampling.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'

/** Worlds whose truth is known, and how much of it a survey tells. Two actors are tied with a chance in proportion to the product of what is said of them. */
export interface WorldOptions {
  readonly actors: number
  readonly spheres: number
  readonly meanDegree: number
  /** How much likelier a tie inside a sphere is: everywhere, or sphere by sphere. */
  readonly homophily: number | readonly number[]
  /** Propensities to be tied: log-normal (sd 0.6, the default), Pareto (tail 2.5), or all equal but one actor tied to a third of the others. */
  readonly propensity?: 'lognormal' | 'pareto' | 'hub'
  /** What distance does. */
  readonly geography?: Geography
  readonly planted?: Plant
  /** Share of actors, at random, that answer; a tie between two that do not is not seen. */
  readonly response?: number
  /** Chance that an end that answers tells of a tie. */
  readonly recall?: number
}

export interface Geography {
  /**
   * `communes`: as many as spheres, ties within one `nearer` times as likely. `territories`: two. `plane`: positions in a square, ties to the nearest.
   * `affinity`: positions nobody could record, ties fall off with distance.
   */
  readonly kind: 'communes' | 'territories' | 'plane' | 'affinity'
  readonly nearer?: number
  /** Share of the actors of a sphere that live where it is at home; the others live anywhere. */
  readonly leaning: number
  /** Whether the column of places is in the data. */
  readonly recorded: boolean
}

export type Plant =
  /** A declared group, or members of the first sphere that nothing tells from the others (`hidden`); `exact`: both shares hold for the group as a whole. */
  | {
      readonly kind: 'club'
      readonly members: number
      readonly density: number
      readonly outside: number
      readonly exact?: boolean
      readonly hidden: boolean
    }
  /** Ties between the first two spheres are so many times fewer. */
  | { readonly kind: 'pair'; readonly fewer: number }
  /** Ties of the first sphere with all others are so many times fewer. */
  | { readonly kind: 'sphere'; readonly fewer: number }
  /** One actor holds two halves together: each of them it is tied to three of. */
  | { readonly kind: 'bridge' }
  /** So many actors have no tie but one to the first. */
  | { readonly kind: 'pendants'; readonly count: number }

export interface PlantedWorld {
  /** What a survey tells of it. */
  readonly network: BareNetwork
  /** Every tie there is. */
  readonly truth: Graph
  /** Names of the members of the club, or of the go-between; names of the spheres. */
  readonly planted: readonly string[]
}

/** The healthy world of the specification. */
export const healthy: WorldOptions = { actors: 60, spheres: 5, meanDegree: 6, homophily: 1 }

type Tie = readonly [number, number]

export function worldOf(options: WorldOptions, seed: string): PlantedWorld {
  const random = randomStream(`world:${seed}`)
  const { actors: n, planted } = options
  const sphere = Int32Array.from({ length: n }, (_, u) => u % options.spheres)
  const club = new Set(planted?.kind === 'club' ? membersOf(planted, sphere, random) : [])
  const { near, place } = placing(options, sphere, random)
  const propensity = propensities(options, random)
  const weight = (u: number, v: number) => {
    const { homophily } = options
    const within = typeof homophily === 'number' ? homophily : (homophily[sphere[u] ?? 0] ?? 1)
    return (propensity[u] ?? 0) * (propensity[v] ?? 0) * near(u, v) * (sphere[u] === sphere[v] ? within : 1)
  }
  const drawn = draw(options, weight, plantIn(options, sphere, club), random)
  const ties = planted?.kind === 'club' && planted.exact ? exactly(planted, drawn, club, random) : drawn
  const actors = Array.from({ length: n }, (_, u) => `a${String(u).padStart(3, '0')}`)
  const isDeclared = planted?.kind === 'club' && !planted.hidden
  return {
    network: {
      actors,
      ...surveyed(ties, options, random),
      groups: actors.map((_, u) => (club.has(u) && isDeclared ? 'club' : `s${sphere[u]}`)),
      ...(options.geography?.recorded ? { places: actors.map((_, u) => `p${place[u]}`) } : {}),
      outside: null,
    },
    truth: graphOf({
      directed: false,
      nodeCount: n,
      sources: ties.map(([u]) => u),
      targets: ties.map(([, v]) => v),
    }),
    planted: plantedNames(
      planted,
      [...club].map((u) => actors[u] ?? ''),
      actors[0] ?? '',
    ),
  }
}

function plantedNames(planted: Plant | undefined, club: readonly string[], first: string): readonly string[] {
  switch (planted?.kind) {
    case undefined:
      return []
    case 'club':
      return club
    case 'pair':
      return ['s0', 's1']
    case 'sphere':
      return ['s0']
    default:
      return [first]
  }
}

/** How a plant changes the chance of a tie. */
function plantIn({ actors, planted }: WorldOptions, sphere: Int32Array, club: ReadonlySet<number>) {
  return (u: number, v: number, chance: number): number => {
    switch (planted?.kind) {
      case undefined:
        return chance
      case 'club': {
        const ends = Number(club.has(u)) + Number(club.has(v))
        if (ends === 2) return planted.density
        return ends === 1 && !planted.exact ? chance * planted.outside : chance
      }
      case 'pair':
        return (sphere[u] ?? 0) + (sphere[v] ?? 0) === 1 && sphere[u] !== sphere[v] ? chance / planted.fewer : chance
      case 'sphere':
        return sphere[u] !== sphere[v] && (sphere[u] === 0 || sphere[v] === 0) ? chance / planted.fewer : chance
      case 'bridge': {
        // The first actor is tied to the next three of either half, odd and even.
        if (u === 0) return v <= 6 ? 1 : 0
        return (u - v) % 2 === 0 ? Math.min(1, 2 * chance) : 0
      }
      case 'pendants': {
        const isPendant = (w: number) => w >= actors - planted.count
        if (u === 0 && isPendant(v)) return 1
        return isPendant(u) || isPendant(v) ? 0 : chance
      }
    }
  }
}

function draw(
  { actors: n, meanDegree, propensity }: WorldOptions,
  weight: (u: number, v: number) => number,
  plant: (u: number, v: number, chance: number) => number,
  random: Random,
): Tie[] {
  let total = 0
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) total += weight(u, v)
  const scale = (n * meanDegree) / 2 / total
  const ties: Tie[] = []
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      const chance = u === 0 && propensity === 'hub' ? 1 / 3 : Math.min(1, scale * weight(u, v))
      if (random() < plant(u, v, chance)) ties.push([u, v])
    }
  }
  return ties
}

function propensities({ actors, propensity = 'lognormal' }: WorldOptions, random: Random): Float64Array {
  return Float64Array.from({ length: actors }, () => {
    if (propensity === 'hub') return 1
    return propensity === 'pareto' ? (1 - random()) ** (-1 / 2.5) : Math.exp(0.6 * normal(random))
  })
}

/** How near two actors are, as a factor of their chance; and the place each lives in. */
function placing({ actors: n, geography, spheres, meanDegree }: WorldOptions, sphere: Int32Array, random: Random) {
  const place = new Int32Array(n)
  if (!geography) return { near: () => 1, place }
  const { kind, leaning, nearer = 1 } = geography
  if (kind === 'communes' || kind === 'territories') {
    const count = kind === 'communes' ? spheres : 2
    for (let u = 0; u < n; u++) {
      place[u] = random() < leaning ? (sphere[u] ?? 0) % count : Math.floor(random() * count)
    }
    return { near: (u: number, v: number) => (place[u] === place[v] ? nearer : 1), place }
  }
  const homes = Array.from({ length: spheres }, () => [random(), random()] as const)
  const at = Array.from({ length: n }, (_, u) => {
    const [x, y] = homes[sphere[u] ?? 0] ?? [0.5, 0.5]
    const stays = random() < leaning
    const around = (center: number) => Math.min(1, Math.max(0, center + 0.15 * normal(random)))
    return stays ? ([around(x), around(y)] as const) : ([random(), random()] as const)
  })
  for (let u = 0; u < n; u++) {
    const [x, y] = at[u] ?? [0, 0]
    place[u] = 3 * Math.min(2, Math.floor(3 * x)) + Math.min(2, Math.floor(3 * y))
  }
  const apart = (u: number, v: number) => {
    const [[x = 0, y = 0], [s = 0, t = 0]] = [at[u] ?? [], at[v] ?? []]
    return Math.hypot(x - s, y - t)
  }
  // Within this distance an actor has about as many others as it has ties.
  const radius = Math.sqrt(meanDegree / (Math.PI * n))
  const near = (u: number, v: number) =>
    kind === 'plane' ? Math.exp(-((apart(u, v) / radius) ** 4)) : Math.exp(-apart(u, v) / (1.5 * radius))
  return { near, place }
}

/** Arcs that those who answered told of, and who answered. */
function surveyed(ties: readonly Tie[], { actors: n, response = 1, recall = 1 }: WorldOptions, random: Random) {
  const silent = new Set(sampleWithout([...Array(n).keys()], Math.round((1 - response) * n), random))
  const told = ties
    .flatMap(([u, v]): Tie[] => [
      [u, v],
      [v, u],
    ])
    .filter(([from]) => !silent.has(from) && random() < recall)
  return {
    graph: graphOf({
      directed: true,
      nodeCount: n,
      sources: told.map(([from]) => from),
      targets: told.map(([, to]) => to),
    }),
    answered: response < 1 ? Array.from({ length: n }, (_, u) => !silent.has(u)) : null,
  }
}

type Club = Extract<Plant, { kind: 'club' }>

/** The ties of those beside the group, and as many of its own as it is said to have. */
function exactly({ density, outside }: Club, ties: readonly Tie[], closed: ReadonlySet<number>, random: Random): Tie[] {
  const among = ([u, v]: Tie) => Number(closed.has(u)) + Number(closed.has(v))
  const members = [...closed].sort((a, b) => a - b)
  const pairs = members.flatMap((u, i) => members.slice(i + 1).map((v): Tie => [u, v]))
  const leaving = ties.filter((tie) => among(tie) === 1)
  const some = (of: readonly Tie[], share: number) => {
    const picked = new Set(sampleWithout([...of.keys()], Math.round(share * of.length), random))
    return of.filter((_, i) => picked.has(i))
  }
  return [...ties.filter((tie) => among(tie) === 0), ...some(pairs, density), ...some(leaving, outside)]
}

/** Hidden members share a sphere; those of a club come from anywhere. */
function membersOf({ members, hidden }: Club, sphere: Int32Array, random: Random): Int32Array {
  const candidates = [...sphere.keys()].filter((u) => !hidden || sphere[u] === 0)
  return sampleWithout(candidates, members, random)
}

/** Box and Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
