import { run } from './cli/run.ts'

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
  // A connection to a database that hangs would keep the process; the sentence is said by now.
  if (code !== 0) setTimeout(() => process.exit(code), 500).unref()
})
