import { type Case, presentOf } from './case.ts'
import { type Finding, findingOf, type Reason } from './finding.ts'
import { observeSpheres, type SphereDraws, type SphereField } from './null/sphere-draws.ts'
import { type DataQuality, reaches } from './response.ts'
import {
  excludedSphereFinding,
  isClusteredBeyond,
  judgePairs,
  sphereFieldOf,
  testPairs,
} from './rules/excluded-spheres.ts'
import { SphereSample } from './sampling.ts'
import type { Thresholds } from './thresholds.ts'
import type { RunPiece } from './work.ts'

/** A test is over once this many draws were at least as extreme as what was observed. */
const stopAfter = 20
/** How far from a floor, as a share of it, an effect must lie for more draws not to matter. */
const margin = 0.15

/** Spheres that meet each other little, from draws of Null D that grow, and spheres kept apart from all others, from labels dealt anew. */
export class SphereStudy {
  findings: readonly Finding[] = []
  readonly #subject: Case
  readonly #thresholds: Thresholds
  readonly #seed: string
  readonly #run: RunPiece
  readonly #field: SphereField
  readonly #observed: SphereDraws
  readonly #sample: SphereSample
  readonly #cannot: Reason | null

  constructor(
    subject: Case,
    quality: DataQuality,
    thresholds: Thresholds,
    seed: string,
    run: RunPiece,
    mostActors: number,
  ) {
    this.#subject = subject
    this.#thresholds = thresholds
    this.#seed = seed
    this.#run = run
    this.#field = sphereFieldOf(subject)
    this.#observed = observeSpheres(this.#field)
    this.#sample = new SphereSample(this.#field, `${seed}:${subject.places ? 'D' : 'E'}`, run)
    this.#cannot = cannotCompare(subject, quality, mostActors)
  }

  /** Draws until every test is settled, at most `draws`, and says what follows. */
  async study(draws: number): Promise<void> {
    if (this.#cannot) {
      const reason = this.#cannot
      this.findings = (['excluded_spheres', 'sphere_kept_apart'] as const).map((kind) =>
        findingOf(kind, 'insufficient', { reason }),
      )
      return
    }
    const drawn = await this.#sample.growTo(draws, (sample) => this.#isSettled(sample))
    const placesMissing = this.#subject.places === null && isClusteredBeyond(this.#observed, drawn, this.#thresholds)
    this.findings = [...this.#pairs(drawn, placesMissing), ...(await this.#apart(draws, placesMissing))]
  }

  /** Draws made so far. */
  get drawn(): number {
    return this.#sample.drawn
  }

  #pairs(draws: SphereDraws, placesMissing: boolean): Finding[] {
    const none = (reason: Reason) => [findingOf('excluded_spheres', 'insufficient', { reason })]
    const { sphereOf } = this.#field
    const inside = sphereOf.filter((sphere) => sphere >= 0)
    if (new Set(inside).size === 2) return none('two_spheres')
    if (inside.length < this.#thresholds['excluded.leastActors']) return none('too_small')
    const tests = testPairs(this.#subject, this.#observed, draws, this.#thresholds, stopAfter)
    if (tests.length === 0) return none('too_few_ties')
    return judgePairs(tests, placesMissing, this.#thresholds).map((judgement) =>
      excludedSphereFinding(this.#subject, judgement, draws, this.#sample.stream),
    )
  }

  async #apart(draws: number, placesMissing: boolean): Promise<Finding[]> {
    return await this.#run('spheresApart', {
      subject: presentOf(this.#subject),
      thresholds: this.#thresholds,
      placesMissing,
      draws,
      stream: `${this.#seed}:labels`,
    })
  }

  #isSettled(draws: SphereDraws): boolean {
    const mostRatio = this.#thresholds['excluded.mostRatio'] * (1 + margin)
    const pairs = testPairs(this.#subject, this.#observed, draws, this.#thresholds, stopAfter)
    return pairs.every(({ ties, expected, test }) => test.exceedances >= stopAfter || ties > mostRatio * expected)
  }
}

/** Why spheres may not be compared at all; null when they may. */
function cannotCompare(
  { actors, spheres, outside }: Case,
  { basis, gate }: DataQuality,
  mostActors: number,
): Reason | null {
  if (basis !== 'survey') return basis
  if (!reaches(gate, 'composition')) return 'response_rate'
  if (actors.length > mostActors) return 'too_large'
  const present = new Set(spheres.groupOf.filter((sphere, node) => sphere >= 0 && !outside[node]))
  return present.size < 2 ? 'no_spheres' : null
}
