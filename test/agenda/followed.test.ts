import { expect, test } from 'vitest'
import { answersOf, stepsOf } from '../../server/agenda/answers.ts'
import { Scene } from '../../server/agenda/scene.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../server/diagnosis/thresholds.ts'
import { arranged } from '../../server/domain/decision.ts'
import type { Decision, Step, Territory } from '../../server/domain/territory.ts'
import { territoryOf, ties } from '../network/draw.ts'

const decided = (id: string, more: Partial<Decision> = {}): [string, Decision] => [
  id,
  { id, wave: 'w', state: 'to_do', ...more },
]

test('people’s order stands: pins first, then places; what is over makes room, what is followed stays', () => {
  const ranked = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }))
  const idsOf = (decisions: Map<string, Decision>, most = 3) =>
    arranged(ranked, decisions, most).first.map(({ id }) => id)
  expect(arranged(ranked, new Map(), 3)).toEqual({ first: ranked.slice(0, 3), left: 3 })
  expect(idsOf(new Map([decided('c', { rank: 1 })]))).toEqual(['c', 'a', 'b'])
  expect(idsOf(new Map([decided('b', { rank: 1 }), decided('c', { pinned: true })]))).toEqual(['c', 'b', 'a'])
  expect(idsOf(new Map([decided('a', { state: 'done' }), decided('f')]))).toEqual(['b', 'c', 'd', 'f', 'a'])
})

test('the steps of an item are its acts, and of a go-between that it is not alone any more', () => {
  const cause = { kind: 'go_between', broker: 'hub', cutOff: ['x', 'y'] } as const
  const acts = [{ do: 'introduce', by: 'hub', between: ['x', 'a'], because: null }] as const
  expect(stepsOf({ cause, acts, named: true })).toEqual([
    { rank: 1, kind: 'double', actor: 'hub', other: 'x' },
    { rank: 2, kind: 'introduce', actor: 'x', other: 'a' },
  ])
  expect(stepsOf({ cause, acts, named: false })).toEqual([])
})

const steps: readonly Omit<Step, 'decision'>[] = [
  { rank: 1, kind: 'double', actor: 'hub', other: 'x' },
  { rank: 2, kind: 'introduce', actor: 'x', other: 'a' },
  { rank: 3, kind: 'invite', actor: 'b' },
]

/** A decision of 2024, and the next wave drawn. */
function later(drawn: string, basis: 'survey' | 'informants' = 'informants'): Territory {
  const territory = territoryOf(ties(drawn, basis))
  const earlier = { id: 'before', label: '2024', date: '2020-01-01', basis } as const
  return {
    ...territory,
    waves: new Map([['before', earlier], ...territory.waves]),
    decisions: new Map([decided('go_between-x', { wave: 'before' })]),
    steps: new Map(steps.map((step) => [`${step.rank}`, { decision: 'go_between-x', ...step }])),
  }
}

function told(territory: Territory, wave = 'w') {
  const scene = new Scene(territory, caseOf(territory, wave, defaultRules), defaultRules.thresholds)
  return answersOf(territory, scene).map(({ rank, outcome }) => [rank, outcome])
}

test('the next wave answers: the tie is there, and the go-between has a second way round', () => {
  const before = 'a-b b-c c-a a-hub hub-x x-y'
  expect(told(later(before))).toEqual([
    [1, 'unknown'],
    [2, 'unknown'],
    [3, 'unknown'],
  ])
  expect(told(later(`${before} x-a`))).toEqual([
    [1, 'yes'],
    [2, 'yes'],
    [3, 'unknown'],
  ])
  // Another way round than the one that was suggested.
  expect(told(later(`${before} y-b`))).toEqual([
    [1, 'yes'],
    [2, 'unknown'],
    [3, 'unknown'],
  ])
})

test('who came to a seminar since is told at once, and the wave of a decision does not answer it', () => {
  const territory = later('a-b b-c c-a a-hub hub-x x-y')
  const own = { ...territory, decisions: new Map([decided('go_between-x', { wave: 'w' })]) }
  expect(told(own)).toEqual([])
  const came = { seminar: 's', actor: 'b', rank: 1, status: 'came' } as const
  const held: Territory = {
    ...own,
    seminars: new Map([['s', { id: 's', name: 'Juin', date: '9999-06-01' }]]),
    invitations: new Map([['1', came]]),
  }
  expect(told(held)).toEqual([[3, 'yes']])
  const long = { ...held, seminars: new Map([['s', { id: 's', name: 'Juin', date: '0001-06-01' }]]) }
  expect(told(long)).toEqual([])
})
