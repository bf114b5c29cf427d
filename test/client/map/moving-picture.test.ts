import { matrixFromCamera, multiplyVec2 } from 'sigma/utils'
import { expect, test } from 'vitest'
import { motionBetween } from '../../../client/map/moving-picture.ts'

const dimensions = { width: 1200, height: 700 }

type Camera = Parameters<typeof motionBetween>[0]

/** As sigma itself goes from its plane to the screen and back, in single precision. */
const sigma: Parameters<typeof motionBetween>[2] = {
  getDimensions: () => dimensions,
  framedGraphToViewport: (point, { cameraState } = {}) => {
    const { x, y } = multiplyVec2(matrix(cameraState, false), point)
    return { x: ((1 + x) * dimensions.width) / 2, y: ((1 - y) * dimensions.height) / 2 }
  },
  viewportToFramedGraph: ({ x, y }, { cameraState } = {}) =>
    multiplyVec2(matrix(cameraState, true), { x: (x / dimensions.width) * 2 - 1, y: 1 - (y / dimensions.height) * 2 }),
}

function matrix(camera: Camera = straight, inverse: boolean) {
  return matrixFromCamera(camera, dimensions, { width: 1, height: 1 }, 0, inverse)
}

const straight: Camera = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }

test('a camera that comes twice as close makes the picture twice as large around the middle', () => {
  const { x, y, along, across } = motionBetween(straight, { ...straight, ratio: 0.5 }, sigma)
  expect([x, y]).toEqual([expect.closeTo(-600, 3), expect.closeTo(-350, 3)])
  expect([along, across]).toEqual([expect.closeTo(2, 6), expect.closeTo(0, 6)])
})

test('whatever the cameras, a point of the picture comes where it would be drawn', () => {
  const cameras: readonly Camera[] = [
    straight,
    { x: 0.3, y: 0.62, angle: 0, ratio: 1 },
    { x: 0.41, y: 0.7, angle: Math.PI / 2, ratio: 0.37 },
    { x: 0.8, y: 0.2, angle: -0.4, ratio: 2.2 },
  ]
  for (const drawn of cameras)
    for (const now of cameras) {
      const { x, y, along, across } = motionBetween(drawn, now, sigma)
      for (const point of [
        { x: 0.5, y: 0.5 },
        { x: 0.1, y: 0.95 },
      ]) {
        const before = sigma.framedGraphToViewport(point, { cameraState: drawn })
        const after = sigma.framedGraphToViewport(point, { cameraState: now })
        expect(x + along * before.x - across * before.y).toBeCloseTo(after.x, 3)
        expect(y + across * before.x + along * before.y).toBeCloseTo(after.y, 3)
      }
    }
})
