import type { Objective } from '../../domain/vocabulary.ts'
import type { Route, TableRequest } from './request.ts'

/** A table request in numbers: people 0..n-1, tables 0..t-1, rounds 0..r-1, each in the order of the request. */
export interface Seating {
  readonly people: number
  readonly tables: number
  readonly rounds: number
  readonly avoidsReturns: boolean
  /** Table of each host; -1 for guests. */
  readonly hostOf: Int32Array
  /** For person p in round r, at p * rounds + r: the table given; -1: free; -2: absent. */
  readonly given: Int32Array
  /** For table t in round r, at r * tables + t: fewest and most people. */
  readonly least: Int32Array
  readonly most: Int32Array
  /** What two people are to each other, at p * people + q: the bits of `pairBits`. */
  readonly pairs: Uint8Array
}

export const pairBits = { sameActor: 1, sameSphere: 2, tied: 4, near: 8, theme: 16, never: 32, once: 64, always: 128 }

export const free = -1
export const absent = -2

/** What coming back to a table costs, in repeats. */
export const returning = 12
/** What breaking a rule costs, a meeting or a round: more than a table of twenty who share a theme is worth to one person. */
const breach = 60

/**
 * Cost of a pair that meets so often, a repeat being 1: Σ over pairs is what a plan makes small.
 *
 * A first meeting is worth 1; each beyond it costs 1, and a quarter of their square together, so that of plans in which as many meet repeats are spread, and none is
 * preferred for its even repeats to one in which more meet. `mix` adds 1 for different spheres and takes 1/4 a meeting
 * of one sphere, which is diversity at tables: for tables of one size 1 − Σ p² is the share of pairs of different spheres. `link` adds 2 for three steps or more and
 * 1/2 for two. `deepen` gives 3 to every meeting of those who share a theme. Two of one actor are worth nothing and cost 1 a meeting.
 */
export function pairCost(objective: Objective, bits: number, meetings: number, rounds: number): number {
  const has = (bit: number) => (bits & bit) !== 0
  let cost = 0
  if (has(pairBits.never)) cost += breach * meetings
  if (has(pairBits.once) && meetings === 0) cost += breach
  if (has(pairBits.always)) return cost + breach * (rounds - meetings)
  if (meetings === 0) return cost
  if (has(pairBits.sameActor)) return cost + meetings
  if (objective === 'deepen' && has(pairBits.theme)) return cost - 3 * meetings
  cost += meetings - 2 + (meetings - 1) ** 2 / 4
  if (objective === 'mix') cost += has(pairBits.sameSphere) ? meetings / 4 : -1
  if (objective === 'link' && !has(pairBits.tied)) cost -= has(pairBits.near) ? 0.5 : 2
  return cost
}

/**
 * Throws RangeError when an id is not of the request, a number is not a whole one, a person comes twice or seats are short.
 *
 * Tables are as even as their seats allow: in each round the most of a table is the same level or its seats, the fewest one less where the level is not full. Where locks ask for more, a table may hold as many as are locked.
 */
export function seatingOf(request: TableRequest): Seating {
  const { people, tables, rounds, returns } = request
  const n = people.length
  const T = tables.length
  if (!Number.isInteger(rounds) || rounds < 0) throw new RangeError(`${rounds} rounds`)
  const person = numbered(people, 'person')
  const table = numbered(tables, 'table')
  const hostOf = new Int32Array(n).fill(-1)
  const given = new Int32Array(n * rounds).fill(free)
  const at = (id: string, round: number) => {
    if (!Number.isInteger(round) || round < 0 || round >= rounds) throw new RangeError(`no round ${round} of ${rounds}`)
    return person(id) * rounds + round
  }
  tables.forEach(({ host }, t) => {
    if (host === null) return
    const p = person(host)
    if (hostOf[p]! >= 0) throw new RangeError(`${host} hosts two tables`)
    hostOf[p] = t
    given.fill(t, p * rounds, (p + 1) * rounds)
  })
  for (const { person: id, round, table: where } of request.locks) given[at(id, round)] = table(where)
  for (const { person: id, round } of request.absences) given[at(id, round)] = absent
  const { least, most } = sizesOf(tables, rounds, given, n)
  return {
    people: n,
    tables: T,
    rounds,
    avoidsReturns: returns === 'avoided',
    hostOf,
    given,
    least,
    most,
    pairs: pairsOf(request, person),
  }
}

/** Tables by id of each person, from seats at p * rounds + r. */
export function routesOf(request: TableRequest, seats: Int32Array): Route[] {
  const { people, tables, rounds } = request
  return people.map(({ id }, p) => ({
    person: id,
    tables: Array.from({ length: rounds }, (_, r) => tables[seats[p * rounds + r]!]?.id ?? null),
  }))
}

/** Seats at p * rounds + r from routes, `absent` for null. Throws RangeError on an id that is not of the request. */
export function seatsOf(request: TableRequest, routes: readonly Route[]): Int32Array {
  const { people, tables, rounds } = request
  const person = numbered(people, 'person')
  const table = numbered(tables, 'table')
  const seats = new Int32Array(people.length * rounds).fill(absent)
  for (const { person: id, tables: route } of routes) {
    route.slice(0, rounds).forEach((where, r) => {
      seats[person(id) * rounds + r] = where === null ? absent : table(where)
    })
  }
  return seats
}

function numbered(things: readonly { readonly id: string }[], noun: string): (id: string) => number {
  const numbers = new Map(things.map(({ id }, number) => [id, number]))
  if (numbers.size < things.length) throw new RangeError(`a ${noun} comes twice`)
  return (id) => {
    const number = numbers.get(id)
    if (number === undefined) throw new RangeError(`no ${noun} ${id}`)
    return number
  }
}

function sizesOf(tables: TableRequest['tables'], rounds: number, given: Int32Array, people: number) {
  const T = tables.length
  const least = new Int32Array(rounds * T)
  const most = new Int32Array(rounds * T)
  for (let r = 0; r < rounds; r++) {
    const fixed = new Int32Array(T)
    let present = 0
    for (let p = 0; p < people; p++) {
      const where = given[p * rounds + r]!
      if (where !== absent) present++
      if (where >= 0) fixed[where]!++
    }
    const room = (level: number) =>
      tables.reduce((sum, { seats }, t) => sum + Math.max(fixed[t]!, Math.min(seats, level)), 0)
    const highest = Math.max(0, ...tables.map(({ seats }) => seats))
    let level = 0
    while (room(level) < present && level < highest) level++
    if (room(level) < present) throw new RangeError(`round ${r}: ${present} people for ${room(level)} seats`)
    tables.forEach(({ seats }, t) => {
      most[r * T + t] = Math.max(fixed[t]!, Math.min(seats, level))
      least[r * T + t] = Math.max(fixed[t]!, Math.min(seats, level - 1), 0)
    })
  }
  return { least, most }
}

function pairsOf({ people, acquaintance, rules }: TableRequest, person: (id: string) => number): Uint8Array {
  const n = people.length
  const pairs = new Uint8Array(n * n)
  const near = new Map<string, number>()
  for (const { actors, distance } of acquaintance ?? []) {
    near.set(JSON.stringify([...actors].sort()), distance === 1 ? pairBits.tied : pairBits.near)
  }
  people.forEach((a, p) => {
    people.forEach((b, q) => {
      if (p === q) return
      // Nothing known is no reason to think them far apart.
      let bits = acquaintance === null ? pairBits.tied : (near.get(JSON.stringify([a.actor, b.actor].sort())) ?? 0)
      if (a.actor === b.actor) bits |= pairBits.sameActor
      if (a.sphere === b.sphere) bits |= pairBits.sameSphere
      if (a.themes.some((theme) => b.themes.includes(theme))) bits |= pairBits.theme
      pairs[p * n + q] = bits
    })
  })
  for (const { people: pair, rule } of rules) {
    const [p, q] = [person(pair[0]), person(pair[1])]
    if (p === q) throw new RangeError(`a rule of ${pair[0]} alone`)
    pairs[p * n + q]! |= pairBits[rule]
    pairs[q * n + p]! |= pairBits[rule]
  }
  return pairs
}
