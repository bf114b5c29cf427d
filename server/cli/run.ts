import { constants } from 'node:os'
import { CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { programOf } from './program.ts'
import { Refusal, type RefusalCode, type RefusalDetails, reasonOf } from './refusal.ts'
import { languageOf, type Text } from './text.ts'

/** 0: done. 1: refused by the data. 2: a command or a configuration that cannot be. 70: a defect, as in sysexits.h. */
export type ExitCode = 0 | 1 | 2 | 70

/**
 * Runs one command line (without node and script). Results go to standard output, one sentence per failure to standard error.
 * Told to stop, it ends with 128 + the number of the signal, as shells count.
 */
export async function run(argv: readonly string[]): Promise<number> {
  // A failed write rejects where it is made; the stream need not say it again. What standard error cannot take is lost.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  const text = languageOf(langIn(argv), process.env) === 'en' ? en : fr
  const help: string[] = []
  const program = programOf(
    text,
    (line) => write(`${line}\n`),
    (shown) => help.push(shown),
  )
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => {} })
  }
  // The server answers what is under way before it ends, see serve.ts; an import says that nothing is written.
  program.hook('preAction', (_, command) => {
    if (command.name() !== 'serve' && command.name() !== 'import')
      for (const signal of stopping) process.once(signal, leave)
  })
  try {
    await program.parseAsync(argv, { from: 'user' }).catch((error: unknown) => {
      if (!(error instanceof CommanderError && error.exitCode === 0)) throw error
    })
    for (const shown of help) await write(shown)
    return 0
  } catch (error) {
    // Whoever read our output stopped reading, as `head` does.
    if (reasonOf(error) === 'EPIPE') return 0
    return report(
      error,
      text,
      program.commands.map((command) => command.name()),
    )
  } finally {
    for (const signal of stopping) process.off(signal, leave)
  }
}

const stopping = ['SIGINT', 'SIGTERM'] as const

function leave(signal: NodeJS.Signals): void {
  if (process.stderr.isTTY) process.stderr.write('\n')
  process.exit(128 + constants.signals[signal])
}

function report(error: unknown, text: Text, commands: readonly string[]): number {
  const [sentence, code] = sentenceOf(error, text, commands)
  // What was got may hold what a terminal obeys.
  console.error(sentence.replace(/(?!\n)\p{Cc}/gu, '\u{FFFD}'))
  if (code === 70) console.error(error)
  return error instanceof Refusal && error.code === 'interrupted'
    ? 128 + constants.signals[(error.details as RefusalDetails['interrupted']).signal]
    : code
}

function sentenceOf(error: unknown, text: Text, commands: readonly string[]): [string, ExitCode] {
  if (error instanceof Problem) return [told(error, text), usage.has(error.code) ? 2 : 1]
  if (error instanceof Refusal) return [refused(error, text), usage.has(error.code) ? 2 : 1]
  if (error instanceof ConfigError) return [text.config[error.variable](error.got), 2]
  if (error instanceof CommanderError) return [refused(misuse(error, commands), text), 2]
  return [text.defect(error instanceof Error ? error.message : String(error)), 70]
}

function told(problem: Problem, text: Text): string {
  return text.problem[problem.code](problem.details as never)
}

function refused(refusal: Refusal, text: Text): string {
  const { code, details } = refusal
  const said = 'file' in details && details.file === '-' ? { ...details, file: text.standardInput } : details
  return text.refusal[code](said as never)
}

const usage: ReadonlySet<RefusalCode | ProblemCode> = new Set([
  'unknown_option',
  'unknown_command',
  'missing_command',
  'missing_argument',
  'missing_value',
  'extra_arguments',
  'bad_value',
  'needs_option',
  'not_together',
  'not_for',
  'port_taken',
  'cannot_listen',
  'same_store',
  'same_wave',
  'backwards',
  'not_a_file_store',
])

/** What commander refuses, in our words: it quotes the option or argument it is about, then the value, and guesses in brackets. */
function misuse({ code, message }: CommanderError, commands: readonly string[]): Refusal {
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? []
  const [option = ''] = quoted.split(' ')
  const [, near = ''] = /\(Did you mean (?:one of )?(.*?)\?\)$/s.exec(message) ?? []
  switch (code) {
    case 'commander.help':
      return new Refusal('missing_command', { commands })
    case 'commander.unknownOption':
      return new Refusal('unknown_option', { option, near })
    case 'commander.unknownCommand':
      return new Refusal('unknown_command', { command: option, near })
    case 'commander.optionMissingArgument':
      return new Refusal('missing_value', { option })
    case 'commander.invalidArgument': {
      const [, got = '', expected = ''] =
        / argument '(.*)' is invalid\.(?: Allowed choices are)? ?(.*?)\.?$/s.exec(message) ?? []
      return new Refusal('bad_value', { option, got, expected })
    }
    case 'commander.excessArguments':
      return new Refusal('extra_arguments', { command: option })
    default:
      return new Refusal('missing_argument', { argument: option })
  }
}

/** The language must be known before the command line is read, to refuse it in that language. */
function langIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  return argv[at]?.split('=')[1] ?? argv[at + 1]
}

/** Refuses `unwritable_output`; a pipe that nobody reads any more rejects with EPIPE. */
async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  }).catch((error: unknown) => {
    const reason = reasonOf(error)
    throw reason === 'EPIPE' ? error : new Refusal('unwritable_output', { reason })
  })
}
