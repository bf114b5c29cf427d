import type { Graph } from '../network/graph.ts'
import { strengths } from './degree.ts'
import type { Random } from './random.ts'

export interface LeidenOptions {
  /** Labels to start from, each below the number of nodes. Default: everybody alone. */
  readonly start?: Int32Array
  /** γ: above 1 more and smaller communities. */
  readonly resolution?: number
  /** Rounds at most; it stops at the first that moves nobody. Some graphs keep giving a little for hundreds. */
  readonly rounds?: number
}

/** How freely refinement merges: the weight of a merge is exp(gain / randomness), gains counted in ties. */
const randomness = 0.01

/**
 * Communities of high modularity by the Leiden algorithm: nodes move to where they gain most, communities are refined
 * into well-connected parts, parts become nodes; round after round from what the last one found.
 * V. A. Traag, L. Waltman, N. J. van Eck (2019), From Louvain to Leiden: guaranteeing well-connected communities,
 * Sci. Rep. 9:5233.
 *
 * @param graph undirected; strengths count when it has some
 * @returns a label per node, numbered by lowest node
 */
export function leiden(
  graph: Graph,
  random: Random,
  { start, resolution = 1, rounds = 20 }: LeidenOptions = {},
): Int32Array {
  const ground = groundLevel(graph)
  let label = start ? numberedByLowest(start) : numbers(graph.nodeCount)
  if (ground.total === 0) return label
  const factor = resolution / ground.total
  for (let round = 0; round < rounds; round++) {
    const found = oneRound(ground, label, factor, random)
    if (!found) break
    label = found
  }
  return label
}

/** A graph whose nodes may be sets of nodes: rows without loops, which move with their node. */
interface Level {
  readonly offsets: Int32Array
  readonly neighbors: Int32Array
  /** By slot. */
  readonly weights: Float64Array
  /** Strength of each node, ties inside it counted twice. */
  readonly strength: Float64Array
  /** Sum of all strengths: twice the weight of the graph. */
  readonly total: number
}

/** Labels of the ground level after a round from `start`; null when it moved nothing. */
function oneRound(ground: Level, start: Int32Array, factor: number, random: Random): Int32Array | null {
  let level = ground
  let community = start
  let hasMoved = false
  // Node of the current level that each ground node is in.
  const inside = numbers(start.length)
  for (;;) {
    const moved = moveNodes(level, community, factor, random)
    hasMoved ||= moved.hasMoved
    const parts = refine(level, moved.community, factor, random)
    if (parts.count === level.strength.length) {
      if (!hasMoved) return null
      for (let u = 0; u < inside.length; u++) inside[u] = moved.community[inside[u]!]!
      return numberedByLowest(inside)
    }
    const communityOf = new Int32Array(parts.count)
    for (let u = 0; u < parts.label.length; u++) communityOf[parts.label[u]!] = moved.community[u]!
    level = aggregated(level, parts)
    community = communityOf
    for (let u = 0; u < inside.length; u++) inside[u] = parts.label[inside[u]!]!
  }
}

/** Every node, in random order and again whenever a neighbour has left, moves to the community where it gains most. */
function moveNodes(
  { offsets, neighbors, weights, strength }: Level,
  start: Int32Array,
  factor: number,
  random: Random,
) {
  const n = strength.length
  const community = start.slice()
  const weightOf = new Float64Array(n)
  const sizeOf = new Int32Array(n)
  for (let u = 0; u < n; u++) {
    weightOf[community[u]!]! += strength[u]!
    sizeOf[community[u]!]!++
  }
  const empty: number[] = []
  for (let c = n - 1; c >= 0; c--) if (sizeOf[c] === 0) empty.push(c)
  const tied = new Float64Array(n)
  const met = new Int32Array(n)
  const queue = shuffled(n, random)
  const isQueued = new Uint8Array(n).fill(1)
  let hasMoved = false
  // A ring: a node is in it at most once.
  for (let head = 0, left = n; left > 0; left--) {
    const v = queue[head]!
    isQueued[v] = 0
    const old = community[v]!
    weightOf[old]! -= strength[v]!
    if (--sizeOf[old]! === 0) empty.push(old)
    let count = 0
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const c = community[neighbors[i]!]!
      if (tied[c] === 0) met[count++] = c
      tied[c]! += weights[i]!
    }
    let best = old
    let bestGain = tied[old]! - factor * strength[v]! * weightOf[old]!
    // Being alone gains nothing and costs nothing.
    if (bestGain < -1e-12 && empty.length > 0) {
      best = empty[empty.length - 1]!
      bestGain = 0
    }
    for (let i = 0; i < count; i++) {
      const c = met[i]!
      const gain = tied[c]! - factor * strength[v]! * weightOf[c]!
      tied[c] = 0
      if (gain <= bestGain + 1e-12) continue
      best = c
      bestGain = gain
    }
    weightOf[best]! += strength[v]!
    if (sizeOf[best]!++ === 0) empty.splice(empty.lastIndexOf(best), 1)
    head = head + 1 === n ? 0 : head + 1
    if (best === old) continue
    hasMoved = true
    community[v] = best
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const u = neighbors[i]!
      if (isQueued[u] === 1 || community[u] === best) continue
      isQueued[u] = 1
      // `left` still counts v, whose place is free.
      queue[(head + left - 1) % n] = u
      left++
    }
  }
  return { community: numberedByLowest(community), hasMoved }
}

/** Parts of the communities, each connected well enough to the rest of its own: nodes that are alone join one, at random by gain. */
function refine(
  { offsets, neighbors, weights, strength }: Level,
  community: Int32Array,
  factor: number,
  random: Random,
) {
  const n = strength.length
  const part = numbers(n)
  const size = new Int32Array(n).fill(1)
  const partWeight = strength.slice()
  const communityWeight = new Float64Array(n)
  // Weight between a part and the rest of its community.
  const outward = new Float64Array(n)
  for (let u = 0; u < n; u++) {
    communityWeight[community[u]!]! += strength[u]!
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      if (community[neighbors[i]!] === community[u]) outward[u]! += weights[i]!
    }
  }
  const isWellConnected = (p: number, c: number) =>
    outward[p]! >= factor * partWeight[p]! * (communityWeight[c]! - partWeight[p]!)
  const tied = new Float64Array(n)
  const met = new Int32Array(n)
  const gains = new Float64Array(n)
  const upTo = new Float64Array(n)
  const order = shuffled(n, random)
  for (let next = 0; next < n; next++) {
    const v = order[next]!
    const c = community[v]!
    if (size[v] !== 1 || part[v] !== v || !isWellConnected(v, c)) continue
    let count = 0
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      if (community[neighbors[i]!] !== c) continue
      const p = part[neighbors[i]!]!
      if (tied[p] === 0) met[count++] = p
      tied[p]! += weights[i]!
    }
    // Staying alone gains 0.
    let best = 0
    for (let i = 0; i < count; i++) {
      const gain = tied[met[i]!]! - factor * strength[v]! * partWeight[met[i]!]!
      gains[i] = gain
      if (gain > best) best = gain
    }
    let sum = Math.exp(-best / randomness)
    const alone = sum
    for (let i = 0; i < count; i++) {
      const worth = gains[i]!
      // What is 40 times the randomness below the best is never drawn.
      const isOpen = worth >= 0 && best - worth < 40 * randomness && isWellConnected(met[i]!, c)
      if (isOpen) sum += Math.exp((worth - best) / randomness)
      upTo[i] = sum
    }
    const draw = random() * sum
    if (draw >= alone) {
      let i = 0
      while (i < count - 1 && draw >= upTo[i]!) i++
      const chosen = met[i]!
      part[v] = chosen
      size[chosen]!++
      size[v] = 0
      partWeight[chosen]! += strength[v]!
      outward[chosen]! += outward[v]! - 2 * tied[chosen]!
    }
    for (let i = 0; i < count; i++) tied[met[i]!] = 0
  }
  const label = numberedByLowest(part)
  let count = 0
  for (let u = 0; u < n; u++) if (label[u]! >= count) count = label[u]! + 1
  return { label, count }
}

/** The level whose nodes are the parts. */
function aggregated(level: Level, { label, count }: { readonly label: Int32Array; readonly count: number }): Level {
  const strength = new Float64Array(count)
  const first = new Int32Array(count + 1)
  for (let u = 0; u < label.length; u++) {
    strength[label[u]!]! += level.strength[u]!
    first[label[u]! + 1]!++
  }
  for (let p = 0; p < count; p++) first[p + 1]! += first[p]!
  const members = new Int32Array(label.length)
  const next = first.slice(0, count)
  for (let u = 0; u < label.length; u++) members[next[label[u]!]!++] = u
  const offsets = new Int32Array(count + 1)
  const neighbors = new Int32Array(level.neighbors.length)
  const weights = new Float64Array(level.neighbors.length)
  const slotOf = new Int32Array(count).fill(-1)
  let slot = 0
  for (let p = 0; p < count; p++) {
    const start = slot
    for (let i = first[p]!; i < first[p + 1]!; i++) {
      const u = members[i]!
      for (let j = level.offsets[u]!; j < level.offsets[u + 1]!; j++) {
        const q = label[level.neighbors[j]!]!
        if (q === p) continue
        if (slotOf[q]! < start) {
          slotOf[q] = slot
          neighbors[slot++] = q
        }
        weights[slotOf[q]!]! += level.weights[j]!
      }
    }
    offsets[p + 1] = slot
  }
  return { offsets, neighbors: neighbors.slice(0, slot), weights: weights.slice(0, slot), strength, total: level.total }
}

function groundLevel({ out, weights }: Graph): Level {
  const bySlot = new Float64Array(out.edges.length).fill(1)
  if (weights) for (let i = 0; i < bySlot.length; i++) bySlot[i] = weights[out.edges[i]!]!
  const strength = strengths(out, weights)
  const total = strength.reduce((sum, value) => sum + value, 0)
  return { offsets: out.offsets, neighbors: out.neighbors, weights: bySlot, strength, total }
}

/** The same division, its sets called 0, 1, … in the order of their lowest member. Labels are below the number of nodes. */
export function numberedByLowest(label: Int32Array): Int32Array {
  const numberOf = new Int32Array(label.length).fill(-1)
  const numbered = new Int32Array(label.length)
  let count = 0
  for (let u = 0; u < label.length; u++) {
    const l = label[u]!
    if (numberOf[l]! < 0) numberOf[l] = count++
    numbered[u] = numberOf[l]!
  }
  return numbered
}

/** 0, 1, …, n − 1. */
function numbers(n: number): Int32Array {
  const all = new Int32Array(n)
  for (let i = 0; i < n; i++) all[i] = i
  return all
}

function shuffled(n: number, random: Random): Int32Array {
  const order = numbers(n)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swapped = order[i]!
    order[i] = order[j]!
    order[j] = swapped
  }
  return order
}
