import { useQueryClient, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { faded, ink, paper, svgPathOf } from '#drawing/appearance.ts'
import { categoriesOf } from '#drawing/categories.ts'
import type { Point } from '#layout/drawing.ts'
import { networkQuery, positionsQuery, storedPositionsQuery, territoryQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'

/** Up to this many actors a map nobody has drawn is drawn for its preview, in a moment. */
export const mostToDraw = 500

const width = 320
const height = 190
const margin = 12

/** The map of a territory, without words. */
export function Preview({ id, actors }: { id: string; actors: number }) {
  return actors <= mostToDraw ? <DrawnPreview id={id} /> : <StoredPreview id={id} />
}

function DrawnPreview({ id }: { id: string }) {
  const client = useQueryClient()
  const { data: positions } = useSuspenseQuery(positionsQuery(client, id, {}))
  return <Picture id={id} positions={positions.actors} />
}

function StoredPreview({ id }: { id: string }) {
  const t = useText()
  const { data: positions } = useSuspenseQuery(storedPositionsQuery(id))
  if (positions.actors.size === 0) return <span className="entry-blank">{t.territories.notDrawn}</span>
  return <Picture id={id} positions={positions.actors} />
}

function Picture({ id, positions }: { id: string; positions: ReadonlyMap<string, Point> }) {
  const [{ data: record }, { data: network }] = useSuspenseQueries({
    queries: [territoryQuery(id), networkQuery(id, {})],
  })
  const { categoryOf } = categoriesOf(record, 'sphere')
  const points = fitted(network.actors.map((actor) => positions.get(actor)))
  const lines = network.edges
    .map(({ from, to }) => [points[from], points[to]])
    .filter((ends) => !ends.includes(undefined))
  return (
    <svg className="entry-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        d={lines.map(([from, to]) => `M${from}L${to}`).join('')}
        stroke={faded(ink, 0.3)}
        strokeWidth="0.8"
        fill="none"
      />
      {network.actors.map((actor, node) => {
        const point = points[node]
        const { color, shape } = categoryOf(actor).look
        return (
          point && (
            <path
              key={actor}
              d={svgPathOf(shape, 4)}
              transform={`translate(${point})`}
              fill={color}
              stroke={paper}
              strokeWidth="0.8"
            />
          )
        )
      })}
    </svg>
  )
}

/** Points turned to the picture's size, y downwards. */
function fitted(points: readonly (Point | undefined)[]): (Point | undefined)[] {
  const known = points.filter((point) => point !== undefined)
  const [left, right] = range(known.map(([x]) => x))
  const [bottom, top] = range(known.map(([, y]) => y))
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (top - bottom || 1))
  const round = (value: number) => Math.round(value * 10) / 10
  return points.map(
    (point) =>
      point && [
        round(width / 2 + (point[0] - (left + right) / 2) * scale),
        round(height / 2 - (point[1] - (bottom + top) / 2) * scale),
      ],
  )
}

function range(values: readonly number[]): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)]
}
