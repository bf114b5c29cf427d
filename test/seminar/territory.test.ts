import { beforeAll, describe, expect, test } from 'vitest'
import { communities } from '../../server/analysis/communities.ts'
import type { Partition } from '../../server/analysis/measure.ts'
import { apply } from '../../server/domain/change.ts'
import { defaultComposition } from '../../server/domain/composition.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { compositionOf, type Invitee } from '../../server/seminar/empty-chairs.ts'
import { introductionsOf } from '../../server/seminar/introductions.ts'
import { distancesOf, reachOf } from '../../server/seminar/invitations.ts'
import { type KnownTies, knownTiesOf } from '../../server/seminar/known-ties.ts'
import { leadPairsOf } from '../../server/seminar/lead-pairs.ts'
import { themesOf } from '../../server/seminar/themes.ts'

/** The preparation of a seminar of the fictitious territory, after its survey of 2024. */
describe('preparing a seminar of Val de Brume', () => {
  const wave = 'enquete-2024'
  let territory: Territory
  let known: KnownTies
  let groups: Partition

  beforeAll(async () => {
    const example = (await exampleTerritories()).find(({ id }) => id === 'val-de-brume')
    const applied = apply(emptyTerritory('val-de-brume'), example?.changes ?? [])
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusals[0]))
    territory = applied.territory
    known = knownTiesOf(territory, wave)
    const { membership } = communities(known.graph, 'test')
    groups = { names: [...new Set(membership)].sort((a, b) => a - b).map(String), groupOf: membership }
  })

  const firms = (): Invitee[] =>
    known.actors
      .filter(({ sphere, inside, collective }) => sphere === 'economie' && inside && !collective)
      .slice(0, 15)
      .map(({ id }) => ({ actor: id, status: 'invited' }))

  test('fifteen firms leave chairs empty, and whoever could take one could be asked by somebody', () => {
    const { basis, categories, spheres } = compositionOf(defaultComposition, known, firms())
    expect(basis).toBe('survey')
    const empty = categories.filter(({ covering }) => covering === 'absent')
    expect(empty.length).toBeGreaterThan(5)
    expect(spheres.find(({ sphere }) => sphere === 'economie')?.covering).toBe('covered')
    const candidates = empty.flatMap(({ candidates }) => candidates)
    expect(candidates.some(({ inviters }) => inviters[0]?.invited)).toBe(true)
    for (const { actor, nominators } of candidates) {
      for (const nominator of nominators) {
        const tells = [...territory.ties.values()].some(
          ({ wave: of, reporter, from, to }) => of === wave && reporter === nominator && [from, to].includes(actor),
        )
        expect(tells).toBe(true)
      }
    }
  })

  test('the next three reach what they say they would', () => {
    const distances = distancesOf(known)
    const before = reachOf(known, distances, groups, firms(), { by: 'within1' })
    const more = before.next.chosen.map(({ actor }): Invitee => ({ actor, status: 'coming' }))
    const after = reachOf(known, distances, groups, [...firms(), ...more], { by: 'within1' })
    expect(more).toHaveLength(3)
    expect((after.reach.within1 ?? 0) * after.actors).toBeCloseTo(
      (before.reach.within1 ?? 0) * before.actors + before.next.gain,
      9,
    )
    expect(before.unreached.within1.length - after.unreached.within1.length).toBe(before.next.gain)
    const total = after.spheres.reduce((sum, { within1 }) => sum + within1, 0)
    expect(total).toBe(after.actors - after.unreached.within1.length)
  })

  test('shares are of the actors the wave speaks of, guests of elsewhere reach nobody, and none of them is proposed', () => {
    const distances = distancesOf(known)
    const left = [...known.elsewhere]
    const of = (list: readonly Invitee[], count = 3) =>
      reachOf(known, distances, groups, list, { by: 'within1', count })
    const alone = of(firms())
    expect(alone.actors).toBe(known.actors.length - left.length)
    expect(alone.spheres.reduce((sum, { actors }) => sum + actors, 0)).toBe(alone.actors)
    const tied = new Set([...known.graph.sources, ...known.graph.targets]).size
    expect(alone.communities.reduce((sum, { actors }) => sum + actors, 0)).toBe(tied)
    expect(tied).toBeLessThan(alone.actors)
    expect(alone.unreached.within2.filter((id) => known.elsewhere.has(id))).toEqual([])
    const joined = of([...firms(), ...left.map((actor): Invitee => ({ actor, status: 'coming' }))])
    expect(joined).toEqual(alone)
    const { next } = of(firms(), known.actors.length)
    expect(next.chosen.filter(({ actor }) => known.elsewhere.has(actor))).toEqual([])
    const leads = leadPairsOf(territory, wave, known)
    expect(
      leads.flatMap(({ official, industrial }) => [official, industrial]).filter((id) => left.includes(id)),
    ).toEqual([])
  })

  test('a quota of a sphere is kept', () => {
    const quotas = new Map([['economie', 0]])
    const { next } = reachOf(known, distancesOf(known), groups, [], { by: 'within2', quotas })
    for (const { actor } of next.chosen) expect(territory.actors.get(actor)?.sphere).not.toBe('economie')
    expect(next.chosen.length).toBeGreaterThan(0)
  })

  test('lead pairs: an elected house and a firm inside, without authority between them', () => {
    const pairs = leadPairsOf(territory, wave, known)
    expect(pairs.length).toBeGreaterThan(0)
    for (const { official, industrial } of pairs) {
      expect(['epci', 'commune', 'departement', 'region']).toContain(territory.actors.get(official)?.type)
      expect(territory.actors.get(industrial)?.type).toBe('entreprise')
      const over = [...territory.ties.values()].some(
        ({ kind, wave: of, from, to }) =>
          of === wave && kind === 'hierarchy' && [from, to].includes(official) && [from, to].includes(industrial),
      )
      expect(over).toBe(false)
    }
  })

  test('nobody is introduced to whom the wave does not speak of, unless they are guests', () => {
    const left = [...known.elsewhere]
    expect(left).toHaveLength(8)
    const asked = { communities: groups, findings: [], themes: new Map<string, string[]>() }
    const met = (among: readonly string[] | null, count: number) =>
      introductionsOf(known, { ...asked, among, count }).flatMap(({ between }) => between)
    expect(met(null, 60).filter((id) => known.elsewhere.has(id))).toEqual([])
    expect(met(left, 1)).toHaveLength(2)
  })

  test('five introductions, of ten actors', () => {
    const themes = themesOf(territory, wave)
    const found = introductionsOf(known, { communities: groups, findings: [], themes, among: null, count: 5 })
    expect(new Set(found.flatMap(({ between }) => between)).size).toBe(10)
    for (const { between, crossesSpheres, sharedThemes } of found) {
      const [a, b] = between.map((id) => territory.actors.get(id))
      expect(crossesSpheres).toBe(a?.sphere !== b?.sphere)
      for (const theme of sharedThemes) {
        for (const id of between) expect(themes.get(id)).toContain(theme)
      }
    }
  })
})
