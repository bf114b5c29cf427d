import { LRUCache } from 'lru-cache'
import { communities } from '../analysis/communities.ts'
import type { DistanceMatrix } from '../analysis/distance-matrix.ts'
import type { Partition } from '../analysis/measure.ts'
import type { Finding } from '../diagnosis/finding.ts'
import { compositionTemplate } from '../domain/composition.ts'
import { compareText, latestWave } from '../domain/perimeter.ts'
import type { Seminar, Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { Coverage, Reaching } from '../seminar/coverage.ts'
import { emblemsOf } from '../seminar/emblems.ts'
import { compositionOf } from '../seminar/empty-chairs.ts'
import { introductionsOf } from '../seminar/introductions.ts'
import { coverageOf, distancesOf, type ListReach, mostActors, reachOf } from '../seminar/invitations.ts'
import { elsewhereAmong, type KnownTies, knownTiesOf } from '../seminar/known-ties.ts'
import { leadPairsOf } from '../seminar/lead-pairs.ts'
import { effectOf } from '../seminar/scenario.ts'
import { acquaintanceOf } from '../seminar/tables/acquaintance.ts'
import { moveSeat, replan } from '../seminar/tables/adjust.ts'
import { type KeptTables, keptTables, mostPeople } from '../seminar/tables/kept.ts'
import { meetingsOf } from '../seminar/tables/meetings.ts'
import { type Compared, planAndCompare, qualityOfRoutes, type TablePlan } from '../seminar/tables/plan.ts'
import type { PlanQuality } from '../seminar/tables/quality.ts'
import { obstaclesOf, type TableRequest } from '../seminar/tables/request.ts'
import { themesOf } from '../seminar/themes.ts'
import { nonRespondents, offRosterLists, unlistedActors } from '../seminar/unlisted.ts'
import { unseenActors } from '../seminar/unseen.ts'
import type { Answer } from '../wire/answer.ts'
import type {
  AskedChairs,
  AskedPairs,
  AskedScenario,
  ChairsWire,
  EmblemsWire,
  FrameWire,
  MovesWire,
  PairsWire,
  PlanWire,
  QualityWire,
  ReplanWire,
  ScenarioWire,
  TablesWire,
} from '../wire/seminar.ts'
import { waveWithin } from './perimeter.ts'
import { seedFor, seedNamed } from './subject.ts'

/** What a seminar of a territory rests on, worked out once for as many lists and plans as one likes. */
export interface SeminarGround {
  readonly territory: Territory
  /** Null: the territory has none yet. */
  readonly wave: string | null
  readonly known: KnownTies
  /** Null: no tie is known, or of too many actors. */
  readonly distances: DistanceMatrix | null
  readonly communities: Partition
  readonly themes: ReadonlyMap<string, readonly string[]>
}

interface OfSeminar {
  readonly seminar: string
}

/** Refuses `unknown_wave`. @param asked absent: the latest */
export function seminarWave(territory: Territory, asked: string | undefined): string | null {
  return asked === undefined ? (latestWave(territory) ?? null) : waveWithin(territory, asked)
}

export function seminarGround(territory: Territory, wave: string | null, seed = seedNamed(territory)): SeminarGround {
  const known = knownTiesOf(territory, wave)
  const hasDistances = known.graph.edgeCount > 0 && known.graph.nodeCount <= mostActors
  let distances: DistanceMatrix | null = null
  return {
    territory,
    wave,
    known,
    // Plans of tables and scenarios ask for neither of these.
    get distances() {
      if (hasDistances) distances ??= distancesOf(known)
      return distances
    },
    get communities() {
      return communitiesOf(known, seed)
    },
    themes: wave === null ? new Map() : themesOf(territory, wave),
  }
}

/** They take a third of a second, and the ties stay the same while a list changes: kept by the graph over revisions. */
const partitions = new LRUCache<string, Partition>({ max: 20 })

function communitiesOf({ graph }: KnownTies, seed: string): Partition {
  const key = seedFor(`${seed}:seminar`, graph)
  const kept = partitions.get(key)
  if (kept) return kept
  const { membership } = communities(graph, `${seed}:seminar`)
  const partition = { names: [...new Set(membership)].sort((a, b) => a - b).map(String), groupOf: membership }
  partitions.set(key, partition)
  return partition
}

/** The list against the template, and against the network as far as one is known. */
export function chairsOf(ground: SeminarGround, asked: Omit<AskedChairs, 'wave'>): Answer<ChairsWire> {
  const { territory, wave, known } = ground
  const { invited } = asked
  const composition = compositionOf(compositionTemplate(territory), known, invited)
  const emptyCritical = composition.categories
    .filter(({ category, covering }) => category.critical && covering === 'absent')
    .map(({ category }) => category)
  const { basis: _, ...read } = composition
  return {
    wave,
    basis: known.basis,
    composition: read,
    reach: reachIn(ground, asked),
    unlisted: unlistedActors(
      known,
      invited.map(({ actor }) => actor),
      emptyCritical,
    ),
    nonRespondents: nonRespondents(known),
    unseen: known.basis === 'survey' ? unseenActors(offRosterLists(known), 'free') : null,
  }
}

function reachIn(
  { known, distances, communities }: SeminarGround,
  { invited, by, count, quotas, floors, musts }: Omit<AskedChairs, 'wave'>,
): Omit<ListReach, 'basis'> | null {
  if (!distances) return null
  const listed = new Set(invited.map(({ actor }) => actor))
  const list = coverageOf(known, distances, invited)
  const first = [...new Set(musts)]
    .filter((actor) => !listed.has(actor) && known.nodeOf.has(actor))
    .slice(0, count)
    .map((actor) => takenOn(list, known.nodeOf.get(actor) ?? -1, by, known))
  const lacking = lackingOf(known, list, first, listed, { by, quotas, floors }, count - first.length)
  const required = [...first, ...lacking]
  const { basis: _, ...reach } = reachOf(known, distances, communities, invited, {
    by,
    count,
    quotas: new Map(Object.entries(quotas)),
  })
  if (required.length === 0) return reach
  const ids = required.map(({ actor }) => actor)
  const withThem = [...invited, ...ids.map((actor) => ({ actor, status: 'invited' as const }))]
  const { next } = reachOf(known, distances, communities, withThem, {
    by,
    count: count - required.length,
    quotas: quotasLeft(known, quotas, ids),
  })
  const gain = required.reduce((sum, one) => sum + one.gain, next.gain)
  // Each sphere by itself and then the rest: M. Fisher et al. (1978), the locally greedy choice.
  const certainty = lacking.length > 0 ? { proof: 'guarantee' as const, share: 1 / 2 } : next.certainty
  return { ...reach, next: { ...next, certainty, chosen: [...required, ...next.chosen], gain } }
}

function takenOn(list: Coverage, node: number, by: Reaching, { actors }: KnownTies) {
  const gain = list.gain(node, by)
  list.add(node)
  return { actor: actors[node]?.id ?? '', gain }
}

/** Whom the floors of spheres ask for, whoever adds most first, of equals the lowest node; added to the list one by one, so many at most. */
function lackingOf(
  known: KnownTies,
  list: Coverage,
  musts: readonly { readonly actor: string }[],
  listed: ReadonlySet<string>,
  { by, quotas, floors }: Pick<AskedChairs, 'by' | 'quotas' | 'floors'>,
  most: number,
) {
  const taken: { readonly actor: string; readonly gain: number }[] = []
  for (const [sphere, least] of Object.entries(floors).sort(([a], [b]) => compareText(a, b))) {
    const isOf = (node: number) => known.actors[node]?.sphere === sphere
    const quota = quotas[sphere] ?? Infinity
    let asked = musts.filter(({ actor }) => isOf(known.nodeOf.get(actor) ?? -1)).length
    while (list.members.filter(isOf).length < least && taken.length < most && asked < quota) {
      const free = known.actors.flatMap(({ id, inside, collective }, node) =>
        inside && !collective && !known.elsewhere.has(id) && isOf(node) && !listed.has(id) && !list.has(node)
          ? [{ node, gain: list.gain(node, by) }]
          : [],
      )
      const [head, ...rest] = free
      if (!head) break
      const best = rest.reduce((a, b) => (b.gain > a.gain + 1e-9 ? b : a), head)
      taken.push(takenOn(list, best.node, by, known))
      asked++
    }
  }
  return taken
}

function quotasLeft({ actors, nodeOf }: KnownTies, quotas: AskedChairs['quotas'], required: readonly string[]) {
  const left = new Map(Object.entries(quotas))
  for (const actor of required) {
    const sphere = actors[nodeOf.get(actor) ?? -1]?.sphere ?? ''
    const most = left.get(sphere)
    if (most !== undefined) left.set(sphere, Math.max(0, most - 1))
  }
  return left
}

/** Members by findings that a tie to somebody else would answer. */
export type FindingMembers = readonly { readonly id: string; readonly members: readonly string[] }[]

/** Kinds of findings that a tie of a member to somebody else would answer. */
const answered: readonly Finding['kind'][] = [
  'isolated_actor',
  'dependent_actor',
  'closed_group',
  'islet',
  'single_tie',
]

/** Of those whose names are told. */
export function findingMembers(findings: readonly Finding[]): FindingMembers {
  return findings
    .filter(({ kind, named, status }) => named && status !== 'none' && answered.includes(kind))
    .map((finding) => ({ id: finding.id, members: whomItHolds(finding) }))
}

/** The actor or the group that is alone; not those it is alone beside. */
function whomItHolds(finding: Finding): readonly string[] {
  if ('actor' in finding) return finding.actor === null ? [] : [finding.actor]
  return 'members' in finding ? finding.members : []
}

export function pairsOf(
  { territory, wave, known, communities, themes }: SeminarGround,
  { among, count, findings }: Omit<AskedPairs, 'wave'> & { readonly findings: FindingMembers },
): Answer<PairsWire> {
  return {
    wave,
    basis: known.basis,
    elsewhere: elsewhereAmong(known, among ?? []),
    leads: known.graph.edgeCount === 0 ? [] : leadPairsOf(territory, wave, known),
    introductions:
      known.graph.edgeCount === 0 ? [] : introductionsOf(known, { communities, findings, themes, among, count }),
  }
}

/** Refuses `unknown_actor`. */
export function scenarioOf(
  { territory, wave, known }: SeminarGround,
  { leaving, weakened, added }: Omit<AskedScenario, 'wave'>,
): Answer<ScenarioWire> {
  const node = (actor: string) => {
    const found = known.nodeOf.get(actor)
    if (found === undefined) throw new Problem('unknown_actor', { territory: territory.id, wave: wave ?? '', actor })
    return found
  }
  const id = (at: number) => known.actors[at]?.id ?? ''
  const ties = (pairs: AskedScenario['added']) =>
    pairs.filter(([a, b]) => a !== b).map(([a, b]) => [node(a), node(b)] as const)
  const effect = effectOf(known.graph, { leaving: leaving.map(node), weakened: ties(weakened), added: ties(added) })
  return {
    wave,
    basis: known.basis,
    efficiency: effect.efficiency,
    cutOff: effect.cutOff.map(id),
    indispensable: effect.indispensable.map(({ node: at, ...counts }) => ({ actor: id(at), ...counts })),
    absorbing: effect.absorbing.map(({ between: [a, b], ...gains }) => ({ between: [id(a), id(b)], ...gains })),
    idle: {
      weakened: effect.idle.weakened.map(([a, b]) => [id(a), id(b)] as const),
      added: effect.idle.added.map(([a, b]) => [id(a), id(b)] as const),
    },
  }
}

/** Refuses `unknown_seminar`. */
export function emblemsIn({ territory, wave, known }: SeminarGround, { seminar }: OfSeminar): Answer<EmblemsWire> {
  if (!territory.seminars.has(seminar)) throw new Problem('unknown_seminar', { territory: territory.id, seminar })
  const { conversations, ...read } = emblemsOf(territory, seminar, known)
  return {
    wave,
    basis: known.basis,
    ...read,
    conversations: conversations.slice(0, mostConversations),
    found: conversations.length,
  }
}

/** More than a seminar arranges in a day. */
const mostConversations = 40

/** Refuses `unknown_seminar`, `too_many_people`. */
export function tablesOf(ground: SeminarGround, { seminar }: OfSeminar): Answer<TablesWire> {
  const kept = keptIn(ground, seminar)
  const { request, routes } = kept
  const came = request.people.filter(({ id }) => isThere(ground.territory, id))
  const meetings = meetingsOf(came, routes)
  const plan = framed(ground, kept, { routes, quality: qualityOfRoutes(request, routes) })
  return { ...plan, came: came.map(({ id }) => id), meetings }
}

function isThere({ invitations }: Territory, invitation: string): boolean {
  return invitations.get(invitation)?.status === 'came'
}

/** A plan of what the seminar asks for; nobody keeps it yet. Refuses like `tablesOf`. */
export function planOf(
  ground: SeminarGround,
  { seminar, seed }: OfSeminar & { readonly seed?: string | undefined },
): Answer<PlanWire> {
  return planFor(ground, keptIn(ground, seminar, seed))
}

/** A plan of what is asked for, by a seminar of the territory or by nobody's. */
export function planFor(ground: SeminarGround, asked: Omit<KeptTables, 'routes'>): Answer<PlanWire> {
  const { random, blind, ...plan } = planAndCompare(asked.request)
  return { ...framed(ground, asked, plan), random, blind: compared(blind) }
}

function compared({ pairsMet, repeats, acrossSpheres, farMet, sharingTheme }: Compared): Compared {
  return { pairsMet, repeats, acrossSpheres, farMet, sharingTheme }
}

/** Refuses like `tablesOf`. */
export function replanOf(ground: SeminarGround, { seminar }: OfSeminar): Answer<ReplanWire> {
  const kept = keptIn(ground, seminar)
  const { moved, withoutHost, ...plan } = replan(kept.request, kept.routes, kept.held)
  return { ...framed(ground, kept, plan), moved, withoutHost }
}

/** Refuses like `tablesOf`, and `unknown_seat`. */
export function movesOf(
  ground: SeminarGround,
  { seminar, person, round }: OfSeminar & { readonly person: string; readonly round: number },
): Answer<MovesWire> {
  const { request, routes } = keptIn(ground, seminar)
  const from = routes.find((route) => route.person === person)?.tables[round]
  if (from === undefined || from === null) throw new Problem('unknown_seat', { seminar, person, round })
  const moves = request.tables
    .filter(({ id }) => id !== from)
    .flatMap(({ id }) => {
      const there = routes.filter(({ tables }) => tables[round] === id).map((route) => route.person)
      return [null, ...there].map((exchangedWith) => ({ table: id, exchangedWith }))
    })
  return {
    moves: moves.map(({ table, exchangedWith }) => {
      const { before, after } = moveSeat(request, routes, { person, round, table, exchangedWith })
      const change = (of: 'pairsMet' | 'repeats' | 'acrossSpheres' | 'returns' | 'alone') => after[of] - before[of]
      return {
        table,
        exchangedWith,
        pairsMet: change('pairsMet'),
        repeats: change('repeats'),
        acrossSpheres: change('acrossSpheres'),
        returns: change('returns'),
        alone: change('alone'),
        broken: after.broken.length - before.broken.length,
      }
    }),
  }
}

function keptIn({ territory, known, themes }: SeminarGround, id: string, seed?: string): KeptTables {
  const seminar: Seminar | undefined = territory.seminars.get(id)
  if (!seminar) throw new Problem('unknown_seminar', { territory: territory.id, seminar: id })
  const actors = [...territory.invitations.values()].filter((one) => one.seminar === id).map(({ actor }) => actor)
  if (actors.length > mostPeople) throw new Problem('too_many_people', { people: actors.length, most: mostPeople })
  const acquaintance = acquaintanceOf(known, actors)
  return keptTables(territory, seminar, { acquaintance, themes, ...(seed === undefined ? {} : { seed }) })
}

function framed(
  { wave, known }: SeminarGround,
  kept: Omit<KeptTables, 'routes'>,
  { routes, quality }: TablePlan,
): Answer<FrameWire> {
  const { request, held, tableless } = kept
  const { rounds, objective, seed, tables } = request
  return {
    wave,
    basis: known.basis,
    rounds,
    objective,
    seed,
    held,
    tables,
    tableless,
    obstacles: obstaclesOf(request),
    elsewhere: elsewhereAmong(
      known,
      request.people.map(({ actor }) => actor),
    ),
    routes,
    quality: namedQuality(request, quality),
  }
}

/** People of broken rules by their ids. */
function namedQuality({ people }: TableRequest, { broken, ...quality }: PlanQuality): Answer<QualityWire> {
  return {
    ...quality,
    broken: broken.map(({ rule, people: pair }) => ({ rule, people: pair.map((p) => people[p]?.id ?? '') })),
  }
}
