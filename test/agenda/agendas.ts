import { worldOf } from '../../examples/fictitious/world.ts'
import { agendaOf } from '../../server/agenda/agenda.ts'
import type { Agenda } from '../../server/agenda/item.ts'
import type { Case } from '../../server/diagnosis/case.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../server/diagnosis/diagnosis.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { rulesOf } from '../../server/diagnosis/thresholds.ts'
import { apply } from '../../server/domain/change.ts'
import { latestWave } from '../../server/domain/perimeter.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'

/** A wave diagnosed, and what it asks of people. */
export interface Read {
  readonly territory: Territory
  readonly subject: Case
  readonly diagnosis: Diagnosis
  readonly agenda: Agenda
}

/** The latest wave of a territory, by its first findings. */
export async function read(territory: Territory): Promise<Read> {
  const wave = latestWave(territory) ?? ''
  const diagnosis = await diagnoseTerritory(territory, wave, { until: 'first' })
  const { thresholds } = rulesOf(territory.settings)
  const subject = caseOf(territory, wave, rulesOf(territory.settings))
  return { territory, subject, diagnosis, agenda: agendaOf(territory, subject, diagnosis, thresholds) }
}

/** The same facts, had a team told them. */
export function asTold(territory: Territory): Territory {
  const waves = [...territory.waves].map(([id, wave]) => [id, { ...wave, basis: 'informants' as const }] as const)
  return { ...territory, id: `${territory.id}-team`, waves: new Map(waves), roster: new Map() }
}

export async function example(id: string): Promise<Territory> {
  const found = (await exampleTerritories()).find((one) => one.id === id)
  const applied = apply(emptyTerritory(id), found?.changes ?? [])
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals[0]))
  return applied.territory
}

let all: Promise<readonly Read[]> | undefined

/** Of the examples, of eight fictitious territories and of some of these as a team would tell of them. Read once. */
export function readAll(): Promise<readonly Read[]> {
  all ??= readEach()
  return all
}

async function readEach(): Promise<readonly Read[]> {
  const examples = await Promise.all(['ardenne', 'carene', 'decazeville', 'dieppe'].map(example))
  const worlds = Array.from({ length: 8 }, (_, index) => worldOf(`seed ${index}`, { id: `seed-${index}` }).territory)
  const found: Read[] = []
  for (const territory of [...examples, ...worlds, ...worlds.slice(0, 2).map(asTold)]) found.push(await read(territory))
  return found
}
