import type { TerritoryScreen } from '#wire/pages.ts'
import type { Place } from '../view/place.ts'
import { type Situation, unfiltered } from './acts.ts'
import { type Entry, entry } from './entry.ts'

/** What a button of another screen does: where it is, and what is pressed there, one after the other. */
interface Elsewhere {
  readonly kind: Entry['kind']
  readonly screen: TerritoryScreen
  readonly change: Partial<Place>
  readonly presses: readonly string[]
  /** What it is called from afar. */
  readonly name: string
}

/** What one is brought to another screen for, and it is done there; and, apart, what of it the page itself has a button for. */
export function actsElsewhere(situation: Situation): { readonly far: Entry[]; readonly here: Entry[] } {
  const { t, screen, place } = situation
  const isHere = (to: Elsewhere) =>
    to.screen === screen && Object.entries(to.change).every(([name, value]) => place[name as keyof Place] === value)
  const told = ({ kind, screen: to, change, presses, name }: Elsewhere) =>
    entry(kind, name, ({ reach }) => reach(to, change, presses), {
      id: `${to} ${name}`,
      note: t.screens[to],
      also: [`${t.screens[to]} ${name}`],
    })
  const all = [...onTheMap(situation), ...ofFindings(situation), ...ofOthers(situation)]
  return { far: all.filter((one) => !isHere(one)).map(told), here: all.filter(isHere).map(told) }
}

/** Presses on one part of a screen. */
function at(screen: TerritoryScreen, change: Partial<Place> = {}) {
  return (kind: Entry['kind'], press: string, name = press): Elsewhere => ({
    kind,
    screen,
    change,
    presses: [press],
    name,
  })
}

function onTheMap({ t, record, editing }: Situation): Elsewhere[] {
  if (record.waves.size === 0) return []
  const [map, table] = [at('map'), at('table')]
  return [
    map('map', t.palette.lasso),
    map('map', t.map.fit),
    map('map', t.map.zoomIn),
    map('map', t.map.zoomOut),
    map('export', t.picture.open),
    ...(editing ? [map('add', t.views.save), at('table', { rows: 'actors' })('add', t.edit.table.edit)] : []),
    ...(['xlsx', 'csv'] as const).map((format) =>
      table('export', t.table.fileOf[format], t.palette.choice(t.screens.table, t.table.fileOf[format])),
    ),
  ]
}

function ofFindings({ t, record }: Situation): Elsewhere[] {
  if (record.waves.size === 0) return []
  const list = at('findings', { ...unfiltered, page: 'list' })
  const method = at('findings', { page: 'method' })
  return [
    list('map', t.diagnosis.whatIf.open),
    list('map', t.diagnosis.filter),
    at('findings', { page: 'profile' })('go', t.diagnosis.profile.classesHeading),
    method('go', t.method.thresholdsHeading),
    method('go', t.mechanisms.heading),
  ]
}

function ofOthers({ t, record, editing }: Situation): Elsewhere[] {
  const data = at('data')
  const { project } = t.seminar.projection
  const projected = (step: Place['step'], ...before: string[]): Elsewhere => ({
    ...at('seminar', { step })('view', project, t.palette.choice(project, t.seminar.parts[step])),
    presses: [...before, project],
  })
  return [
    ...(record.waves.size > 1
      ? [
          at('changes', { part: 'tables' })('export', t.changes.tables.rsiena),
          at('changes', { part: 'revive' })('export', t.changes.revive.calendar),
        ]
      : []),
    ...(editing ? [data('add', t.importing.invitation.choose), data('add', t.importing.invitation.paste)] : []),
    data('go', t.exports.heading),
    ...(record.actors.size > 0 ? [data('go', t.boundary.heading), data('add', t.boundary.choose)] : []),
    ...(record.actors.size > 1 ? [data('go', t.duplicates.heading), data('add', t.duplicates.search)] : []),
    data('go', t.edit.lists.heading),
    data('go', t.data.historyHeading),
    ...(editing ? [at('seminar')('add', t.seminar.create)] : []),
    ...(record.seminars.size > 0
      ? [projected('wall'), projected('what-if'), projected('tables', t.seminar.tables.prints.screen)]
      : []),
  ]
}
