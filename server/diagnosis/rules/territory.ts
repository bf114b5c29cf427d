import type { Case } from '../case.ts'
import { type Finding, findingOf, measured, type Reason, type TieEvidence } from '../finding.ts'
import { ExternalTies, openingChange } from '../opening.ts'
import type { Profile } from '../profile.ts'
import { type DataQuality, reaches } from '../response.ts'
import { quantile } from '../statistics/interval.ts'
import type { Thresholds } from '../thresholds.ts'

/** Openings of comparable territories of the same instance, to stand beside. */
export type Peers = readonly number[]

/**
 * No null model tells whether a whole territory is locked in: it is said to withdraw only when its opening fell between waves (the paired
 * interval is below 0), when it lies in the lowest quarter of its peers, or below what its own committee adopted.
 */
export function withdrawalFinding(
  subject: Case,
  quality: DataQuality,
  profile: Profile,
  /** Actors of closed groups, by name. */
  closed: ReadonlySet<string>,
  peers: Peers,
  thresholds: Thresholds,
): Finding {
  const insufficient = (reason: Reason) => findingOf('withdrawal', 'insufficient', { reason })
  const cannot = territoryUntestable(quality)
  if (cannot) return insufficient(cannot)
  if (!profile.opening) return insufficient('no_outside_actors')

  const { value, expected, interval } = profile.opening
  const change = openingChange(subject)
  const lowest =
    peers.length >= thresholds['territory.leastPeers']
      ? quantile(
          [...peers].sort((a, b) => a - b),
          0.25,
        )
      : null
  const adopted = thresholds['territory.adoptedOpening']
  if (!change && lowest === null && adopted === 0) return insufficient('no_earlier_wave')

  const fell = change !== null && change.interval.high < 0
  const low = (lowest !== null && value < lowest) || value < adopted
  const inside = quality.inside
  const closedInside = subject.actors.filter((name, node) => !subject.outside[node] && closed.has(name)).length
  return findingOf('withdrawal', fell || low ? 'signal' : 'none', {
    dims: [
      measured('territory_opening', value, { expected, interval }),
      ...(change ? [measured('opening_change', change.now - change.before, { interval: change.interval })] : []),
      ...(profile.renewal && profile.renewal.ties > 0
        ? [
            measured('renewal', profile.renewal.newTies, {
              of: profile.renewal.ties,
              interval: profile.renewal.interval,
            }),
          ]
        : []),
      ...(profile.transitivity
        ? [measured('transitivity', profile.transitivity.value, { expected: profile.transitivity.expected, null: 'A' })]
        : []),
      ...(inside > 0 ? [measured('in_closed_groups', closedInside, { of: inside })] : []),
    ],
  })
}

/** Fragile opening: half of the ties out are carried by one actor, or few carry them all. */
export function fragileOpeningFinding(subject: Case, quality: DataQuality, thresholds: Thresholds): Finding {
  const insufficient = (reason: Reason) => findingOf('fragile_opening', 'insufficient', { reason })
  const cannot = territoryUntestable(quality)
  if (cannot) return insufficient(cannot)
  if (!subject.outside.includes(1)) return insufficient('no_outside_actors')
  const external = new ExternalTies(subject)
  const opening = external.openingOf()
  const concentration = external.concentration()
  if (!opening || !concentration || opening.externalTies < thresholds['territory.leastExternalTies']) {
    return insufficient('too_few_ties')
  }
  const { first, index } = concentration
  const fragile = first.share > thresholds['territory.firstCarrier'] || index > thresholds['territory.concentration']
  return findingOf('fragile_opening', fragile ? 'signal' : 'none', {
    dims: [measured('first_share', first.share, { of: opening.externalTies }), measured('concentration', index)],
    carrier: subject.actors[first.node]!,
    ties: fragile ? tiesOut(subject, first.node) : [],
  })
}

function territoryUntestable({ basis, gate }: DataQuality): Reason | null {
  if (basis !== 'survey') return basis
  return reaches(gate, 'composition') ? null : 'response_rate'
}

function tiesOut(subject: Case, node: number): TieEvidence[] {
  const { graph, lastContact } = subject.declared
  const { offsets, neighbors, edges } = graph.out
  const evidence: TieEvidence[] = []
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const partner = neighbors[i]!
    if (!subject.outside[partner]) continue
    const [from, to] = [subject.actors[node]!, subject.actors[partner]!]
    evidence.push({ from, to, role: 'external', lastContact: lastContact[edges[i]!] ?? null })
  }
  return evidence
}
