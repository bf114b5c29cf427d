import { collectionOf, nouns, type Territory } from '../domain/territory.ts'
import type { Answer } from '../wire/answer.ts'
import type { TerritoryWire } from '../wire/territory.ts'

export function territoryToWire(territory: Territory): Answer<TerritoryWire> {
  const { id, revision } = territory
  const lists = nouns.map((noun) => [collectionOf[noun], [...territory[collectionOf[noun]].values()]])
  return { id, revision, ...Object.fromEntries(lists) }
}
