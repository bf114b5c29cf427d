import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheets } from '../../server/exchange/formats/sheets.ts'
import { maillage } from './maillage.ts'

const samples = join(import.meta.dirname, '../exchange/formats/samples')
const folder = mkdtempSync(join(tmpdir(), 'maillage-formats-'))
const env = { MAILLAGE_STORE: `sqlite:${join(folder, 'm.sqlite')}` }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheetsIn = async (file: string) => {
  const { sheets } = await readSheets({ name: file, bytes: readFileSync(join(folder, file)) })
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.length]))
}

describe('measure reads networks of other tools', () => {
  // Krackhardt (1990): Heather lies between 14 pairs, Diane has six ties.
  test.each(['kite.gml', 'kite.net', 'kite-igraph.graphml'])('%s', async (name) => {
    const ended = await maillage(['measure', join(samples, name), '--measures', 'degree,betweenness.raw'])
    expect(ended.code).toBe(0)
    const { nodes, measures } = JSON.parse(ended.stdout)
    const at = nodes.indexOf('Heather')
    expect(measures['betweenness.raw'].values[at]).toBe(14)
    expect(measures.degree.values[nodes.indexOf('Diane')]).toBe(6)
    expect(ended.stderr).toContain('10 numéros de nœuds laissés de côté')
  })

  test('and refuses what is damaged in a sentence', async () => {
    const file = join(folder, 'coupe.graphml')
    writeFileSync(file, readFileSync(join(samples, 'kite.graphml')).subarray(0, 900))
    const ended = await maillage(['measure', file])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toMatch(/coupe\.graphml, ligne \d+\s: illisible, attendu\s: un fichier GraphML entier/)
  })
})

test('diagnose reads them too, with the attributes of their nodes', async () => {
  const ended = await maillage([
    'diagnose',
    join(samples, 'kite.graphml'),
    '--directed',
    '--group',
    'commune',
    '--json',
  ])
  expect(ended.code).toBe(0)
  expect(JSON.parse(ended.stdout)).toHaveProperty('findings')
})

describe('convert', () => {
  test('a network of another tool becomes a workbook, and that a network again', async () => {
    const workbook = await maillage([
      'convert',
      join(samples, 'kite.graphml'),
      join(folder, 'kite.xlsx'),
      '--wave-date',
      '2024-06-01',
    ])
    expect(workbook).toMatchObject({ code: 0 })
    expect(workbook.stdout).toContain('10 acteurs, 18 liens')
    expect(await sheetsIn('kite.xlsx')).toMatchObject({ Acteurs: 11, Liens: 19, Vagues: 2 })
    const gexf = await maillage(['convert', join(folder, 'kite.xlsx'), join(folder, 'kite.gexf')])
    expect(gexf).toMatchObject({ code: 0 })
    expect(await sheetsIn('kite.gexf')).toEqual({ actors: 11, ties: 19 })
  })

  test('the end of the name says the format, and a file is not replaced unasked', async () => {
    const unknown = await maillage(['convert', join(samples, 'kite.gml'), join(folder, 'kite.docx')])
    expect(unknown).toMatchObject({ code: 1 })
    expect(unknown.stderr).toContain('la fin du nom dit le format')
    writeFileSync(join(folder, 'deja.xlsx'), 'à garder')
    const existing = await maillage(['convert', join(samples, 'kite.gml'), join(folder, 'deja.xlsx')])
    expect(existing.code).toBe(1)
    expect(readFileSync(join(folder, 'deja.xlsx'), 'utf8')).toBe('à garder')
  })
})

describe('export', () => {
  beforeAll(async () => {
    const example = join(import.meta.dirname, '../../examples/ardenne')
    const imported = await maillage(['import', example, '--territory', 'ardenne'], { env })
    if (imported.code !== 0) throw new Error(imported.stderr)
  }, 60_000)

  test('into one file of any format', async () => {
    const ended = await maillage(['export', 'ardenne', join(folder, 'ardenne.xlsx')], { env })
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('est écrit dans') })
    expect(await sheetsIn('ardenne.xlsx')).toMatchObject({ Acteurs: 34, Liens: 9 })
    const named = await maillage(['export', 'ardenne', join(folder, 'reseau.txt'), '--format', 'dl'], { env })
    expect(named.code).toBe(0)
    expect(readFileSync(join(folder, 'reseau.txt'), 'utf8')).toMatch(/^dl n=33/)
    const within = ['export', 'ardenne', join(folder, 'dedans.json'), '--actors', 'inside', '--tie-kinds', '']
    expect(await maillage(within, { env })).toMatchObject({ code: 0 })
    const { actors, ties } = JSON.parse(readFileSync(join(folder, 'dedans.json'), 'utf8'))
    expect(ties).toEqual([])
    expect(actors.length).toBeLessThan(33)
  })

  test('the table as the legend leaves it', async () => {
    const spheres = async (...hide: string[]) => {
      const file = join(folder, `acteurs-${hide.length}.csv`)
      const asked = ['export', 'ardenne', file, '--rows', 'actors', '--columns', 'name,sphere', ...hide]
      expect(await maillage(asked, { env })).toMatchObject({ code: 0 })
      const [, ...lines] = readFileSync(file, 'utf8').trim().split('\r\n')
      return lines.map((line) => line.split(';').at(-1))
    }
    const all = await spheres()
    expect(all).toContain('Économie')
    expect(await spheres('--hide', 'economie')).toEqual(all.filter((sphere) => sphere !== 'Économie'))
  })
})

test('boundary holds a territory against an extract, and what is missing is imported as it is', async () => {
  const mine = { MAILLAGE_STORE: `sqlite:${join(folder, 'boundary.sqlite')}` }
  const [list, extract, missing] = ['carte.csv', 'sirene.csv', 'absents.csv'].map((name) => join(folder, name))
  writeFileSync(list ?? '', 'Nom;Type;SIRET\nForge;Entreprise;55210055400013')
  const rows = ['siret;nom;commune;naf;tranche effectif', '55210055400013;FORGE;Eu;24.10Z;21']
  writeFileSync(extract ?? '', [...rows, '44306184100047;TISSAGE;Luneray;13.20Z;22'].join('\n'))
  const carte = ['import', list ?? '', '--territory', 'carte', '--yes']
  expect(await maillage(carte, { env: mine })).toMatchObject({ code: 0 })
  const told = await maillage(['boundary', 'carte', extract ?? '', '--missing', missing ?? ''], { env: mine })
  expect(told.stdout).toMatch(
    /^Votre carte compte 1 des 2 établissements industriels d’au moins 50 salariés de l’extrait\s; aucun de la CC Terroir de Caux\.\n/,
  )
  expect(told.stdout).toContain('– TISSAGE (44306184100047), Luneray, au moins 100 salariés')
  const added = ['import', missing ?? '', '--territory', 'carte', '--yes', '--json']
  const imported = JSON.parse((await maillage(added, { env: mine })).stdout)
  expect(imported).toMatchObject({ revision: 2, refusals: [] })
  const again = await maillage(['boundary', 'carte', extract ?? ''], { env: mine })
  expect(again.stdout).toMatch(/^Votre carte compte 2 des 2 établissements/)
})

test('a workbook that was exported is imported from the command line', async () => {
  const mine = { MAILLAGE_STORE: `sqlite:${join(folder, 'other.sqlite')}` }
  const example = join(import.meta.dirname, '../../examples/dieppe')
  expect(await maillage(['import', example, '--territory', 'dieppe'], { env: mine })).toMatchObject({ code: 0 })
  const files = join(folder, 'dieppe')
  mkdirSync(files)
  expect(await maillage(['export', 'dieppe', join(files, 'dieppe.xlsx')], { env: mine })).toMatchObject({ code: 0 })
  const again = await maillage(['import', files, '--territory', 'dieppe', '--json'], { env: mine })
  expect(again).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(again.stdout)).toMatchObject({ revision: null, refusals: [] })
})
