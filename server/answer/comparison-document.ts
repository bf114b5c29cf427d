import { regularities } from '../domain/vocabulary.ts'
import type { MatchedSet } from '../waves/communities.ts'
import type { Judged } from '../waves/comparability.ts'
import type { Comparison } from '../waves/compare.ts'
import { type Said, type Side, speakers, standings, type WavePair } from '../waves/ground.ts'
import type { PlaneMove } from '../waves/plane.ts'
import type { Aftermath, Statement } from '../waves/summary.ts'
import type { ComparedDeclaration, ComparedPair } from '../waves/ties.ts'

/** Two waves, how they compare, and what is to be said of it. */
export interface Told {
  readonly pair: WavePair
  readonly comparison: Comparison
  readonly plane: Judged<PlaneMove>
  /** Of edge lists nothing. */
  readonly aftermath: Aftermath
  readonly summary: readonly Statement[]
  readonly seed: string
}

/**
 * What is told of two waves, by the command line on one line: all of the comparison as plain data, actors by their ids. `value` null is what cannot be said, with its `reason`; any other number
 * that is null has no value.
 */
export function comparisonDocument({ pair, comparison, plane, aftermath, summary, seed }: Told) {
  const { actors, before, after, pairs, declarations, figures, positions, communities, ...rest } = comparison
  return {
    before: sideOf(pair.actors, pair.before),
    after: sideOf(pair.actors, pair.after),
    summary,
    ...rest,
    pairs: pairs.map((tie) => pairOf(actors, tie)),
    declarations: declarations.map((declaration) => declarationOf(pair, declaration)),
    figures: Object.fromEntries(figures),
    positions: Object.fromEntries(positions),
    communities: communities.value
      ? { ...communities, value: namedCommunities(actors, communities.value) }
      : communities,
    plane,
    ...aftermath,
    seed,
  }
}

function sideOf(actors: readonly string[], { wave, date, basis, standing }: Side) {
  return {
    wave,
    date,
    basis,
    standings: Object.fromEntries(
      standings.map((name, code) => [name, actors.filter((_, actor) => standing[actor] === code)]),
    ),
  }
}

/** `before`, `after`: who told of the tie; null among them: it is nobody's word. */
function pairOf(actors: readonly string[], { u, v, before, after, fate, reason, sameWitness }: ComparedPair) {
  const ends = [actors[u] ?? '', actors[v] ?? '']
  return { ends, before: tellersOf(ends, before), after: tellersOf(ends, after), fate, reason, sameWitness }
}

function tellersOf([low = '', high = '']: readonly string[], bits: number): (string | null)[] {
  const told = [
    [speakers.low, low],
    [speakers.high, high],
    [speakers.elsewhere, null],
  ] as const
  return told.flatMap(([bit, who]) => (bits & bit ? [who] : []))
}

function declarationOf({ actors, kinds }: WavePair, { before, after, fate, reason }: ComparedDeclaration) {
  const said = before ?? after
  const ends = [actors[said?.u ?? -1] ?? '', actors[said?.v ?? -1] ?? '']
  const [speaker = null] = tellersOf(ends, said?.speaker ?? 0)
  const kind = kinds[said?.kind ?? -1] ?? ''
  return { ends, kind, speaker, before: strengthOf(before), after: strengthOf(after), fate, reason }
}

function strengthOf(said: Said | null) {
  if (!said) return null
  const { strength, regularity } = said
  return { strength: Number.isNaN(strength) ? null : strength, regularity: regularities[regularity] ?? null }
}

function namedCommunities(actors: readonly string[], found: NonNullable<Comparison['communities']['value']>) {
  const ids = (nodes: readonly number[]) => nodes.map((node) => actors[node] ?? '')
  const named = (sets: readonly MatchedSet[]) => sets.map((set) => ({ ...set, actors: ids(set.actors) }))
  return {
    ...found,
    before: named(found.before),
    after: named(found.after),
    flows: found.flows.map((flow) => ({ ...flow, actors: ids(flow.actors) })),
  }
}
