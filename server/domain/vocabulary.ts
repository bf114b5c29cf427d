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

/** Lists that no territory extends, by what they are lists of. */
export const closedLists = {
  confidence: confidences,
  scope: scopes,
  basis: bases,
  regularity: regularities,
  status: rosterStatuses,
  noteKind: noteKinds,
  vocabulary: vocabularies,
} as const
export type ClosedList = keyof typeof closedLists
