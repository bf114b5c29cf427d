import type { SavedView } from './territory.ts'

/** The view without what its address says of an actor; the very view when it does not name it. */
export function viewWithout(view: SavedView, actor: string): SavedView {
  const mark = view.address.indexOf('?')
  if (mark === -1) return view
  const parameters = view.address.slice(mark + 1).split('&')
  const kept = parameters.filter((parameter) => !isNaming(parameter, actor))
  if (kept.length === parameters.length) return view
  const screen = view.address.slice(0, mark)
  return { ...view, address: kept.length === 0 ? screen : `${screen}?${kept.join('&')}` }
}

/** Parameters of an address that hold ids of actors; a tie, those of both. */
const namingActors: ReadonlySet<string> = new Set(['actor', 'tie', 'path', 'around', 'from', 'to'])

function isNaming(parameter: string, actor: string): boolean {
  // Within a list a comma of an id is written %2C, and its per cent sign %25.
  const listed = actor.replaceAll('%', '%25').replaceAll(',', '%2C')
  return [...new URLSearchParams(parameter)].some(
    ([name, value]) => namingActors.has(name) && (value === actor || value.split(',').includes(listed)),
  )
}

/** The stories of a territory by name, in the order of their names; the views of each in theirs. */
export function storiesOf(views: Iterable<SavedView>): ReadonlyMap<string, readonly SavedView[]> {
  const told = [...views].filter((view): view is SavedView & { story: string } => view.story !== undefined)
  const names = [...new Set(told.map(({ story }) => story))].sort()
  return new Map(names.map((name) => [name, told.filter(({ story }) => story === name).sort(byRank)] as const))
}

/** Views without a rank come last; of two with the same, the first by id. */
function byRank(a: SavedView, b: SavedView): number {
  const [first, second] = [a.rank ?? Number.MAX_SAFE_INTEGER, b.rank ?? Number.MAX_SAFE_INTEGER]
  return first - second || (a.id < b.id ? -1 : 1)
}
