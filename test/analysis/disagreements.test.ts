import { describe, expect, test } from 'vitest'
import { Analysis } from '../../server/analysis/measure.ts'
import { measuresOf } from '../../server/analysis/measures.ts'
import { oracle, type Plain, plain } from './oracle.ts'

interface Disagreement {
  readonly about: string
  readonly file: string
  readonly measure: string
  /** A node of the file's graph, or a field of a value that has some. */
  readonly at?: string
  readonly ours: number | null
  /** What other programs print for it: igraph 0.10.2, NetworkX 2.8.8, R igraph 1.3.5, sna 2.7-1. */
  readonly others: Readonly<Record<string, number | null>>
}

const medici = { file: 'florentine_marriage', at: 'Medici' } as const
const florence = { file: 'florentine_marriage' } as const
const patrol = { file: 'emon_texas', at: 'Texas.Highway.Patrol' } as const

/** Where programs print different numbers under one name, the side that is taken here. The other conventions have names of their own. */
const disagreements: readonly Disagreement[] = [
  {
    about: 'closeness of a disconnected network',
    ...medici,
    measure: 'closeness.wf',
    ours: 0.522666666667,
    others: { igraph: 0.56, 'R igraph': 0.04, sna: 0 },
  },
  {
    about: 'closeness within the component, by its own name',
    ...medici,
    measure: 'closeness.component',
    ours: 0.56,
    others: { networkx: 0.522666666667 },
  },
  {
    about: 'closeness as sna prints it, by its own name',
    ...medici,
    measure: 'closeness.sna',
    ours: 0,
    others: { networkx: 0.522666666667 },
  },
  {
    about: 'harmonic closeness is a mean',
    ...medici,
    measure: 'harmonic.normalized',
    ours: 0.633333333333,
    others: { networkx: 9.5, 'R igraph': 9.5 },
  },
  {
    about: 'closeness towards an actor',
    ...patrol,
    measure: 'closeness.wf.in',
    ours: 0.734722222222,
    others: { 'igraph, both ways': 0.857142857143 },
  },
  {
    about: 'closeness from an actor',
    ...patrol,
    measure: 'closeness.component.out',
    ours: 0.774193548387,
    others: { 'networkx, inwards': 0.734722222222 },
  },
  {
    about: 'betweenness where ties have strengths',
    ...patrol,
    measure: 'betweenness.raw',
    ours: 124.95985681,
    others: { 'R igraph, strength as length': 73.4773809524 },
  },
  {
    about: 'weighted betweenness along strong ties',
    ...patrol,
    measure: 'betweenness.weighted.raw',
    ours: 219.324891775,
    others: { 'R igraph, strength as length': 73.4773809524 },
  },
  {
    about: 'weighted paths of equal length',
    file: 'karate_weighted',
    at: '3',
    measure: 'betweenness.weighted.raw',
    ours: 177,
    others: { networkx: 178 },
  },
  {
    about: 'mean clustering',
    ...florence,
    measure: 'clustering.avgDefined',
    ours: 0.218181818182,
    others: { networkx: 0.15 },
  },
  {
    about: 'mean clustering with 0 below two partners, by its own name',
    ...florence,
    measure: 'clustering.avgZero',
    ours: 0.15,
    others: { igraph: 0.218181818182 },
  },
  {
    about: 'clustering below two partners',
    file: 'florentine_marriage',
    at: 'Acciaiuoli',
    measure: 'clustering.local',
    ours: null,
    others: { networkx: 0 },
  },
  {
    about: 'local efficiency',
    ...florence,
    measure: 'efficiency.local.avg',
    ours: 0.165625,
    others: { 'R igraph': 0.28 },
  },
  {
    about: 'degree centralization',
    ...florence,
    measure: 'centralization.degree',
    ours: 0.266666666667,
    others: { 'R igraph': 0.233333333333 },
  },
  {
    about: 'degree centralization with loops, by its own name',
    ...florence,
    measure: 'centralization.degree.igraphDefault',
    ours: 0.233333333333,
    others: { sna: 0.266666666667 },
  },
  {
    about: 'closeness centralization of a disconnected network',
    ...florence,
    measure: 'centralization.closeness',
    ours: null,
    others: { sna: 0 },
  },
  {
    about: 'reciprocity',
    file: 'emon_texas',
    measure: 'reciprocity.arcs',
    ours: 0.612903225806,
    others: { 'igraph, ratio': 0.441860465116, sna: 0.76 },
  },
  {
    about: 'PageRank where ties have strengths',
    ...patrol,
    measure: 'pagerank',
    ours: 0.0972103939441,
    others: { networkx: 0.108555422527, 'R igraph': 0.10855542253 },
  },
  {
    about: 'weighted PageRank, by its own name',
    ...patrol,
    measure: 'pagerank.weighted',
    ours: 0.108555422527,
    others: { igraph: 0.0972103939422 },
  },
  {
    about: 'authority sums to 1',
    ...patrol,
    measure: 'hits.authority.weighted',
    ours: 0.092424492291,
    others: { igraph: 1 },
  },
  {
    about: 'core number of a directed network',
    ...patrol,
    measure: 'coreNumber.undirectedSupport',
    ours: 8,
    others: { networkx: 10, 'igraph, out': 5 },
  },
  {
    about: 'core number by arcs in and out, by its own name',
    ...patrol,
    measure: 'coreNumber.inPlusOut',
    ours: 10,
    others: { 'undirected support': 8 },
  },
  {
    about: 'constraint of an actor who sends nothing',
    file: 'micro_dir_sink',
    at: 'c',
    measure: 'burt.constraint',
    ours: 1.125,
    others: { networkx: null },
  },
  {
    about: 'constraint may pass 1',
    file: 'micro_triangle',
    at: 'a',
    measure: 'burt.constraint',
    ours: 1.125,
    others: { 'a bound often assumed': 1 },
  },
  {
    about: 'constraint in the whole network',
    file: 'krackhardt_kite',
    at: 'Fernando',
    measure: 'burt.constraint',
    ours: 0.445088888889,
    others: { 'ego network': 0.554166666667 },
  },
  {
    about: 'constraint in the ego network, by its own name',
    file: 'krackhardt_kite',
    at: 'Fernando',
    measure: 'burt.constraint.egoModel',
    ours: 0.554166666667,
    others: { igraph: 0.445088888889 },
  },
  {
    about: 'efficiency counts distinct partners',
    file: 'burt_directed_weighted',
    at: '0',
    measure: 'burt.efficiency',
    ours: 0.583333333333,
    others: { 'networkx recipe': 0.388888888889 },
  },
  {
    about: 'algebraic connectivity ignores strengths',
    file: 'lesmis',
    measure: 'algebraicConnectivity',
    ours: 0.20500005436,
    others: { networkx: 0.554360278022 },
  },
  {
    about: 'algebraic connectivity by strengths, by its own name',
    file: 'lesmis',
    measure: 'algebraicConnectivity.weighted',
    ours: 0.554360278022,
    others: { unweighted: 0.20500005436 },
  },
  {
    about: 'structural cohesion',
    file: 'florentine_marriage',
    at: 'Albizzi',
    measure: 'cohesion.maxK',
    ours: 2,
    others: { igraph: 1 },
  },
  {
    about: 'transitivity where there is no two-path',
    file: 'micro_edge_isolate',
    measure: 'transitivity',
    ours: 0,
    others: { sna: 1 },
  },
  {
    about: 'Pucci, whom NetworkX leaves out',
    file: 'florentine_marriage',
    at: 'n',
    measure: 'size',
    ours: 16,
    others: { networkx: 15 },
  },
  { about: 'eigenvector scale', ...medici, measure: 'eigenvector.giant', ours: 0.430308094041, others: { igraph: 1 } },
  {
    about: 'eigenvector outside the largest component',
    file: 'florentine_marriage',
    at: 'Pucci',
    measure: 'eigenvector.giant',
    ours: null,
    others: { networkx: 0 },
  },
  {
    about: 'mean distance of a disconnected network',
    ...florence,
    measure: 'avgPathLength',
    ours: 2.48571428571,
    others: { networkx: null },
  },
  {
    about: 'degree assortativity of a regular network',
    file: 'micro_cycle5',
    measure: 'assortativity.degree',
    ours: null,
    others: { 'a rounding error': 1 },
  },
]

describe('where programs disagree', () => {
  test.each(disagreements)('$about: $measure of $file is $ours', ({ file, measure, at, ours, others }) => {
    const found = figure(file, measure, at)
    if (ours === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(ours, 8)
    for (const other of Object.values(others)) expect(other === found).toBe(false)
  })
})

function figure(file: string, id: string, at?: string): Plain {
  const { ids, subject } = oracle(file)
  const measure = measuresOf(subject).find((candidate) => candidate.id === id)
  if (!measure) throw new RangeError(`no measure ${id} of ${file}`)
  const result = measure.compute(new Analysis(subject))
  const values = plain(result, ids)
  if (at === undefined) return values
  if (Array.isArray(values)) return values[ids.indexOf(at)] ?? null
  return (values as Readonly<Record<string, Plain>>)[at] ?? null
}
