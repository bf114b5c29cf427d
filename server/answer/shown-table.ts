import { stringify } from 'csv-stringify/sync'
import { measuresOf } from '../analysis/measures.ts'
import { hasFaded } from '../diagnosis/territory-case.ts'
import { rulesOf } from '../diagnosis/thresholds.ts'
import { surest } from '../domain/confidence.ts'
import { answerOf, type Participation } from '../domain/territory.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'
import { backboneOf } from '../drawing/backbone.ts'
import type { Coloring } from '../drawing/categories.ts'
import { edgeStanding, standingsOf } from '../drawing/standing.ts'
import { type Column, sorted, sortingOf } from '../drawing/table-columns.ts'
import { writeCell } from '../exchange/cells.ts'
import { numberText } from '../exchange/formats/values.ts'
import { workbookOf } from '../exchange/formats/xlsx-writer.ts'
import { Problem } from '../problem.ts'
import { categoryName } from '../report/caption.ts'
import { spoken } from '../report/spoken.ts'
import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import type { TableFormat, TableRows } from '../wire/table.ts'
import { table as englishTable } from '../words/en/table.ts'
import { vocabulary as englishVocabulary } from '../words/en/vocabulary.ts'
import { table as frenchTable } from '../words/fr/table.ts'
import { vocabulary as frenchVocabulary } from '../words/fr/vocabulary.ts'
import type { Language } from '../words/language.ts'
import { wordOf } from '../words/vocabulary.ts'
import { type Bytes, bytesOf } from './bytes.ts'
import { type AskedPerimeter, perimeterWithin } from './perimeter.ts'
import { categoriesFor, measureName, participationsByActor, valuesOf } from './picture.ts'
import type { Snapshot } from './snapshot.ts'
import { networkToWire, twoModeToWire } from './territory.ts'

/** The table that is on screen: of which perimeter, which lines, which columns, in which order. */
export interface AskedTable {
  readonly perimeter: AskedPerimeter
  readonly language: Language
  readonly rows: TableRows
  /** Ids of columns, of actors those of measures too; null: the usual ones. */
  readonly columns: readonly string[] | null
  /** A column, after `-` from the largest on; null: the first of the usual ones. */
  readonly sort: string | null
  /** What the legend tells apart, and what of it is hidden. */
  readonly color: Coloring
  readonly hidden: readonly string[]
  /** Whether only the most embedded ties are shown. */
  readonly backbone: boolean
}

/**
 * The table of a map as a file, its lines and columns as the page shows them. A text that a spreadsheet would run is marked, as in every export. In French, CSV is
 * that of a French Excel: semicolons, a mark of UTF-8, decimal commas. Refuses what `perimeterWithin` does, `unknown_column`.
 */
export async function tableAsked(
  snapshot: Snapshot,
  asked: AskedTable & { readonly format: TableFormat },
): Promise<Bytes> {
  const { language, format } = asked
  const { header, lines } = shownTable(snapshot, asked)
  const cells = lines.map((line) => line.map((cell) => (typeof cell === 'string' ? writeCell(cell, 'line') : cell)))
  const name = words[language].table.rows[asked.rows]
  if (format === 'xlsx') {
    const columns = header.map((header) => ({ header }))
    return await workbookOf([{ name, columns, rows: cells, emptyRows: 0 }])
  }
  const isFrench = language === 'fr'
  const numbers = (value: number) => (isFrench ? numberText(value) : String(value))
  const texts = cells.map((line) => line.map((cell) => (typeof cell === 'number' ? numbers(cell) : (cell ?? ''))))
  const writing = { delimiter: isFrench ? ';' : ',', record_delimiter: '\r\n', quoted_match: /^\s|\s$|[\r\n,;\t|]/ }
  return bytesOf(`${isFrench ? '\ufeff' : ''}${stringify([header, ...texts], writing)}`)
}

const words = {
  fr: { table: frenchTable, vocabulary: frenchVocabulary },
  en: { table: englishTable, vocabulary: englishVocabulary },
}

type Cell = string | number | null

interface ShownTable {
  readonly header: readonly string[]
  readonly lines: readonly (readonly Cell[])[]
}

function shownTable(snapshot: Snapshot, asked: AskedTable): ShownTable {
  const shown = shownOf(snapshot, asked)
  switch (asked.rows) {
    case 'actors':
      return linesOf(actorColumns(snapshot, shown, asked), shown.nodes, asked)
    case 'ties':
      return linesOf({ columns: tieColumns(shown), usual: null }, tiesOf(shown, asked), asked)
    case 'participations':
      return linesOf({ columns: participationColumns(shown), usual: null }, takenIn(shown), asked)
  }
}

type Shown = ReturnType<typeof shownOf>

function shownOf(snapshot: Snapshot, { perimeter: within, language, color, hidden: hide }: AskedTable) {
  const { territory } = snapshot
  const perimeter = perimeterWithin(territory, within)
  const network = networkToWire(territory, snapshot.network(perimeter)) as NetworkWire
  const twoMode = twoModeToWire(territory, snapshot.twoMode(perimeter)) as TwoModeWire
  const categories = categoriesFor(snapshot, color, network)
  const hidden = new Set(hide)
  const nodes = network.actors.flatMap((actor, node) => (hidden.has(categories.categoryOf(actor).id) ? [] : [node]))
  const said = { ...words[language], spoken: spoken[language] }
  const word = (vocabulary: Vocabulary, id: string) => wordOf(said.spoken, territory, vocabulary, id)
  const record = { ...territory, participationsOfActor: participationsByActor(territory) }
  return { territory, record, network, twoMode, categories, nodes, said, word }
}

/** A column, and what stands in it. Its `key` sorts. */
type Told<Row> = Column<Row> & { readonly cell?: (row: Row) => Cell }

function linesOf<Row>(
  { columns, usual }: { readonly columns: readonly Told<Row>[]; readonly usual: readonly string[] | null },
  rows: readonly Row[],
  { columns: asked, sort, language }: AskedTable,
): ShownTable {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const named = (id: string) => {
    const column = byId.get(id)
    if (!column) throw new Problem('unknown_column', { column: id, known: usual ?? [...byId.keys()] })
    return column
  }
  const shown = (asked ?? usual ?? [...byId.keys()]).map(named)
  const sorting = sortingOf(sort ?? columns[0]?.id ?? null)
  if (sorting) named(sorting.column)
  return {
    header: shown.map(({ name }) => name),
    lines: sorted(rows, columns, sorting, language).map((row) => shown.map(({ key, cell = key }) => cell(row))),
  }
}

function actorColumns(snapshot: Snapshot, shown: Shown, { color }: AskedTable) {
  const { territory, network, twoMode, categories, said, word } = shown
  const { table, vocabulary } = said
  const partners = network.actors.map(() => new Set<number>())
  for (const { from, to } of network.edges) {
    partners[from]?.add(to)
    partners[to]?.add(from)
  }
  const spaces = new Map<string, number>()
  for (const { from } of twoMode.edges) {
    const actor = twoMode.actors[from] ?? ''
    spaces.set(actor, (spaces.get(actor) ?? 0) + 1)
  }
  const id = (node: number) => network.actors[node] ?? ''
  const actor = (node: number) => territory.actors.get(id(node))
  const own: Told<number>[] = [
    { id: 'name', name: table.name, key: (node) => actor(node)?.name ?? id(node) },
    { id: 'sphere', name: table.sphere, key: (node) => capital(word('sphere', actor(node)?.sphere ?? '')) },
    { id: 'type', name: table.type, key: (node) => capital(word('actorType', actor(node)?.type ?? '')) },
    {
      id: 'community',
      name: table.community,
      key: (node) => categoryName(territory, categories.categoryOf(id(node)), said.spoken),
    },
    {
      id: 'place',
      name: table.place,
      key: (node) => vocabulary.sidesInShort[actor(node)?.inside ? 'inside' : 'outside'],
    },
    ...(network.basis === 'survey'
      ? [
          {
            id: 'answer',
            name: table.answer,
            key: (node: number) => vocabulary.rosterStatuses[answerOf(territory, network.perimeter.wave, id(node))],
          },
        ]
      : []),
    { id: 'partners', name: table.partners, key: (node) => partners[node]?.size ?? 0, numeric: true },
    { id: 'spaces', name: table.spaces, key: (node) => spaces.get(id(node)) ?? 0, numeric: true },
  ]
  const ofActors = measuresOf(snapshot.subject(network.perimeter, 'sphere')).filter(({ scope }) => scope === 'node')
  // Measured when they are asked for.
  const figures = ofActors.map(({ id: measure }): Told<number> => {
    let values: readonly (number | null)[] | null | undefined
    const value = (node: number) => {
      values ??= valuesOf(snapshot, measure, network.perimeter) ?? []
      return values[node] ?? null
    }
    const name = measureName(said.spoken.language, measure)
    return { id: measure, name, key: value, cell: (node) => value(node) ?? table.undefined, numeric: true }
  })
  const usual = own.map(({ id }) => id).filter((column) => column !== 'community' || color === 'community')
  return { columns: [...own, ...figures], usual }
}

function tiesOf({ network, nodes }: Shown, { backbone }: AskedTable): NetworkWire['edges'] {
  const shown = new Set(nodes)
  const kept = backbone ? backboneOf(network.actors.length, network.edges) : null
  return network.edges.filter(({ from, to }, edge) => shown.has(from) && shown.has(to) && (kept?.[edge] ?? true))
}

type Edge = NetworkWire['edges'][number]

function tieColumns({ territory, record, network, said, word }: Shown): Told<Edge>[] {
  const { table, vocabulary, spoken } = said
  const directed = network.perimeter.direction === 'directed'
  const name = (node: number) => territory.actors.get(network.actors[node] ?? '')?.name ?? network.actors[node] ?? ''
  const behind = ({ ties }: Edge) => ties.map((key) => territory.ties.get(key)).filter((tie) => tie !== undefined)
  const kinds = (edge: Edge) => [...new Set(behind(edge).map(({ kind }) => word('tieKind', kind)))].join(', ')
  const spaces = ({ spaces }: Edge) => spaces.map((space) => territory.spaces.get(space)?.name ?? space).join(' ; ')
  const sources = (edge: Edge) =>
    [...new Set(behind(edge).flatMap(({ source }) => (source === undefined ? [] : [source])))].join(' ; ')
  const wave = territory.waves.get(network.perimeter.wave)
  const rules = rulesOf(territory.settings)
  const standingOf = standingsOf(network, territory.ties, (tie) => (wave ? hasFaded(tie, wave, rules) : null))
  const standing = (edge: Edge) => spoken.picture.standings[edgeStanding(record, network, standingOf, edge) ?? 'shared']
  const confidence = (edge: Edge) => surest(behind(edge).map(({ confidence }) => confidence)) ?? null
  return [
    { id: 'from', name: directed ? table.from : table.between, key: ({ from }) => name(from) },
    { id: 'to', name: directed ? table.to : table.and, key: ({ to }) => name(to) },
    {
      id: 'kinds',
      name: table.kinds,
      key: (edge) => kinds(edge) || null,
      cell: (edge) => kinds(edge) || spoken.picture.standings.shared,
    },
    // Where no kind stands, that cell says it.
    { id: 'standing', name: table.standing, key: standing, cell: (edge) => (kinds(edge) ? standing(edge) : null) },
    { id: 'spaces', name: table.sharedSpaces, key: (edge) => spaces(edge) || null },
    {
      id: 'confidence',
      name: table.confidence,
      key: confidence,
      cell: (edge) => sure(vocabulary, confidence(edge)),
    },
    { id: 'sources', name: table.source, key: (edge) => sources(edge) || null },
  ]
}

interface Taken {
  readonly space: string
  /** Null: nobody is known in the space. */
  readonly taken: Participation | null
}

function takenIn({ territory, network, twoMode, nodes }: Shown): Taken[] {
  const actors = new Set(nodes.map((node) => network.actors[node]))
  const ofSpace = Map.groupBy(territory.participations.values(), ({ space }) => space)
  return twoMode.spaces.flatMap((space): Taken[] => {
    const taken = (ofSpace.get(space) ?? []).filter(
      ({ wave, actor }) => wave === network.perimeter.wave && actors.has(actor),
    )
    return taken.length > 0 ? taken.map((one) => ({ space, taken: one })) : [{ space, taken: null }]
  })
}

function participationColumns({ territory, said, word }: Shown): Told<Taken>[] {
  const { table, vocabulary } = said
  const actor = ({ taken }: Taken) => taken && (territory.actors.get(taken.actor)?.name ?? taken.actor)
  return [
    { id: 'space', name: table.space, key: ({ space }) => territory.spaces.get(space)?.name ?? space },
    {
      id: 'kind',
      name: table.kind,
      key: ({ space }) => capital(word('spaceKind', territory.spaces.get(space)?.kind ?? '')),
    },
    { id: 'actor', name: table.name, key: actor, cell: (row) => actor(row) ?? table.nobody },
    { id: 'role', name: table.role, key: ({ taken }) => taken && capital(word('role', taken.role)) },
    {
      id: 'confidence',
      name: table.confidence,
      key: ({ taken }) => taken?.confidence ?? null,
      cell: ({ taken }) => sure(vocabulary, taken?.confidence ?? null),
    },
    { id: 'source', name: table.source, key: ({ taken }) => taken?.source ?? null },
  ]
}

/** As on the page, where what is certain goes without saying. */
function sure({ confidences }: typeof frenchVocabulary, confidence: Participation['confidence'] | null): Cell {
  return !confidence || confidence === 'certain' ? null : confidences[confidence]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
