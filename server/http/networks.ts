import type { AskedPerimeter } from '../compute/perimeter.ts'
import { perimeterWithin } from '../compute/perimeter.ts'
import type { Network } from '../network/network.ts'
import type { TwoModeNetwork } from '../network/two-mode.ts'
import type { Territory } from '../territory/territory.ts'
import {
  type NetworkWire,
  networkSchema,
  type PerimeterQuery,
  perimeterQuerySchema,
  type TwoModeWire,
  twoModeSchema,
} from '../wire/network.ts'
import { type Answer, type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['networks']

/** What a perimeter makes of a territory. */
export function answerNetworks(app: App, { snapshots }: Rooms): void {
  app.get(
    '/api/territories/:id/network',
    {
      schema: {
        tags,
        summary: 'Actors and the ties between them',
        params: territoryParams,
        querystring: perimeterQuerySchema,
        response: { 200: networkSchema },
      },
    },
    async (request, reply) => {
      if (isFresh(request, reply, await snapshots.stamp(request.params.id), request.query)) return reply
      const snapshot = await snapshots.at(request.params.id)
      const perimeter = perimeterWithin(snapshot.territory, askedIn(request.query))
      return networkToWire(snapshot.territory, snapshot.network(perimeter))
    },
  )

  app.get(
    '/api/territories/:id/two-mode',
    {
      schema: {
        tags,
        summary: 'Actors and the spaces they take part in',
        params: territoryParams,
        querystring: perimeterQuerySchema,
        response: { 200: twoModeSchema },
      },
    },
    async (request, reply) => {
      if (isFresh(request, reply, await snapshots.stamp(request.params.id), request.query)) return reply
      const snapshot = await snapshots.at(request.params.id)
      const perimeter = perimeterWithin(snapshot.territory, askedIn(request.query))
      return twoModeToWire(snapshot.territory, snapshot.twoMode(perimeter))
    },
  )
}

export function askedIn({ collective, ...query }: PerimeterQuery): AskedPerimeter {
  return collective === undefined ? query : { ...query, collective: collective === 'true' }
}

function networkToWire(territory: Territory, network: Network): Answer<NetworkWire> {
  const { perimeter, actors, graph, evidence, silent, observedDyads, counts } = network
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
      ties: [...ties],
      spaces,
      multiplexity,
    })),
    observedDyads,
    silent: actors.flatMap((_, node) => (silent[node] ? [node] : [])),
    counts,
  }
}

function twoModeToWire(territory: Territory, network: TwoModeNetwork): Answer<TwoModeWire> {
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
