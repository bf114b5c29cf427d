import { expect, test } from 'vitest'
import { strokes, supposedScene } from '../../../../client/screens/seminar/what-if-scene.ts'
import { scenariosOf } from '../../../../server/domain/scenario.ts'
import type { Supposition } from '../../../../server/domain/territory.ts'
import { paper } from '../../../../server/drawing/appearance.ts'
import type { Scene, SceneNode } from '../../../../server/drawing/scene.ts'

const node = (id: string): SceneNode => ({
  ...{ key: `actor:${id}`, noun: 'actor', id, x: 0, y: 0, size: 8, shape: 'circle' },
  ...{ color: '#123456', line: '#123456', label: id, weight: 1 },
})
const tie = (from: string, to: string): Scene['ties'][number] => ({
  ...{ noun: 'tie', from: `actor:${from}`, to: `actor:${to}`, size: 1, strength: 0.5, dashed: false },
})
const path: Scene = {
  nodes: ['a', 'b', 'c', 'd'].map(node),
  ties: [tie('a', 'b'), tie('b', 'c'), tie('d', 'c')],
  areas: [],
  frame: { x: [0, 1], y: [0, 1] },
  directed: false,
}

test('scenarios are what goes by one name', () => {
  const suppositions: Supposition[] = [
    { scenario: 'crise', actor: 'b', other: 'b', kind: 'leaving' },
    { scenario: 'crise', actor: 'c', other: 'd', kind: 'weakened' },
    { scenario: 'élan', actor: 'a', other: 'd', kind: 'added' },
  ]
  const scenarios = scenariosOf({ suppositions: new Map(suppositions.map((one, i) => [String(i), one])) })
  expect([...scenarios]).toEqual([
    ['crise', { leaving: ['b'], weakened: [['c', 'd']], added: [] }],
    ['élan', { leaving: [], weakened: [], added: [['a', 'd']] }],
  ])
})

test('who leaves is hollow and untied, all stay in their place, and what changed is drawn otherwise', () => {
  const scene = supposedScene(
    path,
    { leaving: ['b'], weakened: [['c', 'd']], added: [['a', 'b']] },
    {
      ...{ wave: 'w', basis: 'survey', efficiency: { before: 0.7, after: 0.2 }, cutOff: ['a'] },
      indispensable: [{ actor: 'd', before: 0, after: 1 }],
      absorbing: [{ between: ['a', 'd'], broughtBack: 1, gain: 0.1 }],
      idle: { weakened: [], added: [] },
    },
  )
  expect(scene.nodes.map(({ label }) => label)).toEqual(['○ a', '− b', 'c', '! d'])
  expect(scene.nodes.map(({ color }) => color === paper)).toEqual([true, true, false, false])
  expect(scene.nodes.map(({ x, y }) => [x, y])).toEqual(path.nodes.map(({ x, y }) => [x, y]))
  // A tie of somebody who leaves is none, made anew or not; the weakened one is told whichever end it was written from.
  expect(scene.ties.map(({ from, to, size }) => [from, to, size])).toEqual([
    ['actor:d', 'actor:c', strokes.weakened.size],
    ['actor:a', 'actor:d', strokes.absorbing.size],
  ])
})
