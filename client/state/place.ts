import { listOf, wordsOfList } from '#wire/list.ts'
import { type Language, languages } from '#words/language.ts'
import { type PerimeterChoice, perimeterQuery } from '../data/perimeter.ts'

/**
 * Where a person is: everything the page shows follows from its address, so that every view can be sent to somebody.
 *
 * What equals the default is left out of the address. Parameters have the names the API gives them.
 */
export type Place = TerritoriesPlace | TerritoryPlace

export interface TerritoriesPlace {
  readonly screen: 'territories'
  readonly language: Language
}

export interface TerritoryPlace {
  readonly screen: TerritoryScreen
  readonly language: Language
  readonly territory: string
  readonly perimeter: PerimeterChoice
  /** Whether spaces of cooperation are drawn beside the actors. */
  readonly spaces: boolean
  readonly color: Coloring
  /** Id of the measure that sizes actors; null: all alike. */
  readonly size: string | null
  /** Categories of the colouring whose actors are not drawn. */
  readonly hidden: readonly string[]
  readonly selected: Selected | null
  /** What the lines of the table are. */
  readonly rows: TableRows
  /** Column the table is sorted by, with `-` in front from the largest on; null: its usual order. */
  readonly sort: string | null
  readonly findings: FindingsChoice
}

/** What of the diagnosis is read. Empty filters let everything through. */
export interface FindingsChoice {
  readonly page: FindingsPage
  /** Keys of kinds, ids of spheres, outcomes that are listed. */
  readonly kinds: readonly string[]
  readonly spheres: readonly string[]
  readonly outcomes: readonly string[]
  /** Key of the finding whose evidence is open. */
  readonly open: string | null
  /** Two actors one imagines tied. */
  readonly pair: readonly [string, string] | null
}

export const territoryScreens = ['map', 'table', 'findings', 'data'] as const
export type TerritoryScreen = (typeof territoryScreens)[number]

export const colorings = ['sphere', 'type', 'community', 'place'] as const
export type Coloring = (typeof colorings)[number]

export const tableRows = ['actors', 'ties', 'participations'] as const
export type TableRows = (typeof tableRows)[number]

export const findingsPages = ['list', 'profile', 'method'] as const
export type FindingsPage = (typeof findingsPages)[number]

export interface Selected {
  readonly noun: 'actor' | 'space'
  readonly id: string
}

export const defaultSize = 'degree'

export const allFindings: FindingsChoice = {
  page: 'list',
  kinds: [],
  spheres: [],
  outcomes: [],
  open: null,
  pair: null,
}

export function territoriesPlace(language: Language): TerritoriesPlace {
  return { screen: 'territories', language }
}

/** The map of a territory as it opens. */
export function mapOf(territory: string, language: Language): TerritoryPlace {
  return {
    screen: 'map',
    language,
    territory,
    perimeter: {},
    spaces: false,
    color: 'sphere',
    size: defaultSize,
    hidden: [],
    selected: null,
    rows: 'actors',
    sort: null,
    findings: allFindings,
  }
}

/** The place an address names; what it does not understand is the default. */
export function placeOf(address: { readonly pathname: string; readonly search: string }): Place {
  const query = new URLSearchParams(address.search)
  const language = oneOf(languages, query.get('lang')) ?? 'fr'
  const [root, id, screen] = address.pathname.split('/').filter((part) => part !== '')
  const territory = root === 'territories' && id ? decoded(id) : null
  if (territory === null) return territoriesPlace(language)
  return {
    screen: oneOf(territoryScreens, screen ?? null) ?? 'map',
    language,
    territory,
    perimeter: perimeterChoiceOf(query),
    spaces: query.get('show') === 'spaces',
    color: oneOf(colorings, query.get('color')) ?? 'sphere',
    size: query.get('size') === 'none' ? null : (query.get('size') ?? defaultSize),
    hidden: wordsOf(query.get('hide')) ?? [],
    selected: selectedOf(query),
    rows: oneOf(tableRows, query.get('rows')) ?? 'actors',
    sort: query.get('sort'),
    findings: findingsChoiceOf(query),
  }
}

export function addressOf(place: Place): string {
  const query = new URLSearchParams()
  if (place.screen !== 'territories') {
    for (const [name, value] of Object.entries(perimeterQuery(place.perimeter))) query.set(name, value)
    if (place.spaces) query.set('show', 'spaces')
    if (place.color !== 'sphere') query.set('color', place.color)
    if (place.size !== defaultSize) query.set('size', place.size ?? 'none')
    if (place.hidden.length > 0) query.set('hide', listOf(place.hidden))
    if (place.selected) query.set(place.selected.noun, place.selected.id)
    if (place.rows !== 'actors') query.set('rows', place.rows)
    if (place.sort) query.set('sort', place.sort)
    for (const [name, value] of Object.entries(findingsQuery(place.findings))) query.set(name, value)
  }
  if (place.language !== 'fr') query.set('lang', place.language)
  const path =
    place.screen === 'territories' ? '/' : `/territories/${encodeURIComponent(place.territory)}/${place.screen}`
  return query.size === 0 ? path : `${path}?${query.toString().replaceAll('%2C', ',')}`
}

function perimeterChoiceOf(query: URLSearchParams): PerimeterChoice {
  const wave = query.get('wave')
  const tieKinds = wordsOf(query.get('tieKinds'))
  const spaceKinds = wordsOf(query.get('spaceKinds'))
  const direction = oneOf(['confirmed', 'directed'] as const, query.get('direction'))
  return {
    ...(wave && { wave }),
    ...(tieKinds && { tieKinds }),
    ...(spaceKinds && { spaceKinds }),
    ...(direction && { direction }),
    ...(query.get('actors') === 'inside' && { actors: 'inside' as const }),
    ...(query.get('collective') === 'false' && { collective: false as const }),
  }
}

function findingsQuery({ page, kinds, spheres, outcomes, open, pair }: FindingsChoice): Record<string, string> {
  return {
    ...(page !== 'list' && { page }),
    ...(kinds.length > 0 && { kinds: listOf(kinds) }),
    ...(spheres.length > 0 && { spheres: listOf(spheres) }),
    ...(outcomes.length > 0 && { outcomes: listOf(outcomes) }),
    ...(open !== null && { finding: open }),
    ...(pair && { from: pair[0], to: pair[1] }),
  }
}

function findingsChoiceOf(query: URLSearchParams): FindingsChoice {
  const [from, to] = [query.get('from'), query.get('to')]
  return {
    page: oneOf(findingsPages, query.get('page')) ?? 'list',
    kinds: wordsOf(query.get('kinds')) ?? [],
    spheres: wordsOf(query.get('spheres')) ?? [],
    outcomes: wordsOf(query.get('outcomes')) ?? [],
    open: query.get('finding'),
    pair: from !== null && to !== null ? [from, to] : null,
  }
}

function selectedOf(query: URLSearchParams): Selected | null {
  const actor = query.get('actor')
  if (actor) return { noun: 'actor', id: actor }
  const space = query.get('space')
  return space ? { noun: 'space', id: space } : null
}

function wordsOf(list: string | null): string[] | null {
  return list === null ? null : wordsOfList(list)
}

function oneOf<T extends string>(words: readonly T[], word: string | null): T | undefined {
  return words.find((known) => known === word)
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
