import { expect, test } from 'vitest'
import { dayMeant } from '../../../server/exchange/recognition/days.ts'

test.each([
  ['2027', '2027-01-01', '2027-12-31'],
  ['T4 2025', '2025-10-01', '2025-12-31'],
  ['2e semestre 2024', '2024-07-01', '2024-12-31'],
  ['1er trimestre 2024', '2024-01-01', '2024-03-31'],
  ['Février 2024', '2024-02-01', '2024-02-29'],
  ['12/2025', '2025-12-01', '2025-12-31'],
  ['1er janvier 2024', '2024-01-01', '2024-01-01'],
  ['3/2/25', '2025-02-03', '2025-02-03'],
  ['lundi 3 mars 2025', '2025-03-03', '2025-03-03'],
  ['31/02/25', null, null],
  ['en cours', null, null],
  ['3e semestre 2024', null, null],
  ['', null, null],
])('« %s »', (text, first, last) => {
  expect([dayMeant(text, 'first'), dayMeant(text, 'last')]).toEqual([first, last])
})
