import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  TextArea,
  TextField,
} from 'react-aria-components'
import { plainLine, plainText } from '#domain/plain-text.ts'
import type { SavedView } from '#domain/territory.ts'
import { storiesOf } from '#domain/view.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { freshId } from '../../edit/draft.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import type { Place } from '../../view/place.ts'
import { addressOf, atTheEnd } from '../../view/saved-views.ts'

/** Keeps what is on screen as a view, in a story if one likes. */
export function KeepView(props: KeepViewProps) {
  const t = useText()
  if (!useEditing()) return null
  return (
    <DialogTrigger>
      <Button className="button picture-opener">{t.views.save}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>{({ close }) => <ViewForm {...props} onClose={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

interface KeepViewProps {
  readonly record: TerritoryRecord
  readonly screen: TerritoryScreen
  readonly place: Place
}

function ViewForm({ record, screen, place, onClose }: KeepViewProps & { readonly onClose: () => void }) {
  const t = useText()
  const editing = useEditing()
  const stories = [...storiesOf(record.views.values()).keys()]
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [notes, setNotes] = useState('')
  const [story, setStory] = useState(stories[0] ?? '')
  const plain = plainLine(name).trim()
  const keep = () => {
    if (plain === '' || !editing) return
    const told = plainLine(story).trim()
    const view: SavedView = {
      id: freshId(record, 'view', plain),
      name: plain,
      address: addressOf(screen, place, record.latestFirst[0]),
      ...(text.trim() !== '' && { text: plainText(text).trim() }),
      ...(notes.trim() !== '' && { notes: plainText(notes).trim() }),
      ...(told !== '' && { story: told }),
    }
    if (editing.commit([{ put: 'view', value: atTheEnd(record, view) }]).length > 0) return
    editing.say(t.views.saved(plain))
    onClose()
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Heading slot="title">{t.views.save}</Heading>
      <p className="note">{t.views.saveLead}</p>
      <TextField className="field" value={name} onChange={setName} isRequired maxLength={200} autoFocus>
        <Label>{t.views.name}</Label>
        <Input placeholder={t.views.nameHint} />
      </TextField>
      <TextField className="field" value={text} onChange={setText} maxLength={2_000}>
        <Label>{t.edit.fields.labels.text}</Label>
        <TextArea rows={2} />
      </TextField>
      <TextField className="field" value={notes} onChange={setNotes} maxLength={5_000}>
        <Label>{t.edit.fields.labels.notes}</Label>
        <TextArea rows={2} />
      </TextField>
      <TextField className="field" value={story} onChange={setStory} maxLength={200}>
        <Label>{t.views.newStory}</Label>
        <Input list="stories" />
      </TextField>
      <datalist id="stories">
        {stories.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className="row">
        <Button className="button" onPress={onClose}>
          {t.page.cancel}
        </Button>
        <Button type="submit" className="button primary" isDisabled={plain === ''}>
          {t.views.keep}
        </Button>
      </div>
    </Form>
  )
}
