import { useQuery } from '@tanstack/react-query'
import { use, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  Collection,
  ComboBox,
  ComboBoxStateContext,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { spaceLook } from '#drawing/appearance.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import { agendaQuery, catalogueQuery, diagnosisQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import type { PaletteText } from '../text/palette.fr.ts'
import { looseMatching, searchable } from '../text/search.ts'
import { type Act, offeredActs } from '../view/acts.ts'
import { useEditing } from '../view/editing.ts'
import { Glyph } from '../view/glyph.tsx'
import { offeredLayouts, useUnplaced } from '../view/layouts.ts'
import { useGo, useHome, useLanguageChoice } from '../view/navigation.tsx'
import { type Place, perimeterOf, placeAt, selecting } from '../view/place.ts'
import { placeOfView } from '../view/saved-views.ts'
import { sizeGroups } from '../view/sizes.ts'
import type { View } from '../view/view.ts'
import { namesIn } from '../view/words.ts'
import { actsAnywhere, mapOr, type Situation, unfiltered } from './acts.ts'
import { type Control, controlsOf } from './controls.ts'
import { doNow, doOnceThere } from './doing.ts'
import { actsElsewhere } from './elsewhere.ts'
import { type Entry, entry, type FactAsked, groups, type Means } from './entry.ts'

const mostResults = 12
/** Frames until a page on which the list was asked for stands still. */
const settling = 12

/** Ranks beyond this are of names that only mean what was typed. */
const strictRank = 3
const toldRank = 6

/** What the page was when somebody last came to the palette. */
interface Seen {
  readonly controls: readonly Control[]
  readonly offered: readonly Act[]
  readonly place: Place
}

/**
 * Finds actors, spaces and saved views by name or alias, without accents or capitals, and everything one can do: what has
 * a name on the page, what rooms offer besides, and what other screens are for. Ctrl or ⌘ K comes here from anywhere.
 *
 * @param view what is drawn, where something is
 */
export function Palette({ record, screen, view }: PaletteProps) {
  const t = useText()
  const means = useMeans(screen)
  const editing = useEditing()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  // Once something is done the list is closed, though the box is left empty under the keys.
  const [isDone, setDone] = useState(false)
  const [question, setQuestion] = useState<FactAsked | null>(null)
  const [opened, setOpened] = useState(0)
  const [seen, setSeen] = useState<Seen | null>(null)
  const look = () =>
    setSeen({ controls: controlsOf(document), offered: offeredActs(), place: placeAt(window.location.search) })
  const open = (asked: FactAsked | null) => {
    setQuestion(asked)
    setTyped('')
    setDone(false)
    setOpened((times) => times + 1)
  }
  const { data: catalogue } = useQuery({ ...catalogueQuery, enabled: seen !== null })
  const unplaced = useUnplaced(record, seen !== null)
  const named = useMemo(() => factsOf(t, record, view), [t, record, view])
  const acts = useMemo(
    () =>
      seen === null
        ? []
        : everythingToDo(
            {
              t,
              record,
              screen,
              view,
              editing,
              place: seen.place,
              layouts: offeredLayouts(record).filter((layout) => layout !== 'geographic' || unplaced === null),
              sizes: sizeGroups(t, catalogue ?? [], perimeterOf(seen.place)),
            },
            seen,
            new Set(named.flatMap(({ names }) => names.words)),
          ),
    [t, record, screen, view, editing, seen, named, catalogue, unplaced],
  )
  const entries = useMemo(
    () => (question === null ? [...named, ...acts] : named.filter(({ kind }) => kind === question.noun)),
    [question, named, acts],
  )
  const wave = view?.network.perimeter.wave ?? record.latestFirst[0]?.id
  const here = useMemo(() => matches(entries, typed, t.palette), [entries, typed, t])
  const { said, isWaiting } = useSaid(
    record,
    wave,
    !isDone && question === null && typed.length >= 3 && !here.some(({ rank }) => rank <= strictRank),
  )
  const found = useMemo((): readonly (Entry | Section)[] => {
    if (isDone) return []
    if (typed.trim() === '') return question === null ? sectionsOf(t.palette.groups, acts) : entries
    const best = said.length === 0 || question !== null ? here : matches([...entries, ...said], typed, t.palette)
    return best.slice(0, mostResults).map(({ one }) => one)
  }, [isDone, typed, question, t, acts, entries, said, here])
  const hasLooks = found.some((line) => 'look' in line)
  const onKey = useRef(() => {})
  // Before the page is painted: whoever sees it can press keys.
  useLayoutEffect(() => {
    onKey.current = () => {
      look()
      input.current?.focus()
      open(null)
    }
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      onKey.current()
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
        if (typed === '' && text !== '') look()
        setTyped(text)
        if (text !== '') setDone(false)
      }}
      value={null}
      onChange={(key) => {
        const chosen = [...entries, ...said].find(({ id }) => id === key)
        if (!chosen) return
        setTyped('')
        setDone(true)
        setQuestion(null)
        const asking: Means = { ...means, ask: open }
        if (question) question.answer(chosen.id.slice(question.noun.length + 1), asking)
        else chosen.does(asking)
      }}
      menuTrigger="input"
    >
      <Label className="visually-hidden">{question?.label ?? t.palette.label}</Label>
      <Input
        ref={input}
        className="search-input"
        placeholder={question?.label ?? t.palette.placeholder}
        // The list says by focus events of its own, too, which line the keys are on.
        onFocus={({ isTrusted }) => isTrusted && look()}
        onKeyDown={({ key }) => key === 'Escape' && setQuestion(null)}
        onBlur={({ isTrusted }) => {
          if (!isTrusted) return
          setDone(false)
          setQuestion(null)
        }}
      />
      <Keys opened={opened} typed={typed} />
      <span className="search-key" aria-hidden="true">
        {shortcut()}
      </span>
      <p className="search-none" role="status">
        {typed !== '' && found.length === 0 && (isWaiting ? t.palette.waiting : t.palette.none)}
      </p>
      <Popover className="popover search-popover">
        <ListBox className={hasLooks ? 'options with-looks' : 'options'}>
          {(line: Entry | Section) =>
            'entries' in line ? (
              <ListBoxSection id={line.id}>
                <Header className="options-head">{line.name}</Header>
                <Collection items={line.entries}>{(one) => <Line entry={one} />}</Collection>
              </ListBoxSection>
            ) : (
              <Line entry={line} />
            )
          }
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

function Line({ entry: { id, name, look, kind, note } }: { entry: Entry }) {
  return (
    <ListBoxItem id={id} textValue={name} className="option search-option">
      {look && <Glyph look={look} hollow={kind === 'space'} />}
      <span className="search-name">{name}</span>
      {note && <span className="option-note search-note">{note}</span>}
    </ListBoxItem>
  )
}

/** What keys find: the whole list, each time it is opened without anything typed, and Enter the best of what was typed. */
function Keys({ opened, typed }: { opened: number; typed: string }) {
  const state = use(ComboBoxStateContext)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  useEffect(() => {
    if (opened === 0) return
    // An empty list does not open, and one does not stay open while the page scrolls up to it: both are over some frames later.
    let frame = 0
    const keepOpen = (frames: number) => {
      if (latest.current?.inputValue !== '') return
      if (!latest.current.isOpen) latest.current.open(null, 'manual')
      if (frames > 0) frame = requestAnimationFrame(() => keepOpen(frames - 1))
    }
    keepOpen(settling)
    return () => cancelAnimationFrame(frame)
  }, [opened])
  const first = state?.collection.getFirstKey() ?? null
  const isOpen = state?.isOpen ?? false
  useEffect(() => {
    // Whenever something else is typed the box forgets its line, and it does so after this.
    if (isOpen && typed.trim() !== '') queueMicrotask(() => latest.current?.selectionManager.setFocusedKey(first))
  }, [isOpen, typed, first])
  return null
}

/** All but what is asked in the palette itself. */
function useMeans(screen: TerritoryScreen): Omit<Means, 'ask'> {
  const t = useText()
  const go = useGo()
  const home = useHome()
  const editing = useEditing()
  const choose = useLanguageChoice()
  return {
    screen,
    go,
    reach: (to, change, names) => {
      go(to, change)
      void doOnceThere(names).then((missing) => missing !== null && editing?.say(t.palette.absent(missing)))
    },
    home,
    speakOther: () => choose(t.language === 'fr' ? 'en' : 'fr'),
  }
}

const nothing = searchable([])

function factsOf(t: Text, record: TerritoryRecord, view: View | undefined): Entry[] {
  const actors = new Set(view?.network.actors)
  const spaces = new Set(view?.twoMode.spaces)
  const isInView = (id: string) => !view || (actors.has(id) && !view.hidden.has(view.categories.categoryOf(id).id))
  return [
    ...[...record.actors.values()].map(
      ({ id, name, aliases }): Entry => ({
        id: `actor ${id}`,
        kind: 'actor',
        name,
        note: isInView(id) ? '' : t.search.notShown,
        names: searchable([name, ...(aliases ?? [])]),
        told: nothing,
        isListed: true,
        ...(view && { look: view.categories.categoryOf(id).look }),
        does: ({ go, screen }) => go(mapOr(screen), selecting({ noun: 'actor', id })),
      }),
    ),
    ...[...record.spaces.values()].map(
      ({ id, name }): Entry => ({
        id: `space ${id}`,
        kind: 'space',
        name,
        note: !view || spaces.has(id) ? '' : t.search.notShown,
        names: searchable([name]),
        told: nothing,
        isListed: true,
        look: spaceLook,
        does: ({ go, screen }) => go(mapOr(screen), { ...selecting({ noun: 'space', id }), show: 'spaces' }),
      }),
    ),
  ]
}

/**
 * What can be done, each once: what the page says by name comes before what leads there from afar, under the heading that
 * it has from afar. `facts`: names of actors and spaces, which are found as such.
 */
function everythingToDo(situation: Situation, { controls, offered }: Seen, facts: ReadonlySet<string>): Entry[] {
  const { t, record, screen } = situation
  const far = actsAnywhere(situation)
  const elsewhere = actsElsewhere(situation)
  const meant = new Map(
    [...elsewhere.here, ...far]
      .filter(({ note }) => note === '' || note === t.screens[screen])
      .map((one) => [foldedWords(one.name), one]),
  )
  const here = [
    ...controls
      .filter(({ name, isOfMany }) => !isOfMany || !facts.has(foldedWords(name)))
      .map(({ name, where, isOfMany }) =>
        entry('page', name, () => doNow(name, where), {
          id: JSON.stringify([name, where]),
          note: where,
          told: [where],
          isListed: !isOfMany,
        }),
      ),
    ...new Map(
      offered.map((act) => [act.name, entry('page', act.name, act.does, { told: act.told ?? [], isListed: false })]),
    ).values(),
  ].map((one): Entry => {
    const same = meant.get(foldedWords(one.name))
    return same ? { ...one, kind: same.kind, isListed: same.isListed, names: same.names, told: same.told } : one
  })
  const isHere = new Set(here.map(({ name }) => foldedWords(name)))
  return [
    ...here,
    ...far.filter((one) => meant.get(foldedWords(one.name)) !== one || !isHere.has(foldedWords(one.name))),
    ...elsewhere.far.filter(({ name }) => !isHere.has(foldedWords(name))),
    ...[...record.views.values()].map((saved) => {
      const { screen: to, place } = placeOfView(record, saved)
      return entry('view', saved.name, ({ go }) => go(to, place), { id: saved.id })
    }),
  ]
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
    const says = (kind: 'finding' | 'item', id: string, name: string, change: Partial<Place>) =>
      entry(kind, name, ({ go }) => go('findings', { ...unfiltered, ...change, wave }), { id, note: t.palette[kind] })
    return [
      ...items.map((item) =>
        says('item', item.id, t.agenda.headline(item, names, agenda.data?.basis ?? 'survey'), {
          page: 'agenda',
          item: item.id,
        }),
      ),
      ...signals.map((finding) =>
        says('finding', finding.id, t.findings.statement(finding, names), { page: 'list', finding: finding.id }),
      ),
    ]
  }, [t, record, wave, diagnosis, agenda.data])
  return { said, isWaiting: isFetching || agenda.isFetching }
}

/** What matches what was typed, the best first, in the order of the territory: what is so called, then other names, then what is said of it. */
function matches(entries: readonly Entry[], typed: string, { alike, small }: PaletteText) {
  if (typed.trim() === '') return []
  const rankOf = looseMatching(typed, alike, small)
  const whole = foldedWords(typed)
  return entries
    .flatMap((one) => {
      if (one.names.words[0] === whole) return [{ one, rank: -1 }]
      const rank = rankOf(one.names)
      if (rank !== null) return [{ one, rank }]
      const ofTold = rankOf(one.told)
      return ofTold === null ? [] : [{ one, rank: toldRank + ofTold }]
    })
    .sort((a, b) => a.rank - b.rank || Number(b.one.isListed) - Number(a.one.isListed))
}

/** What can be done, by what it is about: there before anything is typed. */
interface Section {
  readonly id: string
  readonly name: string
  readonly entries: readonly Entry[]
}

function sectionsOf(names: Readonly<Record<(typeof groups)[number], string>>, acts: readonly Entry[]): Section[] {
  return groups
    .map((group) => ({
      id: group,
      name: names[group],
      entries: acts.filter(({ kind, isListed }) => kind === group && isListed),
    }))
    .filter(({ entries }) => entries.length > 0)
}

function shortcut(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
}
