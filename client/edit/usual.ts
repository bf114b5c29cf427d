import { defaultComposition } from '#domain/composition.ts'
import type { Territory } from '#domain/territory.ts'
import { defaultVocabulary } from '#domain/vocabulary.ts'

/** The sphere that actors of a type are in: here, most often; else by the method; null: nobody says. */
export function usualSphere({ actors }: Pick<Territory, 'actors'>, type: string): string | null {
  const here = [...actors.values()].filter((actor) => actor.type === type).map(({ sphere }) => sphere)
  const byMethod = defaultComposition.categories.find(({ types }) => types.includes(type))?.sphere
  return mostFrequent(here) ?? (type === 'autre' ? null : (byMethod ?? null))
}

/** The kind that most ties are of. */
export function usualTieKind({ ties }: Pick<Territory, 'ties'>): string {
  return mostFrequent([...ties.values()].map(({ kind }) => kind)) ?? defaultVocabulary.tieKind[1]
}

/** Of several as frequent, the first. */
function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let best: string | null = null
  for (const [word, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = word
  return best
}
