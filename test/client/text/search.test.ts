import { expect, test } from 'vitest'
import { looseMatching, matchRank, searchable } from '../../../client/text/search.ts'

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

const alike = [
  ['chemin', 'relier', 'itinéraire'],
  ['doublon', 'fusionner', 'deux fois'],
]
test.each([
  ['Chemin', 'Chemin entre deux acteurs…', 0],
  ['relier', 'Chemin entre deux acteurs…', 5],
  ['itineraires', 'Chemin entre deux acteurs…', 5],
  ['deux fois', 'Chercher les doublons', 5],
  ['chercher fusion', 'Chercher les doublons', 5],
  ['doublons chercher', 'Chercher les doublons', 4],
  ['doublons par chercher', 'Chercher les doublons', 4],
  ['par', 'Chercher les doublons', null],
  ['re', 'Doublons', null],
  ['chercher chemin', 'Chercher les doublons', null],
  ['', 'Chercher les doublons', null],
] as const)('« %s » looked for loosely beside « %s »: %s', (typed, name, rank) =>
  expect(looseMatching(typed, alike, ['par'])(searchable([name]))).toBe(rank),
)
