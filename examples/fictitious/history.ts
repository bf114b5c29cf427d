import type { Random } from '../../server/analysis/random.ts'
import { asleep, type Bond, bondBetween, close, daysBefore, keyOfPair } from './bonds.ts'
import { pick, shuffled } from './names.ts'
import { isPresent, type Member, type Society } from './society.ts'

/** Bonds of one wave, by pair. */
export type Bonds = ReadonlyMap<string, Bond>

/** Ties per actor outside the club and the piece, in the truth. */
const meanDegree = 6.5
const meanDegreeInPiece = 4.5
/** Share of what could be that is new from one wave to the next: balances what is lost. */
const turnover = 0.15
/** What remains of the ties between the two spheres that hardly meet. */
const remains = 0.05

/**
 * The true networks, one per wave: a degree-corrected random graph with homophily between spheres, into which the club,
 * the piece behind its broker, the excluded pair and the sleeping ties are planted, and which then changes from wave
 * to wave: ties between strangers go faster than embedded ones, newcomers make theirs, leavers take theirs away.
 */
export function historyOf(random: Random, society: Society, dates: readonly string[], homophily: number): Bonds[] {
  const truth = new Truth(random, society, homophily)
  return dates.map((date, wave) => {
    if (wave === 0) truth.begin(date)
    else truth.goOn(wave, dates[wave - 1] ?? date, date)
    return truth.now()
  })
}

class Truth {
  readonly #random: Random
  readonly #society: Society
  readonly #homophily: number
  #bonds = new Map<string, Bond>()
  /** Factors that turn affinities into rates, so that the mean degrees come out. */
  readonly #scale: { rest: number; piece: number }

  constructor(random: Random, society: Society, homophily: number) {
    this.#random = random
    this.#society = society
    this.#homophily = homophily
    const { members, club, piece } = society
    const everyone = members.map((_, index) => index)
    const rest = everyone.filter((index) => !piece.has(index) && !club.has(index) && isPresent(this.#member(index), 0))
    const within = (group: readonly number[]) => {
      let sum = 0
      for (const [i, j] of pairsOf(group)) sum += this.#affinity(i, j)
      return sum
    }
    this.#scale = {
      rest: (meanDegree * rest.length) / 2 / within(rest),
      piece: (meanDegreeInPiece * piece.size) / 2 / within([...piece]),
    }
  }

  now(): Bonds {
    return new Map(this.#bonds)
  }

  begin(date: string): void {
    const past = () => daysBefore(date, 200 + 3400 * this.#random())
    for (const [i, j] of this.#presentPairs(0)) if (this.#random() < this.#chance(i, j)) this.#join(i, j, past())
    this.#closeClub(past)
    this.#joinPiece(past)
    this.#sendToSleep(date, past)
  }

  goOn(wave: number, before: string, date: string): void {
    const { fading } = this.#society
    const since = () => daysBefore(date, (Date.parse(date) - Date.parse(before)) * dayPerMs * this.#random())
    const neighbors = this.#neighbors()
    for (const [key, bond] of this.#bonds) {
      const there = [bond.a, bond.b].every((index) => isPresent(this.#member(index), wave))
      if (!there || this.#random() > this.#survival(bond, neighbors)) this.#bonds.delete(key)
    }
    for (const [i, j] of this.#presentPairs(wave)) {
      if (fading.has(i) || fading.has(j) || this.#bonds.has(keyOfPair(i, j))) continue
      const arrives = this.#member(i).from === wave || this.#member(j).from === wave
      if (this.#random() < this.#chance(i, j) * (arrives ? 1 : turnover)) this.#join(i, j, since())
    }
    this.#connectPiece(since)
  }

  #join(i: number, j: number, since: string): void {
    this.#bonds.set(keyOfPair(i, j), bondBetween(this.#random, this.#society.members, i, j, since))
  }

  #chance(i: number, j: number): number {
    const { piece } = this.#society
    const scale = piece.has(i) && piece.has(j) ? this.#scale.piece : this.#scale.rest
    return 1 - Math.exp(-scale * this.#affinity(i, j))
  }

  /** Zero where a tie cannot arise by itself: across the edge of the club or of the piece, and where nobody would tell of it. */
  #affinity(i: number, j: number): number {
    const { club, piece } = this.#society
    if (club.has(i) || club.has(j) || piece.has(i) !== piece.has(j)) return 0
    return this.#attraction(i, j)
  }

  #attraction(i: number, j: number): number {
    const one = this.#member(i)
    const other = this.#member(j)
    if (one.standing !== 'asked' && other.standing !== 'asked') return 0
    const forgotten = one.standing === 'named_only' || other.standing === 'named_only' ? 0.4 : 1
    const alike = one.actor.sphere === other.actor.sphere ? this.#homophily : 1
    return one.propensity * other.propensity * alike * forgotten * (this.#areExcluded(i, j) ? remains : 1)
  }

  /** In the club, in the piece, or fading. */
  #isPlanted(index: number): boolean {
    const { club, piece, fading } = this.#society
    return club.has(index) || piece.has(index) || fading.has(index)
  }

  #areExcluded(i: number, j: number): boolean {
    const { excluded } = this.#society
    const spheres = [this.#member(i).actor.sphere, this.#member(j).actor.sphere]
    return excluded.every((sphere) => spheres.includes(sphere))
  }

  /** 85 to 90 % of the ties there could be within, and outside 3 to 10 times fewer than its members would make. */
  #closeClub(since: () => string): void {
    const { club, members } = this.#society
    const inner = pairsOf([...club])
    const least = Math.ceil(0.85 * inner.length)
    const most = Math.floor(0.9 * inner.length)
    const count = least + Math.floor(this.#random() * (most - least + 1))
    for (const [i, j] of shuffled(this.#random, inner).slice(0, count)) {
      this.#bonds.set(keyOfPair(i, j), close(bondBetween(this.#random, members, i, j, since())))
    }
    const outer = [...club].flatMap((i) =>
      members.flatMap((member, j) => (this.#isPlanted(j) || !isPresent(member, 0) ? [] : [[i, j] as const])),
    )
    const rates = outer.map(([i, j]) => this.#scale.rest * this.#attraction(i, j))
    const natural = rates.reduce((sum, rate) => sum + rate, 0)
    const divisor = 3 + 7 * this.#random()
    const order = outer.map((pair, index) => ({ pair, place: -Math.log(1 - this.#random()) / (rates[index] ?? 0) }))
    order.sort((a, b) => a.place - b.place)
    for (const { pair } of order.slice(0, Math.max(2, Math.round(natural / divisor)))) this.#join(...pair, since())
  }

  #joinPiece(since: () => string): void {
    const { piece, broker } = this.#society
    this.#connectPiece(since)
    const welcome = shuffled(this.#random, [...piece]).sort(
      (i, j) => Number(this.#areExcluded(i, broker)) - Number(this.#areExcluded(j, broker)),
    )
    for (const index of welcome.slice(0, 3 + Math.floor(this.#random() * 2))) this.#join(index, broker, since())
  }

  /** Every member of the piece reaches the others within it, whatever was lost. */
  #connectPiece(since: () => string): void {
    const [first, ...others] = shuffled(this.#random, [...this.#society.piece])
    if (first === undefined) return
    const neighbors = this.#neighbors()
    const reached = new Set([first])
    const follow = (start: number) => {
      const stack = [start]
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        reached.add(node)
        for (const next of neighbors.get(node) ?? []) {
          if (this.#society.piece.has(next) && !reached.has(next)) stack.push(next)
        }
      }
    }
    follow(first)
    for (const index of others) {
      if (reached.has(index)) continue
      const known = [...reached]
      const welcome = known.filter((other) => !this.#areExcluded(index, other))
      this.#join(index, pick(this.#random, welcome.length > 0 ? welcome : known), since())
      follow(index)
    }
  }

  /** All ties of a fading actor but its weakest were last used months before the first survey, and nobody renews them. */
  #sendToSleep(date: string, since: () => string): void {
    const { fading, members } = this.#society
    const last = Math.max(...members.map(({ until }) => until))
    const partners = members.flatMap(({ standing, from, until }, j) =>
      standing === 'asked' && from === 0 && until === last && !this.#isPlanted(j) ? [j] : [],
    )
    for (const i of fading) {
      const known = () => [...this.#bonds.values()].filter(({ a, b }) => a === i || b === i)
      for (const j of shuffled(this.#random, partners)) {
        if (known().length >= 5) break
        if (!this.#areExcluded(i, j)) this.#join(i, j, since())
      }
      const [, ...strong] = known().sort((a, b) => (a.strands[0]?.strength ?? 0) - (b.strands[0]?.strength ?? 0))
      for (const bond of strong) {
        const lastContact = daysBefore(date, 120 + 180 * this.#random())
        const began = bond.since < lastContact ? bond.since : daysBefore(lastContact, 30)
        this.#bonds.set(keyOfPair(bond.a, bond.b), asleep({ ...bond, since: began }, lastContact))
      }
    }
  }

  /** Ties between strangers go sooner (Burt 2002); what was planted stays. */
  #survival(bond: Bond, neighbors: ReadonlyMap<number, ReadonlySet<number>>): number {
    const { club, piece, broker } = this.#society
    if (bond.dormantSince !== null) return 1
    const ends = [bond.a, bond.b]
    if (ends.every((index) => club.has(index))) return 1
    if (ends.some((index) => club.has(index))) return 0.95
    if (ends.includes(broker) && ends.some((index) => piece.has(index))) return 1
    const mine = neighbors.get(bond.a) ?? new Set()
    const embedded = [...(neighbors.get(bond.b) ?? [])].some((index) => mine.has(index))
    return embedded ? 0.92 : 0.82
  }

  #neighbors(): Map<number, Set<number>> {
    const neighbors = new Map<number, Set<number>>()
    const add = (from: number, to: number) => {
      const known = neighbors.get(from)
      if (known) known.add(to)
      else neighbors.set(from, new Set([to]))
    }
    for (const { a, b } of this.#bonds.values()) {
      add(a, b)
      add(b, a)
    }
    return neighbors
  }

  #member(index: number): Member {
    const member = this.#society.members[index]
    if (!member) throw new RangeError(`no member ${index}`)
    return member
  }

  #presentPairs(wave: number): [number, number][] {
    const present = this.#society.members.flatMap((member, index) => (isPresent(member, wave) ? [index] : []))
    return pairsOf(present)
  }
}

const dayPerMs = 1 / 86_400_000

function pairsOf(group: readonly number[]): [number, number][] {
  return group.flatMap((i, place) => group.slice(place + 1).map((j): [number, number] => [i, j]))
}
