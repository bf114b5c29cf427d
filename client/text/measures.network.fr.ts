/** Measures in plain words: the network as a whole. */
export const networkMeasures = {
  size: {
    name: 'Taille du réseau',
    term: 'nombre d’acteurs et de liens',
    sentence: 'Nombre d’acteurs, de liens, et d’acteurs sans aucun lien.',
  },
  density: {
    name: 'Densité',
    term: 'densité',
    sentence: 'Parmi tous les liens possibles que l’on a pu observer, part de ceux qui existent.',
  },
  components: {
    name: 'Îlots',
    term: 'composantes connexes',
    sentence: 'Ensembles d’acteurs reliés entre eux de proche en proche et coupés de tous les autres.',
  },
  strongComponents: {
    name: 'Îlots dans le sens des liens',
    term: 'composantes fortement connexes',
    sentence: 'Ensembles d’acteurs qui peuvent tous se joindre en suivant le sens des liens.',
  },
  connectedness: {
    name: 'Part de paires reliées',
    term: 'connexité (Krackhardt)',
    sentence: 'Part des paires d’acteurs qu’un chemin relie, aussi long soit-il.',
  },
  reachablePairs: {
    name: 'Part de paires qui peuvent se joindre',
    term: 'part de paires atteignables',
    sentence: 'Part des couples d’acteurs dont le premier peut joindre le second par un chemin.',
  },
  avgPathLength: {
    name: 'Pas entre deux acteurs',
    term: 'longueur moyenne des chemins',
    sentence: 'Nombre moyen de pas entre deux acteurs qui peuvent se joindre.',
  },
  diameter: {
    name: 'Plus long des plus courts chemins',
    term: 'diamètre',
    sentence: 'Nombre de pas entre les deux acteurs les plus éloignés qui peuvent encore se joindre.',
  },
  'efficiency.global': {
    name: 'Circulation',
    term: 'efficacité globale',
    sentence: 'Facilité moyenne à joindre un autre acteur, de 0 si personne n’est lié à 1 si tous sont partenaires.',
  },
  'efficiency.global.weighted': {
    name: 'Circulation, selon la force',
    term: 'efficacité globale pondérée',
    sentence: 'Facilité moyenne à joindre un autre acteur, un lien fort rapprochant davantage qu’un lien faible.',
  },
  'efficiency.local.avg': {
    name: 'Entente moyenne sans chacun',
    term: 'efficacité locale moyenne',
    sentence: 'Facilité moyenne qu’ont les partenaires d’un acteur à se joindre entre eux s’il n’est pas là.',
  },
  fragmentation: {
    name: 'Morcellement',
    term: 'fragmentation (F et DF)',
    sentence: 'Part des paires d’acteurs que rien ne relie, et éloignement moyen de tous, de 0 à 1.',
  },
  'centralization.degree': {
    name: 'Liens concentrés sur un seul',
    term: 'centralisation de degré',
    sentence: 'Vaut 1 si tous les liens passent par un seul acteur, 0 si chacun en a autant.',
  },
  'centralization.degree.in': {
    name: 'Citations concentrées sur un seul',
    term: 'centralisation de degré entrant',
    sentence: 'Vaut 1 si un seul acteur reçoit toutes les citations, 0 si chacun en reçoit autant.',
  },
  'centralization.degree.out': {
    name: 'Citations venues d’un seul',
    term: 'centralisation de degré sortant',
    sentence: 'Vaut 1 si un seul acteur cite tous les autres, 0 si chacun en cite autant.',
  },
  'centralization.degree.igraphDefault': {
    name: 'Liens concentrés sur un seul, selon igraph',
    term: 'centralisation de degré (igraph)',
    sentence:
      'Concentration des liens comme igraph la compte, un peu plus basse car il suppose des liens avec soi-même ; pour comparer.',
  },
  'centralization.betweenness': {
    name: 'Passages concentrés sur un seul',
    term: 'centralisation d’intermédiarité',
    sentence: 'Vaut 1 si un seul acteur fait le lien entre tous les autres, 0 si nul n’est plus passeur qu’un autre.',
  },
  'centralization.closeness': {
    name: 'Proximité concentrée sur un seul',
    term: 'centralisation de proximité',
    sentence:
      'Vaut 1 si un seul acteur est proche de tous, 0 si chacun l’est autant ; non défini si le réseau est en morceaux.',
  },
  'centralization.harmonic': {
    name: 'Accès concentré sur un seul',
    term: 'centralisation harmonique',
    sentence:
      'Vaut 1 si un seul acteur a un accès direct à tous, 0 si chacun y accède autant, même quand le réseau est en morceaux.',
  },
  'eigenvector.lambda1': {
    name: 'Vigueur du noyau',
    term: 'plus grande valeur propre',
    sentence: 'Nombre de partenaires que les acteurs les plus liés ont entre eux, en gros.',
  },
  'eigenvector.lambda1.weighted': {
    name: 'Vigueur du noyau, selon la force',
    term: 'plus grande valeur propre pondérée',
    sentence: 'Force des liens que les acteurs les plus liés ont entre eux, en gros.',
  },
  algebraicConnectivity: {
    name: 'Résistance à la coupure',
    term: 'connectivité algébrique',
    sentence: 'Dit si le réseau est difficile à couper en deux, 0 s’il l’est déjà.',
  },
  'algebraicConnectivity.weighted': {
    name: 'Résistance à la coupure, selon la force',
    term: 'connectivité algébrique pondérée',
    sentence:
      'Dit si le réseau est difficile à couper en deux, les liens forts résistant davantage, 0 s’il l’est déjà.',
  },
  'modularity.partition': {
    name: 'Cloisonnement des groupes',
    term: 'modularité des groupes',
    sentence: 'Dit si les liens restent dans les groupes plus que ne le voudrait le hasard.',
  },
  'modularity.partition.weighted': {
    name: 'Cloisonnement des groupes, selon la force',
    term: 'modularité pondérée des groupes',
    sentence: 'Dit si la force des liens reste dans les groupes plus que ne le voudrait le hasard.',
  },
  'modularity.best': {
    name: 'Communautés',
    term: 'communautés (Leiden)',
    sentence:
      'Ensembles d’acteurs plus liés entre eux qu’avec les autres, retrouvés d’après les seuls liens ; le hasard en dessine aussi.',
  },
  'modularity.best.weighted': {
    name: 'Communautés, selon la force',
    term: 'communautés pondérées (Leiden)',
    sentence:
      'Ensembles d’acteurs liés plus fortement entre eux qu’avec les autres, retrouvés d’après les seuls liens ; le hasard en dessine aussi.',
  },
  'assortativity.degree': {
    name: 'Les mieux liés entre eux',
    term: 'assortativité de degré',
    sentence:
      'Vaut plus de 0 si les acteurs très liés le sont entre eux, moins de 0 s’ils le sont surtout à des acteurs peu liés.',
  },
  'richClub.raw': {
    name: 'Club des mieux liés',
    term: 'coefficient de club des riches',
    sentence: 'Parmi les acteurs qui ont plus de k partenaires, part des liens possibles qui existent.',
  },
  'reciprocity.arcs': {
    name: 'Réciprocité',
    term: 'réciprocité des liens',
    sentence: 'Part des liens déclarés que l’autre déclare aussi.',
  },
  'reciprocity.dyads': {
    name: 'Réciprocité par paire',
    term: 'réciprocité des paires',
    sentence: 'Parmi les paires d’acteurs où l’un au moins cite l’autre, part de celles où les deux se citent.',
  },
  'reciprocity.snaDefault': {
    name: 'Réciprocité selon sna',
    term: 'réciprocité (R sna)',
    sentence:
      'Part des paires d’accord, que les deux se citent ou s’ignorent, comme la compte le logiciel sna ; pour comparer.',
  },
  dyadCensus: {
    name: 'Paires par sorte',
    term: 'recensement des dyades',
    sentence: 'Nombre de paires d’acteurs où les deux se citent, où un seul cite l’autre, où aucun ne cite l’autre.',
  },
  triadCensus: {
    name: 'Trios par sorte',
    term: 'recensement des triades',
    sentence: 'Nombre de trios d’acteurs de chacune des seize formes que peuvent prendre leurs liens.',
  },
  'corePeriphery.discrete.missing': {
    name: 'Noyau et périphérie',
    term: 'noyau-périphérie discret',
    sentence: 'Partage des acteurs entre un noyau très lié et une périphérie qui l’est peu, et qualité de ce partage.',
  },
  'corePeriphery.discrete.or': {
    name: 'Noyau qui tient tout',
    term: 'noyau-périphérie discret, modèle « ou »',
    sentence:
      'Partage des acteurs entre un noyau lié à tous et une périphérie qui ne tient que par lui, et qualité de ce partage.',
  },
  'corePeriphery.continuous': {
    name: 'Place entre noyau et périphérie',
    term: 'coreness continue (MINRES)',
    sentence: 'Plus la valeur est grande, plus l’acteur est près du noyau.',
  },
  'corePeriphery.continuous.fit': {
    name: 'Qualité du dégradé noyau-périphérie',
    term: 'ajustement de la coreness continue',
    sentence: 'Dit si un simple dégradé du noyau vers la périphérie explique bien les liens.',
  },
  'corePeriphery.continuous.state': {
    name: 'Solidité du dégradé noyau-périphérie',
    term: 'convergence de la coreness continue',
    sentence:
      'Dit si le calcul du dégradé s’est arrêté sur une réponse ; sinon, comme sur une étoile, seule sa qualité se lit.',
  },
} as const
