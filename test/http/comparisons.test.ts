import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { besideSchema } from '../../server/wire/beside.ts'
import { comparisonSchema, historySchema, seriesSchema } from '../../server/wire/comparison.ts'
import { diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { powerSchema } from '../../server/wire/power.ts'
import { revivalsSchema } from '../../server/wire/revivals.ts'
import { surveyedTwice, territoryOfSurveys } from '../waves/worlds.ts'
import { type Serving, serving } from './serving.ts'

let server: Serving
beforeAll(async () => {
  const world = { actors: 30, spheres: 3, meanDegree: 4.5, homophily: 1 }
  const planted = { kind: 'club', members: 8, density: 0.9, outside: 0.2, hidden: true } as const
  const answering = (share: number) => ({ response: [share, share], recall: [0.9, 0.9] }) as const
  const small = {
    amont: { world, ended: 0.3, begun: 0.2, ...answering(0.9) },
    aval: { world, ended: 0.1, begun: 0.2, ...answering(0.9) },
    // So few answer that some names wait.
    attente: { world: { ...world, planted }, ended: 0.1, begun: 0.1, response: [0.75, 0.75], recall: [0.85, 0.85] },
  } as const
  const made = Object.entries(small).map(([id, change]) => [id, territoryOfSurveys(surveyedTwice(id, change).waves)])
  const examples = (await exampleTerritories()).map(({ id, changes }) => [id, changes])
  server = await serving(Object.fromEntries([...examples, ...made]))
})
afterAll(() => server[Symbol.asyncDispose]())

const url = '/api/territories/val-de-brume/comparison'
const compared = (query = '') => server.answer(comparisonSchema, 'GET', `${url}${query}`)

describe('two waves', () => {
  test('are the two latest surveys unless others are named', async () => {
    const usual = await compared()
    expect([usual.before.wave, usual.after.wave]).toEqual(['enquete-2024', 'enquete-2025'])
    const since = await compared('?from=enquete-2023')
    expect([since.before.wave, since.after.wave]).toEqual(['enquete-2023', 'enquete-2025'])
    expect(since.verdict.outcome).toBe('changed')
    expect(since.summary[0]).toMatchObject({ section: 'changed', certainty: 'real' })
  })

  test('each tie of either wave has one fate, and those that are not compared say why', async () => {
    const { pairs, agreement } = await compared()
    const told = new Set(pairs.map(({ ends }) => ends.join(' ')))
    expect(told.size).toBe(pairs.length)
    for (const fate of ['kept', 'ended', 'new'] as const) {
      expect(pairs.filter((pair) => pair.fate === fate)).toHaveLength(agreement[fate])
    }
    expect(pairs.filter(({ reason }) => reason !== null).every(({ fate }) => fate === 'not_comparable')).toBe(true)
  })

  test('on some kinds of tie alone', async () => {
    const [all, some] = [await compared(), await compared('?tieKinds=cooperation')]
    expect(some.pairs.length).toBeGreaterThan(0)
    expect(some.pairs.length).toBeLessThan(all.pairs.length)
    expect(await server.problem('GET', `${url}?tieKinds=magic`)).toMatchObject({ code: 'unknown_word' })
  })

  test.each([
    ['?from=1789', 404, 'unknown_wave'],
    ['?from=enquete-2024&to=enquete-2024', 400, 'same_wave'],
    ['?from=enquete-2025&to=enquete-2023', 400, 'backwards'],
    ['?to=enquete-2023', 404, 'one_wave'],
  ])('%s is refused', async (query, status, code) => {
    expect(await server.problem('GET', `${url}${query}`)).toMatchObject({ status, code })
  })

  test('a territory of one wave has nothing to compare', async () => {
    expect(await server.problem('GET', '/api/territories/ardenne/comparison')).toMatchObject({ code: 'one_wave' })
  })

  test('who has the answer is not sent it again', async () => {
    const first = await server.ask('GET', url)
    const { etag } = first.headers
    expect((await server.ask('GET', url, undefined, { 'if-none-match': String(etag) })).statusCode).toBe(304)
  })
})

test('beside the others that have two surveys, each by its own measure', async () => {
  const { own, others, figures } = await server.answer(besideSchema, 'GET', `${url}/beside?from=enquete-2023`)
  expect(own).toMatchObject({ territory: 'val-de-brume', from: 'enquete-2023', to: 'enquete-2025' })
  expect(own.labels).toEqual(['Enquête 2023', 'Enquête 2025'])
  expect(own.years).toBeCloseTo(2, 1)
  expect(others.map(({ territory }) => territory)).toEqual(['amont', 'attente', 'aval'])
  const { value: growth } = figures.growth
  expect((growth?.below ?? 0) + (growth?.above ?? 0)).toBeGreaterThanOrEqual(2)
  // Nobody is outside in the others.
  expect(figures.opening).toEqual({ value: null, reason: 'too_few_territories' })
  expect(await server.problem('GET', '/api/territories/ardenne/comparison/beside')).toMatchObject({ code: 'one_wave' })
})

test('followed: the waves, then what the first diagnoses of both say, then what the refined ones do', {
  timeout: 300_000,
}, async () => {
  const base = '/api/territories/attente'
  const { body } = await server.ask('GET', `${base}/comparison/events`)
  const events = body
    .split('\n\n')
    .map((event) => new Map(event.split('\n').map((line) => line.split(/: (.*)/s) as [string, string])))
  const told = events
    .filter((event) => event.get('event') === 'comparison')
    .map((event) => comparisonSchema.parse(JSON.parse(event.get('data') ?? '')))
  expect(told.map(({ stage }) => stage)).toEqual(['waves', 'first', 'refined'])
  expect(told[0]?.findings).toBeNull()
  const shares = events
    .filter((event) => event.get('event') === 'progress')
    .map((event) => JSON.parse(event.get('data') ?? '').share)
  expect(shares.at(-1)).toBe(1)
  expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0))).toBe(true)

  // Each finding that either wave says has one fate, under the key it has in the diagnoses.
  const found = await Promise.all(
    ['w0', 'w1'].map(async (wave) => {
      const { findings } = await server.answer(diagnosisSchema, 'GET', `${base}/diagnosis?wave=${wave}`)
      return findings
    }),
  )
  const said = found.map((findings) => findings.filter(({ status }) => status === 'signal' || status === 'fact'))
  const keys = new Set(said.flat().map(({ id }) => id))
  const fates = told[2]?.findings ?? []
  expect(new Set(fates.map(({ key }) => key))).toEqual(keys)
  const [then, now] = said.map((findings) => new Set(findings.map(({ id }) => id)))
  for (const { key, fate, why } of fates) {
    const both = then?.has(key) && now?.has(key)
    expect(fate === 'persisted').toBe(both)
    expect(why === null).toBe(both)
  }
  // Whose names wait in both diagnoses is named by no fate.
  const named = new Set(found.flat().flatMap(({ id, named: isNamed }) => (isNamed ? [id] : [])))
  const unnamed = fates.filter(({ key }) => !named.has(key))
  expect(unnamed.length).toBeGreaterThan(0)
  for (const { before, after, joined, left, unheard } of unnamed) {
    expect([before?.actors ?? [], after?.actors ?? [], joined, left, unheard].flat()).toEqual([])
  }
})

test('ties to be revived, the worthiest first, and as a calendar', async () => {
  const base = '/api/territories/val-de-brume'
  const { revivals, need } = await server.answer(revivalsSchema, 'GET', `${base}/revivals`)
  const worths = (revivals ?? []).map(({ worth }) => worth)
  expect(worths.length).toBeGreaterThan(0)
  expect(worths).toEqual(worths.toSorted((a, b) => b - a))
  expect(need?.from).toBe('enquete-2024')
  const { headers, body } = await server.ask('GET', `${base}/revivals.ics?start=2026-01-05&lang=en`)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(body.match(/^BEGIN:VEVENT/gm)).toHaveLength(Math.min(52, worths.length))
  // Documents have no dates of contact, and no survey to compare with.
  expect(await server.answer(revivalsSchema, 'GET', '/api/territories/ardenne/revivals')).toMatchObject({
    revivals: null,
    need: null,
  })
})

test('both waves for RSiena, and what a survey after documents would show: nothing', async () => {
  const zip = await server.ask('GET', `${url}/rsiena.zip?from=enquete-2023&to=enquete-2025`)
  expect([zip.headers['content-type'], zip.body.slice(0, 2)]).toEqual(['application/zip', 'PK'])
  const power = await server.answer(powerSchema, 'GET', '/api/territories/ardenne/power')
  expect(power).toMatchObject({ value: null, reason: 'basis' })
  for (const share of ['', '1.5', 'many', '-0']) {
    const refused = await server.problem('GET', `/api/territories/ardenne/power?response=${share}`)
    expect(refused).toMatchObject({ status: 400 })
  }
})

describe('all waves', () => {
  test('one after the other, the earliest first', async () => {
    const series = await server.answer(seriesSchema, 'GET', '/api/territories/val-de-brume/series')
    expect(series.waves).toEqual(['enquete-2023', 'enquete-2024', 'enquete-2025'])
    expect(series.steps).toHaveLength(2)
    expect(series.courses.steady).toBeGreaterThan(0)
    expect(series.levels.every(({ whole }) => whole.length === 3)).toBe(true)
  })

  test('an actor has its ties of each wave, and what became of them', async () => {
    const { pairs } = await compared()
    const [pair] = pairs.filter(({ fate }) => fate === 'new')
    const [actor = '', partner = ''] = pair?.ends ?? []
    const history = await server.answer(historySchema, 'GET', `/api/territories/val-de-brume/actors/${actor}/history`)
    expect(history.waves.at(-1)?.partners).toContain(partner)
    expect(history.steps.at(-1)?.new).toContain(partner)
    expect(await server.problem('GET', '/api/territories/val-de-brume/actors/nobody/history')).toMatchObject({
      code: 'unknown_actor',
    })
  })
})
