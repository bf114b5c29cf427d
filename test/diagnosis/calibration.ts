import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { defaultEffort, mostActors } from '../../server/diagnosis/diagnose.ts'
import type { Finding, Kind } from '../../server/diagnosis/finding.ts'
import { piecesWithout } from '../../server/diagnosis/pieces.ts'
import { dataQualityOf } from '../../server/diagnosis/response.ts'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { ActorStudy } from '../../server/diagnosis/study-of-actors.ts'
import { GroupStudy } from '../../server/diagnosis/study-of-groups.ts'
import { SphereStudy } from '../../server/diagnosis/study-of-spheres.ts'
import { defaultThresholds, type Thresholds } from '../../server/diagnosis/thresholds.ts'
import { here } from '../../server/diagnosis/work.ts'
import type { Graph } from '../../server/network/graph.ts'
import { subjectOf } from './told.ts'
import { healthy, type Plant, type PlantedWorld, type WorldOptions, worldOf } from './worlds.ts'

/** What a diagnosis may flag that is not there. */
export const claims = ['group', 'actor', 'pair', 'sphere', 'broker'] as const
export type Claim = (typeof claims)[number]

/** The most worlds in which a claim may be false. */
export const bounds: Readonly<Record<Claim, number>> = {
  group: 0.05,
  actor: 0.05,
  pair: 0.1,
  sphere: 0.05,
  broker: 0.05,
}

/** One line of the tables: many worlds of one kind. */
export interface Row {
  readonly name: string
  readonly options: WorldOptions
  /** Claims without a bound: the document says why. */
  readonly unbounded?: readonly Claim[]
  /** Least share of what was planted that is to be found. */
  readonly power?: number
}

/** How many worlds of how many. */
export interface Share {
  readonly of: number
  readonly count: number
}

/** Counts over worlds, which add up over chunks of them. */
export type Tally = Readonly<Record<Measure, Share>>
/** Claims of which a finding may say that they are due to where actors are. */
export const placed = ['group', 'broker'] as const satisfies readonly Claim[]
/**
 * `false`: worlds with a flag that was not planted and that the finding does not lay to places, among all. `laid to places`: flags that it does lay to them, among all
 * where places are recorded. `judged`: worlds in which the data could tell. `found`: planted ones flagged, among those judged. `beside`: worlds where another than the planted
 * go-between is flagged, and truly cuts off as many.
 */
export type Measure =
  | `false ${Claim}`
  | `judged ${Claim}`
  | `${(typeof placed)[number]} laid to places`
  | 'found'
  | 'planted judged'
  | 'any found'
  | 'beside'
export const measures: readonly Measure[] = [
  ...claims.flatMap((claim): Measure[] => [`false ${claim}`, `judged ${claim}`]),
  ...placed.map((claim): Measure => `${claim} laid to places`),
  'beside',
  'found',
  'planted judged',
  'any found',
]

export function addTallies(a: Tally, b: Tally): Tally {
  return tallyOf((measure) => ({ of: a[measure].of + b[measure].of, count: a[measure].count + b[measure].count }))
}

export const emptyTally: Tally = tallyOf(() => ({ of: 0, count: 0 }))

function tallyOf(share: (measure: Measure) => Share): Tally {
  return Object.fromEntries(measures.map((measure) => [measure, share(measure)])) as Record<Measure, Share>
}

const communes = { kind: 'communes', leaning: 0.6, recorded: true } as const
const spread = { leaning: 0.6, recorded: true } as const

/** Worlds in which nothing is planted, seen whole. */
const families: readonly Row[] = [
  { name: 'homophily × 1', options: healthy },
  { name: 'homophily × 2', options: { ...healthy, homophily: 2 } },
  { name: 'homophily × 4', options: { ...healthy, homophily: 4 }, unbounded: ['group'] },
  { name: 'unequal homophily', options: { ...healthy, homophily: [6, 1, 1, 3, 1] }, unbounded: ['group'] },
  { name: 'Pareto degrees', options: { ...healthy, homophily: 2, propensity: 'pareto' } },
  { name: 'a hub', options: { ...healthy, homophily: 2, propensity: 'hub' } },
  { name: 'mean degree 1.5', options: { ...healthy, meanDegree: 1.5 } },
  { name: 'communes × 5, spheres lean', options: { ...healthy, geography: { ...communes, nearer: 5 } } },
  { name: 'communes × 10, spheres lean', options: { ...healthy, geography: { ...communes, nearer: 10 } } },
  {
    name: 'two territories × 10',
    options: { ...healthy, spheres: 4, geography: { ...spread, kind: 'territories', nearer: 10 } },
  },
  {
    name: 'geometric, places recorded',
    options: { ...healthy, geography: { ...spread, kind: 'plane' } },
    unbounded: ['group', 'pair', 'broker'],
  },
  {
    name: 'geometric, places not recorded',
    options: { ...healthy, geography: { ...spread, kind: 'plane', recorded: false } },
    unbounded: ['group', 'pair', 'broker'],
  },
  {
    name: 'latent affinity',
    options: { ...healthy, geography: { ...spread, kind: 'affinity', recorded: false } },
    unbounded: ['pair'],
  },
  ...[12, 16, 25, 120].map((actors) => ({ name: `${actors} actors`, options: { ...healthy, actors, homophily: 2 } })),
]

/** What a survey tells of a world: shares that answer, and that a respondent recalls of its ties. */
const surveys = [
  { response: 1, recall: 0.8 },
  { response: 0.8, recall: 0.8 },
  { response: 0.7, recall: 0.8 },
  { response: 0.6, recall: 0.8 },
  { response: 1, recall: 0.65 },
  { response: 0.8, recall: 0.65 },
  { response: 0.7, recall: 0.65 },
  { response: 0.6, recall: 0.65 },
] as const

function club(members: number, outside: number): Plant {
  return { kind: 'club', members, density: 0.88, outside, exact: true, hidden: false }
}

function hidden(members: number, outside: number): Plant {
  return { kind: 'club', members, density: 0.88, outside, hidden: true }
}

const homophilous: WorldOptions = { ...healthy, homophily: 1.5 }

/** Worlds in which one thing is planted. */
const plants: readonly Row[] = [
  { name: 'club of 5, outside ÷ 3', options: { ...homophilous, planted: club(5, 1 / 3) }, power: 0.95 },
  { name: 'club of 6, outside ÷ 3', options: { ...homophilous, planted: club(6, 1 / 3) }, power: 0.95 },
  { name: 'club of 8, outside ÷ 10', options: { ...homophilous, planted: club(8, 1 / 10) }, power: 0.95 },
  { name: 'club of 7, outside ÷ 2', options: { ...homophilous, planted: club(7, 1 / 2) }, power: 0.85 },
  { name: '5 hidden in a sphere, outside × 0.3', options: { ...homophilous, planted: hidden(5, 0.3) } },
  { name: '6 hidden in a sphere, outside × 0.3', options: { ...homophilous, planted: hidden(6, 0.3) } },
  { name: '8 hidden in a sphere, outside × 0.2', options: { ...homophilous, planted: hidden(8, 0.2) } },
  { name: '5 hidden, outside × 0.3, homophily × 1', options: { ...healthy, planted: hidden(5, 0.3) } },
  { name: '6 hidden, outside × 0.3, homophily × 1', options: { ...healthy, planted: hidden(6, 0.3) } },
  { name: '8 hidden, outside × 0.2, homophily × 1', options: { ...healthy, planted: hidden(8, 0.2) } },
  {
    name: 'club of 6, outside ÷ 3, communes × 5',
    options: { ...homophilous, geography: { ...communes, nearer: 5 }, planted: club(6, 1 / 3) },
    power: 0.95,
  },
  ...[25, 60, 120].map((actors) => ({
    name: `pair ÷ 5, ${actors} actors`,
    options: { ...healthy, actors, planted: { kind: 'pair', fewer: 5 } as const },
  })),
  { name: 'pair ÷ 5, three spheres', options: { ...healthy, spheres: 3, planted: { kind: 'pair', fewer: 5 } } },
  ...[3, 5].map((fewer) => ({
    name: `sphere ÷ ${fewer}`,
    options: { ...healthy, planted: { kind: 'sphere', fewer } as const },
  })),
  { name: 'sphere ÷ 5, 25 actors', options: { ...healthy, actors: 25, planted: { kind: 'sphere', fewer: 5 } } },
  {
    name: 'sphere ÷ 5, communes × 5',
    options: { ...healthy, geography: { ...communes, nearer: 5, leaning: 0.3 }, planted: { kind: 'sphere', fewer: 5 } },
  },
  ...[12, 16, 25, 60, 120].map((actors) => ({
    name: `between halves, ${actors} actors`,
    options: { ...healthy, actors, planted: { kind: 'bridge' } as const },
  })),
  {
    name: 'between halves, communes that play no part',
    options: { ...healthy, geography: { ...communes, nearer: 1, leaning: 0 }, planted: { kind: 'bridge' } },
  },
  ...[25, 60].map((actors) => ({
    name: `six pendants, ${actors} actors`,
    options: { ...healthy, actors, planted: { kind: 'pendants', count: 6 } as const },
  })),
  { name: 'three pendants, 16 actors', options: { ...healthy, actors: 16, planted: { kind: 'pendants', count: 3 } } },
]

/** Every row, those seen whole first: a run that is stopped has told most of what it can. */
export const rows: readonly Row[] = [
  ...families,
  ...plants,
  ...surveys.flatMap(({ response, recall }) =>
    families.map((family) => ({
      ...family,
      name: `${family.name}, ${100 * response} % answer, recall ${recall}`,
      options: { ...family.options, response, recall },
    })),
  ),
]

/** Diagnoses `worlds` worlds of a row, from number `first` on. */
export async function calibrate(
  row: Row,
  worlds: number,
  first = 0,
  thresholds: Thresholds = defaultThresholds,
): Promise<Tally> {
  let tally = emptyTally
  for (let i = first; i < first + worlds; i++) {
    const world = worldOf(row.options, `${row.name}:${i}`)
    const findings = await judged(world.network, String(i), thresholds)
    tally = addTallies(tally, tallyOfWorld(row, world, findings))
  }
  return tally
}

function tallyOfWorld({ options }: Row, { planted, truth }: PlantedWorld, findings: readonly Finding[]): Tally {
  const share = (holds: boolean, counts = true): Share => ({ of: Number(counts), count: Number(counts && holds) })
  const target = options.planted ? claimOf(options.planted) : null
  const isPlanted = (finding: Finding) => isAbout(finding, options.planted, planted)
  const isSignal = ({ status }: Finding) => status === 'signal'
  const isJudged = ({ status }: Finding) => status !== 'insufficient'
  const targets = target ? findings.filter((finding) => kindOf(finding) === target && isPlanted(finding)) : []
  const seen = targets.filter(isJudged)
  const found = seen.filter(isSignal)
  // A go-between that cuts off too few is found by nobody, and no finding is made of it.
  const wholeness =
    target === 'broker' && targets.length === 0 ? { of: 1, count: 0 } : { of: seen.length, count: found.length }
  const signalsOf = (claim: Claim) => findings.filter((finding) => kindOf(finding) === claim && isSignal(finding))
  // Who stands beside a planted go-between may be the only way to it.
  const beside =
    target === 'broker' ? signalsOf('broker').filter((finding) => !isPlanted(finding) && isTrueCut(finding, truth)) : []
  return tallyOf((measure) => {
    switch (measure) {
      case 'found':
        return target ? wholeness : { of: 0, count: 0 }
      case 'planted judged':
        return { of: targets.length, count: seen.length }
      case 'any found':
        return share(found.length > 0, wholeness.of > 0)
      case 'beside':
        return share(beside.length > 0, target === 'broker')
      case 'group laid to places':
      case 'broker laid to places': {
        const signals = signalsOf(measure === 'group laid to places' ? 'group' : 'broker')
        const count = signals.filter(isLaidToPlaces).length
        return options.geography?.recorded ? { of: signals.length, count } : { of: 0, count: 0 }
      }
    }
    const [what, name] = measure.split(' ')
    const claim = claims.find((known) => known === name)
    if (!claim) throw new RangeError(`no claim in ${measure}`)
    if (what === 'judged') return share(findings.some((finding) => kindOf(finding) === claim && isJudged(finding)))
    return share(
      signalsOf(claim).some((finding) => !isPlanted(finding) && !isLaidToPlaces(finding) && !beside.includes(finding)),
    )
  })
}

function isLaidToPlaces(finding: Finding): boolean {
  return 'explainedBy' in finding && finding.explainedBy === 'places'
}

/** Whether an actor cuts off as many as the rule asks for of all there are. */
function isTrueCut(finding: Finding, truth: Graph): boolean {
  const node = Number(subjectOf(finding).slice(1))
  const [, ...apart] = piecesWithout(truth, node)
  const cutOff = apart.reduce((sum, { length }) => sum + length, 0)
  const { 'broker.leastCut': least, 'broker.leastShare': leastShare } = defaultThresholds
  return cutOff >= Math.max(least, leastShare * (truth.nodeCount - 1))
}

/** What is looked for where something is planted. */
function claimOf(planted: Plant): Claim {
  if (planted.kind === 'club') return planted.hidden ? 'actor' : 'group'
  return planted.kind === 'pair' || planted.kind === 'sphere' ? planted.kind : 'broker'
}

/** Whether a flag is true of what was planted: a sphere most of whose actors keep to themselves is as closed as they are, and those of one kept apart may be. */
function isAbout(finding: Finding, plant: Plant | undefined, planted: readonly string[]): boolean {
  const subject = subjectOf(finding)
  const spheres = finding.kind === 'excluded_spheres' ? finding.spheres : null
  switch (plant?.kind) {
    case undefined:
      return false
    case 'club':
      if (finding.kind === 'critical_broker') return true
      if (finding.kind === 'closed_actor') return planted.includes(subject)
      if (spheres) return spheres.includes(plant.hidden ? 's0' : 'club')
      return subject === (plant.hidden ? 's0' : 'club')
    case 'pair':
      return spheres
        ? spheres.every((sphere) => planted.includes(sphere))
        : isOfGroup(finding) && planted.includes(subject)
    case 'sphere':
      if (spheres) return spheres.some((sphere) => planted.includes(sphere))
      return isOfGroup(finding) && planted.includes(subject)
    case 'bridge':
      // Halves are closed by construction, and whoever keeps the two ends of the bridge is one too.
      return finding.kind !== 'critical_broker' || planted.includes(subject)
    case 'pendants':
      return finding.kind === 'critical_broker' && planted.includes(subject)
  }
}

function isOfGroup({ kind }: Finding): boolean {
  return kind === 'closed_group' || kind === 'sphere_kept_apart'
}

const claimsOf: ReadonlyMap<Kind, Claim> = new Map([
  ['closed_group', 'group'],
  ['closed_actor', 'actor'],
  ['excluded_spheres', 'pair'],
  ['critical_broker', 'broker'],
  ['sphere_kept_apart', 'sphere'],
])

function kindOf({ kind }: Finding): Claim | null {
  return claimsOf.get(kind) ?? null
}

/** The rules that stand before a reference, at the draws of a table. */
async function judged(
  network: Parameters<typeof caseOfNetwork>[0],
  seed: string,
  thresholds: Thresholds,
): Promise<Finding[]> {
  const subject = caseOfNetwork(network)
  const quality = dataQualityOf(subject, thresholds)
  const { table } = defaultEffort
  const groups = new GroupStudy(subject, quality, thresholds, null, seed, here, mostActors)
  const actors = new ActorStudy(subject, quality, thresholds, null, seed, here, mostActors)
  const spheres = new SphereStudy(subject, quality, thresholds, seed, here, mostActors)
  await groups.study(table)
  await actors.study(table, table)
  await spheres.study(table)
  return [...groups.findings, ...actors.findings, ...spheres.findings]
}

/** « 3/300, 1 % (0.3–2.9) ». */
export function inWords({ count, of }: Share): string {
  const interval = wilson(count, of)
  if (!interval) return '–'
  const percent = (value: number) => String(Math.round(1000 * value) / 10)
  return `${count}/${of}, ${percent(count / of)} % (${percent(interval.low)}–${percent(interval.high)})`
}
