import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { boundaryCheck, sectionOf } from '../../server/exchange/register.ts'
import { actor, territoryOf } from '../network/draw.ts'

const named = (id: string, name: string, more: object = {}): Change => {
  const change = actor(id)
  return { ...change, value: { ...('put' in change ? change.value : {}), name, ...more } } as Change
}
const rowsOf = (text: string) => text.split('\n').map((line, at) => ({ row: at + 1, cells: line.split(';') }))

const territory = territoryOf([
  named('a', 'Aciéries', { siret: '55210055400013' }),
  named('f', 'Forge du Nord', { siren: '443061841' }),
  named('l', 'Laiterie Bréhault'),
  named('v', 'Verrerie de la Bresle'),
])

// Headers and codes of the open files of Sirene (Insee, description of variables).
const sirene = rowsOf(
  [
    'siret;denominationUniteLegale;libelleCommuneEtablissement;EPCI;activitePrincipaleEtablissement;trancheEffectifsEtablissement;etatAdministratifEtablissement',
    '55210055400013;ACIERIES SA;Dieppe;Dieppe-Maritime;24.10Z;32;A',
    '44306184100047;FORGE NORD;Eu;Villes Sœurs;25.50A;21;A',
    '33333333300011;VERRERIE DE LA BRESLE;Blangy;Villes Sœurs;23.13Z;22;A',
    '11111111100011;LAITERIE BREHAULT SAS;Luneray;Terroir de Caux;10.51A;21;A',
    '22222222200011;ABSENTE;Luneray;Terroir de Caux;28.99B;41;A',
    '22222222200029;FERMEE;Luneray;Terroir de Caux;28.99B;41;F',
    '44444444400011;PETITE;Dieppe;Dieppe-Maritime;25.62B;12;A',
    '66666666600011;COMMERCE;Dieppe;Dieppe-Maritime;47.11F;22;A',
    'inconnu;SANS NUMERO;Dieppe;Dieppe-Maritime;25.62B;22;A',
  ].join('\n'),
)

test('who of the register is on the map: by SIRET, SIREN, name; what is alike is to be confirmed', () => {
  const check = boundaryCheck(territory, sirene, { sections: ['C'], headcount: 50 })
  expect(check?.establishments.map(({ name, presence }) => [name, presence])).toEqual([
    ['ACIERIES SA', { is: 'known', actor: 'a', by: 'siret' }],
    ['FORGE NORD', { is: 'known', actor: 'f', by: 'siren' }],
    ['VERRERIE DE LA BRESLE', { is: 'known', actor: 'v', by: 'name' }],
    ['LAITERIE BREHAULT SAS', { is: 'alike', actors: [{ id: 'l', reason: 'legal_form' }] }],
    ['ABSENTE', { is: 'missing' }],
  ])
  expect(check?.places).toEqual([
    { place: 'Terroir de Caux', known: 0, all: 2 },
    { place: 'Dieppe-Maritime', known: 1, all: 1 },
    { place: 'Villes Sœurs', known: 2, all: 2 },
  ])
  expect(check?.rows).toEqual({ read: 9, kept: 5, beyond: 2, closed: 1, repeated: 0, unread: 1 })
})

test('a number of employees is a number, a band a band', () => {
  const numbers = rowsOf('SIRET;Nom;Effectif\n22222222200011;Douze;12\n22222222200029;Soixante;60')
  const bands = rowsOf("SIRET;Nom;Tranche d'effectif\n22222222200011;A;12\n22222222200029;B;50 à 99 salariés")
  const namesOf = (rows: typeof numbers) =>
    boundaryCheck(territory, rows, { sections: [], headcount: 20 })?.establishments.map(({ name }) => name)
  expect(namesOf(numbers)).toEqual(['Soixante'])
  expect(namesOf(bands)).toEqual(['A', 'B'])
})

test('what is closed, or twice in the extract, is left out and said', () => {
  const rows = rowsOf(
    [
      'siren;nic;siret;etablissementSiege;codePostalEtablissement;libelleCommuneEtablissement;codeCommuneEtablissement;etatAdministratifEtablissement;enseigne1Etablissement;denominationUsuelleEtablissement;activitePrincipaleEtablissement',
      '552100554;00013;55210055400013;true;76200;DIEPPE;76217;A;ACIERIES;;24.10Z',
      '552100554;00013;55210055400013;true;76200;DIEPPE;76217;A;ACIERIES;;24.10Z',
      '552100554;00021;55210055400021;false;76200;DIEPPE;76217;F;ACIERIES;;24.10Z',
      '333333333;00011;33333333300011;true;76260;EU;76255;Fermé;VERRERIE;;23.13Z',
    ].join('\n'),
  )
  const check = boundaryCheck(territory, rows, { sections: [], headcount: 0 })
  expect(check?.establishments.map(({ name }) => name)).toEqual(['ACIERIES'])
  expect(check?.rows).toEqual({ read: 4, kept: 1, beyond: 0, closed: 2, repeated: 1, unread: 0 })
})

test('a table without SIRET is no extract', () => {
  expect(boundaryCheck(territory, rowsOf('Nom;Commune\nA;Pau'), { sections: [], headcount: 0 })).toBeNull()
})

// https://www.insee.fr/fr/information/2120875
test('sections of the nomenclature of activities', () => {
  expect(['01.11Z', '10.51A', '33.20D', '35.11Z', '84.11Z', '99.00Z', '', '04.00Z'].map(sectionOf)).toEqual([
    'A',
    'C',
    'C',
    'D',
    'O',
    'U',
    null,
    null,
  ])
})
