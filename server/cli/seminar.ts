import { communities } from '../analysis/communities.ts'
import type { Partition } from '../analysis/measure.ts'
import { waveWithin } from '../answer/perimeter.ts'
import type { StoreChoice } from '../config.ts'
import { compositionTemplate } from '../domain/composition.ts'
import { latestWave } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import type { Objective } from '../domain/vocabulary.ts'
import type { SourceFile } from '../exchange/csv.ts'
import { openStore } from '../main.ts'
import { type Composition, compositionOf } from '../seminar/empty-chairs.ts'
import { distancesOf, type ListReach, mostActors, reachOf } from '../seminar/invitations.ts'
import { type KnownTies, knownTiesOf } from '../seminar/known-ties.ts'
import { leadPairsOf, type NamedLeadPair } from '../seminar/lead-pairs.ts'
import { acquaintanceOf } from '../seminar/tables/acquaintance.ts'
import { type ComparedPlan, planAndCompare } from '../seminar/tables/plan.ts'
import { type Obstacle, obstaclesOf, type TableRequest } from '../seminar/tables/request.ts'
import { themesOf } from '../seminar/themes.ts'
import { offRosterLists, type Unlisted, unlistedActors } from '../seminar/unlisted.ts'
import { type Unseen, unseenActors } from '../seminar/unseen.ts'
import { readSource } from './files.ts'
import { type Guest, readApart, readGuests, readHosts } from './guests.ts'
import { Refusal } from './refusal.ts'

export interface SeminarOptions {
  readonly wave?: string
  readonly seed?: string
  /** File of the people invited; undefined: nobody yet, and the template alone answers. */
  readonly invited?: string
  readonly tables?: number
  readonly rounds?: number
  readonly preset?: Objective
  /** Files. */
  readonly hosts?: string
  readonly apart?: string
}

/** What `maillage seminar` writes, on one line. Actors, people and tables by their ids. */
export interface SeminarDocument {
  readonly territory: string
  /** Null: the territory has no wave, so no tie is known. */
  readonly wave: string | null
  readonly basis: KnownTies['basis']
  /** Null: no list was given. */
  readonly guests: readonly Guest[] | null
  readonly composition: Composition
  /** Null: no tie is known, or of too many actors to hold their distances. */
  readonly reach: ListReach | null
  readonly unlisted: readonly Unlisted[]
  /** Null: nobody was asked. */
  readonly unseen: Unseen | null
  readonly pairs: readonly NamedLeadPair[]
  readonly plan: SeminarPlan | null
}

/** People of the plan by their ids, in broken rules too. */
export interface SeminarPlan extends Omit<ComparedPlan, 'quality'> {
  readonly objective: Objective
  readonly seed: string
  readonly rounds: number
  readonly tables: TableRequest['tables']
  readonly quality: Omit<ComparedPlan['quality'], 'broken'> & {
    readonly broken: readonly { readonly rule: 'never' | 'once' | 'always'; readonly people: readonly string[] }[]
  }
  readonly obstacles: readonly Obstacle[]
}

/** The lists that a preparation is given. */
export interface SeminarFiles {
  readonly invited: SourceFile | null
  readonly hosts: SourceFile | null
  readonly apart: SourceFile | null
}

/** Everything that prepares a seminar of a territory of the store, with that territory. Refuses `unknown_territory` and what `documentOf` does. */
export async function prepareSeminar(
  id: string,
  options: SeminarOptions,
  choice: StoreChoice,
): Promise<{ readonly territory: Territory; readonly document: SeminarDocument }> {
  const read = async (name: string | undefined) => (name === undefined ? null : await readSource(name))
  const files = {
    invited: await read(options.invited),
    hosts: await read(options.hosts),
    apart: await read(options.apart),
  }
  await using store = await openStore(choice)
  const territory = await store.load(id)
  return { territory, document: documentOf(territory, files, options) }
}

/** Of the latest wave unless one is named. Refuses `unknown_wave`, what the lists are refused for, `no_guests`, `too_many_hosts`, `too_many_guests`. */
export function documentOf(
  territory: Territory,
  { invited, hosts, apart }: SeminarFiles,
  options: Omit<SeminarOptions, keyof SeminarFiles>,
): SeminarDocument {
  const wave = options.wave === undefined ? (latestWave(territory) ?? null) : waveWithin(territory, options.wave)
  const seed = options.seed ?? 'maillage'
  const known = knownTiesOf(territory, wave)
  const guests = invited ? readGuests(invited, territory) : null
  const composition = compositionOf(compositionTemplate(territory), known, guests ?? [])
  const emptyCritical = composition.categories
    .filter(({ category, covering }) => category.critical && covering === 'absent')
    .map(({ category }) => category)
  const present = (guests ?? []).filter(({ status }) => status !== 'excused')
  const plan = () => {
    if (present.length === 0) {
      throw new Refusal('no_guests', { file: invited?.name ?? '', excused: guests?.length ?? 0 })
    }
    const named = {
      hosts: hosts ? readHosts(hosts, present, territory) : [],
      apart: apart ? readApart(apart, present, territory) : [],
    }
    return planOf(territory, wave, known, present, named, options, seed)
  }
  return {
    territory: territory.id,
    wave,
    basis: known.basis,
    guests,
    composition,
    reach: reachIn(known, guests ?? [], seed),
    unlisted: unlistedActors(
      known,
      (guests ?? []).map(({ actor }) => actor),
      emptyCritical,
    ),
    unseen: known.basis === 'survey' ? unseenActors(offRosterLists(known), 'free') : null,
    pairs: leadPairsOf(territory, wave, known),
    plan: options.tables === undefined ? null : plan(),
  }
}

function reachIn(known: KnownTies, guests: readonly Guest[], seed: string): ListReach | null {
  if (known.graph.edgeCount === 0 || known.graph.nodeCount > mostActors) return null
  return reachOf(known, distancesOf(known), communitiesOf(known, seed), guests, { by: 'within1' })
}

function communitiesOf({ graph }: KnownTies, seed: string): Partition {
  const { membership } = communities(graph, `${seed}:seminar`)
  return { names: [...new Set(membership)].sort((a, b) => a - b).map(String), groupOf: membership }
}

/** More would take longer than anybody waits. */
const mostGuests = 500

function planOf(
  territory: Territory,
  wave: string | null,
  known: KnownTies,
  present: readonly Guest[],
  named: { readonly hosts: readonly string[]; readonly apart: TableRequest['rules'] },
  { tables = 1, rounds = 1, preset = 'mix' }: Pick<SeminarOptions, 'tables' | 'rounds' | 'preset'>,
  seed: string,
): SeminarPlan {
  const hosts = [...new Set([...named.hosts, ...present.filter(({ role }) => role === 'host').map(({ id }) => id)])]
  if (hosts.length > tables) throw new Refusal('too_many_hosts', { hosts: hosts.length, tables })
  if (present.length > mostGuests) throw new Refusal('too_many_guests', { people: present.length, most: mostGuests })
  const themes = wave === null ? new Map<string, readonly string[]>() : themesOf(territory, wave)
  const request: TableRequest = {
    people: present.map(({ id, actor }) => ({
      id,
      actor,
      sphere: territory.actors.get(actor)?.sphere ?? '',
      themes: themes.get(actor) ?? [],
    })),
    tables: Array.from({ length: tables }, (_, t) => ({
      id: String(t + 1),
      seats: Math.ceil(present.length / tables),
      host: hosts[t] ?? null,
    })),
    rounds,
    objective: preset,
    returns: 'avoided',
    rules: named.apart,
    locks: [],
    absences: [],
    seed,
    acquaintance: acquaintanceOf(
      known,
      present.map(({ actor }) => actor),
    ),
  }
  const { quality, ...planned } = planAndCompare(request)
  const broken = quality.broken.map(({ rule, people }) => ({ rule, people: people.map((p) => present[p]?.id ?? '') }))
  return {
    ...planned,
    objective: preset,
    seed,
    rounds,
    tables: request.tables,
    quality: { ...quality, broken },
    obstacles: obstaclesOf(request),
  }
}
