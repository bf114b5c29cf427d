import { expect, test } from 'vitest'
import { seminarGround } from '../../server/answer/seminars.ts'
import { readGuests, territoryOfList } from '../../server/cli/guests.ts'
import type { Notice } from '../../server/cli/notice.ts'
import { plannedOf } from '../../server/cli/seminar.ts'

test('functions of people in a column of roles make them participants, which is said', () => {
  const rows = ['Jean;Mairie;élue', 'Anne;Usine;industriel', 'Paul;Usine;hôte', 'Luc;Lycée;', 'Zoé;Mairie;élue']
  // As Excel saves CSV on Windows: all these letters are where Latin-1 has them.
  const list = { name: 'liste.csv', bytes: Buffer.from(['Nom;Organisation;Rôle', ...rows].join('\n'), 'latin1') }
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

test('without hosts, two tables do not trade their people from one round to the next', () => {
  const rows = Array.from({ length: 12 }, (_, i) => `O${i};${i % 2 === 0 ? 'économie' : 'culture'}`)
  const list = { name: 'liste.csv', bytes: Buffer.from(['Organisation;Sphère', ...rows].join('\n')) }
  const territory = territoryOfList(list)
  const guests = readGuests(list, territory, () => {})
  const files = { hosts: null, apart: null, together: null }
  const { quality } = plannedOf(seminarGround(territory, null), 'liste.csv', guests, files, { tables: 2, rounds: 2 })
  // Three of each six stay together: of 30 meetings a round no fewer than 12 come twice.
  expect(quality).toMatchObject({ pairsMet: 48, repeats: 12 })
})
