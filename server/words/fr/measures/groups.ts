/** Measures in plain words: partners among themselves and among groups. */
export const groupsMeasures = {
  triangles: {
    name: 'Trios',
    term: 'triangles',
    sentence: 'Nombre de trios auxquels il appartient, où chacun est le partenaire des deux autres.',
    convention: 'Triangles du support non orienté dont l’acteur fait partie.',
  },
  'clustering.local': {
    name: 'Entre-soi',
    term: 'coefficient de regroupement local',
    sentence: 'Parmi ses partenaires pris deux à deux, part de ceux qui sont aussi partenaires entre eux.',
    convention: 'Sur le support non orienté, sans tenir compte des forces ; non défini au-dessous de deux partenaires.',
  },
  'clustering.localZero': {
    name: 'Entre-soi, zéro par défaut',
    term: 'coefficient de regroupement local, zéro par défaut',
    sentence: 'Même part de partenaires liés entre eux, comptée zéro pour un acteur de moins de deux partenaires.',
    convention: 'Comme le coefficient de regroupement local, mais 0 au-dessous de deux partenaires (NetworkX).',
  },
  'clustering.barrat': {
    name: 'Entre-soi, selon la force',
    term: 'coefficient de regroupement pondéré (Barrat)',
    sentence: 'Part de ses partenaires liés entre eux, ceux auxquels il tient le plus comptant davantage.',
    convention:
      'Sur le support non orienté, avec la plus grande des deux forces ; ne pondère que les liens de l’acteur lui-même ; non défini au-dessous de deux partenaires.',
  },
  'clustering.onnela': {
    name: 'Intensité de ses trios',
    term: 'coefficient de regroupement pondéré (Onnela)',
    sentence: 'Force moyenne des trios autour de lui, rapportée au lien le plus fort du réseau.',
    convention:
      'Sur le support non orienté, avec la plus grande des deux forces, divisée par la plus grande de ce réseau, donc sans comparaison possible entre vagues ; 0 au-dessous de deux partenaires.',
  },
  'clustering.avgDefined': {
    name: 'Entre-soi moyen',
    term: 'coefficient de regroupement moyen',
    sentence: 'Moyenne de l’entre-soi sur les acteurs qui ont au moins deux partenaires.',
    convention:
      'Moyenne du coefficient de regroupement local sur les acteurs d’au moins deux partenaires (igraph, UCINET) ; non définie s’il n’y en a aucun.',
  },
  'clustering.avgZero': {
    name: 'Entre-soi moyen de tous',
    term: 'coefficient de regroupement moyen, zéro par défaut',
    sentence: 'Moyenne de l’entre-soi sur tous les acteurs, zéro pour ceux qui ont moins de deux partenaires.',
    convention:
      'Moyenne du coefficient de regroupement local sur tous les acteurs, 0 au-dessous de deux partenaires (NetworkX) : les acteurs pendants la tirent vers le bas.',
  },
  transitivity: {
    name: 'Trios refermés',
    term: 'transitivité',
    sentence: 'Chance que deux partenaires d’un même acteur soient aussi partenaires l’un de l’autre.',
    convention: 'Sur le support non orienté ; 0 en l’absence de chemin de longueur deux (NetworkX ; sna affiche 1).',
  },
  'transitivity.directed.weak': {
    name: 'Trios refermés dans le sens des liens',
    term: 'transitivité faible',
    sentence:
      'Quand un premier acteur en cite un deuxième qui en cite un troisième, chance que le premier cite aussi le troisième.',
    convention:
      'Part des chemins orientés de longueur deux i → j → k, i ≠ k, que ferme un arc i → k (gtrans de sna) ; 0 s’il n’y en a aucun.',
  },
  'simmelian.ties': {
    name: 'Liens soutenus par un tiers',
    term: 'liens simmeliens',
    sentence:
      'Liens réciproques dont les deux acteurs partagent un même partenaire ; ce sont les plus solides et les plus difficiles à quitter.',
    convention:
      'Liens réciproques compris dans un triangle de liens réciproques, avec le nombre de ces triangles ; tout lien non orienté est réciproque.',
  },
  'simmelian.degree': {
    name: 'Partenaires soutenus par un tiers',
    term: 'degré simmelien',
    sentence: 'Nombre de ses liens réciproques que soutient un partenaire commun.',
    convention: 'Nombre de liens simmeliens de l’acteur.',
  },
  'simmelian.share': {
    name: 'Part de liens soutenus par un tiers',
    term: 'part de liens simmeliens',
    sentence: 'Part des liens réciproques que soutient un partenaire commun.',
    convention: 'Liens simmeliens divisés par les liens réciproques ; non défini en l’absence de lien réciproque.',
  },
  'burt.constraint': {
    name: 'Peu de marge de manœuvre',
    term: 'contrainte (Burt)',
    sentence:
      'Dit si ses partenaires se tiennent entre eux et le tiennent ; elle est faible chez ceux qui relient des mondes séparés.',
    convention:
      'Un lien compte 1 dans chaque sens déclaré ; modèle du réseau entier ; non défini pour un acteur isolé ; peut dépasser 1.',
  },
  'burt.constraint.weighted': {
    name: 'Peu de marge de manœuvre, selon la force',
    term: 'contrainte pondérée (Burt)',
    sentence: 'Dit si ses partenaires se tiennent entre eux et le tiennent, les liens forts comptant davantage.',
    convention:
      'Avec z_ij = w_ij + w_ji ; modèle du réseau entier ; non défini pour un acteur isolé ; peut dépasser 1.',
  },
  'burt.constraint.egoModel': {
    name: 'Peu de marge de manœuvre, dans son cercle',
    term: 'contrainte du réseau personnel (Burt)',
    sentence: 'Dit si ses partenaires se tiennent entre eux, sans regarder ceux qu’ils ont ailleurs.',
    convention:
      'Les liens hors du réseau personnel de l’acteur sont ignorés, comme dans une enquête égocentrée (UCINET, option 1) ; non défini pour un acteur isolé.',
  },
  'burt.effectiveSize': {
    name: 'Partenaires non redondants',
    term: 'taille effective (Burt)',
    sentence: 'Nombre de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas.',
    convention:
      'Un lien compte 1 dans chaque sens déclaré ; modèle du réseau entier ; non défini pour un acteur isolé.',
  },
  'burt.effectiveSize.weighted': {
    name: 'Partenaires non redondants, selon la force',
    term: 'taille effective pondérée (Burt)',
    sentence:
      'Nombre de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas, les liens forts comptant davantage.',
    convention: 'Avec z_ij = w_ij + w_ji ; modèle du réseau entier ; non défini pour un acteur isolé.',
  },
  'burt.effectiveSize.egoModel': {
    name: 'Partenaires non redondants, dans son cercle',
    term: 'taille effective du réseau personnel (Burt)',
    sentence: 'Nombre de ses partenaires qui lui ouvrent un autre monde, sans regarder ceux qu’ils ont ailleurs.',
    convention:
      'Les liens hors du réseau personnel de l’acteur sont ignorés, comme dans une enquête égocentrée (UCINET, option 1) ; non défini pour un acteur isolé.',
  },
  'burt.efficiency': {
    name: 'Part de partenaires non redondants',
    term: 'efficacité (Burt)',
    sentence: 'Part de ses partenaires qui lui ouvrent un monde que les autres ne lui ouvrent pas.',
    convention: 'Taille effective divisée par le nombre de partenaires distincts ; non définie pour un acteur isolé.',
  },
  'burt.efficiency.weighted': {
    name: 'Part de partenaires non redondants, selon la force',
    term: 'efficacité pondérée (Burt)',
    sentence: 'Part de ses partenaires qui lui ouvrent un autre monde, les liens forts comptant davantage.',
    convention:
      'Avec z_ij = w_ij + w_ji ; modèle du réseau entier ; taille effective divisée par le nombre de partenaires distincts ; non définie pour un acteur isolé.',
  },
  'burt.hierarchy': {
    name: 'Poids d’un seul partenaire',
    term: 'hiérarchie (Burt)',
    sentence: 'Dit si ce qui le tient vient d’un seul partenaire (1) ou de tous également (0).',
    convention:
      'Un lien compte 1 dans chaque sens déclaré ; vaut 1 pour un partenaire unique ; non défini pour un acteur isolé.',
  },
  'burt.hierarchy.weighted': {
    name: 'Poids d’un seul partenaire, selon la force',
    term: 'hiérarchie pondérée (Burt)',
    sentence:
      'Dit si ce qui le tient vient d’un seul partenaire (1) ou de tous (0), les liens forts comptant davantage.',
    convention:
      'Avec z_ij = w_ij + w_ji ; modèle du réseau entier ; vaut 1 pour un partenaire unique ; non défini pour un acteur isolé.',
  },
  'ei.node': {
    name: 'Ouverture aux autres groupes',
    term: 'indice E-I',
    sentence: 'Va de −1 si tous ses partenaires sont de son groupe à +1 s’ils sont tous d’un autre.',
    convention:
      'Sur les partenaires distincts du support non orienté ; non défini pour un acteur isolé et pour un acteur de groupe inconnu.',
  },
  'ei.node.weighted': {
    name: 'Ouverture aux autres groupes, selon la force',
    term: 'indice E-I pondéré',
    sentence: 'Va de −1 si toute la force de ses liens reste dans son groupe à +1 si elle va tout entière ailleurs.',
    convention:
      'Sur les forces, les deux sens additionnés ; non défini pour un acteur isolé et pour un acteur de groupe inconnu.',
  },
  'ei.group': {
    name: 'Ouverture du groupe',
    term: 'indice E-I du groupe',
    sentence:
      'Va de −1 si tous les liens du groupe restent dedans à +1 s’ils en sortent tous ; un petit groupe sort forcément davantage.',
    convention:
      'Liens qui sortent du groupe comparés aux liens internes, sur le support non orienté ; non défini pour un groupe sans lien ; un petit groupe doit sortir : à lire à côté de la valeur attendue.',
  },
  'ei.network': {
    name: 'Ouverture entre groupes',
    term: 'indice E-I du réseau',
    sentence: 'Compare les liens entre groupes aux liens à l’intérieur, et au résultat qu’aurait donné le hasard.',
    convention:
      'Chaque lien du support non orienté compte une fois, avec la valeur attendue d’après la taille des groupes et les valeurs minimale et maximale possibles ; non défini sans lien.',
  },
  'openness.out': {
    name: 'Ouverture hors du territoire',
    term: 'part de partenaires extérieurs',
    sentence: 'Part de ses partenaires qui sont hors du territoire.',
    convention:
      'Part des partenaires distincts hors du territoire ; non définie pour un acteur extérieur au territoire et pour un acteur isolé.',
  },
  participation: {
    name: 'Présence dans les groupes',
    term: 'coefficient de participation',
    sentence:
      'Vaut 0 si tous ses liens vont à un seul groupe et s’approche de 1 s’ils se répartissent entre beaucoup de groupes.',
    convention:
      'Selon la force, les deux sens additionnés, quand les liens en ont une, sinon par partenaire distinct ; non défini pour un acteur isolé.',
  },
  'participation.unweighted': {
    name: 'Présence dans les groupes, par partenaire',
    term: 'coefficient de participation non pondéré',
    sentence:
      'Vaut 0 si tous ses partenaires sont d’un seul groupe et s’approche de 1 s’ils viennent de beaucoup de groupes.',
    convention: 'Par partenaire distinct du support non orienté ; non défini pour un acteur isolé.',
  },
  withinModuleZ: {
    name: 'Place dans son groupe',
    term: 'score z intragroupe',
    sentence: 'Dit s’il est mieux (plus de 0) ou moins bien (moins de 0) lié à son groupe que les autres membres.',
    convention:
      'Selon la force, les deux sens additionnés, quand les liens en ont une, sinon par partenaire distinct ; écart-type de population ; 0 quand tous les membres du groupe sont à égalité.',
  },
  'withinModuleZ.unweighted': {
    name: 'Place dans son groupe, par partenaire',
    term: 'score z intragroupe non pondéré',
    sentence:
      'Dit s’il a plus (plus de 0) ou moins (moins de 0) de partenaires dans son groupe que les autres membres.',
    convention:
      'Par partenaire distinct ; écart-type de population ; 0 quand tous les membres du groupe sont à égalité.',
  },
  alterDiversity: {
    name: 'Variété de ses partenaires',
    term: 'diversité (Blau, IQV, Shannon)',
    sentence: 'Dit si ses partenaires viennent tous du même groupe ou, à parts égales, de tous les groupes possibles.',
    convention:
      'Sur les partenaires distincts ; K compte tous les groupes possibles, rencontrés ou non ; non défini pour un acteur isolé, dont la richesse est 0 ; au plus 1 − 1/k avec k partenaires.',
  },
  'alterDiversity.weighted': {
    name: 'Variété de ses partenaires, selon la force',
    term: 'diversité pondérée (Blau, IQV, Shannon)',
    sentence: 'Dit si la force de ses liens va toute au même groupe ou, à parts égales, à tous les groupes possibles.',
    convention: 'Sur les forces, les deux sens additionnés ; pour le reste, comme la diversité non pondérée.',
  },
  'alterDiversity.effective': {
    name: 'Nombre de groupes qu’il fréquente vraiment',
    term: 'nombres effectifs de groupes (Hill)',
    sentence: 'Nombre de groupes également présents qui donneraient la même variété de partenaires.',
    convention:
      'Nombre effectif de groupes parmi les partenaires distincts, nombres de Hill d’ordres 1 et 2 ; non défini pour un acteur isolé.',
  },
  'alterDiversity.unbiasedBlau': {
    name: 'Chance que deux partenaires diffèrent',
    term: 'indice de Blau sans biais',
    sentence: 'Chance que deux de ses partenaires pris au hasard ne soient pas du même groupe.',
    convention:
      'Sur les paires de partenaires distincts, pour des moyennes entre acteurs ; non défini au-dessous de deux partenaires.',
  },
  'gf.raw': {
    name: 'Rôles d’intermédiaire',
    term: 'rôles de Gould et Fernandez',
    sentence:
      'Nombre de fois où il relie deux acteurs sans lien direct : dans son groupe, comme portier, représentant, arbitre extérieur ou agent de liaison.',
    convention:
      'Chemins orientés ouverts de longueur deux, par rôle ; un lien non orienté vaut un arc dans chaque sens, et chaque paire compte donc deux fois.',
  },
  'gf.partial': {
    name: 'Rôles d’intermédiaire irremplaçable',
    term: 'rôles partiels de Gould et Fernandez',
    sentence:
      'Nombre de fois où il relie deux acteurs sans lien direct, divisé entre tous ceux qui pourraient le faire à sa place.',
    convention:
      'Chaque couple ordonné est partagé à parts égales entre tous ses intermédiaires (« weighted » dans UCINET).',
  },
  'gf.expected': {
    name: 'Rôles d’intermédiaire attendus',
    term: 'rôles attendus de Gould et Fernandez',
    sentence: 'Nombre de fois où il jouerait chaque rôle si les liens étaient tirés au hasard entre les mêmes groupes.',
    convention:
      'Moyenne des rôles de Gould et Fernandez sur des graphes orientés aléatoires de cette taille, de cette densité et de ces groupes.',
  },
  'gf.sd': {
    name: 'Marge des rôles attendus',
    term: 'écart-type des rôles de Gould et Fernandez',
    sentence:
      'De combien le nombre de rôles s’écarterait d’ordinaire de l’attendu si les liens étaient tirés au hasard.',
    convention:
      'Écart-type des rôles de Gould et Fernandez sur les mêmes graphes orientés aléatoires, acteur par acteur ; une échelle d’affichage, non un test.',
  },
  mixingMatrix: {
    name: 'Liens entre groupes',
    term: 'matrice de mélange',
    sentence: 'Nombre de liens de chaque groupe vers chaque autre.',
    convention: 'Arcs du groupe en ligne vers le groupe en colonne ; un lien non orienté compte dans les deux sens.',
  },
  'assortativity.nominal': {
    name: 'Qui se ressemble s’assemble',
    term: 'assortativité de groupe',
    sentence:
      'Vaut 1 si les liens restent tous dans les groupes, 0 s’ils les ignorent, moins s’ils les traversent plus que le hasard.',
    convention:
      'Le long des arcs quand le réseau est orienté ; non défini quand toutes les extrémités sont d’un même groupe.',
  },
} as const
