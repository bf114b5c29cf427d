import { transitivity } from '../analysis/closure.ts'
import { distancesTo, globalEfficiency } from '../analysis/distances.ts'
import { randomStream } from '../analysis/random.ts'
import { removalEffects } from '../analysis/removal.ts'
import { triangleSums } from '../analysis/triangles.ts'
import { type Graph, graphOf, inducedSubgraph } from '../network/graph.ts'
import { type Case, unaskedBits } from './case.ts'
import {
  beyondChance,
  closureBeyondChance,
  closureError,
  expectedWithDegreesOf,
  pathsOf,
} from './closure-beyond-chance.ts'
import { type Cross, crossAlone, type Quadrant, quadrantOf } from './cross.ts'
import { keyPlayers } from './key-players.ts'
import type { DegreeDraws } from './null/degree-draws.ts'
import { DrawRows } from './null/draw-rows.ts'
import { Rewiring } from './null/rewiring.ts'
import { ExternalTies } from './opening.ts'
import type { Renewal } from './renewal.ts'
import { insideNodes } from './rules/isolation.ts'
import {
  type Interval,
  mean,
  normalInterval,
  percentileInterval,
  standardDeviation,
  wilson,
} from './statistics/interval.ts'
import { jackknifeError, vertexBootstrap } from './statistics/resampling.ts'
import type { Thresholds } from './thresholds.ts'
import { classOf, type Reading, readings, type TieClass, tieClasses, tieClassesOf } from './tie-classes.ts'
import { type Observed, observedAmong, type Stayers, type Trajectory, trajectoryOf } from './trajectory.ts'
import { furtherSilence, withoutRespondents } from './without-respondents.ts'

/**
 * Where a territory stands between cohesion and opening: a place and a movement, never a grade. More of either is not better in itself; the strongest
 * durability goes with intermediate levels. J.-M. Callois (2004), Capital social et développement économique local, RERU 2004/4:551-577.
 */
export interface Profile {
  /** x: how much more often than by chance partners are partners too, inside; see `closureBeyondChance`. Null before draws, and where it is not defined. */
  readonly cohesion: Cohesion | null
  /** Mean closeness of the actors inside to each other, their global efficiency: another thing than closure, and nearly the most there could be in a random network. Null for fewer than two. */
  readonly proximity: Coordinate | null
  /** y: breadth × diversity of the ties out. Null without an actor outside, or without an answer. */
  readonly opening: Coordinate | null
  readonly breadth: { readonly value: number; readonly interval: Interval | null } | null
  readonly diversity: { readonly value: number; readonly interval: Interval | null } | null
  /** Against the reference cross; null when it is not known. */
  readonly quadrant: Quadrant | null
  readonly externalTies: number
  /** Who carries most of the ties out, and how concentrated they are. */
  readonly firstCarrier: { readonly actor: string; readonly share: number } | null
  readonly concentration: number | null
  /** Share of the pairs inside at most two steps apart. */
  readonly withinTwoSteps: number | null
  readonly transitivity: { readonly value: number; readonly expected: number | null; readonly z: number | null } | null
  readonly density: { readonly value: number; readonly interval: Interval | null } | null
  readonly renewal: {
    readonly ties: number
    readonly newTies: number
    readonly interval: Interval | null
  } | null
  /** The arrow from the earlier wave, on the common roster. */
  readonly trajectory: Trajectory | null
  readonly classes: { readonly [R in Reading]: { readonly [C in TieClass]: ClassFigures } }
  /** Ties between two actors outside: of no class. */
  readonly beyond: number
  /** The one and the two actors without whom the others are most apart; refined, up to 120 actors. */
  readonly keyPlayers: readonly { readonly actors: readonly string[]; readonly fragmentation: number }[] | null
}

export interface Coordinate {
  readonly value: number
  /** What as many ties give without preference: for opening, where the cross stands. */
  readonly expected: number | null
  /** Sensitivity to who was asked; 95 %. */
  readonly interval: Interval | null
  /** Between 5 and 95 % of what is found when as many respondents again are missing as are. */
  readonly band: Interval | null
}

export interface Cohesion {
  readonly value: number
  readonly cross: Cross
  /** Standard error; null: it cannot be told. */
  readonly error: number | null
  /** 95 %. */
  readonly interval: Interval | null
  /** Between 5 and 95 % of what is found when as many respondents again are missing as are. */
  readonly band: Interval | null
  /** Middle 95 % of networks of the same degrees: within, no more closed than chance. */
  readonly chance: Interval | null
  /** False where the error is too large to place a territory. */
  readonly isTold: boolean
}

export interface ClassFigures {
  readonly ties: number
  /** Share of the strength of all classed ties; null when one is unknown. */
  readonly strengthShare: number | null
  readonly expected: number | null
  readonly ratio: number | null
  /** Share of new ones among comparable ties; null when there is none. */
  readonly renewalShare: number | null
  /** Over the ties with a date; null without any. */
  readonly meanVitality: number | null
}

/** What takes draws or many searches, and may come later. */
export interface Sensitivity {
  /** Of each replicate with fewer respondents: the transitivity inside, and what its degrees make of what chance gives. */
  readonly closure: readonly { readonly transitivity: number; readonly expectedRatio: number }[]
  readonly proximity: Interval | null
  readonly proximityBand: Interval | null
  readonly opening: Interval | null
  readonly openingBand: Interval | null
  readonly breadth: Interval | null
  readonly diversity: Interval | null
  readonly density: Interval | null
  readonly keyPlayers: Profile['keyPlayers']
}

/** Draws of Null A. */
export interface PlaneDraws {
  /** Transitivity of the network inside, at its own degrees. */
  readonly transitivity: Float64Array
  /** Global efficiency among the actors inside, and opening, of the whole network. */
  readonly proximity: Float64Array
  /** Empty when opening is not defined. */
  readonly opening: Float64Array
  /** Mean transitivity of the networks of those who answered both waves, then and now; null without them. */
  readonly stayers: { readonly before: number; readonly now: number } | null
}

export function profileOf(
  subject: Case,
  draws: DegreeDraws | null,
  plane: PlaneDraws | null,
  sensitivity: Sensitivity | null,
  renewal: Renewal | null,
  thresholds: Thresholds,
): Profile {
  const external = new ExternalTies(subject)
  const hasOutside = subject.outside.includes(1)
  const opening = hasOutside ? external.openingOf() : null
  const concentration = external.concentration()
  const inside = insideGraph(subject)
  const sums = distancesTo(inside.out, inside.out)
  const cohesion = cohesionOf(subject, plane, sensitivity, thresholds)
  const proximity = coordinate(globalEfficiency(sums, inside.nodeCount), plane?.proximity, sensitivity, 'proximity')
  const y = coordinate(opening?.value ?? null, plane?.opening, sensitivity, 'opening')
  return {
    cohesion,
    proximity,
    opening: y,
    breadth: opening && { value: opening.breadth, interval: sensitivity?.breadth ?? null },
    diversity: opening && { value: opening.diversity, interval: sensitivity?.diversity ?? null },
    quadrant: quadrantOf(cohesion, y),
    externalTies: opening?.externalTies ?? 0,
    firstCarrier: concentration && {
      actor: subject.actors[concentration.first.node]!,
      share: concentration.first.share,
    },
    concentration: concentration?.index ?? null,
    withinTwoSteps:
      inside.nodeCount < 2
        ? null
        : sums.within2.reduce((sum, count) => sum + count, 0) / (inside.nodeCount * (inside.nodeCount - 1)),
    transitivity: transitivityOf(subject, draws),
    density: subject.basis === 'survey' ? densityOf(subject, sensitivity) : null,
    renewal: renewal && {
      ties: renewal.ties,
      newTies: renewal.newTies,
      interval: wilson(renewal.newTies, renewal.ties),
    },
    trajectory: trajectoryOf(subject, plane?.stayers ?? null),
    ...classFigures(subject, draws, renewal),
    keyPlayers: sensitivity?.keyPlayers ?? null,
  }
}

/** Draws of chains of Null A, which `stream` names. */
export function drawPlane(subject: Case, stayers: Stayers | null, draws: number, stream: string): PlaneDraws {
  const { graph } = subject.declared
  const chain = new Rewiring(graph, { unasked: unaskedBits(subject), mixing: null }, stream)
  const hasOutside = subject.outside.includes(1)
  const proximity = new Float64Array(draws)
  const opening = new Float64Array(hasOutside ? draws : 0)
  chain.advance(30 * chain.movable)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(5 * chain.movable)
    const drawn = { ...subject, declared: { ...subject.declared, graph: graphOfEnds(graph.nodeCount, chain.ends) } }
    const inside = insideGraph(drawn)
    proximity[draw] = globalEfficiency(distancesTo(inside.out, inside.out), inside.nodeCount) ?? Number.NaN
    if (hasOutside) opening[draw] = new ExternalTies(drawn).openingOf()?.value ?? Number.NaN
  }
  // The same chance then and now: who did not move has not moved.
  const meanOf = (network: Observed) => mean(drawTransitivity(network, draws, `${stream}:stayers`))
  return {
    transitivity: drawnInside(subject, draws, stream),
    proximity,
    opening,
    stayers: stayers && { before: meanOf(stayers.before), now: meanOf(stayers.now) },
  }
}

/** Transitivity of networks of the same degrees; 0 where there is no path of two ties. */
export function drawTransitivity({ graph, unasked }: Observed, draws: number, stream: string): Float64Array {
  const chain = new Rewiring(graph, { unasked, mixing: null }, stream)
  const rows = new DrawRows(chain.nodeCount, chain.ends)
  const paths = pathsOf(graph)
  chain.advance(30 * chain.movable)
  return Float64Array.from({ length: draws }, () => {
    chain.advance(5 * chain.movable)
    rows.read(chain.ends)
    let triangles = 0
    rows.forEachTriangle(() => {
      triangles++
    })
    return paths === 0 ? 0 : (3 * triangles) / paths
  })
}

function cohesionOf(
  subject: Case,
  plane: PlaneDraws | null,
  sensitivity: Sensitivity | null,
  thresholds: Thresholds,
): Cohesion | null {
  const place = plane && cohesionBeside(subject, plane.transitivity, thresholds)
  if (!place) return null
  const { expected, ...told } = place
  const band = sensitivity?.closure.flatMap((poorer) => {
    const closure = beyondChance(poorer.transitivity, expected * poorer.expectedRatio)
    return closure === null ? [] : [closure]
  })
  return {
    ...told,
    cross: crossAlone(thresholds),
    interval: told.error === null ? null : normalInterval(told.value, told.error),
    band: band ? percentileInterval(band, 0.9) : null,
    chance: percentileInterval(plane.transitivity.map((drawn) => (drawn - expected) / (1 - expected))),
  }
}

/** Cohesion beside what draws of the same degrees give; null where it is not defined. */
function cohesionBeside(subject: Case, drawn: Float64Array, thresholds: Thresholds) {
  if (drawn.length === 0) return null
  const inside = insideGraph(subject)
  const expected = mean(drawn)
  const value = closureBeyondChance(inside, expected)
  if (value === null) return null
  const error = closureError(inside, expected)
  return { value, error, expected, isTold: error !== null && error <= thresholds['cohesion.mostError'] }
}

/** The cohesion that the plane shows, alone; null where it shows none or its error is too large to place a territory. */
export function cohesionTold(subject: Case, thresholds: Thresholds, draws: number, stream: string): number | null {
  const place = cohesionBeside(subject, drawnInside(subject, draws, stream), thresholds)
  return place?.isTold ? place.value : null
}

function drawnInside(subject: Case, draws: number, stream: string): Float64Array {
  return drawTransitivity(observedAmong(subject, insideNodes(subject)), draws, `${stream}:inside`)
}

/** Intervals and bands, each by so many resamples. */
export function sensitivityOf(
  subject: Case,
  responseRate: number,
  times: { readonly bootstrap: number; readonly band: number },
  stream: string,
): Sensitivity {
  const external = new ExternalTies(subject)
  const { breadth, diversity, value } = external.intervals(times.bootstrap, randomStream(`${stream}:opening`))
  const whole = insideGraph(subject)
  const closure: Sensitivity['closure'][number][] = []
  const proximityBand: number[] = []
  const openingBand: number[] = []
  const random = randomStream(`${stream}:band`)
  // Where everybody answered nobody else may fall silent: every replicate is what was seen.
  const replicates = responseRate === 1 ? 1 : times.band
  for (let i = 0; i < replicates; i++) {
    const poorer = withoutRespondents(subject, furtherSilence(subject, responseRate, random))
    const inside = insideGraph(poorer)
    const efficiency = globalEfficiency(distancesTo(inside.out, inside.out), inside.nodeCount)
    const opening = new ExternalTies(poorer).openingOf()
    if (efficiency !== null) proximityBand.push(efficiency)
    if (pathsOf(inside) > 0) {
      const expectedRatio = expectedWithDegreesOf(inside, whole, 1)
      closure.push({ transitivity: transitivity(inside, triangleSums(inside).atNode), expectedRatio })
    }
    if (opening) openingBand.push(opening.value)
  }
  return {
    closure,
    proximity: proximityInterval(whole),
    proximityBand: percentileInterval(proximityBand, 0.9),
    opening: value,
    openingBand: percentileInterval(openingBand, 0.9),
    breadth,
    diversity,
    density: densityInterval(subject.declared.graph, times.bootstrap, `${stream}:density`),
    keyPlayers: keyPlayersOf(subject),
  }
}

/** Up to this many actors every one is left out in turn, and vertices are resampled; above, parts of the actors are left out. */
const mostLeftOut = 300
const parts = 50

function proximityInterval(inside: Graph): Interval | null {
  const n = inside.nodeCount
  const sums = distancesTo(inside.out, inside.out)
  const efficiency = globalEfficiency(sums, n)
  // Convention C12: no interval below fifteen.
  if (efficiency === null || n < 15) return null
  const leftOut =
    n <= mostLeftOut
      ? removalEffects(inside, sums, Array(n).keys(), () => true).distanceFragmentation.map((df) => 1 - df)
      : Array.from({ length: parts }, (_, part) => {
          const kept = [...Array(n).keys()].filter((node) => node % parts !== part)
          const rest = inducedSubgraph(inside, kept)
          return globalEfficiency(distancesTo(rest.out, rest.out), rest.nodeCount) ?? 0
        })
  const { low, high } = normalInterval(efficiency, jackknifeError(leftOut))
  return { low: Math.max(0, low), high: Math.min(1, high) }
}

function densityInterval(graph: Graph, draws: number, stream: string): Interval | null {
  const n = graph.nodeCount
  if (n < 15 || n > mostLeftOut) return null
  const cells = new Uint8Array(n * n)
  for (let e = 0; e < graph.edgeCount; e++) {
    cells[graph.sources[e]! * n + graph.targets[e]!] = 1
    cells[graph.targets[e]! * n + graph.sources[e]!] = 1
  }
  const density = (sample: { cells: Uint8Array }) => sample.cells.reduce((sum, cell) => sum + cell, 0) / (n * (n - 1))
  return percentileInterval(vertexBootstrap({ size: n, cells }, density, Math.min(draws, 400), randomStream(stream)))
}

const mostKeyPlayers = 120

function keyPlayersOf(subject: Case): Profile['keyPlayers'] {
  const { graph } = subject.all
  if (graph.nodeCount > mostKeyPlayers) return null
  return ([1, 2] as const).flatMap((count) => {
    const found = keyPlayers(graph, count)
    if (!found) return []
    return [{ actors: found.nodes.map((node) => subject.actors[node]!), fragmentation: found.fragmentation.distances }]
  })
}

function coordinate(
  value: number | null,
  drawn: Float64Array | undefined,
  sensitivity: Sensitivity | null,
  axis: 'proximity' | 'opening',
): Coordinate | null {
  if (value === null) return null
  return {
    value,
    expected: drawn && drawn.length > 0 ? mean(drawn) : null,
    interval: sensitivity?.[axis] ?? null,
    band: sensitivity?.[`${axis}Band`] ?? null,
  }
}

function transitivityOf(subject: Case, draws: DegreeDraws | null): Profile['transitivity'] {
  const { graph } = subject.declared
  const paths = pathsOf(graph)
  if (paths === 0) return null
  const value = transitivity(graph, triangleSums(graph).atNode)
  if (!draws) return { value, expected: null, z: null }
  // Degrees, and with them the paths of length two, are the same in every draw: transitivity is triangles over a constant.
  const drawn = Float64Array.from(draws.triangles, (triangles) => (3 * triangles) / paths)
  const spread = standardDeviation(drawn)
  const expected = mean(drawn)
  return { value, expected, z: spread > 0 ? (value - expected) / spread : null }
}

function densityOf(subject: Case, sensitivity: Sensitivity | null): Profile['density'] {
  const bits = unaskedBits(subject)
  const { graph } = subject.declared
  let observed = 0
  for (let u = 0; u < bits.length; u++) for (let v = u + 1; v < bits.length; v++) if (!(bits[u]! & bits[v]!)) observed++
  let ties = 0
  for (let e = 0; e < graph.edgeCount; e++) if (!(bits[graph.sources[e]!]! & bits[graph.targets[e]!]!)) ties++
  return observed === 0 ? null : { value: ties / observed, interval: sensitivity?.density ?? null }
}

function classFigures(
  subject: Case,
  draws: DegreeDraws | null,
  renewal: Renewal | null,
): Pick<Profile, 'classes' | 'beyond'> {
  const classes = tieClassesOf(subject)
  const { graph, strength, vitality } = subject.declared
  const edges = [...Array(graph.edgeCount).keys()]
  const classed = edges.filter((e) => classOf(classes, 'callois', subject, e) >= 0)
  const totalStrength = classed.reduce((sum, e) => sum + strength[e]!, 0)
  const figuresOf = (reading: Reading, index: number): ClassFigures => {
    const of = classed.filter((e) => classOf(classes, reading, subject, e) === index)
    const comparable = renewal ? of.filter((e) => renewal.isNew[e]! >= 0) : []
    const dated = of.filter((e) => !Number.isNaN(vitality[e]!))
    const share = of.reduce((sum, e) => sum + strength[e]!, 0) / totalStrength
    const expected = draws ? mean(draws.classTies[readings.indexOf(reading)]![index]!) : null
    return {
      ties: of.length,
      strengthShare: Number.isNaN(share) ? null : share,
      expected,
      ratio: expected ? of.length / expected : null,
      renewalShare:
        comparable.length > 0 ? comparable.filter((e) => renewal?.isNew[e] === 1).length / comparable.length : null,
      meanVitality: dated.length > 0 ? dated.reduce((sum, e) => sum + vitality[e]!, 0) / dated.length : null,
    }
  }
  const reading = (name: Reading) =>
    Object.fromEntries(tieClasses.map((tieClass, index) => [tieClass, figuresOf(name, index)])) as {
      [C in TieClass]: ClassFigures
    }
  return {
    classes: { callois: reading('callois'), woolcock: reading('woolcock') },
    beyond: graph.edgeCount - classed.length,
  }
}

function insideGraph(subject: Case): Graph {
  return inducedSubgraph(subject.declared.graph, insideNodes(subject))
}

function graphOfEnds(nodeCount: number, ends: Int32Array): Graph {
  const half = (offset: number) => Int32Array.from({ length: ends.length / 2 }, (_, slot) => ends[2 * slot + offset]!)
  return graphOf({ directed: false, nodeCount, sources: half(0), targets: half(1) })
}
