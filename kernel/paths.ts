/**
 * Shortest paths from many sources at once, for server/analysis/kernel.ts. AssemblyScript: see `npm run build:kernel`.
 *
 * A node has a line of 64 bytes, what a processor fetches at a time: for `flow` eight doubles, one lane per source; for
 * `search` 512 bits. A level is found by its predecessors pushing their lines along the arcs, or, once they hold many arcs,
 * by the nodes that miss a source pulling along theirs: lanes that are not at the level before hold 0, so that a pull adds
 * up whole lines and asks nothing of them. Asking, a coin toss for the processor, costs more than adding.
 */
import { add, addLanes, at, byte, clearLine, degree, keepLanes, line, mask, orLine, setBit } from './lines'

/** Arcs out and in as rows; on an undirected graph the same. */
export let outOffsets: usize
export let outNeighbors: usize
export let inOffsets: usize
export let inNeighbors: usize
/** Nodes to start from; how many slots have been looked at, over all calls. */
export let sources: usize
export let scanned: f64
/** For `flow`, doubles by node: how many nodes each stands for; what passes through it, added up over all calls. */
export let mass: usize
export let through: usize
/** For `search`, doubles by node, added up over all calls: see DistanceSums. And pairs by their distance. */
export let reached: usize
export let far: usize
export let harmonic: usize
export let within2: usize
export let pairsAt: usize

let nodeCount: i32
let arcCount: i32
/** Lines of the level before and of the one that is being found: 0 for nodes and sources that are not at it. */
let front: usize
let next: usize
/** Lines of what is settled: the number of paths from each source that has met the node; the bits of those that have. */
let known: usize
/** The bits of the sources of a search. */
let wanted: usize
/** Lanes that have met each node, and those that do at this level: bytes. */
let met: usize
let arriving: usize
/** Nodes of the levels, each with the lanes it is met by; where each level starts and how many slots its nodes have. */
let nodes: usize
let lanes: usize
let levelStart: usize
let levelSlots: usize
let end: usize

/** Makes room. To be called once. */
export function reserve(n: i32, arcs: i32, directed: bool): void {
  nodeCount = n
  arcCount = arcs
  end = (__heap_base + 63) & ~63
  outOffsets = room(n + 1, 4)
  outNeighbors = room(arcs, 4)
  inOffsets = directed ? room(n + 1, 4) : outOffsets
  inNeighbors = directed ? room(arcs, 4) : outNeighbors
  sources = room(512, 4)
  mass = room(n, 8)
  through = room(n, 8)
  reached = room(n, 8)
  far = room(n, 8)
  harmonic = room(n, 8)
  within2 = room(n, 8)
  pairsAt = room(n + 1, 8)
  front = room(n, line)
  next = room(n, line)
  known = room(n, line)
  wanted = room(1, line)
  met = room(n, 1)
  arriving = room(n, 1)
  // One more than can be met: a list without branches writes first and counts after.
  nodes = room(8 * n + 1, 4)
  lanes = room(8 * n + 1, 1)
  levelStart = room(n + 3, 4)
  levelSlots = room(n + 3, 4)
  const pages = ((end + 65535) >> 16) as i32
  if (pages > memory.size()) memory.grow(pages - memory.size())
}

function room(count: i32, bytes: usize): usize {
  const start = end
  end = (end + (count as usize) * bytes + 63) & ~63
  return start
}

/**
 * Adds to `through` what the shortest paths from `count` sources, at most eight, carry. `reachable` is the sum of how many
 * nodes each can reach, itself included, or more: the last level, often the widest, is then never looked beyond.
 */
export function flow(count: i32, reachable: i32): void {
  const depth = grow(count, reachable)
  for (let level = depth; level >= 1; level--) {
    if (level < depth) gather(level)
    settle(level, count)
    if (level < depth) clear(level + 1)
    turn()
  }
  if (depth > 0) clear(1)
}

/** Counts the shortest paths level by level. Returns the last one. */
function grow(count: i32, reachable: i32): i32 {
  const absent: i32 = (0xff << count) & 0xff
  memory.fill(met, absent as u8, nodeCount)
  memory.fill(known, 0, line * nodeCount)
  for (let s = 0; s < count; s++) {
    const v = at(sources, s)
    store<f64>(front + line * v + 8 * s, 1)
    put(s, v, 1 << s)
  }
  store<i32>(levelStart, 0)
  let left = reachable - closeLevel(0, 0, count)
  let level = 0
  while (left > 0) {
    const first = at(levelStart, level + 1)
    // A slot costs more where it asks (measured between 4 and 32).
    const last = 8 * at(levelSlots, level) < arcCount ? pushLevel(level, first) : pullLevel(first)
    clear(level)
    turn()
    if (last === first) return level
    left -= closeLevel(++level, first, last)
  }
  clear(level)
  return level
}

/** Every node of the level hands its lanes to those of its successors that have not been met. Returns where the next level ends. */
function pushLevel(level: i32, first: i32): i32 {
  let count = first
  for (let i = at(levelStart, level); i < first; i++) {
    const v = at(nodes, i)
    const own = byte(lanes, i)
    const stop = at(outOffsets, v + 1)
    scanned += degree(outOffsets, v)
    for (let j = at(outOffsets, v); j < stop; j++) {
      const u = at(outNeighbors, j)
      const fresh = own & ~byte(met, u)
      if (fresh === 0) continue
      const before = byte(arriving, u)
      store<i32>(nodes + 4 * count, u)
      count += i32(before === 0)
      store<u8>(arriving + u, before | fresh)
      addLanes(next + line * u, front + line * v, fresh)
    }
  }
  for (let i = first; i < count; i++) {
    const u = at(nodes, i)
    put(i, u, byte(arriving, u))
    store<u8>(arriving + u, 0)
  }
  return count
}

/** Every node that some source has not met asks its predecessors. */
function pullLevel(first: i32): i32 {
  let count = first
  for (let u = 0; u < nodeCount; u++) {
    const open = ~byte(met, u) & 0xff
    if (open === 0) continue
    pull(u, inOffsets, inNeighbors)
    const fresh = keepLanes(next + line * u, open)
    put(count, u, fresh)
    count += i32(fresh !== 0)
  }
  return count
}

/** Settles what a level has found. Returns how many sources have met a node. */
function closeLevel(level: i32, first: i32, last: i32): i32 {
  let meetings = 0
  let slots = 0
  for (let i = first; i < last; i++) {
    const u = at(nodes, i)
    const fresh = byte(lanes, i)
    store<u8>(met + u, byte(met, u) | fresh)
    meetings += popcnt(fresh)
    slots += degree(outOffsets, u)
    orLine(known + line * u, front + line * u)
  }
  store<i32>(levelStart + 4 * (level + 1), last)
  store<i32>(levelSlots + 4 * level, slots)
  return meetings
}

/** Hands the shares of the level after this one to their predecessors at it. */
function gather(level: i32): void {
  const first = at(levelStart, level)
  const last = at(levelStart, level + 1)
  if (4 * at(levelSlots, level + 1) >= at(levelSlots, level)) {
    for (let i = first; i < last; i++) pull(at(nodes, i), outOffsets, outNeighbors)
    return
  }
  for (let i = first; i < last; i++) store<u8>(arriving + at(nodes, i), byte(lanes, i))
  for (let i = last; i < at(levelStart, level + 2); i++) {
    const u = at(nodes, i)
    const own = byte(lanes, i)
    const stop = at(inOffsets, u + 1)
    scanned += degree(inOffsets, u)
    for (let j = at(inOffsets, u); j < stop; j++) {
      const v = at(inNeighbors, j)
      const shared = own & byte(arriving, v)
      if (shared !== 0) addLanes(next + line * v, front + line * u, shared)
    }
  }
  for (let i = first; i < last; i++) store<u8>(arriving + at(nodes, i), 0)
}

/** Per node and source: what lies beyond passes through it, times the mass of the source; what it hands on is (mass + δ) / σ. */
function settle(level: i32, count: i32): void {
  const times0 = f64x2(massOf(0, count), massOf(1, count))
  const times1 = f64x2(massOf(2, count), massOf(3, count))
  const times2 = f64x2(massOf(4, count), massOf(5, count))
  const times3 = f64x2(massOf(6, count), massOf(7, count))
  const last = at(levelStart, level + 1)
  for (let i = at(levelStart, level); i < last; i++) {
    const v = at(nodes, i)
    const own = byte(lanes, i)
    const share = next + line * v
    const sigma = known + line * v
    const sigma0 = v128.load(sigma)
    const sigma1 = v128.load(sigma, 16)
    const sigma2 = v128.load(sigma, 32)
    const sigma3 = v128.load(sigma, 48)
    const beyond0 = v128.and(v128.load(share), mask(own))
    const beyond1 = v128.and(v128.load(share, 16), mask(own >> 2))
    const beyond2 = v128.and(v128.load(share, 32), mask(own >> 4))
    const beyond3 = v128.and(v128.load(share, 48), mask(own >> 6))
    const sum = f64x2.add(
      f64x2.add(f64x2.mul(f64x2.mul(times0, beyond0), sigma0), f64x2.mul(f64x2.mul(times1, beyond1), sigma1)),
      f64x2.add(f64x2.mul(f64x2.mul(times2, beyond2), sigma2), f64x2.mul(f64x2.mul(times3, beyond3), sigma3)),
    )
    add(through, v, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1))
    const weight = v128.load_splat<f64>(mass + 8 * v)
    v128.store(share, f64x2.add(beyond0, v128.and(f64x2.div(weight, sigma0), mask(own))))
    v128.store(share, f64x2.add(beyond1, v128.and(f64x2.div(weight, sigma1), mask(own >> 2))), 16)
    v128.store(share, f64x2.add(beyond2, v128.and(f64x2.div(weight, sigma2), mask(own >> 4))), 32)
    v128.store(share, f64x2.add(beyond3, v128.and(f64x2.div(weight, sigma3), mask(own >> 6))), 48)
  }
}

function massOf(s: i32, count: i32): f64 {
  return s < count ? load<f64>(mass + 8 * at(sources, s)) : 0
}

/**
 * Searches from `count` distinct sources, at most 512, and adds what they find to the sums.
 * M. Then et al. (2014), The more the merrier: efficient multi-source graph traversal, PVLDB 8:449-460.
 */
export function search(count: i32): void {
  memory.fill(known, 0, line * nodeCount)
  memory.fill(wanted, 0, line)
  let list = nodes
  let other = nodes + 4 * (nodeCount + 1)
  let active = 0
  for (let s = 0; s < count; s++) {
    const v = at(sources, s)
    setBit(wanted, s)
    setBit(front + line * v, s)
    setBit(known + line * v, s)
    store<i32>(list + 4 * active++, v)
  }
  for (let distance = 1; active > 0; distance++) {
    let slots = 0
    for (let i = 0; i < active; i++) slots += degree(outOffsets, at(list, i))
    const met = 4 * slots < arcCount ? pushBits(list, active, other, distance) : pullBits(other, distance)
    for (let i = 0; i < active; i++) clearLine(front + line * at(list, i))
    turn()
    const emptied = list
    list = other
    other = emptied
    active = met
  }
}

/** Every node of the list hands its bits to its successors. Returns how many nodes stand in the other list. */
function pushBits(list: usize, active: i32, other: usize, distance: i32): i32 {
  let touched = 0
  for (let i = 0; i < active; i++) {
    const v = at(list, i)
    const stop = at(outOffsets, v + 1)
    scanned += degree(outOffsets, v)
    for (let j = at(outOffsets, v); j < stop; j++) {
      const u = at(outNeighbors, j)
      store<i32>(other + 4 * touched, u)
      touched += i32(byte(arriving, u) === 0)
      store<u8>(arriving + u, 1)
      orLine(next + line * u, front + line * v)
    }
  }
  let count = 0
  for (let i = 0; i < touched; i++) {
    const u = at(other, i)
    store<u8>(arriving + u, 0)
    store<i32>(other + 4 * count, u)
    count += i32(meet(u, distance))
  }
  return count
}

/** Every node that some source has not met asks its predecessors. */
function pullBits(other: usize, distance: i32): i32 {
  const from = front
  let count = 0
  for (let u = 0; u < nodeCount; u++) {
    const own = known + line * u
    const open0 = v128.andnot(v128.load(wanted), v128.load(own))
    const open1 = v128.andnot(v128.load(wanted, 16), v128.load(own, 16))
    const open2 = v128.andnot(v128.load(wanted, 32), v128.load(own, 32))
    const open3 = v128.andnot(v128.load(wanted, 48), v128.load(own, 48))
    if (!v128.any_true(v128.or(v128.or(open0, open1), v128.or(open2, open3)))) continue
    let bits0 = i64x2.splat(0)
    let bits1 = bits0
    let bits2 = bits0
    let bits3 = bits0
    const stop = at(inOffsets, u + 1)
    scanned += degree(inOffsets, u)
    for (let j = at(inOffsets, u); j < stop; j++) {
      const p = from + line * at(inNeighbors, j)
      bits0 = v128.or(bits0, v128.load(p))
      bits1 = v128.or(bits1, v128.load(p, 16))
      bits2 = v128.or(bits2, v128.load(p, 32))
      bits3 = v128.or(bits3, v128.load(p, 48))
    }
    const q = next + line * u
    v128.store(q, bits0)
    v128.store(q, bits1, 16)
    v128.store(q, bits2, 32)
    v128.store(q, bits3, 48)
    store<i32>(other + 4 * count, u)
    count += i32(meet(u, distance))
  }
  return count
}

/** Keeps the bits of sources that had not met the node, and counts them. Returns whether there are any. */
function meet(u: i32, distance: i32): bool {
  const q = next + line * u
  const own = known + line * u
  let ones = i8x16.splat(0)
  for (let part: usize = 0; part < line; part += 16) {
    const fresh = v128.andnot(v128.load(q + part), v128.load(own + part))
    v128.store(q + part, fresh)
    v128.store(own + part, v128.or(v128.load(own + part), fresh))
    ones = i8x16.add(ones, i8x16.popcnt(fresh))
  }
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(ones))
  const count = (i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)) as f64
  if (count === 0) return false
  add(reached, u, count)
  add(far, u, count * distance)
  add(harmonic, u, count / distance)
  if (distance <= 2) add(within2, u, count)
  add(pairsAt, distance, count)
  return true
}

/** next[u] = the sum of front over a row. */
function pull(u: i32, offsets: usize, neighbors: usize): void {
  const from = front
  const stop = at(offsets, u + 1)
  let sum0 = f64x2.splat(0)
  let sum1 = sum0
  let sum2 = sum0
  let sum3 = sum0
  scanned += degree(offsets, u)
  for (let j = at(offsets, u); j < stop; j++) {
    const p = from + line * at(neighbors, j)
    sum0 = f64x2.add(sum0, v128.load(p))
    sum1 = f64x2.add(sum1, v128.load(p, 16))
    sum2 = f64x2.add(sum2, v128.load(p, 32))
    sum3 = f64x2.add(sum3, v128.load(p, 48))
  }
  const q = next + line * u
  v128.store(q, sum0)
  v128.store(q, sum1, 16)
  v128.store(q, sum2, 32)
  v128.store(q, sum3, 48)
}

/** Clears the lines of a level in front. */
function clear(level: i32): void {
  const last = at(levelStart, level + 1)
  for (let i = at(levelStart, level); i < last; i++) clearLine(front + line * at(nodes, i))
}

/** What was next is in front. */
function turn(): void {
  const passed = front
  front = next
  next = passed
}

function put(i: i32, v: i32, some: i32): void {
  store<i32>(nodes + 4 * i, v)
  store<u8>(lanes + i, some)
}
