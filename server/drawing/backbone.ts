/** Edges by the numbers of their ends, whatever their direction. */
type Ends = readonly { readonly from: number; readonly to: number }[]

/** Share of the ties that a backbone keeps for being embedded, before those that hold it together. */
const kept = 0.3

/**
 * Which ties carry a dense map: true for each that is kept. A tie is the more embedded the more alike the strongest ties of its ends are: neighbours are
 * ranked by the triangles they close, the highest Jaccard index over all prefixes counts (0 to 1); the upper three tenths are kept, alike ones together.
 * B. Nick, C. Lee, P. Cunningham, U. Brandes (2013), Simmelian backbones: amplifying hidden homophily in Facebook networks, ASONAM. So that it falls into no
 * more parts than the network, every tie of a maximum spanning forest is kept too: A. Nocaj, M. Ortmann, U. Brandes (2015), Untangling the hairballs of
 * multi-centered, small-world online social media networks, JGAA 19:595-618.
 */
export function backboneOf(nodes: number, edges: Ends): boolean[] {
  const embedded = redundancies(nodes, edges)
  const ranked = [...embedded].sort((a, b) => b - a)
  const least = ranked[Math.ceil(kept * ranked.length) - 1] ?? 0
  const spanning = spanningTies(nodes, edges, embedded)
  return embedded.map((value, e) => (value > 0 && value >= least) || spanning[e] === true)
}

/** How much the strongest neighbours of both ends of each tie are the same, 0 to 1. */
export function redundancies(nodes: number, edges: Ends): number[] {
  const neighbors = Array.from({ length: nodes }, () => new Set<number>())
  for (const { from, to } of edges) {
    neighbors[from]?.add(to)
    neighbors[to]?.add(from)
  }
  const ranked = neighbors.map((own) => {
    const strengths = [...own].map((other) => [other, triangles(own, neighbors[other])] as const)
    return strengths.filter(([, strength]) => strength > 0).sort((a, b) => b[1] - a[1])
  })
  return edges.map(({ from, to }) => mostAlike(ranked[from] ?? [], ranked[to] ?? [], from, to))
}

type Ranking = readonly (readonly [node: number, strength: number])[]

function triangles(own: ReadonlySet<number>, others: ReadonlySet<number> = new Set()): number {
  let count = 0
  for (const node of own) if (others.has(node)) count++
  return count
}

/** The highest Jaccard index of those at least so strong to each end, however strong; neighbours of one strength come together. */
function mostAlike(a: Ranking, b: Ranking, from: number, to: number): number {
  const levels = [...new Set([...a, ...b].map(([, strength]) => strength))].sort((x, y) => y - x)
  const [ofA, ofB] = [new Set<number>(), new Set<number>()]
  let [i, j, both, best] = [0, 0, 0, 0]
  for (const level of levels) {
    for (; i < a.length && (a[i]?.[1] ?? 0) >= level; i++) {
      const node = a[i]?.[0] ?? -1
      if (node === to) continue
      ofA.add(node)
      if (ofB.has(node)) both++
    }
    for (; j < b.length && (b[j]?.[1] ?? 0) >= level; j++) {
      const node = b[j]?.[0] ?? -1
      if (node === from) continue
      ofB.add(node)
      if (ofA.has(node)) both++
    }
    best = Math.max(best, both / Math.max(1, ofA.size + ofB.size - both))
  }
  return best
}

/** Ties that some maximum spanning forest holds: those that join two parts not joined by stronger ones. */
function spanningTies(nodes: number, edges: Ends, weights: readonly number[]): boolean[] {
  const part = Array.from({ length: nodes }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (part[root] !== root) root = part[root] ?? root
    part[node] = root
    return root
  }
  const spanning = edges.map(() => false)
  const byWeight = Map.groupBy(edges.keys(), (e) => weights[e] ?? 0)
  for (const weight of [...byWeight.keys()].sort((a, b) => b - a)) {
    const alike = byWeight.get(weight) ?? []
    for (const e of alike) {
      const edge = edges[e]
      if (edge && rootOf(edge.from) !== rootOf(edge.to)) spanning[e] = true
    }
    for (const e of alike) {
      const edge = edges[e]
      if (edge) part[rootOf(edge.from)] = rootOf(edge.to)
    }
  }
  return spanning
}
