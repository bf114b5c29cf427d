import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worldOf as fictitiousWorld } from '../../examples/fictitious/world.ts'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import type { Case } from '../../server/diagnosis/case.ts'
import { diagnose, diagnoseNetwork, diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../server/diagnosis/diagnosis.ts'
import { kinds } from '../../server/diagnosis/finding.ts'
import { perform, type RunPiece } from '../../server/diagnosis/work.ts'
import { graphOf } from '../../server/network/graph.ts'
import { drawnCase } from './draw.ts'
import { ofKind, signalsOf, subjectOf } from './told.ts'
import { healthy, worldOf } from './worlds.ts'

const planted = { kind: 'club', members: 7, density: 0.9, outside: 0.15, hidden: true } as const
const options = { ...healthy, actors: 40, spheres: 3, planted, response: 0.95 }
const { network, planted: members } = worldOf(options, 'laws')
const subject = caseOfNetwork(network)
/** Enough to pass every stage. */
const effort = { published: 2_499, survival: 20, bootstrap: 99, band: 20, plane: 20 }
const refined = diagnose(subject, { seed: 's', effort })

describe('the same data and seed give the same bytes', () => {
  test('whichever order the work is done in, and however it travels', async () => {
    // Each piece sees a copy of its work, as on another thread; those asked for last are done first.
    const asked: (() => void)[] = []
    const elsewhere: RunPiece = async (job, work) => {
      const turn = new Promise<void>((resolve) => asked.push(resolve))
      setImmediate(() => asked.pop()?.())
      await turn
      return structuredClone(perform(job, structuredClone(work)))
    }
    const there = await diagnose(subject, { seed: 's', effort, run: elsewhere })
    expect(JSON.stringify(there)).toBe(JSON.stringify(await refined))
  })

  test('and another seed other draws', async () => {
    const other = await diagnose(subject, { seed: 't', until: 'first' })
    const seeds = new Set(other.findings.flatMap(({ dims }) => dims.map(({ seed }) => seed)).filter(Boolean))
    expect([...seeds].every((stream) => stream.startsWith('t:'))).toBe(true)
  })

  test('first findings are reported, then refined ones', async () => {
    const reported: Diagnosis[] = []
    const counts: [number, number][] = []
    const last = await diagnose(subject, {
      effort: { ...effort, published: 1_999 },
      report: (diagnosis) => reported.push(diagnosis),
      progress: (done, asked) => counts.push([done, asked]),
    })
    expect(reported.map(({ stage }) => stage)).toEqual(['first', 'refined'])
    expect(reported.at(-1)).toBe(last)
    expect(counts.every(([done, asked]) => done <= asked)).toBe(true)
    expect(counts.at(-1)?.[0]).toBe(counts.at(-1)?.[1])
  })

  test('work that is called off takes the diagnosis with it', async () => {
    const off: RunPiece = () => Promise.reject(new Error('called off'))
    await expect(diagnose(subject, { run: off })).rejects.toThrow('called off')
  })
})

test('a large network is first told of on half of the draws, and what refines it draws on from there', async () => {
  const { network } = worldOf({ ...healthy, actors: 320, spheres: 4, meanDegree: 3, planted }, 'large')
  const drawn: { readonly stream: string; readonly draws: number; readonly isFirst: boolean }[] = []
  let isFirst = true
  const run: RunPiece = async (job, work) => {
    if ('draws' in work && 'stream' in work && /:[ABDE]:\d+$/.test(work.stream)) {
      drawn.push({ stream: work.stream, draws: work.draws, isFirst })
    }
    return perform(job, work)
  }
  const few = { published: 1_999, most: 1_999, survival: 2, bootstrap: 9, band: 2, plane: 2 }
  await diagnose(caseOfNetwork(network), {
    run,
    effort: few,
    report: () => {
      isFirst = false
    },
  })
  const ofSamples = Map.groupBy(drawn, ({ stream }) => stream.split(':').slice(0, -1).join(':'))
  for (const [sample, chunks] of ofSamples) {
    const first = chunks.filter((chunk) => chunk.isFirst).reduce((sum, { draws }) => sum + draws, 0)
    expect(first, sample).toBeLessThanOrEqual(1_000)
  }
  expect(drawn.some((chunk) => !chunk.isFirst)).toBe(true)
  expect(new Set(drawn.map(({ stream }) => stream)).size).toBe(drawn.length)
})

describe('what is found in the worlds of the specification', () => {
  test('closed actors of a sphere, and nobody else', async () => {
    const { findings } = await refined
    const flagged = signalsOf(findings, 'closed_actor').map(subjectOf)
    expect(flagged.length).toBeGreaterThan(0)
    expect(flagged.filter((name) => !members.includes(name))).toEqual([])
    // Each is shown against Null C, of which there may be few draws where all are clear.
    for (const { dims } of signalsOf(findings, 'closed_actor')) expect(dims[0]?.null).toBe('C')
  })
})

describe.each(['valley-1'])('the fictitious territory of seed %s', (seed) => {
  const { territory, planted: truth } = fictitiousWorld(seed)
  const waves = truth.waves.map(({ id }) => id)

  test('shows what was planted in its last wave', async () => {
    const { findings } = await diagnoseTerritory(territory, waves.at(-1) ?? '', { until: 'first' })
    expect(signalsOf(findings, 'critical_broker').map(subjectOf)).toContain(truth.broker.actor)
    expect(signalsOf(findings, 'excluded_spheres').map(({ spheres }) => spheres)).toContainEqual(
      truth.excluded.toSorted(),
    )
    expect(signalsOf(findings, 'fading_ties').map(subjectOf)).toEqual(expect.arrayContaining([...truth.fading]))
    expect(signalsOf(findings, 'project_without_pilot').map(subjectOf)).toContain(truth.projectWithoutPilot)
    const closed = signalsOf(findings, 'closed_group')
    expect(closed.map(subjectOf)).toEqual([truth.club.space])
    expect(closed[0]?.members).toEqual(expect.arrayContaining([...truth.club.members]))
  })
})

describe('any network', () => {
  const bare = fc.record({
    n: fc.integer({ min: 0, max: 14 }),
    ties: fc.uniqueArray(fc.tuple(fc.nat(13), fc.nat(13)), {
      selector: ([u, v]) => `${Math.min(u, v)} ${Math.max(u, v)}`,
      maxLength: 30,
    }),
    groups: fc.array(fc.constantFrom('x', 'y', 'z', null), { minLength: 14, maxLength: 14 }),
    answered: fc.option(fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })),
    outside: fc.option(fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })),
  })

  test('is diagnosed without a number that is none, every rule has its say, and reasons stand where they must', async () => {
    await fc.assert(
      fc.asyncProperty(bare, async ({ n, ties, groups, answered, outside }) => {
        const kept = ties.filter(([u, v]) => u !== v && u < n && v < n)
        const graph = graphOf({
          directed: false,
          nodeCount: n,
          sources: kept.map(([u]) => u),
          targets: kept.map(([, v]) => v),
        })
        const diagnosis = await diagnoseNetwork(
          {
            actors: Array.from({ length: n }, (_, i) => `a${i + 10}`),
            graph,
            groups: groups.slice(0, n),
            answered: answered?.slice(0, n) ?? null,
            outside: outside?.slice(0, n) ?? null,
          },
          { until: 'first' },
        )
        expect(numbersOf(diagnosis).filter((value) => !Number.isFinite(value))).toEqual([])
        const said = new Set<string>(diagnosis.findings.map(({ kind }) => kind))
        // Each project of a single sphere, and each group of actors inside, is said where there is one.
        const grouped = [...groups.slice(0, n).keys()].filter((i) => groups[i] !== null)
        const isOutside = grouped.length > 0 && grouped.every((i) => outside?.[i])
        const unsaid = ['single_sphere_project', ...(isOutside ? ['closed_group'] : [])]
        const looked = Object.keys(kinds).filter((kind) => !unsaid.includes(kind))
        expect(looked.filter((kind) => !said.has(kind))).toEqual([])
        for (const { id, status, reason } of diagnosis.findings) {
          expect(`${id} ${reason !== null}`).toBe(`${id} ${status === 'insufficient'}`)
        }
        expect(new Set(diagnosis.findings.map(({ id }) => id)).size).toBe(diagnosis.findings.length)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})

test('a column lists each of its groups, be it of one actor', async () => {
  const { findings } = await diagnose(drawnCase('a-b b-c d', { spheres: { firms: 'a b c', alone: 'd' } }), {
    until: 'first',
  })
  const groups = ofKind(findings, 'closed_group')
  expect(groups.map(({ group, reason }) => `${group?.id} ${reason}`)).toEqual(['firms too_small', 'alone too_small'])
})

test.each(['documents', 'informants'] as const)('%s support programmes alone, and say so', async (basis) => {
  const documents: Case = { ...drawnCase('a-b b-c c-a a-d b-d c-d d-e f'), basis }
  const { findings, dataQuality, profile } = await diagnose(documents)
  expect(dataQuality.gate).toBe('documents')
  expect(findings.filter(({ status }) => status !== 'insufficient')).toEqual([])
  expect(signalsOf(findings, 'isolated_actor')).toEqual([])
  expect(ofKind(findings, 'isolated_actor')[0]).toMatchObject({ actor: 'f', reason: basis })
  expect(profile.density).toBeNull()
  expect(profile.cohesion).toBeNull()
  expect(profile.proximity).toMatchObject({ expected: null, interval: null })
})

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersOf)
}
