import { useSuspenseQuery } from '@tanstack/react-query'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { ink } from '#drawing/appearance.ts'
import { type Coloring, colorings } from '#drawing/categories.ts'
import { measureNumber, measureWords } from '#words/measures.ts'
import { catalogueQuery } from '../../data/queries.ts'
import { Choice } from '../../form/choice.tsx'
import { type DrawnNow, useDrawnNow } from '../../map/drawn-now.ts'
import { useText } from '../../text/language.tsx'
import { MeasureAbout } from '../../view/measure-about.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { sizeScale } from '../../view/size-scale.ts'
import { sizeGroups } from '../../view/sizes.ts'
import type { View } from '../../view/view.ts'

/** Actors alone, or with the spaces where they meet. */
export function ViewChoice({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  return (
    <div className="view-choice">
      <ToggleButtonGroup
        className="segments"
        aria-label={t.panel.view}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.appearance.spaces ? 'spaces' : 'actors']}
        onSelectionChange={(keys) => adjust({ show: keys.has('spaces') ? 'spaces' : undefined }, 'push')}
      >
        <ToggleButton id="actors" className="segment">
          {t.panel.actorsOnly}
        </ToggleButton>
        <ToggleButton id="spaces" className="segment">
          {t.panel.withSpaces}
        </ToggleButton>
      </ToggleButtonGroup>
    </div>
  )
}

export function ColorChoice({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const options = colorings.map((coloring) => ({ id: coloring, name: t.panel.colorings[coloring] }))
  return (
    <div>
      <Choice
        label={t.panel.color}
        value={view.appearance.color}
        groups={[{ name: '', options }]}
        // What is hidden is a category of the colouring: another one starts with everything shown.
        onChange={(color) => adjust({ color: color as Coloring, hide: [] }, 'push')}
      />
      {view.appearance.color === 'community' && (
        <p className="note">{view.communityMissing ? t.panel.communityAbsent : t.panel.communityNote}</p>
      )}
    </div>
  )
}

export function SizeChoice({ view, drawnNow }: { view: View; drawnNow: DrawnNow }) {
  const t = useText()
  const adjust = useAdjust()
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const { sizeMeasure } = view
  const measure = catalogue.find(({ id }) => id === sizeMeasure)
  return (
    <div>
      <Choice
        label={t.panel.size}
        value={sizeMeasure ?? 'none'}
        groups={sizeGroups(t, catalogue, view.perimeter)}
        search={{ label: t.panel.sizeSearch, none: t.panel.sizeNotFound }}
        onChange={(size) => adjust({ size }, 'push')}
      />
      <SizeScale view={view} drawnNow={drawnNow} />
      {measure && (
        <details className="figure">
          <summary>{t.measure.about(measureWords(t.measures, measure.id).name)}</summary>
          <MeasureAbout view={view} measure={measure} />
        </details>
      )}
    </div>
  )
}

/** Up to three values, as large as the map draws them now, so that sizes can be read. */
function SizeScale({ view, drawnNow }: { view: View; drawnNow: DrawnNow }) {
  const t = useText()
  const { magnification } = useDrawnNow(drawnNow)
  const { sizes, sizeMeasure } = view
  if (sizes === null || sizeMeasure === null) return null
  if (sizes === 'absent') return <p className="note">{t.panel.sizeAbsent}</p>
  const known = sizes.filter((value) => value !== null)
  const unknown = sizes.length - known.length
  const scale = sizeScale(known, sizes.length, magnification)
  return (
    <>
      {scale.length > 0 && (
        <ul className="size-scale">
          {scale.map(({ value, radius }) => (
            <li key={value}>
              <Circle radius={radius} />
              {measureNumber(t, sizeMeasure, value)}
            </li>
          ))}
        </ul>
      )}
      {scale.length === 0 && known.some((value) => value > 0) && <p className="note">{t.panel.sizeTooLarge}</p>}
      {unknown > 0 && <p className="note">{t.panel.sizeUndefined(unknown)}</p>}
    </>
  )
}

/** A circle of a radius in pixels, which grows with the text as the map does. */
function Circle({ radius }: { radius: number }) {
  const side = 2 * radius + 2
  return (
    <svg width={`${side / 16}rem`} height={`${side / 16}rem`} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <circle cx={side / 2} cy={side / 2} r={radius} fill="none" stroke={ink} />
    </svg>
  )
}
