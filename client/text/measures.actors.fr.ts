/** Measures in plain words: what an actor or a tie is in its network. */
export const actorsMeasures = {
  degree: {
    name: 'Partenaires',
    term: 'degré',
    sentence:
      'Nombre de partenaires de l’acteur ; dans un réseau d’acteurs et d’espaces, nombre de ses participations.',
  },
  'degree.normalized': {
    name: 'Part des partenaires possibles',
    term: 'degré normalisé',
    sentence: 'Parmi tous les partenaires (ou espaces) possibles, part de ceux avec lesquels l’acteur est en lien.',
  },
  'degree.in': {
    name: 'Citations reçues',
    term: 'degré entrant',
    sentence: 'Nombre d’acteurs qui le citent comme partenaire, qu’il ait répondu ou non.',
  },
  'degree.out': {
    name: 'Partenaires cités',
    term: 'degré sortant',
    sentence: 'Nombre d’acteurs qu’il cite comme partenaires.',
  },
  'degree.undirectedSupport': {
    name: 'Partenaires distincts',
    term: 'degré sans orientation',
    sentence: 'Nombre de partenaires différents, que le lien soit déclaré par l’un, par l’autre ou par les deux.',
  },
  strength: {
    name: 'Force de ses liens',
    term: 'force (degré pondéré)',
    sentence: 'Somme des forces de tous ses liens.',
  },
  'strength.in': {
    name: 'Force des liens reçus',
    term: 'force entrante',
    sentence: 'Somme des forces des liens que les autres déclarent avec lui.',
  },
  'strength.out': {
    name: 'Force des liens déclarés',
    term: 'force sortante',
    sentence: 'Somme des forces des liens qu’il déclare lui-même.',
  },
  'betweenness.raw': {
    name: 'Passeurs',
    term: 'intermédiarité',
    sentence:
      'Nombre de paires d’acteurs dont le plus court chemin passe par celui-ci, compté en parts quand plusieurs chemins se valent.',
  },
  'betweenness.normalized': {
    name: 'Passeurs, en part du possible',
    term: 'intermédiarité normalisée',
    sentence: 'Part des paires d’autres acteurs dont le plus court chemin passe par celui-ci.',
  },
  'betweenness.weighted.raw': {
    name: 'Passeurs par les liens forts',
    term: 'intermédiarité pondérée',
    sentence:
      'Nombre de paires d’acteurs dont le chemin le plus court passe par celui-ci, un lien fort rapprochant davantage qu’un lien faible.',
  },
  'edgeBetweenness.raw': {
    name: 'Liens de passage',
    term: 'intermédiarité de lien',
    sentence: 'Nombre de paires d’acteurs dont le plus court chemin emprunte ce lien.',
  },
  'edgeBetweenness.weighted.raw': {
    name: 'Liens de passage, selon leur force',
    term: 'intermédiarité de lien pondérée',
    sentence:
      'Nombre de paires d’acteurs dont le chemin le plus court emprunte ce lien, un lien fort étant plus court qu’un lien faible.',
  },
  brokerDependence: {
    name: 'Dépendance à un intermédiaire',
    term: 'dépendance de paire (Freeman)',
    sentence: 'De tous les acteurs qu’il peut joindre, part de ceux qu’il ne joint que par un même intermédiaire.',
  },
  'closeness.wf': {
    name: 'Proximité',
    term: 'proximité (Wasserman-Faust)',
    sentence:
      'Dit si l’acteur est à peu de pas des autres, en retirant des points pour ceux qu’il ne peut pas joindre.',
  },
  'closeness.wf.weighted': {
    name: 'Proximité par les liens forts',
    term: 'proximité pondérée',
    sentence:
      'Dit si l’acteur est proche des autres quand un lien fort rapproche davantage, moins pour ceux qu’il ne peut pas joindre.',
  },
  'closeness.wf.in': {
    name: 'Proximité de ceux qui le joignent',
    term: 'proximité entrante',
    sentence: 'Dit si les autres l’atteignent en peu de pas, en suivant le sens des liens.',
  },
  'closeness.wf.in.weighted': {
    name: 'Proximité de ceux qui le joignent, par les liens forts',
    term: 'proximité entrante pondérée',
    sentence: 'Dit si les autres l’atteignent en peu de pas dans le sens des liens, un lien fort étant plus court.',
  },
  'closeness.wf.out': {
    name: 'Proximité de ceux qu’il joint',
    term: 'proximité sortante',
    sentence: 'Dit s’il atteint les autres en peu de pas, en suivant le sens des liens.',
  },
  'closeness.wf.out.weighted': {
    name: 'Proximité de ceux qu’il joint, par les liens forts',
    term: 'proximité sortante pondérée',
    sentence: 'Dit s’il atteint les autres en peu de pas dans le sens des liens, un lien fort étant plus court.',
  },
  'closeness.component': {
    name: 'Proximité dans son îlot',
    term: 'proximité dans la composante',
    sentence: 'Dit si l’acteur est à peu de pas de ceux qu’il peut joindre, sans tenir compte des autres.',
  },
  'closeness.component.weighted': {
    name: 'Proximité dans son îlot, par les liens forts',
    term: 'proximité pondérée dans la composante',
    sentence: 'Dit si l’acteur est proche de ceux qu’il peut joindre, un lien fort étant plus court.',
  },
  'closeness.component.out': {
    name: 'Proximité de ceux qu’il peut joindre',
    term: 'proximité sortante dans la composante',
    sentence:
      'Dit s’il est à peu de pas de ceux qu’il peut joindre en suivant le sens des liens, sans tenir compte des autres.',
  },
  'closeness.component.out.weighted': {
    name: 'Proximité de ceux qu’il peut joindre, par les liens forts',
    term: 'proximité sortante pondérée dans la composante',
    sentence: 'Dit s’il est proche de ceux qu’il peut joindre dans le sens des liens, un lien fort étant plus court.',
  },
  'closeness.component.in': {
    name: 'Proximité de ceux qui peuvent le joindre',
    term: 'proximité entrante dans la composante',
    sentence:
      'Dit s’il est à peu de pas de ceux qui peuvent le joindre en suivant le sens des liens, sans tenir compte des autres.',
  },
  'closeness.component.in.weighted': {
    name: 'Proximité de ceux qui peuvent le joindre, par les liens forts',
    term: 'proximité entrante pondérée dans la composante',
    sentence:
      'Dit s’il est proche de ceux qui peuvent le joindre dans le sens des liens, un lien fort étant plus court.',
  },
  'closeness.sna': {
    name: 'Proximité selon sna',
    term: 'proximité (R sna)',
    sentence:
      'Proximité comme la compte le logiciel sna, zéro pour tous dès qu’un acteur est hors d’atteinte ; pour comparer.',
  },
  'harmonic.normalized': {
    name: 'Accès aux autres',
    term: 'proximité harmonique',
    sentence:
      'Facilité moyenne à joindre les autres : 1 pour un partenaire, la moitié à deux pas, un tiers à trois, rien s’il est hors d’atteinte.',
  },
  'harmonic.normalized.weighted': {
    name: 'Accès aux autres par les liens forts',
    term: 'proximité harmonique pondérée',
    sentence: 'Facilité moyenne à joindre les autres, un lien fort rapprochant davantage qu’un lien faible.',
  },
  'harmonic.normalized.in': {
    name: 'Facilité à le joindre',
    term: 'proximité harmonique entrante',
    sentence: 'Facilité moyenne des autres à joindre l’acteur, en suivant le sens des liens.',
  },
  'harmonic.normalized.in.weighted': {
    name: 'Facilité à le joindre par les liens forts',
    term: 'proximité harmonique entrante pondérée',
    sentence: 'Facilité moyenne des autres à joindre l’acteur dans le sens des liens, un lien fort étant plus court.',
  },
  'harmonic.normalized.out': {
    name: 'Facilité à joindre les autres',
    term: 'proximité harmonique sortante',
    sentence: 'Facilité moyenne de l’acteur à joindre les autres, en suivant le sens des liens.',
  },
  'harmonic.normalized.out.weighted': {
    name: 'Facilité à joindre les autres par les liens forts',
    term: 'proximité harmonique sortante pondérée',
    sentence:
      'Facilité moyenne de l’acteur à joindre les autres dans le sens des liens, un lien fort étant plus court.',
  },
  reach2: {
    name: 'À deux pas',
    term: 'portée à deux pas',
    sentence: 'Part des autres acteurs qui sont ses partenaires ou les partenaires de ses partenaires.',
  },
  'efficiency.local': {
    name: 'Entente de ses partenaires sans lui',
    term: 'efficacité locale',
    sentence: 'Facilité qu’ont ses partenaires à se joindre entre eux, et rien qu’entre eux, s’il n’est pas là.',
  },
  'efficiency.local.igraph': {
    name: 'Entente de ses partenaires, détours compris',
    term: 'efficacité locale (igraph)',
    sentence:
      'Facilité qu’ont ses partenaires à se joindre s’il n’est pas là, y compris par des acteurs qu’il ne connaît pas.',
  },
  eigenvector: {
    name: 'Partenaires influents',
    term: 'centralité de vecteur propre',
    sentence: 'L’acteur compte d’autant plus que ses partenaires comptent eux-mêmes ; zéro hors du plus grand îlot.',
  },
  'eigenvector.weighted': {
    name: 'Partenaires influents, selon la force',
    term: 'centralité de vecteur propre pondérée',
    sentence:
      'L’acteur compte d’autant plus qu’il a des liens forts avec des acteurs qui comptent ; zéro hors du plus grand îlot.',
  },
  'eigenvector.giant': {
    name: 'Partenaires influents du grand îlot',
    term: 'centralité de vecteur propre de la plus grande composante',
    sentence: 'L’acteur compte d’autant plus que ses partenaires comptent ; non défini hors du plus grand îlot.',
  },
  'eigenvector.giant.weighted': {
    name: 'Partenaires influents du grand îlot, selon la force',
    term: 'centralité de vecteur propre pondérée de la plus grande composante',
    sentence:
      'L’acteur compte d’autant plus que ses liens forts mènent à des acteurs qui comptent ; non défini hors du plus grand îlot.',
  },
  'eigenvector.in': {
    name: 'Cité par des acteurs cités',
    term: 'centralité de vecteur propre à gauche',
    sentence: 'L’acteur compte d’autant plus qu’il est cité par des acteurs eux-mêmes souvent cités.',
  },
  pagerank: {
    name: 'Renommée',
    term: 'PageRank',
    sentence: 'Chance de tomber sur l’acteur quand on suit les liens au hasard, en repartant parfois de n’importe où.',
  },
  'pagerank.weighted': {
    name: 'Renommée, selon la force',
    term: 'PageRank pondéré',
    sentence:
      'Chance de tomber sur l’acteur quand on suit au hasard plutôt les liens forts, en repartant parfois de n’importe où.',
  },
  'hits.authority': {
    name: 'Références',
    term: 'autorité (HITS)',
    sentence: 'Acteur que citent ceux qui connaissent beaucoup de références.',
  },
  'hits.authority.weighted': {
    name: 'Références, selon la force',
    term: 'autorité pondérée (HITS)',
    sentence: 'Acteur que citent fortement ceux qui connaissent beaucoup de références.',
  },
  'hits.hub': {
    name: 'Carnets d’adresses',
    term: 'pivot (HITS)',
    sentence: 'Acteur qui cite beaucoup de ceux qui font référence.',
  },
  'hits.hub.weighted': {
    name: 'Carnets d’adresses, selon la force',
    term: 'pivot pondéré (HITS)',
    sentence: 'Acteur qui cite fortement beaucoup de ceux qui font référence.',
  },
  coreNumber: {
    name: 'Ancrage dans le noyau',
    term: 'indice de k-cœur',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a au moins k partenaires.',
  },
  'coreNumber.undirectedSupport': {
    name: 'Ancrage dans le noyau, sans orientation',
    term: 'indice de k-cœur sans orientation',
    sentence:
      'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a k partenaires, quel que soit le sens des liens.',
  },
  'coreNumber.in': {
    name: 'Ancrage par les citations reçues',
    term: 'indice de k-cœur entrant',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun est cité par k autres.',
  },
  'coreNumber.out': {
    name: 'Ancrage par les partenaires cités',
    term: 'indice de k-cœur sortant',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun en cite k autres.',
  },
  'coreNumber.inPlusOut': {
    name: 'Ancrage, liens reçus et cités ajoutés',
    term: 'indice de k-cœur total',
    sentence:
      'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a k liens, un lien réciproque comptant deux fois.',
  },
  articulationPoints: {
    name: 'Relais fragiles',
    term: 'points d’articulation',
    sentence: 'Acteurs dont le départ couperait le réseau en morceaux.',
  },
  bridges: {
    name: 'Liens irremplaçables',
    term: 'ponts',
    sentence: 'Liens dont la disparition couperait le réseau en morceaux.',
  },
  biconnectedComponents: {
    name: 'Ensembles sans relais fragile',
    term: 'composantes biconnexes',
    sentence: 'Ensembles d’acteurs qui restent reliés quel que soit celui d’entre eux qui s’en va.',
  },
  kComponents: {
    name: 'Blocs solides',
    term: 'composantes k-connexes',
    sentence: 'Ensembles d’acteurs qui restent reliés tant que moins de k d’entre eux s’en vont.',
  },
  'cohesion.maxK': {
    name: 'Solidité de son bloc',
    term: 'cohésion structurelle',
    sentence: 'Nombre d’acteurs dont il faudrait le départ pour couper le bloc le plus solide auquel il appartient.',
  },
  'removal.lossForOthers': {
    name: 'Si cet acteur partait',
    term: 'perte d’accès pour les autres',
    sentence: 'Part de leur facilité à se joindre que les autres perdraient si cet acteur s’en allait.',
  },
  'removal.efficiencyLoss': {
    name: 'Circulation perdue à son départ',
    term: 'vulnérabilité (Latora-Marchiori)',
    sentence:
      'Baisse de la circulation moyenne si cet acteur s’en allait, sa propre place comprise ; négative pour un acteur en marge.',
  },
  'removal.pairsDisconnected': {
    name: 'Paires coupées à son départ',
    term: 'paires déconnectées',
    sentence: 'Nombre de paires d’acteurs qui ne pourraient plus se joindre si celui-ci s’en allait.',
  },
  'removal.fragmentation': {
    name: 'Morcellement à son départ',
    term: 'fragmentation après retrait (KPP-Neg)',
    sentence: 'Part des paires d’acteurs que rien ne relierait si celui-ci s’en allait.',
  },
  'removal.distanceFragmentation': {
    name: 'Éloignement à son départ',
    term: 'fragmentation par la distance après retrait',
    sentence: 'À quel point les autres seraient loin les uns des autres si cet acteur s’en allait, de 0 à 1.',
  },
} as const
