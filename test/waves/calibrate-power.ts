import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { compareWaves } from '../../server/waves/compare.ts'
import { pairOf } from '../../server/waves/ground.ts'
import { surveyPower } from '../../server/waves/power.ts'
import { type Change, surveyedTwice } from './worlds.ts'

/**
 * How often a change is said to be seen before a survey, on average over so many latest surveys, and how often a comparison then tells of it, in so many worlds that the
 * simulation knows nothing of. `npm run calibrate:power -- 300 60` prints a table of 300 worlds and 60 latest surveys.
 */
const [worlds = '100', surveys = worlds] = process.argv.slice(2)
const survey = { response: [0.8, 0.8], recall: [0.8, 0.8] } as const
const seeds = Array.from({ length: Number(worlds) }, (_, i) => `power ${i}`)
const sizes = [0.1, 0.15, 0.2, 0.3]
const kinds: Readonly<Record<string, (size: number) => Partial<Change>>> = {
  turnover: (size) => ({ ended: size, begun: size }),
  growth: (size) => ({ begun: size }),
  decline: (size) => ({ ended: size }),
}
const aboutOf = (kind: string) => (kind === 'turnover' ? 'turnover' : 'density')

const stated = seeds.slice(0, Number(surveys)).map((seed) => {
  const latest = groundOfNetworks([surveyedTwice(seed, survey).waves[0]])
  return surveyPower(latest, { seed, draws: 10 }).value?.expected.changes ?? []
})
console.log('| change | share of the ties | said to be seen | told of (95 %) |\n|---|---|---|---|')
for (const [kind, changeOf] of Object.entries(kinds)) {
  for (const size of sizes) {
    const said = stated.map((changes) => {
      const { curve = [] } = changes.find((change) => change.kind === kind) ?? {}
      // Larger ones are not tried once all are seen.
      const point = curve.find((own) => own.size === size)
      return point ? point.seen / point.draws : 1
    })
    const told = seeds.filter((seed) => {
      const { waves } = surveyedTwice(`told ${seed}`, { ...survey, ...changeOf(size) })
      const options = { seed, bootstrapDraws: 0, noiseDraws: 0 }
      const { claims } = compareWaves(pairOf(groundOfNetworks(waves), 0, 1), options).verdict
      return claims.some((claim) => claim.about === aboutOf(kind) && claim.isReal)
    }).length
    const mean = said.reduce((sum, share) => sum + share, 0) / said.length
    const { low, high } = wilson(told, seeds.length) ?? { low: 0, high: 1 }
    const cells = [kind, percent(size), percent(mean)]
    console.log(
      `| ${[...cells, `${percent(told / seeds.length)} (${percent(low)} to ${percent(high)})`].join(' | ')} |`,
    )
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
