import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue } from 'react'
import { TerritoryMap } from '../map/map.tsx'
import { territoryQuery } from '../queries.ts'
import type { TerritoryPlace } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import { Legend } from './legend.tsx'
import { Masthead } from './masthead.tsx'
import { StatusLine } from './status-line.tsx'
import { useView } from './view.ts'
import './territory.css'

/** One territory: what is looked at on the left, the map or the table in the middle, what is selected on the right. */
export function TerritoryScreen({ place }: { place: TerritoryPlace }) {
  const t = useText()
  const { data: record } = useSuspenseQuery(territoryQuery(place.territory))
  return (
    <div className="territory">
      <Masthead name={record.name} place={place} />
      <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
        <Exploration place={place} />
      </Suspense>
    </div>
  )
}

function Exploration({ place }: { place: TerritoryPlace }) {
  // While another perimeter is fetched the one before stays on screen.
  const settled = useDeferredValue(place)
  const view = useView(settled)
  return (
    <div className="exploration" aria-busy={settled !== place}>
      <aside className="panel">
        <Legend view={view} />
      </aside>
      <main id="content" className="stage">
        <h1 className="visually-hidden">{view.record.name}</h1>
        <TerritoryMap view={view} />
        <StatusLine view={view} />
      </main>
    </div>
  )
}
