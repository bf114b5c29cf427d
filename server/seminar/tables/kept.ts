import { compareText } from '../../domain/perimeter.ts'
import { type Invitation, keyOf, type Seminar, type Territory } from '../../domain/territory.ts'
import { type Acquaintance, type Lock, methodPresets, type Route, type TableRequest, usualReturns } from './request.ts'

/** A seminar as a territory holds it: what its tables are asked for, and the plan that is kept. People go by the keys of their invitations, tables by their numbers from 1. */
export interface KeptTables {
  readonly request: TableRequest
  /** Of everyone who is expected, nothing but null for who has no seat yet. */
  readonly routes: readonly Route[]
  /** Rounds held or under way, from the first. */
  readonly held: number
  /** Keys of the hosts for whom there is no table left. */
  readonly tableless: readonly string[]
}

export interface Around {
  readonly acquaintance: readonly Acquaintance[] | null
  /** Of each actor, see `themesOf`. */
  readonly themes: ReadonlyMap<string, readonly string[]>
  /** Instead of the seed that is kept. */
  readonly seed?: string
}

/** Most people and rounds of a plan: more would take longer than anybody waits. */
export const mostPeople = 500

/**
 * Whoever is excused is left out; who comes later or leaves earlier is absent from the rounds before or after. A host without a table takes the next that has none. Seats of rounds already held, and
 * those that are locked, are given. A pairing holds for all people of both actors.
 */
export function keptTables(territory: Territory, seminar: Seminar, { acquaintance, themes, seed }: Around): KeptTables {
  const expected = invitationsTo(territory, seminar.id).filter(({ status }) => status !== 'excused')
  const preset = seminar.method && seminar.method in methodPresets ? methodPresets[seminar.method as Preset] : null
  const rounds = seminar.rounds ?? preset?.rounds ?? 1
  const tables = Math.max(1, seminar.tables?.length ?? 0)
  const held = Math.min(seminar.held ?? 0, rounds)
  const hosts = hostsOf(expected, tables)
  const seated = new Set(hosts.values())
  const routes = expected.map((invitation) => routeOf(invitation, rounds, tables))
  const locks = expected.flatMap((invitation, i): Lock[] =>
    (routes[i]?.tables ?? []).flatMap((table, round) => {
      const isGiven = round < held || invitation.locked?.includes(round + 1)
      return table !== null && isGiven ? [{ person: personOf(invitation), round, table }] : []
    }),
  )
  const request: TableRequest = {
    people: expected.map((invitation) => ({
      id: personOf(invitation),
      actor: invitation.actor,
      sphere: territory.actors.get(invitation.actor)?.sphere ?? '',
      themes: themes.get(invitation.actor) ?? [],
    })),
    tables: Array.from({ length: tables }, (_, t) => ({
      id: String(t + 1),
      seats: Math.max(seminar.seats ?? 0, Math.ceil(expected.length / tables)),
      host: hosts.get(t + 1) ?? null,
    })),
    rounds,
    objective: seminar.objective ?? preset?.objective ?? 'mix',
    returns: preset?.returns === 'allowed' ? 'allowed' : usualReturns(tables, hosts.size),
    rules: rulesOf(territory, seminar.id, expected),
    locks,
    absences: expected.flatMap((invitation, i) =>
      Array.from({ length: rounds }, (_, round) => round)
        .filter((round) => {
          // Who has no seat in a round that was held was not there.
          const isMissing = round < held && routes[i]?.tables[round] === null
          return isMissing || round + 1 < (invitation.arrives ?? 1) || round + 1 > (invitation.leaves ?? rounds)
        })
        .map((round) => ({ person: personOf(invitation), round })),
    ),
    seed: seed ?? seminar.seed ?? seminar.id,
    acquaintance,
  }
  const tableless = expected.filter((one) => one.role === 'host' && !seated.has(personOf(one))).map(personOf)
  return { request, routes: presentRoutes(routes, request), held, tableless }
}

type Preset = keyof typeof methodPresets

/** In the order of actors, then of their people. */
export function invitationsTo({ invitations }: Territory, seminar: string): Invitation[] {
  return [...invitations.values()]
    .filter((invitation) => invitation.seminar === seminar)
    .sort((a, b) => compareText(a.actor, b.actor) || a.rank - b.rank)
}

function personOf(invitation: Invitation): string {
  return keyOf('invitation', invitation)
}

function routeOf(invitation: Invitation, rounds: number, tables: number): Route {
  return {
    person: personOf(invitation),
    tables: Array.from({ length: rounds }, (_, round) => {
      const table = invitation.route?.[round] ?? 0
      return table >= 1 && table <= tables ? String(table) : null
    }),
  }
}

/** Nobody sits where they are absent. */
function presentRoutes(routes: readonly Route[], { absences }: TableRequest): Route[] {
  const away = new Set(absences.map(({ person, round }) => JSON.stringify([person, round])))
  return routes.map(({ person, tables }) => ({
    person,
    tables: tables.map((table, round) => (away.has(JSON.stringify([person, round])) ? null : table)),
  }))
}

/** By table number. */
function hostsOf(expected: readonly Invitation[], tables: number): Map<number, string> {
  const hosts = expected.filter(({ role }) => role === 'host')
  const at = new Map<number, string>()
  for (const host of hosts) {
    const { table } = host
    if (table !== undefined && table <= tables && !at.has(table)) at.set(table, personOf(host))
  }
  const placed = new Set(at.values())
  for (const host of hosts) {
    if (placed.has(personOf(host))) continue
    const free = Array.from({ length: tables }, (_, t) => t + 1).find((table) => !at.has(table))
    if (free !== undefined) at.set(free, personOf(host))
  }
  return at
}

function rulesOf({ pairings }: Territory, seminar: string, expected: readonly Invitation[]): TableRequest['rules'] {
  const peopleOf = Map.groupBy(expected, ({ actor }) => actor)
  return [...pairings.values()].flatMap(({ seminar: of, actor, other, rule }) => {
    if (of !== seminar || actor === other) return []
    return (peopleOf.get(actor) ?? []).flatMap((one) =>
      (peopleOf.get(other) ?? []).map((two) => ({ people: [personOf(one), personOf(two)] as const, rule })),
    )
  })
}
