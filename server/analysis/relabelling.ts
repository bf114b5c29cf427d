import type { Rows } from '../network/graph.ts'

/**
 * Nodes in the order a breadth-first search meets them, component by component, each from a node of most ties: renumbered
 * that way, neighbours lie near each other in memory.
 */
export function breadthFirstOrder(rows: Rows): Int32Array {
  const { offsets, neighbors } = rows
  const n = offsets.length - 1
  const starts = sortedByDegree(
    rows,
    Int32Array.from({ length: n }, (_, u) => u),
  )
  const order = new Int32Array(n)
  const met = new Uint8Array(n)
  let count = 0
  for (let i = n - 1; i >= 0; i--) {
    if (met[starts[i]!] === 1) continue
    met[starts[i]!] = 1
    let next = count
    order[count++] = starts[i]!
    for (; next < count; next++) {
      const u = order[next]!
      for (let j = offsets[u]!; j < offsets[u + 1]!; j++) {
        const v = neighbors[j]!
        if (met[v] === 1) continue
        met[v] = 1
        order[count++] = v
      }
    }
  }
  return order
}

/**
 * Nodes by number of ties, equals in breadth-first order. Whoever walks the rows in this order knows where the next one
 * ends, and so does the processor: a tenth off betweenness, whatever the size.
 */
export function degreeOrder(rows: Rows): Int32Array {
  return sortedByDegree(rows, breadthFirstOrder(rows))
}

/** The nodes by number of ties, equals in the order they come in: a counting sort. */
function sortedByDegree({ offsets }: Rows, nodes: Int32Array): Int32Array {
  const degree = (u: number) => offsets[u + 1]! - offsets[u]!
  const most = nodes.reduce((max, u) => Math.max(max, degree(u)), 0)
  const place = new Int32Array(most + 2)
  for (const u of nodes) place[degree(u) + 1]!++
  for (let d = 1; d < place.length; d++) place[d]! += place[d - 1]!
  const sorted = new Int32Array(nodes.length)
  for (const u of nodes) sorted[place[degree(u)]!++] = u
  return sorted
}

/**
 * The rows among the nodes of `order`, order[i] called i; ties to others are left out. Edge numbers stay, rows are no longer
 * sorted. `numberOf` may be handed on from call to call: -1 for every node, before and after.
 */
export function renumbered(
  rows: Rows,
  order: Int32Array,
  numberOf: Int32Array = new Int32Array(rows.offsets.length - 1).fill(-1),
): Rows {
  const n = order.length
  for (let i = 0; i < n; i++) numberOf[order[i]!] = i
  const offsets = new Int32Array(n + 1)
  for (let i = 0; i < n; i++) {
    let kept = 0
    for (let j = rows.offsets[order[i]!]!; j < rows.offsets[order[i]! + 1]!; j++) {
      if (numberOf[rows.neighbors[j]!]! >= 0) kept++
    }
    offsets[i + 1] = offsets[i]! + kept
  }
  const neighbors = new Int32Array(offsets[n]!)
  const edges = new Int32Array(offsets[n]!)
  let slot = 0
  for (let i = 0; i < n; i++) {
    for (let j = rows.offsets[order[i]!]!; j < rows.offsets[order[i]! + 1]!; j++) {
      const neighbor = numberOf[rows.neighbors[j]!]!
      if (neighbor < 0) continue
      neighbors[slot] = neighbor
      edges[slot++] = rows.edges[j]!
    }
  }
  for (let i = 0; i < n; i++) numberOf[order[i]!] = -1
  return { offsets, neighbors, edges }
}
