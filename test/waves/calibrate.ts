import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import type { Graph } from '../../server/network/graph.ts'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { comparabilityOf } from '../../server/waves/comparability.ts'
import { compareWaves } from '../../server/waves/compare.ts'
import { densityChange } from '../../server/waves/density.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { recallChange } from '../../server/waves/recall.ts'
import { comparePairs } from '../../server/waves/ties.ts'
import { toldTwice } from '../../server/waves/told-twice.ts'
import { witnessedDyads } from '../../server/waves/witnessed.ts'
import { healthy } from '../diagnosis/worlds.ts'
import { type Change, surveyedTwice } from './worlds.ts'

/**
 * How often two surveys are said to have changed, and how often the intervals hold what is true: of growth and of the share that ended, that of the very world; of the change
 * of density and of the figures, what worlds of as many ties show on average. `npm run calibrate:waves -- 300 2000` prints two tables: what does not take long, of 2,000 worlds a row, and all else
 * of 300; a third argument picks the rows that begin so.
 */
const rows: readonly (readonly [name: string, change: Change])[] = [
  ['unchanged', { response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['unchanged, all answer', { response: [1, 1], recall: [0.8, 0.8] }],
  ['unchanged, 100 then 60 % answer', { response: [1, 0.6], recall: [0.8, 0.8] }],
  ['unchanged, recall .65', { response: [0.8, 0.8], recall: [0.65, 0.65] }],
  ['unchanged, recall .9 then .7', { response: [0.8, 0.8], recall: [0.9, 0.7] }],
  [
    'unchanged, Pareto, homophily 4',
    { world: { ...healthy, homophily: 4, propensity: 'pareto' }, response: [0.8, 0.8], recall: [0.8, 0.8] },
  ],
  [
    'unchanged, 25 actors',
    { world: { ...healthy, actors: 25, meanDegree: 4 }, response: [0.8, 0.8], recall: [0.8, 0.8] },
  ],
  [
    'unchanged, each as ready as it happens, recall .6 to 1',
    { response: [0.8, 0.8], recall: [0.8, 0.8], unsteady: 0.2 },
  ],
  ['changed, 15 % end and begin', { ended: 0.15, begun: 0.15, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 30 % end and begin', { ended: 0.3, begun: 0.3, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 20 % end', { ended: 0.2, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 25 % begin', { begun: 0.25, response: [0.8, 0.8], recall: [0.8, 0.8] }],
]

/** Of those that worlds without an outside have. */
const figures = ['transitivity', 'ei', 'efficiency', 'centralization'] as const

const [worlds = '100', more = worlds, only = ''] = process.argv.slice(2)
const tried = rows.filter(([name]) => name.startsWith(only))
const seedsOf = (name: string, count: string) => Array.from({ length: Number(count) }, (_, i) => `${name}:${i}`)

console.log('| worlds | density | growth | share ended |\n|---|---|---|---|')
for (const [name, change] of tried) {
  const found = seedsOf(name, more).flatMap((seed) => estimated(seed, change) ?? [])
  const cells = [
    held(aroundExpected(found.flatMap(({ ties, density }) => (density ? [{ ties, ...density }] : [])))),
    held(found.map(({ growth, growthInterval }) => ({ truth: growth, interval: growthInterval }))),
    held(found.map(({ ended, endedInterval }) => ({ truth: ended, interval: endedInterval }))),
  ]
  console.log(`| ${[name, ...cells].join(' | ')} |`)
}

console.log(
  `\n| worlds | said to have changed (95 %) | ${figures.join(' | ')} |\n|---|---|${'---|'.repeat(figures.length)}`,
)
for (const [name, change] of tried) {
  const found = seedsOf(name, worlds).map((seed) => compared(seed, change))
  const changed = found.filter(({ comparison }) => comparison.verdict.outcome === 'changed').length
  const { low, high } = wilson(changed, found.length) ?? { low: 0, high: 1 }
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`
  const cells = figures.map((id) =>
    held(
      aroundExpected(
        found.flatMap(({ ties, comparison }) => {
          const own = comparison.figures.get(id)?.value
          return own ? [{ ties, value: own.change, interval: own.interval }] : []
        }),
      ),
    ),
  )
  const said = `${percent(changed / found.length)} (${percent(low)} to ${percent(high)})`
  console.log(`| ${[name, said, ...cells].join(' | ')} |`)
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/** What does not take long, and what is true; null where levels are not compared. */
function estimated(seed: string, change: Change) {
  const { waves, truth } = surveyedTwice(seed, change)
  const pair = pairOf(groundOfNetworks(waves), 0, 1)
  if (comparabilityOf(pair).barrier.levels) return null
  const [then, now] = truth.map(keysOf) as [Set<number>, Set<number>]
  const density = densityChange(witnessedDyads(pair), 0, seed)
  return {
    ties: then.size,
    growth: now.size / then.size - 1,
    ended: [...then].filter((key) => !now.has(key)).length / then.size,
    density: density && { value: density.change, interval: density.dyadic.interval },
    growthInterval: recallChange(pair).value?.growthInterval,
    endedInterval: toldTwice(pair, comparePairs(pair)).value?.endedShare?.interval,
  }
}

function compared(seed: string, change: Change) {
  const { waves, truth } = surveyedTwice(seed, change)
  const pair = pairOf(groundOfNetworks(waves), 0, 1)
  return { comparison: compareWaves(pair, { seed, bootstrapDraws: 1, noiseDraws: 0 }), ties: truth[0].edgeCount }
}

function keysOf({ nodeCount, sources, targets }: Graph): Set<number> {
  return new Set([...sources.keys()].map((e) => (sources[e] ?? 0) * nodeCount + (targets[e] ?? 0)))
}

/** Where a share of the ties ends or begins, more change in worlds of more ties: what is true is the least-squares line over them. */
function aroundExpected(
  estimates: readonly { readonly ties: number; readonly value: number; readonly interval: Bounds }[],
) {
  const meanOf = (of: (estimate: (typeof estimates)[number]) => number) =>
    estimates.reduce((sum, estimate) => sum + of(estimate), 0) / estimates.length
  const [ties, value] = [meanOf((own) => own.ties), meanOf((own) => own.value)]
  const slope =
    meanOf((own) => (own.ties - ties) * (own.value - value)) / (meanOf((own) => (own.ties - ties) ** 2) || 1)
  return estimates.map((own) => ({ truth: value + slope * (own.ties - ties), interval: own.interval }))
}

/** Share of the intervals there are that hold the truth, and of how many. */
function held(tries: readonly { readonly truth: number; readonly interval: Bounds | undefined }[]): string {
  const told = tries.flatMap(({ truth, interval }) =>
    interval ? [interval.low <= truth && truth <= interval.high] : [],
  )
  return told.length === 0
    ? 'n. d.'
    : `${((100 * told.filter(Boolean).length) / told.length).toFixed(0)} % of ${told.length}`
}
