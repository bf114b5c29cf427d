import type { Told } from '../answer/comparison-document.ts'
import { groundAsked, packPair, wavesAsked } from '../answer/waves.ts'
import type { StoreChoice } from '../config.ts'
import type { Territory } from '../domain/territory.ts'
import { openStore } from '../main.ts'
import { Problem } from '../problem.ts'
import { unpack } from '../threads/memory.ts'
import { type BareWave, groundOfNetworks } from '../waves/bare-ground.ts'
import { pairOf, type WavePair } from '../waves/ground.ts'
import { type ProgrammeChange, programmeChange } from '../waves/programme.ts'
import { summaryOf } from '../waves/summary.ts'
import { Compute } from '../work/compute.ts'
import { answersIn, type BareNetwork, nodeColumn, outsideNodes, readEdgeList } from './edge-list.ts'
import { readBeside, readSource } from './files.ts'
import { networkIn } from './network-file.ts'
import type { Notify } from './notice.ts'

interface CompareOptions {
  readonly seed?: string
  /** Kinds of tie that count; undefined: all. */
  readonly tieKinds?: readonly string[]
}

export interface TerritoryCompareOptions extends CompareOptions {
  readonly from?: string
  readonly to?: string
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
 * `no_wave`, `unknown_wave`, `unknown_word`, `one_wave`, `same_wave`, `backwards`.
 */
export async function compareTerritory(
  id: string,
  { seed = 'maillage', tieKinds, ...asked }: TerritoryCompareOptions,
  choice: StoreChoice,
  progress: Progress,
): Promise<Told & { readonly territory: Territory }> {
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const [from, to] = wavesAsked(territory, asked)
  const ground = groundAsked(territory, [from, to], tieKinds)
  const programme = programmeChange(territory, from, to)
  return { territory, ...(await compared(pairOf(ground, 0, 1), programme, seed, progress)) }
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
  return await compared(pairOf(groundOfNetworks(waves), 0, 1), null, seed, progress)
}

async function compared(
  pair: WavePair,
  programme: ProgrammeChange | null,
  seed: string,
  progress: Progress,
): Promise<Told> {
  progress(0)
  await using compute = new Compute()
  const { comparison } = unpack(await compute.compare(packPair({ pair, seed }, programme), { progress }))
  const summary = summaryOf(comparison, { findings: null, introductions: null, programme })
  return { pair, comparison, programme, summary, seed }
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
