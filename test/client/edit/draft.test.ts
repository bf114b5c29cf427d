import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesTo, type Draft, draftOf, factIn, formFields, freshId } from '../../../client/edit/draft.ts'
import { apply } from '../../../server/domain/change.ts'
import { collectionOf, emptyTerritory, fieldsOf, keyOf, type Noun, nouns } from '../../../server/domain/territory.ts'
import { fields as en } from '../../../server/words/en/nouns.ts'
import { fields as fr } from '../../../server/words/fr/nouns.ts'
import { labelOf } from '../../../server/words/nouns.ts'
import { territories } from '../../domain/arbitrary.ts'

describe.each(nouns)('the form of a %s', (noun) => {
  test('has a label for each of its fields, in both languages', () => {
    for (const { name } of formFields(noun, true)) {
      for (const words of [fr, en]) expect(labelOf(words, noun, name)).toMatch(/^\p{Lu}|^(et|and)$/u)
    }
  })

  test('asks for everything that must be said, and for all that may be', () => {
    const asked = formFields(noun, true).map(({ name }) => name)
    const made = fieldsOf[noun].filter(([, { kind }]) => kind === 'id' && noun !== 'setting').map(([name]) => name)
    expect([...asked, ...made].sort()).toEqual(fieldsOf[noun].map(([name]) => name).sort())
  })

  test('that nobody touches changes nothing', () => {
    fc.assert(
      fc.property(territories(), (territory) => {
        for (const fact of territory[collectionOf[noun]].values()) {
          expect(factIn(noun, draftOf(noun, fact), fact, territory)).toEqual(fact)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('that is filled in from nothing makes a fact that the domain takes', () => {
    fc.assert(
      fc.property(territories(), (territory) => {
        for (const fact of territory[collectionOf[noun]].values()) {
          const draft: Draft = { ...draftOf(noun, fact), ...without(noun) }
          const made = factIn(noun, draft, {}, territory)
          const applied = apply(territory, changesTo(noun, null, made))
          // What reads otherwise once it is written down, such as blanks around a name, is still a fact.
          expect(applied.ok ? [] : applied.refusals).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })
})

/** Ids that a form makes itself. */
function without(noun: Noun): Draft {
  const isMade = ['actor', 'space', 'wave', 'seminar', 'vocabulary', 'chair', 'challenge', 'view'].includes(noun)
  return isMade ? { id: '' } : {}
}

describe('what is typed', () => {
  const territory = emptyTerritory('t')
  const actor = { name: '  Forges\tdu Val ', type: 'entreprise', sphere: 'economie', scope: 'local', inside: true }

  test('is made plain, lists are parted, numbers read as people in France write them', () => {
    const draft = {
      ...draftOf('actor', {}),
      ...actor,
      aliases: 'FDV ; Forges ;',
      latitude: '48,85',
      siren: '130 022 858',
    }
    expect(factIn('actor', draft, {}, territory)).toEqual({
      ...{ id: 'forges-du-val', ...actor, name: 'Forges du Val', collective: false },
      ...{ aliases: ['FDV', 'Forges'], latitude: 48.85, siren: '130022858' },
    })
  })

  test('that is no number is refused as such, and a blank is not said', () => {
    const read = (longitude: string) => factIn('actor', { ...draftOf('actor', {}), ...actor, longitude }, {}, territory)
    expect(read('').longitude).toBeUndefined()
    const applied = apply(territory, changesTo('actor', null, read('ici')))
    expect(applied.ok ? [] : applied.refusals).toMatchObject([{ code: 'invalid_value', field: 'longitude' }])
  })

  test('attributes that read as they did are what they were', () => {
    const was = { attributes: { effectif: 120, site: '12', ouvert: true } }
    const draft = { ...draftOf('actor', was), ...actor }
    const changed = { ...draft, attributes: 'effectif = 120\nsite = 13\nnouveau = oui = non' }
    expect(factIn('actor', changed, was, territory).attributes).toEqual({
      effectif: 120,
      site: '13',
      nouveau: 'oui = non',
    })
  })
})

test('a tie of another kind is another tie; an actor of another name is the same', () => {
  const tie = { wave: 'w', kind: 'trust', from: 'a', to: 'b', reporter: null, directed: false }
  expect(changesTo('tie', tie, { ...tie, strength: 3 })).toEqual([{ put: 'tie', value: { ...tie, strength: 3 } }])
  const { directed: _, ...identity } = tie
  expect(changesTo('tie', tie, { ...tie, kind: 'supply' })).toEqual([
    { remove: 'tie', identity },
    { put: 'tie', value: { ...tie, kind: 'supply' } },
  ])
})

test('an id is made of the name, and is nobody else’s', () => {
  const [territory] = fc.sample(territories(), { numRuns: 1, seed: 1 })
  if (!territory) throw new RangeError('no territory')
  for (const { name } of territory.actors.values())
    expect(territory.actors.has(freshId(territory, 'actor', name))).toBe(false)
  expect(freshId(territory, 'actor', 'L’Été des Forges')).toBe('l-ete-des-forges')
  expect(keyOf('actor', { id: freshId(territory, 'actor', '🏭') })).toBe('actor')
})
