import type { Area, Arranged, Arrangement } from './arrangement.ts'
import { type Point, spacing } from './drawing.ts'

export const trays = ['untied', 'uncored', 'unreached', 'far', 'nowhere', 'unplaced'] as const

/** What is set aside for one reason, part by part; a part of several stands together. */
export interface SetAside {
  /**
   * `untied`: without known ties in any wave; `uncored`: in this one; `unreached`, `unplaced`: the layout has no place for them; `far`: it would be off the
   * map; `nowhere`: where they are is not known.
   */
  readonly of: (typeof trays)[number]
  readonly parts: readonly (readonly string[])[]
}

/** Names stand right of their node. */
const least = { column: spacing * 3.4, row: spacing * 0.72, padding: spacing * 0.45 } as const

/** So many columns beneath a map leave their names room, however small it is drawn; of more members than `fewSetAside` there is no room for that. */
const roomyColumns = 4.5
const fewSetAside = 24

/** An arrangement with what stands apart in rows under its lower left corner, singles first, names of a kind together. */
export function withTray({ drawing }: Arranged, arrangement: Arrangement, setAside: readonly SetAside[]): Arrangement {
  const aside = new Set(setAside.flatMap(({ parts }) => parts.flat()))
  const points = new Map([...arrangement.points].filter(([key]) => !aside.has(key)))
  const areas: Area[] = [...arrangement.areas]
  const body = frameOf([...points.values(), ...areas.flatMap(({ outline }) => outline)])
  let top = body.bottom - spacing * 1.3
  const known = new Set(drawing.nodes)
  for (const { of, parts } of setAside) {
    const members = [...parts]
      .map((part) => part.filter((key) => known.has(key) && key.startsWith('actor:')))
      .filter((part) => part.length > 0)
      .sort((a, b) => a.length - b.length)
    const count = members.flat().length
    if (count === 0) continue
    const width = body.right - body.left
    const share = count <= fewSetAside ? Math.max(1, width / (roomyColumns * least.column)) : 1
    const [column, row, padding] = [least.column * share, least.row * share, least.padding * share]
    const room = Math.max(4, Math.floor(width / column))
    // Few stand in a block, many in rows as long as the map.
    const columns = Math.min(count, room, count > 8 ? room : 4)
    let rows = 0
    let at = 0
    for (const part of members) {
      // A part of several begins a row when it does not fit in this one.
      if (at > 0 && at + Math.min(part.length, columns) > columns) {
        rows++
        at = 0
      }
      for (const key of part) {
        if (at === columns) {
          rows++
          at = 0
        }
        points.set(key, [body.left + at * column, top - rows * row])
        at++
      }
    }
    for (const part of parts) {
      const own = part.filter((key) => key.startsWith('actor:')).flatMap((key) => [points.get(key) ?? []])
      const spaces = part.filter((key) => !key.startsWith('actor:') && known.has(key))
      const [x = body.left, y = top] = [0, 1].map(
        (axis) => own.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / Math.max(1, own.length),
      )
      // Spaces of theirs stand between them, or beside the only one, each a little lower than the last.
      spaces.forEach((key, i) => {
        points.set(key, [x + column / (own.length === 1 ? 2 : 8), y - (i * row) / 4])
      })
    }
    const left = body.left - padding
    const right = body.left + (columns - 1) * column + column - padding
    const low = top - rows * row - padding
    const high = top + padding
    areas.push({
      kind: 'tray',
      of,
      outline: [
        [left, high],
        [right, high],
        [right, low],
        [left, low],
      ],
      name: [(left + right) / 2, high],
      members: members.flat(),
    })
    top = low - spacing * 0.9
  }
  return { points, areas }
}

function frameOf(points: readonly Point[]) {
  if (points.length === 0) return { left: 0, right: 0, bottom: 0 }
  return points.reduce(
    ({ left, right, bottom }, [x, y]) => ({
      left: Math.min(left, x),
      right: Math.max(right, x),
      bottom: Math.min(bottom, y),
    }),
    { left: Infinity, right: -Infinity, bottom: Infinity },
  )
}
