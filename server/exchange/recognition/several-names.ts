import { folded } from '../../domain/folding.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { Separator } from '../plan.ts'

/** What may part names for certain; the others part them only where what stands between is known. */
const plainSeparators: readonly Separator[] = ['line', ';', '|']
const doubtful: readonly Separator[] = [',', '/', '+', '&', 'et']
/** They part names that nobody knows, too. */
const enumerating: ReadonlySet<Separator> = new Set([',', '/', '+'])

/**
 * What parts the names in the cells of a column: whatever nobody writes within a name, and of the others (« Transports Guilloteau & Fils »)
 * those that part names which are known more often than not; the comma, the slash and the plus sign part also names that are new.
 */
export function separatorsOf(cells: Iterable<string>, isKnown: (folded: string) => boolean): Separator[] {
  const counts = new Map<Separator, { parted: number; known: number; pieces: number }>()
  const sample = [...take(cells, 2_000)]
  // What is alone in a cell, or parted for certain, is a name.
  const alone = new Set(sample.flatMap((cell) => split(cell, [...plainSeparators, ','])).map(folded))
  const isName = (name: string, cell: string) => isKnown(name) || (alone.has(name) && name !== folded(cell))
  for (const cell of sample) {
    if (isKnown(folded(cell))) continue
    for (const separator of [...plainSeparators, ...doubtful]) {
      const pieces = split(cell, [separator])
      if (pieces.length < 2) continue
      const count = counts.get(separator) ?? { parted: 0, known: 0, pieces: 0 }
      count.parted++
      count.pieces += pieces.length
      count.known += pieces.filter((piece) => isName(folded(piece), cell)).length
      counts.set(separator, count)
    }
  }
  return [...counts]
    .filter(([separator, { known, pieces }]) => {
      if (plainSeparators.includes(separator) || enumerating.has(separator)) return true
      return known / pieces >= 0.5
    })
    .map(([separator]) => separator)
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0
  for (const item of items) {
    if (taken++ >= most) return
    yield item
  }
}

/** The names in a cell, each once. What is a name as a whole is not parted, nor pieces that are one together. */
export function namesIn(cell: string, at: readonly Separator[], isKnown: (folded: string) => boolean): string[] {
  const whole = plainText(cell).trim()
  if (whole === '' || none.test(whole)) return []
  if (at.length === 0 || isKnown(folded(whole))) return [whole.replace(/\s+/g, ' ')]
  const names: string[] = []
  const pieces = withLastOfTwo(split(whole, at), isKnown)
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1
    // The longest that is one name: « Bel, Air & Fils ».
    for (let end = Math.min(pieces.length, from + 4); end > from + 1; end--) {
      if (isKnown(folded(pieces.slice(from, end).join(' ')))) {
        to = end
        break
      }
    }
    names.push(pieces.slice(from, to).join(' '))
    from = to
  }
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = folded(name)
    if (key === '' || seen.has(key) || none.test(name)) return false
    seen.add(key)
    return true
  })
}

/** An enumeration ends in « A, B et C »: its last piece holds two names, unless it is one (« Guilloteau et Fils »). */
function withLastOfTwo(pieces: readonly string[], isKnown: (folded: string) => boolean): readonly string[] {
  const last = pieces.at(-1) ?? ''
  const [, one, other] = /^(.+) (?:et|and) (\p{Lu}.*)$/u.exec(last) ?? []
  if (pieces.length < 2 || one === undefined || other === undefined) return pieces
  if (isKnown(folded(last)) || endOfCompany.test(other)) return pieces
  return [...pieces.slice(0, -1), one, other]
}

const endOfCompany = /^(fils|filles?|frères?|freres?|associée?s?|associes|compagnie|cie|sons?|co)\b/iu

/** What people write when there is nobody. */
const none =
  /^((à|a) (définir|definir|préciser|preciser|confirmer|déterminer|determiner|identifier|compléter|completer)|tbd|idem|aucune?s?|néant|neant|rien|ras|n\/?a|nc|sans|non|personne|-+|\.+|\?+|none|etc\.?|(je )?ne (sait|sais) pas|nsp|sans objet|n\.c\.|n\.d\.|[–—]+|…|\.\.\.)$/i

const patterns: Readonly<Record<Separator, RegExp>> = {
  line: /[\n\r\u2028]/,
  ';': /;/,
  '|': /\|/,
  ',': /,(?!\d)/,
  '/': /\s\/\s|\/(?=\s)|(?<=\s)\/|(?<=[\p{L})])\/(?=[\p{L}(])/u,
  // Not the end of « Canal+ ».
  '+': /\s\+|\+\s|(?<=[\p{L})])\+(?=[\p{L}(])/u,
  '&': /\s&\s/,
  et: /\s(?:et|and)\s/i,
}

function split(cell: string, at: readonly Separator[]): string[] {
  let pieces = [plainText(cell)]
  for (const separator of at) pieces = pieces.flatMap((piece) => piece.split(patterns[separator]))
  return pieces
    .map((piece) => piece.replace(/^[\s•·*–-]+|\s+$/g, '').replace(/\s+/g, ' '))
    .filter((piece) => piece !== '')
}
