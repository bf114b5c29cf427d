import { wavesLatestFirst } from '../domain/perimeter.ts'
import type { Judged } from '../waves/comparability.ts'
import { type SurveyPower, surveyPower } from '../waves/power.ts'
import { waveWithin } from './perimeter.ts'
import type { Opened } from './snapshot.ts'
import { seedNamed } from './subject.ts'
import { groundAsked } from './waves.ts'

export interface AskedPower {
  /** Default: the latest survey, or the latest wave of a territory without one. */
  readonly wave?: string | undefined
  /** Of those asked, 0..1; default: that of the wave. */
  readonly response?: number | undefined
}

/** What the survey after a wave would show. */
export type TerritoryPower = Judged<SurveyPower> & { readonly wave: string }

/** Refuses `no_wave`, `unknown_wave`. */
export function powerAsked({ territory }: Opened, { wave: asked, response }: AskedPower): TerritoryPower {
  const survey = wavesLatestFirst(territory).find(({ basis }) => basis === 'survey')
  const wave = waveWithin(territory, asked ?? survey?.id)
  const options = { seed: seedNamed(territory), ...(response === undefined ? {} : { response }) }
  return { wave, ...surveyPower(groundAsked(territory, [wave]), options) }
}
