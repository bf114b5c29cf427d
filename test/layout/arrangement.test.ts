import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arranged, type Arrangement, arranged, layouts } from '../../server/layout/arrangement.ts'
import { type Edge, type Point, type Points, spacing } from '../../server/layout/drawing.ts'
import { drawMap } from '../../server/layout/layout.ts'
import { projected } from '../../server/layout/projection.ts'

/** A territory of up to 30 actors and 4 spaces in up to 4 groups; the last actors have no ties. */
const given: fc.Arbitrary<Arranged> = fc
  .record({
    actors: fc.integer({ min: 6, max: 30 }),
    spaces: fc.nat(4),
    groups: fc.integer({ min: 1, max: 4 }),
    alone: fc.nat(2),
    seed: fc.array(fc.nat(1_000), { minLength: 90, maxLength: 90 }),
  })
  .map(({ actors, spaces, groups, alone, seed }) => {
    const keys = Array.from({ length: actors }, (_, i) => `actor:${i}`)
    const places = Array.from({ length: spaces }, (_, i) => `space:${i}`)
    const nodes = [...keys, ...places]
    const tied = actors - alone
    const edges = new Map<string, Edge>()
    const join = (a: number, b: number) => {
      if (a !== b) edges.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)])
    }
    // A chain keeps them together.
    for (let i = 1; i < tied; i++) join(i - 1, i)
    for (let i = 0; i < 60; i += 2) join(seed[i]! % tied, seed[i + 1]! % tied)
    const memberships = places.flatMap((place, i) =>
      [0, 1, 2].map((turn) => [keys[seed[60 + i * 3 + turn]! % tied]!, place] as const),
    )
    for (const [actor, place] of memberships) join(nodes.indexOf(actor), nodes.indexOf(place))
    const drawing = { nodes, edges: [...edges.values()] }
    return {
      drawing,
      points: drawMap(drawing),
      groups: new Map(keys.map((key, i) => [key, `g${seed[i]! % groups}`])),
      apart: keys.slice(tied).map((key) => [key]),
      ringsOf: 'core' as const,
      rings: new Map(keys.slice(0, tied).map((key, i) => [key, seed[89 - i]! % 4])),
      memberships,
      coordinates: new Map(keys.slice(0, 5).map((key, i) => [key, [2 + seed[i]! / 1_000, 46 + seed[i + 5]! / 1_000]])),
    }
  })

test.each(layouts)('%s: everything stands somewhere, actors apart from each other', (layout) =>
  fc.assert(
    fc.property(given, (territory) => {
      const { points } = arranged(layout, territory)
      const actors = territory.drawing.nodes.filter((key) => key.startsWith('actor:')).map((key) => points.get(key)!)
      expect([...points.values()].flat().every(Number.isFinite)).toBe(true)
      expect(points.size).toBe(territory.drawing.nodes.length)
      actors.forEach((a, i) => {
        for (const b of actors.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(spacing / 5)
      })
    }),
    { numRuns: 12 },
  ),
)

test.each(layouts)('%s: the order in which actors come changes nothing', (layout) =>
  fc.assert(
    fc.property(given, (territory) => {
      const last = territory.drawing.nodes.length - 1
      const turned: Arranged = {
        ...territory,
        drawing: {
          nodes: territory.drawing.nodes.toReversed(),
          edges: territory.drawing.edges.map(([u, v]): Edge => [last - u, last - v]).toReversed(),
        },
        points: territory.points.toReversed(),
        apart: territory.apart.toReversed(),
      }
      const order = ([a]: readonly [string, Point], [b]: readonly [string, Point]) => (a < b ? -1 : 1)
      const inOrder = ({ points }: Arrangement) => [...points].sort(order)
      expect(inOrder(arranged(layout, turned))).toEqual(inOrder(arranged(layout, territory)))
    }),
    { numRuns: 8 },
  ),
)

test.each(['groups', 'sectors'] as const)('%s: whoever stands in the area of a group is of it', (layout) =>
  fc.assert(
    fc.property(given, (territory) => {
      const { points, areas } = arranged(layout, territory)
      const aside = new Set(territory.apart.flat())
      for (const area of areas.filter(({ kind }) => kind !== 'tray')) {
        for (const [actor, group] of territory.groups) {
          if (!aside.has(actor)) expect(isWithin(points.get(actor)!, area.outline)).toBe(group === area.of)
        }
      }
    }),
    { numRuns: 12 },
  ),
)

test('rings widen from the middle, and their members stand on them', () =>
  fc.assert(
    fc.property(given, (territory) => {
      const { points, areas } = arranged('core', territory)
      const radii = areas
        .filter(({ kind }) => kind === 'ring')
        .map(({ of, members }) => {
          const own = members.map((key) => radiusOf(points.get(key)!))
          expect(Math.max(...own) - Math.min(...own)).toBeLessThan(1e-6)
          expect(members.every((key) => territory.rings.get(key) === Number(of))).toBe(true)
          return own[0]!
        })
      expect(radii).toEqual([...radii].sort((a, b) => a - b))
      expect(new Set(radii).size).toBe(radii.length)
    }),
    { numRuns: 12 },
  ))

test('an actor keeps its direction when its ring changes', () => {
  const keys = Array.from({ length: 8 }, (_, i) => `actor:${i}`)
  const points = keys.map((_, i): Point => [Math.cos((i * Math.PI) / 4) * 500, Math.sin((i * Math.PI) / 4) * 500])
  const at = (ring: number) =>
    arranged('core', {
      ...nothing,
      drawing: { nodes: keys, edges: [] },
      points,
      rings: new Map(keys.map((key) => [key, ring])),
    })
  for (const [i, key] of keys.entries()) {
    for (const ring of [0, 3]) {
      const [x, y] = at(ring).points.get(key)!
      expect(Math.cos(Math.atan2(y, x / 1.35) - (i * Math.PI) / 4)).toBeCloseTo(1)
    }
  }
})

test('those without ties stand in rows under everything else', () => {
  const nodes = ['actor:a', 'actor:b', 'actor:c', 'actor:d', 'actor:alone', 'actor:lonely']
  const edges: Edge[] = [
    [0, 1],
    [1, 2],
    [2, 3],
  ]
  const apart = [['actor:alone'], ['actor:lonely']]
  const points = drawMap({ nodes, edges })
  const { points: placed, areas } = arranged('free', { ...nothing, drawing: { nodes, edges }, points, apart })
  const low = Math.min(...nodes.slice(0, 4).map((key) => placed.get(key)![1]))
  for (const key of ['actor:alone', 'actor:lonely']) expect(placed.get(key)![1]).toBeLessThan(low - spacing / 2)
  expect(areas.map(({ kind, of, members }) => ({ kind, of, members }))).toEqual([
    { kind: 'tray', of: 'untied', members: ['actor:alone', 'actor:lonely'] },
  ])
  for (const key of ['actor:a', 'actor:b', 'actor:c', 'actor:d'])
    expect(placed.get(key)).toEqual(points[nodes.indexOf(key)])
})

test('beneath a wide map few that stand aside have columns of a share of its width, many as they always stand', () => {
  const pitch = (count: number) => {
    const alone = Array.from({ length: count }, (_, i) => `actor:alone-${String(i).padStart(2, '0')}`)
    const [west, east] = ['actor:west', 'actor:zeast']
    const { points } = arranged('free', {
      ...nothing,
      drawing: { nodes: [west, east, ...alone], edges: [[0, 1]] },
      points: [[0, 0], [9_000, 0], ...alone.map((): Point => [0, 0])],
      apart: alone.map((key) => [key]),
    })
    return points.get(alone[1]!)![0] - points.get(alone[0]!)![0]
  }
  expect(pitch(3)).toBeCloseTo(9_000 / 4.5)
  expect(pitch(60)).toBeCloseTo(spacing * 3.4)
})

test('spaces of those who stand apart stand with them, each in a place of its own', () => {
  const nodes = ['actor:a', 'actor:b', 'actor:c', 'actor:d', 'actor:e', 'space:p', 'space:q']
  const edges: Edge[] = [
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 5],
    [4, 6],
  ]
  const apart = [['actor:e', 'space:p', 'space:q']]
  const { points } = arranged('free', {
    ...nothing,
    drawing: { nodes, edges },
    points: drawMap({ nodes, edges }),
    apart,
  })
  expect(new Set([...points.values()].map(String)).size).toBe(nodes.length)
})

test('two clubs without common members stand one above the other, no participation crossing another', () => {
  const members = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `actor:${id}`)
  const spaces = ['space:p', 'space:q']
  // Alternating, so that the alphabet would cross them.
  const memberships = members.map((key, i) => [key, spaces[i % 2]!] as const)
  const drawing = { nodes: [...members, ...spaces], edges: [] }
  const { points } = arranged('spaces', { ...nothing, drawing, points: drawMap(drawing), memberships })
  const heightOf = (key: string) => points.get(key)![1]
  const upper = heightOf('space:p') > heightOf('space:q') ? 0 : 1
  const [above, below] = [upper, 1 - upper].map((club) => members.filter((_, i) => i % 2 === club).map(heightOf))
  expect(Math.min(...above!)).toBeGreaterThanOrEqual(Math.max(...below!))
  expect(spaces.map((key) => points.get(key)![0])).toEqual([0, 0])
})

test('on the ground north is up and east is right', () => {
  const places: readonly (readonly [string, Point])[] = [
    ['actor:brest', [-4.49, 48.39]],
    ['actor:lille', [3.06, 50.63]],
    ['actor:nice', [7.26, 43.7]],
  ]
  const drawing = { nodes: places.map(([key]) => key), edges: [] }
  const { points } = arranged('geographic', {
    ...nothing,
    drawing,
    points: drawMap(drawing),
    coordinates: new Map(places),
  })
  const [brest, lille, nice] = places.map(([key]) => points.get(key)!)
  expect(brest![0] < lille![0] && lille![0] < nice![0]).toBe(true)
  expect(lille![1] > brest![1] && brest![1] > nice![1]).toBe(true)
})

test('on the ground actors of one place stand around it, no two on each other, and who is far or nowhere stands aside', () => {
  const port: Point = [-2.21, 47.28]
  const here = Array.from({ length: 9 }, (_, i) => [`actor:port${i}`, port] as const)
  const near: readonly (readonly [string, Point])[] = [
    ['actor:east', [-2.05, 47.28]],
    ['actor:north', [-2.21, 47.4]],
  ]
  const drawing = {
    nodes: [...here.map(([key]) => key), ...near.map(([key]) => key), 'actor:paris', 'actor:unknown'],
    edges: [[0, 1]] as const,
  }
  const { points, areas, projection } = arranged('geographic', {
    ...nothing,
    drawing,
    points: drawMap(drawing),
    coordinates: new Map([...here, ...near, ['actor:paris', [2.35, 48.85]]]),
  })
  expect(areas.map(({ of, members }) => [of, members])).toEqual([
    ['far', ['actor:paris']],
    ['nowhere', ['actor:unknown']],
  ])
  const middle = projected(port, projection!)
  const around = here.map(([key]) => points.get(key)!)
  const east = points.get('actor:east')!
  for (const [i, point] of around.entries()) {
    expect(distance(point, middle)).toBeLessThan(distance(east, middle))
    for (const other of around.slice(i + 1)) expect(distance(point, other)).toBeGreaterThan(spacing * 0.4)
  }
  const mean = [0, 1].map((axis) => around.reduce((sum, point) => sum + point[axis]! / around.length, 0)) as [
    number,
    number,
  ]
  expect(distance(mean, middle)).toBeLessThan(spacing * 0.6)
  // Nobody stands near them: they stand where they are.
  expect(distance(east, projected([-2.05, 47.28], projection!))).toBeLessThan(1)
})

test('without any place nothing is laid on the ground: the free map stands in', () => {
  const drawing = { nodes: ['actor:a', 'actor:b'], edges: [] }
  const given = { ...nothing, drawing, points: drawMap(drawing) }
  expect(arranged('geographic', given)).toEqual(arranged('free', given))
})

const nothing = {
  groups: new Map<string, string>(),
  apart: [],
  ringsOf: 'core' as const,
  rings: new Map<string, number>(),
  memberships: [],
  coordinates: new Map<string, Point>(),
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** On an ellipse as much wider than high as rings are. */
function radiusOf([x, y]: Point): number {
  return Math.hypot(x / 1.35, y)
}

/** Ray casting. */
function isWithin([x, y]: Point, outline: Points): boolean {
  return outline.reduce((inside, [ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!
    return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay) ? !inside : inside
  }, false)
}
