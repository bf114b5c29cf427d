import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import type { Graph } from '../../server/network/graph.ts'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { type Comparison, compareWaves } from '../../server/waves/compare.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { healthy } from '../diagnosis/worlds.ts'
import { type Change, surveyedTwice } from './worlds.ts'

/**
 * How often two surveys are said to have changed, and how often the intervals hold what is true: of growth and of the share that ended, that of the very world; of the change
 * of density and of efficiency, the mean over worlds. `npm run calibrate:waves -- 100` prints a table; a second argument picks the rows that begin so.
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
  ['changed, 15 % end and begin', { ended: 0.15, begun: 0.15, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 30 % end and begin', { ended: 0.3, begun: 0.3, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 20 % end', { ended: 0.2, response: [0.8, 0.8], recall: [0.8, 0.8] }],
  ['changed, 25 % begin', { begun: 0.25, response: [0.8, 0.8], recall: [0.8, 0.8] }],
]

/** Of those that worlds without an outside have. */
const figures = ['transitivity', 'ei', 'efficiency', 'centralization'] as const

const [worlds = '100', only = ''] = process.argv.slice(2)
console.log(`| worlds | said to have changed (95 %) | density | growth | share ended | ${figures.join(' | ')} |`)
console.log(`|---|---|---|---|---|${figures.map(() => '---|').join('')}`)
for (const [name, change] of rows) {
  if (!name.startsWith(only)) continue
  const found = Array.from({ length: Number(worlds) }, (_, i) => tried(`${name}:${i}`, change))
  const changed = found.filter(({ comparison }) => comparison.verdict.outcome === 'changed').length
  const { low, high } = wilson(changed, found.length) ?? { low: 0, high: 1 }
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`
  const density = found.map(({ comparison }) => comparison.density.value).filter((value) => value !== null)
  const cells = [
    name,
    `${percent(changed / found.length)} (${percent(low)} to ${percent(high)})`,
    held(aroundMean(density.map(({ change: value, dyadic }) => ({ value, interval: dyadic.interval })))),
    held(found.map(({ comparison, growth }) => ({ truth: growth, interval: comparison.recall.value?.growthInterval }))),
    held(found.map(({ comparison, ended }) => ({ truth: ended, interval: endedInterval(comparison) }))),
    ...figures.map((id) => {
      const changes = found.map(({ comparison }) => comparison.figures.get(id)?.value ?? null)
      return held(aroundMean(changes.flatMap((own) => (own ? [{ value: own.change, interval: own.interval }] : []))))
    }),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

interface Bounds {
  readonly low: number
  readonly high: number
}

function tried(seed: string, change: Change) {
  const { waves, truth } = surveyedTwice(seed, change)
  const comparison = compareWaves(pairOf(groundOfNetworks(waves), 0, 1), { seed, bootstrapDraws: 1, noiseDraws: 0 })
  const [then, now] = truth.map(keysOf) as [Set<number>, Set<number>]
  const ended = [...then].filter((key) => !now.has(key)).length / then.size
  return { comparison, ended, growth: now.size / then.size - 1 }
}

function keysOf({ nodeCount, sources, targets }: Graph): Set<number> {
  return new Set([...sources.keys()].map((e) => (sources[e] ?? 0) * nodeCount + (targets[e] ?? 0)))
}

function endedInterval({ toldTwice }: Comparison): Bounds | undefined {
  return toldTwice.value?.endedShare?.interval
}

function aroundMean(estimates: readonly { readonly value: number; readonly interval: Bounds }[]) {
  const truth = estimates.reduce((sum, { value }) => sum + value, 0) / estimates.length
  return estimates.map(({ interval }) => ({ truth, interval }))
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
