import { stayersOf } from './comparability.ts'
import { type FigureId, figureIds, figureOf } from './figures.ts'
import { answered, type Ground, pairOf, type Side, type Standing, silent, standings } from './ground.ts'
import { type Snapshot, snapshotOf, wholeOf } from './snapshot.ts'
import { barrierBetween, comparePairs } from './ties.ts'
import { type DyadTerm, type Estimate, shareOf } from './uncertainty.ts'

/** What a wave says of a pair: tied, not tied, or nothing that can be compared. */
export type Sight = 'tied' | 'free' | 'unknown'

/**
 * Of a pair over the waves that can be compared, at least two of them: `steady`: tied in all. `lost`, `gained`: once and for all. `returned`: tied, then not, then tied. `passing`:
 * neither at the first nor at the last, in between. `changing`: more often. `unknown`: fewer than two waves can be compared.
 */
export const courses = ['steady', 'lost', 'gained', 'returned', 'passing', 'changing', 'unknown'] as const
export type Course = (typeof courses)[number]

export interface TieHistory {
  readonly u: number
  readonly v: number
  /** By wave. */
  readonly sights: readonly Sight[]
  readonly course: Course
}

/** Figures of each wave; null where they have no value. */
export interface Levels {
  readonly figure: FigureId
  /** On the roster of each wave, as all that answered tell of it. */
  readonly whole: readonly (number | null)[]
  /** On the roster common to all waves, as those that answered every time tell of it, on the kinds of tie that no survey alone tells of. */
  readonly common: readonly (number | null)[]
}

export interface Step {
  readonly from: string
  readonly to: string
  /** Years between them; null: a date is unknown. */
  readonly years: number | null
  /** Share of the ties compared that were kept. */
  readonly survival: Estimate | null
  /** Years until half of the ties are gone at that pace, −years · ln 2 / ln survival: Infinity where none went, null where there is no survival or no date. */
  readonly halfLife: number | null
}

export interface Series {
  readonly waves: readonly string[]
  /** On every roster, and that answered every time. */
  readonly stayers: readonly string[]
  readonly witnesses: readonly string[]
  readonly ties: readonly TieHistory[]
  readonly courses: Readonly<Record<Course, number>>
  readonly levels: readonly Levels[]
  readonly steps: readonly Step[]
}

/** Two waves or more, in the order of the ground. */
export function seriesOf(ground: Ground): Series {
  const { sides, actors } = ground
  const stays = (u: number) => sides.every(({ standing }) => standing[u]! >= silent)
  const witnesses = (u: number) => sides.every(({ standing }) => standing[u] === answered)
  const shared = sharedSides(ground)
  const ties = historiesOf(ground, shared)
  const wholes = sides.map((side) => wholeOf(ground, side))
  const listening = { among: stays, to: witnesses, elsewhere: false }
  const commons = shared.map((side) => snapshotOf(ground, side, listening))
  const isSurvey = sides.map(({ basis }) => basis === 'survey')
  const valuesOf = (figure: FigureId, snapshots: readonly Snapshot[]) =>
    snapshots.map((snapshot, wave) => (isSurvey[wave] ? figureOf(figure, snapshot) : null))
  const counts = Object.fromEntries(courses.map((course) => [course, 0])) as Record<Course, number>
  for (const { course } of ties) counts[course]++
  return {
    waves: sides.map(({ wave }) => wave),
    stayers: actors.filter((_, u) => stays(u)),
    witnesses: actors.filter((_, u) => witnesses(u)),
    ties,
    courses: counts,
    levels: figureIds.map((figure) => ({
      figure,
      whole: valuesOf(figure, wholes),
      common: valuesOf(figure, commons),
    })),
    steps: sides.slice(1).map((_, i) => stepOf(ground, i)),
  }
}

function stepOf(ground: Ground, index: number): Step {
  const pair = pairOf(ground, index, index + 1)
  const terms = comparePairs(pair).flatMap(({ u, v, fate }): DyadTerm[] =>
    fate === 'kept' || fate === 'ended' ? [{ u, v, x: fate === 'kept' ? 1 : 0, y: 1 }] : [],
  )
  const survival = shareOf(ground.actors.length, terms)
  const years = yearsBetween(pair.before, pair.after)
  return {
    from: pair.before.wave,
    to: pair.after.wave,
    years,
    survival,
    halfLife: survival && years !== null ? halfLifeOf(survival.value, years) : null,
  }
}

export function halfLifeOf(survival: number, years: number): number {
  if (survival >= 1) return Number.POSITIVE_INFINITY
  return survival <= 0 ? 0 : (-years * Math.LN2) / Math.log(survival)
}

const msPerYear = 365.25 * 86_400_000

export function yearsBetween(before: Side, after: Side): number | null {
  return before.date === null || after.date === null
    ? null
    : (Date.parse(after.date) - Date.parse(before.date)) / msPerYear
}

/** The waves without the kinds of tie that one survey tells of and another does not: a question that came or went is no tie that began or ended. */
function sharedSides(ground: Ground): readonly Side[] {
  const surveys = ground.sides.flatMap(({ basis }, index) => (basis === 'survey' ? [index] : []))
  const pairs = surveys.flatMap((before, i) => surveys.slice(i + 1).map((after) => pairOf(ground, before, after)))
  const setAside = new Set(pairs.flatMap(({ toldOnce }) => toldOnce.map(({ kind }) => kind)))
  if (setAside.size === 0) return ground.sides
  return ground.sides.map((side) => ({ ...side, said: side.said.filter(({ kind }) => !setAside.has(kind)) }))
}

function historiesOf(ground: Ground, shared: readonly Side[]): TieHistory[] {
  const n = ground.actors.length
  const keysOf = ({ said }: Side) => new Set(said.map(({ u, v }) => u * n + v))
  const told = shared.map(keysOf)
  const comparable = new Set(told.flatMap((keys) => [...keys]))
  const keys = [...new Set(ground.sides.flatMap((side) => [...keysOf(side)]))].sort((a, b) => a - b)
  // A wave beside itself tells whether it can be compared at all.
  const own = ground.sides.map((_, i) => pairOf(ground, i, i))
  const stays = own.map(stayersOf)
  return keys.map((key) => {
    const [u, v] = [Math.floor(key / n), key % n]
    const sights = own.map((pair, wave): Sight => {
      if (!comparable.has(key) || barrierBetween(pair, stays[wave]!, u, v)) return 'unknown'
      return told[wave]!.has(key) ? 'tied' : 'free'
    })
    return { u, v, sights, course: courseOf(sights) }
  })
}

export function courseOf(sights: readonly Sight[]): Course {
  const known = sights.filter((sight) => sight !== 'unknown')
  if (known.length < 2) return 'unknown'
  const turns = known.slice(1).filter((sight, i) => sight !== known[i]).length
  const [first, last] = [known[0], known.at(-1)]
  if (turns === 0) return first === 'tied' ? 'steady' : 'unknown'
  if (turns === 1) return first === 'tied' ? 'lost' : 'gained'
  if (turns === 2) return first === 'tied' && last === 'tied' ? 'returned' : 'passing'
  return 'changing'
}

/** One actor, wave after wave. */
export interface ActorHistory {
  readonly actor: string
  readonly waves: readonly {
    readonly wave: string
    readonly standing: Standing
    /** Partners that the wave tells of; null where it does not speak of the actor. */
    readonly partners: readonly string[] | null
  }[]
  /** Of its ties, from each wave to the next. */
  readonly steps: readonly {
    readonly from: string
    readonly to: string
    readonly kept: readonly string[]
    readonly ended: readonly string[]
    readonly new: readonly string[]
    readonly notComparable: readonly string[]
  }[]
}

/** Throws RangeError for an actor that no wave speaks of. */
export function actorHistory(ground: Ground, id: string): ActorHistory {
  const { actors, sides } = ground
  const actor = actors.indexOf(id)
  if (actor < 0) throw new RangeError(`no actor ${id}`)
  const nameOf = (node: number) => actors[node] ?? ''
  const otherOf = ({ u, v }: { readonly u: number; readonly v: number }) => nameOf(u === actor ? v : u)
  const isOwn = ({ u, v }: { readonly u: number; readonly v: number }) => u === actor || v === actor
  return {
    actor: id,
    waves: sides.map(({ wave, standing, said }) => {
      const code = standing[actor]!
      const partners = [...new Set(said.filter(isOwn).map(otherOf))].sort()
      return { wave, standing: standings[code] ?? 'absent', partners: code === 0 ? null : partners }
    }),
    steps: sides.slice(1).map((_, i) => {
      const pair = pairOf(ground, i, i + 1)
      const ties = comparePairs(pair, isOwn)
      const whose = (fate: string) => ties.filter((tie) => tie.fate === fate).map(otherOf)
      return {
        from: pair.before.wave,
        to: pair.after.wave,
        kept: whose('kept'),
        ended: whose('ended'),
        new: whose('new'),
        notComparable: whose('not_comparable'),
      }
    }),
  }
}
