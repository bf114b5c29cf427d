import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partitionOf } from '../../../server/analysis/partition.ts'
import { drawDegrees, observeDegrees } from '../../../server/diagnosis/null/degree-draws.ts'
import { piecesWithout } from '../../../server/diagnosis/pieces.ts'
import { placesOfColumn } from '../../../server/diagnosis/places.ts'
import { degreeFieldOf } from '../../../server/diagnosis/rules/closed-groups.ts'
import {
  criticalBrokerFinding,
  cutOffBy,
  isCritical,
  testBrokers,
} from '../../../server/diagnosis/rules/critical-brokers.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { drawnCase } from '../draw.ts'
import { type Candidate, candidatesOf, type Drawing, drawings, exactGraph } from '../exact.ts'

/** Those whom a node cuts off, by taking it away. */
function cutOffIn(n: number, ties: Candidate['ties']): number[] {
  const reachable = (from: number, without: number) => {
    const met = new Set([from])
    for (const u of met) {
      for (const [a, b] of ties) {
        const v = a === u ? b : b === u ? a : -1
        if (v >= 0 && v !== without) met.add(v)
      }
    }
    return met
  }
  return Array.from({ length: n }, (_, u) => {
    const left = [...reachable(u, -1)].filter((v) => v !== u)
    const largest = Math.max(0, ...left.map((v) => reachable(v, u).size))
    return left.length - largest
  })
}

/** In how many of all graphs of the same degrees somebody cuts off as many as the most observed. */
function asMany(name: Drawing): { cutOff: number[]; graphs: number; asExtreme: number } {
  const graph = exactGraph(name)
  const n = graph.nodeCount
  const cutOff = cutOffIn(
    n,
    Array.from(graph.sources, (u, e) => [u, graph.targets[e] ?? -1]),
  )
  const all = candidatesOf(name, 'degrees')
  const asExtreme = all.filter(({ ties }) => Math.max(...cutOffIn(n, ties)) >= Math.max(...cutOff))
  return { cutOff, graphs: all.length, asExtreme: asExtreme.length }
}

describe('the most that one actor cuts off, among all networks of the same degrees', () => {
  test.each([
    ['two_triangles_bridge', [0, 0, 2, 2, 0, 0], 6, 54],
    ['broker_7', [0, 0, 2, 3, 2, 0, 0], 90, 460],
    ['hub_pendants_8', [3, 0, 0, 0, 3, 0, 0, 0], 44, 197],
  ] as const)('%s', (name, cutOff, asExtreme, graphs) => {
    expect(asMany(name)).toEqual({ cutOff, asExtreme, graphs })
    const subject = { ...drawnCase(lettered(name)) }
    expect([...cutOffBy(subject)]).toEqual(cutOff)
    // The chain gives the same share, within three standard errors of independent batches.
    const shares = Array.from({ length: 20 }, (_, batch) => {
      const { largestCut } = drawDegrees(degreeFieldOf(subject), 400, `${name}:${batch}`)
      return largestCut.filter((most) => most >= Math.max(...cutOff)).length / largestCut.length
    })
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1)
    expect(Math.abs(mean - asExtreme / graphs)).toBeLessThan(3 * Math.sqrt(variance / shares.length))
  })
})

test('whoever is cut off is in a smaller piece, in any network', () => {
  const tie = fc.tuple(fc.nat(11), fc.nat(11)).filter(([u, v]) => u < v)
  fc.assert(
    fc.property(fc.uniqueArray(tie, { selector: ([u, v]) => u * 12 + v, maxLength: 20 }), (ties) => {
      const names = 'abcdefghijkl'
      const subject = drawnCase([...names, ...ties.map(([u, v]) => `${names[u]}-${names[v]}`)].join(' '))
      const found = cutOffBy(subject)
      const pieces = (node: number) => piecesWithout(subject.all.graph, node).slice(1)
      const apart = [...found.keys()].map((node) => pieces(node).reduce((sum, piece) => sum + piece.length, 0))
      expect([...found]).toEqual(apart)
      expect(observeDegrees(degreeFieldOf(subject)).largestCut[0]).toBe(Math.max(...apart))
    }),
  )
})

describe('an actor that holds a piece', () => {
  /** Two cliques of six that x alone joins, in two places. */
  const clique = (names: string) =>
    [...names].flatMap((a, i) => [...names].slice(i + 1).map((b) => `${a}-${b}`)).join(' ')
  const drawing = `${clique('abcdef')} ${clique('ghijkl')} a-x b-x g-x h-x`
  const here = drawnCase(drawing)
  const draws = drawDegrees(degreeFieldOf(here), 1_999, 'held')
  const [broker] = testBrokers(cutOffBy(here), draws, defaultThresholds, Infinity)

  test('six are cut off, beyond chance', () => {
    expect(here.actors[broker?.node ?? -1]).toBe('x')
    expect(broker?.cutOff).toBe(6)
    expect(broker && isCritical(broker, defaultThresholds)).toBe(true)
  })

  test('geography explains it where the piece is a place of its own, and not where places are mixed', () => {
    if (!broker) throw new Error('no broker')
    const placed = (placeOf: (name: string) => string) => ({
      ...here,
      places: placesOfColumn(partitionOf(here.actors.map(placeOf))),
    })
    const explanation = (subject: typeof here) => criticalBrokerFinding(subject, broker, draws, 's', true).explainedBy
    const apart = criticalBrokerFinding(here, broker, draws, 's', true).cutOff
    expect(explanation(here)).toBeNull()
    expect(explanation(placed((name) => (apart.includes(name) ? 'valley' : 'town')))).toBe('places')
    expect(explanation(placed((name) => ('acegik'.includes(name) ? 'valley' : 'town')))).toBeNull()
  })

  test('in a clique nobody cuts anybody off', () => {
    const subject = drawnCase(clique('abcdef'))
    expect(testBrokers(cutOffBy(subject), draws, defaultThresholds, Infinity)).toEqual([])
  })

  test('what a shared space ties stays in every draw', () => {
    // d would be cut off by c were it not for a space it shares with a.
    const subject = drawnCase('a-b b-c c-a c-d')
    const shared = { ...subject, shared: Int32Array.of(subject.actors.indexOf('a'), subject.actors.indexOf('d')) }
    expect(Math.max(...drawDegrees(degreeFieldOf(shared), 50, 's').largestCut)).toBe(0)
    expect(Math.min(...drawDegrees(degreeFieldOf(subject), 50, 's').largestCut)).toBe(1)
  })
})

function lettered(name: Drawing): string {
  const letter = (digit: string | undefined) => `n${digit}`
  const nodes = [...drawings[name][1]].map((_, node) => letter(String(node)))
  return [...nodes, ...drawings[name][0].split(' ').map(([u, v]) => `${letter(u)}-${letter(v)}`)].join(' ')
}
