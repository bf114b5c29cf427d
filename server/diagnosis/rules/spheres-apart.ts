import { randomStream } from '../../analysis/random.ts'
import type { Case } from '../case.ts'
import { type Finding, findingOf, measured, type Reason, type TieEvidence } from '../finding.ts'
import { type LabelTest, labelTest } from '../statistics/labels.ts'
import { holm } from '../statistics/multiplicity.ts'
import type { Thresholds } from '../thresholds.ts'
import { isColumn } from './excluded-spheres.ts'

/** A sphere and how its actors are tied to those of all others. */
export interface SphereApart {
  readonly sphere: number
  /** Mean over its actors that answered of the share of the actors of other spheres they are tied to. */
  readonly mean: number
  /** Share of its actors asked who answered. */
  readonly response: number | null
  /**
   * What it is held against: the same share among the other spheres alone, since what they share with it is low on both sides when it is kept apart, as a
   * mean over their actors; where places are recorded, what the labels dealt anew within them give, since the few others of a place that is nearly all one
   * sphere's say little.
   */
  readonly expected: number
  /** Null where the data cannot tell, and why. */
  readonly test: LabelTest | null
  readonly reason: Reason | null
}

/**
 * Whether the actors of a sphere have fewer partners in other spheres than those of these spheres have among themselves, whatever their degrees: fewer
 * ties is how a sphere is kept apart. Labels of the sphere are dealt anew over the actors inside that answered, within places where those are recorded.
 * Of two spheres each has as few partners in the other: neither is judged.
 */
export function testSpheresApart(
  subject: Case,
  thresholds: Thresholds,
  placesMissing: boolean,
  draws: number,
  stream: string,
): SphereApart[] {
  const { spheres, outside, silent, asked, places } = subject
  const inside = [...subject.actors.keys()].filter((node) => !outside[node] && spheres.groupOf[node]! >= 0)
  const judged = inside.filter((node) => !silent[node])
  const sizes = new Int32Array(spheres.names.length)
  for (const node of inside) sizes[spheres.groupOf[node]!]!++
  const present = [...sizes.keys()].filter((sphere) => sizes[sphere]! > 0)
  return present.map((sphere): SphereApart => {
    const members = inside.filter((node) => spheres.groupOf[node] === sphere)
    const answering = members.filter((node) => !silent[node])
    const shares = new Map(judged.map((node) => [node, shareElsewhere(subject, node, sphere, inside.length, sizes)]))
    const sumOver = (nodes: readonly number[]) => nodes.reduce((total, node) => total + (shares.get(node) ?? 0), 0)
    const wereAsked = members.filter((node) => asked[node])
    const sum = sumOver(answering)
    const response = wereAsked.length > 0 ? wereAsked.filter((node) => !silent[node]).length / wereAsked.length : null
    const others = judged.filter((node) => spheres.groupOf[node] !== sphere)
    const seen = { sphere, mean: answering.length > 0 ? sum / answering.length : 0, expected: 0, response }
    const cannot = (reason: Reason) => ({ ...seen, test: null, reason })
    if (present.length < 3) return cannot('two_spheres')
    if (judged.length < thresholds['apart.leastActors']) return cannot('too_small')
    if (answering.length < thresholds['apart.leastMembers']) return cannot('too_small')
    if (response === null || response < thresholds['group.leastResponse']) return cannot('group_response')
    const strata = Map.groupBy(judged, (node) => (places ? places.groupOf[node]! : 0))
    const test = labelTest(
      [...strata.values()].map((nodes) => ({
        values: nodes.map((node) => shares.get(node) ?? 0),
        labelled: nodes.filter((node) => spheres.groupOf[node] === sphere).length,
      })),
      sum,
      draws,
      randomStream(`${stream}:${sphere}`),
    )
    // However far apart it is, so few ways to deal its label could not tell.
    if (present.length / test.labelings > thresholds['apart.level'])
      return cannot(places ? 'alone_in_place' : 'too_small')
    const expected = places || others.length === 0 ? test.expected : sumOver(others) / others.length
    if (placesMissing && isApart(seen.mean, expected, thresholds)) return cannot('places_unknown')
    return { ...seen, expected, test, reason: null }
  })
}

/** Of the actors of spheres that are neither the node's own nor the one judged, the share it is tied to. */
function shareElsewhere(
  { all, spheres, outside }: Case,
  node: number,
  judged: number,
  inside: number,
  sizes: Int32Array,
): number {
  const { offsets, neighbors } = all.graph.out
  const own = spheres.groupOf[node]!
  let partners = 0
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const partner = neighbors[i]!
    const sphere = spheres.groupOf[partner]!
    if (!outside[partner] && sphere >= 0 && sphere !== own && sphere !== judged) partners++
  }
  const others = inside - sizes[own]! - (own === judged ? 0 : sizes[judged]!)
  return others === 0 ? 0 : partners / others
}

function isApart(mean: number, expected: number, thresholds: Thresholds): boolean {
  return mean <= thresholds['apart.mostRatio'] * expected
}

export interface ApartJudgement extends SphereApart {
  readonly q: number
  readonly status: 'signal' | 'none' | 'insufficient'
}

/** Fewer than the labels dealt anew give, Holm over the spheres tested, and at most so many times what is expected. */
export function judgeSpheresApart(tested: readonly SphereApart[], thresholds: Thresholds): ApartJudgement[] {
  const adjusted = holm(tested.flatMap(({ test }) => (test ? [test.p] : [])))
  let next = 0
  return tested.map((sphere) => {
    if (!sphere.test) return { ...sphere, q: 1, status: 'insufficient' }
    const q = adjusted[next++]!
    const holds = q <= thresholds['apart.level'] && isApart(sphere.mean, sphere.expected, thresholds)
    return { ...sphere, q, status: holds ? 'signal' : 'none' }
  })
}

export function sphereApartFinding(subject: Case, judgement: ApartJudgement, stream: string): Finding {
  const { sphere, mean, expected, response, test, reason, q, status } = judgement
  const reference = subject.places ? 'labels' : 'labels_anywhere'
  return findingOf('sphere_kept_apart', status, {
    sphere: subject.spheres.names[sphere]!,
    by: isColumn(subject) ? 'column' : 'sphere',
    reason,
    response,
    reference,
    dims: test
      ? [
          measured('elsewhere', mean, {
            expected,
            p: test.p,
            q,
            null: reference,
            draws: test.draws,
            seed: test.draws > 0 ? `${stream}:${sphere}` : '',
          }),
        ]
      : [],
    ties: status === 'signal' ? tiesElsewhere(subject, sphere) : [],
  })
}

function tiesElsewhere(subject: Case, sphere: number): TieEvidence[] {
  const { all, spheres, outside, actors } = subject
  const { sources, targets, edgeCount } = all.graph
  const evidence: TieEvidence[] = []
  for (let e = 0; e < edgeCount; e++) {
    const [u, v] = [sources[e]!, targets[e]!]
    const [g, h] = [spheres.groupOf[u]!, spheres.groupOf[v]!]
    if (outside[u] || outside[v] || g === h || (g !== sphere && h !== sphere)) continue
    evidence.push({ from: actors[u]!, to: actors[v]!, role: 'leaving', lastContact: all.lastContact[e] ?? null })
  }
  return evidence
}
