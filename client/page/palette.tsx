import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { storiesOf } from '#domain/view.ts'
import { type othersLook, spaceLook } from '#drawing/appearance.ts'
import { layouts } from '#layout/arrangement.ts'
import { listOf } from '#wire/list.ts'
import { type TerritoryScreen, territoryScreens } from '#wire/pages.ts'
import { noteAddress, pictureAddress, storyAddress } from '../data/api.ts'
import { agendaQuery, diagnosisQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { matchRank, type Searchable, searchable } from '../text/search.ts'
import { type Editing, useEditing } from '../view/editing.ts'
import { Glyph } from '../view/glyph.tsx'
import { useGo, useLanguageChoice } from '../view/navigation.tsx'
import { pictureQuery } from '../view/picture-query.ts'
import { type Place, placeAt, selecting } from '../view/place.ts'
import { addressOf, placeOfView } from '../view/saved-views.ts'
import type { View } from '../view/view.ts'
import { namesIn } from '../view/words.ts'

const mostResults = 12

/**
 * Finds actors, spaces and saved views by name or alias, without accents or capitals, and everything one can do; Ctrl or
 * ⌘ K comes here from anywhere, ↓ lists what can be done.
 *
 * @param view what is drawn, where something is
 */
export function Palette({ record, screen, view }: PaletteProps) {
  const t = useText()
  const go = useGo()
  const editing = useEditing()
  const choose = useLanguageChoice()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  // Once something is done the list is closed, though the box is left empty under the keys.
  const [isDone, setDone] = useState(false)
  const named = useMemo(() => entriesOf(record, view), [record, view])
  const entries = useMemo(
    () => [...named, ...actionsOf(t, record, screen, view, editing)],
    [named, t, record, screen, view, editing],
  )
  const wave = view?.network.perimeter.wave ?? record.latestFirst[0]?.id
  const { said, isWaiting } = useSaid(
    record,
    wave,
    !isDone && typed.length >= 3 && matches(entries, typed).length === 0,
  )
  const found = useMemo(() => (isDone ? [] : matches([...entries, ...said], typed)), [isDone, entries, said, typed])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setDone(false)
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <ComboBox
      className="search"
      items={found}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text)
        if (text !== '') setDone(false)
      }}
      value={null}
      onChange={(key) => {
        const entry = [...entries, ...said].find(({ id }) => id === key)
        if (!entry) return
        setTyped('')
        setDone(true)
        entry.does({ go, screen, speakOther: () => choose(t.language === 'fr' ? 'en' : 'fr') })
      }}
      menuTrigger="input"
    >
      <Label className="visually-hidden">{t.palette.label}</Label>
      <Input ref={input} className="search-input" placeholder={t.palette.placeholder} onBlur={() => setDone(false)} />
      <span className="search-key" aria-hidden="true">
        {shortcut()}
      </span>
      <p className="search-none" role="status">
        {typed !== '' && found.length === 0 && (isWaiting ? t.palette.waiting : t.palette.none)}
      </p>
      <Popover className="popover search-popover">
        <ListBox className="options">
          {(entry: Entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name} className="option search-option">
              {entry.look ? <Glyph look={entry.look} hollow={entry.isSpace} /> : <span aria-hidden="true" />}
              <span>{entry.name}</span>
              {entry.kind === 'fact' ? (
                !entry.inView && <span className="option-note">{t.search.notShown}</span>
              ) : (
                <span className="option-note">{t.palette[entry.kind]}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface PaletteProps {
  readonly record: TerritoryRecord
  readonly screen: TerritoryScreen
  readonly view?: View | undefined
}

interface Means {
  readonly go: (screen: TerritoryScreen, change: Partial<Place>) => void
  readonly screen: TerritoryScreen
  readonly speakOther: () => void
}

interface Entry {
  readonly id: string
  readonly kind: 'fact' | 'view' | 'act' | 'finding' | 'item'
  readonly name: string
  readonly names: Searchable
  readonly look?: { readonly color: string; readonly shape: typeof othersLook.shape }
  readonly isSpace: boolean
  readonly inView: boolean
  readonly does: (means: Means) => void
}

function entriesOf(record: TerritoryRecord, view: View | undefined): Entry[] {
  const actors = new Set(view?.network.actors)
  const spaces = new Set(view?.twoMode.spaces)
  const mapOr = (screen: TerritoryScreen) => (screen === 'table' ? screen : 'map')
  return [
    ...[...record.actors.values()].map(({ id, name, aliases }): Entry => {
      const category = view?.categories.categoryOf(id)
      return {
        id: `actor:${id}`,
        kind: 'fact',
        name,
        names: searchable([name, ...(aliases ?? [])]),
        ...(category && { look: category.look }),
        isSpace: false,
        inView: !view || (actors.has(id) && !view.hidden.has(category?.id ?? '')),
        does: ({ go, screen }) => go(mapOr(screen), selecting({ noun: 'actor', id })),
      }
    }),
    ...[...record.spaces.values()].map(
      ({ id, name }): Entry => ({
        id: `space:${id}`,
        kind: 'fact',
        name,
        names: searchable([name]),
        look: spaceLook,
        isSpace: true,
        inView: !view || spaces.has(id),
        does: ({ go, screen }) => go(mapOr(screen), { ...selecting({ noun: 'space', id }), show: 'spaces' }),
      }),
    ),
    ...[...record.views.values()].map((saved): Entry => {
      const { screen, place } = placeOfView(record, saved)
      return {
        ...bare,
        id: `view:${saved.id}`,
        kind: 'view',
        name: saved.name,
        names: searchable([saved.name]),
        does: ({ go }) => go(screen, place),
      }
    }),
  ]
}

/** A filter that stays from before would hide what is gone to, or another finding stay open. */
const unfiltered = {
  kinds: [],
  spheres: [],
  outcomes: [],
  finding: undefined,
  item: undefined,
  from: undefined,
  to: undefined,
}

/**
 * What the diagnosis of a wave says, by its sentences. It takes the server seconds to find out: unless it is known already,
 * it is asked for only where nothing else answers.
 */
function useSaid(record: TerritoryRecord, wave: string | undefined, isAsked: boolean) {
  const t = useText()
  const { data: diagnosis, isFetching } = useQuery({
    ...diagnosisQuery(record.id, wave ?? ''),
    enabled: wave !== undefined && isAsked,
  })
  const stage = diagnosis?.stage
  const agenda = useQuery({
    ...agendaQuery(record.id, { wave: wave ?? '', stage: stage ?? 'first' }),
    enabled: stage !== undefined && isAsked,
  })
  const said = useMemo((): Entry[] => {
    const names = namesIn(t, record)
    const signals = diagnosis?.findings.filter(({ status, named }) => status === 'signal' && named) ?? []
    const items = agenda.data?.items.filter(({ named }) => named) ?? []
    const entry = (kind: Entry['kind'], id: string, name: string, change: Partial<Place>): Entry => ({
      ...bare,
      id: `${kind}:${id}`,
      kind,
      name,
      names: searchable([name]),
      does: ({ go }) => go('findings', { ...unfiltered, ...change, wave }),
    })
    return [
      ...items.map((item) =>
        entry('item', item.id, t.agenda.headline(item, names, agenda.data?.basis ?? 'survey'), {
          page: 'agenda',
          item: item.id,
        }),
      ),
      ...signals.map((finding) =>
        entry('finding', finding.id, t.findings.statement(finding, names), { page: 'list', finding: finding.id }),
      ),
    ]
  }, [t, record, wave, diagnosis, agenda.data])
  return { said, isWaiting: isFetching || agenda.isFetching }
}

const bare = { isSpace: false, inView: true } as const

/** Everything one can do here. */
function actionsOf(
  t: Text,
  record: TerritoryRecord,
  current: TerritoryScreen,
  view: View | undefined,
  editing: Editing | null,
): Entry[] {
  const act = (id: string, name: string, does: Entry['does']): Entry => ({
    ...bare,
    id: `act:${id}`,
    kind: 'act',
    name,
    names: searchable([name]),
    does,
  })
  const wave = view?.network.perimeter.wave ?? record.latestFirst[0]?.id
  // What is on screen, or, where nothing is drawn, the map as it opens.
  const drawn = (of: string) => (view ? pictureQuery(view, 'A4', t.language) : { wave: of, lang: t.language })
  const download = (address: string) => () => window.location.assign(address)
  const picture = (format: 'pdf' | 'png', of: string) => () => {
    const { alone, chosen } = placeAt(window.location.search)
    const only = view && alone && chosen.length > 0 ? { only: listOf(chosen) } : {}
    window.location.assign(pictureAddress(record.id, format, { ...drawn(of), ...only }))
  }
  return [
    ...(editing
      ? [
          act('actor', t.edit.newActorLong, () => editing.addActor()),
          act('tie', t.edit.newTieLong, () => editing.addTie(null)),
          ...(current === 'map' || current === 'table'
            ? [
                act('keep', t.views.save, () =>
                  editing.keepView({
                    address: addressOf(current, placeAt(window.location.search), record.latestFirst[0]),
                  }),
                ),
              ]
            : []),
          act('undo', t.edit.undo, () => editing.undo()),
          act('redo', t.edit.redo, () => editing.redo()),
        ]
      : []),
    ...territoryScreens
      .filter((screen) => screen !== current)
      .map((screen) => act(`go ${screen}`, t.palette.goTo(t.screens[screen], screen), ({ go }) => go(screen, {}))),
    ...record.latestFirst.map(({ id, label }) =>
      act(`wave ${id}`, t.palette.wave(label), ({ go, screen }) => go(screen, { wave: id })),
    ),
    ...layouts.map((layout) =>
      act(`layout ${layout}`, t.palette.layout(t.explore.layouts[layout].name), ({ go }) => go('map', { layout })),
    ),
    ...(wave === undefined
      ? []
      : [
          act('pdf', t.palette.picture, picture('pdf', wave)),
          act('png', t.palette.image, picture('png', wave)),
          act('note', t.palette.note, download(noteAddress(record.id, 'pdf', wave, t.language))),
        ]),
    ...[...storiesOf(record.views.values()).keys()].flatMap((story) => [
      act(`project ${story}`, t.palette.project(story), ({ go }) => go('views', { story, slide: '1' })),
      act(`pptx ${story}`, t.palette.presentation(story), download(storyAddress(record.id, story, t.language))),
    ]),
    act('print', t.palette.print, () => window.print()),
    ...(editing ? [act('help', t.edit.shortcuts, () => editing.help())] : []),
    act('language', t.palette.language, ({ speakOther }) => speakOther()),
  ]
}

/** The best matches first, in the order of the territory; nothing typed: everything that can be done. */
function matches(entries: readonly Entry[], typed: string): Entry[] {
  if (typed.trim() === '') return entries.filter(({ kind }) => kind === 'view' || kind === 'act')
  return entries
    .flatMap((entry) => {
      const rank = matchRank(entry.names, typed)
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostResults)
    .map(({ entry }) => entry)
}

function shortcut(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
}
