import { randomStream } from '../../analysis/random.ts'
import { anneal, warm } from './anneal.ts'
import { planOf, qualityOfRoutes, type TablePlan } from './plan.ts'
import type { PlanQuality } from './quality.ts'
import type { Lock, Route, TableRequest } from './request.ts'
import { absent, type Seating, seatingOf, seatsOf } from './seating.ts'
import { Seats } from './seats.ts'
import { seatAsBefore } from './start.ts'

/** One person taken to a table in one round; who gives up a seat there takes the other. */
export interface SeatMove {
  readonly person: string
  readonly round: number
  readonly table: string
  readonly exchangedWith: string | null
}

export interface AdjustedPlan {
  readonly routes: readonly Route[]
  /** What the move costs is the difference. */
  readonly before: PlanQuality
  readonly after: PlanQuality
}

/** The plan once a person is dragged to another seat. Nothing is forbidden, locks and full tables included: what breaks is told by `after`. Throws RangeError for an id or round that is not of the request, or a person absent then. */
export function moveSeat(request: TableRequest, routes: readonly Route[], move: SeatMove): AdjustedPlan {
  const from = seatOf(routes, move.person, move.round)
  const moved = routes.map((route) => {
    if (route.person === move.person) return withSeat(route, move.round, move.table)
    if (route.person === move.exchangedWith) return withSeat(route, move.round, from)
    return route
  })
  if (move.exchangedWith !== null) seatOf(routes, move.exchangedWith, move.round)
  return { routes: moved, before: qualityOfRoutes(request, routes), after: qualityOfRoutes(request, moved) }
}

export interface Replanned extends TablePlan {
  /** Seats of people who were there before and stay, in rounds to come, that changed. */
  readonly moved: readonly MovedSeat[]
  /** Tables in rounds to come whose host is away: somebody has to take over, and nobody is chosen here. */
  readonly withoutHost: readonly { readonly table: string; readonly round: number }[]
}

export interface MovedSeat {
  readonly person: string
  readonly round: number
  readonly from: string
  readonly to: string
}

/** In repeats: what moving somebody who is seated costs, in a plan that must. Less than a broken rule. */
const moving = 4
const fewMoves = 60_000

/**
 * The plan of the day once some do not come and others arrive. `request` says who is there when: latecomers are absent from the rounds before they came, no-shows
 * from those they miss. Rounds already held stay as they were.
 *
 * Nobody who is seated moves, and latecomers take the seats that serve the objective best among the emptiest tables, unless that leaves somebody alone at a table or breaks a rule: then as few seats
 * change as that takes.
 * @param held rounds held or under way, from the first
 */
export function replan(request: TableRequest, routes: readonly Route[], held: number): Replanned {
  const ids = new Set(request.people.map(({ id }) => id))
  const known = routes.filter(({ person }) => ids.has(person))
  const before = seatsOf(request, known)
  const still = planAround(request, before, request.rounds, held)
  if (still.quality.alone === 0 && still.quality.broken.length === 0) return still
  const moved = planAround(request, before, held, held)
  const faults = ({ quality }: TablePlan) => quality.alone + quality.broken.length
  return faults(moved) < faults(still) ? moved : still
}

/** @param locked rounds from the first in which everyone who had a seat keeps it */
function planAround(request: TableRequest, before: Int32Array, locked: number, held: number): Replanned {
  const { people, tables, rounds, seed, objective } = request
  const away = new Set(request.absences.map(({ person, round }) => JSON.stringify([person, round])))
  const wanted = new Set(request.locks.map(({ person, round }) => JSON.stringify([person, round])))
  const kept: Lock[] = []
  people.forEach(({ id }, p) => {
    for (let round = 0; round < locked; round++) {
      const table = tables[before[p * rounds + round]!]
      const seat = JSON.stringify([id, round])
      if (!table || away.has(seat) || (round >= held && wanted.has(seat))) continue
      kept.push({ person: id, round, table: table.id })
    }
  })
  // In rounds held, seats taken stand before a lock that came later; in those to come a lock is what somebody now wants.
  const seating = seatingOf({ ...request, locks: [...request.locks, ...kept] })
  const seats = new Seats(seating, objective, { at: before, weight: moving })
  seatAsBefore(seats, before)
  anneal(seats, randomStream(`${seed}:tables:replan:${held}`), fewMoves, warm)
  return {
    ...planOf(request, seating, seats.at),
    moved: movedSeats(request, before, seats.at, held),
    withoutHost: withoutHost(request, seating, held),
  }
}

function movedSeats({ people, tables, rounds }: TableRequest, before: Int32Array, at: Int32Array, held: number) {
  return people.flatMap(({ id }, p) =>
    Array.from({ length: rounds }, (_, round) => round).flatMap((round): MovedSeat[] => {
      const from = tables[before[p * rounds + round]!]
      const to = tables[at[p * rounds + round]!]
      if (round < held || !from || !to || from === to) return []
      return [{ person: id, round, from: from.id, to: to.id }]
    }),
  )
}

function withoutHost({ tables }: TableRequest, { hostOf, given, rounds }: Seating, held: number) {
  return tables.flatMap(({ id }, t) => {
    const host = hostOf.indexOf(t)
    if (host < 0) return []
    return Array.from({ length: rounds - held }, (_, i) => held + i)
      .filter((round) => given[host * rounds + round] === absent)
      .map((round) => ({ table: id, round }))
  })
}

function seatOf(routes: readonly Route[], person: string, round: number): string {
  const seat = routes.find((route) => route.person === person)?.tables[round]
  if (seat === undefined || seat === null) throw new RangeError(`${person} has no seat in round ${round}`)
  return seat
}

function withSeat({ person, tables }: Route, round: number, table: string): Route {
  return { person, tables: tables.with(round, table) }
}
