import type { Workers } from '../analysis/measure.ts'
import { alone } from '../analysis/measure.ts'
import { comparabilityOf, type Judged, judged, unsaid } from './comparability.ts'
import { figureChanges, witnessedSnapshots } from './figures.ts'
import type { WavePair } from './ground.ts'
import { cautionLevel, recallChange } from './recall.ts'

/** What territories are set beside each other in: how many ties there are once forgetting is taken off, and figures of those on both rosters. */
export const besideFigures = ['growth', 'transitivity', 'ei', 'efficiency', 'centralization', 'opening'] as const
export type BesideFigure = (typeof besideFigures)[number]

/** How far a territory moved by its own measure. */
export interface OwnChange {
  /** Of the logarithm, for `growth`; of the figure otherwise. */
  readonly change: number
  /** In standard errors of what forgetting and chance alone would make of this territory: its waves changed places, see `figureChanges`. Within ±2 nineteen times in twenty where nothing changed. */
  readonly z: number
}

export type OwnChanges = Readonly<Record<BesideFigure, Judged<OwnChange>>>

/** The changes of one territory between two of its waves, each by its own null. */
export function ownChanges(pair: WavePair, seed: string, workers: Workers = alone): OwnChanges {
  const { levels } = comparabilityOf(pair).barrier
  if (levels) return everywhere(() => unsaid(levels))
  const recall = recallChange(pair)
  const stream = `${seed}:waves:${pair.before.wave}:${pair.after.wave}:figures`
  const others = besideFigures.filter((figure) => figure !== 'growth')
  const found = figureChanges(others, witnessedSnapshots(pair), stream, workers)
  const mayBeToldOtherwise = recall.value !== null && recall.value.p <= cautionLevel
  return everywhere((figure) => {
    if (figure === 'growth') {
      if (!recall.value) return recall
      const { growth, growthError } = recall.value
      const change = Math.log1p(growth)
      return growthError > 0 ? judged({ change, z: change / growthError }) : unsaid('too_few_differences')
    }
    if (mayBeToldOtherwise) return unsaid('told_otherwise')
    const own = found.get(figure) ?? unsaid('undefined_figure')
    if (!own.value) return own
    const { change, standardError } = own.value
    return standardError > 0 ? judged({ change, z: change / standardError }) : unsaid('too_few_differences')
  })
}

function everywhere<T>(say: (figure: BesideFigure) => T): Readonly<Record<BesideFigure, T>> {
  return Object.fromEntries(besideFigures.map((figure) => [figure, say(figure)])) as Record<BesideFigure, T>
}

/** Two waves of a territory, and how far it moved between them. */
export interface TerritoryChange {
  readonly territory: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly years: number
  readonly changes: OwnChanges
}

/** Where a territory stands among those that say the same. */
export interface Standing {
  readonly own: OwnChange
  /** Of the others, by z, the lowest first; ties by id. */
  readonly others: readonly { readonly territory: string; readonly z: number }[]
  /** Others that moved less upwards, and more. */
  readonly below: number
  readonly above: number
}

/** Fewer make no place to have. */
const leastTerritories = 3

/**
 * A territory's place among others, figure by figure. Each moved by its own measure, so that a small roster and a large one, much forgotten or little, are set on one scale; that is all that makes
 * them alike.
 */
export function standingAmong(
  { changes }: TerritoryChange,
  others: readonly TerritoryChange[],
): Readonly<Record<BesideFigure, Judged<Standing>>> {
  const of = (figure: BesideFigure): Judged<Standing> => {
    const { value: own, reason } = changes[figure]
    if (!own) return { value: null, reason }
    const told = others
      .flatMap(({ territory, changes: theirs }) => {
        const { value } = theirs[figure]
        return value ? [{ territory, z: value.z }] : []
      })
      .sort((a, b) => a.z - b.z || (a.territory < b.territory ? -1 : 1))
    if (told.length + 1 < leastTerritories) return unsaid('too_few_territories')
    return judged({
      own,
      others: told,
      below: told.filter(({ z }) => z < own.z).length,
      above: told.filter(({ z }) => z > own.z).length,
    })
  }
  return everywhere(of)
}
