import { expect, test } from 'vitest'
import type { Case } from '../../server/diagnosis/case.ts'
import { classOf, readings, tieClasses, tieClassesOf } from '../../server/diagnosis/tie-classes.ts'
import { drawnCase } from './draw.ts'

/** Firms a and b, the commune c and the prefecture d inside; the ministry m and the firm x outside. */
const drawn = drawnCase('a-b a-c c-d d-m b-x m-x', {
  outside: 'm x',
  spheres: { firms: 'a b x', public: 'c d m' },
})
const level: Record<string, number> = { a: 0, b: 0, c: 0, d: 1, m: 3, x: 0 }
const subject: Case = {
  ...drawn,
  levels: Int8Array.from(drawn.actors, (name) => level[name] ?? 0),
  declared: { ...drawn.declared, vertical: Uint8Array.of(0, 1, 0, 0, 0, 0) },
}
const classes = tieClassesOf(subject)

const classed = readings.map((reading) =>
  Object.fromEntries(
    [...subject.declared.graph.sources.keys()].map((e) => {
      const { sources, targets } = subject.declared.graph
      const name = `${subject.actors[sources[e] ?? -1]}-${subject.actors[targets[e] ?? -1]}`
      return [name, tieClasses[classOf(classes, reading, subject, e)] ?? null]
    }),
  ),
)

test('Callois and Schmitt: within a sphere, between spheres, out of the territory', () => {
  expect(classed[0]).toEqual({
    'a-b': 'bonding',
    'a-c': 'linking',
    'c-d': 'bonding',
    'd-m': 'bridging',
    'b-x': 'bridging',
    'm-x': null,
  })
})

test('Szreter and Woolcock: vertical by two steps of scope or by kind, else by difference', () => {
  expect(classed[1]).toEqual({
    'a-b': 'bonding',
    // The kind of the tie is a power over the other.
    'a-c': 'linking',
    'c-d': 'bonding',
    // From departmental to national.
    'd-m': 'linking',
    'b-x': 'bridging',
    'm-x': null,
  })
})
