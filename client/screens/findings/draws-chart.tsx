import { scaleLinear } from 'd3-scale'
import type { FindingWire } from '#wire/diagnosis.ts'
import { useText } from '../../text/language.tsx'

const width = 320
const height = 116
const margin = { top: 34, right: 12, bottom: 22, left: 12 }

/** How often the draws gave each value, and where the observed one stands. */
export function DrawsChart({ dim, format }: DrawsChartProps) {
  const t = useText()
  const { distribution, observed, expected } = dim
  if (!distribution) return null
  const { least, step, counts } = distribution
  const most = least + step * (counts.length - 1)
  const x = scaleLinear()
    .domain([Math.min(least, observed) - step, Math.max(most, observed) + step])
    .range([margin.left, width - margin.right])
  // Room left of zero is room for a bar, not for a value there could be.
  const ticks = x.ticks(6).filter((tick) => tick >= Math.min(0, least, observed))
  const highest = Math.max(...counts)
  const y = scaleLinear()
    .domain([0, highest])
    .range([height - margin.bottom, margin.top])
  const barWidth = Math.max(1.5, Math.min(18, x(least + step) - x(least) - 1))
  const usual = least + step * counts.indexOf(highest)
  // Both marks are named; where they would run into each other the names part to both sides.
  const isLeft = expected === null || observed <= expected
  const label = t.diagnosis.evidence.distributionLabel(format(least), format(most), format(usual), format(observed))
  return (
    <figure className="draws-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {counts.map((count, i) => {
          const at = least + step * i
          return (
            count > 0 && (
              <rect
                key={at}
                className="draws-bar"
                x={x(at) - barWidth / 2}
                y={Math.min(y(count), height - margin.bottom - 1)}
                width={barWidth}
                height={Math.max(1, height - margin.bottom - y(count))}
              />
            )
          )
        })}
        <line
          className="axis"
          x1={margin.left}
          x2={width - margin.right}
          y1={height - margin.bottom}
          y2={height - margin.bottom}
        />
        {ticks.map((tick) => (
          <text key={tick} className="axis-label" x={x(tick)} y={height - 6} textAnchor="middle">
            {format(tick)}
          </text>
        ))}
        {expected !== null && (
          <Mark at={x(expected)} isLeft={!isLeft} kind="expected" y={28}>
            {t.diagnosis.evidence.expectedMark(format(expected))}
          </Mark>
        )}
        <Mark at={x(observed)} isLeft={isLeft} kind="observed" y={12}>
          {t.diagnosis.evidence.observedMark(format(observed))}
        </Mark>
      </svg>
      <figcaption className="visually-hidden">{t.diagnosis.evidence.distribution}</figcaption>
    </figure>
  )
}

interface DrawsChartProps {
  readonly dim: FindingWire['dims'][number]
  /** A value in words. */
  readonly format: (value: number) => string
}

function Mark({ at, isLeft, kind, y, children }: MarkProps) {
  // A name that would leave the drawing turns inwards.
  const anchor = at < 100 ? 'start' : at > width - 100 ? 'end' : isLeft ? 'end' : 'start'
  return (
    <g className={`draws-mark draws-${kind}`}>
      <line x1={at} x2={at} y1={y - 8} y2={height - margin.bottom} />
      <text x={at + (anchor === 'start' ? 5 : -5)} y={y} textAnchor={anchor}>
        {children}
      </text>
    </g>
  )
}

interface MarkProps {
  readonly at: number
  readonly isLeft: boolean
  readonly kind: 'observed' | 'expected'
  readonly y: number
  readonly children: string
}
