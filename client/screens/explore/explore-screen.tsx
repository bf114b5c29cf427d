import { Suspense, useDeferredValue, useRef } from 'react'
import type { TerritoryRecord } from '../../data/record.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { useEscape } from '../../page/escape.ts'
import { Failure, failureRegion, failureScreen } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { Sheet } from '../../sheet/sheet.tsx'
import { adjust } from '../../state/navigation.tsx'
import { addressOf, type TerritoryPlace } from '../../state/place.ts'
import { Table } from '../../table/table.tsx'
import { useText } from '../../text/language.tsx'
import { useView } from '../../view/view.ts'
import { Panel } from './panel.tsx'
import { Search } from './search.tsx'
import { StatusLine } from './status-line.tsx'
import './territory.css'

/** The map or the table of a territory, with what steers it. */
export function ExploreScreen({ record, place }: { record: TerritoryRecord; place: TerritoryPlace }) {
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
  const { spaces, color, size, hidden } = settled
  const view = useView(settled.territory, settled.perimeter, { spaces, color, size, hidden })
  const screen = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const close = () => adjust({ selected: null })
  useEscape(screen, close)
  return (
    <div
      ref={screen}
      className={place.selected ? 'exploration with-sheet' : 'exploration'}
      aria-busy={settled !== place}
    >
      <Masthead record={view.record} place={place}>
        <Search view={view} />
      </Masthead>
      <Panel view={view} />
      <main id="content" className="stage">
        <h1 className="visually-hidden">{view.record.name}</h1>
        <Failure about={addressOf(settled)} instead={failureRegion}>
          {place.screen === 'map' ? (
            <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
              <TerritoryMap
                view={view}
                selected={settled.selected}
                onSelect={(selected) => adjust({ selected }, 'push')}
                coveredBy={sheet}
              />
            </Suspense>
          ) : (
            <Table view={view} place={settled} />
          )}
        </Failure>
        <StatusLine view={view} place={settled} />
      </main>
      {place.selected && (
        <Failure about={addressOf(settled)} instead={failureRegion}>
          <Sheet ref={sheet} view={view} selected={place.selected} onClose={close} />
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
