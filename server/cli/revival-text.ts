import type { Territory } from '../domain/territory.ts'
import type { RevivalWords } from '../words/revivals.ts'
import { nameOf } from './findings-text.ts'
import type { ReviveDocument } from './revive.ts'

/** What the command line says around the sentences on ties to be revived. */
export interface ReviveText {
  readonly heading: (territory: string, wave: string) => string
  readonly others: (others: number) => string
  readonly calendar: (file: string) => string
}

/** As many as a calendar holds in half a year. */
const mostTold = 26

/** Ties that fade, the worthiest first: who should see whom again, why, and through whom or when. */
export function linesOf(
  document: ReviveDocument,
  territory: Territory,
  words: RevivalWords,
  text: ReviveText,
): string[] {
  const { wave, revivals, need, seminar, file } = document
  const labelOf = (id: string) => territory.waves.get(id)?.label ?? id
  const actor = (id: string) => territory.actors.get(id)?.name ?? id
  const told = (revivals ?? [])
    .slice(0, mostTold)
    .flatMap(({ ends: [one, other], goBetween, ...tie }, i) => [
      `${i + 1}. ${words.summary(actor(one), actor(other))}`,
      `   ${words.description({ ...tie, goBetween: goBetween === null ? null : actor(goBetween), seminar })}`,
    ])
  const others = (revivals?.length ?? 0) - mostTold
  return [
    text.heading(nameOf(territory), labelOf(wave)),
    words.need(need && { ...need, from: labelOf(need.from), to: labelOf(need.to) }),
    ...(revivals === null ? [words.noDates] : revivals.length === 0 ? [words.none] : ['', ...told]),
    ...(others > 0 ? [text.others(others)] : []),
    ...(file === null ? [] : ['', text.calendar(file)]),
  ]
}
