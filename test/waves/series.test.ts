import { describe, expect, test } from 'vitest'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { planeMove } from '../../server/waves/plane.ts'
import { actorHistory, courseOf, halfLifeOf, seriesOf } from '../../server/waves/series.ts'
import { drawnWave } from './draw.ts'

const ground = groundOfNetworks([
  drawnWave('a>b a>c c>d e', { wave: 'w1', date: '2023-06-01' }),
  drawnWave('a>b d e c', { wave: 'w2', date: '2024-06-01', silent: 'd c' }),
  drawnWave('a>b a>c c>d f', { wave: 'w3', date: '2025-06-01' }),
])

describe('three waves', () => {
  const series = seriesOf(ground)

  test('the course of each tie; c-d was not heard once, and both times it was it is there', () => {
    const courses = series.ties.map(({ u, v, sights, course }) => [
      `${ground.actors[u]}-${ground.actors[v]}`,
      sights.join(' '),
      course,
    ])
    expect(courses).toEqual([
      ['a-b', 'tied tied tied', 'steady'],
      ['a-c', 'tied free tied', 'returned'],
      ['c-d', 'tied unknown tied', 'steady'],
    ])
    expect(series.courses).toMatchObject({ steady: 2, returned: 1, lost: 0 })
  })

  test('every course has a name', () => {
    const of = (text: string) =>
      courseOf([...text].map((sign) => (sign === '1' ? 'tied' : sign === '0' ? 'free' : 'unknown')))
    expect(['111', '110', '001', '101', '010', '1010', '1??', '?00'].map(of)).toEqual([
      'steady',
      'lost',
      'gained',
      'returned',
      'passing',
      'changing',
      'unknown',
      'unknown',
    ])
  })

  test('those on every roster; levels of each wave and of them', () => {
    expect(series.stayers).toEqual(['a', 'b', 'c', 'd'])
    expect(series.witnesses).toEqual(['a', 'b'])
    const degree = series.levels.find(({ figure }) => figure === 'meanDegree')
    expect(degree?.whole).toEqual([6 / 5, 2 / 5, 6 / 5])
    expect(degree?.common).toEqual([1, 0.5, 1])
  })

  test('one of two ties that could be compared survived the first year: half are gone in a year', () => {
    expect(series.steps[0]?.survival?.value).toBe(0.5)
    expect(series.steps[0]?.halfLife).toBeCloseTo(366 / 365.25, 9)
    expect(halfLifeOf(1, 1)).toBe(Number.POSITIVE_INFINITY)
    expect(halfLifeOf(0, 1)).toBe(0)
  })

  test('an actor’s own history', () => {
    const { waves, steps } = actorHistory(ground, 'c')
    expect(waves.map(({ standing, partners }) => [standing, partners])).toEqual([
      ['answered', ['a', 'd']],
      ['silent', []],
      ['answered', ['a', 'd']],
    ])
    expect(steps[0]).toMatchObject({ kept: [], ended: ['a'], new: [], notComparable: ['d'] })
    expect(actorHistory(ground, 'f').waves.map(({ partners }) => partners)).toEqual([null, null, []])
    expect(() => actorHistory(ground, 'z')).toThrow(RangeError)
  })
})

describe('the plane', () => {
  const names = [...'abcdefghijklm']
  const outside = new Set(['x', 'y'])
  const spheres = new Map([...names.map((name) => [name, 'in'] as const), ['x', 'region'], ['y', 'state']] as const)
  const ring = names.map((name, i) => `${name}>${names[(i + 1) % names.length]}`)
  const chords = names.map((name, i) => `${name}>${names[(i + 2) % names.length]}`)
  const wave = (drawing: readonly string[], more = {}) => drawnWave(drawing.join(' '), { outside, spheres, ...more })

  test('both ends of the arrow are of the same actors, whoever comes and goes', () => {
    const before = wave([...ring, 'a>x', 'b>y', 'leaver>x'])
    const after = wave([...ring, ...chords, 'a>x', 'x', 'y', 'joiner>y'])
    const seen: number[] = []
    const { value } = planeMove(pairOf(groundOfNetworks([before, after]), 0, 1), (graph) => {
      seen.push(graph.nodeCount)
      return 0.1
    })
    expect(seen).toEqual([13, 13])
    expect(value?.actors).toBe(13)
    // A ring closes nothing; with chords of two, half of the paths: 13 triangles on 13 · 6 paths.
    expect(value?.before.cohesion).toBeCloseTo(-0.1 / 0.9, 12)
    expect(value?.after.cohesion).toBeCloseTo((0.5 - 0.1) / 0.9, 12)
    expect(value?.cohesion?.value).toBeCloseTo(0.5 / 0.9, 12)
    // Two of thirteen open to two kinds of three; then one, to one kind.
    expect(value?.before.opening).toBeCloseTo(((2 / 13) * Math.LN2) / Math.log(3), 12)
    expect(value?.after.opening).toBe(0)
  })

  test('fewer than twelve heard twice make no arrow', () => {
    const few = wave(ring, { silent: 'a b' })
    expect(planeMove(pairOf(groundOfNetworks([few, few]), 0, 1), () => 0).reason).toBe('too_few_witnesses')
  })
})
