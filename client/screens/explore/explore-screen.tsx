import { Suspense, useDeferredValue, useMemo, useRef } from 'react'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { EditBar } from '../../edit/bar.tsx'
import { TerritoryMap } from '../../map/map.tsx'
import { useEscape } from '../../page/escape.ts'
import { Failure, failureScreen, Region } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { Sheet } from '../../sheet/sheet.tsx'
import { Table } from '../../table/table.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { appearanceOf, focusOf, type Place, perimeterOf, selectedOf, selecting } from '../../view/place.ts'
import { useView } from '../../view/view.ts'
import { Panel } from './panel.tsx'
import { Reach } from './reach.tsx'
import { Search } from './search.tsx'
import { StatusLine } from './status-line.tsx'
import './territory.css'

/** The map or the table of a territory, with what steers it. */
export function ExploreScreen(props: ExploreScreenProps) {
  const { record, screen, place } = props
  return (
    <Failure
      about={place}
      instead={(failed) => (
        <div className="page">
          <Masthead record={record} screen={screen} />
          {failureScreen(failed)}
        </div>
      )}
    >
      <Suspense fallback={<Drawing record={record} screen={screen} />}>
        <Exploration {...props} />
      </Suspense>
    </Failure>
  )
}

interface ExploreScreenProps {
  readonly record: TerritoryRecord
  readonly screen: Extract<TerritoryScreen, 'map' | 'table'>
  readonly place: Place
}

/** Steps as an address writes them. */
const stepWords = { 1: '1', 2: '2', 3: '3' } as const

/** What is looked at on the left, the map or the table in the middle, what is selected on the right. */
function Exploration({ record, screen, place }: ExploreScreenProps) {
  const t = useText()
  const adjust = useAdjust()
  // While another perimeter is fetched the one before stays on screen.
  const settled = useDeferredValue(place)
  const view = useView(record.id, perimeterOf(settled), appearanceOf(settled))
  const selected = selectedOf(place)
  const whole = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const focus = useMemo(() => focusOf({ steps: settled.steps, path: settled.path }), [settled.steps, settled.path])
  // First one looks less closely, then at nobody.
  const close = () =>
    adjust(place.steps || place.path ? { steps: undefined, path: undefined } : { ...selecting(null), steps: undefined })
  useEscape(whole, close)
  return (
    <div ref={whole} className={selected ? 'exploration with-sheet' : 'exploration'} aria-busy={settled !== place}>
      <Masthead record={record} screen={screen}>
        <Search view={view} />
      </Masthead>
      <Panel view={view} />
      <main id="content" className="stage">
        <h1 className="visually-hidden">{record.name}</h1>
        <EditBar actor={place.actor ?? null} />
        <Region key={screen} name={screen} about={settled}>
          {screen === 'map' ? (
            <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
              <TerritoryMap
                view={view}
                selected={selectedOf(settled)}
                onSelect={(chosen) => (chosen ? adjust(selecting(chosen), 'push') : close())}
                focus={focus}
                onSteps={(steps) => place.actor && adjust({ steps: stepWords[steps], path: undefined }, 'push')}
                coveredBy={sheet}
                choosesTies
              />
            </Suspense>
          ) : (
            <Table view={view} place={settled} />
          )}
        </Region>
        <Region name="status" about={settled}>
          <StatusLine view={view} />
        </Region>
      </main>
      {selected && (
        <Sheet
          ref={sheet}
          view={view}
          selected={selected}
          onClose={() => adjust({ ...selecting(null), steps: undefined })}
        >
          {selected.noun === 'actor' && <Reach view={view} actor={selected.id} focus={focus} />}
        </Sheet>
      )}
    </div>
  )
}

function Drawing({ record, screen }: Pick<ExploreScreenProps, 'record' | 'screen'>) {
  const t = useText()
  return (
    <div className="page">
      <Masthead record={record} screen={screen} />
      <main id="content" className="waiting" aria-busy="true">
        <p>{t.page.drawing}</p>
      </main>
    </div>
  )
}
