import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import {
  aboutOf,
  type Dimension,
  type Finding,
  type FindingOf,
  type Kind,
  kinds,
  withoutNames,
} from '../diagnosis/finding.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Calling, Cause } from './item.ts'
import type { Scene } from './scene.ts'

/** Findings that say one thing, under what they say. */
export interface Merged {
  readonly calling: Calling
  readonly cause: Cause
  readonly named: boolean
  /** The gravest first. */
  readonly parts: readonly Finding[]
}

/**
 * One cause, one entry: findings on the same go-between, or on cuts inside its own, on the same group and its members, on the same sphere, on the same pilot and on the same absence from
 * the programme are merged. A finding is part of one entry at most; what is only a fact about one actor, and no cut of several, of none.
 */
export function causesOf(diagnosis: Diagnosis, scene: Scene): Merged[] {
  const findings = inOneOrder(diagnosis.findings.map(told))
  const signals = findings.filter(({ status }) => status === 'signal')
  const of = <K extends Kind>(kind: K) => signals.filter((finding): finding is FindingOf<K> => finding.kind === kind)
  return [
    ...goBetweens(findings),
    ...closedGroups(of('closed_group'), of('closed_actor')),
    ...spheresApart(of('excluded_spheres'), of('sphere_kept_apart'), scene),
    ...of('islet').map((islet) => entry('risk', { kind: 'islet', members: islet.members }, [islet])),
    ...isolation(of('isolated_actor')),
    ...of('fading_ties').map(fading),
    ...of('fragile_opening').map(outwardTies),
    ...of('withdrawal').map((finding) =>
      entry(
        'risk',
        {
          kind: 'withdrawal',
          opening: number(finding, 'territory_opening'),
          change: finding.dims.find(({ key }) => key === 'opening_change')?.observed ?? null,
        },
        [finding],
      ),
    ),
    ...piloting(of('pilot_concentration'), of('sole_pilot'), scene),
    ...together(of('project_without_pilot'), (parts) => ({
      kind: 'without_pilot',
      projects: parts.flatMap(({ project }) => project ?? []),
      of: projectsOf(scene),
    })),
    ...absences(of('absent_from_programme'), of('named_and_absent'), scene),
    ...singleSphere(of('programme_homophily'), of('single_sphere_project'), scene),
    ...of('first_meetings').map((finding) =>
      entry('chance', { kind: 'first_meetings', project: finding.project ?? '', pairs: finding.pairs }, [finding]),
    ),
    ...unread(findings, scene),
    ...strengths(findings, scene),
  ]
}

/** Signals first, the gravest kinds first, then by whom they are about: whatever order they came in. */
function inOneOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => ({ finding, about: JSON.stringify(aboutOf(finding)) }))
  keyed.sort(
    (a, b) =>
      statusRank[a.finding.status] - statusRank[b.finding.status] ||
      kinds[a.finding.kind].rank - kinds[b.finding.kind].rank ||
      compareText(a.about, b.about) ||
      compareText(a.finding.id, b.finding.id),
  )
  return keyed.map(({ finding }) => finding)
}

const statusRank = { signal: 0, fact: 1, insufficient: 2, none: 3 } as const

/** Spheres are no organisations: theirs are told even where names wait. */
function told(finding: Finding): Finding {
  if ('neverHidden' in kinds[finding.kind]) return { ...finding, named: true }
  return finding.named ? finding : withoutNames(finding)
}

function entry(calling: Calling, cause: Cause, parts: readonly Finding[]): Merged {
  return { calling, cause, parts, named: parts.every(({ named }) => named) }
}

function together<F extends Finding>(parts: readonly F[], causeOf: (parts: readonly F[]) => Cause): Merged[] {
  return parts.length === 0 ? [] : [entry('risk', causeOf(parts), parts)]
}

/**
 * Actors cut off are told by who depends as well as by who is depended on. A cut inside another's is part of it, so that a branch is one entry. Go-betweens whose names wait stand for
 * themselves, and not at all beside named ones: whichever of those they are, it is said already.
 */
function goBetweens(findings: readonly Finding[]): Merged[] {
  const found = new Map<string, { cutOff: Set<string>; parts: Finding[] }>()
  const at = (broker: string) => {
    const known = found.get(broker) ?? { cutOff: new Set(), parts: [] }
    found.set(broker, known)
    return known
  }
  const unnamed: Merged[] = []
  for (const finding of findings) {
    if (finding.status !== 'signal' && finding.status !== 'fact') continue
    const cut = cutIn(finding)
    if (!cut) continue
    if (!finding.named) {
      if (finding.kind !== 'critical_broker') continue
      unnamed.push(entry('risk', { kind: 'go_between', broker: '', cutOff: cut.cutOff }, [finding]))
      continue
    }
    const known = at(cut.broker)
    for (const actor of cut.cutOff) known.cutOff.add(actor)
    known.parts.push(finding)
  }
  const widest = [...found].sort((a, b) => b[1].cutOff.size - a[1].cutOff.size || compareText(a[0], b[0]))
  const kept: typeof widest = []
  for (const [broker, { cutOff, parts }] of widest) {
    const around = kept.find(([, other]) => other.cutOff.has(broker) || [...cutOff].every((id) => other.cutOff.has(id)))
    if (around) around[1].parts.push(...parts)
    else kept.push([broker, { cutOff, parts }])
  }
  const named = kept.map(([broker, { cutOff, parts }]) =>
    entry('risk', { kind: 'go_between', broker, cutOff: [...cutOff].sort(compareText) }, parts),
  )
  return named.length > 0 ? named : unnamed
}

function cutIn(finding: Finding): { readonly broker: string; readonly cutOff: readonly string[] } | null {
  switch (finding.kind) {
    case 'critical_broker':
      return { broker: finding.broker ?? '', cutOff: finding.cutOff }
    case 'dependent_actor':
      return { broker: finding.broker ?? '', cutOff: finding.cutOff }
    case 'single_tie':
      return { broker: finding.partner ?? '', cutOff: finding.actor === null ? [] : [finding.actor] }
    case 'peripheral_actor':
      return { broker: finding.path[1] ?? '', cutOff: finding.actor === null ? [] : [finding.actor] }
    default:
      return null
  }
}

function closedGroups(
  groups: readonly FindingOf<'closed_group'>[],
  actors: readonly FindingOf<'closed_actor'>[],
): Merged[] {
  const taken = new Set<Finding>()
  const entries = groups.map((finding) => {
    const { group, members } = finding
    const own = actors.filter(
      (one) =>
        !taken.has(one) &&
        finding.named &&
        one.named &&
        one.closedGroups.some(({ kind, id }) => kind === group?.kind && id === group.id),
    )
    for (const one of own) taken.add(one)
    const opening = finding.dims.find(({ key }) => key === 'opening')
    const [leaving, expected] = [opening?.observed ?? 0, opening?.expected ?? 0]
    return entry('risk', { kind: 'closed_group', group, members, leaving, expected }, [finding, ...own])
  })
  const alone = actors
    .filter((one) => !taken.has(one))
    .map((finding) => {
      const opening = finding.dims.find(({ key }) => key === 'opening')
      const [leaving, expected] = [opening?.observed ?? 0, opening?.expected ?? 0]
      return entry('risk', { kind: 'closed_actor', actor: finding.actor ?? '', leaving, expected }, [finding])
    })
  return [...entries, ...alone]
}

/** Each pair goes under the sphere that most of what was found is about; of equals under the smaller, which is the easier to meet. */
function spheresApart(
  pairs: readonly FindingOf<'excluded_spheres'>[],
  apart: readonly FindingOf<'sphere_kept_apart'>[],
  scene: Scene,
): Merged[] {
  const left = new Set<(typeof pairs)[number] | (typeof apart)[number]>([...apart, ...pairs])
  const spheresIn = (finding: (typeof pairs)[number] | (typeof apart)[number]): readonly string[] =>
    finding.kind === 'excluded_spheres' ? (finding.spheres ?? []) : finding.sphere === null ? [] : [finding.sphere]
  const entries: Merged[] = []
  while (left.size > 0) {
    const counts = new Map<string, number>()
    for (const finding of left) {
      const weight = finding.kind === 'sphere_kept_apart' ? pairs.length + 1 : 1
      for (const sphere of spheresIn(finding)) counts.set(sphere, (counts.get(sphere) ?? 0) + weight)
    }
    const [head] = [...counts].sort(
      (a, b) => b[1] - a[1] || membersOf(scene, a[0]).length - membersOf(scene, b[0]).length || compareText(a[0], b[0]),
    )
    if (!head) break
    const [sphere] = head
    const parts = [...left].filter((finding) => spheresIn(finding).includes(sphere))
    for (const part of parts) left.delete(part)
    const others = parts.flatMap((part) => spheresIn(part).filter((other) => other !== sphere))
    const ties = parts.flatMap((part) => part.dims.filter(({ key }) => key === 'between'))
    const wide = parts.find((part) => part.kind === 'sphere_kept_apart')
    const counted =
      others.length > 0
        ? {
            between: sum(ties.map(({ observed }) => observed)),
            expected: sum(ties.map(({ expected }) => expected ?? 0)),
          }
        : wide
          ? elsewhere(wide, sphere, scene)
          : { between: 0, expected: 0 }
    entries.push(entry('risk', { kind: 'sphere_apart', sphere, others, ...counted }, parts))
  }
  return entries
}

/** Ties of a sphere to all others, of the mean share of them that its actors are tied to. */
function elsewhere(finding: Finding, sphere: string, scene: Scene) {
  const dim = finding.dims.find(({ key }) => key === 'elsewhere')
  const own = membersOf(scene, sphere).length
  const pairs = own * (insideOf(scene).length - own)
  return { between: Math.round((dim?.observed ?? 0) * pairs), expected: (dim?.expected ?? 0) * pairs }
}

/** Nodes inside that are of a sphere, as the diagnosis sorts them. */
export function membersOf(scene: Scene, sphere: string): number[] {
  const { spheres } = scene.subject
  return insideOf(scene).filter((node) => spheres.names[spheres.groupOf[node] ?? -1] === sphere)
}

export function insideOf({ subject }: Scene): number[] {
  return [...subject.actors.keys()].filter((node) => !subject.outside[node])
}

function isolation(isolated: readonly FindingOf<'isolated_actor'>[]): Merged[] {
  const named = isolated.filter((finding) => finding.named)
  return named.length === 0
    ? []
    : [entry('risk', { kind: 'isolated', actors: named.flatMap(({ actor }) => actor ?? []) }, named)]
}

function fading(finding: FindingOf<'fading_ties'>): Merged {
  const asleep = finding.ties.filter(({ role }) => role === 'fading')
  // The longest silence first.
  const oldest = [...asleep].sort(
    (a, b) => compareText(a.lastContact ?? '', b.lastContact ?? '') || compareText(a.to, b.to),
  )
  const partners = oldest.map(({ from, to }) => (from === finding.actor ? to : from))
  const share = number(finding, 'fading')
  return entry('risk', { kind: 'fading', actor: finding.actor ?? '', partners, share }, [finding])
}

function outwardTies(finding: FindingOf<'fragile_opening'>): Merged {
  const dim = finding.dims.find(({ key }) => key === 'first_share')
  const cause = { kind: 'outward_ties', share: dim?.observed ?? 0, ties: dim?.of ?? 0 } as const
  return entry('risk', { ...cause, carrier: finding.carrier ?? '' }, [finding])
}

function piloting(
  concentrated: readonly FindingOf<'pilot_concentration'>[],
  sole: readonly FindingOf<'sole_pilot'>[],
  scene: Scene,
): Merged[] {
  const pilots = [...new Set([...concentrated, ...sole].map(({ pilot }) => pilot ?? ''))]
  return pilots.map((pilot) => {
    const parts = [...concentrated, ...sole].filter((finding) => (finding.pilot ?? '') === pilot)
    const alone = sole.filter((finding) => (finding.pilot ?? '') === pilot).flatMap(({ projects }) => projects)
    const held = projectsIn(scene).flatMap(({ id, pilots: own }) => (own.includes(pilot) ? [id] : []))
    const piloted = held.length > 0 ? held : alone
    const of = projectsIn(scene).filter(({ pilots }) => pilots.length > 0).length
    const unpiloted = projectsOf(scene) - of
    return entry('risk', { kind: 'pilot', pilot, piloted, alone, of, unpiloted }, parts)
  })
}

/** Whom the programme misses is one invitation to make; those who have a name, another, where no absent sphere says it. */
function absences(
  wide: readonly FindingOf<'absent_from_programme'>[],
  named: readonly FindingOf<'named_and_absent'>[],
  scene: Scene,
): Merged[] {
  const spheres = wide.flatMap(({ sphere }) => sphere ?? [])
  const types = wide.flatMap((finding) => finding.types)
  const isSaid = ({ type, absent }: FindingOf<'named_and_absent'>) =>
    (type !== null && types.includes(type)) || absent.every((id) => spheres.includes(scene.actor(id)?.sphere ?? ''))
  const said = named.filter((finding) => wide.length > 0 && isSaid(finding))
  const of = projectsOf(scene)
  const programme = new Set(projectsIn(scene).flatMap(({ participants, around }) => [...participants, ...around]))
  const known = insideOf(scene)
    .map((node) => scene.idOf(node))
    .filter((id) => {
      const actor = scene.actor(id)
      const isMissing = actor && (spheres.includes(actor.sphere) || types.includes(actor.type))
      return isMissing && scene.isAddressable(id) && !programme.has(id)
    })
  const categories = wide.flatMap(({ category }) => category ?? [])
  const whole: Merged[] =
    wide.length === 0
      ? []
      : [
          entry('risk', { kind: 'absent', spheres, categories, types, absent: known, missing: wide.length, of }, [
            ...wide,
            ...said,
          ]),
        ]
  const others = named
    .filter((finding) => !said.includes(finding))
    .map((finding) => {
      const { type, absent } = finding
      const dim = finding.dims.find(({ key }) => key === 'in_no_project')
      const missing = Math.max(0, (dim?.observed ?? absent.length) - (dim?.expected ?? 0))
      const none = { spheres: [], categories: [], types: type === null ? [] : [type] }
      return entry('risk', { kind: 'absent', ...none, absent, missing, of }, [finding])
    })
  return [...whole, ...others]
}

/** Chance makes some projects of one sphere: they are worth an invitation where there are more of them. */
function singleSphere(
  whole: readonly FindingOf<'programme_homophily'>[],
  each: readonly FindingOf<'single_sphere_project'>[],
  scene: Scene,
): Merged[] {
  if (whole.length === 0) return []
  const projects = each.flatMap(({ project }) => project ?? [])
  return [entry('risk', { kind: 'single_sphere', projects, of: projectsOf(scene) }, [...whole, ...each])]
}

/** What the source does not tell of projects, or not surely. */
function unread(findings: readonly Finding[], scene: Scene): Merged[] {
  const parts = findings.filter(({ status, reason }) => {
    return status === 'insufficient' && (reason === 'unreadable' || reason === 'doubtful')
  })
  const projects = new Set(parts.flatMap((finding) => projectIn(finding)))
  return projects.size === 0
    ? []
    : [entry('gap', { kind: 'unread', projects: [...projects].sort(compareText), of: projectsOf(scene) }, parts)]
}

function projectIn(finding: Finding): readonly string[] {
  if ('project' in finding) return finding.project === null ? [] : [finding.project]
  return finding.kind === 'sole_pilot' ? finding.projects : []
}

/** What was looked for in a programme, not found, and is a strength: that no pilot holds too much of it. What leads outside is one where it does. */
function strengths(findings: readonly Finding[], scene: Scene): Merged[] {
  const of = projectsOf(scene)
  return findings.flatMap((finding): Merged[] => {
    if (finding.kind === 'pilot_concentration' && finding.status === 'none') {
      const piloted = projectsIn(scene).filter(({ pilots }) => pilots.length > 0)
      const pilots = new Set(piloted.flatMap((project) => project.pilots)).size
      const several = piloted.filter((project) => project.pilots.length > 1).length
      const most = number(finding, 'first_pilot')
      if (several * 2 < of) return []
      return [entry('fact', { kind: 'shared_piloting', pilots, several, most, of }, [finding])]
    }
    if (finding.kind === 'programme_reach' && finding.projects.length > 0) {
      return [entry('fact', { kind: 'outward_projects', projects: finding.projects, of }, [finding])]
    }
    return []
  })
}

export function projectsIn({ subject }: Scene) {
  return subject.programme?.projects ?? []
}

function projectsOf(scene: Scene): number {
  return projectsIn(scene).length
}

function number(finding: Finding, key: Dimension): number {
  return finding.dims.find((dim) => dim.key === key)?.observed ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
