import { french } from '#words/formats.ts'
import { de } from '#words/fr/names.ts'

const { number, count, list, percent, month } = french

/** The words of the screen of changes, in French; changes.en.ts has the same keys or does not build. */
export const changes = {
  parts: {
    summary: 'L’essentiel',
    maps: 'Cartes',
    groups: 'Communautés et sphères',
    tables: 'Tableaux',
    revive: 'Liens à ranimer',
    next: 'Prochaine enquête',
  },
  partsLabel: 'Pages de l’évolution',
  heading: 'Ce qui a changé, ce qui tient, ce qu’on ne sait pas',
  of: (name: string, from: string, to: string) => `Évolution ${de(name)}, de « ${from} » à « ${to} »`,
  witnesses: (witnesses: number) =>
    witnesses === 0
      ? 'Personne n’a répondu à deux enquêtes : de ce qui a changé, rien ne peut être affirmé.'
      : `${count(witnesses, 'acteur a répondu', 'acteurs ont répondu')} les deux fois : tout ce qui est affirmé repose sur eux.`,
  from: 'De',
  to: 'À',
  print: 'Imprimer cette page',
  loading: 'Les vagues se comparent…',
  nextLoading: 'Des enquêtes sont simulées : quelques secondes…',
  progress: 'Part faite de la comparaison',
  oneWave: 'Une seule vague : il n’y a encore rien à comparer.',
  oneWaveNext:
    'Quand une deuxième vague sera importée, cet écran dira ce qui a changé entre les deux, ce qui tient, et ce qu’on ne peut pas savoir.',
  oneWaveDocuments:
    'Celle-ci vient de documents. Même avec une deuxième vague, un lien que des documents ne citent pas n’est pas un lien qui n’existe pas : seuls pourront se comparer les acteurs nommés, les liens cités les deux fois et le programme d’actions. Une enquête auprès des acteurs permettra davantage.',
  certainties: {
    real: 'réel : au-delà du hasard',
    established: 'compté',
    possible: 'à confirmer',
    not_known: 'non connu',
  },
  certaintyNote:
    '« Réel » : tous les tests pris ensemble, on ne se trompe pas plus d’une fois sur vingt quand rien n’a changé. « Compté » : sans hasard possible. « À confirmer » : au-delà du hasard si c’était la seule chose regardée. Les intervalles sont à 95 %.',
  nothingChanged: 'Rien à signaler ici.',

  comparable: 'Ce qui se compare',
  matters: {
    presence: 'Qui est là',
    ties: 'Liens gardés, finis, nouveaux',
    levels: 'Chiffres d’ensemble et tests',
    positions: 'Place de chaque acteur, communautés',
    programme: 'Programme d’actions',
  },
  yes: 'oui',
  no: (reason: string) => `non : ${reason}`,
  side: (label: string, date: string, basis: string, response: number | null) =>
    `« ${label} », ${month(date)} : ${basis}${response === null ? '' : `, ${percent(response)} de réponses`}`,
  bases: { survey: 'enquête', documents: 'documents', informants: 'ce que l’équipe sait' },

  findings: {
    heading: 'Que sont devenus les constats',
    waiting: 'Les constats des deux vagues se calculent…',
    refining: 'La solidité des constats est en cours d’établissement : des noms viendront.',
    unknownNote: 'L’autre vague ne permet pas d’en juger.',
    about: (names: readonly string[], left: number) =>
      list(left > 0 ? [...names, `${number(left)} autres`] : [...names]),
    why: (reason: string) => `Pourquoi\u00a0: ${reason}.`,
    told: (what: string) => ` : ${what}`,
    none: 'Aucun.',
    more: (left: number) => `et ${count(left, 'autre', 'autres')}`,
  },

  maps: {
    ways: 'Façons de montrer les deux vagues',
    way: { overlay: 'Superposées', beside: 'Côte à côte', slider: 'Curseur' },
    legend: 'Liens montrés',
    fates: { kept: 'gardés', ended: 'finis', new: 'nouveaux', not_comparable: 'non comparables' },
    overlayLabel: (name: string) => `Les deux vagues superposées, carte ${de(name)}`,
    rosterMarks: (joiners: number, leavers: number) =>
      `« + » : arrivé depuis (${number(joiners)}), bordé de noir. « − » : parti (${number(leavers)}), évidé.`,
    sizes: 'Plus un acteur est grand, plus il a de partenaires, les deux vagues réunies.',
    rosterNames: (joiners: readonly string[], leavers: readonly string[]) =>
      [
        joiners.length > 0 ? `Arrivés : ${list(joiners)}.` : 'Personne n’est arrivé.',
        leavers.length > 0 ? `Partis : ${list(leavers)}.` : 'Personne n’est parti.',
      ].join(' '),
    slider: 'Vague montrée',
  },

  history: {
    heading: 'De vague en vague',
    standings: {
      absent: 'la vague n’en parle pas',
      named: 'nommé par d’autres, sur aucune liste',
      silent: 'sur la liste, sans réponse',
      answered: 'a répondu',
    },
    standing: (standing: string, partners: number | null) =>
      partners === null ? standing : `${standing} · ${count(partners, 'partenaire', 'partenaires')}`,
    fates: { new: 'Nouveaux', ended: 'Finis', kept: 'Gardés', notComparable: 'Non comparables' },
  },

  positions: {
    heading: 'Les acteurs qui ont bougé',
    lead: 'Un acteur n’est listé que s’il a bougé plus que l’incertitude de l’enquête : 19 fois sur 20, oublier un lien sur dix le ferait bouger moins. Sur vingt acteurs immobiles, un passe ce seuil par hasard ; « sûr » en tient compte.',
    choose: 'Ce qui est mesuré',
    names: {
      degree: 'Nombre de partenaires',
      harmonic: 'Proximité de tous les autres',
      betweenness: 'Part des paires qu’il relie',
    },
    caption: (measure: string) => `${measure} : au-delà de l’incertitude`,
    actor: 'Acteur',
    noise: 'Incertitude',
    sure: 'sûr',
    notable: 'à regarder',
    moved: (before: string, after: string, how: 'sure' | 'notable' | 'noise') =>
      `${before} puis ${after} : ${{ sure: 'a bougé, c’est sûr', notable: 'a peut-être bougé', noise: 'dans l’incertitude' }[how]}`,
  },

  groups: {
    communities: 'Communautés',
    spheres: 'Sphères',
    spheresLead: 'Qui, de chaque sphère, est arrivé, resté ou parti. Un acteur ne change pas de sphère.',
    others: (spheres: readonly string[]) => `Autres\u00a0: ${list(spheres)}.`,
    notCompared: (reason: string) => `Les communautés ne peuvent pas être comparées : ${reason}.`,
    alike: (found: string, noise: string, isBeyond: boolean) =>
      isBeyond
        ? `Les deux divisions se ressemblent à ${found} (indice de Rand ajusté : 1, les mêmes ; 0, comme au hasard). Si rien n’avait changé, elles se ressembleraient à ${noise} au moins, 19 fois sur 20 : les communautés se sont peut-être recomposées.`
        : `Les deux divisions se ressemblent à ${found} (indice de Rand ajusté : 1, les mêmes ; 0, comme au hasard). C’est ce que le hasard seul peut donner (${noise} ou plus, 19 fois sur 20, si rien n’avait changé) : ce qui se déplace ci-dessous n’est pas un changement avéré.`,
    named: 'Une communauté porte le nom de l’acteur qui y a le plus de liens.',
    eventWith: (event: string, others: readonly string[]) =>
      others.length === 0 ? event : `${event}\u00a0: ${list(others)}`,
    alone: 'seuls',
    events: 'Ce que devient chaque communauté',
    set: 'Communauté',
    actors: 'Acteurs',
    who: 'Lesquels',
    event: 'Devenir',
    setEvents: {
      before: {
        continue: 'continue',
        split: 'se scinde',
        merge: 'se fond dans une autre',
        alone: 'disparaît',
      },
      after: { continue: 'continue', split: 'réunit plusieurs', merge: 'issue d’une scission', alone: 'nouvelle' },
    },
    notThere: { before: 'pas encore là', after: 'partis' },
    chart: (what: string, before: string, after: string) => `${what}, de « ${before} » à « ${after} »`,
    flow: (from: string, to: string, actors: number) => `${from} → ${to} : ${count(actors, 'acteur', 'acteurs')}`,
    asTable: 'La même chose en tableau',
  },

  tables: {
    lead: 'Les parts sont suivies de leur intervalle à 95 %. « n. d. » : ne se calcule pas ici.',
    rsiena: 'Les deux vagues pour RSiena (.zip)',
    none: 'Rien dans ce tableau.',
    turnover: 'Ce que sont devenus les liens',
    all: 'Ensemble',
    allTies: 'Tous les liens comparables',
    allNote:
      'Comptés tels qu’ils ont été cités : un lien que l’on a oublié de citer y passe pour fini. « L’essentiel » retire ces oublis.',
    byKind: 'Par nature de lien',
    byKindNote: 'Un lien peut être de plusieurs natures : les lignes ne s’additionnent pas.',
    byClass: 'Par classe : bonding, linking, bridging',
    byClassNote:
      'Callois : mêmes sphère et territoire, sphères différentes, hors du territoire. Woolcock : semblables, échelons différents, différents de même échelon.',
    byEmbedding: 'Selon que les deux bouts ont un partenaire commun',
    bySpheres: 'Par paire de sphères',
    classes: {
      'callois bonding': 'Bonding (Callois)',
      'callois linking': 'Linking (Callois)',
      'callois bridging': 'Bridging (Callois)',
      'woolcock bonding': 'Bonding (Woolcock)',
      'woolcock linking': 'Linking (Woolcock)',
      'woolcock bridging': 'Bridging (Woolcock)',
    },
    embedding: { embedded: 'Avec un partenaire commun', bare: 'Sans partenaire commun' },
    ties: 'Liens',
    kept: 'Gardés',
    ended: 'Finis',
    new: 'Nouveaux',
    survival: 'Survie',
    novelty: 'Nouveauté',
    between: (low: string, high: string) => `(de ${low} à ${high})`,
    noneComparable: 'Aucun lien n’a pu être observé les deux fois\u00a0: rien ne se dit gardé, fini ni nouveau.',
    unknown: 'Liens non comparables',
    unknownNote: 'Ils ne sont comptés ni finis ni nouveaux.',
    why: 'Raison',
    transitions: 'Qui cite qui, avant et après',
    transitionsNote: 'Paires dont les deux bouts ont répondu les deux fois. En ligne, avant ; en colonne, après.',
    thenNow: 'Avant \\ après',
    dyads: ['par aucun', 'par un seul', 'par les deux'],
    figures: 'Chiffres d’ensemble, entre les mêmes témoins',
    figuresNote:
      'Intervalles à 95 % : sur des mondes dont la vérité est connue, ils la contiennent 94 à 100 fois sur 100. p : tous les tests pris ensemble (Holm).',
    figure: 'Chiffre',
    before: 'Avant',
    after: 'Après',
    change: 'Évolution',
    p: 'p',
    q: 'q',
    verdict: 'Verdict',
    untested: 'non testé',
    real: 'réel',
    noise: 'dans le bruit',
    spherePairs: 'Liens finis et nouveaux entre sphères',
    spherePairsNote: 'q : Benjamini–Hochberg sur toutes les paires ; les plus nettes d’abord. À titre indicatif.',
    spheres: 'Sphères',
    series: 'Toutes les vagues',
    steps: 'D’une vague à la suivante',
    stepsNote: 'Demi-vie : le temps au bout duquel, à ce rythme, la moitié des liens aurait fini.',
    step: 'Étape',
    halfLife: 'Demi-vie',
    years: (years: number) => count(Number(years.toFixed(1)), 'an', 'ans'),
    common: (witnesses: number) => `Entre les ${number(witnesses)} acteurs qui ont répondu chaque fois`,
    noneCommon:
      'Personne n’a répondu à chaque vague\u00a0: les chiffres d’ensemble ne se suivent pas de l’une à l’autre.',
    commonNote: 'Même liste et mêmes réponses à chaque vague : ni les arrivées ni les silences n’y jouent.',
    courses: 'Parcours des liens sur toutes les vagues',
    course: 'Parcours',
    courseNames: {
      steady: 'là chaque fois',
      lost: 'finis pour de bon',
      gained: 'venus et restés',
      returned: 'finis puis revenus',
      passing: 'venus et repartis',
      changing: 'changeants',
      unknown: 'non comparables',
    },
    unsaid: (what: string, reason: string) => `${what} : ne se dit pas ici (${reason}).`,
  },

  plane: {
    x: 'Cohésion (fermeture au-delà du hasard)',
    y: 'Ouverture diversifiée',
  },

  revive: {
    lead: 'Un lien s’éteint s’il n’est pas entretenu. Voici ceux qui se taisent depuis plus longtemps qu’un lien vivant ne le ferait, à commencer par ceux qui tiennent le plus ensemble et dont il reste le moins.',
    calendar: 'Mettre au calendrier (un lien par semaine, fichier .ics)',
    caption: (wave: string) => `Liens à ranimer, d’après « ${wave} »`,
    note: 'Ce qu’il en reste : tout au dernier contact, puis moitié moins à chaque demi-vie des liens de sa nature. Paires jointes par lui : part des paires d’acteurs dont le plus court chemin passe par ce lien.',
    tie: 'Lien',
    lastContact: 'Dernier contact',
    left: 'Ce qu’il en reste',
    held: 'Paires jointes par lui',
    bridge: 'seul passage',
    goBetween: 'Par qui passer',
    nobody: 'personne ne connaît les deux',
  },
}
