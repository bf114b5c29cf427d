import { type SavedView, type Territory, wordsOf } from './territory.ts'

/** What an address names and its territory has no more. */
export interface Lost {
  readonly noun: 'wave' | 'actor' | 'space' | 'tieKind' | 'spaceKind' | 'sphere' | 'actorType'
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
  ['spheres', 'sphere'],
])
const lists: ReadonlySet<string> = new Set(['tie', 'only', 'chosen', 'tieKinds', 'spaceKinds', 'spheres'])

/** What categories of the legend are named by, by the colouring that an address names; `undefined`: it names the usual one. */
const categoryNouns: ReadonlyMap<string | undefined, Lost['noun']> = new Map([
  [undefined, 'sphere'],
  ['sphere', 'sphere'],
  ['type', 'actorType'],
  // A community goes by the actor around whom it is.
  ['community', 'actor'],
])

/** What the address of a view names that is no more, each once. */
export function lostIn(territory: Known, { address }: Pick<SavedView, 'address'>): Lost[] {
  const lost = parametersOf(address).flatMap((parameter) =>
    namedBy(parameter, address).filter((one) => !isThere(territory, one)),
  )
  return lost.filter((one, i) => lost.findIndex(({ noun, id }) => noun === one.noun && id === one.id) === i)
}

/** The address of a view without what is no more: what stands for it is what the page shows first. */
export function addressNow(territory: Known, { address }: Pick<SavedView, 'address'>): string {
  return keeping(address, (parameter) => {
    const named = namedBy(parameter, address)
    if (!parameter.startsWith('hide=')) return named.every((one) => isThere(territory, one)) ? parameter : null
    // Of categories that are hidden each is hidden without the others.
    const gone = new Set(named.filter((one) => !isThere(territory, one)).map(({ id }) => id))
    const kept = wordsIn(new URLSearchParams(parameter).get('hide') ?? '').filter((word) => !gone.has(word.id))
    if (gone.size === 0) return parameter
    return kept.length === 0 ? null : `hide=${kept.map(({ written }) => encodeURIComponent(written)).join(',')}`
  })
}

/** The view without what its address says of an actor; the very view when it does not name it. */
export function viewWithout(view: SavedView, actor: string): SavedView {
  const address = keeping(view.address, (parameter) =>
    namedBy(parameter, view.address).some(isActor) ? null : parameter,
  )
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

/** @param now a parameter as it stays; null: it goes */
function keeping(address: string, now: (parameter: string) => string | null): string {
  const parameters = parametersOf(address)
  const kept = parameters.flatMap((parameter) => now(parameter) ?? [])
  if (kept.join('&') === parameters.join('&')) return address
  const [screen = ''] = address.split('?')
  return kept.length === 0 ? screen : `${screen}?${kept.join('&')}`
}

function parametersOf(address: string): string[] {
  const mark = address.indexOf('?')
  return mark === -1 ? [] : address.slice(mark + 1).split('&')
}

/** What a parameter of an address names. */
function namedBy(parameter: string, address: string): Lost[] {
  return [...new URLSearchParams(parameter)].flatMap(([name, value]): Lost[] => {
    if (value === '') return []
    if (name === 'hide') return wordsIn(value).flatMap(({ id }) => categoryNamed(id, address))
    if (name === 'legend') {
      const [of, word] = wordsIn(value)
      if (of?.id === 'tieKind' && word) return [{ noun: 'tieKind', id: word.id }]
      return of?.id === 'category' && word ? categoryNamed(word.id, address) : []
    }
    const noun = naming.get(name)
    if (!noun) return []
    return lists.has(name) ? wordsIn(value).map(({ id }) => ({ noun, id })) : [{ noun, id: value }]
  })
}

/** What a category of the legend stands for; empty where that cannot go. */
function categoryNamed(id: string, address: string): Lost[] {
  const coloring = new URLSearchParams(parametersOf(address).join('&')).get('color') ?? undefined
  const noun = categoryNouns.get(coloring)
  // A star begins what is no word: all others, those alone.
  return noun && !id.startsWith('*') ? [{ noun, id }] : []
}

/** Words of a list, as it writes them and as they are: within it a comma is written %2C and a per cent sign %25. */
function wordsIn(list: string): { readonly written: string; readonly id: string }[] {
  return list.split(',').map((written) => ({ written, id: written.replaceAll(/%2c/gi, ',').replaceAll('%25', '%') }))
}

function isThere(territory: Known, { noun, id }: Lost): boolean {
  if (noun === 'wave') return territory.waves.has(id)
  if (noun === 'actor') return territory.actors.has(id)
  if (noun === 'space') return territory.spaces.has(id)
  if (noun !== 'sphere' && noun !== 'actorType') return wordsOf(territory, noun).includes(id)
  // What is hidden stays in the address when another colouring is chosen: a word of either is there.
  const isWord = [...wordsOf(territory, 'sphere'), ...wordsOf(territory, 'actorType')].includes(id)
  return isWord || [...territory.actors.values()].some(({ sphere, type }) => sphere === id || type === id)
}
