import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { objectives, pairingRules } from '../../server/domain/vocabulary.ts'
import { affineSeat, finiteField } from '../../server/seminar/tables/field.ts'
import { planAndCompare, planTables } from '../../server/seminar/tables/plan.ts'
import { methodPresets, obstaclesOf, type TableRequest, usualReturns } from '../../server/seminar/tables/request.ts'
import reference from '../oracles/worldcafe_design.json' with { type: 'json' }
import { hosted, verify } from './verifier.ts'

test('people come back to a table where else they would trade tables and meet again', () => {
  expect([usualReturns(2, 0), usualReturns(2, 1), usualReturns(3, 0)]).toEqual(['allowed', 'avoided', 'avoided'])
})

describe('finite fields', () => {
  test('there is one of q elements where q is the power of a prime', () => {
    const orders = Array.from({ length: 32 }, (_, q) => q).filter((q) => finiteField(q))
    expect(orders).toEqual([2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31])
  })

  test.each([2, 3, 4, 5, 7, 8, 9, 16, 25, 27])(
    'of %i elements every number but 0 has an inverse, and sums distribute',
    (q) => {
      const field = finiteField(q)
      if (!field) throw new Error('no field')
      const { add, multiply } = field
      const all = Array.from({ length: q }, (_, a) => a)
      for (const a of all) {
        expect(new Set(all.map((b) => add(a, b))).size).toBe(q)
        expect(new Set(all.map((b) => multiply(a, b))).size).toBe(a === 0 ? 1 : q)
        expect([add(a, 0), multiply(a, 1)]).toEqual([a, a])
        for (const b of all) {
          expect(multiply(a, b)).toBe(multiply(b, a))
          for (const c of all.slice(0, 6)) expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)))
        }
      }
    },
  )

  test.each(Object.entries(reference.designs))('affine seating of %s tables', (tables, design) => {
    const T = Number(tables)
    const seat = affineSeat(T)
    if (!seat) throw new Error('no design')
    const people = Array.from({ length: T * T }, (_, i) => ({ a: i % T, b: Math.floor(i / T) }))
    const routes = people.map(({ a, b }) => Array.from({ length: T }, (_, r) => seat(a, b, r)))
    let met = 0
    let most = 0
    routes.forEach((one, i) => {
      for (const other of routes.slice(i + 1)) {
        const meetings = one.filter((table, r) => table === other[r]).length
        if (meetings > 0) met++
        most = Math.max(most, meetings)
      }
    })
    expect({ people: people.length, pairsMet: met, maxMeet: most }).toMatchObject({
      people: design.people,
      pairsMet: design.pairsMet,
      maxMeet: design.maxMeet,
    })
    for (const [name, seating] of Object.entries(design.seating ?? {})) {
      const [a = -1, b = -1] = name.slice(1).split('_').map(Number)
      expect(routes[a + T * b]).toEqual(seating)
    }
  })
})

/** All ways of sharing a number out among so many. */
function waysToShare(total: number, among: number): number[][] {
  if (among === 1) return [[total]]
  return Array.from({ length: total + 1 }, (_, own) => own).flatMap((own) =>
    waysToShare(total - own, among - 1).map((rest) => [own, ...rest]),
  )
}

describe('as many as can meet', () => {
  // Full affine designs: everyone but classes meets once, everyone visits every table.
  test.each([
    [9, 3, 27],
    [16, 4, 96],
    [25, 5, 250],
    [49, 7, 1029],
    [64, 8, 8 * 8 * 28],
    [81, 9, 9 * 9 * 36],
  ])('%i people at %i tables, as many rounds: %i pairs, nobody twice', (people, tables, pairs) => {
    const request = hosted(people, tables, tables)
    const { routes, quality } = planTables(request, 2_000)
    expect(verify(request, routes)).toMatchObject({ pairsMet: pairs, repeats: 0, returns: 0, faults: [] })
    expect(quality).toMatchObject({ pairsMet: pairs, repeats: 0, bound: pairs })
  })

  // Measured when the method was chosen: 240 pairs without repeat; 7 repeats; none; none; 12 repeats.
  test.each([
    [30, 6, 4, 240, 0],
    [36, 6, 4, 353, 7],
    [50, 8, 4, 528, 0],
    [60, 10, 4, 600, 0],
    [50, 7, 4, 604, 12],
  ])(
    '%i people, %i tables, %i rounds: %i pairs or more, at most %i repeats',
    (people, tables, rounds, pairs, repeats) => {
      const request = hosted(people, tables, rounds, { seed: 'figures' })
      const { routes, quality } = planTables(request)
      const verified = verify(request, routes)
      expect(verified).toMatchObject({ returns: 0, faults: [], broken: [] })
      expect(verified.repeats).toBeLessThanOrEqual(repeats)
      expect(verified.pairsMet).toBeGreaterThanOrEqual(pairs)
      expect(quality.bound).toBeGreaterThanOrEqual(verified.pairsMet)
    },
  )

  // Two meet unless the tables of one are at every round those the other is not at; 8 words of 4 letters can avoid that.
  test.each(['meet', 'mix'] as const)('8 people at 2 tables, 4 rounds: all 28 pairs, to %s', (objective) => {
    const people = hosted(8, 2, 4).people
    const tables = ['1', '2'].map((id) => ({ id, seats: 4, host: null }))
    const request = { ...hosted(8, 2, 4, { objective }), people, tables }
    const { routes, quality } = planTables(request)
    expect(verify(request, routes)).toMatchObject({ pairsMet: 28, faults: [], broken: [] })
    expect(quality).toMatchObject({ pairsMet: 28, bound: 28, repeats: 20 })
  })

  // Who sits at each of three tables once follows one of the six orders of them: every way of giving twelve people an order, four at each table, is tried.
  test('12 people at 3 tables, 3 rounds: 42 pairs and no plan has more, unless they may come back', () => {
    const orders = ['012', '021', '102', '120', '201', '210']
    const isEven = (counts: readonly number[]) =>
      [0, 1, 2].every((round) =>
        ['0', '1', '2'].every(
          (table) => counts.reduce((n, c, i) => n + (orders[i]?.[round] === table ? c : 0), 0) === 4,
        ),
      )
    const meet = (one = '', other = '') => [...one].some((table, round) => table === other[round])
    const most = waysToShare(12, orders.length)
      .filter(isEven)
      .map((counts) =>
        counts.reduce(
          (met, c, i) =>
            met +
            (c * (c - 1)) / 2 +
            counts.reduce((sum, d, j) => sum + (j > i && meet(orders[i], orders[j]) ? c * d : 0), 0),
          0,
        ),
      )
    expect(Math.max(...most)).toBe(42)
    const tables = ['1', '2', '3'].map((id) => ({ id, seats: 4, host: null }))
    const request = { ...hosted(12, 3, 3, { objective: 'meet' }), tables }
    const { routes, quality } = planTables(request)
    expect(verify(request, routes)).toMatchObject({ pairsMet: 42, returns: 0, faults: [] })
    expect(quality.bound).toBe(42)
    const free = planTables({ ...request, returns: 'allowed' })
    expect(verify({ ...request, returns: 'allowed' }, free.routes)).toMatchObject({ pairsMet: 48, faults: [] })
    expect(free.quality.bound).toBe(48)
  })

  // Eight sit at one of the seven tables, whose seven guests go on to six: one pair at least goes on together, in each of six pairs of rounds.
  test('50 people at 7 tables, 4 rounds: 613 pairs, and no plan has more', () => {
    const request = hosted(50, 7, 4, { objective: 'meet', seed: 'bound' })
    const { routes, quality } = planTables(request)
    expect(verify(request, routes)).toMatchObject({ pairsMet: 613, repeats: 3, returns: 0, faults: [] })
    expect(quality.bound).toBe(613)
  })

  test('four rounds at four tables keep the 96 pairs of the design, fewer people too', () => {
    for (const people of [13, 14, 15]) {
      const request = hosted(people, 4, 4)
      expect(verify(request, planTables(request, 20_000).routes)).toMatchObject({ repeats: 0, returns: 0, faults: [] })
    }
  })
})

describe('every plan', () => {
  const requests = fc
    .record({
      people: fc.integer({ min: 0, max: 18 }),
      tables: fc.integer({ min: 1, max: 6 }),
      rounds: fc.integer({ min: 0, max: 5 }),
      spare: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
      hosts: fc.integer({ min: 0, max: 6 }),
      objective: fc.constantFrom(...objectives),
      returns: fc.constantFrom('avoided', 'allowed'),
      rules: fc.array(fc.tuple(fc.nat(17), fc.nat(17), fc.constantFrom(...pairingRules)), { maxLength: 4 }),
      locks: fc.array(fc.tuple(fc.nat(17), fc.nat(4), fc.nat(5)), { maxLength: 3 }),
      absences: fc.array(fc.tuple(fc.nat(17), fc.nat(4)), { maxLength: 6 }),
      actors: fc.integer({ min: 1, max: 18 }),
    })
    .map(
      ({ people, tables, rounds, spare, hosts, objective, returns, rules, locks, absences, actors }): TableRequest => {
        const base = hosted(people, tables, rounds)
        const each = Math.ceil(people / tables)
        const seen = new Set<string>()
        const once = (key: string) => !seen.has(key) && seen.add(key)
        return {
          ...base,
          people: base.people.map((person, i) => ({ ...person, actor: `a${i % actors}`, themes: [`theme ${i % 3}`] })),
          tables: base.tables.map((table, t) => ({
            ...table,
            seats: each + (spare[t] ?? 0),
            host: t < hosts ? table.host : null,
          })),
          objective,
          returns: returns as TableRequest['returns'],
          rules: rules
            .filter(([a, b]) => a !== b && a < people && b < people)
            .map(([a, b, rule]) => ({ people: [`p${a}`, `p${b}`], rule })),
          locks: locks
            .filter(([p, r, t]) => p < people && r < rounds && t < tables && once(`${p} ${r}`))
            .map(([p, round, t]) => ({ person: `p${p}`, round, table: `t${t}` })),
          absences: absences
            .filter(([p, r]) => p < people && r < rounds)
            .map(([p, round]) => ({ person: `p${p}`, round })),
          acquaintance: [{ actors: ['a0', 'a1'], distance: 1 }],
        }
      },
    )

  test('seats everyone who is there once a round, keeps locks, hosts and seats, and tells its own figures', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { routes, quality } = planTables(request, 400)
        const verified = verify(request, routes)
        expect(verified.faults).toEqual([])
        const { pairsMet, repeats, returns, acrossSpheres } = quality
        expect({ pairsMet, repeats, returns, acrossSpheres }).toEqual({
          pairsMet: verified.pairsMet,
          repeats: verified.repeats,
          returns: verified.returns,
          acrossSpheres: verified.acrossSpheres,
        })
        const broken = quality.broken.map(({ rule, people: [p, q] }) => {
          const ids = [request.people[p]?.id ?? '', request.people[q]?.id ?? '']
          return `${rule} ${ids.sort().join(' ')}`
        })
        expect(broken.sort()).toEqual(verified.broken)
        expect(quality.bound).toBeGreaterThanOrEqual(quality.pairsMet)
        expect(quality.pairs).toBeGreaterThanOrEqual(quality.pairsMet)
      }),
      { numRuns: 300 },
    )
  })

  test('tables are even to one where seats and locks allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (people, tables, isHosted) => {
          const base = hosted(people, tables, 3)
          const request = isHosted ? base : { ...base, tables: base.tables.map((table) => ({ ...table, host: null })) }
          for (const sizes of verify(request, planTables(request, 300).routes).sizes) {
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  test('the same seed gives the same seats, another seed others', () => {
    const request = hosted(20, 6, 3)
    const { routes } = planTables(request, 5_000)
    expect(planTables(request, 5_000).routes).toEqual(routes)
    expect(planTables({ ...request, seed: 'other' }, 5_000).routes).not.toEqual(routes)
  })

  test('unequal tables are filled to their seats', () => {
    const base = hosted(20, 3, 3)
    const seats = [12, 4, 4]
    const request = { ...base, tables: base.tables.map((table, t) => ({ ...table, seats: seats[t] ?? 0 })) }
    for (const sizes of verify(request, planTables(request, 5_000).routes).sizes) expect(sizes).toEqual([12, 4, 4])
  })
})

describe('rules', () => {
  test('kept where they can be: apart, together, at least once', () => {
    const request = hosted(24, 6, 4, {
      objective: 'mix',
      rules: [
        { people: ['p7', 'p8'], rule: 'never' },
        { people: ['p0', 'p9'], rule: 'never' },
        { people: ['p10', 'p11'], rule: 'always' },
        { people: ['p12', 'p13'], rule: 'once' },
        { people: ['p1', 'p14'], rule: 'once' },
      ],
    })
    expect(obstaclesOf(request)).toEqual([])
    expect(verify(request, planTables(request).routes)).toMatchObject({ broken: [], returns: 0, faults: [] })
  })

  test.each(objectives)('%s: all are kept at unequal tables, two of them without host', (objective) => {
    const base = hosted(50, 7, 4, { objective, acquaintance: [] })
    const seats = [12, 8, 8, 8, 6, 6, 6]
    const pair = (a: number, rule: 'never' | 'once' | 'always') => ({ people: [`p${a}`, `p${a + 1}`] as const, rule })
    const request: TableRequest = {
      ...base,
      people: base.people.map((person, i) => ({
        ...person,
        actor: `a${Math.floor(i / 2)}`,
        themes: [`theme ${i % 7}`],
      })),
      tables: base.tables.map((table, t) => ({ ...table, seats: seats[t] ?? 0, host: t < 5 ? table.host : null })),
      rules: [
        ...[10, 12, 14, 16].map((a) => pair(a, 'always')),
        ...[18, 20].map((a) => pair(a, 'never')),
        ...[23, 25].map((a) => pair(a, 'once')),
      ],
      locks: [{ person: 'p30', round: 2, table: 't6' }],
    }
    expect(verify(request, planTables(request, 150_000).routes)).toMatchObject({ broken: [], returns: 0, faults: [] })
  })

  test('people of one actor sit apart while there is another way', () => {
    const base = hosted(24, 6, 4, { objective: 'mix' })
    const request = { ...base, people: base.people.map((person, i) => ({ ...person, actor: `a${Math.floor(i / 2)}` })) }
    const { routes } = planTables(request)
    const colleagues = request.people
      .filter((_, i) => i % 2 === 0)
      .map(({ id }, i) => [id, request.people[2 * i + 1]!.id])
    for (const [one, other] of colleagues) {
      const [a, b] = [one, other].map((id) => routes.find(({ person }) => person === id)?.tables ?? [])
      expect(a?.filter((table, round) => table === b?.[round])).toEqual([])
    }
  })

  test('everybody apart from everybody: a plan all the same, and what breaks is told', () => {
    const base = hosted(8, 2, 2)
    const ids = base.people.map(({ id }) => id)
    const rules = ids.flatMap((a, i) =>
      ids.slice(i + 1).map((b) => ({ people: [a, b] as const, rule: 'never' as const })),
    )
    const request = { ...base, rules }
    const { routes, quality } = planTables(request, 5_000)
    expect(obstaclesOf(request)).toContainEqual({ kind: 'apart_too_many', people: ids, tables: 2 })
    expect(verify(request, routes).faults).toEqual([])
    expect(quality.broken.length).toBe(quality.pairsMet)
  })

  test('obstacles: contradicting rules, hosts who must meet, too many rounds, too few people', () => {
    const contradicting = hosted(9, 3, 4, {
      rules: [
        { people: ['p4', 'p5'], rule: 'never' },
        { people: ['p5', 'p4'], rule: 'always' },
        { people: ['p0', 'p1'], rule: 'once' },
      ],
    })
    expect(obstaclesOf(contradicting)).toEqual([
      { kind: 'returns_needed', rounds: 4, tables: 3 },
      { kind: 'rules_contradict', people: ['p5', 'p4'] },
      { kind: 'hosts_never_meet', people: ['p0', 'p1'] },
    ])
    expect(obstaclesOf(hosted(2, 5, 1))).toEqual([{ kind: 'tables_empty', people: 2, tables: 5 }])
  })
})

describe('hostile requests', () => {
  test('nobody, one person, more tables than people', () => {
    expect(planTables(hosted(0, 3, 2)).quality).toMatchObject({
      pairs: 0,
      share: null,
      spheresPerTable: null,
      bound: 0,
    })
    expect(planTables(hosted(1, 3, 2)).quality).toMatchObject({ share: null, alone: 2, fewestMet: 0 })
    expect(verify(hosted(2, 7, 3), planTables(hosted(2, 7, 3), 100).routes).faults).toEqual([])
  })

  test('more rounds than tables: guests return as rarely as can be', () => {
    const request = hosted(12, 3, 5)
    // Nine guests, five rounds at three tables: two returns each.
    expect(verify(request, planTables(request, 20_000).routes)).toMatchObject({ returns: 18, faults: [] })
  })

  test.each([
    [12, 2, 4],
    [12, 3, 5],
    [20, 4, 6],
  ])('%i people at %i tables in %i rounds: more meet than by chance', (people, tables, rounds) => {
    const { quality, random } = planAndCompare(hosted(people, tables, rounds))
    expect(quality.pairsMet).toBeGreaterThan(random.pairsMet)
  })

  test.each([
    ['seats short', { tables: [{ id: 't', seats: 2, host: null }] }],
    ['no table', { tables: [] }],
    ['an unknown host', { tables: [{ id: 't', seats: 9, host: 'nobody' }] }],
    ['an unknown table', { locks: [{ person: 'p0', round: 0, table: 'nowhere' }] }],
    ['a round out of range', { absences: [{ person: 'p0', round: 2 }] }],
    ['half a round', { rounds: 1.5 }],
    ['a rule of one person alone', { rules: [{ people: ['p0', 'p0'], rule: 'never' }] }],
  ] satisfies [string, Partial<TableRequest>][])('%s is refused', (_, fields) => {
    expect(() => planTables({ ...hosted(4, 2, 2), ...fields })).toThrow(RangeError)
  })
})

describe('objectives', () => {
  const clubs = (fields: Partial<TableRequest>) => {
    const base = hosted(36, 6, 3, fields)
    return {
      ...base,
      people: base.people.map((person, i) => ({
        ...person,
        sphere: `sphere ${Math.floor(i / 6)}`,
        themes: [`theme ${i % 6}`],
      })),
    }
  }

  test('mix: more meetings across spheres than at random or without looking at spheres', () => {
    const { quality, random, blind } = planAndCompare(clubs({ objective: 'mix' }), 60_000)
    expect(quality.acrossSpheres).toBeGreaterThan(random.acrossSpheres)
    expect(quality.acrossSpheres).toBeGreaterThan(blind.acrossSpheres)
    expect(blind.pairsMet).toBeGreaterThan(random.pairsMet)
  })

  test('link: more meetings of those far apart', () => {
    const near = Array.from({ length: 18 }, (_, i) =>
      Array.from({ length: 36 }, (_, j) => ({ actors: [`a${i}`, `a${j}`] as const, distance: 2 as const })),
    ).flat()
    const { quality, random, blind } = planAndCompare(clubs({ objective: 'link', acquaintance: near }), 60_000)
    // Only the 18 last are far from each other: 153 pairs.
    expect(quality.farPossible).toBe(153)
    expect(quality.farMet).toBeGreaterThan(random.farMet)
    expect(quality.farMet).toBeGreaterThan(blind.farMet)
  })

  test('deepen: those who share a theme sit together', () => {
    const { quality, random } = planAndCompare(clubs({ objective: 'deepen', returns: 'allowed' }), 60_000)
    expect(quality.sharingTheme).toBeGreaterThan(2 * random.sharingTheme)
  })
})

test.each(Object.entries(methodPresets))(
  '%s seats thirty people at six tables',
  (_, { hosted: isHosted, ...preset }) => {
    const base = hosted(30, 6, preset.rounds, preset)
    const request = isHosted ? base : { ...base, tables: base.tables.map((table) => ({ ...table, host: null })) }
    expect(obstaclesOf(request)).toEqual([])
    expect(verify(request, planTables(request, 20_000).routes)).toMatchObject({ faults: [], returns: 0 })
  },
)
