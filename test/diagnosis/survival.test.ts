import { describe, expect, test } from 'vitest'
import { randomStream } from '../../server/analysis/random.ts'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { diagnose, diagnoseNetwork } from '../../server/diagnosis/diagnose.ts'
import { furtherSilence, withoutRespondents } from '../../server/diagnosis/without-respondents.ts'
import { arcs, nodesOf } from '../analysis/drawing.ts'
import { drawnCase } from './draw.ts'
import { healthy, worldOf } from './worlds.ts'

describe('had they not answered either', () => {
  test('what only they told is lost, what others told of them is kept', () => {
    const drawing = 'a>b b>a a>c c>d'
    const actors = [...nodesOf(drawing).keys()]
    const subject = caseOfNetwork({ actors, graph: arcs(drawing), groups: [], answered: null, outside: null })
    const poorer = withoutRespondents(subject, [actors.indexOf('a')])
    const { sources, targets } = poorer.declared.graph
    expect([...sources].map((u, e) => `${actors[u]}${actors[targets[e] ?? -1]}`)).toEqual(['ab', 'cd'])
    expect([...poorer.silent]).toEqual([1, 0, 0, 0])
  })

  test('as many again in proportion: 3 of the 7 who answered when 3 of 10 did not, rounded', () => {
    const subject = drawnCase('a-b b-c c-d d-e e-f f-g g-h h-i i-j j-a', { silent: 'h i j' })
    const dropped = furtherSilence(subject, 0.7, randomStream('s'))
    expect(dropped).toHaveLength(2)
    expect([...dropped].every((node) => !subject.silent[node])).toBe(true)
    expect(furtherSilence(subject, 1, randomStream('s'))).toHaveLength(0)
  })
})

describe('survival of a finding', () => {
  test('is 1 when everybody answered', async () => {
    const { network } = worldOf(
      { ...healthy, planted: { kind: 'club', members: 7, density: 0.9, outside: 0.1, hidden: false } },
      'all',
    )
    const { findings } = await diagnoseNetwork(network, { effort: { published: 1_999 } })
    const signals = findings.filter(({ status, probability }) => status === 'signal' && probability === null)
    expect(signals.length).toBeGreaterThan(0)
    expect(signals.every(({ survival, named }) => survival === 1 && named)).toBe(true)
  })

  test('is a share of replicates, and names are kept back below .8', async () => {
    const options = {
      ...healthy,
      response: 0.7,
      planted: { kind: 'club', members: 8, density: 0.9, outside: 0.1, hidden: false } as const,
    }
    const { findings } = await diagnose(caseOfNetwork(worldOf(options, 'others').network), { effort: { survival: 30 } })
    const asked = findings.filter(({ survival }) => survival !== null)
    expect(asked.length).toBeGreaterThan(0)
    for (const { status, survival, named } of asked) {
      expect(status).toBe('signal')
      expect(survival).toBeGreaterThanOrEqual(0)
      expect(survival).toBeLessThanOrEqual(1)
      expect(named).toBe((survival ?? 0) >= 0.8)
    }
    expect(new Set(asked.map(({ survival }) => survival)).size).toBeGreaterThan(1)
  })

  test('is not asked of what was not found, nor of documents', async () => {
    const subject = { ...drawnCase('a-b b-c c-a d'), basis: 'documents' } as const
    const { findings } = await diagnose(subject)
    expect(findings.every(({ survival }) => survival === null)).toBe(true)
  })
})
