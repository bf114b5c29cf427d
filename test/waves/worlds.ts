import { type Random, randomStream } from '../../server/analysis/random.ts'
import { sampleWithout } from '../../server/diagnosis/statistics/resampling.ts'
import type { Change as Fact } from '../../server/domain/change.ts'
import { type Graph, graphOf } from '../../server/network/graph.ts'
import type { BareWave } from '../../server/waves/bare-ground.ts'
import { healthy, type WorldOptions, worldOf } from '../diagnosis/worlds.ts'

/** What truly happened between two surveys, and how each of them was answered. */
export interface Change {
  readonly world?: WorldOptions
  /** Chance of each true tie to end; and ties that begin between any two, as a share of those there were, on average. */
  readonly ended?: number
  readonly begun?: number
  /** Share of those asked that answer, then and now; and chance that an end that answers tells of a tie. */
  readonly response: readonly [number, number]
  readonly recall: readonly [number, number]
  /** How far the recall of each actor lies from that at most, drawn anew for each wave: what one tells readily it tells readily of all its ties. Default 0. */
  readonly unsteady?: number
  /** Share of the actors whose ties alone end, and between whom and any other ties begin. Default: all. */
  readonly restless?: number
}

export interface TwoWaves {
  readonly waves: readonly [BareWave, BareWave]
  readonly truth: readonly [Graph, Graph]
}

/** A world whose truth is known, surveyed twice. */
export function surveyedTwice(seed: string, { world = healthy, ...change }: Change): TwoWaves {
  const { network, truth } = worldOf(world, seed)
  const spheres = new Map(network.actors.map((actor, u) => [actor, network.groups[u] ?? '']))
  return networkSurveyedTwice(seed, { actors: network.actors, spheres, truth }, change)
}

/** A network that is known, surveyed twice. */
export function networkSurveyedTwice(
  seed: string,
  {
    actors,
    spheres,
    truth,
  }: { readonly actors: readonly string[]; readonly spheres: ReadonlyMap<string, string>; readonly truth: Graph },
  { ended = 0, begun = 0, response, recall, unsteady = 0, restless = 1 }: Omit<Change, 'world'>,
): TwoWaves {
  const random = randomStream(`waves:${seed}`)
  const later = changed(truth, { ended, begun, restless }, random)
  const survey = (graph: Graph, wave: 0 | 1): BareWave => {
    const n = graph.nodeCount
    const silent = new Set(sampleWithout([...Array(n).keys()], Math.round((1 - response[wave]) * n), random))
    const steps = randomStream(`unsteady:${seed}:${wave}`)
    const readily = actors.map(() => recall[wave] + unsteady * (2 * steps() - 1))
    const told = [...graph.sources.keys()].flatMap((e) => {
      const [u, v] = [graph.sources[e] ?? 0, graph.targets[e] ?? 0]
      return [
        [u, v],
        [v, u],
      ].filter(([from = 0]) => !silent.has(from) && random() < (readily[from] ?? 0))
    })
    return {
      wave: `w${wave}`,
      actors,
      spheres,
      answered: actors.map((_, u) => !silent.has(u)),
      graph: graphOf({
        directed: true,
        nodeCount: n,
        sources: told.map(([from = 0]) => from),
        targets: told.map(([, to = 0]) => to),
      }),
    }
  }
  return { waves: [survey(truth, 0), survey(later, 1)], truth: [truth, later] }
}

function changed(
  truth: Graph,
  { ended, begun, restless }: { readonly ended: number; readonly begun: number; readonly restless: number },
  random: Random,
): Graph {
  const n = truth.nodeCount
  // Spheres go round, so that the first actors are of all of them.
  const isRestless = (u: number, v: number) => Math.min(u, v) < restless * n
  const tied = new Set([...truth.sources.keys()].map((e) => (truth.sources[e] ?? 0) * n + (truth.targets[e] ?? 0)))
  const chance = (begun * truth.edgeCount) / ((n * (n - 1)) / 2 - truth.edgeCount)
  const later: [number, number][] = []
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      const isTied = tied.has(u * n + v)
      const share = isRestless(u, v) ? 1 : 0
      if (isTied ? random() >= share * ended : random() < share * chance) later.push([u, v])
    }
  }
  return graphOf({ directed: false, nodeCount: n, sources: later.map(([u]) => u), targets: later.map(([, v]) => v) })
}

/** Surveys of the same actors, a year apart, as the changes that make a territory of them: all inside, what each end tells its own word. */
export function territoryOfSurveys(waves: readonly BareWave[]): Fact[] {
  const [{ actors = [], spheres = null } = {}] = waves
  const sphereOf = (name: string) => spheres?.get(name) ?? 'economie'
  const everyone = { type: 'entreprise', scope: 'local', inside: true, collective: false } as const
  return [
    ...[...new Set(actors.map(sphereOf))].map((id): Fact => {
      return { put: 'vocabulary', value: { vocabulary: 'sphere', id, fr: id } }
    }),
    ...actors.map((id): Fact => ({ put: 'actor', value: { ...everyone, id, name: id, sphere: sphereOf(id) } })),
    ...waves.flatMap(({ wave, answered, graph }, i): Fact[] => [
      { put: 'wave', value: { id: wave, label: wave, date: `${2024 + i}-06-01`, basis: 'survey' } },
      ...actors.map((actor, u): Fact => {
        return { put: 'roster', value: { actor, wave, status: answered?.[u] === false ? 'asked' : 'answered' } }
      }),
      ...[...graph.sources.keys()].map((e): Fact => {
        const [from = '', to = ''] = [actors[graph.sources[e] ?? 0], actors[graph.targets[e] ?? 0]]
        return { put: 'tie', value: { wave, kind: 'cooperation', from, to, reporter: from, directed: false } }
      }),
    ]),
  ]
}
