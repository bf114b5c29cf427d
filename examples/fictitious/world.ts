import { randomStream } from '../../server/analysis/random.ts'
import { apply, type Change } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import type { Bond } from './bonds.ts'
import { type Bonds, historyOf } from './history.ts'
import { namingOf } from './names.ts'
import { societyOf } from './society.ts'
import { meetingsOf } from './spaces.ts'
import { surveyOf } from './survey.ts'

export interface World {
  readonly territory: Territory
  readonly planted: Planted
}

/** What is true of the world by construction, in ids, for whoever has to find it. */
interface Planted {
  /** Oldest first. */
  readonly waves: readonly TrueWave[]
  /** A club, declared as a space: 85 to 90 % of its internal ties there, those outside 3 to 10 times fewer than its members would make, none new. */
  readonly club: { readonly space: string; readonly members: readonly string[] }
  /** Two spheres with a twentieth of the ties they would have. */
  readonly excluded: readonly [string, string]
  /** The actor through which alone `piece` reaches all others, in every wave. */
  readonly broker: { readonly actor: string; readonly piece: readonly string[] }
  /** Actors whose ties but one were last used 4 to 10 months before the first wave, and never since. */
  readonly fading: readonly string[]
  /** Their ties that went to sleep. */
  readonly dormant: readonly Pair[]
  readonly projectWithoutPilot: string
  /** Chance that an end that answers tells of a tie it has. */
  readonly recall: number
  /** How much likelier a tie within a sphere is than one between two, where nothing else was planted. */
  readonly homophily: number
}

type Pair = readonly [string, string]

interface TrueWave {
  readonly id: string
  /** Actors that are tied, told or not, whatever the direction. */
  readonly ties: readonly Pair[]
  /** Asked, and gave no answer. */
  readonly silent: readonly string[]
  readonly joined: readonly string[]
  readonly left: readonly string[]
}

export interface WorldOptions {
  readonly id?: string
  /** The river that names the valley. */
  readonly river?: string
  /** Everyone who is ever there, at least 80. */
  readonly actors?: number
  /** Drawn from 1 to 2 unless given. */
  readonly homophily?: number
  /** Drawn from .75 to .9 unless given. */
  readonly recall?: number
  /** Share of those asked that do not answer, wave by wave. */
  readonly nonResponse?: readonly [number, number, number]
}

/**
 * A fictitious industrial valley surveyed three times, a year apart. The same seed and options give the same world;
 * any other seed gives another such world. Propensities are log-normal (sd .6), ties follow them.
 */
export function worldOf(seed: string, options: WorldOptions = {}): World {
  const { id = 'monde-fictif', actors = 120, nonResponse = [0.22, 0.34, 0.24] } = options
  if (actors < 80) throw new RangeError(`${actors} actors, at least 80`)
  const random = randomStream(`${seed}:parameters`)
  const homophily = options.homophily ?? 1 + random()
  const recall = options.recall ?? 0.75 + 0.15 * random()

  const naming = namingOf(randomStream(`${seed}:names`), options.river)
  const society = societyOf(randomStream(`${seed}:society`), naming, actors, dates.length)
  const waves = dates.map((date) => ({ id: `enquete-${date.slice(0, 4)}`, date }))
  const history = historyOf(randomStream(`${seed}:history`), society, dates, homophily)
  const meetings = meetingsOf(randomStream(`${seed}:meetings`), society, naming, waves)

  const idOf = (index: number) => society.members[index]?.actor.id ?? ''
  const named = (indices: Iterable<number>) => [...indices].map(idOf).sort()
  const changes: Change[] = settingsOf(naming.territory, seed)
  const trueWaves: TrueWave[] = []
  const met = new Set<string>()
  let silent: ReadonlySet<number> = new Set()
  for (const [index, wave] of waves.entries()) {
    const truth: Bonds = history[index] ?? new Map()
    const share = nonResponse[index] ?? 0
    const random = randomStream(`${seed}:survey:${wave.id}`)
    const survey = surveyOf(random, society, truth, { wave, index, nonResponse: share, recall, silentBefore: silent })
    silent = new Set([...survey.statuses].flatMap(([who, status]) => (isSilent(status) ? [who] : [])))
    changes.push({ put: 'wave', value: { ...wave, label: `Enquête ${wave.date.slice(0, 4)}`, basis: 'survey' } })
    for (const value of survey.ties) changes.push({ put: 'tie', value })
    for (const [who, status] of survey.statuses) {
      met.add(idOf(who))
      changes.push({ put: 'roster', value: { actor: idOf(who), wave: wave.id, status } })
    }
    const arrivals = society.members.flatMap(({ from }, who) => (index > 0 && from === index ? [who] : []))
    const departures = society.members.flatMap(({ until }, who) => (until === index - 1 ? [who] : []))
    trueWaves.push({
      id: wave.id,
      ties: pairsOf(truth.values(), idOf),
      silent: named(silent),
      joined: named(arrivals),
      left: named(departures),
    })
  }
  for (const { actor } of society.members) if (met.has(actor.id)) changes.push({ put: 'actor', value: actor })
  for (const value of meetings.spaces) changes.push({ put: 'space', value })
  for (const value of meetings.participations) changes.push({ put: 'participation', value })

  const applied = apply(emptyTerritory(id), changes)
  if (!applied.ok) throw new Error(`world ${seed}: ${JSON.stringify(applied.refusals[0])}`)
  return {
    territory: applied.territory,
    planted: {
      waves: trueWaves,
      club: { space: meetings.club, members: named(society.club) },
      excluded: society.excluded,
      broker: { actor: idOf(society.broker), piece: named(society.piece) },
      fading: named(society.fading),
      dormant: pairsOf([...(history.at(-1)?.values() ?? [])].filter(isDormant), idOf),
      projectWithoutPilot: meetings.withoutPilot,
      recall,
      homophily,
    },
  }
}

const dates = ['2023-06-01', '2024-06-01', '2025-06-01']

function settingsOf(name: string, seed: string): Change[] {
  const description =
    'Territoire inventé : ni les organisations, ni les lieux, ni les liens n’existent. Trois enquêtes, à un an d’intervalle, ' +
    'y ont été simulées, avec des non-réponses, des liens oubliés et des fragilités connues d’avance.'
  const settings = { name: `${name} (territoire fictif)`, description, fictitious: true, seed }
  return Object.entries(settings).map(([key, value]): Change => ({ put: 'setting', value: { key, value } }))
}

function isSilent(status: string): boolean {
  return status === 'asked' || status === 'declined'
}

function pairsOf(bonds: Iterable<Bond>, idOf: (index: number) => string): Pair[] {
  return [...bonds].map(({ a, b }): Pair => [idOf(a), idOf(b)])
}

function isDormant({ dormantSince }: Bond): boolean {
  return dormantSince !== null
}
