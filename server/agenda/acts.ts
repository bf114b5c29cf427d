import { graphAfter } from '../analysis/what-if.ts'
import { piecesWithout } from '../diagnosis/pieces.ts'
import { introducerOf } from '../diagnosis/what-if.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Graph } from '../network/graph.ts'
import { insideOf, type Merged, membersOf, projectsIn } from './causes.ts'
import { type Act, type Cause, type Change, delays } from './item.ts'
import { leastBy, type Scene } from './scene.ts'

export interface Remedy {
  readonly acts: readonly Act[]
  readonly withinDays: number | null
  readonly change: Change | null
  readonly witness: string | null
}

const nothing: Remedy = { acts: [], withinDays: null, change: null, witness: null }

/** As many introductions, invitations or visits as one decision may ask for. Nobody is asked twice by one of them. */
const mostActs = 3

/**
 * Who does what with whom, chosen on the network, and what that would change on it. Nobody where names wait: the counts alone would not tell whom to ask.
 */
export function remedyOf(merged: Merged, scene: Scene): Remedy {
  const { cause, named, calling } = merged
  if (!named) return nothing
  if (calling === 'gap' && cause.kind === 'go_between') return checks(cause.cutOff, cause.broker, scene)
  if (calling === 'gap' && cause.kind === 'closed_group') return checks(cause.members, null, scene)
  switch (cause.kind) {
    case 'go_between':
      return secondWays(cause, scene)
    case 'closed_group':
      return openings(merged, cause, scene)
    case 'closed_actor':
      return across(scene, [scene.nodeOf(cause.actor)], elsewhereOf(scene, cause.actor), 1, cause)
    case 'sphere_apart': {
      const own = membersOf(scene, cause.sphere)
      const others =
        cause.others.length > 0
          ? cause.others.flatMap((other) => membersOf(scene, other))
          : insideOf(scene).filter((node) => !own.includes(node))
      const remedy = across(scene, own, others, mostActs, null)
      if (remedy.change?.kind !== 'reached' || remedy.change.count > 0) return remedy
      const after = cause.between + remedy.acts.length
      return { ...remedy, change: { kind: 'ties', before: cause.between, after, expected: cause.expected } }
    }
    case 'islet':
      return welcomes(scene, [leastBy(scene.nodesOf(cause.members), (node) => [-scene.degree(node)]) ?? -1])
    case 'isolated':
      return welcomes(scene, scene.nodesOf(cause.actors))
    case 'fading':
      return {
        acts: cause.partners
          .filter((partner) => partner !== '')
          .slice(0, mostActs)
          .map((partner) => ({ do: 'reactivate', actor: cause.actor, partner, because: 'last_contact' })),
        withinDays: delays.visit,
        change: { kind: 'revived', count: Math.min(mostActs, cause.partners.length), of: cause.partners.length },
        witness: cause.actor,
      }
    case 'pilot':
      return copilots(cause.alone, cause.pilot, cause.of, scene)
    case 'without_pilot':
      return copilots(cause.projects, null, cause.of, scene)
    case 'absent':
      return invitations(cause, scene)
    case 'single_sphere':
      return mixing(cause.projects, scene)
    case 'first_meetings':
      return meetings(cause.project, cause.pairs, scene)
    case 'most_between':
      return confirmations(cause.actors, scene)
    case 'silent':
    case 'thin':
      return nothing
    case 'unread':
      return verifications(cause.projects, scene)
    case 'outward_ties':
      return { ...nothing, witness: cause.carrier }
    case 'withdrawal':
    case 'shared_piloting':
    case 'outward_projects':
      return nothing
  }
}

/** Whom they put in touch, they know best. */
function confirmations(actors: readonly string[], scene: Scene): Remedy {
  const acts = actors.map((actor): Act => ({ do: 'visit', by: null, actor, because: 'most_ties' }))
  return { ...nothing, acts, withinDays: delays.visit, change: knownBy(scene.nodesOf(actors), scene) }
}

/** Those who are seen tell of all their ties: pairs of whom none is known yet, each once. */
export function knownBy(visited: readonly number[], scene: Scene): Change {
  const among = (visited.length * (visited.length - 1)) / 2
  const ties = visited.reduce((sum, node) => sum + scene.degree(node), 0)
  return { kind: 'known', pairs: visited.length * (scene.subject.actors.length - 1) - among - ties }
}

/** A second way round for each piece that is cut off, the largest first, from one who is well tied in it to one who has time. */
function secondWays({ broker, cutOff }: Extract<Cause, { kind: 'go_between' }>, scene: Scene): Remedy {
  const node = scene.nodeOf(broker)
  if (node < 0) return nothing
  const [main = new Int32Array(), ...pieces] = piecesWithout(scene.graph, node)
  const acts: Act[] = []
  let graph = scene.graph
  const asked = new Set<number>()
  for (const piece of pieces.slice(0, mostActs)) {
    const found = bestPair(scene, [...piece], [...main], node, asked)
    if (!found) continue
    const { one, other } = found
    asked.add(one).add(other)
    graph = graphAfter(graph, { add: 'tie', between: [one, other] })
    const between = [scene.idOf(one), scene.idOf(other)] as const
    const knowsBoth = scene.isTied(node, one) && scene.isTied(node, other)
    acts.push({ do: 'introduce', by: knowsBoth ? broker : null, between, because: scene.shared(...between) })
  }
  const still = new Set(scene.cutOffBy(node, graph))
  const left = scene.nodesOf(cutOff).filter((one) => still.has(one)).length
  const change = { kind: 'freed', count: cutOff.length - left, of: cutOff.length } as const
  const [first] = acts
  const witness = first?.do === 'introduce' ? first.between[0] : (cutOff.find((id) => scene.isAddressable(id)) ?? null)
  return { acts, withinDays: delays.introduction, change: acts.length > 0 ? change : null, witness }
}

/** Partners of the go-between on either side come first, who can introduce them; then those who share a place or a sphere; then who is well tied in the piece, and who has few ties outside. */
function bestPair(scene: Scene, piece: number[], main: number[], broker: number, asked: ReadonlySet<number>) {
  const near = (nodes: number[]) => {
    const free = nodes.filter((node) => scene.isAddressable(scene.idOf(node)) && !asked.has(node))
    const partners = free.filter((node) => scene.isTied(node, broker))
    return partners.length > 0 ? partners : free
  }
  const pairs = near(piece).flatMap((one) => near(main).map((other) => ({ one, other })))
  return leastBy(pairs, ({ one, other }) => [
    scene.burden(scene.idOf(one)) + scene.burden(scene.idOf(other)),
    kinship(scene, one, other),
    -scene.degree(one),
    scene.degree(other),
    one,
    other,
  ])
}

function kinship(scene: Scene, one: number, other: number): number {
  const shared = scene.shared(scene.idOf(one), scene.idOf(other))
  return shared === 'same_commune' ? 0 : shared === 'same_sphere' ? 1 : 2
}

/** Those that the diagnosis weighed. */
function openings(
  { parts }: Merged,
  { leaving, expected, members }: Extract<Cause, { kind: 'closed_group' }>,
  scene: Scene,
): Remedy {
  const [head] = parts
  const ties = head?.kind === 'closed_group' ? (head.whatIf?.ties ?? []) : []
  const acts = ties.map(({ from, to, introducer }): Act => {
    const because = introducer === null ? scene.shared(from, to) : 'common_partner'
    return { do: 'introduce', by: introducer, between: [from, to], because }
  })
  const change = { kind: 'ties', before: leaving, after: leaving + ties.length, expected } as const
  const witness = ties[0]?.from ?? members.find((id) => scene.isAddressable(id)) ?? null
  return { acts, withinDays: delays.introduction, change: ties.length > 0 ? change : null, witness }
}

function elsewhereOf(scene: Scene, actor: string): number[] {
  const sphere = scene.actor(actor)?.sphere
  return insideOf(scene).filter((node) => scene.actor(scene.idOf(node))?.sphere !== sphere)
}

/** Introductions between two sides that most bring within two steps of the other side, where somebody can make them. */
function across(
  scene: Scene,
  own: readonly number[],
  others: readonly number[],
  count: number,
  alone: Extract<Cause, { kind: 'closed_actor' }> | null,
): Remedy {
  const acts: Act[] = []
  const asked = new Set<number>()
  let graph = scene.graph
  const far = (graph: Graph) => [beyondTwo(graph, own, others), beyondTwo(graph, others, own)] as const
  const before = far(graph)
  while (acts.length < count) {
    const [farOwn, farOthers] = far(graph)
    const gainOf = (node: number, lacking: ReadonlySet<number>) => {
      const { offsets, neighbors } = graph.out
      let gain = lacking.has(node) ? 1 : 0
      for (const v of neighbors.subarray(offsets[node]!, offsets[node + 1]!)) if (lacking.has(v)) gain++
      return gain
    }
    const free = (nodes: readonly number[]) =>
      nodes.filter((node) => scene.isAddressable(scene.idOf(node)) && !asked.has(node))
    const best = leastBy(introducible(graph, free(own), new Set(free(others))), ({ one, other }) => [
      scene.burden(scene.idOf(one)) + scene.burden(scene.idOf(other)),
      -(gainOf(one, farOwn) + gainOf(other, farOthers)),
      kinship(scene, one, other),
      scene.degree(one) + scene.degree(other),
      one,
      other,
    ])
    if (!best) break
    const { one, other } = best
    const introducer = introducerOf(graph, one, other)
    asked.add(one).add(other)
    graph = graphAfter(graph, { add: 'tie', between: [one, other] })
    const between = [scene.idOf(one), scene.idOf(other)] as const
    const by = introducer < 0 ? null : scene.idOf(introducer)
    acts.push({ do: 'introduce', by, between, because: by === null ? scene.shared(...between) : 'common_partner' })
  }
  const after = far(graph)
  const reached = before[0].size + before[1].size - after[0].size - after[1].size
  const change: Change = alone
    ? { kind: 'ties', before: alone.leaving, after: alone.leaving + acts.length, expected: alone.expected }
    : { kind: 'reached', count: reached }
  const [first] = acts
  const witness = first?.do === 'introduce' ? first.between[0] : null
  return { acts, withinDays: delays.introduction, change: acts.length > 0 ? change : null, witness }
}

/** Pairs across that have a common partner and are not tied; all pairs not tied where none has. */
function introducible({ out: { offsets, neighbors } }: Graph, own: readonly number[], others: ReadonlySet<number>) {
  const rowOf = (node: number) => neighbors.subarray(offsets[node]!, offsets[node + 1]!)
  const near: { readonly one: number; readonly other: number }[] = []
  for (const one of own) {
    const tied = new Set(rowOf(one))
    const met = new Set<number>()
    for (const middle of tied) for (const other of rowOf(middle)) if (others.has(other)) met.add(other)
    for (const other of met) if (other !== one && !tied.has(other)) near.push({ one, other })
  }
  if (near.length > 0) return near
  return own.flatMap((one) => {
    const tied = new Set(rowOf(one))
    return [...others].flatMap((other) => (other === one || tied.has(other) ? [] : [{ one, other }]))
  })
}

/** Those of one side who reach nobody of the other in two steps. */
function beyondTwo({ out: { offsets, neighbors } }: Graph, own: readonly number[], others: readonly number[]) {
  const across = new Set(others)
  const rowOf = (node: number) => neighbors.subarray(offsets[node]!, offsets[node + 1]!)
  return new Set(
    own.filter((node) => !rowOf(node).some((v) => across.has(v) || rowOf(v).some((w) => w !== node && across.has(w)))),
  )
}

/** Each is brought to one nearby who has ties to share: of its commune, else of its sphere, else with most ties. */
function welcomes(scene: Scene, nodes: readonly number[]): Remedy {
  const lone = nodes.filter((node) => node >= 0)
  const taken = new Set(lone)
  const acts = lone.slice(0, mostActs).flatMap((node): Act[] => {
    const hosts = insideOf(scene).filter(
      (one) =>
        !taken.has(one) && scene.degree(one) > 1 && scene.isAddressable(scene.idOf(one)) && !scene.isTied(node, one),
    )
    const host = leastBy(hosts, (one) => [
      scene.burden(scene.idOf(one)),
      kinship(scene, node, one),
      -scene.degree(one),
      one,
    ])
    if (host === null) return []
    taken.add(host)
    const because = scene.shared(scene.idOf(node), scene.idOf(host)) ?? 'most_ties'
    return [{ do: 'introduce', by: null, between: [scene.idOf(node), scene.idOf(host)], because }]
  })
  const change = { kind: 'joined', count: acts.length } as const
  const [first] = lone
  const witness = first === undefined ? null : scene.idOf(first)
  return { acts, withinDays: delays.introduction, change: acts.length > 0 ? change : null, witness }
}

/** Nobody who pilots more than chance makes. For each project one who takes part in it already, else in the axis it belongs to, else beside its participants elsewhere; of those who pilot least first. */
function copilots(projects: readonly string[], pilot: string | null, of: number, scene: Scene): Remedy {
  const held = new Map<string, number>()
  for (const { pilots } of projectsIn(scene)) for (const id of pilots) held.set(id, (held.get(id) ?? 0) + 1)
  const asked = new Set(pilot === null ? [] : [pilot])
  const actsAsking = (burden: 0 | 1) =>
    projects.flatMap((project): Act[] => {
      const own = projectsIn(scene).find(({ id }) => id === project)
      const near = (own?.participants ?? []).flatMap((id) => {
        const node = scene.nodeOf(id)
        return node < 0 ? [] : [...scene.partners(node)].map((partner) => scene.idOf(partner))
      })
      const programme = new Set(projectsIn(scene).flatMap(({ participants }) => participants))
      const choices = [
        ['same_project', own?.participants ?? []],
        ['same_axis', besideInAxis(scene, project)],
        ['partner_in_project', near.filter((id) => programme.has(id))],
      ] as const
      for (const [because, ids] of choices) {
        const free = [...new Set(ids)].filter((id) => {
          return scene.isAddressable(id) && !asked.has(id) && !scene.pilotsTooMuch(id) && scene.burden(id) <= burden
        })
        const actor = leastBy(free.sort(compareText), (id) => [held.get(id) ?? 0])
        if (actor === null) continue
        asked.add(actor)
        return [{ do: pilot === null ? 'pilot' : 'copilot', project, actor, because }]
      }
      return []
    })
  // Whom another item asks already is asked where there is nobody else.
  const unburdened = actsAsking(0)
  const acts = unburdened.length > 0 ? unburdened : actsAsking(1)
  const change = { kind: 'piloted', count: acts.length, of: pilot === null ? of : projects.length } as const
  return {
    acts,
    withinDays: acts.length > 0 ? delays.steering : null,
    change: acts.length > 0 ? change : null,
    witness: pilot,
  }
}

/** One for each absence: of those that somebody in the programme knows first, then those with most ties. */
function invitations({ spheres, categories, types, absent }: Extract<Cause, { kind: 'absent' }>, scene: Scene): Remedy {
  const programme = new Set(projectsIn(scene).flatMap(({ participants }) => participants))
  const asked = new Set<string>()
  const invite = (ids: readonly string[], sphere: string | null): Act | null => {
    const free = ids.filter((id) => scene.isAddressable(id) && !asked.has(id)).sort(compareText)
    const choice = leastBy(free, (id) => {
      const node = scene.nodeOf(id)
      if (node < 0) return [scene.burden(id), 1, 0]
      return [scene.burden(id), hostOf(scene, node, programme) === null ? 1 : 0, -scene.degree(node)]
    })
    if (choice === null) return null
    asked.add(choice)
    const node = scene.nodeOf(choice)
    const by = node < 0 ? null : hostOf(scene, node, programme)
    const project = by === null ? undefined : projectsIn(scene).find(({ participants }) => participants.includes(by))
    const because = by !== null ? 'common_partner' : node >= 0 && scene.degree(node) > 0 ? 'most_ties' : null
    return { do: 'invite', by, actor: choice, project: project?.id ?? null, because, sphere }
  }
  const ofSphere = (sphere: string) => absent.filter((id) => scene.actor(id)?.sphere === sphere)
  const acts: Act[] =
    spheres.length + categories.length === 0
      ? Array.from({ length: Math.min(mostActs, absent.length) }, () => invite(absent, null)).filter(
          (act) => act !== null,
        )
      : [
          ...spheres.map((sphere): Act => invite(ofSphere(sphere), sphere) ?? { do: 'find', sphere, category: null }),
          ...categories.map((category): Act => {
            const ofTypes = absent.filter((id) => types.includes(scene.actor(id)?.type ?? ''))
            return invite(ofTypes, null) ?? { do: 'find', sphere: null, category }
          }),
        ]
  // Who can be named first: the others are for whoever knows the territory.
  acts.sort((a, b) => Number(a.do === 'find') - Number(b.do === 'find'))
  const change = { kind: 'invited', count: acts.length } as const
  const witness = acts.find((act) => act.do === 'invite')?.actor ?? absent[0] ?? null
  return { acts, withinDays: delays.steering, change: acts.length > 0 ? change : null, witness }
}

/** A partner of the programme; of several the one with fewest ties, who has most time. */
function hostOf(scene: Scene, node: number, programme: ReadonlySet<string>): string | null {
  const partners = [...scene.partners(node)].filter((one) => {
    return programme.has(scene.idOf(one)) && scene.isAddressable(scene.idOf(one))
  })
  const host = leastBy(partners, (one) => [scene.degree(one), one])
  return host === null ? null : scene.idOf(host)
}

/** Into each project of one sphere somebody of another: who works on the same axis first, then a partner of its participants. */
function mixing(projects: readonly string[], scene: Scene): Remedy {
  const asked = new Set<string>()
  const acts = projects.flatMap((project): Act[] => {
    if (asked.size === mostActs) return []
    const { participants = [] } = projectsIn(scene).find(({ id }) => id === project) ?? {}
    const spheres = new Set(participants.map((id) => scene.actor(id)?.sphere))
    const ofAxis = new Set(besideInAxis(scene, project))
    const known = new Map<string, number[]>([...ofAxis].map((id) => [id, []]))
    for (const node of scene.nodesOf(participants)) {
      for (const partner of scene.partners(node)) {
        const id = scene.idOf(partner)
        known.set(id, [...(known.get(id) ?? []), node])
      }
    }
    const free = [...known].filter(
      ([id]) =>
        scene.isAddressable(id) && !asked.has(id) && !scene.pilotsTooMuch(id) && !spheres.has(scene.actor(id)?.sphere),
    )
    const found = leastBy(free, ([id, by]) => {
      const node = scene.nodeOf(id)
      return [scene.burden(id), ofAxis.has(id) ? 0 : 1, -by.length, node < 0 ? 0 : -scene.degree(node), node]
    })
    if (!found) return []
    const [actor, by] = found
    asked.add(actor)
    const hosts = by.filter((one) => scene.isAddressable(scene.idOf(one)))
    const host = leastBy(hosts, (one) => [scene.degree(one), one])
    const because = ofAxis.has(actor) ? 'same_axis' : 'partner_in_project'
    return [{ do: 'invite', by: host === null ? null : scene.idOf(host), actor, project, because, sphere: null }]
  })
  const change = { kind: 'mixed', count: acts.length, of: projects.length } as const
  return { acts, withinDays: delays.steering, change: acts.length > 0 ? change : null, witness: null }
}

/** Participants of the other projects of the axis that a project belongs to. */
function besideInAxis(scene: Scene, project: string): string[] {
  const parentOf = (id: string) => scene.territory.spaces.get(id)?.parent
  const axis = parentOf(project)
  if (axis === undefined) return []
  const beside = projectsIn(scene).filter(({ id }) => id !== project && parentOf(id) === axis)
  return beside.flatMap(({ participants }) => participants)
}

function meetings(project: string, pairs: readonly (readonly [string, string])[], scene: Scene): Remedy {
  const pilot = projectsIn(scene).find(({ id }) => id === project)?.pilots[0] ?? null
  const asked = new Set(pilot === null ? [] : [pilot])
  const acts: Act[] = []
  for (const between of pairs) {
    if (acts.length === mostActs || between.some((id) => asked.has(id) || id === '')) continue
    for (const id of between) asked.add(id)
    acts.push({ do: 'introduce', by: pilot, between, because: 'same_project' })
  }
  const change = { kind: 'met', count: acts.length, of: pairs.length } as const
  return { acts, withinDays: delays.steering, change: acts.length > 0 ? change : null, witness: pilot }
}

/** What only seems to hold is asked of those it is about before anything is done: of those with fewest known ties first. */
function checks(actors: readonly string[], by: string | null, scene: Scene): Remedy {
  const known = scene.nodesOf(actors).filter((node) => scene.isAddressable(scene.idOf(node)))
  const first = known.sort((a, b) => scene.degree(a) - scene.degree(b) || a - b).slice(0, mostActs)
  const acts = first.map((node): Act => {
    const leads = by !== null && scene.isTied(node, scene.nodeOf(by))
    return { do: 'visit', by: leads ? by : null, actor: scene.idOf(node), because: 'least_told' }
  })
  const others = scene.graph.nodeCount - 1
  const pairs =
    first.reduce((sum, node) => sum + others - scene.degree(node), 0) - (first.length * (first.length - 1)) / 2
  const witness = acts[0]?.do === 'visit' ? acts[0].actor : by
  return { acts, withinDays: delays.visit, change: acts.length > 0 ? { kind: 'known', pairs } : null, witness }
}

/** With whoever holds the axis or the programme. */
function verifications(projects: readonly string[], scene: Scene): Remedy {
  const held = new Map<string, number>()
  for (const { pilots } of projectsIn(scene)) for (const id of pilots) held.set(id, (held.get(id) ?? 0) + 1)
  const lead =
    leastBy(
      [...held].filter(([id]) => scene.isAddressable(id)),
      ([, count]) => [-count],
    )?.[0] ?? null
  const acts = projects.slice(0, mostActs).map((project): Act => {
    const own = projectsIn(scene).find(({ id }) => id === project)
    return { do: 'verify', project, with: own?.participants.find((id) => scene.isAddressable(id)) ?? lead }
  })
  return {
    acts,
    withinDays: delays.visit,
    change: { kind: 'verified', count: acts.length, of: projects.length },
    witness: lead,
  }
}
