import { compareText } from '../network/perimeter.ts'
import { type Territory, type Wave, wordsOf } from '../territory/territory.ts'
import type { Programme, Project } from './case.ts'

/**
 * The projects of a wave and who takes part in them; null when the territory knows of no project there.
 *
 * A project that nobody takes part in belongs to every wave, like a project drawn alone. Programme axes and seminar series are no
 * shared space: nearly everybody is in them.
 */
export function programmeOf(territory: Territory, wave: Wave): Programme | null {
  const pilots = new Map<string, Set<string>>()
  const participants = new Map<string, Set<string>>()
  const spacesOf = new Map<string, Set<string>>()
  const everMet = new Set<string>()
  for (const { actor, space, role, wave: of } of territory.participations.values()) {
    everMet.add(space)
    if (of !== wave.id) continue
    if (role === 'pilot') add(pilots, space, actor)
    add(participants, space, actor)
    if (!gatherings.includes(territory.spaces.get(space)?.kind ?? '')) add(spacesOf, actor, space)
  }
  const projects = [...territory.spaces.values()]
    .filter(({ id, kind }) => kind === 'project' && (participants.has(id) || !everMet.has(id)))
    .map(({ id, unobservedRoles = [] }): Project => {
      return {
        id,
        pilots: sorted(pilots.get(id)),
        participants: sorted(participants.get(id)),
        unreadable: unobservedRoles.includes('pilot'),
      }
    })
    .sort((a, b) => compareText(a.id, b.id))
  if (projects.length === 0) return null
  const actors = [...territory.actors.values()].filter(({ id }) => spacesOf.has(id))
  return {
    projects,
    sphereOf: new Map(actors.map(({ id, sphere }) => [id, sphere])),
    typeOf: new Map(actors.map(({ id, type }) => [id, type])),
    spheres: wordsOf(territory, 'sphere'),
    spacesOf,
    complete: wave.basis === 'survey',
  }
}

const gatherings: readonly string[] = ['programme_axis', 'seminar_series']

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

function sorted(names: ReadonlySet<string> | undefined): string[] {
  return [...(names ?? [])].sort(compareText)
}
