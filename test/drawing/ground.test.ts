import { describe, expect, test } from 'vitest'
import { backdropOf, roundKilometers } from '../../server/drawing/backdrop.ts'
import { groundMarks, scaleMarks } from '../../server/drawing/ground-marks.ts'
import { placeGroundNames } from '../../server/drawing/ground-names.ts'
import { kilometersPerDegree, projected } from '../../server/layout/projection.ts'

const projection = { longitude: 1, latitude: 60, scale: 100 }
const window = { west: 0, south: 59, east: 2, north: 61 }

/** Land in the west up to the meridian of 1°, with a border from west to east across it. */
const surroundings = {
  places: [
    { at: [0.5, 60], name: 'Port', actors: ['a', 'b'] },
    { at: [0.6, 60.1], name: 'Port', actors: ['c'] },
    { at: [0.2, 59.5], name: 'Mas', actors: ['d'] },
    { at: [9, 9], name: 'Loin', actors: ['e'] },
  ],
  map: {
    window,
    shores: [
      [
        [0, 59],
        [1, 59],
        [1, 61],
        [0, 61],
      ],
    ],
    borders: [
      {
        of: 'department',
        line: [
          [0, 60],
          [1, 60],
        ],
      },
    ],
    departments: [],
    towns: [{ name: 'Bourg', at: [0.1, 60.9], people: 5_000 }],
  },
} as const

const backdrop = (drawn: readonly string[]) => backdropOf(surroundings, projection, new Set(drawn))!

describe('the ground beneath a map', () => {
  test('a degree of longitude at 60° north is half as long as one of latitude', () => {
    expect(projected([2, 60], projection).map((x) => Math.round(x * 1e6) / 1e6)).toEqual([50, 0])
    expect(projected([1, 61], projection)).toEqual([0, 100])
  })

  test('only the shore is drawn as one, not the sides of the window that land was cut at', () => {
    const shores = backdrop([]).lines.filter(({ of }) => of === 'shore')
    expect(shores.map(({ line }) => line.map((point) => point.map(Math.round)))).toEqual([
      [
        [0, -100],
        [0, 100],
      ],
    ])
  })

  test('a commune is named once, where most of its actors are, if any is drawn and it is on the map', () => {
    const communes = (drawn: readonly string[]) =>
      backdrop(drawn).names.flatMap(({ of, label, weight, x }) =>
        of === 'commune' ? [[label, weight, Math.round(x)]] : [],
      )
    expect(communes(['a', 'b', 'c', 'e'])).toEqual([['Port', 3, -25]])
    expect(communes(['d'])).toEqual([['Mas', 1, -40]])
  })

  test('a scale is a round length that fits', () => {
    expect([0.3, 1, 4.9, 5, 23, 130].map(roundKilometers)).toEqual([0.2, 1, 2, 5, 20, 100])
  })

  test('on paper a scale is as long as its kilometres, and water as the sea is', () => {
    const rectangle = { x: 10, y: 20, width: 100, height: 200 }
    const laying = {
      // As large as the rectangle: the window is 100 by 200 units.
      at: ({ x, y }: { x: number; y: number }) => [60 + x, 120 - y] as const,
      rectangle,
      scale: 1,
      size: 8,
      widthOf: (text: string, size: number) => text.length * size * 0.5,
      kilometers: (length: number) => `${length} km`,
    }
    const { group } = scaleMarks(backdrop([]), laying)
    const [path] = group.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.d] : []))
    const [, from, to] = /^M([\d.]+) .*H([\d.]+)V/.exec(path ?? '')?.map(Number) ?? []
    const said = group.marks.flatMap((mark) => (mark.kind === 'text' ? [Number.parseInt(mark.text, 10)] : []))
    expect(to! - from!).toBeCloseTo((said[0]! * 100) / kilometersPerDegree, 1)
    const [water] = groundMarks(backdrop([]), laying).marks
    expect(areaOf(water?.kind === 'path' ? water.d : '')).toBeCloseTo(50 * 200, 0)
  })
})

describe('names on the ground', () => {
  const screen = { width: 400, height: 300 }
  const wish = { of: 'commune' as const, label: 'Dieppe', x: 200, y: 150, width: 40, height: 12, weight: 1 }

  test('stand on no node and on no other name, as near as they can', () => {
    const node = { left: 180, right: 220, top: 130, bottom: 170 }
    const placed = placeGroundNames([wish, { ...wish, label: 'Eu' }], { ...screen, taken: [node] })
    const [first, second] = placed.map(({ box }) => box)
    expect(placed).toHaveLength(2)
    for (const box of [first!, second!]) expect(meet(box, node)).toBe(false)
    expect(meet(first!, second!)).toBe(false)
    expect(Math.hypot(placed[0]!.x - 200, placed[0]!.y - 150)).toBeLessThan(60)
  })

  test('of what has no actors are left out where there is no room, as a commune is when all is taken', () => {
    const crowd = { left: 0, right: 400, top: 0, bottom: 300 }
    const here = { left: 150, right: 250, top: 120, bottom: 180 }
    expect(placeGroundNames([wish], { ...screen, taken: [crowd] })).toEqual([])
    expect(placeGroundNames([{ ...wish, of: 'town' }], { ...screen, taken: [here] })).toEqual([])
    expect(placeGroundNames([wish], { ...screen, taken: [here] })).toHaveLength(1)
  })
})

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Of a path of straight lines, by the nonzero rule where none crosses another. */
function areaOf(d: string): number {
  const rings = d.split('Z').filter((ring) => ring !== '')
  return rings.reduce((sum, ring) => {
    const points = ring
      .slice(1)
      .split('L')
      .map((point) => point.split(' ').map(Number))
    return (
      sum +
      points.reduce((area, [x, y], i) => {
        const [nx, ny] = points[(i + 1) % points.length]!
        return area + (x! * ny! - nx! * y!) / 2
      }, 0)
    )
  }, 0)
}
