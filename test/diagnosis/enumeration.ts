import type { Graph } from '../../server/network/graph.ts'

/** Every simple graph on the same nodes with the same degrees, as sorted lists of dyad numbers; ties of unasked dyads stay. By trying all. */
export function graphsLike(graph: Graph, unasked: Uint8Array | null, mixing: Int32Array | null): number[][] {
  const n = graph.nodeCount
  const open = dyads(n).filter(([u, v]) => ((unasked?.[u] ?? 0) & (unasked?.[v] ?? 0)) === 0)
  const openNumbers = new Set(open.map(([u, v]) => u * n + v))
  const ties = Array.from(graph.sources, (u, e) => dyad(n, u, graph.targets[e] ?? -1))
  const staying = ties.filter((tie) => !openNumbers.has(tie))
  const moving = ties.filter((tie) => openNumbers.has(tie))
  const left = new Array<number>(n).fill(0)
  for (const tie of moving) for (const end of [Math.floor(tie / n), tie % n]) left[end] = (left[end] ?? 0) + 1

  const found: number[][] = []
  const chosen: number[] = []
  const extend = (index: number) => {
    if (left.every((degree) => degree === 0)) {
      found.push([...staying, ...chosen].sort((a, b) => a - b))
      return
    }
    const next = open[index]
    if (!next) return
    const [u, v] = next
    if ((left[u] ?? 0) > 0 && (left[v] ?? 0) > 0) {
      chosen.push(u * n + v)
      left[u] = (left[u] ?? 0) - 1
      left[v] = (left[v] ?? 0) - 1
      extend(index + 1)
      chosen.pop()
      left[u] = (left[u] ?? 0) + 1
      left[v] = (left[v] ?? 0) + 1
    }
    extend(index + 1)
  }
  extend(0)
  if (!mixing) return found
  const wanted = mixed(n, ties, mixing)
  return found.filter((candidate) => mixed(n, candidate, mixing) === wanted)
}

/** Every simple directed graph on the same nodes with the same degrees in and out, as sorted lists of arc numbers u·n + v. */
export function digraphsLike(graph: Graph): number[][] {
  const n = graph.nodeCount
  const outLeft = new Array<number>(n).fill(0)
  const inLeft = new Array<number>(n).fill(0)
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u = 0, v = 0] = [graph.sources[e], graph.targets[e]]
    outLeft[u] = (outLeft[u] ?? 0) + 1
    inLeft[v] = (inLeft[v] ?? 0) + 1
  }
  const found: number[][] = []
  const chosen: number[] = []
  const extend = (arc: number) => {
    if (outLeft.every((degree) => degree === 0) && inLeft.every((degree) => degree === 0)) {
      found.push([...chosen])
      return
    }
    if (arc >= n * n) return
    const [u, v] = [Math.floor(arc / n), arc % n]
    if (u !== v && (outLeft[u] ?? 0) > 0 && (inLeft[v] ?? 0) > 0) {
      chosen.push(arc)
      outLeft[u] = (outLeft[u] ?? 0) - 1
      inLeft[v] = (inLeft[v] ?? 0) - 1
      extend(arc + 1)
      chosen.pop()
      outLeft[u] = (outLeft[u] ?? 0) + 1
      inLeft[v] = (inLeft[v] ?? 0) + 1
    }
    extend(arc + 1)
  }
  extend(0)
  return found
}

/** One number for the dyad of two nodes, whichever comes first. */
export function dyad(n: number, u: number, v: number): number {
  return Math.min(u, v) * n + Math.max(u, v)
}

/** χ² of counts that should all be equal, in standard deviations from what is expected of it: beyond 5, not equal. */
export function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const freedom = counts.length - 1
  return (chiSquare - freedom) / Math.sqrt(2 * freedom)
}

function dyads(n: number): [number, number][] {
  return Array.from({ length: n * n }, (_, i): [number, number] => [Math.floor(i / n), i % n]).filter(([u, v]) => u < v)
}

function mixed(n: number, ties: readonly number[], mixing: Int32Array): string {
  return ties
    .map((tie) => [mixing[Math.floor(tie / n)] ?? -1, mixing[tie % n] ?? -1].sort((a, b) => a - b).join('-'))
    .sort()
    .join(' ')
}
