import { Suspense, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Pin } from '#domain/territory.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { EditBar } from '../../edit/bar.tsx'
import { DrawnNow } from '../../map/drawn-now.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { chosenSpotlight, selectionOf } from '../../map/selection.ts'
import type { Moved } from '../../map/stage.ts'
import { useEscape } from '../../page/escape.ts'
import { Failure, failureScreen, Region } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { Sheet } from '../../sheet/sheet.tsx'
import { Table } from '../../table/table.tsx'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { appearanceOf, focusOf, type Place, perimeterOf, selectedOf, selecting } from '../../view/place.ts'
import { useView } from '../../view/view.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { Panel } from './panel.tsx'
import { PinnedNote } from './pins.tsx'
import { Reach } from './reach.tsx'
import { countedOn, StatusLine } from './status-line.tsx'
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
  const counted = useMemo(() => countedOn(screen, view), [screen, view])
  const selected = selectedOf(place)
  const [drawnNow] = useState(() => new DrawnNow())
  const whole = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const tools = useRef<HTMLDivElement>(null)
  const focus = useMemo(() => focusOf({ steps: settled.steps, path: settled.path }), [settled.steps, settled.path])
  // First one looks less closely, then at nobody.
  const close = () => {
    if (place.steps || place.path) return adjust({ steps: undefined, path: undefined })
    if (place.alone) return adjust({ alone: undefined })
    adjust(selected ? { ...selecting(null), steps: undefined } : { chosen: [] })
  }
  const editing = useEditing()
  const move = (moved: readonly Moved[]) => {
    const { layout } = view.appearance
    const pins = moved.flatMap(({ key, x, y }): Pin[] => {
      const node = selectionOf(key)
      return node && (node.noun === 'actor' || node.noun === 'space')
        ? [{ layout, noun: node.noun, id: node.id, x, y }]
        : []
    })
    const refused = editing?.commit(pins.map((value) => ({ put: 'pin', value }))) ?? []
    const nameOf = ({ noun, id }: Pin) => (noun === 'actor' ? record.actors : record.spaces).get(id)?.name ?? id
    if (refused.length === 0) editing?.say(t.choosing.moved(pins.map(nameOf)))
  }
  const alone = useMemo(
    () => (settled.alone ? chosenSpotlight(settled.chosen, view) : null),
    [settled.alone, settled.chosen, view],
  )
  useEscape(whole, close)
  return (
    <div ref={whole} className={selected ? 'exploration with-sheet' : 'exploration'} aria-busy={settled !== place}>
      <Masthead record={record} screen={screen} view={view} />
      <Panel view={view} counted={counted} drawnNow={drawnNow} />
      <main id="content" className="stage">
        <h1 className="visually-hidden">{record.name}</h1>
        <EditBar ref={tools} actor={place.actor ?? null} />
        <Region key={screen} name={screen} about={settled}>
          {screen === 'map' ? (
            <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
              <TerritoryMap
                view={view}
                selected={selectedOf(settled)}
                onSelect={(chosen) => (chosen ? adjust(selecting(chosen), 'push') : close())}
                focus={focus}
                onSteps={(steps) => place.actor && adjust({ steps: stepWords[steps], path: undefined }, 'push')}
                onMove={editing ? move : undefined}
                chosen={settled.chosen}
                onChoose={(chosen) => adjust({ chosen: [...chosen] })}
                spotlight={alone}
                coveredBy={sheet}
                tools={tools}
                drawnNow={drawnNow}
                choosesTies
              />
            </Suspense>
          ) : (
            <Table view={view} place={settled} />
          )}
        </Region>
        <ChosenBar view={view} chosen={place.chosen} isAlone={place.alone !== undefined} />
        <Region name="status" about={settled}>
          <StatusLine view={view} screen={screen} place={place} />
        </Region>
      </main>
      {selected && (
        <Sheet
          ref={sheet}
          view={view}
          selected={selected}
          onClose={() => adjust({ ...selecting(null), steps: undefined })}
        >
          <PinnedNote view={view} selected={selected} />
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
