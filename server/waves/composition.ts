import { stayersOf, witnessesOf } from './comparability.ts'
import { type FigureId, figureOf } from './figures.ts'
import { answered, type Side, type WavePair } from './ground.ts'
import { type Listening, snapshotOf, wholeOf } from './snapshot.ts'

/** What a figure's change from one wave to the next is made of; the four parts sum to it. */
export interface Decomposition {
  readonly figure: FigureId
  /** Of each wave on its own roster, as all that answered tell of it. */
  readonly before: number
  readonly after: number
  readonly change: number
  /** What the figure of the earlier wave becomes without those who left. */
  readonly leavers: number
  /** What hearing other actors makes, then and now: the figure as all that answered tell of it, less as those who answered twice do. */
  readonly answers: number
  /** Of the same actors, as the same witnesses tell: what ties that ended or began make. */
  readonly ties: number
  readonly joiners: number
  /** Whether the change and its part by ties go opposite ways: composition, not ties, explains what is seen. */
  readonly isComposition: boolean
}

/**
 * An exact decomposition by steps: the earlier wave; without its leavers; told by the same witnesses; the later wave told by them; by all that answered; with its joiners.
 * Read backwards in time every part changes its sign alone. Null where the figure has no value at a step. M. Huisman, T. Snijders (2003).
 */
export function decomposed(figure: FigureId, pair: WavePair): Decomposition | null {
  const [stays, witnesses] = [stayersOf(pair), witnessesOf(pair)]
  const among = (u: number) => stays[u] === 1
  const byAll = (side: Side): Listening => ({ among, to: (u) => side.standing[u] === answered, elsewhere: true })
  const bySame: Listening = { among, to: (u) => witnesses[u] === 1, elsewhere: false }
  const { before, after } = pair
  const steps = [
    wholeOf(pair, before),
    snapshotOf(pair, before, byAll(before)),
    snapshotOf(pair, before, bySame),
    snapshotOf(pair, after, bySame),
    snapshotOf(pair, after, byAll(after)),
    wholeOf(pair, after),
  ].map((snapshot) => figureOf(figure, snapshot))
  const [first, stayersThen, sameThen, sameNow, stayersNow, last] = steps.map((value) => value ?? Number.NaN) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const change = last - first
  const ties = sameNow - sameThen
  const parts = {
    leavers: stayersThen - first,
    answers: sameThen - stayersThen + stayersNow - sameNow,
    ties,
    joiners: last - stayersNow,
  }
  if (steps.includes(null)) return null
  return { figure, before: first, after: last, change, ...parts, isComposition: change * ties < 0 }
}
