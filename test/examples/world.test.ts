import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { valDeBrume } from '../../examples/fictitious/val-de-brume.ts'
import { type World, worldOf } from '../../examples/fictitious/world.ts'
import type { Territory } from '../../server/domain/territory.ts'
import { emptyTerritory } from '../../server/domain/territory.ts'
import { territoryToCsv } from '../../server/exchange/csv.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { after } from '../exchange/fixture.ts'
import { expectedBetween, expectedOut, type Pairs, reach, reportedPairs, tiesBetween, tiesOut } from './pairs.ts'

const seeds = Array.from({ length: 50 }, (_, index) => `seed ${index}`)
const worlds = new Map<string, World>()
const world = (seed: string): World => {
  const known = worlds.get(seed) ?? worldOf(seed)
  worlds.set(seed, known)
  return known
}

test('the files of Val-de-Brume are what the generator makes of its seed', () => {
  const folder = new URL('../../examples/val-de-brume/', import.meta.url)
  const written = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  const files = territoryToCsv(valDeBrume().territory)
  expect(written).toEqual([...files.keys()].sort())
  for (const file of written) expect(readFileSync(new URL(file, folder), 'utf8'), file).toBe(files.get(file))
})

test('Val-de-Brume reads as an example and says that it is fictitious', async () => {
  const example = (await exampleTerritories()).find(({ id }) => id === 'val-de-brume')
  const territory = after(emptyTerritory('val-de-brume'), example?.changes ?? [])
  expect(territory.settings.get('name')?.value).toBe('Val-de-Brume (territoire fictif)')
  expect(territory.settings.get('fictitious')?.value).toBe(true)
  expect(territory).toEqual(valDeBrume().territory)
})

test('the README of Val-de-Brume tells what is hidden there', () => {
  const { territory, planted } = valDeBrume()
  const readme = readFileSync(new URL('../../examples/val-de-brume/README.md', import.meta.url), 'utf8')
  const { actors, spaces, participations, ties } = territory
  const counts = [actors, spaces, participations, ties].map(
    ({ size }) => `| ${new Intl.NumberFormat('fr').format(size)} |`,
  )
  const hidden = [planted.broker.actor, ...planted.fading].map((id) => actors.get(id)?.name)
  const places = [planted.club.space, planted.projectWithoutPilot].map((id) => spaces.get(id)?.name)
  for (const told of [...counts, ...hidden, ...places]) expect(readme).toContain(told)
})

test('the same seed gives the same world, another seed another one', () => {
  expect(worldOf('a')).toEqual(worldOf('a'))
  expect(territoryToCsv(worldOf('b').territory)).not.toEqual(territoryToCsv(worldOf('a').territory))
})

test('worlds grow: 400 actors are as valid as 120', () => {
  const { territory } = worldOf('large', { actors: 400 })
  expect(territory.actors.size).toBeGreaterThan(380)
  expect(() => worldOf('small', { actors: 40 })).toThrow(RangeError)
})

law('about 120 actors, three surveys a year apart', ({ territory }) => {
  expect(territory.actors.size).toBeGreaterThanOrEqual(112)
  expect(territory.actors.size).toBeLessThanOrEqual(120)
  expect([...territory.waves.values()].map(({ date, basis }) => `${date} ${basis}`)).toEqual([
    '2023-06-01 survey',
    '2024-06-01 survey',
    '2025-06-01 survey',
  ])
})

law('a fifth to a quarter of those asked do not answer, a third in the second wave', ({ territory, planted }) => {
  const shares = planted.waves.map(({ id, silent }) => {
    const asked = rosterOf(territory, id, ['asked', 'declined', 'answered'])
    expect(rosterOf(territory, id, ['asked', 'declined'])).toEqual(silent)
    return silent.length / asked.length
  })
  for (const share of [shares[0], shares[2]]) {
    expect(share).toBeGreaterThanOrEqual(0.2)
    expect(share).toBeLessThanOrEqual(0.25)
  }
  expect(shares[1]).toBeGreaterThan(0.3)
})

law('only those who answered report, and only what is true', ({ territory, planted }) => {
  for (const { id, ties } of planted.waves) {
    const answered = new Set(rosterOf(territory, id, ['answered']))
    const reported = reportedPairs(territory, id)
    const truth = pairsOf(ties)
    for (const pair of reported) expect(truth).toContain(pair)
    for (const tie of territory.ties.values()) if (tie.wave === id) expect(answered).toContain(tie.reporter)
  }
})

test('an end that answers tells of a tie as often as the recall says: many ties are told by one end alone', () => {
  // Double reports are q² of the ties between two respondents, single ones 2q(1−q); what was planted is told a little more.
  let [twice, told, expected] = [0, 0, 0]
  for (const seed of seeds) {
    const { territory, planted } = world(seed)
    for (const { id } of planted.waves) {
      const answered = new Set(rosterOf(territory, id, ['answered']))
      const reporters = new Map<string, Set<string | null>>()
      for (const { wave, from, to, reporter } of territory.ties.values()) {
        if (wave !== id || !answered.has(from) || !answered.has(to)) continue
        const pair = [from, to].sort().join(' ')
        reporters.set(pair, (reporters.get(pair) ?? new Set()).add(reporter))
      }
      const both = [...reporters.values()].filter(({ size }) => size === 2).length
      twice += both
      told += reporters.size
      expected += (reporters.size * planted.recall) / (2 - planted.recall)
    }
  }
  expect(twice / told).toBeCloseTo(expected / told, 1)
  expect(twice / told).toBeLessThan(0.85)
})

law('the club is dense within, closed without, and makes no new tie outside', ({ territory, planted }) => {
  const club = new Set(planted.club.members)
  expect(club.size).toBeGreaterThanOrEqual(5)
  expect(club.size).toBeLessThanOrEqual(8)
  let before: Pairs | null = null
  for (const { id, ties } of planted.waves) {
    const truth = pairsOf(ties)
    const possible = (club.size * (club.size - 1)) / 2
    expect(tiesBetween(truth, club, club) / possible).toBeGreaterThanOrEqual(0.85)
    expect(tiesBetween(truth, club, club) / possible).toBeLessThanOrEqual(0.9)
    expect(tiesOut(truth, club) / expectedOut(truth, club)).toBeLessThan(0.5)
    expect(tiesOut(truth, club)).toBeGreaterThan(0)
    const seen = reportedPairs(territory, id)
    expect(tiesBetween(seen, club, club) / possible).toBeGreaterThanOrEqual(0.75)
    expect(tiesOut(seen, club) / expectedOut(seen, club)).toBeLessThan(0.5)
    for (const pair of truth) {
      const ends = pair.split(' ').filter((actor) => club.has(actor))
      if (before && ends.length > 0) expect(before).toContain(pair)
    }
    before = truth
    const members = [...territory.participations.values()].filter(
      ({ space, wave }) => space === planted.club.space && wave === id,
    )
    expect(new Set(members.map(({ actor }) => actor))).toEqual(club)
  }
  expect(territory.spaces.get(planted.club.space)?.kind).toBe('club')
})

law('no other declared group looks like the club', ({ territory, planted }) => {
  const id = planted.waves.at(-1)?.id ?? ''
  const seen = reportedPairs(territory, id)
  const actors = [...territory.actors.values()]
  const groups = [
    ...new Map([
      ...Map.groupBy(actors, ({ sphere }) => sphere),
      ...Map.groupBy(actors, ({ commune }) => commune ?? ''),
    ]),
  ]
  for (const [name, members] of groups) {
    const group = new Set(members.map((actor) => actor.id))
    const expected = expectedOut(seen, group)
    if (name !== '' && expected >= 10) expect(tiesOut(seen, group) / expected, name).toBeGreaterThan(0.5)
  }
})

law('two spheres hardly meet, in the truth, in what is told and in the spaces', ({ territory, planted }) => {
  const [one, other] = planted.excluded.map(
    (sphere) => new Set([...territory.actors.values()].filter((actor) => actor.sphere === sphere).map(({ id }) => id)),
  ) as [Set<string>, Set<string>]
  for (const { id, ties } of planted.waves) {
    for (const pairs of [pairsOf(ties), reportedPairs(territory, id)]) {
      const expected = expectedBetween(pairs, one, other)
      expect(expected).toBeGreaterThan(8)
      expect(tiesBetween(pairs, one, other) / expected).toBeLessThan(0.35)
    }
  }
  for (const { kind, id } of territory.spaces.values()) {
    if (kind === 'seminar_series') continue
    const company = [...territory.participations.values()].filter(({ space }) => space === id).map(({ actor }) => actor)
    expect(company.some((actor) => one.has(actor)) && company.some((actor) => other.has(actor)), id).toBe(false)
  }
})

law('the broker alone joins a piece to the rest, in every wave', ({ territory, planted }) => {
  const { actor, piece } = planted.broker
  for (const { id, ties } of planted.waves) {
    const truth = pairsOf(ties)
    const [first = ''] = piece
    const others = [...territory.actors.keys()].filter((other) => other !== actor && !piece.includes(other))
    expect([...reach(truth, first, actor)].sort()).toEqual(piece)
    expect(reach(truth, first, null).size).toBeGreaterThan(60)

    // Told or met in a space: the passage is seen, and no other one.
    const seen = new Set([...reportedPairs(territory, id), ...metPairs(territory, id)])
    for (const member of piece) {
      for (const reached of reach(seen, member, actor)) expect(others).not.toContain(reached)
    }
    const attached = piece.filter((member) => reach(seen, member, null).has(actor))
    const all = reach(seen, actor, null).size
    // One pair in ten loses each other when it leaves.
    expect(attached.length * (all - attached.length - 1)).toBeGreaterThan((0.1 * ((all - 1) * (all - 2))) / 2)
  }
})

law('ties of the fading actors have gone out by the last wave, and others have not', ({ territory, planted }) => {
  const { date, id } = [...territory.waves.values()].at(-1) ?? { date: '', id: '' }
  const asleep = pairsOf(planted.dormant)
  for (const actor of planted.fading) {
    let [all, gone] = [0, 0]
    for (const tie of territory.ties.values()) {
      if (tie.wave !== id || (tie.from !== actor && tie.to !== actor)) continue
      all += tie.strength ?? 0
      if (vitality(tie.lastContact, tie.kind, date) < 0.25) gone += tie.strength ?? 0
    }
    expect(gone / all, actor).toBeGreaterThanOrEqual(0.5)
  }
  let known = 0
  const told = [...territory.ties.values()].filter(({ wave }) => wave === id)
  for (const { from, to, kind, lastContact } of told) {
    if (lastContact !== undefined) known++
    expect(vitality(lastContact, kind, date) < 0.25).toBe(asleep.has([from, to].sort().join(' ')))
  }
  expect(known / told.length).toBeGreaterThan(0.8)
})

law('some join, some leave, some are outside and not asked, some are only named', ({ territory, planted }) => {
  for (const [index, { id, joined, left }] of planted.waves.entries()) {
    const before = planted.waves[index - 1]?.id
    const asked = ['asked', 'declined', 'answered']
    const now = rosterOf(territory, id, asked)
    const then = before ? rosterOf(territory, before, asked) : now
    expect(now.filter((actor) => !then.includes(actor))).toEqual(joined)
    expect(then.filter((actor) => !now.includes(actor))).toEqual(left)
    if (index > 0) expect(Math.min(joined.length, left.length)).toBeGreaterThan(0)

    const outside = [...territory.actors.values()].filter(({ inside }) => !inside).map((actor) => actor.id)
    expect(rosterOf(territory, id, ['not_asked'])).toEqual(outside.sort())
    const named = new Set([...reportedPairs(territory, id)].flatMap((pair) => pair.split(' ')))
    for (const actor of rosterOf(territory, id, ['named_only'])) expect(named).toContain(actor)
  }
  expect([...territory.roster.values()].some(({ status }) => status === 'named_only')).toBe(true)
})

law('every project has a pilot but the one planted without', ({ territory, planted }) => {
  const piloted = new Set(
    [...territory.participations.values()].filter(({ role }) => role === 'pilot').map(({ space }) => space),
  )
  const projects = [...territory.spaces.values()].filter(({ kind }) => kind === 'project').map(({ id }) => id)
  expect(projects.filter((id) => !piloted.has(id))).toEqual([planted.projectWithoutPilot])
})

/** What holds in fifty worlds. */
function law(name: string, holds: (world: World) => void): void {
  test(name, () => {
    for (const seed of seeds) {
      try {
        holds(world(seed))
      } catch (cause) {
        throw new Error(`world of ${seed}: ${cause}`, { cause })
      }
    }
  })
}

function rosterOf(territory: Territory, wave: string, statuses: readonly string[]): string[] {
  return [...territory.roster.values()]
    .filter((entry) => entry.wave === wave && statuses.includes(entry.status))
    .map(({ actor }) => actor)
    .sort()
}

function pairsOf(ties: readonly (readonly [string, string])[]): Pairs {
  return new Set(ties.map((pair) => [...pair].sort().join(' ')))
}

/** Those who share a space other than a series of seminars, or belong to the same one as its host. */
function metPairs(territory: Territory, wave: string): Pairs {
  const pairs = new Set<string>()
  for (const { id, kind, host } of territory.spaces.values()) {
    if (kind === 'seminar_series' || kind === 'programme_axis') continue
    const company = [...territory.participations.values()].filter((taken) => taken.space === id && taken.wave === wave)
    const actors = [
      ...new Set([...company.map(({ actor }) => actor), ...(host && company.length > 0 ? [host] : [])]),
    ].sort()
    for (const [place, one] of actors.entries())
      for (const other of actors.slice(place + 1)) pairs.add(`${one} ${other}`)
  }
  return pairs
}

/** 2^(−months / half-life): 6 months for information, 24 for funding, 12 otherwise. Unknown counts as alive. */
function vitality(lastContact: string | undefined, kind: string, date: string): number {
  if (lastContact === undefined) return 1
  const months = (Date.parse(date) - Date.parse(lastContact)) / 86_400_000 / 30.4375
  return 2 ** (-months / (kind === 'information' ? 6 : kind === 'funding' ? 24 : 12))
}
