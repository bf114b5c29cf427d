import { expect, test } from 'vitest'
import { matchRank, searchable } from '../../../client/text/search.ts'

test.each([
  ['finance', 'ﬁnance du Port', 0],
  ['oeuvre', 'Œuvre', 0],
  ['Œuvre', 'oeuvre', 0],
  ["l'ecole", 'L’École', 0],
  ['lecole', 'L’École', 3],
  ['cote d albatre', 'CC Côte d’Albâtre', 1],
  ['ｐｏｒｔ', 'ﬁnance du Port', 1],
  ['saint-nazaire', 'Port de Saint\u00a0Nazaire', 1],
  ['cole', 'L’École', 2],
  ['', 'L’École', null],
  ['’', 'L’École', null],
  ['mairie', 'L’École', null],
] as const)('« %s » beside « %s »: %s', (typed, name, rank) => expect(matchRank(searchable([name]), typed)).toBe(rank))

test('other names answer too', () => expect(matchRank(searchable(['Mairie', 'Hôtel de ville']), 'hotel')).toBe(0))
