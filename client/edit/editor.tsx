import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Change } from '#domain/change.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { Present } from '#wire/record.ts'
import { outboxOf } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { type Editing, EditingContext } from '../view/editing.ts'
import { useAdjust } from '../view/navigation.tsx'
import { type Place, selecting } from '../view/place.ts'
import { openAt, PresenceContext, readName, writeName } from '../view/presence.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { useFeed } from './feed.ts'
import { HelpDialog } from './help-dialog.tsx'
import { NewActor } from './new-actor.tsx'
import { NewTie } from './new-tie.tsx'
import { type Opened, useOpened } from './opened.ts'
import { RemovalDialog } from './removal-dialog.tsx'
import { SaveState } from './save-state.tsx'
import { useLetters, useShortcuts } from './shortcuts.ts'
import { useUndo } from './undo.ts'
import { ViewDialog } from './view-dialog.tsx'
import './edit.css'

/** Lets a territory be changed wherever it is seen: its forms, its keys, what becomes of what was changed, what others change. */
export function Editor({ record, screen, place, children }: EditorProps) {
  const client = useQueryClient()
  const outbox = outboxOf(client, record.id)
  const state = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.state,
  )
  const [name, setName] = useState(readName)
  const { state: feed, others } = useFeed(record.id, {
    ...(name !== '' && { name }),
    at: screen,
    ...useOpenNow(screen, place),
  })
  const presence = useMemo(
    () => ({
      others,
      name,
      callMe: (chosen: string) => {
        writeName(chosen)
        setName(chosen)
      },
    }),
    [others, name],
  )
  useEffect(() => outbox.resume(), [outbox])
  const [said, say] = useState('')
  const step = useUndo(record.id, say)
  const { opened, draft, open, type, close, isResumed } = useOpened(record.id)
  const [hasLetters, setLetters] = useLetters()
  const from = place.actor !== undefined && record.actors.has(place.actor) ? place.actor : null

  const editing = useMemo(
    (): Editing => ({
      edit: (noun, fact) => open({ form: 'fact', noun, before: fact, started: fact }),
      add: (noun, started) => open({ form: 'fact', noun, before: null, started }),
      keepView: (started) => open({ form: 'view', before: null, started }),
      editView: (view) => open({ form: 'view', before: view, started: view }),
      remove: (noun, fact) => open({ form: 'removal', noun, facts: [fact] }),
      removeAll: (noun, facts) => open({ form: 'removal', noun, facts }),
      addActor: () => open({ form: 'actor' }),
      addTie: (actor) => open({ form: 'tie', from: actor }),
      undo: () => step('undo'),
      redo: () => step('redo'),
      help: () => open({ form: 'help' }),
      say,
      commit: (changes) => outbox.commit(changes),
    }),
    [open, step, outbox],
  )
  const isDrawn = screen === 'map' || screen === 'table'
  useShortcuts(
    {
      undo: editing.undo,
      redo: editing.redo,
      letters: {
        '?': editing.help,
        ...(isDrawn && { a: editing.addActor, t: () => open({ form: 'tie', from }) }),
      },
    },
    opened === null,
    hasLetters,
  )
  return (
    <EditingContext value={editing}>
      <PresenceContext value={presence}>{children}</PresenceContext>
      {opened && (
        <OpenForm
          key={JSON.stringify(opened)}
          record={record}
          place={place}
          opened={opened}
          draft={draft}
          onType={type}
          onClose={close}
          isResumed={isResumed}
          commit={(changes, seen) => outbox.commit(changes, seen)}
          letters={hasLetters}
          onLetters={setLetters}
        />
      )}
      {state.state === 'clash' && (
        <ClashDialog record={record} clashes={state.clashes} onDecide={(choose) => outbox.decide(choose)} />
      )}
      <SaveState outbox={outbox} state={state} feed={feed} said={said} onHeard={say} />
    </EditingContext>
  )
}

interface EditorProps {
  readonly record: TerritoryRecord
  readonly screen: TerritoryScreen
  readonly place: Place
  readonly children: ReactNode
}

function OpenForm({ record, place, opened, commit, letters, onLetters, ...form }: OpenFormProps) {
  const adjust = useAdjust()
  const wave = record.waves.get(place.wave ?? '') ?? record.latestFirst[0]
  const { onClose } = form
  const save = (changes: readonly Change[], seen?: readonly Change[]) => {
    if (commit(changes, seen).length === 0) onClose()
  }
  const show = (actor: { readonly id: string }) => adjust(selecting({ noun: 'actor', id: actor.id }), 'push')
  switch (opened.form) {
    case 'view':
      return <ViewDialog record={record} {...opened} {...form} onSave={save} />
    case 'fact':
      return <FactDialog record={record} {...opened} {...form} onSave={save} />
    case 'actor':
      return (
        <NewActor
          record={record}
          wave={wave}
          {...form}
          onSave={(changes, actor) => {
            save(changes)
            show(actor)
          }}
          onOpen={(actor) => {
            onClose()
            show(actor)
          }}
        />
      )
    case 'tie':
      return <NewTie record={record} wave={wave} from={opened.from} {...form} onSave={save} />
    case 'removal':
      return <RemovalDialog record={record} {...opened} onRemove={save} onClose={onClose} />
    case 'help':
      return <HelpDialog letters={letters} onLetters={onLetters} onClose={onClose} />
  }
}

interface OpenFormProps extends Pick<Parameters<typeof FactDialog>[0], 'draft' | 'onType' | 'onClose' | 'isResumed'> {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly opened: Opened
  readonly commit: (changes: readonly Change[], seen?: readonly Change[]) => readonly unknown[]
  readonly letters: boolean
  readonly onLetters: (on: boolean) => void
}

/** Pages turned over faster than this, in milliseconds, are not told to others. */
const glanceMs = 1_000

/** What is open on a page, once it has been for a moment. */
function useOpenNow(screen: TerritoryScreen, place: Place): Pick<Present, 'noun' | 'id'> {
  const { noun, id } = openAt(screen, place)
  const [open, setOpen] = useState<Pick<Present, 'noun' | 'id'>>({})
  useEffect(() => {
    const later = setTimeout(() => setOpen({ noun, id }), glanceMs)
    return () => clearTimeout(later)
  }, [noun, id])
  return open
}
