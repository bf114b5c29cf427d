import type { MeasureWords } from '../measures.ts'
import { actorsMeasures } from './measures/actors.ts'
import { groupsMeasures } from './measures/groups.ts'
import { networkMeasures } from './measures/network.ts'
import { twoModeMeasures } from './measures/two-mode.ts'

/** Every measure of the catalogue in English. */
export const measures: MeasureWords = {
  ...actorsMeasures,
  ...groupsMeasures,
  ...networkMeasures,
  ...twoModeMeasures,
}
