import type { MeasureId, MeasureText } from './measure-ids.ts'
import { actorsMeasures } from './measures.actors.fr.ts'
import { groupsMeasures } from './measures.groups.fr.ts'
import { networkMeasures } from './measures.network.fr.ts'
import { pathsMeasures } from './measures.paths.fr.ts'
import { twoModeMeasures } from './measures.two-mode.fr.ts'

/** Every measure of the catalogue in French; a measure without words is a type error. */
export const measures: Readonly<Record<MeasureId, MeasureText>> = {
  ...actorsMeasures,
  ...pathsMeasures,
  ...groupsMeasures,
  ...networkMeasures,
  ...twoModeMeasures,
}
