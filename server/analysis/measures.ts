import { algebraicConnectivityMeasures } from './algebraic-connectivity.ts'
import { betweennessMeasures } from './betweenness.ts'
import { brokerageMeasures } from './brokerage.ts'
import { censusMeasures } from './census.ts'
import { centralizationMeasures } from './centralization.ts'
import { closenessMeasures } from './closeness.ts'
import { closureMeasures } from './closure.ts'
import { communityMeasures } from './communities.ts'
import { componentMeasures } from './components.ts'
import { corePeripheryMeasures } from './core-periphery.ts'
import { corenessMeasures } from './coreness.ts'
import { coreMeasures } from './cores.ts'
import { cutMeasures } from './cuts.ts'
import { degreeMeasures } from './degree.ts'
import { dependenceMeasures } from './dependence.ts'
import { distanceMeasures } from './distances.ts'
import { diversityMeasures } from './diversity.ts'
import { eiMeasures } from './ei.ts'
import { eigenvectorMeasures } from './eigenvector.ts'
import { hitsMeasures } from './hits.ts'
import { holesMeasures } from './holes.ts'
import { kComponentMeasures } from './k-components.ts'
import { localEfficiencyMeasures } from './local-efficiency.ts'
import { applies, type Measure, type Subject } from './measure.ts'
import { mixingMeasures } from './mixing.ts'
import { networkMeasures } from './network.ts'
import { pageRankMeasures } from './pagerank.ts'
import { participationMeasures } from './participation.ts'
import { removalMeasures } from './removal.ts'
import { simmelianMeasures } from './simmelian.ts'
import { twoModeMeasures } from './two-mode.ts'
import { weightedMeasures } from './weighted.ts'

/** The catalogue, in the order a reader meets the families. */
export const measures: readonly Measure[] = [
  ...degreeMeasures,
  ...closenessMeasures,
  ...betweennessMeasures,
  ...dependenceMeasures,
  ...weightedMeasures,
  ...distanceMeasures,
  ...eigenvectorMeasures,
  ...pageRankMeasures,
  ...hitsMeasures,
  ...algebraicConnectivityMeasures,
  ...componentMeasures,
  ...cutMeasures,
  ...coreMeasures,
  ...kComponentMeasures,
  ...removalMeasures,
  ...centralizationMeasures,
  ...closureMeasures,
  ...localEfficiencyMeasures,
  ...simmelianMeasures,
  ...holesMeasures,
  ...eiMeasures,
  ...participationMeasures,
  ...diversityMeasures,
  ...brokerageMeasures,
  ...mixingMeasures,
  ...communityMeasures,
  ...networkMeasures,
  ...censusMeasures,
  ...corePeripheryMeasures,
  ...corenessMeasures,
  ...twoModeMeasures,
]

/** The measures that are defined on a subject. */
export function measuresOf(subject: Subject): readonly Measure[] {
  return measures.filter((measure) => applies(measure, subject))
}
