/** Tries to break the store: `npm run trials [rounds]`. Ends with a table, and badly when a promise was broken. */
import { flips } from './flips.ts'
import { fullDisk } from './full-disk.ts'
import { kills } from './kills.ts'
import { powerCuts } from './power-cuts.ts'
import { tornCheckpoints } from './torn-checkpoints.ts'

const rounds = process.argv[2] === undefined ? null : Number(process.argv[2])
const rows: Record<string, object> = {}
for (const { name, rounds: usual, run } of [flips, powerCuts, tornCheckpoints, kills, fullDisk]) {
  const outcome = await run(rounds ?? usual)
  rows[name] = outcome ? { rounds: rounds ?? usual, ...outcome.found, faults: outcome.faults.length } : { skipped: 1 }
  for (const fault of outcome?.faults ?? []) console.error(`${name}: ${fault}`)
  if (outcome?.faults.length) process.exitCode = 1
}
console.table(rows)
