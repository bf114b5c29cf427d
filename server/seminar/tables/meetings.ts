import { compareText } from '../../domain/perimeter.ts'
import type { Person, Route } from './request.ts'

/** Two actors whose people shared tables. */
export interface Meeting {
  /** In the order of ids. */
  readonly actors: readonly [string, string]
  /** Rounds in which they did, ascending; once a round, however many people of each. */
  readonly rounds: readonly number[]
}

/** Who met whom, as actors, in the order of ids: what dated ties are made of once a seminar is over. People of one actor make none. */
export function meetingsOf(people: readonly Person[], routes: readonly Route[]): Meeting[] {
  const actorOf = new Map(people.map(({ id, actor }) => [id, actor]))
  const rounds = new Map<string, { actors: [string, string]; rounds: Set<number> }>()
  const seated = new Map<string, { round: number; actors: Set<string> }>()
  for (const { person, tables } of routes) {
    const actor = actorOf.get(person)
    if (actor === undefined) continue
    tables.forEach((table, round) => {
      if (table === null) return
      const key = JSON.stringify([round, table])
      const at = seated.get(key) ?? { round, actors: new Set() }
      at.actors.add(actor)
      seated.set(key, at)
    })
  }
  for (const { round, actors } of seated.values()) {
    const ordered = [...actors].sort(compareText)
    ordered.forEach((a, i) => {
      for (const b of ordered.slice(i + 1)) {
        const key = JSON.stringify([a, b])
        const pair = rounds.get(key) ?? { actors: [a, b], rounds: new Set<number>() }
        pair.rounds.add(round)
        rounds.set(key, pair)
      }
    })
  }
  return [...rounds.values()]
    .map((pair) => ({ actors: pair.actors, rounds: [...pair.rounds].sort((a, b) => a - b) }))
    .sort((a, b) => compareText(a.actors[0], b.actors[0]) || compareText(a.actors[1], b.actors[1]))
}
