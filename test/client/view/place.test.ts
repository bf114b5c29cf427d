import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perimeterQuery } from '../../../client/data/perimeter.ts'
import {
  appearanceOf,
  changesParts,
  findingsPages,
  mapWays,
  type Place,
  pageSchema,
  pairOf,
  parametersOf,
  perimeterOf,
  placeSchema,
  searchOf,
  selectedOf,
  selecting,
  seminarSteps,
  tableRows,
  tieEnds,
  tieSelected,
  usualPlace,
} from '../../../client/view/place.ts'
import { colorings } from '../../../server/drawing/categories.ts'
import { layouts } from '../../../server/layout/arrangement.ts'
import { perimeterQuerySchema } from '../../../server/wire/network.ts'
import { languages } from '../../../server/words/language.ts'

const id = fc.stringMatching(/^[\p{L}0-9 &?=%+’.-]{1,20}$/u)
// Whatever a vocabulary may hold.
const word = fc.stringMatching(/^[\p{L}0-9_,%& ]{1,12}$/u)
const words = fc.uniqueArray(word, { maxLength: 4 })
const absent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const place: fc.Arbitrary<Place> = fc.record({
  wave: absent(id),
  tieKinds: absent(words),
  spaceKinds: absent(words),
  direction: absent(fc.constantFrom('confirmed' as const, 'directed' as const)),
  actors: absent(fc.constant('inside' as const)),
  collective: absent(fc.constant('false' as const)),
  show: absent(fc.constant('spaces' as const)),
  color: fc.constantFrom(...colorings),
  layout: fc.constantFrom(...layouts),
  around: absent(id),
  size: fc.constantFrom('none', 'degree', 'betweenness.raw', 'burt.constraint'),
  hide: words,
  chosen: words,
  alone: absent(fc.constant('chosen' as const)),
  actor: absent(id),
  space: absent(id),
  tie: absent(id),
  steps: absent(fc.constantFrom('1' as const, '2' as const, '3' as const)),
  path: absent(id),
  links: absent(fc.constantFrom('backbone' as const, 'all' as const)),
  rows: fc.constantFrom(...tableRows),
  sort: absent(fc.constantFrom('name', '-partners')),
  page: fc.constantFrom(...findingsPages),
  since: absent(id),
  part: fc.constantFrom(...changesParts),
  maps: fc.constantFrom(...mapWays),
  kinds: words,
  spheres: words,
  outcomes: words,
  finding: absent(id),
  seminar: absent(id),
  step: fc.constantFrom(...seminarSteps),
  from: absent(id),
  to: absent(id),
})

test('the address of a place names that place', () =>
  fc.assert(
    fc.property(place, (given) => {
      expect(placeAt(searchOf(given))).toEqual(given)
    }),
  ))

test('a place the page already holds is understood as it is', () =>
  fc.assert(
    fc.property(place, (given) => {
      expect(placeSchema.parse(given)).toEqual(given)
    }),
  ))

test('an empty list of kinds is not an absent one', () => {
  expect(searchOf({ spaceKinds: [] })).toBe('?spaceKinds=')
  expect(perimeterOf(placeAt('?spaceKinds='))).toEqual({ spaceKinds: [] })
  expect(perimeterOf(usualPlace)).toEqual({})
})

test('an address nobody made leads to the default, never to an error', () =>
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      expect(placeAt(`?${query}`).rows).toBe('actors')
      expect(languages).toContain(pageSchema.parse(parametersOf(query)).lang)
    }),
  ))

test('what is not understood is the default', () => {
  expect(placeAt('?color=rainbow&rows=columns&page=cover&direction=up&show=all&collective=true&actors=all')).toEqual(
    usualPlace,
  )
  expect(pageSchema.parse(parametersOf('?lang=xx'))).toEqual({ lang: 'fr' })
})

test('addresses people have kept lead where they led', () => {
  expect(perimeterOf(placeAt('?wave=w1&tieKinds=a,b&direction=directed&actors=inside&collective=false'))).toEqual({
    wave: 'w1',
    tieKinds: ['a', 'b'],
    direction: 'directed',
    actors: 'inside',
    collective: false,
  })
  expect(appearanceOf(placeAt('?show=spaces&color=type&size=none&hide=x,y'))).toEqual({
    spaces: true,
    color: 'type',
    size: null,
    hidden: ['x', 'y'],
    layout: 'free',
    around: null,
    ties: null,
  })
  expect(appearanceOf(placeAt('?layout=distance&around=a'))).toMatchObject({ layout: 'distance', around: 'a' })
  expect(selectedOf(placeAt('?space=s&actor=a'))).toEqual({ noun: 'actor', id: 'a' })
  expect(selectedOf(placeAt('?space=s'))).toEqual({ noun: 'space', id: 's' })
  expect(selectedOf(placeAt('?tie=a,b'))).toEqual(tieSelected('a', 'b'))
  expect(tieEnds(tieSelected('a,b', 'c%'))).toEqual(['a,b', 'c%'])
  expect(selectedOf(placeAt('?tie=a'))).toBeNull()
  expect(placeAt('?page=method&kinds=I1&spheres=x&outcomes=signal&finding=f')).toMatchObject({
    page: 'method',
    kinds: ['single_tie'],
    spheres: ['x'],
    outcomes: ['signal'],
    finding: 'f',
  })
  expect(pairOf(placeAt('?from=&to='))).toEqual(['', ''])
  expect(pairOf(placeAt('?from=a'))).toBeNull()
})

test('selecting one lets go of the other', () => {
  const other = { ...usualPlace, actor: 'a' }
  expect(selectedOf({ ...other, ...selecting({ noun: 'space', id: 's' }) })).toEqual({ noun: 'space', id: 's' })
  expect(selectedOf({ ...other, ...selecting(null) })).toBeNull()
})

test('a word that holds a comma stays one word, here and for the API', () => {
  const hide = ['eau, gaz', '100 %', '%2C']
  const given: Place = { ...usualPlace, hide, tieKinds: hide }
  expect(placeAt(searchOf(given))).toEqual(given)
  expect(perimeterQuerySchema.parse({ tieKinds: perimeterQuery(perimeterOf(given)).tieKinds }).tieKinds).toEqual(hide)
})

function placeAt(search: string): Place {
  return placeSchema.parse(parametersOf(search))
}

test('an address with the codes that kinds of findings once were still filters by them', () => {
  const { kinds } = placeSchema.parse(parametersOf('?kinds=lock_in_group,I0,single_tie,unheard-of'))
  expect(kinds).toEqual(['closed_group', 'isolated_actor', 'single_tie', 'unheard-of'])
})
