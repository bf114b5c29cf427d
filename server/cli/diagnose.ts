import { perimeterWithin } from '../answer/perimeter.ts'
import { packQuestion, type Question, questionOf, toldCohesionOf } from '../answer/question.ts'
import { seedFor } from '../answer/subject.ts'
import type { StoreChoice } from '../config.ts'
import { type BareNetwork, caseOfNetwork } from '../diagnosis/bare-case.ts'
import { amongTerritories, leastTerritories } from '../diagnosis/cross.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { defaultRules } from '../diagnosis/thresholds.ts'
import type { Territory } from '../domain/territory.ts'
import { openStore } from '../open-store.ts'
import type { Store } from '../store/store.ts'
import { Compute } from '../work/compute.ts'
import { Diagnoses } from '../work/diagnoses.ts'
import { answersIn, type BareNetwork as EdgeList, nodeColumn, outsideNodes, readEdgeList } from './edge-list.ts'
import { eachInTurn, readBeside, readSource } from './files.ts'
import { networkIn } from './network-file.ts'
import type { Notify } from './notice.ts'

interface DiagnoseOptions {
  readonly seed?: string
  /** Kinds of tie that count; undefined: those a diagnosis pools, of a list all. */
  readonly tieKinds?: readonly string[]
}

export interface EdgeListDiagnoseOptions extends DiagnoseOptions {
  readonly directed?: true
  readonly weight?: string
  /** Here and in `previous`, `{}` stands for the base name of each file. */
  readonly nodes?: string
  /** Column of the declared groups; they are also what I5 and I8 compare and what null B keeps. */
  readonly group?: string
  /** Column of the places, which Null D keeps. */
  readonly place?: string
  /** Column that says who answered; undefined: everyone did. */
  readonly answered?: string
  /** COL=VALUE */
  readonly outside?: string
  /** The edge list of the survey before, on the same node list, which everyone answered. */
  readonly previous?: string
}

export interface TerritoryDiagnoseOptions extends DiagnoseOptions {
  readonly wave?: string
}

/** Enough that no thread waits for a small one. */
const filesAtOnce = 4

/** One diagnosis per edge list, in the order given; the first file that cannot be read ends the list. */
export async function* diagnoseFiles(
  files: readonly string[],
  options: EdgeListDiagnoseOptions,
  notify: Notify,
): AsyncGenerator<Diagnosis> {
  await using compute = new Compute()
  const diagnoses = new Diagnoses(compute)
  const diagnose = async (file: string) =>
    await diagnoses.refined(packQuestion(await questionOfFile(file, options, notify)))
  yield* eachInTurn(files, filesAtOnce, diagnose)
}

/** The diagnosis of one wave, the latest unless one is named, with the territory it is about. Refuses `unknown_territory`, `no_wave`, `unknown_wave`. */
export async function diagnoseTerritory(
  id: string,
  { wave, seed, tieKinds }: TerritoryDiagnoseOptions,
  choice: StoreChoice,
): Promise<{ readonly territory: Territory; readonly diagnosis: Diagnosis }> {
  await using store = await openStore(choice)
  await using compute = new Compute()
  const territory = await store.load(id)
  const { wave: within, tieKinds: kinds } = perimeterWithin(territory, { wave, tieKinds })
  const question = questionOf(territory, within, { seed, ...(tieKinds ? { tieKinds: kinds } : {}) })
  const diagnosis = await new Diagnoses(compute).refined(packQuestion(question))
  return {
    territory,
    diagnosis: { ...diagnosis, profile: amongTerritories(diagnosis.profile, await cohesionsIn(store)) },
  }
}

/** Of the territories that tell it; none where they are too few for a median. */
async function cohesionsIn(store: Store): Promise<number[]> {
  const territories = await store.list()
  if (territories.length < leastTerritories) return []
  const cohesions: number[] = []
  for (const { id } of territories) {
    const cohesion = toldCohesionOf(await store.load(id))
    if (cohesion !== null) cohesions.push(cohesion)
  }
  return cohesions
}

async function questionOfFile(name: string, options: EdgeListDiagnoseOptions, notify: Notify): Promise<Question> {
  const { nodes, previous, directed = false, weight, tieKinds, seed = 'maillage' } = options
  const [{ ties: file, nodes: own }, beside, earlier] = await Promise.all([
    readSource(name).then((source) => networkIn(source, notify)),
    nodes === undefined ? null : readBeside(name, nodes),
    previous === undefined ? null : readBeside(name, previous).then((source) => networkIn(source, notify)),
  ])
  const nodeFile = beside ?? own
  const reading = { directed, twoMode: false, weight, kinds: tieKinds }
  const list = readEdgeList(file, nodeFile, reading)
  list.notices.forEach(notify)
  const network = bareNetwork(list, options)
  const { answered: _, ...everyoneAnswered } = options
  const before = earlier && readEdgeList(earlier.ties, nodeFile, reading, list)
  before?.notices.forEach(notify)
  if (before && earlier && !haveTiedInCommon(list, before)) {
    notify({ code: 'nothing_in_common', details: { file: file.name, previous: earlier.ties.name } })
  }
  const subject = caseOfNetwork(before ? { ...network, previous: bareNetwork(before, everyoneAnswered) } : network)
  return { subject, rules: defaultRules, seed: seedFor(seed, network.graph) }
}

/** Whether any tie of the earlier list, if it has one, names a node of the later one. */
function haveTiedInCommon({ ids }: EdgeList, { ids: idsBefore, graph }: EdgeList): boolean {
  const known = new Set(ids)
  const isKnown = (node: number) => known.has(idsBefore[node] ?? '')
  return graph.edgeCount === 0 || graph.sources.some(isKnown) || graph.targets.some(isKnown)
}

function bareNetwork(list: EdgeList, options: EdgeListDiagnoseOptions): BareNetwork {
  const { group, place, answered, outside, tieKinds } = options
  const namesIn = (option: string, column: string) =>
    nodeColumn(list, option, column).map((cell) => (cell ? cell : null))
  return {
    actors: list.ids,
    graph: list.graph,
    relation: tieKinds ?? [],
    groups: group === undefined ? list.ids.map(() => null) : namesIn('--group', group),
    ...(place === undefined ? {} : { places: namesIn('--place', place) }),
    answered: answered === undefined ? null : answersIn(list, answered),
    outside: outside === undefined ? null : outsideNodes(list, outside),
  }
}
