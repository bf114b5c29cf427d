/** Measures in plain words: actors and the spaces where they meet. */
export const twoModeMeasures = {
  'betweenness.bipartiteNormalized': {
    name: 'Passeurs entre espaces',
    term: 'intermédiarité à deux modes',
    sentence: 'Part des passages possibles dans un réseau d’acteurs et d’espaces que cet acteur ou cet espace assure.',
  },
  'closeness.bipartiteNormalized': {
    name: 'Proximité par les espaces',
    term: 'proximité à deux modes',
    sentence: 'Dit si cet acteur ou cet espace est à peu de pas de tous les autres, en passant par les participations.',
  },
  'latapy.clustering.dot': {
    name: 'Espaces en commun',
    term: 'regroupement par paire (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne d’espaces communs parmi tous ceux de l’un ou de l’autre.',
  },
  'latapy.clustering.min': {
    name: 'Espaces en commun, rapportés au moins actif',
    term: 'regroupement par paire, au minimum (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne des espaces du moins actif des deux qui sont communs.',
  },
  'latapy.clustering.max': {
    name: 'Espaces en commun, rapportés au plus actif',
    term: 'regroupement par paire, au maximum (Latapy)',
    sentence: 'Avec ceux qu’il rencontre, part moyenne des espaces du plus actif des deux qui sont communs.',
  },
  'latapy.clustering.dot.avgTop': {
    name: 'Espaces en commun, en moyenne',
    term: 'regroupement par paire moyen (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part d’espaces communs avec ceux qu’ils rencontrent.',
  },
  'latapy.clustering.min.avgTop': {
    name: 'Espaces en commun en moyenne, rapportés au moins actif',
    term: 'regroupement par paire moyen, au minimum (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part des espaces du moins actif qui sont communs.',
  },
  'latapy.clustering.max.avgTop': {
    name: 'Espaces en commun en moyenne, rapportés au plus actif',
    term: 'regroupement par paire moyen, au maximum (Latapy)',
    sentence: 'Moyenne, sur les acteurs, de la part des espaces du plus actif qui sont communs.',
  },
  'latapy.redundancy': {
    name: 'Rencontres qui se passeraient de lui',
    term: 'redondance (Latapy)',
    sentence: 'Part des paires de ses espaces qu’un autre acteur relie aussi.',
  },
  robinsAlexander: {
    name: 'Retrouvailles',
    term: 'regroupement de Robins et Alexander',
    sentence: 'Chance que deux acteurs réunis par un espace se retrouvent aussi dans un autre.',
  },
  'projection.top.edges': {
    name: 'Acteurs qui se rencontrent',
    term: 'projection sur les acteurs',
    sentence: 'Paires d’acteurs qui participent à au moins un espace commun.',
  },
  'projection.top.count': {
    name: 'Espaces partagés par deux acteurs',
    term: 'poids de la projection sur les acteurs',
    sentence: 'Nombre d’espaces auxquels les deux acteurs participent.',
  },
  'projection.top.newman': {
    name: 'Attention partagée par deux acteurs',
    term: 'poids de Newman sur les acteurs',
    sentence: 'Somme des espaces communs, une petite réunion comptant plus qu’une grande.',
  },
  'projection.top.jaccard': {
    name: 'Ressemblance de deux acteurs',
    term: 'indice de Jaccard sur les acteurs',
    sentence: 'Part d’espaces communs parmi tous ceux auxquels l’un ou l’autre participe.',
  },
  'projection.top.overlapMin': {
    name: 'Recouvrement de deux acteurs',
    term: 'coefficient de recouvrement sur les acteurs',
    sentence: 'Part des espaces du moins actif des deux auxquels l’autre participe aussi.',
  },
  'projection.top.newmanStrength': {
    name: 'Rencontres de l’acteur',
    term: 'force de Newman des acteurs',
    sentence: 'Nombre d’espaces où l’acteur rencontre au moins un autre acteur.',
  },
  'projection.bottom.edges': {
    name: 'Espaces qui se recoupent',
    term: 'projection sur les espaces',
    sentence: 'Paires d’espaces qui ont au moins un participant en commun.',
  },
  'projection.bottom.count': {
    name: 'Participants communs à deux espaces',
    term: 'poids de la projection sur les espaces',
    sentence: 'Nombre d’acteurs qui participent aux deux espaces.',
  },
  'projection.bottom.newman': {
    name: 'Passage entre deux espaces',
    term: 'poids de Newman sur les espaces',
    sentence: 'Somme des participants communs, un acteur de peu d’espaces comptant plus qu’un acteur partout présent.',
  },
  'projection.bottom.jaccard': {
    name: 'Ressemblance de deux espaces',
    term: 'indice de Jaccard sur les espaces',
    sentence: 'Part de participants communs parmi tous ceux de l’un ou de l’autre espace.',
  },
  'projection.bottom.overlapMin': {
    name: 'Recouvrement de deux espaces',
    term: 'coefficient de recouvrement sur les espaces',
    sentence: 'Part des participants du plus petit des deux espaces qui sont aussi dans l’autre.',
  },
  'projection.bottom.newmanStrength': {
    name: 'Participants qui vont ailleurs',
    term: 'force de Newman des espaces',
    sentence: 'Nombre de participants de l’espace qui prennent part à au moins un autre.',
  },
} as const
