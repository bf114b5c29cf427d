/**
 * Names a finding by a key that tells of its kind and not whom it is about. The same over waves, so that a note on a
 * finding stays with it, and fit for an address, which is read on a projector even where the finding hides its names.
 *
 * Only the store makes one, of a secret it keeps for each territory: without it, nobody finds out an actor by trying all.
 *
 * @param finding code, level, kind of group and subject, between colons
 */
export type KeyOf = (finding: string) => string

/** Settings under it are notes on findings: `note.I0-….text`. They are no settings to whoever reads a list of those. */
export const notePrefix = 'note.'

/** Prefix of the settings that hold thresholds: `diagnosis.group.mostOpening`. */
export const thresholdPrefix = 'diagnosis.'

/** Of which finding's note a setting is part, by its key; null: of none. */
export function notedIn(setting: string): string | null {
  return setting.startsWith(notePrefix) ? setting.slice(notePrefix.length, setting.lastIndexOf('.')) : null
}

/** Whether a key is that of a finding about an actor: the note on it has to go when the actor is forgotten. */
export function isAbout(actor: string, finding: string, keyOf: KeyOf): boolean {
  const code = finding.slice(0, finding.indexOf('-'))
  return levelsOfActors.some((level) => keyOf(`${code}:${level}::${actor}`) === finding)
}

/** An islet goes by its first actor, a pilot on whom projects hang by its own name. */
const levelsOfActors = ['actor', 'group', 'programme']
