import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { packQuestion, type Question } from '../../server/answer/question.ts'
import { measurableOf } from '../../server/answer/subject.ts'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { diagnose } from '../../server/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../server/diagnosis/diagnosis.ts'
import { defaultRules } from '../../server/diagnosis/thresholds.ts'
import { graphOf } from '../../server/network/graph.ts'
import { Compute } from '../../server/work/compute.ts'
import { Diagnoses } from '../../server/work/diagnoses.ts'
import { demo } from '../diagnosis/demo.ts'
import { healthy, worldOf } from '../diagnosis/worlds.ts'

const groups = demo.ids.map((_, node) => demo.spheres.names[demo.spheres.groupOf[node] ?? -1] ?? null)
const bare = { actors: demo.ids, groups, outside: demo.outside }
const asked: Question = {
  subject: caseOfNetwork({
    ...bare,
    graph: demo.wave2,
    answered: null,
    previous: { ...bare, graph: demo.wave1, answered: null },
  }),
  rules: defaultRules,
  seed: 'test',
}
const question = packQuestion(asked)
/** Another object that asks the same. */
const same = packQuestion(structuredClone(asked))

test('one thread or four, the same bytes as here', async () => {
  // With answers missing, so that every stream of chance is drawn from.
  const club = { kind: 'club', members: 6, density: 0.85, outside: 0.35, hidden: false } as const
  const world = worldOf({ ...healthy, actors: 40, spheres: 4, response: 0.8, planted: club }, 't1')
  const gaps = { ...asked, subject: caseOfNetwork(world.network) }
  const here = await diagnose(gaps.subject, { rules: gaps.rules, seed: gaps.seed })
  expect(here.findings.some(({ survival }) => survival !== null && survival < 1)).toBe(true)
  await using one = new Compute({ threads: 1 })
  await using four = new Compute({ threads: 4 })
  const refined = (compute: Compute) => new Diagnoses(compute).refined(packQuestion(gaps))
  const [alone, together] = await Promise.all([refined(one), refined(four)])
  expect(JSON.stringify(alone)).toBe(JSON.stringify(here))
  expect(JSON.stringify(together)).toBe(JSON.stringify(here))
})

test('followers hear progress that only grows, and each stage once, the refined last', async () => {
  await using compute = new Compute({ threads: 2 })
  const diagnoses = new Diagnoses(compute)
  const stages: Diagnosis['stage'][] = []
  const shares: number[] = []
  await diagnoses.refined(question, {
    found: ({ stage }) => void stages.push(stage),
    progress: (share) => void shares.push(share),
  })
  expect(stages).toEqual(['first', 'refined'])
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.length).toBeGreaterThan(10)
  expect(shares.at(-1)).toBeGreaterThan(0)
})

test('made ready beforehand, it diagnoses the same on the threads that stand', async () => {
  await using compute = new Compute({ threads: 2 })
  const diagnoses = new Diagnoses(compute)
  await compute.prepare()
  let started = 0
  const notice = () => void started++
  process.on('worker', notice)
  const { stage } = await diagnoses.first(question)
  process.off('worker', notice)
  expect(stage).toBe('first')
  expect(started).toBe(0)
})

test('asked for at once, or again, a diagnosis is made once', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  const [one, other] = await Promise.all([diagnoses.refined(question), diagnoses.refined(same)])
  // The very same object: making it twice would give two.
  expect(other).toBe(one)
  expect(await diagnoses.refined(same)).toBe(one)
  expect(diagnoses.stageOf(question)).toBe('refined')
})

test('who wants the latest has the first findings, and the diagnosis goes on', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  expect(diagnoses.stageOf(question)).toBeNull()
  expect((await diagnoses.latest(question, 'a wave')).stage).toBe('first')
  while (diagnoses.stageOf(question) === 'first') await setTimeout(20)
  expect((await diagnoses.latest(question, 'a wave')).stage).toBe('refined')
  expect((await diagnoses.first(question)).stage).toBe('first')
})

test('other data on the same wave call off what goes on; another wave does not', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  // A closed club, whose survival takes its time.
  const club = { kind: 'club', members: 8, density: 0.9, outside: 0.1, hidden: false } as const
  const world = worldOf({ ...healthy, actors: 400, response: 0.8, planted: club }, 'long')
  const long = packQuestion({ ...asked, subject: caseOfNetwork(world.network) })
  await diagnoses.latest(long, 'a wave')
  await diagnoses.latest(packQuestion({ ...asked, seed: 'elsewhere' }), 'another wave')
  expect(diagnoses.stageOf(long)).toBe('first')
  await diagnoses.latest(question, 'a wave')
  // What was found stays; nobody refines it any more.
  while (diagnoses.stageOf(question) === 'first') await setTimeout(20)
  expect(diagnoses.stageOf(long)).toBe('first')
})

test('who leaves does not take it from those who stay; when all left it is called off', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  const leaving = new AbortController()
  const left = diagnoses.refined(question, { signal: leaving.signal })
  const stayed = diagnoses.refined(question)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  expect((await stayed).stage).toBe('refined')

  const long = packQuestion({ ...asked, subject: network(600, [1, 7, 31]) })
  const alone = new AbortController()
  const calledOff = diagnoses.refined(long, {
    signal: alone.signal,
    progress: (share) => share > 0 && alone.abort(new Error('left')),
  })
  await expect(calledOff).rejects.toThrow('left')
  // The only thread is free again, and it can be asked for anew.
  expect((await diagnoses.refined(packQuestion({ ...asked, seed: 'again' }))).stage).toBe('refined')
})

test('the thread that asks is free while a diagnosis is made', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  let ticks = 0
  const ticking = setInterval(() => ticks++, 5)
  await diagnoses.refined(question)
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(10)
})

test('it takes threads from a long figure that began before', async () => {
  await using compute = new Compute({ threads: 2 })
  const leaving = new AbortController()
  const begun = Promise.withResolvers<void>()
  const { graph } = network(30_000, [1, 7, 31]).declared
  const ids = Array.from({ length: graph.nodeCount }, (_, u) => `a${u}`)
  const subject = { graph, partition: null, external: null, modes: null, silent: null, seed: 'long', exact: true }
  const figure = compute.measure(measurableOf(subject, ids), ['betweenness.raw'], {
    signal: leaving.signal,
    progress: () => begun.resolve(),
  })
  await begun.promise
  const isOver = figure.then(
    () => true,
    () => true,
  )
  expect((await new Diagnoses(compute).refined(question)).stage).toBe('refined')
  expect(await Promise.race([isOver, false])).toBe(false)
  leaving.abort(new Error('left'))
  await expect(figure).rejects.toThrow('left')
})

test('what a piece throws is a defect that whoever waits hears of', async () => {
  await using compute = new Compute({ threads: 1 })
  const diagnoses = new Diagnoses(compute)
  const broken = packQuestion({ ...asked, subject: { ...asked.subject, silent: null } } as unknown as Question)
  await expect(diagnoses.refined(broken)).rejects.toThrow(TypeError)
  expect(diagnoses.stageOf(broken)).toBeNull()
})

/** A ring with chords in groups of six parts, every fifth silent. */
function network(n: number, steps: readonly number[]) {
  const pairs = Array.from({ length: n }, (_, u) => steps.map((step) => [u, (u + step) % n] as const)).flat()
  const [sources, targets] = [pairs.map(([u]) => u), pairs.map(([, v]) => v)]
  return caseOfNetwork({
    actors: Array.from({ length: n }, (_, u) => `a${u}`),
    graph: graphOf({ directed: false, nodeCount: n, sources, targets }),
    groups: Array.from({ length: n }, (_, u) => `g${Math.floor((6 * u) / n)}`),
    answered: Array.from({ length: n }, (_, u) => u % 5 > 0),
    outside: null,
  })
}
