import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AlikeIndex, comparedName, likeness } from '../../server/exchange/alike.ts'

const why = (a: string, b: string) => likeness(comparedName(a), comparedName(b))?.reason ?? null

test.each([
  ['CCI', 'Chambre de commerce et d’industrie', 'acronym'],
  ['CCI', 'Chambre de commerce', 'acronym'],
  ['CCI', 'CCI de la Mayenne', 'acronym'],
  ['CARENE', 'Communauté d’agglomération de la région nazairienne et de l’estuaire', 'acronym'],
  ['CC du Pays de Nay', 'Communauté de communes du Pays de Nay', 'acronym'],
  ['Pôle emploi', 'France Travail', 'former_name'],
  ['Conseil général de la Loire', 'Département de la Loire', 'former_name'],
  ['Laiterie Bréhault SAS', 'laiterie bréhault', 'legal_form'],
  ['SARL Menuiserie Petit', 'Menuiserie Petit', 'legal_form'],
  ['Mairie de St-Aubin', 'Commune de Saint-Aubin', 'legal_form'],
  ['Lycée Ambroise-Paré', 'Lycée Général Ambroise Paré', 'contained'],
  ['Menuiserie du Maine', 'Menuiseries du Maine', 'typing'],
  ['Lycée M. Genevoix', 'Lycée Maurice-Genevoix', 'acronym'],
  ['Méca Précis', 'MECA-PRECIS', 'spelling'],
])('« %s » may be « %s »: %s', (a, b, reason) => {
  expect(why(a, b)).toBe(reason)
  expect(why(b, a)).toBe(reason)
})

test.each([
  ['CCI', 'CMA'],
  ['CCI de la Mayenne', 'CCI de la Sarthe'],
  ['DDT 53', 'DDT 35'],
  ['Chambre d’agriculture', 'Chambre de commerce'],
  ['Ville de Brécé', 'Communauté d’agglomération du Pays de Brécé'],
  ['Brécé Habitat', 'Ville de Brécé'],
  ['Lycée', 'Lycée Ambroise-Paré'],
  ['Lycée A', 'Lycée Ambroise'],
  ['', 'CCI'],
])('nothing says that « %s » is « %s »', (a, b) => {
  expect(why(a, b)).toBeNull()
})

test('likeness is the same both ways, and every name is like itself', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('CCI', 'SAS', 'Ville de', '…', 'Œuvre'),
  )
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(why(a, b)).toBe(why(b, a))
      if (comparedName(a).folded !== '') expect(why(a, a)).toBe('spelling')
    }),
  )
})

test('the index finds what comparing with each would find', () => {
  const word = fc.constantFrom(
    'cci',
    'lycée',
    'brécé',
    'Robert',
    'Buron',
    'SAS',
    'mairie',
    'de',
    'france',
    'travail',
    'pôle',
    'emploi',
  )
  const names = fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(names, (all) => {
      const index = new AlikeIndex<string>()
      for (const name of all) index.add(name, name)
      for (const name of all) {
        const found = index.search(name).map(({ item }) => item)
        expect(found.sort()).toEqual(all.filter((other) => why(name, other) !== null).sort())
      }
    }),
  )
})
