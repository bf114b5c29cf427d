import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { type NetworkWire, networkSchema } from '../../server/wire/network.ts'
import { type Serving, serving } from './serving.ts'

const dieppe = '/api/territories/dieppe'
let server: Serving
let network: NetworkWire

beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  const changes = (examples.get('dieppe') ?? []).map((change): Change => {
    if (!('put' in change) || change.put !== 'actor' || change.value.id !== 'dieppe-maritime') return change
    return { put: 'actor', value: { ...change.value, name: hostile } }
  })
  server = await serving({ dieppe: changes, 'val-de-brume': examples.get('val-de-brume') ?? [] })
  network = await server.answer(networkSchema, 'GET', `${dieppe}/network`)
})
afterAll(() => server[Symbol.asyncDispose]())

const hostile = '=cmd|’/C calc’!A0'

async function linesOf(query: string, territory = dieppe): Promise<string[][]> {
  const { body } = await server.ask('GET', `${territory}/table.csv?${query}`)
  return body
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')))
}

test('actors have a line each, the columns asked for, from the largest on', async () => {
  const [header = [], ...lines] = await linesOf('columns=name,partners,burt.constraint&sort=-partners')
  expect(header).toEqual(['Acteur', 'Partenaires', 'Peu de marge de manœuvre'])
  expect(lines).toHaveLength(network.actors.length)
  const partners = lines.map(([, count]) => Number(count))
  expect(partners).toEqual(partners.toSorted((a, b) => b - a))
  // A figure as a French Excel reads it; of who has no partner there is none.
  expect(lines.find(([, count]) => Number(count) > 1)?.[2]).toMatch(/^\d,\d+$/)
  expect(lines.find(([, count]) => count === '0')?.[2]).toBe('n.\u00a0d.')
})

test('what the legend hides and what the perimeter leaves out have no line', async () => {
  const { body } = await server.ask('GET', `${dieppe}/table.csv?columns=name,sphere&hide=economie`)
  expect(body).toContain('Action publique')
  expect(body).not.toContain('Économie')
  const all = await linesOf('rows=ties')
  const declared = await linesOf('rows=ties&spaceKinds=')
  expect(all).toHaveLength(network.edges.length + 1)
  expect(declared.length).toBeLessThan(all.length)
})

test('a name that a spreadsheet would run is marked, in CSV and in a workbook', async () => {
  expect((await linesOf('columns=name')).flat()).toContain(`'${hostile}`)
  const { rawPayload } = await server.ask('GET', `${dieppe}/table.xlsx?rows=actors&columns=name&lang=en`)
  const { sheets } = await readXlsx(rawPayload)
  expect(sheets.map(({ name }) => name)).toEqual(['Actors'])
  expect(sheets[0]?.rows.flat()).toContain(`'${hostile}`)
})

test('a column that there is not is refused with those there are', async () => {
  const asked = await server.ask('GET', `${dieppe}/table.csv?columns=density`)
  expect(asked.statusCode).toBe(400)
  expect(asked.json()).toMatchObject({ code: 'unknown_column', details: { column: 'density' } })
})

test('what a map draws of answers and of what ties rest on is told', async () => {
  const brume = '/api/territories/val-de-brume'
  const network = await server.answer(networkSchema, 'GET', `${brume}/network`)
  const answers = (await linesOf('columns=name,answer', brume)).slice(1).map(([, answer]) => answer)
  expect(answers.filter((answer) => answer !== 'a répondu')).toHaveLength(network.silent.length)
  expect(new Set(answers)).toContain('interrogé, sans réponse')
  const ties = await linesOf('rows=ties', brume)
  expect(ties[0]).toContain('Ce que l’on en sait')
  const told = new Set(ties.slice(1).map((cells) => cells[3] || cells[2]))
  expect(told).toEqual(
    new Set([
      'déclaré par les deux',
      'déclaré par l’un, ou par un document',
      'espace partagé, sans lien déclaré',
      'sans contact depuis longtemps',
    ]),
  )
  // Documents asked nobody.
  expect((await linesOf(''))[0]).not.toContain('Réponse')
})
