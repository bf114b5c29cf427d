import { partitionOf } from '../analysis/partition.ts'
import { compareText, defaultPerimeter, type Perimeter } from '../domain/perimeter.ts'
import { type Actor, type Territory, type Tie, type Wave, wasAsked } from '../domain/territory.ts'
import { type Regularity, scopes } from '../domain/vocabulary.ts'
import { type Network, networkOf } from '../network/network.ts'
import { type Case, type Group, type GroupKind, type Tied, vouching } from './case.ts'
import { placesOf } from './places.ts'
import { programmeOf } from './programme-of.ts'
import type { Rules } from './thresholds.ts'
import { familyBit, pooledKinds } from './tie-families.ts'

export interface CaseOptions {
  /** Which ties count. Default: those of the wave, whatever their kind, seen from either end. */
  readonly perimeter?: Perimeter
  /** The wave to compare with; null: none. Default: the survey before. */
  readonly previous?: string | null
}

/** Kinds of spaces whose participants form a group of their own. */
const groupSpaces: readonly string[] = ['club', 'cluster']
const verticalKinds: readonly string[] = ['funding', 'governance']

/**
 * The case of a wave of a territory. Throws RangeError for an unknown wave.
 *
 * Groups are those declared: spheres and communes (their actors inside), clubs and clusters (their participants in the wave), and the groups actors
 * say they belong to.
 */
export function caseOf(territory: Territory, waveId: string, rules: Rules, options: CaseOptions = {}): Case {
  const wave = territory.waves.get(waveId)
  if (!wave) throw new RangeError(`no wave ${waveId}`)
  const perimeter = { ...(options.perimeter ?? defaultPerimeter(territory, waveId)), wave: waveId }
  const previousId = options.previous === undefined ? surveyBefore(territory, wave) : options.previous
  const current = withoutPrevious(territory, wave, perimeter, rules)
  if (previousId === null) return current
  const earlier = territory.waves.get(previousId)
  if (!earlier) throw new RangeError(`no wave ${previousId}`)
  const before = withoutPrevious(territory, earlier, { ...perimeter, wave: previousId }, rules)
  const nodeOf = new Map(before.actors.map((id, node) => [id, node]))
  return {
    ...current,
    previous: { case: before, nodeOf: Int32Array.from(current.actors, (id) => nodeOf.get(id) ?? -1) },
  }
}

/** The latest survey before a wave, by date then id; null when there is none, or when the wave itself was made from documents. */
function surveyBefore(territory: Territory, wave: Wave): string | null {
  if (wave.basis !== 'survey') return null
  const earlier = [...territory.waves.values()].filter(({ basis, date }) => basis === 'survey' && date < wave.date)
  earlier.sort((a, b) => compareText(b.date, a.date) || compareText(b.id, a.id))
  return earlier[0]?.id ?? null
}

function withoutPrevious(territory: Territory, wave: Wave, asked: Perimeter, rules: Rules): Case {
  // Weights and direction play no part; strengths are read from the declarations.
  const perimeter: Perimeter = { ...asked, direction: 'either', weights: 'none' }
  const network = networkOf(territory, perimeter)
  const relation = pooledKinds(perimeter.tieKinds)
  const isAll = perimeter.spaceKinds.length === 0 && relation.length === perimeter.tieKinds.length
  const actors = network.actors.map((id) => territory.actors.get(id) as Actor)
  const outside = Uint8Array.from(actors, ({ inside }) => (inside ? 0 : 1))
  const tied = tiedOf(territory, network, wave, rules)
  return {
    actors: network.actors,
    wave: wave.id,
    basis: wave.basis,
    relation,
    declared: isAll
      ? tied
      : tiedOf(territory, networkOf(territory, { ...perimeter, tieKinds: relation, spaceKinds: [] }), wave, rules),
    namesReporters: true,
    all: tied,
    shared: sharedEnds(network),
    silent: network.silent,
    asked: askedNodes(territory, wave, network.actors),
    outside,
    spheres: partitionOf(actors.map(({ sphere }) => sphere)),
    communes: partitionOf(actors.map(({ commune }) => commune)),
    places: placesOf(actors),
    outsideKinds: outsideKindsOf(actors),
    levels: Int8Array.from(actors, ({ scope }) => scopes.indexOf(scope)),
    groups: groupsOf(territory, wave, actors),
    previous: null,
    programme: programmeOf(territory, wave),
  }
}

function sharedEnds({ graph, evidence }: Network): Int32Array {
  const edges = [...evidence.keys()].filter((e) => (evidence[e]?.spaces.length ?? 0) > 0)
  return Int32Array.from(edges.flatMap((e) => [graph.sources[e]!, graph.targets[e]!]))
}

function tiedOf(territory: Territory, network: Network, wave: Wave, rules: Rules): Tied {
  const { graph, evidence, actors } = network
  const { edgeCount } = graph
  const vouched = new Uint8Array(edgeCount)
  const strength = new Float64Array(edgeCount).fill(Number.NaN)
  const families = new Uint8Array(edgeCount)
  const vertical = new Uint8Array(edgeCount)
  const silence = new Float64Array(edgeCount).fill(Number.NaN)
  const vitality = new Float64Array(edgeCount).fill(Number.NaN)
  const lastContact = new Array<string | null>(edgeCount).fill(null)
  for (let e = 0; e < edgeCount; e++) {
    const { ties = [], spaces = [] } = evidence[e] ?? {}
    if (spaces.length > 0) vouched[e]! |= vouching.elsewhere
    for (const key of ties) {
      const tie = territory.ties.get(key) as Tie
      vouched[e]! |= voucherOf(tie, actors[graph.sources[e]!], actors[graph.targets[e]!])
      families[e]! |= familyBit(tie.kind)
      if (verticalKinds.includes(tie.kind)) vertical[e] = 1
      if (tie.strength !== undefined && !(strength[e]! >= tie.strength)) strength[e] = tie.strength
      if (tie.lastContact === undefined) continue
      const months = monthsBetween(tie.lastContact, wave.date)
      const left = 2 ** (-months / halfLifeOf(tie, rules))
      const silent = chanceOfSilence(tie, months, rules)
      if (!(silence[e]! >= silent)) silence[e] = silent
      if (!(vitality[e]! >= left)) vitality[e] = left
      if (lastContact[e] === null || tie.lastContact > (lastContact[e] ?? '')) lastContact[e] = tie.lastContact
    }
  }
  return { graph, vouched, families, strength, vertical, silence, vitality, lastContact }
}

/** Months between two contacts, as declared. */
const monthsApart: Readonly<Record<Regularity, number>> = {
  weekly: 7 / 30.4375,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
  rarely: 24,
}

/** Whether a declared tie has been silent too long to be alive, as the rule on fading ties has it; null: nobody says when it last served. */
export function hasFaded(tie: Tie, wave: Pick<Wave, 'date'>, rules: Rules): boolean | null {
  if (tie.lastContact === undefined) return null
  return chanceOfSilence(tie, monthsBetween(tie.lastContact, wave.date), rules) < rules.thresholds['fading.silence']
}

/** Chance that a living tie, whose contacts come by chance at the pace it was said to have, or else at that of its kind, is silent for so long. */
function chanceOfSilence(tie: Tie, months: number, rules: Rules): number {
  const { regularity } = tie
  return regularity === undefined
    ? 2 ** (-months / halfLifeOf(tie, rules))
    : Math.exp(-months / monthsApart[regularity])
}

function halfLifeOf({ kind }: Tie, { halfLives, thresholds }: Rules): number {
  return halfLives.get(kind) ?? thresholds['halfLife.other']
}

function voucherOf({ reporter }: Tie, source: string | undefined, target: string | undefined): number {
  if (reporter !== null && reporter === source) return vouching.source
  if (reporter !== null && reporter === target) return vouching.target
  return vouching.elsewhere
}

/** Months from one date to a later one, 30.44 days each; 0 when it is not later. */
export function monthsBetween(earlier: string, later: string): number {
  const days = (Date.parse(later) - Date.parse(earlier)) / 86_400_000
  return Math.max(0, days / 30.4375)
}

function askedNodes(territory: Territory, wave: Wave, actors: readonly string[]): Uint8Array {
  const asked = new Set<string>()
  for (const entry of territory.roster.values()) {
    if (entry.wave === wave.id && wasAsked(entry)) asked.add(entry.actor)
  }
  return Uint8Array.from(actors, (id) => (asked.has(id) ? 1 : 0))
}

function groupsOf(territory: Territory, wave: Wave, actors: readonly Actor[]): Group[] {
  const members = new Map<string, { id: string; kind: GroupKind; nodes: Set<number> }>()
  const join = (kind: GroupKind, id: string, node: number) => {
    const key = `${kind} ${id}`
    const group = members.get(key)
    if (group) group.nodes.add(node)
    else members.set(key, { id, kind, nodes: new Set([node]) })
  }
  const nodeOf = new Map(actors.map(({ id }, node) => [id, node]))
  actors.forEach(({ sphere, commune, groups = [], inside }, node) => {
    if (inside) join('sphere', sphere, node)
    if (inside && commune) join('commune', commune, node)
    for (const name of groups) join('declared', name, node)
  })
  for (const { actor, space, wave: of } of territory.participations.values()) {
    const node = nodeOf.get(actor)
    if (of !== wave.id || node === undefined) continue
    if (groupSpaces.includes(territory.spaces.get(space)?.kind ?? '')) join('space', space, node)
  }
  const keys = [...members.keys()].sort(compareText)
  return keys.flatMap((key) => {
    const group = members.get(key)
    return group ? [{ id: group.id, kind: group.kind, members: Int32Array.from(group.nodes).sort() }] : []
  })
}

/** What an actor outside is to a territory, by its type. Names are fixed, met or not: diversity is out of all there could be. */
const outsideKinds = ['region', 'etat', 'entreprise', 'reseau', 'collectivite', 'autre'] as const
const kindOfType: Readonly<Record<string, (typeof outsideKinds)[number]>> = {
  region: 'region',
  etat: 'etat',
  entreprise: 'entreprise',
  cluster: 'reseau',
  association_entreprises: 'reseau',
  chambre_consulaire: 'reseau',
  agence_developpement: 'reseau',
  epci: 'collectivite',
  commune: 'collectivite',
  departement: 'collectivite',
}

/** What kind of partner each actor outside is; -1 for those inside. */
export function outsideKindsOf(actors: readonly Actor[]): Case['outsideKinds'] {
  const kindOf = ({ type, inside }: Actor) => (inside ? -1 : outsideKinds.indexOf(kindOfType[type] ?? 'autre'))
  return { names: outsideKinds, groupOf: Int32Array.from(actors, kindOf) }
}
