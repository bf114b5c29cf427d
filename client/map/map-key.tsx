import { focusRing, ink, paper } from '#drawing/appearance.ts'
import { standings } from '#drawing/standing.ts'
import { useText } from '../text/language.tsx'
import { Glyph } from '../view/glyph.tsx'
import { TieLine } from '../view/tie-line.tsx'
import { silentIn, standingCounts } from '../view/tie-standing.ts'
import type { View } from '../view/view.ts'
import { categoryName } from '../view/words.ts'
import type { Spotlight } from './stage.ts'

/** What colours, shapes and lines mean, of those there are on the map of a view. */
export function MapKey({ view, spotlight }: { view: View; spotlight: Spotlight | null }) {
  const t = useText()
  const silent = silentIn(view)
  const counts = standingCounts(view)
  return (
    <ul className="map-key">
      {view.categories.list
        .filter(({ id }) => (view.counts.get(id) ?? 0) > 0)
        .map((category) => (
          <li key={category.id}>
            <Glyph look={category.look} size={18} />
            {categoryName(t, view.record, category)}
          </li>
        ))}
      {view.shown.some((node) => silent.has(`actor:${view.network.actors[node]}`)) && (
        <li>
          <svg className="glyph" width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="6.5" fill={paper} stroke={ink} strokeWidth="2" strokeDasharray="2.4 2" />
          </svg>
          {t.explore.silent}
        </li>
      )}
      {standings
        .filter((standing) => counts.has(standing))
        .map((standing) => (
          <li key={standing}>
            <TieLine standing={standing} />
            {t.explore.standings[standing]}
          </li>
        ))}
      {(spotlight?.proposed.length ?? 0) > 0 && (
        <li>
          <svg className="glyph" width="28" height="20" aria-hidden="true">
            <line x1="1" y1="10" x2="27" y2="10" stroke={focusRing} strokeWidth="2" strokeDasharray="6 4" />
          </svg>
          {t.map.proposed}
        </li>
      )}
      {(spotlight?.lost?.length ?? 0) > 0 && (
        <li>
          <svg className="glyph" width="28" height="20" aria-hidden="true">
            <line x1="1" y1="10" x2="27" y2="10" stroke={ink} strokeWidth="8" />
            <line x1="1" y1="10" x2="27" y2="10" stroke={paper} strokeWidth="6" />
          </svg>
          {t.map.lost}
        </li>
      )}
    </ul>
  )
}
