import type { Territory } from '../domain/territory.ts'
import type { Answer } from '../wire/answer.ts'
import type { CandidateWire, PlanWire } from '../wire/seminar.ts'
import type { IntroductionFacts, ObstacleFacts, PairFacts, SeminarWords } from '../words/seminar.ts'
import { type DefaultWords, wordOf } from '../words/vocabulary.ts'
import type { InviteDocument, PairsDocument, TablesDocument, WhatIfDocument } from './seminar.ts'

interface GuestCount {
  readonly all: number
  readonly excused: number
}

/** What the command line says around the sentences of a seminar. */
export interface SeminarText {
  /** Null: no list was given. */
  readonly heading: (territory: string, wave: string | null, basis: string, guests: GuestCount | null) => string
  /** Null: the list alone is known. */
  readonly tablesHeading: (territory: string | null, people: number, excused: number) => string
  readonly pairsHeading: (territory: string, wave: string | null, basis: string) => string
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
  readonly noPairs: string
  readonly introductions: string
  readonly noIntroductions: string
  readonly scenario: string
  /** Each with its colon. */
  readonly supposed: Readonly<Record<'leaving' | 'weakened' | 'added', string>>
  readonly absorbing: string
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
const mostThemes = 2

/**
 * Who is missing, as lines to read: empty chairs with who could take them, then those covered, spheres, what the list reaches and whom to invite next, who is named and on
 * no list. Without a list, chairs with who is in the territory.
 */
export function inviteLines(document: InviteDocument, territory: Territory, words: Words, text: SeminarText): string[] {
  const { composition, guests, reach, unlisted, unseen, wave, basis } = document
  const { seminar } = words
  const nameOf = namesOf(territory)
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
  const most = <T>(all: readonly T[], shown: number, line: (one: T) => string) => [
    ...all.slice(0, shown).map(line),
    ...(all.length > shown ? [text.others(all.length - shown)] : []),
  ]
  const covered = read.filter(({ isCovered }) => isCovered)
  return [
    text.heading(
      titleOf(territory),
      waveIn(territory, wave),
      seminar.bases[basis ?? 'none'],
      guests && { all: guests.length, excused: guests.filter(({ status }) => status === 'excused').length },
    ),
    ...(isListed ? [text.covered(covered.length, read.length)] : []),
    ...(composition.collective.length > 0 ? [text.collective([...new Set(composition.collective.map(nameOf))])] : []),
    ...elsewhereLines(composition.elsewhere, wave, territory, words),
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
  ]

  function sphereOf(sphere: string): string {
    return wordOf(words, territory, 'sphere', sphere)
  }

  function candidate({ actor, inviters, newlyReached, nominators, ...facts }: Answer<CandidateWire>): string {
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

/** The plan round by round, what it is worth, and other plans beside it. */
export function tablesLines(document: TablesDocument, territory: Territory, words: Words, text: SeminarText): string[] {
  const { guests, basis, routes, tables, rounds, quality, random, blind, objective, seed, obstacles, elsewhere } =
    document
  const { seminar } = words
  const nameOf = namesOf(territory)
  const twice = guests.filter(({ id, actor, person }) => id === `${actor} (2)` && person === null)
  const people = new Map(guests.map((guest) => [guest.id, guest]))
  const personOf = (id: string) => {
    const guest = people.get(id)
    if (!guest) return id
    const organisation = nameOf(guest.actor)
    if (guest.person !== null) return `${guest.person} (${organisation})`
    return `${organisation}${id.slice(guest.actor.length)}`
  }
  const compared = comparedBy[objective].filter(
    (figure) =>
      (figure !== 'farMet' || basis !== null) && (figure !== 'acrossSpheres' || quality.acrossSpheresPossible > 0),
  )
  return [
    text.tablesHeading(
      document.territory === null ? null : titleOf(territory),
      guests.length,
      guests.filter(({ status }) => status === 'excused').length,
    ),
    ...(twice.length > 0 ? [text.repeated(twice.map(({ actor }) => nameOf(actor)))] : []),
    ...section(text.plan, [seminar.plan({ people: routes.length, tables: tables.length, rounds, objective, seed })]),
    ...elsewhereLines(elsewhere, document.wave, territory, words),
    ...obstacles.map((obstacle) => seminar.obstacle(withNames(obstacle, personOf))),
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

/** That some are counted of whom the wave says nothing. */
function elsewhereLines(actors: readonly string[], wave: string | null, territory: Territory, words: Words): string[] {
  const called = waveIn(territory, wave)
  return actors.length === 0 || called === null ? [] : [words.seminar.elsewhere(actors.map(namesOf(territory)), called)]
}

/** Pairs that could carry it, and the introductions that would help. */
export function pairsLines(document: PairsDocument, territory: Territory, words: Words, text: SeminarText): string[] {
  const { wave, basis, leads, introductions } = document
  const { seminar } = words
  const nameOf = namesOf(territory)
  const themeOf = (id: string) => territory.spaces.get(id)?.name ?? id
  return [
    text.pairsHeading(titleOf(territory), waveIn(territory, wave), seminar.bases[basis ?? 'none']),
    ...elsewhereLines(document.elsewhere, wave, territory, words),
    ...section(
      text.introductions,
      introductions.length === 0
        ? [text.noIntroductions]
        : introductions.map((one) => {
            const facts: IntroductionFacts = {
              between: [nameOf(one.between[0]), nameOf(one.between[1])],
              introducer: one.introducer === null ? null : nameOf(one.introducer),
              repairs: one.repairs.length,
              crosses: one.crossesSpheres,
              themes: one.sharedThemes.slice(0, mostThemes).map(themeOf),
            }
            return `– ${seminar.introduction(facts)}${colonOf(words)}${seminar.introductionReasons(facts)}.`
          }),
    ),
    ...section(
      text.pairs,
      leads.length === 0
        ? [text.noPairs]
        : [
            ...leads.slice(0, mostPairs).map((pair) => {
              const facts: PairFacts = { ...pair, official: nameOf(pair.official), industrial: nameOf(pair.industrial) }
              return `– ${seminar.pair(facts)}`
            }),
            ...(leads.length > mostPairs ? [text.others(leads.length - mostPairs)] : []),
          ],
    ),
  ]
}

/** What is supposed, and what it makes of the network. */
export function whatIfLines(document: WhatIfDocument, territory: Territory, words: Words, text: SeminarText): string[] {
  const { wave, basis, supposed, efficiency, cutOff, indispensable, absorbing, idle } = document
  const { seminar } = words
  const nameOf = namesOf(territory)
  const tieOf = ([a, b]: readonly [string, string]) => `${nameOf(a)} – ${nameOf(b)}`
  const told = (kind: keyof typeof supposed, names: readonly string[]) =>
    names.length === 0 ? [] : [`${text.supposed[kind]}${names.join(', ')}.`]
  return [
    text.pairsHeading(titleOf(territory), waveIn(territory, wave), seminar.bases[basis ?? 'none']),
    ...section(text.scenario, [
      ...told('leaving', supposed.leaving.map(nameOf)),
      ...told('weakened', supposed.weakened.map(tieOf)),
      ...told('added', supposed.added.map(tieOf)),
    ]),
    ...(['weakened', 'added'] as const).flatMap((kind) =>
      idle[kind].map(([a, b]) => seminar.scenario.idle(kind, [nameOf(a), nameOf(b)])),
    ),
    '',
    seminar.scenario.efficiency(efficiency),
    seminar.scenario.cutOff(cutOff.map(nameOf)),
    ...(indispensable.length === 0
      ? [seminar.scenario.noneIndispensable]
      : indispensable.map(({ actor, ...counts }) =>
          seminar.scenario.indispensable({ name: nameOf(actor), ...counts }),
        )),
    ...section(
      text.absorbing,
      absorbing.map(
        ({ between: [a, b], broughtBack }) =>
          `– ${seminar.scenario.absorbing({ between: [nameOf(a), nameOf(b)], broughtBack })}`,
      ),
    ),
  ]
}

function namesOf({ actors }: Territory): (id: string) => string {
  return (id) => actors.get(id)?.name ?? id
}

function titleOf({ settings, id }: Territory): string {
  return String(settings.get('name')?.value ?? id)
}

function waveIn({ waves }: Territory, wave: string | null): string | null {
  return wave === null ? null : (waves.get(wave)?.label ?? wave)
}

function withNames(obstacle: Answer<PlanWire>['obstacles'][number], nameOf: (id: string) => string): ObstacleFacts {
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
} as const satisfies Record<PlanWire['objective'], readonly (keyof PlanWire['random'])[]>

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function colonOf({ language }: DefaultWords): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}
