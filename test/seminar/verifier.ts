import type { Route, TableRequest } from '../../server/seminar/tables/request.ts'

/** What a plan does, counted from routes by ids alone: shares nothing with the code that makes plans. */
export interface Verified {
  readonly pairsMet: number
  readonly repeats: number
  readonly returns: number
  readonly acrossSpheres: number
  readonly broken: readonly string[]
  /** Smallest and largest table of each round, of those that could be even. */
  readonly sizes: readonly (readonly number[])[]
  /** What is simply wrong: someone missing, seated while away, seated elsewhere than locked, a table overfull. Empty in a good plan. */
  readonly faults: readonly string[]
}

export function verify(request: TableRequest, routes: readonly Route[]): Verified {
  const faults: string[] = []
  const hostTable = new Map(request.tables.flatMap(({ id, host }) => (host === null ? [] : [[host, id] as const])))
  const isAway = (person: string, round: number) =>
    request.absences.some((absence) => absence.person === person && absence.round === round)
  const lockOf = (person: string, round: number) =>
    request.locks.find((lock) => lock.person === person && lock.round === round)?.table ?? hostTable.get(person)

  if (routes.map(({ person }) => person).join() !== request.people.map(({ id }) => id).join()) faults.push('people')
  let returns = 0
  for (const { person, tables } of routes) {
    if (tables.length !== request.rounds) faults.push(`${person} has ${tables.length} rounds`)
    tables.forEach((table, round) => {
      if ((table === null) !== isAway(person, round)) faults.push(`${person} in round ${round}: ${table}`)
      const lock = lockOf(person, round)
      if (table !== null && lock !== undefined && table !== lock)
        faults.push(`${person} locked at ${lock}, not ${table}`)
    })
    const visited = tables.filter((table) => table !== null)
    if (!hostTable.has(person)) returns += visited.length - new Set(visited).size
  }
  const sizes: number[][] = []
  for (let round = 0; round < request.rounds; round++) {
    sizes.push(
      request.tables.map(({ id, seats }) => {
        const seated = routes.filter(({ tables }) => tables[round] === id).map(({ person }) => person)
        const given = seated.filter((person) => lockOf(person, round) === id).length
        if (seated.length > Math.max(seats, given)) faults.push(`table ${id} in round ${round}: ${seated.length}`)
        return seated.length
      }),
    )
  }

  const sphereOf = new Map(request.people.map(({ id, sphere }) => [id, sphere]))
  const meetings = new Map<string, number>()
  const together = new Map<string, number>()
  let pairsMet = 0
  let repeats = 0
  let acrossSpheres = 0
  routes.forEach((a, i) => {
    for (const b of routes.slice(i + 1)) {
      const key = [a.person, b.person].sort().join(' ')
      const met = a.tables.filter((table, round) => table !== null && table === b.tables[round]).length
      meetings.set(key, met)
      together.set(key, a.tables.filter((table, round) => table !== null && b.tables[round] !== null).length)
      if (met > 0) pairsMet++
      if (met > 0 && sphereOf.get(a.person) !== sphereOf.get(b.person)) acrossSpheres++
      repeats += Math.max(0, met - 1)
    }
  })
  const broken = request.rules.flatMap(({ people, rule }) => {
    const key = [...people].sort().join(' ')
    const met = meetings.get(key) ?? 0
    const isKept = { never: met === 0, once: met > 0, always: met === together.get(key) }[rule]
    return isKept ? [] : [`${rule} ${key}`]
  })
  return { pairsMet, repeats, returns, acrossSpheres, broken: [...new Set(broken)].sort(), sizes, faults }
}

/** A hosted table request of so many people, each from an actor of its own, spheres dealt round. */
export function hosted(
  people: number,
  tables: number,
  rounds: number,
  fields: Partial<TableRequest> = {},
): TableRequest {
  return {
    people: Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      actor: `a${i}`,
      sphere: `sphere ${i % 6}`,
      themes: [],
    })),
    tables: Array.from({ length: tables }, (_, t) => ({ id: `t${t}`, seats: 99, host: t < people ? `p${t}` : null })),
    rounds,
    objective: 'meet',
    returns: 'avoided',
    rules: [],
    locks: [],
    absences: [],
    seed: 'test',
    acquaintance: null,
    ...fields,
  }
}
