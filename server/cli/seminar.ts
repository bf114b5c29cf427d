import { isSurvey } from '../answer/perimeter.ts'
import {
  chairsOf,
  findingMembers,
  pairsOf,
  planFor,
  planOf,
  type SeminarGround,
  scenarioOf,
  seminarGround,
  seminarWave,
} from '../answer/seminars.ts'
import type { StoreChoice } from '../config.ts'
import { type Supposed, scenariosOf } from '../domain/scenario.ts'
import { keyOf, type Territory } from '../domain/territory.ts'
import type { Objective } from '../domain/vocabulary.ts'
import type { SourceFile } from '../exchange/csv.ts'
import { NameIndex } from '../exchange/names.ts'
import { openStore } from '../open-store.ts'
import { Problem } from '../problem.ts'
import { acquaintanceOf } from '../seminar/tables/acquaintance.ts'
import { invitationsTo } from '../seminar/tables/kept.ts'
import { type TableRequest, usualReturns } from '../seminar/tables/request.ts'
import type { Answer } from '../wire/answer.ts'
import type { AskedChairs, AskedScenario, ChairsWire, PairsWire, PlanWire, ScenarioWire } from '../wire/seminar.ts'
import { diagnoseTerritory } from './diagnose.ts'
import { readSource } from './files.ts'
import { type Guest, readGuests, readHosts, readPairRules, territoryOfList } from './guests.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

interface GroundOptions {
  readonly wave?: string
  readonly seed?: string
}

/** Whose list it is: of a file, of a seminar that the territory holds, or of nobody yet. */
interface ListOptions extends GroundOptions {
  readonly invited?: string
  readonly seminar?: string
}

export interface InviteOptions extends ListOptions, Partial<Pick<AskedChairs, 'count' | 'by' | 'quotas' | 'floors'>> {
  /** Ids or names of who must be among the next. */
  readonly must?: readonly string[]
}

export interface TablesOptions extends ListOptions {
  readonly tables?: number
  readonly rounds?: number
  readonly preset?: Objective
  /** Files. */
  readonly hosts?: string
  readonly apart?: string
  readonly together?: string
}

export interface PairsOptions extends ListOptions {
  readonly count?: number
}

/** Actors by ids or names; two of a tie with `=` between. */
export interface WhatIfOptions extends GroundOptions {
  /** The name of one that is kept, to which the others add. */
  readonly scenario?: string
  readonly leaving?: readonly string[]
  readonly weakened?: readonly string[]
  readonly added?: readonly string[]
}

/** What a command writes, with the territory whose names make sentences of it. */
interface Written<D> {
  readonly territory: Territory
  readonly document: D
}

/** What `maillage invite` writes on one line: as the server answers, with the list that was read; null: none was given. */
export interface InviteDocument extends Answer<ChairsWire> {
  readonly territory: string
  readonly guests: readonly Guest[] | null
}

/** Refuses `unknown_territory`, `unknown_wave`, `unknown_seminar`, `unknown_actor` and what the list is refused for. */
export async function invite(
  id: string,
  options: InviteOptions,
  choice: StoreChoice,
  notify: Notify,
): Promise<Written<InviteDocument>> {
  const { by = 'within1', count = 3, quotas = {}, floors = {}, must = [] } = options
  const { ground, guests } = await listed(id, options, choice, notify)
  const { territory } = ground
  const document = chairsOf(ground, {
    invited: (guests ?? []).map(({ actor, status }) => ({ actor, status })),
    ...{ by, count, quotas, floors },
    musts: actorsCalled(ground, must),
  })
  return { territory, document: { territory: id, guests, ...document } }
}

export interface TablesDocument extends Answer<PlanWire> {
  /** Null: the list alone is known. */
  readonly territory: string | null
  readonly guests: readonly Guest[]
}

/** A plan for the people of a list, or for those a seminar of the territory expects. Refuses what `invite` does, `no_guests`, `too_many_hosts`, `too_many_guests`. */
export async function tables(
  id: string,
  options: TablesOptions,
  choice: StoreChoice,
  notify: Notify,
): Promise<Written<TablesDocument>> {
  const { ground, guests } = await listed(id, options, choice, notify)
  const { territory } = ground
  if (options.seminar !== undefined) {
    const plan = planOf(ground, { seminar: options.seminar, seed: options.seed })
    return { territory, document: { territory: id, guests: guests ?? [], ...plan } }
  }
  const document = plannedOf(ground, options.invited ?? '', guests ?? [], await rulesRead(options), options)
  return { territory, document: { territory: id, ...document } }
}

/** The same from a list alone: its organisations are the actors, of which no tie is known. */
export async function tablesOfList(
  name: string,
  options: TablesOptions,
  notify: Notify,
): Promise<Written<TablesDocument>> {
  const file = await readSource(name)
  const territory = territoryOfList(file)
  const ground = seminarGround(territory, null)
  const document = plannedOf(ground, name, readGuests(file, territory, notify), await rulesRead(options), options)
  return { territory, document: { territory: null, ...document } }
}

export interface PairsDocument extends Answer<PairsWire> {
  readonly territory: string
}

/** Introductions among the list, where there is one; they answer what the diagnosis of a survey finds. Refuses what `invite` does. */
export async function pairs(
  id: string,
  options: PairsOptions,
  choice: StoreChoice,
  notify: Notify,
): Promise<Written<PairsDocument>> {
  const { ground, guests } = await listed(id, options, choice, notify)
  const { territory } = ground
  const { wave, seed } = options
  const asked = { ...(wave === undefined ? {} : { wave }), ...(seed === undefined ? {} : { seed }) }
  const findings = isSurvey(territory, wave)
    ? findingMembers((await diagnoseTerritory(id, asked, choice)).diagnosis.findings)
    : []
  const among = guests && [...new Set(guests.filter(({ status }) => status !== 'excused').map(({ actor }) => actor))]
  return { territory, document: { territory: id, ...pairsOf(ground, { among, count: options.count ?? 5, findings }) } }
}

export interface WhatIfDocument extends Answer<ScenarioWire> {
  readonly territory: string
  /** What was supposed, by ids. */
  readonly supposed: Answer<Omit<AskedScenario, 'wave'>>
}

/** Refuses `unknown_territory`, `unknown_wave`, `unknown_actor`, `unknown_scenario`. */
export async function whatIf(
  id: string,
  options: WhatIfOptions,
  choice: StoreChoice,
): Promise<Written<WhatIfDocument>> {
  const { ground } = await listed(id, options, choice, () => {})
  const tiesOf = (option: string, ties: readonly string[] = []) =>
    ties.map((tie) => {
      const ends = tie.split('=').map((end) => end.trim())
      const [from, to, ...others] = actorsCalled(ground, ends)
      if (from !== undefined && to !== undefined && from !== to && others.length === 0) return [from, to] as const
      throw new Refusal('bad_value', { option, got: tie, expected: 'A=B' })
    })
  const kept = scenarioOfName(ground.territory, options.scenario)
  const supposed = {
    leaving: [...kept.leaving, ...actorsCalled(ground, options.leaving ?? [])],
    weakened: [...kept.weakened, ...tiesOf('--weakened', options.weakened)],
    added: [...kept.added, ...tiesOf('--added', options.added)],
  }
  return { territory: ground.territory, document: { territory: id, supposed, ...scenarioOf(ground, supposed) } }
}

async function listed(id: string, options: ListOptions, choice: StoreChoice, notify: Notify) {
  const file = options.invited === undefined ? null : await readSource(options.invited)
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const ground = seminarGround(territory, seminarWave(territory, options.wave), options.seed ?? 'maillage')
  const guests = file
    ? readGuests(file, territory, notify)
    : options.seminar === undefined
      ? null
      : guestsOf(territory, options.seminar)
  return { ground, guests }
}

function scenarioOfName(territory: Territory, name: string | undefined): Supposed {
  if (name === undefined) return { leaving: [], weakened: [], added: [] }
  const supposed = scenariosOf(territory).get(name)
  if (!supposed) throw new Problem('unknown_scenario', { territory: territory.id, scenario: name })
  return supposed
}

/** Refuses `unknown_seminar`. */
function guestsOf(territory: Territory, seminar: string): Guest[] {
  if (!territory.seminars.has(seminar)) throw new Problem('unknown_seminar', { territory: territory.id, seminar })
  return invitationsTo(territory, seminar).map((invitation) => ({
    id: keyOf('invitation', invitation),
    actor: invitation.actor,
    person: null,
    status: invitation.status,
    role: invitation.role ?? null,
  }))
}

/** Refuses `unknown_actor`, of a name that several bear too. */
function actorsCalled({ territory, wave }: SeminarGround, called: readonly string[]): string[] {
  const names = new NameIndex(territory)
  return called.map((name) => {
    const actor = names.bearer('actor', name)
    if (actor) return actor
    throw new Problem('unknown_actor', { territory: territory.id, wave: wave ?? '', actor: name })
  })
}

/** Files that say more of a list. */
export interface RuleFiles {
  readonly hosts: SourceFile | null
  readonly apart: SourceFile | null
  readonly together: SourceFile | null
}

async function rulesRead({ hosts, apart, together }: TablesOptions): Promise<RuleFiles> {
  const read = async (name: string | undefined) => (name === undefined ? null : await readSource(name))
  return { hosts: await read(hosts), apart: await read(apart), together: await read(together) }
}

/** More would take longer than anybody waits. */
const mostGuests = 500

/** A plan for who is expected of a list, whose name is `list`. Refuses `no_guests`, `too_many_hosts`, `too_many_guests`. */
export function plannedOf(
  ground: SeminarGround,
  list: string,
  guests: readonly Guest[],
  files: RuleFiles,
  { tables = 1, rounds = 1, preset = 'mix', seed = 'maillage' }: TablesOptions,
): Omit<TablesDocument, 'territory'> {
  const { territory, known, themes } = ground
  const present = guests.filter(({ status }) => status !== 'excused')
  if (present.length === 0) throw new Refusal('no_guests', { file: list, excused: guests.length })
  const named = files.hosts ? readHosts(files.hosts, present, territory) : []
  const hosts = [...new Set([...named, ...present.filter(({ role }) => role === 'host').map(({ id }) => id)])]
  if (hosts.length > tables) throw new Refusal('too_many_hosts', { hosts: hosts.length, tables })
  if (present.length > mostGuests) throw new Refusal('too_many_guests', { people: present.length, most: mostGuests })
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
    returns: usualReturns(tables, hosts.length),
    rules: [
      ...(files.apart ? readPairRules(files.apart, 'never', present, territory) : []),
      ...(files.together ? readPairRules(files.together, 'once', present, territory) : []),
    ],
    locks: [],
    absences: [],
    seed,
    acquaintance: acquaintanceOf(
      known,
      present.map(({ actor }) => actor),
    ),
  }
  return { guests, ...planFor(ground, { request, held: 0, tableless: [] }) }
}
