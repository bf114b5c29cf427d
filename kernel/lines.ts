/** Lines and lists in memory, by their addresses. */

/** Bytes of a line: what a processor fetches at a time. */
export const line: usize = 64

/** Sets the other lanes of a line to 0. Returns which of these are not. */
export function keepLanes(q: usize, open: i32): i32 {
  const zero = f64x2.splat(0)
  const kept0 = v128.and(v128.load(q), mask(open))
  const kept1 = v128.and(v128.load(q, 16), mask(open >> 2))
  const kept2 = v128.and(v128.load(q, 32), mask(open >> 4))
  const kept3 = v128.and(v128.load(q, 48), mask(open >> 6))
  v128.store(q, kept0)
  v128.store(q, kept1, 16)
  v128.store(q, kept2, 32)
  v128.store(q, kept3, 48)
  return (
    i64x2.bitmask(f64x2.ne(kept0, zero)) |
    (i64x2.bitmask(f64x2.ne(kept1, zero)) << 2) |
    (i64x2.bitmask(f64x2.ne(kept2, zero)) << 4) |
    (i64x2.bitmask(f64x2.ne(kept3, zero)) << 6)
  )
}

/** Adds some lanes of the line at p to the line at q. */
export function addLanes(q: usize, p: usize, some: i32): void {
  v128.store(q, f64x2.add(v128.load(q), v128.and(v128.load(p), mask(some))))
  v128.store(q, f64x2.add(v128.load(q, 16), v128.and(v128.load(p, 16), mask(some >> 2))), 16)
  v128.store(q, f64x2.add(v128.load(q, 32), v128.and(v128.load(p, 32), mask(some >> 4))), 32)
  v128.store(q, f64x2.add(v128.load(q, 48), v128.and(v128.load(p, 48), mask(some >> 6))), 48)
}

/** Of two lanes none, the first, the second, both. */
const masks = memory.data<u64>([0, 0, u64.MAX_VALUE, 0, 0, u64.MAX_VALUE, u64.MAX_VALUE, u64.MAX_VALUE], 16)

/** The two lowest of some lanes, as a mask. */
export function mask(some: i32): v128 {
  return v128.load(masks + (((some & 3) << 4) as usize))
}

export function orLine(q: usize, p: usize): void {
  v128.store(q, v128.or(v128.load(q), v128.load(p)))
  v128.store(q, v128.or(v128.load(q, 16), v128.load(p, 16)), 16)
  v128.store(q, v128.or(v128.load(q, 32), v128.load(p, 32)), 32)
  v128.store(q, v128.or(v128.load(q, 48), v128.load(p, 48)), 48)
}

export function clearLine(q: usize): void {
  const zero = i64x2.splat(0)
  v128.store(q, zero)
  v128.store(q, zero, 16)
  v128.store(q, zero, 32)
  v128.store(q, zero, 48)
}

export function at(list: usize, i: i32): i32 {
  return load<i32>(list + 4 * i)
}

export function byte(list: usize, i: i32): i32 {
  return load<u8>(list + i)
}

export function degree(offsets: usize, v: i32): i32 {
  return at(offsets, v + 1) - at(offsets, v)
}

export function add(list: usize, i: i32, value: f64): void {
  store<f64>(list + 8 * i, load<f64>(list + 8 * i) + value)
}

export function setBit(at: usize, bit: i32): void {
  const place = at + (bit >> 3)
  store<u8>(place, byte(place, 0) | (1 << (bit & 7)))
}
