/** Measures in plain words: partners among themselves and among groups. */
export const groupsMeasures = {
  triangles: {
    name: 'Trios',
    term: 'triangles',
    sentence: 'Nombre de trios auxquels il appartient, où chacun est le partenaire des deux autres.',
  },
  'clustering.local': {
    name: 'Entre-soi',
    term: 'coefficient de regroupement local',
    sentence: 'Parmi ses partenaires pris deux à deux, part de ceux qui sont aussi partenaires entre eux.',
  },
  'clustering.localZero': {
    name: 'Entre-soi, zéro par défaut',
    term: 'coefficient de regroupement local, zéro par défaut',
    sentence: 'Même part de partenaires liés entre eux, comptée zéro pour un acteur de moins de deux partenaires.',
  },
  'clustering.barrat': {
    name: 'Entre-soi, selon la force',
    term: 'coefficient de regroupement pondéré (Barrat)',
    sentence: 'Part de ses partenaires liés entre eux, ceux auxquels il tient le plus comptant davantage.',
  },
  'clustering.onnela': {
    name: 'Intensité de ses trios',
    term: 'coefficient de regroupement pondéré (Onnela)',
    sentence: 'Force moyenne des trios autour de lui, rapportée au lien le plus fort du réseau.',
  },
  'clustering.avgDefined': {
    name: 'Entre-soi moyen',
    term: 'coefficient de regroupement moyen',
    sentence: 'Moyenne de l’entre-soi sur les acteurs qui ont au moins deux partenaires.',
  },
  'clustering.avgZero': {
    name: 'Entre-soi moyen de tous',
    term: 'coefficient de regroupement moyen, zéro par défaut',
    sentence: 'Moyenne de l’entre-soi sur tous les acteurs, zéro pour ceux qui ont moins de deux partenaires.',
  },
  transitivity: {
    name: 'Trios refermés',
    term: 'transitivité',
    sentence: 'Chance que deux partenaires d’un même acteur soient aussi partenaires l’un de l’autre.',
  },
  'transitivity.directed.weak': {
    name: 'Trios refermés dans le sens des liens',
    term: 'transitivité faible',
    sentence:
      'Quand un premier acteur en cite un deuxième qui en cite un troisième, chance que le premier cite aussi le troisième.',
  },
  'simmelian.ties': {
    name: 'Liens soutenus par un tiers',
    term: 'liens simmeliens',
    sentence:
      'Liens réciproques dont les deux acteurs partagent un même partenaire ; ce sont les plus solides et les plus difficiles à quitter.',
  },
  'simmelian.degree': {
    name: 'Partenaires soutenus par un tiers',
    term: 'degré simmelien',
    sentence: 'Nombre de ses liens réciproques que soutient un partenaire commun.',
  },
  'simmelian.share': {
    name: 'Part de liens soutenus par un tiers',
    term: 'part de liens simmeliens',
    sentence: 'Part des liens réciproques que soutient un partenaire commun.',
  },
  'burt.constraint': {
    name: 'Peu de marge de manœuvre',
    term: 'contrainte (Burt)',
    sentence:
      'Dit si ses partenaires se tiennent entre eux et le tiennent ; elle est faible chez ceux qui relient des mondes séparés.',
  },
  'burt.constraint.weighted': {
    name: 'Peu de marge de manœuvre, selon la force',
    term: 'contrainte pondérée (Burt)',
    sentence: 'Dit si ses partenaires se tiennent entre eux et le tiennent, les liens forts comptant davantage.',
  },
  'burt.constraint.egoModel': {
    name: 'Peu de marge de manœuvre, dans son cercle',
    term: 'contrainte du réseau personnel (Burt)',
    sentence: 'Dit si ses partenaires se tiennent entre eux, sans regarder ceux qu’ils ont ailleurs.',
  },
  'burt.effectiveSize': {
    name: 'Partenaires non redondants',
    term: 'taille effective (Burt)',
    sentence: 'Nombre de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas.',
  },
  'burt.effectiveSize.weighted': {
    name: 'Partenaires non redondants, selon la force',
    term: 'taille effective pondérée (Burt)',
    sentence:
      'Nombre de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas, les liens forts comptant davantage.',
  },
  'burt.effectiveSize.egoModel': {
    name: 'Partenaires non redondants, dans son cercle',
    term: 'taille effective du réseau personnel (Burt)',
    sentence: 'Nombre de ses partenaires qui lui ouvrent un autre monde, sans regarder ceux qu’ils ont ailleurs.',
  },
  'burt.efficiency': {
    name: 'Part de partenaires non redondants',
    term: 'efficacité (Burt)',
    sentence: 'Part de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas.',
  },
  'burt.efficiency.weighted': {
    name: 'Part de partenaires non redondants, selon la force',
    term: 'efficacité pondérée (Burt)',
    sentence: 'Part de ses partenaires qui lui ouvrent un autre monde, les liens forts comptant davantage.',
  },
  'burt.hierarchy': {
    name: 'Poids d’un seul partenaire',
    term: 'hiérarchie (Burt)',
    sentence: 'Dit si ce qui le tient vient d’un seul partenaire (1) ou de tous également (0).',
  },
  'burt.hierarchy.weighted': {
    name: 'Poids d’un seul partenaire, selon la force',
    term: 'hiérarchie pondérée (Burt)',
    sentence:
      'Dit si ce qui le tient vient d’un seul partenaire (1) ou de tous (0), les liens forts comptant davantage.',
  },
  'ei.node': {
    name: 'Ouverture aux autres groupes',
    term: 'indice E-I',
    sentence: 'Va de −1 si tous ses partenaires sont de son groupe à +1 s’ils sont tous d’un autre.',
  },
  'ei.node.weighted': {
    name: 'Ouverture aux autres groupes, selon la force',
    term: 'indice E-I pondéré',
    sentence: 'Va de −1 si toute la force de ses liens reste dans son groupe à +1 si elle va tout entière ailleurs.',
  },
  'ei.group': {
    name: 'Ouverture du groupe',
    term: 'indice E-I du groupe',
    sentence:
      'Va de −1 si tous les liens du groupe restent dedans à +1 s’ils en sortent tous ; un petit groupe sort forcément davantage.',
  },
  'ei.network': {
    name: 'Ouverture entre groupes',
    term: 'indice E-I du réseau',
    sentence: 'Compare les liens entre groupes aux liens à l’intérieur, et au résultat qu’aurait donné le hasard.',
  },
  'openness.out': {
    name: 'Ouverture hors du territoire',
    term: 'part de partenaires extérieurs',
    sentence: 'Part de ses partenaires qui sont hors du territoire.',
  },
  participation: {
    name: 'Présence dans les groupes',
    term: 'coefficient de participation',
    sentence:
      'Vaut 0 si tous ses liens vont à un seul groupe et s’approche de 1 s’ils se répartissent entre beaucoup de groupes.',
  },
  'participation.unweighted': {
    name: 'Présence dans les groupes, par partenaire',
    term: 'coefficient de participation non pondéré',
    sentence:
      'Vaut 0 si tous ses partenaires sont d’un seul groupe et s’approche de 1 s’ils viennent de beaucoup de groupes.',
  },
  withinModuleZ: {
    name: 'Place dans son groupe',
    term: 'score z intragroupe',
    sentence: 'Dit s’il est mieux (plus de 0) ou moins bien (moins de 0) lié à son groupe que les autres membres.',
  },
  'withinModuleZ.unweighted': {
    name: 'Place dans son groupe, par partenaire',
    term: 'score z intragroupe non pondéré',
    sentence:
      'Dit s’il a plus (plus de 0) ou moins (moins de 0) de partenaires dans son groupe que les autres membres.',
  },
  alterDiversity: {
    name: 'Variété de ses partenaires',
    term: 'diversité (Blau, IQV, Shannon)',
    sentence: 'Dit si ses partenaires viennent tous du même groupe ou, à parts égales, de tous les groupes possibles.',
  },
  'alterDiversity.weighted': {
    name: 'Variété de ses partenaires, selon la force',
    term: 'diversité pondérée (Blau, IQV, Shannon)',
    sentence: 'Dit si la force de ses liens va toute au même groupe ou, à parts égales, à tous les groupes possibles.',
  },
  'alterDiversity.effective': {
    name: 'Nombre de groupes qu’il fréquente vraiment',
    term: 'nombres effectifs de groupes (Hill)',
    sentence: 'Nombre de groupes également présents qui donneraient la même variété de partenaires.',
  },
  'alterDiversity.unbiasedBlau': {
    name: 'Chance que deux partenaires diffèrent',
    term: 'indice de Blau sans biais',
    sentence: 'Chance que deux de ses partenaires pris au hasard ne soient pas du même groupe.',
  },
  'gf.raw': {
    name: 'Rôles d’intermédiaire',
    term: 'rôles de Gould et Fernandez',
    sentence:
      'Nombre de fois où il relie deux acteurs sans lien direct : dans son groupe, comme portier, représentant, arbitre extérieur ou agent de liaison.',
  },
  'gf.partial': {
    name: 'Rôles d’intermédiaire irremplaçable',
    term: 'rôles partiels de Gould et Fernandez',
    sentence:
      'Nombre de fois où il relie deux acteurs sans lien direct, divisé entre tous ceux qui pourraient le faire à sa place.',
  },
  'gf.expected': {
    name: 'Rôles d’intermédiaire attendus',
    term: 'rôles attendus de Gould et Fernandez',
    sentence: 'Nombre de fois où il jouerait chaque rôle si les liens étaient tirés au hasard entre les mêmes groupes.',
  },
  'gf.sd': {
    name: 'Marge des rôles attendus',
    term: 'écart-type des rôles de Gould et Fernandez',
    sentence:
      'De combien le nombre de rôles s’écarterait d’ordinaire de l’attendu si les liens étaient tirés au hasard.',
  },
  mixingMatrix: {
    name: 'Liens entre groupes',
    term: 'matrice de mélange',
    sentence: 'Nombre de liens de chaque groupe vers chaque autre.',
  },
  'assortativity.nominal': {
    name: 'Qui se ressemble s’assemble',
    term: 'assortativité de groupe',
    sentence:
      'Vaut 1 si les liens restent tous dans les groupes, 0 s’ils les ignorent, moins s’ils les traversent plus que le hasard.',
  },
} as const
