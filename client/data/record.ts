import { wavesLatestFirst } from '#domain/perimeter.ts'
import { type Facts, type Participation, type Territory, type Tie, territoryOf, type Wave } from '#domain/territory.ts'

/** A territory as screens look things up in it. */
export interface TerritoryRecord extends Territory {
  readonly name: string
  readonly fictitious: boolean
  readonly latestFirst: readonly Wave[]
  readonly tiesOfActor: ReadonlyMap<string, readonly Tie[]>
  readonly participationsOfActor: ReadonlyMap<string, readonly Participation[]>
  readonly participationsOfSpace: ReadonlyMap<string, readonly Participation[]>
}

export function recordOf(facts: Facts & Pick<Territory, 'id' | 'revision'>): TerritoryRecord {
  return recordOfTerritory(territoryOf(facts))
}

export function recordOfTerritory(territory: Territory): TerritoryRecord {
  const [name, fictitious] = ['name', 'fictitious'].map((key) => territory.settings.get(key)?.value)
  return {
    ...territory,
    name: nameOf(territory.id, { name, fictitious }),
    fictitious: fictitious === true,
    latestFirst: wavesLatestFirst(territory),
    tiesOfActor: groupedBy(territory.ties.values(), ({ from, to }) => (from === to ? [from] : [from, to])),
    participationsOfActor: groupedBy(territory.participations.values(), ({ actor }) => [actor]),
    participationsOfSpace: groupedBy(territory.participations.values(), ({ space }) => [space]),
  }
}

/** The name of a territory: its setting, else its id. A fictitious one wears a tag, which spares it the same remark in brackets. */
export function nameOf(
  id: string,
  { name, fictitious }: { readonly name?: unknown; readonly fictitious?: unknown },
): string {
  if (typeof name !== 'string' || name === '') return id
  return fictitious === true ? name.replace(/ \([^)]*\)$/, '') : name
}

function groupedBy<T>(facts: Iterable<T>, keysOf: (fact: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const group = groups.get(key)
      if (group) group.push(fact)
      else groups.set(key, [fact])
    }
  }
  return groups
}
