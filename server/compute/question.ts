import type { Case } from '../diagnosis/case.ts'
import { caseOf } from '../diagnosis/territory-case.ts'
import { type Rules, rulesOf } from '../diagnosis/thresholds.ts'
import { mostPairs, TooManyPairs } from '../network/network.ts'
import { Problem } from '../problem.ts'
import type { Territory } from '../territory/territory.ts'
import { seedFor, seedNamed } from './subject.ts'

/** All that a diagnosis depends on: the same question, the same answer. */
export interface Question {
  readonly subject: Case
  readonly rules: Rules
  readonly seed: string
}

/** What is asked of a wave that the territory has, by its own thresholds and seed. Refuses `network_too_large`. */
export function questionOf(territory: Territory, wave: string, seed = seedNamed(territory)): Question {
  const rules = rulesOf(territory.settings)
  try {
    const subject = caseOf(territory, wave, rules)
    return { subject, rules, seed: seedFor(seed, subject.all.graph) }
  } catch (error) {
    if (error instanceof TooManyPairs) throw new Problem('network_too_large', { pairs: error.pairs, most: mostPairs })
    throw error
  }
}
