import { describe, expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import type { Plan } from '../../../server/exchange/plan.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { after } from '../fixture.ts'
import { importOf, putBy, team } from './imported.ts'

const actors = ['Nom;Type;Commune', 'CCI de Rouen;chambre consulaire;Rouen', 'Forges du Val;Entreprise;Eu']
const ties = [
  'De;Vers;Nature du lien',
  'CCI de Rouen;Forges du Val;partenariat',
  'Forges du Val;CCI de Rouen;financement',
]

const read = (rows: readonly string[], plan: Plan = {}) =>
  importOf({ 'suivi.csv': rows.join('\r\n') }, { wave: team, plan })
/** Of each table: where it stands, what it is, its header, what is read, what is set aside. */
const tables = (rows: readonly string[], plan: Plan = {}) =>
  read(rows, plan).sheets.map(({ part, kind, header, counts, setAside }) => [
    part?.rows?.join('–') ?? part?.columns?.join('–') ?? null,
    kind.value,
    header.row,
    counts.read,
    setAside.map(({ row, why }) => `${row} ${why}`).join(', '),
  ])
const namesIn = (rows: readonly string[]) =>
  [...after(emptyTerritory('t'), read(rows).changes).actors.values()].map(({ name }) => name)

describe('tables one under the other', () => {
  test('actors, then ties: each is read by its own header, at the rows of the file', () => {
    const rows = [...actors, '', ...ties]
    expect(tables(rows)).toEqual([
      ['1–3', 'actor', 1, 2, ''],
      ['5–7', 'tie', 5, 2, ''],
    ])
    const reading = read(rows)
    expect(putBy(reading)).toMatchObject({ actor: 2, tie: 2 })
    expect(reading.refusals).toEqual([])
    expect(reading.sheets[1]?.rows.list.map(({ row }) => row)).toEqual([6, 7])
    expect(read([...rows, 'CCI de Rouen;;partenariat']).refusals).toMatchObject([{ row: 8, column: 'Vers' }])
  })

  test('a title above each, parted from it or not, is a title and nobody’s name', () => {
    const rows = ['Annuaire', ...actors, '', '', 'Qui travaille avec qui', '', ...ties]
    expect(tables(rows)).toEqual([
      ['1–4', 'actor', 2, 2, '1 title'],
      ['7–11', 'tie', 9, 2, '7 title'],
    ])
    expect(tables([...actors, 'Qui travaille avec qui', ...ties]).map(([place]) => place)).toEqual(['1–3', '4–7'])
    expect(namesIn(rows)).toEqual(['CCI de Rouen', 'Forges du Val'])
    // A workbook has no rows where nothing is written.
    const written = rows.flatMap((text, at) => (text === '' ? [] : [{ row: at + 1, cells: text.split(';') }]))
    const { sheets } = readImport([{ file: 'suivi.xlsx', sheet: 'Feuil1', rows: written }], emptyTerritory('t'))
    expect(sheets.map(({ part, header }) => [part?.rows, header.row])).toEqual([
      [[1, 4], 2],
      [[7, 11], 9],
    ])
  })

  test('three; a total and a note are of the table above them; a table of two rows is one', () => {
    const projects = ['Projet;Porteur;Partenaires', 'Fablab;CCI de Rouen;Forges du Val']
    expect(tables([...actors, 'Total;2;', '', 'Source : service économique', '', ...ties, '', ...projects])).toEqual([
      ['1–6', 'actor', 1, 2, '4 total, 6 note'],
      ['8–10', 'tie', 8, 2, ''],
      ['12–13', 'projects', 12, 1, ''],
    ])
  })

  test('a header of two lines, first or second', () => {
    const grouped = ['Structure;;;Siège', 'Nom;Catégorie;N° SIRET;Commune', 'Forges;Industrie;552 100 554 00013;Eu']
    expect(tables([...grouped, '', ...ties]).map(([place, kind, header]) => [place, kind, header])).toEqual([
      ['1–3', 'actor', 2],
      ['5–7', 'tie', 5],
    ])
    expect(tables([...ties, '', ...grouped]).map(([place, kind, header]) => [place, kind, header])).toEqual([
      ['1–3', 'tie', 1],
      ['5–7', 'actor', 6],
    ])
  })

  test('a matrix, a list of who was there', () => {
    const matrix = [';CCI de Rouen;Forges du Val', 'CCI de Rouen;;x', 'Forges du Val;x;']
    const present = ['Structure;12/03/2024;15/04/2024', 'CCI de Rouen;x;', 'Forges du Val;x;x']
    const kinds = [matrix, present].map((other) => tables([...actors, '', ...other]).map(([, kind]) => kind))
    expect(kinds).toEqual([
      ['actor', 'matrix'],
      ['actor', 'attendance'],
    ])
  })

  test('ties of two years under one header each are of a wave each', () => {
    const { sheets } = read(['Liens 2022', ...ties, '', 'Liens 2023', ...ties])
    expect(sheets.map(({ part, yearly }) => [part?.rows, yearly?.label])).toEqual([
      [[1, 4], '2022'],
      [[6, 9], '2023'],
    ])
  })
})

describe('tables side by side', () => {
  test('actors and ties, each at its columns', () => {
    const rows = [
      'Acteurs;;;;Liens;;',
      'Nom;Type;Commune;;De;Vers;Nature',
      'CCI de Rouen;chambre consulaire;Rouen;;CCI de Rouen;Forges du Val;partenariat',
      'Forges du Val;Entreprise;Eu;;;;',
      'Lycée Ango;Lycée;Dieppe;;;;',
    ]
    expect(tables(rows)).toEqual([
      ['A–C', 'actor', 2, 3, '1 title'],
      ['E–G', 'tie', 2, 1, '1 title'],
    ])
    const { sheets, refusals } = read(rows)
    expect(refusals).toEqual([])
    expect(sheets[1]?.columns.filter(({ added }) => !added).map(({ key }) => key)).toEqual(['E', 'F', 'G'])
    // What is said of a column of the second goes by its letters in the sheet.
    const cells = [{ row: 3, column: 'F', value: 'Lycée Ango' }]
    const mended = read(rows, {
      sheets: [{ file: 'suivi.csv', sheet: null, part: { columns: ['E', 'G'] }, cells }],
    })
    expect(mended.sheets[1]?.rows.list[0]?.cells[1]).toMatchObject({ text: 'Lycée Ango', edited: true })
  })

  test('one list in two columns of its own is read whole', () => {
    expect(
      namesIn([
        'Nom;Type;;Nom;Type',
        'CCI;chambre consulaire;;Lycée Ango;Lycée',
        'Forges;Entreprise;;Mairie d’Eu;Mairie',
      ]),
    ).toHaveLength(4)
  })

  test('a legend, and columns parted for the eye, are no table', () => {
    const legend = ['Nom;Type;Adhérent ?;;Code;Sens', 'CCI;chambre consulaire;O;;O;oui', 'Forges;Entreprise;N;;N;non']
    const parted = ['Structure;Type;Commune;;Projet;Porteur;Début', 'Forges;Entreprise;Eu;;Fablab;CCI;2024']
    expect([legend, parted].map((rows) => tables(rows).map(([place]) => place))).toEqual([[null], [null]])
  })
})

describe('one table all the same', () => {
  test.each([
    ['a blank row', [...actors, '', 'Mairie d’Eu;Commune;Eu', '', 'Association Les Amis;Association;Eu'], 4],
    ['a name alone above the same header', [...actors, 'Lycée Ango', 'Nom;Type;Commune', 'CFA;Lycée;Dieppe'], 4],
    ['the same header again', [...actors, '', 'Nom;Type;Commune', 'Lycée Ango;Lycée;Dieppe'], 3],
    [
      'the same under a title',
      [...actors, '', 'Annuaire – page 2', ...actors.slice(0, 1), 'Lycée Ango;Lycée;Dieppe'],
      3,
    ],
    [
      'titles of parts',
      ['Nom;Type;Commune', 'COLLECTIVITÉS;;', '', 'Mairie d’Eu;Mairie;Eu', '', 'ENTREPRISES;;', '', actors[2] ?? ''],
      2,
    ],
    ['what is about the file', ['Territoire;Dieppe', 'Commune;Eu', 'Auteur;Mme Blin', '', ...actors], 2],
    ['total and notes', [...actors, 'Total;2;', '', 'Source : service économique', '* en 2024'], 2],
  ])('%s', (_, rows, names) => {
    const { sheets } = read(rows)
    expect(sheets.map(({ tables, part, perhapsHeader }) => [tables, part, perhapsHeader])).toEqual([
      [1, undefined, null],
    ])
    expect(namesIn(rows)).toHaveLength(names)
  })

  test('a row that may be a header is told, and its table not invented', () => {
    const rowTold = (rows: readonly string[]) => read(rows).sheets.map(({ perhapsHeader }) => perhapsHeader)
    expect(rowTold([...actors, '', 'Type;Nombre', 'Entreprise;1', 'chambre consulaire;1'])).toEqual([5])
    expect(rowTold([...actors, ...ties])).toEqual([4])
  })

  test('where somebody says something of the sheet as a whole', () => {
    const plan = { sheets: [{ file: 'suivi.csv', sheet: null }] }
    const { sheets } = read([...actors, '', ...ties], plan)
    expect(sheets.map(({ tables, counts }) => [tables, counts.read])).toEqual([[2, 5]])
  })
})
