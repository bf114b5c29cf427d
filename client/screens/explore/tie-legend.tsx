import { Checkbox } from 'react-aria-components'
import { standings } from '#drawing/standing.ts'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { TieLine } from '../../view/tie-line.tsx'
import { standingCounts } from '../../view/tie-standing.ts'
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
            <TieLine standing={standing} />
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
