import { Button, ToggleButton, Toolbar } from 'react-aria-components'
import type { Actor } from '#domain/territory.ts'
import { wordsOf } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import { settingAll } from '../../table/cells.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import { useAdjust } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'
import { capital } from '../../view/words.ts'
import { PictureDialog } from './picture-dialog.tsx'
import './chosen-bar.css'

/** What can be done with several actors at once: nothing while nobody is chosen, but for saying so when the last one is not any more. */
export function ChosenBar({ view, chosen, isAlone }: { view: View; chosen: readonly string[]; isAlone: boolean }) {
  const t = useText()
  const adjust = useAdjust()
  const { record, network } = view
  const actors = chosen.flatMap((id) => record.actors.get(id) ?? [])
  const shown = new Set(view.shown.map((node) => network.actors[node]))
  const unseen = actors.filter(({ id }) => !shown.has(id)).length
  const said = actors.length === 0 ? '' : t.choosing.chosen(actors.length)
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {actors.length > 0 && (
        <Toolbar className="chosen-bar" aria-label={t.choosing.label}>
          <span className="chosen-count">
            {said}
            {unseen > 0 && <span className="note"> {t.choosing.unseen(unseen)}</span>}
          </span>
          <Sphere view={view} actors={actors} />
          <ToggleButton
            className="button"
            isSelected={isAlone}
            onChange={(alone) => adjust({ alone: alone ? 'chosen' : undefined }, 'push')}
          >
            {t.choosing.focus}
          </ToggleButton>
          <PictureDialog view={view} only={actors.map(({ id }) => id)} />
          <Remove actors={actors} />
          <Button
            className="icon-button"
            aria-label={t.choosing.clear}
            onPress={() => adjust({ chosen: [], alone: undefined })}
          >
            ×
          </Button>
        </Toolbar>
      )}
    </>
  )
}

function Sphere({ view: { record }, actors }: { view: View; actors: readonly Actor[] }) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  return (
    <select
      className="chosen-sphere"
      aria-label={t.choosing.sphere}
      value=""
      onChange={({ target }) => {
        const changes = settingAll(actors, 'sphere', target.value)
        if (changes.length > 0) editing.commit(changes)
      }}
    >
      <option value="">{t.choosing.sphere}</option>
      {wordsOf(record, 'sphere').map((id) => (
        <option key={id} value={id}>
          {capital(wordOf(t, record, 'sphere', id))}
        </option>
      ))}
    </select>
  )
}

function Remove({ actors }: { actors: readonly Actor[] }) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  return (
    <Button className="button" onPress={() => editing.removeAll('actor', actors)}>
      {t.choosing.remove}
    </Button>
  )
}
