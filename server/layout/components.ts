import type { Drawing } from './drawing.ts'

/** Connected parts, the largest first, each with its nodes in the order given; of equal parts the one met first. */
export function components(drawing: Drawing, order: readonly number[]): number[][] {
  const neighbors: number[][] = drawing.nodes.map(() => [])
  for (const [u, v] of drawing.edges) {
    neighbors[u]!.push(v)
    neighbors[v]!.push(u)
  }
  const partOf = new Int32Array(drawing.nodes.length).fill(-1)
  let count = 0
  for (const start of order) {
    if (partOf[start] !== -1) continue
    const queue = [start]
    partOf[start] = count
    for (const node of queue) {
      for (const next of neighbors[node]!) {
        if (partOf[next] !== -1) continue
        partOf[next] = count
        queue.push(next)
      }
    }
    count++
  }
  const parts: number[][] = Array.from({ length: count }, () => [])
  for (const node of order) parts[partOf[node]!]!.push(node)
  return parts.sort((a, b) => b.length - a.length)
}
