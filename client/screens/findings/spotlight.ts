import { actorKey, spaceKey } from '#drawing/scene.ts'
import { actorsIn, type FindingWire, rolesOf } from '#wire/diagnosis.ts'
import type { Spotlight } from '../../map/stage.ts'
import type { View } from '../../view/view.ts'
import { spheresIn } from './findings.ts'

type Pair = readonly [string, string]

/** The two one imagines tied, each with its partners; null while nobody is chosen. */
export function spotlightOnTrial(pair: Pair, view: View): Spotlight | null {
  const { network } = view
  const chosen = pair.filter((id) => network.actors.includes(id))
  if (chosen.length === 0) return null
  const ties = network.edges.flatMap(({ from, to }): Pair[] => {
    const ends = [network.actors[from] ?? '', network.actors[to] ?? ''] as const
    return ends.some((id) => chosen.includes(id)) ? [[actorKey(ends[0]), actorKey(ends[1])]] : []
  })
  return { nodes: [...chosen.map(actorKey), ...ties.flat()], ties, proposed: proposedBy(pair), frames: true }
}

/**
 * What a finding shows up on the map: those it is about, its very ties, and the introductions that are imagined. Null
 * where there is nobody to show, or names are hidden.
 */
export function spotlightOf(finding: FindingWire, view: View, imagined: readonly Pair[]): Spotlight | null {
  const { network } = view
  const isOfSpheres = finding.kind === 'excluded_spheres' || finding.kind === 'sphere_kept_apart'
  const actors = new Set(isOfSpheres ? actorsOfSpheres(finding, view) : actorsIn(finding))
  const introductions = [...introductionsOf(finding), ...imagined]
  for (const id of introductions.flat()) if (id !== '') actors.add(id)
  const spaces = spacesIn(finding, view)
  const nodes = [...[...actors].map(actorKey), ...spaces]
  if (nodes.length === 0) return null
  const told = finding.named ? finding.ties.map(({ from, to }): Pair => [actorKey(from), actorKey(to)]) : []
  const among = (): Pair[] => {
    const shown = new Set(nodes)
    return network.edges.flatMap(({ from, to }): Pair[] => {
      const pair = [actorKey(network.actors[from] ?? ''), actorKey(network.actors[to] ?? '')] as const
      return pair.every((key) => shown.has(key)) ? [pair] : []
    })
  }
  return {
    nodes,
    ties: [...(told.length > 0 ? told : among()), ...participationsAmong(view, new Set(nodes))],
    proposed: introductions.flatMap(proposedBy),
    lost: finding.named ? lostIn(finding, view) : [],
    frames: true,
  }
}

/** The ties that would go: those to whom a go-between alone reaches, the one somebody hangs on, and those that fade. */
function lostIn(finding: FindingWire, view: View): Pair[] {
  const pairs = (ties: FindingWire['ties']) => ties.map(({ from, to }): Pair => [actorKey(from), actorKey(to)])
  switch (finding.kind) {
    case 'critical_broker': {
      const cutOff = new Set(finding.cutOff)
      return view.network.edges.flatMap(({ from, to }): Pair[] => {
        const [a, b] = [view.network.actors[from] ?? '', view.network.actors[to] ?? '']
        const goes = (a === finding.broker && cutOff.has(b)) || (b === finding.broker && cutOff.has(a))
        return goes ? [[actorKey(a), actorKey(b)]] : []
      })
    }
    case 'single_tie':
      return pairs(finding.ties)
    case 'fading_ties':
      return pairs(finding.ties.filter(({ role }) => role === 'fading'))
    default:
      return []
  }
}

/** Nothing until both ends are chosen. */
function proposedBy([a, b]: Pair): Pair[] {
  return a !== '' && b !== '' && a !== b ? [[actorKey(a), actorKey(b)]] : []
}

function introductionsOf(finding: FindingWire): readonly Pair[] {
  if (finding.kind === 'first_meetings') return finding.pairs
  if (finding.kind !== 'closed_group') return []
  return finding.whatIf?.ties.map(({ from, to }): Pair => [from, to]) ?? []
}

function actorsOfSpheres(finding: FindingWire, { record, network }: View): string[] {
  const spheres = spheresIn(finding, record)
  return network.actors.filter((id) => {
    const actor = record.actors.get(id)
    return actor?.inside && spheres.has(actor.sphere)
  })
}

/** A space that is the same organisation as an actor is drawn as that actor. */
function spacesIn(finding: FindingWire, { record, twoMode }: View): string[] {
  const named = rolesOf(finding).flatMap(({ noun, held }) => {
    if (noun === 'group') return held?.kind === 'space' ? [held.id] : []
    return noun === 'project' || noun === 'projects' ? (held ?? []) : []
  })
  return named.flatMap((id) => {
    const index = twoMode.spaces.indexOf(id)
    if (index < 0) return record.spaces.has(id) ? [spaceKey(id)] : []
    const host = twoMode.hosts[index]
    const actor = host == null ? undefined : twoMode.actors[host]
    return [actor === undefined ? spaceKey(id) : actorKey(actor)]
  })
}

function participationsAmong({ twoMode }: View, shown: ReadonlySet<string>): Pair[] {
  return twoMode.edges.flatMap(({ from, to }): Pair[] => {
    const pair = [actorKey(twoMode.actors[from] ?? ''), spaceKey(twoMode.spaces[to] ?? '')] as const
    return pair.every((key) => shown.has(key)) ? [pair] : []
  })
}
