import type { Territory } from '../../domain/territory.ts'
import { type Drawing, type EdgeFact, factsOf } from './facts.ts'
import { NetworkDraft, type Value } from './network.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Pajek networks and projects (V. Batagelj, A. Mrvar, Pajek reference manual): vertices of one mode or two, arcs, edges, their lists, matrices, several
 * relations; partitions and vectors of a project are attributes of the vertices, its further networks further kinds of tie.
 */
export function readPajek(text: string): NetworkDraft {
  const draft = new NetworkDraft({ typed: true })
  draft.numberIds()
  const isProject = (text.match(/^\s*\*network/gim) ?? []).length > 1
  let network: Network = { prefix: '', size: 0, actors: 0 }
  let networks = 0
  /** What the vertices that follow are for: a network, or values of the one before. */
  let attribute: string | null = null
  let title = ''
  let section = ''
  let relation: Values = []
  let next = 1
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const malformed = () => new Unreadable({ row: index + 1, code: 'malformed_file', expected: { format: 'pajek' } })
    const words = wordsOf(line)
    const [first] = words
    if (first === undefined || /^(?:%|\/\*)/.test(first)) return
    if (first.startsWith('*')) {
      section = first.slice(1).toLowerCase()
      const named = words.slice(1).join(' ')
      next = 1
      if (section === 'network') [title, attribute] = [named, null]
      else if (section === 'partition' || section === 'vector') attribute = named || section
      else if (section === 'vertices' && attribute === null) {
        const before = network
        network = networkOf(words, networks++)
        if (!(network.size >= 0)) throw malformed()
        // Networks of a project are about the same vertices when they have as many.
        if (network.size === before.size) network = { ...network, prefix: before.prefix }
        for (let number = 1; number <= network.size; number++) {
          draft.node(idOf(network, number), [], number <= network.actors ? 'actor' : 'space')
        }
      } else if (/^(?:arcs|edges|arcslist|edgeslist|matrix)$/.test(section)) {
        const numbered = /^:(\d+)$/.exec(words[1] ?? '')
        const kind = numbered ? (words[2] ?? numbered[1] ?? '') : isProject ? title : ''
        relation = kind === '' ? [] : [['kind', kind]]
      } else if (section !== 'vertices') draft.unplaced('structures')
      return
    }
    const numbers = words.map(Number)
    const tie = (u: number, v: number, directed: boolean, weight?: number, further: Values = []) => {
      const { size, actors } = network
      if (!(Number.isInteger(u) && Number.isInteger(v))) throw malformed()
      if (u < 1 || v < 1 || u > size || v > size) {
        draft.unplaced('unknown_ends')
        return
      }
      const isWeight = weight !== undefined && !Number.isNaN(weight)
      const values: Values = [...relation, ...(isWeight ? [['weight', weight] as const] : []), ...further]
      const [from, to] = [idOf(network, u), idOf(network, v)]
      if (u <= actors && v > actors) draft.tie(from, to, values, 'participation')
      else if (u > actors && v <= actors) draft.tie(to, from, values, 'participation')
      else draft.tie(from, to, [['directed', directed], ...values])
    }
    if (section === 'vertices' && attribute !== null) {
      const number = next++
      if (Number.isNaN(numbers[0])) throw malformed()
      if (number <= network.size) draft.node(idOf(network, number), [[attribute, numbers[0] ?? 0]])
    } else if (section === 'vertices') {
      const [number = 0] = numbers
      if (!(Number.isInteger(number) && number >= 1 && number <= network.size)) throw malformed()
      const label = words[1]
      if (label !== undefined) draft.node(idOf(network, number), [['name', label]])
      const coordinates = numbers.slice(2).findIndex(Number.isNaN)
      const further = coordinates < 0 ? [] : words.slice(2 + coordinates)
      if (words.length > 2 && coordinates !== 0) draft.unplaced('positions')
      draft.node(idOf(network, number), saidInPairs(draft, further, vertexLooks))
    } else if (section === 'arcs' || section === 'edges') {
      const [u = Number.NaN, v = Number.NaN, weight] = numbers
      const isWeight = weight !== undefined && !Number.isNaN(weight)
      tie(u, v, section === 'arcs', weight, saidInPairs(draft, words.slice(isWeight ? 3 : 2), lineLooks))
    } else if (section === 'arcslist' || section === 'edgeslist') {
      const [u = Number.NaN, ...others] = numbers
      for (const v of others) tie(u, v, section === 'arcslist')
    } else if (section === 'matrix') {
      const row = next++
      const shift = network.actors < network.size ? network.actors : 0
      for (const [column, value] of numbers.entries()) {
        if (Number.isNaN(value)) throw malformed()
        if (value !== 0) tie(row, column + 1 + shift, true, value)
      }
    }
  })
  return draft
}

type Values = readonly (readonly [string, Value])[]

interface Network {
  /** Before the numbers of vertices, where a project has networks about others. */
  readonly prefix: string
  readonly size: number
  /** Those of the first mode; all when there is one. */
  readonly actors: number
}

function networkOf([, count = '', first]: readonly string[], index: number): Network {
  const size = /^\d{1,7}$/.test(count) ? Number(count) : Number.NaN
  return { prefix: index === 0 ? '' : `${index + 1}.`, size, actors: first === undefined ? size : Number(first) }
}

function idOf({ prefix }: Network, number: number): string {
  return prefix + String(number)
}

/** What follows in pairs of a word and a value: how things are drawn, a label (`l`), and what other programs add. */
function saidInPairs(draft: NetworkDraft, words: readonly string[], looks: ReadonlySet<string>): Values {
  const values: (readonly [string, Value])[] = []
  for (let at = 0; at < words.length; ) {
    const [word = '', value] = [words[at], words[at + 1]]
    if (word.startsWith('[')) draft.unplaced('periods')
    else if (shapes.has(word)) draft.unplaced('looks')
    if (word.startsWith('[') || shapes.has(word)) at++
    else {
      if (looks.has(word)) draft.unplaced('looks')
      else if (value !== undefined) values.push([word === 'l' ? 'label' : word, value])
      at += 2
    }
  }
  return values
}

const shapes = new Set(['ellipse', 'box', 'diamond', 'triangle', 'cross', 'empty', 'house', 'man', 'woman'])
const vertexLooks = new Set('x_fact y_fact phi r q ic bc bw lc la lr lphi fos font hooks url s_size shape'.split(' '))
const lineLooks = new Set('w c p s a ap lp lr lphi lc la fos font h1 h2 a1 k1 a2 k2'.split(' '))

function wordsOf(line: string): string[] {
  const words = line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)
  return [...words].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
}

/**
 * Actors and spaces as vertices of a Pajek network, spaces as its second mode; ties by kind, and by wave where there are several, as its relations; participations by
 * role. It holds names, who is tied to whom, direction and strength: not the ids and attributes of actors, nor the other fields of ties. Double quotes in names become
 * single ones, for Pajek has no sign for them.
 */
export function territoryToPajek(territory: Territory, drawing: Drawing | null = null): string {
  const { nodes, edges } = factsOf(territory)
  const numbers = new Map(nodes.map(({ key }, index) => [key, index + 1]))
  const actors = nodes.filter(({ noun }) => noun === 'actor').length
  const several = territory.waves.size > 1
  const relationOf = ({ kind, wave }: EdgeFact) => (several ? `${kind} (${wave})` : kind)
  const relations = [...Map.groupBy(edges, relationOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = (facts: readonly EdgeFact[]) =>
    facts.map(({ from, to, strength }) => {
      return [numbers.get(from.key), numbers.get(to.key), ...(strength === null ? [] : [strength])].join(' ')
    })
  return [
    `*Network ${quoted(territory.id)}`,
    `*Vertices ${nodes.length}${actors < nodes.length ? ` ${actors}` : ''}`,
    ...nodes.map(({ noun, id, name }, index) => {
      const mark = (noun === 'actor' ? drawing?.actors : drawing?.spaces)?.get(id)
      return `${index + 1} ${quoted(name)}${mark ? ` ${mark.x} ${mark.y} 0` : ''}`
    }),
    ...relations.flatMap(([relation, facts], index) => {
      const title = `:${index + 1} ${quoted(relation)}`
      const [arcs, others] = [facts.filter(({ directed }) => directed), facts.filter(({ directed }) => !directed)]
      return [
        ...(arcs.length > 0 ? [`*Arcs ${title}`, ...lines(arcs)] : []),
        ...(others.length > 0 ? [`*Edges ${title}`, ...lines(others)] : []),
      ]
    }),
    '',
  ].join('\r\n')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '’')}"`
}
