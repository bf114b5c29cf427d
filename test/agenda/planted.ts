import { worldOf } from '../../examples/fictitious/world.ts'
import { agendaOf } from '../../server/agenda/agenda.ts'
import type { Item } from '../../server/agenda/item.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { rulesOf } from '../../server/diagnosis/thresholds.ts'

/** Whether what was planted in a wave of a fictitious territory is among the first decisions of its agenda. */
export interface Planted {
  readonly seed: string
  readonly wave: string
  readonly club: boolean
  readonly broker: boolean
  readonly pair: boolean
  /** What each decision is about and has at stake, in their order. */
  readonly items: readonly string[]
}

/** Every wave of the territory of a seed, by first or by refined findings. */
export async function plantedIn(seed: string, until: 'first' | 'refined' = 'first'): Promise<Planted[]> {
  const { territory, planted } = worldOf(seed, { id: 'world' })
  const found: Planted[] = []
  for (const wave of territory.waves.keys()) {
    const rules = rulesOf(territory.settings)
    const diagnosis = await diagnoseTerritory(territory, wave, { until, seed })
    const { items } = agendaOf(territory, caseOf(territory, wave, rules), diagnosis, rules.thresholds)
    const decisions = items.filter(({ calling }) => calling !== 'fact').slice(0, 5)
    const [one, other] = planted.excluded
    found.push({
      seed,
      wave,
      club: decisions.some(({ cause }) => cause.kind === 'closed_group' && cause.group?.id === planted.club.space),
      broker: decisions.some(({ cause }) => cause.kind === 'go_between' && cause.broker === planted.broker.actor),
      pair: decisions.some(({ cause }) => {
        if (cause.kind !== 'sphere_apart') return false
        const spheres = [cause.sphere, ...cause.others]
        return spheres.includes(one) && spheres.includes(other)
      }),
      items: decisions.map(saidOf),
    })
  }
  return found
}

function saidOf({ cause, stake: { actors, share, solidity, total } }: Item): string {
  return `${cause.kind} ${actors} × ${share.toFixed(2)} × ${solidity.toFixed(2)} = ${total.toFixed(1)}`
}

if (import.meta.main) {
  const [count = '50', prefix = 'fresh', until = 'first'] = process.argv.slice(2)
  const tally = { waves: 0, club: 0, broker: 0, pair: 0 }
  for (let index = 0; index < Number(count); index++) {
    for (const one of await plantedIn(`${prefix} ${index}`, until === 'refined' ? 'refined' : 'first')) {
      tally.waves++
      for (const part of ['club', 'broker', 'pair'] as const) tally[part] += Number(one[part])
      console.log(JSON.stringify(one))
    }
  }
  console.log(JSON.stringify(tally))
}
