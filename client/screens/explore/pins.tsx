import { Button } from 'react-aria-components'
import type { Change } from '#domain/change.ts'
import { identityOf, type Pin } from '#domain/territory.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import type { Selected } from '../../view/place.ts'
import type { View } from '../../view/view.ts'

/** Says that the selected actor or space was put where it stands, and lets it go back. Nothing where it was not. */
export function PinnedNote({ view, selected }: { view: View; selected: Selected }) {
  const t = useText()
  const editing = useEditing()
  const pin = pinsIn(view).find(({ noun, id }) => noun === selected.noun && id === selected.id)
  if (!pin) return null
  return (
    <p className="pins-note">
      {t.choosing.pinned}
      {editing && (
        <Button className="link-button" onPress={() => release(editing, [pin], t.choosing.released)}>
          {t.choosing.release}
        </Button>
      )}
    </p>
  )
}

/** How many were put somewhere in the layout on screen, and lets them go back. Nothing where none was. */
export function PinsNote({ view }: { view: View }) {
  const t = useText()
  const editing = useEditing()
  const pins = pinsIn(view)
  if (pins.length === 0) return null
  return (
    <p className="note pins-note">
      {t.choosing.pins(pins.length)}
      {editing && (
        <Button className="link-button" onPress={() => release(editing, pins, t.choosing.released)}>
          {t.choosing.releaseAll}
        </Button>
      )}
    </p>
  )
}

type Editing = NonNullable<ReturnType<typeof useEditing>>

function release(editing: Editing, pins: readonly Pin[], said: string): void {
  const changes = pins.map((pin): Change => ({ remove: 'pin', identity: identityOf('pin', pin) }))
  if (editing.commit(changes).length === 0) editing.say(said)
}

/** Those of who is known: of others a place is kept for the day they come back. */
function pinsIn({ record, appearance }: View): Pin[] {
  return [...record.pins.values()].filter(
    ({ layout, noun, id }) =>
      layout === appearance.layout && (noun === 'actor' ? record.actors : record.spaces).has(id),
  )
}
