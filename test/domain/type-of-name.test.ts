import { expect, test } from 'vitest'
import { typeOfName } from '../../server/domain/type-of-name.ts'

test.each([
  ['Mairie de Vire', 'commune'],
  ['Communauté de communes du Val', 'epci'],
  ['Lycée Marie-Curie', 'formation'],
  ['Mission locale', 'emploi_insertion'],
  ['Fonderie Lagravelle', null],
  ['Mairie', null],
])('« %s » speaks of the type %s', (name, type) => {
  expect(typeOfName(name)).toBe(type)
})
