import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  boundsInWords,
  inForce,
  measureOf,
  spoken,
  thresholdChange,
} from '../../../../client/screens/findings/threshold.ts'
import { fr } from '../../../../client/text/fr.ts'
import { rulesOf } from '../../../../server/diagnosis/thresholds.ts'
import { apply } from '../../../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../../../server/domain/territory.ts'
import { thresholdKeys, thresholdTable } from '../../../../server/wire/thresholds.ts'

const key = fc.constantFrom(...thresholdKeys)

test('a threshold that is set is the one in force, on the page and for the rules', () =>
  fc.assert(
    fc.property(key, fc.double({ min: 0, max: 1, noNaN: true }), (threshold, share) => {
      const { least, most } = thresholdTable[threshold]
      const value = least + share * (most - least)
      const territory = changed(emptyTerritory('t'), threshold, value)
      expect(inForce(territory, threshold).value).toBe(value)
      expect(rulesOf(territory.settings)).toMatchObject({ thresholds: { [threshold]: value }, ignored: [] })
    }),
  ))

test('the usual value leaves no setting behind, and the rules at their own version', () =>
  fc.assert(
    fc.property(key, (threshold) => {
      const { value: usual, most } = thresholdTable[threshold]
      const there = changed(emptyTerritory('t'), threshold, most)
      const back = changed(there, threshold, usual)
      expect(back.settings.size).toBe(0)
      expect(rulesOf(back.settings).version).toBe(rulesOf(new Map()).version)
    }),
  ))

test('a number is said as what it is', () => {
  expect([measureOf('group.mostOpening'), spoken(fr, 'group.mostOpening', 0.5)]).toEqual(['share', '50\u202f%'])
  expect([measureOf('halfLife.funding'), spoken(fr, 'halfLife.funding', 24)]).toEqual(['months', '24\u00a0mois'])
  expect([measureOf('group.leastClosure'), boundsInWords(fr, 'group.leastClosure')]).toEqual(['count', 'de 1 à 100'])
  expect(boundsInWords(fr, 'group.leastMembers')).toBe('0 ou plus')
})

function changed(territory: Territory, threshold: (typeof thresholdKeys)[number], value: number): Territory {
  const applied = apply(territory, thresholdChange(territory, threshold, value))
  if (!applied.ok) throw new Error('A threshold is a setting like any other.')
  return applied.territory
}
