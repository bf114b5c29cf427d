import { apply, type Change } from '../../domain/change.ts'
import { collectionOf, identityOf, type Noun, type Nouns, type Territory } from '../../domain/territory.ts'

/** A fact of the territory that the files would have if it still stood. */
export interface MissingFact {
  readonly noun: Noun
  readonly key: string
  /** What to know it by: its name, or those of whom it joins. */
  readonly names: readonly string[]
}

export interface Missing {
  readonly facts: readonly MissingFact[]
  /** What removes them. */
  readonly removals: readonly Change[]
  /** Missing too, and named by what stays: they stay. */
  readonly used: number
}

/**
 * What a territory holds and tables in our own format, an export that somebody edited, do not: of the nouns that have a table there, in the waves that it speaks of.
 * @param stated what the rows state, by noun and key
 */
export function missingFacts(
  territory: Territory,
  changes: readonly Change[],
  nouns: ReadonlySet<Noun>,
  stated: ReadonlySet<string>,
): Missing {
  const waves = new Set([...stated].flatMap((fact) => waveOf(territory, fact)))
  let candidates = removable
    .filter((noun) => nouns.has(noun))
    .flatMap((noun) =>
      [...(territory[collectionOf[noun]] as ReadonlyMap<string, Nouns[(typeof removable)[number]]>)]
        .filter(([key, fact]) => !stated.has(`${noun} ${key}`) && (!('wave' in fact) || waves.has(String(fact.wave))))
        .map(([key, fact]) => ({ noun, key, fact })),
    )
  const missing = candidates.length
  for (;;) {
    const removals = candidates.map(({ noun, fact }) => ({ remove: noun, identity: identityOf(noun, fact) }) as Change)
    const applied = candidates.length === 0 ? null : apply(territory, [...changes, ...removals])
    if (applied === null || applied.ok) {
      const facts = candidates.map(({ noun, key, fact }) => ({ noun, key, names: namesOf(territory, fact) }))
      return { facts, removals, used: missing - candidates.length }
    }
    const standing = new Set(applied.refusals.map(({ index }) => index - changes.length))
    candidates = candidates.filter((_, place) => !standing.has(place))
    // What is refused of the changes themselves no removal could mend.
    if ([...standing].every((place) => place < 0)) candidates = []
  }
}

/** What people keep in tables of their own making; settings, words, notes and guests are another matter. */
const removable = ['actor', 'space', 'tie', 'participation', 'roster'] as const

function waveOf(territory: Territory, fact: string): string[] {
  const noun = removable.find((one) => fact.startsWith(`${one} `))
  if (!noun) return []
  const known = territory[collectionOf[noun]].get(fact.slice(noun.length + 1))
  return known && 'wave' in known ? [String(known.wave)] : []
}

function namesOf({ actors, spaces }: Territory, fact: object): string[] {
  const said = new Map(Object.entries(fact))
  const name = said.get('name')
  if (typeof name === 'string') return [name]
  const named = ['from', 'to', 'actor', 'space'].map((field) => said.get(field)).filter((id) => typeof id === 'string')
  return named.map((id) => actors.get(id)?.name ?? spaces.get(id)?.name ?? id)
}
