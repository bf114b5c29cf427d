import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import type { Change } from '../../server/territory/change.ts'
import {
  connectionSchema,
  type DiagnosisWire,
  diagnosisSchema,
  type FindingWire,
  findingChangesSchema,
} from '../../server/wire/diagnosis.ts'
import { commitSchema } from '../../server/wire/record.ts'
import { newKey, type Serving, serving } from './serving.ts'

let server: Serving
beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  server = await serving({ ...Object.fromEntries(examples), changing: examples.get('carene') ?? [] })
})
afterAll(() => server[Symbol.asyncDispose]())

describe('the real territories read true against their notes', () => {
  test('CARENE pilots half of the projects that have a pilot, as if 6.7 actors shared them', async () => {
    const finding = one(await diagnosisOf('carene'), 'P1')
    expect(finding).toMatchObject({ status: 'signal', partner: 'carene' })
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 15, of: 30, p: 1 / 20_000 })
    expect(number(finding, 'first_pilot').expected).toBeCloseTo(5.04, 1)
    expect(number(finding, 'effective_pilots').observed).toBeCloseTo(6.68, 2)
  })

  test('Decazeville has one project without a pilot, and piloting concentrated on the communauté', async () => {
    const diagnosis = await diagnosisOf('decazeville')
    const without = signals(diagnosis, 'P0').map(({ subject }) => subject)
    expect(without).toEqual(['decazeville-p08-halles-economie-creative'])
    const finding = one(diagnosis, 'P1')
    expect(finding).toMatchObject({ status: 'signal', partner: 'decazeville-communaute' })
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 8, of: 12 })
  })

  test('the programme of Dieppe is shared: its first pilot has four projects, as chance would have it', async () => {
    const finding = one(await diagnosisOf('dieppe'), 'P1')
    expect(finding.status).toBe('none')
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 4, of: 16 })
    expect(number(finding, 'first_pilot').p).toBeCloseTo(0.82, 1)
  })

  test('seven projects with a pilot are too few to judge Ardenne', async () => {
    expect(one(await diagnosisOf('ardenne'), 'P1')).toMatchObject({
      status: 'insufficient',
      reason: 'too_few_projects',
    })
  })

  test.each(['carene', 'decazeville', 'dieppe', 'ardenne'])(
    'documents on %s cannot tell who is isolated or closed',
    async (id) => {
      const diagnosis = await diagnosisOf(id)
      expect(diagnosis.dataQuality).toMatchObject({ basis: 'documents', gate: 'documents', responseRate: null })
      const told = diagnosis.findings.filter(({ level, code }) => level !== 'programme' || code === 'lock_in')
      expect(told.length).toBeGreaterThan(5)
      expect(told.filter(({ status, reason }) => status !== 'insufficient' || reason !== 'documents')).toEqual([])
    },
  )
})

describe('a wave', () => {
  test('unnamed is the latest; an unknown one is refused', async () => {
    const diagnosis = await server.answer(diagnosisSchema, 'GET', '/api/territories/ardenne/diagnosis')
    const url = `/api/territories/ardenne/diagnosis?wave=${diagnosis.wave}`
    expect((await server.answer(diagnosisSchema, 'GET', url)).findings).toEqual(diagnosis.findings)
    expect(await server.problem('GET', '/api/territories/ardenne/diagnosis?wave=1789')).toMatchObject({
      status: 404,
      code: 'unknown_wave',
    })
  })

  test('is answered with what is known, then with what was refined, each under its own tag', async () => {
    const url = '/api/territories/dieppe/diagnosis'
    let answer = await server.ask('GET', url)
    const tags = new Map<string, string>()
    while (!tags.has('refined')) {
      tags.set(diagnosisSchema.parse(answer.json()).stage, String(answer.headers.etag))
      await setTimeout(50)
      answer = await server.ask('GET', url)
    }
    const refined = tags.get('refined') ?? ''
    expect(tags.get('first')).not.toBe(refined)
    expect((await server.ask('GET', url, undefined, { 'if-none-match': refined })).statusCode).toBe(304)
  })
})

test('a threshold of the territory says what it made appear and vanish', async () => {
  const url = '/api/territories/changing/diagnosis'
  const before = await server.answer(diagnosisSchema, 'GET', url)
  const { revision } = await server.store.load('changing')
  const change: Change = { put: 'setting', value: { key: 'diagnosis.programme.leastShare', value: 0.6 } }
  await server.answer(commitSchema, 'POST', '/api/territories/changing/changes', {
    base: revision,
    key: newKey(),
    author: 'comité de pilotage',
    changes: [change],
  })
  const changes = await server.answer(findingChangesSchema, 'GET', `${url}/changes?since=${revision}`)
  expect(changes).toEqual({
    wave: before.wave,
    before: { revision, rule: before.rule },
    after: { revision: revision + 1, rule: `${before.rule}+programme.leastShare=0.6` },
    appeared: [],
    vanished: [one(before, 'P1').id],
    regraded: [],
  })
  expect(one(await server.answer(diagnosisSchema, 'GET', url), 'P1').status).toBe('none')
})

test('what if somebody of the club met somebody else: its opening moves as the finding proposes', async () => {
  const diagnosis = await diagnosisOf('val-de-brume')
  const club = diagnosis.findings.find(
    ({ code, level, status }) => code === 'lock_in' && level === 'group' && status === 'signal',
  )
  const proposed = club?.whatIf?.ties[0]
  if (!club || !proposed) throw new RangeError('no closed group')
  const url = '/api/territories/val-de-brume/diagnosis/what-if'
  const { from, to } = proposed
  const connection = await server.answer(connectionSchema, 'POST', url, { from, to })
  expect(connection).toMatchObject({ from, to, tied: false })
  // The same as the proposal that comes with the finding says.
  expect(connection.gain).toBeCloseTo(proposed.gain, 12)
  const group = connection.groups.find(({ finding }) => finding === club.id)
  expect(group?.before.ratio).toBe(number(club, 'opening').ratio)
  expect(group?.after.observed).toBe(number(club, 'opening').observed + 1)
  expect(group?.after.ratio).toBeCloseTo(proposed.ratio, 12)

  const [tie] = club.ties.filter(({ role }) => role === 'internal')
  const known = await server.answer(connectionSchema, 'POST', url, { from: tie?.from, to: tie?.to })
  expect(known).toMatchObject({ tied: true, distance: 1, gain: 0 })
  for (const { before, after } of known.groups) expect(after).toEqual(before)
})

test('what if needs two actors of the wave', async () => {
  const url = '/api/territories/dieppe/diagnosis/what-if'
  const { actors } = await server.store.load('dieppe')
  const [from = ''] = actors.keys()
  expect(await server.problem('POST', url, { from, to: 'personne' })).toMatchObject({
    status: 404,
    code: 'unknown_actor',
    details: { actor: 'personne' },
  })
  expect(await server.problem('POST', url, { from, to: from })).toMatchObject({ status: 400, code: 'invalid_request' })
})

async function diagnosisOf(id: string): Promise<DiagnosisWire> {
  return await server.answer(diagnosisSchema, 'GET', `/api/territories/${id}/diagnosis`)
}

function signals({ findings }: DiagnosisWire, code: FindingWire['code']): FindingWire[] {
  return findings.filter((finding) => finding.code === code && finding.status === 'signal')
}

function one({ findings }: DiagnosisWire, code: FindingWire['code']): FindingWire {
  const [finding, ...more] = findings.filter((each) => each.code === code)
  if (!finding || more.length > 0) throw new RangeError(`${more.length + 1} findings ${code}`)
  return finding
}

function number({ dims }: FindingWire, key: FindingWire['dims'][number]['key']) {
  const dim = dims.find((each) => each.key === key)
  if (!dim) throw new RangeError(`no ${key}`)
  return dim
}
