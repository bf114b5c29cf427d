import { Command, Help, type HelpConfiguration, Option } from 'commander'
import { configFrom, placeOf, version } from '../config.ts'
import { languages } from '../words/language.ts'
import { exchange } from './commands/exchange.ts'
import { figures } from './commands/figures.ts'
import { paper } from './commands/paper.ts'
import { seminar } from './commands/seminar.ts'
import { store } from './commands/store.ts'
import { waves } from './commands/waves.ts'
import type { Notice } from './notice.ts'
import type { Commanding, Json } from './options.ts'
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

  const commanding: Commanding = { command, print, tell, text }
  exchange(commanding)
  figures(commanding)
  paper(commanding)
  seminar(commanding)
  waves(commanding)
  store(commanding)
  return program
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
