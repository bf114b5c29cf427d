/**
 * Names a finding without telling whom it is about: its code and a 32-bit FNV-1a of its id. The same over waves, so that
 * a note on a finding stays with it, and fit for an address, which is read on a projector even where the finding hides
 * its names.
 *
 * @param id code, level, kind of group and subject, between colons
 */
export function findingKey(id: string): string {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `${id.slice(0, id.indexOf(':'))}-${hash.toString(36)}`
}

/** Settings under it are notes on findings: `note.I0-1x2y3z.text`. They are no settings to whoever reads a list of those. */
export const notePrefix = 'note.'

/** Prefix of the settings that hold thresholds: `diagnosis.group.mostOpening`. */
export const thresholdPrefix = 'diagnosis.'

/** Of which finding's note a setting is part; null: of none. */
export function notedIn(setting: string): string | null {
  return setting.startsWith(notePrefix) ? setting.slice(notePrefix.length, setting.lastIndexOf('.')) : null
}

/** Whether a setting is part of a note on a finding about an actor: one that has to go when the actor is forgotten. */
export function isNoteAbout(actor: string, setting: string): boolean {
  if (!setting.startsWith(notePrefix)) return false
  const key = setting.slice(notePrefix.length, setting.lastIndexOf('.'))
  const code = key.slice(0, key.lastIndexOf('-'))
  return levelsOfActors.some((level) => findingKey(`${code}:${level}::${actor}`) === key)
}

/** An islet goes by its first actor, a pilot on whom projects hang by its own name. */
const levelsOfActors = ['actor', 'group', 'programme']
