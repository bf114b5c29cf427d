import { existsSync } from 'node:fs'
import { agendaOf } from '../agenda/agenda.ts'
import { reportAsked } from '../answer/report.ts'
import { Snapshot } from '../answer/snapshot.ts'
import type { StoreChoice } from '../config.ts'
import { caseOf } from '../diagnosis/territory-case.ts'
import { rulesOf } from '../diagnosis/thresholds.ts'
import { openStore } from '../open-store.ts'
import { Problem } from '../problem.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { reportFormats } from '../wire/report.ts'
import type { Language } from '../words/language.ts'
import { compareTerritory } from './compare.ts'
import { writeWhole } from './convert.ts'
import { diagnoseTerritory } from './diagnose.ts'
import type { DrawnFile } from './draw.ts'
import { Refusal } from './refusal.ts'

export interface ReportOptions {
  /** The file that is written; the end of its name says how. */
  readonly output: string
  readonly wave?: string
  readonly seed?: string
  readonly force?: true
  readonly language: Language
}

/** Writes the note on a wave, by its refined diagnosis. Refuses `unknown_format`, `existing_file`, `unwritable_file`, `no_wave`, `unknown_wave`. */
export async function reportTerritory(
  id: string,
  { output, force, language, ...asked }: ReportOptions,
  choice: StoreChoice,
): Promise<DrawnFile> {
  const format = reportFormats.find((each) => output.toLowerCase().endsWith(`.${each}`))
  if (!format) {
    const endings = reportFormats.map((each) => `.${each}`)
    throw new Refusal('unknown_format', { file: output, endings, option: null })
  }
  if (existsSync(output) && !force) throw new Refusal('existing_file', { file: output })
  const { territory, diagnosis } = await diagnoseTerritory(id, asked, choice)
  const since = await sinceEarlier(id, diagnosis.wave, asked.seed, choice)
  await using store = await openStore(choice)
  const rules = rulesOf(territory.settings)
  const subject = caseOf(territory, diagnosis.wave, rules)
  const keyOf = keysUnder(await store.secret(id))
  const agenda = agendaOf(territory, subject, diagnosis, rules.thresholds, keyOf)
  const positions = await store.positions(id)
  const bytes = await reportAsked(new Snapshot(territory), { language, format, diagnosis, agenda, since, positions })
  await writeWhole(output, bytes)
  return { territory: id, revision: territory.revision, file: output }
}

/** What is said of a wave beside the one before, by its ties alone, as on the page: the earlier one is not diagnosed for it. Null: it has none to be compared with. */
async function sinceEarlier(id: string, wave: string, seed: string | undefined, choice: StoreChoice) {
  try {
    const asked = { to: wave, findings: false, ...(seed === undefined ? {} : { seed }) }
    const { summary, comparison } = await compareTerritory(id, asked, choice, () => {})
    return { wave: comparison.before, summary }
  } catch (error) {
    if (error instanceof Problem && error.code === 'one_wave') return null
    throw error
  }
}
