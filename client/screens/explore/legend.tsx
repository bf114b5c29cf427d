import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { ink, paper, spaceLook } from '#drawing/appearance.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../../text/language.tsx'
import { Glyph } from '../../view/glyph.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { silentIn } from '../../view/tie-standing.ts'
import type { View } from '../../view/view.ts'
import { categoryName } from '../../view/words.ts'
import { EntryButton } from './entry-button.tsx'
import { TieLegend } from './tie-legend.tsx'

/** What colours and shapes mean, and the filter: what is unticked is not drawn. @param counted whose ties are counted */
export function Legend({ view, counted }: { view: View; counted: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { list } = view.categories
  const present = list.filter(({ id }) => (view.counts.get(id) ?? 0) > 0)
  const ticked = present.map(({ id }) => id).filter((id) => !view.hidden.has(id))
  const show = (ids: readonly string[]) => {
    const hidden = present.map(({ id }) => id).filter((id) => !ids.includes(id))
    adjust({ hide: hidden })
  }
  const answerless = silentIn(view)
  const silent = view.shown.filter((node) => answerless.has(`actor:${view.network.actors[node]}`)).length
  const vocabulary = view.appearance.color === 'type' ? 'actorType' : 'sphere'
  return (
    <div className="legend">
      <CheckboxGroup value={ticked} onChange={show} className="legend-list">
        <div className="legend-head">
          <Label className="section-title">{t.legend.heading}</Label>
          {view.hidden.size > 0 && (
            <Button className="link-button" onPress={() => adjust({ hide: [] })}>
              {t.legend.all}
            </Button>
          )}
        </div>
        {present.map((category) => (
          <div key={category.id} className="legend-line">
            <Checkbox value={category.id} className="legend-row">
              <span className="tick" aria-hidden="true" />
              <Glyph look={category.look} size={20} />
              <span className="legend-name">{categoryName(t, view.record, category)}</span>{' '}
              <span className="legend-count">{t.number(view.counts.get(category.id) ?? 0)}</span>
            </Checkbox>
            <EntryButton entry={{ of: 'category', id: category.id }} name={categoryName(t, view.record, category)} />
          </div>
        ))}
      </CheckboxGroup>
      <ul className="legend-notes">
        {present.map(
          ({ id, kind, look }) =>
            kind.of === 'others' &&
            kind.words.length > 0 && (
              <li key={id}>
                <Glyph look={look} size={20} />
                {t.legend.othersOf(kind.words.map((each) => wordOf(t, view.record, vocabulary, each)).join(', '))}
              </li>
            ),
        )}
        {view.appearance.spaces && (
          <>
            <li>
              <Glyph look={spaceLook} size={20} hollow />
              {t.legend.space}
            </li>
            {view.twoMode.hosts.some((host) => host !== null) && (
              <li>
                <Glyph look={{ color: '#9a9da6', shape: 'circle' }} size={20} line={ink} />
                {t.legend.host}
              </li>
            )}
          </>
        )}
        {view.sizes !== 'absent' && view.sizes?.includes(null) && (
          <li>
            <Glyph look={{ color: ink, shape: 'circle' }} size={20} hollow />
            {t.legend.undefined}
          </li>
        )}
        {silent > 0 && (
          <li>
            <svg className="glyph" width="20" height="20" aria-hidden="true">
              <circle cx="10" cy="10" r="7" fill={paper} stroke={ink} strokeWidth="2" strokeDasharray="2.4 2" />
            </svg>
            <span className="legend-name">{t.explore.silent}</span>{' '}
            <span className="legend-count">{t.number(silent)}</span>
            <EntryButton entry={{ of: 'silent' }} name={t.explore.silent} />
          </li>
        )}
      </ul>
      <TieLegend view={view} counted={counted} />
    </div>
  )
}
