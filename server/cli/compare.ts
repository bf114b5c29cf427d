import { existsSync } from 'node:fs'
import { type Beside, besideOf, territoryChange } from '../answer/beside.ts'
import type { Told } from '../answer/comparison-document.ts'
import { packQuestion, questionOf } from '../answer/question.ts'
import { seedNamed } from '../answer/subject.ts'
import {
  type AskedWaves,
  type Compared,
  type ComparedDiagnoses,
  type ComparedWaves,
  groundAsked,
  packPair,
  rsienaOf,
  toldOf,
  wavesAsked,
} from '../answer/waves.ts'
import type { StoreChoice } from '../config.ts'
import type { Territory } from '../domain/territory.ts'
import { openStore } from '../open-store.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { unpack } from '../threads/memory.ts'
import { type BareWave, groundOfNetworks } from '../waves/bare-ground.ts'
import { pairOf, type WavePair } from '../waves/ground.ts'
import { type ProgrammeChange, programmeChange } from '../waves/programme.ts'
import { Compute } from '../work/compute.ts'
import { Diagnoses } from '../work/diagnoses.ts'
import { writeWhole } from './convert.ts'
import { answersIn, type BareNetwork, nodeColumn, outsideNodes, readEdgeList } from './edge-list.ts'
import { readBeside, readSource } from './files.ts'
import { networkIn } from './network-file.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

interface CompareOptions {
  readonly seed?: string
  /** Kinds of tie that count; undefined: all. */
  readonly tieKinds?: readonly string[]
  /** File of the two waves for RSiena, to be written. */
  readonly rsiena?: string
  readonly force?: true
}

export interface TerritoryCompareOptions extends CompareOptions {
  readonly from?: string
  readonly to?: string
  /** Sets the change beside those of every other territory of the store. */
  readonly beside?: true
  /** False: neither wave is diagnosed, which takes longest. */
  readonly findings?: boolean
}

export interface EdgeListCompareOptions extends CompareOptions {
  readonly directed?: true
  readonly weight?: string
  /** The roster: one for both lists, or one each, `{}` standing for the base name of the list. */
  readonly nodes?: string
  /** Column of the spheres. */
  readonly group?: string
  /** Column that says who answered; undefined: everyone did. */
  readonly answered?: string
  /** COL=VALUE */
  readonly outside?: string
}

/** Called with the share of the work that is done, 0..1. */
type Progress = (share: number) => void

/**
 * Two waves of a territory; the two latest surveys unless they are named, or the two latest waves of one that has no two surveys. Refuses `unknown_territory`,
 * `no_wave`, `unknown_wave`, `unknown_word`, `one_wave`, `same_wave`, `backwards`, `existing_file`, `unwritable_file`.
 */
export async function compareTerritory(
  id: string,
  { tieKinds, findings = true, ...asked }: TerritoryCompareOptions,
  choice: StoreChoice,
  progress: Progress,
): Promise<Told & { readonly territory: Territory; readonly beside: Beside | null }> {
  await using store = await openStore(choice)
  const territory = await store.load(id)
  // As the page does, so that both tell the same figures.
  const { seed = seedNamed(territory) } = asked
  const [from, to] = wavesAsked(territory, asked)
  const pair = pairOf(groundAsked(territory, [from, to], tieKinds), 0, 1)
  await writeRsiena(pair, asked)
  const programme = programmeChange(territory, from, to)
  const share = findings ? comparingShare : 1
  const waves = await comparedWaves({ pair, seed }, programme, (done) => progress(done * share))
  const diagnosed = (done: number) => progress(share + (1 - share) * done)
  const diagnoses = findings
    ? await diagnosesOf(territory, [from, to], { seed, ...(tieKinds && { tieKinds }) }, diagnosed)
    : null
  const beside = asked.beside ? await besideOthers(store, territory, { from, to, tieKinds, seed: asked.seed }) : null
  return { territory, beside, ...toldOf({ pair, seed }, waves, programme, diagnoses) }
}

/** Beside those of the others that have two waves to compare. */
async function besideOthers(
  store: Store,
  territory: Territory,
  asked: AskedWaves & { readonly seed: string | undefined },
): Promise<Beside> {
  const { tieKinds, seed } = asked
  const own = territoryChange({ territory }, asked)
  const others: ReturnType<typeof territoryChange>[] = []
  for (const { id, waves } of await store.list()) {
    if (id === territory.id || waves < 2) continue
    try {
      others.push(territoryChange({ territory: await store.load(id) }, { tieKinds, seed }))
    } catch (error) {
      // Its waves cannot be compared.
      if (!(error instanceof Problem)) throw error
    }
  }
  return besideOf(own, others)
}

/** Of the whole, where both waves are diagnosed too. */
const comparingShare = 0.2

/** What both diagnoses say, as `maillage diagnose` does. */
async function diagnosesOf(
  territory: Territory,
  waves: readonly [string, string],
  options: CompareOptions,
  progress: Progress,
): Promise<ComparedDiagnoses> {
  await using compute = new Compute()
  const diagnoses = new Diagnoses(compute)
  const shares = waves.map(() => 0)
  const found = await Promise.all(
    waves.map(async (wave, i) => {
      const told = (share: number) => {
        shares[i] = share
        progress(Math.min(...shares))
      }
      return await diagnoses.refined(packQuestion(questionOf(territory, wave, options)), { progress: told })
    }),
  )
  const [before = [], after = []] = found.map(({ findings }) => findings)
  return { stage: 'refined', before, after, told: new Set([...before, ...after].map(({ id }) => id)) }
}

/** Both waves as RSiena reads them, into a ZIP file. Refuses `existing_file`, `unwritable_file`. */
async function writeRsiena(pair: WavePair, { rsiena, force }: CompareOptions): Promise<void> {
  if (rsiena === undefined) return
  if (existsSync(rsiena) && !force) throw new Refusal('existing_file', { file: rsiena })
  await writeWhole(rsiena, rsienaOf(pair))
}

/** Two edge lists as two waves, the earlier one first. Refuses `same_wave` and what reading lists refuses. */
export async function compareFiles(
  [earlier, later]: readonly [string, string],
  options: EdgeListCompareOptions,
  progress: Progress,
  notify: Notify,
): Promise<Told> {
  if (earlier === later) throw new Problem('same_wave', { wave: later })
  const { nodes, directed = false, weight, tieKinds, seed = 'maillage' } = options
  const read = async (name: string, like?: BareNetwork) => {
    const [{ ties, nodes: own }, beside] = await Promise.all([
      readSource(name).then((source) => networkIn(source, notify)),
      nodes === undefined ? null : readBeside(name, nodes),
    ])
    return readEdgeList(ties, beside ?? own, { directed, twoMode: false, weight, kinds: tieKinds }, like)
  }
  const now = await read(later)
  const then = await read(earlier, now)
  const waves = [bareWave(earlier, then, now, options), bareWave(later, now, then, options)]
  for (const notice of [...then.notices, ...now.notices]) notify(notice)
  if (nodes === undefined) notify({ code: 'no_roster', details: { file: earlier, later } })
  const compared = { pair: pairOf(groundOfNetworks(waves), 0, 1), seed }
  await writeRsiena(compared.pair, options)
  return toldOf(compared, await comparedWaves(compared, null, progress), null, null)
}

async function comparedWaves(
  compared: Compared,
  programme: ProgrammeChange | null,
  progress: Progress,
): Promise<ComparedWaves> {
  progress(0)
  await using compute = new Compute()
  return unpack(await compute.compare(packPair(compared, programme), { progress }))
}

/** Of a list without a roster, whom the other alone names may have been there and untied, or gone: it is on no roster. */
function bareWave(name: string, list: BareNetwork, other: BareNetwork, options: EdgeListCompareOptions): BareWave {
  const { group, answered, outside } = options
  const own = new Set(list.ids)
  const elsewhere = list.nodeList ? [] : other.ids.filter((id) => !own.has(id))
  const unlisted = list.ids.filter((_, node) => list.nodeList && !list.nodeList.rows[node])
  const groups = group === undefined ? [] : nodeColumn(list, '--group', group)
  const isOutside = outside === undefined ? [] : outsideNodes(list, outside)
  return {
    wave: name,
    actors: [...list.ids, ...elsewhere],
    graph: list.graph,
    offRoster: new Set([...elsewhere, ...unlisted]),
    answered: answered === undefined ? null : answersIn(list, answered),
    spheres: new Map(list.ids.flatMap((id, node): [string, string][] => (groups[node] ? [[id, groups[node]]] : []))),
    outside: new Set(list.ids.filter((_, node) => isOutside[node])),
  }
}
