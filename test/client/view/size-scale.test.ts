import { expect, test } from 'vitest'
import { sizeScale } from '../../../client/view/size-scale.ts'
import { radiusOf } from '../../../server/drawing/scene.ts'

test('circles of the legend are as large as the map draws them, at every size', () => {
  for (const magnification of [0.4, 0.55, 1, 1.5]) {
    const scale = sizeScale([1, 8, 32], 3, magnification)
    expect(scale.map(({ value }) => value)).toEqual([8, 16, 32])
    for (const { value, radius } of scale) expect(radius).toBe(radiusOf(value, 32, 3) * magnification)
  }
})

test('where the largest finds no room in the legend smaller ones stand in, and none at all where all are too large', () => {
  const far = sizeScale([0.2, 0.8], 2, 3)
  expect(far.length).toBeGreaterThan(0)
  for (const { value, radius } of far) {
    expect(value).toBeLessThan(0.8)
    expect(radius).toBeLessThanOrEqual(32)
  }
  expect(sizeScale([0.2, 0.8], 2, 10)).toEqual([])
  expect(sizeScale([0, 0], 2, 1)).toEqual([])
})

test('whole numbers are read by whole numbers', () => {
  expect(sizeScale([1, 2, 3], 3, 1).map(({ value }) => value)).toEqual([1, 2, 3])
})
