import type { z } from 'zod'
import { notePrefix } from '#domain/note.ts'
import type { FindingWire } from '#wire/diagnosis.ts'
import type { changesSchema } from '#wire/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'

export const noteKinds = ['verified', 'explained'] as const

/** What people found out about a finding. */
export interface Note {
  readonly kind: (typeof noteKinds)[number]
  readonly text: string
  /** Empty: unsigned. */
  readonly author: string
  /** YYYY-MM-DD */
  readonly day: string
}

type Changes = z.infer<typeof changesSchema>

const fields = ['kind', 'text', 'author', 'day'] as const

/**
 * The note on a finding; null without one. It is kept in the settings of the territory, under the id the finding has
 * in every wave: it goes into exports and history, and can be undone, as every other fact.
 */
export function noteOn(finding: FindingWire, { settings }: Pick<TerritoryRecord, 'settings'>): Note | null {
  const read = (field: (typeof fields)[number]) => String(settings.get(settingOf(finding, field))?.value ?? '')
  const kind = noteKinds.find((each) => each === read('kind'))
  return kind ? { kind, text: read('text'), author: read('author'), day: read('day') } : null
}

/** What puts a note on a finding in place of the one before; null takes it away. */
export function noteChanges(
  finding: FindingWire,
  note: Note | null,
  { settings }: Pick<TerritoryRecord, 'settings'>,
): Changes {
  return fields.flatMap((field): Changes => {
    const key = settingOf(finding, field)
    if (note && note[field] !== '') return [{ put: 'setting', value: { key, value: note[field] } }]
    return settings.has(key) ? [{ remove: 'setting', identity: { key } }] : []
  })
}

function settingOf(finding: FindingWire, field: string): string {
  return `${notePrefix}${finding.id}.${field}`
}
