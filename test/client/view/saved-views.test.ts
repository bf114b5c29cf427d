import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordOfTerritory } from '../../../client/data/record.ts'
import { placeSchema } from '../../../client/view/place.ts'
import { addressOf, atTheEnd, moved, placeOfView } from '../../../client/view/saved-views.ts'
import { type Actor, emptyTerritory, type SavedView } from '../../../server/domain/territory.ts'
import { addressNow, lostIn, storiesOf } from '../../../server/domain/view.ts'

const wave = {
  id: '2025',
  label: '2025',
  date: '2025-06-15',
  basis: 'survey',
  boundary: '',
  fatiguePoints: [],
} as const
const actor: Actor = {
  id: 'a',
  name: 'A',
  type: 'company',
  sphere: 'economy',
  scope: 'local',
  inside: true,
  collective: false,
}
const record = recordOfTerritory({
  ...emptyTerritory('t'),
  waves: new Map([[wave.id, wave]]),
  actors: new Map([['a', actor]]),
})
const view = (address: string): SavedView => ({ id: 'v', name: 'V', address })

test('a view names its wave, and not the language of who kept it', () => {
  const inFrench = { ...placeSchema.parse({ color: 'type', actor: 'a' }), lang: 'fr' }
  expect(addressOf('map', inFrench, wave)).toBe('map?wave=2025&color=type&actor=a')
})

test('a view leads to what was on screen, whatever is looked at when it is opened', () => {
  const choice = fc.record(
    {
      actor: fc.constantFrom('a', undefined),
      color: fc.constantFrom('sphere', 'type'),
      layout: fc.constantFrom('free', 'groups'),
      hide: fc.constantFrom('', 'economy'),
      steps: fc.constantFrom('1', undefined),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(choice, choice, (kept, now) => {
      const [before, current] = [placeSchema.parse(kept), placeSchema.parse(now)]
      const opened = { ...current, ...placeOfView(record, view(addressOf('map', before, wave))).place }
      expect(opened).toEqual({ ...before, wave: '2025' })
    }),
  )
})

test('a view that is added or moved leaves no two at one place of a story', () => {
  const [first, second] = [1, 2].map((rank): SavedView => ({ ...view('map'), id: `v${rank}`, story: 'Mars', rank }))
  if (!first || !second) throw new Error('there are two')
  const told = { ...record, views: new Map([first, second].map((one) => [one.id, one])) }
  expect(atTheEnd(told, { ...view('map'), story: 'Mars' })).toMatchObject({ rank: 3 })
  expect(atTheEnd(told, view('map'))).not.toHaveProperty('rank')
  expect(moved([first, second], 'v2', 0)).toEqual([
    { put: 'view', value: { ...second, rank: 1 } },
    { put: 'view', value: { ...first, rank: 2 } },
  ])
})

test('stories stand as in a French dictionary, and part 10 after part 9', () => {
  const named = ['Zone', 'Écoles', 'Emploi', 'étape 10', 'étape 9', 'Air']
  const views = named.map((story, i) => ({ id: String(i), name: story, story, address: 'map' }))
  expect([...storiesOf(views).keys()]).toEqual(['Air', 'Écoles', 'Emploi', 'étape 9', 'étape 10', 'Zone'])
})

test('a view says which words of its legend and filters are no more, and keeps what it named beside them', () => {
  const lost = (address: string) => lostIn(record, view(address))
  const now = (address: string) => addressNow(record, view(address))

  // The usual colouring is by sphere; « *others » and « *alone » are no words.
  expect(lost('map?hide=economy,loisirs,*others')).toEqual([{ noun: 'sphere', id: 'loisirs' }])
  expect(now('map?hide=economy,loisirs,*others&color=sphere')).toBe('map?hide=economy,*others&color=sphere')
  expect(now('map?wave=2025&hide=loisirs')).toBe('map?wave=2025')
  expect(lost('map?color=type&hide=company,club')).toEqual([{ noun: 'actorType', id: 'club' }])
  expect(lost('map?color=community&hide=a,gone,*alone')).toEqual([{ noun: 'actor', id: 'gone' }])
  expect(lost('map?color=place&hide=outside')).toEqual([])

  expect(lost('map?legend=category,loisirs')).toEqual([{ noun: 'sphere', id: 'loisirs' }])
  expect(lost('map?legend=tieKind,entraide')).toEqual([{ noun: 'tieKind', id: 'entraide' }])
  expect(now('map?legend=tieKind,entraide&size=none')).toBe('map?size=none')
  expect(lost('map?legend=standing,confirmed')).toEqual([])
  expect(lost('findings?spheres=economy,loisirs')).toEqual([{ noun: 'sphere', id: 'loisirs' }])

  // A word with a comma is one word.
  const written = addressOf('map', placeSchema.parse({ hide: ['arts, lettres', 'economy'] }), undefined)
  expect(lost(written)).toEqual([{ noun: 'sphere', id: 'arts, lettres' }])
  expect(now(written)).toBe('map?hide=economy')
})
