/** Measures in plain words: the network as a whole. */
export const networkMeasures = {
  size: {
    name: 'Taille du réseau',
    term: 'nombre d’acteurs et de liens',
    sentence: 'Nombre d’acteurs, de liens, et d’acteurs sans aucun lien.',
    convention:
      'Acteurs, liens (arcs quand le réseau est orienté) et acteurs sans aucun lien ; boucles et répétitions sont retirées avant.',
  },
  density: {
    name: 'Densité',
    term: 'densité',
    sentence: 'Parmi tous les liens possibles que l’on a pu observer, part de ceux qui existent.',
    convention:
      'Sur les dyades observées, où l’un des deux au moins a répondu (non orienté) ou bien l’émetteur (orienté) ; à deux modes, liens divisés par le produit des tailles des deux modes ; non définie si rien n’a été observé ou si un mode est vide.',
  },
  components: {
    name: 'Îlots',
    term: 'composantes connexes',
    sentence: 'Ensembles d’acteurs reliés entre eux de proche en proche et coupés de tous les autres.',
    convention: 'Sur le support non orienté ; un acteur isolé forme une composante à lui seul.',
  },
  strongComponents: {
    name: 'Îlots dans le sens des liens',
    term: 'composantes fortement connexes',
    sentence: 'Ensembles d’acteurs qui peuvent tous se joindre en suivant le sens des liens.',
    convention:
      'Acteurs qui s’atteignent les uns les autres le long des arcs ; un acteur seul forme une composante à lui seul.',
  },
  connectedness: {
    name: 'Part de paires reliées',
    term: 'connexité (Krackhardt)',
    sentence: 'Part des paires d’acteurs qu’un chemin relie, aussi long soit-il.',
    convention: 'Part des paires que joint un chemin du support non orienté ; non définie au-dessous de deux acteurs.',
  },
  reachablePairs: {
    name: 'Part de paires qui peuvent se joindre',
    term: 'part de paires atteignables',
    sentence: 'Part des couples d’acteurs dont le premier peut joindre le second par un chemin.',
    convention:
      'Part des couples ordonnés que joint un chemin le long des arcs ; non définie au-dessous de deux acteurs.',
  },
  avgPathLength: {
    name: 'Pas entre deux acteurs',
    term: 'longueur moyenne des chemins',
    sentence: 'Nombre moyen de pas entre deux acteurs qui peuvent se joindre.',
    convention:
      'Le long des arcs, sur les couples que joint un chemin : à lire avec la part de paires atteignables ; non définie s’il n’y en a aucun.',
  },
  diameter: {
    name: 'Plus long des plus courts chemins',
    term: 'diamètre',
    sentence: 'Nombre de pas entre les deux acteurs les plus éloignés qui peuvent encore se joindre.',
    convention: 'Plus grande distance finie le long des arcs ; non définie sans acteur.',
  },
  'efficiency.global': {
    name: 'Circulation',
    term: 'efficacité globale',
    sentence: 'Facilité moyenne à joindre un autre acteur, de 0 si personne n’est lié à 1 si tous sont partenaires.',
    convention:
      'Moyenne de 1 / distance le long des arcs, 0 pour les couples qu’aucun chemin ne joint : c’est la moyenne de la proximité harmonique.',
  },
  'efficiency.global.weighted': {
    name: 'Circulation, selon la force',
    term: 'efficacité globale pondérée',
    sentence: 'Facilité moyenne à joindre un autre acteur, un lien fort rapprochant davantage qu’un lien faible.',
    convention: 'Comme l’efficacité globale, avec des distances Σ 1 / force : dépasse 1 là où les forces le dépassent.',
  },
  'efficiency.local.avg': {
    name: 'Entente moyenne sans chacun',
    term: 'efficacité locale moyenne',
    sentence: 'Facilité moyenne qu’ont les partenaires d’un acteur à se joindre entre eux s’il n’est pas là.',
    convention: 'Moyenne de l’efficacité locale sur tous les acteurs ; non définie s’il n’y en a aucun.',
  },
  fragmentation: {
    name: 'Morcellement',
    term: 'fragmentation (F et DF)',
    sentence: 'Part des paires d’acteurs que rien ne relie, et éloignement moyen de tous, de 0 à 1.',
    convention:
      'Sur le support non orienté : F, part des paires qu’aucun chemin ne joint ; DF, un moins la moyenne de 1 / distance ; non définie au-dessous de deux acteurs.',
  },
  'centralization.degree': {
    name: 'Liens concentrés sur un seul',
    term: 'centralisation de degré',
    sentence: 'Vaut 1 si tous les liens passent par un seul acteur, 0 si chacun en a autant.',
    convention: 'Divisée par (n − 1)(n − 2), que l’étoile atteint ; non définie au-dessous de trois acteurs.',
  },
  'centralization.degree.in': {
    name: 'Citations concentrées sur un seul',
    term: 'centralisation de degré entrant',
    sentence: 'Vaut 1 si un seul acteur reçoit toutes les citations, 0 si chacun en reçoit autant.',
    convention: 'Sur les arcs reçus, divisée par (n − 1)² ; non définie au-dessous de deux acteurs.',
  },
  'centralization.degree.out': {
    name: 'Citations venues d’un seul',
    term: 'centralisation de degré sortant',
    sentence: 'Vaut 1 si un seul acteur cite tous les autres, 0 si chacun en cite autant.',
    convention: 'Sur les arcs émis, divisée par (n − 1)² ; non définie au-dessous de deux acteurs.',
  },
  'centralization.degree.igraphDefault': {
    name: 'Liens concentrés sur un seul, selon igraph',
    term: 'centralisation de degré (igraph)',
    sentence:
      'Concentration des liens comme igraph la compte, un peu plus basse car il suppose des liens avec soi-même ; pour comparer.',
    convention:
      'Divisée par n (n − 1), comme si un acteur pouvait avoir un lien avec lui-même (défaut d’igraph dans R) ; pour comparer seulement.',
  },
  'centralization.betweenness': {
    name: 'Passages concentrés sur un seul',
    term: 'centralisation d’intermédiarité',
    sentence: 'Vaut 1 si un seul acteur fait le lien entre tous les autres, 0 si nul n’est plus passeur qu’un autre.',
    convention:
      'Sur l’intermédiarité brute, divisée par (n − 1)²(n − 2), ou la moitié quand le réseau est non orienté ; non définie au-dessous de trois acteurs ; non calculée au-dessus de 20 000 acteurs, où l’intermédiarité est échantillonnée.',
  },
  'centralization.closeness': {
    name: 'Proximité concentrée sur un seul',
    term: 'centralisation de proximité',
    sentence:
      'Vaut 1 si un seul acteur est proche de tous, 0 si chacun l’est autant ; non défini si le réseau est en morceaux.',
    convention:
      'Divisée par (n − 1)(n − 2)/(2n − 3) ; non définie sur un réseau non connexe, où la centralisation harmonique la remplace.',
  },
  'centralization.harmonic': {
    name: 'Accès concentré sur un seul',
    term: 'centralisation harmonique',
    sentence:
      'Vaut 1 si un seul acteur a un accès direct à tous, 0 si chacun y accède autant, même quand le réseau est en morceaux.',
    convention:
      'Sur la proximité harmonique, divisée par (n − 2)/2, que l’étoile atteint ; non définie au-dessous de trois acteurs.',
  },
  'eigenvector.lambda1': {
    name: 'Vigueur du noyau',
    term: 'plus grande valeur propre',
    sentence: 'Nombre de partenaires que les acteurs les plus liés ont entre eux, en gros.',
    convention:
      'Plus grande valeur propre de la matrice des liens, quelle que soit la composante ; non définie sans acteur.',
  },
  'eigenvector.lambda1.weighted': {
    name: 'Vigueur du noyau, selon la force',
    term: 'plus grande valeur propre pondérée',
    sentence: 'Force des liens que les acteurs les plus liés ont entre eux, en gros.',
    convention:
      'Plus grande valeur propre de la matrice des forces, quelle que soit la composante ; non définie sans acteur.',
  },
  algebraicConnectivity: {
    name: 'Résistance à la coupure',
    term: 'connectivité algébrique',
    sentence: 'Dit si le réseau est difficile à couper en deux, 0 s’il l’est déjà.',
    convention:
      'Deuxième plus petite valeur propre du laplacien du support non orienté, forces ignorées ; 0 quand le réseau n’est pas connexe.',
  },
  'algebraicConnectivity.weighted': {
    name: 'Résistance à la coupure, selon la force',
    term: 'connectivité algébrique pondérée',
    sentence:
      'Dit si le réseau est difficile à couper en deux, les liens forts résistant davantage, 0 s’il l’est déjà.',
    convention:
      'Comme la connectivité algébrique, avec les forces, celles des deux sens additionnées (défaut de NetworkX) ; 0 quand le réseau n’est pas connexe.',
  },
  'modularity.partition': {
    name: 'Cloisonnement des groupes',
    term: 'modularité des groupes',
    sentence: 'Dit si les liens restent dans les groupes plus que ne le voudrait le hasard.',
    convention:
      'Pour les groupes donnés, γ = 1, sur le support non orienté, forces ignorées ; un acteur de groupe inconnu est seul ; non définie sans lien.',
  },
  'modularity.partition.weighted': {
    name: 'Cloisonnement des groupes, selon la force',
    term: 'modularité pondérée des groupes',
    sentence: 'Dit si la force des liens reste dans les groupes plus que ne le voudrait le hasard.',
    convention:
      'Pour les groupes donnés, γ = 1, sur le support non orienté, avec la plus grande des deux forces ; un acteur de groupe inconnu est seul ; non définie sans lien.',
  },
  'modularity.best': {
    name: 'Communautés',
    term: 'communautés (Leiden)',
    sentence:
      'Ensembles d’acteurs plus liés entre eux qu’avec les autres, retrouvés d’après les seuls liens ; le hasard en dessine aussi.',
    convention:
      'Meilleure de 50 exécutions de Leiden à graine fixée, γ = 1, sur le support non orienté, forces ignorées : Q, une communauté par acteur et la stabilité de chaque appartenance d’une exécution à l’autre ; un réseau aléatoire a lui aussi un Q élevé, à comparer.',
  },
  'modularity.best.weighted': {
    name: 'Communautés, selon la force',
    term: 'communautés pondérées (Leiden)',
    sentence:
      'Ensembles d’acteurs liés plus fortement entre eux qu’avec les autres, retrouvés d’après les seuls liens ; le hasard en dessine aussi.',
    convention: 'Comme les communautés non pondérées, avec les forces (la plus grande des deux).',
  },
  'assortativity.degree': {
    name: 'Les mieux liés entre eux',
    term: 'assortativité de degré',
    sentence:
      'Vaut plus de 0 si les acteurs très liés le sont entre eux, moins de 0 s’ils le sont surtout à des acteurs peu liés.',
    convention:
      'Dans un réseau orienté, degré sortant de l’émetteur avec degré entrant du récepteur ; non définie quand les degrés ne varient pas.',
  },
  'richClub.raw': {
    name: 'Club des mieux liés',
    term: 'coefficient de club des riches',
    sentence: 'Parmi les acteurs qui ont plus de k partenaires, part des liens possibles qui existent.',
    convention: 'Sur le support non orienté, non normalisé ; seulement les degrés que dépassent au moins deux acteurs.',
  },
  'reciprocity.arcs': {
    name: 'Réciprocité',
    term: 'réciprocité des liens',
    sentence: 'Part des liens déclarés que l’autre déclare aussi.',
    convention:
      'Arcs réciproques divisés par les arcs (NetworkX, igraph) ; dyades entre répondants seulement ; non définie sans arc.',
  },
  'reciprocity.dyads': {
    name: 'Réciprocité par paire',
    term: 'réciprocité des paires',
    sentence: 'Parmi les paires d’acteurs où l’un au moins cite l’autre, part de celles où les deux se citent.',
    convention:
      'Dyades mutuelles divisées par les dyades liées (igraph, mode « ratio ») ; dyades entre répondants seulement ; non définie sans arc.',
  },
  'reciprocity.snaDefault': {
    name: 'Réciprocité selon sna',
    term: 'réciprocité (R sna)',
    sentence:
      'Part des paires d’accord, que les deux se citent ou s’ignorent, comme la compte le logiciel sna ; pour comparer.',
    convention:
      'Compte comme réciproques deux acteurs qui s’ignorent, (M + N) / (M + A + N) : pour comparer avec sna seulement ; dyades entre répondants seulement.',
  },
  dyadCensus: {
    name: 'Paires par sorte',
    term: 'recensement des dyades',
    sentence: 'Nombre de paires d’acteurs où les deux se citent, où un seul cite l’autre, où aucun ne cite l’autre.',
    convention: 'Mutuelles, asymétriques, nulles, dans cet ordre ; dyades entre répondants seulement.',
  },
  triadCensus: {
    name: 'Trios par sorte',
    term: 'recensement des triades',
    sentence: 'Nombre de trios d’acteurs de chacune des seize formes que peuvent prendre leurs liens.',
    convention: 'Les 16 classes de Davis et Leinhardt, dans l’ordre MAN ; dyades entre répondants seulement.',
  },
  'corePeriphery.discrete.missing': {
    name: 'Noyau et périphérie',
    term: 'noyau-périphérie discret',
    sentence: 'Partage des acteurs entre un noyau très lié et une périphérie qui l’est peu, et qualité de ce partage.',
    convention:
      'Les paires entre noyau et périphérie sont ignorées (défaut d’UCINET) ; optimum prouvé jusqu’à 20 acteurs, avec le nombre d’optimums ; au-delà, le meilleur trouvé, borne inférieure ; les paires que personne n’a renseignées sont laissées de côté.',
  },
  'corePeriphery.discrete.or': {
    name: 'Noyau qui tient tout',
    term: 'noyau-périphérie discret, modèle « ou »',
    sentence:
      'Partage des acteurs entre un noyau lié à tous et une périphérie qui ne tient que par lui, et qualité de ce partage.',
    convention:
      'Un lien est attendu dès qu’une extrémité est dans le noyau (premier modèle de Borgatti et Everett) ; optimum prouvé jusqu’à 20 acteurs, avec le nombre d’optimums ; au-delà, le meilleur trouvé, borne inférieure ; les paires que personne n’a renseignées sont laissées de côté.',
  },
  'corePeriphery.continuous': {
    name: 'Place entre noyau et périphérie',
    term: 'coreness continue (MINRES)',
    sentence: 'Plus la valeur est grande, plus l’acteur est près du noyau.',
    convention:
      'MINRES sur les forces quand les liens en ont une, sur la moyenne des deux sens quand le réseau est orienté ; minimum local, et sans signification sur un graphe en étoile ou presque (voir la convergence de la coreness continue).',
  },
  'corePeriphery.continuous.fit': {
    name: 'Qualité du dégradé noyau-périphérie',
    term: 'ajustement de la coreness continue',
    sentence: 'Dit si un simple dégradé du noyau vers la périphérie explique bien les liens.',
    convention:
      'Coefficient r de Pearson et erreur quadratique sur les paires non ordonnées ; r non défini quand les produits ne varient pas.',
  },
  'corePeriphery.continuous.state': {
    name: 'Solidité du dégradé noyau-périphérie',
    term: 'convergence de la coreness continue',
    sentence:
      'Dit si le calcul du dégradé s’est arrêté sur une réponse ; sinon, comme sur une étoile, seule sa qualité se lit.',
    convention:
      'Dit si les coordonnées se sont stabilisées ; sinon, comme sur une étoile, il n’y a pas d’optimum fini et seul l’ajustement compte.',
  },
} as const
