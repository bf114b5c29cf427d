import { folded } from '../domain/folding.ts'
import type { Territory } from '../domain/territory.ts'
import {
  type ClosedList,
  closedListNames,
  closedLists,
  type defaultVocabulary,
  type Vocabulary,
} from '../domain/vocabulary.ts'
import { fields as englishFields } from '../words/en/nouns.ts'
import { vocabulary as english } from '../words/en/vocabulary.ts'
import { fileOptions, fields as frenchFields } from '../words/fr/nouns.ts'
import { vocabulary as french } from '../words/fr/vocabulary.ts'

/** The word that a cell means; null when nobody knows it. */
export type WordsMeant = (vocabulary: Vocabulary, cell: string) => string | null

/**
 * The words of a territory: a cell means the word itself, or one of its names in French or English, without regard to accents,
 * case, spaces and punctuation. Of the territory's own words that are called alike, the first in the order of ids.
 */
export function wordsMeant(territory: Territory): WordsMeant {
  const own = new Set<string>()
  const named = new Map<string, string>()
  const entries = [...territory.vocabulary.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { vocabulary, id, fr, en = '' } of entries) {
    own.add(`${vocabulary} ${id}`)
    for (const name of [id, fr, en].map(folded)) {
      if (!named.has(`${vocabulary} ${name}`)) named.set(`${vocabulary} ${name}`, id)
    }
  }
  return (vocabulary, cell) => {
    if (own.has(`${vocabulary} ${cell}`)) return cell
    const wanted = folded(cell)
    return meaningOf[vocabulary].get(wanted) ?? named.get(`${vocabulary} ${wanted}`) ?? null
  }
}

/** The option that a cell means, under the same tolerance. */
export function optionMeant(list: OptionList, cell: string): string | null {
  return optionMeaning[list].get(folded(cell)) ?? null
}

/** What a word may be called besides what the page and the command line call it. */
const names: { readonly [V in Vocabulary]: { readonly [W in (typeof defaultVocabulary)[V][number]]: string[] } } = {
  actorType: {
    entreprise: ['société', 'company', 'firm', 'business', 'PME', 'industriel'],
    epci: ['intercommunalité', 'communauté de communes', "communauté d'agglomération", 'agglomération', 'métropole'],
    commune: ['ville', 'mairie', 'municipality'],
    departement: ['conseil départemental', 'department'],
    region: ['conseil régional'],
    etat: ["service de l'État", "services de l'État", 'préfecture', 'sous-préfecture', 'state'],
    chambre_consulaire: ['chambre', 'CCI', 'CMA', "chambre d'agriculture", 'chamber'],
    agence_developpement: ['agence de développement', 'agence de développement économique', 'development agency'],
    cluster: ['pôle', 'pôle de compétitivité', 'réseau'],
    association_entreprises: ["association d'entreprises", "club d'entreprises", 'business association'],
    formation: ['organisme de formation', 'lycée', 'CFA', 'training', 'school'],
    enseignement_recherche: [
      'enseignement et recherche',
      'enseignement supérieur et recherche',
      'université',
      'recherche',
      'higher education and research',
    ],
    emploi_insertion: ['emploi et insertion', 'emploi', 'insertion', 'employment'],
    operateur_reseau: ['opérateur de réseau', 'network operator', 'utility'],
    port: ['autorité portuaire'],
    transport: ['transport et mobilité', 'mobilité', 'logistique'],
    logement_amenagement: ['logement et aménagement', 'aménageur', 'bailleur', 'housing and planning'],
    tourisme: ['office de tourisme', 'tourism'],
    culture: [],
    ess: ['économie sociale et solidaire', 'association', 'social economy'],
    tiers_lieu: ['third place'],
    autre: ['autres', 'other'],
  },
  sphere: {
    economie: ['économique', 'economy', 'business'],
    action_publique: ['public', 'collectivités', 'public action', 'government'],
    formation_recherche: ['formation et recherche', 'formation', 'recherche', 'training and research'],
    emploi: ['emploi et insertion', 'employment'],
    energie_environnement: ['énergie et environnement', 'énergie', 'environnement', 'energy and environment'],
    transport_mobilite: ['transport et mobilité', 'transports et mobilités', 'transport', 'mobilité'],
    amenagement_logement: ['aménagement et logement', 'aménagement', 'logement', 'planning and housing'],
    tourisme: ['tourism'],
    culture: [],
    societe_civile: ['société civile', 'civil society', 'habitants'],
  },
  tieKind: {
    information: ['échange d’information', 'échanges'],
    cooperation: ['coopération', 'collaboration'],
    partnership: ['partenariat', 'partenaire'],
    trust: ['confiance'],
    supply: ['fourniture', 'approvisionnement', 'client-fournisseur', 'fournisseur', 'sous-traitance'],
    funding: ['financement', 'finance', 'subvention'],
    membership: ['adhésion', 'appartenance', 'membre'],
    governance: ['gouvernance'],
    hierarchy: ['hiérarchie', 'tutelle', 'filiale'],
  },
  role: {
    pilot: ['pilote', 'porteur', 'chef de file', 'lead'],
    member: ['membre', 'adhérent'],
    partner: ['partenaire'],
    funder: ['financeur'],
    participant: ['participante', 'participants'],
  },
  spaceKind: {
    project: ['projet', 'action'],
    cluster: ['pôle', 'réseau', 'filière'],
    club: ['association d’entreprises'],
    technocampus: [],
    tiers_lieu: ['third place'],
    working_group: ['groupe de travail'],
    seminar: ['séminaire', 'atelier'],
    seminar_series: ['cycle de séminaires', 'séminaires'],
    programme_axis: ['axe', 'axe de programme', 'enjeu'],
  },
}

/** The same of closed lists, which no territory extends. */
const options: {
  readonly [L in ClosedList]?: { readonly [W in (typeof closedLists)[L][number]]?: readonly string[] }
} & {
  readonly boolean: { readonly [W in 'true' | 'false']: readonly string[] }
} = {
  scope: {
    local: ['territorial'],
    departmental: ['département'],
    regional: ['région'],
    national: ['France'],
    foreign: ['international', 'Europe'],
  },
  confidence: {
    certain: ['sûr', 'certaine'],
    likely: ['vraisemblable'],
    uncertain: ['incertaine', 'à vérifier', 'douteux'],
  },
  basis: {
    documents: ['document', 'documentaire'],
    informants: [
      'ce que l’équipe sait',
      'what the team knows',
      'informateurs',
      'informateurs clés',
      'informant',
      'key informants',
      'team',
    ],
  },
  regularity: {
    monthly: ['mensuelle'],
    quarterly: ['trimestrielle'],
    yearly: ['annuelle'],
    rarely: ['rare', 'occasionnel', 'ponctuel'],
  },
  status: {
    asked: ['sollicité', 'sans réponse', 'non-répondant'],
    answered: ['répondu', 'répondant'],
    declined: ['refusé', 'refus'],
    not_asked: ['non sollicité'],
    named_only: ['cité seulement'],
  },
  phase: {
    motive: ['motivation'],
    scan: ['exploration'],
    focus: ['choix'],
    act: ['action', 'plan d’action'],
  },
  seminarMethod: {
    world_cafe: ['café du monde'],
    forum_ouvert: ['open forum'],
    pitch: ['pitchs', 'présentations'],
    retroprospective: ['backcasting'],
    other: ['autres'],
  },
  invitationStatus: {
    invited: ['invitée', 'sans réponse', 'à confirmer'],
    coming: ['confirmé', 'confirmée', 'confirmed', 'oui', 'yes'],
    came: ['venue', 'présent', 'présente', 'present'],
    excused: ['excusée', 'absent', 'absente', 'décliné', 'declined', 'non', 'no'],
  },
  invitationRole: {
    host: ['hôtesse', 'hôte de table'],
    speaker: ['intervenante', 'témoin'],
    participant: ['participante'],
  },
  supposition: {
    leaving: ['départ'],
    added: ['ajouté'],
  },
  pairing: {
    never: ['à séparer', 'apart'],
    once: ['à faire se rencontrer'],
    always: ['ensemble', 'together'],
  },
  challengeKind: {
    challenge: ['enjeu'],
    asset: ['force'],
  },
  standing: {
    mobilised: ['mobilisée'],
  },
  decisionState: {
    done: ['faite', 'terminé'],
    set_aside: ['écartée', 'abandonné'],
  },
  noteKind: {
    verified: ['vérifiée', 'constaté'],
    explained: ['expliquée', 'explication'],
  },
  vocabulary: {
    actorType: ['type'],
    tieKind: ['nature de lien'],
    spaceKind: ['nature d’espace'],
  },
  boolean: {
    true: ['vrai', 'oui', 'yes', 'x', '1', ...sidesCalled('inside')],
    false: ['faux', 'non', 'no', '0', ...sidesCalled('outside')],
  },
}
export type OptionList = ClosedList | 'boolean'

/** A column that says whether actors are of the territory may hold what the table of the page says there. */
function sidesCalled(side: 'inside' | 'outside'): string[] {
  return [french, english].flatMap(({ sides, sidesInShort }) => [sides[side], sidesInShort[side]])
}

const meaningOf = Object.fromEntries(
  Object.entries(names).map(([vocabulary, words]) => [
    vocabulary,
    meanings(words, french.words[vocabulary as Vocabulary], english.words[vocabulary as Vocabulary]),
  ]),
) as Record<Vocabulary, Map<string, string>>

const optionMeaning = Object.fromEntries([
  ...closedListNames.map((list) => [list, meanings(namesOfOptions(list), ...optionLabels(list))]),
  ['boolean', meanings(options.boolean)],
]) as Record<OptionList, Map<string, string>>

/** Each word of a list, with what else it may be called. */
function namesOfOptions(list: ClosedList): Readonly<Record<string, readonly string[]>> {
  const others: Readonly<Record<string, readonly string[]>> = options[list] ?? {}
  return Object.fromEntries(closedLists[list].map((word) => [word, others[word] ?? []]))
}

/** What the page calls the words of a list in each language, in forms and beside figures, and French files. */
function optionLabels(list: ClosedList): Readonly<Record<string, string>>[] {
  const besideFigures = [french, english].map((labels): Readonly<Record<string, string>> => {
    const shown: { readonly [L in ClosedList]?: Readonly<Record<string, string>> } = {
      scope: labels.scopes,
      confidence: labels.confidences,
      regularity: labels.regularities,
      status: labels.rosterStatuses,
    }
    return shown[list] ?? {}
  })
  return [...besideFigures, frenchFields.options[list], englishFields.options[list], fileOptions[list]]
}

/** What each folded name means. What goes first hides no more than itself: words, then their labels, then other names. */
function meanings(
  words: Readonly<Record<string, readonly string[]>>,
  ...labels: Readonly<Record<string, string>>[]
): Map<string, string> {
  const named = [
    ...Object.keys(words).map((word) => [word, word] as const),
    ...labels.flatMap((of) => Object.entries(of)),
    ...Object.entries(words).flatMap(([word, others]) => others.map((other) => [word, other] as const)),
  ]
  const meaning = new Map<string, string>()
  for (const [word, name] of named) if (!meaning.has(folded(name))) meaning.set(folded(name), word)
  return meaning
}
