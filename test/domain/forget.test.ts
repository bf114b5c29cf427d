import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, type Change, replay } from '../../server/domain/change.ts'
import { type Forgotten, forgetting, forgettingPerson, toForget, withoutActor } from '../../server/domain/forget.ts'
import { findingId } from '../../server/domain/note.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { applied, settled, smallWorld, smallWorldChanges, spelled, territories } from './arbitrary.ts'

const anyActor = fc.constantFrom('mairie', 'École « Ampère »', 'usine-🏭', '𝒵one', 'nobody')

test('in the small world the town hall takes its ties and participation with it, and leaves spaces without a host', () => {
  const territory = applied(emptyTerritory('t'), smallWorld)
  const after = applied(territory, forgetting(territory, toForget(territory, 'mairie', String)))
  expect([...after.actors.keys()]).toEqual(['usine-🏭', 'École « Ampère »', '𝒵one'].sort())
  expect([after.ties.size, after.participations.size]).toEqual([0, 1])
  expect([...after.spaces.values()].map((space) => 'host' in space)).toEqual([false, false])
})

test('a tie between others goes with the actor that reported it', () => {
  const reported: Change = {
    put: 'tie',
    value: { wave: '2024', kind: 'trust', from: 'mairie', to: '𝒵one', reporter: 'usine-🏭', directed: true },
  }
  const territory = applied(applied(emptyTerritory('t'), smallWorld), [reported])
  const after = applied(territory, forgetting(territory, toForget(territory, 'usine-🏭', String)))
  expect(after.ties.size).toBe(territory.ties.size - 1)
})

test('a decision about the actor goes with it and its steps; one that it sees to stays, without it', () => {
  const keyOf = (id: string) => id.replace(':', '-')
  const about = keyOf(findingId('go_between', { actor: 'usine-🏭' }))
  const territory = applied(emptyTerritory('t'), [
    ...smallWorld,
    { put: 'decision', value: { id: about, wave: '2023', state: 'to_do' } },
    { put: 'step', value: { decision: about, actor: 'mairie', rank: 1, kind: 'introduce', other: '𝒵one' } },
    { put: 'decision', value: { id: 'pilot-x', wave: '2023', state: 'done', owner: 'usine-🏭', person: 'Zoé' } },
    { put: 'step', value: { decision: 'pilot-x', actor: 'mairie', rank: 1, kind: 'pilot' } },
    { put: 'step', value: { decision: 'pilot-x', actor: 'usine-🏭', rank: 2, kind: 'pilot' } },
  ])
  const after = applied(territory, forgetting(territory, toForget(territory, 'usine-🏭', keyOf)))
  expect([...after.decisions.keys()].sort()).toEqual(['pilot-abc', 'pilot-x'])
  expect(after.decisions.get('pilot-x')?.owner).toBeUndefined()
  expect([...after.steps.values()].map(({ actor }) => actor)).toEqual(['mairie'])
  const nameless = applied(after, forgettingPerson(after, 'Zoé'))
  expect(nameless.decisions.get('pilot-x')).toEqual({ id: 'pilot-x', wave: '2023', state: 'done' })
})

test('of any territory, the list holds and nothing names the actor afterwards', () => {
  fc.assert(
    fc.property(territories(), fc.nat(), (territory, pick) => {
      const ids = [...territory.actors.keys()]
      const actor = ids[pick % ids.length] ?? ''
      const forgotten = toForget(territory, actor, String)
      const after = applied(territory, forgetting(territory, forgotten))
      // Put back alone, it can be removed alone: nothing holds it.
      const back = applied(after, [{ put: 'actor', value: { ...anyone, id: actor } }])
      expect(apply(back, [{ remove: 'actor', identity: { id: actor } }]).ok).toBe(true)
      expect(forgetting(after, forgotten)).toEqual([])
      expect(after.actors.size).toBe(territory.actors.size - 1)
    }),
  )
})

test('a commit without an actor leads between the states without it, there and back', () => {
  fc.assert(
    fc.property(smallWorldChanges(20), smallWorldChanges(), anyActor, (first, list, id) => {
      const actor = { id, names: [], isFound: () => false }
      const whole = applied(emptyTerritory('t'), smallWorld)
      const before = applied(whole, settled(whole, first))
      const changes = settled(before, list)
      const made = apply(before, changes)
      if (!made.ok) throw new Error('settled changes hold')
      const there = replay(without(before, actor), [withoutActor(changes, actor)])
      expect(spelled(there)).toEqual(spelled(without(made.territory, actor)))
      const back = replay(there, [withoutActor(made.inverse, actor)])
      expect(spelled(back)).toEqual(spelled(without(before, actor)))
    }),
  )
})

test('a list that does not name the actor is left as it is', () => {
  expect(withoutActor(smallWorld, { id: 'nobody', names: [], isFound: () => false })).toBe(smallWorld)
})

test('settings that name the actor go with it, by key or text, id or name; those of others and the territory’s own name stay', () => {
  const setting = (key: string, value: string | number): Change => ({ put: 'setting', value: { key, value } })
  const actor: Change = {
    put: 'actor',
    value: { ...anyone, id: 'forges', name: 'Forges du Nord', aliases: ['F.D.N.'] },
  }
  const gone = [
    setting('threshold.forges', 3),
    setting('note.I0-other.text', 'appeler forges.'),
    setting('pilote', 'les Forges du Nord'),
    setting('contact', 'F.D.N. (Ana)'),
    setting('case', 'avec LES FORGES DU NORD'),
    setting('spaces', 'Forges\u00a0du\nNord - réunion'),
    setting('accents', 'fôrges du nord'),
    setting('before', 'avec l’Aciérie d’en bas'),
    setting('marks', "l'acierie d'en bas"),
  ]
  const kept = [
    setting('name', 'Les Forges du Nord'),
    setting('forges-sud', 1),
    setting('lieu', 'aux grandes forgesX'),
    setting('others', 'avant-forges, forges_2, Aciérie'),
  ]
  const before: Change = { put: 'actor', value: { ...anyone, id: 'forges', name: 'Aciérie d’en bas' } }
  const territory = applied(emptyTerritory('t'), [actor, ...gone, ...kept])
  const forgotten = toForget(territory, 'forges', String, [[before], [actor]])
  const after = applied(territory, forgetting(territory, forgotten))
  expect([...after.settings.keys()]).toEqual(['forges-sud', 'lieu', 'name', 'others'])
  const taken = ['note.I0-other.text', 'pilote', 'contact', 'case', 'spaces', 'accents', 'before', 'marks']
  expect(withoutActor([actor, ...gone, ...kept], forgotten)).toEqual([
    ...taken.map((key) => ({ remove: 'setting', identity: { key } })),
    ...kept,
  ])
})

test.for([
  {
    id: 'a',
    name: 'SAS',
    gone: [
      ['a', 1],
      ['pilote', 'a'],
      ['lieu', 'SAS'],
      ['diagnosis.a', 2],
    ],
    kept: [
      ['phase a', 1],
      ['note', 'à revoir a priori'],
      ['statut', 'SAS ou SARL'],
      ['x.a', 1],
    ],
  },
  {
    id: 'group',
    name: 'level',
    gone: [
      ['pilote', 'group'],
      ['pair.group', 1],
      ['diagnosis.group', 1],
    ],
    kept: [
      ['diagnosis.group.level', 0.1],
      ['diagnosis.halfLife.level', 3],
      ['note.P1-group.kind', 'verified'],
      ['groupe', 1],
      ['mot', 'subgroup'],
    ],
  },
  {
    id: '🏭',
    name: 'été',
    gone: [['saison', 'été']],
    kept: [
      ['saison 2', 'cet été-là'],
      ['vue', 'une 🏭'],
      ['name', 'été'],
    ],
  },
  {
    id: 'x-1',
    name: 'Mairie',
    gone: [
      ['lieu', 'à la Mairie'],
      ['Mairie', true],
    ],
    kept: [
      ['lieu 2', 'à la mairie'],
      ['lieu 3', 'Mairies'],
      ['lieu 4', 'x-1 et x-2'],
      ['rang', 1],
    ],
  },
] as const)('of « $id » and « $name », settings that only hold the letters stay', ({ id, name, gone, kept }) => {
  const setting = ([key, value]: readonly [string, string | number | boolean]): Change => ({
    put: 'setting',
    value: { key, value },
  })
  const actor: Change = { put: 'actor', value: { ...anyone, id, name } }
  const territory = applied(emptyTerritory('t'), [actor, ...gone.map(setting), ...kept.map(setting)])
  const after = applied(territory, forgetting(territory, toForget(territory, id, String)))
  expect([...after.settings.keys()].sort()).toEqual(kept.map(([key]) => key).sort())
})

const anyone = {
  name: 'X',
  type: 'entreprise',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
} as const

function without(territory: Territory, actor: Forgotten): Territory {
  return applied(territory, forgetting(territory, actor))
}

test('a view no longer says of an actor what its address said, in any commit', () => {
  const view = (address: string): Change => ({ put: 'view', value: { id: 'v', name: 'Autour', address } })
  const actor = { id: 'a,b', names: [], isFound: () => false }
  const forgotten = (address: string) => withoutActor([view(address)], actor)
  expect(forgotten('map?wave=w&actor=a%2Cb&path=c')).toEqual([view('map?wave=w&path=c')])
  expect(forgotten('map?tie=a%252Cb,c')).toEqual([view('map')])
  expect(forgotten('table?around=a%2Cb&layout=distance')).toEqual([view('table?layout=distance')])
  expect(forgotten('map?chosen=a%252Cb,c&wave=w')).toEqual([view('map?wave=w')])
  const others = [view('map?actor=a&hide=a%2Cb&wave=a%2Cb')]
  expect(withoutActor(others, actor)).toBe(others)
})
