import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FindingOf, type Kind, kinds } from '../../server/diagnosis/finding.ts'
import type { Change } from '../../server/domain/change.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import {
  connectionSchema,
  type DiagnosisWire,
  diagnosisSchema,
  type FindingWire,
  findingChangesSchema,
} from '../../server/wire/diagnosis.ts'
import { commitSchema } from '../../server/wire/record.ts'
import { thresholdTable } from '../../server/wire/thresholds.ts'
import { ofKind, signalsOf } from '../diagnosis/told.ts'
import { newKey, type Serving, serving } from './serving.ts'

let server: Serving
beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  server = await serving({ ...Object.fromEntries(examples), changing: examples.get('carene') ?? [] })
})
afterAll(() => server[Symbol.asyncDispose]())

describe('the real territories read true against their notes', () => {
  test('CARENE pilots half of the projects that have a pilot, as if 6.7 actors shared them', async () => {
    const finding = one(await diagnosisOf('carene'), 'pilot_concentration')
    expect(finding).toMatchObject({ status: 'signal', pilot: 'carene' })
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 15, of: 30, p: 1 / 20_000 })
    expect(number(finding, 'first_pilot').expected).toBeCloseTo(5.04, 1)
    expect(number(finding, 'effective_pilots').observed).toBeCloseTo(6.68, 2)
  })

  test('Decazeville has one project without a pilot, and piloting concentrated on the communauté', async () => {
    const diagnosis = await diagnosisOf('decazeville')
    const without = signalsOf(diagnosis.findings, 'project_without_pilot').map(({ project }) => project)
    expect(without).toEqual(['decazeville-p08-halles-economie-creative'])
    const finding = one(diagnosis, 'pilot_concentration')
    expect(finding).toMatchObject({ status: 'signal', pilot: 'decazeville-communaute' })
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 8, of: 12 })
  })

  test('the programme of Dieppe is shared: its first pilot has four projects, as chance would have it', async () => {
    const finding = one(await diagnosisOf('dieppe'), 'pilot_concentration')
    expect(finding.status).toBe('none')
    expect(number(finding, 'first_pilot')).toMatchObject({ observed: 4, of: 16 })
    expect(number(finding, 'first_pilot').p).toBeCloseTo(0.82, 1)
  })

  test('seven projects with a pilot are too few to judge Ardenne', async () => {
    expect(one(await diagnosisOf('ardenne'), 'pilot_concentration')).toMatchObject({
      status: 'insufficient',
      reason: 'too_few_projects',
    })
  })

  test.each(['carene', 'decazeville', 'dieppe', 'ardenne'])(
    'documents on %s cannot tell who is isolated or closed',
    async (id) => {
      const diagnosis = await diagnosisOf(id)
      expect(diagnosis.dataQuality).toMatchObject({ basis: 'documents', gate: 'documents', responseRate: null })
      const told = diagnosis.findings.filter(({ kind }) => kinds[kind].restsOn !== 'programme')
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

  test('is followed from its first findings to the refined ones, which are those that are answered then', async () => {
    const events = await followed('dieppe')
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['diagnosis', 'end']))
    expect(events.at(-1)?.data).toEqual({ state: 'done', problem: null })
    const told = events.filter(({ event }) => event === 'diagnosis').map(({ data }) => diagnosisSchema.parse(data))
    expect(told.at(-1)?.stage).toBe('refined')
    expect(await diagnosisOf('dieppe')).toEqual(told.at(-1))
    expect(await server.problem('GET', '/api/territories/nowhere/diagnosis/events')).toMatchObject({
      code: 'unknown_territory',
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
    vanished: [one(before, 'pilot_concentration').id],
    regraded: [],
  })
  expect(one(await server.answer(diagnosisSchema, 'GET', url), 'pilot_concentration').status).toBe('none')
})

// Survival takes its time where processors are busy.
describe('whom a finding is about', { timeout: 120_000 }, () => {
  test('is said once it is known to hold; counts are said at once', async () => {
    const told = (await followed('val-de-brume'))
      .filter(({ event }) => event === 'diagnosis')
      .map(({ data }) => diagnosisSchema.parse(data))
    const refined = told.find(({ stage }) => stage === 'refined')
    if (!refined) throw new RangeError('the events ended before the diagnosis was refined')
    const { value: least } = thresholdTable['survival.names']
    for (const { findings, stage } of told) {
      for (const finding of findings) {
        const { kind, status, probability } = finding
        // What is likely, or plain to see, has its own number.
        const isAsked = status === 'signal' && probability === null && kinds[kind].restsOn === 'answers'
        const holds = finding.survival !== null && finding.survival >= least
        if (kind !== 'excluded_spheres' && kind !== 'sphere_kept_apart')
          expect(finding.named).toBe(!isAsked || (stage === 'refined' && holds))
        if (!finding.named) expect(idsIn(finding)).toEqual([])
      }
    }
    const unnamed = refined.findings.filter(({ named }) => !named)
    expect(unnamed.length).toBeGreaterThan(0)
    expect(unnamed.length).toBeLessThan(refined.findings.length)
  })

  test('nor the secret it is named under is in any answer', async () => {
    const secret = await server.store.secret('val-de-brume')
    const ends = ['', '/diagnosis', '/history', '/history/1', '/network', '/positions']
    for (const url of ['/api/territories', ...ends.map((end) => `/api/territories/val-de-brume${end}`)]) {
      const { statusCode, body } = await server.ask('GET', url)
      expect([url, statusCode, body.includes(secret)]).toEqual([url, 200, false])
    }
  })

  test('is not told by what one more tie would change', async () => {
    const named = closedGroupIn(await refinedOf('val-de-brume'))
    const [from, to] = named.members
    const url = '/api/territories/val-de-brume/diagnosis/what-if'
    const idsOfGroups = async () =>
      (await server.answer(connectionSchema, 'POST', url, { from, to })).groups.map(({ finding }) => finding)
    expect(await idsOfGroups()).toContain(named.id)
    // It holds in nearly all of the trials, but not in all: named it is neither before nor after that is known.
    await change('val-de-brume', { put: 'setting', value: { key: 'diagnosis.survival.names', value: 1 } })
    const unnamed = closedGroupIn(await diagnosisOf('val-de-brume'))
    expect(unnamed).toMatchObject({ id: named.id, named: false, group: null, whatIf: null })
    expect(unnamed.members).toHaveLength(named.members.length)
    expect(await idsOfGroups()).not.toContain(named.id)
    await change('val-de-brume', { remove: 'setting', identity: { key: 'diagnosis.survival.names' } })
  })
})

test('what if somebody of the club met somebody else: its opening moves as the finding proposes', {
  timeout: 120_000,
}, async () => {
  const diagnosis = await refinedOf('val-de-brume')
  const club = closedGroupIn(diagnosis)
  const proposed = club.whatIf?.ties[0]
  if (!proposed) throw new RangeError('no introduction is proposed')
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

describe('where the cross of the plane stands', () => {
  test('among one survey and four readings of documents, where convention puts it', async () => {
    const { profile } = await diagnosisOf('val-de-brume')
    expect(profile.cohesion?.cross).toEqual({ at: 0.1, basis: 'convention', territories: null })
  })

  test('among five surveys, at their median; and one of them changed is another answer', async () => {
    const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
    // What is made up stands beside nobody.
    const real = (examples.get('val-de-brume') ?? []).filter(
      (change) => !('put' in change && change.put === 'setting' && change.value.key === 'fictitious'),
    )
    await using many = await serving({ a: real, b: real, c: real, d: real, e: real })
    const url = '/api/territories/a/diagnosis'
    const { profile } = await many.answer(diagnosisSchema, 'GET', url)
    const { cohesion } = profile
    expect(cohesion?.cross).toEqual({ at: cohesion?.value, basis: 'median', territories: 5 })
    expect(profile.quadrant).toBeNull()

    const { etag } = (await many.ask('GET', url)).headers
    const known = { 'if-none-match': String(etag) }
    expect((await many.ask('GET', url, undefined, known)).statusCode).toBe(304)
    const fictitious: Change = { put: 'setting', value: { key: 'fictitious', value: true } }
    const body = { base: 1, key: newKey(), changes: [fictitious] }
    await many.answer(commitSchema, 'POST', '/api/territories/e/changes', body)
    expect((await many.ask('GET', url, undefined, known)).statusCode).toBe(200)
    const alone = await many.answer(diagnosisSchema, 'GET', url)
    expect(alone.profile.cohesion?.cross.basis).toBe('convention')
  })
})

async function diagnosisOf(id: string): Promise<DiagnosisWire> {
  return await server.answer(diagnosisSchema, 'GET', `/api/territories/${id}/diagnosis`)
}

/** What follows of a wave until its diagnosis is refined, in the order told. */
async function followed(id: string): Promise<{ readonly event: string; readonly data: unknown }[]> {
  const { body } = await server.ask('GET', `/api/territories/${id}/diagnosis/events`)
  return [...body.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(([, event = '', data = '']) => {
    return { event, data: JSON.parse(data) }
  })
}

async function refinedOf(id: string): Promise<DiagnosisWire> {
  await followed(id)
  return await diagnosisOf(id)
}

async function change(id: string, change: Change): Promise<void> {
  const { revision } = await server.store.load(id)
  const body = { base: revision, key: newKey(), changes: [change] }
  await server.answer(commitSchema, 'POST', `/api/territories/${id}/changes`, body)
}

function closedGroupIn({ findings }: DiagnosisWire): FindingOf<'closed_group'> {
  const [found] = signalsOf(findings, 'closed_group')
  if (!found) throw new RangeError('no closed group')
  return found
}

/** Every id in a finding that could tell whom it is about. */
function idsIn({ id: _, kind, status, reference, dims, rule, reason, ...roles }: FindingWire): string[] {
  // How a group was judged is words, and names nobody.
  const judged = { grade: null, families: [] }
  return textsIn({ ...roles, ...judged, ties: roles.ties.map(({ from, to }) => [from, to]) })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function one<K extends Kind>({ findings }: DiagnosisWire, kind: K): FindingOf<K> {
  const [finding, ...more] = ofKind(findings, kind)
  if (!finding || more.length > 0) throw new RangeError(`${more.length + 1} findings ${kind}`)
  return finding
}

function number({ dims }: FindingWire, key: FindingWire['dims'][number]['key']) {
  const dim = dims.find((each) => each.key === key)
  if (!dim) throw new RangeError(`no ${key}`)
  return dim
}
