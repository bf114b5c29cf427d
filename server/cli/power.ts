import { type AskedPower, powerAsked, type TerritoryPower } from '../answer/power.ts'
import type { StoreChoice } from '../config.ts'
import type { Territory } from '../domain/territory.ts'
import { openStore } from '../open-store.ts'
import type { ChangeWords } from '../words/changes.ts'
import type { PowerWords } from '../words/power.ts'
import { nameOf } from './findings-text.ts'

export interface PowerOptions {
  readonly wave?: string
  /** Percent of those asked that would answer. */
  readonly response?: number
}

/** What the survey after a wave would show, the latest survey unless one is named. Refuses `unknown_territory`, `no_wave`, `unknown_wave`. */
export async function powerOfTerritory(
  id: string,
  { wave, response }: PowerOptions,
  choice: StoreChoice,
): Promise<{ readonly territory: Territory; readonly power: TerritoryPower }> {
  await using store = await openStore(choice)
  const territory = await store.load(id)
  const asked: AskedPower = { wave, response: response === undefined ? undefined : response / 100 }
  return { territory, power: powerAsked({ territory }, asked) }
}

/** As lines to read. */
export function linesOf(
  { wave, value, reason }: TerritoryPower,
  territory: Territory,
  { power: words, changes }: { readonly power: PowerWords; readonly changes: ChangeWords },
): string[] {
  const heading = `${nameOf(territory)}, ${territory.waves.get(wave)?.label ?? wave} – ${words.heading}`
  if (!value) return [heading, ...(reason === null ? [] : [`– ${changes.reasons[reason]}`])]
  const { expected, more, target } = value
  const { table } = words
  const sizes = more.map(({ answers, changes: seen }) => {
    const cells = seen.map(({ kind, size, curve }) => table.cell(kind, size, curve.at(-1)?.size ?? 0))
    return `– ${table.row(answers, cells)}`
  })
  return [
    heading,
    words.lead(value),
    ...expected.changes.map((change) => `– ${words.seen(change, target)}`),
    words.enough(value),
    ...(sizes.length > 0 ? ['', table.caption, ...sizes] : []),
    '',
    words.caution(value),
  ]
}
