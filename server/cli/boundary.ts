import { stringify } from 'csv-stringify/sync'
import type { StoreChoice } from '../config.ts'
import type { Territory } from '../domain/territory.ts'
import { sourceSheets } from '../exchange/recognition/source-sheet.ts'
import { type BoundaryCheck, boundaryCheck, type ExtractRows } from '../exchange/register.ts'
import { openStore } from '../open-store.ts'
import { writeWhole } from './convert.ts'
import { readSource } from './files.ts'
import { Refusal } from './refusal.ts'

export interface BoundaryOptions {
  /** Letters of sections of NAF; default: C, manufacturing. */
  readonly sections?: readonly string[]
  /** Employees at least; default: 50. */
  readonly headcount?: number
  /** A CSV file to be written of the establishments that the map lacks, which the import takes as it is. */
  readonly missing?: string
}

export interface BoundaryChecked {
  readonly territory: Territory
  readonly asked: { readonly sections: readonly string[]; readonly headcount: number }
  readonly check: BoundaryCheck
}

/** Holds a territory against an extract of the register of companies. Refuses `unread_file`, `missing_column`, and what reading files does. */
export async function boundaryOfTerritory(
  id: string,
  file: string,
  { sections = ['C'], headcount = 50, missing }: BoundaryOptions,
  choice: StoreChoice,
): Promise<BoundaryChecked> {
  const source = await readSource(file)
  const { sheets } = await sourceSheets([source])
  const flaw = sheets.find((sheet) => sheet.flaw)?.flaw
  if (flaw) throw new Refusal('unread_file', { file, ...flaw })
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const asked = { sections: sections.map((section) => section.toUpperCase()), headcount }
  const [check] = sheets.map(({ rows }) => boundaryCheck(territory, rows, asked)).filter((one) => one !== null)
  if (!check) {
    const found = [...(sheets[0]?.rows[0]?.cells ?? [])].filter((cell) => cell !== '')
    throw new Refusal('missing_column', { file, column: 'SIRET', found })
  }
  if (missing !== undefined) await writeWhole(missing, new TextEncoder().encode(missingTable(check)))
  return { territory, asked, check }
}

/** Establishments that nobody on the map is, nor may be. */
function missingTable({ establishments }: BoundaryCheck): string {
  const absent = establishments.filter(({ presence }) => presence.is === 'missing')
  const rows = absent.map(({ name, siret, commune }) => [name || siret, 'Entreprise', siret, commune])
  return `\ufeff${stringify([['Nom', 'Type', 'SIRET', 'Commune'], ...rows], { delimiter: ';', record_delimiter: '\r\n' })}`
}

/** How a language says what of the register is on the map. */
export interface BoundaryText {
  readonly known: (known: number, all: number, sections: readonly string[], headcount: number) => string
  /** Places of which nobody is on the map. */
  readonly none: (places: readonly string[]) => string
  readonly place: (place: string, known: number, all: number) => string
  readonly missing: string
  readonly alike: string
  readonly establishment: (name: string, siret: string, commune: string, headcount: number | null) => string
  readonly maybe: (name: string, actors: readonly string[]) => string
  readonly rows: (rows: ExtractRows) => string
  readonly more: (count: number) => string
}

/** The sentence, then place by place, whom to confirm, who is missing. */
export function boundaryLines({ territory, asked, check }: BoundaryChecked, text: BoundaryText): string[] {
  const { establishments, places, rows } = check
  const known = establishments.filter(({ presence }) => presence.is === 'known').length
  const none = places.filter((place) => place.known === 0).map(({ place }) => place)
  const missing = establishments.filter(({ presence }) => presence.is === 'missing')
  const alike = establishments.flatMap(({ name, presence }) =>
    presence.is === 'alike'
      ? [
          text.maybe(
            name,
            presence.actors.map(({ id }) => territory.actors.get(id)?.name ?? id),
          ),
        ]
      : [],
  )
  const first = (lines: readonly string[]) =>
    lines.length > mostTold ? [...lines.slice(0, mostTold), text.more(lines.length - mostTold)] : lines
  return [
    text.known(known, establishments.length, asked.sections, asked.headcount) +
      (none.length > 0 ? text.none(none.slice(0, 10)) : '.'),
    ...first(places.map(({ place, known, all }) => text.place(place, known, all))),
    ...(alike.length > 0 ? ['', text.alike, ...first(alike)] : []),
    ...(missing.length > 0
      ? [
          '',
          text.missing,
          ...first(missing.map((one) => text.establishment(one.name, one.siret, one.commune, one.headcount))),
        ]
      : []),
    '',
    text.rows(rows),
  ]
}

const mostTold = 40
