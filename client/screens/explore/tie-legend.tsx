import { useMemo } from 'react'
import { Checkbox } from 'react-aria-components'
import { standings } from '#drawing/standing.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../../text/language.tsx'
import { tieKindCounts } from '../../view/legend-entry.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { TieLine } from '../../view/tie-line.tsx'
import { standingCounts } from '../../view/tie-standing.ts'
import type { View } from '../../view/view.ts'
import { capital } from '../../view/words.ts'
import { EntryButton } from './entry-button.tsx'

/** What the lines of the map rest on, those there are, and how many of each. */
export function TieLegend({ view, counted }: { view: View; counted: View }) {
  const t = useText()
  const adjust = useAdjust()
  const counts = useMemo(() => standingCounts(counted), [counted])
  const kinds = useMemo(() => tieKindCounts(counted), [counted])
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
            <EntryButton entry={{ of: 'standing', standing }} name={t.explore.standings[standing]} />
          </li>
        ))}
        <li>{t.explore.width}</li>
      </ul>
      {kinds.length > 0 && (
        <details className="legend-kinds">
          <summary>{t.legendSheet.kinds(kinds.length)}</summary>
          <ul className="legend-notes">
            {kinds.map(([kind, ties]) => {
              const name = capital(wordOf(t, view.record, 'tieKind', kind))
              return (
                <li key={kind}>
                  <span className="legend-name">{name}</span> <span className="legend-count">{t.number(ties)}</span>
                  <EntryButton entry={{ of: 'tieKind', kind }} name={name} />
                </li>
              )
            })}
          </ul>
        </details>
      )}
      <Checkbox
        className="tick-row"
        isSelected={view.backbone !== null}
        onChange={(isOn) => adjust({ links: linksFor(view, isOn) }, 'push')}
      >
        <span className="tick" aria-hidden="true" />
        {t.explore.backbone}
      </Checkbox>
      {view.isDense && <p className="note">{t.explore.denseNote(view.network.edges.length)}</p>}
      {view.backbone && <p className="note">{t.explore.backboneNote}</p>}
    </div>
  )
}

/** What the address says of it: nothing where it goes without saying. */
function linksFor({ isDense }: View, backboneOnly: boolean): 'backbone' | 'all' | undefined {
  if (isDense) return backboneOnly ? undefined : 'all'
  return backboneOnly ? 'backbone' : undefined
}
