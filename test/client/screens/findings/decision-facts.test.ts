import { expect, test } from 'vitest'
import { deciding, lettingGo, moving, takingTo } from '../../../../client/screens/findings/decision-facts.ts'
import { apply, type Change } from '../../../../server/domain/change.ts'
import { arranged } from '../../../../server/domain/decision.ts'
import { emptyTerritory, type Step, type Territory } from '../../../../server/domain/territory.ts'

const actor = (id: string): Change => {
  const kind = { type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false } as const
  return { put: 'actor', value: { id, name: id, ...kind } }
}
const base = after(emptyTerritory('t'), [
  ...['a', 'b', 'hub'].map(actor),
  { put: 'wave', value: { id: 'w', label: 'w', date: '2026-01-01', basis: 'informants' } },
  { put: 'seminar', value: { id: 's', name: 'Mars' } },
])
const steps: readonly Omit<Step, 'decision'>[] = [
  { rank: 1, kind: 'double', actor: 'hub', other: 'b' },
  { rank: 2, kind: 'introduce', actor: 'b', other: 'a' },
]
const items = ['p', 'q', 'r', 's'].map((id) => ({ id, steps: [] }))

function after(territory: Territory, changes: readonly Change[]): Territory {
  const applied = apply(territory, changes)
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals[0]))
  return applied.territory
}

test('a decision keeps the steps it was taken on, whatever is asked later; let go, nothing is left', () => {
  const decided = after(base, deciding(base, 'w', { id: 'x', steps }, { owner: 'a' }))
  expect([...decided.steps.values()].map(({ kind }) => kind).sort()).toEqual(['double', 'introduce'])
  const later = after(decided, deciding(decided, 'w', { id: 'x', steps: [] }, { state: 'done', owner: undefined }))
  expect(later.decisions.get('x')).toEqual({ id: 'x', wave: 'w', state: 'done' })
  expect(later.steps).toEqual(decided.steps)
  const gone = after(later, lettingGo(later, 'x'))
  expect([gone.decisions.size, gone.steps.size]).toEqual([0, 0])
})

test('whatever is moved stands where it was put, and the others keep their order', () => {
  let territory = base
  const order = () => arranged(items, territory.decisions, items.length).first
  const names = () =>
    order()
      .map(({ id }) => id)
      .join('')
  const move = (from: number, to: number) => {
    territory = after(territory, moving(territory, 'w', order(), from, to))
  }
  move(3, 0)
  expect(names()).toBe('spqr')
  move(0, 1)
  expect(names()).toBe('psqr')
  move(3, 1)
  expect(names()).toBe('prsq')
  move(2, 1)
  expect(names()).toBe('psrq')
  expect(moving(territory, 'w', order(), 0, -1)).toEqual([])
})

test('a seminar gets each actor once, and a rule for those who are to meet; taken again, nothing changes', () => {
  const taken = after(base, takingTo(base, 's', steps))
  expect([...taken.invitations.values()].map(({ actor, status }) => [actor, status])).toEqual([
    ['a', 'invited'],
    ['b', 'invited'],
    ['hub', 'invited'],
  ])
  expect([...taken.pairings.values()]).toEqual([{ seminar: 's', actor: 'a', other: 'b', rule: 'once' }])
  expect(takingTo(taken, 's', steps)).toEqual([])
})
