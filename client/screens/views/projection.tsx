import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { SavedView } from '#domain/territory.ts'
import { lostIn } from '#domain/view.ts'
import { slideQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useTitle } from '../../page/title.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { responsesOf } from '../../view/counts.ts'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { placeOfView } from '../../view/saved-views.ts'
import './projection.css'

/** Tells the windows of one browser which view is shown, so that notes follow what is projected. */
const channelName = (territory: string, story: string) => `maillage.story ${territory} ${story}`

/** A story as it is told, one view at a time: nothing but title, text, map and legend; or, in a second window, the notes of the one that is shown. */
export function Projection({ record, place, views }: ProjectionProps) {
  const t = useText()
  const adjust = useAdjust()
  const whole = useRef<HTMLElement>(null)
  const at = Math.min(views.length, Math.max(1, Math.trunc(Number(place.slide)) || 1))
  const view = views[at - 1]
  const following = views[at]
  const isSpeaker = place.speaker === 'true'
  const name = channelName(record.id, place.story ?? '')
  const show = (slide: number) => {
    if (slide < 1 || slide > views.length) return
    adjust({ slide: String(slide) }, 'push')
    const channel = new BroadcastChannel(name)
    channel.postMessage(slide)
    channel.close()
  }
  const heard = useEffectEvent((slide: unknown) => {
    if (typeof slide === 'number' && slide !== at) adjust({ slide: String(slide) })
  })
  useEffect(() => {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => heard(data)
    return () => channel.close()
  }, [name])
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const isOnControl = event.target instanceof Element && event.target.closest('button, a') !== null
    if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key) || (event.key === ' ' && !isOnControl)) show(at + 1)
    else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)) show(at - 1)
    else if (event.key === 'Home') show(1)
    else if (event.key === 'End') show(views.length)
    else if (event.key.toLowerCase() === 'f') toggleFullScreen()
    else if (event.key === 'Escape' && !document.fullscreenElement)
      adjust({ story: undefined, slide: undefined, speaker: undefined })
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => answer(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const toggleFullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    // Where it is not granted the page stays what it is.
    else whole.current?.requestFullscreen?.().catch(() => {})
  }
  useTitle([view?.name ?? '', record.name])
  if (!view) return null
  const lost = lostIn(record, view)
  const speakerAddress = () => {
    const address = new URL(window.location.href)
    address.searchParams.set('speaker', 'true')
    return address.href
  }
  return (
    <main id="content" ref={whole} className={isSpeaker ? 'projection for-speaker' : 'projection'}>
      <h1 className="projection-title">{view.name}</h1>
      {(view.text || lost.length > 0) && (
        <p className="projection-text">
          {view.text}
          {lost.length > 0 && ` ${t.views.lost(lost)}`}
        </p>
      )}
      {isSpeaker ? (
        <section className="projection-notes" aria-label={t.edit.fields.labels.notes} aria-live="polite">
          <p>{view.notes || t.views.noNotes}</p>
          <p className="projection-following">{following ? t.views.comes(following.name) : t.views.last}</p>
        </section>
      ) : (
        <SlideMap record={record} view={view} />
      )}
      <footer className="projection-foot">
        <Button className="button" aria-label={t.views.previous} isDisabled={at === 1} onPress={() => show(at - 1)}>
          ←
        </Button>
        <span className="projection-progress" role="status">
          {t.views.progress(at, views.length)}
        </span>
        <Button
          className="button"
          aria-label={t.views.next}
          isDisabled={at === views.length}
          onPress={() => show(at + 1)}
        >
          →
        </Button>
        {!isSpeaker && <Basis record={record} view={view} />}
        <span className="projection-tools">
          <Button className="button" onPress={toggleFullScreen}>
            {t.views.fullScreen}
          </Button>
          {!isSpeaker && (
            <Button
              className="button"
              onPress={() => void window.open(speakerAddress(), 'maillage-notes', 'width=700,height=600')}
            >
              {t.views.speaker}
            </Button>
          )}
          <PlaceLink className="button" change={{ story: undefined, slide: undefined, speaker: undefined }}>
            {t.views.leave}
          </PlaceLink>
        </span>
      </footer>
    </main>
  )
}

interface ProjectionProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly views: readonly SavedView[]
}

/** The wave that is shown, and what is known of it by whom. */
function Basis({ record, view }: { record: TerritoryRecord; view: SavedView }) {
  const t = useText()
  const wave = record.waves.get(placeOfView(record, view).place.wave ?? '') ?? record.latestFirst[0]
  if (!wave) return null
  const { answered, asked } = responsesOf(record, wave.id)
  const said = [
    wave.label,
    t.status[wave.basis](wave.date),
    ...(asked > 0 ? [t.status.responses(answered, asked)] : []),
  ]
  return <span className="projection-basis">{said.join(' · ')}</span>
}

/** The map of a view with its legend, by the renderer that writes it on paper. */
function SlideMap({ record, view }: { record: TerritoryRecord; view: SavedView }) {
  const t = useText()
  const { data, error } = useQuery(slideQuery(record, view, t.language))
  if (error) return <p className="problem">{t.views.undrawn(problemSentence(t, error))}</p>
  if (!data) return <p className="waiting">{t.page.drawing}</p>
  return <Drawing key={data} svg={data} />
}

/** Within the page, so that it is written in the typeface of the page. */
function Drawing({ svg }: { svg: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    place.current?.replaceChildren(document.importNode(drawn, true))
  }, [svg])
  return <div ref={place} className="projection-map" />
}
