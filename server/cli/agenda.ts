import { agendaOf } from '../agenda/agenda.ts'
import type { Agenda } from '../agenda/item.ts'
import type { StoreChoice } from '../config.ts'
import { caseOf } from '../diagnosis/territory-case.ts'
import { rulesOf } from '../diagnosis/thresholds.ts'
import type { Territory } from '../domain/territory.ts'
import { openStore } from '../open-store.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { diagnoseTerritory, type TerritoryDiagnoseOptions } from './diagnose.ts'

/** What a wave asks of people, by its refined diagnosis. Refuses `unknown_territory`, `no_wave`, `unknown_wave`. */
export async function agendaOfTerritory(
  id: string,
  options: Pick<TerritoryDiagnoseOptions, 'wave' | 'seed'>,
  choice: StoreChoice,
): Promise<{ readonly territory: Territory; readonly agenda: Agenda }> {
  const { territory, diagnosis } = await diagnoseTerritory(id, options, choice)
  await using store = await openStore(choice)
  const keyOf = keysUnder(await store.secret(id))
  const rules = rulesOf(territory.settings)
  return {
    territory,
    agenda: agendaOf(territory, caseOf(territory, diagnosis.wave, rules), diagnosis, rules.thresholds, keyOf),
  }
}
