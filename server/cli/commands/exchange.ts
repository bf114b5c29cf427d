import { Option } from 'commander'
import type { AskedPerimeter } from '../../answer/perimeter.ts'
import { configFrom } from '../../config.ts'
import { bases } from '../../domain/vocabulary.ts'
import { type Coloring, colorings } from '../../drawing/categories.ts'
import { writtenFormats } from '../../exchange/formats/written-formats.ts'
import { perimeterSchema } from '../../wire/network.ts'
import { type TableRows, tableRows } from '../../wire/table.ts'
import type { BoundaryOptions } from '../boundary.ts'
import type { ConvertOptions } from '../convert.ts'
import type { FileExportOptions } from '../export.ts'
import type { ImportFollower, ImportOptions } from '../import.ts'
import type { Notify } from '../notice.ts'
import { type Commanding, choice, type Json, positiveWhole, wordList } from '../options.ts'
import { withProgress } from '../progress-line.ts'
import { Refusal } from '../refusal.ts'
import type { Text } from '../text.ts'

/** What comes in and goes out, and what the map lacks beside a register. */
export function exchange({ command, print, tell, text }: Commanding): void {
  const { help } = text

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
      const { importPaths } = await import('../import.ts')
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
    .addOption(choice('--rows <which>', help.exportRows, tableRows))
    .option('--columns <ids>', help.exportColumns, wordList)
    .option('--sort <column>', help.exportSort)
    .addOption(choice('--color <field>', help.exportColor, colorings))
    .option('--hide <categories>', help.exportHide, wordList)
    .option('--backbone', help.exportBackbone)
    .option('--revision <n>', help.exportRevision, positiveWhole)
    .option('--people', help.exportPeople)
    .option('--force', help.exportForce)
    .action(async (territory: string, target: string, { json, ...options }: Json & ExportOptions) => {
      const { exportTable, exportTerritory, exportToFile } = await import('../export.ts')
      const { namesFormat } = await import('../convert.ts')
      const { store } = configFrom(process.env)
      const { wave, tieKinds, spaceKinds, direction, actors, collective, ...others } = options
      const { rows, columns, sort, hide, backbone, color = 'sphere', ...rest } = others
      // Commander says true of `--no-collective` when nobody wrote it.
      const perimeter = { wave, tieKinds, spaceKinds, direction, actors, ...(collective === false && { collective }) }
      const asksNetwork = Object.values(perimeter).some((value) => value !== undefined)
      const isFile = rest.format !== undefined || asksNetwork || namesFormat(target)
      const isTable = [rows, columns, sort, hide, backbone].some((value) => value !== undefined)
      const table = {
        perimeter,
        language: text.words.language,
        rows: rows ?? 'actors',
        columns: columns ?? null,
        sort: sort ?? null,
        color,
        hidden: hide ?? [],
        backbone: backbone === true,
      }
      const exported = isTable
        ? await exportTable(territory, target, { ...rest, ...table }, store)
        : isFile
          ? await exportToFile(territory, target, { ...rest, perimeter, color }, store)
          : await exportTerritory(territory, target, rest, store)
      if (json) return await print(JSON.stringify(exported))
      await print(
        isFile || isTable ? text.written(territory, target) : text.exported(territory, exported.files.length, target),
      )
    })

  command('convert <file...>', help.convert)
    .addOption(choice('--format <format>', help.exportFormat, writtenFormats))
    .option('--wave-date <date>', help.convertDate)
    .option('--force', help.exportForce)
    .action(async (files: readonly string[], { json, ...options }: Json & ConvertOptions) => {
      const target = files.at(-1)
      if (target === undefined || files.length < 2) throw new Refusal('missing_argument', { argument: 'file' })
      const { convertFiles } = await import('../convert.ts')
      const converted = await convertFiles(files.slice(0, -1), target, options, tell)
      if (json) return await print(JSON.stringify(converted))
      await print(text.converted(target, converted.actors, converted.ties))
      for (const line of text.rows(converted.refusals)) await print(line)
    })

  command('boundary <territory> <file>', help.boundary)
    .option('--sections <letters>', help.boundarySections, wordList)
    .option('--headcount <n>', help.boundaryHeadcount, positiveWhole)
    .option('--missing <file>', help.boundaryMissing)
    .action(async (id: string, file: string, { json, ...options }: Json & BoundaryOptions) => {
      const { boundaryLines, boundaryOfTerritory } = await import('../boundary.ts')
      const checked = await boundaryOfTerritory(id, file, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(checked.check))
      for (const line of boundaryLines(checked, text.boundary)) await print(line)
    })

  command('lookup <name>', help.lookup)
    .option('--register <address>', help.lookupRegister)
    .action(async (asked: string, { json, register }: Json & { readonly register?: string }) => {
      const { companyLine, companySearch } = await import('../lookup.ts')
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
}

type ExportOptions = Omit<FileExportOptions, 'perimeter' | 'color'> & { readonly color?: Coloring } & AskedPerimeter &
  Partial<TableOptions>

/** The table of a map, of which these say which. */
interface TableOptions {
  readonly rows: TableRows
  readonly columns: readonly string[]
  readonly sort: string
  /** Categories of the colouring, by id. */
  readonly hide: readonly string[]
  readonly backbone: true
}

/** Says how far an import is, and has it end with nothing written when the process is told to stop. */
async function following<T>(text: Text, tell: Notify, work: (follower: ImportFollower) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const stopping = (signal: 'SIGINT' | 'SIGTERM') => stop.abort(new Refusal('interrupted', { signal }))
  process.once('SIGINT', stopping).once('SIGTERM', stopping)
  try {
    return await withProgress(
      (_, said) => said,
      tell,
      (line, notify) =>
        work({
          notify,
          progress: (at) => {
            const share = at.stage === 'reading' ? at.bytes / Math.max(1, at.of) : 1
            line.tell(
              share,
              at.stage === 'reading' ? text.reading(Math.floor(100 * share), at.file, at.rows) : text.writing,
            )
          },
          signal: stop.signal,
        }),
    )
  } finally {
    process.off('SIGINT', stopping).off('SIGTERM', stopping)
  }
}
