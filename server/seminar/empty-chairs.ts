import { belongsTo, type CompositionTemplate } from '../domain/composition.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Chair } from '../domain/territory.ts'
import type { InvitationStatus } from '../domain/vocabulary.ts'
import { elsewhereAmong, type KnownTies, partnersOf, unansweringNodes } from './known-ties.ts'

/** An actor on the list. Several people of one actor are one invitee. */
export interface Invitee {
  readonly actor: string
  readonly status: InvitationStatus
}

/**
 * `covered` by at least as many as it asks for; `thin`: by fewer; `unanswering`: only by actors that were asked and never
 * answered; `absent`: by nobody. Whoever is excused does not count.
 */
export const coverings = ['covered', 'thin', 'unanswering', 'absent'] as const
type Covering = (typeof coverings)[number]

export interface Composition {
  readonly basis: KnownTies['basis']
  readonly categories: readonly CategoryReading[]
  readonly spheres: readonly SphereReading[]
  /** Share of the categories covered, 0..1; null: the template has none. */
  readonly score: number | null
  /** Ids on the list that the territory does not know, and those of collectives, which cover nothing; in the order given. */
  readonly unknown: readonly string[]
  readonly collective: readonly string[]
  /** Those expected the wave does not speak of: they sit on their chairs, and nothing is known of their ties. */
  readonly elsewhere: readonly string[]
}

export interface CategoryReading {
  readonly category: Chair
  readonly covering: Covering
  /** Invitees that sit on it, in the order of ids. */
  readonly seated: readonly string[]
  /** Those of them that never answered. */
  readonly unanswering: readonly string[]
  /** Empty where it is covered. First who comes first. */
  readonly candidates: readonly Candidate[]
}

/** Actors count under their own sphere, which is thin when one alone speaks where its categories ask for two. */
export interface SphereReading {
  readonly sphere: string
  readonly covering: Covering
  readonly seated: readonly string[]
  readonly categoriesCovered: number
  readonly categories: number
}

/** Why one would be a good choice: facts, in the order they decide. */
export interface Candidate {
  readonly actor: string
  /** Distinct actors that name it. */
  readonly nominators: readonly string[]
  /** Itself and partners that no invitee is or is tied to; nobody where the wave does not speak of it. */
  readonly newlyReached: readonly string[]
  /** Pairs of its nominators more than two steps apart without it. */
  readonly bridging: number
  /** Partners that could fill another chair still empty. */
  readonly tiesToAbsent: readonly string[]
  /** Was asked and never answered. */
  readonly unanswering: boolean
  /** The wave does not speak of it: nothing is known of its ties. */
  readonly elsewhere: boolean
  readonly inviters: readonly Inviter[]
}

/** Somebody with a tie to a candidate: invitees first, then the strongest tie, the latest, and ids. What is unknown comes last. */
export interface Inviter {
  readonly actor: string
  readonly invited: boolean
  readonly strength: number | null
  readonly lastContact: string | null
}

/**
 * The list of invitees against a template: what is covered, and for every chair that is not, who could take it and through whom.
 *
 * Categories come critical first where they are not covered, then as the template lists them. Candidates are actors of the kind, named one by one (no collective) and not on
 * the list, those the wave speaks of first, by number of nominators, of newly reached actors, bridging value, ties to the absent, then ids: lexicographic, no score. Without any tie only ids
 * are left to order them.
 */
export function compositionOf(
  template: CompositionTemplate,
  known: KnownTies,
  invitees: readonly Invitee[],
): Composition {
  const { actors, nodeOf } = known
  const listed = new Set(invitees.map(({ actor }) => nodeOf.get(actor) ?? -1))
  const seated = seatedNodes(known, invitees)
  const silent = new Set(unansweringNodes(known))
  const read = template.categories.map((category) => {
    const nodes = seated.filter((node) => belongsTo(actors[node]!, category))
    return { category, nodes, covering: coveringOf(nodes, silent, category.min) }
  })
  const free = [...actors.keys()].filter((node) => !listed.has(node) && !actors[node]!.collective)
  const missing = read.filter(({ covering }) => covering === 'absent' || covering === 'unanswering')
  const around = { known, seated: new Set(seated), silent, reached: reachedBy(known, seated) }
  const absentees = (besides: Chair) =>
    new Set(
      free.filter((node) => missing.some(({ category }) => category !== besides && belongsTo(actors[node]!, category))),
    )
  const isUrgent = ({ category, covering }: (typeof read)[number]) => category.critical && covering !== 'covered'
  const categories = [...read.filter(isUrgent), ...read.filter((reading) => !isUrgent(reading))].map(
    ({ category, nodes, covering }): CategoryReading => ({
      category,
      covering,
      seated: nodes.map((node) => actors[node]!.id),
      unanswering: nodes.filter((node) => silent.has(node)).map((node) => actors[node]!.id),
      candidates:
        covering === 'covered'
          ? []
          : ranked(
              free.filter((node) => belongsTo(actors[node]!, category)),
              absentees(category),
              around,
            ),
    }),
  )
  const covered = read.filter(({ covering }) => covering === 'covered').length
  return {
    basis: known.basis,
    categories,
    spheres: spheresOf(template, known, seated, silent, read),
    score: read.length === 0 ? null : covered / read.length,
    unknown: invitees.map(({ actor }) => actor).filter((id) => !nodeOf.has(id)),
    collective: invitees.map(({ actor }) => actor).filter((id) => actors[nodeOf.get(id) ?? -1]?.collective),
    elsewhere: elsewhereAmong(
      known,
      seated.map((node) => actors[node]!.id),
    ),
  }
}

/** Nodes of the invitees that are not excused, ascending, each once. A collective is no guest: somebody has to be named. */
export function seatedNodes({ actors, nodeOf }: KnownTies, invitees: readonly Invitee[]): number[] {
  const nodes = new Set<number>()
  for (const { actor, status } of invitees) {
    const node = nodeOf.get(actor)
    if (node !== undefined && status !== 'excused' && !actors[node]!.collective) nodes.add(node)
  }
  return [...nodes].sort((a, b) => a - b)
}

/** Pairs of the nodes that are more than two steps apart once `without` is gone. */
export function farPairs({ graph }: Pick<KnownTies, 'graph'>, nodes: readonly number[], without: number): number {
  const near = new Map(nodes.map((node) => [node, within2(graph, node, without)]))
  let far = 0
  nodes.forEach((u, i) => {
    for (const v of nodes.slice(i + 1)) if (!near.get(u)?.has(v)) far++
  })
  return far
}

function within2(graph: KnownTies['graph'], node: number, without: number): Set<number> {
  const met = new Set<number>()
  for (const partner of partnersOf(graph, node)) {
    if (partner === without) continue
    met.add(partner)
    for (const second of partnersOf(graph, partner)) if (second !== without) met.add(second)
  }
  return met
}

function coveringOf(nodes: readonly number[], silent: ReadonlySet<number>, min: number): Covering {
  if (nodes.length === 0) return 'absent'
  if (nodes.every((node) => silent.has(node))) return 'unanswering'
  return nodes.length < min ? 'thin' : 'covered'
}

function spheresOf(
  { categories }: CompositionTemplate,
  { actors }: KnownTies,
  seated: readonly number[],
  silent: ReadonlySet<number>,
  read: readonly { readonly category: Chair; readonly covering: Covering }[],
): SphereReading[] {
  const spheres = [...new Set(categories.map(({ sphere }) => sphere))]
  return spheres.map((sphere) => {
    const nodes = seated.filter((node) => actors[node]!.sphere === sphere)
    const own = read.filter(({ category }) => category.sphere === sphere)
    const asked = own.reduce((sum, { category }) => sum + category.min, 0)
    return {
      sphere,
      covering: coveringOf(nodes, silent, Math.min(2, asked)),
      seated: nodes.map((node) => actors[node]!.id),
      categoriesCovered: own.filter(({ covering }) => covering === 'covered').length,
      categories: own.length,
    }
  })
}

function reachedBy({ graph }: KnownTies, seated: readonly number[]): Uint8Array {
  const reached = new Uint8Array(graph.nodeCount)
  for (const node of seated) {
    reached[node] = 1
    for (const partner of partnersOf(graph, node)) reached[partner] = 1
  }
  return reached
}

interface Around {
  readonly known: KnownTies
  readonly seated: ReadonlySet<number>
  readonly silent: ReadonlySet<number>
  readonly reached: Uint8Array
}

function ranked(nodes: readonly number[], absentees: ReadonlySet<number>, around: Around): Candidate[] {
  const { known, silent, reached } = around
  const { actors, graph, namedBy, elsewhere } = known
  const idsOf = (list: readonly number[]) => list.map((node) => actors[node]!.id)
  const candidates = nodes.map((node): Candidate => {
    const partners = [...partnersOf(graph, node)]
    const isElsewhere = elsewhere.has(actors[node]!.id)
    return {
      actor: actors[node]!.id,
      nominators: idsOf(namedBy[node]!),
      newlyReached: isElsewhere ? [] : idsOf([node, ...partners].filter((met) => !reached[met])),
      bridging: farPairs(known, namedBy[node]!, node),
      tiesToAbsent: idsOf(partners.filter((partner) => absentees.has(partner))),
      unanswering: silent.has(node),
      elsewhere: isElsewhere,
      inviters: invitersOf(node, around),
    }
  })
  return candidates.sort(
    (a, b) =>
      Number(a.elsewhere) - Number(b.elsewhere) ||
      b.nominators.length - a.nominators.length ||
      b.newlyReached.length - a.newlyReached.length ||
      b.bridging - a.bridging ||
      b.tiesToAbsent.length - a.tiesToAbsent.length ||
      compareText(a.actor, b.actor),
  )
}

function invitersOf(node: number, { known, seated }: Around): Inviter[] {
  const { actors, graph, strength, lastContact } = known
  const { offsets, neighbors, edges } = graph.out
  const inviters: Inviter[] = []
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const partner = neighbors[i]!
    const e = edges[i]!
    if (actors[partner]!.collective) continue
    inviters.push({
      actor: actors[partner]!.id,
      invited: seated.has(partner),
      strength: Number.isNaN(strength[e]) ? null : strength[e]!,
      lastContact: lastContact[e] ?? null,
    })
  }
  return inviters.sort(
    (a, b) =>
      Number(b.invited) - Number(a.invited) ||
      (b.strength ?? 0) - (a.strength ?? 0) ||
      compareText(b.lastContact ?? '', a.lastContact ?? '') ||
      compareText(a.actor, b.actor),
  )
}
