import { faded, ink, paper } from '#drawing/appearance.ts'
import type { Standing } from '#drawing/standing.ts'
import { strokeOf } from '#drawing/strokes.ts'

/** A line as maps draw a tie of that standing, for legends. */
export function TieLine({ standing }: { standing: Standing }) {
  const { doubled, dashed, dotted, width, ink: share } = strokeOf[standing]
  const line = {
    x1: 1,
    y1: 10,
    x2: 27,
    y2: 10,
    stroke: faded(ink, Math.min(1, 0.55 * share)),
    strokeWidth: width * 1.6,
    strokeDasharray: dotted ? '1.5 3.5' : dashed ? '5 4' : undefined,
  }
  return (
    <svg className="glyph" width="28" height="20" aria-hidden="true">
      <line {...line} />
      {doubled && <line {...line} stroke={paper} strokeWidth={line.strokeWidth / 3} />}
    </svg>
  )
}
