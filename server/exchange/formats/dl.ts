import type { Territory } from '../../domain/territory.ts'
import { factsOf } from './facts.ts'
import { NetworkDraft, type Value } from './network.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The data language of UCINET (S. Borgatti, M. Everett, L. Freeman, UCINET user’s guide, « DL language »): full and half matrices, edge lists and node lists,
 * of one mode or two, of one relation or several, with labels apart or within the data.
 */
export function readDl(text: string): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  draft.numberIds()
  const file = headOf(text)
  const labelled = new Labels(draft, file)
  if (file.format.endsWith('matrix') || file.format.endsWith('half')) readMatrices(draft, file, labelled)
  else readLists(draft, file, labelled)
  return draft
}

interface DlFile {
  /** Numbers of rows, columns and matrices. NaN: it does not say. */
  readonly rows: number
  readonly columns: number
  readonly matrices: number
  readonly isTwoMode: boolean
  readonly format: Format
  readonly hasDiagonal: boolean
  readonly embedded: { readonly rows: boolean; readonly columns: boolean }
  readonly labels: Readonly<Record<'rows' | 'columns' | 'matrices', readonly string[]>>
  /** By line, with its number in the file. */
  readonly data: readonly { readonly row: number; readonly words: readonly string[] }[]
}

const formats = new Map<string, Format>([
  ['fullmatrix', 'fullmatrix'],
  ['fm', 'fullmatrix'],
  ['upperhalf', 'upperhalf'],
  ['uh', 'upperhalf'],
  ['lowerhalf', 'lowerhalf'],
  ['lh', 'lowerhalf'],
  ['edgelist1', 'edgelist1'],
  ['edgelist', 'edgelist1'],
  ['el1', 'edgelist1'],
  ['edgelist2', 'edgelist2'],
  ['el2', 'edgelist2'],
  ['nodelist1', 'nodelist1'],
  ['nodelist', 'nodelist1'],
  ['nl1', 'nodelist1'],
  ['nodelist2', 'nodelist2'],
  ['nl2', 'nodelist2'],
])
type Format = 'fullmatrix' | 'upperhalf' | 'lowerhalf' | 'edgelist1' | 'edgelist2' | 'nodelist1' | 'nodelist2'

/** What stands before the data: phrases in any order, on any lines. */
function headOf(text: string): DlFile {
  const data = /(?:^|\s)data\s*:/i.exec(text)
  if (!data) throw malformed(null)
  const head = text.slice(0, data.index).replace(/^\s*dl\b/i, '')
  const numberOf = (name: string) =>
    Number(new RegExp(`(?:^|[\\s,])${name}\\s*=?\\s*(\\d{1,7})(?!\\S*[a-z])`, 'i').exec(head)?.[1])
  const says = (phrase: RegExp) => phrase.test(head)
  const named = /(?:^|[\s,])format\s*=?\s*([a-z]+\d?)/i.exec(head)?.[1]?.toLowerCase() ?? 'fullmatrix'
  const format = formats.get(named)
  if (!format) throw malformed(null)
  const [n, nr, nc, nm] = ['n', 'nr', 'nc', 'nm'].map(numberOf) as [number, number, number, number]
  const isTwoMode = format.endsWith('2') || !(Number.isNaN(nr) || nr === nc)
  const all = labelsIn(head, 'labels')
  const startRow = text.slice(0, data.index + data[0].length).split(/\r\n|\r|\n/).length
  return {
    rows: Number.isNaN(nr) ? n : nr,
    columns: Number.isNaN(nc) ? n : nc,
    matrices: Number.isNaN(nm) ? 1 : nm,
    isTwoMode,
    format,
    hasDiagonal: !says(/diagonal\s*=?\s*absent/i),
    embedded: {
      rows: says(/(?:^|\s)(?:row\s+)?labels\s+embedded/im) && !says(/col\w*\s+labels\s+embedded/i),
      columns: says(/(?:^|\s)labels\s+embedded/im) || says(/col\w*\s+labels\s+embedded/i),
    },
    labels: {
      rows: all.length > 0 ? all : labelsIn(head, 'row labels'),
      columns: all.length > 0 ? all : labelsIn(head, 'col(?:umn)? labels'),
      matrices: labelsIn(head, '(?:matrix|level) labels'),
    },
    data: text
      .slice(data.index + data[0].length)
      .split(/\r\n|\r|\n/)
      .map((line, index) => ({ row: startRow + index, words: wordsOf(line) }))
      .filter(({ words }) => words.length > 0),
  }
}

/** Labels after their phrase, up to the next one. */
function labelsIn(head: string, phrase: string): string[] {
  const found = new RegExp(`(?:^|\\n)[^\\S\\n]*${phrase.replaceAll(' ', '\\s+')}\\s*:`, 'i').exec(head)
  if (!found) return []
  const rest = head.slice(found.index + found[0].length)
  const end = /(?:^|\n)[^\S\n]*(?:(?:row|col(?:umn)?|matrix|level)\s+labels|labels|format|diagonal|n[rcm]?\s*=)/i.exec(
    rest,
  )
  return wordsOf(end ? rest.slice(0, end.index) : rest)
}

/** What rows and columns are called, in the order of the file or as the data bring them. */
class Labels {
  readonly #draft: NetworkDraft
  readonly #file: DlFile
  /** UCINET takes labels in any case for one another. */
  readonly #ids = { rows: new Map<string, string>(), columns: new Map<string, string>() }

  constructor(draft: NetworkDraft, file: DlFile) {
    this.#draft = draft
    this.#file = file
    const { rows, columns, labels, isTwoMode, embedded } = file
    for (const [side, size] of [
      ['rows', rows],
      ['columns', isTwoMode ? columns : 0],
    ] as const) {
      if (embedded[side] && labels[side].length === 0) continue
      for (let index = 0; index < (size || 0); index++) {
        const label = labels[side][index] ?? String(index + 1)
        this.#put(side, embedded[side] ? label.toLowerCase() : String(index + 1), label)
      }
    }
  }

  /** The id of a row or a column, by its number, or by its label where labels are embedded. Null: there is none. */
  idOf(word: string, side: 'rows' | 'columns'): string | null {
    const among = this.#file.isTwoMode ? side : 'rows'
    const isEmbedded = this.#file.embedded[side] || this.#file.embedded[among]
    if (!isEmbedded) return this.#ids[among].get(word) ?? (this.#isOpen(among) ? this.#put(among, word, word) : null)
    const label = this.#file.labels[among].find((label) => label.toLowerCase() === word.toLowerCase()) ?? word
    const known = this.#ids[among].get(word.toLowerCase())
    return known ?? this.#put(among, word.toLowerCase(), label)
  }

  /** A list may leave open how many nodes there are. */
  #isOpen(side: 'rows' | 'columns'): boolean {
    return Number.isNaN(this.#file[side])
  }

  #put(side: 'rows' | 'columns', key: string, label: string): string {
    const id = side === 'columns' ? `space ${key}` : key
    this.#ids[side].set(key, id)
    this.#draft.node(id, [['name', label]], side === 'columns' ? 'space' : 'actor')
    return id
  }
}

function readMatrices(draft: NetworkDraft, file: DlFile, labels: Labels): void {
  const { format, embedded, hasDiagonal } = file
  const lines = file.data
  const [n, width] = [file.rows, file.columns]
  if (!(n >= 1 && width >= 1) || n * width > 25_000_000) throw malformed(null)
  const words = lines.flatMap(({ row, words }) => words.map((word) => ({ row, word })))
  let at = 0
  for (let matrix = 0; matrix < file.matrices; matrix++) {
    const columns: (string | null)[] = []
    for (let j = 0; j < width; j++) {
      columns.push(labels.idOf(embedded.columns ? (words[at++]?.word ?? '') : String(j + 1), 'columns'))
    }
    const kind = file.matrices > 1 ? (file.labels.matrices[matrix] ?? String(matrix + 1)) : null
    for (let i = 0; i < n; i++) {
      const from = labels.idOf(embedded.rows || embedded.columns ? (words[at++]?.word ?? '') : String(i + 1), 'rows')
      const [first, last] = format === 'upperhalf' ? [i, width] : format === 'lowerhalf' ? [0, i + 1] : [0, width]
      for (let j = first; j < last; j++) {
        if (!hasDiagonal && i === j && !file.isTwoMode) continue
        const found = words[at++]
        const value = Number(found?.word)
        if (!found) throw malformed(lines.at(-1)?.row ?? null)
        if (/^(?:na|\.)$/i.test(found.word)) draft.unplaced('missing_ties')
        else if (Number.isNaN(value)) throw malformed(found.row)
        else if (value !== 0) put(draft, file, from, columns[j] ?? null, value, kind, format === 'fullmatrix')
      }
    }
  }
}

function readLists(draft: NetworkDraft, file: DlFile, labels: Labels): void {
  const isEdges = file.format.startsWith('edge')
  for (const { row, words } of file.data) {
    const [first = '', ...others] = words
    // A mark parts the lists of several relations.
    if (first === '!') continue
    const from = labels.idOf(first, 'rows')
    if (isEdges) {
      const [second, weight] = others
      if (second === undefined) throw malformed(row)
      const value = weight === undefined ? undefined : Number(weight)
      if (Number.isNaN(value)) throw malformed(row)
      put(draft, file, from, labels.idOf(second, 'columns'), value, null, true)
    } else {
      for (const other of others) put(draft, file, from, labels.idOf(other, 'columns'), undefined, null, true)
    }
  }
}

function put(
  draft: NetworkDraft,
  { isTwoMode }: DlFile,
  from: string | null,
  to: string | null,
  weight: number | undefined,
  kind: string | null,
  directed: boolean,
): void {
  if (from === null || to === null) {
    draft.unplaced('unknown_ends')
    return
  }
  const values: (readonly [string, Value])[] = []
  if (kind !== null) values.push(['kind', kind])
  if (weight !== undefined) values.push(['weight', weight])
  if (isTwoMode) draft.tie(from, to, values, 'participation')
  else draft.tie(from, to, [['directed', directed], ...values])
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|([^\s,=]+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}

function malformed(row: number | null): Unreadable {
  return new Unreadable({ row, code: 'malformed_file', expected: { format: 'dl' } })
}

/**
 * Actors and their ties as one relation of UCINET: an edge list with labels. It holds the names of actors and, of all ties from one to another, that there is one, or
 * the greatest strength where every tie has one; nothing else. Names that are alike but for their case are told apart by their ids, for UCINET does not.
 */
export function territoryToDl(territory: Territory): string {
  const { nodes, edges } = factsOf(territory)
  const actors = nodes.filter(({ noun }) => noun === 'actor')
  const seen = Map.groupBy(actors, ({ name }) => quotable(name).toLowerCase())
  const labels = new Map(
    actors.map(({ key, id, name }) => {
      const isAlone = seen.get(quotable(name).toLowerCase())?.length === 1
      return [key, quotable(isAlone ? name : `${name} (${id})`)]
    }),
  )
  const ties = edges.filter(({ noun }) => noun === 'tie')
  const isWeighted = ties.length > 0 && ties.every(({ strength }) => strength !== null)
  const numbers = new Map(actors.map(({ key }, index) => [key, index + 1]))
  const pairs = new Map<string, number>()
  for (const { from, to, directed, strength } of ties) {
    for (const [u, v] of directed
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ]) {
      const pair = `${numbers.get(u?.key ?? '')} ${numbers.get(v?.key ?? '')}`
      pairs.set(pair, Math.max(pairs.get(pair) ?? 0, strength ?? 1))
    }
  }
  return [
    `dl n=${actors.length}`,
    'format=edgelist1',
    'labels:',
    ...actors.map(({ key }) => `"${labels.get(key)}"`),
    'data:',
    ...[...pairs].map(([pair, strength]) => (isWeighted ? `${pair} ${strength}` : pair)),
    '',
  ].join('\r\n')
}

/** Labels end at a quote. */
function quotable(name: string): string {
  return name.replaceAll('"', '’')
}
