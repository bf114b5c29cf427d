import '../data/strict-parsing.ts'
import { z } from 'zod'
import { colorings } from '#drawing/categories.ts'
import { layouts } from '#layout/arrangement.ts'
import { listOf, wordsOfList } from '#wire/list.ts'
import { languages } from '#words/language.ts'
import type { PerimeterChoice } from '../data/perimeter.ts'
import type { Focus } from './focus.ts'
import type { Appearance } from './view.ts'

export const tableRows = ['actors', 'ties', 'participations'] as const
export const seminarSteps = ['chairs', 'tables', 'pairs', 'emblems', 'wall', 'programme', 'after', 'what-if'] as const
export const findingsPages = ['agenda', 'list', 'profile', 'method'] as const
export const changesParts = ['summary', 'maps', 'groups', 'tables', 'revive', 'next'] as const
export const mapWays = ['overlay', 'beside', 'slider'] as const

/** Of every page. */
export const pageSchema = z.object({ lang: z.enum(languages).default('fr').catch('fr') })

/** Kinds of findings as addresses wrote them while they were codes: they are still opened. */
const kindsBefore: ReadonlyMap<string, string> = new Map([
  ['I0', 'isolated_actor'],
  ['lock_in_group', 'closed_group'],
  ['lock_in_actor', 'closed_actor'],
  ['lock_in_territory', 'opening_of_territory'],
  ['I1', 'single_tie'],
  ['I2', 'islet'],
  ['I3', 'peripheral_actor'],
  ['I4', 'dependent_actor'],
  ['I5', 'excluded_spheres'],
  ['I6', 'fading_ties'],
  ['I7', 'critical_broker'],
  ['I8', 'sphere_kept_apart'],
  ['P0', 'project_without_pilot'],
  ['P1', 'pilot_concentration'],
  ['P2', 'single_sphere_projects'],
  ['P3', 'sole_pilot'],
  ['P4', 'absent_from_programme'],
  ['P5', 'first_meetings'],
  ['P6', 'named_and_absent'],
  ['P7', 'programme_reach'],
])

/**
 * Where a person is in a territory, as the address says it: everything the page shows follows from it, so that every
 * view can be sent to somebody. Parameters have the names the API gives them; what is not understood is the default.
 */
export const placeSchema = z.object({
  // The perimeter. Absent: the default; an empty list: none.
  wave: text(),
  tieKinds: words().optional().catch(undefined),
  spaceKinds: words().optional().catch(undefined),
  direction: z.enum(['confirmed', 'directed']).optional().catch(undefined),
  actors: z.literal('inside').optional().catch(undefined),
  collective: z.literal('false').optional().catch(undefined),
  /** Whether spaces of cooperation are drawn beside the actors. */
  show: z.literal('spaces').optional().catch(undefined),
  color: z.enum(colorings).default('sphere').catch('sphere'),
  /** How actors are laid out, and whom rings of distance are drawn around. */
  layout: z.enum(layouts).default('free').catch('free'),
  around: text(),
  /** Id of the measure that sizes actors; `none`: all alike. */
  size: z.string().default('degree').catch('degree'),
  /** Categories of the colouring whose actors are not drawn. */
  hide: words().default([]).catch([]),
  /** Who is selected: an actor, or else a space, or else what is between two actors. */
  actor: text(),
  space: text(),
  tie: text(),
  /** Or else a line of the legend. */
  legend: text(),
  /** Actors that are chosen together, by id; whether they alone are lit up. */
  chosen: words().default([]).catch([]),
  alone: z.literal('chosen').optional().catch(undefined),
  /** How many steps around the selected actor are lit up; to whom a path from it is. */
  steps: z.enum(['1', '2', '3']).optional().catch(undefined),
  path: text(),
  /** Which ties are drawn: the most embedded, all; absent: all that a map can bear. */
  links: z.enum(['backbone', 'all']).optional().catch(undefined),
  /** What the lines of the table are. */
  rows: z.enum(tableRows).default('actors').catch('actors'),
  /** Column the table is sorted by, with `-` in front from the largest on; absent: its usual order. */
  sort: text(),
  /** What of the diagnosis is read. */
  page: z.enum(findingsPages).default('agenda').catch('agenda'),
  /** The earlier of two waves that are compared, `wave` being the later one; what is read of them; how they are drawn. */
  since: text(),
  part: z.enum(changesParts).default('summary').catch('summary'),
  maps: z.enum(mapWays).default('overlay').catch('overlay'),
  /** Keys of kinds, ids of spheres, outcomes that are listed; empty filters let everything through. */
  kinds: words()
    .transform((kinds) => kinds.map((kind) => kindsBefore.get(kind) ?? kind))
    .default([])
    .catch([]),
  spheres: words().default([]).catch([]),
  outcomes: words().default([]).catch([]),
  /** Key of the finding whose evidence is open. */
  finding: z.string().optional().catch(undefined),
  /** The item of the agenda that is come to, unfolded. */
  item: text(),
  /** The seminar that is prepared, and what of it. */
  seminar: text(),
  step: z.enum(seminarSteps).default('chairs').catch('chairs'),
  /** The story that is told, which of its views from 1, and whether its notes are read rather than it is projected. */
  story: text(),
  slide: text(),
  speaker: z.literal('true').optional().catch(undefined),
  /** Two actors one imagines tied; empty: nobody yet. */
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
})
export type Place = z.output<typeof placeSchema>

/** The map of a territory as it opens. What equals it is left out of the address. */
export const usualPlace: Place = placeSchema.parse({})

/** The place that an address names, whatever is looked at now: what it leaves out is left, too. */
export function placeAt(search: string): Place {
  const nothing = Object.fromEntries(Object.keys(placeSchema.shape).map((name) => [name, undefined]))
  return { ...nothing, ...placeSchema.parse(parametersOf(search)) }
}

/** The perimeter nobody has touched, but for its wave. */
export const usualPerimeter = {
  tieKinds: undefined,
  spaceKinds: undefined,
  direction: undefined,
  actors: undefined,
  collective: undefined,
} satisfies Partial<Place>

/** `id` of a tie: the list of the two actors it is between; of a line of the legend: what it is of, and which. */
export interface Selected {
  readonly noun: 'actor' | 'space' | 'tie' | 'legend'
  readonly id: string
}

/** The parameters of an address, each as the text it is: schemas make more of them. */
export function parametersOf(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Parameters as an address writes them. */
export function searchOf(parameters: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? listOf(value) : String(value))
  }
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',')}`
}

export function perimeterOf({ wave, tieKinds, spaceKinds, direction, actors, collective }: Place): PerimeterChoice {
  return {
    ...(wave !== undefined && { wave }),
    ...(tieKinds && { tieKinds }),
    ...(spaceKinds && { spaceKinds }),
    ...(direction && { direction }),
    ...(actors && { actors }),
    ...(collective && { collective: false as const }),
  }
}

export function appearanceOf({ show, color, size, hide, layout, around, links }: Place): Appearance {
  return {
    // Beside spaces one sees them.
    spaces: show === 'spaces' || layout === 'spaces',
    color,
    size: size === 'none' ? null : size,
    hidden: hide,
    layout,
    ties: links ?? null,
    around: layout === 'distance' ? (around ?? null) : null,
  }
}

/** Where no legend can be clicked, none of its lines is selected. */
export function selectedOf({
  actor,
  space,
  tie,
  legend,
}: Pick<Place, 'actor' | 'space' | 'tie'> & Partial<Pick<Place, 'legend'>>): Selected | null {
  if (actor !== undefined) return { noun: 'actor', id: actor }
  if (space !== undefined) return { noun: 'space', id: space }
  if (tie !== undefined && tieEnds({ id: tie })) return { noun: 'tie', id: tie }
  return legend === undefined ? null : { noun: 'legend', id: legend }
}

/** The two actors a selected tie is between; null: it names no two. */
export function tieEnds({ id }: Pick<Selected, 'id'>): readonly [string, string] | null {
  const [from, to, ...more] = wordsOfList(id)
  return from !== undefined && to !== undefined && more.length === 0 ? [from, to] : null
}

/** What is between two actors, as something to select. */
export function tieSelected(from: string, to: string): Selected {
  return { noun: 'tie', id: listOf([from, to]) }
}

/** What selects somebody, or nobody any more. */
export function selecting(selected: Selected | null): Pick<Place, 'actor' | 'space' | 'tie' | 'legend' | 'path'> {
  return {
    actor: undefined,
    space: undefined,
    tie: undefined,
    legend: undefined,
    path: undefined,
    ...(selected && { [selected.noun]: selected.id }),
  }
}

/** What is looked at closely around the selected actor. */
export function focusOf({ steps, path }: Pick<Place, 'steps' | 'path'>): Focus {
  return { steps: steps === undefined ? null : Number(steps), path: path ?? null }
}

/** The two actors one imagines tied. */
export function pairOf({ from, to }: Pick<Place, 'from' | 'to'>): readonly [string, string] | null {
  return from === undefined || to === undefined ? null : [from, to]
}

function text() {
  return z.string().min(1).optional().catch(undefined)
}

/** A list as an address has it, or as the page does. */
function words() {
  return z.union([z.string().transform(wordsOfList), z.array(z.string())])
}
