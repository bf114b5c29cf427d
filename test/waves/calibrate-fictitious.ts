import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { type Tried, triedSeed } from './fictitious.ts'

/** What comparisons make of other seeds of the fictitious territory: `npm run calibrate:territory -- 50` prints a table. */
const [seeds = '50'] = process.argv.slice(2)
const tried = Array.from({ length: Number(seeds) }, (_, i) => triedSeed(`autre ${i}`))

function share(of: readonly boolean[]): string {
  const found = of.filter(Boolean).length
  const { low, high } = wilson(found, of.length) ?? { low: 0, high: 1 }
  return `${found} of ${of.length} (${(100 * low).toFixed(0)} % to ${(100 * high).toFixed(0)} %)`
}

const outcomes = (of: (one: Tried) => string, outcome: string) => share(tried.map((one) => of(one) === outcome))
const held = tried.flatMap(({ held: own }) => (own === null ? [] : [own]))
const total = (of: (one: Tried) => number) => tried.reduce((sum, one) => sum + of(one), 0)
console.log('| of the fictitious territory | seeds (95 %) |\n|---|---|')
console.log(`| two years, said to have changed | ${outcomes((one) => one.overTwo, 'changed')} |`)
console.log(`| the last year, said to have changed | ${outcomes((one) => one.overOne, 'changed')} |`)
console.log(`| the share that ended in two years lies in its interval | ${share(held)} |`)
console.log(
  `| ties said to be kept that were there both times | ${total((one) => one.trulyKept)} of ${total((one) => one.kept)} |`,
)
console.log(
  `| the same network asked about twice, said not to have changed | ${outcomes((one) => one.healthy, 'unchanged')} |`,
)
