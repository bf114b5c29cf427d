import type { Change } from './change.ts'
import { isNoteAbout, notePrefix } from './note.ts'
import { collectionOf, type Identities, identityOf, type Noun, type Nouns, nouns, type Territory } from './territory.ts'

/**
 * The changes that take an actor away with every fact that names it: its ties, those it reported between others, its
 * participations and roster entries, the notes on findings about it; spaces it hosted stay, without a host. Empty when
 * nothing names it.
 *
 * Free text is left alone: what a note or a source of another fact says belongs to that fact.
 */
export function forgetting(territory: Territory, actor: string): Change[] {
  return nouns.flatMap((noun) => {
    const facts: Iterable<Nouns[Noun]> = territory[collectionOf[noun]].values()
    return [...facts].flatMap((fact): Change[] => {
      const kept = without(actor, noun, fact as never)
      if (kept === fact) return []
      if (kept) return [{ put: noun, value: kept } as Change]
      return [{ remove: noun, identity: identityOf(noun, fact as never) } as Change]
    })
  })
}

/**
 * The list as it would read had the actor never been there: what the whole list made of a territory, this one makes of
 * the territory without the actor. The very list when the actor is not in it.
 */
export function withoutActor(changes: readonly Change[], actor: string): readonly Change[] {
  const kept = changes.flatMap((change): Change[] => {
    if ('remove' in change) return isNamedAfter(actor, change.remove, change.identity as never) ? [] : [change]
    const value = without(actor, change.put, change.value as never)
    if (value === change.value) return [change]
    return value ? [{ put: change.put, value } as Change] : []
  })
  return kept.length === changes.length && kept.every((change, i) => change === changes[i]) ? changes : kept
}

/** Texts one of which at least stands in the JSON of changes that name the actor: an id between its quotes, or a note, which hides whom it is about. */
export function textsNaming(actor: string): readonly [string, string] {
  return [JSON.stringify(actor), `"${notePrefix}`]
}

/** The fact as it stands without the actor; null when it cannot, the fact itself when it does not name the actor. */
function without<N extends Noun>(actor: string, noun: N, fact: Nouns[N]): Nouns[N] | null {
  if (isNamedAfter(actor, noun, fact)) return null
  if (!('host' in fact) || fact.host !== actor) return fact
  const { host: _, ...rest } = fact
  return rest as Nouns[N]
}

function isNamedAfter<N extends Noun>(actor: string, noun: N, identity: Identities[N]): boolean {
  if ('key' in identity && isNoteAbout(actor, identity.key)) return true
  return actorFields[noun].some((field) => identity[field] === actor)
}

/** The identity fields that hold an actor. */
const actorFields: { readonly [N in Noun]: readonly (keyof Identities[N])[] } = {
  setting: [],
  vocabulary: [],
  actor: ['id'],
  space: [],
  wave: [],
  tie: ['from', 'to', 'reporter'],
  participation: ['actor'],
  roster: ['actor'],
}
