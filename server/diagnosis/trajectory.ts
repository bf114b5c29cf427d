import { distancesTo, globalEfficiency } from '../analysis/distances.ts'
import { inducedSubgraph } from '../network/graph.ts'
import type { Case } from './case.ts'
import { ExternalTies, leastStayers, stayersOf } from './opening.ts'

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
  /** Global efficiency among the stayers, 0..1. */
  readonly cohesion: number | null
  /** Breadth × diversity of their ties out, 0..1; null without an actor outside. */
  readonly opening: number | null
}

/** Null without an earlier wave, where nobody was asked, or for fewer than twelve stayers. */
export function trajectoryOf(subject: Case): Trajectory | null {
  const { previous } = subject
  if (!previous || subject.basis === 'documents' || previous.case.basis === 'documents') return null
  const now = stayersOf(subject)
  if (now.length < leastStayers) return null
  return {
    stayers: now.length,
    before: placeOf(
      previous.case,
      now.map((node) => previous.nodeOf[node]!),
    ),
    now: placeOf(subject, now),
  }
}

function placeOf(subject: Case, stayers: readonly number[]): Place {
  const stayed = new Set(stayers)
  const among = inducedSubgraph(
    subject.declared.graph,
    stayers.toSorted((a, b) => a - b),
  )
  const opening = subject.outside.includes(1) ? new ExternalTies(subject, (node) => stayed.has(node)).openingOf() : null
  return {
    cohesion: globalEfficiency(distancesTo(among.out, among.out), among.nodeCount),
    opening: opening?.value ?? null,
  }
}
