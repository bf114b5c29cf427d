import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { observedDyads } from '../../server/diagnosis/case.ts'
import { dataQualityOf } from '../../server/diagnosis/response.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules, defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import type { Change } from '../../server/domain/change.ts'
import { arcs, nodesOf, ties } from '../analysis/drawing.ts'
import { actor, territoryOf, tie } from '../network/draw.ts'
import { drawnCase, qualityOf } from './draw.ts'

/** The five most named, and five or six that hang on them. */
const hubs = 'a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e'
const ten = `${hubs} f-a g-b h-c i-d j-e`

describe('gates', () => {
  test.each([
    ['everyone answered', ten, '', 'full', 1],
    ['eight in ten', ten, 'i j', 'full', 0.8],
    ['seven in ten', ten, 'h i j', 'bands', 0.7],
    ['six in ten', ten, 'g h i j', 'composition', 0.6],
    ['five in eleven', `${ten} k-a`, 'f g h i j k', 'coverage', 5 / 11],
  ])('%s', (_, drawing, silent, gate, rate) => {
    const quality = qualityOf(drawnCase(drawing, { silent }))
    expect(quality.responseRate).toBeCloseTo(rate, 12)
    expect(quality).toMatchObject({ gate, missingTop: [] })
  })

  test('a silent actor among the five most named lowers them by one', () => {
    const star = 'a-b a-c a-d a-e a-f a-g a-h a-i a-j b-c'
    expect(qualityOf(drawnCase(star, { silent: 'j' }))).toMatchObject({ gate: 'full', missingTop: [] })
    expect(qualityOf(drawnCase(star, { silent: 'a' }))).toMatchObject({ gate: 'bands', missingTop: ['a'] })
  })

  test('below composition there is only coverage, and documents have no rate', () => {
    expect(qualityOf(drawnCase(`${ten} k-a`, { silent: 'a f g h i j k' })).gate).toBe('coverage')
    const documents = { ...drawnCase(ten), basis: 'documents' } as const
    expect(qualityOf(documents)).toMatchObject({ gate: 'documents', responseRate: null, observedDyads: null })
  })
})

test('who was named and not asked owes no answer, and told nothing', () => {
  const drawing = `${ten} stranger-a`
  const actors = [...nodesOf(drawing).keys()]
  const subject = caseOfNetwork({
    actors,
    graph: ties(drawing),
    groups: actors.map(() => null),
    answered: actors.map((name) => (name === 'stranger' ? null : name !== 'j')),
    outside: null,
  })
  expect(qualityOf(subject)).toMatchObject({ asked: 10, answered: 9, responseRate: 0.9 })
  // Only j and the stranger could not have told of each other.
  expect(observedDyads(subject)).toBe((11 * 10) / 2 - 1)
})

test('dyads between two silent or two outside actors were not observed', () => {
  const subject = drawnCase('a-b b-c c-d d-e x-a y-a', { silent: 'd e x', outside: 'x y' })
  // Of 21 dyads, d–e, d–x, e–x are between the silent and x–y outside.
  expect(observedDyads(subject)).toBe(21 - 4)
})

describe('recall from double reports', () => {
  test('of ties between respondents, both ends tell half of the time: q = 2/3', () => {
    const names = [...nodesOf('a>b').keys(), ...'cdefghijklmnopqrst'.split('')]
    const mutual = Array.from({ length: 5 }, (_, i) => [names[2 * i], names[2 * i + 1]])
    const single = Array.from({ length: 5 }, (_, i) => [names[10 + 2 * i], names[11 + 2 * i]])
    const drawing = [...mutual.flatMap(([a, b]) => [`${a}>${b}`, `${b}>${a}`]), ...single.map(([a, b]) => `${a}>${b}`)]
    const graph = arcs(drawing.join(' '))
    const subject = caseOfNetwork({
      actors: [...nodesOf(drawing.join(' ')).keys()],
      graph,
      groups: Array(graph.nodeCount).fill(null),
      answered: null,
      outside: null,
    })
    expect(dataQualityOf(subject, defaultThresholds).recall).toBeCloseTo(2 / 3, 12)
  })

  test('needs ten such ties', () => expect(qualityOf(drawnCase('a-b b-c')).recall).toBeNull())
})

test('in a territory the roster is what rates are out of, and a reporter vouches for its end', () => {
  const roster = (id: string, status: 'answered' | 'declined' | 'asked' | 'named_only'): Change => ({
    put: 'roster',
    value: { actor: id, wave: 'w', status },
  })
  const territory = territoryOf([
    { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis: 'survey' } },
    ...['a', 'b', 'c', 'd', 'e'].map(actor),
    roster('a', 'answered'),
    roster('b', 'answered'),
    roster('c', 'declined'),
    roster('d', 'asked'),
    roster('e', 'named_only'),
    tie({ from: 'a', to: 'b', reporter: 'b' }),
    tie({ from: 'a', to: 'c', reporter: null }),
  ])
  const subject = caseOf(territory, 'w', defaultRules)
  expect(dataQualityOf(subject, defaultThresholds)).toMatchObject({ asked: 4, answered: 2, responseRate: 0.5 })
  expect([...subject.declared.vouched]).toEqual([2, 4])
})
