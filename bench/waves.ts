/**
 * npm run bench:waves [-- ACTORS…]
 *
 * How long two surveys of a fictitious territory wait for their comparison, and two of 2,000 actors with 10 ties each at
 * random, in which Leiden runs for longest, with 1,000 draws of the bootstrap, on two threads: begun cold as by the command line, then once more as by a server that runs. Beside the time that passes
 * stands the processor time of all threads, which other work on the machine does not change: half of it is the least
 * that could pass on two processors.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { worldOf } from '../examples/fictitious/world.ts'
import { type PackedPair, packedPair, packPair } from '../server/answer/waves.ts'
import { unpack } from '../server/threads/memory.ts'
import { groundOfNetworks } from '../server/waves/bare-ground.ts'
import { pairOf } from '../server/waves/ground.ts'
import { Compute } from '../server/work/compute.ts'
import { surveyedTwice } from '../test/waves/worlds.ts'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [120, 2_000]
const [load = Number.NaN] = loadavg()
console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, load ${load.toFixed(1)}; seconds passed (processor time).\n`,
)
console.log('| actors | declarations | network | cold | warm |')
console.log('|---|---|---|---|---|')
for (const actors of sizes) {
  const { territory } = worldOf('bench', { actors })
  const [first, , last] = [...territory.waves.keys()]
  await measured('fictitious', packedPair({ territory }, { from: first, to: last }))
}
if (process.argv.length === 2) {
  const world = { actors: 2_000, spheres: 5, meanDegree: 10, homophily: 1 }
  const change = { world, ended: 0.1, begun: 0.1, response: [0.8, 0.8], recall: [0.8, 0.8] } as const
  const pair = pairOf(groundOfNetworks(surveyedTwice('bench', change).waves), 0, 1)
  await measured('at random, 10 ties each', packPair({ pair, seed: 'bench' }, null))
}

async function measured(network: string, packed: PackedPair): Promise<void> {
  const { actors, before, after } = unpack(packed.packed).pair
  // A comparison is kept once it is made.
  await using compute = new Compute({ threads: 2, cacheBytes: 0 })
  const timed = async () => {
    const [passed, worked] = [performance.now(), process.cpuUsage()]
    await compute.compare(packed)
    const { user, system } = process.cpuUsage(worked)
    return `${seconds(performance.now() - passed)} (${seconds((user + system) / 1_000)})`
  }
  const [cold, warm] = [await timed(), await timed()]
  console.log(`| ${actors.length} | ${before.said.length + after.said.length} | ${network} | ${cold} | ${warm} |`)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2)
}
