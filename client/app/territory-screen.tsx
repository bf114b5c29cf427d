import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import type { TerritoryScreen as Screen } from '#wire/pages.ts'
import { territoryQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { Editor } from '../edit/editor.tsx'
import { Masthead } from '../page/masthead.tsx'
import { useTitle } from '../page/title.ts'
import { ChangesScreen } from '../screens/changes/changes-screen.tsx'
import { DataScreen } from '../screens/data/data-screen.tsx'
import { ExploreScreen } from '../screens/explore/explore-screen.tsx'
import { FindingsScreen } from '../screens/findings/findings-screen.tsx'
import { storyToldAt } from '../screens/views/told.ts'
import { useText } from '../text/language.tsx'
import { PlaceLink } from '../view/navigation.tsx'
import type { Place } from '../view/place.ts'

// Whoever looks at a map does not wait for it.
const SeminarScreen = lazy(async () => {
  const { SeminarScreen } = await import('../screens/seminar/seminar-screen.tsx')
  return { default: SeminarScreen }
})

const ViewsScreen = lazy(async () => ({ default: (await import('../screens/views/views-screen.tsx')).ViewsScreen }))
const Projection = lazy(async () => ({ default: (await import('../screens/views/projection.tsx')).Projection }))

/** One territory, on the screen that the place names, where it can be changed. */
export function TerritoryScreen({ territory, screen, place }: TerritoryScreenProps) {
  const t = useText()
  const { data: record } = useSuspenseQuery(territoryQuery(territory))
  useTitle([t.screens[screen], record.name])
  return (
    <Editor record={record} screen={screen} place={place}>
      <Shown record={record} screen={screen} place={place} />
    </Editor>
  )
}

function Shown({
  record,
  screen,
  place,
}: Pick<TerritoryScreenProps, 'screen' | 'place'> & { record: TerritoryRecord }) {
  if (screen === 'data') {
    return (
      <div className="page">
        <Masthead record={record} screen={screen} />
        <DataScreen record={record} place={place} />
      </div>
    )
  }
  if (screen === 'seminar') {
    return (
      <div className="page">
        <Masthead record={record} screen={screen} />
        <SeminarScreen record={record} place={place} />
      </div>
    )
  }
  if (screen === 'views') {
    const told = storyToldAt(record, place)
    if (told) return <Projection record={record} place={place} views={told} />
    return (
      <div className="page">
        <Masthead record={record} screen={screen} />
        <ViewsScreen record={record} place={place} />
      </div>
    )
  }
  const [latest] = record.latestFirst
  if (!latest) return <NothingYet record={record} screen={screen} />
  if (screen === 'findings') {
    const wave = record.waves.get(place.wave ?? '') ?? latest
    return <FindingsScreen record={record} place={place} wave={wave} />
  }
  if (screen === 'changes') return <ChangesScreen record={record} place={place} />
  return <ExploreScreen record={record} screen={screen} place={place} />
}

export interface TerritoryScreenProps {
  readonly territory: string
  readonly screen: Screen
  readonly place: Place
}

function NothingYet({ record, screen }: { record: TerritoryRecord; screen: Screen }) {
  const t = useText()
  return (
    <div className="page">
      <Masthead record={record} screen={screen} />
      <main id="content" className="failure">
        <h1>{record.name}</h1>
        <p className="lead">{t.problems.no_wave()}</p>
        <p>
          <PlaceLink className="button primary" screen="data">
            {t.data.importHeading}
          </PlaceLink>
        </p>
      </main>
    </div>
  )
}
