import { describe, expect, test } from 'vitest'
import { caseOfNetwork } from '../../../server/diagnosis/bare-case.ts'
import type { Case } from '../../../server/diagnosis/case.ts'
import { mostActors } from '../../../server/diagnosis/diagnose.ts'
import type { FindingOf, Kind } from '../../../server/diagnosis/finding.ts'
import { fewTies, reconstruct } from '../../../server/diagnosis/reconstruction.ts'
import { type IsolationStudy, studyIsolation } from '../../../server/diagnosis/study-of-isolation.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { here } from '../../../server/diagnosis/work.ts'
import { arcs, nodesOf } from '../../analysis/drawing.ts'
import { drawnCase, type Marks, qualityOf } from '../draw.ts'
import { ofKind, subjectOf } from '../told.ts'

function study(subject: Case, thresholds = defaultThresholds): Promise<IsolationStudy> {
  return studyIsolation(subject, qualityOf(subject), thresholds, 's', here, mostActors)
}

async function said(drawing: string, marks: Marks = {}): Promise<<K extends Kind>(kind: K) => FindingOf<K>[]> {
  const { findings } = await study(drawnCase(drawing, marks))
  return (kind) => ofKind(findings, kind).filter((finding) => subjectOf(finding) !== '')
}

/** Every tie told by both ends, as where nothing is forgotten. */
function surely(drawing: string): string {
  return drawing
    .split(' ')
    .flatMap((tie) => {
      const [a, b] = tie.split('-')
      return b === undefined ? [tie] : [`${a}>${b}`, `${b}>${a}`]
    })
    .join(' ')
}

function reported(drawing: string, silent = ''): Case {
  const actors = [...nodesOf(drawing).keys()]
  return caseOfNetwork({
    actors,
    graph: arcs(drawing),
    groups: actors.map(() => null),
    answered: actors.map((name) => !silent.split(' ').includes(name)),
    outside: null,
  })
}

const ring = 'a-b b-c c-d d-e e-f f-g g-h h-a a-c b-d c-e'

describe('isolated actor', () => {
  test('who answered, named nobody and is named by nobody is likely isolated, with its probability', async () => {
    const subject = reported(surely(`${ring} s`))
    const { findings } = await study(subject)
    const [finding] = ofKind(findings, 'isolated_actor')
    expect(finding).toMatchObject({ status: 'signal', actor: 's', reason: null, survival: null, named: true })
    const { none } = fewTies(reconstruct(subject), subject.actors.indexOf('s'), 0)
    expect(finding?.probability).toBe(none)
    expect(finding?.probability).toBeLessThan(1)
  })

  test('of who did not answer nothing can be told, however few others were silent', async () => {
    const of = await said(`${ring} s`, { silent: 's' })
    expect(of('isolated_actor')).toMatchObject([
      { actor: 's', status: 'insufficient', reason: 'did_not_answer', probability: null },
    ])
  })

  test('outside the territory nobody asked', async () => {
    const of = await said(`${ring} x`, { outside: 'x' })
    expect(of('isolated_actor')).toEqual([])
  })

  test('what is likely no more than one time in two is not said', async () => {
    const subject = reported(`${surely(ring)} s`, 'a b c d')
    const { none } = fewTies(reconstruct(subject), subject.actors.indexOf('s'), 0)
    const at = async (least: number) => {
      const { findings } = await study(subject, { ...defaultThresholds, 'absence.leastProbability': least })
      return ofKind(findings, 'isolated_actor').filter(({ actor }) => actor === 's')
    }
    expect(await at(none - 0.001)).toHaveLength(1)
    expect(await at(none)).toEqual([])
  })

  test('a document that names no tie of an actor proves nothing', async () => {
    const { findings, toAsk } = await study({ ...drawnCase('a-b c'), basis: 'documents' })
    expect(ofKind(findings, 'isolated_actor')[0]).toMatchObject({ reason: 'documents', actor: 'c' })
    expect(toAsk).toEqual([])
  })
})

describe('single ties and dependences are facts, each said once under the widest', () => {
  test('a pendant depends on whom it hangs on, and is not said to have a single tie besides', async () => {
    const of = await said(`${ring} p-a`)
    expect(of('dependent_actor')).toMatchObject([{ actor: 'p', status: 'fact', broker: 'a', cutOff: ['p'] }])
    expect(of('dependent_actor')[0]?.ties).toEqual([{ from: 'p', to: 'a', role: 'only', lastContact: null }])
    expect(of('dependent_actor')[0]?.probability).toBeGreaterThan(0.5)
    expect(of('single_tie')).toEqual([])
  })

  test('those beyond one actor depend on it, and would be cut off together', async () => {
    const of = await said(`${ring} a-x x-y x-z y-z`)
    expect(of('dependent_actor').map(({ actor, broker }) => `${actor} ${broker}`)).toEqual(['x a', 'y a', 'z a'])
    for (const { cutOff } of of('dependent_actor')) expect(cutOff).toEqual(['x', 'y', 'z'])
    // All but the piece of three, over all but the actor itself.
    expect(of('dependent_actor')[0]?.dims).toMatchObject([
      { key: 'dependence', observed: 8 / 10 },
      { key: 'cut_off', observed: 3 },
    ])
  })

  test('a single tie within a star too small for dependence is said as such', async () => {
    const of = await said('h-a h-b h-c')
    expect(of('dependent_actor')).toEqual([])
    expect(of('single_tie').map(({ actor, partner, status }) => `${actor} ${partner} ${status}`)).toEqual([
      'a h fact',
      'b h fact',
      'c h fact',
    ])
  })

  test('who did not answer is said once, and not judged', async () => {
    const of = await said(`${ring} p-a`, { silent: 'p' })
    expect(of('dependent_actor')).toMatchObject([{ actor: 'p', status: 'insufficient', reason: 'did_not_answer' }])
    expect(of('single_tie')).toEqual([])
  })
})

describe('islet', () => {
  test('a pair beside the rest, with the nearest actor of its sphere, and its members nowhere else', async () => {
    const of = await said(`${ring} x-y`, { spheres: { firms: 'x b', schools: 'a c d' } })
    expect(of('islet')).toMatchObject([{ status: 'signal', members: ['x', 'y'], nearest: 'b' }])
    expect(of('islet')[0]?.probability).toBeGreaterThan(0.5)
    expect(of('single_tie')).toEqual([])
  })

  test('with a silent member it is not judged', async () => {
    const of = await said(`${ring} x-y`, { silent: 'y' })
    expect(of('islet')).toMatchObject([{ status: 'insufficient', reason: 'did_not_answer' }])
  })

  test('of equal pieces one is the largest component, and an isolate is no islet', async () => {
    expect((await said('a-b c-d e'))('islet').length).toBeLessThanOrEqual(1)
  })
})

describe('peripheral actor', () => {
  const clique = 'a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e'
  const chain = 'e-p p-q q-r r-s f-a g-a h-b i-b j-c k-c l-d m-d n-e o-e z-a'

  test('the end of the longest chain, with the way to the centre', async () => {
    const { findings } = await study(reported(surely(`${clique} ${chain}`)))
    const end = ofKind(findings, 'peripheral_actor').find(({ actor }) => actor === 's')
    expect(end).toMatchObject({ status: 'fact', path: ['s', 'r', 'q', 'p', 'e'] })
    expect(end?.probability).toBeGreaterThan(0.5)
  })

  test('says nothing when a quarter did not answer, or of fewer than twenty', async () => {
    const of = async (drawing: string, silent: string) => {
      const { findings } = await study(drawnCase(drawing, { silent }))
      return ofKind(findings, 'peripheral_actor')[0]
    }
    expect(await of(`${clique} ${chain}`, 'f g h i j')).toMatchObject({ reason: 'response_rate' })
    expect(await of(clique, '')).toMatchObject({ reason: 'too_small' })
  })
})

describe('whom to ask', () => {
  test('the silent, those named least first, then those whose answer would settle most', async () => {
    const { toAsk } = await study(drawnCase(`${ring} s t u v-a w-a w-b`, { silent: 's v w' }))
    expect(toAsk.map(({ actor, namedBy }) => `${actor} ${namedBy}`)).toEqual(['s 0', 'v 1', 'w 2'])
    expect(toAsk.every(({ asked, gain }) => asked && gain > 0)).toBe(true)
  })

  test('nobody where all answered, and nobody outside', async () => {
    expect((await study(drawnCase(ring))).toAsk).toEqual([])
    expect((await study(drawnCase(`${ring} x-a`, { outside: 'x', silent: 'x' }))).toAsk).toEqual([])
  })
})
