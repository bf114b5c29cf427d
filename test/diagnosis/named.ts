import { type World, worldOf } from '../../examples/fictitious/world.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import type { Finding } from '../../server/diagnosis/finding.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules } from '../../server/diagnosis/thresholds.ts'
import { absentKinds, isTrueIn, truthOf } from './silence.ts'
import { subjectOf } from './told.ts'

/** What is named of fictitious territories, by kind: how many, how many of them are true, and the sum of the probabilities stated. */
export interface Named {
  readonly of: number
  readonly count: number
  /** Of those that state a probability. */
  readonly stated: { readonly of: number; readonly sum: number }
}

export interface FictitiousOptions {
  readonly seed: string
  readonly id?: string
  readonly river?: string
}

/**
 * Every signal, and every fact, of the last survey of fictitious territories. What is said of an absence is true if it holds of all ties there are; anything else if it was
 * planted, or if it is said as well of the same territory when everybody answers and tells of all.
 */
export async function nameInTerritories(worlds: readonly FictitiousOptions[]): Promise<ReadonlyMap<string, Named>> {
  const tally = new Map<string, { of: number; count: number; stated: { of: number; sum: number } }>()
  for (const { seed, ...options } of worlds) {
    const world = worldOf(seed, options)
    const wave = world.planted.waves.at(-1)?.id ?? ''
    const whole = worldOf(seed, { ...options, recall: 1, nonResponse: [0, 0, 0] })
    const signalsOf = async ({ territory }: World) =>
      (await diagnoseTerritory(territory, wave, { until: 'first', seed })).findings.filter(
        ({ status }) => status === 'signal' || status === 'fact',
      )
    const known = new Set((await signalsOf(whole)).map(({ id }) => id))
    const subject = caseOf(world.territory, wave, defaultRules)
    const truth = truthOf(world, subject)
    for (const finding of await signalsOf(world)) {
      const isTrue = absentKinds.some((kind) => kind === finding.kind)
        ? isTrueIn(truth, subject, finding)
        : known.has(finding.id) || isPlanted(world, finding)
      const { kind } = finding
      const { of, count, stated } = tally.get(kind) ?? { of: 0, count: 0, stated: { of: 0, sum: 0 } }
      const { probability } = finding
      tally.set(kind, {
        of: of + 1,
        count: count + Number(isTrue),
        stated: { of: stated.of + Number(probability !== null), sum: stated.sum + (probability ?? 0) },
      })
    }
  }
  return tally
}

function isPlanted({ planted }: World, finding: Finding): boolean {
  const subject = subjectOf(finding)
  switch (finding.kind) {
    case 'closed_group':
      return subject === planted.club.space
    case 'closed_actor':
      return planted.club.members.includes(subject)
    case 'excluded_spheres':
      return subject === planted.excluded.toSorted().join(' / ')
    case 'fading_ties':
      return planted.fading.includes(subject) || planted.dormant.flat().includes(subject)
    case 'critical_broker':
      return subject === planted.broker.actor
    case 'project_without_pilot':
      return subject === planted.projectWithoutPilot
    default:
      return false
  }
}
