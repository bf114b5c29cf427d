import { type ReactNode, useState } from 'react'
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
  TextField,
} from 'react-aria-components'
import type { Change } from '#domain/change.ts'
import { plainLine } from '#domain/plain-text.ts'
import type { SavedView } from '#domain/territory.ts'
import { lostIn, storiesOf } from '#domain/view.ts'
import { storyAddress } from '../../data/api.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { moved, placeOfView } from '../../view/saved-views.ts'
import './views.css'

/** Saved views and the stories they make; one of these as it is told, where the address says so. */
export function ViewsScreen({ record, place }: { record: TerritoryRecord; place: Place }) {
  const t = useText()
  const stories = storiesOf(record.views.values())
  const others = [...record.views.values()].filter(({ story }) => story === undefined)
  return (
    <main id="content" className="views">
      <h1>{t.views.heading}</h1>
      <p className="lead">{t.views.lead}</p>
      {record.views.size > 0 && <p className="note">{t.views.how}</p>}
      {place.story !== undefined && !stories.has(place.story) && <p className="problem">{t.views.unknownStory}</p>}
      {record.views.size === 0 && (
        <p className="views-none">
          {t.views.none}{' '}
          <PlaceLink screen="map" className="button primary">
            {t.views.toMap}
          </PlaceLink>
        </p>
      )}
      {[...stories].map(([name, views]) => (
        <Story key={name} record={record} name={name} views={views} />
      ))}
      {others.length > 0 && (
        <section>
          {stories.size > 0 && <h2>{t.views.others}</h2>}
          <ul className="view-list">
            {others.map((view) => (
              <li key={view.id} className="view-line">
                <ViewWords record={record} view={view} />
                <ViewTools record={record} view={view} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

function Story({ record, name, views }: StoryProps) {
  const t = useText()
  const editing = useEditing()
  const [dragged, drag] = useState<string | null>(null)
  const move = (view: SavedView, to: number) => {
    if (to < 0 || to >= views.length || !editing) return
    editing.commit(moved(views, view.id, to))
    editing.say(t.views.moved(view.name, to + 1, views.length))
  }
  return (
    <section className="story">
      <header className="story-head">
        <h2>
          {t.views.story(name)} <span className="note">{t.views.slides(views.length)}</span>
        </h2>
        <div className="row">
          <PlaceLink className="button primary" change={{ story: name, slide: '1' }}>
            {t.views.present}
          </PlaceLink>
          <a className="button" href={storyAddress(record.id, name, t.language)} download>
            {t.views.download}
          </a>
          {editing && <RenameStory record={record} name={name} views={views} />}
        </div>
      </header>
      {views.length > 1 && <p className="note">{t.views.order}</p>}
      <ol className="view-list">
        {views.map((view, i) => (
          <li
            key={view.id}
            className={dragged === view.id ? 'view-line is-dragged' : 'view-line'}
            draggable={views.length > 1}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', view.name)
              drag(view.id)
            }}
            onDragEnd={() => drag(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              const moving = views.find(({ id }) => id === dragged)
              if (moving) move(moving, i)
            }}
          >
            <span className="view-rank" aria-hidden="true">
              {i + 1}
            </span>
            <ViewWords record={record} view={view} />
            <ViewTools record={record} view={view}>
              {views.length > 1 && (
                <>
                  <Button
                    className="button small"
                    aria-label={t.views.up(view.name)}
                    isDisabled={i === 0}
                    onPress={() => move(view, i - 1)}
                  >
                    ↑
                  </Button>
                  <Button
                    className="button small"
                    aria-label={t.views.down(view.name)}
                    isDisabled={i === views.length - 1}
                    onPress={() => move(view, i + 1)}
                  >
                    ↓
                  </Button>
                </>
              )}
            </ViewTools>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface StoryProps {
  readonly record: TerritoryRecord
  readonly name: string
  readonly views: readonly SavedView[]
}

/** Gives all views of a story another name for it, which none has. */
function RenameStory({ record, name, views }: StoryProps) {
  const t = useText()
  const editing = useEditing()
  const [typed, type] = useState(name)
  const renamed = plainLine(typed).trim()
  const isTaken = renamed !== name && storiesOf(record.views.values()).has(renamed)
  return (
    <DialogTrigger onOpenChange={() => type(name)}>
      <Button className="button" aria-label={t.views.renameStory(name)}>
        {t.views.rename}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <Form
                onSubmit={(event) => {
                  event.preventDefault()
                  const changes = views.map((view): Change => ({ put: 'view', value: { ...view, story: renamed } }))
                  if (renamed !== name && editing?.commit(changes).length !== 0) return
                  close()
                }}
              >
                <Heading slot="title">{t.views.renameStory(name)}</Heading>
                <TextField className="field" value={typed} onChange={type} maxLength={200} autoFocus>
                  <Label>{t.views.storyName}</Label>
                  <Input />
                </TextField>
                <p className="note" role="status">
                  {isTaken && t.views.taken}
                </p>
                <div className="row">
                  <Button className="button" onPress={close}>
                    {t.page.cancel}
                  </Button>
                  <Button type="submit" className="button primary" isDisabled={renamed === '' || isTaken}>
                    {t.views.rename}
                  </Button>
                </div>
              </Form>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

interface ViewProps {
  readonly record: TerritoryRecord
  readonly view: SavedView
}

function ViewWords({ record, view }: ViewProps) {
  const t = useText()
  const lost = lostIn(record, view)
  const { screen, place } = placeOfView(record, view)
  const wave = record.waves.get(place.wave ?? '') ?? record.latestFirst[0]
  const shownBy = [t.screens[screen], ...(wave ? [wave.label] : [])].join(' · ')
  return (
    <div className="view-words">
      <strong>{view.name}</strong>
      <p className="note">{shownBy}</p>
      {view.text && <p>{view.text}</p>}
      {view.notes && <p className="note">{t.views.notesOf(view.notes)}</p>}
      {lost.length > 0 && <p className="problem">{t.views.lost(lost)}</p>}
    </div>
  )
}

function ViewTools({ record, view, children }: ViewProps & { readonly children?: ReactNode }) {
  const t = useText()
  const editing = useEditing()
  const { screen, place } = placeOfView(record, view)
  const remove = () => {
    if (editing?.commit([{ remove: 'view', identity: { id: view.id } }]).length === 0)
      editing.say(t.views.removed(view.name))
  }
  return (
    <div className="view-tools">
      {children}
      <PlaceLink className="button small" screen={screen} change={place}>
        {t.views.open}
        <span className="visually-hidden"> {view.name}</span>
      </PlaceLink>
      <Button className="button small" aria-label={t.views.edit(view.name)} onPress={() => editing?.editView(view)}>
        {t.views.editShort}
      </Button>
      <Button className="button small" aria-label={t.views.remove(view.name)} onPress={remove}>
        {t.views.removeShort}
      </Button>
    </div>
  )
}
