import { useSuspenseQuery } from '@tanstack/react-query'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { ink } from '#drawing/appearance.ts'
import { type Coloring, colorings } from '#drawing/categories.ts'
import { radiusOf } from '#drawing/scene.ts'
import type { MeasureWire } from '#wire/measures.ts'
import { measureWords } from '#words/measures.ts'
import { catalogueQuery } from '../../data/queries.ts'
import { Choice, type OptionGroup } from '../../form/choice.tsx'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'

/** Measures a newcomer meets first, in this order. */
const firstMeasures = [
  'degree',
  'degree.undirectedSupport',
  'betweenness.raw',
  'harmonic.normalized',
  'burt.constraint',
  'burt.effectiveSize',
  'coreNumber',
  'clustering.local',
]

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

export function SizeChoice({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const directed = view.network.perimeter.direction === 'directed'
  const offered = catalogue.filter(
    ({ scope, needs }) =>
      scope === 'node' &&
      needs.twoMode !== true &&
      !needs.weights &&
      (needs.directed === undefined || needs.directed === directed),
  )
  return (
    <div>
      <Choice
        label={t.panel.size}
        value={view.sizeMeasure ?? 'none'}
        groups={groupsOf(t, offered)}
        onChange={(size) => adjust({ size }, 'push')}
      />
      <SizeScale view={view} />
    </div>
  )
}

/** Three values as large as they are drawn, so that sizes can be read. */
function SizeScale({ view }: { view: View }) {
  const t = useText()
  if (view.sizes === null) return null
  if (view.sizes === 'absent') return <p className="note">{t.panel.sizeAbsent}</p>
  const known = view.sizes.filter((value) => value !== null)
  const most = Math.max(0, ...known)
  const unknown = view.sizes.length - known.length
  const values =
    most > 0
      ? most >= 4 && known.every(Number.isInteger)
        ? [1, Math.round(most / 2), most]
        : [most / 4, most / 2, most]
      : []
  return (
    <>
      {values.length > 0 && (
        <ul className="size-scale">
          {values.map((value) => (
            <li key={value}>
              <Circle radius={radiusOf(value, most, view.network.actors.length)} />
              {t.number(value, 2)}
            </li>
          ))}
        </ul>
      )}
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

function groupsOf(t: Text, offered: readonly MeasureWire[]): OptionGroup[] {
  const option = ({ id }: MeasureWire) => {
    const { name, sentence } = measureWords(t.measures, id)
    return { id, name, note: sentence }
  }
  const first = firstMeasures.flatMap((id) => offered.find((measure) => measure.id === id) ?? [])
  const others = offered.filter((measure) => !first.includes(measure))
  return [
    { name: t.panel.sizeUsual, options: [{ id: 'none', name: t.panel.sizeNone }, ...first.map(option)] },
    { name: t.panel.sizeOthers, options: others.map(option) },
  ].filter(({ options }) => options.length > 0)
}
