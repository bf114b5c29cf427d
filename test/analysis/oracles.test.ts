import { afterAll, describe, expect, test } from 'vitest'
import { Analysis } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import type { Graph } from '../../server/network/graph.ts'
import { difference, inOrder, type Metric, type Oracle, oracles, type Plain, plain } from './oracle.ts'

/** Relative. What iterates to a fixed point, there and here, is compared as closely as both are converged. */
const tolerances: readonly (readonly [key: RegExp, tolerance: number])[] = [
  [/^eigenvector|^algebraicConnectivity|^corePeriphery\.continuous|^hits/, 1e-6],
  [/^pagerank/, 1e-8],
]

/** Measures that are searched for, not computed: what a good answer is, when not the very same. Null: accepted. */
const acceptance: Readonly<
  Record<string, (computed: Plain, metric: Metric, oracle: Oracle, key: string) => string | null>
> = {
  'corePeriphery.discrete.missing': atLeastAsGood,
  'corePeriphery.discrete.or': atLeastAsGood,
  'modularity.best': asGoodACommunity,
  'modularity.best.weighted': asGoodACommunity,
}

let compared = 0

describe.each(oracles.map((oracle) => [oracle.id, oracle] as const))('%s', (_, oracle) => {
  test('every value agrees with the reference', () => {
    expect(disagreements(oracle)).toEqual([])
  })
})

afterAll(() => console.log(`${compared} reference values compared`))

function disagreements(oracle: Oracle): string[] {
  const analysis = new Analysis(oracle.subject)
  const measures = new Map(measuresOf(oracle.subject).map((measure) => [measure.id, measure]))
  const found: string[] = []
  for (const [key, metric] of Object.entries(oracle.metrics)) {
    const measure = measures.get(key)
    if (!measure) {
      found.push(`${key}: no such measure`)
      continue
    }
    compared++
    const result = measure.compute(analysis)
    if (measure.scope !== metric.scope || result.scope !== metric.scope) {
      found.push(`${key}: scope ${measure.scope}, ${result.scope}, expected ${metric.scope}`)
      continue
    }
    const values = plain(result, oracle.ids)
    // A set too long to be written down.
    if (metric.scope === 'edgeset' && metric.values === null) continue
    const problem = acceptance[key]?.(values, metric, oracle, key) ?? sameValues(key, values, metric, oracle)
    if (problem) found.push(`${key}${problem}`)
  }
  return found
}

function sameValues(key: string, values: Plain, metric: Metric, oracle: Oracle): string | null {
  if (key in acceptance) return null
  if (metric.scope === 'edgearray') {
    const pairs = key.replace(/[^.]+$/, 'edges')
    const computed = byPair(measureOf(pairs, oracle), values)
    return difference(computed, byPair(oracle.metrics[pairs]?.values ?? [], metric.values), 1e-9)
  }
  const tolerance = tolerances.find(([start]) => start.test(key))?.[1] ?? 1e-9
  return difference(inOrder(values, metric.scope), inOrder(metric.values, metric.scope), tolerance)
}

/** A proven optimum is the same there and here, with its number and its first cores; the best found may be better here. */
function atLeastAsGood(computed: Plain, { values: expected }: Metric): string | null {
  const { r, provenOptimal } = expected as { r: number; provenOptimal: boolean }
  if (provenOptimal) return difference(computed, expected, 1e-9)
  const found = computed as { r: number; provenOptimal: boolean }
  if (found.provenOptimal) return ' claims a proof'
  return found.r >= r - 1e-9 ? null : ` found ${found.r}, known ${r}`
}

/** At least what repeated Louvain runs reach, at most the proven optimum, and a membership that has that modularity. */
function asGoodACommunity(computed: Plain, { values }: Metric, { subject }: Oracle, key: string): string | null {
  const { Q, membership } = computed as { Q: number; membership: readonly number[] }
  const known = values as { Q: number; louvainMax: number; provenOptimal: boolean }
  if (Q < known.louvainMax - 1e-3) return ` found ${Q}, Louvain reaches ${known.louvainMax}`
  if (known.provenOptimal && Q > known.Q + 1e-12) return ` found ${Q}, above the proven optimum ${known.Q}`
  return difference(modularityOf(subject.graph, membership, key.endsWith('weighted')), Q, 1e-12)
}

/** Newman's sum over pairs of nodes, as it stands in the paper. */
function modularityOf(
  { nodeCount, sources, targets, weights }: Graph,
  membership: readonly number[],
  weighted: boolean,
) {
  const strength = new Float64Array(nodeCount)
  let inside = 0
  let total = 0
  for (const [e, u] of sources.entries()) {
    const v = targets[e] ?? u
    const weight = (weighted && weights?.[e]) || 1
    strength[u]! += weight
    strength[v]! += weight
    total += weight
    if (membership[u] === membership[v]) inside += weight
  }
  let expected = 0
  for (const [u, k] of strength.entries()) {
    for (const [v, l] of strength.entries()) if (membership[u] === membership[v]) expected += k * l
  }
  return inside / total - expected / (2 * total) ** 2
}

/** An edge array with the edges it follows: the two may be in another order here and there. */
function byPair(pairs: Plain, values: Plain): Plain {
  if (!Array.isArray(pairs) || !Array.isArray(values)) return values
  return inOrder(
    pairs.map((pair, i) => [...pair, values[i] ?? null]),
    'edgeset',
  )
}

function measureOf(key: string, { subject, ids }: Oracle): Plain {
  const measure = measuresOf(subject).find(({ id }) => id === key)
  if (!measure) throw new RangeError(`no measure ${key}`)
  return plain(measure.compute(new Analysis(subject)), ids)
}
