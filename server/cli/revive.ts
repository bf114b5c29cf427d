import { existsSync } from 'node:fs'
import { bytesOf } from '../answer/bytes.ts'
import { type Revivals, revivalsAsked } from '../answer/revivals.ts'
import type { StoreChoice } from '../config.ts'
import type { Territory } from '../domain/territory.ts'
import { nextSeminar, revivalCalendar } from '../exchange/calendar.ts'
import { openStore } from '../open-store.ts'
import type { Language } from '../words/language.ts'
import { today, writeWhole } from './convert.ts'
import { Refusal } from './refusal.ts'

export interface ReviveOptions {
  readonly wave?: string
  /** File of the calendar to be written. */
  readonly ics?: string
  readonly force?: true
  /** YYYY-MM-DD, of the first entry of the calendar, and from which a seminar is the next; today by default. */
  readonly start?: string
}

/** What `maillage revive` writes, on one line. Actors by their ids. */
export interface ReviveDocument extends Revivals {
  readonly territory: string
  /** YYYY-MM-DD; null: none is planned. */
  readonly seminar: string | null
  /** The calendar written; null: none was asked for. */
  readonly file: string | null
}

/**
 * Ties to be revived of one wave, the latest unless one is named, and how many a year keep the network. Refuses `unknown_territory`, `no_wave`, `unknown_wave`,
 * `existing_file`, `unwritable_file`.
 */
export async function reviveTerritory(
  id: string,
  { wave, ics, force, start = today() }: ReviveOptions,
  language: Language,
  choice: StoreChoice,
): Promise<{ readonly territory: Territory; readonly document: ReviveDocument }> {
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const found = revivalsAsked({ territory }, { wave })
  if (ics !== undefined) {
    if (existsSync(ics) && !force) throw new Refusal('existing_file', { file: ics })
    await writeWhole(ics, bytesOf(revivalCalendar(territory, found.revivals ?? [], { language, start })))
  }
  return {
    territory,
    document: { territory: territory.id, ...found, seminar: nextSeminar(territory, start), file: ics ?? null },
  }
}
