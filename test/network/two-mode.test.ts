import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { defaultPerimeter } from '../../server/domain/perimeter.ts'
import { twoModeNetworkOf } from '../../server/network/two-mode.ts'
import { actor, territoryOf, ties } from './draw.ts'

const space = (id: string, kind: string, host?: string): Change => ({
  put: 'space',
  value: { id, name: id, kind, ...(host === undefined ? {} : { host }) },
})
const takesPart = (who: string, where: string, role = 'partner', wave = 'w'): Change => ({
  put: 'participation',
  value: { actor: who, space: where, role, wave },
})

test('joins actors to the spaces they take part in, a project without anybody included', () => {
  const territory = territoryOf(ties('a-b'), [
    actor('c'),
    space('p', 'project'),
    space('empty', 'project'),
    space('axis', 'programme_axis'),
    takesPart('b', 'p', 'pilot'),
    takesPart('a', 'p', 'funder'),
    takesPart('a', 'p', 'partner'),
    takesPart('c', 'axis'),
  ])
  const network = twoModeNetworkOf(territory, defaultPerimeter(territory, 'w'))
  expect(network.actors).toEqual(['a', 'b', 'c'])
  expect(network.spaces).toEqual(['empty', 'p'])
  expect([...network.graph.sources]).toEqual([0, 1])
  expect([...network.graph.targets]).toEqual([4, 4])
})

test('names the actor that a space is, so that a map draws the two once', () => {
  const territory = territoryOf(ties('a-b'), [actor('k'), space('cluster', 'cluster', 'k'), takesPart('a', 'cluster')])
  const network = twoModeNetworkOf(territory, defaultPerimeter(territory, 'w'))
  expect(network.actors[network.hosts[0] ?? -1]).toBe('k')
  expect(network.graph.edgeCount).toBe(1)
})

test('leaves out spaces that only another wave knows', () => {
  const territory = territoryOf(ties('a-b'), [
    { put: 'wave', value: { id: 'w2', label: 'Suite', date: '2025-01-01', basis: 'survey' } },
    space('later', 'project'),
    takesPart('a', 'later', 'pilot', 'w2'),
  ])
  expect(twoModeNetworkOf(territory, defaultPerimeter(territory, 'w')).spaces).toEqual([])
})
