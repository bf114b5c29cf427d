import { useQueryClient, useSuspenseQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import { faded } from '#drawing/appearance.ts'
import { categoriesOf } from '#drawing/categories.ts'
import { actorKey } from '#drawing/scene.ts'
import { merged } from '#layout/positions.ts'
import { positionsQuery } from '../../data/queries.ts'
import { SceneMap } from '../../map/map.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { Glyph } from '../../view/glyph.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { selecting } from '../../view/place.ts'
import { categoryName } from '../../view/words.ts'
import type { MapsProps } from './maps-page.tsx'
import { overlaySceneOf, strokes, type TieFate, tieFates } from './overlay-scene.ts'

/** One wave over the other: ties kept, ended, new, or not comparable, each with its own line. */
export function OverlayMap({ record, comparison, place }: MapsProps) {
  const t = useText()
  const adjust = useAdjust()
  const client = useQueryClient()
  const [shown, setShown] = useState<readonly TieFate[]>(tieFates)
  const [before, after] = useSuspenseQueries({
    queries: [comparison.before, comparison.after].map(({ wave }) =>
      positionsQuery(client, record.id, { wave, spaceKinds: [] }),
    ),
  })
  const categories = useMemo(() => categoriesOf(record, 'sphere'), [record])
  const scene = useMemo(() => {
    const positions = before && after ? merged(before.data, after.data) : { actors: new Map(), spaces: new Map() }
    return overlaySceneOf({ record, comparison, positions, categories, shown: new Set(shown) })
  }, [record, comparison, categories, before, after, shown])
  const words = t.changes.maps
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  const there = new Set(scene.nodes.map(({ id }) => categories.categoryOf(id).id))
  const legend = (
    <div className="overlay-legend">
      <CheckboxGroup
        aria-label={words.legend}
        value={[...shown]}
        onChange={(fates) => setShown(tieFates.filter((fate) => fates.includes(fate)))}
      >
        {tieFates.map((fate) => (
          <Checkbox key={fate} value={fate} className="overlay-fate">
            <span aria-hidden="true" className="overlay-tick" />
            <StrokeSample fate={fate} />
            <span>
              {words.fates[fate]}{' '}
              <span className="count">{t.number(comparison.pairs.filter((pair) => pair.fate === fate).length)}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <p className="note">
        {bound(words.rosterMarks(comparison.roster.joiners.length, comparison.roster.leavers.length))}
      </p>
      <p className="visually-hidden">
        {words.rosterNames(comparison.roster.joiners.map(nameOf), comparison.roster.leavers.map(nameOf))}
      </p>
      <p className="note">{words.sizes}</p>
      <ul className="overlay-spheres">
        {categories.list
          .filter(({ id }) => there.has(id))
          .map((category) => (
            <li key={category.id}>
              <Glyph look={category.look} size={16} /> {categoryName(t, record, category)}
            </li>
          ))}
      </ul>
    </div>
  )
  const { actor } = place
  return (
    <div className="overlay-map">
      <SceneMap
        scene={scene}
        label={words.overlayLabel(record.name)}
        selectedNode={actor === undefined ? null : actorKey(actor)}
        selectedName={actor === undefined ? null : (record.actors.get(actor)?.name ?? actor)}
        onSelect={(selected) => adjust(selecting(selected), 'push')}
        coveredBy={undefined}
        tools={undefined}
        cameras={undefined}
        spotlight={null}
        nothing={null}
        legend={null}
      />
      {legend}
    </div>
  )
}

function StrokeSample({ fate }: { fate: TieFate }) {
  const { hue, strength, size, dashed, dotted } = strokes[fate]
  return (
    <svg className="stroke-sample" viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
      <line
        x1="1"
        y1="4"
        x2="35"
        y2="4"
        stroke={faded(hue, strength)}
        strokeWidth={size}
        strokeDasharray={dotted ? '1.5 3.5' : dashed ? '5 4' : undefined}
      />
    </svg>
  )
}
