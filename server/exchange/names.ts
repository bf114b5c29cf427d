import { folded } from '../territory/folding.ts'
import type { Actor, Space, Territory, Vocabulary } from '../territory/territory.ts'
import type { Meanings } from './cells.ts'
import { wordMeant } from './words.ts'

type Named = 'actor' | 'space' | 'wave'

/** What the cells of an import may call things: ids, names and other names of what the territory and the files hold. */
export class Names implements Meanings {
  readonly #ids: Readonly<Record<Named, Set<string>>> = { actor: new Set(), space: new Set(), wave: new Set() }
  readonly #idsByName: Readonly<Record<Named, Map<string, Set<string>>>> = {
    actor: new Map(),
    space: new Map(),
    wave: new Map(),
  }
  readonly #words = new Map<string, string | null>()
  #territory: Territory

  constructor(territory: Territory) {
    this.#territory = territory
    for (const actor of territory.actors.values()) this.add('actor', actor.id, namesOf(actor))
    for (const space of territory.spaces.values()) this.add('space', space.id, namesOf(space))
    for (const wave of territory.waves.values()) this.add('wave', wave.id, [wave.label])
  }

  /** From now on words are those of this territory. */
  update(territory: Territory): void {
    this.#territory = territory
    this.#words.clear()
  }

  add(noun: Named, id: string, names: readonly string[]): void {
    this.#ids[noun].add(id)
    for (const name of names.map(folded)) {
      const ids = this.#idsByName[noun].get(name)
      if (ids) ids.add(id)
      else if (name !== '') this.#idsByName[noun].set(name, new Set([id]))
    }
  }

  named(noun: Named, cell: string): string | null {
    if (this.#ids[noun].has(cell)) return cell
    const [id, another] = this.#idsByName[noun].get(folded(cell)) ?? []
    return another === undefined ? (id ?? cell) : null
  }

  /** The id of what goes by its name alone: that of who bears the name, else a new one made from it. Null: several bear it. */
  idOf(noun: Named, name: string): string | null {
    const [id, another] = this.#idsByName[noun].get(folded(name)) ?? []
    if (another !== undefined) return null
    if (id !== undefined) return id
    const base = slug(name)
    let free = base
    for (let rank = 2; this.#ids[noun].has(free); rank++) free = `${base}-${rank}`
    return free
  }

  word(vocabulary: Vocabulary, cell: string): string | null {
    const key = `${vocabulary} ${cell}`
    let word = this.#words.get(key)
    if (word === undefined) {
      word = wordMeant(this.#territory, vocabulary, cell)
      this.#words.set(key, word)
    }
    return word
  }
}

function namesOf(named: Actor | Space): string[] {
  return 'aliases' in named && named.aliases ? [named.name, ...named.aliases] : [named.name]
}

/** « Lycée Pablo-Neruda » → lycee-pablo-neruda; '' when the name has neither letter nor digit. */
export function slug(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/œ/giu, 'oe').toLowerCase()
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).join('-').slice(0, 100)
}
