import { configFrom } from '../../config.ts'
import { objectives } from '../../domain/vocabulary.ts'
import { reachings } from '../../seminar/coverage.ts'
import {
  type Commanding,
  choice,
  type Json,
  quotaList,
  refuseBoth,
  refuseLone,
  refuseMissing,
  refuseStray,
  territoryAmong,
  wholeUpTo,
} from '../options.ts'
import type { InviteOptions, PairsOptions, TablesOptions, WhatIfOptions } from '../seminar.ts'

/** Whom to invite, who sits where, who carries it, and what if. */
export function seminar({ command, print, tell, text }: Commanding): void {
  const { help } = text

  command('invite <territory>', help.invite)
    .option('--wave <id>', help.wave)
    .option('--invited <file>', help.invited)
    .option('--seminar <id>', help.seminar)
    .option('--count <count>', help.inviteCount, wholeUpTo(10))
    .addOption(choice('--by <which>', help.inviteBy, reachings))
    .option('--quotas <words>', help.quotas, quotaList)
    .option('--floors <words>', help.floors, quotaList)
    .option('--must <actor...>', help.must)
    .option('--seed <text>', help.seed)
    .action(async (id: string, { json, ...options }: Json & InviteOptions) => {
      refuseBoth(options, 'seminar', 'invited')
      const { invite } = await import('../seminar.ts')
      const { document, territory } = await invite(id, options, configFrom(process.env).store, tell)
      if (json) return await print(JSON.stringify(document))
      const { inviteLines } = await import('../seminar-text.ts')
      for (const line of inviteLines(document, territory, text.words, text.seminar)) await print(line)
    })

  command('tables <territory|file>', help.tablesOf)
    .option('--wave <id>', help.wave)
    .option('--invited <file>', help.invited)
    .option('--seminar <id>', help.seminar)
    .option('--tables <count>', help.tables, wholeUpTo(100))
    .option('--rounds <count>', help.rounds, wholeUpTo(20))
    .addOption(choice('--preset <preset>', help.preset, objectives))
    .option('--hosts <file>', help.hosts)
    .option('--apart <file>', help.apart)
    .option('--together <file>', help.together)
    .option('--seed <text>', help.seed)
    .action(async (target: string, { json, ...options }: Json & TablesOptions) => {
      const id = territoryAmong([target])
      refuseStray(options, id === null ? ['wave', 'invited', 'seminar'] : [], id === null ? 'territory' : 'files')
      refuseBoth(options, 'seminar', 'invited')
      refuseBoth(options, 'seminar', 'tables')
      if (options.seminar === undefined) refuseMissing(options, ['tables', 'rounds'])
      for (const option of ['rounds', 'preset', 'hosts', 'apart', 'together'] as const) {
        refuseLone(options, option, ['tables'])
      }
      if (id !== null && options.seminar === undefined) refuseLone(options, 'tables', ['invited'])
      const { tables, tablesOfList } = await import('../seminar.ts')
      const made = await (id === null
        ? tablesOfList(target, options, tell)
        : tables(id, options, configFrom(process.env).store, tell))
      if (json) return await print(JSON.stringify(made.document))
      const { tablesLines } = await import('../seminar-text.ts')
      for (const line of tablesLines(made.document, made.territory, text.words, text.seminar)) await print(line)
    })

  command('pairs <territory>', help.pairs)
    .option('--wave <id>', help.wave)
    .option('--invited <file>', help.invited)
    .option('--seminar <id>', help.seminar)
    .option('--count <count>', help.pairsCount, wholeUpTo(20))
    .option('--seed <text>', help.seed)
    .action(async (id: string, { json, ...options }: Json & PairsOptions) => {
      refuseBoth(options, 'seminar', 'invited')
      const { pairs } = await import('../seminar.ts')
      const { document, territory } = await pairs(id, options, configFrom(process.env).store, tell)
      if (json) return await print(JSON.stringify(document))
      const { pairsLines } = await import('../seminar-text.ts')
      for (const line of pairsLines(document, territory, text.words, text.seminar)) await print(line)
    })

  command('whatif <territory>', help.whatif)
    .option('--wave <id>', help.wave)
    .option('--scenario <name>', help.scenario)
    .option('--leaving <actor...>', help.leaving)
    .option('--weakened <tie...>', help.weakened)
    .option('--added <tie...>', help.added)
    .action(async (id: string, { json, ...options }: Json & WhatIfOptions) => {
      const { whatIf } = await import('../seminar.ts')
      const { document, territory } = await whatIf(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(document))
      const { whatIfLines } = await import('../seminar-text.ts')
      for (const line of whatIfLines(document, territory, text.words, text.seminar)) await print(line)
    })
}
