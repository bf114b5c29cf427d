import type { Partition } from './measure.ts'

/** Groups in code-point order of their names; a node without a name, or with an empty one, belongs to none. */
export function partitionOf(names: readonly (string | null | undefined)[]): Partition {
  const distinct = new Set<string>()
  for (const name of names) if (name) distinct.add(name)
  const sorted = [...distinct].sort((a, b) => (a < b ? -1 : 1))
  const indexOf = new Map(sorted.map((name, index) => [name, index]))
  return { names: sorted, groupOf: Int32Array.from(names, (name) => indexOf.get(name ?? '') ?? -1) }
}
