/**
 * npm run bench:waves [-- ACTORS…]
 *
 * How long two surveys of a fictitious territory wait for their comparison, with 1,000 draws of the bootstrap, on two
 * threads: begun cold as by the command line, then once more as by a server that runs. Beside the time that passes
 * stands the processor time of all threads, which other work on the machine does not change: half of it is the least
 * that could pass on two processors.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { worldOf } from '../examples/fictitious/world.ts'
import { packedPair } from '../server/answer/waves.ts'
import { Compute } from '../server/work/compute.ts'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [120, 2_000]
const [load = Number.NaN] = loadavg()
console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, load ${load.toFixed(1)}; seconds passed (processor time).\n`,
)
console.log('| actors | declarations | pair of surveys | cold | warm |')
console.log('|---|---|---|---|---|')
for (const actors of sizes) {
  const { territory } = worldOf('bench', { actors })
  const [first, , last] = [...territory.waves.keys()]
  const pair = packedPair(territory, { from: first, to: last })
  const { ties } = territory
  // A comparison is kept once it is made.
  await using compute = new Compute({ threads: 2, cacheBytes: 0 })
  const [cold, warm] = [await timed(compute), await timed(compute)]
  console.log(`| ${actors} | ${ties.size} | ${first}, ${last} | ${cold} | ${warm} |`)

  async function timed(made: Compute): Promise<string> {
    const [passed, worked] = [performance.now(), process.cpuUsage()]
    await made.compare(pair)
    const { user, system } = process.cpuUsage(worked)
    return `${seconds(performance.now() - passed)} (${seconds((user + system) / 1_000)})`
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2)
}
