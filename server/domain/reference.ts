import { collectionOf, keyOf, type Noun, type Nouns, nouns, type Territory } from './territory.ts'
import { defaultVocabulary, type Vocabulary, vocabularies } from './vocabulary.ts'

/** One fact names another: `field` holds the id of an actor, a space or a wave, or a word of a vocabulary. */
export interface Reference {
  readonly field: string
  readonly to: Named | Vocabulary
  readonly id: string
}

/** The nouns that other facts name by id. */
type Named = 'actor' | 'space' | 'wave'

/** A fact that names another one. */
export interface Use {
  readonly noun: Noun
  readonly key: string
}

/** Every fact and word that this fact names. */
export function referencesOf<N extends Noun>(noun: N, value: Nouns[N]): Reference[] {
  return references[noun](value)
}

/** Whether the territory holds what is named; default words are always there. */
export function isKnown(territory: Territory, { to, id }: Reference): boolean {
  if (isVocabulary(to))
    return isDefaultWord(to, id) || territory.vocabulary.has(keyOf('vocabulary', { vocabulary: to, id }))
  return territory[collectionOf[to]].has(id)
}

/** What still names each of the facts `gone`, at most `most` uses of each: enough for a sentence. One pass, however many are gone. */
export function usesOf(territory: Territory, gone: readonly Pick<Reference, 'to' | 'id'>[], most = 3): Use[][] {
  const found = gone.map((): Use[] => [])
  const wanted = new Map<Reference['to'], Map<string, Use[]>>()
  gone.forEach(({ to, id }, index) => {
    if (isVocabulary(to) && isDefaultWord(to, id)) return
    const uses = found[index]
    if (uses) wanted.set(to, (wanted.get(to) ?? new Map<string, Use[]>()).set(id, uses))
  })
  if (wanted.size === 0) return found

  for (const noun of nouns) {
    const facts: ReadonlyMap<string, Nouns[typeof noun]> = territory[collectionOf[noun]]
    for (const [key, fact] of facts) {
      for (const { to, id } of referencesOf(noun, fact)) {
        const uses = wanted.get(to)?.get(id)
        if (!uses || uses.length >= most) continue
        // A tie to oneself names the same actor twice: one use.
        const last = uses.at(-1)
        if (last?.noun !== noun || last.key !== key) uses.push({ noun, key })
      }
    }
  }
  return found
}

const references: { readonly [N in Noun]: (value: Nouns[N]) => Reference[] } = {
  setting: () => [],
  vocabulary: () => [],
  wave: () => [],
  actor: ({ type, sphere }) => [
    { field: 'type', to: 'actorType', id: type },
    { field: 'sphere', to: 'sphere', id: sphere },
  ],
  space: ({ kind, host, parent, unobservedRoles = [] }) => [
    { field: 'kind', to: 'spaceKind', id: kind },
    ...(parent === undefined ? [] : [{ field: 'parent', to: 'space', id: parent } as const]),
    ...(host === undefined ? [] : [{ field: 'host', to: 'actor', id: host } as const]),
    ...unobservedRoles.map((role) => ({ field: 'unobservedRoles', to: 'role', id: role }) as const),
  ],
  tie: ({ wave, kind, from, to, reporter }) => [
    { field: 'wave', to: 'wave', id: wave },
    { field: 'kind', to: 'tieKind', id: kind },
    { field: 'from', to: 'actor', id: from },
    { field: 'to', to: 'actor', id: to },
    ...(reporter === null ? [] : [{ field: 'reporter', to: 'actor', id: reporter } as const]),
  ],
  participation: ({ actor, space, role, wave }) => [
    { field: 'actor', to: 'actor', id: actor },
    { field: 'space', to: 'space', id: space },
    { field: 'role', to: 'role', id: role },
    { field: 'wave', to: 'wave', id: wave },
  ],
  roster: ({ actor, wave }) => [
    { field: 'actor', to: 'actor', id: actor },
    { field: 'wave', to: 'wave', id: wave },
  ],
}

function isVocabulary(to: Reference['to']): to is Vocabulary {
  return (vocabularies as readonly string[]).includes(to)
}

function isDefaultWord(vocabulary: Vocabulary, word: string): boolean {
  return (defaultVocabulary[vocabulary] as readonly string[]).includes(word)
}
