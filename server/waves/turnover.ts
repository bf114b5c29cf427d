import { type Reading, readings, type TieClass, tieClasses } from '../diagnosis/tie-classes.ts'
import type { WavePair } from './ground.ts'
import { type ComparedPair, comparePairs, type Fate } from './ties.ts'
import { type DyadTerm, type Estimate, gapOf, shareOf } from './uncertainty.ts'

/** Kept, ended and new ties of one class. A tie may change class: it ends as what it was, and is new as what it is. */
export interface TurnoverRow {
  /** What names the row: a kind; two spheres; a reading and a class; `embedded` or `bare`. */
  readonly name: readonly string[]
  /** Ties of the class in the earlier wave, kept and ended. */
  readonly kept: number
  readonly ended: number
  /** Ties of the class in the later wave, kept and new. */
  readonly keptNow: number
  readonly new: number
  /** kept / (kept + ended); null without either. */
  readonly survival: Estimate | null
  /** new / (keptNow + new). */
  readonly novelty: Estimate | null
}

/** How much better the ties of one class last than those of another, as a difference of survival; the interval is 95 %. */
export interface SurvivalGap {
  readonly longer: readonly string[]
  readonly shorter: readonly string[]
  readonly gap: Estimate
}

export interface TurnoverTables {
  readonly all: TurnoverRow
  readonly byKind: readonly TurnoverRow[]
  readonly bySpheres: readonly TurnoverRow[]
  readonly byClass: readonly TurnoverRow[]
  /** Whether the two ends of a tie shared a partner in the wave that tells of it. */
  readonly byEmbedding: readonly TurnoverRow[]
  /** Embedded over bare, bonding over bridging: bridges are expected to go sooner. R. Burt (2002), Social Networks 24:333-363. */
  readonly gaps: readonly SurvivalGap[]
}

type Then = (tie: ComparedPair, wave: 'before' | 'after') => boolean

export function turnoverOf(pair: WavePair, compared: readonly ComparedPair[]): TurnoverTables {
  const row = (name: readonly string[], isOf: Then, of = compared) => rowOf(pair, name, of, isOf)
  const isToldOnce = new Set(pair.toldOnce.map(({ kind }) => kind))
  const byKind = pair.kinds.flatMap((kind, index) => {
    if (isToldOnce.has(index)) return []
    const told = comparePairs(pair, (said) => said.kind === index)
    return told.length === 0 ? [] : [row([kind], () => true, told)]
  })
  const classes = classifierOf(pair)
  const byClass = readings.flatMap((reading) =>
    tieClasses.map((name) => row([reading, name], (tie, wave) => classes(reading, tie, wave) === name)),
  )
  const isEmbedded = embeddingOf(pair.actors.length, compared)
  const byEmbedding = [row(['embedded'], isEmbedded), row(['bare'], (tie, wave) => !isEmbedded(tie, wave))]
  const gap = (longer: readonly string[], isLonger: Then, shorter: readonly string[], isShorter: Then) => {
    const terms = (isOf: Then) => survivalTerms(compared, (tie) => isOf(tie, 'before'))
    const found = gapOf(pair.actors.length, terms(isLonger), terms(isShorter))
    return found ? [{ longer, shorter, gap: found }] : []
  }
  const isClass =
    (reading: Reading, name: TieClass): Then =>
    (tie, wave) =>
      classes(reading, tie, wave) === name
  return {
    all: row([], () => true),
    byKind,
    bySpheres: sphereRows(pair, compared),
    byClass,
    byEmbedding,
    gaps: [
      ...gap(['embedded'], isEmbedded, ['bare'], (tie, wave) => !isEmbedded(tie, wave)),
      ...readings.flatMap((reading) =>
        gap([reading, 'bonding'], isClass(reading, 'bonding'), [reading, 'bridging'], isClass(reading, 'bridging')),
      ),
    ],
  }
}

/** The two spheres of a tie in the order of their names; null where one is unknown. */
export function spheresOfTie({ spheres }: WavePair, u: number, v: number): readonly [number, number] | null {
  const [g, h] = [spheres.groupOf[u]!, spheres.groupOf[v]!]
  return g < 0 || h < 0 ? null : [Math.min(g, h), Math.max(g, h)]
}

function sphereRows(pair: WavePair, compared: readonly ComparedPair[]): TurnoverRow[] {
  const { names } = pair.spheres
  const ties = new Map<number, ComparedPair[]>()
  for (const tie of compared) {
    const between = spheresOfTie(pair, tie.u, tie.v)
    if (!between) continue
    const key = between[0] * names.length + between[1]
    const known = ties.get(key)
    if (known) known.push(tie)
    else ties.set(key, [tie])
  }
  const keys = [...ties.keys()].sort((a, b) => a - b)
  return keys.map((key) => {
    const name = [names[Math.floor(key / names.length)] ?? '', names[key % names.length] ?? '']
    return rowOf(pair, name, ties.get(key) ?? [], () => true)
  })
}

function rowOf(pair: WavePair, name: readonly string[], compared: readonly ComparedPair[], isOf: Then): TurnoverRow {
  const count = (fate: Fate, wave: 'before' | 'after') =>
    compared.filter((tie) => tie.fate === fate && isOf(tie, wave)).length
  const novelties = compared.flatMap((tie): DyadTerm[] => {
    const { u, v, fate } = tie
    return (fate === 'kept' || fate === 'new') && isOf(tie, 'after') ? [{ u, v, x: fate === 'new' ? 1 : 0, y: 1 }] : []
  })
  return {
    name,
    kept: count('kept', 'before'),
    ended: count('ended', 'before'),
    keptNow: count('kept', 'after'),
    new: count('new', 'after'),
    survival: shareOf(
      pair.actors.length,
      survivalTerms(compared, (tie) => isOf(tie, 'before')),
    ),
    novelty: shareOf(pair.actors.length, novelties),
  }
}

function survivalTerms(compared: readonly ComparedPair[], isOf: (tie: ComparedPair) => boolean): DyadTerm[] {
  return compared.flatMap((tie): DyadTerm[] => {
    const { u, v, fate } = tie
    return (fate === 'kept' || fate === 'ended') && isOf(tie) ? [{ u, v, x: fate === 'kept' ? 1 : 0, y: 1 }] : []
  })
}

/** Steps of scope from which a tie is vertical, and the kinds that are power over the other; as in the diagnosis. */
const verticalSteps = 2
const verticalKinds: readonly string[] = ['funding', 'governance']

/** The class of a tie in either reading (see diagnosis/tie-classes.ts), by the kinds that a wave tells; null between two actors outside. */
function classifierOf(pair: WavePair) {
  const { outside, spheres, levels, kinds } = pair
  const n = pair.actors.length
  const isVertical = new Set(verticalKinds.map((kind) => kinds.indexOf(kind)))
  const vertical = { before: new Set<number>(), after: new Set<number>() }
  for (const wave of ['before', 'after'] as const) {
    for (const { u, v, kind } of pair[wave].said) if (isVertical.has(kind)) vertical[wave].add(u * n + v)
  }
  return (reading: Reading, { u, v }: ComparedPair, wave: 'before' | 'after'): TieClass | null => {
    if (outside[u] && outside[v]) return null
    const isAlike = spheres.groupOf[u]! >= 0 && spheres.groupOf[u] === spheres.groupOf[v]
    const crosses = outside[u] !== outside[v]
    if (reading === 'callois') return crosses ? 'bridging' : isAlike ? 'bonding' : 'linking'
    const steps = levels ? Math.abs(levels[u]! - levels[v]!) : 0
    if (steps >= verticalSteps || vertical[wave].has(u * n + v)) return 'linking'
    return isAlike && !crosses ? 'bonding' : 'bridging'
  }
}

/** Whether the ends of a tie share a partner among the pairs compared, in one wave. */
function embeddingOf(actors: number, compared: readonly ComparedPair[]): Then {
  const partners = { before: neighborsOf(actors, compared, 'before'), after: neighborsOf(actors, compared, 'after') }
  return ({ u, v }, wave) => {
    const [few, many] = [partners[wave][u]!, partners[wave][v]!].sort((a, b) => a.size - b.size) as [
      Set<number>,
      Set<number>,
    ]
    for (const w of few) if (many.has(w)) return true
    return false
  }
}

function neighborsOf(actors: number, compared: readonly ComparedPair[], wave: 'before' | 'after'): Set<number>[] {
  const neighbors = Array.from({ length: actors }, () => new Set<number>())
  for (const tie of compared) {
    if (tie.reason !== null || tie[wave] === 0) continue
    neighbors[tie.u]!.add(tie.v)
    neighbors[tie.v]!.add(tie.u)
  }
  return neighbors
}
