import { expect, test } from 'vitest'
import { isFading } from '../../../client/view/tie-standing.ts'
import { hasFaded } from '../../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../../server/diagnosis/thresholds.ts'
import type { Tie } from '../../../server/domain/territory.ts'
import type { Scene, SceneTie } from '../../../server/drawing/scene.ts'
import { type Standing, standings } from '../../../server/drawing/standing.ts'
import { standingScene, strokeOf } from '../../../server/drawing/strokes.ts'

const tie: Tie = { wave: 'w', kind: 'cooperation', from: 'a', to: 'b', reporter: 'a', directed: false }
const day = '2025-06-01'

test.each(['weekly', 'monthly', 'quarterly', 'yearly', 'rarely'] as const)(
  'a tie said to serve %s fades on the map when the rule on fading ties says so',
  (regularity) => {
    for (let months = 0; months < 120; months++) {
      const lastContact = new Date(Date.parse(day) - months * 30.4375 * 86_400_000).toISOString().slice(0, 10)
      const dated = { ...tie, regularity, lastContact }
      expect(isFading(dated, day)).toBe(hasFaded(dated, { date: day }, defaultRules))
    }
  },
)

test('without a pace, or a last contact, nobody knows', () => {
  expect(isFading({ ...tie, lastContact: '2001-01-01' }, day)).toBeNull()
  expect(isFading({ ...tie, regularity: 'weekly' }, day)).toBeNull()
})

test('no two standings are drawn with the same line', () => {
  const lines = standings.map((standing) => {
    const { dashed, dotted, doubled, width } = strokeOf[standing]
    return JSON.stringify([dashed, dotted, doubled, dashed || dotted || doubled ? 0 : width])
  })
  expect(new Set(lines).size).toBe(standings.length)
})

test('a scene tells what its ties rest on and who is silent; what shares a space is left as it is', () => {
  const look = { shape: 'circle', color: '#183AF1', line: '#183AF1', size: 9, weight: 1, label: '' } as const
  const node = (id: string) => ({ ...look, key: `actor:${id}`, noun: 'actor' as const, id, x: 0, y: 0 })
  const between = (from: string, to: string): SceneTie => ({
    noun: 'tie',
    from: `actor:${from}`,
    to: `actor:${to}`,
    size: 1,
    strength: 0.3,
    dashed: false,
  })
  const membership: SceneTie = { ...between('a', 'b'), noun: 'participation' }
  const scene: Scene = {
    nodes: [node('a'), node('b'), node('c')],
    ties: [between('a', 'b'), between('b', 'c'), membership],
    areas: [],
    frame: { x: [0, 1], y: [0, 1] },
    directed: false,
  }
  const standingOf = ({ to }: SceneTie): Standing => (to === 'actor:b' ? 'confirmed' : 'fading')
  const drawn = standingScene(scene, standingOf, new Set(['actor:c']))
  expect(drawn.ties.map(({ standing, doubled, dotted }) => [standing, doubled, dotted])).toEqual([
    ['confirmed', true, false],
    ['fading', false, true],
    [undefined, undefined, undefined],
  ])
  expect(drawn.nodes.map(({ dotted, color }) => [dotted, color])).toEqual([
    [undefined, look.color],
    [undefined, look.color],
    [true, '#FBFAF7'],
  ])
})
