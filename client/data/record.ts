import type { TerritoryWire } from '#wire/territory.ts'

export type Actor = TerritoryWire['actors'][number]
export type Space = TerritoryWire['spaces'][number]
export type Wave = TerritoryWire['waves'][number]
export type Tie = TerritoryWire['ties'][number]
export type Participation = TerritoryWire['participations'][number]
export type RosterEntry = TerritoryWire['roster'][number]
export type Confidence = NonNullable<Tie['confidence']>
export type Vocabulary = TerritoryWire['vocabulary'][number]['vocabulary']

/** A territory as screens look things up in it. */
export interface TerritoryRecord {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly fictitious: boolean
  readonly settings: ReadonlyMap<string, string | number | boolean>
  readonly actors: ReadonlyMap<string, Actor>
  readonly spaces: ReadonlyMap<string, Space>
  /** Latest first. */
  readonly waves: readonly Wave[]
  /** By the key the networks name declarations with: JSON of [wave, kind, from, to, reporter]. */
  readonly ties: ReadonlyMap<string, Tie>
  readonly tiesOfActor: ReadonlyMap<string, readonly Tie[]>
  readonly participations: readonly Participation[]
  readonly participationsOfActor: ReadonlyMap<string, readonly Participation[]>
  readonly participationsOfSpace: ReadonlyMap<string, readonly Participation[]>
  readonly roster: readonly RosterEntry[]
  readonly vocabulary: TerritoryWire['vocabulary']
}

export function recordOf(wire: TerritoryWire): TerritoryRecord {
  const settings = new Map(wire.settings.map(({ key, value }) => [key, value]))
  const waves = [...wire.waves].sort((a, b) => compare(b.date, a.date) || compare(b.id, a.id))
  return {
    id: wire.id,
    revision: wire.revision,
    name: nameOf(wire.id, { name: settings.get('name'), fictitious: settings.get('fictitious') }),
    fictitious: settings.get('fictitious') === true,
    settings,
    actors: new Map(wire.actors.map((actor) => [actor.id, actor])),
    spaces: new Map(wire.spaces.map((space) => [space.id, space])),
    waves,
    ties: new Map(wire.ties.map((tie) => [tieKey(tie), tie])),
    tiesOfActor: groupedBy(wire.ties, (tie) => (tie.from === tie.to ? [tie.from] : [tie.from, tie.to])),
    participations: wire.participations,
    participationsOfActor: groupedBy(wire.participations, ({ actor }) => [actor]),
    participationsOfSpace: groupedBy(wire.participations, ({ space }) => [space]),
    roster: wire.roster,
    vocabulary: wire.vocabulary,
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

export function tieKey({ wave, kind, from, to, reporter }: Tie): string {
  return JSON.stringify([wave, kind, from, to, reporter])
}

function groupedBy<T>(facts: readonly T[], keysOf: (fact: T) => readonly string[]): Map<string, T[]> {
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

/** Code-point order, as the API sorts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
