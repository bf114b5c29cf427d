import { useState } from 'react'
import { Cameras } from '../../map/cameras.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { selectedOf, selecting } from '../../view/place.ts'
import { freeLayout, useView } from '../../view/view.ts'
import type { MapsProps } from './maps-page.tsx'

/** How a wave is drawn beside another: what is declared alone, as it is compared. */
export const waveLook = {
  spaces: false,
  color: 'sphere',
  size: 'degree',
  hidden: [],
  ...freeLayout,
} as const

/** Each wave on a map of its own; the two move together. */
export function BesideMaps({ record, comparison, place }: MapsProps) {
  const t = useText()
  const [cameras] = useState(() => new Cameras())
  return (
    <div className="beside">
      {[comparison.before, comparison.after].map(({ wave }) => (
        <figure key={wave}>
          <figcaption>{record.waves.get(wave)?.label ?? wave}</figcaption>
          <WaveMap record={record} wave={wave} place={place} cameras={cameras} />
        </figure>
      ))}
      <p className="note">
        {bound(
          t.changes.maps.rosterNames(
            comparison.roster.joiners.map((id) => record.actors.get(id)?.name ?? id),
            comparison.roster.leavers.map((id) => record.actors.get(id)?.name ?? id),
          ),
        )}
      </p>
    </div>
  )
}

/** One wave, on the positions that all waves share. */
export function WaveMap({ record, wave, place, cameras }: WaveMapProps) {
  const adjust = useAdjust()
  const view = useView(record.id, { wave, spaceKinds: [] }, waveLook)
  return (
    <TerritoryMap
      view={view}
      selected={selectedOf(place)}
      onSelect={(selected) => adjust(selecting(selected), 'push')}
      legend
      {...(cameras && { cameras })}
    />
  )
}

interface WaveMapProps extends Pick<MapsProps, 'record' | 'place'> {
  readonly wave: string
  readonly cameras?: Cameras
}
