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
  /** Chance of each tie inside. */
  readonly density: number
  /** Outside, members have this share of the ties they would have. */
  readonly outside: number
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
  const ties: [number, number][] = []
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      const inside = Number(closed.has(u)) + Number(closed.has(v))
      const chance = Math.min(1, scale * weight(u, v))
      const adjusted = inside === 2 ? (planted?.density ?? 0) : inside === 1 ? chance * (planted?.outside ?? 1) : chance
      if (random() < adjusted) ties.push([u, v])
    }
  }

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

/** Hidden members share a sphere; those of a club come from anywhere. */
function membersOf({ members, hidden }: Plant, sphere: Int32Array, random: Random): Int32Array {
  const candidates = [...sphere.keys()].filter((u) => !hidden || sphere[u] === 0)
  return sampleWithout(candidates, members, random)
}

/** Box and Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
