import { keyOf, type Territory } from '../domain/territory.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import type { Language } from './language.ts'

/** The words of the default vocabularies in a language. */
export interface DefaultWords {
  readonly language: Language
  readonly words: Readonly<Record<Vocabulary, Readonly<Record<string, string>>>>
}

/** A word of a vocabulary as the territory says it, else as the language does; one that nobody names says itself. */
export function wordOf(
  { language, words }: DefaultWords,
  territory: Pick<Territory, 'vocabulary'>,
  vocabulary: Vocabulary,
  id: string,
): string {
  const entry = territory.vocabulary.get(keyOf('vocabulary', { vocabulary, id }))
  if (entry) return (language === 'en' && entry.en) || entry.fr
  // Words come from users: « constructor » is one, and not what every object calls so.
  return Object.hasOwn(words[vocabulary], id) ? (words[vocabulary][id] ?? id) : id
}
