import type { Named } from '../domain/description.ts'
import { folded } from '../domain/folding.ts'
import { plainLine } from '../domain/plain-text.ts'
import { isNamed } from '../domain/reference.ts'
import { calledBy, collectionOf, isCalled, type Nouns, nouns, type Territory } from '../domain/territory.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import type { Meanings } from './cells.ts'
import { type WordsMeant, wordsMeant } from './words.ts'

/** What a row of a file says of whom it is about. */
export interface Announced {
  readonly id: string | undefined
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * What two spellings of an id have in common when they are certainly the same: what one sees of it (see `plainLine`), spaces,
 * apostrophes and hyphens of any kind taken for one another, and whole numbers to which a table of numbers gave decimals
 * (`1.0`, `1,0`; three zeros may part thousands) without them. Case and accents tell ids apart.
 */
export function sameId(id: string): string {
  return plainLine(id)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/^(-?\d+)[.,](?!000$)0+$/, '$1')
}

/** Of spellings of one id the plainest comes first: the shortest, then by code units. */
export function bySpelling(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** What the cells of an import may call things: ids, names and other names of what the territory and the files hold. */
export class NameIndex implements Meanings {
  readonly #named: Readonly<Record<Named, NamesOfNoun>>
  #words: WordsMeant

  constructor(territory: Territory) {
    this.#words = wordsMeant(territory)
    const named = nouns.filter(isNamed).map((noun) => [noun, namesOver(noun, territory[collectionOf[noun]])])
    this.#named = Object.fromEntries(named)
  }

  /** From now on words are those of this territory. */
  update(territory: Territory): void {
    this.#words = wordsMeant(territory)
  }

  add(noun: Named, id: string, names: readonly string[]): void {
    this.#named[noun].add(id, names)
  }

  /** All that the rows of a file bring; whatever their order, everyone gets the same id. */
  announce(noun: Named, rows: readonly Announced[]): void {
    const named = this.#named[noun]
    const withId = rows.filter((row): row is Announced & { id: string } => row.id !== undefined)
    for (const { id, name, aliases } of withId.sort((a, b) => bySpelling(a.id, b.id))) {
      named.add(named.idMeant(id), [name, ...aliases])
    }
    const withoutId = rows.filter(({ id }) => id === undefined).sort((a, b) => bySpelling(a.name, b.name))
    const ids = withoutId.map(({ name }) => {
      const id = named.idOf(name)
      if (id !== null) named.add(id, [name])
      return id
    })
    // Who is called so goes before who is also called so.
    withoutId.forEach(({ aliases }, index) => {
      const id = ids[index] ?? null
      if (id !== null) named.add(id, aliases)
    })
  }

  named(noun: Named, cell: string): string | null {
    return this.#named[noun].meant(cell)
  }

  /** The id of what goes by this id or name. Null: several do; undefined: nothing does. */
  bearer(noun: Named, cell: string): string | null | undefined {
    return this.#named[noun].bearer(cell)
  }

  /** The id as who bears it spells it, see `sameId`; a new one as it stands. */
  idMeant(noun: Named, id: string): string {
    return this.#named[noun].idMeant(id)
  }

  /** The id of what goes by its name alone: that of who bears the name, else a new one made from it. Null: several bear it. */
  idOf(noun: Named, name: string): string | null {
    return this.#named[noun].idOf(name)
  }

  word(vocabulary: Vocabulary, cell: string): string | null {
    return this.#words(vocabulary, cell)
  }
}

/** Of each collection, what its facts are called: a territory of a hundred thousand actors is read against many times over. */
const calledIn = new WeakMap<object, NamesOfNoun>()

/** Names to which others can be added, above those of a collection. */
function namesOver<N extends Named>(noun: N, facts: ReadonlyMap<string, Nouns[Named]>): NamesOfNoun {
  let below = calledIn.get(facts)
  if (!below) {
    below = new NamesOfNoun()
    for (const [id, fact] of facts) below.add(id, namesOf(noun, fact))
    calledIn.set(facts, below)
  }
  return new NamesOfNoun(below)
}

class NamesOfNoun {
  /** Left as they are. */
  readonly #below: NamesOfNoun | undefined
  readonly #ids = new Set<string>()
  /** By `sameId`. Null: several are spelled so. */
  readonly #idBySpelling = new Map<string, string | null>()
  /** By folded name. Null: several bear it. */
  readonly #idByName = new Map<string, string | null>()
  /** How many ids were made from a slug. */
  readonly #madeFrom = new Map<string, number>()

  constructor(below?: NamesOfNoun) {
    this.#below = below
  }

  add(id: string, names: readonly string[]): void {
    this.#ids.add(id)
    const spelling = sameId(id)
    note(this.#idBySpelling, spelling, this.#spelled(spelling), id)
    for (const name of names.map(folded)) if (name !== '') note(this.#idByName, name, this.#called(name), id)
  }

  idMeant(id: string): string {
    return this.#has(id) ? id : (this.#spelled(sameId(id)) ?? id)
  }

  meant(cell: string): string | null {
    const id = this.bearer(cell)
    return id === undefined ? cell : id
  }

  bearer(cell: string): string | null | undefined {
    const id = this.idMeant(cell)
    return this.#has(id) ? id : this.#called(folded(cell))
  }

  idOf(name: string): string | null {
    const known = this.#called(folded(name))
    if (known !== undefined) return known
    const base = slug(name)
    // Goes on where the last one from this slug stopped: thousands of names may begin alike.
    let rank = this.#madeFrom.get(base) ?? 1
    while (this.#has(ranked(base, rank))) rank++
    this.#madeFrom.set(base, rank)
    return ranked(base, rank)
  }

  #has(id: string): boolean {
    if (this.#ids.has(id)) return true
    return this.#below ? this.#below.#has(id) : false
  }

  #spelled(spelling: string): string | null | undefined {
    const own = this.#idBySpelling.get(spelling)
    return own === undefined && this.#below ? this.#below.#spelled(spelling) : own
  }

  #called(name: string): string | null | undefined {
    const own = this.#idByName.get(name)
    return own === undefined && this.#below ? this.#below.#called(name) : own
  }
}

function note(ids: Map<string, string | null>, called: string, known: string | null | undefined, id: string): void {
  if (known === undefined) ids.set(called, id)
  else if (known !== id) ids.set(called, null)
}

function ranked(base: string, rank: number): string {
  return rank === 1 ? base : `${base}-${rank}`
}

function namesOf(noun: Named, fact: Nouns[Named]): readonly string[] {
  const field = isCalled(noun) ? calledBy[noun] : null
  const said = fact as unknown as Readonly<Record<string, string | undefined>>
  const name = field === null ? undefined : said[field]
  return [...(name === undefined ? [] : [name]), ...('aliases' in fact ? (fact.aliases ?? []) : [])]
}

/** « Lycée Pablo-Neruda » → lycee-pablo-neruda; '' when the name has neither letter nor digit. */
export function slug(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/œ/giu, 'oe').toLowerCase()
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).join('-').slice(0, 100)
}
