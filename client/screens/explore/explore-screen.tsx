import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue } from 'react'
import { territoryQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { Failure, failureRegion, failureScreen } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { useTitle } from '../../page/title.ts'
import { Sheet } from '../../sheet/sheet.tsx'
import { PlaceLink } from '../../state/navigation.tsx'
import { addressOf, type TerritoryPlace } from '../../state/place.ts'
import { Table } from '../../table/table.tsx'
import { useText } from '../../text/language.tsx'
import { useView } from '../../view/view.ts'
import { DataScreen } from '../data/data-screen.tsx'
import { FindingsScreen } from '../findings/findings-screen.tsx'
import { Panel } from './panel.tsx'
import { Search } from './search.tsx'
import { StatusLine } from './status-line.tsx'
import './territory.css'

/** One territory, in the view that the place names. */
export function TerritoryScreen({ place }: { place: TerritoryPlace }) {
  const t = useText()
  const { data: record } = useSuspenseQuery(territoryQuery(place.territory))
  useTitle([t.screens[place.screen], record.name])
  if (place.screen === 'data') {
    return (
      <div className="page">
        <Masthead record={record} place={place} />
        <DataScreen record={record} />
      </div>
    )
  }
  const [latest] = record.waves
  if (!latest) return <NothingYet record={record} place={place} />
  if (place.screen === 'findings') {
    const wave = record.waves.find(({ id }) => id === place.perimeter.wave) ?? latest
    return <FindingsScreen record={record} place={place} wave={wave} />
  }
  return (
    <Failure
      about={addressOf(place)}
      instead={(failed) => (
        <div className="page">
          <Masthead record={record} place={place} />
          {failureScreen(failed)}
        </div>
      )}
    >
      <Suspense fallback={<Drawing record={record} place={place} />}>
        <Exploration place={place} />
      </Suspense>
    </Failure>
  )
}

/** What is looked at on the left, the map or the table in the middle, what is selected on the right. */
function Exploration({ place }: { place: TerritoryPlace }) {
  const t = useText()
  // While another perimeter is fetched the one before stays on screen.
  const settled = useDeferredValue(place)
  const view = useView(settled)
  return (
    <div className={place.selected ? 'exploration with-sheet' : 'exploration'} aria-busy={settled !== place}>
      <Masthead record={view.record} place={place}>
        <Search view={view} />
      </Masthead>
      <Panel view={view} />
      <main id="content" className="stage">
        <h1 className="visually-hidden">{view.record.name}</h1>
        <Failure about={addressOf(settled)} instead={failureRegion}>
          {place.screen === 'map' ? (
            <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
              <TerritoryMap view={view} />
            </Suspense>
          ) : (
            <Table view={view} />
          )}
        </Failure>
        <StatusLine view={view} />
      </main>
      {place.selected && (
        <Failure about={addressOf(settled)} instead={failureRegion}>
          <Sheet view={view} selected={place.selected} />
        </Failure>
      )}
    </div>
  )
}

function Drawing({ record, place }: { record: TerritoryRecord; place: TerritoryPlace }) {
  const t = useText()
  return (
    <div className="page">
      <Masthead record={record} place={place} />
      <main id="content" className="waiting" aria-busy="true">
        <p>{t.page.drawing}</p>
      </main>
    </div>
  )
}

function NothingYet({ record, place }: { record: TerritoryRecord; place: TerritoryPlace }) {
  const t = useText()
  return (
    <div className="page">
      <Masthead record={record} place={place} />
      <main id="content" className="failure">
        <h1>{record.name}</h1>
        <p className="lead">{t.problems.no_wave()}</p>
        <p>
          <PlaceLink className="button primary" to={{ ...place, screen: 'data' }}>
            {t.data.importHeading}
          </PlaceLink>
        </p>
      </main>
    </div>
  )
}
