import type { Random } from '../../analysis/random.ts'
import { affineSeat } from './field.ts'
import { absent, free } from './seating.ts'
import type { Seats } from './seats.ts'

/**
 * Seats everyone: those whose seat is given first, then guests in classes of as many as there are tables, in an order drawn at random.
 *
 * A class spreads over all tables in every round, so tables stay even. Where the number of tables is the power of a prime, classes go round by the affine
 * design (`affineSeat`): nobody returns, nobody meets twice, up to tables² people with hosts at all tables. Elsewhere each class moves on by steps drawn without return.
 * Who finds no room there takes the emptiest table not visited yet.
 */
export function seatByClasses(seats: Seats, random: Random): void {
  const { tables, rounds, hostOf, people } = seats.seating
  const affine = affineSeat(tables)
  const order = shuffled(
    Array.from({ length: people }, (_, p) => p).filter((p) => hostOf[p]! < 0),
    random,
  )
  const steps = new Map<number, number[]>()
  const step = (b: number, r: number) => {
    const known = steps.get(b)
    if (known) return known[r % tables]!
    const drawn = shuffled(
      Array.from({ length: tables }, (_, t) => t),
      random,
    )
    steps.set(b, drawn)
    return drawn[r % tables]!
  }
  const wish = new Int32Array(people * rounds).fill(-1)
  order.forEach((p, index) => {
    const a = index % tables
    const b = 1 + Math.floor(index / tables)
    for (let r = 0; r < rounds; r++) {
      wish[p * rounds + r] = affine && b < tables ? affine(a, b, r % tables) : (a + step(b, r)) % tables
    }
  })
  seatAs(seats, order, wish)
}

/** Seats everyone at tables drawn at random in each round, whatever the tables they came from; given seats and sizes hold. */
export function seatAtRandom(seats: Seats, random: Random): void {
  const { tables, rounds, people, least } = seats.seating
  seatGiven(seats)
  for (let r = 0; r < rounds; r++) {
    const unseated = Array.from({ length: people }, (_, p) => p).filter((p) => seats.at[p * rounds + r] === free)
    const chairs: number[] = []
    const spare: number[] = []
    for (let t = 0; t < tables; t++) {
      for (let i = seats.size[r * tables + t]!; i < seats.seating.most[r * tables + t]!; i++) {
        if (i < least[r * tables + t]!) chairs.push(t)
        else spare.push(t)
      }
    }
    chairs.push(...shuffled(spare, random))
    const drawn = shuffled(chairs.slice(0, unseated.length), random)
    unseated.forEach((p, i) => {
      seats.sit(p, r, drawn[i]!)
    })
  }
}

/** Seats everyone as a plan says; who is not in it, where there is most room. */
export function seatAsBefore(seats: Seats, at: Int32Array): void {
  const everyone = Array.from({ length: seats.seating.people }, (_, p) => p)
  seatAs(seats, everyone, at)
}

function seatAs(seats: Seats, order: readonly number[], wish: Int32Array): void {
  const { tables, rounds, least, most } = seats.seating
  seatGiven(seats)
  for (let r = 0; r < rounds; r++) {
    const cell = r * tables
    const waiting = order.filter((p) => seats.at[p * rounds + r] === free)
    let missing = 0
    for (let t = 0; t < tables; t++) missing += Math.max(0, least[cell + t]! - seats.size[cell + t]!)
    const homeless: number[] = []
    const takes = (t: number, left: number) => {
      const size = seats.size[cell + t]!
      return size < most[cell + t]! && (size < least[cell + t]! || left > missing)
    }
    const seat = (p: number, t: number) => {
      if (seats.size[cell + t]! < least[cell + t]!) missing--
      seats.sit(p, r, t)
    }
    let left = waiting.length
    for (const p of waiting) {
      const t = wish[p * rounds + r]!
      if (t >= 0 && takes(t, left)) {
        seat(p, t)
        left--
      } else homeless.push(p)
    }
    for (const p of homeless) {
      seat(
        p,
        emptiest(seats, p, r, (t) => takes(t, left)),
      )
      left--
    }
  }
}

/** The table that takes the person: not visited, then with fewest people, then first. There always is one: sizes leave room for all. */
function emptiest(seats: Seats, p: number, r: number, takes: (t: number) => boolean): number {
  const { tables } = seats.seating
  let best = -1
  let rank = Infinity
  for (let t = 0; t < tables; t++) {
    if (!takes(t)) continue
    const own = seats.size[r * tables + t]! + (seats.visits(p, t) ? seats.seating.people : 0)
    if (own < rank) [best, rank] = [t, own]
  }
  return best
}

function seatGiven(seats: Seats): void {
  const { given, rounds } = seats.seating
  given.forEach((where, i) => {
    if (where !== free && where !== absent) seats.sit(Math.floor(i / rounds), i % rounds, where)
  })
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}
