import { expect, test } from 'vitest'
import { addingChair, introducing, introductionOf } from '../../../client/screens/seminar/facts.ts'
import { recording } from '../../../client/screens/seminar/meetings.ts'
import { chairName } from '../../../client/screens/seminar/part.ts'
import { fr } from '../../../client/text/fr.ts'
import type { Change } from '../../../server/domain/change.ts'
import { defaultComposition } from '../../../server/domain/composition.ts'
import { defaultPerimeter } from '../../../server/domain/perimeter.ts'
import { networkOf } from '../../../server/network/network.ts'
import { applied } from '../../domain/arbitrary.ts'
import { territoryOf, ties } from '../../network/draw.ts'

const words = {
  met: { fr: 'se sont rencontrés', en: 'met' },
  source: (rounds: readonly number[]) => `tours ${rounds.join(', ')}`,
}
const meetings = [{ actors: ['a', 'c'] as const, rounds: [0, 2] }]
const on = (date: string) => ({ id: 's', name: 'S', date })

test('meetings become dated ties with their source, which no usual network counts', () => {
  const before = territoryOf(ties('a-b b-c'))
  const after = applied(before, recording(before, on('2026-03-12'), meetings, 'w', words))
  const made = [...after.ties.values()].filter(({ kind }) => kind === 'met')
  expect(made).toEqual([
    {
      ...{ wave: 'w', kind: 'met', from: 'a', to: 'c', reporter: null, directed: false },
      ...{ since: '2026-03-12', lastContact: '2026-03-12', source: 'tours 1, 3' },
    },
  ])
  const edges = (tieKinds: readonly string[]) =>
    networkOf(after, { ...defaultPerimeter(after, 'w'), tieKinds }).graph.edgeCount
  expect(edges(defaultPerimeter(after, 'w').tieKinds)).toBe(2)
  expect(edges(['met'])).toBe(1)
})

test('those who meet again keep when they first did, and both sources; told twice is told once', () => {
  const record = (territory: Parameters<typeof recording>[0], date: string): readonly Change[] =>
    recording(territory, on(date), meetings, 'w', { ...words, source: () => date })
  let territory = territoryOf(ties('a-b b-c'))
  for (const date of ['2026-03-12', '2026-06-18', '2026-06-18']) territory = applied(territory, record(territory, date))
  const [tie] = [...territory.ties.values()].filter(({ kind }) => kind === 'met')
  expect(tie).toMatchObject({
    since: '2026-03-12',
    lastContact: '2026-06-18',
    source: '2026-03-12\n2026-06-18',
  })
})

test('a chair of one’s own stands beside those of the method, under its own name', () => {
  const before = territoryOf(ties('a-b'))
  const chair = { name: 'Marins-pêcheurs', type: 'entreprise', sphere: 'economie', min: 2 }
  const once = applied(before, addingChair(before, chair))
  expect(once.chairs.size).toBe(defaultComposition.categories.length + 1)
  const twice = applied(once, addingChair(once, chair))
  expect([...twice.chairs.values()].filter(({ examples }) => examples[0] === chair.name)).toMatchObject([
    { id: 'marins-pecheurs', types: ['entreprise'], min: 2, critical: false },
    { id: 'marins-pecheurs-2' },
  ])
  expect(chairName(fr, once, { id: 'marins-pecheurs', types: [chair.type], examples: [chair.name] })).toBe(chair.name)
})

test('an introduction on the agenda asks two to meet, and is found whoever of them is named first', () => {
  const before = territoryOf(ties('a-b b-c'))
  expect(introductionOf(before, ['a', 'c'])).toBeNull()
  const after = applied(before, introducing(before, 'w', ['a', 'c'], 'Proposé au « Scan ».'))
  expect(introductionOf(after, ['c', 'a'])).toMatchObject({ wave: 'w', state: 'to_do' })
  expect([...after.steps.values()]).toMatchObject([{ kind: 'introduce', actor: 'a', other: 'c' }])
  expect(introductionOf(after, ['a', 'b'])).toBeNull()
})
