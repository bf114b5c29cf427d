import { setTimeout } from 'node:timers/promises'
import { read } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Change } from '../../server/domain/change.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { type AgendaWire, agendaSchema } from '../../server/wire/agenda.ts'
import { actorsIn, diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { type Serving, serving } from './serving.ts'

let server: Serving
beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  server = await serving({ decazeville: examples.get('decazeville') ?? [], brume: examples.get('val-de-brume') ?? [] })
})
afterAll(() => server[Symbol.asyncDispose]())

const agendaOf = (id: string) => server.answer(agendaSchema, 'GET', `/api/territories/${id}/agenda`)
const diagnosisOf = (id: string) => server.answer(diagnosisSchema, 'GET', `/api/territories/${id}/diagnosis`)

test('of documents: decisions first, and whoever has it already is told so', async () => {
  const url = '/api/territories/decazeville/agenda'
  let answer = await server.ask('GET', url)
  for (; agendaSchema.parse(answer.json()).stage === 'first'; answer = await server.ask('GET', url))
    await setTimeout(50)
  const { items, basis } = agendaSchema.parse(answer.json())
  expect(basis).toBe('documents')
  expect(items[1]?.cause).toMatchObject({ kind: 'pilot', pilot: 'decazeville-communaute', of: 12 })
  const known = { 'if-none-match': String(answer.headers.etag) }
  expect((await server.ask('GET', url, undefined, known)).statusCode).toBe(304)
})

test('an unknown wave is refused', async () => {
  expect(await server.problem('GET', '/api/territories/decazeville/agenda?wave=1789')).toMatchObject({
    status: 404,
    code: 'unknown_wave',
  })
})

test('its parts are findings, and it names whom they name: nobody while they wait', { timeout: 120_000 }, async () => {
  const told = new Map<AgendaWire['stage'], AgendaWire>()
  while (!told.has('refined')) {
    const [diagnosis, agenda] = [await diagnosisOf('brume'), await agendaOf('brume')]
    if (diagnosis.stage === agenda.stage) {
      told.set(agenda.stage, agenda)
      const findings = new Map(diagnosis.findings.map((finding) => [finding.id, finding]))
      for (const { parts, named, acts, concerned, cause, id } of agenda.items) {
        const known = parts.map((part) => findings.get(part))
        expect(known).not.toContain(undefined)
        if (known.length === 0 || cause.kind === 'sphere_apart') continue
        expect(named).toBe(known.every((finding) => finding?.named))
        if (named) continue
        expect([acts, concerned, known.flatMap((finding) => (finding ? actorsIn(finding) : []))]).toEqual([[], [], []])
        expect(id).toMatch(new RegExp(`^${cause.kind}-[\\w-]{22}$`))
      }
    }
    await setTimeout(200)
  }
  const waits = told.get('first')?.items.find(({ cause }) => cause.kind === 'closed_group')
  const club = told.get('refined')?.items.find(({ cause }) => cause.kind === 'closed_group')
  expect(waits).toMatchObject({ named: false, cause: { group: null } })
  expect(club).toMatchObject({ named: true, parts: expect.arrayContaining(waits?.parts ?? []) })
  expect(club?.acts).toHaveLength(3)
})

test('a calendar and a workbook of it have what was decided, without the person', async () => {
  const agenda = await agendaOf('decazeville')
  const [first] = agenda.items
  if (!first) throw new Error('nothing to do')
  const decision = { id: first.id, wave: agenda.wave, state: 'under_way', owner: 'snam', person: 'Zoé Martin' } as const
  const steps = first.steps.map((step): Change => ({ put: 'step', value: { decision: first.id, ...step } }))
  const { revision } = await server.answer(z.looseObject({ revision: z.int() }), 'GET', '/api/territories/decazeville')
  await server.ask('POST', '/api/territories/decazeville/changes', {
    base: revision,
    key: 'decided-1',
    changes: [{ put: 'decision', value: { ...decision, due: '2026-12-24' } }, ...steps],
  })
  const calendar = await server.ask('GET', '/api/territories/decazeville/agenda.ics?start=2026-12-01')
  expect(calendar.headers['content-type']).toContain('text/calendar')
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20261224')
  expect(calendar.body).not.toContain('Martin')
  // RFC 5545, 3.1: every line ends with CRLF, and is of 75 octets at most, folded between characters.
  const lines = calendar.body.split('\r\n')
  expect(lines.pop()).toBe('')
  expect(
    lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75 || line.includes('\uFFFD')),
  ).toEqual([])
  const unfolded = calendar.body.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  expect([unfolded.at(0), unfolded.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  for (const line of unfolded) expect(line).toMatch(/^[A-Z][A-Z0-9-]*(?:;[A-Z][A-Z0-9-]*=[^:;]+)*:/)
  expect((await server.ask('GET', '/api/territories/decazeville/agenda.ics?start=2026-12-01')).body).toBe(calendar.body)
  const beyond = await server.ask('GET', '/api/territories/decazeville/agenda.ics?start=9999-12-31')
  expect(beyond.statusCode).toBe(400)
  const workbook = await server.ask('GET', '/api/territories/decazeville/agenda.xlsx?start=2026-12-01')
  const { sheets } = await read(new Uint8Array(workbook.rawPayload))
  const said = JSON.stringify(sheets[0]?.rows)
  expect(said).toContain('en cours')
  expect(said).toContain('SNAM')
  expect(said).not.toContain('Martin')
})
