import type { Territory } from '../domain/territory.ts'
import { defaultVocabulary } from '../domain/vocabulary.ts'
import { hues, type Look, lookOf, othersLook } from './appearance.ts'

/** What hues and shapes tell apart. */
export const colorings = ['sphere', 'type', 'community', 'place'] as const
export type Coloring = (typeof colorings)[number]

/** One line of the legend: what its actors have in common and how they look. */
export interface Category {
  /** As the address names it when its actors are hidden. */
  readonly id: string
  readonly kind: CategoryKind
  readonly look: Look
}

/**
 * What a category stands for: a word of the territory, a place, a community (`name`: its actor with most partners),
 * actors without any community, or all that found no hue.
 */
export type CategoryKind =
  | { readonly of: 'sphere' | 'type'; readonly word: string }
  | { readonly of: 'place'; readonly inside: boolean }
  | { readonly of: 'community'; readonly around: string }
  | { readonly of: 'alone' }
  | { readonly of: 'others'; readonly words: readonly string[] }

export interface Categories {
  /** In the order of the legend. */
  readonly list: readonly Category[]
  readonly categoryOf: (actor: string) => Category
}

type Actors = Pick<Territory, 'actors'>

const others = '*others'
const alone = '*alone'

/**
 * The categories of a colouring: at most eight with a hue of their own, then « others ».
 *
 * Words of the default vocabulary keep the hue of their rank in it, so that a sphere looks alike in every territory;
 * which words get a hue depends on the whole territory, so that no perimeter or wave changes a colour.
 */
export function categoriesOf(record: Actors, coloring: Exclude<Coloring, 'community'>): Categories {
  if (coloring === 'place') return placeCategories(record)
  const defaultWords: readonly string[] = defaultVocabulary[coloring === 'type' ? 'actorType' : 'sphere']
  const counts = new Map<string, number>()
  for (const actor of record.actors.values()) counts.set(actor[coloring], (counts.get(actor[coloring]) ?? 0) + 1)
  const byCount = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || rank(defaultWords, a) - rank(defaultWords, b),
  )
  const kept = byCount.length <= hues.length ? byCount : byCount.slice(0, hues.length)
  const looks = looksOf(kept, defaultWords)
  const list: Category[] = kept.map((word) => ({
    id: word,
    kind: { of: coloring, word },
    look: looks.get(word) ?? othersLook,
  }))
  const rest = byCount.slice(kept.length)
  const last: Category = { id: others, kind: { of: 'others', words: rest }, look: othersLook }
  if (rest.length > 0) list.push(last)
  const byWord = new Map(list.map((category) => [category.id, category]))
  return { list, categoryOf: (actor) => byWord.get(record.actors.get(actor)?.[coloring] ?? '') ?? last }
}

/** Communities by size, each named after its member with most ties; those of one actor are « alone ». */
export function communityCategories(
  actors: readonly string[],
  communityOf: readonly (number | null)[],
  degrees: readonly number[],
): Categories {
  const members = new Map<number, number[]>()
  communityOf.forEach((community, node) => {
    if (community === null) return
    const group = members.get(community)
    if (group) group.push(node)
    else members.set(community, [node])
  })
  const groups = [...members.values()].filter((group) => group.length > 1).sort((a, b) => b.length - a.length)
  const byActor = new Map<string, Category>()
  const join = (group: readonly number[], category: Category) => {
    for (const node of group) byActor.set(actors[node] ?? '', category)
    return category
  }
  const list = groups.slice(0, hues.length).map((group, slot) => {
    const center = group.reduce((best, node) => ((degrees[node] ?? 0) > (degrees[best] ?? 0) ? node : best))
    const around = actors[center] ?? ''
    return join(group, { id: around, kind: { of: 'community', around }, look: lookOf(slot) })
  })
  const rest = groups.slice(hues.length).flat()
  if (rest.length > 0) list.push(join(rest, { id: others, kind: { of: 'others', words: [] }, look: othersLook }))
  const single: Category = { id: alone, kind: { of: 'alone' }, look: othersLook }
  if (byActor.size < actors.length) list.push(single)
  return { list, categoryOf: (actor) => byActor.get(actor) ?? single }
}

function placeCategories(record: Actors): Categories {
  const inside: Category = { id: 'inside', kind: { of: 'place', inside: true }, look: lookOf(0) }
  const outside: Category = { id: 'outside', kind: { of: 'place', inside: false }, look: lookOf(1) }
  return { list: [inside, outside], categoryOf: (actor) => (record.actors.get(actor)?.inside ? inside : outside) }
}

/** Default words take the slot of their rank when it has a hue, all others what is left. */
function looksOf(words: readonly string[], defaultWords: readonly string[]): Map<string, Look> {
  const slotOf = new Map<string, number>()
  for (const word of words) {
    if (rank(defaultWords, word) < hues.length) slotOf.set(word, rank(defaultWords, word))
  }
  const taken = new Set(slotOf.values())
  const free = hues.map((_, slot) => slot).filter((slot) => !taken.has(slot))
  for (const word of words) {
    if (!slotOf.has(word)) slotOf.set(word, free.shift() ?? hues.length)
  }
  return new Map([...slotOf].map(([word, slot]) => [word, lookOf(slot)]))
}

function rank(words: readonly string[], word: string): number {
  const index = words.indexOf(word)
  return index === -1 ? words.length : index
}
