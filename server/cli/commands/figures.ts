import type { AskedPerimeter } from '../../answer/perimeter.ts'
import { configFrom } from '../../config.ts'
import { groupings } from '../../wire/measures.ts'
import { perimeterSchema } from '../../wire/network.ts'
import type { EdgeListDiagnoseOptions, TerritoryDiagnoseOptions } from '../diagnose.ts'
import type { MeasureDocument } from '../document.ts'
import type { EdgeListMeasureOptions, Progress, TerritoryMeasureOptions } from '../measure.ts'
import type { Notify } from '../notice.ts'
import { type Commanding, choice, type Json, ofFiles, refuseStray, territoryAmong, wordList } from '../options.ts'
import { withProgress } from '../progress-line.ts'

/** What is computed of a territory or of bare lists: measures, findings, agenda. */
export function figures({ command, print, tell, text }: Commanding): void {
  const { help } = text

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
    .action((targets: readonly string[], options: Options) =>
      withProgress(text.measuring, tell, async (line, notify) => {
        const progress: Progress = (share, measure) => line.tell(share, measure)
        for await (const document of documentsOf(targets, options, progress, notify)) {
          line.clear()
          await print(JSON.stringify(document))
        }
      }),
    )

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
      const { diagnoseFiles, diagnoseTerritory } = await import('../diagnose.ts')
      const { documentOf } = await import('../findings-document.ts')
      const id = territoryAmong(targets)
      refuseStray(options, id === null ? ['wave'] : filesDiagnosed, id === null ? 'files' : 'territory')
      if (id === null) {
        for await (const diagnosis of diagnoseFiles(targets, options, tell))
          await print(JSON.stringify(documentOf(diagnosis)))
        return
      }
      const { diagnosis, territory } = await diagnoseTerritory(id, options, configFrom(process.env).store)
      if (options.json) return await print(JSON.stringify(documentOf(diagnosis)))
      const { linesOf } = await import('../findings-text.ts')
      for (const line of linesOf(diagnosis, territory, text.words, text.diagnosed)) await print(line)
    })

  command('agenda <territory>', help.agenda)
    .option('--wave <id>', help.wave)
    .option('--seed <text>', help.seed)
    .action(async (id: string, { json, ...options }: Json & TerritoryDiagnoseOptions) => {
      const { agendaOfTerritory } = await import('../agenda.ts')
      const { agenda, territory } = await agendaOfTerritory(id, options, configFrom(process.env).store)
      if (json) return await print(JSON.stringify(agenda))
      const { linesOf } = await import('../agenda-text.ts')
      for (const line of linesOf(agenda, territory, text.words, text.agenda)) await print(line)
    })
}

type Options = Json & EdgeListMeasureOptions & AskedPerimeter & Pick<TerritoryMeasureOptions, 'groups'>

const filesDiagnosed = [...ofFiles, 'place', 'answered', 'previous'] as const

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

async function* documentsOf(
  targets: readonly string[],
  options: Options,
  progress: Progress,
  notify: Notify,
): AsyncGenerator<MeasureDocument> {
  const id = territoryAmong(targets)
  if (id !== null) return yield await territoryDocument(id, options, progress)
  refuseStray(options, [...ofPerimeters, 'groups'], 'files')
  const { measureFiles } = await import('../measure.ts')
  yield* measureFiles(targets, options, progress, notify)
}

async function territoryDocument(id: string, { collective, ...options }: Options, progress: Progress) {
  refuseStray(options, ofFiles, 'territory')
  const asked = Object.fromEntries(ofPerimeters.map((name) => [name, options[name]]))
  // Commander says true of `--no-collective` when nobody wrote it.
  const perimeter: AskedPerimeter = collective === false ? { ...asked, collective } : asked
  const { measureTerritory } = await import('../measure.ts')
  return await measureTerritory(id, { ...options, perimeter }, configFrom(process.env).store, progress)
}
