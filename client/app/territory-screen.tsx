import { useSuspenseQuery } from '@tanstack/react-query'
import { territoryQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { Masthead } from '../page/masthead.tsx'
import { useTitle } from '../page/title.ts'
import { DataScreen } from '../screens/data/data-screen.tsx'
import { ExploreScreen } from '../screens/explore/explore-screen.tsx'
import { FindingsScreen } from '../screens/findings/findings-screen.tsx'
import { PlaceLink } from '../state/navigation.tsx'
import type { TerritoryPlace } from '../state/place.ts'
import { useText } from '../text/language.tsx'

/** One territory, on the screen that the place names. */
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
  const [latest] = record.latestFirst
  if (!latest) return <NothingYet record={record} place={place} />
  if (place.screen === 'findings') {
    const wave = record.waves.get(place.perimeter.wave ?? '') ?? latest
    return <FindingsScreen record={record} place={place} wave={wave} />
  }
  return <ExploreScreen record={record} place={place} />
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
