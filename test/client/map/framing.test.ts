import { expect, test } from 'vitest'
import { frameAround } from '../../../client/map/framing.ts'
import type { Frame } from '../../../server/drawing/scene.ts'

const whole: Frame = { x: [0, 100], y: [0, 200] }

test('those far apart are framed as they stand', () => {
  const points = [
    { x: 10, y: 20 },
    { x: 90, y: 150 },
    { x: 40, y: 60 },
  ]
  expect(frameAround(points, whole)).toEqual({ x: [10, 90], y: [20, 150] })
})

test('one alone stands in the middle of some of the map', () => {
  expect(frameAround([{ x: 50, y: 100 }], whole)).toEqual({ x: [35, 65], y: [70, 130] })
})

test('nobody is framed by nothing', () => {
  expect(frameAround([], whole)).toBeNull()
})
