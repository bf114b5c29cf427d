import type { InvitationRole, InvitationStatus, Objective, Phase, SeminarMethod } from '#domain/vocabulary.ts'
import { french } from '#words/formats.ts'
import { de, le, à } from '#words/fr/names.ts'
import { seminar as words } from '#words/fr/seminar.ts'

const { number, count, percent, list, date } = french

/** The words of the screen of seminars, in French; seminar.en.ts has the same keys or does not build. */
export const seminar = {
  words,
  heading: 'Séminaires',
  lead: 'Qui manque autour de la table, qui s’assied avec qui, et ce qu’il en reste après.',
  none: 'Aucun séminaire n’est préparé ici. Commencez par lui donner un nom.',
  choose: 'Séminaire',
  create: 'Préparer un séminaire',
  createName: 'Nom du séminaire',
  createHint: 'Par exemple « Séminaire 2, scan ».',
  createConfirm: 'Créer',
  edit: 'Modifier',
  editDone: 'Terminé',
  remove: 'Supprimer ce séminaire',
  removeHint: 'Ses invitations et son plan partent avec lui. Cela s’annule dans l’écran Données.',
  parts: {
    chairs: 'Les chaises vides',
    tables: 'Plan de tables',
    pairs: 'Binômes et mises en relation',
    emblems: 'Emblèmes',
    wall: 'Défis',
    programme: 'Programme',
    after: 'Après',
    'what-if': 'Et si…',
  },
  programmeAlone: 'Voir le programme du territoire : axes, projets, pilotes, groupes',
  partsLabel: 'Étapes de la préparation',

  fields: {
    name: 'Nom',
    date: 'Date',
    place: 'Lieu',
    theme: 'Thème',
    campaign: 'Campagne',
    phase: 'Phase',
    method: 'Méthode',
  },
  phases: {
    motive: 'Motive : attentes et perceptions',
    scan: 'Scan : explorer ensemble',
    focus: 'Focus : choisir des solutions',
    act: 'Act : qui, quand, comment',
  } satisfies Record<Phase, string>,
  methods: {
    world_cafe: 'World café',
    knowledge_cafe: 'Knowledge café',
    forum_ouvert: 'Forum ouvert',
    pitch: 'Pitch',
    retroprospective: 'Rétroprospective',
    other: 'Autre',
  } satisfies Record<SeminarMethod, string>,
  campaign: {
    label: (name: string) => `Campagne « ${name} »`,
    phases: { motive: 'Motive', scan: 'Scan', focus: 'Focus', act: 'Act' } satisfies Record<Phase, string>,
    missing: (phases: readonly string[]) => `Phases sans séminaire : ${list(phases)}.`,
    shared: (cards: number) =>
      `Emblèmes et défis sont communs à la campagne : ${count(cards, 'carte', 'cartes')} au mur de chaque séminaire.`,
    alone: 'Un autre séminaire de la même campagne partagera ses emblèmes et ses défis.',
  },
  unsaid: 'non précisé',
  semicolon: '\u202f; ',
  day: (day: string) => date(day),

  guests: {
    heading: (people: number) => count(people, 'invité', 'invités'),
    add: 'Ajouter un acteur',
    addHint: 'Tapez le début du nom ; Entrée invite le premier proposé.',
    addNone: 'Aucun acteur de ce nom ne reste à inviter : il l’est déjà, ou il faut d’abord l’ajouter aux données.',
    paste: 'Coller une liste',
    pasteHint:
      'Un nom par ligne, comme dans un tableur ; le nom d’une personne peut suivre, après une tabulation ou un point-virgule.',
    pasteConfirm: 'Ajouter',
    pasteUnknown: (names: readonly string[]) =>
      `${names.length > 1 ? 'Noms que ce territoire ne connaît pas' : 'Nom que ce territoire ne connaît pas'} : ${list(names)}.`,
    pasted: (added: number) => count(added, 'personne ajoutée', 'personnes ajoutées'),
    remove: (name: string) => `Retirer ${le(name)}`,
    details: (name: string) => `Précisions sur ${le(name)}`,
    person: 'Personne (facultatif)',
    personNote:
      'Le nom d’une personne n’entre dans aucun réseau ni constat, et dans un export seulement si on le demande.',
    status: 'Réponse',
    role: 'Rôle',
    nth: (n: number) => `n° ${number(n)}`,
    another: 'Une personne de plus',
    none: 'Personne n’est encore invité.',
    statuses: {
      invited: 'invité',
      coming: 'vient',
      came: 'venu',
      excused: 'excusé',
    } satisfies Record<InvitationStatus, string>,
    roles: {
      host: 'hôte de table',
      pilot: 'pilote',
      speaker: 'intervenant',
      participant: 'participant',
    } satisfies Record<InvitationRole, string>,
  },

  chairs: {
    noActor: 'Ce territoire ne connaît encore aucun acteur : voici les chaises que la méthode prévoit.',
    addActors: 'Ajouter des acteurs ou en importer dans Données',
    noReach: 'Aucun lien n’est encore connu : on ne peut pas dire qui la liste atteint.',
    heading: 'Chaises',
    covered: (covered: number, of: number) => `${number(covered)} sur ${number(of)} couvertes`,
    states: {
      covered: 'couverte',
      thin: 'peu couverte',
      unanswering: 'tenue par qui n’a jamais répondu',
      absent: 'vide',
    },
    critical: 'indispensable',
    seated: (names: readonly string[]) => list(names),
    wanted: (min: number) => `${number(min)} souhaités`,
    candidates: (n: number) =>
      n === 0
        ? 'Aucun acteur connu ne peut la tenir : à chercher hors de ces données.'
        : `Qui pourrait la tenir (${number(n)})`,
    fewer: 'Réduire',
    more: (n: number) => count(n, 'autre', 'autres'),
    invite: 'Inviter',
    inviteNamed: (name: string) => `Inviter ${le(name)}`,
    basis: {
      survey: (wave: string) => `D’après l’enquête « ${wave} ».`,
      documents: (wave: string) => `D’après des documents (« ${wave} ») : un lien absent n’y prouve rien.`,
      informants: (wave: string) => `D’après ce que l’équipe sait (« ${wave} ») : un lien absent n’y prouve rien.`,
      none: 'Aucun lien n’est encore connu : seuls les types d’acteurs répondent.',
    },
    reach: 'Ce que la liste atteint',
    within1: 'des acteurs à un pas au plus',
    within2: 'à deux pas au plus',
    reachNote: (actors: number) =>
      `Un pas : invité, ou lié à un invité. Sur ${count(actors, 'acteur', 'acteurs')} dont parle cette vague.`,
    next: (n: number): string =>
      n === 3 ? 'Les trois invitations qui ajoutent le plus' : 'Les invitations qui ajoutent le plus',
    inviteAll: (n: number): string =>
      n === 3 ? 'Inviter les trois' : n === 2 ? 'Inviter les deux' : `Inviter les ${number(n)}`,
    add: 'Ajouter une chaise',
    addName: 'Nom de la chaise',
    addHint: 'Une place que la méthode ne prévoit pas : par exemple « Marins-pêcheurs ».',
    addType: 'Qui peut la tenir',
    addSphere: 'Sphère',
    addLeast: 'Combien',
    addConfirm: 'Ajouter la chaise',
    gain: (gain: number) => `+${count(gain, 'acteur atteint', 'acteurs atteints')}`,
    spheres: 'Par sphère',
    unlisted: 'Cités par d’autres, sur aucune liste',
    collective: (names: readonly string[]) => `Ne tiennent aucune chaise, faute de nommer quelqu’un : ${list(names)}.`,
    unseen: 'Combien restent invisibles',
    silent: 'Interrogés, sans réponse',
    silentNote: 'D’abord ceux dont la réponse apprendrait le plus.',
    template: 'Adapter les chaises à ce territoire',
    templateNote: 'Les chaises viennent de la méthode de l’ANCT. Les adapter en fait une copie propre au territoire.',
    templateCopy: 'Adapter ces chaises',
    templateReset: 'Revenir aux chaises de la méthode',
    least: (name: string) => `Combien pour « ${name} »`,
    drop: (name: string) => `Retirer la chaise « ${name} »`,
  },

  next: {
    summary: 'Préciser : combien, qui doit être là, par sphère',
    count: 'Combien d’invitations',
    must: 'Doit être là',
    mustHint: 'Compté parmi les prochaines invitations, avant les autres.',
    mustNot: (name: string) => `${name} n’y est plus tenu`,
    sphere: 'Sphère',
    floor: 'Au moins',
    quota: 'Au plus',
    already: (n: number) => (n === 0 ? '' : `${number(n)} sur la liste`),
    floorOf: (name: string) => `${name} : au moins, liste comprise`,
    quotaOf: (name: string) => `${name} : au plus, en plus de la liste`,
    note: '« Au moins » compte ceux de la liste ; « au plus » borne les invitations à venir. Rien de cela n’est enregistré.',
    reset: 'Ne rien préciser',
  },

  tables: {
    tables: 'Tables',
    rounds: 'Tours',
    objective: 'Objectif',
    objectives: {
      mix: 'Mélanger les sphères',
      link: 'Relier ceux qui sont loin',
      deepen: 'Approfondir les sujets partagés',
      meet: 'Faire se rencontrer le plus de monde',
    } satisfies Record<Objective, string>,
    names: 'Noms des tables',
    tableName: (table: number) => `Table ${number(table)}`,
    people: (people: number, hosts: number) =>
      `${count(people, 'personne attendue', 'personnes attendues')}${hosts > 0 ? `, dont ${count(hosts, 'hôte', 'hôtes')}` : ''}.`,
    nobody: 'Personne n’est attendu : ajoutez des invités dans « Les chaises vides ».',
    howMany: 'Dites d’abord combien il y a de tables.',
    generate: 'Générer un plan',
    again: 'Un autre plan',
    generating: 'Le plan se calcule…',
    replan: 'Replacer les arrivées et les absences',
    replanNote: 'Qui est assis reste à sa place, et les tours tenus ne changent pas.',
    replanned: (seated: number, moved: number) =>
      `${count(seated, 'personne placée', 'personnes placées')}, ${moved === 0 ? 'aucune déplacée' : count(moved, 'place changée', 'places changées')}.`,
    withoutHost: (tables: readonly string[]) => `Sans hôte : ${list(tables)}.`,
    tableless: (names: readonly string[]) => `Hôtes sans table : ${list(names)}.`,
    held: 'Tours tenus',
    noPlan: 'Pas encore de plan.',
    round: (round: number) => `Tour ${number(round)}`,
    unseated: (n: number) => `Sans place (${number(n)})`,
    empty: 'vide',
    host: 'hôte',
    lock: (name: string) => `Fixer ${le(name)} à cette table`,
    unlock: (name: string) => `Libérer la place ${de(name)}`,
    select: (name: string) => `Déplacer ${le(name)}`,
    moving: (name: string, round: number) => `Déplacer ${le(name)} au tour ${number(round)}`,
    movingHint: 'Choisissez une table, ou quelqu’un avec qui échanger. Échap pour annuler.',
    moveTo: (table: string) => `Mettre à la table ${table}`,
    exchange: (name: string) => `Échanger avec ${le(name)}`,
    stays: 'Reste à sa place',
    colon: '\u00a0: ',
    best: 'Échanges qui coûtent le moins',
    cost: (move: {
      readonly pairsMet: number
      readonly repeats: number
      readonly returns: number
      readonly broken: number
      readonly acrossSpheres: number
      readonly alone: number
    }): string => {
      const signed = (value: number) => `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`
      const parts = [
        ...(move.pairsMet === 0
          ? []
          : [`${signed(move.pairsMet)} ${Math.abs(move.pairsMet) < 2 ? 'rencontre' : 'rencontres'}`]),
        ...(move.acrossSpheres === 0 ? [] : [`${signed(move.acrossSpheres)} entre sphères`]),
        ...(move.repeats === 0
          ? []
          : [`${signed(move.repeats)} ${Math.abs(move.repeats) < 2 ? 'répétition' : 'répétitions'}`]),
        ...(move.returns === 0
          ? []
          : [`${signed(move.returns)} ${Math.abs(move.returns) < 2 ? 'retour' : 'retours'} à une table`]),
        ...(move.broken === 0
          ? []
          : [`${signed(move.broken)} ${Math.abs(move.broken) < 2 ? 'règle enfreinte' : 'règles enfreintes'}`]),
        ...(move.alone === 0 ? [] : [`${signed(move.alone)} seul à table`]),
      ]
      return parts.length === 0 ? 'ne coûte rien' : parts.join(', ')
    },
    quality: 'Ce que vaut ce plan',
    comparison: 'À côté d’autres plans',
    figure: 'Figure',
    figures: {
      pairsMet: 'Paires qui se rencontrent',
      repeats: 'Rencontres répétées',
      acrossSpheres: 'Rencontres entre sphères',
      farMet: 'Rencontres entre acteurs éloignés',
      sharingTheme: 'Rencontres autour d’un sujet partagé',
    },
    plan: 'Ce plan',
    random: 'Au hasard',
    blind: 'Sans regarder le réseau',
    rules: 'Qui doit, qui ne doit pas partager une table',
    rule: { never: 'jamais ensemble', once: 'au moins une fois', always: 'toujours ensemble' },
    ruleFirst: 'Premier acteur',
    ruleSecond: 'Second acteur',
    ruleKind: 'Règle',
    ruleAdd: 'Ajouter la règle',
    ruleRemove: (a: string, b: string) => `Retirer la règle entre ${le(a)} et ${le(b)}`,
    day: 'Le jour même',
    dayNote: 'Indiquez les tours déjà tenus, qui n’est pas venu et qui arrive ; puis replacez.',
    print: 'Imprimer',
    prints: {
      tables: 'Par table',
      people: 'Par personne',
      rounds: 'Par tour',
      badges: 'Badges',
      screen: 'Projeter',
    },
    printLabel: 'Ce qui s’imprime',
    route: (tables: readonly string[]) => tables.join(' → '),
    person: 'Personne',
  },

  projection: { project: 'Projeter', leave: 'Quitter la projection (Échap)' },

  pairs: {
    leads: 'Binôme élu–industriel',
    leadsNote:
      'Aucune paire n’est la meilleure : chacune de celles-ci a un avantage qu’aucune autre ne réunit. Ce sont des organisations, non des personnes, et une aide pour y réfléchir.',
    noLeads: 'Aucune paire ne peut être lue : il y faut des liens, un élu et une entreprise.',
    introductions: 'Mises en relation',
    introductionsNote:
      'Les cinq liens, au plus, qui aideraient le plus, et personne deux fois. Rien ne se crée tout seul : c’est à vous de présenter les gens.',
    amongGuests: 'Entre les invités',
    amongAll: 'Dans tout le territoire',
    among: 'Où chercher',
    waiting: 'Recherche des binômes et des mises en relation : quelques secondes…',
    noIntroductions: 'Rien à proposer : ceux-ci se connaissent déjà, ou aucun lien n’est connu.',
    noTies: 'Aucun lien n’est encore connu : il en faut pour dire qui gagnerait à se rencontrer.',
    columnsNote:
      'À deux pas : part des acteurs que la paire atteint par ses partenaires et les leurs. Partenaires propres à l’un : part de leurs partenaires qu’un seul des deux connaît. Confiance reçue : rang, dans sa sphère, de celui des deux qui en reçoit le moins.',
    noTrust: (unsaid: string) => `${unsaid} : ces données ne disent pas la confiance.`,
    present: (a: string, b: string) => `Présenter ${le(a)} ${à(b)}`,
    by: (name: string) => `par ${le(name)}`,
    toAgenda: 'Mettre à l’ordre du jour',
    toAgendaNamed: (a: string, b: string) => `Mettre à l’ordre du jour : présenter ${le(a)} ${à(b)}`,
    onAgenda: 'À l’ordre du jour : la vague suivante dira si la rencontre a eu lieu.',
    seeAgenda: 'Voir l’ordre du jour',
    agendaText: (seminar: string, introducer: string | null) =>
      `Proposé au « ${seminar} »${introducer === null ? '' : `, par ${le(introducer)}`}.`,
    noIntroducer: 'personne ne les connaît tous les deux',
    reasons: (reasons: { readonly repairs: number; readonly crosses: boolean; readonly themes: readonly string[] }) =>
      [
        ...(reasons.repairs > 0 ? [`répond à ${count(reasons.repairs, 'constat', 'constats')}`] : []),
        ...(reasons.crosses ? ['relie deux sphères'] : []),
        ...(reasons.themes.length > 0 ? [`sujet partagé : ${list(reasons.themes)}`] : []),
      ].join(' ; '),
    columns: {
      pair: 'Paire',
      reach: 'À deux pas',
      own: 'Partenaires propres à l’un',
      trust: 'Confiance reçue',
      tied: 'Déjà liés',
    },
    yes: 'oui',
    no: 'non',
    percent: (share: number) => percent(share),
  },

  after: {
    heading: 'Qui est venu',
    note: 'Cochez les personnes venues. Les tables qu’elles ont partagées deviennent des liens « se sont rencontrés », datés, avec leur source.',
    all: 'Tout le monde est venu',
    counted: (came: number, of: number) => `${number(came)} sur ${number(of)}`,
    nobodyCame: 'Cochez qui est venu : les liens à enregistrer s’affichent ici.',
    wave: 'Enregistrer dans',
    preview: (ties: number) =>
      ties === 0
        ? 'Aucune table n’a été partagée par deux acteurs venus.'
        : `${count(ties, 'lien', 'liens')} « se sont rencontrés » à enregistrer.`,
    noDate: 'Donnez une date au séminaire : un lien daté en a besoin.',
    noWave: 'Il faut une vague où les ranger : créez-la ou importez-la dans l’écran Données.',
    record: 'Enregistrer les rencontres',
    recorded: (ties: number) =>
      `${count(ties, 'lien enregistré', 'liens enregistrés')}. Cela s’annule en une fois dans l’écran Données.`,
    kept: (ties: number) =>
      `${count(ties, 'rencontre de ce séminaire est déjà enregistrée', 'rencontres de ce séminaire sont déjà enregistrées')}.`,
    excluded:
      'Ces liens n’entrent pas dans le réseau tant qu’on ne les coche pas dans le périmètre : s’être assis à la même table n’est pas encore coopérer.',
    met: { fr: 'se sont rencontrés', en: 'met' },
    source: (name: string, day: string, rounds: readonly number[]) =>
      `Séminaire « ${name} », ${day}, plan de tables, ${rounds.length > 1 ? 'tours' : 'tour'} ${rounds.join(', ')}`,
  },
}
