import { type SavedView, type Territory, wordsOf } from './territory.ts'

/** What an address names and its territory has no more. */
export interface Lost {
  readonly noun: 'wave' | 'actor' | 'space' | 'tieKind' | 'spaceKind'
  readonly id: string
}

type Known = Pick<Territory, 'waves' | 'actors' | 'spaces' | 'vocabulary'>

/** What parameters of an address name; those of lists name several. */
const naming: ReadonlyMap<string, Lost['noun']> = new Map([
  ['wave', 'wave'],
  ['since', 'wave'],
  ['actor', 'actor'],
  ['tie', 'actor'],
  ['path', 'actor'],
  ['around', 'actor'],
  ['only', 'actor'],
  ['chosen', 'actor'],
  ['from', 'actor'],
  ['to', 'actor'],
  ['space', 'space'],
  ['tieKinds', 'tieKind'],
  ['spaceKinds', 'spaceKind'],
])
const lists: ReadonlySet<string> = new Set(['tie', 'only', 'chosen', 'tieKinds', 'spaceKinds'])

/** What the address of a view names that is no more, each once. */
export function lostIn(territory: Known, { address }: Pick<SavedView, 'address'>): Lost[] {
  const lost = parametersOf(address).flatMap((parameter) =>
    namedBy(parameter).filter((one) => !isThere(territory, one)),
  )
  return lost.filter((one, i) => lost.findIndex(({ noun, id }) => noun === one.noun && id === one.id) === i)
}

/** The address of a view without what is no more: what stands for it is what the page shows first. */
export function addressNow(territory: Known, { address }: Pick<SavedView, 'address'>): string {
  return keeping(address, (parameter) => namedBy(parameter).every((one) => isThere(territory, one)))
}

/** The view without what its address says of an actor; the very view when it does not name it. */
export function viewWithout(view: SavedView, actor: string): SavedView {
  const address = keeping(view.address, (parameter) => !namedBy(parameter).some(isActor))
  return address === view.address ? view : { ...view, address }

  function isActor({ noun, id }: Lost): boolean {
    return noun === 'actor' && id === actor
  }
}

/** As a French dictionary has names: « Écoles » among the e, and part 10 after part 9; the same on every machine. */
const inDictionary = new Intl.Collator('fr', { numeric: true }).compare

/** The stories of a territory by name, in the order of their names; the views of each in theirs. */
export function storiesOf(views: Iterable<SavedView>): ReadonlyMap<string, readonly SavedView[]> {
  const told = [...views].filter(({ story }) => story !== undefined)
  const names = [...new Set(told.map(({ story = '' }) => story))].sort(inDictionary)
  return new Map(names.map((name) => [name, told.filter(({ story }) => story === name).sort(byRank)] as const))
}

/** Views without a rank come last; of two with the same, the first by id. */
function byRank(a: SavedView, b: SavedView): number {
  const [first, second] = [a.rank ?? Number.MAX_SAFE_INTEGER, b.rank ?? Number.MAX_SAFE_INTEGER]
  return first - second || (a.id < b.id ? -1 : 1)
}

function keeping(address: string, stays: (parameter: string) => boolean): string {
  const parameters = parametersOf(address)
  const kept = parameters.filter(stays)
  if (kept.length === parameters.length) return address
  const [screen = ''] = address.split('?')
  return kept.length === 0 ? screen : `${screen}?${kept.join('&')}`
}

function parametersOf(address: string): string[] {
  const mark = address.indexOf('?')
  return mark === -1 ? [] : address.slice(mark + 1).split('&')
}

function namedBy(parameter: string): Lost[] {
  return [...new URLSearchParams(parameter)].flatMap(([name, value]) => {
    const noun = naming.get(name)
    if (!noun || value === '') return []
    // Within a list a comma of an id is written %2C, and its per cent sign %25.
    const ids = lists.has(name)
      ? value.split(',').map((id) => id.replaceAll(/%2c/gi, ',').replaceAll('%25', '%'))
      : [value]
    return ids.map((id) => ({ noun, id }))
  })
}

function isThere(territory: Known, { noun, id }: Lost): boolean {
  if (noun === 'wave') return territory.waves.has(id)
  if (noun === 'actor') return territory.actors.has(id)
  if (noun === 'space') return territory.spaces.has(id)
  return wordsOf(territory, noun).includes(id)
}
