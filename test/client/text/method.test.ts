import { describe, expect, test } from 'vitest'
import { en } from '../../../client/text/en.ts'
import { fr } from '../../../client/text/fr.ts'
import { thresholdPrefix } from '../../../server/domain/note.ts'
import type { Setting } from '../../../server/domain/territory.ts'
import { rulesOf, type ThresholdKey } from '../../../server/wire/thresholds.ts'

/** A value no threshold has by default, and how it is said. */
const changed: readonly (readonly [ThresholdKey, number, french: string, english: string])[] = [
  ['response.full', 0.87, '87\u202f%', '87%'],
  ['response.bands', 0.73, '73\u202f%', '73%'],
  ['response.composition', 0.54, '54\u202f%', '54%'],
  ['group.leastClosure', 2.5, '2,5 fois', '2.5 times'],
  ['group.mostOpening', 0.37, '37\u202f%', '37%'],
  ['territory.firstCarrier', 0.63, '63\u202f%', '63%'],
  ['territory.concentration', 0.31, '0,31', '0.31'],
  ['territory.adoptedOpening', 0.42, '0,42', '0.42'],
  ['absence.leastProbability', 0.62, '62\u202f%', '62%'],
  ['halfLife.other', 17, '17 mois', '17 months'],
  ['halfLife.information', 7, '7 pour l’information', '7 for information'],
  ['halfLife.cooperation', 13, '13 pour la coopération', '13 for cooperation'],
  ['halfLife.funding', 33, '33 pour le financement', '33 for funding'],
  ['fading.silence', 0.19, '19\u202f%', '19%'],
  ['survival.names', 0.91, '91\u202f%', '91%'],
]

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('the method in %s', (language, { method }) => {
  const said = (settings: ReadonlyMap<string, Setting>) =>
    method.sections(rulesOf(settings).thresholds).flatMap(({ paragraphs }) => paragraphs)

  test.each(changed)('says %s as it is in force', (key, value, french, english) => {
    const words = language === 'fr' ? french : english
    expect(said(new Map()).filter((text) => text.includes(words))).toEqual([])
    const setting = { key: `${thresholdPrefix}${key}`, value }
    expect(said(new Map([[setting.key, setting]])).filter((text) => text.includes(words))).toHaveLength(1)
  })

  test('has no number in words that a threshold could belie', () => {
    expect(said(new Map()).join(' ')).not.toMatch(
      /deux fois|la moitié des|douze|vingt-quatre|twice|half of the expected|twelve|twenty-four|undefined/,
    )
  })
})
