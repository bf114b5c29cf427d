import { directions } from '#domain/perimeter.ts'
import type { Actor, Space } from '#domain/territory.ts'
import { storiesOf } from '#domain/view.ts'
import { colorings } from '#drawing/categories.ts'
import type { Layout } from '#layout/arrangement.ts'
import { listOf } from '#wire/list.ts'
import { type TerritoryScreen, territoryScreens } from '#wire/pages.ts'
import {
  agendaAddress,
  agendaFiles,
  exportAddress,
  exportFiles,
  noteAddress,
  noteFormats,
  pictureAddress,
  pictureFormats,
  storyAddress,
  templateAddress,
  templateFiles,
} from '../data/api.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { Text } from '../text/fr.ts'
import type { Editing } from '../view/editing.ts'
import { pictureQuery } from '../view/picture-query.ts'
import {
  changesParts,
  findingsPages,
  mapWays,
  type Place,
  selecting,
  seminarSteps,
  tableRows,
  usualPerimeter,
} from '../view/place.ts'
import { addressOf } from '../view/saved-views.ts'
import type { sizeGroups } from '../view/sizes.ts'
import { type Listed, starts } from '../view/starts.ts'
import type { View } from '../view/view.ts'
import { type Entry, entry, type FactAsked, type Means } from './entry.ts'

/** Where somebody is who looks for something to do. */
export interface Situation {
  readonly t: Text
  readonly record: TerritoryRecord
  readonly screen: TerritoryScreen
  readonly place: Place
  /** What is drawn, where something is. */
  readonly view: View | undefined
  readonly editing: Editing | null
  readonly layouts: readonly Layout[]
  readonly sizes: ReturnType<typeof sizeGroups>
}

/** What can be done wherever one is in a territory: places one goes to, what the address says, new facts, files. */
export function actsAnywhere(at: Situation): Entry[] {
  return [...ways(at), ...looks(at), ...actorActs(at), ...additions(at), ...files(at), ...views(at), ...more(at)]
}

/** Every part of every screen, but where one is. */
function ways({ t, record, screen, place }: Situation): Entry[] {
  const isThere = (to: TerritoryScreen, part: Partial<Place>) =>
    to === screen && Object.entries(part).every(([name, value]) => place[name as keyof Place] === value)
  const part = (to: TerritoryScreen, name: string, change: Partial<Place>) =>
    isThere(to, change)
      ? []
      : [
          entry('go', name, ({ go }) => go(to, change), {
            id: `${to} ${name}`,
            note: t.screens[to],
            also: [`${t.screens[to]} ${name}`],
          }),
        ]
  const hasPair = record.waves.size > 1
  const hasSeminar = record.seminars.size > 0
  return [
    ...territoryScreens
      .filter((to) => to !== screen)
      .map((to) => entry('go', t.palette.goTo(t.screens[to]), ({ go }) => go(to, {}))),
    ...(record.waves.size > 0
      ? [
          ...tableRows.flatMap((rows) => part('table', t.table.rows[rows], { rows })),
          ...findingsPages.flatMap((page) => part('findings', t.diagnosis.pages[page], { ...unfiltered, page })),
        ]
      : []),
    ...(hasPair
      ? [
          ...changesParts.flatMap((each) => part('changes', t.changes.parts[each], { part: each })),
          ...mapWays.flatMap((maps) => part('changes', t.changes.maps.way[maps], { part: 'maps', maps })),
        ]
      : []),
    ...seminarSteps
      .filter((step) => hasSeminar || step === 'programme')
      .flatMap((step) => part('seminar', t.seminar.parts[step], { step })),
    ...[...record.seminars.values()].flatMap(({ id, name }) => part('seminar', name, { seminar: id })),
    ...record.latestFirst.map(({ id, label }) =>
      entry('go', t.palette.wave(label), ({ go, screen: here }) => go(here, { wave: id }), { id: `wave ${id}` }),
    ),
  ]
}

/** A filter that stays from before would hide what is gone to, or another finding stay open. */
export const unfiltered = {
  kinds: [],
  spheres: [],
  outcomes: [],
  finding: undefined,
  item: undefined,
  from: undefined,
  to: undefined,
}

/** The table is laid out, coloured and filtered as the map is. */
export const mapOr = (screen: TerritoryScreen) => (screen === 'table' ? screen : 'map')

/** How the map looks, as the address says it. */
function looks({ t, record, layouts, sizes, view }: Situation): Entry[] {
  if (record.waves.size === 0) return []
  const look = (name: string, change: Partial<Place>, told: Parameters<typeof entry>[3] = {}) =>
    entry('map', name, ({ go, screen }) => go(change.layout ? 'map' : mapOr(screen), change), told)
  const { choice } = t.palette
  return [
    ...layouts.map((layout) =>
      look(
        choice(t.explore.layout, t.explore.layouts[layout].name),
        { layout },
        { told: [t.explore.layouts[layout].note] },
      ),
    ),
    ...colorings.map((color) => look(choice(t.panel.color, t.panel.colorings[color]), { color, hide: [] })),
    ...sizes.flatMap(({ options }, group) =>
      options.map(({ id, name, alsoFoundBy = [] }) =>
        look(choice(t.panel.size, name), { size: id }, { id: `size ${id}`, told: alsoFoundBy, isListed: group === 0 }),
      ),
    ),
    look(choice(t.panel.view, t.panel.actorsOnly), { show: undefined }),
    look(choice(t.panel.view, t.panel.withSpaces), { show: 'spaces' }),
    look(t.explore.backbone, { links: 'backbone' }),
    look(t.explore.showAll, { ...usualPerimeter, hide: [], links: view?.isDense ? 'all' : undefined }),
    ...directions.map((direction) =>
      look(
        t.perimeter.directions[direction],
        { direction: direction === 'either' ? undefined : direction },
        { note: t.perimeter.direction },
      ),
    ),
    look(t.perimeter.inside, { actors: 'inside' }),
    look(t.perimeter.collective, { collective: undefined }),
  ]
}

/** What is done to an actor or a space that is chosen in the palette itself. */
function actorActs({ t, record, editing, place }: Situation): Entry[] {
  const { palette } = t
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  const asking = (kind: Entry['kind'], name: string, answer: FactAsked['answer']) =>
    entry(kind, name, ({ ask }) => ask({ noun: 'actor', label: palette.which.actor, answer }))
  const pathFrom = (from: string, { ask }: Means) =>
    ask({
      noun: 'actor',
      label: palette.pathTo(nameOf(from)),
      answer: (to, { go }) => go('map', { ...selecting({ noun: 'actor', id: from }), path: to, steps: undefined }),
    })
  const edited = (noun: 'actor' | 'space', name: string, does: (id: string) => void) =>
    entry('add', name, ({ ask }) => ask({ noun, label: palette.which[noun], answer: does }))
  const selected = place.actor !== undefined && record.actors.has(place.actor) ? place.actor : null
  if (record.actors.size === 0) return []
  const drawn = [
    ...(selected === null
      ? []
      : [
          entry('map', palette.pathFrom(nameOf(selected)), (means) => pathFrom(selected, means), {
            also: [t.explore.pathTo],
          }),
        ]),
    asking('map', palette.path, pathFrom),
    ...(['1', '2', '3'] as const).map((steps) =>
      asking('map', palette.around(Number(steps)), (id, { go }) =>
        go('map', { ...selecting({ noun: 'actor', id }), steps }),
      ),
    ),
    asking('map', palette.chooseToo, (id, { go, screen }) =>
      go(mapOr(screen), { chosen: [...new Set([...place.chosen, id])] }),
    ),
    ...(record.waves.size > 1
      ? [
          asking('map', palette.history, (id, { reach, screen }) =>
            reach(mapOr(screen), selecting({ noun: 'actor', id }), [t.changes.history.heading]),
          ),
        ]
      : []),
  ]
  if (!editing) return record.waves.size > 0 ? drawn : []
  const actor = (id: string, does: (fact: Actor) => void) => {
    const fact = record.actors.get(id)
    if (fact) does(fact)
  }
  const space = (id: string, does: (fact: Space) => void) => {
    const fact = record.spaces.get(id)
    if (fact) does(fact)
  }
  return [
    ...(record.waves.size > 0 ? drawn : []),
    edited('actor', palette.edit.actor, (id) => actor(id, (fact) => editing.edit('actor', fact))),
    edited('actor', palette.remove.actor, (id) => actor(id, (fact) => editing.remove('actor', fact))),
    edited('actor', palette.addTo.tie, (id) => editing.addTie(id)),
    edited('actor', palette.addTo.participation, (id) =>
      editing.add('participation', { ...participation(record, place), actor: id }),
    ),
    ...(record.spaces.size > 0
      ? [
          edited('space', palette.edit.space, (id) => space(id, (fact) => editing.edit('space', fact))),
          edited('space', palette.remove.space, (id) => space(id, (fact) => editing.remove('space', fact))),
        ]
      : []),
  ]
}

function participation(record: TerritoryRecord, place: Place) {
  const wave = record.waves.has(place.wave ?? '') ? place.wave : record.latestFirst[0]?.id
  return { role: 'member', ...(wave !== undefined && { wave }) }
}

/** A new fact of every noun that has a form. */
function additions({ t, record, editing, place, screen }: Situation): Entry[] {
  if (!editing) return []
  const listed = (noun: Listed) =>
    entry('add', t.edit.lists.add[noun], () => editing.add(noun, starts[noun](record)), { also: [t.nouns[noun].fresh] })
  return [
    entry('add', t.edit.newActorLong, () => editing.addActor(), { also: [t.nouns.actor.fresh] }),
    entry('add', t.edit.newTieLong, () => editing.addTie(null), { also: [t.nouns.tie.fresh] }),
    entry('add', t.edit.addParticipation, () => editing.add('participation', participation(record, place)), {
      also: [t.nouns.participation.fresh],
    }),
    ...(Object.keys(starts) as Listed[]).map(listed),
    ...(screen === 'map' || screen === 'table'
      ? [
          entry('add', t.views.save, () =>
            editing.keepView({ address: addressOf(screen, place, record.latestFirst[0]) }),
          ),
        ]
      : []),
    entry('more', t.edit.undo, () => editing.undo()),
    entry('more', t.edit.redo, () => editing.redo()),
    entry('more', t.edit.shortcuts, () => editing.help()),
  ]
}

/** Everything that is taken away as a file. */
function files({ t, record, view, place }: Situation): Entry[] {
  const wave = view?.network.perimeter.wave ?? record.waves.get(place.wave ?? '')?.id ?? record.latestFirst[0]?.id
  const file = (name: string, address: () => string, also: readonly string[] = []) =>
    entry('export', name, () => window.location.assign(address()), { also: [`${t.exports.heading} ${name}`, ...also] })
  // What is on screen, of the chosen alone where they alone are lit; where nothing is drawn, the map as it opens.
  const only = place.alone && place.chosen.length > 0 ? { only: listOf(place.chosen) } : {}
  const picture = (of: string) =>
    view ? { ...pictureQuery(view, 'A4', t.language), ...only } : { wave: of, lang: t.language }
  return [
    entry('export', t.palette.print, () => window.print()),
    ...[...exportFiles.ours, ...exportFiles.others].map((each) =>
      file(
        t.exports.files[each].name,
        () => exportAddress(record.id, each, each === 'territory.xlsx' ? { findings: 'true' } : {}),
        [t.exports.files[each].note],
      ),
    ),
    ...(wave === undefined
      ? []
      : [
          ...pictureFormats.map((format) =>
            file(
              t.palette.picture(t.picture.formats[format].name),
              () => pictureAddress(record.id, format, picture(wave)),
              [t.picture.heading],
            ),
          ),
          ...noteFormats.map((format) =>
            file(t.picture.note[format], () => noteAddress(record.id, format, wave, t.language)),
          ),
          ...agendaFiles.map((each) =>
            file(t.palette.choice(t.diagnosis.pages.agenda, t.agenda[each]), () =>
              agendaAddress(record.id, each, wave, t.language),
            ),
          ),
        ]),
    ...templateFiles.map((each) => file(t.exports.templates[each], () => templateAddress(record.id, each))),
  ]
}

function views({ t, record }: Situation): Entry[] {
  return [...storiesOf(record.views.values()).keys()].flatMap((story) => [
    entry('view', t.palette.project(story), ({ go }) => go('views', { story, slide: '1' })),
    entry('view', t.palette.presentation(story), () =>
      window.location.assign(storyAddress(record.id, story, t.language)),
    ),
  ])
}

function more({ t }: Situation): Entry[] {
  return [
    entry('more', t.palette.fullScreen, () => {
      if (document.fullscreenElement) void document.exitFullscreen()
      // Where it is not granted the page stays what it is.
      else document.documentElement.requestFullscreen?.().catch(() => {})
    }),
    entry('more', t.page.backToTerritories, ({ home }) => home()),
    entry('more', t.palette.language, ({ speakOther }) => speakOther()),
  ]
}
