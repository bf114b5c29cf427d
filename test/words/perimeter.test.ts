import { expect, test } from 'vitest'
import { en } from '../../client/text/en.ts'
import { fr } from '../../client/text/fr.ts'
import { defaultPerimeter } from '../../server/domain/perimeter.ts'
import { emptyTerritory } from '../../server/domain/territory.ts'
import { perimeterSentence } from '../../server/words/perimeter.ts'
import { applied } from '../domain/arbitrary.ts'

const actor = { type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false } as const
const tie = { wave: 'w', from: 'a', to: 'b', reporter: null, directed: false }
const territory = applied(emptyTerritory('t'), [
  { put: 'vocabulary', value: { vocabulary: 'tieKind', id: 'loan', fr: 'all', en: 'none' } },
  { put: 'wave', value: { id: 'w', label: 'W', date: '2026-01-01', basis: 'survey' } },
  { put: 'actor', value: { id: 'a', name: 'A', ...actor } },
  { put: 'actor', value: { id: 'b', name: 'B', ...actor } },
  { put: 'tie', value: { ...tie, kind: 'trust' } },
  { put: 'tie', value: { ...tie, kind: 'loan' } },
  { put: 'space', value: { id: 's', name: 'S', kind: 'club' } },
  { put: 'space', value: { id: 'x', name: 'X', kind: 'programme_axis' } },
])
const usual = defaultPerimeter(territory, 'w')

test.each([
  ['as usual', {}, 'tous les liens, plus les espaces partagés', 'all ties, plus shared spaces'],
  [
    'nothing but actors of the territory, confirmed',
    { tieKinds: [], spaceKinds: [], direction: 'confirmed', actors: 'inside', collective: false },
    'aucun lien déclaré, sans les espaces partagés, confirmés par les deux, acteurs du territoire seulement, sans les acteurs collectifs',
    'no declared tie, without shared spaces, confirmed by both, actors of the territory only, without collective actors',
  ],
  [
    'a kind that is called as a choice is',
    { tieKinds: ['loan'], spaceKinds: ['club', 'programme_axis'] },
    'liens\u00a0: all, plus les espaces\u00a0: club et axe de programme',
    'ties: none, plus spaces: club and programme axis',
  ],
] as const)('a perimeter in words: %s', (_, choice, french, english) => {
  const perimeter = { ...usual, ...choice }
  expect(perimeterSentence(fr, territory, perimeter, usual)).toBe(french)
  expect(perimeterSentence(en, territory, perimeter, usual)).toBe(english)
})
