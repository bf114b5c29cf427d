import { belongsTo } from '../domain/composition.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Chair } from '../domain/territory.ts'
import { farPairs } from './empty-chairs.ts'
import { type KnownTies, partnersOf } from './known-ties.ts'

/** An actor that others name and that is on no list: neither asked by the survey nor invited. */
export interface Unlisted {
  readonly actor: string
  /** It could take a critical chair still empty. */
  readonly critical: boolean
  readonly nominators: readonly string[]
  /** Effective number of the nominators' spheres, 1 / Σ p² (Hill 1973, order 2): from 1 to the number of spheres. */
  readonly effectiveSpheres: number
  /** Largest strength of a tie with a nominator; null: unknown. */
  readonly strength: number | null
  /** Pairs of nominators more than two steps apart without it. */
  readonly bridging: number
}

/**
 * Actors named and not listed, in lexicographic order: critical chairs still empty, distinct nominators, bridging value, then ids. None in documents, where
 * nobody reports.
 *
 * @param listed ids of the invitees
 * @param emptyCritical critical categories that nobody covers
 */
export function unlistedActors(
  known: KnownTies,
  listed: readonly string[],
  emptyCritical: readonly Chair[],
): Unlisted[] {
  const { actors, namedBy, status } = known
  const invited = new Set(listed)
  const unlisted: Unlisted[] = []
  actors.forEach((actor, node) => {
    const nominators = namedBy[node]!
    const isAsked = status[node] !== null && status[node] !== 'named_only'
    if (nominators.length === 0 || isAsked || invited.has(actor.id)) return
    unlisted.push({
      actor: actor.id,
      critical: emptyCritical.some((category) => belongsTo(actor, category)),
      nominators: nominators.map((nominator) => actors[nominator]!.id),
      effectiveSpheres: effectiveNumber(nominators.map((nominator) => actors[nominator]!.sphere)),
      strength: strongest(known, node, nominators),
      bridging: farPairs(known, nominators, node),
    })
  })
  return unlisted.sort(
    (a, b) =>
      Number(b.critical) - Number(a.critical) ||
      b.nominators.length - a.nominators.length ||
      b.bridging - a.bridging ||
      compareText(a.actor, b.actor),
  )
}

/** An actor that was asked and did not answer. */
export interface NonRespondent {
  readonly actor: string
  readonly nominators: readonly string[]
  /** Spheres of those who name it, in the order of words. */
  readonly spheres: readonly string[]
  /** Dyads nobody has told of that its answer would open: the other actors that did not answer, and none outside if it is outside itself. */
  readonly dyadsOpened: number
}

/** Those least named first, whose answer teaches most about who is isolated (see `whomToAsk`), then by dyads opened, then ids. None in documents. */
export function nonRespondents(known: KnownTies): NonRespondent[] {
  const { basis, actors, namedBy, status, graph } = known
  if (basis !== 'survey') return []
  // Whoever the wave speaks of and has not answered; actors it does not speak of open nothing.
  const quiet = [...actors.keys()].filter(
    (node) =>
      status[node] !== 'answered' &&
      (status[node] !== null || namedBy[node]!.length > 0 || partnersOf(graph, node).length > 0),
  )
  const inside = quiet.filter((node) => actors[node]!.inside).length
  return quiet
    .filter((node) => status[node] === 'asked' || status[node] === 'declined')
    .map((node) => ({
      actor: actors[node]!.id,
      nominators: namedBy[node]!.map((nominator) => actors[nominator]!.id),
      spheres: [...new Set(namedBy[node]!.map((nominator) => actors[nominator]!.sphere))].sort(compareText),
      dyadsOpened: actors[node]!.inside ? quiet.length - 1 : inside,
    }))
    .sort(
      (a, b) =>
        a.nominators.length - b.nominators.length || b.dyadsOpened - a.dyadsOpened || compareText(a.actor, b.actor),
    )
}

/** For each actor that answered, those it names of whom the survey had no line: names that people wrote down, since no list showed them. Empty lists included. */
export function offRosterLists({ actors, namedBy, status }: KnownTies): string[][] {
  const lists = new Map<number, string[]>()
  for (const node of actors.keys()) if (status[node] === 'answered') lists.set(node, [])
  actors.forEach(({ id }, node) => {
    if (status[node] !== null && status[node] !== 'named_only') return
    for (const nominator of namedBy[node]!) lists.get(nominator)?.push(id)
  })
  return [...lists.values()]
}

/** 1 / Σ p² of the shares of each word. */
function effectiveNumber(words: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0)
  return (words.length * words.length) / squares
}

function strongest({ graph, strength }: KnownTies, node: number, nominators: readonly number[]): number | null {
  const { offsets, neighbors, edges } = graph.out
  const isNominator = new Set(nominators)
  let most = 0
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const value = strength[edges[i]!]!
    if (isNominator.has(neighbors[i]!) && value > most) most = value
  }
  return most === 0 ? null : most
}
