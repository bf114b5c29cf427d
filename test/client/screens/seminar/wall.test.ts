import { describe, expect, test } from 'vitest'
import { backing, backingsOf, givenBy, tallyOf } from '../../../../client/screens/seminar/votes.ts'
import { becomingProject, cardsOf, groupsOf, puttingUp, sayingOf } from '../../../../client/screens/seminar/wall.ts'
import { apply, type Change } from '../../../../server/domain/change.ts'
import { type Challenge, emptyTerritory, type Territory } from '../../../../server/domain/territory.ts'

const actor = (id: string): Change => ({
  put: 'actor',
  value: { id, name: id, type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false },
})

function committed(territory: Territory, changes: readonly Change[]): Territory {
  const applied = apply(territory, changes)
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  return applied.territory
}

const start = committed(emptyTerritory('t'), [
  ...['a', 'b', 'c'].map(actor),
  { put: 'wave', value: { id: 'w', label: '2025', date: '2025-01-01', basis: 'informants' } },
  { put: 'seminar', value: { id: 'm', name: 'Mars' } },
  { put: 'space', value: { id: 'axe', name: 'Axe 1', kind: 'programme_axis' } },
])
const wall = ['Recruter', 'Loger', 'Le port'].reduce(
  (territory, text) =>
    committed(territory, [puttingUp(territory, 'm', { text, kind: text === 'Le port' ? 'asset' : 'challenge' })]),
  start,
)
const [recruit, house, port] = cardsOf(wall, 'm') as [Challenge, Challenge, Challenge]

test('a card put up at one seminar of a campaign is on the wall of all, and numbers go on', () => {
  const of = (id: string, name: string, campaign: string): Change => ({ put: 'seminar', value: { id, name, campaign } })
  const year = committed(wall, [
    of('m', 'Scan', 'Année 2026'),
    of('f', 'Focus', 'annee  2026'),
    of('x', 'Autre', '2027'),
  ])
  expect(cardsOf(year, 'f').map(({ text }) => text)).toEqual(['Recruter', 'Loger', 'Le port'])
  expect(cardsOf(year, 'x')).toEqual([])
  const more = committed(year, [puttingUp(year, 'f', { text: 'Former', kind: 'challenge' })])
  expect(cardsOf(more, 'm').at(-1)).toMatchObject({ text: 'Former', number: 4, seminar: 'f' })
})

describe('cards', () => {
  test('are numbered as they are put up, each after the highest there is', () => {
    expect([recruit, house, port].map(({ number, text }) => [number, text])).toEqual([
      [1, 'Recruter'],
      [2, 'Loger'],
      [3, 'Le port'],
    ])
    const fewer = committed(wall, [{ remove: 'challenge', identity: { id: house.id } }])
    const again = committed(fewer, [puttingUp(fewer, 'm', { text: 'Former', kind: 'challenge' })])
    expect(cardsOf(again, 'm').map(({ number }) => number)).toEqual([1, 3, 4])
  })

  test('hang in the groups they name, in the order of first cards', () => {
    const grouped = committed(wall, [sayingOf(house, { group: 'Habiter' }), sayingOf(recruit, { group: 'Travailler' })])
    expect(groupsOf(cardsOf(grouped, 'm')).map(({ group, cards }) => [group, cards.map(({ text }) => text)])).toEqual([
      [null, ['Le port']],
      ['Travailler', ['Recruter']],
      ['Habiter', ['Loger']],
    ])
    const [back] = cardsOf(grouped, 'm')
    expect(back && sayingOf(back, { group: undefined })).toEqual({ put: 'challenge', value: recruit })
  })
})

describe('votes', () => {
  const voted = [
    [recruit.id, 'a', 3],
    [recruit.id, 'b', 2],
    [house.id, 'a', 2],
  ].reduce(
    (territory, [card, who, dots]) =>
      committed(territory, backing(territory, String(card), String(who), { dots: Number(dots) })),
    wall,
  )

  test('are counted by card and by organisation', () => {
    const held = backingsOf(voted, cardsOf(voted, 'm'))
    expect(tallyOf(held.get(recruit.id) ?? [])).toEqual({ dots: 5, voters: 2 })
    expect(tallyOf(held.get(port.id) ?? [])).toEqual({ dots: 0, voters: 0 })
    expect([...givenBy(held)]).toEqual([
      ['a', 5],
      ['b', 2],
    ])
  })

  test('and carrying are told apart: who takes all dots back may carry still', () => {
    const carried = committed(voted, backing(voted, recruit.id, 'b', { carries: true }))
    const without = committed(carried, backing(carried, recruit.id, 'b', { dots: 0 }))
    expect(without.backings.size).toBe(3)
    expect(committed(without, backing(without, recruit.id, 'b', { carries: false })).backings.size).toBe(2)
  })
})

test('a card becomes a project with its pilot and who carries it, in one list that leads back', () => {
  const source = 'Séminaire « Mars », carte 1'
  const asked = { id: 'recruter', name: 'Recruter', axis: 'axe', pilot: 'b', wave: 'w', source }
  const applied = apply(wall, becomingProject(recruit, ['a', 'b', 'a'], asked))
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  const { spaces, participations, challenges } = applied.territory
  expect(spaces.get('recruter')).toMatchObject({ kind: 'project', parent: 'axe', objective: 'Recruter', source })
  expect([...participations.values()].map(({ actor, role }) => [actor, role])).toEqual([
    ['a', 'member'],
    ['b', 'pilot'],
  ])
  for (const part of participations.values()) expect(part).toMatchObject({ wave: 'w', source })
  expect(challenges.get(recruit.id)?.project).toBe('recruter')
  expect(apply(applied.territory, applied.inverse)).toMatchObject({ ok: true, territory: wall })
})
