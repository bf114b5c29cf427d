import type { Change } from './change.ts'
import { foldedWords } from './folding.ts'
import { isAbout, type KeyOf, thresholdPrefix } from './note.ts'
import { fieldsNaming } from './reference.ts'
import {
  type Actor,
  collectionOf,
  type Identities,
  identityFields,
  identityOf,
  type Noun,
  type Nouns,
  nouns,
  perNoun,
  type Setting,
  type Territory,
} from './territory.ts'
import { viewWithout } from './view.ts'

/** An actor that must not be found any more, by its id or by what it is called. */
export interface Forgotten {
  readonly id: string
  readonly names: readonly string[]
  /** Whether a finding is about it, by its key. */
  readonly isFound: (finding: string) => boolean
}

/**
 * What is known of an actor that is to be forgotten.
 * @param keyOf names findings in this territory
 * @param past the lists of changes that `textsNaming` finds in history, which tell what it was called before
 */
export function toForget(
  territory: Territory,
  id: string,
  keyOf: KeyOf,
  past: Iterable<readonly Change[]> = [],
): Forgotten {
  const names = new Set<string>()
  const know = (actor: Actor | undefined) => {
    for (const name of actor ? [actor.name, ...(actor.aliases ?? [])] : []) names.add(name)
  }
  know(territory.actors.get(id))
  for (const changes of past) {
    for (const change of changes)
      if ('put' in change && change.put === 'actor' && change.value.id === id) know(change.value)
  }
  return { id, names: [...names], isFound: (finding) => isAbout(id, finding, keyOf) }
}

/**
 * The changes that take an actor away with every fact that names it: its ties, those it reported between others, its
 * participations and roster entries, its pins, the settings that name it, the notes on findings about it, the decisions about it with their steps, and what addresses of views say of it; spaces it hosted stay,
 * without a host, and so does the name of the territory. Empty when nothing names it.
 *
 * A setting names it when its key or its text holds its id or one of its names, of now or before, in whole words: however
 * they are spelled when there are several, as it stands when there is one, which may be a common noun (« la mairie »); one
 * of fewer than four characters, which may stand for anything, only when it is the whole key or the whole text. Thresholds
 * have keys that are made of words of ours: only what follows `diagnosis.` as a whole counts there.
 *
 * Free text is left alone: what a note or a source of another fact says belongs to that fact.
 */
export function forgetting(territory: Territory, actor: Forgotten): Change[] {
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
export function withoutActor(changes: readonly Change[], actor: Forgotten): readonly Change[] {
  const kept = changes.flatMap((change): Change[] => {
    if ('remove' in change) return isNamedAfter(actor, change.remove, change.identity as never) ? [] : [change]
    const value = without(actor, change.put, change.value as never)
    if (value === change.value) return [change]
    // A setting that named the actor took the place of what it was before.
    if (change.put === 'setting' && !isKeyNaming(actor, change.value)) {
      return [{ remove: 'setting', identity: identityOf('setting', change.value) }]
    }
    return value ? [{ put: change.put, value } as Change] : []
  })
  return kept.length === changes.length && kept.every((change, i) => change === changes[i]) ? changes : kept
}

/** The changes that take the name of a person, as it is written there, from every invitation and decision; these stay. */
export function forgettingPerson({ invitations, decisions }: Territory, person: string): Change[] {
  const puts = [
    ...[...invitations.values()].map((value): Change => ({ put: 'invitation', value })),
    ...[...decisions.values()].map((value): Change => ({ put: 'decision', value })),
  ]
  return puts.filter((change) => isNaming(change, person)).map(withoutName)
}

/** The list as it would read had the person never been named. The very list when it names nobody so. */
export function withoutPerson(changes: readonly Change[], person: string): readonly Change[] {
  if (!changes.some((change) => isNaming(change, person))) return changes
  return changes.map((change) => (isNaming(change, person) ? withoutName(change) : change))
}

function isNaming(change: Change, person: string): boolean {
  return 'put' in change && 'person' in change.value && change.value.person === person
}

function withoutName(change: Change): Change {
  if (!('put' in change) || !('person' in change.value)) return change
  const { person: _, ...value } = change.value
  return { put: change.put, value } as Change
}

/** Texts one of which at least stands in the JSON of changes that name the actor: its id between quotes, or a noun that names it otherwise: settings have many ways to, notes and decisions go by a key, views by an address. */
export function textsNaming(id: string): readonly string[] {
  return [JSON.stringify(id), ':"setting",', ':"note",', ':"decision",', ':"step",', ':"view",']
}

/** The fact as it stands without the actor; null when it cannot, the fact itself when it does not name the actor. */
function without<N extends Noun>(actor: Forgotten, noun: N, fact: Nouns[N]): Nouns[N] | null {
  if (isNamedAfter(actor, noun, fact)) return null
  if (noun === 'view') return viewWithout(fact as Nouns['view'], actor.id) as Nouns[N]
  const said = fact as unknown as Readonly<Record<string, unknown>>
  const naming = actorFields[noun].filter((field) => said[field] === actor.id)
  if (naming.length === 0) return fact
  return Object.fromEntries(Object.entries(said).filter(([field]) => !naming.includes(field))) as unknown as Nouns[N]
}

function isNamedAfter<N extends Noun>(actor: Forgotten, noun: N, identity: Identities[N]): boolean {
  if ('key' in identity && typeof identity.key === 'string')
    return isSettingNaming(actor, { ...identity, key: identity.key })
  if (noun === 'pin') return isOfPlaced(identity, actor.id)
  if ('finding' in identity) return actor.isFound(String(identity.finding))
  if (noun === 'decision' && 'id' in identity) return actor.isFound(String(identity.id))
  if ('decision' in identity && actor.isFound(String(identity.decision))) return true
  const said = identity as unknown as Readonly<Record<string, unknown>>
  const named = noun === 'actor' ? ['id'] : actorFields[noun]
  return identityFields[noun].some((field) => named.includes(String(field)) && said[String(field)] === actor.id)
}

function isOfPlaced(identity: object, actor: string): boolean {
  return 'noun' in identity && identity.noun === 'actor' && 'id' in identity && identity.id === actor
}

/** Of a setting that is removed only the key is known. */
function isSettingNaming(actor: Forgotten, { key, value }: Pick<Setting, 'key'> & Partial<Setting>): boolean {
  if (key === territoryName) return false
  return isKeyNaming(actor, { key }) || (typeof value === 'string' && names(actor, value))
}

function isKeyNaming(actor: Forgotten, { key }: Pick<Setting, 'key'>): boolean {
  if (key.startsWith(thresholdPrefix)) return [actor.id, ...actor.names].includes(key.slice(thresholdPrefix.length))
  return names(actor, key)
}

const territoryName = 'name'

/** Shorter ones are found everywhere: « a », « à », « SAS ». */
const leastTelling = 4

/** Whether the text holds the id or a name of the actor, and not as part of a longer word. */
function names(actor: Forgotten, text: string): boolean {
  return [actor.id, ...actor.names].some((name) => {
    if ([...name].length < leastTelling) return text === name
    return wholly(text, name) || (spoken(name).includes(' ') && wholly(spoken(text), spoken(name)))
  })
}

/** Words as names are compared, see `foldedWords`; a hyphen or a bar within them makes one word of two. */
function spoken(text: string): string {
  return text
    .split(/(?<=[\p{L}\p{N}])[-_]+(?=[\p{L}\p{N}])/u)
    .map(foldedWords)
    .join('-')
}

function wholly(text: string, name: string): boolean {
  if (!text.includes(name)) return false
  return new RegExp(String.raw`(?<![\p{L}\p{N}_-])${RegExp.escape(name)}(?![\p{L}\p{N}_-])`, 'u').test(text)
}

/** The fields of each noun that name an actor. */
const actorFields = perNoun((noun) => fieldsNaming(noun, 'actor'))
