import { type Look, paper, svgPathOf } from '#drawing/appearance.ts'

/** The mark of a category as the map draws it, for legends and lists. Says nothing by itself: words stand beside it. */
export function Glyph({ look, size = 16, hollow = false, line }: GlyphProps) {
  const radius = size * 0.36
  return (
    <svg
      className="glyph"
      width={size}
      height={size}
      viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      aria-hidden="true"
    >
      <path
        d={svgPathOf(look.shape, radius)}
        fill={hollow ? paper : look.color}
        stroke={line ?? look.color}
        strokeWidth={hollow || line ? 1.75 : 0}
      />
    </svg>
  )
}

interface GlyphProps {
  readonly look: Look
  readonly size?: number
  readonly hollow?: boolean
  readonly line?: string
}
