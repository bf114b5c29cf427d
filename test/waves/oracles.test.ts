import { describe, expect, test } from 'vitest'
import { degrees } from '../../server/analysis/degree.ts'
import { benjaminiHochberg } from '../../server/diagnosis/statistics/multiplicity.ts'
import { undirectedSupport } from '../../server/network/graph.ts'
import { agreementOf, agreementOfArcs, agreementOfPairs } from '../../server/waves/agreement.ts'
import { association } from '../../server/waves/association.ts'
import { communityChange } from '../../server/waves/communities.ts'
import { densityChange } from '../../server/waves/density.ts'
import { partitionAgreement } from '../../server/waves/partitions.ts'
import { kendallTauB, spearman } from '../../server/waves/ranks.ts'
import { comparePairs, dyadTransitions } from '../../server/waves/ties.ts'
import { witnessedDyads } from '../../server/waves/witnessed.ts'
import { ties } from '../analysis/drawing.ts'
import { oracle } from '../analysis/oracle.ts'
import { drawnPair, json, oracleWave } from './draw.ts'

const places = 9
type Numbers = Readonly<Record<string, number>>

/** Boys of Coleman's two surveys; spring is made from published data, see its file. */
function coleman(options: Parameters<typeof oracleWave>[1] = {}, later = options) {
  return drawnPair(oracleWave('coleman_fall', options), oracleWave('coleman_spring', later))
}

function expectNumbers(computed: object, expected: object, names: Readonly<Record<string, string>>) {
  for (const [ours, theirs] of Object.entries(names)) {
    expect((computed as Numbers)[ours], ours).toBeCloseTo((expected as Numbers)[theirs] ?? Number.NaN, places)
  }
}

const counted = { dyads: 'dyads', kept: 'persist', ended: 'dissolved', new: 'created', jaccard: 'jaccard' }
const whole = {
  ...counted,
  never: 'stayAbsent',
  hamming: 'hamming',
  hammingShare: 'hammingNorm',
  matching: 'matching',
  survival: 'survival',
  novelty: 'novelty',
  densityBefore: 'density1',
  densityAfter: 'density2',
  phi: 'phi',
  kappa: 'kappa',
  yulesQ: 'yulesQ',
}

describe('Coleman, fall to spring', () => {
  const expected = json('waves_coleman') as Readonly<Record<string, Numbers>> & {
    readonly directed: {
      readonly bootstrap: Numbers & { readonly ci95DiffPercentile: readonly [number, number] }
      readonly jackknife: Readonly<Record<string, Numbers>>
      readonly rank: Numbers
      readonly dyadTransitions_null_asym_mutual: readonly (readonly number[])[]
    }
  }

  test('who names whom', () => {
    const pair = coleman()
    expectNumbers(agreementOfArcs(pair, comparePairs(pair)), expected.directed, whole)
  })

  test('who is tied, named by one at least', () => {
    const pair = coleman()
    expectNumbers(agreementOfPairs(pair, comparePairs(pair)), expected.undirectedSupport ?? {}, whole)
  })

  test('seven leave', () => {
    const gone = ['b01', 'b02', 'b03', 'b04', 'b05', 'b06', 'b07']
    const pair = coleman({}, { leave: gone })
    expectNumbers(agreementOfArcs(pair, comparePairs(pair)), expected.commonRoster_without_b01_b07 ?? {}, whole)
  })

  test('five do not answer', () => {
    const pair = coleman({ silent: ['b69', 'b70', 'b71', 'b72', 'b73'] })
    expectNumbers(agreementOfArcs(pair, comparePairs(pair)), expected.masked_rows_b69_b73_nonrespondents ?? {}, counted)
  })

  test('pairs of none, one and two', () => {
    const pair = coleman()
    expect(dyadTransitions(pair, comparePairs(pair))).toEqual(expected.directed.dyadTransitions_null_asym_mutual)
  })

  test('density, its jackknife exactly and its bootstrap within three standard errors of the chain', () => {
    const { bootstrap, jackknife } = expected.directed
    const found = densityChange(witnessedDyads(coleman(), 'arcs'), 4000, 'coleman')
    expect(found?.change).toBeCloseTo(bootstrap.diff ?? 0, places)
    expect(found?.jackknife.before).toBeCloseTo(jackknife.densityFall?.seTukey ?? 0, places)
    expect(found?.jackknife.after).toBeCloseTo(jackknife.densitySpring?.seTukey ?? 0, places)
    // The dyadic factor of the file and Tukey's differ by a known ratio: (n − 2)/(2n) against (n − 1)/n.
    const ratio = Math.sqrt(72 / 73 / (71 / 146))
    expect(found?.jackknife.change).toBeCloseTo((jackknife.densityDiff?.seSnijdersBorgatti ?? 0) * ratio, places)
    // A standard deviation of 4,000 draws has a relative standard error of 1 / √8000, and so has theirs.
    const allowed = (3 * Math.SQRT2) / Math.sqrt(8000)
    const drawn = found?.bootstrap.standardErrors
    expect(Math.abs((drawn?.before ?? 0) / (bootstrap.seFall ?? 1) - 1)).toBeLessThan(allowed)
    expect(Math.abs((drawn?.after ?? 0) / (bootstrap.seSpring ?? 1) - 1)).toBeLessThan(allowed)
    expect(Math.abs((drawn?.change ?? 0) / (bootstrap.seDiffPaired ?? 1) - 1)).toBeLessThan(allowed)
    const [low, high] = bootstrap.ci95DiffPercentile
    expect(Math.abs((found?.bootstrap.interval.low ?? 0) - low)).toBeLessThan(0.05 * (high - low))
    expect(Math.abs((found?.bootstrap.interval.high ?? 0) - high)).toBeLessThan(0.05 * (high - low))
  })

  test('ranks of those named', () => {
    const received = ['coleman_fall', 'coleman_spring'].map((id) => degrees(oracleWave(id).graph.in))
    const sent = ['coleman_fall', 'coleman_spring'].map((id) => degrees(oracleWave(id).graph.out))
    const { rank } = expected.directed
    expect(spearman(received[0] ?? [], received[1] ?? [])).toBeCloseTo(rank.spearmanIndegree ?? 0, places)
    expect(kendallTauB(received[0] ?? [], received[1] ?? [])).toBeCloseTo(rank.kendallTauBIndegree ?? 0, places)
    expect(spearman(sent[0] ?? [], sent[1] ?? [])).toBeCloseTo(rank.spearmanOutdegree ?? 0, places)
  })
})

test('Florentine marriage: density, jackknife exactly, bootstrap within five percent', () => {
  const { density } = json('bootstrap_florentine') as {
    readonly density: { readonly value: number; readonly bootSE: number; readonly jackknife: Numbers }
  }
  const wave = oracleWave('florentine_marriage')
  const found = densityChange(witnessedDyads(drawnPair(wave, wave)), 4000, 'florentine')
  expect(found?.before).toBeCloseTo(density.value, places)
  expect(found?.jackknife.before).toBeCloseTo(density.jackknife.seTukey ?? 0, places)
  expect(Math.abs((found?.bootstrap.standardErrors.before ?? 0) / density.bootSE - 1)).toBeLessThan(0.05)
  expect(found?.change).toBe(0)
})

test('Florentine marriage and business: QAP', () => {
  const expected = json('qap_florentine') as Numbers
  const [marriage, business] = ['florentine_marriage', 'florentine_business'].map((id) => oracle(id).subject.graph)
  if (!marriage || !business) throw new Error('no graphs')
  const draws = 20_000
  const { value } = association(marriage, business, { sameRelation: false, answered: null, draws, stream: 'qap' })
  expect(value?.phi).toBeCloseTo(expected.phi ?? 0, places)
  expect(value?.overlap).toBe(expected.overlapTies)
  expect(value?.expectedOverlap).toBe(expected.expectedOverlap)
  const p = expected.pOneSided ?? 0
  expect(Math.abs((value?.upperP ?? 1) - p)).toBeLessThan(
    3 * Math.sqrt((p * (1 - p)) / draws + (p * (1 - p)) / 200_000),
  )
  const both = agreementOf({ kept: 8, ended: 20 - 8, new: 15 - 8, never: 120 - 27 })
  expect(both.jaccard).toBeCloseTo(expected.jaccard ?? 0, places)
  expect(both.matching).toBeCloseTo(expected.matching ?? 0, places)
})

test('six actors: every permutation', () => {
  const { qap } = json('exact_permutation') as {
    readonly qap: Numbers & { readonly wave1: readonly string[][]; readonly wave2: readonly string[][] }
  }
  const roster = 'a b c d e f'
  const drawn = (edges: readonly string[][]) => ties(`${roster} ${edges.map((edge) => edge.join('-')).join(' ')}`)
  const options = { sameRelation: false, answered: null, draws: 0, stream: '' }
  const { value } = association(drawn(qap.wave1), drawn(qap.wave2), options)
  expect(value?.listed).toBe(qap.nPerm)
  expect(value?.phi).toBeCloseTo(qap.phi ?? 0, places)
  expect(value?.upperP).toBeCloseTo(qap.pGreaterEq ?? 0, places)
  expect(value?.lowerP).toBeCloseTo(qap.pLessEq ?? 0, places)
  expect(value?.twoSidedP).toBeCloseTo(qap.pTwoSidedAbs ?? 0, places)
  expect(value?.permuted.mean).toBeCloseTo(0, places)
  expect(value?.permuted.standardDeviation).toBeCloseTo(qap.permSD ?? 0, places)
})

test('two divisions of twelve', () => {
  const { x, y, metrics } = json('community_comparison') as {
    readonly x: readonly number[]
    readonly y: readonly number[]
    readonly metrics: Numbers & {
      readonly contingency: readonly (readonly number[])[]
      readonly hungarian: readonly (readonly [number, number, number])[]
      readonly igraph: Numbers
    }
  }
  const found = partitionAgreement(x, y)
  expect(found.contingency).toEqual(metrics.contingency)
  expect(found.entropies[0]).toBeCloseTo(metrics.Hx ?? 0, places)
  expect(found.entropies[1]).toBeCloseTo(metrics.Hy ?? 0, places)
  expectNumbers(found, metrics, {
    mutualInformation: 'MI',
    nmi: 'NMI_arith',
    variation: 'VI_nats',
    variationShare: 'VI_norm',
    adjustedRand: 'ARI',
    rand: 'Rand',
  })
  const nodes = [...x.keys()]
  const { before } = communityChange({ nodes, label: x }, { nodes, label: y })
  expect(before.map(({ label, others, jaccard }) => [label, others[0], jaccard])).toEqual(
    metrics.hungarian.map(([i, j, value]) => [i, j, value]),
  )
})

test('Benjamini and Hochberg’s ten', () => {
  const { p, q_BH: q } = json('benjamini_hochberg') as {
    readonly p: readonly number[]
    readonly q_BH: readonly number[]
  }
  benjaminiHochberg(p).forEach((value, i) => {
    expect(value).toBeCloseTo(q[i] ?? 0, places)
  })
})

test('the support of Coleman’s arcs is what comparePairs sees', () => {
  const pair = coleman()
  const tiedThen = comparePairs(pair).filter(({ before }) => before !== 0).length
  expect(tiedThen).toBe(undirectedSupport(oracleWave('coleman_fall').graph).edgeCount)
})
