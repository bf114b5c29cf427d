import fc from 'fast-check'
import { apply, type Change } from '../../server/domain/change.ts'
import { plainLine } from '../../server/domain/plain-text.ts'
import {
  type Actor,
  type Attachment,
  type Backing,
  type Chair,
  type Challenge,
  type Decision,
  emptyTerritory,
  type Invitation,
  identityOf,
  keyOf,
  type Note,
  type Noun,
  type Nouns,
  nouns,
  type Pairing,
  type Participation,
  type Pin,
  type Provenance,
  type RosterEntry,
  type SavedView,
  type Seminar,
  type Setting,
  type Space,
  type Step,
  type Supposition,
  type Territory,
  type Tie,
  type VocabularyEntry,
  type Wave,
} from '../../server/domain/territory.ts'
import {
  bases,
  challengeKinds,
  confidences,
  decisionStates,
  defaultVocabulary,
  invitationRoles,
  invitationStatuses,
  mapLayouts,
  noteKinds,
  objectives,
  pairingRules,
  phases,
  regularities,
  rosterStatuses,
  scopes,
  seminarMethods,
  standings,
  stepKinds,
  suppositionKinds,
  vocabularies,
} from '../../server/domain/vocabulary.ts'

/** A valid territory of every noun, at revision 1. */
export function territories(): fc.Arbitrary<Territory> {
  return foundations().map((changes) => ({ ...applied(emptyTerritory('vallée-du-maillage'), changes), revision: 1 }))
}

/** Puts that hold together on an empty territory, in any order. */
export function foundations(): fc.Arbitrary<Change[]> {
  return fc
    .record({
      words: words(),
      actors: ids(8),
      spaces: ids(5),
      waves: ids(3),
      seminars: ids(2),
      decisions: ids(2),
      challenges: ids(3),
    })
    .chain(({ words, actors, spaces, waves, seminars, decisions, challenges }) => {
      const world = { words, actors, spaces, waves, seminars, decisions, challenges }
      return fc.tuple(
        puts('setting', 3, setting()),
        fc.constant(words.map((value): Change => ({ put: 'vocabulary', value }))),
        fc.tuple(...actors.map((id) => actor(id, world))).map(putsOf('actor')),
        fc.tuple(...spaces.map((_, index) => space(index, world))).map(putsOf('space')),
        fc.tuple(...waves.map(wave)).map(putsOf('wave')),
        puts('tie', 20, tie(world)),
        spaces.length > 0 ? puts('participation', 12, participation(world)) : fc.constant([]),
        puts('roster', 6, rosterEntry(world)),
        fc
          .tuple(
            puts('note', 3, note()),
            puts('chair', 3, chair(id(), world)),
            fc.tuple(...seminars.map(seminar)).map(putsOf('seminar')),
            puts('invitation', 8, invitation(world)),
            puts('pairing', 3, pairing(world)),
            fc.tuple(...decisions.map((id) => decision(id, world))).map(putsOf('decision')),
            puts('step', 4, step(world)),
            puts('supposition', 4, supposition(world)),
            puts('attachment', 4, attachment(world)),
            fc.tuple(...challenges.map((id) => challenge(id, world))).map(putsOf('challenge')),
            puts('backing', 4, backing(world)),
            puts('pin', 4, pin(world)),
            puts('view', 4, view(world)),
          )
          .map((lists) => lists.flat()),
      )
    })
    .map((lists) => withRostersOfSurveys(lists.flat()))
    .chain((changes) => fc.shuffledSubarray(changes, { minLength: changes.length }))
}

/** What the team knows has no roster. */
function withRostersOfSurveys(changes: readonly Change[]): Change[] {
  const rostered = new Set(
    changes.flatMap((change) => ('put' in change && change.put === 'roster' ? [change.value.wave] : [])),
  )
  return changes.map((change): Change => {
    if (!('put' in change) || change.put !== 'wave' || !rostered.has(change.value.id)) return change
    return { put: 'wave', value: { ...change.value, basis: 'survey' } }
  })
}

const small = {
  words: [{ vocabulary: 'tieKind', id: 'prêt de salariés', fr: 'Prêt de salariés' }],
  actors: ['mairie', 'École « Ampère »', 'usine-🏭', '𝒵one'],
  spaces: ['club', 'axe 1'],
  waves: ['2023', '2024'],
  seminars: ['mars'],
  decisions: ['pilot-abc'],
  challenges: ['défi'],
} as const satisfies World

/** A territory of a few facts, told by ids that `smallWorldChanges` meets again. */
export const smallWorld: readonly Change[] = [
  ...small.words.map((value) => put('vocabulary', value)),
  ...small.actors.map((id) => {
    const kind = { type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false } as const
    return put('actor', { id, name: id, ...kind })
  }),
  ...small.spaces.map((id) => put('space', { id, name: id, kind: 'club', host: 'mairie' })),
  ...small.waves.map((id) => put('wave', { id, label: id, date: `${id}-01-01`, basis: 'survey' })),
  ...small.seminars.map((id) => put('seminar', { id, name: id })),
  ...small.decisions.map((id) => put('decision', { id, wave: '2023', state: 'to_do' })),
  ...small.challenges.map((id) => put('challenge', { id, seminar: 'mars', text: id, kind: 'asset' })),
  // The other half is named by nothing, so that it can be removed.
  ...small.actors.slice(0, 2).map((to) => {
    return put('tie', { wave: '2023', kind: 'trust', from: 'mairie', to, reporter: null, directed: true })
  }),
  ...small.actors.slice(0, 2).map((id) => {
    return put('participation', { actor: id, space: 'club', role: 'member', wave: '2023' })
  }),
]

/**
 * Puts and removes over the small world, so that lists meet: often right on what earlier ones left of it, often refused
 * (unknown ends, repeated identities, removals of what is not there or is still used).
 */
export function smallWorldChanges(maxLength = 12): fc.Arbitrary<Change[]> {
  const tieOfFew = fc
    .tuple(tie(small), fc.constantFrom('trust', 'prêt de salariés'), fc.constantFrom(null, 'usine-🏭'))
    .map(([tie, kind, reporter]): Tie => ({ ...tie, kind, reporter }))
  const partOfFew = fc
    .tuple(participation(small), fc.constantFrom('member', 'pilot'))
    .map(([taken, role]): Participation => ({ ...taken, role }))
  const values: { [N in Noun]: fc.Arbitrary<Nouns[N]> } = {
    setting: fc.record({ key: fc.constantFrom('name', 'seuil'), value: settingValue() }, plain),
    vocabulary: fc.constantFrom(...small.words),
    actor: fc.constantFrom(...small.actors).chain((id) => actor(id, small)),
    space: fc.nat({ max: small.spaces.length - 1 }).chain((index) => space(index, small)),
    wave: fc.constantFrom(...small.waves).chain(wave),
    tie: tieOfFew,
    participation: partOfFew,
    roster: rosterEntry(small),
    note: note(fc.constantFrom('I0-abc', 'P3-def')),
    chair: chair(fc.constantFrom('élus', 'industriels'), small),
    seminar: fc.constantFrom(...small.seminars).chain(seminar),
    invitation: invitation(small),
    pairing: pairing(small),
    decision: fc.constantFrom(...small.decisions).chain((id) => decision(id, small)),
    step: step(small),
    supposition: supposition(small),
    attachment: attachment(small),
    challenge: fc.constantFrom(...small.challenges).chain((id) => challenge(id, small)),
    backing: backing(small),
    pin: pin(small),
    view: view(small),
  }
  const fact = fc
    .constantFrom(...nouns, 'tie', 'tie', 'tie', 'participation')
    .chain((noun) => (values[noun] as fc.Arbitrary<Nouns[Noun]>).map((value) => put(noun, value)))
  const known = fc.constantFrom(...smallWorld)
  const change = fc.oneof(
    { weight: 5, arbitrary: fact },
    { weight: 3, arbitrary: known.map(opposite) },
    { weight: 1, arbitrary: fact.map(opposite) },
  )
  return fc.array(change, { maxLength, size: 'max' })
}

/** The changes of a list that hold together on a territory: those refused are left out, one round after the other. */
export function settled(territory: Territory, changes: readonly Change[]): Change[] {
  const result = apply(territory, changes)
  if (result.ok) return [...changes]
  const refused = new Set(result.refusals.map((refusal) => refusal.index))
  return settled(
    territory,
    changes.filter((_, index) => !refused.has(index)),
  )
}

/** The territory after changes that hold. */
export function applied(territory: Territory, changes: readonly Change[]): Territory {
  const result = apply(territory, changes)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.territory
}

/** A territory with its collections as lists: equal when the order of facts is equal too. */
export function spelled(territory: Territory): unknown[] {
  return Object.entries(territory).map(([name, facts]) => [name, facts instanceof Map ? [...facts] : facts])
}

interface World {
  readonly words: readonly VocabularyEntry[]
  readonly actors: readonly string[]
  readonly spaces: readonly string[]
  readonly waves: readonly string[]
  readonly seminars: readonly string[]
  readonly decisions: readonly string[]
  readonly challenges: readonly string[]
}

const plain = { noNullPrototype: true } as const

function id(): fc.Arbitrary<string> {
  const known = ['mairie', 'Société d’Été', 'CC-Vallée_01', '🏭 usine', '日本 支社', 'ﬀ', '𝒵', '"guillemets"', 'a,b;c']
  return fc.oneof(
    fc.constantFrom(...known),
    printable(12).filter((text) => text !== '' && text !== '__proto__' && text === text.trim()),
  )
}

function ids(most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(id(), { minLength: 1, maxLength: most })
}

function name(): fc.Arbitrary<string> {
  const known = ['Lycée Jules-Ferry', 'Œuvre « L’Été »', 'Ateliers 👩‍🔧 & Cie', 'n° 2, dit "le Vieux"', '=1+1']
  return fc.oneof(
    fc.constantFrom(...known),
    printable(20).filter((text) => text.trim() !== ''),
  )
}

function text(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('', 'Deux\nlignes', 'point ; virgule\tet tabulation', 'é à ç — 🙂'), printable(30))
}

function line(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('', 'point ; virgule', 'é à ç — 🙂'), printable(30))
}

function printable(maxLength: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', maxLength })
    .filter((text) => text === plainLine(text) && text !== '__proto__' && text.length <= 200)
}

/** Any finite number but −0, which JSON does not have. */
function number(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0)
}

function degrees(most: number): fc.Arbitrary<number> {
  return fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0)
}

function date(): fc.Arbitrary<string> {
  const day = { min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }
  return fc.date(day).map((date) => date.toISOString().slice(0, 10))
}

function settingValue(): fc.Arbitrary<Setting['value']> {
  return fc.oneof(text(), number(), fc.boolean())
}

const provenance = {
  source: text(),
  confidence: fc.constantFrom(...confidences),
  note: text(),
  tags: fc.array(name(), { maxLength: 3 }),
  attributes: fc.dictionary(id(), settingValue(), { maxKeys: 4, ...plain }),
} satisfies { [F in keyof Provenance]: fc.Arbitrary<Provenance[F]> }

function setting(): fc.Arbitrary<Setting> {
  return fc.record({ key: id(), value: settingValue() }, plain)
}

function words(): fc.Arbitrary<VocabularyEntry[]> {
  const entry = fc.record(
    { vocabulary: fc.constantFrom(...vocabularies), id: id(), fr: name(), en: line() },
    { requiredKeys: ['vocabulary', 'id', 'fr'], ...plain },
  )
  return fc.uniqueArray(entry, { maxLength: 4, selector: (value) => keyOf('vocabulary', value) })
}

function word(vocabulary: VocabularyEntry['vocabulary'], world: World): fc.Arbitrary<string> {
  const added = world.words.filter((entry) => entry.vocabulary === vocabulary).map((entry) => entry.id)
  return fc.constantFrom(...defaultVocabulary[vocabulary], ...added)
}

function actor(id: string, world: World): fc.Arbitrary<Actor> {
  return fc.record(
    {
      id: fc.constant(id),
      name: name(),
      type: word('actorType', world),
      sphere: word('sphere', world),
      scope: fc.constantFrom(...scopes),
      inside: fc.boolean(),
      collective: fc.boolean(),
      aliases: fc.array(name(), { maxLength: 2 }),
      siren: fc.stringMatching(/^\d{9}$/),
      siret: fc.stringMatching(/^\d{14}$/),
      commune: line(),
      latitude: degrees(90),
      longitude: degrees(180),
      groups: fc.array(name(), { maxLength: 2 }),
      ...provenance,
    },
    { requiredKeys: ['id', 'name', 'type', 'sphere', 'scope', 'inside', 'collective'], ...plain },
  )
}

/** Parents come earlier in the list of ids, so no space is its own ancestor. */
function space(index: number, world: World): fc.Arbitrary<Space> {
  const earlier = world.spaces.slice(0, index)
  const period = fc.tuple(date(), date()).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string])
  return fc
    .record(
      {
        id: fc.constant(world.spaces[index] ?? ''),
        name: name(),
        kind: word('spaceKind', world),
        host: fc.constantFrom(...world.actors),
        objective: text(),
        unobservedRoles: fc.uniqueArray(word('role', world), { maxLength: 2 }),
        period,
        ...(earlier.length > 0 ? { parent: fc.constantFrom(...earlier) } : {}),
        ...provenance,
      },
      { requiredKeys: ['id', 'name', 'kind'], ...plain },
    )
    .map(({ period, ...space }) => (period ? { ...space, start: period[0], end: period[1] } : space))
}

function wave(id: string): fc.Arbitrary<Wave> {
  return fc.record(
    { id: fc.constant(id), label: name(), date: date(), basis: fc.constantFrom(...bases), ...provenance },
    { requiredKeys: ['id', 'label', 'date', 'basis'], ...plain },
  )
}

function tie(world: World): fc.Arbitrary<Tie> {
  const actors = fc.constantFrom(...world.actors)
  return fc.record(
    {
      wave: fc.constantFrom(...world.waves),
      kind: word('tieKind', world),
      from: actors,
      to: actors,
      reporter: fc.option(actors, { nil: null }),
      directed: fc.boolean(),
      strength: fc.integer({ min: 1, max: 5 }),
      regularity: fc.constantFrom(...regularities),
      since: date(),
      lastContact: date(),
      ...provenance,
    },
    { requiredKeys: ['wave', 'kind', 'from', 'to', 'reporter', 'directed'], ...plain },
  )
}

function participation(world: World): fc.Arbitrary<Participation> {
  return fc.record(
    {
      actor: fc.constantFrom(...world.actors),
      space: fc.constantFrom(...world.spaces),
      role: word('role', world),
      wave: fc.constantFrom(...world.waves),
      ...provenance,
    },
    { requiredKeys: ['actor', 'space', 'role', 'wave'], ...plain },
  )
}

function rosterEntry(world: World): fc.Arbitrary<RosterEntry> {
  return fc.record(
    {
      actor: fc.constantFrom(...world.actors),
      wave: fc.constantFrom(...world.waves),
      status: fc.constantFrom(...rosterStatuses),
      ...provenance,
    },
    { requiredKeys: ['actor', 'wave', 'status'], ...plain },
  )
}

function note(finding = id()): fc.Arbitrary<Note> {
  return fc.record(
    { finding, kind: fc.constantFrom(...noteKinds), text: text(), author: line(), day: date() },
    { requiredKeys: ['finding', 'kind', 'day'], ...plain },
  )
}

function chair(id: fc.Arbitrary<string>, world: World): fc.Arbitrary<Chair> {
  return fc.record(
    {
      id,
      sphere: word('sphere', world),
      types: fc.uniqueArray(word('actorType', world), { maxLength: 3 }),
      min: fc.integer({ min: 1, max: 99 }),
      critical: fc.boolean(),
      standing: fc.constantFrom(...standings),
      examples: fc.array(name(), { maxLength: 2 }),
    },
    plain,
  )
}

function seminar(id: string): fc.Arbitrary<Seminar> {
  return fc.record(
    {
      id: fc.constant(id),
      name: name(),
      campaign: line(),
      phase: fc.constantFrom(...phases),
      date: date(),
      place: line(),
      theme: line(),
      method: fc.constantFrom(...seminarMethods),
      objective: fc.constantFrom(...objectives),
      tables: fc.array(name(), { maxLength: 3 }),
      seats: fc.integer({ min: 1, max: 999 }),
      rounds: fc.integer({ min: 1, max: 99 }),
      held: fc.integer({ min: 0, max: 99 }),
      seed: line(),
      dots: fc.integer({ min: 1, max: 99 }),
      ...provenance,
    },
    { requiredKeys: ['id', 'name'], ...plain },
  )
}

function invitation(world: World): fc.Arbitrary<Invitation> {
  return fc.record(
    {
      seminar: fc.constantFrom(...world.seminars),
      actor: fc.constantFrom(...world.actors),
      rank: fc.integer({ min: 1, max: 3 }),
      person: line(),
      status: fc.constantFrom(...invitationStatuses),
      role: fc.constantFrom(...invitationRoles),
      table: fc.integer({ min: 1, max: 999 }),
      arrives: fc.integer({ min: 1, max: 99 }),
      leaves: fc.integer({ min: 1, max: 99 }),
      route: fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 4 }),
      locked: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
      ...provenance,
    },
    { requiredKeys: ['seminar', 'actor', 'rank', 'status'], ...plain },
  )
}

function pairing(world: World): fc.Arbitrary<Pairing> {
  const actors = fc.constantFrom(...world.actors)
  return fc.record(
    {
      seminar: fc.constantFrom(...world.seminars),
      actor: actors,
      other: actors,
      rule: fc.constantFrom(...pairingRules),
    },
    plain,
  )
}

function decision(id: string, world: World): fc.Arbitrary<Decision> {
  return fc.record(
    {
      id: fc.constant(id),
      wave: fc.constantFrom(...world.waves),
      state: fc.constantFrom(...decisionStates),
      owner: fc.constantFrom(...world.actors),
      person: line(),
      due: date(),
      text: text(),
      pinned: fc.boolean(),
      rank: fc.integer({ min: 1, max: 99 }),
    },
    { requiredKeys: ['id', 'wave', 'state'], ...plain },
  )
}

function step(world: World): fc.Arbitrary<Step> {
  return fc.record(
    {
      decision: fc.constantFrom(...world.decisions),
      actor: fc.constantFrom(...world.actors),
      rank: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom(...stepKinds),
      other: fc.constantFrom(...world.actors),
      ...(world.spaces.length > 0 ? { space: fc.constantFrom(...world.spaces) } : {}),
    },
    { requiredKeys: ['decision', 'actor', 'rank', 'kind'], ...plain },
  )
}

function attachment(world: World): fc.Arbitrary<Attachment> {
  return fc.record(
    {
      seminar: fc.constantFrom(...world.seminars),
      actor: fc.constantFrom(...world.actors),
      emblem: fc.oneof(fc.constantFrom('Le port', 'La dentelle'), id()),
      ...provenance,
    },
    { requiredKeys: ['seminar', 'actor', 'emblem'], ...plain },
  )
}

function challenge(id: string, world: World): fc.Arbitrary<Challenge> {
  return fc.record(
    {
      id: fc.constant(id),
      seminar: fc.constantFrom(...world.seminars),
      text: name(),
      kind: fc.constantFrom(...challengeKinds),
      number: fc.integer({ min: 1, max: 9_999 }),
      group: line(),
      ...(world.spaces.length > 0 && { project: fc.constantFrom(...world.spaces) }),
      ...provenance,
    },
    { requiredKeys: ['id', 'seminar', 'text', 'kind'], ...plain },
  )
}

function backing(world: World): fc.Arbitrary<Backing> {
  return fc.record(
    {
      challenge: fc.constantFrom(...world.challenges),
      actor: fc.constantFrom(...world.actors),
      dots: fc.integer({ min: 0, max: 99 }),
      carries: fc.boolean(),
    },
    plain,
  )
}

function pin(world: World): fc.Arbitrary<Pin> {
  const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((hundredths) => hundredths / 100)
  return fc.record(
    {
      layout: fc.constantFrom(...mapLayouts),
      noun: fc.constantFrom('actor', 'space'),
      // Of who is not there any more, too.
      id: fc.constantFrom(...world.actors, ...world.spaces, 'gone'),
      x: coordinate,
      y: coordinate,
    },
    plain,
  )
}

function supposition(world: World): fc.Arbitrary<Supposition> {
  const actors = fc.constantFrom(...world.actors)
  return fc.record(
    {
      scenario: fc.constantFrom('départ', 'crise'),
      actor: actors,
      other: actors,
      kind: fc.constantFrom(...suppositionKinds),
    },
    plain,
  )
}

function view(world: World): fc.Arbitrary<SavedView> {
  return fc.record(
    {
      id: fc.oneof(fc.constantFrom('ouverture', 'fin'), id()),
      name: name(),
      address: fc.oneof(fc.constantFrom('map', 'table?sort=-degree'), fc.constantFrom(...world.actors).map(addressOf)),
      text: text(),
      notes: text(),
      story: fc.constantFrom('mars', 'conseil'),
      rank: fc.integer({ min: 1, max: 999 }),
    },
    { requiredKeys: ['id', 'name', 'address'], ...plain },
  )
}

/** Of a map on which an actor is selected. */
export function addressOf(actor: string): string {
  return `map?color=sphere&${new URLSearchParams({ actor })}`
}

function puts<N extends Noun>(noun: N, maxLength: number, value: fc.Arbitrary<Nouns[N]>): fc.Arbitrary<Change[]> {
  const selector = (fact: Nouns[N]) => keyOf(noun, fact)
  return fc.uniqueArray(value, { maxLength, selector }).map(putsOf(noun))
}

function putsOf<N extends Noun>(noun: N): (values: readonly Nouns[N][]) => Change[] {
  return (values) => values.map((value) => put(noun, value))
}

function put(noun: Noun, value: Nouns[Noun]): Change {
  return { put: noun, value } as Change
}

function opposite(change: Change): Change {
  if ('remove' in change) return change
  return { remove: change.put, identity: identityOf(change.put, change.value as never) } as Change
}

/** The territory as files can write it: an empty record of attributes says nothing, and so does a file. */
export function writable(territory: Territory): Territory {
  const collections = Object.entries(territory).map(([name, facts]) => [
    name,
    facts instanceof Map ? new Map([...facts].map(([key, fact]) => [key, withoutEmptyAttributes(fact)])) : facts,
  ])
  return Object.fromEntries(collections)
}

function withoutEmptyAttributes(fact: object): object {
  const { attributes, ...others } = fact as { attributes?: object }
  return attributes && Object.keys(attributes).length > 0 ? fact : others
}
