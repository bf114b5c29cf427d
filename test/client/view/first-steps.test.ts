import { expect, test } from 'vitest'
import { canBeRead, steps, stepsDone } from '../../../client/view/first-steps.ts'
import { emptyTerritory, type Territory, type Tie, type Wave } from '../../../server/domain/territory.ts'

const empty = emptyTerritory('t')
const one = <T>(fact: T) => new Map([['one', fact]])
const wave: Wave = { id: 'w', label: 'W', date: '2025-06-15', basis: 'informants' }

test('a new territory has all its steps before it, and one with nothing but waves cannot be read', () => {
  expect([...stepsDone(empty)]).toEqual([])
  expect([...stepsDone({ ...empty, waves: one(wave) })]).toEqual(['wave'])
  expect(canBeRead({ ...empty, waves: one(wave) })).toBe(false)
})

test('actors in a shared space are tied, so a territory without declared ties can be read', () => {
  const begun: Territory = {
    ...empty,
    waves: one(wave),
    actors: one({ id: 'a', name: 'A', type: '', sphere: '', scope: 'local', inside: true, collective: false }),
  }
  expect(canBeRead(begun)).toBe(false)
  const tie: Tie = { wave: 'w', kind: 'k', from: 'a', to: 'b', reporter: null, directed: false }
  expect(canBeRead({ ...begun, ties: one(tie) })).toBe(true)
  const participation = { wave: 'w', actor: 'a', space: 's', role: 'participant' } as const
  const met = { ...begun, participations: one(participation) }
  expect(canBeRead(met)).toBe(true)
  expect(steps.filter((step) => !stepsDone(met).has(step))).toEqual(['view', 'seminar'])
})
