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

/** Settings under it are notes on findings: `note.isolated_actor-….text`. They are no settings to whoever reads a list of those. */
export const notePrefix = 'note.'

/** Prefix of the settings that hold thresholds: `diagnosis.group.mostOpening`. */
export const thresholdPrefix = 'diagnosis.'

/** Of which finding's note a setting is part, by its key; null: of none. */
export function notedIn(setting: string): string | null {
  return setting.startsWith(notePrefix) ? setting.slice(notePrefix.length, setting.lastIndexOf('.')) : null
}

/** Whether a key is that of a finding about an actor: the note on it has to go when the actor is forgotten. */
export function isAbout(actor: string, key: string, keyOf: KeyOf): boolean {
  const kind = key.slice(0, key.indexOf('-'))
  return keyOf(findingId(kind, { actor })) === key
}
