import type { Rows } from '../network/graph.ts'
import type { Analysis, Measure } from './measure.ts'

/** A division of the nodes: label[u] in 0..count-1, numbered by their lowest node. */
export interface Components {
  readonly count: number
  readonly label: Int32Array
}

/** Connected components of an undirected graph. O(n + m). */
export function connectedComponents({ offsets, neighbors }: Rows): Components {
  const n = offsets.length - 1
  const label = new Int32Array(n).fill(-1)
  const queue = new Int32Array(n)
  let count = 0
  for (let start = 0; start < n; start++) {
    if (label[start]! >= 0) continue
    label[start] = count
    queue[0] = start
    for (let head = 0, tail = 1; head < tail; head++) {
      const u = queue[head]!
      for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
        const v = neighbors[i]!
        if (label[v]! >= 0) continue
        label[v] = count
        queue[tail++] = v
      }
    }
    count++
  }
  return { count, label }
}

/**
 * Strong components: nodes that reach each other along the arcs.
 * R. Tarjan (1972), Depth-first search and linear graph algorithms, SIAM J. Comput. 1:146-160; without recursion. O(n + m).
 */
export function strongComponents({ offsets, neighbors }: Rows): Components {
  const n = offsets.length - 1
  const found = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const slot = offsets.slice(0, n)
  const path: number[] = []
  const open: number[] = []
  const isOpen = new Uint8Array(n)
  const root = new Int32Array(n)
  let time = 0
  const enter = (u: number) => {
    found[u] = low[u] = time++
    path.push(u)
    open.push(u)
    isOpen[u] = 1
  }
  for (let start = 0; start < n; start++) {
    if (found[start]! >= 0) continue
    enter(start)
    while (path.length > 0) {
      const u = path[path.length - 1]!
      if (slot[u]! < offsets[u + 1]!) {
        const v = neighbors[slot[u]!++]!
        if (found[v]! < 0) enter(v)
        else if (isOpen[v]) low[u] = Math.min(low[u]!, found[v]!)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[u]!)
      if (low[u] !== found[u]) continue
      let v: number
      do {
        v = open.pop()!
        isOpen[v] = 0
        root[v] = u
      } while (v !== u)
    }
  }
  return numbered(root)
}

/** Number of nodes in each component. */
export function sizesOf({ count, label }: Components): Int32Array {
  const sizes = new Int32Array(count)
  for (const c of label) sizes[c]!++
  return sizes
}

/** The components as sets, each in node order. */
export function membersOf(components: Components): Int32Array[] {
  const sizes = sizesOf(components)
  const sets = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(components.count)
  components.label.forEach((c, u) => {
    sets[c]![filled[c]!++] = u
  })
  return sets
}

/** Shared passes: components of the undirected support, and their sizes. */
export const weakComponents = (analysis: Analysis): Components => connectedComponents(analysis.support.out)

/** Of each node, how many actors its component counts. */
export function componentSizes(components: Components): Int32Array {
  const sizes = sizesOf(components)
  return components.label.map((c) => sizes[c]!)
}

/** Share of pairs of nodes that are joined by a path; null below two nodes. */
export function connectedness(components: Components, nodeCount: number): number | null {
  if (nodeCount < 2) return null
  let pairs = 0
  for (const size of sizesOf(components)) pairs += size * (size - 1)
  return pairs / (nodeCount * (nodeCount - 1))
}

function numbered(root: Int32Array): Components {
  const numberOf = new Map<number, number>()
  const label = root.map((r) => {
    const known = numberOf.get(r) ?? numberOf.size
    numberOf.set(r, known)
    return known
  })
  return { count: numberOf.size, label }
}

export const componentMeasures: readonly Measure[] = [
  {
    id: 'components',
    family: 'cohesion',
    scope: 'nodesets',
    needs: {},
    range: '1..n sets',
    convention: 'On the undirected support; an isolate is a component of its own.',
    source: 'Wasserman & Faust 1994',
    complexity: 'n + m',
    cost: 'instant',
    compute: (analysis) => ({ scope: 'nodesets', values: membersOf(analysis.once(weakComponents)) }),
  },
  {
    id: 'strongComponents',
    family: 'cohesion',
    scope: 'nodesets',
    needs: { directed: true },
    range: '1..n sets',
    convention: 'Actors that reach each other along the arcs; an actor alone is a component of its own.',
    source: 'Tarjan 1972, SIAM J. Comput. 1:146',
    complexity: 'n + m',
    cost: 'instant',
    compute: ({ graph }) => ({ scope: 'nodesets', values: membersOf(strongComponents(graph.out)) }),
  },
  {
    id: 'connectedness',
    family: 'cohesion',
    scope: 'graph',
    needs: {},
    range: '0..1',
    convention: 'Share of pairs joined by a path in the undirected support; undefined below two actors.',
    source: 'Krackhardt 1994, in Carley & Prietula, Computational Organization Theory, 89-111',
    complexity: 'n + m',
    cost: 'instant',
    compute: (analysis) => ({
      scope: 'graph',
      values: connectedness(analysis.once(weakComponents), analysis.graph.nodeCount),
    }),
  },
]
