import { describe, expect, test } from 'vitest'
import { measuredOf, valuesOf } from '../../server/answer/values.ts'

const oneMode = { nodes: ['c', 'a', 'b'], twoMode: false }

describe('a result with names for numbers', () => {
  test('undefined is null, in arrays and in records of arrays', () => {
    const values = Float64Array.of(1, Number.NaN, 0.5)
    expect(valuesOf({ scope: 'node', values }, oneMode)).toEqual([1, null, 0.5])
    expect(valuesOf({ scope: 'node', values: { raw: values } }, oneMode)).toEqual({ raw: [1, null, 0.5] })
    expect(valuesOf({ scope: 'graph', values: Number.NaN }, oneMode)).toBe(null)
  })

  test('a set of nodes is sorted by id, not by number', () => {
    expect(valuesOf({ scope: 'nodeset', values: Int32Array.of(0, 1) }, oneMode)).toEqual(['a', 'c'])
  })

  test('sets of nodes are sorted by their members in turn, a shorter one before its extension', () => {
    const values = [Int32Array.of(0), Int32Array.of(1, 2, 0), Int32Array.of(2, 1)]
    expect(valuesOf({ scope: 'nodesets', values }, oneMode)).toEqual([['a', 'b'], ['a', 'b', 'c'], ['c']])
    expect(valuesOf({ scope: 'nodesets', values: { 2: values } }, oneMode)).toEqual({
      2: [['a', 'b'], ['a', 'b', 'c'], ['c']],
    })
  })

  test('a graph’s own sets are named in the order it gives them, its labels are left alone', () => {
    const values = { r: 0.5, cores: [Int32Array.of(0), Int32Array.of(1)], membership: [0, 1, 1] }
    expect(valuesOf({ scope: 'graph', values }, oneMode)).toEqual({
      r: 0.5,
      cores: [['c'], ['a']],
      membership: [0, 1, 1],
    })
  })

  test('pairs alone are sorted by their ids, pairs with a number follow the nodes', () => {
    expect(
      valuesOf(
        {
          scope: 'edgeset',
          values: [
            [0, 2],
            [0, 1],
          ],
        },
        oneMode,
      ),
    ).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ])
    expect(
      valuesOf(
        {
          scope: 'edgeset',
          values: [
            [0, 2, 7],
            [0, 1, 8],
          ],
        },
        oneMode,
      ),
    ).toEqual([
      ['c', 'b', 7],
      ['c', 'a', 8],
    ])
  })

  test('numbers per pair follow the pairs they are about', () => {
    const names = { nodes: ['c', 'a', 'b', 'e'], twoMode: true }
    const pairs = [
      [0, 1],
      [1, 2],
    ] as const
    expect(valuesOf({ scope: 'edgeset', values: pairs }, names)).toEqual([
      ['a', 'b'],
      ['c', 'a'],
    ])
    expect(valuesOf({ scope: 'edgearray', pairs, values: Float64Array.of(10, 20) }, names)).toEqual([20, 10])
  })

  test('values of some nodes are a record by id', () => {
    const result = { scope: 'node', values: Float64Array.of(2, Number.NaN), nodes: Int32Array.of(2, 0) } as const
    expect(valuesOf(result, oneMode)).toEqual({ b: 2, c: null })
  })

  test('an actor may be called __proto__', () => {
    const result = { scope: 'node', values: Float64Array.of(2), nodes: Int32Array.of(0) } as const
    expect(JSON.stringify(valuesOf(result, { nodes: ['__proto__'], twoMode: false }))).toBe('{"__proto__":2}')
  })

  test('what is not the whole, exact answer says so', () => {
    const values = Float64Array.of(1, 2, 3)
    const exact = { scope: 'node', values } as const
    expect(measuredOf(exact, oneMode)).toEqual({ scope: 'node', values: [1, 2, 3] })
    const standardError = Float64Array.of(0.1, Number.NaN, 0)
    const sampled = { ...exact, caveat: { kind: 'sampled', sources: 2, of: 3, standardError } } as const
    expect(measuredOf(sampled, oneMode).caveat).toEqual({
      kind: 'sampled',
      sources: 2,
      of: 3,
      standardError: [0.1, null, 0],
    })
  })
})
