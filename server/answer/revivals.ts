import { caseOf } from '../diagnosis/territory-case.ts'
import { rulesOf } from '../diagnosis/thresholds.ts'
import { wavesLatestFirst } from '../domain/perimeter.ts'
import { revivalCalendar } from '../exchange/calendar.ts'
import { type Revival, revivalsOf, type YearlyNeed, yearlyNeed } from '../waves/revivals.ts'
import { seriesOf } from '../waves/series.ts'
import { type Bytes, bytesOf } from './bytes.ts'
import type { OfWave } from './perimeter.ts'
import { waveWithin } from './perimeter.ts'
import type { Opened } from './snapshot.ts'
import { groundAsked } from './waves.ts'

/** What a wave tells of ties to be revived. */
export interface Revivals {
  readonly wave: string
  /** Null: no tie is dated, or there are too many actors. */
  readonly revivals: readonly Revival[] | null
  /** Null: there is no earlier survey that can be compared. */
  readonly need: YearlyNeed | null
}

/** Refuses `no_wave`, `unknown_wave`. */
export function revivalsAsked({ territory }: Opened, { wave: asked }: OfWave): Revivals {
  const wave = waveWithin(territory, asked)
  const rules = rulesOf(territory.settings)
  const subject = caseOf(territory, wave, rules)
  const revivals = revivalsOf(subject, rules.thresholds['fading.silence'])
  const surveys = wavesLatestFirst(territory).filter(({ basis }) => basis === 'survey')
  const before = surveys[surveys.findIndex(({ id }) => id === wave) + 1]
  const isSurvey = territory.waves.get(wave)?.basis === 'survey'
  const [step] = isSurvey && before ? seriesOf(groundAsked(territory, [before.id, wave])).steps : []
  return { wave, revivals, need: step ? yearlyNeed(subject.declared.graph.edgeCount, step) : null }
}

/** The same as a calendar file. */
export function calendarAsked(
  { territory }: Opened,
  {
    wave,
    language,
    start,
  }: { readonly wave: string | undefined; readonly language: 'fr' | 'en'; readonly start: string },
): Bytes {
  const { revivals } = revivalsAsked({ territory }, { wave })
  return bytesOf(revivalCalendar(territory, revivals ?? [], { language, start }))
}
