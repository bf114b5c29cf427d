import type { Kind, Named } from './description.ts'
import { collectionOf, fieldsOf, keyOf, type Noun, type Nouns, nouns, perNoun, type Territory } from './territory.ts'
import { defaultVocabulary, type Vocabulary, vocabularies } from './vocabulary.ts'

/** One fact names another: `field` holds the id of an actor, a space or a wave, or a word of a vocabulary. */
export interface Reference {
  readonly field: string
  readonly to: Named | Vocabulary
  readonly id: string
}

/** A fact that names another one. */
export interface Use {
  readonly noun: Noun
  readonly key: string
}

/** Every fact and word that this fact names. */
export function referencesOf<N extends Noun>(noun: N, value: Nouns[N]): Reference[] {
  const said = value as unknown as Readonly<Record<string, unknown>>
  return naming[noun].flatMap(({ field, to }) => {
    const ids = said[field] ?? []
    return (Array.isArray(ids) ? ids : [ids]).map((id: string): Reference => ({ field, to, id }))
  })
}

/** Whether the territory holds what is named; default words are always there. */
export function isKnown(territory: Territory, { to, id }: Reference): boolean {
  if (isVocabulary(to))
    return isDefaultWord(to, id) || territory.vocabulary.has(keyOf('vocabulary', { vocabulary: to, id }))
  return territory[collectionOf[to]].has(id)
}

/** The fields of a noun that hold ids of another. */
export function fieldsNaming(noun: Noun, named: Named): string[] {
  return naming[noun].filter(({ to }) => to === named).map(({ field }) => field)
}

/** Whether other facts name those of this noun. */
export function isNamed(noun: Noun): noun is Named {
  return Object.values(naming).some((fields) => fields.some(({ to }) => to === noun))
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

/** The fields of each noun that name something. */
const naming = perNoun((noun) =>
  fieldsOf[noun].flatMap(([field, { kind }]): Pick<Reference, 'field' | 'to'>[] => {
    const to = targetOf(kind)
    return to === null ? [] : [{ field, to }]
  }),
)

function targetOf(kind: Kind): Reference['to'] | null {
  if (typeof kind === 'string') return null
  if ('fact' in kind) return kind.fact
  if ('word' in kind) return kind.word
  return 'words' in kind ? kind.words : null
}

function isVocabulary(to: Reference['to']): to is Vocabulary {
  return (vocabularies as readonly string[]).includes(to)
}

function isDefaultWord(vocabulary: Vocabulary, word: string): boolean {
  return (defaultVocabulary[vocabulary] as readonly string[]).includes(word)
}
