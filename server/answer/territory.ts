import { collectionOf, nouns, type Territory } from '../domain/territory.ts'
import type { Network } from '../network/network.ts'
import type { TwoModeNetwork } from '../network/two-mode.ts'
import type { Answer } from '../wire/answer.ts'
import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import type { TerritoryWire } from '../wire/territory.ts'

export function territoryToWire(territory: Territory): Answer<TerritoryWire> {
  const { id, revision } = territory
  const lists = nouns.map((noun) => [collectionOf[noun], [...territory[collectionOf[noun]].values()]])
  return { id, revision, ...Object.fromEntries(lists) }
}

export function networkToWire(territory: Territory, network: Network): Answer<NetworkWire> {
  const { perimeter, actors, graph, evidence, silent, observedDyads, counts, absent } = network
  return {
    territory: territory.id,
    revision: territory.revision,
    basis: territory.waves.get(perimeter.wave)?.basis ?? 'documents',
    perimeter,
    actors,
    edges: evidence.map(({ ties, spaces, multiplexity }, e) => ({
      from: graph.sources[e] ?? -1,
      to: graph.targets[e] ?? -1,
      weight: graph.weights?.[e] ?? null,
      ties,
      spaces,
      multiplexity,
    })),
    observedDyads,
    silent: actors.flatMap((_, node) => (silent[node] ? [node] : [])),
    counts,
    absent,
  }
}

export function twoModeToWire(territory: Territory, network: TwoModeNetwork): Answer<TwoModeWire> {
  const { perimeter, actors, spaces, hosts, graph } = network
  const roles = rolesBySeat(territory, perimeter.wave)
  return {
    territory: territory.id,
    revision: territory.revision,
    perimeter,
    actors,
    spaces,
    hosts: Array.from(hosts, (actor) => (actor < 0 ? null : actor)),
    edges: Array.from(graph.sources, (from, e) => {
      const to = (graph.targets[e] ?? -1) - actors.length
      return { from, to, roles: roles.get(seatOf(actors[from] ?? '', spaces[to] ?? '')) ?? [] }
    }),
  }
}

function rolesBySeat(territory: Territory, wave: string): Map<string, string[]> {
  const roles = new Map<string, string[]>()
  for (const participation of territory.participations.values()) {
    if (participation.wave !== wave) continue
    const seat = seatOf(participation.actor, participation.space)
    roles.set(seat, [...(roles.get(seat) ?? []), participation.role])
  }
  return roles
}

function seatOf(actor: string, space: string): string {
  return JSON.stringify([actor, space])
}
