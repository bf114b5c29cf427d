import type { CrossWire } from '#words/findings.ts'
import { french } from '#words/formats.ts'
import { findings } from '#words/fr/findings.ts'
import { de, Le, le } from '#words/fr/names.ts'

const { number, count, percent, list, month } = french

/** The words of the screen of findings, in French; diagnosis.en.ts has the same keys or does not build. */
export const diagnosis = {
  pages: { agenda: 'Ordre du jour', list: 'Constats', profile: 'Cohésion et ouverture', method: 'Méthode' },
  pagesLabel: 'Pages du diagnostic',
  heading: (name: string) => `Constats sur ${le(name)}`,
  loading: 'Le diagnostic se calcule…',
  refining: {
    underWay:
      'Solidité en cours d’établissement. Les constats sont là ; les noms de ceux qu’ils concernent viendront quand on saura s’ils tiennent.',
    progress: 'Part faite du calcul de solidité',
    stopped: 'Le calcul de la solidité s’est interrompu : les noms restent masqués.',
  },
  basis: {
    survey: (day: string, answered: number, asked: number) =>
      `Enquête ${de(month(day))} : ${count(answered, 'réponse', 'réponses')} sur ${number(asked)}${asked > 0 ? ` (${percent(answered / asked)})` : ''}.`,
    whom: (all: number, outside: number) =>
      `${count(all, 'acteur', 'acteurs')}${outside > 0 ? `, dont ${number(outside)} hors de cette vague` : ''}.`,
    kinds: (kinds: readonly string[]) =>
      `Liens pris en compte : ${list(kinds)}. La hiérarchie et le conflit ne comptent jamais pour la fermeture.`,
    documents: (day: string) =>
      `D’après les documents de ${day.slice(0, 4)}. Personne n’a été interrogé : un lien absent des documents n’est pas un lien absent du territoire. Ces données ne permettent de parler que du programme d’actions.`,
    informants: (day: string) =>
      `D’après ce que l’équipe sait (${month(day)}). Un lien qu’elle ne connaît pas n’est pas un lien absent du territoire. Ces données ne permettent de parler que du programme d’actions.`,
  },
  gates: {
    full: 'Les réponses permettent de tout examiner.',
    bands: 'Les réponses permettent des classements, avec leurs marges ; pas le détail des plus périphériques.',
    composition:
      'Trop peu de réponses, ou des réponses d’acteurs centraux qui manquent : les groupes et les paires de sphères s’examinent, pas la fermeture de chaque acteur.',
    coverage: 'Trop peu de réponses pour un diagnostic : la première chose à faire est d’en recueillir d’autres.',
    documents: 'Documents seuls : ni l’isolement ni l’entre-soi ne s’y lisent.',
  },
  missingTop: (names: readonly string[]) =>
    `Parmi les plus cités, ${list(names.map(le))} ${names.length > 1 ? 'n’ont pas répondu' : 'n’a pas répondu'} : les entendre serait le plus utile.`,
  toAsk: {
    heading: 'À interroger d’abord',
    lead: 'Ceux qui n’ont pas répondu, à commencer par les moins cités : leur réponse est celle qui apprendrait le plus.',
  },
  organisations: 'Il s’agit d’organisations, jamais de personnes. Ce sont des questions à discuter, non des verdicts.',

  outcome: 'Ce que disent les données',
  outcomes: {
    signal: 'Signaux',
    fact: 'Faits sur des acteurs',
    insufficient: 'Pas assez de données',
    none: 'Non trouvé',
  },
  outcomeLeads: {
    signal:
      'Par nature, de la plus grave à la moins grave. Dans chacune : d’abord ce qui touche le plus d’acteurs ou de projets, puis ce que le hasard explique le moins, puis ce qui s’écarte le plus de l’attendu ; enfin ce qui ne nomme encore personne.',
    fact: 'Probables, et sans rien d’anormal : un territoire ordinaire en compte beaucoup. Utiles à qui travaille avec ces acteurs.',
    insufficient: 'Ce que les données ne permettent pas de dire, et pourquoi.',
    none: 'Ce qui a été examiné sans que rien de net n’apparaisse.',
  },
  filter: 'Filtrer par nature ou par sphère',
  filtered: (filters: number) => count(filters, 'filtre actif', 'filtres actifs'),
  kind: 'Nature',
  sphere: 'Sphère concernée',
  counted: (shown: number, all: number) =>
    shown === all ? count(all, 'constat', 'constats') : `${count(shown, 'constat', 'constats')} sur ${number(all)}`,
  showAll: 'Tout afficher',
  aboutActor: (name: string) => `Seulement ce qui concerne ${le(name)}`,
  nothing: 'Aucun constat ne correspond à ces filtres.',
  more: (others: number) => count(others, 'autre', 'autres'),

  unnamed: 'noms masqués : trop fragile',
  holds: (share: string, always: boolean) => (always ? 'tient dans tous les essais' : `tient dans ${share} des essais`),
  unsettled: 'solidité en cours d’établissement',
  kinds: {
    isolated_actor: 'Isolement',
    closed_group: 'Groupes qui se replient',
    closed_actor: 'Acteurs enfermés dans leurs habitudes',
    opening_of_territory: 'Ouverture du territoire',
    critical_broker: 'Intermédiaires critiques',
    dependent_actor: 'Dépendances à un intermédiaire',
    sphere_kept_apart: 'Sphères tenues à l’écart',
    excluded_spheres: 'Sphères qui se rencontrent peu',
    islet: 'Îlots',
    single_tie: 'Liens uniques',
    fading_ties: 'Liens à réactiver',
    peripheral_actor: 'Périphérie',
    project_without_pilot: 'Projets sans pilote',
    pilot_concentration: 'Partage du pilotage',
    sole_pilot: 'Projets suspendus à un pilote',
    absent_from_programme: 'Absents du programme',
    single_sphere_projects: 'Projets d’une seule sphère',
    first_meetings: 'Premières rencontres possibles',
    named_and_absent: 'Acteurs nommés, hors des projets',
    programme_reach: 'Ouverture du programme',
  },

  evidence: {
    onMap: 'Sur la carte, les liens évidés seraient perdus ; les tirets sont proposés.',
    label: 'Preuves du constat',
    close: 'Fermer les preuves',
    gone: 'Ce constat n’apparaît pas dans cette vague. Une autre vague, ou d’autres seuils, l’ont peut-être fait apparaître.',
    question: 'À discuter',
    numbers: 'Ce qui a été compté',
    noNumbers: 'Ce constat est une lecture directe des données : rien n’a été tiré au sort.',
    figures: 'Chiffres et définition',
    definition: 'Définition',
    observed: 'Observé',
    expected: 'Attendu',
    ratio: 'Rapport observé / attendu',
    p: 'p',
    q: 'q (corrigé du nombre de tests)',
    interval: 'Intervalle à 95 %',
    null: 'Comparé à',
    draws: 'Tirages',
    seed: 'Graine',
    observedExpected: (observed: string, expected: string) => `Observé : ${observed} ; attendu : ${expected}.`,
    about: (value: string) => `environ ${value}`,
    nearlyNone: 'presque aucun',
    observedOnly: (observed: string) => `Observé : ${observed}.`,
    ofWhole: (part: string, whole: string) => `${part} sur ${whole}`,
    drawsAsExtreme: (extreme: number, draws: number): string =>
      extreme === 0
        ? `Sur ${number(draws)} tirages au sort, aucun ne donne un résultat aussi marqué.`
        : `Sur ${number(draws)} tirages au sort, ${number(extreme)} ${extreme > 1 ? 'donnent' : 'donne'} un résultat au moins aussi marqué.`,
    chance: (p: number) =>
      `Le hasard seul donnerait un résultat au moins aussi marqué ${p < 0.001 ? 'moins d’une fois sur mille' : `${percent(p)} du temps`}.`,
    corrected: (q: number): string =>
      q <= 0.05
        ? 'Cela reste vrai en tenant compte de tout ce qui a été testé à côté.'
        : q <= 0.1
          ? 'Cela tient de justesse si l’on tient compte de tout ce qui a été testé à côté.'
          : 'Cela ne suffit plus si l’on tient compte de tout ce qui a été testé à côté.',
    distribution: 'Ce que donnent les tirages',
    distributionLabel: (least: string, most: string, usual: string, observed: string) =>
      `Les tirages vont de ${least} à ${most}, le plus souvent ${usual} ; observé : ${observed}.`,
    observedMark: (value: string) => `observé ${value}`,
    expectedMark: (value: string) => `attendu ${value}`,
    whom: 'Qui est concerné',
    participants: (n: number) => count(n, 'participant', 'participants'),
    members: (n: number) => count(n, 'membre', 'membres'),
    projects: (n: number) => count(n, 'projet', 'projets'),
    cutOff: (n: number) => count(n, 'acteur qui serait coupé', 'acteurs qui seraient coupés'),
    path: 'Le chemin jusqu’au centre',
    partner: {
      single_tie: 'Seul partenaire connu',
      islet: 'Le plus proche au-dehors',
      peripheral_actor: 'Au centre',
      dependent_actor: 'Intermédiaire',
      pilot_concentration: 'Premier pilote',
      fragile_opening: 'Premier porteur',
    },
    memberOf: (groups: string) => `Membre d’un groupe replié : ${groups}.`,
    ties: (n: number) => count(n, 'lien', 'liens'),
    roles: {
      internal: 'Entre eux',
      leaving: 'Vers les autres',
      between: 'Entre les deux sphères',
      only: 'Le seul lien',
      fading: 'À réactiver',
      external: 'Hors du territoire',
      new: 'Nouveaux',
    },
    lastContact: (day: string) => `dernier contact en ${month(day)}`,
    hidden: (survival: string) =>
      `Les noms sont masqués : ce constat ne tiendrait que dans ${survival} des cas si d’autres réponses manquaient.`,
    reference: 'Ce qui est tenu égal',
    solidity: 'Solidité',
    survives: (share: string) =>
      `Ce constat tient dans ${share} des cas si d’autres réponses manquent dans la même proportion.`,
    probability: (share: string): string => `Probabilité que ce soit vrai : ${share}.`,
    onlyForgotten: 'Tout le monde a répondu : il ne reste que le doute sur les liens que chacun oublie de citer.',
    everybodyAnswered: 'Tout le monde a répondu : aucune réponse ne manque qui pourrait défaire ce constat.',
    survivesAlways:
      'Ce constat tient dans tous les essais, même si d’autres réponses manquent dans la même proportion.',
    noSurvival: 'Ce constat ne dépend pas des réponses à une enquête : la question de sa survie ne se pose pas.',
    survivalToCome: 'Sa solidité est en cours d’établissement.',
    namesToCome:
      'Sa solidité est en cours d’établissement : tant que l’on ne sait pas s’il tient, ce constat ne nomme personne.',
    response: (share: string) => `${share} des membres interrogés ont répondu.`,
    floor: 'La source nomme les pilotes et rarement les autres participants : ce nombre est un minimum.',
    rule: (version: string) => `Règles version ${version}`,
    method: 'Lire la méthode',
  },

  nulls: {
    A: 'des réseaux tirés au sort où chaque acteur garde son nombre de liens',
    B: 'des réseaux tirés au sort où chaque acteur garde son nombre de liens, et chaque paire de sphères le sien',
    C: 'des réseaux tirés au sort où chaque acteur garde son nombre de liens, chaque paire de sphères le sien, et l’ensemble son nombre de triangles',
    D: 'des réseaux tirés au sort où chaque acteur garde son nombre de liens, chaque sphère ses liens internes, et les lieux les leurs',
    E: 'des réseaux tirés au sort où chaque acteur garde son nombre de liens, et chaque sphère ses liens internes',
    labels: 'le même réseau, les sphères redistribuées entre les acteurs de chaque lieu',
    labels_anywhere: 'le même réseau, les sphères redistribuées entre tous les acteurs',
    hypergeometric: 'des liens nouveaux répartis au hasard parmi tous les liens comparables',
    curveball: 'des programmes tirés au sort où chacun garde son nombre de projets, et chaque projet sa taille',
    seats: 'des projets dont les pilotes sont tirés au sort parmi ceux qui en pilotent',
  },

  dims: {
    closure: {
      name: 'Fermeture',
      sentence:
        'Triangles entre les membres, ou paires de partenaires liées autour de l’acteur : plus il y en a, plus on se connaît déjà.',
      share: false,
    },
    opening: {
      name: 'Ouverture',
      sentence: 'Liens qui mènent hors du groupe ou de la sphère.',
      share: false,
    },
    renewal: {
      name: 'Renouvellement',
      sentence: 'Liens nouveaux depuis la vague précédente, parmi ceux que les deux vagues permettent de comparer.',
      share: false,
    },
    diversity: {
      name: 'Diversité',
      sentence: 'Dispersion des liens sortants entre les sphères : 0, tous vers une seule ; 1, répartis également.',
      share: false,
    },
    closeness: {
      name: 'Proximité',
      sentence: 'Moyenne de l’inverse des distances aux autres acteurs : 1, lié à tous ; 0, relié à personne.',
      share: false,
    },
    dependence: {
      name: 'Dépendance',
      sentence: 'Part de ce que l’acteur peut atteindre qui serait perdue sans un seul autre, lui compris.',
      share: true,
    },
    cut_off: {
      name: 'Acteurs coupés',
      sentence: 'Acteurs qui ne pourraient plus atteindre les autres si l’intermédiaire se retirait.',
      share: false,
    },
    loss: {
      name: 'Perte pour les autres',
      sentence: 'Part de leur accès mutuel que les autres perdraient sans lui.',
      share: true,
    },
    pairs_cut: {
      name: 'Paires séparées',
      sentence: 'Part des paires d’autres acteurs qu’aucun chemin ne relierait plus.',
      share: true,
    },
    between: {
      name: 'Liens entre les deux sphères',
      sentence: 'Nombre de liens dont un bout est dans chaque sphère.',
      share: false,
    },
    elsewhere: {
      name: 'Part des autres sphères que l’on connaît',
      sentence:
        'Part des acteurs des autres sphères auxquels un acteur de la sphère est lié, en moyenne sur ceux qui ont répondu.',
      share: true,
    },
    fading: {
      name: 'Liens à réactiver',
      sentence:
        'Part de la force de ses liens qui est silencieuse depuis plus longtemps qu’un lien vivant de ce rythme ne l’est, sauf une fois sur vingt.',
      share: true,
    },
    first_share: {
      name: 'Part du premier',
      sentence: 'Part portée par l’acteur qui en porte le plus.',
      share: true,
    },
    concentration: {
      name: 'Concentration',
      sentence: 'Indice de Herfindahl–Hirschman : somme des carrés des parts ; 1, un seul porte tout.',
      share: false,
    },
    opening_change: {
      name: 'Évolution de l’ouverture',
      sentence: 'Ouverture de cette vague moins celle de la précédente, chez ceux qui ont répondu aux deux.',
      share: false,
    },
    territory_opening: {
      name: 'Ouverture du territoire',
      sentence: 'Part des acteurs qui ont un lien au-dehors, multipliée par la diversité de ces liens.',
      share: false,
    },
    in_closed_groups: {
      name: 'Acteurs de groupes repliés',
      sentence: 'Acteurs du territoire qui sont membres d’un groupe signalé.',
      share: false,
    },
    transitivity: {
      name: 'Transitivité',
      sentence: 'Part des chemins de deux liens dont les extrémités sont liées : « les amis de mes amis ».',
      share: true,
    },
    first_pilot: {
      name: 'Projets du premier pilote',
      sentence: 'Nombre de projets que pilote l’acteur qui en pilote le plus.',
      share: false,
    },
    effective_pilots: {
      name: 'Nombre effectif de pilotes',
      sentence: 'Nombre d’acteurs qui, à parts égales, donneraient la même concentration.',
      share: false,
    },
    single_sphere: {
      name: 'Projets d’une seule sphère',
      sentence: 'Projets d’au moins deux participants, tous de la même sphère.',
      share: false,
    },
    left_without_pilot: {
      name: 'Projets suspendus',
      sentence: 'Projets qui n’auraient plus de pilote si celui-ci se retirait.',
      share: false,
    },
    projects_read: {
      name: 'Projets lisibles',
      sentence: 'Projets dont tous les participants que la source donne ont pu être lus.',
      share: false,
    },
    in_no_project: {
      name: 'Dans aucun projet',
      sentence: 'Acteurs de cette catégorie qui portent un nom et ne sont dans aucun projet.',
      share: false,
    },
    reaching_outside: {
      name: 'Projets ouverts au-dehors',
      sentence: 'Projets qui comptent au moins un acteur extérieur au territoire.',
      share: false,
    },
    reaching_surely: {
      name: 'Projets ouverts au-dehors, lignes incertaines mises à part',
      sentence: 'Le même nombre sans les lignes tenues pour incertaines.',
      share: false,
    },
    first_meetings: {
      name: 'Premières rencontres',
      sentence: 'Paires de participants que ni un lien ni un autre espace ne réunit.',
      share: false,
    },
  },

  trial: { label: 'Essai d’un lien de plus', close: 'Fermer l’essai' },

  whatIf: {
    heading: 'Ce qui lèverait ce constat',
    lifted: (n: number) => `${count(n, 'mise en relation suffirait', 'mises en relation suffiraient')} :`,
    notLifted: (n: number) =>
      `${count(n, 'mise en relation ne suffirait pas', 'mises en relation ne suffiraient pas')} à elles seules :`,
    introducedBy: (name: string) => `${Le(name)} pourrait les présenter`,
    and: ' ; ',
    reaches: (ratio: string) => `les liens vers les autres seraient à ${ratio} de l’attendu`,
    try: 'L’essayer seule',
    meetings: 'Ceux qui se rencontreraient',
    open: 'Essayer : et si l’on reliait deux acteurs ?',
    trial: 'Et si l’on reliait ces deux acteurs ?',
    lead: 'Un essai : rien n’est enregistré.',
    first: 'Un acteur',
    second: 'Un autre',
    clear: 'Abandonner l’essai',
    same: 'Choisissez deux acteurs différents.',
    computing: 'Calcul…',
    tied: 'Ces deux acteurs sont déjà liés : rien ne changerait.',
    apart: 'Aucun chemin ne les relie aujourd’hui.',
    distance: (steps: number) => `Aujourd’hui ils sont à ${count(steps, 'pas', 'pas')} l’un de l’autre.`,
    hardlyNearer: 'Le lien ne rapprocherait guère l’ensemble des acteurs.',
    nearer: (gain: string) => `Le lien rapprocherait l’ensemble des acteurs : +${gain} d’efficacité.`,
    noGroup: 'Aucun constat que l’on puisse nommer ne porte sur un groupe de l’un ou de l’autre.',
    group: (name: string, [before, after]: readonly [number, number], [was, is]: readonly [string, string]) =>
      before === after
        ? `« ${name} » : toujours ${count(before, 'lien', 'liens')} vers les autres, soit ${is} de l’attendu (${was} aujourd’hui).`
        : `« ${name} » : de ${number(before)} à ${count(after, 'lien', 'liens')} vers les autres, soit ${was === is ? `toujours ${is}` : `de ${was} à ${is}`} de l’attendu.`,
    isLifted: 'Le constat tomberait.',
    isKept: 'Le constat demeurerait.',
  },

  note: {
    heading: 'Annotation',
    lead: 'Elle reste avec ce constat d’une vague à l’autre.',
    kinds: { verified: 'Vérifié', explained: 'Expliqué' },
    add: 'Annoter ce constat',
    change: 'Modifier l’annotation',
    text: 'Ce qui l’explique, ou ce qui a été vérifié',
    author: 'Signature (facultative)',
    save: 'Enregistrer l’annotation',
    remove: 'Retirer l’annotation',
    saved: 'Annotation enregistrée.',
    removed: 'Annotation retirée.',
    by: (author: string, day: string) => `${author ? `${author}, ` : ''}le ${day}`,
  },

  profile: {
    heading: 'Cohésion locale et ouverture',
    lead: 'Un territoire tient par ses liens internes et respire par ses liens au-dehors. Ni l’un ni l’autre n’est bon tout seul : la durée va plutôt avec des niveaux intermédiaires (Callois, 2004).',
    documents: 'Ces données viennent de documents : personne n’a été interrogé.',
    informants: 'Ces données disent ce que l’équipe sait ; les acteurs n’ont rien déclaré eux-mêmes.',
    pointsOf: {
      documents:
        'Les points montrent ce que les documents disent, sans repère ni marge ; ils ne situent pas le territoire.',
      informants: 'Les points montrent ce que l’équipe sait, sans repère ni marge ; ils ne situent pas le territoire.',
    },
    x: 'Cohésion locale',
    y: 'Ouverture diversifiée',
    coordinate: (name: string, value: string | null, expected: string | null) =>
      `${name} : ${value === null ? 'n. d.' : `${value}${expected ? `, pour ${expected} au repère` : ''}.`}`,
    xDefinition:
      'Part des partenaires d’un même acteur qui sont liés entre eux, au-delà de ce que donnerait le hasard à nombre de liens égal (0 : comme le hasard ; 1 : tous).',
    closureOf: (value: string) => `Cohésion locale : ${value}.`,
    closure: {
      more: 'Le territoire est plus refermé que le hasard ne le ferait.',
      asChance: 'Le territoire n’est pas plus refermé que le hasard.',
      less: 'Le territoire est moins refermé que le hasard ne le ferait.',
    },
    proximity: 'Proximité',
    proximityDefinition:
      'Moyenne de l’inverse des distances entre acteurs du territoire (efficacité globale, de 0 à 1).',
    yDefinition: 'Part des répondants qui ont un partenaire au-dehors × diversité de ces liens (de 0 à 1).',
    cross: (cross: CrossWire | null) =>
      `Repère : en largeur, ${cross ? `une cohésion de ${findings.cross(cross)}` : 'la cohésion, non définie ici'} ; en hauteur, l’ouverture que donnerait le même nombre de liens, sans préférence.`,
    interval: 'Trait fin : sensibilité aux acteurs interrogés (95 %).',
    band: 'Trait épais : si d’autres réponses manquaient (5 à 95 %).',
    size: 'La taille du point dit le nombre de liens au-dehors.',
    concentrated: (share: string) => `Point hachuré : un seul acteur porte plus de ${share} des liens au-dehors.`,
    arrow:
      'Flèche : du rond creux (avant) au rond plein noir (maintenant), chez ceux-là seulement qui ont répondu aux deux vagues ; ces ronds ne sont donc pas les points des vagues entières.',
    stayers: { before: 'les mêmes, avant', now: 'les mêmes, maintenant' },
    stayersCaption: 'Les mêmes acteurs d’une vague à la suivante : les deux bouts de chaque flèche',
    stayersColumns: {
      wave: 'Vague',
      stayers: 'Ont répondu aux deux',
      cohesionBefore: 'Cohésion avant',
      cohesionNow: 'Cohésion maintenant',
      openingBefore: 'Ouverture avant',
      openingNow: 'Ouverture maintenant',
    },
    movement: (stayers: number, [c0, c1]: readonly [number, number], [o0, o1]: readonly [number, number]) =>
      `Depuis la vague précédente, chez les ${number(stayers)} acteurs qui ont répondu aux deux : cohésion de ${number(c0)} à ${number(c1)}, ouverture de ${number(o0)} à ${number(o1)}.`,
    roster: 'D’une vague à l’autre les acteurs interrogés ne sont pas exactement les mêmes.',
    undefined:
      'La position n’est pas définie pour cette vague : elle demande des réponses à une enquête et des acteurs extérieurs.',
    chartLabel: (points: readonly string[]) => `Plan de la cohésion et de l’ouverture. ${points.join(' ')}`,
    point: (wave: string, x: string, y: string, quadrant: string | null) =>
      `${wave} : cohésion ${x}, ouverture ${y}${quadrant ? `, ${quadrant}` : ''}.`,
    quadrants: {
      woven_open: 'tissé et ouvert',
      withdrawn: 'replié',
      outgoing: 'extraverti',
      scattered: 'dispersé',
    },
    tableCaption: 'Les mêmes chiffres, vague par vague',
    columns: {
      wave: 'Vague',
      cohesion: 'Cohésion',
      expectedCohesion: 'Repère',
      opening: 'Ouverture',
      expectedOpening: 'Repère',
      proximity: 'Proximité',
      breadth: 'Part ouverte',
      diversity: 'Diversité',
      external: 'Liens au-dehors',
      first: 'Premier porteur',
      quadrant: 'Position',
    },
    unnamedCarrier: 'nom masqué',
    position: (quadrant: string) => `Par rapport au repère : ${quadrant}.`,
    inMargin: 'non dite : le repère est dans la marge',
    tooFew: 'pas assez de données',
    tooFewToPlace: 'Pas assez de données pour situer le territoire : la marge de la cohésion est trop large.',
    undecided:
      'Le repère est dans la marge : les réponses ne permettent pas de dire de quel côté se trouve le territoire.',
    twoSteps: (share: string) => `${share} des paires d’acteurs du territoire sont à deux pas au plus.`,
    transitivity: (value: string, expected: string | null) =>
      `${value} des chemins de deux liens se referment${expected ? `, pour ${expected} attendus` : ''}.`,
    renewal: (newTies: number, ties: number, interval: string | null) =>
      `${count(newTies, 'lien nouveau', 'liens nouveaux')} sur ${number(ties)} comparables${interval ? ` (entre ${interval})` : ''}.`,
    classesHeading: 'Trois sortes de liens, deux lectures',
    classesLead:
      'Les deux lectures emploient les mêmes mots anglais pour des choses différentes : elles sont données l’une à côté de l’autre, jamais mêlées.',
    readings: {
      callois: 'Lecture de Callois et Schmitt',
      woolcock: 'Lecture de Woolcock et Szreter',
    },
    classes: {
      callois: {
        bonding: { name: 'Bonding : liens de proximité', sentence: 'dans le territoire, même sphère' },
        linking: { name: 'Linking : liens entre sphères', sentence: 'dans le territoire, sphères différentes' },
        bridging: { name: 'Bridging : liens au-dehors', sentence: 'un des deux est hors du territoire' },
      },
      woolcock: {
        bonding: { name: 'Bonding : entre semblables', sentence: 'même sphère, même territoire, niveau voisin' },
        linking: {
          name: 'Linking : liens verticaux',
          sentence: 'deux niveaux d’écart au moins (local, régional, national…), ou financement, ou gouvernance',
        },
        bridging: { name: 'Bridging : liens horizontaux', sentence: 'autre sphère ou autre territoire, niveau voisin' },
      },
    },
    classColumns: {
      class: 'Sorte de lien',
      ties: 'Liens',
      expected: 'Attendus',
      ratio: 'Rapport',
      strength: 'Part de la force',
      renewal: 'Part de nouveaux',
      vitality: 'Vitalité moyenne',
    },
    beyond: (ties: number) => `${count(ties, 'lien', 'liens')} entre deux acteurs extérieurs : d’aucune sorte.`,
  },
}

export type DiagnosisText = typeof diagnosis
