import { run } from './cli/run.ts'

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
