import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import { Button, Group } from 'react-aria-components'
import { centreOf } from '#drawing/arranging.ts'
import { actorKey, type Scene, sceneOf } from '#drawing/scene.ts'
import { standingScene } from '#drawing/strokes.ts'
import { positionsQuery } from '../data/queries.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { useActs } from '../view/acts.ts'
import { emptyBecause } from '../view/counts.ts'
import { useEditing } from '../view/editing.ts'
import type { Focus } from '../view/focus.ts'
import { entryOf } from '../view/legend-entry.ts'
import { type Selected, tieEnds, tieSelected } from '../view/place.ts'
import { usePrinting } from '../view/printing.ts'
import { silentIn, standingsIn } from '../view/tie-standing.ts'
import type { View } from '../view/view.ts'
import { categoryName, entryName } from '../view/words.ts'
import { useArrangement } from './arrangement.ts'
import type { Cameras } from './cameras.ts'
import { DrawnNow, useDrawnNow } from './drawn-now.ts'
import type { Cover } from './framing.ts'
import { MapKey } from './map-key.tsx'
import { MapPicture } from './picture.tsx'
import { entrySpotlight, focusSpotlight, gatheringOf, nodeOf, selectionOf, tieSpotlight } from './selection.ts'
import { hasWebGl, type Moved, type Spotlight, Stage } from './stage.ts'
import './map.css'

/** The map of a view. It knows neither the address nor what stands around it, so that two maps can stand side by side. */
export function TerritoryMap({
  view,
  selected,
  onSelect,
  coveredBy,
  tools,
  spotlight = null,
  legend = false,
  choosesTies = false,
  focus,
  onSteps,
  onMove,
  chosen = nobody,
  onChoose,
  cameras,
  altered,
  drawnNow,
}: TerritoryMapProps) {
  const t = useText()
  const { record, perimeter, network, twoMode, categories, hidden, sizes, backbone } = view
  const { spaces, layout, around } = view.appearance
  const centre = layout === 'distance' ? centreOf({ network, around }) : null
  const { data: stored, dataUpdatedAt } = useSuspenseQuery(positionsQuery(useQueryClient(), record.id, perimeter))
  const { positions, areas, backdrop, pins, isFetching } = useArrangement(view, stored, dataUpdatedAt)
  const standingOf = useMemo(() => standingsIn(view), [view])
  const silent = useMemo(() => silentIn(view), [view])
  const drawn = useMemo(
    () => (backbone ? { ...network, edges: network.edges.filter((_, edge) => backbone[edge]) } : network),
    [network, backbone],
  )
  const today = useMemo(
    () =>
      standingScene(
        sceneOf({
          record,
          network: drawn,
          twoMode: spaces ? twoMode : null,
          positions,
          pins,
          areas,
          backdrop,
          tiesRecede: layout === 'spaces',
          categories,
          hidden,
          sizes: sizes === 'absent' ? null : sizes,
          centre,
        }),
        standingOf,
        silent,
      ),
    [
      standingOf,
      silent,
      record,
      drawn,
      twoMode,
      positions,
      pins,
      areas,
      backdrop,
      categories,
      hidden,
      sizes,
      spaces,
      layout,
      centre,
    ],
  )
  const scene = useMemo(() => altered?.(today) ?? today, [altered, today])
  const space = selected?.noun === 'space' ? selected.id : null
  const tie = selected?.noun === 'tie' ? selected.id : null
  const line = selected?.noun === 'legend' ? selected.id : null
  const gathering = useMemo(() => {
    const entry = line === null ? null : entryOf({ noun: 'legend', id: line })
    if (entry) return entrySpotlight(entry, view)
    return tie === null ? gatheringOf(space, view) : tieSpotlight({ noun: 'tie', id: tie })
  }, [space, tie, line, view])
  const near = useMemo(() => (focus ? focusSpotlight(selected, focus, view) : null), [selected, focus, view])
  const empty = emptyBecause(view)
  return (
    <SceneMap
      scene={scene}
      isBusy={isFetching}
      label={t.map.label(record.name)}
      selectedNode={nodeOf(selected, view)}
      selectedName={selected ? nameOf(t, view, selected) : null}
      onSelect={onSelect}
      choosesTies={choosesTies}
      onSteps={onSteps}
      onMove={onMove}
      chosen={chosen}
      onChoose={onChoose}
      coveredBy={coveredBy}
      tools={tools}
      cameras={cameras}
      drawnNow={drawnNow}
      spotlight={spotlight ?? near ?? gathering}
      nothing={empty && t.map.nothing[empty]}
      legend={legend && <MapKey view={view} spotlight={spotlight} />}
    />
  )
}

interface TerritoryMapProps {
  readonly view: View
  readonly selected: Selected | null
  /** Somebody was chosen on the map, or nobody any more. */
  readonly onSelect: (selected: Selected | null) => void
  /** What stands over the map now, at its right or at its foot. */
  readonly coveredBy?: RefObject<HTMLElement | null>
  /** What stands in its upper left corner. */
  readonly tools?: RefObject<HTMLElement | null>
  /** What is shown up; left out: nothing more than who is selected. */
  readonly spotlight?: Spotlight | null
  /** Whether it bears its own legend, none standing beside it. */
  readonly legend?: boolean
  /** Whether ties are chosen, too. */
  readonly choosesTies?: boolean
  /** What is looked at closely around who is selected, and what asks for it. */
  readonly focus?: Focus
  readonly onSteps?: (steps: 1 | 2 | 3) => void
  /** Somebody put nodes elsewhere; left out: that is not done here. */
  readonly onMove?: ((moved: readonly Moved[]) => void) | undefined
  /** Actors that are chosen together, by id, and what hears that others are; left out: that is not done here. */
  readonly chosen?: readonly string[]
  readonly onChoose?: ((actors: readonly string[]) => void) | undefined
  /** Those of the maps that move with this one. */
  readonly cameras?: Cameras
  /** Hears how the map draws; left out: nobody beside it needs to know. */
  readonly drawnNow?: DrawnNow | undefined
  /** What is drawn instead, nothing moved; the same function as long as it gives the same. */
  readonly altered?: (scene: Scene) => Scene
}

const nobody: readonly string[] = []

/** A scene one moves in: drawn by the graphics card, or else as a picture, as on paper. */
export function SceneMap({
  scene,
  isBusy = false,
  label,
  selectedNode,
  selectedName,
  onSelect,
  choosesTies = false,
  onSteps = () => {},
  onMove,
  chosen = nobody,
  onChoose,
  coveredBy,
  tools,
  cameras,
  drawnNow: listening,
  spotlight,
  nothing,
  legend,
}: SceneMapProps) {
  const t = useText()
  const [own] = useState(() => new DrawnNow())
  const drawnNow = listening ?? own
  const element = useRef<HTMLDivElement>(null)
  const controls = useRef<HTMLDivElement>(null)
  const { stage, state, redraw } = useStage(element, {
    onSelect,
    choosesTies,
    onSteps,
    onMove,
    onChoose,
    coveredBy,
    tools,
    controls,
    cameras,
    drawnNow,
  })
  const help = useId()
  useEffect(() => stage?.show(scene), [stage, scene])
  useEffect(() => stage?.spotlight(spotlight), [stage, spotlight])
  useEffect(() => stage?.select(selectedNode), [stage, selectedNode])
  useEffect(() => stage?.choose(chosen.map(actorKey)), [stage, chosen])
  const editing = useEditing()
  useActs(() =>
    stage && onChoose
      ? [
          {
            name: t.palette.lasso,
            does: () => {
              stage.lasso()
              editing?.say(t.palette.lassoReady)
            },
          },
        ]
      : [],
  )
  const isStill = usePrinting() || state !== 'drawn'
  return (
    <div className={`map map-${state}`} aria-busy={isBusy}>
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
          <MapPicture scene={scene} spotlight={spotlight} label={label} />
          {legend}
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
        {selectedName}
      </p>
      <Moving drawnNow={drawnNow} />
      {nothing && <p className="map-nothing">{nothing}</p>}
      {state === 'drawn' && (
        <Group ref={controls} className="map-controls" aria-label={t.map.controls}>
          <Button className="icon-button" aria-label={t.map.zoomIn} onPress={() => stage?.zoomIn()}>
            +
          </Button>
          <Button className="icon-button" aria-label={t.map.zoomOut} onPress={() => stage?.zoomOut()}>
            −
          </Button>
          <Button className="icon-button" aria-label={t.map.fit} onPress={() => stage?.fit()}>
            ⤢
          </Button>
          {legend && (
            <details className="map-legend">
              <summary className="button">{t.legend.heading}</summary>
              {legend}
            </details>
          )}
        </Group>
      )}
    </div>
  )
}

/** Says that what comes into sight is missing, as long as it is. */
function Moving({ drawnNow }: { drawnNow: DrawnNow }) {
  const t = useText()
  const { isMoved } = useDrawnNow(drawnNow)
  return isMoved && <p className="map-moving">{t.map.moving}</p>
}

interface SceneMapProps extends Pick<TerritoryMapProps, 'onSelect' | 'onMove' | 'chosen' | 'onChoose' | 'drawnNow'> {
  readonly scene: Scene
  /** Whether another drawing is on its way. */
  readonly isBusy?: boolean
  readonly label: string
  /** Key of a node. */
  readonly selectedNode: string | null
  readonly selectedName: string | null
  readonly choosesTies?: boolean
  readonly onSteps?: ((steps: 1 | 2 | 3) => void) | undefined
  readonly coveredBy: RefObject<HTMLElement | null> | undefined
  readonly tools: RefObject<HTMLElement | null> | undefined
  readonly cameras: Cameras | undefined
  readonly spotlight: Spotlight | null
  /** Why there is nothing to be seen. */
  readonly nothing: string | null
  /** What stands beneath a still picture, and unfolds over the moving one. */
  readonly legend: ReactNode
}

/** `lost`: the graphics card took the drawing back; `unavailable`: this browser draws none. */
type CanvasState = 'drawn' | 'lost' | 'unavailable'

interface Heard extends Pick<SceneMapProps, 'onSelect' | 'onMove' | 'onChoose' | 'coveredBy' | 'tools' | 'cameras'> {
  readonly drawnNow: DrawnNow
  readonly controls: RefObject<HTMLElement | null>
  readonly choosesTies: boolean
  readonly onSteps: (steps: 1 | 2 | 3) => void
}

/** The stage in an element, made anew when the browser gives back a context it took, or on demand; null while there is none. */
function useStage(
  element: RefObject<HTMLDivElement | null>,
  { onSelect, choosesTies, onSteps, onMove, onChoose, coveredBy, tools, controls, cameras, drawnNow }: Heard,
) {
  const t = useText()
  const [stage, setStage] = useState<Stage | null>(null)
  const [state, setState] = useState<CanvasState>('drawn')
  const [attempt, setAttempt] = useState(0)
  const redraw = () => setAttempt((count) => count + 1)
  const select = useEffectEvent((key: string | null) => onSelect(selectionOf(key)))
  const selectTie = useEffectEvent((from: string, to: string) =>
    onSelect(tieSelected(selectionOf(from)?.id ?? '', selectionOf(to)?.id ?? '')),
  )
  const look = useEffectEvent((steps: 1 | 2 | 3) => onSteps(steps))
  const [moves, choosesSeveral] = [onMove !== undefined, onChoose !== undefined]
  const move = useEffectEvent((moved: readonly Moved[]) => onMove?.(moved))
  const choose = useEffectEvent((keys: readonly string[]) =>
    onChoose?.(keys.flatMap((key) => selectionOf(key)?.id ?? [])),
  )
  const say = useEffectEvent((length: number) => t.explore.ground.kilometers(length))
  const cover = useEffectEvent((container: HTMLElement) =>
    coverOf(container, {
      over: coveredBy?.current ?? null,
      tools: tools?.current ?? null,
      controls: controls.current,
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is made anew because it is another.
  useEffect(() => {
    const container = element.current
    if (!container) return
    if (!hasWebGl()) return setState('unavailable')
    setState('drawn')
    const opened = new Stage(container, {
      onSelect: (key) => select(key),
      onSteps: (steps) => look(steps),
      onMove: moves ? (moved) => move(moved) : null,
      onChoose: choosesSeveral ? (keys) => choose(keys) : null,
      onSelectTie: choosesTies ? (from, to) => selectTie(from, to) : null,
      onLost: () => {
        setStage(null)
        setState('lost')
      },
      onRestored: redraw,
      cover: () => cover(container),
      cameras: cameras ?? null,
      drawnNow,
      kilometers: (length) => say(length),
    })
    const watcher = new ResizeObserver(() => opened.resize())
    watcher.observe(container)
    setStage(opened)
    return () => {
      watcher.disconnect()
      opened.close()
      setStage(null)
    }
  }, [element, attempt, cameras, drawnNow, choosesTies, moves, choosesSeveral])
  return { stage, state, redraw }
}

/** What stands over a map now. */
interface Covering {
  readonly over: HTMLElement | null
  readonly tools: HTMLElement | null
  readonly controls: HTMLElement | null
}

/** What is narrower than the map stands at its right, else at its foot. */
function coverOf(container: HTMLElement, { over, tools, controls }: Covering): Cover {
  const map = container.getBoundingClientRect()
  const corner = tools?.getBoundingClientRect()
  const foot = controls?.getBoundingClientRect()
  const { width, left, top } = over?.getBoundingClientRect() ?? { width: 0, left: map.right, top: map.bottom }
  const beside = width < map.width
  return {
    right: beside ? map.right - left : 0,
    bottom: beside ? 0 : map.bottom - top,
    tools: { right: corner ? corner.right - map.left : 0, bottom: corner ? corner.bottom - map.top : 0 },
    controls: { right: foot ? foot.right - map.left : 0, top: foot ? foot.top - map.top : map.height },
  }
}

/** What is selected, as it is read aloud. */
function nameOf(t: Text, view: View, selected: Selected): string {
  const { record, network, categories, degrees } = view
  const { noun, id } = selected
  const entry = entryOf(selected)
  if (entry) return entryName(t, view, entry)
  const ends = noun === 'tie' ? tieEnds(selected) : null
  if (ends) return ends.map((end) => record.actors.get(end)?.name ?? end).join(' – ')
  const name = (noun === 'actor' ? record.actors.get(id)?.name : record.spaces.get(id)?.name) ?? id
  const node = noun === 'actor' ? network.actors.indexOf(id) : -1
  if (node < 0) return name
  const category = categoryName(t, record, categories.categoryOf(id))
  return t.explore.spoken(name, category, degrees[node] ?? 0, silentIn(view).has(actorKey(id)))
}
