import { type DistanceSums, distancesFromEach, distancesToEach, supportDistances } from './distances.ts'
import type { Analysis, Measure } from './measure.ts'

/**
 * Closeness within the component: others reached over the sum of their distances; NaN where nobody is reached.
 * G. Sabidussi (1966), The centrality index of a graph, Psychometrika 31:581-603; Freeman 1979.
 */
export function componentCloseness({ reached, far }: Pick<DistanceSums, 'reached' | 'far'>): Float64Array {
  return reached.map((count, v) => (count === 0 ? Number.NaN : count / far[v]!))
}

/**
 * The same times the share of others that are reached, so that a small component does not look central; 0 where nobody is.
 * S. Wasserman, K. Faust (1994), Social Network Analysis, formula 5.22.
 */
export function wassermanFaustCloseness({ reached, far }: Pick<DistanceSums, 'reached' | 'far'>): Float64Array {
  const others = reached.length - 1
  return reached.map((count, v) => (count === 0 ? 0 : (count / others) * (count / far[v]!)))
}

/** Closeness as R's sna prints it: 0 for whoever does not reach everybody. */
export function snaCloseness({ reached, far }: DistanceSums): Float64Array {
  const others = reached.length - 1
  return reached.map((count, v) => (count < others || others === 0 ? 0 : others / far[v]!))
}

/**
 * Mean of 1 / distance to the others, 1 / ∞ = 0; 0 for an isolate.
 * M. Marchiori, V. Latora (2000), Harmony in the small-world, Physica A 285:539-546; P. Boldi, S. Vigna (2014), Axioms
 * for centrality, Internet Math. 10:222-262: the one of its family that satisfies their axioms.
 */
export function harmonicCloseness({ harmonic }: Pick<DistanceSums, 'harmonic'>): Float64Array {
  const others = harmonic.length - 1
  return harmonic.map((sum) => (others === 0 ? 0 : sum / others))
}

/** Share of the others within two steps; NaN where there are no others. */
export function reachWithin2({ within2 }: DistanceSums): Float64Array {
  const others = within2.length - 1
  return within2.map((count) => (others === 0 ? Number.NaN : count / others))
}

const closeness = {
  family: 'paths',
  scope: 'node',
  range: '0..1',
  complexity: 'n m / 256 per level',
  cost: 'paths',
} as const

const freeman = 'Freeman 1979, Social Networks 1:215'
const wassermanFaust = 'Wasserman & Faust 1994, formula 5.22'
const marchioriLatora = 'Marchiori & Latora 2000, Physica A 285:539'
const boldiVigna = `${marchioriLatora}; Boldi & Vigna 2014, Internet Math. 10:222`

type Pass = (analysis: Analysis) => DistanceSums

const nodeValues =
  (pass: Pass, values: (sums: DistanceSums) => Float64Array): Measure['compute'] =>
  (analysis) => ({ scope: 'node', values: values(analysis.once(pass)) })

export const closenessMeasures: readonly Measure[] = [
  {
    ...closeness,
    id: 'harmonic.normalized',
    needs: { directed: false },
    convention:
      'Mean of 1 / distance, 0 for actors that no path reaches; defined on disconnected networks: the closeness to show first.',
    source: boldiVigna,
    compute: nodeValues(distancesToEach, harmonicCloseness),
  },
  {
    ...closeness,
    id: 'harmonic.normalized.in',
    needs: { directed: true },
    convention: 'Mean of 1 / distance from the others to the actor, along the arcs (what NetworkX sums).',
    source: boldiVigna,
    compute: nodeValues(distancesToEach, harmonicCloseness),
  },
  {
    ...closeness,
    id: 'harmonic.normalized.out',
    needs: { directed: true },
    convention: 'Mean of 1 / distance from the actor to the others, along the arcs.',
    source: boldiVigna,
    compute: nodeValues(distancesFromEach, harmonicCloseness),
  },
  {
    ...closeness,
    id: 'closeness.wf',
    needs: { directed: false },
    convention: 'Share of others reached × closeness to them; 0 for an isolate; (n - 1) / Σ d on a connected network.',
    source: wassermanFaust,
    compute: nodeValues(distancesToEach, wassermanFaustCloseness),
  },
  {
    ...closeness,
    id: 'closeness.wf.in',
    needs: { directed: true },
    convention: 'Wasserman & Faust, distances from the others to the actor (NetworkX).',
    source: wassermanFaust,
    compute: nodeValues(distancesToEach, wassermanFaustCloseness),
  },
  {
    ...closeness,
    id: 'closeness.wf.out',
    needs: { directed: true },
    convention: 'Wasserman & Faust, distances from the actor to the others.',
    source: wassermanFaust,
    compute: nodeValues(distancesFromEach, wassermanFaustCloseness),
  },
  {
    ...closeness,
    id: 'closeness.component',
    needs: { directed: false },
    convention: 'Within the component only (igraph): a pair alone has 1; undefined for an isolate.',
    source: freeman,
    compute: nodeValues(distancesToEach, componentCloseness),
  },
  {
    ...closeness,
    id: 'closeness.component.in',
    needs: { directed: true },
    convention: 'Over the actors that reach this one; undefined where none does.',
    source: freeman,
    compute: nodeValues(distancesToEach, componentCloseness),
  },
  {
    ...closeness,
    id: 'closeness.component.out',
    needs: { directed: true },
    convention: 'Over the actors that this one reaches; undefined where there is none.',
    source: freeman,
    compute: nodeValues(distancesFromEach, componentCloseness),
  },
  {
    ...closeness,
    id: 'closeness.sna',
    needs: {},
    convention:
      'As R’s sna: (n - 1) / Σ d from the actor, 0 for whoever does not reach everybody. For comparison only.',
    source: freeman,
    compute: nodeValues(distancesFromEach, snaCloseness),
  },
  {
    ...closeness,
    id: 'reach2',
    needs: {},
    convention: 'Share of the others within two steps of the undirected support; undefined where there are none.',
    source: 'Borgatti 2006, CMOT 12:21',
    compute: nodeValues(supportDistances, reachWithin2),
  },
]
