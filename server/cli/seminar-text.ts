import type { Territory } from '../domain/territory.ts'
import type { Candidate } from '../seminar/empty-chairs.ts'
import type { Obstacle } from '../seminar/tables/request.ts'
import type { ObstacleFacts, PairFacts, SeminarWords } from '../words/seminar.ts'
import { type DefaultWords, wordOf } from '../words/vocabulary.ts'
import type { SeminarDocument, SeminarPlan } from './seminar.ts'

interface GuestCount {
  readonly all: number
  readonly excused: number
}

/** What the command line says around the sentences of a seminar. */
export interface SeminarText {
  /** Null: no list was given. */
  readonly heading: (territory: string, wave: string | null, basis: string, guests: GuestCount | null) => string
  readonly covered: (covered: number, of: number) => string
  readonly repeated: (names: readonly string[]) => string
  readonly collective: (names: readonly string[]) => string
  readonly chairs: string
  readonly chairsOfTerritory: string
  readonly coveredChairs: string
  readonly spheres: string
  readonly reach: string
  readonly next: string
  readonly noTie: string
  readonly unlisted: string
  readonly unseen: string
  /** How many more there are of what is listed. */
  readonly others: (others: number) => string
  readonly pairs: string
  readonly plan: string
  readonly quality: string
  readonly comparison: string
}

interface Words extends DefaultWords {
  readonly seminar: SeminarWords
}

const mostCandidates = 3
const mostInviters = 2
const mostUnlisted = 10
const mostPairs = 5

/**
 * The preparation as lines to read: empty chairs with who could take them, then those covered, spheres, what the list reaches and whom to invite next, who is named and on no list,
 * pairs, and the plan of tables. Without a list, chairs with who is in the territory.
 */
export function linesOf(document: SeminarDocument, territory: Territory, words: Words, text: SeminarText): string[] {
  const { composition, guests, reach, unlisted, unseen, pairs, wave, basis, plan } = document
  const { seminar } = words
  const nameOf = (id: string) => territory.actors.get(id)?.name ?? id
  const isListed = guests !== null
  const read = composition.categories.map((reading) => ({ reading, isCovered: reading.covering === 'covered' }))
  const chair = ({ category, covering, seated, candidates }: (typeof composition.categories)[number]) =>
    `– ${seminar.chair({
      name: Object.hasOwn(seminar.chairs, category.id)
        ? (seminar.chairs[category.id] ?? category.id)
        : category.types.map((type) => wordOf(words, territory, 'actorType', type)).join(', '),
      sphere: wordOf(words, territory, 'sphere', category.sphere),
      critical: category.critical,
      min: category.min,
      covering: isListed ? covering : null,
      seated: seated.map(nameOf),
      candidates: candidates.length,
    })}`
  const twice = (guests ?? []).filter(({ id, actor, person }) => id !== actor && person === null)
  const most = <T>(all: readonly T[], shown: number, line: (one: T) => string) => [
    ...all.slice(0, shown).map(line),
    ...(all.length > shown ? [text.others(all.length - shown)] : []),
  ]
  const name = String(territory.settings.get('name')?.value ?? territory.id)
  const label = wave === null ? null : (territory.waves.get(wave)?.label ?? wave)
  const covered = read.filter(({ isCovered }) => isCovered)
  return [
    text.heading(
      name,
      label,
      seminar.bases[basis ?? 'none'],
      guests && { all: guests.length, excused: guests.filter(({ status }) => status === 'excused').length },
    ),
    ...(isListed ? [text.covered(covered.length, read.length)] : []),
    ...(twice.length > 0 ? [text.repeated([...new Set(twice.map(({ actor }) => nameOf(actor)))])] : []),
    ...(composition.collective.length > 0 ? [text.collective([...new Set(composition.collective.map(nameOf))])] : []),
    ...section(
      isListed ? text.chairs : text.chairsOfTerritory,
      read
        .filter(({ isCovered }) => !isCovered)
        .flatMap(({ reading }) => [
          chair(reading),
          ...most(reading.candidates, mostCandidates, (one) => candidate(one)).map((line) => `  ${line}`),
        ]),
    ),
    ...section(
      text.coveredChairs,
      covered.map(({ reading }) => chair(reading)),
    ),
    ...section(
      text.spheres,
      isListed
        ? composition.spheres.map(
            ({ sphere, covering, seated, categoriesCovered, categories }) =>
              `– ${seminar.sphere({ name: sphereOf(sphere), covering, seated: seated.length, covered: categoriesCovered, chairs: categories })}`,
          )
        : [],
    ),
    ...section(text.reach, isListed ? reached() : []),
    ...section(text.next, [
      reach === null
        ? text.noTie
        : seminar.next({
            ...reach.next,
            chosen: reach.next.chosen.map(({ actor, gain }) => ({ name: nameOf(actor), gain })),
          }),
    ]),
    ...section(
      text.unlisted,
      most(unlisted, mostUnlisted, ({ actor, nominators, ...facts }) => {
        return `– ${nameOf(actor)}${colonOf(words)}${seminar.unlisted({ ...facts, nominators: nominators.length })}`
      }),
    ),
    ...section(text.unseen, [seminar.unseen(unseen ?? { state: 'no_survey' })]),
    ...section(
      text.pairs,
      most(pairs, mostPairs, (pair) => {
        const facts: PairFacts = { ...pair, official: nameOf(pair.official), industrial: nameOf(pair.industrial) }
        return `– ${seminar.pair(facts)}`
      }),
    ),
    ...(plan ? planLines(plan, document, nameOf, words, text) : []),
  ]

  function sphereOf(sphere: string): string {
    return wordOf(words, territory, 'sphere', sphere)
  }

  function candidate({ actor, inviters, newlyReached, nominators, ...facts }: Candidate): string {
    const named = inviters.slice(0, mostInviters).map((one) => ({ name: nameOf(one.actor), invited: one.invited }))
    const why = seminar.candidate({
      ...facts,
      nominators: nominators.length,
      newlyReached: newlyReached.filter((id) => id !== actor).length,
      outside: territory.actors.get(actor)?.inside === false,
      tiesToAbsent: facts.tiesToAbsent.slice(0, mostInviters).map(nameOf),
      inviters: named,
      furtherInviters: inviters.length - named.length,
    })
    // Without any tie nothing but the type speaks, of everyone alike.
    return basis === null ? `· ${nameOf(actor)}` : `· ${nameOf(actor)}${colonOf(words)}${why}`
  }

  function reached(): string[] {
    if (reach === null) return [text.noTie]
    const { within1, within2 } = reach.reach
    const missed = reach.communities.filter((community) => community.within1 === 0).length
    return [
      seminar.reach({ actors: reach.actors, within1: within1 ?? 0, within2: within2 ?? 0 }),
      seminar.unreachedCommunities(missed, reach.communities.length),
      ...reach.spheres.map(({ group, ...facts }) => `– ${seminar.groupReach({ name: sphereOf(group), ...facts })}`),
    ]
  }
}

function planLines(
  plan: SeminarPlan,
  { guests, basis }: SeminarDocument,
  nameOf: (id: string) => string,
  words: Words,
  text: SeminarText,
): string[] {
  const { seminar } = words
  const { routes, tables, rounds, quality, random, blind, objective, seed } = plan
  const people = new Map((guests ?? []).map((guest) => [guest.id, guest]))
  const personOf = (id: string) => {
    const guest = people.get(id)
    if (!guest) return id
    const organisation = nameOf(guest.actor)
    if (guest.person !== null) return `${guest.person} (${organisation})`
    return `${organisation}${id.slice(guest.actor.length)}`
  }
  const compared = comparedBy[objective].filter((figure) => figure !== 'farMet' || basis !== null)
  return [
    ...section(text.plan, [seminar.plan({ people: routes.length, tables: tables.length, rounds, objective, seed })]),
    ...plan.obstacles.map((obstacle) => seminar.obstacle(withNames(obstacle, personOf))),
    ...Array.from({ length: rounds }, (_, round) => [
      ...section(
        seminar.round(round),
        tables.map(({ id, host }) => {
          const seated = routes.filter((route) => route.tables[round] === id && route.person !== host)
          return `– ${seminar.table(
            id,
            host === null ? null : personOf(host),
            seated.map(({ person }) => personOf(person)),
          )}`
        }),
      ),
    ]).flat(),
    ...section(text.quality, [
      ...seminar.quality({
        ...quality,
        far: basis === null ? null : { met: quality.farMet, possible: quality.farPossible },
      }),
      ...quality.broken.map(({ rule, people: pair }) => seminar.broken(rule, pair.map(personOf))),
    ]),
    ...section(
      text.comparison,
      compared.map(
        (figure) =>
          `– ${seminar.comparison({ figure, plan: quality[figure], random: random[figure], blind: blind[figure] })}`,
      ),
    ),
  ]
}

function withNames(obstacle: Obstacle, nameOf: (id: string) => string): ObstacleFacts {
  switch (obstacle.kind) {
    case 'rules_contradict':
    case 'hosts_never_meet':
    case 'apart_too_many':
      return { ...obstacle, people: obstacle.people.map(nameOf) }
    default:
      return obstacle
  }
}

/** What an objective is after, beside what every plan is. */
const comparedBy = {
  mix: ['pairsMet', 'repeats', 'acrossSpheres'],
  link: ['pairsMet', 'repeats', 'farMet'],
  deepen: ['pairsMet', 'repeats', 'sharingTheme'],
  meet: ['pairsMet', 'repeats'],
} as const satisfies Record<SeminarPlan['objective'], readonly (keyof SeminarPlan['random'])[]>

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function colonOf({ language }: DefaultWords): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}
