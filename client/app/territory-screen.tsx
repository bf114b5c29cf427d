import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { TerritoryScreen as Screen } from '#wire/pages.ts'
import { outboxOf, territoryQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { Editor } from '../edit/editor.tsx'
import { FirstSteps } from '../page/first-steps.tsx'
import { Masthead } from '../page/masthead.tsx'
import { useTitle } from '../page/title.ts'
import { ChangesScreen } from '../screens/changes/changes-screen.tsx'
import { DataScreen } from '../screens/data/data-screen.tsx'
import { ExploreScreen } from '../screens/explore/explore-screen.tsx'
import { FindingsScreen } from '../screens/findings/findings-screen.tsx'
import { storyToldAt } from '../screens/views/told.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { HomeLink, PlaceLink } from '../view/navigation.tsx'
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
  const outbox = outboxOf(useQueryClient(), record.id)
  // What is drawn of a wave is asked of the server.
  const isKnown = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => record.latestFirst.some(({ id }) => !outbox.isSending('wave', id)),
  )
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
  if (!latest || !isKnown) return <NothingYet record={record} screen={screen} />
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

/** Names that are said of a territory that is not drawn. */
const mostNamed = 12

function NothingYet({ record, screen }: { record: TerritoryRecord; screen: Screen }) {
  const t = useText()
  const editing = useEditing()
  const names = [...record.actors.values()].map(({ name }) => name)
  return (
    <div className="page">
      <Masthead record={record} screen={screen} />
      <main id="content" className="failure">
        <h1>{record.name}</h1>
        <p className="lead">
          {names.length === 0
            ? t.firstSteps.empty
            : t.firstSteps.noWave(
                names.length,
                [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', '),
              )}
        </p>
        {names.length === 0 && (
          <p className="row">
            <PlaceLink className="button primary" screen="data">
              {t.firstSteps.drop}
            </PlaceLink>
            {editing && (
              <Button className="button" onPress={() => editing.addActor()}>
                {t.firstSteps.typeName}
              </Button>
            )}
            <HomeLink className="button">{t.firstSteps.example}</HomeLink>
          </p>
        )}
        <FirstSteps record={record} screen={screen} areOffered={names.length > 0} />
      </main>
    </div>
  )
}
