import { NetworkDraft, type Value } from './network.ts'
import { Unreadable } from './unreadable.ts'

/**
 * VNA of NetDraw (S. Borgatti, NetDraw guide): data of nodes, properties they are drawn with, data of ties. A column of numbers of the ties is a relation
 * each, unless it is the only one or is called strength.
 */
export function readVna(text: string): NetworkDraft {
  const draft = new NetworkDraft({ typed: false })
  for (const { title, header, rows } of sectionsOf(text)) {
    const columns = header.map((name) => name.toLowerCase())
    if (title.startsWith('node data')) {
      for (const { cells } of rows) draft.node(cells[0] ?? '', named(header, cells, columns))
    } else if (title.startsWith('tie data')) {
      readTies(draft, header, rows)
    } else if (title.startsWith('node properties')) {
      for (const { cells } of rows) {
        const label = cells[columns.indexOf('shortlabel')]
        draft.node(cells[0] ?? '', label === undefined ? [] : [['name', label]])
      }
      draft.unplaced(columns.includes('x') ? 'positions' : 'looks', rows.length)
    } else draft.unplaced('looks', rows.length)
  }
  return draft
}

interface Section {
  /** In lower case, without its star. */
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

function sectionsOf(text: string): Section[] {
  const sections: { title: string; header: string[]; rows: { row: number; cells: string[] }[] }[] = []
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const cells = wordsOf(line)
    const section = sections.at(-1)
    if (line.trim().startsWith('*')) {
      sections.push({ title: line.trim().slice(1).trim().toLowerCase().replace(/\s+/g, ' '), header: [], rows: [] })
    } else if (cells.length > 0 && section?.header.length === 0) section.header.push(...cells)
    else if (cells.length > 0 && section) section.rows.push({ row: index + 1, cells })
    else if (cells.length > 0) throw malformed(index + 1)
  })
  return sections
}

function named(header: readonly string[], cells: readonly string[], columns: readonly string[]): [string, Value][] {
  return header.flatMap((name, at): [string, Value][] => {
    const cell = cells[at]
    return at === 0 || cell === undefined || cell === '' || columns[at] === '' ? [] : [[name, cell]]
  })
}

function readTies(draft: NetworkDraft, header: readonly string[], rows: Section['rows']): void {
  const columns = header.slice(2)
  const isNumbers = columns.map((_, at) => rows.every(({ cells }) => !Number.isNaN(Number(cells[at + 2] ?? 0))))
  const isStrength = (name: string) => /^(?:strength|weight|value)$/i.test(name)
  const relations = columns.filter((name, at) => isNumbers[at] && !isStrength(name))
  const areRelations = relations.length > 0 && columns.filter((_, at) => isNumbers[at]).length > 1
  for (const { row, cells } of rows) {
    const [from, to] = cells
    if (from === undefined || to === undefined) throw malformed(row)
    const others = columns.flatMap((name, at): [string, string][] =>
      isNumbers[at] || cells[at + 2] === undefined ? [] : [[name, cells[at + 2] ?? '']],
    )
    const weights = columns.flatMap((name, at): { name: string; weight: number }[] =>
      isNumbers[at] && cells[at + 2] !== undefined ? [{ name, weight: Number(cells[at + 2]) }] : [],
    )
    if (!areRelations) {
      if (weights.some(({ weight }) => weight === 0)) continue
      const weight = weights.map(({ weight }): [string, Value] => ['weight', weight])
      draft.tie(from, to, [['directed', true], ...weight, ...others])
      continue
    }
    const strength = weights.find(({ name }) => isStrength(name))
    for (const { name, weight } of weights) {
      if (isStrength(name) || weight === 0) continue
      draft.tie(from, to, [['directed', true], ['kind', name], ['weight', strength?.weight ?? weight], ...others])
    }
  }
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^\s,]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

function malformed(row: number): Unreadable {
  return new Unreadable({ row, code: 'malformed_file', expected: { format: 'vna' } })
}
