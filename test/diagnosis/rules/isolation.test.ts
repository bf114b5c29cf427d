import { describe, expect, test } from 'vitest'
import {
  chanceMissed,
  isletFindings,
  isolatedFindings,
  peripheryFindings,
  singleTieFindings,
} from '../../../server/diagnosis/rules/isolation.ts'
import { defaultThresholds } from '../../../server/diagnosis/thresholds.ts'
import { drawnCase, qualityOf, said } from '../draw.ts'

describe('I0', () => {
  test('who has no tie inside the territory is isolated; outside it nobody asked', () => {
    const subject = drawnCase('a-b b-c d x', { outside: 'x' })
    expect(said(isolatedFindings(subject, qualityOf(subject), defaultThresholds))).toEqual(['signal d'])
  })

  test('of a silent actor only when two ties would have been missed with a chance below .2', () => {
    // 9 of 10 answer and both ends of every tie vouch for it: (1 − .9)² = .01.
    const few = drawnCase('a-b b-c c-d d-e e-f f-g g-h h-a a-c b-d c-e s', { silent: 's' })
    expect(said(isolatedFindings(few, qualityOf(few), defaultThresholds))).toEqual(['signal s'])
    // Half answer: whether the ties among the others are recalled or not, (1 − .5 q)² is .25 at best.
    const many = drawnCase('a-b b-c c-d s t u v', { silent: 's t u v' })
    expect(said(isolatedFindings(many, qualityOf(many), defaultThresholds))).toEqual([
      'insufficient s',
      'insufficient t',
      'insufficient u',
      'insufficient v',
    ])
  })

  test('12.5 % of the actors with three ties are missed when an end tells with chance .5', () => {
    const quality = { ...qualityOf(drawnCase('a-b')), responseRate: 1, recall: 0.5 }
    expect(chanceMissed(quality, { ...defaultThresholds, 'isolated.ties': 3 })).toBe(0.125)
  })

  test('a document that names no tie of an actor proves nothing', () => {
    const subject = { ...drawnCase('a-b c'), basis: 'documents' } as const
    const [finding] = isolatedFindings(subject, qualityOf(subject), defaultThresholds)
    expect(finding).toMatchObject({ status: 'insufficient', reason: 'documents', subject: 'c' })
  })
})

test('I1: the only partner, and the tie itself', () => {
  const subject = drawnCase('a-b b-c c-a d-a')
  const [finding, ...more] = singleTieFindings(subject, qualityOf(subject), defaultThresholds)
  expect(finding).toMatchObject({ status: 'signal', subject: 'd', partner: 'a' })
  expect(finding?.ties).toEqual([{ from: 'd', to: 'a', role: 'only', lastContact: null }])
  expect(more).toEqual([])
})

describe('I2', () => {
  test('a pair beside the rest, with the nearest actor of its sphere', () => {
    const subject = drawnCase('a-b b-c c-a c-d x-y', { spheres: { firms: 'x b', schools: 'a c d' } })
    const [finding, ...more] = isletFindings(subject, qualityOf(subject), defaultThresholds)
    expect(finding).toMatchObject({ status: 'signal', members: ['x', 'y'], partner: 'b' })
    expect(more).toEqual([])
  })

  test('of equal pieces one is the largest component, and an isolate is no islet', () => {
    const subject = drawnCase('a-b c-d e')
    expect(isletFindings(subject, qualityOf(subject), defaultThresholds)).toHaveLength(1)
  })
})

describe('I3', () => {
  const clique = 'a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e'
  const chain = 'e-p p-q q-r r-s f-a g-a h-b i-b j-c k-c l-d m-d n-e o-e z-a'

  test('the end of the longest chain, with the way to the centre', () => {
    const subject = drawnCase(`${clique} ${chain}`)
    const findings = peripheryFindings(subject, qualityOf(subject), defaultThresholds)
    expect(findings.map(({ subject: name }) => name)).toContain('s')
    expect(findings.find(({ subject: name }) => name === 's')?.members).toEqual(['s', 'r', 'q', 'p', 'e'])
  })

  test('says nothing when a quarter did not answer, or of fewer than twenty', () => {
    const silent = drawnCase(`${clique} ${chain}`, { silent: 'f g h i j' })
    expect(peripheryFindings(silent, qualityOf(silent), defaultThresholds)).toMatchObject([{ reason: 'response_rate' }])
    const small = drawnCase(clique)
    expect(peripheryFindings(small, qualityOf(small), defaultThresholds)).toMatchObject([{ reason: 'too_small' }])
  })
})
