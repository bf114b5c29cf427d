import type { MeasureWords } from '../measures.ts'
import { actorsMeasures } from './measures/actors.ts'
import { groupsMeasures } from './measures/groups.ts'
import { networkMeasures } from './measures/network.ts'
import { pathsMeasures } from './measures/paths.ts'
import { twoModeMeasures } from './measures/two-mode.ts'

/** Every measure of the catalogue in French. */
export const measures: MeasureWords = {
  ...actorsMeasures,
  ...pathsMeasures,
  ...groupsMeasures,
  ...networkMeasures,
  ...twoModeMeasures,
}
