import type { Change } from './change.ts'
import { plainLine } from './plain-text.ts'
import type { Note, Territory } from './territory.ts'
import { isDate } from './validation.ts'
import { noteKinds } from './vocabulary.ts'

/**
 * The id of a finding: its kind, and whom or what it is about by noun. The same over waves.
 *
 * @param about empty: about nobody in particular
 */
export function findingId(kind: string, about: Readonly<Record<string, string | readonly string[]>>): string {
  return `${kind}:${JSON.stringify(about)}`
}

/**
 * Names a finding by a key that tells of its kind and not whom it is about, so that a note on a finding stays with it,
 * and fit for an address, which is read on a projector even where the finding hides its names.
 *
 * Only the store makes one, of a secret it keeps for each territory: without it, nobody finds out an actor by trying all.
 *
 * @param id see `findingId`
 */
export type KeyOf = (id: string) => string

/** Prefix of the settings that hold thresholds: `diagnosis.group.mostOpening`. */
export const thresholdPrefix = 'diagnosis.'

/** Whether a key is that of a finding about an actor: the note on it has to go when the actor is forgotten. */
export function isAbout(actor: string, key: string, keyOf: KeyOf): boolean {
  const kind = key.slice(0, key.indexOf('-'))
  return keyOf(findingId(kind, { actor })) === key
}

/**
 * The list with notes that stand in settings (`note.FINDING.text`), where earlier programs kept them, as notes; the very
 * list when it speaks of none. Settings that make no whole note stay what they are. What the list made of a territory
 * whose notes were settings, this one makes of the same territory with notes.
 */
export function notesOfSettings(before: Territory, changes: readonly Change[]): readonly Change[] {
  const first = new Map<string, number>()
  changes.forEach((change, index) => {
    const finding = settingOfNote(change)?.finding
    if (finding !== undefined && !first.has(finding)) first.set(finding, index)
  })
  if (first.size === 0) return changes
  return changes.flatMap((change, index) => {
    const finding = settingOfNote(change)?.finding
    if (finding === undefined) return [change]
    return first.get(finding) === index ? changesOfNote(before, finding, changes) : []
  })
}

/** What the changes of its settings make of the note on one finding. */
function changesOfNote(before: Territory, finding: string, changes: readonly Change[]): Change[] {
  const known = before.notes.get(finding)
  const kept = fieldsInSettings.filter((field) => before.settings.has(keyOf(finding, field)))
  const said = new Map<string, unknown>(
    known ? Object.entries(known) : kept.map((field) => [field, before.settings.get(keyOf(finding, field))?.value]),
  )
  const own = changes.filter((change) => settingOfNote(change)?.finding === finding)
  for (const change of own) {
    const field = settingOfNote(change)?.field ?? ''
    if ('put' in change && change.put === 'setting') said.set(field, change.value.value)
    else said.delete(field)
  }
  const note = wholeNote(finding, said)
  if (note) {
    const gone = kept.map((field): Change => ({ remove: 'setting', identity: { key: keyOf(finding, field) } }))
    return [...gone, { put: 'note', value: note }]
  }
  if (!known) return own
  const left = fieldsInSettings.flatMap((field): Change[] => {
    const value = said.get(field)
    return typeof value === 'string' ? [{ put: 'setting', value: { key: keyOf(finding, field), value } }] : []
  })
  return [{ remove: 'note', identity: { finding } }, ...left]
}

function wholeNote(finding: string, said: ReadonlyMap<string, unknown>): Note | null {
  const kind = noteKinds.find((each) => each === said.get('kind'))
  const [day, text, author] = ['day', 'text', 'author'].map((field) => said.get(field))
  if (!kind || typeof day !== 'string' || !isDate(day)) return null
  if (!isText(text) || !isText(author) || (author !== undefined && author !== plainLine(author))) return null
  return { finding, kind, ...(text === undefined ? {} : { text }), ...(author === undefined ? {} : { author }), day }
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

const settingPrefix = 'note.'
const fieldsInSettings = ['kind', 'text', 'author', 'day'] as const

function keyOf(finding: string, field: string): string {
  return `${settingPrefix}${finding}.${field}`
}

function settingOfNote(change: Change): { finding: string; field: string } | null {
  const setting =
    'put' in change
      ? change.put === 'setting'
        ? change.value
        : null
      : change.remove === 'setting'
        ? change.identity
        : null
  if (!setting?.key.startsWith(settingPrefix)) return null
  const end = setting.key.lastIndexOf('.')
  const field = setting.key.slice(end + 1)
  if (!(fieldsInSettings as readonly string[]).includes(field) || end <= settingPrefix.length) return null
  return { finding: setting.key.slice(settingPrefix.length, end), field }
}
