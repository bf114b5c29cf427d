import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Outbox, OutboxState } from '../data/outbox.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'

/** How long something is said in passing, in milliseconds. */
const passingMs = 6_000

/** What became of what was changed here, and whether others are heard: said at the foot of the page, and to screen readers. */
export function SaveState({ outbox, state, feed, said, onHeard }: SaveStateProps) {
  const t = useText()
  const wasBusy = useRef(false)
  const [wasSaved, setSaved] = useState(false)
  useEffect(() => {
    if (state.state === 'saved' && wasBusy.current) setSaved(true)
    wasBusy.current = state.state !== 'saved'
  }, [state])
  useEffect(() => {
    if (said === '' && !wasSaved) return
    const timer = setTimeout(() => {
      setSaved(false)
      onHeard('')
    }, passingMs)
    return () => clearTimeout(timer)
  }, [said, wasSaved, onHeard])

  if (state.state === 'refused') {
    return (
      <div className="save-state is-wrong" role="alert">
        <p>
          {t.edit.state.refused} {problemSentence(t, state.error)}
        </p>
        <Button className="button" onPress={() => outbox.resume()}>
          {t.edit.state.retry}
        </Button>
        <Button className="button" onPress={() => void outbox.abandon()}>
          {t.edit.state.abandon}
        </Button>
      </div>
    )
  }
  const isWrong = state.state === 'unreachable' || feed === 'lost'
  const words =
    state.state === 'unreachable'
      ? t.edit.state.unreachable(state.edits)
      : feed === 'lost'
        ? t.edit.state.lost
        : said !== ''
          ? said
          : state.state === 'saving'
            ? t.edit.state.saving
            : wasSaved
              ? t.edit.state.saved
              : ''
  return (
    <div className={`save-state${isWrong ? ' is-wrong' : ''}${words === '' ? ' is-silent' : ''}`} role="status">
      <p>{words}</p>
    </div>
  )
}

interface SaveStateProps {
  readonly outbox: Outbox
  readonly state: OutboxState
  readonly feed: 'heard' | 'lost'
  /** What was done last, in words. */
  readonly said: string
  readonly onHeard: (nothing: '') => void
}
