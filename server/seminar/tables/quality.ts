import { absent, pairBits, type Seating } from './seating.ts'

/** What a plan does, counted from the plan alone. */
export interface PlanQuality {
  /** Pairs of people who share a table at least once, and pairs who are ever in the room together. */
  readonly pairsMet: number
  readonly pairs: number
  /** pairsMet / pairs, 0..1: « x % des participants se seront rencontrés »; null below two people. */
  readonly share: number | null
  /** Most pairs that could meet with tables of these sizes, hosts who stay, and so many rounds: no plan does better, and perhaps none does as well. */
  readonly bound: number
  /** Meetings beyond the first of each pair. */
  readonly repeats: number
  /** Fewest and most others that anyone meets. */
  readonly fewestMet: number
  readonly mostMet: number
  /** Pairs of different spheres among those met, and among all. */
  readonly acrossSpheres: number
  readonly acrossSpheresPossible: number
  /** Pairs three steps or more apart among those met, and among all. */
  readonly farMet: number
  readonly farPossible: number
  /** Pairs who share a theme among those met, and among all. */
  readonly sharingTheme: number
  readonly sharingThemePossible: number
  /** Mean number of spheres at a table with somebody; null when there is none. */
  readonly spheresPerTable: number | null
  /** Guests' seats at a table they had already been at. */
  readonly returns: number
  /** People alone at a table, a seat each. */
  readonly alone: number
  readonly broken: readonly Broken[]
}

export interface Broken {
  readonly rule: 'never' | 'once' | 'always'
  /** Person numbers. */
  readonly people: readonly [number, number]
}

/** @param at seats at p * rounds + r; negative: absent */
export function qualityOf(seating: Seating, sphereOf: readonly string[], at: Int32Array): PlanQuality {
  const { people, rounds, pairs, hostOf } = seating
  const met = new Int32Array(people)
  const count = { pairs: 0, met: 0, repeats: 0, across: 0, acrossAll: 0, far: 0, farAll: 0, theme: 0, themeAll: 0 }
  const broken: Broken[] = []
  for (let p = 0; p < people; p++) {
    for (let q = p + 1; q < people; q++) {
      let meetings = 0
      let together = 0
      for (let r = 0; r < rounds; r++) {
        const [a, b] = [at[p * rounds + r]!, at[q * rounds + r]!]
        if (a < 0 || b < 0) continue
        together++
        if (a === b) meetings++
      }
      const bits = pairs[p * people + q]!
      const has = (bit: number) => (bits & bit) !== 0
      if (has(pairBits.never) && meetings > 0) broken.push({ rule: 'never', people: [p, q] })
      if (has(pairBits.once) && meetings === 0) broken.push({ rule: 'once', people: [p, q] })
      if (has(pairBits.always) && meetings < together) broken.push({ rule: 'always', people: [p, q] })
      if (together === 0) continue
      const isMet = meetings > 0 ? 1 : 0
      const isAcross = has(pairBits.sameSphere) ? 0 : 1
      const isFar = has(pairBits.tied | pairBits.near | pairBits.sameActor) ? 0 : 1
      const sharesTheme = has(pairBits.theme) ? 1 : 0
      count.pairs++
      count.met += isMet
      count.repeats += Math.max(0, meetings - 1)
      count.across += isMet * isAcross
      count.acrossAll += isAcross
      count.far += isMet * isFar
      count.farAll += isFar
      count.theme += isMet * sharesTheme
      count.themeAll += sharesTheme
      met[p]! += isMet
      met[q]! += isMet
    }
  }
  const present = Array.from({ length: people }, (_, p) => p).filter((p) =>
    Array.from({ length: rounds }, (_, r) => at[p * rounds + r]!).some((where) => where >= 0),
  )
  return {
    pairsMet: count.met,
    pairs: count.pairs,
    share: count.pairs === 0 ? null : count.met / count.pairs,
    bound: boundOf(seating, at),
    repeats: count.repeats,
    fewestMet: present.reduce((least, p) => Math.min(least, met[p]!), present.length > 0 ? people : 0),
    mostMet: present.reduce((most, p) => Math.max(most, met[p]!), 0),
    acrossSpheres: count.across,
    acrossSpheresPossible: count.acrossAll,
    farMet: count.far,
    farPossible: count.farAll,
    sharingTheme: count.theme,
    sharingThemePossible: count.themeAll,
    ...tablesOf(seating, sphereOf, at),
    returns: returnsOf(seating, at, hostOf),
    broken,
  }
}

/**
 * Meetings there are less the repeats there must be, no more than the pairs who can meet, nor than half of what each person can: a host never meets another, and nobody
 * meets more people than fit at the tables. Among plans in which nobody comes back to a table, where this is one.
 */
function boundOf(seating: Seating, at: Int32Array): number {
  const { people, tables, rounds, hostOf, given } = seating
  const size = new Int32Array(rounds * tables)
  for (let i = 0; i < at.length; i++) if (at[i]! >= 0) size[(i % rounds) * tables + at[i]!]!++
  const meetings = size.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const isPresent = (p: number) => Array.from({ length: rounds }, (_, r) => at[p * rounds + r]!).some((t) => t >= 0)
  const present = Array.from({ length: people }, (_, p) => p).filter(isPresent)
  // A lock may take a host from its table, who then meets other hosts too.
  const stays = (p: number) =>
    hostOf[p]! >= 0 &&
    Array.from({ length: rounds }, (_, r) => given[p * rounds + r]!).every((t) => t === absent || t === hostOf[p])
  const hosts = present.filter(stays).length
  let halves = 0
  for (const p of present) {
    const others = present.length - (stays(p) ? hosts : 1)
    let seen = 0
    for (let r = 0; r < rounds; r++) {
      const where = at[p * rounds + r]!
      if (where < 0) continue
      const own = stays(p) ? size[r * tables + where]! : Math.max(...size.subarray(r * tables, (r + 1) * tables))
      seen += own - 1
    }
    halves += Math.min(others, seen)
  }
  const staying = new Uint8Array(people)
  for (const p of present) staying[p] = stays(p) ? 1 : 0
  return Math.min(
    meetings - fewestRepeats(seating, at, staying),
    Math.floor(halves / 2),
    (present.length * (present.length - 1) - hosts * (hosts - 1)) / 2,
  )
}

/**
 * Repeats that no plan of these sizes is without: a table whose people are more than the tables they can go to sends some of them on together, whatever
 * the two rounds. A pair that meets m times does so in m (m − 1) / 2 pairs of rounds for m − 1 repeats, so that each of those stands for 2 / rounds of a repeat at least.
 */
function fewestRepeats({ people, tables, rounds, hostOf }: Seating, at: Int32Array, staying: Uint8Array): number {
  const movesOn = returnsOf({ people, rounds }, at, hostOf) === 0 && hostOf.every((t, p) => t < 0 || staying[p] === 1)
  const targets = movesOn ? tables - 1 : tables
  let together = 0
  for (let r = 0; r < rounds; r++) {
    for (let other = r + 1; other < rounds; other++) {
      together += Math.max(sentTogether(r, other), sentTogether(other, r))
    }
  }
  return Math.ceil((2 * together) / Math.max(1, rounds))

  /** Fewest pairs of people who share a table in both rounds, hosts aside. */
  function sentTogether(from: number, to: number): number {
    const guests = new Int32Array(tables)
    let leaving = 0
    for (let p = 0; p < people; p++) {
      const where = at[p * rounds + from]!
      if (where < 0 || staying[p] === 1) continue
      guests[where]!++
      if (at[p * rounds + to]! < 0) leaving++
    }
    // Whoever is away later may be of the fullest table.
    for (; leaving > 0; leaving--) guests[guests.indexOf(Math.max(...guests))]!--
    return guests.reduce((sum, count) => sum + pairsSpread(count, targets), 0)
  }
}

/** Pairs at one table when so many people spread over so many tables as evenly as can be; none where there is no table to go to. */
function pairsSpread(people: number, tables: number): number {
  if (tables < 1) return 0
  const each = Math.floor(people / tables)
  const more = people % tables
  return tables * ((each * (each - 1)) / 2) + more * each
}

function tablesOf({ people, tables, rounds }: Seating, sphereOf: readonly string[], at: Int32Array) {
  let spheres = 0
  let used = 0
  let alone = 0
  for (let r = 0; r < rounds; r++) {
    for (let t = 0; t < tables; t++) {
      const seated = Array.from({ length: people }, (_, p) => p).filter((p) => at[p * rounds + r] === t)
      if (seated.length === 0) continue
      used++
      if (seated.length === 1) alone++
      spheres += new Set(seated.map((p) => sphereOf[p])).size
    }
  }
  return { spheresPerTable: used === 0 ? null : spheres / used, alone }
}

function returnsOf({ people, rounds }: Pick<Seating, 'people' | 'rounds'>, at: Int32Array, hostOf: Int32Array): number {
  let returns = 0
  for (let p = 0; p < people; p++) {
    if (hostOf[p]! >= 0) continue
    const tables = [...at.subarray(p * rounds, (p + 1) * rounds)].filter((t) => t >= 0)
    returns += tables.length - new Set(tables).size
  }
  return returns
}
