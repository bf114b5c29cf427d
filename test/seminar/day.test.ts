import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownTiesOf } from '../../server/seminar/known-ties.ts'
import { acquaintanceOf } from '../../server/seminar/tables/acquaintance.ts'
import { moveSeat, replan } from '../../server/seminar/tables/adjust.ts'
import { meetingsOf } from '../../server/seminar/tables/meetings.ts'
import { planTables } from '../../server/seminar/tables/plan.ts'
import type { TableRequest } from '../../server/seminar/tables/request.ts'
import { territoryOf, ties } from '../network/draw.ts'
import { hosted, verify } from './verifier.ts'

const away = (person: string, from: number, rounds: number) =>
  Array.from({ length: rounds - from }, (_, i) => ({ person, round: from + i }))

describe('the day itself', () => {
  const morning = hosted(30, 6, 4, { objective: 'mix' })
  const planned = planTables(morning, 40_000)
  const late = { id: 'late', actor: 'a-late', sphere: 'sphere 1', themes: [] }

  test('two do not come and one comes after the first round: nobody who is seated moves', () => {
    const request: TableRequest = {
      ...morning,
      people: [...morning.people, late],
      absences: [...away('p7', 0, 4), ...away('p20', 0, 4), { person: 'late', round: 0 }],
    }
    const { routes, moved, withoutHost, quality } = replan(request, planned.routes, 1)
    expect(moved).toEqual([])
    expect(withoutHost).toEqual([])
    expect(verify(request, routes)).toMatchObject({ faults: [], returns: 0 })
    expect(quality.alone).toBe(0)
    for (const { person, tables } of planned.routes) {
      const now = routes.find((route) => route.person === person)?.tables
      expect(now).toEqual(['p7', 'p20'].includes(person) ? [null, null, null, null] : tables)
    }
    // The latecomer takes seats left free, each at another table.
    const seats = routes.find(({ person }) => person === 'late')?.tables.slice(1) ?? []
    expect(new Set(seats).size).toBe(3)
    for (const sizes of verify(request, routes).sizes) expect(Math.max(...sizes)).toBeLessThanOrEqual(5)
  })

  test('a host away is told, and nobody is chosen', () => {
    const request = { ...morning, absences: away('p2', 2, 4) }
    expect(replan(request, planned.routes, 2).withoutHost).toEqual([
      { table: 't2', round: 2 },
      { table: 't2', round: 3 },
    ])
  })

  test('a lock set during the day moves one person in rounds to come, not in those held', () => {
    const [from = '', now = ''] = planned.routes.find(({ person }) => person === 'p9')?.tables.slice(1) ?? []
    const elsewhere = ['t0', 't1', 't2'].find((table) => table !== now && table !== from) ?? ''
    const locks = [1, 2].map((round) => ({ person: 'p9', round, table: elsewhere }))
    const { routes, moved } = replan({ ...morning, locks }, planned.routes, 2)
    expect(moved).toEqual([{ person: 'p9', round: 2, from: now, to: elsewhere }])
    expect(routes.find(({ person }) => person === 'p9')?.tables[1]).toBe(from)
  })

  test('somebody left alone is joined by as few as it takes, and rounds held stay', () => {
    const base = hosted(9, 3, 3)
    const before = planTables(base, 5_000)
    const alone = before.routes.filter(({ tables }) => tables[2] === 't1').map(({ person }) => person)
    const gone = alone.filter((person) => person !== 'p1')
    const request = { ...base, absences: gone.map((person) => ({ person, round: 2 })) }
    const { routes, moved, quality } = replan(request, before.routes, 2)
    expect(quality.alone).toBe(0)
    expect(moved.length).toBe(1)
    expect(verify(request, routes).faults).toEqual([])
    for (const { person, tables } of before.routes) {
      expect(routes.find((route) => route.person === person)?.tables.slice(0, 2)).toEqual(tables.slice(0, 2))
    }
  })

  test('whoever leaves or arrives, rounds held stay and everyone there has a seat', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.tuple(fc.nat(29), fc.integer({ min: 0, max: 3 })), { maxLength: 12 }),
        fc.boolean(),
        (held, leaving, arrives) => {
          const request: TableRequest = {
            ...morning,
            people: arrives ? [...morning.people, late] : morning.people,
            absences: [
              ...leaving.flatMap(([p, from]) => away(`p${p}`, Math.max(from, held), 4)),
              ...(arrives ? Array.from({ length: held }, (_, round) => ({ person: 'late', round })) : []),
            ],
          }
          const { routes } = replan(request, planned.routes, held)
          expect(verify(request, routes).faults).toEqual([])
          for (const { person, tables } of planned.routes) {
            const now = routes.find((route) => route.person === person)?.tables ?? []
            expect(now.slice(0, held)).toEqual(tables.slice(0, held))
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a seat dragged', () => {
  const request = hosted(9, 3, 3)
  const { routes } = planTables(request, 1_000)

  test('an exchange shows what it costs', () => {
    const [person = '', other = ''] = ['p3', 'p6'].filter((id) => routes.some((route) => route.person === id))
    const [from, to] = [person, other].map((id) => routes.find((route) => route.person === id)?.tables[0])
    const moved = moveSeat(request, routes, { person, round: 0, table: to ?? '', exchangedWith: other })
    expect(moved.before).toMatchObject({ repeats: 0, returns: 0 })
    expect(moved.routes.find((route) => route.person === other)?.tables[0]).toBe(from)
    const verified = verify(request, moved.routes)
    expect(moved.after).toMatchObject({ repeats: verified.repeats, returns: verified.returns })
    // A design without repeat leaves no free exchange but that of two who are at one table.
    expect(from === to || moved.after.repeats > 0).toBe(true)
  })

  test('back again it costs nothing', () => {
    const from = routes.find(({ person }) => person === 'p4')?.tables[1] ?? ''
    const table = from === 't0' ? 't1' : 't0'
    const there = moveSeat(request, routes, { person: 'p4', round: 1, table, exchangedWith: null })
    const back = moveSeat(request, there.routes, { person: 'p4', round: 1, table: from, exchangedWith: null })
    expect(back.routes).toEqual(routes)
    expect(back.after).toEqual(there.before)
  })

  test('of somebody away is refused', () => {
    const move = { person: 'nobody', round: 0, table: 't0', exchangedWith: null }
    expect(() => moveSeat(request, routes, move)).toThrow(RangeError)
  })
})

test('who met whom, as actors, once a round however many people of each', () => {
  const people = [
    { id: 'x1', actor: 'x', sphere: 's', themes: [] },
    { id: 'x2', actor: 'x', sphere: 's', themes: [] },
    { id: 'y1', actor: 'y', sphere: 's', themes: [] },
    { id: 'z1', actor: 'z', sphere: 's', themes: [] },
  ]
  const routes = [
    { person: 'x1', tables: ['a', 'a'] },
    { person: 'x2', tables: ['a', 'b'] },
    { person: 'y1', tables: ['a', 'a'] },
    { person: 'z1', tables: [null, 'b'] },
  ]
  expect(meetingsOf(people, routes)).toEqual([
    { actors: ['x', 'y'], rounds: [0, 1] },
    { actors: ['x', 'z'], rounds: [1] },
  ])
})

test('near are those tied and those with a common partner, invited or not', () => {
  const known = knownTiesOf(territoryOf(ties('a-b b-c c-d d-e')), 'w')
  expect(acquaintanceOf(known, ['a', 'c', 'd', 'unknown'])).toEqual([
    { actors: ['a', 'c'], distance: 2 },
    { actors: ['c', 'd'], distance: 1 },
  ])
  expect(acquaintanceOf(knownTiesOf(territoryOf(ties('a-b')), null), ['a', 'b'])).toBeNull()
})
