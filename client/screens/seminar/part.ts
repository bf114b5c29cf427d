import type { Change } from '#domain/change.ts'
import type { Chair, Invitation, Seminar } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { capital, word } from '../../view/words.ts'

/** What each part of the screen is given. */
export interface PartProps {
  readonly record: TerritoryRecord
  readonly seminar: Seminar
  /** Shows changes and commits them. */
  readonly keep: (changes: readonly Change[]) => void
}

export function nameOf(record: TerritoryRecord, actor: string): string {
  return record.actors.get(actor)?.name ?? actor
}

export function chairName(t: Text, record: TerritoryRecord, { id, types }: Pick<Chair, 'id' | 'types'>): string {
  const { chairs } = t.seminar.words
  const said = Object.hasOwn(chairs, id) ? chairs[id] : undefined
  return capital(said ?? types.map((type) => word(t, record, 'actorType', type)).join(', '))
}

export function tableName(t: Text, { tables }: Seminar, table: number): string {
  const said = tables?.[table - 1] ?? ''
  const number = t.seminar.tables.tableName(table)
  return said === '' || said === String(table) ? number : `${number} · ${said}`
}

/** Who an invitation is, as a badge says it. */
export function personOf(record: TerritoryRecord, guest: Invitation): string {
  const house = nameOf(record, guest.actor)
  if (guest.person) return `${guest.person} (${house})`
  return guest.rank > 1 ? `${house} (${guest.rank})` : house
}
