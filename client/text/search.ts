import { folded, foldedWords } from '#domain/folding.ts'

/** Names of one thing, ready to be searched. */
export interface Searchable {
  readonly words: readonly string[]
  readonly letters: readonly string[]
}

export function searchable(names: readonly string[]): Searchable {
  return { words: names.map(foldedWords), letters: names.map(folded) }
}

/**
 * How well names answer to what was typed, as import would match them: 0, one begins with it; 1, a word does; 2, it is
 * in one; 3, it is in one whose words are parted otherwise. Null: not at all, or nothing was typed.
 */
export function matchRank({ words, letters }: Searchable, typed: string): number | null {
  const wanted = foldedWords(typed)
  if (wanted === '') return null
  if (words.some((name) => name.startsWith(wanted))) return 0
  if (words.some((name) => name.includes(` ${wanted}`))) return 1
  if (words.some((name) => name.includes(wanted))) return 2
  return letters.some((name) => name.includes(folded(typed))) ? 3 : null
}
