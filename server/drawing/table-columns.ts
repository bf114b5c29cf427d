/** One column of a table: how a line is told apart by it, and how it reads. */
export interface Column<Row> {
  readonly id: string
  readonly name: string
  /** What lines are sorted by; null comes last whichever way. */
  readonly key: (row: Row) => string | number | null
  readonly numeric?: true
}

export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

/** `-partners`: by partners, from the largest on. */
export function sortingOf(sort: string | null): Sorting | null {
  if (!sort) return null
  return sort.startsWith('-') ? { column: sort.slice(1), descending: true } : { column: sort, descending: false }
}

/** Numbers start from the largest, words from A; the same column again turns the order round. */
export function nextSort<Row>(column: Column<Row>, now: Sorting | null): string {
  const first = column.numeric === true
  const descending = now?.column === column.id ? !now.descending : first
  return descending ? `-${column.id}` : column.id
}

export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
  locale: string,
): Row[] {
  const column = columns.find(({ id }) => id === sorting?.column)
  if (!sorting || !column) return [...rows]
  const direction = sorting.descending ? -1 : 1
  const keys = new Map(rows.map((row) => [row, column.key(row)]))
  const rankOf = ranks(keys.values(), locale)
  return [...rows].sort((a, b) => {
    const [x, y] = [keys.get(a) ?? null, keys.get(b) ?? null]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return direction * (typeof x === 'number' && typeof y === 'number' ? x - y : rankOf(x) - rankOf(y))
  })
}

/** The rank of each key among all, alike ones together. Thousands of lines have few names between them, and comparing two takes long. */
function ranks(keys: Iterable<string | number | null>, locale: string): (key: string | number) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const texts = [...new Set([...keys].map(String))].sort(compare)
  const rank = new Map<string, number>()
  let before: string | undefined
  let at = 0
  for (const text of texts) {
    if (before !== undefined && compare(before, text) !== 0) at++
    rank.set(text, at)
    before = text
  }
  return (key) => rank.get(String(key)) ?? at
}
