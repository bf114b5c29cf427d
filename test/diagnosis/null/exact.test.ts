import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClassPenalty } from '../../../server/diagnosis/null/class-penalty.ts'
import { type Constraints, type Penalty, Rewiring } from '../../../server/diagnosis/null/rewiring.ts'
import { TrianglePenalty } from '../../../server/diagnosis/null/triangle-penalty.ts'
import { dyad } from '../enumeration.ts'
import { type Candidate, candidatesOf, exactGraph, exactSpheres, trianglesOf, weightedMean } from '../exact.ts'

const name = 'three_spheres_8'
const graph = exactGraph(name)
const spheres = exactSpheres(name)
const n = graph.nodeCount
const observed: Candidate['ties'] = Array.from(graph.sources, (u, e) => [u, graph.targets[e] ?? -1])
const trianglesIn = ({ ties }: Pick<Candidate, 'ties'>) => trianglesOf(n, ties).reduce((sum, t) => sum + t, 0) / 3
const trianglesAt0 = ({ ties }: Pick<Candidate, 'ties'>) => trianglesOf(n, ties)[0] ?? 0
const outsideOf0 = ({ ties }: Pick<Candidate, 'ties'>) =>
  ties.filter((pair) => pair.includes(0) && spheres[pair[0]] !== spheres[pair[1]]).length
const between0And2 = ({ ties }: Pick<Candidate, 'ties'>) =>
  ties.filter(([u, v]) => [spheres[u], spheres[v]].sort().join('') === '02').length
const insideSpheres = ({ ties }: Pick<Candidate, 'ties'>) => ties.filter(([u, v]) => spheres[u] === spheres[v]).length

const mixed = candidatesOf(name, 'mixing')
const all = candidatesOf(name, 'degrees')
const alike = () => 1
const clustered = (candidate: Candidate) =>
  Math.exp(-2 * Math.abs(trianglesIn(candidate) - trianglesIn({ ties: observed })))
// What spheres have inside more they have between less: both classes move.
const asHomophilous = (candidate: Candidate) =>
  Math.exp(-2 * Math.abs(insideSpheres(candidate) - insideSpheres({ ties: observed })))

test('37 networks keep the degrees and the mixing of the eight actors, and every one is drawn', () => {
  expect(mixed).toHaveLength(37)
  const seen = new Set<string>()
  const chain = new Rewiring(graph, { unasked: null, mixing: spheres }, 'reach')
  for (let i = 0; i < 20_000 && seen.size < 37; i++) {
    chain.advance(5)
    seen.add(keyOf(chain))
  }
  expect([...seen].sort()).toEqual(mixed.map(({ key }) => key).sort())
})

describe('by enumeration', () => {
  test('Null B: 1.6757 triangles, 1.0270 around the first actor, 1.5676 of its partners elsewhere', () => {
    expect(weightedMean(mixed, trianglesIn, alike)).toBeCloseTo(62 / 37, 6)
    expect(weightedMean(mixed, trianglesAt0, alike)).toBeCloseTo(1.027027, 6)
    expect(weightedMean(mixed, outsideOf0, alike)).toBeCloseTo(1.567568, 6)
  })

  test('Null C: as many triangles as observed, nearly', () => {
    expect(weightedMean(mixed, trianglesIn, clustered)).toBeCloseTo(1.100744, 6)
    expect(weightedMean(mixed, trianglesAt0, clustered)).toBeCloseTo(0.88028, 6)
    expect(weightedMean(mixed, outsideOf0, clustered)).toBeCloseTo(1.573448, 6)
  })

  test('Null A and Null D between the first and the third sphere', () => {
    expect(all).toHaveLength(6057)
    const none = (candidate: Candidate) => Number(between0And2(candidate) === 0)
    expect(weightedMean(all, between0And2, alike)).toBeCloseTo(2.802212, 6)
    expect(weightedMean(all, none, alike)).toBeCloseTo(0.011062, 6)
    expect(weightedMean(all, between0And2, asHomophilous)).toBeCloseTo(2.064501, 6)
    expect(weightedMean(all, none, asHomophilous)).toBeCloseTo(0.035091, 6)
  })
})

describe('the chain, within three standard errors of', () => {
  const mixing = { unasked: null, mixing: spheres }
  test.each([
    ['Null B, triangles', mixing, null, trianglesIn, mixed, alike],
    ['Null B, partners elsewhere', mixing, null, outsideOf0, mixed, alike],
    ['Null C, triangles', mixing, () => new TrianglePenalty(graph), trianglesIn, mixed, clustered],
    ['Null C, triangles around the first', mixing, () => new TrianglePenalty(graph), trianglesAt0, mixed, clustered],
    ['Null C, partners elsewhere', mixing, () => new TrianglePenalty(graph), outsideOf0, mixed, clustered],
    ['Null D, ties between two spheres', free(), totals, between0And2, all, asHomophilous],
  ] satisfies [string, Constraints, (() => Penalty) | null, typeof trianglesIn, Candidate[], typeof clustered][])(
    '%s',
    (label, constraints, penalty, value, candidates, weight) => {
      const chain = new Rewiring(graph, constraints, label, penalty?.() ?? null)
      chain.advance(500)
      // Batches far longer than the chain remembers are independent.
      const batches = Array.from({ length: 40 }, () => {
        let sum = 0
        for (let i = 0; i < 400; i++) {
          chain.advance(60)
          sum += value({ ties: tiesOf(chain) })
        }
        return sum / 400
      })
      const mean = batches.reduce((sum, batch) => sum + batch, 0) / batches.length
      const variance = batches.reduce((sum, batch) => sum + (batch - mean) ** 2, 0) / (batches.length - 1)
      const exact = weightedMean(candidates, value, weight)
      expect(Math.abs(mean - exact)).toBeLessThan(3 * Math.sqrt(variance / batches.length))
    },
  )
})

describe('laws', () => {
  const walk = fc.array(fc.nat(999), { minLength: 20, maxLength: 60 })

  test('what a swap changes is counted as by counting all anew', () => {
    fc.assert(
      fc.property(walk, fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }), (steps, places) => {
        const placeOf = Int32Array.from(places)
        const classes = { sphereOf: spheres, sphereCount: 3, inside: 'each', placeOf } as const
        const penalties: [Penalty, (ties: Candidate['ties']) => number][] = [
          [new TrianglePenalty(graph), (ties) => 2 * Math.abs(trianglesIn({ ties }) - trianglesIn({ ties: observed }))],
          [new ClassPenalty(classes), (ties) => distance(classesOf(ties, placeOf), classesOf(observed, placeOf))],
        ]
        let ties = [...observed]
        for (const step of steps) {
          const [i, j] = [step % ties.length, Math.floor(step / 7) % ties.length]
          const [[u, v], [s, t]] = [ties[i] ?? [0, 0], ties[j] ?? [0, 0]]
          const isTied = (a: number, b: number) => ties.some((pair) => pair.includes(a) && pair.includes(b))
          if (new Set([u, v, s, t]).size < 4 || isTied(u, t) || isTied(s, v)) continue
          const swapped = ties.with(i, [u, t]).with(j, [s, v])
          for (const [penalty, whole] of penalties) {
            expect(penalty.changeBy(u, v, s, t)).toBe(whole(swapped) - whole(ties))
            penalty.swap(u, v, s, t)
          }
          ties = swapped
        }
      }),
      { seed: 3, numRuns: 60 },
    )
  })
})

function free(): Constraints {
  return { unasked: null, mixing: null }
}

function totals(): Penalty {
  return new ClassPenalty({ sphereOf: spheres, sphereCount: 3, inside: 'total', placeOf: null })
}

function tiesOf({ ends }: Rewiring): [number, number][] {
  return Array.from({ length: ends.length / 2 }, (_, slot) => [ends[2 * slot] ?? -1, ends[2 * slot + 1] ?? -1])
}

function keyOf(chain: Rewiring): string {
  const numbers = tiesOf(chain).map(([u, v]) => dyad(chain.nodeCount, u, v))
  return numbers.sort((a, b) => a - b).join(' ')
}

function classesOf(ties: Candidate['ties'], placeOf: Int32Array): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [u, v] of ties) {
    const sphere = spheres[u] === spheres[v] ? `sphere ${spheres[u]}` : 'between'
    const place = placeOf[u] !== -1 && placeOf[u] === placeOf[v] ? 'near' : 'far'
    for (const key of [sphere, place]) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function distance(a: Map<string, number>, b: Map<string, number>): number {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].reduce((sum, key) => sum + Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0)), 0)
}
