import { Suspense, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useEscape } from '../../page/escape.ts'
import { ActorHistory } from '../../sheet/actor-history.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { selecting } from '../../view/place.ts'
import { type ComparedProps, positionIds } from './comparison.ts'

/** One actor: how it moved against the noise, and its ties wave after wave. */
export function ActorChanges({ record, comparison, actor }: ComparedProps & { readonly actor: string }) {
  const t = useText()
  const adjust = useAdjust()
  const words = t.changes.positions
  const close = () => adjust(selecting(null))
  const sheet = useRef<HTMLElement>(null)
  useEscape(sheet, close)
  useEffect(() => {
    const opener = document.activeElement
    // Who chose on the map goes on there; who followed a name reads on here, and then from there again.
    if (opener instanceof HTMLButtonElement) sheet.current?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const moved = positionIds.flatMap((position) => {
    const change = comparison.positions[position].value?.actors.find(({ id }) => id === actor)
    return change ? [{ position, change }] : []
  })
  return (
    <aside
      ref={sheet}
      className="sheet actor-changes"
      aria-label={record.actors.get(actor)?.name ?? actor}
      tabIndex={-1}
    >
      <header className="sheet-head">
        <h2>{record.actors.get(actor)?.name ?? actor}</h2>
        <Button className="icon-button sheet-close" aria-label={t.page.close} onPress={close}>
          ×
        </Button>
      </header>
      {moved.length > 0 && (
        <ul className="actor-moves">
          {moved.map(({ position, change }) => (
            <li key={position}>
              {words.names[position]}
              <br />
              <span className="note">
                {bound(
                  words.moved(
                    t.number(change.before, 2),
                    t.number(change.after, 2),
                    change.isSure ? 'sure' : change.isNotable ? 'notable' : 'noise',
                  ),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<p className="note">{t.page.loading}</p>}>
        <ActorHistory record={record} actor={actor} />
      </Suspense>
    </aside>
  )
}
