import type { MeasureId, MeasureText } from './measure-ids.ts'
import { actorsMeasures } from './measures.actors.en.ts'
import { groupsMeasures } from './measures.groups.en.ts'
import { networkMeasures } from './measures.network.en.ts'
import { twoModeMeasures } from './measures.two-mode.en.ts'

/** Every measure of the catalogue in English; a measure without words is a type error. */
export const measures: Readonly<Record<MeasureId, MeasureText>> = {
  ...actorsMeasures,
  ...groupsMeasures,
  ...networkMeasures,
  ...twoModeMeasures,
}
