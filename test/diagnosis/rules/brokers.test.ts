import { describe, expect, test } from 'vitest'
import { Brokerage } from '../../../server/diagnosis/rules/brokers.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { drawnCase } from '../draw.ts'

/** Six around two triangles; c, d, e, f hang on x together. */
const drawing = 'a-b b-g g-a a-h h-b g-h a-x b-x x-c c-d d-e e-c c-f f-d'

describe('a piece that one actor holds', () => {
  const subject = drawnCase(drawing)
  const brokerage = new Brokerage(subject)

  test('I7: it is critical, and 16 of the 28 pairs of others come apart', () => {
    const findings = brokerage.criticalFindings(defaultThresholds)
    const x = findings.find(({ subject: name }) => name === 'x')
    expect(x?.dims.find(({ key }) => key === 'pairs_cut')?.observed).toBeCloseTo(16 / 28, 12)
    expect(x?.members).toEqual(['c', 'd', 'e', 'f'])
    expect(brokerage.isCritical('x', defaultThresholds)).toBe(true)
    expect(brokerage.isCritical('g', defaultThresholds)).toBe(false)
  })
})

test('nobody is critical in a clique', () => {
  const subject = drawnCase('a-b a-c a-d b-c b-d c-d')
  const brokerage = new Brokerage(subject)
  expect(brokerage.criticalFindings(defaultThresholds)).toEqual([])
})
