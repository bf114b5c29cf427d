import type { Ref } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'

/** What the keys do, for the mouse and the finger. `actor`: whom a new tie is of. */
export function EditBar({ actor, ref }: { actor: string | null; ref: Ref<HTMLDivElement> }) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  return (
    <Toolbar ref={ref} className="edit-bar" aria-label={t.edit.bar}>
      <Button
        className="edit-bar-button edit-bar-add"
        data-key="A"
        aria-label={t.edit.newActorLong}
        onPress={() => editing.addActor()}
      >
        {t.edit.newActor}
      </Button>
      <Button
        className="edit-bar-button edit-bar-add"
        data-key="T"
        aria-label={t.edit.newTieLong}
        onPress={() => editing.addTie(actor)}
      >
        {t.edit.newTie}
      </Button>
      <Button className="edit-bar-button" aria-label={t.edit.undo} onPress={() => editing.undo()}>
        ↶
      </Button>
      <Button className="edit-bar-button" aria-label={t.edit.redo} onPress={() => editing.redo()}>
        ↷
      </Button>
      <Button className="edit-bar-button" aria-label={t.edit.shortcuts} onPress={() => editing.help()}>
        ?
      </Button>
    </Toolbar>
  )
}
