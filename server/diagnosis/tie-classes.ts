import type { Case } from './case.ts'
import type { TieClasses } from './null/degree-draws.ts'

/**
 * The same words mean different ties to different authors, so both readings are shown and each is labelled.
 *
 * `callois`: bonding is inside the territory and within a sphere, linking inside and between spheres, bridging has one end outside.
 * J.-M. Callois, B. Schmitt (2009), The role of social capital components on local economic growth, Review of Agricultural and Environmental Studies 90:257-286.
 *
 * `woolcock`: linking is vertical, two steps of scope apart or of a kind that is power over the other (funding, governance); bridging is between spheres or
 * across the border at a similar level; bonding is what is left. S. Szreter, M. Woolcock (2004), Health by association?, International Journal of
 * Epidemiology 33:650-667.
 *
 * Ties between two actors outside are of no class.
 */
export const readings = ['callois', 'woolcock'] as const
export type Reading = (typeof readings)[number]

export const tieClasses = ['bonding', 'linking', 'bridging'] as const
export type TieClass = (typeof tieClasses)[number]

const [bonding, linking, bridging] = [0, 1, 2]
/** Steps of scope from which a tie is vertical. */
const verticalSteps = 2

/** Both readings as tables for the draws; breadth counts the actors inside that answered. */
export function tieClassesOf(subject: Case): TieClasses {
  const { actors, outside, spheres, levels, declared, silent } = subject
  const labels = new Map<string, number>()
  const described: { out: boolean; sphere: number; level: number }[] = []
  const labelOf = Int32Array.from(actors.keys(), (node) => {
    const is = { out: outside[node] === 1, sphere: spheres.groupOf[node]!, level: levels ? levels[node]! : 0 }
    const key = `${is.out} ${is.sphere} ${is.level}`
    const known = labels.get(key)
    if (known !== undefined) return known
    labels.set(key, described.length)
    described.push(is)
    return described.length - 1
  })
  const table = (classify: (a: (typeof described)[number], b: (typeof described)[number]) => number) =>
    Int32Array.from(described.flatMap((a) => described.map((b) => (a.out && b.out ? -1 : classify(a, b)))))
  const sameSphere = (a: { sphere: number }, b: { sphere: number }) => a.sphere >= 0 && a.sphere === b.sphere
  return {
    labelOf,
    labelCount: described.length,
    readings: [
      {
        classCount: tieClasses.length,
        table: table((a, b) => (a.out || b.out ? bridging : sameSphere(a, b) ? bonding : linking)),
        vertical: -1,
      },
      {
        classCount: tieClasses.length,
        table: table((a, b) => {
          if (Math.abs(a.level - b.level) >= verticalSteps) return linking
          return sameSphere(a, b) && a.out === b.out ? bonding : bridging
        }),
        vertical: linking,
      },
    ],
    vertical: declared.vertical,
    counted: outside.map((flag, node) => (flag || silent[node] ? 0 : 1)),
    beyond: outside,
  }
}

/** The class of an edge of the declared network in a reading; -1 for none. */
export function classOf(classes: TieClasses, reading: Reading, subject: Case, e: number): number {
  const { graph } = subject.declared
  const { table, vertical } = classes.readings[readings.indexOf(reading)]!
  const byLabels =
    table[classes.labelOf[graph.sources[e]!]! * classes.labelCount + classes.labelOf[graph.targets[e]!]!]!
  return byLabels >= 0 && vertical >= 0 && classes.vertical[e] ? vertical : byLabels
}
