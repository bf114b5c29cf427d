import { compareText } from '../domain/perimeter.ts'
import { type Participation, type Territory, type Wave, wordsOf } from '../domain/territory.ts'
import type { Programme, Project } from './case.ts'

/**
 * The projects of a wave and who takes part in them; null when the territory knows of no project there.
 *
 * A project that nobody takes part in belongs to every wave, like a project drawn alone. Programme axes and seminar series are no
 * shared space: nearly everybody is in them.
 */
export function programmeOf(territory: Territory, wave: Wave): Programme | null {
  const { actors, spaces } = territory
  const everMet = new Set<string>()
  const ofWave: Participation[] = []
  for (const participation of territory.participations.values()) {
    everMet.add(participation.space)
    if (participation.wave === wave.id) ofWave.push(participation)
  }
  const met = new Set(ofWave.map(({ space }) => space))
  const ids = [...spaces.values()]
    .filter(({ id, kind }) => kind === 'project' && (met.has(id) || !everMet.has(id)))
    .map(({ id }) => id)
    .sort(compareText)
  if (ids.length === 0) return null
  const certain = ofWave.filter((participation) => {
    const behind = [participation, actors.get(participation.actor), spaces.get(participation.space)]
    return behind.every((fact) => fact?.confidence !== 'uncertain')
  })
  const spacesOf = new Map<string, Set<string>>()
  for (const { actor, space } of ofWave) {
    if (!gatherings.includes(spaces.get(space)?.kind ?? '')) add(spacesOf, actor, space)
  }
  const known = [...actors.values()]
  const named = known.filter(
    ({ inside, collective, confidence }) => inside && !collective && confidence !== 'uncertain',
  )
  return {
    projects: projectsOf(territory, ids, ofWave),
    certain: projectsOf(territory, ids, certain),
    doubtful: ofWave.length - certain.length,
    named: new Map(named.map(({ id, type }) => [id, type])),
    outside: new Set(known.filter(({ inside }) => !inside).map(({ id }) => id)),
    sphereOf: new Map(known.map(({ id, sphere }) => [id, sphere])),
    typeOf: new Map(known.map(({ id, type }) => [id, type])),
    spheres: wordsOf(territory, 'sphere'),
    spacesOf,
    complete: wave.basis === 'survey',
  }
}

function projectsOf(territory: Territory, ids: readonly string[], participations: readonly Participation[]): Project[] {
  const pilots = new Map<string, Set<string>>()
  const participants = new Map<string, Set<string>>()
  for (const { actor, space, role } of participations) {
    if (role === 'pilot') add(pilots, space, actor)
    add(participants, space, actor)
  }
  return ids.map((id) => {
    const { unobservedRoles = [] } = territory.spaces.get(id) ?? {}
    const above = spacesAbove(territory, id)
    const around = above.flatMap((space) => {
      const host = territory.spaces.get(space)?.host
      return [...(participants.get(space) ?? []), ...(host === undefined ? [] : [host])]
    })
    return {
      id,
      pilots: sorted(pilots.get(id)),
      participants: sorted(participants.get(id)),
      around: sorted(new Set(around)),
      unreadPilot: unobservedRoles.includes('pilot'),
      unreadRole: unobservedRoles.length > 0,
    }
  })
}

/** The spaces that a space belongs to, nearest first; each once, should two belong to each other. */
function spacesAbove({ spaces }: Territory, id: string): string[] {
  const above = new Set<string>()
  for (let at = spaces.get(id)?.parent; at !== undefined && at !== id && !above.has(at); at = spaces.get(at)?.parent) {
    above.add(at)
  }
  return [...above]
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
