import { Checkbox } from 'react-aria-components'
import { faded, ink, paper } from '#drawing/appearance.ts'
import { type Standing, standings } from '#drawing/standing.ts'
import { strokeOf } from '#drawing/strokes.ts'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { edgeStanding, standingsIn } from '../../view/tie-standing.ts'
import type { View } from '../../view/view.ts'

/** What the lines of the map rest on, those there are, and how many of each. */
export function TieLegend({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const counts = standingCounts(view)
  const present = standings.filter((standing) => counts.has(standing))
  if (present.length === 0) return null
  return (
    <div>
      <p className="section-title">{t.explore.ties}</p>
      <ul className="legend-notes">
        {present.map((standing) => (
          <li key={standing}>
            <Line standing={standing} />
            <span className="legend-name">{t.explore.standings[standing]}</span>{' '}
            <span className="legend-count">{t.number(counts.get(standing) ?? 0)}</span>
          </li>
        ))}
        <li>{t.explore.width}</li>
      </ul>
      <Checkbox
        className="tick-row"
        isSelected={view.appearance.backbone}
        onChange={(isOn) => adjust({ links: isOn ? 'backbone' : undefined }, 'push')}
      >
        <span className="tick" aria-hidden="true" />
        {t.explore.backbone}
      </Checkbox>
      {view.appearance.backbone && <p className="note">{t.explore.backboneNote}</p>}
    </div>
  )
}

function Line({ standing }: { standing: Standing }) {
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

/** How many ties between actors that are shown rest on what. */
function standingCounts(view: View): Map<Standing, number> {
  const shown = new Set(view.shown)
  const standingOf = standingsIn(view)
  const counts = new Map<Standing, number>()
  for (const [i, edge] of view.network.edges.entries()) {
    if (view.backbone && !view.backbone[i]) continue
    const standing = shown.has(edge.from) && shown.has(edge.to) ? edgeStanding(view, standingOf, edge) : null
    if (standing) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  return counts
}
