import { statSync } from 'node:fs'
import { Command, Help, type HelpConfiguration, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { comparisonDocument } from '../answer/comparison-document.ts'
import type { AskedPerimeter } from '../answer/perimeter.ts'
import { configFrom, placeOf, version } from '../config.ts'
import { bases, objectives } from '../domain/vocabulary.ts'
import { colorings } from '../drawing/categories.ts'
import { papers } from '../drawing/paper.ts'
import { writtenFormats } from '../exchange/formats/writing.ts'
import { layouts } from '../layout/arrangement.ts'
import { reachings } from '../seminar/coverage.ts'
import { groupings } from '../wire/measures.ts'
import { perimeterSchema } from '../wire/network.ts'
import { languages } from '../words/language.ts'
import { agendaOfTerritory } from './agenda.ts'
import { linesOf as agendaLinesOf } from './agenda-text.ts'
import { backUp, checkStore, restore } from './backup.ts'
import { type BoundaryOptions, boundaryLines, boundaryOfTerritory } from './boundary.ts'
import { compareFiles, compareTerritory, type EdgeListCompareOptions, type TerritoryCompareOptions } from './compare.ts'
import { besideLines, comparisonLines } from './comparison-text.ts'
import { type ConvertOptions, convertFiles, namesFormat } from './convert.ts'
import { type CopyOptions, copyBetween } from './copy.ts'
import {
  diagnoseFiles,
  diagnoseTerritory,
  type EdgeListDiagnoseOptions,
  type TerritoryDiagnoseOptions,
} from './diagnose.ts'
import { type DrawOptions, drawTerritory } from './draw.ts'
import { exportTerritory, exportToFile, type FileExportOptions } from './export.ts'
import { documentOf } from './findings-document.ts'
import { linesOf, nameOf, namesIn } from './findings-text.ts'
import { type ImportFollower, type ImportOptions, importPaths } from './import.ts'
import { companyLine, companySearch } from './lookup.ts'
import {
  type EdgeListMeasureOptions,
  measureFiles,
  measureTerritory,
  type Progress,
  type TerritoryMeasureOptions,
} from './measure.ts'
import type { Notice, Notify } from './notice.ts'
import { type PowerOptions, linesOf as powerLinesOf, powerOfTerritory } from './power.ts'
import { ProgressLine } from './progress-line.ts'
import { Refusal } from './refusal.ts'
import { type ReportOptions, reportTerritory } from './report.ts'
import { linesOf as revivalLinesOf } from './revival-text.ts'
import { type ReviveOptions, reviveTerritory } from './revive.ts'
import {
  type InviteOptions,
  invite,
  type PairsOptions,
  pairs,
  type TablesOptions,
  tables,
  tablesOfList,
  type WhatIfOptions,
  whatIf,
} from './seminar.ts'
import { inviteLines, pairsLines, tablesLines, whatIfLines } from './seminar-text.ts'
import { type StoryOptions, tellTerritory } from './story.ts'
import type { Text } from './text.ts'

/** The commands of maillage, which say what they did by `print`; `show` is given help and version, as they are. */
export function programOf(text: Text, print: (line: string) => Promise<void>, show: (help: string) => void): Command {
  const { help } = text
  const program = new Command('maillage')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .addOption(new Option('--lang <lang>', help.lang).choices(languages))
    .addHelpText('after', `\n${help.exits}`)
    .configureHelp(helpIn(text))
    .configureOutput({ writeOut: show })

  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .helpOption('-h, --help', help.help)
      .configureHelp(helpIn(text))
      .configureOutput({ writeOut: show })
      // Accepted everywhere: `maillage measure … --lang en` is how people write it.
      .addOption(new Option('--lang <lang>', help.lang).choices(languages).hideHelp())
      .option('--json', help.json)

  /** On standard error: documents alone go to standard output. */
  const tell = ({ code, details }: Notice) => {
    const said = details.file === '-' ? { ...details, file: text.standardInput } : details
    console.error(text.notice[code](said as never))
  }

  command('serve', help.serve).action(async ({ json }: Json) => {
    const config = configFrom(process.env)
    // A third of all modules, which no other command needs.
    const { serve } = await import('./serve.ts')
    await serve(config, (url) => print(json ? JSON.stringify({ url }) : text.opened(url, placeOf(config.store))))
  })

  command('import <path...>', help.import)
    .option('--territory <id>', help.importTerritory)
    .option('--wave <id>', help.importWave)
    .option('--wave-label <text>', help.importWaveLabel)
    .option('--wave-date <date>', help.importWaveDate)
    .addOption(new Option('--wave-basis <basis>', help.importWaveBasis).choices(bases))
    .option('--plan <file>', help.importPlan)
    .option('--yes', help.importYes)
    .option('--remove-missing', help.importRemove)
    .option('--author <name>', help.importAuthor)
    .option('--preview', help.importPreview)
    .option('--partial', help.importPartial)
    .action(async (paths: readonly string[], { json, ...options }: Json & ImportOptions) => {
      const imported = await following(text, tell, (follower) =>
        importPaths(paths, options, configFrom(process.env).store, follower),
      )
      if (json) return await print(JSON.stringify(imported))
      const sum = (count: 'created' | 'changed' | 'matched') =>
        imported.files.reduce((total, file) => total + file[count], 0)
      const say = options.preview ? text.previewed : text.imported
      await print(say(imported.territory, sum('created'), sum('changed'), sum('matched')))
      for (const line of text.understood(imported.sheets, imported.names)) await print(line)
      for (const line of text.missing(imported.missing, options.removeMissing ?? false)) await print(line)
      for (const line of text.rows(imported.refusals)) await print(line)
    })

  command('export <territory> <target>', help.export)
    .addOption(choice('--format <format>', help.exportFormat, writtenFormats))
    .option('--wave <id>', help.exportWave)
    .option('--tie-kinds <words>', help.tieKinds, wordList)
    .option('--space-kinds <words>', help.spaceKinds, wordList)
    .addOption(choice('--direction <rule>', help.direction, perimeterSchema.shape.direction.options))
    .addOption(choice('--actors <which>', help.actors, perimeterSchema.shape.actors.options))
    .option('--no-collective', help.collective)
    .option('--findings', help.exportFindings)
    .option('--revision <n>', help.exportRevision, positiveWhole)
    .option('--people', help.exportPeople)
    .option('--force', help.exportForce)
    .action(async (territory: string, target: string, { json, ...options }: Json & ExportOptions) => {
      const { store } = configFrom(process.env)
      const { wave, tieKinds, spaceKinds, direction, actors, collective, ...rest } = options
      // Commander says true of `--no-collective` when nobody wrote it.
      const perimeter = { wave, tieKinds, spaceKinds, direction, actors, ...(collective === false && { collective }) }
      const asksNetwork = Object.values(perimeter).some((value) => value !== undefined)
      const isFile = rest.format !== undefined || asksNetwork || namesFormat(target)
      const exported = isFile
        ? await exportToFile(territory, target, { ...rest, perimeter }, store)
        : await exportTerritory(territory, target, rest, store)
      if (json) return await print(JSON.stringify(exported))
      await print(isFile ? text.written(territory, target) : text.exported(territory, exported.files.length, target))
    })

  command('draw <territory>', help.draw)
    .requiredOption('-o, --output <file>', help.output)
    .option('--wave <id>', help.wave)
    .option('--tie-kinds <words>', help.tieKinds, wordList)
    .option('--space-kinds <words>', help.spaceKinds, wordList)
    .addOption(choice('--direction <rule>', help.direction, perimeterSchema.shape.direction.options))
    .addOption(choice('--actors <which>', help.actors, perimeterSchema.shape.actors.options))
    .option('--no-collective', help.collective)
    .addOption(choice('--paper <size>', help.paper, papers).default('A4'))
    .addOption(choice('--color <field>', help.color, colorings).default('sphere'))
    .option('--size <id>', help.size, 'degree')
    .option('--spaces', help.spaces)
    .addOption(choice('--layout <way>', help.layout, layouts).default('free'))
    .option('--around <actor>', help.around)
    .option('--backbone', help.backbone)
    .option('--force', help.exportForce)
    .action(async (id: string, options: Json & DrawCommand) => {
      const { json, output, force, paper, color, size, spaces, collective, ...rest } = options
      const { layout, around = null, backbone, ...within } = rest
      if (around !== null && layout !== 'distance')
        throw new Refusal('needs_option', { option: '--around', needs: '--layout distance' })
      const perimeter: AskedPerimeter = collective === false ? { ...within, collective } : within
      const look = { paper, color, size, spaces: spaces === true, hidden: [], language: text.words.language }
      const laid = { layout, around, backbone: backbone === true, only: [] }
      const asked = { output, perimeter, ...look, ...laid, ...(force ? { force } : {}) }
      const drawn = await drawTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(drawn) : text.written(id, output))
    })

  command('story <territory> <name>', help.story)
    .requiredOption('-o, --output <file>', help.output)
    .option('--force', help.exportForce)
    .action(async (id: string, story: string, { json, ...options }: Json & Pick<StoryOptions, 'output' | 'force'>) => {
      const asked = { ...options, story, language: text.words.language }
      const told = await tellTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(told) : text.written(id, options.output))
    })

  command('report <territory>', help.report)
    .requiredOption('-o, --output <file>', help.output)
    .option('--wave <id>', help.wave)
    .option('--seed <text>', help.seed)
    .option('--force', help.exportForce)
    .action(async (id: string, { json, ...options }: Json & Omit<ReportOptions, 'language'>) => {
      const asked = { ...options, language: text.words.language }
      const written = await reportTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(written) : text.written(id, options.output))
    })

  command('convert <file...>', help.convert)
    .addOption(choice('--format <format>', help.exportFormat, writtenFormats))
    .option('--wave-date <date>', help.convertDate)
    .option('--force', help.exportForce)
    .action(async (files: readonly string[], { json, ...options }: Json & ConvertOptions) => {
      const target = files.at(-1)
      if (target === undefined || files.length < 2) throw new Refusal('missing_argument', { argument: 'file' })
      const converted = await convertFiles(files.slice(0, -1), target, options, tell)
      if (json) return await print(JSON.stringify(converted))
      await print(text.converted(target, converted.actors, converted.ties))
      for (const line of text.rows(converted.refusals)) await print(line)
    })

  command('backup <file>', help.backup)
    .option('--force', help.backupForce)
    .action(async (file: string, { json, ...options }: Json & { force?: boolean }) => {
      const { territories, commits } = await backUp(file, options, configFrom(process.env))
      await print(json ? JSON.stringify({ file, territories, commits }) : text.backedUp(file, territories, commits))
    })

  command('restore <file>', help.restore).action(async (file: string, { json }: Json) => {
    const { store } = configFrom(process.env)
    const restored = restore(file, store)
    const { aside, territories, commits } = restored
    await print(json ? JSON.stringify(restored) : text.restored(placeOf(store), aside, territories, commits))
  })

  command('check [file]', help.check).action(async (given: string | undefined, { json }: Json) => {
    const checked = checkStore(given, () => configFrom(process.env).store)
    const { file, territories, commits } = checked
    await print(json ? JSON.stringify(checked) : text.checked(file, territories, commits))
  })

  command('copy <territory>', help.copy)
    .requiredOption('--from <url>', help.copyFrom)
    .requiredOption('--to <url>', help.copyTo)
    .action(async (territory: string, { json, from, to }: Json & CopyOptions) => {
      const shown = process.stderr.isTTY && !json
      const copied = await copyBetween(territory, { from, to }, ({ done, of }) => {
        if (shown) process.stderr.write(`\r${text.copying(done, of)}${done === of ? '\n' : ''}`)
      })
      await print(json ? JSON.stringify(copied) : text.copied(territory, copied.revision))
    })

  command('measure <territory|file...>', help.measure)
    .option('--measures <ids>', help.measures)
    .option('--seed <text>', help.seed)
    .option('--exact', help.exact)
    .option('--two-mode', help.twoMode)
    .option('--directed', help.directed)
    .option('--weight <column>', help.weight)
    .option('--nodes <file>', help.nodes)
    .option('--group <column>', help.group)
    .option('--outside <column=value>', help.outside)
    .option('--wave <id>', help.wave)
    .option('--tie-kinds <words>', help.tieKinds, wordList)
    .option('--space-kinds <words>', help.spaceKinds, wordList)
    .addOption(choice('--direction <rule>', help.direction, perimeterSchema.shape.direction.options))
    .addOption(choice('--weights <rule>', help.weights, perimeterSchema.shape.weights.options))
    .addOption(choice('--kind-strength <rule>', help.kindStrength, perimeterSchema.shape.kindStrength.options))
    .addOption(choice('--end-strength <rule>', help.endStrength, perimeterSchema.shape.endStrength.options))
    .addOption(choice('--actors <which>', help.actors, perimeterSchema.shape.actors.options))
    .option('--no-collective', help.collective)
    .addOption(choice('--groups <field>', help.groups, groupings))
    .action(async (targets: readonly string[], options: Options) => {
      const line = new ProgressLine(process.stderr, text.measuring)
      const notify = (notice: Notice) => {
        line.clear()
        tell(notice)
      }
      try {
        for await (const document of documentsOf(
          targets,
          options,
          (share, measure) => line.tell(share, measure),
          notify,
        )) {
          line.clear()
          await print(JSON.stringify(document))
        }
      } finally {
        line.clear()
      }
    })

  command('diagnose <territory|file...>', help.diagnose)
    .option('--seed <text>', help.seed)
    .option('--wave <id>', help.wave)
    .option('--directed', help.directed)
    .option('--weight <column>', help.weight)
    .option('--nodes <file>', help.nodes)
    .option('--group <column>', help.group)
    .option('--place <column>', help.place)
    .option('--tie-kinds <words>', help.diagnosedKinds, wordList)
    .option('--answered <column>', help.answered)
    .option('--outside <column=value>', help.outside)
    .option('--previous <file>', help.previous)
    .action(async (targets: readonly string[], options: Json & EdgeListDiagnoseOptions & TerritoryDiagnoseOptions) => {
      const id = territoryAmong(targets)
      refuseStray(options, id === null ? ['wave'] : filesDiagnosed, id === null ? 'files' : 'territory')
      if (id === null) {
        for await (const diagnosis of diagnoseFiles(targets, options, tell))
          await print(JSON.stringify(documentOf(diagnosis)))
        return
      }
      const { diagnosis, territory } = await diagnoseTerritory(id, options, configFrom(process.env).store)
      if (options.json) return await print(JSON.stringify(documentOf(diagnosis)))
      for (const line of linesOf(diagnosis, territory, text.words, text.diagnosed)) await print(line)
    })

  command('boundary <territory> <file>', help.boundary)
    .option('--sections <letters>', help.boundarySections, wordList)
    .option('--headcount <n>', help.boundaryHeadcount, positiveWhole)
    .option('--missing <file>', help.boundaryMissing)
    .action(async (id: string, file: string, { json, ...options }: Json & BoundaryOptions) => {
      const checked = await boundaryOfTerritory(id, file, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(checked.check))
      for (const line of boundaryLines(checked, text.boundary)) await print(line)
    })

  command('lookup <name>', help.lookup)
    .option('--register <address>', help.lookupRegister)
    .action(async (asked: string, { json, register }: Json & { readonly register?: string }) => {
      const search = companySearch(
        register === undefined
          ? configFrom(process.env).register
          : configFrom({ MAILLAGE_REGISTER: register }).register,
      )
      process.stderr.write(`${text.lookup.sent(asked, search.address)}\n`)
      const companies = await search.search(asked)
      if (json) return await print(JSON.stringify(companies))
      if (companies.length === 0) return await print(text.lookup.none)
      for (const company of companies) await print(companyLine(company, text.lookup.closed))
    })

  command('agenda <territory>', help.agenda)
    .option('--wave <id>', help.wave)
    .option('--seed <text>', help.seed)
    .action(async (id: string, { json, ...options }: Json & TerritoryDiagnoseOptions) => {
      const { agenda, territory } = await agendaOfTerritory(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(agenda))
      for (const line of agendaLinesOf(agenda, territory, text.words, text.agenda)) await print(line)
    })

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
      const { document, territory } = await invite(id, options, configFrom(process.env).store, tell)
      if (json) return await print(JSON.stringify(document))
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
      const made = await (id === null
        ? tablesOfList(target, options, tell)
        : tables(id, options, configFrom(process.env).store, tell))
      if (json) return await print(JSON.stringify(made.document))
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
      const { document, territory } = await pairs(id, options, configFrom(process.env).store, tell)
      if (json) return await print(JSON.stringify(document))
      for (const line of pairsLines(document, territory, text.words, text.seminar)) await print(line)
    })

  command('whatif <territory>', help.whatif)
    .option('--wave <id>', help.wave)
    .option('--scenario <name>', help.scenario)
    .option('--leaving <actor...>', help.leaving)
    .option('--weakened <tie...>', help.weakened)
    .option('--added <tie...>', help.added)
    .action(async (id: string, { json, ...options }: Json & WhatIfOptions) => {
      const { document, territory } = await whatIf(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(document))
      for (const line of whatIfLines(document, territory, text.words, text.seminar)) await print(line)
    })

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
    .action(async (targets: readonly string[], options: Json & EdgeListCompareOptions & TerritoryCompareOptions) => {
      const line = new ProgressLine(process.stderr, text.comparing)
      const notify = (notice: Notice) => {
        line.clear()
        tell(notice)
      }
      try {
        for (const said of await comparisonOf(targets, options, text, (share) => line.tell(share, ''), notify)) {
          line.clear()
          await print(said)
        }
      } finally {
        line.clear()
      }
    })

  command('revive <territory>', help.revive)
    .option('--wave <id>', help.wave)
    .option('--ics <file>', help.ics)
    .option('--start <date>', help.start, calendarDay)
    .option('--force', help.exportForce)
    .action(async (id: string, { json, ...options }: Json & ReviveOptions) => {
      refuseLone(options, 'force', ['ics'])
      const { store } = configFrom(process.env)
      const { document, territory } = await reviveTerritory(id, options, text.words.language, store)
      if (json) return await print(JSON.stringify(document))
      for (const line of revivalLinesOf(document, territory, text.words.revivals, text.revive)) await print(line)
    })

  command('power <territory>', help.power)
    .option('--wave <id>', help.powerWave)
    .option('--response <percent>', help.response, wholeUpTo(100))
    .action(async (id: string, { json, ...options }: Json & PowerOptions) => {
      const { territory, power } = await powerOfTerritory(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify({ territory: territory.id, ...power }))
      for (const line of powerLinesOf(power, territory, text.words)) await print(line)
    })

  return program
}

/** As commander reads the options of `draw`. */
interface DrawCommand
  extends Pick<DrawOptions, 'output' | 'force' | 'paper' | 'color' | 'size' | 'layout'>,
    Pick<AskedPerimeter, 'wave' | 'tieKinds' | 'spaceKinds' | 'direction' | 'actors' | 'collective'> {
  readonly spaces?: true
  readonly around?: string
  readonly backbone?: true
}

interface Json {
  readonly json?: true
}

type ExportOptions = Omit<FileExportOptions, 'perimeter'> & AskedPerimeter

type Options = Json & EdgeListMeasureOptions & AskedPerimeter & Pick<TerritoryMeasureOptions, 'groups'>

const ofFiles = ['directed', 'weight', 'nodes', 'group', 'outside'] as const
const filesDiagnosed = [...ofFiles, 'place', 'answered', 'previous'] as const
const filesCompared = [...ofFiles, 'answered'] as const
const ofPerimeters = [
  'wave',
  'tieKinds',
  'spaceKinds',
  'direction',
  'weights',
  'kindStrength',
  'endStrength',
  'actors',
] as const

function documentsOf(targets: readonly string[], options: Options, progress: Progress, notify: Notify) {
  const id = territoryAmong(targets)
  if (id !== null) return territoryDocument(id, options, progress)
  refuseStray(options, [...ofPerimeters, 'groups'], 'files')
  return measureFiles(targets, options, progress, notify)
}

async function* territoryDocument(id: string, { collective, ...options }: Options, progress: Progress) {
  refuseStray(options, ofFiles, 'territory')
  const asked = Object.fromEntries(ofPerimeters.map((name) => [name, options[name]]))
  // Commander says true of `--no-collective` when nobody wrote it.
  const perimeter: AskedPerimeter = collective === false ? { ...asked, collective } : asked
  yield await measureTerritory(id, { ...options, perimeter }, configFrom(process.env).store, progress)
}

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
  const names = { actor: itself, sphere: itself, space: itself }
  return comparisonLines(found, words, names, compared, (witnesses) =>
    compared.heading(null, earlier, later, witnesses),
  )
}

function refuseStray<O extends object>(options: O, names: readonly (keyof O & string)[], kind: 'files' | 'territory') {
  const stray = names.find((name) => options[name] !== undefined)
  if (stray) throw new Refusal('not_for', { option: flagOf(stray), kind })
}

/** An option that says nothing without the others. */
function refuseLone<O extends object>(options: O, name: keyof O & string, needed: readonly (keyof O & string)[]) {
  const missing = options[name] === undefined ? undefined : needed.find((other) => options[other] === undefined)
  if (missing) throw new Refusal('needs_option', { option: flagOf(name), needs: flagOf(missing) })
}

/** Two options of which one alone may be told. */
function refuseBoth<O extends object>(options: O, option: keyof O & string, other: keyof O & string) {
  if (options[option] === undefined || options[other] === undefined) return
  throw new Refusal('not_together', { option: flagOf(option), other: flagOf(other) })
}

function refuseMissing<O extends object>(options: O, needed: readonly (keyof O & string)[]) {
  const missing = needed.find((name) => options[name] === undefined)
  if (missing) throw new Refusal('missing_argument', { argument: flagOf(missing) })
}

/** One argument that no file bears the name of is a territory, a folder of that name beside it or not; anything else is edge lists: null. */
function territoryAmong(targets: readonly string[]): string | null {
  const [target] = targets
  return targets.length === 1 && target !== undefined && !isFile(target) ? target : null
}

function isFile(target: string): boolean {
  if (target === '-' || /[./\\]/.test(target)) return true
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() === false
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Commander writes its own words in English; ours say in descriptions what an option may be. */
function helpIn({ help }: Text): HelpConfiguration {
  const usual = new Help()
  const inWords = (term: string) =>
    term.replace(/[<[][^>\]]+[>\]]/g, (value) => value.replace(/[a-z]+/g, (word) => help.placeholders[word] ?? word))
  return {
    styleTitle: (title) => help.titles[title] ?? title,
    optionTerm: (option) => inWords(usual.optionTerm(option)),
    subcommandTerm: (command) => inWords(usual.subcommandTerm(command)),
    commandUsage: (command) => inWords(usual.commandUsage(command)),
    optionDescription: (option) => option.description,
  }
}

function choice(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words)
}

function wordList(list: string): string[] {
  return list === '' ? [] : list.split(',').map((word) => word.trim())
}

function quotaList(list: string): Record<string, number> {
  return Object.fromEntries(
    wordList(list).map((quota) => {
      const [sphere = '', most = ''] = quota.split('=').map((part) => part.trim())
      if (sphere === '' || !/^\d{1,4}$/.test(most)) throw new InvalidArgumentError('SPHERE=1')
      return [sphere, Number(most)]
    }),
  )
}

function positiveWhole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('1, 2, 3…')
  return number
}

function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('YYYY-MM-DD')
  return text
}

/** Entries follow the day for a year or so, and calendars cannot write what is later than 9999. */
function calendarDay(text: string): string {
  if (day(text) >= '9900') throw new InvalidArgumentError('YYYY-MM-DD < 9900')
  return text
}

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1 || number > most) throw new InvalidArgumentError(`1…${most}`)
    return number
  }
}

/** Says how far an import is, and has it end with nothing written when the process is told to stop. */
async function following<T>(text: Text, tell: Notify, work: (follower: ImportFollower) => Promise<T>): Promise<T> {
  const line = new ProgressLine(process.stderr, (_, said) => said)
  const stop = new AbortController()
  const stopping = (signal: 'SIGINT' | 'SIGTERM') => stop.abort(new Refusal('interrupted', { signal }))
  process.once('SIGINT', stopping).once('SIGTERM', stopping)
  try {
    return await work({
      notify: (notice) => {
        line.clear()
        tell(notice)
      },
      progress: (at) => {
        const share = at.stage === 'reading' ? at.bytes / Math.max(1, at.of) : 1
        line.tell(share, at.stage === 'reading' ? text.reading(Math.floor(100 * share), at) : text.writing)
      },
      signal: stop.signal,
    })
  } finally {
    line.clear()
    process.off('SIGINT', stopping).off('SIGTERM', stopping)
  }
}
