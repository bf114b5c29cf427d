import { thresholdPrefix } from '../domain/note.ts'
import type { Setting } from '../domain/territory.ts'

/** Counts up with every change of a rule or of a default below: findings under different versions are not compared blindly. */
export const rulesVersion = '4'

/** One number a rule decides by. A territory may set its own within the bounds. */
interface Threshold {
  readonly value: number
  readonly least: number
  readonly most: number
}

const share = (value: number): Threshold => ({ value, least: 0, most: 1 })
const count = (value: number): Threshold => ({ value, least: 0, most: 1_000_000 })
const months = (value: number): Threshold => ({ value, least: 0.5, most: 600 })

/**
 * Every threshold, with its default.
 *
 * `response`: shares of those asked who answered from which rankings are full, shown with bands, left out, and below which only coverage is said.
 * `group`, `actor`, `territory`: lock-in. `absence`: who is isolated, hangs by one tie or on one other. What follows: I2 to I8 in order. `programme`: P1, P3 and P6. `survival.names`:
 * below it a finding hides whom it is about. `halfLife`: of ties, by kind; `halfLife.other` for kinds not named.
 */
export const thresholdTable = {
  'response.full': share(0.8),
  'response.bands': share(0.7),
  'response.composition': share(0.5),
  'group.leastMembers': count(4),
  'group.leastInternalTies': count(4),
  'group.leastResponse': share(0.6),
  'group.level': share(0.05),
  'group.mostOpening': share(0.5),
  'group.leastClosure': { value: 2, least: 1, most: 100 },
  'actor.leastActors': count(26),
  'group.renewalLevel': share(0.05),
  'actor.leastDegree': count(3),
  'actor.leastClustering': share(0.4),
  'actor.mostOpening': share(0.5),
  'actor.leastExcess': { value: 2, least: 1, most: 100 },
  'actor.partialLevel': share(0.1),
  'actor.falseDiscovery': share(0.1),
  'territory.firstCarrier': share(0.5),
  'territory.concentration': share(0.25),
  'territory.leastExternalTies': count(4),
  'territory.leastPeers': count(8),
  /** Opening below which the territory's own committee decided to speak of withdrawal; 0: it decided nothing. */
  'territory.adoptedOpening': share(0),
  /** Probability beyond which a tie that nobody told of is said to be absent. */
  'absence.leastProbability': { value: 0.5, least: 0.5, most: 1 },
  'islet.mostMembers': count(4),
  'islet.mostShare': share(0.05),
  'periphery.leastActors': count(20),
  'periphery.share': share(0.1),
  'dependence.share': share(0.8),
  'dependence.leastReached': count(5),
  'dependence.mostShare': share(0.25),
  'excluded.leastActors': count(26),
  'excluded.falseDiscovery': share(0.05),
  'excluded.leastExpected': count(3),
  'excluded.mostRatio': share(0.5),
  'excluded.clusteringLevel': share(0.05),
  'excluded.mostClustering': { value: 1.5, least: 1, most: 100 },
  'apart.leastActors': count(17),
  'apart.leastMembers': count(3),
  'apart.level': share(0.03),
  'apart.mostRatio': share(0.45),
  'fading.silence': share(0.05),
  'fading.share': share(0.5),
  'fading.leastKnown': share(0.6),
  'broker.leastCut': count(3),
  'broker.leastShare': share(0.05),
  'broker.level': share(0.05),
  'programme.leastProjects': count(8),
  'programme.level': share(0.05),
  'programme.leastShare': share(1 / 3),
  'programme.leastDependent': count(2),
  'programme.leastNamed': count(3),
  /** Closure beyond chance at which the cross stands, and the largest error with which a territory is placed. */
  'cohesion.cross': share(0.1),
  'cohesion.mostError': share(0.1),
  'survival.names': share(0.8),
  'halfLife.other': months(12),
  'halfLife.information': months(6),
  'halfLife.cooperation': months(12),
  'halfLife.funding': months(24),
} as const satisfies Record<string, Threshold>

export type ThresholdKey = keyof typeof thresholdTable
export type Thresholds = Readonly<Record<ThresholdKey, number>>

export const thresholdKeys = Object.keys(thresholdTable) as ThresholdKey[]

export const defaultThresholds = Object.fromEntries(
  thresholdKeys.map((key) => [key, thresholdTable[key].value]),
) as Thresholds

/**
 * The thresholds of a territory: its settings where they hold a number within bounds, defaults elsewhere. A half-life may be set for
 * any kind of tie, `diagnosis.halfLife.trust`.
 */
export interface Rules {
  readonly thresholds: Thresholds
  /** Half-life in months by kind of tie, for every kind set or named by default. */
  readonly halfLives: ReadonlyMap<string, number>
  /** The version of the rules and, after a +, what the territory changed: the same text, the same rules. */
  readonly version: string
  /** Settings that begin as thresholds do and could not be used. */
  readonly ignored: readonly string[]
}

export function rulesOf(settings: ReadonlyMap<string, Setting>): Rules {
  const thresholds: Record<string, number> = { ...defaultThresholds }
  const halfLives = new Map<string, number>()
  const ignored: string[] = []
  const changed: string[] = []
  for (const { key, value } of settings.values()) {
    if (!key.startsWith(thresholdPrefix)) continue
    const name = key.slice(thresholdPrefix.length)
    const bounds = boundsOf(name)
    if (!bounds || typeof value !== 'number' || !(value >= bounds.least && value <= bounds.most)) {
      ignored.push(key)
      continue
    }
    if (thresholds[name] === value) continue
    thresholds[name] = value
    changed.push(`${name}=${value}`)
  }
  for (const [name, value] of Object.entries(thresholds)) {
    if (name.startsWith('halfLife.')) halfLives.set(name.slice('halfLife.'.length), value)
  }
  return {
    thresholds: Object.fromEntries(thresholdKeys.map((key) => [key, thresholds[key]])) as Thresholds,
    halfLives,
    version: [rulesVersion, ...changed.sort()].join('+'),
    ignored,
  }
}

export const defaultRules: Rules = rulesOf(new Map())

function boundsOf(name: string): Threshold | undefined {
  if (name.startsWith('halfLife.')) return thresholdTable['halfLife.other']
  return (thresholdTable as Record<string, Threshold>)[name]
}
