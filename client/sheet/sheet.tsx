import { type ReactNode, type Ref, useMemo } from 'react'
import { Button } from 'react-aria-components'
import { Region } from '../page/failure.tsx'
import { useText } from '../text/language.tsx'
import { entryOf } from '../view/legend-entry.ts'
import { type Selected, tieEnds } from '../view/place.ts'
import type { View } from '../view/view.ts'
import { ActorSheet } from './actor-sheet.tsx'
import { LegendSheet } from './legend-sheet.tsx'
import { SpaceSheet } from './space-sheet.tsx'
import { TieSheet } from './tie-sheet.tsx'
import './sheet.css'

/** What is known of the selected actor, space, tie or line of the legend: open only while something is selected. */
export function Sheet({ view, selected, onClose, children, ref }: SheetProps) {
  const t = useText()
  const { record } = view
  const actor = selected.noun === 'actor' ? record.actors.get(selected.id) : undefined
  const space = selected.noun === 'space' ? record.spaces.get(selected.id) : undefined
  const ends = selected.noun === 'tie' ? tieEnds(selected) : null
  const { noun, id } = selected
  const entry = useMemo(() => entryOf({ noun, id }), [noun, id])
  const labels = {
    actor: t.sheet.actor,
    space: t.sheet.space,
    tie: t.explore.tieSheet,
    legend: t.legendSheet.label,
  }
  return (
    <aside ref={ref} className="sheet" aria-label={labels[noun]}>
      <Button className="sheet-close icon-button" aria-label={t.sheet.close} onPress={onClose}>
        ×
      </Button>
      <Region name="sheet" about={actor ?? space ?? selected.id}>
        {actor && <ActorSheet view={view} actor={actor} reach={children} />}
        {space && (
          <>
            <SpaceSheet view={view} space={space} />
            {children}
          </>
        )}
        {ends && <TieSheet view={view} ends={ends} />}
        {entry && <LegendSheet view={view} entry={entry} />}
      </Region>
      {!actor && !space && !ends && !entry && <p className="note">{t.sheet.unknown(selected.id)}</p>}
    </aside>
  )
}

interface SheetProps {
  readonly view: View
  readonly selected: Selected
  readonly onClose: () => void
  /** How far around an actor one looks. */
  readonly children?: ReactNode
  readonly ref: Ref<HTMLElement>
}
