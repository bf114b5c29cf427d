import { setImmediate } from 'node:timers/promises'
import { communities } from '../analysis/communities.ts'
import { type AskedPerimeter, perimeterWithin, waveWithin } from '../answer/perimeter.ts'
import type { StoreChoice } from '../config.ts'
import { outsideKindsOf } from '../diagnosis/territory-case.ts'
import { compareText, wavesLatestFirst } from '../domain/perimeter.ts'
import type { Territory, Wave } from '../domain/territory.ts'
import { openStore } from '../main.ts'
import { type BareWave, groundOfNetworks } from '../waves/bare-ground.ts'
import type { Division } from '../waves/communities.ts'
import { type Comparison, comparing } from '../waves/compare.ts'
import { witnessedSnapshots } from '../waves/figures.ts'
import { groundOf, pairOf, type WavePair } from '../waves/ground.ts'
import { type ProgrammeChange, programmeChange } from '../waves/programme.ts'
import type { Snapshot } from '../waves/snapshot.ts'
import { type Statement, summaryOf } from '../waves/summary.ts'
import { answersIn, type BareNetwork, nodeColumn, outsideNodes, readEdgeList } from './edge-list.ts'
import { readBeside, readSource } from './files.ts'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'

/** Two waves, how they compare, and what is to be said of it. */
export interface ComparedWaves {
  readonly pair: WavePair
  readonly comparison: Comparison
  /** Null for edge lists, which have none. */
  readonly programme: ProgrammeChange | null
  readonly summary: readonly Statement[]
  readonly seed: string
}

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
): Promise<ComparedWaves & { readonly territory: Territory }> {
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const [from, to] = wavesAsked(territory, asked)
  const perimeter: AskedPerimeter | null = tieKinds ? { wave: to, tieKinds } : null
  const ground = groundOf(
    territory,
    [from, to],
    outsideKindsOf,
    ...(perimeter ? [perimeterWithin(territory, perimeter)] : []),
  )
  const programme = programmeChange(territory, from, to)
  return { territory, ...(await compared(pairOf(ground, 0, 1), programme, seed, progress)) }
}

/** Two edge lists as two waves, the earlier one first. Refuses `same_wave` and what reading lists refuses. */
export async function compareFiles(
  [earlier, later]: readonly [string, string],
  options: EdgeListCompareOptions,
  progress: Progress,
  notify: Notify,
): Promise<ComparedWaves> {
  if (earlier === later) throw new Refusal('same_wave', { wave: later })
  const { nodes, directed = false, weight, tieKinds, seed = 'maillage' } = options
  const read = async (name: string, like?: BareNetwork) => {
    const [file, nodeFile] = await Promise.all([readSource(name), nodes === undefined ? null : readBeside(name, nodes)])
    return readEdgeList(file, nodeFile, { directed, twoMode: false, weight, kinds: tieKinds }, like)
  }
  const now = await read(later)
  const then = await read(earlier, now)
  const waves = [bareWave(earlier, then, now, options), bareWave(later, now, then, options)]
  for (const notice of [...then.notices, ...now.notices]) notify(notice)
  if (nodes === undefined) notify({ code: 'no_roster', details: { file: earlier, later } })
  return await compared(pairOf(groundOfNetworks(waves), 0, 1), null, seed, progress)
}

/** Whoever stops the command is heard between two steps. */
async function compared(
  pair: WavePair,
  programme: ProgrammeChange | null,
  seed: string,
  progress: Progress,
): Promise<ComparedWaves> {
  progress(0)
  const [before, after] = witnessedSnapshots(pair)
  const then = divisionOf(before, seed)
  await setImmediate()
  const now = divisionOf(after, seed)
  await setImmediate()
  const steps = comparing(pair, { seed, divisions: [then, now] })
  for (;;) {
    const step = steps.next()
    if (step.done) {
      const summary = summaryOf(step.value, { findings: null, introductions: null, programme })
      return { pair, comparison: step.value, programme, summary, seed }
    }
    progress(step.value)
    await setImmediate()
  }
}

/** The communities of the same witnesses, so that who else answered moves nobody. */
function divisionOf({ nodes, graph }: Snapshot, seed: string): Division {
  return { nodes, label: communities(graph, `${seed}:communities`).membership }
}

function wavesAsked(territory: Territory, asked: TerritoryCompareOptions): readonly [string, string] {
  const { from, to } = asked
  for (const wave of [from, to]) if (wave !== undefined) waveWithin(territory, wave)
  // Refuses a territory without waves.
  waveWithin(territory, undefined)
  const [earlier, later] = chosen(wavesLatestFirst(territory), from, to)
  if (!earlier || !later) throw new Refusal('one_wave', { territory: territory.id })
  if (earlier.id === later.id) throw new Refusal('same_wave', { wave: later.id })
  if (compareText(earlier.date, later.date) > 0) throw new Refusal('backwards', { from: earlier.id, to: later.id })
  return [earlier.id, later.id]
}

/** Of two waves only surveys are truly compared: what is not named is taken among them where there are any. */
function chosen(latestFirst: readonly Wave[], from: string | undefined, to: string | undefined) {
  const surveysFirst = [...latestFirst].sort((a, b) => Number(b.basis === 'survey') - Number(a.basis === 'survey'))
  const known = (id: string | undefined) => latestFirst.find((wave) => wave.id === id)
  const [start, end] = [known(from), known(to)]
  if (start && end) return [start, end]
  if (start) return [start, surveysFirst.find((wave) => isLater(wave, start))]
  if (end) return [surveysFirst.find((wave) => isLater(end, wave)), end]
  const [last, other] = surveysFirst
  return last && other && isLater(other, last) ? [last, other] : [other, last]
}

function isLater(wave: Wave, than: Wave): boolean {
  return compareText(wave.date, than.date) > 0 || (wave.date === than.date && compareText(wave.id, than.id) > 0)
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
