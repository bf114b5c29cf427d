import type { MeasureId } from './measures.ts'

/**
 * What people ask of actors, and the measures of an actor that answer, the plainest first. Those that say several
 * numbers of an actor (roles of brokerage, kinds of diversity) are none that a map could show, and left out.
 */
export const measureQuestions = {
  surrounded: [
    'degree',
    'degree.undirectedSupport',
    'degree.normalized',
    'degree.in',
    'degree.out',
    'strength',
    'strength.in',
    'strength.out',
    'simmelian.degree',
  ],
  connects: [
    'betweenness.normalized',
    'betweenness.raw',
    'betweenness.weighted.raw',
    'burt.effectiveSize',
    'burt.effectiveSize.weighted',
    'burt.effectiveSize.egoModel',
    'burt.efficiency',
    'burt.efficiency.weighted',
  ],
  depends: [
    'burt.constraint',
    'burt.constraint.weighted',
    'burt.constraint.egoModel',
    'brokerDependence',
    'burt.hierarchy',
    'burt.hierarchy.weighted',
  ],
  missed: [
    'removal.lossForOthers',
    'removal.pairsDisconnected',
    'removal.fragmentation',
    'removal.distanceFragmentation',
    'removal.efficiencyLoss',
  ],
  reaches: [
    'harmonic.normalized',
    'harmonic.normalized.in',
    'harmonic.normalized.out',
    'reach2',
    'closeness.wf',
    'closeness.wf.in',
    'closeness.wf.out',
    'closeness.component',
    'closeness.component.in',
    'closeness.component.out',
    'closeness.sna',
    'harmonic.normalized.weighted',
    'harmonic.normalized.in.weighted',
    'harmonic.normalized.out.weighted',
    'closeness.wf.weighted',
    'closeness.wf.in.weighted',
    'closeness.wf.out.weighted',
    'closeness.component.weighted',
    'closeness.component.in.weighted',
    'closeness.component.out.weighted',
  ],
  opens: [
    'ei.node',
    'ei.node.weighted',
    'participation',
    'participation.unweighted',
    'alterDiversity.effective',
    'alterDiversity.unbiasedBlau',
    'openness.out',
    'withinModuleZ',
    'withinModuleZ.unweighted',
  ],
  clusters: [
    'clustering.local',
    'clustering.localZero',
    'clustering.barrat',
    'clustering.onnela',
    'triangles',
    'efficiency.local',
    'efficiency.local.igraph',
  ],
  anchors: [
    'coreNumber',
    'coreNumber.undirectedSupport',
    'coreNumber.in',
    'coreNumber.out',
    'coreNumber.inPlusOut',
    'cohesion.maxK',
    'corePeriphery.continuous',
  ],
  counts: [
    'pagerank',
    'pagerank.weighted',
    'eigenvector',
    'eigenvector.weighted',
    'eigenvector.giant',
    'eigenvector.giant.weighted',
    'eigenvector.in',
    'hits.authority',
    'hits.authority.weighted',
    'hits.hub',
    'hits.hub.weighted',
  ],
} as const satisfies Readonly<Record<string, readonly MeasureId[]>>
export type MeasureQuestion = keyof typeof measureQuestions

/** Those one begins with: an answer to each of the first three questions, that of partners in either direction of ties. */
export const recommendedMeasures: readonly string[] = [
  'degree',
  'degree.undirectedSupport',
  'betweenness.normalized',
  'burt.constraint',
] satisfies readonly MeasureId[]

/** What is asked, as a question; null: of no actor. */
export function questionOf(id: string): MeasureQuestion | null {
  for (const [question, ids] of Object.entries(measureQuestions)) {
    if ((ids as readonly string[]).includes(id)) return question as MeasureQuestion
  }
  return null
}

export type QuestionWords = Readonly<Record<MeasureQuestion, string>>
