import type { Graph } from '../network/graph.ts'
import type { Thresholds } from './thresholds.ts'

/** By node, on whom it depends to reach the others. */
export interface Dependences {
  /** The actor without whom it is cut off, the one that cuts off most when there are several, so that a chain is blamed on where it begins; -1: nobody. */
  readonly on: Int32Array
  /** Size of the piece it would be left in, itself included; 0: it depends on nobody. */
  readonly piece: Int32Array
  /** Size of its component. */
  readonly component: Int32Array
}

type DependenceThresholds = Pick<Thresholds, 'dependence.share' | 'dependence.leastReached' | 'dependence.mostShare'>

/**
 * Who is cut off when one actor leaves: left in a piece smaller than the largest, of a quarter of all actors at most, or with four fifths of what it
 * reaches lost, that actor included. A second way round, however long, is no dependence.
 *
 * One depth-first search without recursion, as for articulation points: below a child that does not climb past its parent lies a piece, and what is left of
 * the component is another. O(n + m), and the sizes of the pieces.
 */
export function dependences(
  { nodeCount: n, out: { offsets, neighbors } }: Graph,
  thresholds: DependenceThresholds,
): Dependences {
  const entered = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const size = new Int32Array(n).fill(1)
  const component = new Int32Array(n)
  const parent = new Int32Array(n).fill(-1)
  const slot = offsets.slice(0, n)
  const order: number[] = []
  const pieces: Piece[] = []
  const most = Math.ceil(thresholds['dependence.mostShare'] * n)

  for (let root = 0; root < n; root++) {
    if (entered[root]! >= 0) continue
    const first = order.length
    const path = [root]
    entered[root] = low[root] = first
    order.push(root)
    while (path.length > 0) {
      const u = path[path.length - 1]!
      if (slot[u]! < offsets[u + 1]!) {
        const v = neighbors[slot[u]!++]!
        if (v === parent[u]) continue
        if (entered[v]! >= 0) {
          low[u] = Math.min(low[u]!, entered[v]!)
          continue
        }
        parent[v] = u
        entered[v] = low[v] = order.length
        order.push(v)
        path.push(v)
        continue
      }
      path.pop()
      const above = parent[u]!
      if (above < 0) continue
      low[above] = Math.min(low[above]!, low[u]!)
      size[above]! += size[u]!
    }
    const whole = order.length - first
    for (let i = first; i < order.length; i++) component[order[i]!] = whole
  }

  const below = new Map<number, number[]>()
  for (const u of order) {
    const above = parent[u]!
    if (above < 0 || low[u]! < entered[above]!) continue
    const others = below.get(above)
    if (others) others.push(u)
    else below.set(above, [u])
  }
  for (const [cut, children] of below) {
    const whole = component[cut]!
    const rest = children.reduce((left, child) => left - size[child]!, whole - 1)
    const sizes = [...children.map((child) => size[child]!), rest]
    const largest = Math.max(...sizes)
    const cutsOff = (piece: number) => {
      if (piece === 0 || piece === whole - 1) return false
      const isBeyond = piece < largest && piece <= most
      const reached = whole - 1
      const loses =
        reached >= thresholds['dependence.leastReached'] && (whole - piece) / reached >= thresholds['dependence.share']
      return isBeyond || loses
    }
    for (const child of children) if (cutsOff(size[child]!)) pieces.push({ cut, from: child, size: size[child]! })
    if (cutsOff(rest)) pieces.push({ cut, from: -1, size: rest, without: children })
  }

  const on = new Int32Array(n).fill(-1)
  const piece = new Int32Array(n)
  const mark = (node: number, { cut, size: left }: Piece) => {
    if (left < piece[node]! || (left === piece[node] && cut > on[node]!)) return
    on[node] = cut
    piece[node] = left
  }
  for (const part of pieces) {
    if (part.from >= 0) {
      const start = entered[part.from]!
      for (let i = start; i < start + size[part.from]!; i++) mark(order[i]!, part)
      continue
    }
    // What is left of the component: before the search reached the cut, and what it found below the children that climb past it.
    const cutAt = entered[part.cut]!
    const gone = part.without?.map((child) => [entered[child]!, entered[child]! + size[child]!] as const) ?? []
    gone.push([cutAt, cutAt + 1])
    gone.sort((a, b) => a[0] - b[0])
    let root = part.cut
    while (parent[root]! >= 0) root = parent[root]!
    let i = entered[root]!
    const end = i + component[root]!
    for (const [start, stop] of [...gone, [end, end] as const]) {
      for (; i < start; i++) mark(order[i]!, part)
      i = stop
    }
  }
  return { on, piece, component }
}

/** What is left around some nodes when `cut` leaves: all below `from`, or, where that is -1, the component without what is below `without`. */
interface Piece {
  readonly cut: number
  readonly from: number
  readonly size: number
  readonly without?: readonly number[]
}
