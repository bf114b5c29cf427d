import { type Graph, inducedSubgraph } from '../network/graph.ts'
import { declaredTies } from './closure.ts'
import type { Analysis, Measure } from './measure.ts'
import { forEachTriangle } from './triangles.ts'

/** Pairs of actors: tied both ways, tied one way, not tied. */
export interface DyadCensus {
  readonly mutual: number
  readonly asymmetric: number
  readonly empty: number
}

/** `ties` is the support of a directed graph, weighing 2 the dyads that declare each other and 1 the others. */
export function dyadCensus({ nodeCount, edgeCount, weights }: Graph): DyadCensus {
  let mutual = 0
  for (let e = 0; e < edgeCount; e++) if (weights![e] === 2) mutual++
  return { mutual, asymmetric: edgeCount - mutual, empty: (nodeCount * (nodeCount - 1)) / 2 - edgeCount }
}

/** The 16 classes of three actors in MAN order: mutual, asymmetric and null dyads, then Down, Up, Cyclic or Transitive. */
export const triadTypes = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const
export type TriadType = (typeof triadTypes)[number]

/**
 * How many triples of actors fall in each class; the counts sum to C(n, 3).
 *
 * Triples with two dyads are counted from the dyads each actor has, less those that a triangle closes, so the pass is
 * O(m^1.5) even around a hub, where walking the neighbours of every dyad is O(m k_max).
 * J. A. Davis, S. Leinhardt (1972), The structure of positive interpersonal relations in small groups;
 * V. Batagelj, A. Mrvar (2001), A subquadratic triad census algorithm. Social Networks 23:237-243;
 * M. Ortmann, U. Brandes (2017), Efficient orbit-aware triad and quad census. Applied Network Science 2:13.
 *
 * @param ties as in `dyadCensus`; an edge of weight 1 points from its source to its target
 */
export function triadCensus(ties: Graph): Record<TriadType, number> {
  const { nodeCount: n, edgeCount, sources, targets, weights } = ties
  const census = Object.fromEntries(triadTypes.map((type) => [type, 0])) as Record<TriadType, number>
  const dyadFrom = (u: number, e: number): Dyad => (weights![e] === 2 ? mutual : sources[e] === u ? out : incoming)

  const dyadsOf = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const
  for (let e = 0; e < edgeCount; e++) {
    dyadsOf[dyadFrom(sources[e]!, e)][sources[e]!]!++
    dyadsOf[dyadFrom(targets[e]!, e)][targets[e]!]!++
  }
  for (let u = 0; u < n; u++) {
    const [o, i, m] = [dyadsOf[out][u]!, dyadsOf[incoming][u]!, dyadsOf[mutual][u]!]
    census['021D'] += pairs(o)
    census['021U'] += pairs(i)
    census['021C'] += o * i
    census['111D'] += m * i
    census['111U'] += m * o
    census['201'] += pairs(m)
  }
  forEachTriangle(ties, (u, v, w, uv, uw, vw) => {
    const atU = openType[dyadFrom(u, uv)][dyadFrom(u, uw)]
    const atV = openType[dyadFrom(v, uv)][dyadFrom(v, vw)]
    const atW = openType[dyadFrom(w, uw)][dyadFrom(w, vw)]
    census[atU]--
    census[atV]--
    census[atW]--
    census[closedType(atU, atV, atW)]++
  })

  if (n < 3) return census
  const dyads = dyadCensus(ties)
  // Every dyad is in n - 2 triples, and the digits of a class say how many of each sort it holds.
  census['012'] = dyads.asymmetric * (n - 2)
  census['102'] = dyads.mutual * (n - 2)
  for (const type of triadTypes.slice(3)) {
    census['102'] -= Number(type[0]) * census[type]
    census['012'] -= Number(type[1]) * census[type]
  }
  census['003'] = triadTypes.reduce((rest, type) => rest - census[type], (n * (n - 1) * (n - 2)) / 6)
  return census
}

type Dyad = 0 | 1 | 2
const out = 0
const incoming = 1
const mutual = 2

/** Class of a two-path by the dyads its middle actor has. */
const openType = [
  ['021D', '021C', '111U'],
  ['021C', '021U', '111D'],
  ['111U', '111D', '201'],
] as const
type OpenType = (typeof openType)[number][number]

/** Class of a triangle by what its three corners would be were it open. */
function closedType(a: OpenType, b: OpenType, c: OpenType): TriadType {
  const corners = [a, b, c]
  const mutuals = corners.filter((type) => type === '201').length
  if (mutuals === 3) return '300'
  if (mutuals === 1) return '210'
  const facing = corners.find((type) => type[1] === '2')
  if (corners.some((type) => type[0] === '1')) {
    return facing === '021D' ? '120D' : facing === '021U' ? '120U' : '120C'
  }
  return corners.every((type) => type === '021C') ? '030C' : '030T'
}

const pairs = (k: number) => (k * (k - 1)) / 2

/** Only dyads between respondents were seen from both sides. */
function answeredTies(analysis: Analysis): Graph {
  const { silent } = analysis.subject
  const ties = analysis.once(declaredTies)
  if (!silent) return ties
  const respondents = [...silent.keys()].filter((u) => !silent[u])
  return inducedSubgraph(ties, respondents)
}

const dyads = (analysis: Analysis) => dyadCensus(analysis.once(answeredTies))

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)

const directedOnly = { family: 'network', scope: 'graph', needs: { directed: true }, cost: 'instant' } as const
const respondentsOnly = 'Dyads between respondents only'

export const censusMeasures: readonly Measure[] = [
  {
    ...directedOnly,
    id: 'reciprocity.arcs',
    range: '0..1',
    convention: `Reciprocated arcs over arcs (networkx, igraph). ${respondentsOnly}; undefined without arcs.`,
    source: 'Wasserman & Faust 1994, §13.3',
    complexity: 'm',
    compute: (analysis) => {
      const { mutual, asymmetric } = analysis.once(dyads)
      return { scope: 'graph', values: ratio(2 * mutual, 2 * mutual + asymmetric) }
    },
  },
  {
    ...directedOnly,
    id: 'reciprocity.dyads',
    range: '0..1',
    convention: `Mutual dyads over tied dyads (igraph mode "ratio"). ${respondentsOnly}; undefined without arcs.`,
    source: 'Wasserman & Faust 1994, §13.3',
    complexity: 'm',
    compute: (analysis) => {
      const { mutual, asymmetric } = analysis.once(dyads)
      return { scope: 'graph', values: ratio(mutual, mutual + asymmetric) }
    },
  },
  {
    ...directedOnly,
    id: 'reciprocity.snaDefault',
    range: '0..1',
    convention: `Counts two actors that ignore each other as reciprocal, (M + N) / (M + A + N): for comparison with sna only. ${respondentsOnly}.`,
    source: 'R package sna, grecip',
    complexity: 'm',
    compute: (analysis) => {
      const { mutual, asymmetric, empty } = analysis.once(dyads)
      return { scope: 'graph', values: ratio(mutual + empty, mutual + asymmetric + empty) }
    },
  },
  {
    ...directedOnly,
    id: 'dyadCensus',
    range: 'counts',
    convention: `Mutual, asymmetric, null, in this order. ${respondentsOnly}.`,
    source: 'Holland & Leinhardt 1970, Am. J. Sociology 76:492',
    complexity: 'm',
    compute: (analysis) => {
      const { mutual, asymmetric, empty } = analysis.once(dyads)
      return { scope: 'graph', values: [mutual, asymmetric, empty] }
    },
  },
  {
    ...directedOnly,
    id: 'triadCensus',
    range: 'counts, sum C(n,3)',
    convention: `The 16 classes of Davis and Leinhardt, MAN order. ${respondentsOnly}.`,
    source: 'Davis & Leinhardt 1972; Batagelj & Mrvar 2001, Social Networks 23:237',
    complexity: 'm^1.5',
    compute: (analysis) => ({ scope: 'graph', values: triadCensus(analysis.once(answeredTies)) }),
  },
]
