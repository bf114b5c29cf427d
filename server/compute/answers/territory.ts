import type { Territory } from '../../domain/territory.ts'
import type { Answer } from '../../wire/answer.ts'
import type { TerritoryWire } from '../../wire/territory.ts'

export function territoryToWire(territory: Territory): Answer<TerritoryWire> {
  const { id, revision } = territory
  return {
    id,
    revision,
    settings: [...territory.settings.values()],
    vocabulary: [...territory.vocabulary.values()],
    actors: [...territory.actors.values()],
    spaces: [...territory.spaces.values()],
    waves: [...territory.waves.values()],
    ties: [...territory.ties.values()],
    participations: [...territory.participations.values()],
    roster: [...territory.roster.values()],
  }
}
