/** What is laid out: node ids in any order, edges by node number, no loops. */
export interface Drawing {
  readonly nodes: readonly string[]
  readonly edges: readonly Edge[]
}

export type Edge = readonly [u: number, v: number]

/** Where each node stands, y upwards; neighbours stand about `spacing` apart. */
export type Points = readonly Point[]
export type Point = readonly [x: number, y: number]

/** Farther from the middle than any layout goes: from here on the steps of a layout are lost in rounding. */
const farthest = 1e7

export function isPlace([x, y]: Point): boolean {
  return Math.abs(x) <= farthest && Math.abs(y) <= farthest
}

/** Room a node and its name ask for, in the units of every layout. */
export const spacing = 100
