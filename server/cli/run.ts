import { CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { Problem } from '../problem.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { programOf } from './program.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import { languageOf, type Text } from './text.ts'

/** 0: done. 1: refused by the data. 2: a command or a configuration that cannot be. 70: a defect, as in sysexits.h. */
export type ExitCode = 0 | 1 | 2 | 70

/** Runs one command line (without node and script). Results go to standard output, one sentence per failure to standard error. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  // A failed write rejects where it is made; the stream need not say it again.
  process.stdout.on('error', () => {})
  const text = languageOf(langIn(argv), process.env) === 'en' ? en : fr
  const program = programOf(text, (line) => write(`${line}\n`))
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => {} })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    // Whoever read our output stopped reading, as `head` does.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0
    return report(error, text)
  }
}

function report(error: unknown, text: Text): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const [sentence, code] = sentenceOf(error, text)
  console.error(sentence)
  if (code === 70) console.error(error)
  return code
}

function sentenceOf(error: unknown, text: Text): [string, ExitCode] {
  if (error instanceof Problem) return [told(error, text), 1]
  if (error instanceof Refusal) return [refused(error, text), usage.has(error.code) ? 2 : 1]
  if (error instanceof ConfigError) return [text.config[error.variable](error.got), 2]
  if (error instanceof CommanderError) return [refused(misuse(error), text), 2]
  return [text.defect(error instanceof Error ? error.message : String(error)), 70]
}

function told(problem: Problem, text: Text): string {
  return text.problem[problem.code](problem.details as never)
}

function refused(refusal: Refusal, text: Text): string {
  return text.refusal[refusal.code](refusal.details as never)
}

const usage: ReadonlySet<RefusalCode> = new Set([
  'unknown_option',
  'unknown_command',
  'missing_argument',
  'missing_value',
  'extra_arguments',
  'bad_value',
  'needs_option',
  'not_for',
  'port_taken',
  'cannot_listen',
  'same_store',
])

/** What commander refuses, in our words: it quotes the option or argument it is about, then the value. */
function misuse({ code, message }: CommanderError): Refusal {
  const [quoted = '', got = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, word]) => word)
  const [option = ''] = quoted.split(' ')
  switch (code) {
    case 'commander.help':
      return new Refusal('missing_argument', { argument: 'serve | import | export | copy | measure | diagnose' })
    case 'commander.unknownOption':
      return new Refusal('unknown_option', { option })
    case 'commander.unknownCommand':
      return new Refusal('unknown_command', { command: option })
    case 'commander.optionMissingArgument':
      return new Refusal('missing_value', { option })
    case 'commander.invalidArgument':
      return new Refusal('bad_value', {
        option,
        got,
        expected: /invalid\.(?: Allowed choices are)? ?(.*?)\.?$/.exec(message)?.[1] ?? '',
      })
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

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
