import { Suspense } from 'react'
import { Region } from '../../page/failure.tsx'
import { useText } from '../../text/language.tsx'
import { PlaceLink } from '../../view/navigation.tsx'
import { mapWays, type Place } from '../../view/place.ts'
import { ActorChanges } from './actor-changes.tsx'
import { BesideMaps } from './beside-maps.tsx'
import type { ComparedProps } from './comparison.ts'
import { OverlayMap } from './overlay-map.tsx'
import { actorIn } from './pair.ts'
import { SliderMap } from './slider-map.tsx'

export interface MapsProps extends ComparedProps {
  readonly place: Place
}

/** Both waves on the same positions: one over the other, side by side, or one after the other. */
export function MapsPage(props: MapsProps) {
  const t = useText()
  const { place, record, comparison } = props
  const { maps } = place
  const actor = actorIn(record, place)
  return (
    <section className="wave-maps" aria-label={t.changes.parts.maps}>
      <h1 className="visually-hidden">{t.changes.parts.maps}</h1>
      <nav className="map-ways segments" aria-label={t.changes.maps.ways}>
        {mapWays.map((way) => (
          <PlaceLink
            key={way}
            className="segment"
            change={{ maps: way }}
            aria-current={way === maps ? 'page' : undefined}
          >
            {t.changes.maps.way[way]}
          </PlaceLink>
        ))}
      </nav>
      <div className={actor === null ? 'wave-maps-stage' : 'wave-maps-stage with-actor'}>
        <Region name="map" about={maps}>
          <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
            {maps === 'overlay' && <OverlayMap {...props} />}
            {maps === 'beside' && <BesideMaps {...props} />}
            {maps === 'slider' && <SliderMap {...props} />}
          </Suspense>
        </Region>
        {actor !== null && <ActorChanges record={record} comparison={comparison} actor={actor} />}
      </div>
    </section>
  )
}
