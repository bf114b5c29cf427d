import type { Perimeter } from '../domain/perimeter.ts'
import type { Actor, Territory, Tie } from '../domain/territory.ts'

/** What one wave of a territory says, with places for ids: actor i is the i-th of the territory, in the order of ids. */
export interface WaveReading {
  readonly territory: Territory
  readonly wave: string
  readonly actors: readonly Actor[]
  readonly placeOf: ReadonlyMap<string, number>
  /** 1 for the actors the wave speaks of. */
  readonly isNamed: Uint8Array
  readonly absent: Absent
  /** Declarations of the wave and their keys, in the order of the territory, and the places of their ends. */
  readonly keys: readonly string[]
  readonly ties: readonly Tie[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Actors of the territory that a wave does not speak of, by id, in their order. */
export interface Absent {
  /** Other waves do. */
  readonly otherWaves: readonly string[]
  /** No wave does: neither a roster nor a tie nor a participation. Empty in documents, which speak of them. */
  readonly noWave: readonly string[]
}

/**
 * Reads a wave once for all its perimeters.
 *
 * A survey speaks of its roster and of those named in it; documents of those named in them, and of those that no wave
 * names at all.
 */
export function readWave(territory: Territory, wave: string): WaveReading {
  const actors = [...territory.actors.values()]
  const placeOf = new Map(actors.map(({ id }, place) => [id, place]))
  const isNamed = new Uint8Array(actors.length)
  const isNamedElsewhere = new Uint8Array(actors.length)
  const name = (id: string, of: string) => {
    const place = placeOf.get(id)
    if (place !== undefined) (of === wave ? isNamed : isNamedElsewhere)[place] = 1
    return place
  }
  const said = { keys: [] as string[], ties: [] as Tie[], from: [] as number[], to: [] as number[] }
  for (const [key, tie] of territory.ties) {
    const from = name(tie.from, tie.wave)
    const to = name(tie.to, tie.wave)
    if (tie.wave !== wave || from === undefined || to === undefined) continue
    said.keys.push(key)
    said.ties.push(tie)
    said.from.push(from)
    said.to.push(to)
  }
  for (const participation of territory.participations.values()) name(participation.actor, participation.wave)
  for (const entry of territory.roster.values()) name(entry.actor, entry.wave)
  const { basis = 'survey' } = territory.waves.get(wave) ?? {}
  if (basis !== 'survey') {
    for (let place = 0; place < actors.length; place++) if (!isNamedElsewhere[place]) isNamed[place] = 1
  }
  const idsWhere = (isWanted: (place: number) => boolean) =>
    actors.flatMap(({ id }, place) => (!isNamed[place] && isWanted(place) ? [id] : []))
  const absent = {
    otherWaves: idsWhere((place) => isNamedElsewhere[place] === 1),
    noWave: idsWhere((place) => isNamedElsewhere[place] === 0),
  }
  return { territory, wave, actors, placeOf, isNamed, absent, ...said }
}

/** The actors that a perimeter keeps, as nodes. */
export interface Nodes {
  /** Ids by node number, in their order. */
  readonly ids: readonly string[]
  /** Node number by place; -1 for actors left out. */
  readonly at: Int32Array
}

export function nodesWithin({ actors, isNamed }: WaveReading, perimeter: Perimeter): Nodes {
  const ids: string[] = []
  const at = new Int32Array(actors.length).fill(-1)
  actors.forEach(({ id, inside, collective }, place) => {
    if (!isNamed[place] || (perimeter.actors === 'inside' && !inside) || (collective && !perimeter.collective)) return
    at[place] = ids.length
    ids.push(id)
  })
  return { ids, at }
}

/** The node of an actor; -1 when it is unknown or left out. */
export function nodeOf({ placeOf }: WaveReading, { at }: Nodes, id: string | undefined): number {
  return id === undefined ? -1 : (at[placeOf.get(id) ?? -1] ?? -1)
}

/** Nodes that take part in each space of a kind that counts, by space id; spaces nobody takes part in are left out. */
export function participantsOf(reading: WaveReading, nodes: Nodes, perimeter: Perimeter): Map<string, Set<number>> {
  const { territory, wave } = reading
  const kinds = new Set(perimeter.spaceKinds)
  const participants = new Map<string, Set<number>>()
  for (const participation of territory.participations.values()) {
    if (participation.wave !== wave) continue
    if (!kinds.has(territory.spaces.get(participation.space)?.kind ?? '')) continue
    const node = nodeOf(reading, nodes, participation.actor)
    if (node < 0) continue
    const seated = participants.get(participation.space)
    if (seated) seated.add(node)
    else participants.set(participation.space, new Set([node]))
  }
  return participants
}
