import type { Arranged, Arrangement } from './arrangement.ts'
import { type Point, spacing } from './drawing.ts'
import { withTray } from './tray.ts'

const row = spacing * 0.8

/**
 * Spaces in a column, actors on either side of it, each at the height of the spaces it takes part in: barycentres, back and forth.
 * K. Sugiyama, S. Tagawa, M. Toda (1981), Methods for visual understanding of hierarchical system structures, IEEE Trans. SMC 11:109-125.
 * Who takes part in nothing stands aside.
 */
export function besideSpaces(given: Arranged): Arrangement {
  const { nodes } = given.drawing
  const nodeOf = new Map(nodes.map((key, node) => [key, node]))
  const places = new Set(given.memberships.map(([, place]) => nodeOf.get(place)))
  const isSpace = nodes.map((_, node) => places.has(node))
  const partners = nodes.map((): number[] => [])
  for (const [member, place] of given.memberships) {
    const [u, v] = [nodeOf.get(member), nodeOf.get(place)]
    if (u === undefined || v === undefined || isSpace[u]) continue
    partners[u]!.push(v)
    partners[v]!.push(u)
  }
  const present = [...nodes.keys()].filter((node) => partners[node]!.length > 0)
  const alphabetical = (a: number, b: number) => (nodes[a]! < nodes[b]! ? -1 : 1)
  let spaces = present.filter((node) => isSpace[node]).sort(alphabetical)
  let actors = present.filter((node) => !isSpace[node]).sort(alphabetical)
  for (let sweep = 0; sweep < 24; sweep++) {
    actors = byMiddle(actors, spaces, partners)
    spaces = byMiddle(spaces, actors, partners)
  }
  const points = new Map<string, Point>()
  // Neighbours in the order stand at one height, left and right.
  const sides = [actors.filter((_, i) => i % 2 === 0), actors.filter((_, i) => i % 2 === 1)] as const
  const height = Math.max(spaces.length * row * 1.5, Math.max(sides[0].length, sides[1].length) * row)
  // Three columns fill a screen, which is wider than high.
  const reach = Math.max(spacing * 5, height * 0.7)
  const place = (column: readonly number[], x: number) => {
    column.forEach((node, i) => {
      points.set(nodes[node]!, [x, height / 2 - ((i + 0.5) * height) / column.length])
    })
  }
  place(spaces, 0)
  place(sides[0], -reach)
  place(sides[1], reach)
  const others = [...nodes.keys()].filter((node) => !points.has(nodes[node]!)).map((node) => nodes[node]!)
  return withTray(given, { points, areas: [] }, [
    { of: 'unplaced', parts: others.filter((key) => key.startsWith('actor:')).map((key) => [key]) },
  ])
}

/** By the mean rank of partners; who ranks alike stays in the order it had. */
function byMiddle(column: readonly number[], other: readonly number[], partners: readonly number[][]): number[] {
  const rank = new Map(other.map((node, i) => [node, i]))
  const middle = new Map(
    column.map((node) => {
      const ranks = partners[node]!.map((each) => rank.get(each) ?? 0)
      return [node, ranks.reduce((sum, each) => sum + each, 0) / ranks.length]
    }),
  )
  return [...column].sort((a, b) => middle.get(a)! - middle.get(b)!)
}
