import { type Random, randomStream } from '../../server/analysis/random.ts'
import type { BareNetwork } from '../../server/diagnosis/bare-case.ts'
import { sampleWithout } from '../../server/diagnosis/statistics/resampling.ts'
import { graphOf } from '../../server/network/graph.ts'

/**
 * Worlds whose truth is known: degree-corrected random graphs with log-normal propensities (sd 0.6) and spheres, in which ties within a sphere are
 * `homophily` times as likely, and in which one closed group may be planted.
 */
export interface WorldOptions {
  readonly actors: number
  readonly spheres: number
  readonly meanDegree: number
  readonly homophily: number
  readonly planted?: Plant
  /** Share of actors, at random, that do not answer: ties between two of them are not seen. */
  readonly nonResponse?: number
}

export interface Plant {
  readonly members: number
  /** Share of the pairs inside that are tied. */
  readonly density: number
  /** Outside, members have this share of the ties they would have. */
  readonly outside: number
  /** Whether both shares hold for the group as a whole, or are the chance of each tie alone: then a group may come out as half as dense, or twice as open. */
  readonly exact?: boolean
  /** A group of its own in the column, or members of the largest sphere that nothing tells from the others. */
  readonly hidden: boolean
}

export interface PlantedWorld {
  readonly network: BareNetwork
  readonly planted: readonly string[]
}

/** The healthy world of the specification. */
export const healthy: WorldOptions = { actors: 60, spheres: 5, meanDegree: 6, homophily: 1 }

export function worldOf(options: WorldOptions, seed: string): PlantedWorld {
  const random = randomStream(`world:${seed}`)
  const { actors: n, planted, nonResponse = 0 } = options
  const propensity = Float64Array.from({ length: n }, () => Math.exp(0.6 * normal(random)))
  const sphere = Int32Array.from({ length: n }, (_, u) => u % options.spheres)
  const closed = new Set(planted ? membersOf(planted, sphere, random) : [])
  const weight = (u: number, v: number) => {
    const homophily = sphere[u] === sphere[v] ? options.homophily : 1
    return (propensity[u] ?? 0) * (propensity[v] ?? 0) * homophily
  }

  let total = 0
  for (let u = 0; u < n; u++) for (let v = u + 1; v < n; v++) total += weight(u, v)
  const scale = (n * options.meanDegree) / 2 / total
  const drawn: Tie[] = []
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      const inside = Number(closed.has(u)) + Number(closed.has(v))
      const chance = Math.min(1, scale * weight(u, v))
      const share = planted?.exact ? 1 : (planted?.outside ?? 1)
      const adjusted = inside === 2 ? (planted?.density ?? 0) : inside === 1 ? chance * share : chance
      if (random() < adjusted) drawn.push([u, v])
    }
  }
  const ties = planted?.exact ? exactly(planted, drawn, closed, random) : drawn

  const silent = new Set(sampleWithout([...Array(n).keys()], Math.round(nonResponse * n), random))
  const seen = ties.filter(([u, v]) => !(silent.has(u) && silent.has(v)))
  const actors = Array.from({ length: n }, (_, u) => `a${String(u).padStart(3, '0')}`)
  return {
    network: {
      actors,
      graph: graphOf({
        directed: false,
        nodeCount: n,
        sources: seen.map(([u]) => u),
        targets: seen.map(([, v]) => v),
      }),
      groups: actors.map((_, u) => (closed.has(u) && !planted?.hidden ? 'club' : `s${sphere[u]}`)),
      answered: nonResponse > 0 ? actors.map((_, u) => !silent.has(u)) : null,
      outside: null,
    },
    planted: [...closed].map((u) => actors[u] ?? ''),
  }
}

type Tie = readonly [number, number]

/** The ties of those beside the group, and as many of its own as it is said to have. */
function exactly(
  { density, outside }: Plant,
  ties: readonly Tie[],
  closed: ReadonlySet<number>,
  random: Random,
): Tie[] {
  const among = ([u, v]: Tie) => Number(closed.has(u)) + Number(closed.has(v))
  const members = [...closed]
  const pairs = members.flatMap((u, i) => members.slice(i + 1).map((v): Tie => [u, v]))
  const leaving = ties.filter((tie) => among(tie) === 1)
  const some = (of: readonly Tie[], share: number) => {
    const picked = sampleWithout([...of.keys()], Math.round(share * of.length), random)
    return of.filter((_, i) => picked.includes(i))
  }
  return [...ties.filter((tie) => among(tie) === 0), ...some(pairs, density), ...some(leaving, outside)]
}

/** Hidden members share a sphere; those of a club come from anywhere. */
function membersOf({ members, hidden }: Plant, sphere: Int32Array, random: Random): Int32Array {
  const candidates = [...sphere.keys()].filter((u) => !hidden || sphere[u] === 0)
  return sampleWithout(candidates, members, random)
}

/** Box and Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
