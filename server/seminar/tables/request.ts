import type { Objective, PairingRule } from '../../domain/vocabulary.ts'

/** What a table plan is asked for. Ids outside; `seatingOf` makes numbers of them. */
export interface TableRequest {
  readonly people: readonly Person[]
  readonly tables: readonly Table[]
  readonly rounds: number
  readonly objective: Objective
  /** `avoided`: a guest sits at each table once at most, as far as there are tables enough. */
  readonly returns: 'avoided' | 'allowed'
  readonly rules: readonly PairRule[]
  readonly locks: readonly Lock[]
  readonly absences: readonly Absence[]
  /** Names the stream of chance: the same request gives the same plan. */
  readonly seed: string
  /** What is known of ties between the people's actors; null: nothing. */
  readonly acquaintance: readonly Acquaintance[] | null
}

export interface Person {
  readonly id: string
  /** The organisation; several people may come from one. */
  readonly actor: string
  readonly sphere: string
  /** Projects or themes of theirs, for `deepen`. */
  readonly themes: readonly string[]
}

export interface Table {
  readonly id: string
  /** Most that fit, host included. */
  readonly seats: number
  /** The person who stays at it; null: nobody. */
  readonly host: string | null
}

export interface PairRule {
  readonly people: readonly [string, string]
  readonly rule: PairingRule
}

/** A seat that is given: rounds count from 0. */
export interface Lock {
  readonly person: string
  readonly round: number
  readonly table: string
}

export interface Absence {
  readonly person: string
  readonly round: number
}

/** Two actors tied (1) or with a common partner (2); any other pair is further apart. */
export interface Acquaintance {
  readonly actors: readonly [string, string]
  readonly distance: 1 | 2
}

/** Who sits where: for each person in the order of the request a table id a round, null while absent. */
export interface Route {
  readonly person: string
  readonly tables: readonly (string | null)[]
}

/**
 * How the methods seat people (ANCT, l. 2206–2260). World café: hosts stay, the others go from table to table, about 30 minutes each. Knowledge café: one or two sittings of
 * 25 to 45 minutes, then all together. Forum ouvert: each chooses a question and its group; one sitting, seated by shared themes.
 */
export const methodPresets = {
  world_cafe: { rounds: 4, hosted: true, returns: 'avoided', objective: 'mix' },
  knowledge_cafe: { rounds: 2, hosted: false, returns: 'avoided', objective: 'link' },
  forum_ouvert: { rounds: 1, hosted: true, returns: 'allowed', objective: 'deepen' },
} as const satisfies Record<
  string,
  Pick<TableRequest, 'rounds' | 'returns' | 'objective'> & { readonly hosted: boolean }
>

/** Whether people may come back to a table, where nobody said: of two tables at which nobody stays, people kept from it would trade them and meet again. */
export function usualReturns(tables: number, hosts: number): TableRequest['returns'] {
  return tables === 2 && hosts === 0 ? 'allowed' : 'avoided'
}

/** What stands in the way of a plan. `seats_short` is the one that nothing can be done about. */
export type Obstacle =
  | { readonly kind: 'seats_short'; readonly round: number; readonly people: number; readonly seats: number }
  | { readonly kind: 'tables_empty'; readonly people: number; readonly tables: number }
  /** More rounds than tables: guests must return. */
  | { readonly kind: 'returns_needed'; readonly rounds: number; readonly tables: number }
  | { readonly kind: 'rules_contradict'; readonly people: readonly [string, string] }
  /** Both stay at their tables, or are locked apart or together. */
  | { readonly kind: 'hosts_never_meet'; readonly people: readonly [string, string] }
  /** More people who may never share a table than tables. */
  | { readonly kind: 'apart_too_many'; readonly people: readonly string[]; readonly tables: number }

/** What to tell before a plan is made; none of it hinders making one but `seats_short`. */
export function obstaclesOf(request: TableRequest): Obstacle[] {
  const { people, tables, rounds, rules, absences, returns } = request
  const obstacles: Obstacle[] = []
  const seats = tables.reduce((sum, table) => sum + table.seats, 0)
  for (let round = 0; round < rounds; round++) {
    const away = new Set(absences.filter((absence) => absence.round === round).map(({ person }) => person))
    const present = people.filter(({ id }) => !away.has(id)).length
    if (present > seats) obstacles.push({ kind: 'seats_short', round, people: present, seats })
  }
  if (people.length < tables.length) {
    obstacles.push({ kind: 'tables_empty', people: people.length, tables: tables.length })
  }
  if (returns === 'avoided' && rounds > tables.length) {
    obstacles.push({ kind: 'returns_needed', rounds, tables: tables.length })
  }
  const hosts = new Set(tables.flatMap(({ host }) => host ?? []))
  const kinds = new Map<string, Set<string>>()
  for (const { people: pair, rule } of rules) {
    const key = JSON.stringify([...pair].sort())
    const known = kinds.get(key) ?? new Set()
    kinds.set(key, known.add(rule))
    if (rule === 'never' ? known.size > 1 : known.has('never')) {
      obstacles.push({ kind: 'rules_contradict', people: pair })
    }
    if (rule !== 'never' && hosts.has(pair[0]) && hosts.has(pair[1])) {
      obstacles.push({ kind: 'hosts_never_meet', people: pair })
    }
  }
  const apart = mutuallyApart(request)
  if (apart.length > tables.length) obstacles.push({ kind: 'apart_too_many', people: apart, tables: tables.length })
  return obstacles
}

/** A set of people none of whom may sit with another, found from each person by taking whoever fits: the largest of them, not always the largest there is. */
function mutuallyApart({ people, rules }: TableRequest): string[] {
  const apart = new Map<string, Set<string>>()
  for (const { people: pair, rule } of rules) {
    if (rule !== 'never') continue
    for (const [a, b] of [pair, [pair[1], pair[0]] as const]) apart.set(a, (apart.get(a) ?? new Set()).add(b))
  }
  let most: string[] = []
  for (const { id } of people) {
    const set = [id]
    for (const other of apart.get(id) ?? []) if (set.every((one) => apart.get(other)?.has(one))) set.push(other)
    if (set.length > most.length) most = set
  }
  return most
}
