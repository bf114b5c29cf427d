import type { Noun } from '#domain/territory.ts'
import type { ImportedWire, SheetPreviewWire } from '#wire/exchange.ts'
import { french } from '#words/formats.ts'
import { nouns } from '#words/fr/nouns.ts'
import { sheetTables } from '#words/fr/sheet-tables.ts'
import { unplaced } from '#words/fr/unplaced.ts'

const { number, count, list } = french

type Sheet = SheetPreviewWire
type Column = Sheet['columns'][number]
type SheetKind = Sheet['kind']['value']
type Evidence = Column['by']
type Separator = NonNullable<Column['separators']>[number]
type Reason = ImportedWire['names'][number]['candidates'][number]['reasons'][number]
export type Counts = Sheet['counts']

/** The words of an import, in French; import.en.ts has the same keys or does not build. */
export const importing = {
  invitation: {
    heading: 'Apporter des données',
    emptyHeading: 'Commencez par vos tableurs',
    lead: 'Déposez vos fichiers n’importe où sur cette page, ou collez des cellules copiées d’Excel. Tels qu’ils sont : titres, colonnes et mots à vous se règlent ensuite, et rien n’est enregistré avant votre accord.',
    choose: 'Choisir des fichiers…',
    paste: 'Coller des cellules',
    pasteByKeys: 'Le navigateur ne donne pas accès au presse-papiers ici : faites Ctrl+V (ou ⌘V).',
    nothingToPaste: 'Le presse-papiers ne contient ni cellules ni fichier. Copiez d’abord des cellules du tableur.',
    drop: 'Lâchez les fichiers : ils seront lus ici.',
    unreadable: (name: string) => `« ${name} » n’a pas pu être lu. Un dossier ne se dépose pas : déposez ses fichiers.`,
    pasted: (n: number) => `Cellules collées ${number(n)}`,
    kept: (files: number) => `Un import est en attente : ${count(files, 'fichier', 'fichiers')}.`,
    resume: 'Le reprendre',
    forget: 'L’oublier',
    example: 'Voir un territoire d’exemple',
  },

  /** A button among others like it: what it says, and of what. */
  about: (label: string, ...names: readonly string[]) => `${label} : ${names.map((name) => `« ${name} »`).join(', ')}`,
  colon: ' :',
  heading: 'Préparer l’import',
  lead: 'Rien n’est encore enregistré.',
  later: 'Mettre de côté',
  add: 'Ajouter des fichiers…',
  reading: 'Lecture…',
  readingWhole:
    'Un classeur est lu en entier avant son aperçu\u00a0: grand, il prend une minute. De plus de 500\u202f000 lignes, enregistrez-le en CSV, qui est lu par parties.',
  readingText: 'Un fichier de plusieurs mégaoctets prend quelques secondes.',
  readingLong: (file: string, percent: number, rows: number) =>
    `Lecture de ${file}\u00a0: ${percent}\u202f% (${count(rows, 'ligne', 'lignes')})`,
  writing: 'Enregistrement…',
  cancel: 'Annuler',
  cancelled: 'Lecture annulée\u00a0: rien n’a été enregistré.',
  partly: (shown: string) =>
    `Fichier très long\u00a0: ${shown}\u00a0lignes sont montrées (les premières, et les premières refusées), toutes sont comptées.`,
  retry: 'Relire',
  conflict:
    'Le territoire a changé entre-temps. L’aperçu vient d’être refait avec vos décisions : vérifiez les comptes, puis importez.',
  undoStep: 'Défaire',

  sheets: {
    heading: 'Ce que nous avons lu',
    sentence: (kind: SheetKind, read: number): string =>
      isNoun(kind) ? count(read, nouns[kind].one, nouns[kind].more) : kindSentences[kind](read),
    header: (row: number | null) => (row === null ? 'sans ligne d’en-têtes' : `en-têtes à la ligne ${number(row)}`),
    yearly: (label: string) => `vague ${label}`,
    headerLabel: 'Ligne d’en-têtes',
    /** 0: there is none. */
    headerOf: (row: number) => (row === 0 ? 'sans en-têtes' : `en-têtes : ligne ${number(row)}`),
    name: (file: string, sheet: string) => `${file}, feuille « ${sheet} »`,
    part: (name: string, part: NonNullable<Sheet['part']>) => `${name}, ${sheetTables.part(part)}`,
    perhapsHeader: sheetTables.perhapsHeader,
    tables: (tables: number, areApart: boolean) =>
      areApart
        ? `Cette feuille porte ${number(tables)} tableaux, lus séparément.`
        : `Cette feuille semble porter ${number(tables)} tableaux, lus comme un seul.`,
    asOne: 'Les lire comme un seul',
    apart: 'Les lire séparément',
    kindLabel: (name: string) => `Ce que contient ${name}`,
    likelier: 'Le plus vraisemblable',
    others: 'Autre chose',
    kind: (kind: SheetKind): string => (isNoun(kind) ? `des ${nouns[kind].more}` : kindNames[kind]),
    aside: (rows: number) => `${count(rows, 'ligne mise à part', 'lignes mises à part')}`,
    closedAside: (closed: number) => `dont ${count(closed, 'établissement fermé', 'établissements fermés')}`,
    takeClosed: (closed: number) =>
      closed === 1 ? 'Lire aussi l’établissement fermé' : `Lire aussi les ${number(closed)} établissements fermés`,
    closedTaken: 'Les établissements fermés d’après le répertoire sont lus comme les autres.',
    closedAgain: 'Les mettre à part',
    moreAside: (rows: number) => `et ${count(rows, 'autre', 'autres')}`,
    asideWhy: {
      title: 'titre',
      total: 'total',
      note: 'note',
      header: 'en-têtes répétés',
      section: 'titre de partie',
      closed: 'établissement fermé d’après le répertoire',
      ours: 'écrit par Maillage, pour être lu',
    },
    asideRow: (row: number, text: string) => `ligne ${number(row)} : « ${text} »`,
    takeRow: 'La lire comme une donnée',
    remove: (name: string) => `Retirer ${name}`,
    unsure: 'à vérifier',
    confirm: 'C’est bien cela',
    unreadable: (name: string, why: string) => `« ${name} » n’a pas pu être lu : ${why}.`,
    unplaced: (n: number) => count(n, 'information laissée de côté', 'informations laissées de côté'),
    unplacedIn: unplaced,
  },

  nature: {
    heading: 'D’où vient cette information ?',
    basis: {
      informants: { name: 'De ce que l’équipe sait', note: 'fichiers de suivi, carnet d’adresses, mémoire du service' },
      survey: { name: 'D’une enquête', note: 'les acteurs ont répondu eux-mêmes' },
      documents: { name: 'De documents', note: 'conventions, comptes rendus, dossiers de programme' },
    },
    /** Of sheets that say their years. */
    years: {
      label: 'Vos feuilles portent des années',
      by_year: {
        name: (years: string) => `Une vague par année : ${years}`,
        note: 'ce qui change d’une année à l’autre se lit dans « Évolution »',
      },
      one: {
        name: (_years: string) => 'Une seule vague pour toutes',
        note: 'un lien écrit dans plusieurs feuilles n’y compte qu’une fois',
      },
    },
    label: 'Nom de cette vague',
    date: 'Date',
    wave: 'Vague',
    newWave: 'une nouvelle vague',
    known: 'Compléter une vague',
    later: 'Nécessaire pour les liens et les participations ; demandé une seule fois.',
  },

  decisions: {
    heading: (questions: number, checks: number): string =>
      questions > 0
        ? `À décider (${number(questions)})`
        : checks > 0
          ? `À vérifier (${number(checks)})`
          : 'Rien à décider',
    questions:
      'Vous seul pouvez répondre à ces questions. Le reste est déjà proposé et appliqué : ne touchez qu’à ce qui est faux.',
    none: 'Tout a été compris. Parcourez la grille si vous le souhaitez, puis importez.',
    lead: 'Nos propositions sont déjà appliquées : ne touchez qu’à ce qui est faux.',
    value: (value: string) => `« ${value} »`,
    values: (header: string, means: string) => `« ${header} » : ${means}`,
    column: (header: string) => `Que contient la colonne « ${header} » ?`,
    samples: (samples: readonly string[]) => `par exemple ${list(samples.map((each) => `« ${each} »`))}`,
    valueLabel: (value: string) => `« ${value} » veut dire`,
    rows: (n: number) => count(n, 'ligne', 'lignes'),
    confirm: 'Tout est juste',
    confirmOne: 'C’est juste',
    empty: 'ne rien retenir',
    unknown: 'à choisir',
    newWord: (word: string) => `nouveau mot : ${word}`,
    byName: 'selon le nom de l’acteur',
    newWords: 'Mot à ajouter',
    yes: 'oui',
    no: 'non',
    refusals: 'Ce qui ne peut pas entrer tel quel',
    wholeSheet: 'toute la feuille',
    inSheets: (name: string, others: number) =>
      others === 0 ? name : `${name} et ${count(others, 'autre feuille', 'autres feuilles')}`,
    refusalGroup: (rows: number, first: number) =>
      rows === 1 ? `ligne ${number(first)}` : `${count(rows, 'ligne', 'lignes')}, dont la ${number(first)}`,
    readAs: (value: string) => `Lire « ${value} » comme`,
    apply: 'Appliquer',
    toGrid: 'Corriger dans la grille',
    understood: (n: number, name: string) => `${count(n, 'mot compris', 'mots compris')} sans question (${name})`,
    proposed: (fields: string, name: string) => `Proposé : ${fields} (${name})`,
    proposedLead:
      'Vos fichiers ne le disent pas. Nous le proposons d’après le type, le nom et la commune ; corrigez ce qui est faux.',
    all: 'Pour toutes les lignes',
    byOrigin: 'au cas par cas',
    asProposed: 'Revenir au cas par cas',
  },

  names: {
    heading: (open: number): string => (open === 0 ? 'Acteurs rapprochés' : 'Est-ce le même acteur ?'),
    times: (n: number) => `écrit ${count(n, 'fois', 'fois')}`,
    at: (file: string, row: number) => `${file}, ligne ${number(row)}`,
    known: 'déjà dans le territoire',
    inFiles: 'dans vos fichiers',
    same: 'C’est le même',
    none: 'ou bien',
    different: 'Ce sont deux acteurs',
    differentFromAll: 'Aucun de ceux-là',
    allSame: 'Tous les mêmes',
    allDifferent: 'Tous distincts',
    isSame: (name: string) => `même acteur que « ${name} »`,
    isOwn: 'acteur à part',
    change: 'Changer',
    reasons: {
      siren: 'même SIREN',
      siret: 'même SIRET',
      spelling: 'même nom, écrit autrement',
      legal_form: 'même nom, forme juridique à part',
      acronym: 'l’un est le sigle de l’autre',
      former_name: 'l’un est l’ancien nom de l’autre',
      contained: 'l’un contient l’autre',
      typing: 'une ou deux lettres d’écart',
    } satisfies Record<Reason, string>,
    made: (all: number, listed: number) =>
      `${count(Math.min(all, listed), 'acteur', 'acteurs')} sans ligne dans vos fichiers, à créer`,
    madeLead: 'Des cellules les nomment, aucune ligne ne les décrit. Leur type est proposé d’après leur nom.',
    moreMade: (n: number) => `Et ${count(n, 'autre', 'autres')}, créés de même.`,
    typeOf: (name: string) => `Type de « ${name} »`,
  },

  columns: {
    summary: (known: number, all: number) => `Colonnes : ${number(known)} sur ${number(all)} retenues`,
    caption: (name: string) => `Colonnes de ${name}`,
    column: 'Colonne',
    contains: 'Contient',
    means: 'Retenue comme',
    why: 'Pourquoi',
    unnamed: (letters: string) => `colonne ${letters}`,
    choice: (header: string) => `Ce que contient « ${header} »`,
    asField: 'Une donnée connue',
    asRole: 'Des acteurs du projet, comme',
    asTie: 'Des partenaires, par un lien de',
    asOther: 'Autre',
    ignored: 'laissée de côté',
    asItIs: 'gardée telle quelle',
    attribute: (name: string) => `information en plus « ${name} »`,
    role: (role: string) => `acteurs : ${role}`,
    tie: (kind: string) => `partenaires : ${kind}`,
    space: (space: string) => `présence à « ${space} »`,
    actor: (actor: string) => `liens avec « ${actor} »`,
  },

  separators: {
    label: (header: string) => `Dans « ${header} », ce qui sépare deux noms`,
    names: {
      ',': 'virgule',
      ';': 'point-virgule',
      '/': 'barre /',
      '|': 'barre |',
      '+': 'signe +',
      '&': 'signe &',
      et: 'le mot « et »',
      line: 'retour à la ligne',
    } satisfies Record<Separator, string>,
  },

  fields: fieldNames(),

  evidence: {
    chosen: 'votre choix',
    remembered: 'comme la dernière fois',
    file_name: 'd’après le nom du fichier',
    header: 'd’après l’en-tête',
    content: 'd’après le contenu',
    place: 'd’après sa place',
    word: 'mot connu',
    similar: 'mot proche',
    unknown: 'mot nouveau',
    name: 'd’après le nom',
    type: 'd’après le type',
    commune: 'd’après la commune',
    scale: 'd’après le plus petit et le plus grand nombre',
    person: 'Maillage ne garde rien sur les personnes',
    usual: 'cas courant',
  } satisfies Record<Evidence, string>,

  grid: {
    heading: 'Vos lignes',
    keys: 'Flèches : aller d’une cellule à l’autre. F2 ou Entrée : écrire. Suppr : vider. Ctrl+D : recopier la cellule du dessus. Ctrl+V : coller plusieurs cellules. Ctrl+Z : défaire. Espace sur la case : prendre ou écarter la ligne.',
    keysHeading: 'Au clavier',
    sheetsLabel: 'Feuilles',
    filter: 'Lignes montrées',
    all: (n: number) => `Toutes (${number(n)})`,
    toMend: (n: number) => `À corriger (${number(n)})`,
    leftOut: (n: number) => `Écartées (${number(n)})`,
    row: 'Ligne',
    kept: 'Prise',
    keep: (row: number) => `Prendre la ligne ${number(row)}`,
    state: 'Effet',
    states: {
      new: 'nouvelle',
      changed: 'modifiée',
      matched: 'identique',
      repeated: 'répétée',
      refused: 'à corriger',
      left_out: 'écartée',
    },
    mend: (fault: string) => ` (à corriger : ${fault})`,
    proposed: ' (proposé)',
    proposedKey: 'En italique : proposé. Coin rouge et pointillé : à corriger.',
    rowFault: (row: number, fault: string) => `Ligne ${number(row)} : ${fault}.`,
    fine: (row: number) => `Ligne ${number(row)} : rien à corriger.`,
    label: (name: string) => `Lignes de ${name}`,
    none: 'Aucune ligne de cette sorte.',
    page: (from: number, to: number, total: number) => `Lignes ${number(from)} à ${number(to)} sur ${number(total)}`,
    previous: 'Précédentes',
    next: 'Suivantes',
  },

  missing: {
    heading: (n: number) => `Absents de vos fichiers (${number(n)})`,
    lead: 'Le territoire les connaît, vos tableaux ne les contiennent plus. Ils restent, sauf si vous en décidez autrement.',
    list: (n: number) => `Voir ${n === 1 ? 'lequel' : `les ${number(n)}`}`,
    others: (n: number) => `Et ${count(n, 'autre', 'autres')}.`,
    used: (n: number) =>
      `${count(n, 'autre absent reste', 'autres absents restent')} de toute façon : des liens ou des participations le nomment encore.`,
    remove: (n: number) => `Retirer aussi du territoire ${n === 1 ? 'cet élément' : `ces ${number(n)} éléments`}`,
  },

  counts: {
    label: 'Ce que l’import ferait',
    read: (n: number) => count(n, 'ligne lue', 'lignes lues'),
    parts: ({ new: made, changed, matched, repeated, refused, leftOut }: Counts) => [
      count(made, 'nouvelle', 'nouvelles'),
      count(changed, 'modifiée', 'modifiées'),
      count(matched, 'identique', 'identiques'),
      count(repeated, 'répétée', 'répétées'),
      count(refused, 'refusée', 'refusées'),
      count(leftOut, 'écartée', 'écartées'),
    ],
    facts: (facts: string) => `soit ${facts}`,
    commit: (refused: number) =>
      refused === 0
        ? 'Importer'
        : `Importer sans ${refused === 1 ? 'la ligne refusée' : `les ${number(refused)} lignes refusées`}`,
    nothing: 'Rien à importer',
    firstNature: 'Dites d’abord d’où vient l’information',
    firstQuestions: (n: number) => `Répondez d’abord à ${count(n, 'question', 'questions')}`,
  },

  done: {
    heading: 'C’est importé',
    changes: (n: number) => count(n, 'modification enregistrée', 'modifications enregistrées'),
    refused: (n: number) => `${count(n, 'ligne refusée n’est pas entrée', 'lignes refusées ne sont pas entrées')}.`,
    mend: 'Corriger et reprendre',
    map: 'Voir la carte',
    undo: 'Annuler cet import',
    undone: 'L’import est annulé. Vos fichiers et vos décisions sont encore là.',
    more: 'Importer autre chose',
  },
}

export type ImportingText = typeof importing

/** What sheets are about that are no table of one noun. */
type OtherKind = Exclude<SheetKind, Noun>

function isNoun(kind: SheetKind): kind is Noun {
  return Object.hasOwn(nouns, kind)
}

const kindNames: Record<OtherKind, string> = {
  matrix: 'une matrice de liens',
  projects: 'des projets et leurs partenaires',
  attendance: 'une liste de présence',
  answers: 'des réponses ou des partenaires',
  nothing: 'rien à importer',
}

const kindSentences: Record<OtherKind, (read: number) => string> = {
  matrix: (n) => `matrice de liens de ${count(n, 'ligne', 'lignes')}`,
  projects: (n) => `${count(n, 'projet', 'projets')}, avec porteurs et partenaires`,
  attendance: (n) => `liste de présence de ${count(n, 'ligne', 'lignes')}`,
  answers: (n) =>
    count(n, 'acteur avec ses partenaires ou ses réponses', 'acteurs avec leurs partenaires ou leurs réponses'),
  nothing: () => 'rien qui s’importe',
}

/** What fields are called when one says what a column holds. */
function fieldNames() {
  return {
    id: 'identifiant',
    name: 'nom',
    type: 'type d’acteur',
    sphere: 'sphère',
    scope: 'échelle',
    inside: 'dans le territoire',
    collective: 'acteur collectif',
    aliases: 'autres noms',
    siren: 'SIREN',
    siret: 'SIRET',
    commune: 'commune',
    latitude: 'latitude',
    longitude: 'longitude',
    groups: 'groupes dont il se dit membre',
    kind: 'nature',
    parent: 'espace dont il fait partie',
    host: 'organisation du même nom',
    start: 'date de début',
    end: 'date de fin',
    objective: 'objectif',
    unobservedRoles: 'rôles illisibles dans la source',
    label: 'libellé',
    date: 'date',
    basis: 'd’où on le sait',
    wave: 'vague',
    from: 'premier acteur',
    to: 'second acteur',
    reporter: 'qui déclare le lien',
    directed: 'lien à sens unique',
    strength: 'force du lien',
    regularity: 'fréquence',
    since: 'depuis quand',
    lastContact: 'dernier contact',
    actor: 'acteur',
    space: 'espace',
    role: 'rôle',
    status: 'a répondu ou non',
    source: 'source',
    confidence: 'confiance',
    note: 'remarque',
    tags: 'étiquettes',
    finding: 'constat',
    text: 'texte',
    author: 'auteur',
    day: 'jour',
    key: 'clé',
    value: 'valeur',
    vocabulary: 'vocabulaire',
    fr: 'en français',
    en: 'en anglais',
  }
}
