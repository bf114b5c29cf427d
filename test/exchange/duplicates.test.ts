import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, type Change } from '../../server/domain/change.ts'
import { fieldsNaming } from '../../server/domain/reference.ts'
import { collectionOf, emptyTerritory, nouns, type Territory } from '../../server/domain/territory.ts'
import { apart } from '../../server/exchange/apart.ts'
import { duplicatesOf, mergeActors } from '../../server/exchange/duplicates.ts'
import { spelled, territories } from '../domain/arbitrary.ts'
import { actor, territoryOf, tie, ties } from '../network/draw.ts'
import { importOf } from './recognition/imported.ts'

const named = (id: string, name: string, more: object = {}): Change => {
  const change = actor(id)
  return { ...change, value: { ...('put' in change ? change.value : {}), name, ...more } } as Change
}

test('pairs that may be one are found with their reasons, the surest first', () => {
  const territory = territoryOf([
    named('a', 'CCI'),
    named('b', 'Chambre de commerce et d’industrie'),
    named('c', 'Pôle emploi'),
    named('d', 'France Travail'),
    named('e', 'Usine Un', { siret: '55210055400013' }),
    named('f', 'Forge', { siret: '55210055400013' }),
    named('g', 'CMA'),
  ])
  expect(duplicatesOf(territory)).toEqual([
    { actors: ['e', 'f'], reasons: ['siret'] },
    { actors: ['a', 'b'], reasons: ['acronym'] },
    { actors: ['c', 'd'], reasons: ['former_name'] },
  ])
})

test('a pair that somebody said is two is not told again, and still is once that is undone', () => {
  const territory = territoryOf([named('a', 'CCI'), named('b', 'Chambre de commerce et d’industrie')])
  const said = apply(territory, [{ put: 'setting', value: apart('b', 'a') }])
  if (!said.ok) throw new Error(JSON.stringify(said.refusals))
  expect(duplicatesOf(said.territory)).toEqual([])
  const back = apply(said.territory, said.inverse)
  expect(back.ok && duplicatesOf(back.territory)).toHaveLength(1)
})

test('an import that was told of two actors tells the search for duplicates', () => {
  const files = { 'f.csv': 'Nom;Type\nCCI;entreprise\nChambre de commerce;entreprise' }
  const read = importOf(files, { plan: { names: [{ name: 'Chambre de commerce', is: null }] } })
  const after = apply(emptyTerritory('t'), read.changes)
  if (!after.ok) throw new Error(JSON.stringify(after.refusals))
  expect(after.territory.actors.size).toBe(2)
  expect(duplicatesOf(after.territory)).toEqual([])
})

test('establishments that have a SIRET each are two', () => {
  const territory = territoryOf([
    named('a', 'Œuvrard', { siren: '552100554', siret: '55210055400013' }),
    named('b', 'Œuvrard SAS', { siren: '552100554', siret: '55210055400021' }),
  ])
  expect(duplicatesOf(territory)).toEqual([])
})

test('whom one is made of keeps all ties, once each, and none with itself', () => {
  const territory = territoryOf(ties('a-b x-b x>c a-x'), [tie({ from: 'a', to: 'b', kind: 'funding', strength: 2 })])
  const after = apply(territory, mergeActors(territory, 'a', ['x']))
  if (!after.ok) throw new Error(JSON.stringify(after.refusals))
  const kept = [...after.territory.ties.values()].map(({ from, to, kind }) => `${from}-${to} ${kind}`)
  expect(kept).toEqual(['a-b cooperation', 'a-c cooperation', 'a-b funding'])
  expect(after.territory.actors.get('a')?.aliases).toEqual(['x'])
})

test('the present name stands, whoever is kept', () => {
  const territory = territoryOf([named('a', 'Pôle emploi'), named('b', 'France Travail')])
  for (const [keep, gone] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const after = apply(territory, mergeActors(territory, keep, [gone]))
    if (!after.ok) throw new Error(JSON.stringify(after.refusals))
    expect([...after.territory.actors.values()]).toMatchObject([
      { id: keep, name: 'France Travail', aliases: ['Pôle emploi'] },
    ])
  }
})

test('the next file finds who was made one under either name', () => {
  const territory = territoryOf([named('a', 'CCI'), named('b', 'Chambre de commerce')])
  const merged = apply(territory, mergeActors(territory, 'a', ['b']))
  if (!merged.ok) throw new Error(JSON.stringify(merged.refusals))
  const read = importOf({ 'f.csv': 'Nom;Type\nChambre de commerce;entreprise' }, {}, merged.territory)
  expect(read.changes).toEqual([])
})

test('making two one leaves nobody who names the other, and undoing it leaves no trace', () => {
  const withTwo = territories().filter(({ actors }) => actors.size > 1)
  fc.assert(
    fc.property(withTwo, (territory) => {
      const [keep = '', gone = ''] = territory.actors.keys()
      const after = apply(territory, mergeActors(territory, keep, [gone]))
      if (!after.ok) throw new Error(JSON.stringify(after.refusals))
      expect(namedIn(after.territory)).not.toContain(gone)
      const back = apply(after.territory, after.inverse)
      if (!back.ok) throw new Error(JSON.stringify(back.refusals))
      expect(spelled(back.territory)).toEqual(spelled(territory))
    }),
    { numRuns: 100 },
  )
})

function namedIn(territory: Territory): Set<unknown> {
  return new Set(
    nouns.flatMap((noun) =>
      [...(territory[collectionOf[noun]] as ReadonlyMap<string, object>).values()].flatMap((fact) =>
        fieldsNaming(noun, 'actor').flatMap((field) => new Map(Object.entries(fact)).get(field) as unknown),
      ),
    ),
  )
}
