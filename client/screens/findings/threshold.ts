import type { z } from 'zod'
import { thresholdPrefix } from '#domain/note.ts'
import type { changesSchema } from '#wire/territory.ts'
import { rulesOf, type ThresholdKey, thresholdTable } from '#wire/thresholds.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import type { Family } from '../../text/method.fr.ts'

export type Key = ThresholdKey

export function familyOf(key: Key): Family {
  return key.slice(0, key.indexOf('.')) as Family
}

/** The territory's own value where it is a number within bounds, else the usual one. */
export function inForce({ settings }: Pick<TerritoryRecord, 'settings'>, key: Key): { value: number; usual: number } {
  return { value: rulesOf(settings).thresholds[key], usual: thresholdTable[key].value }
}

/** What sets a threshold; the usual value is not kept as a setting. */
export function thresholdChange(
  { settings }: Pick<TerritoryRecord, 'settings'>,
  key: Key,
  to: number,
): z.infer<typeof changesSchema> {
  const setting = settingOf(key)
  if (to !== thresholdTable[key].value) return [{ put: 'setting', value: { key: setting, value: to } }]
  return settings.has(setting) ? [{ remove: 'setting', identity: { key: setting } }] : []
}

/** Counts as high as this have no upper bound to speak of. */
const unlimited = 1_000_000

/** What its number is: a share of something, a length of time in months, or a count. */
export function measureOf(key: Key): 'share' | 'months' | 'count' {
  if (key.startsWith('halfLife.')) return 'months'
  const { least, most } = thresholdTable[key]
  return least === 0 && most === 1 ? 'share' : 'count'
}

export function spoken(t: Text, key: Key, value: number): string {
  const measure = measureOf(key)
  if (measure === 'months') return t.method.months(value)
  return measure === 'share' ? t.percent(value) : t.number(value)
}

export function boundsInWords(t: Text, key: Key): string {
  const { least, most } = thresholdTable[key]
  const from = measureOf(key) === 'share' ? t.percent(least) : t.number(least)
  if (most >= unlimited) return t.method.orMore(from)
  return t.method.between(from, spoken(t, key, most))
}

function settingOf(key: Key): string {
  return `${thresholdPrefix}${key}`
}
