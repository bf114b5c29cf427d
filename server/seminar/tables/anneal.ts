import type { Random } from '../../analysis/random.ts'
import { free } from './seating.ts'
import type { Seats } from './seats.ts'

/** Temperatures, in repeats: at first a second meeting of two is often accepted, at the end hardly ever. */
const hottest = 1
export const warm = 0.3
const coldest = 0.1
/** One move in so many exchanges all that two people do, one in so many takes one person to a table with a free chair. */
const exchangeEvery = 6
const relocateEvery = 12

/**
 * Simulated annealing of the free seats; what is left is the best plan met, the one given included.
 * S. Kirkpatrick, C. Gelatt, M. Vecchi (1983), Optimization by simulated annealing, Science 220:671-680; for groups that meet: R. Weitz, S. Lakshminarayanan (1998),
 * An empirical comparison of heuristic methods for creating maximally diverse groups, JORS 49:635-646.
 *
 * Two people change places in a round, and in whatever further rounds it takes for neither to come back to a table: where each visits every table this
 * exchanges parts of their ways, which single swaps could not. Now and then they exchange all rounds, or one moves to a table that has room.
 *
 * @param moves how many are tried
 * @param from temperature to begin at: `hottest` forgets the plan given, `warm` keeps most of it
 */
export function anneal(seats: Seats, random: Random, moves: number, from = hottest): void {
  const { people, tables, rounds, given } = seats.seating
  const movable: number[] = []
  given.forEach((where, i) => {
    if (where === free) movable.push(i)
  })
  if (movable.length === 0 || tables < 2) return
  const pick = (n: number) => Math.floor(random() * n)
  const best = seats.at.slice()
  let lowest = seats.cost
  const path: number[] = []
  const cooling = Math.log(coldest / from)
  for (let move = 0; move < moves; move++) {
    const seat = movable[pick(movable.length)]!
    const p = Math.floor(seat / rounds)
    const r = seat % rounds
    const before = seats.cost
    const temperature = from * Math.exp(cooling * (move / moves))
    const kind = pick(exchangeEvery * relocateEvery)
    path.length = 0
    if (kind % relocateEvery === 0) {
      const left = seats.at[seat]!
      const to = pick(tables)
      if (!mayRelocate(seats, r, left, to)) continue
      seats.rise(p, r)
      seats.sit(p, r, to)
      if (isAccepted(seats.cost - before, temperature, random)) {
        if (seats.cost < lowest - 1e-9) keep()
      } else {
        seats.rise(p, r)
        seats.sit(p, r, left)
        seats.cost = before
      }
      continue
    }
    const q = pick(people)
    if (q === p || given[q * rounds + r] !== free || seats.at[q * rounds + r] === seats.at[seat]) continue
    const isWhole = kind % exchangeEvery === 1
    if (!pathOf(seats, p, q, r, isWhole, path)) continue
    const [only, further] = path
    if (only !== undefined && further === undefined) {
      if (!isAccepted(seats.swapCost(p, q, only), temperature, random)) continue
      seats.swap(p, q, only)
      if (seats.cost < lowest - 1e-9) keep()
      continue
    }
    for (const round of path) seats.swap(p, q, round)
    if (isAccepted(seats.cost - before, temperature, random)) {
      if (seats.cost < lowest - 1e-9) keep()
    } else {
      for (const round of path) seats.swap(p, q, round)
      seats.cost = before
    }
  }
  restore(seats, best)

  function keep(): void {
    lowest = seats.cost
    best.set(seats.at)
  }
}

function isAccepted(change: number, temperature: number, random: Random): boolean {
  return change <= 0 || random() < Math.exp(-change / temperature)
}

function mayRelocate({ seating: { tables, least, most }, size }: Seats, r: number, from: number, to: number): boolean {
  const [a, b] = [r * tables + from, r * tables + to]
  return from !== to && size[a]! > least[a]! && size[b]! < most[b]!
}

/**
 * The rounds in which two people change places so that neither comes back to a table, starting with one; all rounds if `isWhole`. False when that would take a seat
 * that is given, or rounds where one is away.
 */
function pathOf(seats: Seats, p: number, q: number, r: number, isWhole: boolean, path: number[]): boolean {
  const { rounds, tables, given, avoidsReturns } = seats.seating
  const at = seats.at
  if (isWhole) {
    for (let round = 0; round < rounds; round++) {
      if (given[p * rounds + round] !== free || given[q * rounds + round] !== free) return false
      if (at[p * rounds + round] !== at[q * rounds + round]) path.push(round)
    }
    return path.length > 0
  }
  path.push(r)
  // With more rounds than tables nobody can help coming back, and what it costs decides: a chain of rounds would find no end.
  if (!avoidsReturns || rounds > tables) return true
  for (let i = 0; i < path.length; i++) {
    const round = path[i]!
    const [ofP, ofQ] = [at[p * rounds + round]!, at[q * rounds + round]!]
    for (let other = 0; other < rounds; other++) {
      if (path.includes(other)) continue
      const returns = at[p * rounds + other] === ofQ || at[q * rounds + other] === ofP
      if (!returns) continue
      if (given[p * rounds + other] !== free || given[q * rounds + other] !== free) return false
      path.push(other)
    }
  }
  return true
}

function restore(seats: Seats, at: Int32Array): void {
  const { rounds, given } = seats.seating
  const changed = [...given.keys()].filter((i) => given[i] === free && seats.at[i] !== at[i])
  for (const i of changed) seats.rise(Math.floor(i / rounds), i % rounds)
  for (const i of changed) seats.sit(Math.floor(i / rounds), i % rounds, at[i]!)
}
