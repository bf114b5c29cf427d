import { foldedWords } from '../domain/folding.ts'
import type { Territory } from '../domain/territory.ts'
import { AlikeIndex } from './alike.ts'
import { communesCalled, communeTable } from './communes/communes.ts'
import { writtenNumber } from './numbers.ts'
import type { AlikeReason } from './sheet-preview.ts'
import { isEmptyRow, type Row } from './tables.ts'

/** A place where a company works, as the register of companies (Sirene) has it. */
export interface Establishment {
  /** Of the extract, as a spreadsheet numbers it. */
  readonly row: number
  readonly siret: string
  readonly name: string
  readonly commune: string
  /** By the table of communes where the extract does not say; '': nobody knows. */
  readonly epci: string
  /** Main activity, such as `25.62B`. */
  readonly naf: string
  /** Employees at least; null: not told. */
  readonly headcount: number | null
}

/** Which establishments a territory is held against. */
export interface Boundary {
  /** Letters of sections of NAF; none: all. */
  readonly sections: readonly string[]
  /** Employees at least, as bands tell them. */
  readonly headcount: number
}

/** Whether the map has an establishment, and what says so; a likeness of names is for somebody to confirm. */
export type Presence =
  | { readonly is: 'known'; readonly actor: string; readonly by: 'siret' | 'siren' | 'name' }
  | { readonly is: 'alike'; readonly actors: readonly { readonly id: string; readonly reason: AlikeReason }[] }
  | { readonly is: 'missing' }

export interface BoundaryCheck {
  readonly establishments: readonly (Establishment & { readonly presence: Presence })[]
  /** By EPCI where the extract tells it, else by commune; those with nobody on the map first, then the most missing. */
  readonly places: readonly { readonly place: string; readonly known: number; readonly all: number }[]
  readonly rows: ExtractRows
}

/** What became of the rows of an extract: read = kept + beyond + closed + repeated + unread. */
export interface ExtractRows {
  readonly read: number
  readonly kept: number
  /** Of another activity, or of fewer employees than what counts. */
  readonly beyond: number
  readonly closed: number
  /** A SIRET that another row has. */
  readonly repeated: number
  /** Without a SIRET that can be read. */
  readonly unread: number
}

/**
 * How much of what the register knows a territory has: extracts of Sirene or of the Annuaire des entreprises, one establishment a row, whatever their columns are
 * called. Establishments that are closed are counted, and no more. Null: there is no column of SIRET.
 */
export function boundaryCheck(territory: Territory, rows: readonly Row[], boundary: Boundary): BoundaryCheck | null {
  const [header, ...data] = rows.filter((row) => !isEmptyRow(row))
  const columns = columnsOf(header?.cells ?? [])
  if (columns.siret === undefined) return null
  const read = data.map((row) => establishmentIn(row, columns))
  const count = (wanted: 'closed' | 'unread') => read.filter((one) => one === wanted).length
  const standing = read.filter((one) => typeof one === 'object')
  const open = distinct(standing)
  const within = open.filter(({ naf, headcount }) => {
    const isAsked = boundary.sections.length === 0 || boundary.sections.includes(sectionOf(naf) ?? '')
    return isAsked && (boundary.headcount === 0 || (headcount ?? 0) >= boundary.headcount)
  })
  const presenceOf = presenceIn(territory, open)
  const establishments = within.map((one) => ({ ...one, presence: presenceOf(one) }))
  return {
    establishments,
    places: placesOf(establishments),
    rows: {
      read: data.length,
      kept: within.length,
      beyond: open.length - within.length,
      closed: count('closed'),
      repeated: standing.length - open.length,
      unread: count('unread'),
    },
  }
}

/** Section of the French nomenclature of activities (NAF rév. 2, Insee 2008) by the first two digits; null: none. */
export function sectionOf(naf: string): string | null {
  const division = Number(/^\d\d/.exec(naf.trim())?.[0] ?? Number.NaN)
  return sections.find(([, first, last]) => division >= first && division <= last)?.[0] ?? null
}

const sections = [
  ...([
    ['A', 1, 3],
    ['B', 5, 9],
    ['C', 10, 33],
    ['D', 35, 35],
    ['E', 36, 39],
    ['F', 41, 43],
    ['G', 45, 47],
  ] as const),
  ...([
    ['H', 49, 53],
    ['I', 55, 56],
    ['J', 58, 63],
    ['K', 64, 66],
    ['L', 68, 68],
    ['M', 69, 75],
    ['N', 77, 82],
  ] as const),
  ...([
    ['O', 84, 84],
    ['P', 85, 85],
    ['Q', 86, 88],
    ['R', 90, 93],
    ['S', 94, 96],
    ['T', 97, 98],
    ['U', 99, 99],
  ] as const),
]

/** Least number of employees of the bands of Sirene (variable trancheEffectifsEtablissement). */
const bands: ReadonlyMap<string, number> = new Map<string, number>([
  ...([
    ['NN', 0],
    ['00', 0],
    ['01', 1],
    ['02', 3],
    ['03', 6],
    ['11', 10],
    ['12', 20],
    ['21', 50],
    ['22', 100],
  ] as const),
  ...([
    ['31', 200],
    ['32', 250],
    ['41', 500],
    ['42', 1000],
    ['51', 2000],
    ['52', 5000],
    ['53', 10000],
  ] as const),
])

const names = {
  siret: ['siret', 'numero siret', 'no siret', 'n siret'],
  name: [
    ...['denomination', 'nom', 'raison sociale', 'nom complet', 'nom entreprise', 'denomination usuelle', 'enseigne'],
    ...['denominationunitelegale', 'denominationusuelleetablissement', 'enseigne1etablissement', 'nom raison sociale'],
  ],
  commune: ['commune', 'ville', 'libelle commune', 'libellecommuneetablissement', 'nom commune'],
  epci: ['epci', 'libelle epci', 'nom epci', 'intercommunalite'],
  code: ['code commune', 'codecommuneetablissement', 'code insee', 'codeinsee', 'insee'],
  postcode: ['code postal', 'codepostaletablissement', 'cp'],
  naf: [
    ...['naf', 'code naf', 'ape', 'code ape', 'activite principale', 'activiteprincipaleetablissement'],
    ...['activite principale etablissement', 'code naf ape'],
  ],
  headcount: [
    ...['tranche effectif', 'tranche effectifs', 'trancheeffectifsetablissement', 'tranche effectif salarie'],
    ...['effectif', 'effectifs', 'tranche d effectif', 'tranche d effectifs', 'tranche effectifs etablissement'],
  ],
  state: [
    ...['etat', 'etat administratif', 'etatadministratifetablissement', 'etat administratif etablissement'],
    'etatadministratifunitelegale',
  ],
} as const

/** Tells rows of an extract whose establishment, or whose company, is closed; null: its columns do not say. */
export function closedIn(header: readonly string[]): ((cells: readonly string[]) => boolean) | null {
  const { siret, state } = columnsOf(header)
  return siret === undefined || state === undefined ? null : (cells) => isClosed(cells[state] ?? '')
}

/** « F », fermé, of an establishment; « C », cessée, of a company. */
function isClosed(state: string): boolean {
  return /^([fc]$|ferm|cess)/i.test(state.trim())
}

type Columns = { readonly [C in keyof typeof names]?: number } & {
  readonly isBand: boolean
  /** All that may name an establishment, the best first: of Sirene most are empty in most rows. */
  readonly naming: readonly number[]
}

function columnsOf(header: readonly string[]): Columns {
  const folded = header.map(foldedWords)
  const columns: { readonly [C in keyof typeof names]?: number } = Object.fromEntries(
    Object.entries(names).flatMap(([column, called]) => {
      // The better name first, wherever it stands.
      const at = called.map((name) => folded.indexOf(name)).find((index) => index >= 0)
      return at === undefined ? [] : [[column, at]]
    }),
  )
  const naming = names.name.map((name) => folded.indexOf(name)).filter((index) => index >= 0)
  return { ...columns, naming, isBand: folded[columns.headcount ?? -1]?.startsWith('tranche') ?? false }
}

function establishmentIn({ row, cells }: Row, columns: Columns): Establishment | 'closed' | 'unread' {
  const said = (column: keyof typeof names) => (cells[columns[column] ?? -1] ?? '').trim()
  const siret = said('siret').replace(/[\s.\u00a0\u202f]/g, '')
  if (!/^\d{14}$/.test(siret)) return 'unread'
  if (isClosed(said('state'))) return 'closed'
  const name = columns.naming.map((index) => (cells[index] ?? '').trim()).find((text) => text !== '') ?? ''
  const [commune, naf] = [said('commune'), said('naf')]
  const epci = said('epci') || epciOf(said('code'), said('postcode'), commune)
  return { row, siret, name, commune, epci, naf, headcount: headcountOf(said('headcount'), columns.isBand) }
}

function epciOf(code: string, postcode: string, commune: string): string {
  if (code === '' && commune === '') return ''
  const table = communeTable()
  const [called, other] = communesCalled(`${postcode} ${commune}`, table)
  const found = table.byCode.get(code.padStart(5, '0')) ?? (other ? undefined : called)
  return table.epcis.get(found?.epci ?? '') ?? ''
}

/** « 21 » of a column of bands, « 50 à 99 salariés », or a number of employees. */
function headcountOf(text: string, isBand: boolean): number | null {
  const band = isBand && text !== '' ? bands.get(text.toUpperCase().padStart(2, '0')) : undefined
  if (band !== undefined) return band
  const [first] = /\d[\d\s\u00a0\u202f]*/.exec(text) ?? []
  return first === undefined ? null : (writtenNumber(first)?.value ?? null)
}

function distinct(establishments: readonly Establishment[]): Establishment[] {
  return [...new Map(establishments.map((one) => [one.siret, one])).values()]
}

/** By SIRET; by SIREN where the company has one establishment in the extract and the actor names none; by a name that is the same; else by likeness. */
function presenceIn({ actors }: Territory, all: readonly Establishment[]): (one: Establishment) => Presence {
  const bySiret = new Map<string, string>()
  const bySiren = new Map<string, string>()
  const byName = new Map<string, string>()
  const index = new AlikeIndex<string>()
  for (const { id, name, aliases = [], siret, siren } of actors.values()) {
    if (siret) bySiret.set(siret, id)
    if (siren && !siret) bySiren.set(siren, id)
    for (const called of [name, ...aliases]) {
      byName.set(foldedWords(called), id)
      index.add(called, id)
    }
  }
  const companies = Map.groupBy(all, ({ siret }) => siret.slice(0, 9))
  return ({ siret, name }) => {
    const siren = siret.slice(0, 9)
    const exact = bySiret.get(siret)
    if (exact !== undefined) return { is: 'known', actor: exact, by: 'siret' }
    const company = companies.get(siren)?.length === 1 ? bySiren.get(siren) : undefined
    if (company !== undefined) return { is: 'known', actor: company, by: 'siren' }
    const called = name === '' ? undefined : byName.get(foldedWords(name))
    const isAnother = called !== undefined && (actors.get(called)?.siret ?? siret) !== siret
    if (called !== undefined && !isAnother) return { is: 'known', actor: called, by: 'name' }
    // One that has a SIRET of its own is another establishment.
    const alike = name === '' ? [] : index.search(name).filter(({ item }) => actors.get(item)?.siret === undefined)
    const found = new Map(alike.map(({ item, likeness }) => [item, { id: item, reason: likeness.reason }]))
    return found.size > 0 ? { is: 'alike', actors: [...found.values()].slice(0, 5) } : { is: 'missing' }
  }
}

function placesOf(establishments: BoundaryCheck['establishments']): BoundaryCheck['places'] {
  const byPlace = Map.groupBy(establishments, ({ epci, commune }) => epci || commune)
  return [...byPlace]
    .map(([place, all]) => ({
      place,
      known: all.filter(({ presence }) => presence.is === 'known').length,
      all: all.length,
    }))
    .sort(
      (a, b) =>
        Number(a.known > 0) - Number(b.known > 0) ||
        b.all - b.known - (a.all - a.known) ||
        (a.place < b.place ? -1 : 1),
    )
}
