import type { Graph } from '../network/graph.ts'

/** The pieces into which the component of a node falls without it, the largest first, then by lowest node; each in node order. O(n + m). */
export function piecesWithout(graph: Graph, node: number): Int32Array[] {
  const { offsets, neighbors } = graph.out
  const met = new Uint8Array(graph.nodeCount)
  met[node] = 1
  const pieces: Int32Array[] = []
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const start = neighbors[i]!
    if (met[start]) continue
    const piece = [start]
    met[start] = 1
    for (const u of piece) {
      for (let j = offsets[u]!; j < offsets[u + 1]!; j++) {
        const v = neighbors[j]!
        if (met[v]) continue
        met[v] = 1
        piece.push(v)
      }
    }
    pieces.push(Int32Array.from(piece).sort())
  }
  return pieces.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
