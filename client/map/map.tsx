import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button, Group } from 'react-aria-components'
import { sheetId } from '../sheet/sheet.tsx'
import { adjust } from '../state/navigation.tsx'
import type { Selected } from '../state/place.ts'
import type { View } from '../territory/view.ts'
import { useText } from '../text/language.tsx'
import { sceneOf } from './scene.ts'
import { gatheringOf, nodeOf, selectionOf } from './selection.ts'
import { type Spotlight, Stage } from './stage.ts'
import './map.css'

/** `spotlight`: what is shown up; leave it out for the map alone. */
export function TerritoryMap({ view, spotlight = null }: { view: View; spotlight?: Spotlight | null }) {
  const t = useText()
  const { place } = view
  const element = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<Stage | null>(null)
  const help = useId()
  const { record, network, twoMode, positions, categories, hidden, sizes } = view
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

  useEffect(() => {
    const container = element.current
    if (!container) return
    const opened = new Stage(container, {
      onSelect: (key) => adjust({ selected: selectionOf(key) }, 'push'),
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
  }, [])
  useEffect(() => stage?.show(scene), [stage, scene])
  const gathering = useMemo(() => gatheringOf(view), [view])
  const selectedNode = nodeOf(place.selected, view)
  useEffect(() => stage?.spotlight(spotlight ?? gathering), [stage, spotlight, gathering])
  useEffect(() => stage?.select(selectedNode), [stage, selectedNode])

  const name = place.selected ? nameOf(view, place.selected) : null
  return (
    <div className="map">
      <div
        ref={element}
        className="map-canvas"
        role="application"
        aria-label={t.map.label(record.name)}
        aria-describedby={help}
      />
      <p id={help} className="visually-hidden">
        {t.map.keys}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {name}
      </p>
      {view.shown.length === 0 && <p className="map-nothing">{t.map.nothing}</p>}
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
    </div>
  )
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
