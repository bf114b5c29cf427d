import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Change } from '../../server/domain/change.ts'
import { type CompositionTemplate, defaultComposition } from '../../server/domain/composition.ts'
import { latestWave } from '../../server/domain/perimeter.ts'
import { type Actor, emptyTerritory, type RosterEntry } from '../../server/domain/territory.ts'
import { defaultVocabulary, invitationStatuses } from '../../server/domain/vocabulary.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { compositionOf, type Invitee } from '../../server/seminar/empty-chairs.ts'
import { knownTiesOf } from '../../server/seminar/known-ties.ts'
import { nonRespondents, unlistedActors } from '../../server/seminar/unlisted.ts'
import { actor, territoryOf, tie } from '../network/draw.ts'

describe('the default template', () => {
  const { categories } = defaultComposition

  test('speaks in the words of the territories', () => {
    for (const { sphere, types } of categories) {
      expect(defaultVocabulary.sphere).toContain(sphere)
      for (const type of types) expect(defaultVocabulary.actorType).toContain(type)
    }
  })

  test('names each category once and covers every sphere', () => {
    expect(new Set(categories.map(({ id }) => id)).size).toBe(categories.length)
    expect(new Set(categories.map(({ sphere }) => sphere))).toEqual(new Set(defaultVocabulary.sphere))
  })

  test('every type of actor has a chair', () => {
    expect(new Set(categories.flatMap(({ types }) => types))).toEqual(new Set(defaultVocabulary.actorType))
  })
})

describe('the four territories, were everybody they name invited', () => {
  // Spheres without a named actor, counted by hand in the files of actors.
  test.each([
    ['ardenne', ['amenagement_logement', 'emploi', 'energie_environnement', 'societe_civile', 'transport_mobilite']],
    ['carene', ['culture', 'societe_civile', 'tourisme']],
    ['decazeville', ['amenagement_logement', 'energie_environnement', 'societe_civile', 'transport_mobilite']],
    ['dieppe', ['amenagement_logement', 'societe_civile']],
  ])('%s: nobody speaks for %j', async (id, absent) => {
    const applied = apply(
      emptyTerritory(id),
      (await exampleTerritories()).find((example) => example.id === id)?.changes ?? [],
    )
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
    const known = knownTiesOf(applied.territory, latestWave(applied.territory) ?? null)
    const invitees = known.actors.map(({ id }): Invitee => ({ actor: id, status: 'invited' }))
    const { spheres, basis } = compositionOf(defaultComposition, known, invitees)
    expect(basis).toBe('documents')
    expect(
      spheres
        .filter(({ covering }) => covering === 'absent')
        .map(({ sphere }) => sphere)
        .sort(),
    ).toEqual(absent)
  })
})

/** Ids as names; types and spheres as the tests need them. */
function someone(id: string, fields: Partial<Actor> = {}): Change {
  const change = actor(id)
  return { put: 'actor', value: { ...(change as { value: Actor }).value, ...fields } }
}

function putActor(value: Actor): Change {
  return { put: 'actor', value }
}

function asked(id: string, status: RosterEntry['status']): Change {
  return { put: 'roster', value: { actor: id, wave: 'w', status } }
}

const survey: Change = { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } }
const formation = { type: 'formation', sphere: 'formation_recherche' }
const culture = { type: 'culture', sphere: 'culture' }
const template: CompositionTemplate = {
  categories: defaultComposition.categories.filter(({ types }) =>
    types.some((type) => ['entreprise', 'formation', 'culture'].includes(type)),
  ),
}
const invited = (...ids: string[]): Invitee[] => ids.map((id) => ({ actor: id, status: 'invited' }))
const readings = (...[of, known, invitees]: Parameters<typeof compositionOf>) =>
  new Map(compositionOf(of, known, invitees).categories.map((reading) => [reading.category.types[0], reading]))

describe('a list against a template', () => {
  const territory = territoryOf([
    survey,
    ...['firm', 'works', 'maker'].map((id) => someone(id)),
    someone('lycee', formation),
    someone('campus', formation),
    someone('scene', culture),
    someone('cinema', culture),
    someone('firms', { collective: true }),
    ...['firm', 'works', 'campus'].map((id) => asked(id, 'answered')),
    asked('lycee', 'asked'),
    tie({ from: 'firm', to: 'scene', reporter: 'firm', strength: 2, lastContact: '2023-01-01' }),
    tie({ from: 'works', to: 'scene', reporter: 'works', strength: 4 }),
    tie({ from: 'campus', to: 'scene', reporter: 'campus', strength: 2, lastContact: '2023-06-01' }),
    tie({ from: 'campus', to: 'cinema', reporter: 'campus' }),
    tie({ from: 'scene', to: 'lycee', reporter: null }),
  ])
  const known = knownTiesOf(territory, 'w')

  test('covered by as many as it asks for, thin by fewer, absent by nobody', () => {
    const of = readings(template, known, invited('firm', 'works', 'campus'))
    expect(of.get('entreprise')?.covering).toBe('covered')
    expect(of.get('formation')?.covering).toBe('thin')
    expect(of.get('culture')?.covering).toBe('absent')
    expect(compositionOf(template, known, invited('firm', 'works', 'campus')).score).toBeCloseTo(1 / 3, 12)
  })

  test('only by who never answers: unanswering', () => {
    const reading = readings(template, known, invited('lycee')).get('formation')
    expect(reading).toMatchObject({ covering: 'unanswering', seated: ['lycee'], unanswering: ['lycee'] })
  })

  test('who is excused, and a collective, cover nothing', () => {
    const composition = compositionOf(template, known, [
      { actor: 'scene', status: 'excused' },
      { actor: 'firms', status: 'coming' },
      { actor: 'nobody', status: 'invited' },
    ])
    expect(composition.categories.map(({ covering }) => covering)).toEqual(['absent', 'absent', 'absent'])
    expect(composition).toMatchObject({ score: 0, collective: ['firms'], unknown: ['nobody'] })
  })

  test('who only another wave names sits on its chair, and is told of', () => {
    const before: Change = { put: 'wave', value: { id: 'v', label: 'Avant', date: '2020-01-01', basis: 'survey' } }
    const named: Change = { put: 'roster', value: { actor: 'maker', wave: 'v', status: 'answered' } }
    const asked: Change = { put: 'roster', value: { actor: 'cinema', wave: 'w', status: 'answered' } }
    const both = knownTiesOf(
      territoryOf([...territory.actors.values()].map(putActor).concat(survey, before, named, asked)),
      'w',
    )
    const composition = compositionOf(template, both, [
      { actor: 'maker', status: 'coming' },
      { actor: 'maker', status: 'coming' },
      { actor: 'cinema', status: 'coming' },
    ])
    expect(composition.elsewhere).toEqual(['maker'])
    expect(composition.categories.flatMap(({ seated }) => seated).sort()).toEqual(['cinema', 'maker'])
    expect(compositionOf(template, both, [{ actor: 'maker', status: 'excused' }]).elsewhere).toEqual([])
    expect(compositionOf(template, known, invited('campus', 'cinema')).elsewhere).toEqual([])
  })

  test('who the wave does not speak of is proposed after all others, and said to be unknown to it', () => {
    // A survey of campus and cinema: of the others, which an older one may name or not, it knows nothing.
    const asked: Change[] = ['campus', 'cinema'].map((actor) => ({
      put: 'roster',
      value: { actor, wave: 'w', status: 'answered' },
    }))
    const few = knownTiesOf(territoryOf([...[...territory.actors.values()].map(putActor), survey, ...asked]), 'w')
    const { candidates = [] } = readings(template, few, invited('campus')).get('culture') ?? {}
    expect(candidates.map(({ actor, elsewhere, newlyReached }) => ({ actor, elsewhere, newlyReached }))).toEqual([
      { actor: 'cinema', elsewhere: false, newlyReached: ['cinema'] },
      { actor: 'scene', elsewhere: true, newlyReached: [] },
    ])
  })

  test('candidates come with their reasons, the most named first', () => {
    const { candidates = [] } = readings(template, known, invited('firm', 'works')).get('culture') ?? {}
    expect(candidates.map(({ actor }) => actor)).toEqual(['scene', 'cinema'])
    expect(candidates[0]).toMatchObject({
      nominators: ['campus', 'firm', 'works'],
      // firm and works reach scene already: campus and lycee are new.
      newlyReached: ['campus', 'lycee'],
      // firm, works and campus know each other through scene alone.
      bridging: 3,
      tiesToAbsent: ['campus', 'lycee'],
      unanswering: false,
    })
  })

  test('those who could invite: invitees first, then the strongest tie, then the latest', () => {
    const { candidates = [] } = readings(template, known, invited('campus', 'firm')).get('culture') ?? {}
    expect(candidates[0]?.inviters).toEqual([
      { actor: 'campus', invited: true, strength: 2, lastContact: '2023-06-01' },
      { actor: 'firm', invited: true, strength: 2, lastContact: '2023-01-01' },
      { actor: 'works', invited: false, strength: 4, lastContact: null },
      { actor: 'lycee', invited: false, strength: null, lastContact: null },
    ])
  })

  test('critical categories come first while they are not covered', () => {
    const order = compositionOf(template, known, []).categories.map(({ category }) => category.types[0])
    expect(order).toEqual(['entreprise', 'formation', 'culture'])
    const covered = compositionOf(template, known, invited('firm', 'works')).categories
    expect(covered.map(({ category }) => category.critical)).toEqual([true, false, false])
  })

  test('without any wave the template answers alone', () => {
    const composition = compositionOf(template, knownTiesOf(territory, null), invited('firm'))
    expect(composition.basis).toBeNull()
    const culture = composition.categories.find(({ category }) => category.sphere === 'culture')
    expect(culture?.candidates.map(({ actor, inviters }) => [actor, inviters.length])).toEqual([
      ['cinema', 0],
      ['scene', 0],
    ])
  })

  test('named by others and on no list: those of critical chairs, then of most nominators', () => {
    const critical = template.categories.filter(({ critical }) => critical)
    const unlisted = unlistedActors(known, ['firm'], critical)
    expect(unlisted.map(({ actor }) => actor)).toEqual(['scene', 'cinema'])
    expect(unlisted[0]).toMatchObject({ nominators: ['campus', 'firm', 'works'], strength: 4, bridging: 3 })
    // Two of economie, one of formation_recherche: 9 / (4 + 1).
    expect(unlisted[0]?.effectiveSpheres).toBeCloseTo(1.8, 12)
    expect(unlistedActors(known, ['scene'], []).map(({ actor }) => actor)).toEqual(['cinema'])
  })

  test('an answer of a non-respondent opens its dyads with the others who are silent', () => {
    // scene and cinema are named and were not asked: with lycee three silent, of which lycee was asked.
    expect(nonRespondents(known)).toEqual([{ actor: 'lycee', nominators: [], spheres: [], dyadsOpened: 2 }])
    expect(nonRespondents(knownTiesOf(territory, null))).toEqual([])
  })
})

test('one invitee more never uncovers a category, and no candidate is on the list', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const types = ['entreprise', 'formation', 'culture', 'autre'] as const
  const rank = ['absent', 'unanswering', 'thin', 'covered']
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...types), { minLength: 6, maxLength: 6 }),
      fc.array(fc.record({ actor: fc.constantFrom(...ids), status: fc.constantFrom(...invitationStatuses) })),
      fc.constantFrom(...ids),
      (typed, invitees, more) => {
        const territory = territoryOf([survey, ...ids.map((id, i) => someone(id, { type: typed[i] ?? 'autre' }))])
        const known = knownTiesOf(territory, 'w')
        const before = readings(template, known, invitees)
        const after = readings(template, known, [...invitees, { actor: more, status: 'coming' }])
        for (const [type, { covering, candidates }] of before) {
          expect(rank.indexOf(after.get(type)?.covering ?? '')).toBeGreaterThanOrEqual(rank.indexOf(covering))
          for (const candidate of candidates) expect(invitees.map(({ actor }) => actor)).not.toContain(candidate.actor)
        }
      },
    ),
  )
})
