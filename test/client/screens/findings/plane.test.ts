import { expect, test } from 'vitest'
import { fromRimToRim, stayersRadius } from '../../../../client/screens/findings/plane.tsx'

test.each([
  [
    { x: 100, y: 100 },
    { x: 160, y: 180 },
  ],
  [
    { x: 300, y: 20 },
    { x: 80, y: 20 },
  ],
  [
    { x: 50, y: 60 },
    { x: 50, y: 10 },
  ],
])('an arrow from %j to %j touches both points, on the line between them', (from, to) => {
  const line = fromRimToRim(from, to)
  if (!line) throw new Error('There is room for an arrow.')
  expect(Math.hypot(line.x1 - from.x, line.y1 - from.y)).toBeCloseTo(stayersRadius)
  expect(Math.hypot(line.x2 - to.x, line.y2 - to.y)).toBeCloseTo(stayersRadius)
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  expect(Math.hypot(line.x2 - line.x1, line.y2 - line.y1)).toBeCloseTo(length - 2 * stayersRadius)
})

test('points that nearly touch have no arrow between them', () =>
  expect(fromRimToRim({ x: 10, y: 10 }, { x: 18, y: 10 })).toBeNull())
