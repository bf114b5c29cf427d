import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressOf,
  colorings,
  findingsPages,
  mapOf,
  type Place,
  placeOf,
  tableRows,
  territoryScreens,
} from '../../../client/state/place.ts'
import { perimeterQuerySchema } from '../../../server/wire/network.ts'
import { languages } from '../../../server/words/language.ts'

const id = fc.stringMatching(/^[\p{L}0-9 &?=%+’.-]{1,20}$/u)
// Whatever a vocabulary may hold.
const word = fc.stringMatching(/^[\p{L}0-9_,%& ]{1,12}$/u)
const words = fc.uniqueArray(word, { maxLength: 4 })
const absent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const perimeter = fc
  .record({
    wave: absent(id),
    tieKinds: absent(words),
    spaceKinds: absent(words),
    direction: absent(fc.constantFrom('confirmed' as const, 'directed' as const)),
    actors: absent(fc.constant('inside' as const)),
    collective: absent(fc.constant(false as const)),
  })
  .map((choice) => Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)))

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ screen: fc.constant('territories' as const), language: fc.constantFrom(...languages) }),
  fc.record({
    screen: fc.constantFrom(...territoryScreens),
    language: fc.constantFrom(...languages),
    // What the API lets a territory be called.
    territory: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/),
    perimeter,
    spaces: fc.boolean(),
    color: fc.constantFrom(...colorings),
    size: fc.option(fc.constantFrom('degree', 'betweenness.raw', 'burt.constraint')),
    hidden: words,
    selected: fc.option(fc.record({ noun: fc.constantFrom('actor' as const, 'space' as const), id })),
    rows: fc.constantFrom(...tableRows),
    sort: fc.option(fc.constantFrom('name', '-partners')),
    findings: fc.record({
      page: fc.constantFrom(...findingsPages),
      kinds: words,
      spheres: words,
      outcomes: words,
      open: fc.option(id),
      pair: fc.option(fc.tuple(id, id)),
    }),
  }),
)

test('the address of a place names that place', () =>
  fc.assert(
    fc.property(place, (given) => {
      expect(placeOf(new URL(addressOf(given), 'http://127.0.0.1'))).toEqual(given)
    }),
  ))

test('what equals the default is left out of the address', () => {
  expect(addressOf(mapOf('carene', 'fr'))).toBe('/territories/carene/map')
  expect(addressOf({ screen: 'territories', language: 'en' })).toBe('/?lang=en')
})

test('an empty list of kinds is not an absent one', () => {
  const address = addressOf({ ...mapOf('carene', 'fr'), perimeter: { spaceKinds: [] } })
  expect(address).toBe('/territories/carene/map?spaceKinds=')
  expect(placeOf(new URL(address, 'http://127.0.0.1'))).toMatchObject({ perimeter: { spaceKinds: [] } })
})

test('an address nobody made leads to the default, never to an error', () =>
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (pathname, query) => {
      expect(() => placeOf({ pathname, search: `?${query}` })).not.toThrow()
    }),
  ))

test('a broken escape leads to the list', () => {
  expect(placeOf({ pathname: '/territories/%E0%A4%A/map', search: '' }).screen).toBe('territories')
})

test('a word that holds a comma stays one word, here and for the API', () => {
  const hidden = ['eau, gaz', '100 %', '%2C']
  const place: Place = { ...mapOf('carene', 'fr'), hidden, perimeter: { tieKinds: hidden } }
  const address = new URL(addressOf(place), 'http://127.0.0.1')
  expect(placeOf(address)).toEqual(place)
  expect(perimeterQuerySchema.parse({ tieKinds: address.searchParams.get('tieKinds') }).tieKinds).toEqual(hidden)
})
