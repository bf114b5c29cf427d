import { describe, expect, test } from 'vitest'
import { drawDegrees, joinDegreeDraws, observeDegrees } from '../../../server/diagnosis/null/degree-draws.ts'
import { drawMixing, joinMixingDraws, observeMixing } from '../../../server/diagnosis/null/mixing-draws.ts'
import { drawSpheres, joinSphereDraws, observeSpheres, pairIndex } from '../../../server/diagnosis/null/sphere-draws.ts'
import { combineByRank } from '../../../server/diagnosis/statistics/combination.ts'
import { mean } from '../../../server/diagnosis/statistics/interval.ts'
import { sequentialP } from '../../../server/diagnosis/statistics/p-value.ts'
import { demo, expectedWithin, nodesWhere } from '../demo.ts'

const chunk = 500
const chunks = 10
const draws = chunk * chunks
const { names } = demo.spheres

describe('Null A of the second wave', () => {
  const groups = [demo.club, ...names.map((name) => nodesWhere(({ sphere }) => sphere === name))]
  const field = {
    graph: demo.wave2,
    unasked: null,
    groups,
    staying: new Int32Array(),
    classes: null,
    placeOf: null,
  }
  const spheres = {
    graph: demo.wave2,
    unasked: null,
    sphereOf: demo.spheres.groupOf,
    sphereCount: names.length,
    keeps: null,
  }
  const between = joinSphereDraws(Array.from({ length: chunks }, (_, i) => drawSpheres(spheres, chunk, `demo:${i}`)))
  const observedBetween = observeSpheres(spheres)
  const drawn = joinDegreeDraws(Array.from({ length: chunks }, (_, i) => drawDegrees(field, chunk, `demo:${i}`)))
  const observed = observeDegrees(field)
  /** Ties that leave a group: its degrees, which no draw changes, less both ends of its internal ties. */
  const leaving = (group: number, internal: number) => {
    const { offsets } = demo.wave2.out
    const degrees = [...(groups[group] ?? [])].reduce((sum, u) => sum + (offsets[u + 1] ?? 0) - (offsets[u] ?? 0), 0)
    return degrees - 2 * internal
  }

  function pClosure(group: number): number {
    const [triangles = -1] = observed.groupTriangles[group] ?? []
    return sequentialP(drawn.groupTriangles[group] ?? [], triangles, 'upper', Infinity).p
  }

  /** Few ties leave where many stay. */
  function pOpening(group: number): number {
    const [internal = -1] = observed.groupTies[group] ?? []
    return sequentialP(drawn.groupTies[group] ?? [], internal, 'upper', Infinity).p
  }

  test('the club: 18 ties and 20 triangles inside, 2 ties out of the 33 expected', () => {
    const reference = demo.reference.wave2_nullA.club
    expect(observed.groupTies[0]?.[0]).toBe(reference.ties)
    expect(observed.groupTriangles[0]?.[0]).toBe(reference.triangles)
    expect(leaving(0, observed.groupTies[0]?.[0] ?? -1)).toBe(reference.external)
    expect(leaving(0, mean(drawn.groupTies[0] ?? []))).toBeCloseTo(reference.expExternal, 0)
    expect(Math.abs(pClosure(0) - reference.pClosure)).toBeLessThan(expectedWithin(reference.pClosure, draws))
    expect(Math.abs(pOpening(0) - reference.pOpening)).toBeLessThan(expectedWithin(reference.pOpening, draws))
  })

  test.each(demo.reference.wave2_nullA.sphere)('sphere $sphere', (reference) => {
    const group = 1 + names.indexOf(reference.sphere)
    expect(groups[group]).toHaveLength(reference.size)
    expect(observed.groupTies[group]?.[0]).toBe(reference.internalTies)
    expect(3 * (observed.groupTriangles[group]?.[0] ?? -1)).toBe(reference.internalTriangleCorners)
    expect(leaving(group, observed.groupTies[group]?.[0] ?? -1)).toBe(reference.externalTies)
    expect(Math.abs(pClosure(group) - reference.pClosure)).toBeLessThan(expectedWithin(reference.pClosure, draws))
    expect(Math.abs(pOpening(group) - reference.pOpening)).toBeLessThan(expectedWithin(reference.pOpening, draws))
  })

  test.each(demo.reference.spherePairs_wave2_nullA)('$a and $b', (reference) => {
    const pair = pairIndex(names.indexOf(reference.a), names.indexOf(reference.b), names.length)
    const values = between.pairTies[pair] ?? []
    expect(observedBetween.pairTies[pair]?.[0]).toBe(reference.ties)
    const less = sequentialP(values, reference.ties, 'lower', Infinity).p
    const more = sequentialP(values, reference.ties, 'upper', Infinity).p
    expect(Math.abs(less - reference.pLess)).toBeLessThan(expectedWithin(reference.pLess, draws))
    expect(Math.abs(more - reference.pMore)).toBeLessThan(expectedWithin(reference.pMore, draws))
  })
})

describe('Null B of the second wave', () => {
  const tested = Int32Array.from(demo.ids.keys())
  const field = { graph: demo.wave2, unasked: null, sphereOf: demo.spheres.groupOf, tested, keeps: null }
  const parts = Array.from({ length: chunks }, (_, i) => drawMixing(field, chunk, `demo:${i}`))
  const { offsets } = demo.wave2.out
  const { tallies } = joinMixingDraws(
    parts,
    [...tested].map((u) => (offsets[u + 1] ?? 0) - (offsets[u] ?? 0)),
  )
  const observed = observeMixing(field)

  test.each(demo.reference.wave2_nullB.actor)('$id', (reference) => {
    const node = demo.ids.indexOf(reference.id)
    const { closed = -1, open = -1 } = observed.actors[node] ?? {}
    const tally = tallies[node]
    if (!tally) throw new Error('no tally')
    const combined = combineByRank(tally, closed, open)
    expect(closed).toBe(reference.triangles)
    expect(open).toBe(reference.ext)
    expect(combined.draws).toBe(draws)
    expect(Math.abs(combined.pClosed - reference.pClosure)).toBeLessThan(expectedWithin(reference.pClosure, draws))
    expect(Math.abs(combined.pOpen - reference.pOpening)).toBeLessThan(expectedWithin(reference.pOpening, draws))
  })
})
