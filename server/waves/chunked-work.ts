import type { Chunks } from '../analysis/measure.ts'
import { divisionDraws } from './communities.ts'
import { densityDraws } from './density.ts'
import { swappedWaves } from './figures.ts'
import { positionDraws } from './positions.ts'

/** The work of a comparison that several threads share, besides that of the analysis; see analysis/chunked-work.ts. */
export const comparingWork: readonly Chunks<never, unknown>[] = [
  densityDraws,
  swappedWaves,
  positionDraws,
  divisionDraws,
]
