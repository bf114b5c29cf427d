import { hues, secondInk } from '#drawing/appearance.ts'
import type { Categories } from '#drawing/categories.ts'
import type { ComparisonWire } from '#wire/comparison.ts'

/** A set of actors in one wave, a bar of an alluvial diagram. */
export interface Stratum {
  readonly id: string
  readonly size: number
  readonly color: string
}

/** Actors that go from a set to another. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly actors: readonly string[]
}

export interface Alluvial {
  readonly before: readonly Stratum[]
  readonly after: readonly Stratum[]
  readonly flows: readonly Flow[]
}

/** Who is in no set of a wave: not there, or alone. */
export const apart = '*apart'

type Communities = NonNullable<ComparisonWire['communities']['value']>

/** Communities, those of one actor put together; a set keeps its colour over the wave where it is the same. */
export function communityFlows({ before, after, flows }: Communities): Alluvial {
  const isSet = ({ actors }: Communities['before'][number]) => actors.length > 1
  const ids = (sets: Communities['before']) =>
    new Map(sets.map((set) => [set.label, isSet(set) ? String(set.label) : apart]))
  const [idThen, idNow] = [ids(before), ids(after)]
  const largestFirst = before.filter(isSet).toSorted((a, b) => b.actors.length - a.actors.length)
  const colorThen = new Map(largestFirst.map(({ label }, i) => [label, hues[i] ?? secondInk]))
  const free = hues.slice(largestFirst.length)
  const colorNow = new Map<number, string>()
  for (const set of after.filter(isSet)) {
    const [match] = set.event === 'continue' ? set.others : []
    colorNow.set(set.label, (match !== undefined && colorThen.get(match)) || (free.shift() ?? secondInk))
  }
  return ordered(
    largestFirst.map(({ label }) => ({ id: String(label), color: colorThen.get(label) ?? secondInk })),
    after.filter(isSet).map(({ label }) => ({ id: String(label), color: colorNow.get(label) ?? secondInk })),
    flows.map(({ from, to, actors }) => ({
      from: from === null ? apart : (idThen.get(from) ?? apart),
      to: to === null ? apart : (idNow.get(to) ?? apart),
      actors,
    })),
  )
}

/** Actors of each sphere then and now, with those who came and left. */
export function sphereFlows(comparison: ComparisonWire, categories: Categories): Alluvial {
  const rosterOf = ({ standings: { silent = [], answered = [] } }: ComparisonWire['before']) =>
    new Set([...silent, ...answered])
  const [then, now] = [rosterOf(comparison.before), rosterOf(comparison.after)]
  const flows = new Map<string, { from: string; to: string; actors: string[] }>()
  for (const id of [...new Set([...then, ...now])].sort()) {
    const category = categories.categoryOf(id).id
    const [from, to] = [then.has(id) ? category : apart, now.has(id) ? category : apart]
    const key = JSON.stringify([from, to])
    const flow = flows.get(key) ?? { from, to, actors: [] }
    flow.actors.push(id)
    flows.set(key, flow)
  }
  const strata = categories.list.map(({ id, look }) => ({ id, color: look.color }))
  return ordered(strata, strata, [...flows.values()], 'as given')
}

/** Strata that hold somebody, with those in none last; the later ones stand where most of their actors come from. */
function ordered(
  before: readonly Omit<Stratum, 'size'>[],
  after: readonly Omit<Stratum, 'size'>[],
  flows: readonly Flow[],
  order: 'as given' | 'by origin' = 'by origin',
): Alluvial {
  const sized = (strata: readonly Omit<Stratum, 'size'>[], side: 'from' | 'to'): Stratum[] =>
    [...strata, { id: apart, color: secondInk }].flatMap((stratum) => {
      const size = flows.reduce((sum, flow) => sum + (flow[side] === stratum.id ? flow.actors.length : 0), 0)
      return size === 0 ? [] : [{ ...stratum, size }]
    })
  const left = sized(before, 'from')
  const place = new Map(left.map(({ id }, i) => [id, i]))
  const originOf = (id: string) => {
    const own = flows.filter(({ to }) => to === id)
    const total = own.reduce((sum, { actors }) => sum + actors.length, 0)
    return own.reduce((sum, { from, actors }) => sum + ((place.get(from) ?? 0) * actors.length) / total, 0)
  }
  const right = sized(after, 'to')
  if (order === 'by origin')
    right.sort((a, b) => Number(a.id === apart) - Number(b.id === apart) || originOf(a.id) - originOf(b.id))
  const placeNow = new Map(right.map(({ id }, i) => [id, i]))
  const inOrder = flows.toSorted(
    (a, b) =>
      (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0) || (placeNow.get(a.to) ?? 0) - (placeNow.get(b.to) ?? 0),
  )
  return { before: left, after: right, flows: inOrder }
}
