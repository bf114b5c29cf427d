/** Measures in plain words: actors and the spaces where they meet. */
export const twoModeMeasures = {
  'betweenness.bipartiteNormalized': {
    name: 'Passeurs entre espaces',
    term: 'intermédiarité à deux modes',
    sentence: 'Part des passages possibles dans un réseau d’acteurs et d’espaces que cet acteur ou cet espace assure.',
    convention:
      'Intermédiarité brute divisée par la plus grande que puisse avoir un nœud de son mode ; non définie quand celle-ci est 0.',
  },
  'closeness.bipartiteNormalized': {
    name: 'Proximité par les espaces',
    term: 'proximité à deux modes',
    sentence: 'Dit si cet acteur ou cet espace est à peu de pas de tous les autres, en passant par les participations.',
    convention:
      'Plus petite somme possible des distances divisée par leur somme réelle, multipliée par la part des nœuds atteints ; 0 pour un nœud isolé ; peut dépasser 1 dans une petite composante (NetworkX).',
  },
  'latapy.clustering.dot': {
    name: 'Espaces en commun',
    term: 'regroupement par paire (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne d’espaces communs parmi tous ceux de l’un ou de l’autre.',
    convention:
      'Moyenne des voisins communs divisés par tous les voisins de l’un ou de l’autre, sur les nœuds qui en partagent au moins un ; 0 s’il n’y en a aucun.',
  },
  'latapy.clustering.min': {
    name: 'Espaces en commun, rapportés au moins actif',
    term: 'regroupement par paire, au minimum (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne des espaces du moins actif des deux qui sont communs.',
    convention:
      'Moyenne des voisins communs divisés par ceux du nœud qui en a le moins, sur les nœuds qui en partagent au moins un ; 0 s’il n’y en a aucun.',
  },
  'latapy.clustering.max': {
    name: 'Espaces en commun, rapportés au plus actif',
    term: 'regroupement par paire, au maximum (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne des espaces du plus actif des deux qui sont communs.',
    convention:
      'Moyenne des voisins communs divisés par ceux du nœud qui en a le plus, sur les nœuds qui en partagent au moins un ; 0 s’il n’y en a aucun.',
  },
  'latapy.clustering.dot.avgTop': {
    name: 'Espaces en commun, en moyenne',
    term: 'regroupement par paire moyen (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part d’espaces communs avec ceux qu’ils rencontrent.',
    convention: 'Moyenne du regroupement par paire (Latapy) sur le premier mode.',
  },
  'latapy.clustering.min.avgTop': {
    name: 'Espaces en commun en moyenne, rapportés au moins actif',
    term: 'regroupement par paire moyen, au minimum (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part des espaces du moins actif qui sont communs.',
    convention: 'Moyenne du regroupement par paire, au minimum (Latapy), sur le premier mode.',
  },
  'latapy.clustering.max.avgTop': {
    name: 'Espaces en commun en moyenne, rapportés au plus actif',
    term: 'regroupement par paire moyen, au maximum (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part des espaces du plus actif qui sont communs.',
    convention: 'Moyenne du regroupement par paire, au maximum (Latapy), sur le premier mode.',
  },
  'latapy.redundancy': {
    name: 'Rencontres qui se passeraient de lui',
    term: 'redondance (Latapy)',
    sentence: 'Part des paires de ses espaces qu’un autre acteur relie aussi.',
    convention: 'Part des paires de voisins qu’un autre nœud relie aussi ; non définie au-dessous de deux voisins.',
  },
  robinsAlexander: {
    name: 'Retrouvailles',
    term: 'regroupement de Robins et Alexander',
    sentence: 'Chance que deux acteurs réunis par un espace se retrouvent aussi dans un autre.',
    convention:
      'Rapport de 4 × le nombre de cycles de longueur quatre au nombre de chemins de longueur trois ; 0 sans chemin de longueur trois.',
  },
  'projection.top.edges': {
    name: 'Acteurs qui se rencontrent',
    term: 'projection sur les acteurs',
    sentence: 'Paires d’acteurs qui participent à au moins un espace commun.',
    convention:
      'Paires du premier mode qui ont au moins un voisin commun ; toute réunion devient une clique : aucun test de fermeture sur cette projection.',
  },
  'projection.top.count': {
    name: 'Espaces partagés par deux acteurs',
    term: 'poids de la projection sur les acteurs',
    sentence: 'Nombre d’espaces auxquels les deux acteurs participent.',
    convention: 'Nombre de voisins que partage la paire ; dans l’ordre de la projection sur les acteurs.',
  },
  'projection.top.newman': {
    name: 'Attention partagée par deux acteurs',
    term: 'poids de Newman sur les acteurs',
    sentence: 'Somme des espaces communs, une petite réunion comptant plus qu’une grande.',
    convention:
      'Somme, sur les voisins communs, de 1 / (taille − 1) ; ceux de taille 1 n’apportent rien ; dans l’ordre de la projection sur les acteurs.',
  },
  'projection.top.jaccard': {
    name: 'Ressemblance de deux acteurs',
    term: 'indice de Jaccard sur les acteurs',
    sentence: 'Part d’espaces communs parmi tous ceux auxquels l’un ou l’autre participe.',
    convention:
      'Voisins communs divisés par tous les voisins de l’un ou de l’autre ; dans l’ordre de la projection sur les acteurs.',
  },
  'projection.top.overlapMin': {
    name: 'Recouvrement de deux acteurs',
    term: 'coefficient de recouvrement sur les acteurs',
    sentence: 'Part des espaces du moins actif des deux auxquels l’autre participe aussi.',
    convention:
      'Voisins communs divisés par ceux du nœud qui en a le moins ; dans l’ordre de la projection sur les acteurs.',
  },
  'projection.top.newmanStrength': {
    name: 'Rencontres de l’acteur',
    term: 'force de Newman des acteurs',
    sentence: 'Nombre d’espaces où l’acteur rencontre au moins un autre acteur.',
    convention: 'Somme des poids de Newman de chaque nœud du premier mode : ses voisins qu’un autre nœud a aussi.',
  },
  'projection.bottom.edges': {
    name: 'Espaces qui se recoupent',
    term: 'projection sur les espaces',
    sentence: 'Paires d’espaces qui ont au moins un participant en commun.',
    convention:
      'Paires du second mode qui ont au moins un voisin commun ; toute réunion devient une clique : aucun test de fermeture sur cette projection.',
  },
  'projection.bottom.count': {
    name: 'Participants communs à deux espaces',
    term: 'poids de la projection sur les espaces',
    sentence: 'Nombre d’acteurs qui participent aux deux espaces.',
    convention: 'Nombre de voisins que partage la paire ; dans l’ordre de la projection sur les espaces.',
  },
  'projection.bottom.newman': {
    name: 'Passage entre deux espaces',
    term: 'poids de Newman sur les espaces',
    sentence: 'Somme des participants communs, un acteur de peu d’espaces comptant plus qu’un acteur partout présent.',
    convention:
      'Somme, sur les voisins communs, de 1 / (taille − 1) ; ceux de taille 1 n’apportent rien ; dans l’ordre de la projection sur les espaces.',
  },
  'projection.bottom.jaccard': {
    name: 'Ressemblance de deux espaces',
    term: 'indice de Jaccard sur les espaces',
    sentence: 'Part de participants communs parmi tous ceux de l’un ou de l’autre espace.',
    convention:
      'Voisins communs divisés par tous les voisins de l’un ou de l’autre ; dans l’ordre de la projection sur les espaces.',
  },
  'projection.bottom.overlapMin': {
    name: 'Recouvrement de deux espaces',
    term: 'coefficient de recouvrement sur les espaces',
    sentence: 'Part des participants du plus petit des deux espaces qui sont aussi dans l’autre.',
    convention:
      'Voisins communs divisés par ceux du nœud qui en a le moins ; dans l’ordre de la projection sur les espaces.',
  },
  'projection.bottom.newmanStrength': {
    name: 'Participants qui vont ailleurs',
    term: 'force de Newman des espaces',
    sentence: 'Nombre de participants de l’espace qui prennent part à au moins un autre.',
    convention: 'Somme des poids de Newman de chaque nœud du second mode : ses voisins qu’un autre nœud a aussi.',
  },
} as const
