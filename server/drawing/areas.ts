import type { Territory } from '../domain/territory.ts'
import type { Area, Arrangement } from '../layout/arrangement.ts'
import type { SetAside } from '../layout/tray.ts'
import { ink, secondInk } from './appearance.ts'
import { type Arranging, innermostCore } from './arranging.ts'
import type { Category } from './categories.ts'
import { actorKey, type SceneArea } from './scene.ts'

/** A language's names of the parts of a map, each with the number of actors seen in it. */
export interface AreaWords {
  readonly trays: Readonly<Record<SetAside['of'], (actors: number) => string>>
  readonly stepsAway: (steps: number, actors: number) => string
  readonly core: (core: number, actors: number) => string
  readonly group: (name: string, actors: number) => string
}

/** What names the parts of a map, and which categories are not drawn. */
export interface Naming {
  readonly record: Pick<Territory, 'actors'>
  readonly hidden: ReadonlySet<string>
  readonly words: AreaWords
  readonly categoryName: (category: Category) => string
}

/** The parts of an arrangement that somebody is seen in, with their names. */
export function sceneAreas({ areas }: Arrangement, arranging: Arranging, naming: Naming): SceneArea[] {
  const { network, categories } = arranging
  const seen = network.actors.filter((id) => !naming.hidden.has(categories.categoryOf(id).id))
  const shown = new Set(seen.map(actorKey))
  return areas.flatMap((area) => {
    const members = area.members.filter((key) => shown.has(key)).length
    // The middle of rings of distance has the name of who stands there.
    if (members === 0 || (arranging.layout === 'distance' && area.kind === 'ring' && area.of === '0')) return []
    const [x, y] = area.name
    const look =
      area.kind === 'ring' ? ('line' as const) : area.kind === 'tray' ? ('dashed' as const) : ('filled' as const)
    return {
      key: `${area.kind}:${area.of}`,
      look,
      outline: area.outline,
      color: area.kind === 'ring' || area.kind === 'tray' ? secondInk : colorOf(arranging, area),
      x,
      y,
      label: labelOf(area, members, arranging, naming),
    }
  })
}

function colorOf({ categories }: Arranging, { of }: Area): string {
  return categories.list.find(({ id }) => id === of)?.look.color ?? ink
}

function labelOf({ kind, of }: Area, members: number, arranging: Arranging, naming: Naming): string {
  const { words, categoryName } = naming
  if (kind === 'tray') return words.trays[of as SetAside['of']](members)
  if (kind === 'ring') {
    const ring = Number(of)
    if (arranging.layout === 'core') return words.core(innermostCore(arranging) - ring, members)
    return words.stepsAway(ring, members)
  }
  const category = arranging.categories.list.find(({ id }) => id === of)
  return category ? words.group(categoryName(category), members) : ''
}
