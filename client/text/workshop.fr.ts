import { french } from '#words/formats.ts'

const { number, count, list } = french

/** The words of emblems, of the wall of challenges and of the programme, in French; workshop.en.ts has the same keys or does not build. */
export const workshop = {
  emblems: {
    heading: 'Emblèmes du territoire',
    namedHeading: 'Emblèmes nommés',
    print: 'Imprimer',
    lead: 'Un lieu, un métier, un événement, un produit… : ce à quoi chaque organisation tient ici. Tapez au fil de la parole : organisation, Entrée, emblème, Entrée.',
    notTies:
      'Partager un emblème n’est pas un lien : les emblèmes n’entrent ni dans la carte, ni dans les indicateurs, ni dans les constats.',
    actor: 'Organisation',
    actorHint: 'Entrée choisit le premier nom proposé.',
    noActor: 'Aucune organisation ne porte ce nom : ajoutez-la d’abord aux données.',
    emblem: 'Emblème',
    emblemHint: 'Ceux déjà nommés sont proposés.',
    add: 'Noter',
    added: (actor: string, emblem: string) => `Noté : ${actor}, « ${emblem} ».`,
    already: (actor: string, emblem: string) => `${actor} a déjà nommé « ${emblem} ».`,
    none: 'Aucun emblème n’est encore noté pour ce séminaire.',
    named: (emblems: number, actors: number) =>
      `${count(emblems, 'emblème', 'emblèmes')}, ${count(actors, 'organisation', 'organisations')}`,
    by: (n: number) => `nommé par ${count(n, 'organisation', 'organisations')}`,
    remove: (actor: string, emblem: string) => `Retirer « ${emblem} » de ${actor}`,
    conversations: 'Premières conversations',
    conversationsNote:
      'Deux organisations qui tiennent à la même chose et qu’aucun lien connu ne rapproche. En tête, les emblèmes partagés par peu : à deux sur un emblème rare, on a plus à se dire qu’à vingt sur celui que tout le monde cite.',
    weighting:
      'Poids d’une paire : somme, sur les emblèmes partagés, de 1 / ln(1 + nombre d’organisations qui l’ont nommé). L. Adamic et E. Adar (2003), Social Networks 25, p. 211-230.',
    howWeighed: 'Comment elles sont classées',
    noConversations:
      'Aucune paire à rapprocher : pas d’emblème partagé, ou des liens déjà connus entre tous ceux qui en partagent.',
    between: (a: string, b: string) => `${a} et ${b}`,
    shared: (emblems: readonly { emblem: string; named: number }[]) =>
      `ont nommé ${list(
        emblems.map(({ emblem, named }) =>
          named === 2 ? `« ${emblem} » (elles seules)` : `« ${emblem} » (${number(named)} organisations)`,
        ),
      )}`,
    crosses: 'de deux sphères différentes',
    introducer: (name: string) => `${name} peut les présenter`,
    noIntroducer: 'personne en commun pour les présenter',
    tied: (tied: number, pairs: number) =>
      pairs === 0
        ? ''
        : tied === 0
          ? `Aucune des ${count(pairs, 'paire', 'paires')} qui partagent un emblème n’a de lien connu.`
          : `Sur ${count(pairs, 'paire qui partage', 'paires qui partagent')} un emblème, ${count(tied, 'a déjà un lien connu', 'ont déjà un lien connu')}.`,
    more: (n: number) => `et ${count(n, 'autre paire', 'autres paires')}`,
    basis: {
      none: 'Aucune vague n’existe encore : on ne sait rien des liens, toute paire paraît nouvelle.',
      survey: (wave: string) => `Liens d’après l’enquête « ${wave} ».`,
      documents: (wave: string) =>
        `Liens d’après les documents de « ${wave} » : un lien que les documents ne disent pas peut exister. Demandez avant de présenter.`,
      informants: (wave: string) => `Liens d’après ce que l’équipe sait (« ${wave} ») : demandez avant de présenter.`,
    },
    unplaced: (names: readonly string[]) => `Sans lien recherché, car collectives : ${list(names)}.`,
  },

  wall: {
    heading: 'Mur des défis et des atouts',
    lead: 'Tapez une carte par idée, Entrée la pose. Glissez-la dans un groupe, ou ouvrez-la au clavier pour la ranger.',
    add: 'Nouvelle carte',
    put: 'Poser la carte',
    kind: 'Ce que dit la carte',
    kinds: { challenge: 'Défi', asset: 'Atout' },
    none: 'Le mur est vide. La première carte ouvre la discussion.',
    ungrouped: 'À regrouper',
    newGroup: 'Nouveau groupe',
    newGroupHint: 'Glissez une carte ici, ou nommez un groupe sur la carte.',
    renameGroup: (name: string) => `Nom du groupe « ${name} »`,
    groupNumber: (n: number) => `Groupe ${number(n)}`,
    card: (n: number | undefined, text: string) => (n === undefined ? text : `Carte ${number(n)} : ${text}`),
    open: (text: string) => `Ouvrir la carte « ${text} »`,
    text: 'Texte de la carte',
    group: 'Groupe',
    groupHint: 'Un nom nouveau ouvre un groupe ; vide, la carte revient à « À regrouper ».',
    carriers: 'Organisations qui portent ce défi',
    noCarriers: 'Personne ne le porte encore.',
    addCarrier: 'Ajouter une organisation',
    removeCarrier: (name: string) => `${name} ne le porte plus`,
    carriedBy: (names: readonly string[]) => `porté par ${list(names)}`,
    removeCard: 'Retirer la carte',
    done: 'Terminé',
    vote: 'Voter',
    voter: 'Organisation qui vote',
    voterHint: 'Choisissez une organisation, puis posez ses points sur les cartes.',
    left: (name: string, left: number, dots: number) =>
      left >= 0
        ? `${name} : ${count(left, 'point reste', 'points restent')} sur ${number(dots)}.`
        : `${name} : ${count(-left, 'point', 'points')} de trop sur ${number(dots)}.`,
    give: (text: string) => `Un point de plus pour « ${text} »`,
    take: (text: string) => `Un point de moins pour « ${text} »`,
    dots: (dots: number) => count(dots, 'point', 'points'),
    dotsBy: (dots: number, voters: number) =>
      `${count(dots, 'point', 'points')} de ${count(voters, 'organisation', 'organisations')}`,
    quota: 'Points par organisation',
    counted: (dots: number, voters: number, cards: number) =>
      `${count(dots, 'point', 'points')} de ${count(voters, 'organisation', 'organisations')} sur ${count(cards, 'carte', 'cartes')}`,
    unvoted: 'Personne n’a encore voté.',
    exceeding: (name: string, given: number, dots: number) =>
      `${name} a posé ${count(given, 'point', 'points')} pour ${number(dots)} permis : tous sont comptés, corrigez-les.`,
    absent: 'Les organisations qui n’ont pas voté ne comptent nulle part : ce n’est pas un vote contre.',
    byVotes: 'Les plus votées d’abord',
    byNumber: 'Dans l’ordre du mur',
    order: 'Ordre des cartes',
    project: 'En faire un projet',
    projectOf: (name: string) => `devenu le projet « ${name} »`,
    seeProject: 'Voir au programme',
    projectLead:
      'Un projet, son pilote et ceux qui portent le défi, en une seule modification, annulable par Ctrl+Z. La source dit d’où il vient.',
    projectName: 'Nom du projet',
    axis: 'Axe',
    noAxis: 'Sans axe',
    pilot: 'Pilote',
    pilotHint: 'Sans pilote, le projet sera signalé au programme.',
    wave: 'Vague',
    noWave: 'Il faut d’abord une vague : créez-la ou importez-la dans Données.',
    create: 'Créer le projet',
    members: (names: readonly string[]) =>
      names.length === 0 ? 'Aucun autre membre.' : `Membres : ${list(names)}, qui portent le défi.`,
    source: (seminar: string, n: number | undefined, text: string) =>
      `Séminaire « ${seminar} »${n === undefined ? '' : `, carte ${number(n)}`} : « ${text} »`,
    print: 'Imprimer',
    raisedAt: (seminar: string) => `posée au « ${seminar} »`,
    moved: (text: string, group: string) => `« ${text} » rangée dans « ${group} ».`,
  },

  programme: {
    heading: 'Programme',
    lead: 'Axes, projets, pilotes et groupes. Ce qui est signalé l’est par les mêmes règles que les constats.',
    noWave:
      'Aucune vague n’existe encore : un programme commence par une vague, que l’on crée ou importe dans Données.',
    none: 'Aucun projet dans cette vague. Créez-en un, ou faites-en un d’un défi du mur.',
    wave: 'Vague',
    counted: (projects: number, pilots: number, actors: number) =>
      `${count(projects, 'projet', 'projets')}, ${count(pilots, 'pilote', 'pilotes')}, ${count(actors, 'organisation', 'organisations')}`,
    basis: {
      survey: 'D’après une enquête.',
      documents:
        'D’après des documents : ils nomment les pilotes, rarement tous les membres. Un membre absent du document peut être dans le groupe.',
      informants: 'D’après ce que l’équipe sait.',
    },
    doubtful: (n: number) =>
      `${count(n, 'participation tenue pour incertaine', 'participations tenues pour incertaines')}.`,
    flags: {
      orphans: 'Sans pilote',
      overloaded: 'Pilotes très sollicités',
      single: 'Groupes d’une seule sphère',
      strangers: 'Membres sans lien antérieur',
    },
    nothing: 'rien à signaler',
    unknown: 'on ne peut pas en juger',
    whole: 'Sur l’ensemble du programme',
    withoutAxis: 'Sans axe',
    pilots: 'Pilotes',
    group: 'Groupe',
    noPilot: 'aucun pilote',
    unreadPilot: 'pilote illisible dans la source',
    unreadRole: 'une partie des rôles n’a pas pu être lue dans la source',
    noMember: 'personne d’autre',
    noMemberNamed: 'personne d’autre de nommé',
    addPilot: 'Ajouter un pilote',
    addMember: 'Ajouter un membre',
    addProject: 'Ajouter un projet',
    addAxis: 'Ajouter un axe',
    editProject: 'Modifier',
    addPilotTo: (project: string) => `Ajouter un pilote à « ${project} »`,
    addMemberTo: (project: string) => `Ajouter un membre à « ${project} »`,
    editProjectNamed: (project: string) => `Modifier « ${project} », son axe`,
    addProjectTo: (axis: string) => `Ajouter un projet à « ${axis} »`,
    editPart: (role: string, project: string) => `, ${role} de « ${project} » : modifier`,
    removePart: (actor: string, project: string) => `Retirer ${actor} de « ${project} »`,
    pilotsMany: (n: number) => `pilote ${count(n, 'projet', 'projets')}`,
    evidence: 'La preuve',
    print: 'Imprimer',
  },
}
