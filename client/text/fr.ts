import { french } from '#words/formats.ts'
import { beside as besideWords } from '#words/fr/beside.ts'
import { changes as changeWords } from '#words/fr/changes.ts'
import { findings } from '#words/fr/findings.ts'
import { measureQuestions } from '#words/fr/measure-questions.ts'
import { measures } from '#words/fr/measures.ts'
import { de, le } from '#words/fr/names.ts'
import { basis, perimeter } from '#words/fr/perimeter.ts'
import { power as powerWords } from '#words/fr/power.ts'
import { problems } from '#words/fr/problems.ts'
import { readings } from '#words/fr/readings.ts'
import { refused } from '#words/fr/refusals.ts'
import { revivals as revivalWords } from '#words/fr/revivals.ts'
import { table } from '#words/fr/table.ts'
import { vocabulary } from '#words/fr/vocabulary.ts'
import type { Language } from '#words/language.ts'
import { agenda } from './agenda.fr.ts'
import { benchmark } from './benchmark.fr.ts'
import { boundary } from './boundary.fr.ts'
import { changes } from './changes.fr.ts'
import { choosing } from './choosing.fr.ts'
import { diagnosis } from './diagnosis.fr.ts'
import { duplicates } from './duplicates.fr.ts'
import { edit } from './edit.fr.ts'
import { examples } from './examples.fr.ts'
import { explore } from './explore.fr.ts'
import { exports } from './exports.fr.ts'
import { firstSteps } from './first-steps.fr.ts'
import { importing } from './import.fr.ts'
import { legendSheet } from './legend-sheet.fr.ts'
import { mechanisms } from './mechanisms.fr.ts'
import { method } from './method.fr.ts'
import { palette } from './palette.fr.ts'
import { picture } from './picture.fr.ts'
import { presence } from './presence.fr.ts'
import { seminar } from './seminar.fr.ts'
import { views } from './views.fr.ts'
import { whatIf } from './what-if.fr.ts'
import { workshop } from './workshop.fr.ts'

const { number, count, list, date, dateTime, percent, fixed, signed } = french

/** Every word the page shows, in French; en.ts has the same keys or does not build. */
export const fr = {
  language: 'fr' as Language,
  locale: 'fr-FR',

  measures,
  measureQuestions,
  readings,
  agenda,
  diagnosis,
  edit,
  changeWords,
  revivalWords,
  powerWords,
  besideWords,
  changes,
  findings,
  method,
  mechanisms,
  importing,
  exports,
  picture,
  examples,
  presence,
  explore,
  legendSheet,
  boundary,
  firstSteps,
  choosing,
  duplicates,
  benchmark,
  seminar,
  workshop,
  whatIf,
  views,
  palette,
  problems: {
    ...problems,
    // What fails before a request reaches the server, or after.
    unreachable: () => 'Le serveur ne répond pas. Vérifiez qu’il est démarré, puis réessayez.',
    unexpected_answer: () => 'Le serveur a répondu quelque chose que cette page ne comprend pas. Rechargez la page.',
    defect: () => 'La page a rencontré une erreur. Rechargez-la.',
  },
  refused,

  number,
  fixed,
  signed,
  percent,
  date,
  dateTime,
  list,
  count,
  undefined: 'n. d.',

  page: {
    title: (parts: readonly string[]) => [...parts, 'Maillage'].join(' – '),
    skip: 'Aller au contenu',
    language: 'Langue',
    loading: 'Chargement…',
    drawing: 'La carte se dessine…',
    retry: 'Réessayer',
    close: 'Fermer',
    cancel: 'Annuler',
    licences: 'Licences des logiciels employés',
    backToTerritories: 'Tous les territoires',
    failed: 'Cette page n’a pas pu s’afficher',
    /** Said of the part of a screen that could not be shown, the rest being there. */
    regions: {
      panel: 'Le périmètre et la légende n’ont pas pu s’afficher.',
      map: 'La carte n’a pas pu s’afficher.',
      table: 'Le tableau n’a pas pu s’afficher.',
      status: 'Le décompte n’a pas pu s’afficher.',
      sheet: 'La fiche n’a pas pu s’afficher.',
      findings: 'La liste des constats n’a pas pu s’afficher.',
      evidence: 'Le détail de ce constat n’a pas pu s’afficher.',
      import: 'L’import n’a pas pu se poursuivre.',
      history: 'L’historique n’a pas pu s’afficher.',
    },
    unknown: 'Cette adresse ne mène à aucune page',
    unknownLead: 'Elle a pu être mal recopiée, ou coupée en chemin. Vos données n’y sont pour rien.',
  },

  screens: {
    map: 'Carte',
    table: 'Tableau',
    findings: 'Constats',
    changes: 'Évolution',
    views: 'Vues',
    seminar: 'Séminaire',
    data: 'Données',
  },
  screensOf: 'Écrans du territoire',

  territories: {
    heading: 'Territoires',
    lead: 'Qui travaille avec qui, où l’on se rencontre, ce qui relie le territoire à l’extérieur.',
    /** `outside`: of the actors, those that the wave looked at does not speak of. */
    counts: (actors: number, spaces: number, ties: number, outside = 0) =>
      [
        `${count(actors, 'acteur', 'acteurs')}${outside > 0 ? `, dont ${number(outside)} hors de la dernière vague` : ''}`,
        count(spaces, 'espace de coopération', 'espaces de coopération'),
        count(ties, 'lien déclaré', 'liens déclarés'),
      ].join(' · '),
    /** After counts that are of all of them together. */
    waves: (waves: number) => (waves > 1 ? `en ${number(waves)} vagues` : count(waves, 'vague', 'vagues')),
    fictitious: 'Territoire fictif',
    fictitiousNote: 'Inventé pour montrer ce que l’outil sait faire : aucun de ces acteurs n’existe.',
    notDrawn: 'La carte n’a pas encore été dessinée. Elle le sera à la première ouverture.',
    noWave: 'Pas encore de vague : importez vos liens, ou la liste des acteurs interrogés.',
    remove: 'Retirer',
    removeNamed: (name: string) => `Retirer ${le(name)}`,
    removeQuestion: (name: string) => `Retirer « ${name} » pour de bon ?`,
    removeConsequence:
      'Ses acteurs, ses liens, sa carte et tout son historique seront effacés. Rien ne permet de les retrouver ensuite.',
    removeConfirm: 'Effacer le territoire',
    removing: 'Effacement…',
    empty: 'Aucun territoire pour l’instant',
    emptyNext:
      'Créez-en un : vous y déposerez vos tableurs tels qu’ils sont, ou y taperez des noms un à un, puis Maillage dessinera la carte.',
    create: 'Créer un territoire',
    createName: 'Nom du territoire',
    createHint: 'Par exemple celui de l’intercommunalité.',
    createConfirm: 'Créer',
  },

  search: {
    label: 'Rechercher un acteur ou un espace',
    placeholder: 'Rechercher…',
    none: 'Aucun nom ne correspond.',
    notShown: 'hors de la vue',
  },

  map: {
    label: (name: string) => `Carte ${de(name)}`,
    keys: 'Flèches : aller d’un acteur à l’autre. Maj et flèches : déplacer l’acteur choisi. Espace : le choisir avec d’autres. + et − : agrandir, réduire. 0 : tout voir. 1, 2, 3 : n’éclairer que ceux qui sont à autant de pas de l’acteur choisi. Échap : désélectionner. L’onglet Tableau dit la même chose en lignes et colonnes.',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fit: 'Tout voir',
    controls: 'Cadrage de la carte',
    moving: 'Ce qui apparaît au bord sera dessiné à l’arrêt',
    proposed: 'lien proposé',
    lost: 'lien qui serait perdu',
    redraw: 'Redessiner la carte',
    why: {
      lost: 'Le navigateur a interrompu le dessin de la carte. Elle se redessinera dès qu’il le permettra ; vous pouvez aussi le lui demander. En attendant, voici une image fixe ; le tableau et les constats disent la même chose.',
      unavailable:
        'La carte animée ne peut pas se dessiner : ce navigateur ne donne pas accès à WebGL (bureau à distance, pilote ancien ou réglage de sécurité). Voici une image fixe ; le tableau, les constats, les données et la recherche fonctionnent comme d’habitude.',
    },
    nothing: {
      legend: 'La légende masque tous les acteurs. Rétablissez-la pour les revoir.',
      perimeter: 'Aucun acteur de cette vague n’est dans ce périmètre. Élargissez-le.',
      wave: 'Cette vague ne cite aucun acteur : ni liste d’interrogés, ni lien, ni participation. Importez-en dans l’onglet Données.',
    },
  },

  status: {
    ...basis,
    actors: ({ all, shown, hiddenByLegend, outsidePerimeter, outsideWave }: ActorCounts) => {
      const left = [
        ...(outsideWave > 0 ? [`${number(outsideWave)} hors de cette vague`] : []),
        ...(outsidePerimeter > 0 ? [`${number(outsidePerimeter)} hors du périmètre`] : []),
        ...(hiddenByLegend > 0 ? [count(hiddenByLegend, 'masqué par la légende', 'masqués par la légende')] : []),
      ]
      const said = `${count(shown, 'acteur', 'acteurs')} sur ${number(all)} ${shown > 1 ? 'affichés' : 'affiché'}`
      return left.length > 0 ? `${said} (${left.join(', ')})` : said
    },
    unnamed: (actors: number) =>
      actors > 1
        ? `${number(actors)} acteurs ne figurent dans aucune liste d’enquête, aucun lien ni aucun espace`
        : '1 acteur ne figure dans aucune liste d’enquête, aucun lien ni aucun espace',
    unnamedNext:
      'La carte, le tableau et les constats ne parlent que de ceux que la vague interroge ou cite. Pour les y faire paraître, ajoutez-les à la liste des acteurs interrogés (fichier roster.csv), ou importez leurs liens.',
    /** Without those declared, shared spaces alone make them. */
    ties: (ties: number, declared: number) =>
      `${count(ties, 'lien', 'liens')}${declared < ties ? `, dont ${declared > 0 ? count(declared, 'déclaré', 'déclarés') : 'aucun déclaré'}` : ''}`,
    declared: (ties: number) => count(ties, 'lien déclaré', 'liens déclarés'),
    spaces: ({ all, shown, outsidePerimeter, outsideWave, asActors }: SpaceCounts) => {
      const left = [
        ...(outsideWave > 0 ? [`${number(outsideWave)} hors de cette vague`] : []),
        ...(outsidePerimeter > 0 ? [`${number(outsidePerimeter)} d’une nature hors du périmètre`] : []),
      ]
      const said = `${count(shown, 'espace', 'espaces')} sur ${number(all)}`
      const drawn = asActors > 0 ? `, dont ${count(asActors, 'dessiné comme acteur', 'dessinés comme acteurs')}` : ''
      return `${said}${left.length > 0 ? ` (${left.join(', ')})` : ''}${drawn}`
    },
    participations: (participations: number) => count(participations, 'participation', 'participations'),
  },

  panel: {
    label: 'Ce que l’on regarde',
    open: 'Légende et périmètre',
    view: 'Vue',
    actorsOnly: 'Acteurs',
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
    sizeUsual: 'Pour commencer',
    sizeSearch: 'Chercher un indicateur',
    sizeNotFound: 'Aucun indicateur ne porte ce nom.',
    sizeAbsent: 'Cet indicateur n’est pas défini dans ce périmètre, ou n’a pas pu être calculé.',
    sizeTooLarge: 'Trop agrandi pour comparer les tailles ici.',
    sizeUndefined: (actors: number) => `n. d. pour ${count(actors, 'acteur', 'acteurs')}`,
    communityNote:
      'Groupes d’acteurs plus liés entre eux qu’avec les autres, repérés par calcul : à discuter, pas à croire sur parole.',
    communityAbsent: 'Les groupes ne sont pas définis dans ce périmètre, ou n’ont pas pu être calculés.',
  },

  legend: {
    heading: 'Légende',
    all: 'Tout afficher',
    around: (name: string) => `${name} et son entourage`,
    alone: 'Sans groupe',
    others: 'Autres',
    othersOf: (words: string) => `Autres : ${words}`,
    space: 'Espace de coopération',
    host: 'Acteur qui est aussi un espace',
    uncertain: 'Lien incertain',
    undefined: 'Valeur non définie (n. d.)',
  },

  perimeter: {
    ...perimeter,
    heading: 'Périmètre',
    change: 'Modifier',
    reset: 'Rétablir le périmètre habituel',
    wave: 'Vague',
    ties: 'Liens',
    spaces: 'Espaces qui relient leurs participants',
    spacesNote:
      'Les axes de programme et les séries de séminaires réunissent presque tout le monde : ils ne comptent pas d’ordinaire.',
    direction: 'Un lien compte quand…',
    actors: 'Acteurs',
    inside: 'Seulement ceux du territoire',
    collective: 'Avec les acteurs collectifs ou non nommés',
  },

  sheet: {
    actor: 'Fiche de l’acteur',
    space: 'Fiche de l’espace',
    close: 'Fermer la fiche',
    notInView: 'Cet acteur n’est pas dans le périmètre affiché.',
    spaceNotInView: 'Cet espace n’est pas dans le périmètre affiché.',
    hiddenByLegend: 'Masqué par la légende.',
    collective: 'acteur collectif ou non nommé',
    unknown: (id: string) => `Rien ne porte le nom « ${id} » dans ce territoire.`,
    partners: (partners: number, spheres: readonly string[]) =>
      partners === 0
        ? 'Aucun partenaire connu dans ce périmètre.'
        : `Relié à ${count(partners, 'partenaire', 'partenaires')} ${spheres.length > 1 ? `de ${number(spheres.length)} sphères : ${list(spheres)}` : `de la sphère ${spheres.join('')}`}.`,
    ties: 'Liens',
    noTies:
      'Aucun lien connu dans ce périmètre. Les documents ou l’enquête n’en disent rien : ce n’est pas la preuve qu’il n’y en a pas.',
    outgoing: 'vers ce partenaire :',
    incoming: 'depuis ce partenaire :',
    otherWaves: (ties: number) => `Dans d’autres vagues : ${count(ties, 'lien déclaré', 'liens déclarés')}`,
    sharedThrough: (space: string) => `ensemble dans « ${space} »`,
    groups: 'Se dit membre de',
    spaces: 'Espaces',
    noSpaces: 'Aucune participation connue dans cette vague.',
    hostOf: 'est l’organisation du même nom',
    measures: 'Indicateurs',
    sources: 'Sources',
    source: 'Source',
    noSource: 'source non indiquée',
    reportedBy: (name: string) => `déclaré par ${le(name)}`,
    reportedByBoth: 'déclaré par les deux',
    says: (name: string, words: string) => `${name} : ${words}`,
    details: 'Détail',
    fromDocuments: 'lu dans les documents',
    fromInformants: 'd’après ce que l’équipe sait',
    classification: (confidence: string) => `classement ${confidence}`,
    participants: 'Participants',
    noParticipants: 'Aucun participant connu dans cette vague.',
    unobserved: (roles: string) => `Illisible dans la source : ${roles}. Leur absence ne prouve rien.`,
    parent: 'Fait partie de',
    parts: 'Comprend',
    host: 'Organisation du même nom',
    dates: (start: string | undefined, end: string | undefined) =>
      start && end ? `du ${start} au ${end}` : start ? `depuis ${start}` : end ? `jusqu’à ${end}` : '',
    aliases: 'Autres noms',
    strength: (strength: number) => `force ${number(strength)} sur 5`,
    lastContact: (day: string) => `dernier contact le ${date(day)}`,
  },

  measure: {
    definition: 'Définition',
    convention: 'Convention',
    perimeter: 'Périmètre',
    source: 'Source',
    range: 'Valeurs possibles',
    rangeWords: (range: string) => rangeWords.reduce((said, [sign, words]) => said.replaceAll(sign, words), range),
    failed: 'Les indicateurs n’ont pas pu être calculés. Réessayez dans un moment.',
    notDefined: 'Non défini pour cet acteur dans ce périmètre : il n’a pas assez de liens.',
    term: 'Nom savant',
    about: (measure: string) => `« ${measure} » : la formule`,
    place: (rank: number) => (rank === 1 ? '1er' : `${number(rank)}e`),
    rank: (rank: number, of: number, shared: boolean) =>
      `${rank === 1 ? '1er' : `${number(rank)}e`}${shared ? ' ex æquo' : ''} sur ${number(of)}`,
  },

  table: {
    ...table,
    caption: (name: string) => `Acteurs ${de(name)}`,
    sortBy: (column: string) => `Trier par ${column}`,
    lines: 'Lignes du tableau',
    files: 'Ce tableau, tel qu’il est :',
    fileOf: { xlsx: 'Excel', csv: 'CSV' },
    long: (lines: number) =>
      `${count(lines, 'ligne', 'lignes')}. La recherche du navigateur n’en voit que celles qui sont à l’écran : cherchez un nom par Ctrl K.`,
    printed: (lines: number, all: number) =>
      `Ici s’arrête l’impression : ${count(lines, 'ligne', 'lignes')} sur ${number(all)}. Le fichier Excel ou CSV les a toutes.`,
    participationsCaption: (name: string) => `Espaces et participants ${de(name)}`,
    tiesCaption: (name: string) => `Liens ${de(name)}`,
    empty: 'Aucune ligne dans ce périmètre.',
  },

  ...vocabulary,

  data: {
    heading: 'Données',
    importHeading: 'Importer',
    created: 'Création du territoire',
    waveBases: { survey: 'D’une enquête', documents: 'De documents', informants: 'De ce que l’équipe sait' },
    historyHeading: 'Historique',
    historyLead:
      'Chaque enregistrement est gardé et peut être annulé, tant qu’aucun plus récent ne porte sur les mêmes faits.',
    revision: (revision: number) => `Version ${number(revision)}`,
    undo: 'Annuler',
    undoRevision: (revision: number) => `Annuler la version ${number(revision)}`,
    undone: 'C’est annulé : une nouvelle version rétablit ce qui était avant.',
    undoes: (revision: number) => `de la version ${number(revision)}`,
    putWords: (words: string) => `ajout ou modification de ${words}`,
    removedWords: (words: string) => `retrait de ${words}`,
    and: ' ; ',
  },
}

/** What ranges of the catalogue are written with, in French. */
const rangeWords: readonly (readonly [string, string])[] = [
  [' sets', ' ensembles'],
  [' actors', ' acteurs'],
  [' ties', ' liens'],
  [' sweeps', ' balayages'],
  ['true or false', 'vrai ou faux'],
  ['counts, sum', 'effectifs, de somme'],
  ['counts', 'effectifs'],
  ['pairs', 'paires'],
  [' and ', ' et '],
  ['richness', 'richesse'],
  ['..', ' à '],
  ['0.5', '0,5'],
  ['-', '−'],
]

export type Text = typeof fr

/** Every actor of the territory once: shown, or why it is not. */
export interface ActorCounts {
  readonly all: number
  readonly shown: number
  readonly hiddenByLegend: number
  readonly outsidePerimeter: number
  readonly outsideWave: number
}

/** Every space of the territory once. */
export interface SpaceCounts {
  readonly all: number
  readonly shown: number
  readonly outsidePerimeter: number
  readonly outsideWave: number
  /** Of those shown, the ones drawn as the actor that is the same organisation. */
  readonly asActors: number
}
