import { type World, worldOf } from '../../examples/fictitious/world.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import type { Finding, Kind } from '../../server/diagnosis/finding.ts'
import type { Share } from './calibration.ts'
import { ofKind, signalsOf, subjectOf } from './told.ts'

/** What is looked for in fictitious territories: what was planted there, and what was not. */
export const sights = [
  'club judged',
  'club found, where judged',
  'excluded spheres found',
  'critical broker found',
  'project without a pilot found',
  'fading actor found',
  'false closed group',
  'false closed actor',
  'false fading actor',
  'other pair of spheres',
  'other critical broker',
] as const
export type Sight = (typeof sights)[number]

/**
 * The least share of worlds in which what was planted is to be found, the most in which what was not may be. Pairs of spheres and brokers that nobody
 * planted are what chance made of the world, and there.
 */
export const expected: Partial<Record<Sight, { readonly least: number } | { readonly most: number }>> = {
  'club found, where judged': { least: 0.97 },
  'excluded spheres found': { least: 0.9 },
  'critical broker found': { least: 0.9 },
  'project without a pilot found': { least: 0.9 },
  'fading actor found': { least: 0.9 },
  'false closed group': { most: 0.02 },
  'false closed actor': { most: 0.03 },
  'false fading actor': { most: 0.03 },
}

/** Diagnoses one wave of the fictitious territory of each seed, the last unless `waves` says which. Counts waves; of fading actors each one of the last wave, where alone they are planted. */
export async function searchTerritories(
  seeds: readonly string[],
  waves: 'last' | 'all' = 'last',
): Promise<ReadonlyMap<Sight, Share>> {
  const tally = new Map(sights.map((sight) => [sight, { of: 0, count: 0 }]))
  const count = (sight: Sight, holds: boolean) => {
    const { of, count: before } = tally.get(sight) ?? { of: 0, count: 0 }
    tally.set(sight, { of: of + 1, count: before + Number(holds) })
  }
  for (const seed of seeds) {
    const world = worldOf(seed)
    const ids = [...world.territory.waves.keys()]
    const last = ids.at(-1) ?? ''
    for (const wave of waves === 'all' ? ids : [last]) {
      const { findings } = await diagnoseTerritory(world.territory, wave, { until: 'first', seed })
      search(findings, world, wave === last, count)
    }
  }
  return tally
}

function search(
  findings: readonly Finding[],
  { planted }: World,
  isLast: boolean,
  count: (sight: Sight, holds: boolean) => void,
): void {
  const subjectsOf = (kind: Kind) => signalsOf(findings, kind).map(subjectOf)

  const { space, members } = planted.club
  const club = ofKind(findings, 'closed_group').find(({ group }) => group?.id === space)
  const isJudged = club !== undefined && club.status !== 'insufficient'
  count('club judged', isJudged)
  if (isJudged) count('club found, where judged', club.status === 'signal')
  const closedGroups = subjectsOf('closed_group')
  count(
    'false closed group',
    closedGroups.some((id) => id !== space),
  )
  const closedActors = subjectsOf('closed_actor')
  count(
    'false closed actor',
    closedActors.some((id) => !members.includes(id)),
  )

  const pair = planted.excluded.toSorted().join(' / ')
  const pairs = subjectsOf('excluded_spheres')
  count('excluded spheres found', pairs.includes(pair))
  count(
    'other pair of spheres',
    pairs.some((other) => other !== pair),
  )

  const brokers = subjectsOf('critical_broker')
  count('critical broker found', brokers.includes(planted.broker.actor))
  count(
    'other critical broker',
    brokers.some((other) => other !== planted.broker.actor),
  )
  count('project without a pilot found', subjectsOf('project_without_pilot').join() === planted.projectWithoutPilot)

  const fading = subjectsOf('fading_ties')
  if (isLast) for (const actor of planted.fading) count('fading actor found', fading.includes(actor))
  // Whoever a sleeping tie leads to has one as well.
  const asleep = new Set(planted.dormant.flat())
  count(
    'false fading actor',
    fading.some((actor) => !asleep.has(actor)),
  )
}
