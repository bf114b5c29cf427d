import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button, Group } from 'react-aria-components'
import { positionsQuery } from '../data/queries.ts'
import { sheetId } from '../sheet/sheet.tsx'
import { adjust } from '../state/navigation.tsx'
import type { Selected } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import { emptyBecause } from '../view/counts.ts'
import { Glyph } from '../view/glyph.tsx'
import type { View } from '../view/view.ts'
import { categoryName } from '../view/words.ts'
import { MapPicture } from './picture.tsx'
import { usePrinting } from './printing.ts'
import { sceneOf } from './scene.ts'
import { gatheringOf, nodeOf, selectionOf } from './selection.ts'
import { hasWebGl, type Spotlight, Stage } from './stage.ts'
import './map.css'

/** `spotlight`: what is shown up; leave it out for the map alone. `legend`: a still picture bears its own, none standing beside it. */
export function TerritoryMap({ view, spotlight = null, legend = false }: TerritoryMapProps) {
  const t = useText()
  const { record, network, twoMode, categories, hidden, sizes, place } = view
  const { data: positions } = useSuspenseQuery(positionsQuery(useQueryClient(), record.id, place.perimeter))
  const element = useRef<HTMLDivElement>(null)
  const { stage, state, redraw } = useStage(element)
  const help = useId()
  const scene = useMemo(
    () =>
      sceneOf({
        record,
        network,
        twoMode: place.spaces ? twoMode : null,
        positions,
        categories,
        hidden,
        sizes: sizes === 'absent' ? null : sizes,
      }),
    [record, network, twoMode, positions, categories, hidden, sizes, place.spaces],
  )
  useEffect(() => stage?.show(scene), [stage, scene])
  const gathering = useMemo(() => gatheringOf(view), [view])
  const selectedNode = nodeOf(place.selected, view)
  useEffect(() => stage?.spotlight(spotlight ?? gathering), [stage, spotlight, gathering])
  useEffect(() => stage?.select(selectedNode), [stage, selectedNode])
  const isStill = usePrinting() || state !== 'drawn'

  const name = place.selected ? nameOf(view, place.selected) : null
  const empty = emptyBecause(view)
  const label = t.map.label(record.name)
  return (
    <div className={`map map-${state}`}>
      {isStill && (
        <div className="map-still">
          {state !== 'drawn' && (
            <div className="map-why" role="status">
              <p>{t.map.why[state]}</p>
              <Button className="button" onPress={redraw}>
                {t.map.redraw}
              </Button>
            </div>
          )}
          <MapPicture scene={scene} spotlight={spotlight ?? gathering} label={label} />
          {legend && (
            <ul className="map-still-legend">
              {categories.list
                .filter(({ id }) => (view.counts.get(id) ?? 0) > 0)
                .map((category) => (
                  <li key={category.id}>
                    <Glyph look={category.look} size={18} />
                    {categoryName(t, record, category)}
                  </li>
                ))}
            </ul>
          )}
        </div>
      )}
      <div
        ref={element}
        className="map-canvas"
        role="application"
        aria-label={label}
        aria-describedby={help}
        hidden={state !== 'drawn'}
      />
      <p id={help} className="visually-hidden">
        {t.map.keys}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {name}
      </p>
      {empty && <p className="map-nothing">{t.map.nothing[empty]}</p>}
      {state === 'drawn' && (
        <Group className="map-controls" aria-label={t.map.controls}>
          <Button className="icon-button" aria-label={t.map.zoomIn} onPress={() => stage?.zoomIn()}>
            +
          </Button>
          <Button className="icon-button" aria-label={t.map.zoomOut} onPress={() => stage?.zoomOut()}>
            −
          </Button>
          <Button className="icon-button" aria-label={t.map.fit} onPress={() => stage?.fit()}>
            ⤢
          </Button>
        </Group>
      )}
    </div>
  )
}

interface TerritoryMapProps {
  readonly view: View
  readonly spotlight?: Spotlight | null
  readonly legend?: boolean
}

/** `lost`: the graphics card took the drawing back; `unavailable`: this browser draws none. */
type CanvasState = 'drawn' | 'lost' | 'unavailable'

/** The stage in an element, made anew when the browser gives back a context it took, or on demand; null while there is none. */
function useStage(element: RefObject<HTMLDivElement | null>) {
  const [stage, setStage] = useState<Stage | null>(null)
  const [state, setState] = useState<CanvasState>('drawn')
  const [attempt, setAttempt] = useState(0)
  const redraw = () => setAttempt((count) => count + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made anew because it is another.
  useEffect(() => {
    const container = element.current
    if (!container) return
    if (!hasWebGl()) return setState('unavailable')
    setState('drawn')
    const opened = new Stage(container, {
      onSelect: (key) => adjust({ selected: selectionOf(key) }, 'push'),
      onLost: () => {
        setStage(null)
        setState('lost')
      },
      onRestored: redraw,
      cover: () => coverOf(container),
    })
    const watcher = new ResizeObserver(() => opened.resize())
    watcher.observe(container)
    setStage(opened)
    return () => {
      watcher.disconnect()
      opened.close()
      setStage(null)
    }
  }, [element, attempt])
  return { stage, state, redraw }
}

/** The sheet stands at the right of the map, or at its foot on a narrow screen. */
function coverOf(container: HTMLElement) {
  const map = container.getBoundingClientRect()
  const sheet = document.getElementById(sheetId)?.getBoundingClientRect()
  if (!sheet) return { right: 0, bottom: 0 }
  const beside = sheet.width < map.width
  return { right: beside ? map.right - sheet.left : 0, bottom: beside ? 0 : map.bottom - sheet.top }
}

function nameOf({ record }: View, { noun, id }: Selected): string {
  return (noun === 'actor' ? record.actors.get(id)?.name : record.spaces.get(id)?.name) ?? id
}
