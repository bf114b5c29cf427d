import {
  type Basis,
  type Confidence,
  defaultVocabulary,
  type Regularity,
  type RosterStatus,
  type Scope,
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
}
export type Noun = keyof Nouns

export const nouns = [
  'setting',
  'vocabulary',
  'actor',
  'space',
  'wave',
  'tie',
  'participation',
  'roster',
] as const satisfies readonly Noun[]

/** The fields that name one fact among its kind. */
export interface Identities {
  setting: Pick<Setting, 'key'>
  vocabulary: Pick<VocabularyEntry, 'vocabulary' | 'id'>
  actor: Pick<Actor, 'id'>
  space: Pick<Space, 'id'>
  wave: Pick<Wave, 'id'>
  tie: Pick<Tie, 'wave' | 'kind' | 'from' | 'to' | 'reporter'>
  participation: Pick<Participation, 'actor' | 'space' | 'role' | 'wave'>
  roster: Pick<RosterEntry, 'actor' | 'wave'>
}

export const identityFields: { readonly [N in Noun]: readonly (keyof Identities[N])[] } = {
  setting: ['key'],
  vocabulary: ['vocabulary', 'id'],
  actor: ['id'],
  space: ['id'],
  wave: ['id'],
  tie: ['wave', 'kind', 'from', 'to', 'reporter'],
  participation: ['actor', 'space', 'role', 'wave'],
  roster: ['actor', 'wave'],
}

/** The key of a fact in its map: a single identity field as it stands, several as a JSON array. */
export function keyOf<N extends Noun>(noun: N, identity: Identities[N]): string {
  const values = identityFields[noun].map((field) => identity[field])
  return values.length === 1 ? String(values[0]) : JSON.stringify(values)
}

export function identityOf<N extends Noun>(noun: N, value: Identities[N]): Identities[N] {
  return Object.fromEntries(identityFields[noun].map((field) => [field, value[field]])) as unknown as Identities[N]
}

/** Where each noun lives in a territory. */
export const collectionOf = {
  setting: 'settings',
  vocabulary: 'vocabulary',
  actor: 'actors',
  space: 'spaces',
  wave: 'waves',
  tie: 'ties',
  participation: 'participations',
  roster: 'roster',
} as const satisfies Record<Noun, keyof Territory>

export function emptyTerritory(id: string): Territory {
  return {
    id,
    revision: 0,
    settings: new Map(),
    vocabulary: new Map(),
    actors: new Map(),
    spaces: new Map(),
    waves: new Map(),
    ties: new Map(),
    participations: new Map(),
    roster: new Map(),
  }
}

/** Every word of a vocabulary that this territory may use. */
export function wordsOf(territory: Territory, vocabulary: Vocabulary): string[] {
  const added = [...territory.vocabulary.values()].filter((entry) => entry.vocabulary === vocabulary)
  return [...new Set([...defaultVocabulary[vocabulary], ...added.map((entry) => entry.id)])]
}
