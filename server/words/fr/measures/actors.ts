/** Measures in plain words: what an actor or a tie is in its network. */
export const actorsMeasures = {
  degree: {
    name: 'Partenaires',
    term: 'degré',
    sentence:
      'Nombre de partenaires de l’acteur ; dans un réseau d’acteurs et d’espaces, nombre de ses participations.',
    convention: 'Nombre de liens ; 0 pour un acteur isolé.',
  },
  'degree.normalized': {
    name: 'Part des partenaires possibles',
    term: 'degré normalisé',
    sentence: 'Parmi tous les partenaires (ou espaces) possibles, part de ceux avec lesquels l’acteur est en lien.',
    convention:
      'Degré rapporté à n − 1, ou à la taille de l’autre mode dans un réseau biparti ; non défini là où il n’y a personne d’autre.',
  },
  'degree.in': {
    name: 'Citations reçues',
    term: 'degré entrant',
    sentence: 'Nombre d’acteurs qui le citent comme partenaire, qu’il ait répondu ou non.',
    convention: 'Nombre d’arcs reçus : le seul degré observé pour les acteurs qui n’ont pas répondu.',
  },
  'degree.out': {
    name: 'Partenaires cités',
    term: 'degré sortant',
    sentence: 'Nombre d’acteurs qu’il cite comme partenaires.',
    convention: 'Nombre d’arcs émis.',
  },
  'degree.undirectedSupport': {
    name: 'Partenaires distincts',
    term: 'degré sans orientation',
    sentence: 'Nombre de partenaires différents, que le lien soit déclaré par l’un, par l’autre ou par les deux.',
    convention: 'Nombre de partenaires distincts, quel que soit le sens de l’arc.',
  },
  strength: {
    name: 'Force de ses liens',
    term: 'force (degré pondéré)',
    sentence: 'Somme des forces de tous ses liens.',
    convention: 'Somme des forces des liens de l’acteur ; le degré quand les liens n’ont pas de force.',
  },
  'strength.in': {
    name: 'Force des liens reçus',
    term: 'force entrante',
    sentence: 'Somme des forces des liens que les autres déclarent avec lui.',
    convention: 'Somme des forces des arcs reçus.',
  },
  'strength.out': {
    name: 'Force des liens déclarés',
    term: 'force sortante',
    sentence: 'Somme des forces des liens qu’il déclare lui-même.',
    convention: 'Somme des forces des arcs émis.',
  },
  eigenvector: {
    name: 'Partenaires influents',
    term: 'centralité de vecteur propre',
    sentence: 'L’acteur compte d’autant plus que ses partenaires comptent eux-mêmes ; zéro hors du plus grand îlot.',
    convention:
      'Vecteur propre principal par lien de la plus grande composante, de longueur 1, 0 ailleurs (comme l’affichent les logiciels) ; non défini quand deux composantes sont ex æquo.',
  },
  'eigenvector.weighted': {
    name: 'Partenaires influents, selon la force',
    term: 'centralité de vecteur propre pondérée',
    sentence:
      'L’acteur compte d’autant plus qu’il a des liens forts avec des acteurs qui comptent ; zéro hors du plus grand îlot.',
    convention:
      'Vecteur propre principal par force de la plus grande composante, de longueur 1, 0 ailleurs (comme l’affichent les logiciels) ; non défini quand deux composantes sont ex æquo.',
  },
  'eigenvector.giant': {
    name: 'Partenaires influents du grand îlot',
    term: 'centralité de vecteur propre de la plus grande composante',
    sentence: 'L’acteur compte d’autant plus que ses partenaires comptent ; non défini hors du plus grand îlot.',
    convention:
      'Vecteur propre principal par lien de la plus grande composante, de longueur 1, non défini ailleurs, et partout quand deux composantes sont ex æquo.',
  },
  'eigenvector.giant.weighted': {
    name: 'Partenaires influents du grand îlot, selon la force',
    term: 'centralité de vecteur propre pondérée de la plus grande composante',
    sentence:
      'L’acteur compte d’autant plus que ses liens forts mènent à des acteurs qui comptent ; non défini hors du plus grand îlot.',
    convention:
      'Vecteur propre principal par force de la plus grande composante, de longueur 1, non défini ailleurs, et partout quand deux composantes sont ex æquo.',
  },
  'eigenvector.in': {
    name: 'Cité par des acteurs cités',
    term: 'centralité de vecteur propre à gauche',
    sentence: 'L’acteur compte d’autant plus qu’il est cité par des acteurs eux-mêmes souvent cités.',
    convention:
      'Vecteur propre à gauche, de longueur 1, sans les forces (NetworkX) ; non défini sans circuit d’arcs ou quand aucun circuit ne domine seul : le PageRank est toujours défini.',
  },
  pagerank: {
    name: 'Renommée',
    term: 'PageRank',
    sentence: 'Chance de tomber sur l’acteur quand on suit les liens au hasard, en repartant parfois de n’importe où.',
    convention:
      'Amortissement 0,85, départ de n’importe où après une impasse, liens non orientés parcourus dans les deux sens, sans les forces ; de somme 1.',
  },
  'pagerank.weighted': {
    name: 'Renommée, selon la force',
    term: 'PageRank pondéré',
    sentence:
      'Chance de tomber sur l’acteur quand on suit au hasard plutôt les liens forts, en repartant parfois de n’importe où.',
    convention: 'Comme le PageRank, les arcs étant suivis en proportion de leur force.',
  },
  'hits.authority': {
    name: 'Références',
    term: 'autorité (HITS)',
    sentence: 'Acteur que citent ceux qui connaissent beaucoup de références.',
    convention:
      'Cité par ceux qui citent bien ; de somme 1, sans les forces ; non défini quand la valeur propre principale est dégénérée.',
  },
  'hits.authority.weighted': {
    name: 'Références, selon la force',
    term: 'autorité pondérée (HITS)',
    sentence: 'Acteur que citent fortement ceux qui connaissent beaucoup de références.',
    convention: 'Comme l’autorité, selon la force (ce que NetworkX affiche toujours).',
  },
  'hits.hub': {
    name: 'Carnets d’adresses',
    term: 'pivot (HITS)',
    sentence: 'Acteur qui cite beaucoup de ceux qui font référence.',
    convention:
      'Cite ceux qui sont bien cités ; de somme 1, sans les forces ; non défini quand la valeur propre principale est dégénérée.',
  },
  'hits.hub.weighted': {
    name: 'Carnets d’adresses, selon la force',
    term: 'pivot pondéré (HITS)',
    sentence: 'Acteur qui cite fortement beaucoup de ceux qui font référence.',
    convention: 'Comme le pivot, selon la force.',
  },
  coreNumber: {
    name: 'Ancrage dans le noyau',
    term: 'indice de k-cœur',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a au moins k partenaires.',
    convention: 'Plus grand k d’un sous-graphe autour de l’acteur où chacun a k partenaires ; 0 pour un acteur isolé.',
  },
  'coreNumber.undirectedSupport': {
    name: 'Ancrage dans le noyau, sans orientation',
    term: 'indice de k-cœur sans orientation',
    sentence:
      'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a k partenaires, quel que soit le sens des liens.',
    convention:
      'Plus grand k d’un sous-graphe autour de l’acteur où chacun a k partenaires distincts ; 0 pour un acteur isolé.',
  },
  'coreNumber.in': {
    name: 'Ancrage par les citations reçues',
    term: 'indice de k-cœur entrant',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun est cité par k autres.',
    convention:
      'Plus grand k d’un sous-graphe où chacun reçoit k arcs ; igraph et NetworkX comptent les arcs ; pour comparer seulement.',
  },
  'coreNumber.out': {
    name: 'Ancrage par les partenaires cités',
    term: 'indice de k-cœur sortant',
    sentence: 'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun en cite k autres.',
    convention:
      'Plus grand k d’un sous-graphe où chacun émet k arcs ; igraph et NetworkX comptent les arcs ; pour comparer seulement.',
  },
  'coreNumber.inPlusOut': {
    name: 'Ancrage, liens reçus et cités ajoutés',
    term: 'indice de k-cœur total',
    sentence:
      'Plus grand nombre k pour lequel l’acteur fait partie d’un ensemble où chacun a k liens, un lien réciproque comptant deux fois.',
    convention:
      'Plus grand k d’un sous-graphe où chacun a k arcs, reçus et émis ensemble, un partenaire réciproque comptant deux fois ; igraph et NetworkX comptent les arcs ; pour comparer seulement.',
  },
  articulationPoints: {
    name: 'Relais fragiles',
    term: 'points d’articulation',
    sentence: 'Acteurs dont le départ couperait le réseau en morceaux.',
    convention: 'Acteurs du support non orienté sans lesquels d’autres ne sont plus reliés.',
  },
  bridges: {
    name: 'Liens irremplaçables',
    term: 'ponts',
    sentence: 'Liens dont la disparition couperait le réseau en morceaux.',
    convention: 'Liens du support non orienté sans lesquels des acteurs ne sont plus reliés.',
  },
  biconnectedComponents: {
    name: 'Ensembles sans relais fragile',
    term: 'composantes biconnexes',
    sentence: 'Ensembles d’acteurs qui restent reliés quel que soit celui d’entre eux qui s’en va.',
    convention:
      'Ensembles du support non orienté qui restent reliés quel que soit celui qui part ; un pont en est un, de deux acteurs ; les acteurs isolés ne sont dans aucun.',
  },
  kComponents: {
    name: 'Blocs solides',
    term: 'composantes k-connexes',
    sentence: 'Ensembles d’acteurs qui restent reliés tant que moins de k d’entre eux s’en vont.',
    convention:
      'Ensembles maximaux de plus de k acteurs qui restent reliés quels que soient les k − 1 qui partent, sur le support non orienté ; ils peuvent se chevaucher ; non calculé au-dessus de 1 000 acteurs.',
  },
  'cohesion.maxK': {
    name: 'Solidité de son bloc',
    term: 'cohésion structurelle',
    sentence: 'Nombre d’acteurs dont il faudrait le départ pour couper le bloc le plus solide auquel il appartient.',
    convention:
      'Plus grand k d’une composante k-connexe autour de l’acteur ; 0 pour un acteur isolé ; non calculé au-dessus de 1 000 acteurs.',
  },
  'removal.lossForOthers': {
    name: 'Si cet acteur partait',
    term: 'perte d’accès pour les autres',
    sentence: 'Part de leur facilité à se joindre que les autres perdraient si cet acteur s’en allait.',
    convention:
      'Part de leur accessibilité mutuelle (Σ 1 / distance, support non orienté) que les autres perdent si l’acteur part ; non défini quand ils n’en ont pas ; au-dessus de 500 acteurs, seulement pour les points d’articulation et les vingt acteurs de plus forte intermédiarité.',
  },
  'removal.efficiencyLoss': {
    name: 'Circulation perdue à son départ',
    term: 'vulnérabilité (Latora-Marchiori)',
    sentence:
      'Baisse de la circulation moyenne si cet acteur s’en allait, sa propre place comprise ; négative pour un acteur en marge.',
    convention:
      'Perte relative d’efficacité globale si l’acteur part ; négative pour les acteurs périphériques, donc pour comparer seulement ; au-dessus de 500 acteurs, seulement pour les points d’articulation et les vingt acteurs de plus forte intermédiarité.',
  },
  'removal.pairsDisconnected': {
    name: 'Paires coupées à son départ',
    term: 'paires déconnectées',
    sentence: 'Nombre de paires d’acteurs qui ne pourraient plus se joindre si celui-ci s’en allait.',
    convention:
      'Paires d’autres acteurs qu’un chemin ne relie que si l’acteur est là ; au-dessus de 500 acteurs, seulement pour les points d’articulation et les vingt acteurs de plus forte intermédiarité.',
  },
  'removal.fragmentation': {
    name: 'Morcellement à son départ',
    term: 'fragmentation après retrait (KPP-Neg)',
    sentence: 'Part des paires d’acteurs que rien ne relierait si celui-ci s’en allait.',
    convention:
      'Part des paires d’autres acteurs qu’aucun chemin ne relie une fois l’acteur parti (F de KPP-Neg) ; au-dessus de 500 acteurs, seulement pour les points d’articulation et les vingt acteurs de plus forte intermédiarité.',
  },
  'removal.distanceFragmentation': {
    name: 'Éloignement à son départ',
    term: 'fragmentation par la distance après retrait',
    sentence: 'À quel point les autres seraient loin les uns des autres si cet acteur s’en allait, de 0 à 1.',
    convention:
      'Un moins la moyenne de 1 / distance entre les autres une fois l’acteur parti (DF de KPP-Neg) ; au-dessus de 500 acteurs, seulement pour les points d’articulation et les vingt acteurs de plus forte intermédiarité.',
  },
} as const
