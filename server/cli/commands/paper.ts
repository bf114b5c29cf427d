import type { AskedPerimeter } from '../../answer/perimeter.ts'
import { configFrom } from '../../config.ts'
import { colorings } from '../../drawing/categories.ts'
import { papers } from '../../drawing/paper.ts'
import { layouts } from '../../layout/arrangement.ts'
import { perimeterSchema } from '../../wire/network.ts'
import type { DrawOptions } from '../draw.ts'
import { type Commanding, choice, type Json, wordList } from '../options.ts'
import { Refusal } from '../refusal.ts'
import type { ReportOptions } from '../report.ts'
import type { StoryOptions } from '../story.ts'

/** What is shown to others: maps, notes, stories. */
export function paper({ command, print, text }: Commanding): void {
  const { help } = text

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
      const { drawTerritory } = await import('../draw.ts')
      const drawn = await drawTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(drawn) : text.written(id, output))
    })

  command('report <territory>', help.report)
    .requiredOption('-o, --output <file>', help.output)
    .option('--wave <id>', help.wave)
    .option('--seed <text>', help.seed)
    .option('--force', help.exportForce)
    .action(async (id: string, { json, ...options }: Json & Omit<ReportOptions, 'language'>) => {
      const asked = { ...options, language: text.words.language }
      const { reportTerritory } = await import('../report.ts')
      const written = await reportTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(written) : text.written(id, options.output))
    })

  command('story <territory> <name>', help.story)
    .requiredOption('-o, --output <file>', help.output)
    .option('--force', help.exportForce)
    .action(async (id: string, story: string, { json, ...options }: Json & Pick<StoryOptions, 'output' | 'force'>) => {
      const asked = { ...options, story, language: text.words.language }
      const { tellTerritory } = await import('../story.ts')
      const told = await tellTerritory(id, asked, configFrom(process.env).store)
      await print(json ? JSON.stringify(told) : text.written(id, options.output))
    })
}

/** As commander reads the options of `draw`. */
interface DrawCommand
  extends Pick<DrawOptions, 'output' | 'force' | 'paper' | 'color' | 'size' | 'layout'>,
    Pick<AskedPerimeter, 'wave' | 'tieKinds' | 'spaceKinds' | 'direction' | 'actors' | 'collective'> {
  readonly spaces?: true
  readonly around?: string
  readonly backbone?: true
}
