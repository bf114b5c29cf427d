import { InvalidArgumentError } from 'commander'
import { configFrom } from '../../config.ts'
import type { EdgeListCompareOptions, TerritoryCompareOptions } from '../compare.ts'
import type { Notify } from '../notice.ts'
import {
  type Commanding,
  day,
  type Json,
  ofFiles,
  refuseLone,
  refuseStray,
  territoryAmong,
  wholeUpTo,
  wordList,
} from '../options.ts'
import type { PowerOptions } from '../power.ts'
import { withProgress } from '../progress-line.ts'
import { Refusal } from '../refusal.ts'
import type { ReviveOptions } from '../revive.ts'
import type { Text } from '../text.ts'

/** What changed between waves, what fades, what a next one could show. */
export function waves({ command, print, tell, text }: Commanding): void {
  const { help } = text

  command('compare <territory|file...>', help.compare)
    .option('--from <id>', help.compareFrom)
    .option('--to <id>', help.compareTo)
    .option('--no-findings', help.compareFindings)
    .option('--beside', help.compareBeside)
    .option('--rsiena <file>', help.compareRsiena)
    .option('--force', help.exportForce)
    .option('--seed <text>', help.seed)
    .option('--tie-kinds <words>', help.comparedKinds, wordList)
    .option('--directed', help.directed)
    .option('--weight <column>', help.weight)
    .option('--nodes <file>', help.roster)
    .option('--group <column>', help.spheres)
    .option('--answered <column>', help.answered)
    .option('--outside <column=value>', help.outside)
    .action((targets: readonly string[], options: Json & EdgeListCompareOptions & TerritoryCompareOptions) =>
      withProgress(text.comparing, tell, async (line, notify) => {
        const lines = await comparisonOf(targets, options, text, (share) => line.tell(share, ''), notify)
        line.clear()
        for (const said of lines) await print(said)
      }),
    )

  command('revive <territory>', help.revive)
    .option('--wave <id>', help.wave)
    .option('--ics <file>', help.ics)
    .option('--start <date>', help.start, calendarDay)
    .option('--force', help.exportForce)
    .action(async (id: string, { json, ...options }: Json & ReviveOptions) => {
      refuseLone(options, 'force', ['ics'])
      const { store } = configFrom(process.env)
      const { reviveTerritory } = await import('../revive.ts')
      const { document, territory } = await reviveTerritory(id, options, text.words.language, store)
      if (json) return await print(JSON.stringify(document))
      const { linesOf } = await import('../revival-text.ts')
      for (const line of linesOf(document, territory, text.words.revivals, text.revive)) await print(line)
    })

  command('power <territory>', help.power)
    .option('--wave <id>', help.powerWave)
    .option('--response <percent>', help.response, wholeUpTo(100))
    .action(async (id: string, { json, ...options }: Json & PowerOptions) => {
      const { linesOf, powerOfTerritory } = await import('../power.ts')
      const { territory, power } = await powerOfTerritory(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify({ territory: territory.id, ...power }))
      for (const line of linesOf(power, territory, text.words)) await print(line)
    })
}

const filesCompared = [...ofFiles, 'answered'] as const

/** The lines that say it: one document, or what to read. */
async function comparisonOf(
  targets: readonly string[],
  options: Json & EdgeListCompareOptions & TerritoryCompareOptions,
  { words, compared }: Text,
  progress: (share: number) => void,
  notify: Notify,
): Promise<readonly string[]> {
  const id = territoryAmong(targets)
  refuseLone(options, 'force', ['rsiena'])
  refuseStray(options, id === null ? ['from', 'to', 'beside'] : filesCompared, id === null ? 'files' : 'territory')
  // Commander says true of `--no-findings` when nobody wrote it.
  if (id === null && options.findings === false)
    throw new Refusal('not_for', { option: '--no-findings', kind: 'files' })
  const { compareFiles, compareTerritory } = await import('../compare.ts')
  const { comparisonDocument } = await import('../../answer/comparison-document.ts')
  const { besideLines, comparisonLines } = await import('../comparison-text.ts')
  const { nameOf, namesIn } = await import('../findings-text.ts')
  if (id !== null) {
    const { territory, beside, ...found } = await compareTerritory(id, options, configFrom(process.env).store, progress)
    if (options.json) return [JSON.stringify({ ...comparisonDocument(found), ...(beside && { beside }) })]
    const labelOf = (wave: string) => territory.waves.get(wave)?.label ?? wave
    const [before, after] = [labelOf(found.comparison.before), labelOf(found.comparison.after)]
    const lines = comparisonLines(found, words, namesIn(territory, words), compared, (witnesses) =>
      compared.heading(nameOf(territory), before, after, witnesses),
    )
    return beside ? [...lines, ...besideLines(beside, words)] : lines
  }
  const [earlier, later, ...others] = targets
  if (earlier === undefined || later === undefined) throw new Refusal('missing_argument', { argument: 'file' })
  if (others.length > 0) throw new Refusal('extra_arguments', { command: 'compare' })
  const found = await compareFiles([earlier, later], options, progress, notify)
  if (options.json) return [JSON.stringify(comparisonDocument(found))]
  const itself = (name: string) => name
  const names = { actor: itself, sphere: itself, space: itself, tieKind: itself }
  return comparisonLines(found, words, names, compared, (witnesses) =>
    compared.heading(null, earlier, later, witnesses),
  )
}

/** Entries follow the day for a year or so, and calendars cannot write what is later than 9999. */
function calendarDay(text: string): string {
  if (day(text) >= '9900') throw new InvalidArgumentError('YYYY-MM-DD < 9900')
  return text
}
