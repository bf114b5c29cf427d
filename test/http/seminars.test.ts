import { describe, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { compareText } from '../../server/domain/perimeter.ts'
import { type Invitation, keyOf, type Pairing, type Seminar } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import type { TableRequest } from '../../server/seminar/tables/request.ts'
import { commitSchema } from '../../server/wire/record.ts'
import {
  chairsSchema,
  movesSchema,
  type PlanWire,
  pairsSchema,
  planSchema,
  replanSchema,
  scenarioSchema,
  tablesSchema,
} from '../../server/wire/seminar.ts'
import { verify } from '../seminar/verifier.ts'
import { newKey, type Serving, serving } from './serving.ts'

const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
const changesOf = (id: string) => examples.get(id) ?? []
const actorsOf = (id: string) =>
  changesOf(id).flatMap((change) => ('put' in change && change.put === 'actor' ? [change.value] : []))

describe('empty chairs', () => {
  /** Spheres without an actor named one by one in the `actors.csv` of the territory. */
  test.each([
    ['ardenne', ['emploi', 'energie_environnement', 'transport_mobilite', 'amenagement_logement', 'societe_civile']],
    ['carene', ['tourisme', 'culture', 'societe_civile']],
    ['decazeville', ['energie_environnement', 'transport_mobilite', 'amenagement_logement', 'societe_civile']],
    ['dieppe', ['amenagement_logement', 'societe_civile']],
  ])('of %s, everyone invited, are those that nobody there could take', async (id, unrepresented) => {
    await using server = await serving({ [id]: changesOf(id) })
    const invited = actorsOf(id).map(({ id: actor }) => ({ actor }))
    const { basis, composition } = await server.answer(chairsSchema, 'POST', `/api/territories/${id}/seminar/chairs`, {
      invited,
    })
    expect(basis).toBe('documents')
    const absent = composition.spheres.filter(({ covering }) => covering === 'absent').map(({ sphere }) => sphere)
    expect(absent.sort()).toEqual([...unrepresented].sort())
    expect(composition.categories.flatMap(({ candidates }) => candidates)).toEqual([])
  })

  test('without any tie the chairs alone answer, those of the territory where it has set some', async () => {
    const actors = actorsOf('dieppe').map((value): Change => ({ put: 'actor', value }))
    await using server = await serving({ t: actors })
    const ask = () => server.answer(chairsSchema, 'POST', '/api/territories/t/seminar/chairs', { invited: [] })
    const { wave, basis, reach, composition } = await ask()
    expect([wave, basis, reach]).toEqual([null, null, null])
    expect(composition.categories.find(({ category }) => category.id === 'tourisme.tourisme')?.candidates).toHaveLength(
      1,
    )
    const chair = {
      ...{ id: 'port', sphere: 'transport_mobilite', types: ['port'], min: 1, critical: true },
      ...{ standing: 'mobilised', examples: ['Port'] },
    }
    await commit(server, 't', 1, [{ put: 'chair', value: chair } as Change])
    expect((await ask()).composition.categories.map(({ category }) => category)).toEqual([chair])
  })

  test('the next three: who must be comes first, floors and a quota are kept, and gains add up', async () => {
    await using server = await serving({ t: changesOf('val-de-brume') })
    const firms = actorsOf('val-de-brume').filter(({ sphere, inside }) => sphere === 'economie' && inside)
    const invited = firms.slice(0, 10).map(({ id: actor }) => ({ actor }))
    const must = firms.at(-1)?.id ?? ''
    const ask = (invited: object[], more: object) =>
      server.answer(chairsSchema, 'POST', '/api/territories/t/seminar/chairs', { invited, ...more })
    const before = await ask(invited, { musts: [must], quotas: { economie: 1 } })
    const chosen = before.reach?.next.chosen ?? []
    expect(chosen[0]?.actor).toBe(must)
    expect(chosen.filter(({ actor }) => firms.some(({ id }) => id === actor))).toHaveLength(1)
    const sphereOf = new Map(actorsOf('val-de-brume').map(({ id, sphere }) => [id, sphere]))
    const floored = (await ask(invited, { floors: { economie: 11, culture: 1 } })).reach?.next
    expect(floored?.chosen.map(({ actor }) => sphereOf.get(actor)).slice(0, 2)).toEqual(['culture', 'economie'])
    expect([floored?.chosen.length, floored?.certainty]).toEqual([3, { proof: 'guarantee', share: 0.5 }])
    const after = await ask([...invited, ...chosen.map(({ actor }) => ({ actor, status: 'coming' }))], {})
    const gain = (before.reach?.unreached.within1.length ?? 0) - (after.reach?.unreached.within1.length ?? 0)
    expect(gain).toBe(before.reach?.next.gain)
    expect(chosen.reduce((sum, one) => sum + one.gain, 0)).toBe(gain)
  })
})

test('pairs, introductions and a scenario speak of actors by their ids', async () => {
  await using server = await serving({ t: changesOf('val-de-brume') })
  const ids = new Set(actorsOf('val-de-brume').map(({ id }) => id))
  const { leads, introductions } = await server.answer(pairsSchema, 'POST', '/api/territories/t/seminar/pairs', {})
  expect(leads.length).toBeGreaterThan(0)
  for (const { official, industrial } of leads) expect([ids.has(official), ids.has(industrial)]).toEqual([true, true])
  expect(introductions).toHaveLength(5)
  const asked = introductions.flatMap(({ between }) => between)
  expect(new Set(asked).size).toBe(10)
  const leaving = leads[0]?.official ?? ''
  const scenario = { leaving: [leaving], added: [asked.slice(0, 2)] }
  const effect = await server.answer(scenarioSchema, 'POST', '/api/territories/t/seminar/what-if', scenario)
  expect(effect.efficiency.after).toBeLessThan(effect.efficiency.before ?? 0)
  expect(effect.cutOff).not.toContain(leaving)
  const nobody = { leaving: ['nobody'] }
  expect(await server.problem('POST', '/api/territories/t/seminar/what-if', nobody)).toMatchObject({
    code: 'unknown_actor',
  })
})

describe('tables of fifty people', () => {
  const seminar: Seminar = {
    ...{ id: 'mars', name: 'Mars', method: 'world_cafe', rounds: 4, seed: 'a' },
    tables: ['Mobilité', 'Logement', 'Emploi', 'Énergie', 'Culture', 'Eau', 'Friches'],
  }
  const actors = actorsOf('val-de-brume').filter(({ collective }) => !collective)
  const guests = Array.from({ length: 50 }, (_, i): Invitation => {
    const actor = actors[i % 48]?.id ?? ''
    const base = { seminar: 'mars', actor, rank: i < 48 ? 1 : 2, status: 'coming' } as const
    return i < 7 ? { ...base, role: 'host' } : base
  })
  const pairings: Pairing[] = [
    { seminar: 'mars', actor: guests[10]?.actor ?? '', other: guests[11]?.actor ?? '', rule: 'never' },
    { seminar: 'mars', actor: guests[12]?.actor ?? '', other: guests[13]?.actor ?? '', rule: 'once' },
  ]
  const facts: Change[] = [
    { put: 'seminar', value: seminar },
    ...guests.map((value): Change => ({ put: 'invitation', value })),
    ...pairings.map((value): Change => ({ put: 'pairing', value })),
  ]
  const at = '/api/territories/t/seminars/mars'

  test('a plan holds by counting alone, is the same for the same seed, and its figures are those of what is kept', async () => {
    await using server = await serving({ t: [...changesOf('val-de-brume'), ...facts] })
    const plan = await server.answer(planSchema, 'POST', `${at}/plan`, {})
    expect(plan.routes).toHaveLength(50)
    const verified = verify(requestOf(plan, guests, pairings), plan.routes)
    expect(verified).toMatchObject({ faults: [], broken: [], returns: 0 })
    const { pairsMet, repeats, acrossSpheres } = plan.quality
    expect(verified).toMatchObject({ pairsMet, repeats, acrossSpheres })
    expect(pairsMet).toBeLessThanOrEqual(plan.quality.bound)
    expect(pairsMet).toBeGreaterThan(plan.random.pairsMet)
    expect(acrossSpheres).toBeGreaterThanOrEqual(plan.blind.acrossSpheres)
    expect(await server.answer(planSchema, 'POST', `${at}/plan`, { seed: 'a' })).toEqual(plan)
    expect((await server.answer(planSchema, 'POST', `${at}/plan`, { seed: 'b' })).routes).not.toEqual(plan.routes)

    await commit(server, 't', 1, kept(guests, plan))
    const { quality, routes } = await server.answer(tablesSchema, 'GET', `${at}/tables`)
    expect([quality, routes]).toEqual([plan.quality, plan.routes])
  })

  test('what a move costs is what it changes', async () => {
    await using server = await serving({ t: [...changesOf('val-de-brume'), ...facts] })
    const plan = await server.answer(planSchema, 'POST', `${at}/plan`, {})
    await commit(server, 't', 1, kept(guests, plan))
    const person = keyOf('invitation', guests[20] ?? guests[0] ?? ({} as Invitation))
    const { moves } = await server.answer(movesSchema, 'POST', `${at}/moves`, { person, round: 1 })
    expect(new Set(moves.map(({ table }) => table)).size).toBe(6)
    const move = moves.find(({ exchangedWith }) => exchangedWith === null)
    const moved = plan.routes.map((route) =>
      route.person === person ? { ...route, tables: route.tables.with(1, move?.table ?? null) } : route,
    )
    const request = requestOf(plan, guests, pairings)
    const [before, after] = [verify(request, plan.routes), verify(request, moved)]
    expect(move).toMatchObject({
      pairsMet: after.pairsMet - before.pairsMet,
      repeats: after.repeats - before.repeats,
      acrossSpheres: after.acrossSpheres - before.acrossSpheres,
      returns: after.returns - before.returns,
    })
  })

  test('on the day: two do not come, one comes late, and whoever sits stays', async () => {
    await using server = await serving({ t: [...changesOf('val-de-brume'), ...facts] })
    const plan = await server.answer(planSchema, 'POST', `${at}/plan`, {})
    const planned = kept(guests, plan)
    const [absentee, other] = [guests[30], guests[31]]
    const late: Invitation = { seminar: 'mars', actor: actors[49]?.id ?? '', rank: 1, status: 'came', arrives: 2 }
    const day: Change[] = [
      { put: 'seminar', value: { ...seminar, held: 1 } },
      ...planned.map((change): Change => {
        if (!('put' in change) || change.put !== 'invitation') return change
        const { value } = change
        const isMissing = [absentee, other].some((one) => one?.actor === value.actor && one.rank === value.rank)
        if (!isMissing) return change
        const { route: _, ...gone } = value
        return { put: 'invitation', value: { ...gone, status: 'excused' } }
      }),
      { put: 'invitation', value: late },
    ]
    await commit(server, 't', 1, day)
    const { routes, moved, withoutHost, held } = await server.answer(replanSchema, 'POST', `${at}/replan`, {})
    expect([held, moved, withoutHost]).toEqual([1, [], []])
    const before = new Map(plan.routes.map(({ person, tables }) => [person, tables]))
    const latecomer = keyOf('invitation', late)
    expect(routes).toHaveLength(49)
    for (const { person, tables } of routes) {
      if (person === latecomer) expect([tables[0], tables.slice(1).includes(null)]).toEqual([null, false])
      else expect(tables).toEqual(before.get(person))
    }
  })

  test('what is not there is refused', async () => {
    await using server = await serving({ t: [...changesOf('val-de-brume'), ...facts] })
    expect(await server.problem('GET', '/api/territories/t/seminars/avril/tables')).toMatchObject({
      code: 'unknown_seminar',
      status: 404,
    })
    const nobody = { person: 'nobody', round: 0 }
    expect(await server.problem('POST', `${at}/moves`, nobody)).toMatchObject({ code: 'unknown_seat', status: 404 })
    const wave = { invited: [], wave: '1999' }
    expect(await server.problem('POST', '/api/territories/t/seminar/chairs', wave)).toMatchObject({
      code: 'unknown_wave',
    })
  })
})

/** What the plan was asked for, as the verifier reads it: from the facts, not from the answer. */
function requestOf(plan: PlanWire, guests: readonly Invitation[], pairings: readonly Pairing[]): TableRequest {
  const inOrder = [...guests].sort((a, b) => compareText(a.actor, b.actor) || a.rank - b.rank)
  const sphereOf = new Map(actorsOf('val-de-brume').map(({ id, sphere }) => [id, sphere]))
  const person = (actor: string) =>
    guests.filter((guest) => guest.actor === actor).map((one) => keyOf('invitation', one))
  const hosts = inOrder.filter(({ role }) => role === 'host').map((host) => keyOf('invitation', host))
  return {
    people: inOrder.map((guest) => ({
      id: keyOf('invitation', guest),
      actor: guest.actor,
      sphere: sphereOf.get(guest.actor) ?? '',
      themes: [],
    })),
    tables: plan.tables.map(({ id }, t) => ({ id, seats: 8, host: hosts[t] ?? null })),
    rounds: plan.rounds,
    objective: 'mix',
    returns: 'avoided',
    rules: pairings.flatMap(({ actor, other, rule }) =>
      person(actor).flatMap((a) => person(other).map((b) => ({ people: [a, b] as const, rule }))),
    ),
    locks: [],
    absences: [],
    seed: 'a',
    acquaintance: null,
  }
}

/** The plan as invitations keep it. */
function kept(guests: readonly Invitation[], { routes }: Pick<PlanWire, 'routes'>): Change[] {
  const tables = new Map(routes.map((route) => [route.person, route.tables.map((table) => Number(table ?? 0))]))
  return guests.map((value) => ({
    put: 'invitation',
    value: { ...value, route: tables.get(keyOf('invitation', value)) ?? [] },
  }))
}

function commit(server: Serving, id: string, base: number, changes: readonly Change[]) {
  const body = { base, key: newKey(), changes, origin: 'seminar' }
  return server.answer(commitSchema, 'POST', `/api/territories/${id}/changes`, body)
}
