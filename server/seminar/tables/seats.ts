import type { Objective } from '../../domain/vocabulary.ts'
import { absent, pairCost, returning, type Seating } from './seating.ts'

/** A plan while it is being made: who sits where, and what it costs, kept as people move. A person sits nowhere until seated. */
export class Seats {
  readonly seating: Seating
  /** Table at p * rounds + r; `absent` (-2), or -1 before the person is seated. */
  readonly at: Int32Array
  /** People at table t in round r, at r * tables + t. */
  readonly size: Int32Array
  /** Sum of the costs of pairs, returns, and seats that differ from the plan kept. */
  cost = 0
  readonly #members: Int32Array
  /** Place of a person among those of its table. */
  readonly #place: Int32Array
  /** Times two people meet, at p * people + q; both ways. */
  readonly #meetings: Uint8Array
  readonly #visits: Uint8Array
  /** Cost of a pair by its bits and meetings. */
  readonly #costs: Float64Array
  readonly #kept: { readonly at: Int32Array; readonly weight: number } | null

  /** @param kept a plan from which each seat that differs costs `weight`; null: none. */
  constructor(
    seating: Seating,
    objective: Objective,
    kept: { readonly at: Int32Array; readonly weight: number } | null = null,
  ) {
    const { people, tables, rounds, given } = seating
    this.seating = seating
    this.at = given.map((where) => (where === absent ? absent : -1))
    this.size = new Int32Array(rounds * tables)
    this.#members = new Int32Array(rounds * tables * people)
    this.#place = new Int32Array(people * rounds)
    this.#meetings = new Uint8Array(people * people)
    this.#visits = new Uint8Array(people * tables)
    this.#costs = new Float64Array(256 * (rounds + 1))
    for (let bits = 0; bits < 256; bits++) {
      for (let m = 0; m <= rounds; m++) {
        this.#costs[bits * (rounds + 1) + m] = pairCost(objective, bits, m, rounds)
      }
    }
    this.#kept = kept
  }

  sit(p: number, r: number, t: number): void {
    const { people, tables, rounds, pairs } = this.seating
    const cell = r * tables + t
    const first = cell * people
    const count = this.size[cell]!
    const costs = this.#costs
    let cost = 0
    for (let i = first; i < first + count; i++) {
      const q = this.#members[i]!
      const met = this.#meetings[p * people + q]!
      const from = pairs[p * people + q]! * (rounds + 1) + met
      cost += costs[from + 1]! - costs[from]!
      this.#meetings[p * people + q] = met + 1
      this.#meetings[q * people + p] = met + 1
    }
    this.#members[first + count] = p
    this.#place[p * rounds + r] = count
    this.size[cell] = count + 1
    this.at[p * rounds + r] = t
    if (this.#visits[p * tables + t]!++ > 0) cost += this.#returnCost(p)
    this.cost += cost + this.#moveCost(p, r, t)
  }

  rise(p: number, r: number): void {
    const { people, tables, rounds, pairs } = this.seating
    const t = this.at[p * rounds + r]!
    const cell = r * tables + t
    const first = cell * people
    const last = this.size[cell]! - 1
    const place = this.#place[p * rounds + r]!
    const moved = this.#members[first + last]!
    this.#members[first + place] = moved
    this.#place[moved * rounds + r] = place
    this.size[cell] = last
    this.at[p * rounds + r] = -1
    const costs = this.#costs
    let cost = 0
    for (let i = first; i < first + last; i++) {
      const q = this.#members[i]!
      const met = this.#meetings[p * people + q]!
      const from = pairs[p * people + q]! * (rounds + 1) + met
      cost += costs[from - 1]! - costs[from]!
      this.#meetings[p * people + q] = met - 1
      this.#meetings[q * people + p] = met - 1
    }
    if (--this.#visits[p * tables + t]! > 0) cost -= this.#returnCost(p)
    this.cost += cost - this.#moveCost(p, r, t)
  }

  /** Two people change places in a round; both are seated. */
  swap(p: number, q: number, r: number): void {
    const { rounds } = this.seating
    const a = this.at[p * rounds + r]!
    const b = this.at[q * rounds + r]!
    this.rise(p, r)
    this.rise(q, r)
    this.sit(p, r, b)
    this.sit(q, r, a)
  }

  /** What `swap` would add to the cost; the two sit at different tables. */
  swapCost(p: number, q: number, r: number): number {
    const { rounds } = this.seating
    const a = this.at[p * rounds + r]!
    const b = this.at[q * rounds + r]!
    return (
      this.#exchangeCost(p, q, r, a) +
      this.#exchangeCost(q, p, r, b) +
      this.#changeCost(p, r, a, b) +
      this.#changeCost(q, r, b, a)
    )
  }

  /** What those who stay at a table cost more when one person leaves it for another to come. */
  #exchangeCost(leaving: number, coming: number, r: number, t: number): number {
    const { people, tables, rounds, pairs } = this.seating
    const first = (r * tables + t) * people
    const end = first + this.size[r * tables + t]!
    const costs = this.#costs
    let cost = 0
    for (let i = first; i < end; i++) {
      const q = this.#members[i]!
      if (q === leaving) continue
      const out = leaving * people + q
      const from = pairs[out]! * (rounds + 1) + this.#meetings[out]!
      const into = coming * people + q
      const to = pairs[into]! * (rounds + 1) + this.#meetings[into]!
      cost += costs[from - 1]! - costs[from]! + costs[to + 1]! - costs[to]!
    }
    return cost
  }

  #changeCost(p: number, r: number, from: number, to: number): number {
    const { tables } = this.seating
    const left = this.#visits[p * tables + from]! > 1 ? 1 : 0
    const met = this.#visits[p * tables + to]! > 0 ? 1 : 0
    return this.#returnCost(p) * (met - left) + this.#moveCost(p, r, to) - this.#moveCost(p, r, from)
  }

  /** Whether the person sits at the table in some round. */
  visits(p: number, t: number): boolean {
    return this.#visits[p * this.seating.tables + t]! > 0
  }

  #returnCost(p: number): number {
    return this.seating.avoidsReturns && this.seating.hostOf[p]! < 0 ? returning : 0
  }

  #moveCost(p: number, r: number, t: number): number {
    const kept = this.#kept?.at[p * this.seating.rounds + r] ?? absent
    return this.#kept && kept !== absent && kept !== t ? this.#kept.weight : 0
  }
}
