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
export function matchRank(names: Searchable, typed: string): number | null {
  return matching(typed)(names)
}

type Ranking = (names: Searchable) => number | null

/** The rank of names, for one thing that was typed and many names. */
function matching(typed: string): Ranking {
  const wanted = foldedWords(typed)
  const wantedLetters = folded(typed)
  return ({ words, letters }) => {
    if (wanted === '') return null
    if (words.some((name) => name.startsWith(wanted))) return 0
    if (words.some((name) => name.includes(` ${wanted}`))) return 1
    if (words.some((name) => name.includes(wanted))) return 2
    return letters.some((name) => name.includes(wantedLetters)) ? 3 : null
  }
}

/** Words shorter than this are parts of others more often than they are meant. */
const leastLetters = 3

/**
 * As `matchRank`, for what one looks for without knowing its name: 4, each word that was typed begins a word of a name;
 * 5, each of them does, or another word that means the same. `alike`: lists of words that do; `small`: words that say
 * nothing beside others.
 */
export function looseMatching(
  typed: string,
  alike: readonly (readonly string[])[],
  small: readonly string[] = [],
): Ranking {
  const strict = matching(typed)
  const phrase = foldedWords(typed)
  const lists = alike.map((words) => words.map(foldedWords))
  const others = (word: string) =>
    word.length < leastLetters ? [] : lists.filter((words) => words.some((one) => meets(one, word))).flat()
  const parts = phrase.split(' ')
  const telling = parts.filter((word) => !small.includes(word))
  const asked = (telling.length > 0 ? telling : parts).map((word) => [word, ...others(word)])
  const ofPhrase = others(phrase)
  return (names) => {
    const rank = strict(names)
    if (rank !== null || phrase === '') return rank
    const begins = (word: string) => names.words.some((name) => name.startsWith(word) || name.includes(` ${word}`))
    if (asked.every(([word = '']) => begins(word))) return 4
    return asked.every((words) => words.some(begins)) || ofPhrase.some(begins) ? 5 : null
  }
}

/** Whether a word is begun, or is another form of one: « doublons », « doublon ». */
function meets(one: string, typed: string): boolean {
  return one.startsWith(typed) || (one.length > leastLetters && typed.length <= one.length + 2 && typed.startsWith(one))
}
