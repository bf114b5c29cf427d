import { expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { after } from '../fixture.ts'
import { importOf, team } from './imported.ts'

const header = 'Structure;Type;Commune'
const csv = (...rows: string[]) => ({ 'acteurs.csv': `${rows.join('\n')}\n` })

const near = csv(
  header,
  'Chantiers du Port;Entreprise;SAINT NAZAIRE CEDEX',
  'Mairie de Trignac;Commune;Trignac',
  'Ateliers Sud;Entreprise;Trignac',
  'Conserverie Blanche;Entreprise;Pornichet',
  'Cabinet Martin;Entreprise;Lyon 3e',
)

const actorsOf = (files: ReturnType<typeof csv>, plan = {}) => {
  const read = importOf(files, { wave: team, plan })
  const territory = after(emptyTerritory('t'), read.changes)
  return { read, actors: [...territory.actors.values()], territory }
}

test('actors stand where their commune is, by its name, and the grid says so', () => {
  const { read, actors } = actorsOf(near)
  expect(actors.find(({ name }) => name === 'Chantiers du Port')).toMatchObject({
    commune: 'Saint-Nazaire',
    latitude: 47.2796,
    longitude: -2.2099,
    // Of the EPCI of Trignac, whose town hall is among them.
    inside: true,
  })
  expect(actors.find(({ name }) => name === 'Cabinet Martin')).toMatchObject({ commune: 'Lyon', inside: false })
  const [row] = read.sheets[0]?.rows.list ?? []
  expect(row?.cells[2]).toMatchObject({ text: 'SAINT NAZAIRE CEDEX', proposed: true })
  expect(row?.cells[2]?.read).toContain('Saint-Nazaire (44)')
})

test('a homonym that nothing tells apart is asked, and takes the answer', () => {
  const far = csv(header, 'Chantiers du Port;Entreprise;Saint-Nazaire')
  const { read, actors } = actorsOf(far)
  expect(actors).toMatchObject([{ commune: 'Saint-Nazaire' }])
  expect(actors[0]?.latitude).toBeUndefined()
  const column = read.sheets[0]?.columns[2]
  expect(column?.values).toMatchObject([
    {
      value: 'Saint-Nazaire',
      means: null,
      choices: ['Saint-Nazaire (30)', 'Saint-Nazaire (44)', 'Saint-Nazaire (66)'],
    },
  ])
  const values = [{ column: column?.key ?? '', value: 'Saint-Nazaire', means: 'Saint-Nazaire (66)' }]
  const answered = actorsOf(far, { sheets: [{ file: 'acteurs.csv', sheet: null, values }] })
  expect(answered.actors).toMatchObject([{ commune: 'Saint-Nazaire', latitude: 42.6679 }])
})

test('the same file again changes nobody; coordinates of the file are kept; refused proposals propose none', () => {
  const { territory } = actorsOf(near)
  const again = importOf(near, { wave: team }, territory)
  expect(again.sheets[0]?.counts).toMatchObject({ matched: 5, changed: 0 })
  const said = csv('Structure;Type;Commune;latitude;longitude', 'Ateliers;Entreprise;Dieppe;49,5;1,5')
  expect(actorsOf(said).actors).toMatchObject([{ commune: 'Dieppe', latitude: 49.5, longitude: 1.5 }])
  const sure = importOf(near, { wave: team, plan: { proposals: 'refused' } })
  expect(JSON.stringify(sure.changes)).not.toContain('latitude')
})

test('a column of postcodes tells homonyms apart', () => {
  const posted = csv(
    'Structure;Type;Code postal;Commune',
    'Chantiers du Port;Entreprise;44600;St Nazaire',
    'Mas;Entreprise;66570;Saint-Nazaire',
  )
  expect(actorsOf(posted).actors.map(({ latitude }) => latitude)).toEqual([47.2796, 42.6679])
})
