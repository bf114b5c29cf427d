/**
 * npm run bench:diagnosis [-- ACTORS…]
 *
 * How long a fictitious territory waits for its findings: of its latest survey the first complete ones, 1,999 draws, and
 * all that refines them; then of its earlier surveys. On as many threads as processors, begun cold as by the command
 * line, then once more as by a server that runs. Beside the time that passes stands the processor time of all threads,
 * which other work on the machine does not change: over the number of processors it is the least that could pass.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { worldOf } from '../examples/fictitious/world.ts'
import { packQuestion, type Question, questionOf } from '../server/answer/question.ts'
import { Compute } from '../server/work/compute.ts'
import { Diagnoses } from '../server/work/diagnoses.ts'

interface Taken {
  /** Milliseconds since the question, passed and worked, until the first findings and until the last. */
  readonly first: Reading
  readonly refined: Reading
}

interface Reading {
  readonly passed: number
  readonly worked: number
}

await benchDiagnosis(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [120, 2_000])

/** Prints a table for territories of so many actors. */
async function benchDiagnosis(sizes: readonly number[]): Promise<void> {
  const [load = Number.NaN] = loadavg()
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, load ${load.toFixed(1)}; seconds passed (processor time).\n`,
  )
  console.log('| actors | ties | threads | survey | first findings | refined |')
  console.log('|---|---|---|---|---|---|')
  for (const actors of sizes) {
    const { territory } = worldOf('bench', { actors })
    await using compute = new Compute()
    for (const threads of ['cold', 'warm']) {
      const all: Taken[] = []
      for (const wave of [...territory.waves.keys()].reverse()) {
        const start = clock()
        const question = questionOf(territory, wave)
        const taken = await take(question, new Diagnoses(compute), start)
        all.push(taken)
        const { actors: nodes, declared } = question.subject
        console.log(
          `| ${nodes.length} | ${declared.graph.edgeCount} | ${threads} | ${wave} | ${inWords(taken.first)} | ${inWords(taken.refined)} |`,
        )
      }
      const sum = (key: keyof Reading) => all.reduce((total, { refined }) => total + refined[key], 0)
      console.log(`| | | ${threads} | all | | ${inWords({ passed: sum('passed'), worked: sum('worked') })} |`)
    }
  }
}

async function take(question: Question, diagnoses: Diagnoses, start: () => Reading): Promise<Taken> {
  const readings: Reading[] = []
  await diagnoses.refined(packQuestion(question), { found: () => void readings.push(start()) })
  const [first, refined] = readings
  if (!first || !refined) throw new Error('a diagnosis reports twice')
  return { first, refined }
}

function clock(): () => Reading {
  const [passed, worked] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(worked)
    return { passed: performance.now() - passed, worked: (user + system) / 1_000 }
  }
}

function inWords({ passed, worked }: Reading): string {
  const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(2)
  return `${seconds(passed)} (${seconds(worked)})`
}
