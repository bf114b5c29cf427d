import { useMemo } from 'react'
import type { Change } from '#domain/change.ts'
import type { Chair, Invitation, Seminar } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { capital } from '../../view/words.ts'

/** What each part of the screen is given. */
export interface PartProps {
  readonly record: TerritoryRecord
  readonly seminar: Seminar
  /** Shows changes and commits them. */
  readonly keep: (changes: readonly Change[]) => void
}

/** What names are told by. It stays the same object while only invitations change: who reads no more need not be drawn again with each of them. */
export type NamingFacts = Pick<TerritoryRecord, 'actors' | 'spaces' | 'vocabulary' | 'waves' | 'chairs'>

export function useNames({ actors, spaces, vocabulary, waves, chairs }: TerritoryRecord): NamingFacts {
  return useMemo(() => ({ actors, spaces, vocabulary, waves, chairs }), [actors, spaces, vocabulary, waves, chairs])
}

export function nameOf(record: Pick<NamingFacts, 'actors'>, actor: string): string {
  return record.actors.get(actor)?.name ?? actor
}

/** In the words of the method, else as whoever asks for it names it. */
export function chairName(
  t: Text,
  record: Pick<NamingFacts, 'vocabulary'>,
  { id, types, examples }: Pick<Chair, 'id' | 'types' | 'examples'>,
): string {
  const { chairs } = t.seminar.words
  const said = Object.hasOwn(chairs, id) ? chairs[id] : undefined
  return capital(said ?? examples[0] ?? types.map((type) => wordOf(t, record, 'actorType', type)).join(', '))
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
