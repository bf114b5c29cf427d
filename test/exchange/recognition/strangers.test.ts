import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { sourceSheets } from '../../../server/exchange/recognition/source-sheet.ts'
import { after } from '../fixture.ts'
import { importOf, team } from './imported.ts'

const sheet = (...rows: string[]) => {
  const read = importOf({ 'fichier.csv': rows.join('\r\n') }, { wave: team })
  return { read, first: read.sheets[0], territory: after(emptyTerritory('t'), read.changes) }
}
const tiesOf = ({ ties }: ReturnType<typeof sheet>['territory']) =>
  [...ties.values()].map(({ from, kind, to }) => `${from} ${kind} ${to}`).toSorted()

test('« Idem » is the cell above, and a dash says nothing', () => {
  const { read, first, territory } = sheet(
    'Action;Chef de file;Partenaires;Fin',
    'Campus;Région Bretagne;CCI, UIMM;31/12/2025',
    'Forum;idem;Idem;–',
    'Fablab;–;n.c.;-',
  )
  expect(first?.counts).toMatchObject({ new: 3, refused: 0 })
  expect(
    [...territory.participations.values()].map(({ actor, role, space }) => `${actor} ${role} ${space}`).toSorted(),
  ).toEqual([
    ...['cci partner campus', 'cci partner forum', 'region-bretagne pilot campus', 'region-bretagne pilot forum'],
    ...['uimm partner campus', 'uimm partner forum'],
  ])
  expect([...territory.spaces.values()].map(({ end }) => end)).toEqual(['2025-12-31', undefined, undefined])
  expect(read.sheets[0]?.rows.list[1]?.cells[1]).toMatchObject({ text: 'idem', read: 'Région Bretagne' })
})

test('axes between the actions of a programme are those that they are of', () => {
  const { first, territory } = sheet(
    'N°;Action;Chef de file;Partenaires',
    'Axe 1 – Attirer;;;',
    '1.1;Campus;Région Bretagne;CCI',
    'AXE 2 : Recruter;;;',
    '2.1;Logement;Action Logement;Mairie de Brest',
  )
  expect(first?.setAside.map(({ row, why }) => [row, why])).toEqual([
    [2, 'section'],
    [4, 'section'],
  ])
  const { spaces } = territory
  expect([...spaces.values()].map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
    ['axe-1-attirer', 'programme_axis', undefined],
    ['axe-2-recruter', 'programme_axis', undefined],
    ['campus', 'project', 'axe-1-attirer'],
    ['logement', 'project', 'axe-2-recruter'],
  ])
})

test('projects across organisations: a cross takes part, a P pilots, and a number of partners is nobody', () => {
  const { first, territory } = sheet(
    'Projet;Mairie;CCI;Lycée Ango;Nb partenaires',
    'Fablab;P;x;x;3',
    'Forum emploi;x;P;;2',
    'Total;2;2;1;',
  )
  expect(first?.kind).toMatchObject({ value: 'projects', sure: true })
  expect(territory.actors.size).toBe(3)
  expect([...territory.participations.values()].map(({ actor, role }) => `${actor} ${role}`).toSorted()).toEqual([
    ...['cci partner', 'cci pilot', 'lycee-ango partner', 'mairie partner', 'mairie pilot'],
  ])
})

test('a list of organisations with their partners is one of actors and ties, not of projects', () => {
  const { first, territory } = sheet(
    'Nom;Type;Commune;Partenaires',
    'Éts Ménard;Entreprise;Firminy;Métropole + CCI',
    'Métropole;EPCI;Saint-Étienne;néant',
  )
  expect(first?.kind.value).toBe('answers')
  // Without a wave nothing of it stands: it is asked for.
  expect(importOf({ 'a.csv': 'Nom;Type;Partenaires\nÉts Ménard;Entreprise;CCI' }).wave.needed).toBe(true)
  expect(tiesOf(territory)).toEqual(['ets-menard partnership cci', 'ets-menard partnership metropole'])
  const other = sheet(
    'Structure;Catégorie;SIREN;Relations avec',
    'Bonduelle;Entreprise;552100554;Mairie de Péronne ; Cénaldi',
    'Cénaldi;Coopérative;;Bonduelle',
  )
  expect(other.first?.kind.value).toBe('answers')
  expect(tiesOf(other.territory)).toHaveLength(2)
  // Two ends that name the same, and what is said of each tie: a list of ties as before.
  expect(sheet('Structure;Partenaires;Type de relation', 'CCI;Mairie;partenariat').first?.kind.value).toBe('tie')
})

test('questionnaires ask who answers, and where, in sentences', () => {
  const { first, territory } = sheet(
    'Horodateur,Adresse e-mail,Quelle organisation représentez-vous ?,Dans quelle commune ?,Vous êtes :,"Citez les organisations avec lesquelles vous échangez (une par ligne)"',
    '2025/01/14 10:12,a@b.fr,Atelier Duval,Dieppe,Une entreprise,"CCI de Rouen\nLycée Ango"',
    '2025/01/14 11:00,c@d.fr,Maison du port,Eu,Une association,ne sait pas',
  )
  expect(first?.kind).toMatchObject({ value: 'answers', sure: true })
  expect([...territory.actors.values()].map(({ name, commune, type }) => [name, commune, type])).toEqual([
    ['Atelier Duval', 'Dieppe', 'entreprise'],
    ['CCI de Rouen', undefined, 'chambre_consulaire'],
    ['Lycée Ango', undefined, 'formation'],
    ['Maison du port', 'Eu', 'ess'],
  ])
  expect(tiesOf(territory)).toHaveLength(2)
})

test('what the columns of one question are about may stand in the row beneath it', () => {
  const { first, territory } = sheet(
    'Numéro de série;SID;Votre organisation;Avec quels acteurs travaillez-vous ?;;',
    ';;;Ville de Brest;CCI;Pôle Mer',
    '1;12;Ifremer;X;;X',
    '2;13;Naval Group;;X;',
  )
  expect(first?.setAside).toEqual([{ row: 2, why: 'header', text: 'Ville de Brest' }])
  expect(first?.counts).toMatchObject({ read: 2, new: 2 })
  expect(tiesOf(territory)).toEqual([
    'ifremer cooperation pole-mer',
    'ifremer cooperation ville-de-brest',
    'naval-group cooperation cci',
  ])
  expect(territory.actors.get('ifremer')?.attributes).toBeUndefined()
})

test('nodes with a short name are actors, and ties that a tool leaves without a kind are cooperation, proposed', async () => {
  const vna =
    '*Node data\nID type\n"Mairie de Dax" commune\nThermes entreprise\n*Node properties\nID shortlabel\n"Mairie de Dax" Mairie\n*Tie data\nfrom to coop\n"Mairie de Dax" Thermes 1\n'
  const gexf =
    '<gexf version="1.3"><graph><nodes><node id="a" label="Métropole"/><node id="b" label="École"/></nodes><edges><edge id="0" source="a" target="b" kind="partenariat"/><edge id="1" source="b" target="a" type="directed"/></edges></graph></gexf>'
  const read = async (name: string, text: string) =>
    readImport((await sourceSheets([{ name, bytes: Buffer.from(text) }])).sheets, emptyTerritory('t'), { wave: team })
  expect((await read('a.vna', vna)).sheets.map(({ kind }) => kind.value)).toEqual(['actor', 'tie'])
  const { sheets, refusals } = await read('a.gexf', gexf)
  expect(refusals).toEqual([])
  const [actors, edges] = sheets
  expect([actors?.kind.value, edges?.counts.new]).toEqual(['actor', 2])
  expect(edges?.rows.list[1]?.cells.filter(({ proposed }) => proposed)).toEqual([
    { text: '', read: 'cooperation', proposed: true },
  ])
})

test('a sheet of a workbook that has one cell is no list of actors; Kumu’s elements are actors', () => {
  const rows = (...lines: string[]) => lines.map((line, at) => ({ row: at + 1, cells: line.split(';') }))
  const { sheets } = readImport(
    [
      { file: 'a.xlsx', sheet: 'Graphique', rows: rows('Camembert') },
      { file: 'a.xlsx', sheet: 'Elements', rows: rows('Label;Type;Tags;Description', 'Ifremer;Recherche;mer;Brest') },
    ],
    emptyTerritory('t'),
  )
  expect(sheets.map(({ kind }) => kind.value)).toEqual(['nothing', 'actor'])
})
