import { compareText } from '../domain/perimeter.ts'
import type { Space, Territory, Wave } from '../domain/territory.ts'

/** What a wave says of a space it names. */
export interface SpaceInWave {
  /** Ids, sorted. */
  readonly pilots: readonly string[]
  readonly participants: readonly string[]
}

/**
 * `begun`, `ended`: by the dates of the space, between the two waves. `first_named`, `not_named`: one wave alone speaks of it, and no date says why: in documents that proves neither
 * a beginning nor an end. `goes_on`.
 */
export const spaceFates = ['begun', 'ended', 'first_named', 'not_named', 'goes_on'] as const
export type SpaceFate = (typeof spaceFates)[number]

export interface SpaceChange {
  readonly space: string
  readonly kind: string
  readonly fate: SpaceFate
  readonly before: SpaceInWave | null
  readonly after: SpaceInWave | null
  readonly pilotsIn: readonly string[]
  readonly pilotsOut: readonly string[]
  readonly participantsIn: readonly string[]
  readonly participantsOut: readonly string[]
  /** Some pilot could not be read in the source: that one is missing proves nothing. */
  readonly isPilotUnread: boolean
}

export interface ProgrammeChange {
  readonly projects: readonly SpaceChange[]
  /** Groups, clubs, seminars and the like. */
  readonly gatherings: readonly SpaceChange[]
  readonly begun: number
  readonly ended: number
  /** Projects of both waves whose pilots are not the same, where they could be read. */
  readonly pilotsChanged: number
  /** Gatherings that both waves, or the later one alone, see meet: with two participants or more. */
  readonly met: readonly string[]
  /** Whether a wave that lists participations is missing: then nothing is compared. */
  readonly isCompared: boolean
}

const pilotRole = 'pilot'

/** What became of spaces from one wave to another, whatever the waves rest on: a programme lists its projects. Throws RangeError for an unknown wave. */
export function programmeChange(territory: Territory, from: string, to: string): ProgrammeChange {
  const [before, after] = [from, to].map((id) => {
    const wave = territory.waves.get(id)
    if (!wave) throw new RangeError(`no wave ${id}`)
    return wave
  }) as [Wave, Wave]
  const [then, now] = [spacesOf(territory, from), spacesOf(territory, to)]
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort(compareText)
  const changes = ids.flatMap((id) => {
    const space = territory.spaces.get(id)
    return space ? [changeOf(space, then.get(id) ?? null, now.get(id) ?? null, before, after)] : []
  })
  const isCompared = then.size > 0 && now.size > 0
  const projects = changes.filter(({ kind }) => kind === 'project')
  const gatherings = changes.filter(({ kind }) => kind !== 'project')
  const isNew = (pilots: SpaceChange) => pilots.pilotsIn.length + pilots.pilotsOut.length > 0
  return {
    projects,
    gatherings,
    begun: projects.filter(({ fate }) => fate === 'begun').length,
    ended: projects.filter(({ fate }) => fate === 'ended').length,
    pilotsChanged: projects.filter(
      (project) => project.before && project.after && !project.isPilotUnread && isNew(project),
    ).length,
    met: gatherings.filter(({ after: seen }) => (seen?.participants.length ?? 0) >= 2).map(({ space }) => space),
    isCompared,
  }
}

function spacesOf(territory: Territory, wave: string): Map<string, SpaceInWave> {
  const seated = new Map<string, { pilots: Set<string>; participants: Set<string> }>()
  for (const { wave: of, space, actor, role } of territory.participations.values()) {
    if (of !== wave) continue
    const seats = seated.get(space) ?? { pilots: new Set(), participants: new Set() }
    seats.participants.add(actor)
    if (role === pilotRole) seats.pilots.add(actor)
    seated.set(space, seats)
  }
  const sorted = (ids: ReadonlySet<string>) => [...ids].sort(compareText)
  return new Map(
    [...seated].map(([id, { pilots, participants }]) => [
      id,
      { pilots: sorted(pilots), participants: sorted(participants) },
    ]),
  )
}

function changeOf(
  space: Space,
  before: SpaceInWave | null,
  after: SpaceInWave | null,
  then: Wave,
  now: Wave,
): SpaceChange {
  const isIn = before !== null && after !== null
  const gone = (some: readonly string[] = [], others: readonly string[] = []) =>
    isIn ? some.filter((id) => !others.includes(id)) : []
  return {
    space: space.id,
    kind: space.kind,
    fate: fateOf(space, before, after, then, now),
    before,
    after,
    pilotsIn: gone(after?.pilots, before?.pilots),
    pilotsOut: gone(before?.pilots, after?.pilots),
    participantsIn: gone(after?.participants, before?.participants),
    participantsOut: gone(before?.participants, after?.participants),
    isPilotUnread: space.unobservedRoles?.includes(pilotRole) ?? false,
  }
}

function fateOf(
  { start, end }: Space,
  before: SpaceInWave | null,
  after: SpaceInWave | null,
  then: Wave,
  now: Wave,
): SpaceFate {
  const isBetween = (date: string | undefined) => date !== undefined && date > then.date && date <= now.date
  if (isBetween(end)) return 'ended'
  if (isBetween(start)) return 'begun'
  if (before && after) return 'goes_on'
  return after ? 'first_named' : 'not_named'
}
