import { keyOf, type Tie, wasAsked } from '#domain/territory.ts'
import type { Category } from '#drawing/categories.ts'
import { type Standing, standings } from '#drawing/standing.ts'
import { listOf, wordsOfList } from '#wire/list.ts'
import type { NetworkWire } from '#wire/network.ts'
import type { Selected } from './place.ts'
import { drawnStanding, silentIn, standingsIn } from './tie-standing.ts'
import type { View } from './view.ts'

/** A line of the legend: actors of one colour, ties that rest on the same, ties of one kind, or those who did not answer. */
export type LegendEntry =
  | { readonly of: 'category'; readonly id: string }
  | { readonly of: 'standing'; readonly standing: Standing }
  | { readonly of: 'tieKind'; readonly kind: string }
  | { readonly of: 'silent' }

export function entrySelected(entry: LegendEntry): Selected {
  return { noun: 'legend', id: listOf(wordsOf(entry)) }
}

/** The line of the legend that is selected; null: none is, or there is none of that name. */
export function entryOf({ noun, id }: Selected): LegendEntry | null {
  if (noun !== 'legend') return null
  const [of, word, ...more] = wordsOfList(id)
  if (more.length > 0) return null
  if (of === 'silent') return word === undefined ? { of } : null
  if (word === undefined) return null
  if (of === 'category') return { of, id: word }
  if (of === 'tieKind') return { of, kind: word }
  const standing = standings.find((each) => each === word)
  return of === 'standing' && standing ? { of, standing } : null
}

function wordsOf(entry: LegendEntry): string[] {
  switch (entry.of) {
    case 'category':
      return [entry.of, entry.id]
    case 'standing':
      return [entry.of, entry.standing]
    case 'tieKind':
      return [entry.of, entry.kind]
    case 'silent':
      return [entry.of]
  }
}

type Edge = NetworkWire['edges'][number]

/** What a line of the legend stands for on the map: nodes and edges of the network, the edges in its order. */
export function standFor(view: View, entry: LegendEntry): { nodes: number[]; edges: Edge[] } {
  const { network, categories, backbone } = view
  const shown = new Set(view.shown)
  const drawn = network.edges.filter(
    ({ from, to }, i) => shown.has(from) && shown.has(to) && (backbone === null || backbone[i] === true),
  )
  switch (entry.of) {
    case 'category': {
      const nodes = network.actors.flatMap((actor, node) =>
        categories.categoryOf(actor).id === entry.id ? [node] : [],
      )
      const members = new Set(nodes)
      return { nodes, edges: drawn.filter(({ from, to }) => members.has(from) && members.has(to)) }
    }
    case 'silent': {
      const silent = silentIn(view)
      return { nodes: view.shown.filter((node) => silent.has(`actor:${network.actors[node]}`)), edges: [] }
    }
    case 'standing': {
      const standingOf = standingsIn(view)
      return withEnds(drawn.filter((edge) => drawnStanding(view, standingOf, edge) === entry.standing))
    }
    case 'tieKind':
      return withEnds(drawn.filter((edge) => declaredAs(view, edge, entry.kind).length > 0))
  }
}

function withEnds(edges: Edge[]): { nodes: number[]; edges: Edge[] } {
  return { nodes: [...new Set(edges.flatMap(({ from, to }) => [from, to]))], edges }
}

/** The declarations of a kind behind an edge. */
export function declaredAs({ record }: View, edge: Edge, kind: string): Tie[] {
  return edge.ties.flatMap((key) => {
    const tie = record.ties.get(key)
    return tie?.kind === kind ? [tie] : []
  })
}

/** How a category is tied: among its actors, and to each other category, the most tied first; each tie counted once. */
export function tiesOfCategory(
  view: View,
  id: string,
): { within: number; towards: { category: Category; ties: number }[] } {
  const { network, categories } = view
  const of = network.actors.map((actor) => categories.categoryOf(actor))
  const towards = new Map<Category, number>()
  let within = 0
  for (const { from, to } of network.edges) {
    const [a, b] = [of[from], of[to]]
    if (!a || !b || (a.id !== id && b.id !== id)) continue
    const other = a.id === id ? b : a
    if (other.id === id) within++
    else towards.set(other, (towards.get(other) ?? 0) + 1)
  }
  return {
    within,
    towards: [...towards].map(([category, ties]) => ({ category, ties })).sort((a, b) => b.ties - a.ties),
  }
}

/** Of some actors, how many were asked in the wave and how many of them answered. */
export function responsesAmong(
  { record, network }: View,
  nodes: readonly number[],
): { asked: number; answered: number } {
  const { wave } = network.perimeter
  const entries = nodes.flatMap(
    (node) => record.roster.get(keyOf('roster', { actor: network.actors[node] ?? '', wave })) ?? [],
  )
  const asked = entries.filter(wasAsked)
  return { asked: asked.length, answered: asked.filter(({ status }) => status === 'answered').length }
}

/** Kinds of the ties on the map, and how many ties of each there are, the most frequent first. */
export function tieKindCounts(view: View): (readonly [kind: string, ties: number])[] {
  const counts = new Map<string, number>()
  const shown = new Set(view.shown)
  for (const [i, edge] of view.network.edges.entries()) {
    if (!shown.has(edge.from) || !shown.has(edge.to) || (view.backbone && !view.backbone[i])) continue
    for (const kind of new Set(edge.ties.flatMap((key) => view.record.ties.get(key)?.kind ?? []))) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
