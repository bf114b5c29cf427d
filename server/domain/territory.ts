import type { Description, Field } from './description.ts'
import {
  type Basis,
  type ChallengeKind,
  type Confidence,
  type DecisionState,
  defaultVocabulary,
  type InvitationRole,
  type InvitationStatus,
  type MapLayout,
  type NoteKind,
  type Objective,
  type PairingRule,
  type Phase,
  type Placed,
  type Regularity,
  type RosterStatus,
  type Scope,
  type SeminarMethod,
  type Standing,
  type StepKind,
  type SuppositionKind,
  type Vocabulary,
} from './vocabulary.ts'

/**
 * A territory: one record of actors, the spaces where they meet, what was declared or read about their ties, and when.
 *
 * Conventions of every noun: an absent field is unknown or unasked, never a default; dates are `YYYY-MM-DD`;
 * ids are chosen by whoever writes them and never change; texts are plain (plain-text.ts): what looks the same is the
 * same. A noun is named by its identity (`identityOf`), two puts of
 * the same identity are the same fact. Each collection is in the order of its keys (UTF-16 code units, JavaScript's `<`):
 * the same facts make the same territory, whichever commits and engine they came through.
 */
export interface Territory {
  readonly id: string
  /** Number of commits behind this state: 1 after creation. */
  readonly revision: number
  readonly settings: ReadonlyMap<string, Setting>
  readonly vocabulary: ReadonlyMap<string, VocabularyEntry>
  readonly actors: ReadonlyMap<string, Actor>
  readonly spaces: ReadonlyMap<string, Space>
  readonly waves: ReadonlyMap<string, Wave>
  readonly ties: ReadonlyMap<string, Tie>
  readonly participations: ReadonlyMap<string, Participation>
  readonly roster: ReadonlyMap<string, RosterEntry>
  readonly notes: ReadonlyMap<string, Note>
  readonly chairs: ReadonlyMap<string, Chair>
  readonly seminars: ReadonlyMap<string, Seminar>
  readonly invitations: ReadonlyMap<string, Invitation>
  readonly pairings: ReadonlyMap<string, Pairing>
  readonly decisions: ReadonlyMap<string, Decision>
  readonly steps: ReadonlyMap<string, Step>
  readonly suppositions: ReadonlyMap<string, Supposition>
  readonly attachments: ReadonlyMap<string, Attachment>
  readonly challenges: ReadonlyMap<string, Challenge>
  readonly backings: ReadonlyMap<string, Backing>
  readonly pins: ReadonlyMap<string, Pin>
  readonly views: ReadonlyMap<string, SavedView>
}

/** What any fact may carry besides itself. */
export interface Provenance {
  /** Where the fact was read: document and place, interview, survey… */
  readonly source?: string
  readonly confidence?: Confidence
  readonly note?: string
  readonly tags?: readonly string[]
  /** Every column of an import that has no field of its own. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

/** An organisation, never a person. */
export interface Actor extends Provenance {
  readonly id: string
  readonly name: string
  /** A word of the `actorType` vocabulary. */
  readonly type: string
  /** A word of the `sphere` vocabulary. */
  readonly sphere: string
  readonly scope: Scope
  /** Seat, establishment or whole remit within the territory. */
  readonly inside: boolean
  /** An unnamed or plural actor (« les sous-traitants »), which a perimeter may leave out. */
  readonly collective: boolean
  readonly aliases?: readonly string[]
  readonly siren?: string
  readonly siret?: string
  readonly commune?: string
  /** WGS 84, degrees. */
  readonly latitude?: number
  readonly longitude?: number
  /** Names of the groups the actor says it belongs to (branch, union, network…). */
  readonly groups?: readonly string[]
}

/** A place of cooperation: project, cluster, club, third place, seminar… */
export interface Space extends Provenance {
  readonly id: string
  readonly name: string
  /** A word of the `spaceKind` vocabulary. */
  readonly kind: string
  /** The space this one belongs to, such as the axis of a project. */
  readonly parent?: string
  /** The actor that *is* the organisation of the same name: an identity, neither a tie nor a participation. */
  readonly host?: string
  readonly start?: string
  readonly end?: string
  readonly objective?: string
  /** Roles some holder of which could not be read in the source: their absence proves nothing. */
  readonly unobservedRoles?: readonly string[]
}

/** One dated state of knowledge. */
export interface Wave extends Provenance {
  readonly id: string
  readonly label: string
  readonly date: string
  readonly basis: Basis
}

/** One declaration. Two reporters of the same tie give two declarations; networks are derived from them. */
export interface Tie extends Provenance {
  readonly wave: string
  /** A word of the `tieKind` vocabulary. */
  readonly kind: string
  readonly from: string
  readonly to: string
  /** The actor that declared it; null when it comes from documents. */
  readonly reporter: string | null
  /** False: the declaration holds in both directions. */
  readonly directed: boolean
  /** 1 (weak) to 5 (strong), whole numbers. */
  readonly strength?: number
  readonly regularity?: Regularity
  readonly since?: string
  readonly lastContact?: string
}

export interface Participation extends Provenance {
  readonly actor: string
  readonly space: string
  /** A word of the `role` vocabulary. */
  readonly role: string
  readonly wave: string
}

/** What became of an actor in a survey wave. */
export interface RosterEntry extends Provenance {
  readonly actor: string
  readonly wave: string
  readonly status: RosterStatus
}

/** What somebody found out about a finding: that it is so, or why it only looks so. It stays with it from wave to wave. */
export interface Note {
  /** The key of the finding, see note.ts. */
  readonly finding: string
  readonly kind: NoteKind
  readonly text?: string
  /** Absent: unsigned. */
  readonly author?: string
  readonly day: string
}

/** One chair that somebody of its kind should sit on in a group that speaks for the territory. None: those of `defaultComposition`. */
export interface Chair {
  readonly id: string
  /** A word of the `sphere` vocabulary: under which heading it is listed. */
  readonly sphere: string
  /** Words of the `actorType` vocabulary. An actor of any of them counts, whatever its own sphere; `autre` says nothing by itself and asks for the sphere too. */
  readonly types: readonly string[]
  /** Fewest actors that speak for it, from 1. */
  readonly min: number
  /** Without it the method does not stand. */
  readonly critical: boolean
  /** What it is for the method, strongest claim first. */
  readonly standing: Standing
  /** Names that make it plain who is meant, in French: institutions of the country. */
  readonly examples: readonly string[]
}

/** A gathering that is prepared, held, and told of afterwards. Tables and rounds count from 1. */
export interface Seminar extends Provenance {
  readonly id: string
  readonly name: string
  /** The year's process whose phases it shares with other seminars. */
  readonly campaign?: string
  readonly phase?: Phase
  readonly date?: string
  readonly place?: string
  readonly theme?: string
  readonly method?: SeminarMethod
  readonly objective?: Objective
  /** What each table is called: its question, its theme, or its number. */
  readonly tables?: readonly string[]
  /** Most people at a table, host included. Absent: as few as seat everybody. */
  readonly seats?: number
  readonly rounds?: number
  /** Rounds held or under way, from the first. */
  readonly held?: number
  /** Names the stream of chance of the plan that is kept. */
  readonly seed?: string
  /** Dots that each organisation may put on the cards of the wall. Absent: `usualDots`. */
  readonly dots?: number
}

export const usualDots = 5

/** One person that an actor sends to a seminar. */
export interface Invitation extends Provenance {
  readonly seminar: string
  readonly actor: string
  /** Among the people of the actor, from 1. */
  readonly rank: number
  /** The name of the person. */
  readonly person?: string
  readonly status: InvitationStatus
  readonly role?: InvitationRole
  /** The table a host stays at; absent: the next that has no host. */
  readonly table?: number
  /** The round it comes in, and the last it stays for. Absent: the first, and the last there is. */
  readonly arrives?: number
  readonly leaves?: number
  /** The table of each round in the plan that is kept; 0: none. */
  readonly route?: readonly number[]
  /** Rounds whose seat is given, whatever else is planned. */
  readonly locked?: readonly number[]
}

/** Whether the people of two actors may or must share a table at a seminar. */
export interface Pairing {
  readonly seminar: string
  readonly actor: string
  readonly other: string
  readonly rule: PairingRule
}

/** What becomes of an item of the agenda. It stays with its cause from wave to wave. */
export interface Decision {
  /** The key of its cause, see note.ts. */
  readonly id: string
  /** On whose agenda it stood: later waves tell what came of it. */
  readonly wave: string
  readonly state: DecisionState
  /** The actor that sees to it. */
  readonly owner?: string
  /** Who sees to it, by name: nobody that the territory knows. */
  readonly person?: string
  readonly due?: string
  /** What there is to say, and why it was set aside. */
  readonly text?: string
  /** Stays on the agenda, before those that are not, whatever is at stake. */
  readonly pinned?: boolean
  /** Where somebody put it on the agenda, from 1. */
  readonly rank?: number
}

/** What a decision asked of an actor, by which a later wave can be asked whether it came about. */
export interface Step {
  readonly decision: string
  readonly actor: string
  /** Among the steps of the decision, from 1. */
  readonly rank: number
  readonly kind: StepKind
  /** Whom it is to meet; of a go-between, one that only it reaches. */
  readonly other?: string
  readonly space?: string
}

/** An emblem of the territory (a place, a craft, an event…) that an organisation named at a seminar. No tie: two who name the same may never have met. */
export interface Attachment extends Provenance {
  readonly seminar: string
  readonly actor: string
  /** As it was said; two spellings are one emblem when `foldedWords` makes them the same. */
  readonly emblem: string
}

/** One card of the wall of challenges and assets of a seminar. */
export interface Challenge extends Provenance {
  readonly id: string
  readonly seminar: string
  readonly text: string
  readonly kind: ChallengeKind
  /** What is written on the card, so that one votes for it on paper too; from 1 on each wall. */
  readonly number?: number
  /** The name of the group of cards it hangs in. */
  readonly group?: string
  /** The project it became. */
  readonly project?: string
}

/** What an organisation puts behind a challenge. */
export interface Backing {
  readonly challenge: string
  readonly actor: string
  /** Of the dots it may give at the seminar. */
  readonly dots: number
  /** Whether it will carry the challenge with others. */
  readonly carries: boolean
}

/** One thing that a scenario supposes. A scenario is what goes by one name, and is there as long as it supposes anything. */
export interface Supposition {
  /** The name of the scenario. */
  readonly scenario: string
  readonly actor: string
  /** The other end of the tie; of an actor that leaves, itself. */
  readonly other: string
  readonly kind: SuppositionKind
}

/** Where somebody put an actor or a space on the map, in one of its layouts and for all waves. It stays when who stands there goes, for the day it comes back. */
export interface Pin {
  readonly layout: MapLayout
  readonly noun: Placed
  /** Of the actor or the space. */
  readonly id: string
  /** In the units of the layout, y upwards. */
  readonly x: number
  readonly y: number
}

/**
 * What somebody looked at and kept under a name. A story is what goes by one name, and is there as long as a view belongs to it:
 * its views, from the least rank on, told one after the other.
 */
export interface SavedView {
  readonly id: string
  /** What it shows, in a line: its title where it is told. */
  readonly name: string
  /** Screen and parameters of the address that shows it, as view.ts reads them: `map?wave=2025&actor=a`. */
  readonly address: string
  /** What is said beside it. */
  readonly text?: string
  /** What the speaker says; never projected. */
  readonly notes?: string
  /** The name of the story it belongs to. */
  readonly story?: string
  /** Its place in the story, from 1. */
  readonly rank?: number
}

export interface Setting {
  readonly key: string
  readonly value: string | number | boolean
}

/** A word a territory adds to a default vocabulary. */
export interface VocabularyEntry {
  readonly vocabulary: Vocabulary
  readonly id: string
  readonly fr: string
  readonly en?: string
}

/** What became of the question put to an actor in a wave; who is on no roster was not asked. */
export function answerOf({ roster }: Pick<Territory, 'roster'>, wave: string, actor: string): RosterStatus {
  return roster.get(keyOf('roster', { actor, wave }))?.status ?? 'not_asked'
}

/** Whether a survey put its questions to the actor, answered or not. */
export function wasAsked({ status }: Pick<RosterEntry, 'status'>): boolean {
  return status === 'asked' || status === 'answered' || status === 'declined'
}

/** The nouns a change can put or remove, each with its type. */
export interface Nouns {
  setting: Setting
  vocabulary: VocabularyEntry
  actor: Actor
  space: Space
  wave: Wave
  tie: Tie
  participation: Participation
  roster: RosterEntry
  note: Note
  chair: Chair
  seminar: Seminar
  invitation: Invitation
  pairing: Pairing
  decision: Decision
  step: Step
  supposition: Supposition
  attachment: Attachment
  challenge: Challenge
  backing: Backing
  pin: Pin
  view: SavedView
}
export type Noun = keyof Nouns

const provenance = {
  source: { kind: 'text', optional: true },
  confidence: { kind: { oneOf: 'confidence' }, optional: true },
  note: { kind: 'text', optional: true },
  tags: { kind: 'names', optional: true },
  attributes: { kind: 'attributes', optional: true },
} as const satisfies Description<Provenance>['fields']

/** Nouns come after those that their facts name. */
export const descriptions = {
  setting: {
    collection: 'settings',
    identity: ['key'],
    fields: { key: { kind: 'id' }, value: { kind: 'value' } },
  },
  vocabulary: {
    collection: 'vocabulary',
    identity: ['vocabulary', 'id'],
    fields: {
      vocabulary: { kind: { oneOf: 'vocabulary' } },
      id: { kind: 'id' },
      fr: { kind: 'name' },
      en: { kind: 'line', optional: true },
    },
  },
  actor: {
    collection: 'actors',
    identity: ['id'],
    calledBy: 'name',
    fields: {
      id: { kind: 'id' },
      name: { kind: 'name' },
      type: { kind: { word: 'actorType' } },
      sphere: { kind: { word: 'sphere' } },
      scope: { kind: { oneOf: 'scope' } },
      inside: { kind: 'boolean' },
      collective: { kind: 'boolean', emptyCell: false },
      aliases: { kind: 'names', optional: true },
      siren: { kind: { digits: 9 }, optional: true },
      siret: { kind: { digits: 14 }, optional: true },
      commune: { kind: 'line', optional: true },
      latitude: { kind: { between: [-90, 90] }, optional: true },
      longitude: { kind: { between: [-180, 180] }, optional: true },
      groups: { kind: 'names', optional: true },
      ...provenance,
    },
  },
  space: {
    collection: 'spaces',
    identity: ['id'],
    calledBy: 'name',
    fields: {
      id: { kind: 'id' },
      name: { kind: 'name' },
      kind: { kind: { word: 'spaceKind' } },
      parent: { kind: { fact: 'space' }, optional: true },
      host: { kind: { fact: 'actor' }, optional: true },
      start: { kind: 'date', optional: true },
      end: { kind: 'date', optional: true },
      objective: { kind: 'text', optional: true },
      unobservedRoles: { kind: { words: 'role' }, optional: true },
      ...provenance,
    },
  },
  wave: {
    collection: 'waves',
    identity: ['id'],
    calledBy: 'label',
    fields: {
      id: { kind: 'id' },
      label: { kind: 'name' },
      date: { kind: 'date' },
      basis: { kind: { oneOf: 'basis' } },
      ...provenance,
    },
  },
  tie: {
    collection: 'ties',
    identity: ['wave', 'kind', 'from', 'to', 'reporter'],
    between: ['from', 'to'],
    fields: {
      wave: { kind: { fact: 'wave' } },
      kind: { kind: { word: 'tieKind' } },
      from: { kind: { fact: 'actor' } },
      to: { kind: { fact: 'actor' } },
      reporter: { kind: { fact: 'actor' }, nullable: true },
      directed: { kind: 'boolean', emptyCell: false },
      strength: { kind: { whole: [1, 5] }, optional: true },
      regularity: { kind: { oneOf: 'regularity' }, optional: true },
      since: { kind: 'date', optional: true },
      lastContact: { kind: 'date', optional: true },
      ...provenance,
    },
  },
  participation: {
    collection: 'participations',
    identity: ['actor', 'space', 'role', 'wave'],
    between: ['actor', 'space'],
    fields: {
      actor: { kind: { fact: 'actor' } },
      space: { kind: { fact: 'space' } },
      role: { kind: { word: 'role' } },
      wave: { kind: { fact: 'wave' } },
      ...provenance,
    },
  },
  roster: {
    collection: 'roster',
    identity: ['actor', 'wave'],
    between: ['actor', 'wave'],
    fields: {
      actor: { kind: { fact: 'actor' } },
      wave: { kind: { fact: 'wave' } },
      status: { kind: { oneOf: 'status' } },
      ...provenance,
    },
  },
  note: {
    collection: 'notes',
    identity: ['finding'],
    fields: {
      finding: { kind: 'id' },
      kind: { kind: { oneOf: 'noteKind' } },
      text: { kind: 'text', optional: true },
      author: { kind: 'line', optional: true },
      day: { kind: 'date' },
    },
  },
  chair: {
    collection: 'chairs',
    identity: ['id'],
    fields: {
      id: { kind: 'id' },
      sphere: { kind: { word: 'sphere' } },
      types: { kind: { words: 'actorType' } },
      min: { kind: { whole: [1, 99] }, emptyCell: 1 },
      critical: { kind: 'boolean', emptyCell: false },
      standing: { kind: { oneOf: 'standing' } },
      examples: { kind: 'names' },
    },
  },
  seminar: {
    collection: 'seminars',
    identity: ['id'],
    calledBy: 'name',
    fields: {
      id: { kind: 'id' },
      name: { kind: 'name' },
      campaign: { kind: 'line', optional: true },
      phase: { kind: { oneOf: 'phase' }, optional: true },
      date: { kind: 'date', optional: true },
      place: { kind: 'line', optional: true },
      theme: { kind: 'line', optional: true },
      method: { kind: { oneOf: 'seminarMethod' }, optional: true },
      objective: { kind: { oneOf: 'objective' }, optional: true },
      tables: { kind: 'names', optional: true },
      seats: { kind: { whole: [1, 999] }, optional: true },
      rounds: { kind: { whole: [1, 99] }, optional: true },
      held: { kind: { whole: [0, 99] }, optional: true },
      seed: { kind: 'line', optional: true },
      dots: { kind: { whole: [1, 99] }, optional: true },
      ...provenance,
    },
  },
  invitation: {
    collection: 'invitations',
    identity: ['seminar', 'actor', 'rank'],
    between: ['actor', 'seminar'],
    fields: {
      seminar: { kind: { fact: 'seminar' } },
      actor: { kind: { fact: 'actor' } },
      rank: { kind: { whole: [1, 999] }, emptyCell: 1 },
      person: { kind: 'line', optional: true, personal: true },
      status: { kind: { oneOf: 'invitationStatus' }, emptyCell: 'invited' },
      role: { kind: { oneOf: 'invitationRole' }, optional: true },
      table: { kind: { whole: [1, 999] }, optional: true },
      arrives: { kind: { whole: [1, 99] }, optional: true },
      leaves: { kind: { whole: [1, 99] }, optional: true },
      route: { kind: { wholes: [0, 999] }, optional: true },
      locked: { kind: { wholes: [1, 99] }, optional: true },
      ...provenance,
    },
  },
  pairing: {
    collection: 'pairings',
    identity: ['seminar', 'actor', 'other'],
    between: ['actor', 'other'],
    fields: {
      seminar: { kind: { fact: 'seminar' } },
      actor: { kind: { fact: 'actor' } },
      other: { kind: { fact: 'actor' } },
      rule: { kind: { oneOf: 'pairing' } },
    },
  },
  decision: {
    collection: 'decisions',
    identity: ['id'],
    fields: {
      id: { kind: 'id' },
      wave: { kind: { fact: 'wave' } },
      state: { kind: { oneOf: 'decisionState' }, emptyCell: 'to_do' },
      owner: { kind: { fact: 'actor' }, optional: true },
      person: { kind: 'line', optional: true, personal: true },
      due: { kind: 'date', optional: true },
      text: { kind: 'text', optional: true },
      pinned: { kind: 'boolean', optional: true },
      rank: { kind: { whole: [1, 99] }, optional: true },
    },
  },
  step: {
    collection: 'steps',
    identity: ['decision', 'actor', 'rank'],
    between: ['actor', 'decision'],
    fields: {
      decision: { kind: { fact: 'decision' } },
      actor: { kind: { fact: 'actor' } },
      rank: { kind: { whole: [1, 99] }, emptyCell: 1 },
      kind: { kind: { oneOf: 'stepKind' } },
      other: { kind: { fact: 'actor' }, optional: true },
      space: { kind: { fact: 'space' }, optional: true },
    },
  },
  attachment: {
    collection: 'attachments',
    identity: ['seminar', 'actor', 'emblem'],
    between: ['actor', 'seminar'],
    fields: {
      seminar: { kind: { fact: 'seminar' } },
      actor: { kind: { fact: 'actor' } },
      emblem: { kind: 'id' },
      ...provenance,
    },
  },
  challenge: {
    collection: 'challenges',
    identity: ['id'],
    calledBy: 'text',
    fields: {
      id: { kind: 'id' },
      seminar: { kind: { fact: 'seminar' } },
      text: { kind: 'name' },
      kind: { kind: { oneOf: 'challengeKind' }, emptyCell: 'challenge' },
      number: { kind: { whole: [1, 9_999] }, optional: true },
      group: { kind: 'line', optional: true },
      project: { kind: { fact: 'space' }, optional: true },
      ...provenance,
    },
  },
  backing: {
    collection: 'backings',
    identity: ['challenge', 'actor'],
    between: ['actor', 'challenge'],
    fields: {
      challenge: { kind: { fact: 'challenge' } },
      actor: { kind: { fact: 'actor' } },
      dots: { kind: { whole: [0, 99] }, emptyCell: 0 },
      carries: { kind: 'boolean', emptyCell: false },
    },
  },
  supposition: {
    collection: 'suppositions',
    identity: ['scenario', 'actor', 'other'],
    between: ['actor', 'other'],
    fields: {
      scenario: { kind: 'id' },
      actor: { kind: { fact: 'actor' } },
      other: { kind: { fact: 'actor' } },
      kind: { kind: { oneOf: 'supposition' } },
    },
  },
  pin: {
    collection: 'pins',
    identity: ['layout', 'noun', 'id'],
    fields: {
      layout: { kind: { oneOf: 'mapLayout' } },
      noun: { kind: { oneOf: 'placed' } },
      id: { kind: 'id' },
      x: { kind: { between: [-1e7, 1e7] } },
      y: { kind: { between: [-1e7, 1e7] } },
    },
  },
  view: {
    collection: 'views',
    identity: ['id'],
    fields: {
      id: { kind: 'id' },
      name: { kind: 'name' },
      address: { kind: 'name' },
      text: { kind: 'text', optional: true },
      notes: { kind: 'text', optional: true },
      story: { kind: 'id', optional: true },
      rank: { kind: { whole: [1, 999] }, optional: true },
    },
  },
} as const satisfies { readonly [N in Noun]: Description<Nouns[N]> & { readonly collection: keyof Territory } }

/** Every noun, after those that its facts name. */
export const nouns = Object.keys(descriptions) as Noun[]

export function perNoun<T>(of: (noun: Noun) => T): { readonly [N in Noun]: T } {
  return Object.fromEntries(nouns.map((noun) => [noun, of(noun)])) as { readonly [N in Noun]: T }
}

/** Where each noun lives in a territory. */
export const collectionOf = perNoun((noun) => descriptions[noun].collection) as {
  readonly [N in Noun]: (typeof descriptions)[N]['collection']
}

export const fieldsOf: { readonly [N in Noun]: readonly (readonly [name: string, field: Field])[] } = perNoun((noun) =>
  Object.entries(descriptions[noun].fields),
)

/** The two fields of each noun whose facts stand between two others. */
export const betweenOf = partOf('between')

/** The field that people call the facts of a noun by, of those that go by one. */
export const calledBy = partOf('calledBy')

type PartOf<P extends 'between' | 'calledBy'> = {
  readonly [N in Noun as (typeof descriptions)[N] extends Readonly<Record<P, unknown>>
    ? N
    : never]: (typeof descriptions)[N] extends Readonly<Record<P, infer V>> ? V : never
}

function partOf<P extends 'between' | 'calledBy'>(part: P): PartOf<P> {
  const told = nouns.map((noun) => [noun, new Map(Object.entries(descriptions[noun])).get(part)] as const)
  return Object.fromEntries(told.filter(([, value]) => value !== undefined)) as PartOf<P>
}

export function isCalled(noun: Noun): noun is keyof typeof calledBy {
  return noun in calledBy
}

/** The fields that name one fact among its kind. */
export type Identities = {
  readonly [N in Noun]: Pick<Nouns[N], Extract<(typeof descriptions)[N]['identity'][number], keyof Nouns[N]>>
}

export const identityFields = perNoun((noun) => descriptions[noun].identity) as {
  readonly [N in Noun]: readonly (keyof Identities[N])[]
}

/** The key of a fact in its map: a single identity field as it stands, several as a JSON array. */
export function keyOf<N extends Noun>(noun: N, identity: Identities[N]): string {
  const values = identityFields[noun].map((field) => identity[field])
  return values.length === 1 ? String(values[0]) : JSON.stringify(values)
}

export function identityOf<N extends Noun>(noun: N, value: Identities[N]): Identities[N] {
  return Object.fromEntries(identityFields[noun].map((field) => [field, value[field]])) as unknown as Identities[N]
}

export function emptyTerritory(id: string): Territory {
  const collections = nouns.map((noun) => [collectionOf[noun], new Map()])
  return { id, revision: 0, ...Object.fromEntries(collections) }
}

/** Every fact of a territory, in lists. */
export type Facts = { readonly [N in Noun as (typeof collectionOf)[N]]: readonly Nouns[N][] }

/** The territory that holds these facts, each list in the order of its keys. */
export function territoryOf({ id, revision, ...facts }: Facts & Pick<Territory, 'id' | 'revision'>): Territory {
  const collections = nouns.map((noun) => {
    const list: readonly Nouns[typeof noun][] = facts[collectionOf[noun]]
    return [collectionOf[noun], new Map(list.map((fact) => [keyOf(noun, fact as never), fact]))]
  })
  return { ...emptyTerritory(id), revision, ...Object.fromEntries(collections) }
}

/** Every word of a vocabulary that this territory may use. */
export function wordsOf(territory: Pick<Territory, 'vocabulary'>, vocabulary: Vocabulary): string[] {
  const added = [...territory.vocabulary.values()].filter((entry) => entry.vocabulary === vocabulary)
  return [...new Set([...defaultVocabulary[vocabulary], ...added.map((entry) => entry.id)])]
}
