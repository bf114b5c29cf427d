import { betweenness, planBetweenness } from '../analysis/betweenness.ts'
import { randomStream } from '../analysis/random.ts'
import type { Case, Group } from '../diagnosis/case.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { piecesWithout } from '../diagnosis/pieces.ts'
import { cutOffBy } from '../diagnosis/rules/critical-brokers.ts'
import { compareText } from '../domain/perimeter.ts'
import { wordsOf } from '../domain/territory.ts'
import { type Graph, graphOf } from '../network/graph.ts'
import { knownBy, type Remedy } from './acts.ts'
import { insideOf } from './causes.ts'
import { type Act, type Cause, delays } from './item.ts'
import { leastBy, type Scene } from './scene.ts'

/** As many visits as one decision may ask for. */
const mostVisits = 3

/** Who answered nothing, the most telling first, and who can take one there. */
export function silence({ toAsk }: Diagnosis, scene: Scene): { cause: Cause; remedy: Remedy } | null {
  if (toAsk.length === 0) return null
  const actors = toAsk.map(({ actor }) => actor)
  const first = actors.filter((id) => scene.isAddressable(id)).slice(0, mostVisits)
  const silent = insideOf(scene).filter((node) => scene.subject.silent[node]).length
  const acts = first.map((actor): Act => ({ do: 'visit', by: partnerOf(scene, actor), actor, because: 'least_told' }))
  const pairs = first.length * (silent - 1) - pairsOf(first.length)
  return {
    cause: { kind: 'silent', actors },
    remedy: { acts, withinDays: delays.visit, change: { kind: 'known', pairs }, witness: first[0] ?? null },
  }
}

/**
 * Where nobody was asked: of whom no tie or a single one is known, and which spheres and communes no tie leads to. Never that they have none. Each next to be visited is of those whom no other item asks; whose
 * sphere, then whose commune, nothing is known of, since one visit tells of all of it; of whom nothing is; who speaks for others, since it knows theirs as well.
 */
export function thinKnowledge(scene: Scene): { cause: Cause; remedy: () => Remedy } | null {
  const { subject, territory } = scene
  const nodes = insideOf(scene).filter((node) => scene.isAddressable(scene.idOf(node)))
  const untied = nodes.filter((node) => scene.degree(node) === 0)
  const single = nodes.filter((node) => scene.degree(node) === 1)
  if (untied.length + single.length === 0) return null
  const tied = nodes.filter((node) => scene.degree(node) > 0).map((node) => scene.actor(scene.idOf(node)))
  const tiedSpheres = new Set(tied.map((actor) => actor?.sphere))
  const tiedCommunes = new Set(tied.map((actor) => actor?.commune))
  const peopled = new Set(insideOf(scene).map((node) => scene.actor(scene.idOf(node))?.sphere))
  const spheres = wordsOf(territory, 'sphere').filter((sphere) => !tiedSpheres.has(sphere))
  const known = [...territory.actors.values()].flatMap(({ commune, inside }) => (inside && commune ? [commune] : []))
  const communes = [...new Set(known)].filter((commune) => !tiedCommunes.has(commune)).sort(compareText)
  const order = inOrderOfVisit(scene, [...untied, ...single], { spheres, communes })
  const { declared } = subject
  return {
    cause: {
      kind: 'thin',
      untied: order.flatMap((node) => (scene.degree(node) === 0 ? [scene.idOf(node)] : [])),
      single: order.flatMap((node) => (scene.degree(node) === 1 ? [scene.idOf(node)] : [])),
      spheres: spheres.filter((sphere) => peopled.has(sphere)),
      unpeopled: spheres.filter((sphere) => !peopled.has(sphere)),
      communes,
      oneSource: ofOneSource(scene, nodes),
      undated: declared.lastContact.filter((day) => day === null).length,
      ties: declared.graph.edgeCount,
    },
    remedy: () => {
      const free = order.filter((node) => scene.burden(scene.idOf(node)) === 0)
      return visitsTo((free.length > 0 ? free : order).slice(0, mostVisits), scene)
    },
  }
}

/** Of these, in their order, whose ties, two or more, are all told by the same source; nobody where all ties are. */
function ofOneSource(scene: Scene, nodes: readonly number[]): string[] {
  const { territory, subject } = scene
  const ties = [...territory.ties.values()].filter(({ wave }) => wave === subject.wave)
  if (new Set(ties.map(({ source }) => source)).size < 2) return []
  const ends = ties.flatMap(({ from, to, source }) => [from, to].map((end) => ({ end, source })))
  const toldOf = Map.groupBy(ends, ({ end }) => end)
  return nodes.flatMap((node) => {
    const id = scene.idOf(node)
    const [first, ...others] = (toldOf.get(id) ?? []).map(({ source }) => source)
    const isOne = first !== undefined && others.length > 0 && others.every((source) => source === first)
    return isOne ? [id] : []
  })
}

/** Whoever speaks for others knows ties of theirs as well. */
const speaksForOthers: ReadonlySet<string> = new Set(['association_entreprises', 'cluster', 'chambre_consulaire'])

function inOrderOfVisit(
  scene: Scene,
  nodes: readonly number[],
  { spheres, communes }: { readonly spheres: readonly string[]; readonly communes: readonly string[] },
): number[] {
  const [newSpheres, newCommunes] = [new Set(spheres), new Set(communes)]
  const left = new Set(nodes)
  const order: number[] = []
  while (left.size > 0) {
    const next = leastBy(left, (node) => {
      const { sphere = '', commune = '', type = '' } = scene.actor(scene.idOf(node)) ?? {}
      const speaks = speaksForOthers.has(type) ? 0 : 1
      return [newSpheres.has(sphere) ? 0 : 1, newCommunes.has(commune) ? 0 : 1, scene.degree(node), speaks, node]
    })
    if (next === null) break
    left.delete(next)
    order.push(next)
    const actor = scene.actor(scene.idOf(next))
    newSpheres.delete(actor?.sphere ?? '')
    newCommunes.delete(actor?.commune ?? '')
  }
  return order
}

function visitsTo(visited: readonly number[], scene: Scene): Remedy {
  const doors = new Set<string>()
  const acts = visited.map((node): Act => {
    const by = neighbourOf(scene, node, doors)
    if (by !== null) doors.add(by)
    const because = by === null ? null : scene.shared(scene.idOf(node), by)
    return { do: 'visit', by, actor: scene.idOf(node), because }
  })
  return { acts, withinDays: delays.visit, change: acts.length > 0 ? knownBy(visited, scene) : null, witness: null }
}

/** Who could open the door: a partner, else somebody tied of the same commune; of several the one with most ties. Nobody opens two. That two are of one sphere does not tell that one knows the other. */
function neighbourOf(scene: Scene, node: number, doors: ReadonlySet<string>): string | null {
  const partner = partnerOf(scene, scene.idOf(node))
  if (partner !== null) return doors.has(partner) ? null : partner
  const near = insideOf(scene).filter((one) => {
    const id = scene.idOf(one)
    const isNear = scene.shared(scene.idOf(node), id) === 'same_commune'
    return isNear && !doors.has(id) && scene.degree(one) > 1 && scene.isAddressable(id)
  })
  const found = leastBy(near, (one) => [-scene.degree(one), one])
  return found === null ? null : scene.idOf(found)
}

function partnerOf(scene: Scene, id: string): string | null {
  const node = scene.nodeOf(id)
  if (node < 0) return null
  const partners = [...scene.partners(node)].filter(
    (one) => scene.isAddressable(scene.idOf(one)) && !scene.subject.silent[one],
  )
  const partner = leastBy(partners, (one) => [scene.degree(one), one])
  return partner === null ? null : scene.idOf(partner)
}

/** What seems to hold in a map that nobody confirmed, and in how many draws of the ties that are missing from it it still does. */
export interface Seeming {
  readonly cause: Extract<Cause, { kind: 'go_between' | 'closed_group' | 'most_between' }>
  readonly holds: number
}

const draws = 200
/** What holds in fewer draws is not worth a visit. */
const leastHolding = 0.5
const mostWeighed = 5
/** Smaller groups are families. */
const leastMembers = 4

/** Whoever lies on fewer of the shortest paths links nobody much. */
const leastBetween = 0.1
const mostBetween = 3
/** Beyond, paths from everybody in every draw take seconds; what a team knows of is tens of actors. */
const mostSearched = 400

/**
 * Who of the territory lies on the most shortest paths of what a team knows, and is still among the first in half of the draws in which a third of all ties were unknown. Nobody whom alone
 * others are joined by (`known`), which says more. Documents name whom they are about: of them it would be a figure of style.
 */
function mostBetweenIn(scene: Scene, seed: string, known: ReadonlySet<string>): Seeming | null {
  const { basis, all } = scene.subject
  const { nodeCount } = all.graph
  if (basis !== 'informants' || nodeCount > mostSearched) return null
  const pairs = Math.max(1, ((nodeCount - 1) * (nodeCount - 2)) / 2)
  const sharesIn = (graph: Graph) => betweenness(planBetweenness(graph), false).nodes.map((paths) => paths / pairs)
  const nodes = insideOf(scene).filter((node) => scene.isAddressable(scene.idOf(node)))
  const firstOf = (shares: Float64Array) =>
    nodes.toSorted((a, b) => shares[b]! - shares[a]! || a - b).slice(0, mostBetween)
  const shares = sharesIn(all.graph)
  const candidates = firstOf(shares).filter((node) => shares[node]! >= leastBetween && !known.has(scene.idOf(node)))
  if (candidates.length === 0) return null
  const counts = candidates.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const first = firstOf(sharesIn(withUnknown(all.graph, randomStream(`${seed}:agenda:between:${draw}`))))
    for (const [i, node] of candidates.entries()) if (first.includes(node)) counts[i]!++
  }
  const holding = candidates.flatMap((node, i) => {
    const holds = counts[i]! / draws
    return holds >= leastHolding ? [{ actor: scene.idOf(node), share: shares[node]!, holds }] : []
  })
  if (holding.length === 0) return null
  return {
    cause: {
      kind: 'most_between',
      actors: holding.map(({ actor }) => actor),
      shares: holding.map(({ share }) => share),
    },
    holds: Math.min(...holding.map(({ holds }) => holds)),
  }
}

/**
 * Who seems to be a go-between, and which group seems closed, in ties that a team or documents tell of; each weighed against draws in which a third of all ties were unknown. Missing ties
 * are drawn between actors in proportion to one more than the ties they are known to have.
 */
export function seemingIn(scene: Scene, seed: string): Seeming[] {
  const seeming = seemingCuts(scene, seed)
  const brokers = seeming.flatMap(({ cause }) => (cause.kind === 'go_between' ? [cause.broker] : []))
  const between = mostBetweenIn(scene, seed, new Set(brokers))
  return between ? [...seeming, between] : seeming
}

function seemingCuts(scene: Scene, seed: string): Seeming[] {
  const { subject } = scene
  const candidates = [...seemingGoBetweens(scene), ...seemingGroups(scene)]
  if (candidates.length === 0) return []
  const counts = candidates.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const random = randomStream(`${seed}:agenda:${draw}`)
    const all = withUnknown(subject.all.graph, random)
    const declared = subject.declared === subject.all ? all : withUnknown(subject.declared.graph, random)
    for (const [i, { holds }] of candidates.entries()) if (holds(all, declared)) counts[i]!++
  }
  return candidates.flatMap(({ cause }, i) => {
    const holds = counts[i]! / draws
    return holds >= leastHolding ? [{ cause, holds }] : []
  })
}

interface Candidate {
  readonly cause: Seeming['cause']
  readonly holds: (all: Graph, declared: Graph) => boolean
}

function seemingGoBetweens(scene: Scene): Candidate[] {
  const { subject, thresholds } = scene
  const cut = cutOffBy(subject)
  const least = Math.max(thresholds['broker.leastCut'], thresholds['broker.leastShare'] * (cut.length - 1))
  const widest = [...cut.keys()]
    .filter((node) => cut[node]! >= least && scene.isAddressable(scene.idOf(node)))
    .sort((a, b) => cut[b]! - cut[a]! || a - b)
  const within = new Set<number>()
  return widest.slice(0, mostWeighed).flatMap((node): Candidate[] => {
    if (within.has(node)) return []
    const cutOff = scene.cutOffBy(node)
    for (const one of cutOff) within.add(one)
    // Of those who cannot be asked, nothing can be verified; those outside have ties that nobody here would know.
    const ids = cutOff.map((one) => scene.idOf(one)).filter((id) => scene.isAddressable(id))
    if (ids.length < least) return []
    return [
      {
        cause: { kind: 'go_between', broker: scene.idOf(node), cutOff: ids.sort(compareText) },
        holds: (all) => {
          const left = piecesWithout(all, node).slice(1)
          return left.reduce((sum, piece) => sum + piece.length, 0) >= least
        },
      },
    ]
  })
}

/** Groups closed by the mean that as many ties each would have leave them without preference. */
function seemingGroups(scene: Scene): Candidate[] {
  const { subject, thresholds } = scene
  const { graph } = subject.declared
  const most = thresholds['group.mostOpening']
  return subject.groups
    .filter(({ kind, members }) => kind !== 'commune' && members.length >= leastMembers)
    .flatMap((group): Candidate[] => {
      const { inner, leaving, expected } = leavingOf(graph, group, subject)
      // Fewer ties inside than members are no circle.
      if (inner < group.members.length || leaving >= most * expected) return []
      const members = [...group.members].filter((node) => !subject.outside[node]).map((node) => scene.idOf(node))
      return [
        {
          cause: { kind: 'closed_group', group: { kind: group.kind, id: group.id }, members, leaving, expected },
          holds: (_, declared) => {
            const drawn = leavingOf(declared, group, subject)
            return drawn.leaving < most * drawn.expected
          },
        },
      ]
    })
    .slice(0, mostWeighed)
}

/**
 * Ties inside a group and out of it, and how many would leave without preference: K − (K² − Σ k²) / 2m, K the ties of its members. Only ties among those inside the territory count: one that leads outside it is
 * neither closed nor an opening to the others.
 */
function leavingOf({ sources, targets, nodeCount }: Graph, { members }: Group, { outside }: Case) {
  const own = new Uint8Array(nodeCount)
  for (const node of members) own[node] = 1
  const degree = new Uint32Array(nodeCount)
  let [ties, inner, leaving] = [0, 0, 0]
  for (const [e, u] of sources.entries()) {
    const v = targets[e]!
    if (outside[u] || outside[v]) continue
    degree[u]!++
    degree[v]!++
    ties++
    if (own[u] && own[v]) inner++
    else if (own[u] || own[v]) leaving++
  }
  let squares = 0
  for (const node of members) squares += degree[node]! ** 2
  const ends = 2 * inner + leaving
  return { leaving, inner, expected: ends - (ends ** 2 - squares) / Math.max(1, 2 * ties) }
}

/** The ties known, and half as many more, so that a third of all were unknown. */
function withUnknown(graph: Graph, random: () => number): Graph {
  const { nodeCount, edgeCount, out } = graph
  const known = new Set<number>()
  const [sources, targets] = [[...graph.sources], [...graph.targets]]
  const dyad = (u: number, v: number) => Math.min(u, v) * nodeCount + Math.max(u, v)
  for (let e = 0; e < edgeCount; e++) known.add(dyad(sources[e]!, targets[e]!))
  const wanted = Math.min(Math.round(edgeCount / 2), (nodeCount * (nodeCount - 1)) / 2 - known.size)
  // One end of a known tie at random, or any actor: in proportion to its ties and one more.
  const pick = () => {
    const at = Math.floor(random() * (2 * edgeCount + nodeCount))
    return at < 2 * edgeCount ? out.neighbors[at]! : at - 2 * edgeCount
  }
  for (let tries = 0; sources.length < edgeCount + wanted && tries < 50 * wanted; tries++) {
    const [u, v] = [pick(), pick()]
    if (u === v || known.has(dyad(u, v))) continue
    known.add(dyad(u, v))
    sources.push(u)
    targets.push(v)
  }
  return graphOf({ directed: false, nodeCount, sources, targets })
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2
}
