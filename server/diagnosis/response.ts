import { type Case, countOf, observedDyads, vouching } from './case.ts'
import type { Thresholds } from './thresholds.ts'

/**
 * What the answers allow: everything; rankings with bands; composition and pairs of spheres, no word on an actor's closure; or coverage only.
 * R. Smith, J. Moody (2013), Structural effects of network sampling coverage I, Social Networks 35:652-668.
 */
export const gates = ['full', 'bands', 'composition', 'coverage', 'documents'] as const
export type Gate = (typeof gates)[number]

export interface DataQuality {
  readonly wave: string
  readonly basis: Case['basis']
  /** Kinds of tie that count; empty: one kind, without a name. */
  readonly relation: readonly string[]
  readonly previousWave: string | null
  readonly actors: number
  readonly inside: number
  readonly asked: number
  readonly answered: number
  /** Null in documents, or when nobody was asked. */
  readonly responseRate: number | null
  readonly observedDyads: number | null
  readonly gate: Gate
  /** Of the five actors that most others name, those that did not answer: each such gap lowers the gate by one level. */
  readonly missingTop: readonly string[]
  /** Chance that an end reports a tie, from ties both of whose ends answered; null: fewer than ten of them, or nobody says who reported. */
  readonly recall: number | null
  readonly ties: number
  /** Of them, those of known strength, and those of known last contact. */
  readonly withStrength: number
  readonly withDate: number
}

const leastDoubleReports = 10
const topActors = 5

export function dataQualityOf(subject: Case, thresholds: Thresholds): DataQuality {
  const { silent, asked, declared } = subject
  const askedCount = countOf(asked)
  const answeredCount = countOf(asked.map((flag, node) => (flag && !silent[node] ? 1 : 0)))
  const survey = subject.basis === 'survey'
  const rate = survey && askedCount > 0 ? answeredCount / askedCount : null
  const missingTop = rate === null ? [] : missingTopOf(subject)
  return {
    wave: subject.wave,
    basis: subject.basis,
    relation: subject.relation,
    previousWave: subject.previous?.case.wave ?? null,
    actors: subject.actors.length,
    inside: subject.actors.length - countOf(subject.outside),
    asked: askedCount,
    answered: answeredCount,
    responseRate: rate,
    observedDyads: survey ? observedDyads(subject) : null,
    gate: survey ? gateOf(rate, missingTop.length > 0, thresholds) : 'documents',
    missingTop: missingTop.map((node) => subject.actors[node] as string),
    recall: survey ? recallOf(subject) : null,
    ties: declared.graph.edgeCount,
    withStrength: knownOf(declared.strength),
    withDate: knownOf(declared.vitality),
  }
}

/** Whether the answers reach a level: `reaches('bands', 'composition')`. */
export function reaches(gate: Gate, least: Exclude<Gate, 'documents'>): boolean {
  return gate !== 'documents' && gates.indexOf(gate) <= gates.indexOf(least)
}

function gateOf(rate: number | null, missesTop: boolean, thresholds: Thresholds): Gate {
  if (rate === null) return 'coverage'
  const levels = ['full', 'bands', 'composition'] as const
  const reached = levels.findIndex((level) => rate >= thresholds[`response.${level}`])
  if (reached < 0) return 'coverage'
  // What a central actor would have said weighs more than its share; below composition there is nothing to fall to.
  return levels[missesTop ? Math.min(reached + 1, 2) : reached] ?? 'coverage'
}

/** Nodes among the five that most respondents name which were asked and did not answer. */
function missingTopOf({ silent, asked, declared }: Case): number[] {
  const { graph, vouched } = declared
  const named = new Int32Array(graph.nodeCount)
  for (let e = 0; e < graph.edgeCount; e++) {
    if (vouched[e]! & vouching.source) named[graph.targets[e]!]!++
    if (vouched[e]! & vouching.target) named[graph.sources[e]!]!++
  }
  const candidates = [...asked.keys()].filter((node) => asked[node] && named[node]! > 0)
  candidates.sort((a, b) => named[b]! - named[a]! || a - b)
  return candidates.slice(0, topActors).filter((node) => silent[node])
}

/**
 * q = 2c / (1 + c), c the share confirmed among ties between respondents that one of them reports: of a tie both ends report independently
 * with chance q, q² are confirmed and 1 − (1 − q)² are seen.
 */
function recallOf(subject: Case): number | null {
  const { confirmed, single } = doubleReports(subject)
  const seen = confirmed + single
  if (seen < leastDoubleReports) return null
  const share = confirmed / seen
  return (2 * share) / (1 + share)
}

/** Ties between two who answered, by how many of them told; none where the data do not say who did. */
export function doubleReports({ silent, declared, namesReporters }: Case): { confirmed: number; single: number } {
  const { graph, vouched } = declared
  let confirmed = 0
  let single = 0
  for (let e = 0; namesReporters && e < graph.edgeCount; e++) {
    if (silent[graph.sources[e]!] || silent[graph.targets[e]!] || vouched[e]! & vouching.elsewhere) continue
    if (vouched[e] === (vouching.source | vouching.target)) confirmed++
    else single++
  }
  return { confirmed, single }
}

function knownOf(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
}
