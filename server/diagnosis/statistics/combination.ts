import { addOneP } from './p-value.ts'

/** How many draws gave each pair of two whole numbers ≥ 0: a `closed` one, extreme when large, and an `open` one, extreme when small. */
export class PairTally {
  #draws = 0
  /** Values 0..most of `open` in each row. */
  readonly #width: number
  /** Row `closed`, column `open`; rows are added as they are met. */
  #counts: Uint32Array

  constructor(mostOpen: number) {
    this.#width = mostOpen + 1
    this.#counts = new Uint32Array(8 * this.#width)
  }

  get draws(): number {
    return this.#draws
  }

  add(closed: number, open: number, times = 1): void {
    const cell = closed * this.#width + open
    if (cell >= this.#counts.length) {
      const grown = new Uint32Array(Math.max(2 * this.#counts.length, (closed + 1) * this.#width))
      grown.set(this.#counts)
      this.#counts = grown
    }
    this.#counts[cell]! += times
    this.#draws += times
  }

  /** Every pair met, with how often. */
  *cells(): Generator<{ closed: number; open: number; times: number }> {
    for (let cell = 0; cell < this.#counts.length; cell++) {
      const times = this.#counts[cell]!
      if (times > 0) yield { closed: Math.floor(cell / this.#width), open: cell % this.#width, times }
    }
  }
}

export interface Combined {
  readonly pClosed: number
  readonly pOpen: number
  /** Of both together. */
  readonly p: number
  readonly meanClosed: number
  readonly meanOpen: number
  readonly draws: number
}

/**
 * Two partial tests on the same draws combined into one p-value, whatever their dependence.
 *
 * Each draw, and the observation beside them, gets the partial p-values it would have had in its place. F = −ln p₁ − ln p₂, and p is the rank of
 * the observed F among all: under the null every one of the draws + 1 is equally likely to come first. The product
 * of two whole counts orders F exactly.
 *
 * R. Fisher (1932). F. Pesarin, L. Salmaso (2010), Permutation Tests for Complex Data, Wiley, ch. 4.
 */
export function combineByRank(tally: PairTally, closed: number, open: number): Combined {
  const cells = [...tally.cells()]
  const atLeast = new Map<number, number>()
  const atMost = new Map<number, number>()
  let sumClosed = 0
  let sumOpen = 0
  for (const cell of cells) {
    atLeast.set(cell.closed, (atLeast.get(cell.closed) ?? 0) + cell.times)
    atMost.set(cell.open, (atMost.get(cell.open) ?? 0) + cell.times)
    sumClosed += cell.closed * cell.times
    sumOpen += cell.open * cell.times
  }
  // The observation is one of the outcomes that each is compared with, itself included.
  atLeast.set(closed, (atLeast.get(closed) ?? 0) + 1)
  atMost.set(open, (atMost.get(open) ?? 0) + 1)
  accumulate(atLeast, (a, b) => b - a)
  accumulate(atMost, (a, b) => a - b)

  const extremity = (c: number, o: number) => (atLeast.get(c) ?? 0) * (atMost.get(o) ?? 0)
  const observed = extremity(closed, open)
  let exceedances = 0
  for (const cell of cells) if (extremity(cell.closed, cell.open) <= observed) exceedances += cell.times
  const { draws } = tally
  return {
    pClosed: (atLeast.get(closed) ?? 0) / (draws + 1),
    pOpen: (atMost.get(open) ?? 0) / (draws + 1),
    p: addOneP(exceedances, draws),
    meanClosed: draws > 0 ? sumClosed / draws : Number.NaN,
    meanOpen: draws > 0 ? sumOpen / draws : Number.NaN,
    draws,
  }
}

/** Turns counts of values into counts of values up to and including each, in the given order. */
function accumulate(counts: Map<number, number>, order: (a: number, b: number) => number): void {
  let sum = 0
  for (const value of [...counts.keys()].sort(order)) {
    sum += counts.get(value) ?? 0
    counts.set(value, sum)
  }
}
