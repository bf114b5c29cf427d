import fc from 'fast-check'
import { expect, test } from 'vitest'
import { algebraicConnectivity } from '../../server/analysis/algebraic-connectivity.ts'
import type { Graph } from '../../server/network/graph.ts'
import { graphs, matrixOf } from './arbitrary.ts'
import { ties } from './drawing.ts'

test('path of four .5858, cycle of five 1.3820', () => {
  expect(algebraicConnectivity(ties('a-b b-c c-d'))).toBeCloseTo(2 - Math.SQRT2, 10)
  expect(algebraicConnectivity(ties('a-b b-c c-d d-e e-a'))).toBeCloseTo(2 - 2 * Math.cos((2 * Math.PI) / 5), 10)
})

test('is the second smallest eigenvalue of the Laplacian, of any small network', () => {
  fc.assert(
    fc.property(fc.oneof(graphs({ most: 12 }), graphs({ weighted: true, most: 12 })), (graph) => {
      if (graph.nodeCount < 2) return
      expect(algebraicConnectivity(graph)).toBeCloseTo(eigenvaluesOf(laplacianOf(graph))[1]!, 7)
    }),
    { numRuns: 300 },
  )
})

function laplacianOf(graph: Graph): number[][] {
  return matrixOf(graph).map((row, u) => {
    const strength = row.reduce((sum, weight) => sum + weight, 0)
    return row.map((weight, v) => (u === v ? strength : -weight))
  })
}

/** By Jacobi's rotations, ascending. C. G. J. Jacobi (1846), Crelle's Journal 30:51-94. */
function eigenvaluesOf(matrix: number[][]): number[] {
  const a = matrix.map((row) => [...row])
  const n = a.length
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) < 1e-15) continue
        const angle = Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!) / 2
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[k]![p]!, a[k]![q]!]
          a[k]![p] = c * x - s * y
          a[k]![q] = s * x + c * y
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!]
          a[p]![k] = c * x - s * y
          a[q]![k] = s * x + c * y
        }
      }
    }
  }
  return a.map((row, i) => row[i]!).sort((x, y) => x - y)
}
