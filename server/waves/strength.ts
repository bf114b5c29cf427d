import { compareText } from '../domain/perimeter.ts'
import { type Regularity, regularities } from '../domain/vocabulary.ts'
import { type Judged, judged, unsaid } from './comparability.ts'
import { signTest } from './sign-test.ts'
import type { ComparedDeclaration } from './ties.ts'

export interface ChangeOfTies {
  /** Declarations kept in which both waves tell it. */
  readonly known: number
  readonly up: number
  readonly down: number
  readonly same: number
  /** Mean change: in degrees of strength, or in steps of regularity, positive when more often. */
  readonly meanChange: number
  /** Exact sign test of up against down; ties of one speaker go together, so it is indicative. */
  readonly p: number
}

/** How often one value became another, `from` and `to` in words. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly count: number
}

export interface StrengthChanges {
  readonly strength: Judged<ChangeOfTies>
  readonly regularity: Judged<ChangeOfTies>
  readonly strengthMoves: readonly Move[]
  readonly regularityMoves: readonly Move[]
}

/** What the same speaker said then and now of the ties it kept: only its own words are set beside each other. */
export function strengthChangesOf(declarations: readonly ComparedDeclaration[]): StrengthChanges {
  const kept = declarations.flatMap(({ before, after, fate }) =>
    fate === 'kept' && before && after ? [{ before, after }] : [],
  )
  const strengths = kept.flatMap(({ before, after }): [number, number][] =>
    Number.isNaN(before.strength) || Number.isNaN(after.strength) ? [] : [[before.strength, after.strength]],
  )
  const paces = kept.flatMap(({ before, after }): [number, number][] =>
    before.regularity < 0 || after.regularity < 0 ? [] : [[before.regularity, after.regularity]],
  )
  const paceName = (index: number): Regularity => regularities[index] ?? 'rarely'
  return {
    strength: changeOf(strengths, 1, 'no_strengths'),
    // The first of the regularities is the most frequent.
    regularity: changeOf(paces, -1, 'no_regularities'),
    strengthMoves: movesOf(strengths, String),
    regularityMoves: movesOf(paces, paceName),
  }
}

function changeOf(
  pairs: readonly (readonly [number, number])[],
  sign: 1 | -1,
  missing: 'no_strengths' | 'no_regularities',
): Judged<ChangeOfTies> {
  if (pairs.length === 0) return unsaid(missing)
  const changes = pairs.map(([then, now]) => sign * (now - then))
  const up = changes.filter((change) => change > 0).length
  const down = changes.filter((change) => change < 0).length
  return judged({
    known: pairs.length,
    up,
    down,
    same: pairs.length - up - down,
    meanChange: changes.reduce((sum, change) => sum + change, 0) / pairs.length,
    p: signTest(up, down),
  })
}

function movesOf(pairs: readonly (readonly [number, number])[], nameOf: (value: number) => string): Move[] {
  const counts = new Map<string, Move>()
  for (const [then, now] of pairs) {
    const [from, to] = [nameOf(then), nameOf(now)]
    const key = JSON.stringify([from, to])
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compareText(a.from + a.to, b.from + b.to))
}
