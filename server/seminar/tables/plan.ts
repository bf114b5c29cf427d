import { randomStream } from '../../analysis/random.ts'
import { anneal, warm } from './anneal.ts'
import { type PlanQuality, qualityOf } from './quality.ts'
import type { Route, TableRequest } from './request.ts'
import { routesOf, type Seating, seatingOf, seatsOf } from './seating.ts'
import { Seats } from './seats.ts'
import { seatAtRandom, seatByClasses } from './start.ts'

export interface TablePlan {
  readonly routes: readonly Route[]
  readonly quality: PlanQuality
}

/** A plan beside what it is to be judged against. */
export interface ComparedPlan extends TablePlan {
  /** Means over plans drawn at random, see `seatAtRandom`. */
  readonly random: Compared
  /** The same work without regard to spheres, ties and themes. */
  readonly blind: Compared
}

/** Figures of `PlanQuality`, which may be means. */
export type Compared = Pick<PlanQuality, 'pairsMet' | 'repeats' | 'acrossSpheres' | 'farMet' | 'sharingTheme'>

/** Less than half a second for 50 people. */
export const defaultMoves = 600_000
const randomPlans = 20
const annealings = 3
const starts = 12

/**
 * Who sits where in each round, the same for the same request. Rules that cannot all be kept are broken as little as can be found, and said.
 * Throws RangeError for a request that cannot be read or seated, see `seatingOf`.
 */
export function planTables(request: TableRequest, moves = defaultMoves): TablePlan {
  const seating = seatingOf(request)
  const seats = planned(request, seating, request.objective, moves)
  return planOf(request, seating, seats.at)
}

/** The plan with the two it is compared with: twice the work of `planTables`. */
export function planAndCompare(request: TableRequest, moves = defaultMoves): ComparedPlan {
  const seating = seatingOf(request)
  const plan = planTables(request, moves)
  const spheres = request.people.map(({ sphere }) => sphere)
  const blind = qualityOf(seating, spheres, planned(request, seating, 'meet', moves).at)
  const drawn = Array.from({ length: randomPlans }, (_, i) => {
    const seats = new Seats(seating, 'meet')
    seatAtRandom(seats, randomStream(`${request.seed}:tables:random:${i}`))
    return qualityOf(seating, spheres, seats.at)
  })
  const mean = (of: keyof Compared) => drawn.reduce((sum, quality) => sum + quality[of], 0) / randomPlans
  return {
    ...plan,
    random: {
      pairsMet: mean('pairsMet'),
      repeats: mean('repeats'),
      acrossSpheres: mean('acrossSpheres'),
      farMet: mean('farMet'),
      sharingTheme: mean('sharingTheme'),
    },
    blind,
  }
}

/** What a plan is worth as it stands, whoever made it. */
export function qualityOfRoutes(request: TableRequest, routes: readonly Route[]): PlanQuality {
  const spheres = request.people.map(({ sphere }) => sphere)
  return qualityOf(seatingOf(request), spheres, seatsOf(request, routes))
}

/**
 * The best of several annealed plans; each begins with the best of several drawn by classes. Where only who meets counts, a plan in which as many meet as ever could is
 * looked for no further.
 */
function planned(request: TableRequest, seating: Seating, objective: TableRequest['objective'], moves: number): Seats {
  const random = randomStream(`${request.seed}:tables:${objective}`)
  const begun = () => {
    const seats = new Seats(seating, objective)
    seatByClasses(seats, random)
    return seats
  }
  const spheres = request.people.map(({ sphere }) => sphere)
  const isBest = ({ at }: Seats) => {
    if (objective !== 'meet' || request.rules.length > 0) return false
    const { pairsMet, bound, returns } = qualityOf(seating, spheres, at)
    return pairsMet === bound && returns === 0
  }
  return bestOf(
    annealings,
    () => {
      const seats = bestOf(starts, begun)
      anneal(seats, random, (0.8 * moves) / annealings)
      if (!isBest(seats)) anneal(seats, random, (0.2 * moves) / annealings, warm)
      return seats
    },
    isBest,
  )
}

/** The cheapest of so many plans, the first of equals; or the first that is enough. */
function bestOf(count: number, make: () => Seats, isEnough: (seats: Seats) => boolean = () => false): Seats {
  let best = make()
  for (let i = 1; i < count && !isEnough(best); i++) {
    const seats = make()
    if (seats.cost < best.cost - 1e-9) best = seats
  }
  return best
}

export function planOf(request: TableRequest, seating: Seating, at: Int32Array): TablePlan {
  const spheres = request.people.map(({ sphere }) => sphere)
  return { routes: routesOf(request, at), quality: qualityOf(seating, spheres, at) }
}
