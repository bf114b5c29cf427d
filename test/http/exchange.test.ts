import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSheets } from '../../server/exchange/formats/sheets.ts'
import { fileOfFormat, fileTypes, writtenFormats } from '../../server/exchange/formats/written-formats.ts'
import { boundarySchema } from '../../server/wire/boundary.ts'
import { duplicatesSchema, importedSchema } from '../../server/wire/exchange.ts'
import { commitSchema, territoriesSchema } from '../../server/wire/record.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { ties } from '../network/draw.ts'
import { newKey, serving } from './serving.ts'

const actors = [
  'id,name,type,sphere,scope,inside,collective',
  'a,Aciéries,entreprise,economie,local,yes,no',
  'x,Xylo,entreprise,economie,local,yes,no',
  'y,Ypsilon,nonsense,economie,local,yes,no',
].join('\n')

test('a preview counts rows and says why some are refused, and changes nothing', async () => {
  await using server = await serving({ t: ties('a-b') })
  const files = [{ name: 'actors.csv', content: actors }]
  const preview = await server.answer(importedSchema, 'POST', '/api/territories/t/import?preview', { files })
  expect(preview.files).toMatchObject([
    { file: 'actors.csv', noun: 'actor', rows: 3, created: 1, changed: 1, refused: 1 },
  ])
  expect(preview.refusals).toMatchObject([{ file: 'actors.csv', row: 4, column: 'type', got: 'nonsense' }])
  expect(preview).toMatchObject({ base: 1, changes: 2, commit: null })
  const [summary] = await server.answer(territoriesSchema, 'GET', '/api/territories')
  expect(summary).toMatchObject({ revision: 1, actors: 2 })
})

test('bytes that are not the base64 they claim to be are refused', async () => {
  await using server = await serving({ t: [] })
  const files = [{ name: 'actors.csv', content: 'id,name\r\na,A', encoding: 'base64' }]
  expect(await server.problem('POST', '/api/territories/t/import', { files })).toMatchObject({
    code: 'invalid_request',
    details: { faults: [{ place: 'body.files.0.content' }] },
  })
})

test('an import sent twice is committed once', async () => {
  await using server = await serving({ t: ties('a-b') })
  const sent = { files: [{ name: 'actors.csv', content: actors }], commit: { base: 1, key: newKey(), author: 'Ana' } }
  const once = await server.answer(importedSchema, 'POST', '/api/territories/t/import', sent)
  expect(once.commit).toMatchObject({ revision: 2, author: 'Ana', origin: 'import' })
  expect(await server.answer(importedSchema, 'POST', '/api/territories/t/import', sent)).toEqual(once)
})

test('an import on an old base is refused', async () => {
  await using server = await serving({ t: ties('a-b') })
  const sent = (content: string) => ({
    files: [{ name: 'actors.csv', content }],
    commit: { base: 1, key: newKey(), author: null },
  })
  await server.answer(importedSchema, 'POST', '/api/territories/t/import', sent(actors))
  const late = sent(actors.replace('Xylo', 'Autre'))
  expect(await server.problem('POST', '/api/territories/t/import', late)).toMatchObject({ code: 'revision_conflict' })
})

test('a file saved by a French spreadsheet is read from its bytes', async () => {
  await using server = await serving({ t: ties('a-b') })
  const bytes = Buffer.from(actors.replaceAll(',', ';'), 'latin1')
  const files = [{ name: 'actors.csv', content: bytes.toString('base64'), encoding: 'base64' }]
  const commit = { base: 1, key: newKey(), author: null }
  await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files, commit })
  const territory = await server.answer(territorySchema, 'GET', '/api/territories/t')
  expect(territory.actors.find(({ id }) => id === 'a')?.name).toBe('Aciéries')
})

test('what is exported and imported elsewhere is the same territory', async () => {
  await using server = await serving({ t: ties('a-b:3 b>c'), other: [] })
  const zip = await server.ask('GET', '/api/territories/t/export')
  expect(zip.headers['content-type']).toBe('application/zip')
  const files = Object.entries(unzipSync(zip.rawPayload)).map(([name, bytes]) => ({ name, content: strFromU8(bytes) }))
  const commit = { base: 1, key: newKey(), author: null }
  const imported = await server.answer(importedSchema, 'POST', '/api/territories/other/import', { files, commit })
  expect(imported.refusals).toEqual([])
  const [there, here] = await Promise.all(
    ['t', 'other'].map((id) => server.answer(territorySchema, 'GET', `/api/territories/${id}`)),
  )
  expect({ ...here, id: 't', revision: 1 }).toEqual(there)
})

test('the same territory zips to the same bytes', async () => {
  await using server = await serving({ t: ties('a-b') })
  const [once, again] = [
    await server.ask('GET', '/api/territories/t/export'),
    await server.ask('GET', '/api/territories/t/export'),
  ]
  expect(again.rawPayload.equals(once.rawPayload)).toBe(true)
})

test('each file can be had alone; another name is refused with the names there are', async () => {
  await using server = await serving({ t: ties('a-b') })
  const file = await server.ask('GET', '/api/territories/t/export/actors.csv')
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''t-actors.csv")
  expect(file.body.split('\r\n')[1]).toMatch(/^a,/)
  expect(await server.problem('GET', '/api/territories/t/export/people.csv')).toMatchObject({
    status: 404,
    code: 'unknown_file',
    details: { file: 'people.csv' },
  })
})

test('a territory is written in every format, whole or what is on screen of it', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  for (const format of writtenFormats) {
    const file = fileOfFormat(format)
    const response = await server.app.inject({ url: `/api/territories/t/export/${file}` })
    expect([file, response.statusCode]).toEqual([file, 200])
    expect(response.headers['content-type']).toBe(fileTypes[format].type)
    expect(response.headers['content-disposition']).toContain(`t${fileTypes[format].ending}`)
    const etag = response.headers.etag
    const again = await server.app.inject({
      url: `/api/territories/t/export/${file}`,
      headers: { 'if-none-match': etag },
    })
    expect(again.statusCode).toBe(304)
  }
  const within = await server.app.inject({ url: '/api/territories/t/export/territory.json?tieKinds=trust' })
  const whole = await server.app.inject({ url: '/api/territories/t/export/territory.json' })
  expect([whole.json().ties.length, within.json().ties.length]).toEqual([2, 0])
  expect(await server.problem('GET', '/api/territories/t/export/photo.jpg')).toMatchObject({ code: 'unknown_file' })
})

test('the workbook has the figures of actors beside, which the import sets aside', async () => {
  await using server = await serving({ t: ties('a-b b-c') })
  const { rawPayload } = await server.app.inject({ url: '/api/territories/t/export/territory.xlsx' })
  const { sheets } = await readSheets({ name: 't.xlsx', bytes: rawPayload })
  const [notice, header, first] = sheets.find(({ name }) => name === 'Mesures')?.aside ?? []
  expect(notice?.cells[0]).toMatch(/^Maillage n’importe pas cette feuille/)
  expect(header?.cells.slice(0, 2)).toEqual(['Acteur', 'Identifiant'])
  expect(first?.cells.slice(0, 3)).toEqual(['a', 'a', '1'])
})

test('the workbook tells the findings of the wave where they are asked for, and they are set aside too', async () => {
  await using server = await serving({ t: ties('a-b b-c c-a c-d') })
  const { rawPayload } = await server.app.inject({ url: '/api/territories/t/export/territory.xlsx?findings=true' })
  const { sheets } = await readSheets({ name: 't.xlsx', bytes: rawPayload })
  const [notice, header, ...rows] = sheets.find(({ name }) => name === 'Constats')?.aside ?? []
  expect(notice?.cells[0]).toMatch(/^Maillage n’importe pas cette feuille/)
  expect(header?.cells).toEqual(['Nature', 'Constat', 'Ce qui est observé', 'Que faire', 'Prudence'])
  for (const { cells } of rows) expect(cells[2]).toMatch(/\p{L}{3}.*\.$/u)
  expect(sheets.filter(({ name }) => name === 'Constats')).toMatchObject([{ rows: [] }])
})

test('GEXF looks as the map does: whoever has more ties is larger, spheres have their colours', async () => {
  await using server = await serving({ t: ties('a-b a-c a-d') })
  const { payload } = await server.app.inject({ url: '/api/territories/t/export/territory.gexf?size=degree' })
  const sizeOf = (id: string) => {
    const node = payload.split('<node ').find((one) => one.includes(`label="${id}"`)) ?? ''
    expect(node).toMatch(/<viz:color r="\d+" g="\d+" b="\d+"\/>/)
    return Number(/<viz:size value="([\d.]+)"/.exec(node)?.[1])
  }
  expect(sizeOf('a')).toBeGreaterThan(sizeOf('b'))
  expect(sizeOf('b')).toBe(sizeOf('c'))
  const alike = await server.app.inject({ url: '/api/territories/t/export/territory.gexf?size=none' })
  expect(new Set(alike.payload.match(/<viz:size value="[\d.]+"/g)).size).toBe(1)
})

test('templates are made of the words of the territory', async () => {
  await using server = await serving({ t: [] })
  const response = await server.app.inject({ url: '/api/territories/t/template/modele-territoire.xlsx' })
  expect(response.statusCode).toBe(200)
  expect(await server.problem('GET', '/api/territories/t/template/autre.xlsx')).toMatchObject({
    code: 'unknown_file',
    details: { known: ['modele-territoire.xlsx', 'modele-enquete-papier.xlsx'] },
  })
})

test('a foreign spreadsheet is previewed, committed under its plan, and undone as one', async () => {
  await using server = await serving({ t: [] })
  const content =
    'Liste des partenaires;;\r\nStructure;Catégorie;Ville\r\nCCI;Chambre;Pau\r\nChambre de commerce;Chambre;Pau\r\n'
  const files = [{ name: 'liste 2024.csv', content }]
  const preview = await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files })
  expect(preview.sheets).toMatchObject([{ kind: { value: 'actor' }, header: { row: 2 }, counts: { read: 2, new: 2 } }])
  expect(preview.names).toMatchObject([
    { name: 'Chambre de commerce', state: 'to_confirm', candidates: [{ name: 'CCI' }] },
  ])
  const plan = { names: [{ name: 'Chambre de commerce', is: 'CCI' }] }
  const commit = { base: 1, key: newKey(), author: null }
  const done = await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files, plan, commit })
  expect(done.commit).toMatchObject({ revision: 2, origin: 'import', put: { actor: 1 } })
  await server.ask('POST', '/api/territories/t/undo', { revision: 2, base: 2, key: newKey(), author: null })
})

test('rows are shown by page and by what became of them', async () => {
  await using server = await serving({ t: [] })
  const rows = Array.from({ length: 250 }, (_, n) => `Usine ${n};entreprise;${n % 2 === 0 ? '' : 'Pau'}`)
  const files = [{ name: 'f.csv', content: ['Structure;Type;Commune', ...rows, ';entreprise;Pau'].join('\n') }]
  const show = [{ file: 'f.csv', from: 240, rows: 100 }]
  const page = await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files, show })
  expect(page.sheets[0]?.rows).toMatchObject({ from: 240, total: 251 })
  expect(page.sheets[0]?.rows.list).toHaveLength(11)
  const refused = [{ file: 'f.csv', states: ['refused'] }]
  const only = await server.answer(importedSchema, 'POST', '/api/territories/t/import', { files, show: refused })
  expect(only.sheets[0]?.rows.list).toMatchObject([
    { row: 252, state: 'refused', refusals: [{ code: 'missing_value' }] },
  ])
})

test('actors that somebody says are two are told no more', async () => {
  const two = ties('a-b').map((change) =>
    'put' in change && change.put === 'actor'
      ? { ...change, value: { ...change.value, name: change.value.id === 'a' ? 'CCI' : 'Chambre de commerce' } }
      : change,
  )
  await using server = await serving({ t: two })
  const commit = { base: 1, key: newKey(), author: null }
  const nobody = { actors: ['a', 'zz'], commit }
  expect(await server.problem('POST', '/api/territories/t/apart', nobody)).toMatchObject({ code: 'refused_changes' })
  await server.answer(commitSchema, 'POST', '/api/territories/t/apart', { actors: ['b', 'a'], commit })
  expect(await server.answer(duplicatesSchema, 'GET', '/api/territories/t/duplicates')).toEqual({ pairs: [], total: 0 })
})

test('actors that may be one are told, and made one by a commit', async () => {
  const two = ties('a-b').map((change) =>
    'put' in change && change.put === 'actor'
      ? { ...change, value: { ...change.value, name: change.value.id === 'a' ? 'Pôle emploi' : 'France Travail' } }
      : change,
  )
  await using server = await serving({ t: two })
  const { pairs, total } = await server.answer(duplicatesSchema, 'GET', '/api/territories/t/duplicates')
  // Whichever is kept, it goes by the name of today.
  const names = ['France Travail', 'France Travail']
  expect({ pairs, total }).toEqual({ pairs: [{ actors: ['a', 'b'], names, reasons: ['former_name'] }], total: 1 })
  const merge = { keep: 'b', gone: ['a'], commit: { base: 1, key: newKey(), author: null } }
  const commit = await server.answer(commitSchema, 'POST', '/api/territories/t/merge', merge)
  expect(commit).toMatchObject({ revision: 2, put: { actor: 1 }, removed: { actor: 1, tie: 1 } })
  const nobody = { keep: 'b', gone: ['zz'], commit: { base: 2, key: newKey(), author: null } }
  expect(await server.problem('POST', '/api/territories/t/merge', nobody)).toMatchObject({ code: 'refused_changes' })
})

test('a territory is held against an extract of the register, and keeps nothing of it', async () => {
  await using server = await serving({ t: ties('a-b') })
  const rows = [
    'siret;denominationUniteLegale;codeCommuneEtablissement;libelleCommuneEtablissement;activitePrincipaleEtablissement;trancheEffectifsEtablissement',
    '11111111100011;A;76217;DIEPPE;24.10Z;32',
    '22222222200011;ABSENTE;76400;LUNERAY;28.99B;41',
    '33333333300011;PETITE;76217;DIEPPE;28.99B;02',
  ]
  const file = { name: 'extrait.csv', content: rows.join('\n') }
  const asked = { file, sections: ['C'], headcount: 50 }
  // The extract names no EPCI: the table of communes does.
  expect(await server.answer(boundarySchema, 'POST', '/api/territories/t/boundary', asked)).toMatchObject({
    ...{ state: 'checked', known: 1, all: 2, absentees: 1 },
    rows: { read: 3, kept: 2, beyond: 1, closed: 0, repeated: 0, unread: 0 },
    places: [
      { place: 'CC Terroir de Caux', known: 0, all: 1 },
      { place: 'CA de la Région Dieppoise', known: 1, all: 1 },
    ],
    absent: [{ siret: '22222222200011', name: 'ABSENTE', presence: { is: 'missing' } }],
  })
  const other = { ...asked, file: { name: 'autre.csv', content: 'Nom;Ville\nA;Dieppe' } }
  expect(await server.answer(boundarySchema, 'POST', '/api/territories/t/boundary', other)).toEqual({
    state: 'no_siret',
    found: ['Nom', 'Ville'],
  })
})
