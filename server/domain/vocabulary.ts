/** From the surest on. */
export const confidences = ['certain', 'likely', 'uncertain'] as const
export type Confidence = (typeof confidences)[number]

/** Ordered: the index is the level that vertical readings of linking compare. */
export const scopes = ['local', 'departmental', 'regional', 'national', 'foreign'] as const
export type Scope = (typeof scopes)[number]

/**
 * `survey`: a roster, statuses and observed dyads. `documents`: what papers say, no response rate, no observed dyads.
 * `informants`: what those know who know the territory (key informants), the same and no roster.
 */
export const bases = ['survey', 'documents', 'informants'] as const
export type Basis = (typeof bases)[number]

export const regularities = ['weekly', 'monthly', 'quarterly', 'yearly', 'rarely'] as const
export type Regularity = (typeof regularities)[number]

export const rosterStatuses = ['asked', 'answered', 'declined', 'not_asked', 'named_only'] as const
export type RosterStatus = (typeof rosterStatuses)[number]

export const vocabularies = ['actorType', 'sphere', 'tieKind', 'role', 'spaceKind'] as const
export type Vocabulary = (typeof vocabularies)[number]

/** The closed default vocabularies, in the order screens list them. A territory may extend them. */
export const defaultVocabulary = {
  actorType: [
    'entreprise',
    'epci',
    'commune',
    'departement',
    'region',
    'etat',
    'chambre_consulaire',
    'agence_developpement',
    'cluster',
    'association_entreprises',
    'formation',
    'enseignement_recherche',
    'emploi_insertion',
    'operateur_reseau',
    'port',
    'transport',
    'logement_amenagement',
    'tourisme',
    'culture',
    'ess',
    'tiers_lieu',
    'autre',
  ],
  sphere: [
    'economie',
    'action_publique',
    'formation_recherche',
    'emploi',
    'energie_environnement',
    'transport_mobilite',
    'amenagement_logement',
    'tourisme',
    'culture',
    'societe_civile',
  ],
  tieKind: [
    'information',
    'cooperation',
    'partnership',
    'trust',
    'supply',
    'funding',
    'membership',
    'governance',
    'hierarchy',
  ],
  role: ['pilot', 'member', 'partner', 'funder', 'participant'],
  spaceKind: [
    'project',
    'cluster',
    'club',
    'technocampus',
    'tiers_lieu',
    'working_group',
    'seminar',
    'seminar_series',
    'programme_axis',
  ],
} as const satisfies Record<Vocabulary, readonly string[]>

export const noteKinds = ['verified', 'explained'] as const
export type NoteKind = (typeof noteKinds)[number]

/** The four of a year's process, in their order (ANCT, l. 1162–1197). */
export const phases = ['motive', 'scan', 'focus', 'act'] as const
export type Phase = (typeof phases)[number]

/** How a seminar is held (ANCT, l. 1189–1208, 2206–2260). */
export const seminarMethods = [
  'world_cafe',
  'knowledge_cafe',
  'forum_ouvert',
  'pitch',
  'retroprospective',
  'other',
] as const
export type SeminarMethod = (typeof seminarMethods)[number]

/** `mix`: spheres meet; `link`: those three steps or more apart meet; `deepen`: those who share a theme work together; `meet`: as many meet as can, whoever they are. */
export const objectives = ['mix', 'link', 'deepen', 'meet'] as const
export type Objective = (typeof objectives)[number]

export const invitationStatuses = ['invited', 'coming', 'came', 'excused'] as const
export type InvitationStatus = (typeof invitationStatuses)[number]

export const invitationRoles = ['host', 'pilot', 'speaker', 'participant'] as const
export type InvitationRole = (typeof invitationRoles)[number]

/** `never` or `always` at one table (while both are there), or `once` at least. */
export const pairingRules = ['never', 'once', 'always'] as const
export type PairingRule = (typeof pairingRules)[number]

export const decisionStates = ['to_do', 'under_way', 'done', 'set_aside'] as const
export type DecisionState = (typeof decisionStates)[number]

/** An actor that leaves, a tie that no longer carries anything, a tie that is made. */
export const suppositionKinds = ['leaving', 'weakened', 'added'] as const
export type SuppositionKind = (typeof suppositionKinds)[number]

/** What a decision asks an actor to do: to meet another, to be one of several ways round, to pilot, to come, to be heard. */
export const stepKinds = ['introduce', 'double', 'pilot', 'invite', 'reactivate', 'visit', 'verify'] as const
export type StepKind = (typeof stepKinds)[number]

/** `mobilised` by the territories studied, `to_mobilise` beyond the economy, member of the `working_group`, or a new space `to_articulate` with those there are. */
export const standings = ['mobilised', 'to_mobilise', 'working_group', 'to_articulate'] as const
export type Standing = (typeof standings)[number]

/** What a card of the wall says: what the territory has to face, or what it can build on (ANCT, l. 2206–2217: « mur des défis et des atouts »). */
export const challengeKinds = ['challenge', 'asset'] as const
export type ChallengeKind = (typeof challengeKinds)[number]

/** Ways to lay a map out, see `layout/arrangement.ts`. */
export const mapLayouts = ['free', 'groups', 'sectors', 'core', 'distance', 'spaces', 'geographic'] as const
export type MapLayout = (typeof mapLayouts)[number]

/** What stands on a map. */
export const placed = ['actor', 'space'] as const
export type Placed = (typeof placed)[number]

/** Lists that no territory extends, by what they are lists of. */
export const closedLists = {
  confidence: confidences,
  scope: scopes,
  basis: bases,
  regularity: regularities,
  status: rosterStatuses,
  noteKind: noteKinds,
  phase: phases,
  seminarMethod: seminarMethods,
  objective: objectives,
  invitationStatus: invitationStatuses,
  invitationRole: invitationRoles,
  pairing: pairingRules,
  challengeKind: challengeKinds,
  standing: standings,
  decisionState: decisionStates,
  stepKind: stepKinds,
  supposition: suppositionKinds,
  mapLayout: mapLayouts,
  placed,
  vocabulary: vocabularies,
} as const
export type ClosedList = keyof typeof closedLists
export const closedListNames = Object.keys(closedLists) as ClosedList[]
