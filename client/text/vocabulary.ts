import type { Vocabulary } from '../data/record.ts'
import { fr, type Text } from './fr.ts'

/** The words a default vocabulary has, in the order screens list them. */
export function defaultWords(vocabulary: Vocabulary): readonly string[] {
  return Object.keys(fr.words[vocabulary])
}

/** A word of a vocabulary as the territory, or else the page, says it; a word nobody names says itself. */
export function wordOf(text: Text, added: readonly Added[], vocabulary: Vocabulary, id: string): string {
  const entry = added.find((word) => word.vocabulary === vocabulary && word.id === id)
  if (entry) return (text.language === 'en' && entry.en) || entry.fr
  // Words come from users: « constructor » is one, and not what every object calls so.
  const words: Readonly<Record<string, string>> = text.words[vocabulary]
  return Object.hasOwn(words, id) ? (words[id] ?? id) : id
}

/** A word a territory added. */
interface Added {
  readonly vocabulary: Vocabulary
  readonly id: string
  readonly fr: string
  readonly en?: string
}
