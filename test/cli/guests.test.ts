import { expect, test } from 'vitest'
import { readGuests, territoryOfList } from '../../server/cli/guests.ts'
import type { Notice } from '../../server/cli/notice.ts'

test('functions of people in a column of roles make them participants, which is said', () => {
  const text = 'Nom;Organisation;Rôle\nJean;Mairie;élue\nAnne;Usine;industriel\nPaul;Usine;hôte\nLuc;Lycée;\nZoé;Mairie;élue'
  // As Excel saves CSV on Windows: all these letters are where Latin-1 has them.
  const list = { name: 'liste.csv', bytes: Buffer.from(text, 'latin1') }
  const notices: Notice[] = []
  const guests = readGuests(list, territoryOfList(list), (notice) => notices.push(notice))
  expect(guests.map(({ person, role }) => [person, role])).toEqual([
    ['Jean', 'participant'],
    ['Anne', 'participant'],
    ['Paul', 'host'],
    ['Luc', null],
    ['Zoé', 'participant'],
  ])
  expect(notices).toEqual([
    { code: 'other_roles', details: { file: 'liste.csv', column: 'Rôle', count: 3, words: ['élue', 'industriel'] } },
  ])
})
