import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { defaultEffort, mostActors } from '../../server/diagnosis/diagnose.ts'
import type { Finding } from '../../server/diagnosis/finding.ts'
import { dataQualityOf } from '../../server/diagnosis/response.ts'
import { wilson } from '../../server/diagnosis/statistics/interval.ts'
import { ActorStudy } from '../../server/diagnosis/study-of-actors.ts'
import { GroupStudy } from '../../server/diagnosis/study-of-groups.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { here } from '../../server/diagnosis/work.ts'
import { healthy, type Plant, type WorldOptions, worldOf } from './worlds.ts'

/** One line of the table: many worlds of one kind, and what is asked of them. */
export interface Row {
  readonly name: string
  readonly options: WorldOptions
  /** Most false flags, as shares of worlds. */
  readonly bounds?: { readonly groups: number; readonly actors: number }
  /** Least share of planted groups found among those the data can judge. */
  readonly power?: number
}

/** How many worlds of how many. */
export interface Share {
  readonly of: number
  readonly count: number
}

export interface RowResult {
  readonly row: Row
  /** Worlds in which a group, a pair of spheres or an actor is flagged that was not planted. */
  readonly falseGroups: Share
  readonly falsePairs: Share
  readonly falseActors: Share
  /** Planted groups found among those judged, and those the data could not judge. */
  readonly found: Share
  readonly unjudged: Share
  /** Of those judged and not found, those that have more ties out than the floor allows, however unlikely: no draws would find them. */
  readonly tooOpen: Share
  /** Planted members flagged by themselves among those judged, and those the data could not judge. */
  readonly members: Share
  readonly membersUnjudged: Share
  /** Worlds where at least one planted member was flagged by itself, among those where one was judged. */
  readonly anyMember: Share
}

const bounds = { groups: 0.02, actors: 0.03 }

/** A club that all its members' ties make what it is said to be. */
function club(members: number, outside: number): Plant {
  return { members, density: 0.88, outside, exact: true, hidden: false }
}

function hidden(members: number, outside: number): Plant {
  return { members, density: 0.88, outside, hidden: true }
}

/** The worlds of the specification: healthy ones, closed groups, and closed actors within a sphere; all answering, then with three in ten silent. */
export const rows: readonly Row[] = [
  { name: 'healthy, homophily × 1', options: healthy, bounds },
  { name: 'healthy, homophily × 1.5', options: { ...healthy, homophily: 1.5 }, bounds },
  { name: 'healthy, homophily × 2', options: { ...healthy, homophily: 2 }, bounds },
  { name: 'healthy, homophily × 1, 30 % silent', options: { ...healthy, nonResponse: 0.3 }, bounds },
  { name: 'healthy, homophily × 2, 30 % silent', options: { ...healthy, homophily: 2, nonResponse: 0.3 }, bounds },
  { name: 'healthy, homophily × 2, 15 % silent', options: { ...healthy, homophily: 2, nonResponse: 0.15 }, bounds },
  { name: 'homophily × 3', options: { ...healthy, homophily: 3 } },
  // Two thirds of all ties are inside a sphere at × 4: the floors begin to be passed, as they should.
  { name: 'homophily × 3, 3 spheres', options: { ...healthy, spheres: 3, homophily: 3 } },
  { name: 'homophily × 4, 3 spheres', options: { ...healthy, spheres: 3, homophily: 4 } },
  ...(
    [
      [5, 3],
      [5, 10],
      [6, 3],
      [6, 10],
      [8, 3],
      [8, 10],
    ] as const
  ).map(([members, divided]) => ({
    name: `club of ${members}, outside ÷ ${divided}`,
    options: { ...healthy, homophily: 1.5, planted: club(members, 1 / divided) },
    power: 0.97,
  })),
  // What each tie has a chance of, five members may have twice or half of.
  {
    name: 'club of 5, outside ÷ 3, tie by tie',
    options: { ...healthy, homophily: 1.5, planted: { ...club(5, 1 / 3), exact: false } },
    power: 0.85,
  },
  {
    name: 'club of 7, outside ÷ 2',
    options: { ...healthy, homophily: 1.5, planted: club(7, 1 / 2) },
    power: 0.9,
  },
  {
    name: 'club of 7, outside ÷ 3, 30 % silent',
    options: { ...healthy, homophily: 1.5, nonResponse: 0.3, planted: club(7, 1 / 3) },
    bounds,
  },
  {
    name: 'club of 7, outside ÷ 10, 30 % silent',
    options: { ...healthy, homophily: 1.5, nonResponse: 0.3, planted: club(7, 1 / 10) },
    bounds,
  },
  {
    name: '6 hidden in a sphere, outside × 0.3',
    options: { ...healthy, homophily: 1.5, planted: hidden(6, 0.3) },
  },
  {
    name: '8 hidden in a sphere, outside × 0.2',
    options: { ...healthy, homophily: 1.5, planted: hidden(8, 0.2) },
  },
  {
    name: '8 hidden in a sphere, outside × 0.2, 15 % silent',
    options: { ...healthy, homophily: 1.5, nonResponse: 0.15, planted: hidden(8, 0.2) },
  },
  {
    name: '8 hidden in a sphere, outside × 0.2, 30 % silent',
    options: { ...healthy, homophily: 1.5, nonResponse: 0.3, planted: hidden(8, 0.2) },
  },
]

/** Diagnoses `worlds` worlds of a row, from number `first` on. */
export async function calibrate(row: Row, worlds: number, first = 0): Promise<RowResult> {
  const shares = new Map<string, { of: number; count: number }>()
  const count = (key: keyof Omit<RowResult, 'row'>, holds: boolean, counts = true) => {
    const share = shares.get(key) ?? { of: 0, count: 0 }
    shares.set(key, { of: share.of + Number(counts), count: share.count + Number(counts && holds) })
  }
  for (let i = first; i < first + worlds; i++) {
    const { network, planted } = worldOf(row.options, `${row.name}:${i}`)
    const findings = await closureOf(network, String(i))
    // A sphere most of whose actors keep to themselves is as closed as they are.
    const group = row.options.planted?.hidden ? 's0' : 'club'
    const isPlanted = (finding: Finding) =>
      finding.level === 'actor' ? planted.includes(finding.subject) : finding.subject === group
    const of = (level: Finding['level']) =>
      findings.filter((finding) => finding.code === 'lock_in' && finding.level === level)
    const isSignal = ({ status }: Finding) => status === 'signal'
    const isJudged = ({ status }: Finding) => status !== 'insufficient'
    count(
      'falseGroups',
      of('group').some((finding) => isSignal(finding) && !isPlanted(finding)),
    )
    count(
      'falseActors',
      of('actor').some((finding) => isSignal(finding) && !isPlanted(finding)),
    )
    count(
      'falsePairs',
      findings.some(
        (finding) =>
          finding.code === 'I5' && isSignal(finding) && !finding.members.includes(planted.length > 0 ? group : ''),
      ),
    )
    if (planted.length === 0) continue
    if (!row.options.planted?.hidden) {
      const club = of('group').find(isPlanted)
      count('unjudged', !club || !isJudged(club))
      if (club && isJudged(club)) {
        count('found', isSignal(club))
        if (!isSignal(club)) count('tooOpen', isTooOpen(club))
      }
      continue
    }
    const members = of('actor').filter(isPlanted)
    for (const member of members) {
      count('membersUnjudged', !isJudged(member))
      count('members', isSignal(member), isJudged(member))
    }
    count('anyMember', members.some(isSignal), members.some(isJudged))
  }
  const share = (key: string): Share => shares.get(key) ?? { of: 0, count: 0 }
  return {
    row,
    falseGroups: share('falseGroups'),
    falsePairs: share('falsePairs'),
    falseActors: share('falseActors'),
    found: share('found'),
    unjudged: share('unjudged'),
    tooOpen: share('tooOpen'),
    members: share('members'),
    membersUnjudged: share('membersUnjudged'),
    anyMember: share('anyMember'),
  }
}

/** Whether it has more ties out than a closed group may, although few networks have as few. */
function isTooOpen({ dims }: Finding): boolean {
  const opening = dims.find(({ key }) => key === 'opening')
  return (
    (opening?.ratio ?? 0) > defaultThresholds['group.mostOpening'] &&
    (opening?.q ?? 1) <= defaultThresholds['group.level']
  )
}

/** « 3/300, 1 % (0.3–2.9) ». */
export function inWords({ count, of }: Share): string {
  const interval = wilson(count, of)
  if (!interval) return '–'
  const percent = (value: number) => String(Math.round(1000 * value) / 10)
  return `${count}/${of}, ${percent(count / of)} % (${percent(interval.low)}–${percent(interval.high)})`
}

/** Closed groups, closed actors and excluded spheres alone, at the draws of a table. */
async function closureOf(network: Parameters<typeof caseOfNetwork>[0], seed: string): Promise<Finding[]> {
  const subject = caseOfNetwork(network)
  const quality = dataQualityOf(subject, defaultThresholds)
  const study = [subject, quality, defaultThresholds, null, seed, here, mostActors] as const
  const groups = new GroupStudy(...study)
  const actors = new ActorStudy(...study)
  await groups.study(defaultEffort.table)
  await actors.study(defaultEffort.table)
  return [...groups.findings, ...actors.findings]
}
