import { type Graph, inducedSubgraph } from '../network/graph.ts'
import { type Case, unaskedBits } from './case.ts'
import { closureBeyondChance } from './closure-beyond-chance.ts'
import { ExternalTies, leastStayers, stayersOf } from './opening.ts'

/** A network among some actors, and who was never asked about each other. */
export interface Observed {
  readonly graph: Graph
  /** See `Constraints.unasked`. */
  readonly unasked: Uint8Array
}

/** The network of those who answered both waves, then and now. */
export interface Stayers {
  readonly before: Observed
  readonly now: Observed
}

/**
 * Where the same actors stood in the earlier wave and stand now: an arrow on the plane. Whoever came, left or was silent once is in neither, so that
 * it is they who moved and not the roster. M. Huisman, T. Snijders (2003), Statistical analysis of longitudinal network data with changing
 * composition, Sociological Methods & Research 32:253-287.
 */
export interface Trajectory {
  /** Actors inside that answered both times. */
  readonly stayers: number
  readonly before: Place
  readonly now: Place
}

export interface Place {
  /** Closure beyond chance among the stayers. */
  readonly cohesion: number | null
  /** Breadth × diversity of their ties out, 0..1; null without an actor outside. */
  readonly opening: number | null
}

/** Null without an earlier wave, where nobody was asked, or for fewer than twelve stayers. */
export function stayersIn(subject: Case): Stayers | null {
  const places = stayedPlaces(subject)
  if (!places || !subject.previous) return null
  return { before: observedAmong(subject.previous.case, places.before), now: observedAmong(subject, places.now) }
}

/** Null where there are no stayers, or no draws. `expected`: mean transitivity of networks of their degrees, then and now. */
export function trajectoryOf(
  subject: Case,
  expected: { readonly before: number; readonly now: number } | null,
): Trajectory | null {
  const places = stayedPlaces(subject)
  if (!places || !subject.previous || !expected) return null
  return {
    stayers: places.now.length,
    before: placeOf(subject.previous.case, places.before, expected.before),
    now: placeOf(subject, places.now, expected.now),
  }
}

export function observedAmong(subject: Case, nodes: readonly number[]): Observed {
  const sorted = nodes.toSorted((a, b) => a - b)
  const bits = unaskedBits(subject)
  return {
    graph: inducedSubgraph(subject.declared.graph, sorted),
    unasked: Uint8Array.from(sorted, (node) => bits[node]!),
  }
}

function stayedPlaces(subject: Case): { before: number[]; now: number[] } | null {
  const { previous } = subject
  if (!previous || subject.basis !== 'survey' || previous.case.basis !== 'survey') return null
  const now = stayersOf(subject)
  if (now.length < leastStayers) return null
  return { before: now.map((node) => previous.nodeOf[node]!), now }
}

function placeOf(subject: Case, stayers: readonly number[], expected: number): Place {
  const stayed = new Set(stayers)
  const opening = subject.outside.includes(1) ? new ExternalTies(subject, (node) => stayed.has(node)).openingOf() : null
  return {
    cohesion: closureBeyondChance(observedAmong(subject, stayers).graph, expected),
    opening: opening?.value ?? null,
  }
}
