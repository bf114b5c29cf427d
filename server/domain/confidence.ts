import type { Confidence } from './vocabulary.ts'
import { confidences as levels } from './vocabulary.ts'

/** How sure a tie is that several facts say: as the surest of them, one that nobody doubts being certain. No fact: undefined. */
export function surest(confidences: readonly (Confidence | undefined)[]): Confidence | undefined {
  return levels.find((level) => confidences.some((confidence) => (confidence ?? 'certain') === level))
}

/** How sure it is what several facts must all hold for: as the least sure of them. No fact: undefined. */
export function leastSure(confidences: readonly (Confidence | undefined)[]): Confidence | undefined {
  return levels.findLast((level) => confidences.some((confidence) => (confidence ?? 'certain') === level))
}
