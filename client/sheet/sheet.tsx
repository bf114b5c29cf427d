import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { adjust } from '../state/navigation.tsx'
import type { Selected } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import type { View } from '../view/view.ts'
import { ActorSheet } from './actor-sheet.tsx'
import { SpaceSheet } from './space-sheet.tsx'
import './sheet.css'

/** The element of the sheet, for who needs to know how much of the screen it takes. */
export const sheetId = 'sheet'

/** What is known of the selected actor or space: open only while something is selected. */
export function Sheet({ view, selected }: { view: View; selected: Selected }) {
  const t = useText()
  const { record } = view
  const actor = selected.noun === 'actor' ? record.actors.get(selected.id) : undefined
  const space = selected.noun === 'space' ? record.spaces.get(selected.id) : undefined
  return (
    <SheetFrame label={selected.noun === 'actor' ? t.sheet.actor : t.sheet.space}>
      {actor && <ActorSheet view={view} actor={actor} />}
      {space && <SpaceSheet view={view} space={space} />}
      {!actor && !space && <p className="note">{t.sheet.unknown(selected.id)}</p>}
    </SheetFrame>
  )
}

function SheetFrame({ label, children }: { label: string; children: ReactNode }) {
  const t = useText()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) adjust({ selected: null })
    }
    const element = frame.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <aside ref={frame} id={sheetId} className="sheet" aria-label={label}>
      <Button className="sheet-close icon-button" aria-label={t.sheet.close} onPress={() => adjust({ selected: null })}>
        ×
      </Button>
      {children}
    </aside>
  )
}
