/** Words as a list in a query string, see `wordsOfList`. */
export function listOf(words: readonly string[]): string {
  return words.map((word) => word.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
}

/**
 * The words of a list in a query string, commas between them; an empty one has none.
 * Within a word a comma is written `%2C` and a per cent sign `%25`, as in an address: ids may hold both.
 */
export function wordsOfList(list: string): string[] {
  return list === '' ? [] : list.split(',').map((word) => word.replaceAll(/%2c/gi, ',').replaceAll('%25', '%'))
}
