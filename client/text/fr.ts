import type { PerimeterWire } from '#wire/network.ts'
import { problems } from './problems.fr.ts'

const locale = 'fr-FR'

/** Every word the page shows, in French; en.ts has the same keys or does not build. */
export const fr = {
  locale,
  languageName: 'Français',

  problems,

  number: (value: number, digits = 2) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
  date: (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso)),
  dateTime: (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
  undefined: 'n. d.',
  list: (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),

  page: {
    title: (parts: readonly string[]) => [...parts, 'Maillage'].join(' – '),
    skip: 'Aller au contenu',
    language: 'Langue',
    loading: 'Chargement…',
    drawing: 'La carte se dessine…',
    retry: 'Réessayer',
    close: 'Fermer',
    cancel: 'Annuler',
    backToTerritories: 'Tous les territoires',
    failed: 'Cette page n’a pas pu s’afficher',
  },

  screens: { map: 'Carte', table: 'Tableau', data: 'Données' },
  views: 'Vues du territoire',

  territories: {
    heading: 'Territoires',
    lead: 'Qui travaille avec qui, où l’on se rencontre, ce qui relie le territoire à l’extérieur.',
    counts: (actors: number, spaces: number, ties: number) =>
      [
        count(actors, 'acteur', 'acteurs'),
        count(spaces, 'espace de coopération', 'espaces de coopération'),
        count(ties, 'lien déclaré', 'liens déclarés'),
      ].join(' · '),
    waves: (waves: number) => count(waves, 'vague', 'vagues'),
    fictitious: 'Territoire fictif',
    fictitiousNote: 'Inventé pour montrer ce que l’outil sait faire : aucun de ces acteurs n’existe.',
    open: (name: string) => `Ouvrir la carte de ${name}`,
    preview: (name: string) => `Aperçu de la carte de ${name}`,
    notDrawn: 'La carte n’a pas encore été dessinée. Elle le sera à la première ouverture.',
    noWave: 'Pas encore de données : importez vos tableurs.',
    remove: 'Retirer',
    removeNamed: (name: string) => `Retirer ${name}`,
    removeQuestion: (name: string) => `Retirer « ${name} » pour de bon ?`,
    removeConsequence:
      'Ses acteurs, ses liens, sa carte et tout son historique seront effacés. Rien ne permet de les retrouver ensuite.',
    removeConfirm: 'Effacer le territoire',
    removing: 'Effacement…',
    empty: 'Aucun territoire pour l’instant',
    emptyNext: 'Créez-en un, puis importez la liste de vos acteurs et de leurs liens depuis un tableur.',
    create: 'Créer un territoire',
    createName: 'Nom du territoire',
    createHint: 'Par exemple celui de l’intercommunalité.',
    createConfirm: 'Créer',
  },

  search: {
    label: 'Rechercher un acteur ou un espace',
    placeholder: 'Rechercher…',
    none: 'Aucun nom ne correspond.',
    actors: 'Acteurs',
    spaces: 'Espaces',
    notShown: 'hors de la vue',
  },

  map: {
    label: (name: string) => `Carte de ${name}`,
    keys: 'Flèches : aller d’un acteur à l’autre. + et − : agrandir, réduire. 0 : tout voir. Échap : désélectionner. L’onglet Tableau dit la même chose en lignes et colonnes.',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fit: 'Tout voir',
    controls: 'Cadrage de la carte',
    selected: (name: string, partners: number) => `${name}, ${count(partners, 'partenaire', 'partenaires')}`,
    nothing: 'Rien ne correspond à ces filtres. Rétablissez la légende ou élargissez le périmètre.',
  },

  status: {
    actors: (shown: number, all: number) =>
      `${count(shown, 'acteur', 'acteurs')} sur ${format(all)} ${shown > 1 ? 'affichés' : 'affiché'}`,
    ties: (ties: number) => count(ties, 'lien', 'liens'),
    declared: (ties: number) => count(ties, 'lien déclaré', 'liens déclarés'),
    spaces: (spaces: number) => count(spaces, 'espace', 'espaces'),
    participations: (participations: number) => count(participations, 'participation', 'participations'),
    documents: (wave: string) => `d’après les documents : ${wave}`,
    survey: (wave: string) => `d’après l’enquête : ${wave}`,
    documentsNote: 'Un lien absent des documents n’est pas un lien absent du territoire.',
  },

  panel: {
    label: 'Ce que l’on regarde',
    open: 'Légende et périmètre',
    view: 'Vue',
    actorsOnly: 'Acteurs seuls',
    withSpaces: 'Acteurs et espaces',
    color: 'Couleur',
    size: 'Taille',
    colorings: {
      sphere: 'Sphère',
      type: 'Type d’acteur',
      community: 'Groupe repéré',
      place: 'Dans le territoire ou non',
    },
    sizeNone: 'Tous pareils',
    sizeAbsent: 'Cet indicateur n’est pas défini dans ce périmètre.',
    sizeUndefined: (actors: number) => `n. d. pour ${count(actors, 'acteur', 'acteurs')}`,
    communityNote:
      'Groupes d’acteurs plus liés entre eux qu’avec les autres, repérés par calcul : à discuter, pas à croire sur parole.',
    communityAbsent: 'Les groupes ne sont pas définis dans ce périmètre.',
  },

  legend: {
    heading: 'Légende',
    filter: 'Décochez pour masquer',
    all: 'Tout afficher',
    inside: 'Dans le territoire',
    outside: 'Hors du territoire',
    around: (name: string) => `Autour de ${name}`,
    alone: 'Sans groupe',
    others: 'Autres',
    othersOf: (words: string) => `Autres : ${words}`,
    space: 'Espace de coopération',
    host: 'Acteur qui est aussi un espace',
    uncertain: 'Lien incertain',
    undefined: 'Valeur non définie (n. d.)',
  },

  perimeter: {
    heading: 'Périmètre',
    change: 'Modifier',
    reset: 'Rétablir le périmètre habituel',
    wave: 'Vague',
    ties: 'Liens',
    spaces: 'Espaces qui relient leurs participants',
    spacesNote:
      'Les axes de programme et les séries de séminaires réunissent presque tout le monde : ils ne comptent pas d’ordinaire.',
    direction: 'Un lien compte quand…',
    directions: {
      either: 'un des deux le déclare',
      confirmed: 'les deux le déclarent',
      directed: 'chacun dans son sens',
    },
    actors: 'Acteurs',
    inside: 'Seulement ceux du territoire',
    collective: 'Avec les acteurs collectifs ou non nommés',
    none: 'Aucun',
    sentence: ({ direction, actors, collective }: PerimeterWire, parts: PerimeterParts) =>
      [
        parts.ties === 'all'
          ? 'tous les liens'
          : parts.ties === 'none'
            ? 'aucun lien déclaré'
            : `liens : ${parts.ties}`,
        parts.spaces === 'usual'
          ? 'espaces partagés'
          : parts.spaces === 'none'
            ? 'sans les espaces partagés'
            : `espaces : ${parts.spaces}`,
        ...(direction === 'confirmed' ? ['confirmés par les deux'] : direction === 'directed' ? ['orientés'] : []),
        ...(actors === 'inside' ? ['acteurs du territoire seulement'] : []),
        ...(collective ? [] : ['sans les acteurs collectifs']),
      ].join(', '),
  },

  sheet: {
    actor: 'Fiche de l’acteur',
    space: 'Fiche de l’espace',
    close: 'Fermer la fiche',
    notInView: 'Cet acteur n’est pas dans le périmètre affiché.',
    spaceNotInView: 'Cet espace n’est pas dans le périmètre affiché.',
    hiddenByLegend: 'Masqué par la légende.',
    inside: 'dans le territoire',
    outside: 'hors du territoire',
    collective: 'acteur collectif ou non nommé',
    partners: (partners: number) =>
      partners === 0
        ? 'Aucun partenaire connu dans ce périmètre'
        : `Relié à ${count(partners, 'partenaire', 'partenaires')}`,
    ties: 'Liens',
    noTies: 'Aucun lien déclaré dans cette vague.',
    shared: 'Partenaires par les espaces partagés',
    sharedThrough: (spaces: string) => `par ${spaces}`,
    spaces: 'Espaces',
    noSpaces: 'Aucune participation connue dans cette vague.',
    hostOf: (name: string) => `est l’organisation de l’espace « ${name} »`,
    measures: 'Indicateurs',
    sources: 'Sources',
    source: 'Source',
    noSource: 'source non indiquée',
    reportedBy: (name: string) => `déclaré par ${name}`,
    fromDocuments: 'lu dans les documents',
    classification: (confidence: string) => `classement ${confidence}`,
    participants: 'Participants',
    noParticipants: 'Aucun participant connu dans cette vague.',
    unobserved: (roles: string) => `Illisible dans la source : ${roles}. Leur absence ne prouve rien.`,
    parent: 'Fait partie de',
    parts: 'Comprend',
    host: 'Organisation du même nom',
    objective: 'Objectif',
    dates: (start: string | undefined, end: string | undefined) =>
      start && end ? `du ${start} au ${end}` : start ? `depuis ${start}` : end ? `jusqu’à ${end}` : '',
    note: 'Note',
    attributes: 'Autres renseignements',
    aliases: 'Autres noms',
    wave: 'Vague',
    strength: (strength: number) => `force ${strength} sur 5`,
    lastContact: (date: string) => `dernier contact ${date}`,
    rank: (rank: number, of: number) => `${rank === 1 ? '1er' : `${format(rank)}e`} sur ${format(of)}`,
    rankShared: (rank: number, of: number) => `${rank === 1 ? '1er' : `${format(rank)}e`} ex æquo sur ${format(of)}`,
  },

  measure: {
    definition: 'Définition',
    convention: 'Convention',
    perimeter: 'Périmètre',
    source: 'Source',
    range: 'Valeurs possibles',
    about: (name: string) => `À propos de « ${name} »`,
  },

  table: {
    caption: (name: string) => `Acteurs de ${name}`,
    name: 'Acteur',
    sphere: 'Sphère',
    type: 'Type',
    place: 'Place',
    community: 'Groupe',
    partners: 'Partenaires',
    spaces: 'Espaces',
    sortBy: (column: string) => `Trier par ${column}`,
    inside: 'dans le territoire',
    outside: 'hors du territoire',
    showTies: 'Liens',
    showActors: 'Acteurs',
    tiesCaption: (name: string) => `Liens de ${name}`,
    from: 'De',
    to: 'Vers',
    between: 'Entre',
    and: 'et',
    evidence: 'D’après',
    confidence: 'Confiance',
    empty: 'Aucune ligne : élargissez le périmètre ou rétablissez la légende.',
  },

  words: {
    actorType: {
      entreprise: 'entreprise',
      epci: 'intercommunalité',
      commune: 'commune',
      departement: 'département',
      region: 'région',
      etat: 'État',
      chambre_consulaire: 'chambre consulaire',
      agence_developpement: 'agence de développement',
      cluster: 'pôle ou réseau d’entreprises',
      association_entreprises: 'association d’entreprises',
      formation: 'formation',
      enseignement_recherche: 'enseignement et recherche',
      emploi_insertion: 'emploi et insertion',
      operateur_reseau: 'opérateur de réseau',
      port: 'port',
      transport: 'transport',
      logement_amenagement: 'logement et aménagement',
      tourisme: 'tourisme',
      culture: 'culture',
      ess: 'économie sociale et solidaire',
      tiers_lieu: 'tiers-lieu',
      autre: 'autre',
    },
    sphere: {
      economie: 'économie',
      action_publique: 'action publique',
      formation_recherche: 'formation et recherche',
      emploi: 'emploi',
      energie_environnement: 'énergie et environnement',
      transport_mobilite: 'transport et mobilité',
      amenagement_logement: 'aménagement et logement',
      tourisme: 'tourisme',
      culture: 'culture',
      societe_civile: 'société civile',
    },
    tieKind: {
      information: 'information',
      cooperation: 'coopération',
      partnership: 'partenariat',
      trust: 'confiance',
      supply: 'fourniture',
      funding: 'financement',
      membership: 'adhésion',
      governance: 'gouvernance',
      hierarchy: 'hiérarchie',
    },
    role: {
      pilot: 'pilote',
      member: 'membre',
      partner: 'partenaire',
      funder: 'financeur',
      participant: 'participant',
    },
    spaceKind: {
      project: 'projet',
      cluster: 'pôle ou réseau',
      club: 'club',
      technocampus: 'technocampus',
      tiers_lieu: 'tiers-lieu',
      working_group: 'groupe de travail',
      seminar: 'séminaire',
      seminar_series: 'série de séminaires',
      programme_axis: 'axe de programme',
    },
  },
  scopes: {
    local: 'échelle locale',
    departmental: 'échelle départementale',
    regional: 'échelle régionale',
    national: 'échelle nationale',
    foreign: 'à l’étranger',
  },
  confidences: { certain: 'certain', likely: 'probable', uncertain: 'incertain' },
  regularities: {
    weekly: 'chaque semaine',
    monthly: 'chaque mois',
    quarterly: 'chaque trimestre',
    yearly: 'chaque année',
    rarely: 'rarement',
  },
  rosterStatuses: {
    asked: 'interrogé, sans réponse',
    answered: 'a répondu',
    declined: 'a refusé',
    not_asked: 'non interrogé',
    named_only: 'cité par d’autres',
  },
}

export type Text = typeof fr

/** Which ties and spaces a perimeter keeps, in words already: everything, what is usual, nothing, or a list. */
export interface PerimeterParts {
  readonly ties: string
  readonly spaces: string
}

function format(value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** French counts zero and one alike: « 0 acteur », « 1 acteur », « 2 acteurs ». */
function count(n: number, one: string, many: string): string {
  return `${format(n)} ${n < 2 ? one : many}`
}
