import { describe, expect, test } from 'vitest'
import { Brokerage } from '../../../server/diagnosis/rules/brokers.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { drawnCase, qualityOf } from '../draw.ts'

/** Six around two triangles; c, d, e, f hang on x together. */
const drawing = 'a-b b-g g-a a-h h-b g-h a-x b-x x-c c-d d-e e-c c-f f-d'

describe('a piece that one actor holds', () => {
  const subject = drawnCase(drawing)
  const brokerage = new Brokerage(subject)

  test('I4: those beyond it depend on it, and would be cut off together', () => {
    const thresholds = { ...defaultThresholds, 'dependence.mostShare': 0.5 }
    const findings = brokerage.dependenceFindings(qualityOf(subject), thresholds)
    expect(findings.map(({ subject: name, partner }) => `${name} ${partner}`)).toEqual(['c x', 'd x', 'e x', 'f x'])
    for (const { members, dims } of findings) {
      expect(members).toEqual(['c', 'd', 'e', 'f'])
      expect(dims.find(({ key }) => key === 'cut_off')?.observed).toBe(4)
    }
  })

  test('I7: it is critical, and 16 of the 28 pairs of others come apart', () => {
    const findings = brokerage.criticalFindings(defaultThresholds)
    const x = findings.find(({ subject: name }) => name === 'x')
    expect(x?.dims.find(({ key }) => key === 'pairs_cut')?.observed).toBeCloseTo(16 / 28, 12)
    expect(x?.members).toEqual(['c', 'd', 'e', 'f'])
    expect(brokerage.isCritical('x', defaultThresholds)).toBe(true)
    expect(brokerage.isCritical('g', defaultThresholds)).toBe(false)
  })
})

test('nobody depends on anybody in a clique', () => {
  const subject = drawnCase('a-b a-c a-d b-c b-d c-d')
  const brokerage = new Brokerage(subject)
  expect(brokerage.dependenceFindings(qualityOf(subject), defaultThresholds)).toEqual([])
  expect(brokerage.criticalFindings(defaultThresholds)).toEqual([])
})

test('a chain is blamed on where it begins, however short the step before its end', () => {
  const subject = drawnCase('a-b b-c c-d d-a a-c b-d a-e e-f f-g b-h b-i h-i c-j c-k j-k')
  const thresholds = { ...defaultThresholds, 'dependence.mostShare': 0.3 }
  const findings = new Brokerage(subject).dependenceFindings(qualityOf(subject), thresholds)
  const brokerOf = (name: string) => findings.find((finding) => finding.subject === name)?.partner
  expect([brokerOf('e'), brokerOf('f'), brokerOf('g')]).toEqual(['a', 'a', 'a'])
})
